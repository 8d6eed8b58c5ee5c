"""How long QGIS's event loop stands still while cells are labelled, with 100,000 of them; run under the Python of QGIS.

The pause is what an analyst feels, other programs on the machine included; beside it stands what QGIS's main thread computed itself.

usage: QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python benchmarks/label_dock.py
"""

# ruff: noqa: E402 - the package is there once it is loaded under its name
import importlib.util
import sys
import tempfile
import time
from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow

ROOT = Path(__file__).resolve().parents[1]


def load_package() -> None:
    """The plugin under its fixed name, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location("echopatch", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules["echopatch"] = package
    spec.loader.exec_module(package)


load_package()
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.ui.labels.cells import BY_SAMPLE
from echopatch.ui.labels.dock import LabelDock
from echopatch.ui.labels.file import NewLabels, create_labels, open_labels
from echopatch.ui.labels.grid import grid_over
from echopatch.ui.labels.sampling import SPREAD, draw
from echopatch.ui.labels.store import LabelStore
from echopatch.ui.labels.style import dress_labels

SIDE_CELLS, KEYS = 317, 100
BEAT_MS = 5
INFO = {
    "scene_id": "s", "path": "s.tif", "crs_wkt": "x", "row_spacing_m": 1.25, "column_spacing_m": 1.25,
    "rows": SIDE_CELLS * 160, "columns": SIDE_CELLS * 160, "transform": [1.25, 0, 500000, 0, -1.25, 5300000],
}  # fmt: skip


class Heart:
    """Beats in the event loop, and remembers the longest pause between two beats."""

    def __init__(self) -> None:
        self.longest_s, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def listen_anew(self) -> None:
        """Forget the pauses so far."""
        self.longest_s, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_s, self._last = max(self.longest_s, now - self._last), now


def run(application: QgsApplication, folder: Path) -> None:
    """Make a file, open it in the dock, and press keys."""
    grid = grid_over(INFO, 160, 160, 1.25)
    crs, path = QgsCoordinateReferenceSystem("EPSG:32632"), str(folder / "labels.gpkg")
    started = time.thread_time()
    create_labels(path, NewLabels(grid, crs, TERRASAR_X_LEGEND), list(grid.places()), lambda share: True)
    print(f"file of {grid.rows * grid.columns:,} cells, made in the background: {time.thread_time() - started:.1f} s of computing")
    started = time.thread_time()
    layer = open_labels(path, "labels")
    store = LabelStore(layer)
    print(f"opened: {time.thread_time() - started:.2f} s of computing")
    QgsProject.instance().addMapLayer(layer)
    dress_labels(layer, store.legend, store.grid)
    window, canvas = QMainWindow(), QgsMapCanvas()
    window.setCentralWidget(canvas)
    window.resize(1200, 800)
    canvas.setDestinationCrs(crs)
    canvas.setLayers([layer])
    canvas.setExtent(QgsRectangle(layer.extent()))
    dock = LabelDock(canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.show()
    dock.show_labels(store)
    heart = Heart()
    for name, keys in (("label and move on", "1234567"), ("arrows", "→"), ("skip", "⏎")):
        measure(name, application, heart, canvas, keys)
    store.set_sample(draw(store.cells, 1000, 0, SPREAD), "spread random")
    dock.page.session.go_through(BY_SAMPLE)
    measure("label through a sample", application, heart, canvas, "12")
    dock.close_labels()


def measure(name: str, application: QgsApplication, heart: Heart, canvas: QgsMapCanvas, keys: str) -> None:
    """Press keys, ten a second, while the map is drawn; print the longest pause of the event loop and the most computing for a key."""
    codes = {"→": Qt.Key.Key_Right, "⏎": Qt.Key.Key_Return}
    settle(application, 1.0)
    heart.listen_anew()
    most_s = 0.0
    for number in range(KEYS):
        key = keys[number % len(keys)]
        started = time.thread_time()
        QTest.keyClick(canvas, codes.get(key) or Qt.Key.Key_0 + int(key))
        application.processEvents()
        most_s = max(most_s, time.thread_time() - started)
        settle(application, 0.1)
    print(f"{name}: {1000 * heart.longest_s:.0f} ms longest pause over {KEYS} keys, {1000 * most_s:.0f} ms most computing for a key")


def settle(application: QgsApplication, seconds: float) -> None:
    """Let QGIS work."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    qgis = QgsApplication([], True)
    qgis.initQgis()
    with tempfile.TemporaryDirectory() as temporary:
        run(qgis, Path(temporary))
        QgsProject.instance().clear()
