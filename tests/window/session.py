"""Run by QGIS at its start: an analyst's sitting from a scene to a map that can be trusted, by the plugin's own widgets and keys.

What the simulator knows decides which key is pressed. Pictures go to docs/images, everything else stays in the work folder,
where benchmarks/session.py measures it.
"""

import os
import sys
import traceback
from pathlib import Path

import qgis.utils
from echopatch.tests.window.acting import WORK, click, drawn, make_room, offered, pick, plugin, press, shoot, show_only, start, until
from echopatch.tests.window.labelling import label
from echopatch.tests.window.truth import Truth
from echopatch.ui import settings
from echopatch.ui.assess.sample_dialog import SampleDialog
from echopatch.ui.classify import runs
from echopatch.ui.layers import is_loaded, layers_of
from echopatch.ui.learning.fine_tune_dialog import FineTuneDialog
from echopatch.ui.product_dialog import ProductDialog
from echopatch.ui.setup.build import Watch, adopt
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface

REVIEWED, SAMPLED = 20, 120
LEAST_COVER = 0.8
"""Of a patch in review, which lies where the map wavers: one that shows two classes would teach that they are one."""
SIZE = (1500, 950)
DIALOG_SIZE = (1120, 720)


def open_product() -> QgsRasterLayer:
    """Look at the product, and add it."""
    start("open_product")
    dialog = next(one for one in iface.mainWindow().findChildren(ProductDialog))
    dialog.open_path(str(next((WORK / "scene").glob("T*_SAR__*"))))
    until(dialog.add.isEnabled)
    shoot("session-01-product", dialog)
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
    shoot("session-02-first-map")
    plugin()._desk._panel.close()
    show_only(scene)


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
    for share in ("validation_share", "test_share"):  # so few labels are needed to learn from; the map is judged by a sample of its own
        page.cutting.widget(share).setValue(0)
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
    click(dock.form.begin)
    until(lambda: dock.page is not None, 1)
    session = dock.page.session
    names = truth.of_patches(session.store, LEAST_COVER)
    digits = {one.name: Qt.Key.Key_1 + number for number, one in enumerate(session.store.legend)}
    shown = False
    while session.reviewed < REVIEWED:
        name = names.get(session.asked.place)
        press(Qt.Key.Key_S if name is None else Qt.Key.Key_Return if name == session.asked.name else digits[name])
        if session.reviewed >= REVIEWED // 2 and not shown and is_inside(session.asked.place, session.store.grid):
            shown = True
            shoot("session-09-review")
    click(dock.form.save)
    path = Path(session.store.path)
    dock.leave_review()
    dock.close()
    return path


def is_inside(place: tuple, grid: object) -> bool:
    """Far from the edges of the scene, so that the picture shows it alone."""
    return all(0.2 < one / size < 0.8 for one, size in zip(place, (grid.rows, grid.columns), strict=True))


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
    dialog.hide()
    layer = layers_of(str(sample))[0]
    layer.startEditing()
    place = layer.fields().indexOf("class")
    for cell in list(layer.getFeatures()):
        layer.changeAttributeValue(cell.id(), place, truth.of_cell(cell))
    layer.commitChanges()
    show_only(layer, scene)
    shoot("session-12-sample")
    dialog.show()
    until(lambda: not dialog.problem())
    click(dialog.run_button)
    until(lambda: dialog.report.findings is not None, 1)
    shoot("session-13-assessment", dialog)
    dialog.close()


def plain_qgis(result: Path) -> None:
    """The map in a QGIS that has never heard of the plugin."""
    qgis.utils.unloadPlugin("echopatch")
    QgsProject.instance().clear()
    iface.addVectorLayer(f"{result}|layername=regions", "Regions", "ogr")
    iface.zoomToActiveLayer()
    shoot("session-14-plain-qgis")


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
    shoot("session-06-patches", dialog)
    train(dialog)
    shoot("session-07-fine-tuned", dialog)
    map_with(dialog, scene, WORK / "second.gpkg")
    shoot("session-08-second-map")
    plugin()._desk._panel.close()
    answers = review(WORK / "second.gpkg", truth)
    dialog = fine_tune(scene, [WORK / "labels.gpkg", answers], "eighty-labels")
    train(dialog)
    shoot("session-10-fine-tuned-again", dialog)
    map_with(dialog, scene, WORK / "third.gpkg")
    shoot("session-11-third-map")
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
