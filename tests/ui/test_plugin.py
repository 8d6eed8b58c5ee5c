"""The plugin comes quickly, shows what it offers, and leaves nothing behind."""

import configparser
import gc
import re
import subprocess
import sys
import time
from pathlib import Path

import echopatch
import pytest
from echopatch.ui import tasks
from echopatch.ui.product_dialog import ProductDialog
from echopatch.ui.setup.pages import PAGE_KEY
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QMainWindow, QToolBar

ROOT = Path(__file__).resolve().parents[2]


class Iface:
    """Remembers what a plugin adds to QGIS, until it takes it away."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.menu, self.options, self.layer_actions = [], [], []
        self.layer = None
        self.shown_options = []

    def mainWindow(self):
        return self.window

    def addToolBar(self, name):
        return self.window.addToolBar(name)

    def addPluginToRasterMenu(self, name, action):
        self.menu.append((name, action))

    def removePluginRasterMenu(self, name, action):
        self.menu.remove((name, action))

    def registerOptionsWidgetFactory(self, factory):
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.options.remove(factory)

    def addCustomActionForLayerType(self, action, menu, kind, all_layers):
        self.layer_actions.append(action)

    def removeCustomActionForLayerType(self, action):
        self.layer_actions.remove(action)

    def activeLayer(self):
        return self.layer

    def showOptionsDialog(self, parent, page):
        self.shown_options.append(page)


@pytest.fixture
def iface():
    return Iface()


@pytest.fixture
def plugin(iface):
    one = echopatch.classFactory(iface)
    one.initGui()
    yield one
    one.unload()


def algorithms() -> list:
    return [one.id() for one in QgsApplication.processingRegistry().algorithms() if one.id().startswith("echopatch:")]


def test_it_shows_its_actions_in_toolbar_raster_menu_and_layer_menu(plugin, iface):
    (toolbar,) = iface.window.findChildren(QToolBar)
    texts = [action.text() for action in toolbar.actions()]
    assert {"Open TerraSAR-X Product…", "Classify…", "Label Patches…", "Result Summary", "Set Up the Engine…"} <= set(texts)
    assert [action.text() for _, action in iface.menu] == texts
    assert [action.text() for action in iface.layer_actions] == ["Classify…"]
    assert all(not action.icon().isNull() for action in toolbar.actions())
    assert len(iface.options) == 1
    assert "echopatch:classify" in algorithms()


def test_unload_leaves_nothing(iface):
    plugin = echopatch.classFactory(iface)
    plugin.initGui()
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert iface.menu == iface.options == iface.layer_actions == []
    assert iface.window.findChildren(QToolBar) == []
    assert [child for child in iface.window.children() if child.objectName().startswith("Echopatch")] == []
    assert algorithms() == []


def test_unload_can_follow_a_start_for_processing_alone():
    plugin = echopatch.classFactory(None)  # as qgis_process does
    plugin.initProcessing()
    assert "echopatch:classify" in algorithms()
    plugin.unload()
    assert algorithms() == []


def test_it_can_be_switched_off_and_on(iface):
    for _ in range(2):
        plugin = echopatch.classFactory(iface)
        plugin.initGui()
        plugin.unload()
    assert algorithms() == []


def test_unload_stops_a_running_engine(iface, stand_in, tmp_path, home):
    home.mkdir()
    stand_in("""
open(os.environ["ECHOPATCH_HOME"] + "/pid", "w").write(str(os.getpid()))
sys.stdin.readline()
say("failure", code="cancelled", values={}, message="stopped as asked", detail="")
""")
    plugin = echopatch.classFactory(iface)
    plugin.initGui()
    outcomes = []
    tasks.run_algorithm("echopatch:describescene", {"SCENE": str(tmp_path)}, outcomes.append)
    deadline = time.monotonic() + 20
    while not ((home / "pid").exists() and (home / "pid").read_text()) and time.monotonic() < deadline:
        QCoreApplication.processEvents()
    plugin.unload()
    assert not Path(f"/proc/{(home / 'pid').read_text()}").exists()
    while not outcomes and time.monotonic() < deadline:
        QCoreApplication.processEvents()
    assert outcomes[0].cancelled


def test_starting_makes_no_window_and_starts_no_process(iface, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", None)
    plugin = echopatch.classFactory(iface)
    plugin.initGui()
    made = [*iface.window.findChildren(QDialog), *iface.window.findChildren(QDockWidget)]
    plugin.unload()
    assert made == []


def test_a_dialog_lives_until_it_is_closed(plugin, iface, stand_in, qtbot):
    stand_in("")
    plugin.open_product()
    gc.collect()
    (dialog,) = iface.window.findChildren(ProductDialog)
    dialog.buttons.rejected.emit()
    assert dialog.isHidden()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert iface.window.findChildren(ProductDialog) == []


def test_unload_closes_open_dialogs(iface, stand_in):
    stand_in("")
    plugin = echopatch.classFactory(iface)
    plugin.initGui()
    plugin.open_product()
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert iface.window.findChildren(ProductDialog) == []


def test_the_set_up_page_opens_in_the_options(plugin, iface):
    plugin.set_up()
    assert iface.shown_options == [PAGE_KEY]


def test_the_package_imports_nothing_of_qgis_by_itself():
    program = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('echopatch', {str(ROOT / '__init__.py')!r})\n"
        "spec.loader.exec_module(importlib.util.module_from_spec(spec))\n"
        "sys.exit(any(name.split('.')[0] in ('qgis', 'PyQt5', 'PyQt6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-I", "-c", program], check=False).returncode == 0


@pytest.fixture
def metadata():
    parser = configparser.ConfigParser()  # as the plugin site reads it: a bare % is an error
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_metadata_says_all_that_the_plugin_site_asks_for(metadata):
    required = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository", "homepage")
    assert all(metadata[name] for name in required)
    assert metadata["hasProcessingProvider"] == "yes"
    assert metadata["version"] == echopatch.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert (ROOT / metadata["icon"]).is_file()
    assert "supportsQt6" not in metadata
    assert "<" not in metadata["about"]
