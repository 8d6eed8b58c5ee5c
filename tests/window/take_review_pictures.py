"""Run by QGIS at its start: labels with the live map, then reviews a result, takes a picture of each, and quits."""

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
from echopatch.ui.labels.store import LabelStore
from echopatch.ui.layers import add_result
from echopatch.ui.product import add_product, look_at
from echopatch.ui.setup.build import Watch, adopt
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
PATIENCE_S = 300
LABELS, REVIEWED = 60, 14


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


def take(name: str) -> None:
    """Save a picture of the whole screen, once the map is drawn."""
    iface.messageBar().clearWidgets()
    until(lambda: not iface.mapCanvas().isDrawing(), 1.5)
    iface.mainWindow().screen().grabWindow(0).save(str(PICTURES / f"qgis-{name}.png"))


def add_scene() -> None:
    """The product as "Open TerraSAR-X Product" adds it."""
    product = next((WORK / "scene").glob("TSX1_SAR__*"))
    task = tasks.run_small("Look", lambda one: look_at(str(product), one), lambda _: None)
    until(lambda: task.outcome is not None)
    iface.setActiveLayer(add_product(task.outcome)[0])
    iface.zoomToActiveLayer()


def truth_of(store: LabelStore) -> dict:
    """The simulated class of each cell of a store, by place."""
    truth = QgsVectorLayer(f"{WORK / 'scene' / 'labels.gpkg'}", "Land cover", "ogr")
    QgsProject.instance().addMapLayer(truth, False)
    return cover_cells(store.cells, LayerShapes(truth, "class", store).read(), 0.6, lambda: True).names


def new_labels() -> LabelPage:
    """Through the dialog, with its defaults."""
    desk = qgis.utils.plugins["echopatch"]._labels
    desk.open()
    desk.new()
    dialog = desk._dialog
    until(lambda: dialog.scene.info is not None, 0.5)
    dialog.form.output.setFilePath(str(WORK / "harbour.gpkg"))
    until(lambda: not dialog.problem(), 0.5)
    dialog.create_button.click()
    until(lambda: desk.dock.page is not None, 1)
    return desk.dock.page


def label_live() -> None:
    """Start the live map after some labels, and press the digits of more."""
    page = new_labels()
    store, names = page.store, truth_of(page.store)
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(store.legend)}
    page.session.go_to(store.cells.cell_of((3, 3)))
    page.view.follows = False
    while len(store.cells.labelled) < LABELS:
        name = names.get(store.cells.place_of(page.session.current))
        QTest.keyClick(iface.mapCanvas(), digits[name] if name else Qt.Key.Key_Return)
        QApplication.processEvents()
        if len(store.cells.labelled) == LABELS // 2 and page.live.live is None:
            page.live.form.start.click()
            until(lambda: "mapped in" in page.live.form.status.text())
    page.live.form.opacity.setValue(55)
    page.form.scroll.ensureWidgetVisible(page.live)
    until(lambda: f"{LABELS} labels" in page.live.form.status.text())
    page.live.form.box.setCollapsed(False)
    page.form.scroll.ensureWidgetVisible(page.live)
    take("live-map")
    store.save()
    page.live.form.start.click()
    qgis.utils.plugins["echopatch"]._labels.dock.close()
    QgsProject.instance().removeMapLayer(store.layer.id())


def review() -> None:
    """Answer some cells of a queue as the simulation has them."""
    group = add_result(str(WORK / "town.gpkg"), "town")
    cells = next(one.layer() for one in group.findLayers() if one.layer().source().endswith("=cells"))
    iface.setActiveLayer(cells)
    desk = qgis.utils.plugins["echopatch"]._review
    desk.open(cells)
    desk.dock.form.begin.click()
    until(lambda: desk.dock.page is not None, 1)
    session = desk.dock.page.session
    names = truth_of(session.store)
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(session.store.legend)}
    while session.reviewed < REVIEWED:
        name = names.get(session.asked.place)
        key = Qt.Key.Key_S if name is None else Qt.Key.Key_Return if name == session.asked.name else digits[name]
        QTest.keyClick(iface.mapCanvas(), key)
        until(lambda: not iface.mapCanvas().isDrawing(), 0.1)
    take("review")


def go_through() -> None:
    """All steps."""
    QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
    iface.mainWindow().resize(1440, 900)
    iface.mainWindow().move(0, 0)
    adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
    add_scene()
    label_live()
    review()


def main() -> None:
    """Go through all steps, and leave whatever happens."""
    try:
        go_through()
    except Exception:  # noqa: BLE001 - QGIS would stay open on a screen that nobody sees
        traceback.print_exc(file=sys.stderr)
    os._exit(0)


QTimer.singleShot(3000, main)
