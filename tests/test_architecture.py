"""The rules of the source: who may import what, how large things may grow, what never stands in shipped code."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED = sorted([*ROOT.glob("*.py"), *(ROOT / "core").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
SOURCES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in SHIPPED}
LATE_IMPORTS = {("__init__.py", "classFactory")}  # QGIS asks for it: the plugin loads when it is switched on
DYNAMIC_IMPORTS = {
    "core/engine/command_line.py",  # the job table
    "core/engine/__main__.py",  # the launcher
    "core/engine/network/torchvision_models.py",  # survives a torchvision built for another torch
}
IMPORT_NAMES = {"pillow": "PIL", "scikit-learn": "sklearn"}
MODULE_LINES, FUNCTION_LINES = 300, 60
Rule = Callable[[str, ast.Module], Iterator[str]]


def zone(path: str) -> str:
    """The zone of a file of the repository, or of a dotted module below ``echopatch``."""
    parts = path.removesuffix(".py").replace("/", ".").split(".")
    if parts[0] == "core" and len(parts) > 1 and parts[1] in ("contract", "engine"):
        return parts[1]
    return "host" if parts[0] in ("ui", "plugin") else "root"


def engine_packages() -> set[str]:
    names = [re.split(r"[^\w-]", one)[0] for one in PYPROJECT["project"]["dependencies"]]
    return {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in names}


INSIDE = {
    "contract": {"contract"},
    "engine": {"contract", "engine", "root"},
    "host": {"contract", "host", "root"},
    "root": {"root", "host"},
}
OUTSIDE = {"contract": set(), "engine": engine_packages(), "host": {"qgis"}, "root": set()}


def imported(path: str, node: ast.AST) -> Iterator[str]:
    """Dotted names that a statement imports; those of the package itself begin with a dot."""
    if isinstance(node, ast.Import):
        yield from (one.name for one in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0:
        yield str(node.module)
    elif isinstance(node, ast.ImportFrom):
        folder = Path(path).parent.parts
        base = [*folder[: len(folder) - node.level + 1], *(node.module or "").split(".")]
        outside = node.level > len(folder) + 1
        yield from ("beyond the package" if outside else "." + ".".join(filter(None, [*base, one.name])) for one in node.names)


def imports_keep_to_their_zone(path: str, tree: ast.Module) -> Iterator[str]:
    here = zone(path)
    for node in ast.walk(tree):
        for name in imported(path, node):
            package = name.split(".")[0]
            if name.startswith("."):
                allowed = zone(name[1:]) in INSIDE[here]
            else:
                allowed = package in OUTSIDE[here] or (package in sys.stdlib_module_names and package != "echopatch")
            if not allowed:
                yield f"line {node.lineno}: {here} imports {name}"


def imports_stand_at_the_top(path: str, tree: ast.Module) -> Iterator[str]:
    for function in functions(tree):
        for node in ast.walk(function):
            if isinstance(node, (ast.Import, ast.ImportFrom)) and (path, function.name) not in LATE_IMPORTS:
                yield f"line {node.lineno}: import inside {function.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in ("import_module", "__import__") and path not in DYNAMIC_IMPORTS:
            yield f"line {node.lineno}: dynamic import"


def imports_name_what_they_take(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(one.name == "*" for one in node.names):
            yield f"line {node.lineno}: star import"


def nothing_prints_or_asserts(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            yield f"line {node.lineno}: assert vanishes under python -O"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            yield f"line {node.lineno}: print; only the reporter speaks"


def things_stay_small(path: str, tree: ast.Module) -> Iterator[str]:
    lines = max((node.end_lineno for node in tree.body), default=0)
    if lines > MODULE_LINES:
        yield f"{lines} lines, at most {MODULE_LINES}"
    for function in functions(tree):
        lines = function.end_lineno - function.lineno + 1
        if lines > FUNCTION_LINES:
            yield f"line {function.lineno}: {function.name} has {lines} lines, at most {FUNCTION_LINES}"


def no_machine_is_named(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.match(r"(/(home|root|work|opt|Users|mnt)/|[A-Z]:\\)", node.value)
        ):
            yield f"line {node.lineno}: path of one machine, {node.value}"


def host_side_is_python_3_9(path: str, tree: ast.Module) -> Iterator[str]:
    if zone(path) == "engine":
        return
    try:
        ast.parse(ast.unparse(tree), feature_version=(3, 9))
    except SyntaxError as error:
        yield f"not Python 3.9: {error.msg}"
    for node in ast.walk(tree):
        if isinstance(node, (ast.AnnAssign, ast.arg)) and any(
            isinstance(one, ast.BitOr) for one in ast.walk(node.annotation or ast.Pass())
        ):
            yield f"line {node.lineno}: A | B in an annotation is Python 3.10"
        if isinstance(node, ast.FunctionDef) and any(isinstance(one, ast.BitOr) for one in ast.walk(node.returns or ast.Pass())):
            yield f"line {node.lineno}: A | B in an annotation is Python 3.10"
        if (
            isinstance(node, ast.Call)
            and called(node) in ("dataclass", "zip")
            and {"slots", "kw_only", "strict"} & {one.arg for one in node.keywords}
        ):
            yield f"line {node.lineno}: {called(node)} with a keyword of Python 3.10"


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


RULES: tuple[Rule, ...] = (
    imports_keep_to_their_zone,
    imports_stand_at_the_top,
    imports_name_what_they_take,
    nothing_prints_or_asserts,
    things_stay_small,
    no_machine_is_named,
    host_side_is_python_3_9,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule: Rule) -> None:
    problems = [f"{path}: {problem}" for path, text in SOURCES.items() for problem in rule(path, ast.parse(text))]
    assert not problems, "\n".join(problems)


BAD = [
    (imports_keep_to_their_zone, "core/contract/bad.py", "import numpy"),
    (imports_keep_to_their_zone, "core/contract/bad.py", "from ..engine.scene import scene"),
    (imports_keep_to_their_zone, "core/contract/commands/bad.py", "from ...engine import device"),
    (imports_keep_to_their_zone, "core/contract/bad.py", "from .... import x"),
    (imports_keep_to_their_zone, "core/engine/bad.py", "from qgis.core import QgsProject"),
    (imports_keep_to_their_zone, "core/engine/bad.py", "from ...ui import layers"),
    (imports_keep_to_their_zone, "core/engine/bad.py", "import requests"),
    (imports_keep_to_their_zone, "core/engine/scene/bad.py", "from echopatch.core.contract import errors"),
    (imports_keep_to_their_zone, "ui/bad.py", "import torch"),
    (imports_keep_to_their_zone, "ui/bad.py", "from PyQt5.QtWidgets import QDialog"),
    (imports_keep_to_their_zone, "ui/bad.py", "from ..core.engine import device"),
    (imports_keep_to_their_zone, "plugin.py", "from .core.engine import device"),
    (imports_keep_to_their_zone, "plugin.py", "import rasterio"),
    (imports_stand_at_the_top, "core/engine/bad.py", "def f():\n    import json"),
    (imports_stand_at_the_top, "core/engine/bad.py", "import importlib\nimportlib.import_module('torch')"),
    (imports_name_what_they_take, "core/engine/bad.py", "from math import *"),
    (nothing_prints_or_asserts, "core/engine/bad.py", "print('hello')"),
    (nothing_prints_or_asserts, "core/engine/bad.py", "assert 1 == 1"),
    (things_stay_small, "core/engine/bad.py", "x = 1\n" * (MODULE_LINES + 1)),
    (things_stay_small, "core/engine/bad.py", "def f():\n" + "    x = 1\n" * FUNCTION_LINES),
    (no_machine_is_named, "core/engine/bad.py", "FOLDER = '/home/me/scenes'"),
    (host_side_is_python_3_9, "core/contract/bad.py", "match x:\n    case 1: pass"),
    (host_side_is_python_3_9, "ui/bad.py", "def f(x: int | None): ..."),
    (host_side_is_python_3_9, "ui/bad.py", "def f() -> int | None: ..."),
    (host_side_is_python_3_9, "core/contract/bad.py", "@dataclass(frozen=True, slots=True)\nclass A: ..."),
]


@pytest.mark.parametrize(("rule", "path", "text"), BAD, ids=[f"{rule.__name__}-{path}-{text[:30]!r}" for rule, path, text in BAD])
def test_a_rule_sees_what_breaks_it(rule: Rule, path: str, text: str) -> None:
    assert len(list(rule(path, ast.parse(text)))) == 1


def test_the_rules_allow_what_the_zones_need() -> None:
    good = {
        "core/contract/commands/good.py": "import json\nfrom ..errors import ConfigError\nfrom .scene_options import SceneOptions",
        "core/engine/mapping/good.py": "import numpy as np\nfrom PIL import Image\nfrom .... import __version__\nfrom ..scene import scene",
        "ui/good.py": "from qgis.PyQt.QtWidgets import QDialog\nfrom ..core.contract.errors import ConfigError",
    }
    assert [problem for path, text in good.items() for rule in RULES for problem in rule(path, ast.parse(text))] == []


def test_the_zones_of_the_engine_do_not_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for path, text in SOURCES.items():
        if path.startswith("core/engine/") and path.count("/") == 3:
            names = [name for node in ast.walk(ast.parse(text)) for name in imported(path, node) if name.startswith(".core.engine.")]
            here = path.split("/")[2]
            folders = {name.split(".")[3] for name in names if (ROOT / "core/engine" / name.split(".")[3]).is_dir()}
            graph.setdefault(here, set()).update(folders - {here})
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def python_3_9() -> str | None:
    found = shutil.which("python3.9")
    works = found and subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0
    return found if works else None


@pytest.mark.parametrize("python", [sys.executable, python_3_9()], ids=["this-python", "python-3.9"])
def test_the_contract_imports_with_the_standard_library_alone(python: str | None) -> None:
    if python is None:
        pytest.skip("no python3.9 here")
    program = (
        "import importlib, pkgutil, sys, types\n"
        "package = types.ModuleType('echopatch'); package.__path__ = [sys.argv[1]]; sys.modules['echopatch'] = package\n"
        "contract = importlib.import_module('echopatch.core.contract')\n"
        "for one in pkgutil.walk_packages(contract.__path__, contract.__name__ + '.'): importlib.import_module(one.name)\n"
    )
    done = subprocess.run([python, "-S", "-I", "-B", "-c", program, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
