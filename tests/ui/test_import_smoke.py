"""Every module of the host imports under Qt 5 and Qt 6, with QGIS itself stubbed: what QGIS 4 would stumble over first."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import importlib.util, pathlib, sys, types

root, binding = pathlib.Path(sys.argv[1]), sys.argv[2]


class Anything(type):
    '''A class whose every attribute is another such class: stands for all of QGIS.'''

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = Anything(name, (), {})
        setattr(cls, name, made)
        return made


def stub(name):
    module = types.ModuleType(name)
    module.__path__ = []
    module.__getattr__ = lambda attribute: getattr(made, attribute) if not attribute.startswith("__") else None
    made = Anything(name, (), {})
    sys.modules[name] = module
    return module


for name in ("qgis", "qgis.core", "qgis.gui", "qgis.utils", "processing"):
    stub(name)
sys.modules["qgis.PyQt"] = importlib.import_module(binding)
for part in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "sip", "uic"):
    module = importlib.import_module(f"{binding}.{part}")
    sys.modules[f"qgis.PyQt.{part}"] = module
    setattr(sys.modules["qgis.PyQt"], part, module)

spec = importlib.util.spec_from_file_location("echopatch", root / "__init__.py", submodule_search_locations=[str(root)])
sys.modules["echopatch"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["echopatch"])
names = ["plugin", *(".".join(path.relative_to(root).with_suffix("").parts) for path in sorted((root / "ui").rglob("*.py")))]
for name in names:
    importlib.import_module("echopatch." + name.removesuffix(".__init__"))
print(len(names))
"""


@pytest.mark.parametrize("binding", ["PyQt5", "PyQt6"])
def test_every_module_imports(binding):
    if importlib.util.find_spec(binding) is None:
        pytest.skip(f"{binding} is not installed")
    command = [sys.executable, "-W", "error::DeprecationWarning:echopatch", "-c", PROGRAM, str(ROOT), binding]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20


QT_NAMES = r"from PyQt[56]|import PyQt[56]|\.exec_\(|QVariant\(\)"


def test_qt_is_imported_through_qgis_alone():
    found = [
        f"{path.name}: {line}"
        for path in [ROOT / "plugin.py", *(ROOT / "ui").rglob("*.py")]
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(QT_NAMES, line)
    ]
    assert found == []
