"""Run by QGIS at its start: trains a model and a student as an analyst would, takes a picture of each step, and quits."""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from echopatch.ui import settings, tasks
from echopatch.ui.learning.distil_dialog import DistilDialog
from echopatch.ui.learning.fine_tune_dialog import FineTuneDialog
from echopatch.ui.product import add_product, look_at
from echopatch.ui.setup.build import Watch, adopt
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
PATIENCE_S = 1800
SIZE = (1040, 700)
EPOCHS_SHOWN = 6


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


def products() -> list[Path]:
    return [next((WORK / place).glob("TSX1_SAR__*")) for place in ("harbour", "valley")]


def add_layers() -> None:
    for product in products():
        task = tasks.run_small("Look", lambda one, path=str(product): look_at(path, one), lambda _: None)
        until(lambda task=task: task.outcome is not None)
        layers = add_product(task.outcome)
        iface.setActiveLayer(layers[0])
    iface.zoomToActiveLayer()


def opened(show: Callable[[], None], kind: type, columns: int) -> QWidget:
    """A dialog with all scenes in its table."""
    learning = qgis.utils.plugins["echopatch"]._learning
    show(learning)
    dialog = learning._dialogs[kind]
    dialog.resize(*SIZE)
    dialog.move(30, 40)
    table = dialog.patches.table
    for row, product in enumerate(products()):
        if row:
            table.add()
        paths = (product, product.parent / "labels.gpkg", product.parent / "optical.tif")
        for column in range(columns):
            table.cellWidget(row, column).choose(str(paths[column]))
    dialog.patches.cutting.widget("block_m").setValue(400.0)
    return dialog


def look(dialog: QWidget) -> None:
    dialog.patches.form.look.click()
    until(lambda: dialog.patches.info is not None and dialog.patches._job is None, 1.0)


def show_page(dialog: QWidget, name: str) -> None:
    dialog.form.pages.setCurrentWidget(getattr(dialog.form, name))
    until(lambda: True, 1.0)


def fine_tune() -> None:
    dialog = opened(lambda desk: desk.fine_tune(), FineTuneDialog, 2)
    look(dialog)
    dialog.form.model_name.setText("harbour-and-valley")
    take("fine-tune-patches", dialog)
    until(lambda: not iface.mapCanvas().isDrawing(), 2)
    dialog.hide()
    until(lambda: not iface.mapCanvas().isDrawing(), 2)
    take("fine-tune-split", iface.mainWindow())
    dialog.show()
    show_page(dialog, "training_page")
    take("fine-tune-training", dialog)
    dialog.form.expert.setChecked(True)
    dialog.settings.unfold("transfer")
    show_page(dialog, "training_page")
    take("fine-tune-expert", dialog)
    dialog.form.expert.setChecked(False)
    dialog.run_button.click()
    until(lambda: len(dialog.run.view.record.metrics) >= EPOCHS_SHOWN, 1.0)
    take("fine-tune-running", dialog)
    until(lambda: not dialog.is_running, 2.0)
    take("fine-tune-result", dialog)
    dialog.reject()


def distil() -> None:
    dialog = opened(lambda desk: desk.distil(), DistilDialog, 3)
    dialog.patches.form.output.setFilePath(str(WORK / "pairs.patchset"))
    dialog.patches.cutting.widget("patch_pixel_size_m").setValue(2.5)
    dialog.patches.cutting.widget("patch_px").setValue(64)
    look(dialog)
    dialog.form.model_name.setText("student")
    take("distil-patches", dialog)
    dialog.form.expert.setChecked(True)
    dialog.student_settings.unfold("distillation")
    small = dialog.teacher_settings.widget("backbone")
    small.setCurrentIndex(small.findData("resnet10"))
    dialog.teacher_settings.widget("epochs").setValue(5)
    dialog.student_settings.widget("epochs").setValue(8)
    show_page(dialog, "training_page")
    dialog.form.student_area.ensureWidgetVisible(dialog.student_settings.widget("diversity"))
    take("distil-training", dialog)
    dialog.run_button.click()
    until(lambda: dialog.run.view.record.title.endswith("(2 of 2)") and len(dialog.run.view.record.metrics) > EPOCHS_SHOWN, 1.0)
    take("distil-running", dialog)
    until(lambda: not dialog.is_running, 2.0)
    dialog.reject()


def jobs() -> None:
    qgis.utils.plugins["echopatch"]._jobs.open()
    until(lambda: not iface.mapCanvas().isDrawing(), 2)
    take("jobs", iface.mainWindow())


def main() -> None:
    """Go through all steps, and leave whatever happens."""
    try:
        # on a slow machine QGIS would announce the end of each small task
        QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
        iface.mainWindow().resize(1440, 900)
        iface.mainWindow().move(0, 0)
        adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
        add_layers()
        for step in (fine_tune, distil, jobs):
            step()
    except Exception:  # noqa: BLE001 - QGIS would stay open on a screen that nobody sees
        traceback.print_exc(file=sys.stderr)
    QgsProject.instance().setDirty(False)
    QgsApplication.exit()
    os._exit(0)


QTimer.singleShot(3000, main)
