"""Run by QGIS at its start: labels the demo scene as an analyst would, takes a picture of each step, and quits.

usage: ECHOPATCH_PICTURES=docs/images xvfb-run tests/window/start.sh ENGINE_PYTHON DEMO_FOLDER tests/window/take_label_pictures.py
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from echopatch.ui import settings, tasks
from echopatch.ui.labels.cover import cover_cells
from echopatch.ui.labels.page import LabelPage
from echopatch.ui.labels.shapes import LayerShapes
from echopatch.ui.product import add_product, look_at
from echopatch.ui.setup.build import Watch, adopt
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
PATIENCE_S = 60
LABELS = 60


def until(condition: Callable[[], object], and_s: float = 0.5) -> None:
    """Let QGIS work until something is the case, and a little longer."""
    started = time.monotonic()
    while not condition():
        QApplication.processEvents()
        time.sleep(0.01)
        if time.monotonic() - started > PATIENCE_S:
            raise TimeoutError(condition)
    settled = time.monotonic() + and_s
    while time.monotonic() < settled:
        QApplication.processEvents()
        time.sleep(0.01)


def take(name: str, widget: QWidget) -> None:
    """Save a picture of a widget, or of the whole screen for the main window."""
    whole = widget is iface.mainWindow()
    picture = widget.screen().grabWindow(0) if whole else widget.grab()
    picture.save(str(PICTURES / f"qgis-{name}.png"))


def drawn() -> None:
    """Wait for the map."""
    until(lambda: not iface.mapCanvas().isDrawing(), 1.5)


def add_scene() -> None:
    """The product as "Open TerraSAR-X Product" adds it."""
    product = next((WORK / "scene").glob("TSX1_SAR__*"))
    task = tasks.run_small("Look", lambda one: look_at(str(product), one), lambda _: None)
    until(lambda: task.outcome is not None)
    iface.setActiveLayer(add_product(task.outcome)[0])
    iface.zoomToActiveLayer()


def new_labels() -> LabelPage:
    """Through the dialog, with its defaults."""
    desk = qgis.utils.plugins["echopatch"]._labels
    desk.open()
    desk.new()
    dialog = desk._dialog
    until(lambda: dialog.scene.info is not None, 0.5)
    dialog.form.output.setFilePath(str(WORK / "labels.gpkg"))
    dialog.resize(dialog.sizeHint())
    until(lambda: not dialog.problem(), 0.5)
    take("label-new", dialog)
    dialog.create_button.click()
    until(lambda: desk.dock.page is not None, 1)
    return desk.dock.page


def label_by_keys(page: LabelPage, truth: QgsVectorLayer) -> None:
    """Press the digit of each cell's true class, and go on where there is none."""
    store = page.store
    names = cover_cells(store.cells, LayerShapes(truth, "class", store).read(), 0.6, lambda: True).names
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(store.legend)}
    page.session.go_to(store.cells.cell_of((5, 4)))
    for _ in range(2 * len(store.cells)):
        if len(store.cells.labelled) == LABELS:
            break
        name = names.get(store.cells.place_of(page.session.current))
        QTest.keyClick(iface.mapCanvas(), digits[name] if name else Qt.Key.Key_Return)
        QApplication.processEvents()


def go_through() -> None:
    """All steps."""
    QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
    iface.mainWindow().resize(1440, 900)
    iface.mainWindow().move(0, 0)
    adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
    add_scene()
    drawn()
    page = new_labels()
    truth = QgsVectorLayer(f"{WORK / 'scene' / 'labels.gpkg'}", "Land cover", "ogr")
    QgsProject.instance().addMapLayer(truth, False)
    QgsProject.instance().layerTreeRoot().addLayer(truth)
    label_by_keys(page, truth)
    iface.messageBar().clearWidgets()
    drawn()
    take("label", iface.mainWindow())
    page.form.layer_box.setCollapsed(False)
    page.form.source.setLayer(truth)
    page.form.preview.click()
    until(page.form.take_over.isEnabled)
    page.form.scroll.ensureWidgetVisible(page.form.layer_box)
    drawn()
    take("label-layer", iface.mainWindow())


def main() -> None:
    """Go through all steps, and leave whatever happens."""
    try:
        go_through()
    except Exception:  # noqa: BLE001 - QGIS would stay open on a screen that nobody sees
        traceback.print_exc(file=sys.stderr)
    os._exit(0)


QTimer.singleShot(3000, main)
