"""Run by QGIS at its start: an analyst's sitting from a scene to a map that can be trusted, by the plugin's own widgets and keys.

What the simulator knows decides which key is pressed. Pictures go to docs/images, everything else stays in the work folder,
where benchmarks/session.py measures it.
"""

import os
import shutil
import sys
import traceback
from pathlib import Path

import qgis.utils
from echopatch.tests.window.acting import click, drawn, make_room, offered, pick, picture, press, show_only, start, until
from echopatch.tests.window.truth import Truth
from echopatch.ui import settings
from echopatch.ui.assess.sample_dialog import SampleDialog
from echopatch.ui.classify import runs
from echopatch.ui.labels.cells import BY_SAMPLE
from echopatch.ui.labels.sampling import SPREAD
from echopatch.ui.layers import is_loaded, layers_of
from echopatch.ui.learning.fine_tune_dialog import FineTuneDialog
from echopatch.ui.product_dialog import ProductDialog
from echopatch.ui.setup.build import Watch, adopt
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
LABELS = (10, 20, 40, 60)
"""At these numbers of labels the live map is kept, to be measured."""
DRAWN, REVIEWED, SAMPLED = 100, 20, 120
LABELLING_SCALE = 10000
BLOCK_M = 400.0
SIZE = (1500, 950)
DIALOG_SIZE = (1120, 720)


def shoot(name: str, widget: object = None) -> None:
    """A picture of a step."""
    picture(widget or iface.mainWindow(), PICTURES / f"session-{name}.png")


def plugin() -> object:
    """The plugin as QGIS has loaded it."""
    return qgis.utils.plugins["echopatch"]


def open_product() -> QgsRasterLayer:
    """Look at the product, and add it."""
    start("open_product")
    dialog = next(one for one in iface.mainWindow().findChildren(ProductDialog))
    dialog.open_path(str(next((WORK / "scene").glob("T*_SAR__*"))))
    until(dialog.add.isEnabled)
    shoot("01-product", dialog)
    click(dialog.add)
    drawn()
    return iface.activeLayer()


def classify(scene: QgsRasterLayer, output: Path) -> QgsVectorLayer:
    """Let the dialog, which has its model already, classify the scene; the regions."""
    dialog = plugin()._desk._dialog
    dialog.form.scene.setLayer(scene)
    dialog.form.output.setFilePath(str(output))
    until(lambda: dialog.scene.info is not None and not dialog.problem())
    click(dialog.run_button)
    dialog.close()
    until(lambda: not runs.under_way() and is_loaded(str(output)), 2)
    until(lambda: any(one.text() == "Details" for one in iface.messageBar().findChildren(QPushButton)))
    next(one for one in reversed(iface.messageBar().findChildren(QPushButton)) if one.text() == "Details").click()
    regions = next(one for one in layers_of(str(output)) if one.source().endswith("=regions"))
    show_only(regions, scene)
    iface.setActiveLayer(scene)
    iface.zoomToActiveLayer()
    return regions


def first_map(scene: QgsRasterLayer) -> None:
    """What the model makes of the scene before it has learned anything about it."""
    iface.setActiveLayer(scene)
    start("classify")
    classify(scene, WORK / "first.gpkg")
    shoot("02-first-map")
    plugin()._desk._panel.close()
    show_only(scene)


def label(scene: QgsRasterLayer, truth: Truth) -> None:
    """Draw a sample of patches, press the digit of each, and watch the live map."""
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
    draw_sample(page)
    names = truth.of_patches(page.store)
    for labels in LABELS:
        press_digits(page, names, labels)
        if labels == LABELS[0]:
            zoom_in(page, scene)
            shoot("03-labels")
            page.form.sample_box.setCollapsed(True)
            begin_live_map(page)
        keep_live_map(page, scene, labels)
    click(page.form.save)
    click(page.live.form.start)
    until(lambda: not QgsProject.instance().mapLayersByName("Live map"))
    desk.dock.close()


def zoom_in(page: object, scene: QgsRasterLayer) -> None:
    """So near that patches can be judged, the current one and those towards the middle of the scene."""
    here, middle = page.store.outline(page.session.current).boundingBox().center(), scene.extent().center()
    iface.mapCanvas().zoomScale(LABELLING_SCALE)
    iface.mapCanvas().setCenter(QgsPointXY((here.x() + middle.x()) / 2, (here.y() + middle.y()) / 2))
    iface.mapCanvas().refresh()


def draw_sample(page: object) -> None:
    """More patches than will be labelled: those that show two classes are skipped."""
    form = page.form
    form.sample_box.setCollapsed(False)
    form.design.setCurrentIndex(form.design.findData(SPREAD))
    form.sample_count.setValue(DRAWN)
    form.scroll.ensureWidgetVisible(form.draw)
    click(form.draw)
    until(lambda: page.session.order == BY_SAMPLE)


def press_digits(page: object, names: dict, labels: int) -> None:
    """Say what each patch is until there are so many labels."""
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(page.store.legend)}
    while len(page.store.cells.labelled) < labels:
        name = names.get(page.store.cells.place_of(page.session.current))
        press(digits[name] if name else Qt.Key.Key_Return)


def begin_live_map(page: object) -> None:
    """Let the model look at the scene, once."""
    form = page.live.form
    form.box.setCollapsed(False)
    page.form.scroll.ensureWidgetVisible(page.live)
    click(form.start)
    until(lambda: page.live.live is not None)


def keep_live_map(page: object, scene: QgsRasterLayer, labels: int) -> None:
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
    shoot(f"{'04' if labels == LABELS[0] else '05'}-live-map-{labels}")
    iface.mapCanvas().setExtent(extent)
    iface.mapCanvas().refresh()


