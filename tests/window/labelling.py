"""The part of a sitting in which patches are labelled, by key, while the live map follows."""

import shutil

from echopatch.tests.window.acting import WORK, click, pick, plugin, press, shoot, start, until
from echopatch.tests.window.truth import Truth
from echopatch.ui.labels.page import LabelPage
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

LABELS = (10, 20, 40, 60)
"""At these numbers of labels the live map is kept, to be measured."""
LEAST_COVER = 0.6
"""Of a patch, below which the analyst skips it: it shows two classes."""
LABELLING_SCALE = 10000


def label(scene: QgsRasterLayer, truth: Truth) -> None:
    """Press the digit of one patch after the other, and watch the live map."""
    iface.setActiveLayer(scene)
    start("label")
    desk = plugin()._labels
    desk.new()
    dialog = desk._dialog
    pick(dialog.form.model, dialog.form.model.itemData(1))
    dialog.form.output.setFilePath(str(WORK / "labels.gpkg"))
    until(lambda: dialog.scene.info is not None and not dialog.problem())
    click(dialog.create_button)
    until(lambda: desk.dock.page is not None, 1)
    page = desk.dock.page
    begin_at_the_upper_left(page)
    names = truth.of_patches(page.store, LEAST_COVER)
    for labels in LABELS:
        press_digits(page, names, labels)
        if labels == LABELS[0]:
            zoom_in(page, scene)
            shoot("session-03-labels")
            begin_live_map(page)
        keep_live_map(page, scene, labels)
    click(page.form.save)
    click(page.live.form.start)
    until(lambda: not QgsProject.instance().mapLayersByName("Live map"))
    desk.dock.close()


def begin_at_the_upper_left(page: LabelPage) -> None:
    """As one reads: with a click of the right button, which labels nothing."""
    cells, canvas = page.store.cells, iface.mapCanvas()
    first = min(cells, key=lambda cell: sum(cells.place_of(cell)))
    pixel = canvas.getCoordinateTransform().transform(page.store.centre(first))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=QPoint(round(pixel.x()), round(pixel.y())))
    until(lambda: page.session.current == first)


def zoom_in(page: LabelPage, scene: QgsRasterLayer) -> None:
    """So near that patches can be judged, the current one and those towards the middle of the scene."""
    here, middle = page.store.outline(page.session.current).boundingBox().center(), scene.extent().center()
    iface.mapCanvas().zoomScale(LABELLING_SCALE)
    iface.mapCanvas().setCenter(QgsPointXY((here.x() + middle.x()) / 2, (here.y() + middle.y()) / 2))
    iface.mapCanvas().refresh()


def press_digits(page: LabelPage, names: dict, labels: int) -> None:
    """Say what each patch is until there are so many labels."""
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(page.store.legend)}
    while len(page.store.cells.labelled) < labels:
        name = names.get(page.store.cells.place_of(page.session.current))
        press(digits[name] if name else Qt.Key.Key_Return)


def begin_live_map(page: LabelPage) -> None:
    """Let the model look at the scene, once."""
    form = page.live.form
    form.box.setCollapsed(False)
    page.form.scroll.ensureWidgetVisible(page.live)
    click(form.start)
    until(lambda: page.live.live is not None)


def keep_live_map(page: LabelPage, scene: QgsRasterLayer, labels: int) -> None:
    """Wait for the map of these labels, look at it from afar, and keep it."""
    until(lambda: f"{labels} labels" in page.live.form.status.text())
    layer = QgsProject.instance().mapLayersByName("Live map")[0]
    shutil.copyfile(layer.source(), WORK / f"live-{labels}.tif")
    if labels not in (LABELS[0], LABELS[-1]):
        return
    extent = iface.mapCanvas().extent()
    iface.mapCanvas().setExtent(iface.mapCanvas().mapSettings().layerExtentToOutputExtent(scene, scene.extent()))
    iface.mapCanvas().refresh()
    page.form.scroll.ensureWidgetVisible(page.live)
    shoot(f"session-{'04' if labels == LABELS[0] else '05'}-live-map-{labels}")
    iface.mapCanvas().setExtent(extent)
    iface.mapCanvas().refresh()
