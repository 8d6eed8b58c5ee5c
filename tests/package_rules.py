"""The rules of the plugin site for an uploaded zip, so that a refusal comes here first.

usage: python tests/package_rules.py ZIP
"""

import ast
import configparser
import io
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MAX_BYTES = 25_000_000
MAX_FILE_BYTES = 1_000_000
"""Our own: nothing of that size belongs into a plugin."""
TOP = "echopatch"
NEEDED = ("__init__.py", "metadata.txt", "LICENSE", "core/engine/__main__.py", "requirements/engine.txt", "requirements/torch.in",
          "requirements/install_torch.py", "resources/models/models.json", "resources/i18n/echopatch_de.qm")  # fmt: skip
FORBIDDEN_PARTS = {"__pycache__", ".git", "__MACOSX", "tests", "benchmarks", "docs", ".github", ".ci"}
CODE_ENDINGS = {".pyc", ".pyo", ".exe", ".dll", ".so", ".dylib", ".pyd", ".bat", ".sh", ".ps1", ".cmd", ".com", ".msi"}
DATA_ENDINGS = {".pt", ".pth", ".onnx", ".safetensors", ".npz", ".npy", ".zip", ".whl", ".tif", ".gpkg"}
REQUIRED_KEYS = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository", "homepage")
URL_KEYS = ("tracker", "repository", "homepage")
GENERATED = re.compile(r"(^|/)(ui_\w+|resources_rc)\.py$")


def problems(package: Path) -> list[str]:
    """Everything that the site, or a reviewer, would refuse in a zip."""
    if package.stat().st_size > MAX_BYTES:
        return [f"{package.stat().st_size} bytes, at most {MAX_BYTES}"]
    with zipfile.ZipFile(package) as archive:
        broken = archive.testzip()
        if broken:
            return [f"{broken}: damaged"]
        files = [one for one in archive.infolist() if not one.is_dir()]
        found = [problem for one in files for problem in _name_problems(one.filename)]
        found += [f"{one.filename}: {one.file_size} bytes, at most {MAX_FILE_BYTES}" for one in files if one.file_size > MAX_FILE_BYTES]
        names = {one.filename for one in files}
        found += [f"{name}: missing" for name in NEEDED if f"{TOP}/{name}" not in names]
        if found:
            return found
        content = {name: archive.read(f"{TOP}/{name}") for name in ("metadata.txt", "__init__.py")}
    inside = {name.removeprefix(f"{TOP}/") for name in names}
    return [*_metadata_problems(content["metadata.txt"], inside), *_entry_problems(content["__init__.py"], content["metadata.txt"])]


def _name_problems(name: str) -> Iterator[str]:
    path = PurePosixPath(name)
    if path.parts[0] != TOP:
        yield f"{name}: outside the one top folder {TOP}"
    if "\\" in name or ":" in name or ".." in path.parts or path.is_absolute() or not name.isascii():
        yield f"{name}: a name that the site refuses"
    if FORBIDDEN_PARTS & set(path.parts):
        yield f"{name}: in a folder that has no place in the plugin"
    if path.suffix.lower() in CODE_ENDINGS | DATA_ENDINGS:
        yield f"{name}: binary, script, weights or data"
    if GENERATED.search(name):
        yield f"{name}: generated code"


def _metadata_problems(content: bytes, files: set[str]) -> Iterator[str]:
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_file(io.StringIO(content.decode("utf-8")))
        general = dict(parser["general"])
    except (configparser.Error, KeyError, UnicodeDecodeError) as error:
        yield f"metadata.txt: cannot be read ({error}); a bare % is written %%"
        return
    yield from (f"metadata.txt: {key} is missing" for key in REQUIRED_KEYS if not general.get(key, "").strip())
    yield from (f"metadata.txt: {key} is no address" for key in URL_KEYS if not re.match(r"https://[^/]+/.+", general.get(key, "")))
    if not re.fullmatch(r"\d+\.\d+\.\d+", general.get("version", "")):
        yield f"metadata.txt: version {general.get('version')} is not MAJOR.MINOR.PATCH"
    if "/" in general.get("author", ""):
        yield "metadata.txt: author holds a slash"
    if "\n" in general.get("description", ""):
        yield "metadata.txt: description has more than one line"
    if "plugin" in general.get("name", "").lower():
        yield "metadata.txt: the name says plugin"
    if "supportsQt6" in general:
        yield "metadata.txt: supportsQt6 is no longer known"
    if general.get("hasProcessingProvider") != "yes":
        yield "metadata.txt: hasProcessingProvider is not yes, so qgis_process would not load the provider"
    if re.search(r"<[a-z/]", "".join(general.values())):
        yield "metadata.txt: holds HTML"
    if general.get("icon", "") not in files:
        yield f"metadata.txt: icon {general.get('icon')} is not in the package"


def _entry_problems(entry: bytes, metadata: bytes) -> Iterator[str]:
    tree = ast.parse(entry)
    if not any(isinstance(node, ast.FunctionDef) and node.name == "classFactory" for node in tree.body):
        yield "__init__.py: classFactory is missing"
    version = re.search(rb'__version__ = "([^"]+)"', entry)
    named = re.search(rb"^version=(.*)$", metadata, re.MULTILINE)
    if version and named and version.group(1) != named.group(1).strip():
        yield f"version: {version.group(1).decode()} in __init__.py, {named.group(1).decode()} in metadata.txt"


if __name__ == "__main__":
    sys.exit("\n".join(problems(Path(sys.argv[1]))) or None)