def fine_tune(scene: QgsRasterLayer, labels: list, name: str) -> FineTuneDialog:
    """Cut patches from the labels, look at them, and fit a new head."""
    start("fine_tune")
    dialog = plugin()._learning._dialogs[FineTuneDialog]
    dialog.resize(*DIALOG_SIZE)
    dialog.form.pages.setCurrentWidget(dialog.form.patches_page)
    table, page = dialog.patches.table, dialog.patches
    for row, one in enumerate(labels):
        if row == table.rowCount():
            click(page.form.add_row)
        pick(table.cellWidget(row, 0), next(data for data in offered(table.cellWidget(row, 0)) if "SAR__" in data))
        pick(table.cellWidget(row, 1), next(data for data in offered(table.cellWidget(row, 1)) if Path(data.partition("|")[0]) == one))
    page.cutting.widget("block_m").setValue(BLOCK_M)
    page.form.output.setFilePath(str(WORK / f"{name}.patchset"))
    click(page.form.look)
    until(lambda: page.info is not None, 1)
    dialog.form.model_name.setText(name)
    return dialog


def train(dialog: FineTuneDialog) -> None:
    """The shortest of the three ways."""
    dialog.form.pages.setCurrentWidget(dialog.form.training_page)
    click(dialog.form.head_only)
    click(dialog.run_button)
    until(lambda: not dialog.is_running, 1)


def map_with(dialog: FineTuneDialog, scene: QgsRasterLayer, output: Path) -> QgsVectorLayer:
    """Use the new model, in one click."""
    iface.setActiveLayer(scene)
    click(dialog.run.use_button)
    dialog.close()
    return classify(scene, output)


def review(result: Path, truth: Truth) -> Path:
    """Answer the least certain patches; the file of the answers."""
    cells = next(one for one in layers_of(str(result)) if one.source().endswith("=cells"))
    iface.setActiveLayer(cells)
    start("review")
    dock = plugin()._review.dock
    dock.form.most.setValue(2 * REVIEWED)
    click(dock.form.begin)
    until(lambda: dock.page is not None, 1)
    session = dock.page.session
    names = truth.of_patches(session.store)
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(session.store.legend)}
    while session.reviewed < REVIEWED:
        name = names.get(session.asked.place)
        press(Qt.Key.Key_S if name is None else Qt.Key.Key_Return if name == session.asked.name else digits[name])
        if session.reviewed == REVIEWED // 2 and name:
            shoot("09-review")
    click(dock.form.save)
    path = Path(session.store.path)
    dock.leave_review()
    dock.close()
    return path


def assess(scene: QgsRasterLayer, result: Path, truth: Truth) -> None:
    """Draw cells of the map by chance, say what each is, and have areas and accuracy estimated."""
    iface.setActiveLayer(next(one for one in layers_of(str(result)) if one.source().endswith("=cells")))
    start("assess")
    dialog = plugin()._assess._dialog
    dialog.resize(*DIALOG_SIZE)
    dialog.ask("areas")
    click(dialog.form.draw)
    asked = dialog.findChild(SampleDialog)
    asked.settings.show_values({**asked.settings.values(), "count": SAMPLED, "min_per_class": 10})
    sample = Path(asked.settings.values()["output"])
    click(asked.draw_button)
    until(lambda: is_loaded(str(sample)), 1)
    layer = layers_of(str(sample))[0]
    layer.startEditing()
    place = layer.fields().indexOf("class")
    for cell in list(layer.getFeatures()):
        layer.changeAttributeValue(cell.id(), place, truth.of_cell(cell))
    layer.commitChanges()
    show_only(layer, scene)
    shoot("12-sample")
    dialog.show()
    until(lambda: not dialog.problem())
    click(dialog.run_button)
    until(lambda: dialog.report.findings is not None, 1)
    shoot("13-assessment", dialog)
    dialog.close()


def plain_qgis(result: Path) -> None:
    """The map in a QGIS that has never heard of the plugin."""
    qgis.utils.unloadPlugin("echopatch")
    QgsProject.instance().clear()
    iface.addVectorLayer(f"{result}|layername=regions", "Regions", "ogr")
    iface.zoomToActiveLayer()
    shoot("14-plain-qgis")


def go_through() -> None:
    """The whole sitting."""
    # on a slow machine QGIS would announce the end of each small task
    QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
    make_room(*SIZE)
    adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
    scene = open_product()
    truth = Truth(WORK / "scene" / "labels.gpkg")
    first_map(scene)
    label(scene, truth)
    dialog = fine_tune(scene, [WORK / "labels.gpkg"], "sixty-labels")
    shoot("06-patches", dialog)
    train(dialog)
    shoot("07-fine-tuned", dialog)
    map_with(dialog, scene, WORK / "second.gpkg")
    shoot("08-second-map")
    plugin()._desk._panel.close()
    answers = review(WORK / "second.gpkg", truth)
    dialog = fine_tune(scene, [WORK / "labels.gpkg", answers], "eighty-labels")
    train(dialog)
    shoot("10-fine-tuned-again", dialog)
    map_with(dialog, scene, WORK / "third.gpkg")
    shoot("11-third-map")
    plugin()._desk._panel.close()
    assess(scene, WORK / "third.gpkg", truth)
    plain_qgis(WORK / "third.gpkg")
    (WORK / "done").touch()


def main() -> None:
    """Go through it, and leave whatever happens."""
    try:
        go_through()
    except Exception:  # noqa: BLE001 - QGIS would stay open on a screen that nobody sees
        traceback.print_exc(file=sys.stderr)
        iface.mainWindow().screen().grabWindow(0).save(str(WORK / "trouble.png"))
    os._exit(0)


QTimer.singleShot(3000, main)
