"""Run by QGIS at its start: goes through the plugin as an analyst would, takes a picture of each step, and quits."""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from echopatch.ui import settings, tasks
from echopatch.ui.classify import runs
from echopatch.ui.product import add_product, look_at
from echopatch.ui.setup.build import Watch, adopt
from echopatch.ui.setup.pages import PAGE_KEY, EnginePage
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QWidget
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
PATIENCE_S = 600


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


def picture_of_set_up_page() -> None:
    """The page is modal, so the picture is taken from inside its event loop."""

    def shoot() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.resize(960, 680)
        until(lambda: dialog.findChild(EnginePage).isVisible(), 1.5)
        take("set-up", dialog)
        dialog.reject()

    QTimer.singleShot(1500, shoot)
    iface.showOptionsDialog(iface.mainWindow(), PAGE_KEY)


def add_product_layer() -> QgsRasterLayer:
    """The product as "Open TerraSAR-X Product" adds it."""
    product = next((WORK / "scenes").glob("TSX1_SAR__*"))
    task = tasks.run_small("Look", lambda one: look_at(str(product), one), lambda _: None)
    until(lambda: task.outcome is not None)
    layers = add_product(task.outcome)
    iface.setActiveLayer(layers[0])
    iface.zoomToActiveLayer()
    return layers[0]


def add_bare_raster(image: str) -> QgsRasterLayer:
    """The same pixels without their product: nothing says what they mean."""
    bare = WORK / "scenes" / "amplitude.tif"
    gdal.Translate(str(bare), image, width=1024, height=1024)
    layer = QgsRasterLayer(str(bare), bare.stem)
    QgsProject.instance().addMapLayer(layer, False)
    return layer


def open_dialog(layer: QgsRasterLayer) -> QWidget:
    """The dialog with a layer, once the engine has said what it is."""
    desk = qgis.utils.plugins["echopatch"]._desk
    desk.open(layer)
    dialog = desk._dialog
    dialog.move(30, 60)
    until(lambda: dialog.scene.info is not None, 1.0)
    return dialog


def go_through() -> None:
    """All steps."""
    # on a slow machine QGIS would announce the end of each small task
    QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
    iface.mainWindow().resize(1440, 900)
    iface.mainWindow().move(0, 0)
    adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
    picture_of_set_up_page()
    layer = add_product_layer()
    bare = add_bare_raster(layer.source())
    take("classify-raster", open_dialog(bare))
    dialog = open_dialog(layer)
    take("classify", dialog)
    dialog.run_button.click()
    until(lambda: any(task.progress() > 20 for _, task in runs.under_way()), 0.3)
    take("running", iface.mainWindow())
    until(lambda: not runs.under_way(), 3)
    dialog.reject()
    details = [one for one in iface.messageBar().findChildren(QPushButton) if one.text() == "Details"]
    details[-1].click()
    iface.messageBar().clearWidgets()
    until(lambda: not iface.mapCanvas().isDrawing(), 2)
    iface.zoomToActiveLayer()
    until(lambda: not iface.mapCanvas().isDrawing(), 2)
    take("result", iface.mainWindow())


def main() -> None:
    """Go through all steps, and leave whatever happens."""
    try:
        go_through()
    except Exception:  # noqa: BLE001 - QGIS would stay open on a screen that nobody sees
        traceback.print_exc(file=sys.stderr)
    QgsProject.instance().setDirty(False)
    QgsApplication.exit()
    os._exit(0)


QTimer.singleShot(3000, main)
