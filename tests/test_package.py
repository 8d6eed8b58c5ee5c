"""The rules for the plugin's zip see what breaks them, and the zip of the last commit keeps them."""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


package_rules, package_scan = script("package_rules"), script("package_scan")
METADATA = """[general]
name=Echopatch
description=one line
about=what it needs
version=0.1.0
qgisMinimumVersion=3.22
author=Echopatch developers
email=echopatch@example.org
homepage=https://github.com/echopatch/echopatch
tracker=https://github.com/echopatch/echopatch/issues
repository=https://github.com/echopatch/echopatch
hasProcessingProvider=yes
icon=resources/icons/echopatch.svg
"""
GOOD = {
    **dict.fromkeys((f"echopatch/{name}" for name in package_rules.NEEDED), ""),
    "echopatch/__init__.py": '__version__ = "0.1.0"\n\ndef classFactory(iface): ...\n',
    "echopatch/metadata.txt": METADATA,
    "echopatch/resources/icons/echopatch.svg": "<svg/>",
}


def packed(folder: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(folder / "echopatch.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return folder / "echopatch.zip"


def test_a_good_package_passes(tmp_path: Path) -> None:
    assert package_rules.problems(packed(tmp_path, GOOD)) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("other/file.py", "outside the one top folder"),
        ("echopatch/core/__pycache__/a.py", "no place"),
        ("echopatch/tests/test_a.py", "no place"),
        ("echopatch/tool.sh", "binary, script, weights or data"),
        ("echopatch/resources/models/a.safetensors", "binary, script, weights or data"),
        ("echopatch/ui/ui_form.py", "generated"),
        ("echopatch/resources_rc.py", "generated"),
        ("echopatch/größe.py", "a name that the site refuses"),
        ("echopatch/../outside.py", "a name that the site refuses"),
    ],
)
def test_a_file_that_has_no_place_is_named(tmp_path: Path, name: str, said: str) -> None:
    (problem,) = package_rules.problems(packed(tmp_path, {**GOOD, name: ""}))
    assert problem.startswith(name)
    assert said in problem


@pytest.mark.parametrize("name", package_rules.NEEDED)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    files = {path: content for path, content in GOOD.items() if path != f"echopatch/{name}"}
    assert f"{name}: missing" in package_rules.problems(packed(tmp_path, files))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("about=what it needs", "about=100 % of it", "bare %"),
        ("email=echopatch@example.org\n", "", "email is missing"),
        ("tracker=https://github.com/echopatch/echopatch/issues", "tracker=http://bugs", "tracker is no address"),
        ("version=0.1.0", "version=0.1", "not MAJOR.MINOR.PATCH"),
        ("version=0.1.0", "version=0.2.0", "0.1.0 in __init__.py, 0.2.0 in metadata.txt"),
        ("author=Echopatch developers", "author=a/b", "slash"),
        ("name=Echopatch", "name=Echopatch plugin", "says plugin"),
        ("about=what it needs", "about=<b>what</b>", "HTML"),
        ("icon=resources/icons/echopatch.svg", "icon=icon.png", "not in the package"),
        ("hasProcessingProvider=yes", "supportsQt6=True\nhasProcessingProvider=yes", "supportsQt6"),
        ("hasProcessingProvider=yes\n", "", "qgis_process"),
    ],
)
def test_metadata_that_the_site_refuses_are_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    files = {**GOOD, "echopatch/metadata.txt": METADATA.replace(old, new)}
    assert said in package_rules.problems(packed(tmp_path, files))[0]


def test_a_large_file_is_named(tmp_path: Path) -> None:
    (problem,) = package_rules.problems(packed(tmp_path, {**GOOD, "echopatch/big.txt": "x" * 1_000_001}))
    assert "echopatch/big.txt: 1000001 bytes" in problem


def test_a_secret_is_found_although_the_tool_says_all_is_well() -> None:
    assert package_scan.secrets('{"results": {"a.py": [{"line_number": 3, "type": "Hex High Entropy String"}]}}') == [
        "a.py:3: Hex High Entropy String"
    ]


def test_the_checksum_of_the_shipped_model_is_that_of_its_file() -> None:
    described = json.loads((ROOT / "resources/models/models.json").read_text(encoding="utf-8"))
    model = ROOT / "resources/models" / described["name"]
    if not model.exists():
        pytest.skip("the shipped model is not in this checkout")
    assert described["bytes"] == model.stat().st_size, "run benchmarks/model_manifest.py"
    assert described["sha256"].replace(" ", "") == hashlib.sha256(model.read_bytes()).hexdigest(), "run benchmarks/model_manifest.py"


@pytest.mark.skipif(not (ROOT / ".git").exists() or shutil.which("git") is None, reason="not in a git checkout")
@pytest.mark.skipif(shutil.which("make") is None or shutil.which("lrelease") is None, reason="make or lrelease is not installed")
def test_the_last_commit_makes_a_package_that_the_site_accepts(tmp_path: Path) -> None:
    package = tmp_path / "echopatch.zip"
    subprocess.run(["make", "-C", str(ROOT), "--no-print-directory", "package", f"ZIP={package}"], check=True)
    assert package_rules.problems(package) == []
