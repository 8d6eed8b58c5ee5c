"""Run by QGIS at its start: judges the shipped model on a labelled scene, looks at the library of models, and takes pictures.

Needs what screenshots.sh has made: the folder ``harbour`` with a product and its labels, and the shipped model in the library.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from echopatch.ui import settings, tasks
from echopatch.ui.models.export_dialog import ExportDialog
from echopatch.ui.product import add_product, look_at
from echopatch.ui.setup.build import Watch, adopt
from echopatch.ui.setup.models import model_folder
from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
PATIENCE_S = 900
LABELS = WORK / "harbour" / "labels.gpkg"


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
    """Save a picture of a widget."""
    widget.grab().save(str(PICTURES / f"qgis-{name}.png"))


def run(name: str, **parameters: object) -> None:
    """Run an algorithm to its end."""
    outcomes: list[tasks.Outcome] = []
    tasks.run_algorithm(f"echopatch:{name}", parameters, outcomes.append)
    until(lambda: bool(outcomes))
    if not outcomes[0].ok:
        raise RuntimeError(outcomes[0].error)


def product() -> Path:
    return next((WORK / "harbour").glob("TSX1_SAR__*"))


def add_layers() -> None:
    """The product and what is known of its ground."""
    task = tasks.run_small("Look", lambda one: look_at(str(product()), one), lambda _: None)
    until(lambda: task.outcome is not None)
    iface.setActiveLayer(add_product(task.outcome)[0])
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{LABELS}|layername=labels", "Survey 2026", "ogr"))


def train_a_child() -> None:
    """A model that has learned from the shipped one."""
    patches = str(WORK / "harbour.patchset")
    labels = f"{LABELS}|layername=labels"
    run("cutpatches", SCENE=[str(product())], LABELS=[labels], OUTPUT=patches, STRIDE_PX=96, BLOCK_M=400.0, TEST_SHARE=0.4)
    run("train", PATCHES=patches, START="shipped", HEAD_ONLY=True, OUTPUT=str(model_folder() / "harbour.safetensors"),
        LICENCE="CC0-1.0", PROVENANCE="Labels of one simulated scene, 1 look, 35° incidence.")  # fmt: skip


def judge() -> None:
    """The shipped model on the labelled scene."""
    desk = qgis.utils.plugins["echopatch"]._assess
    desk.open(None)
    dialog = desk._dialog
    dialog.ask("scene")
    dialog.fields.labels.choose(f"{LABELS}|layername=labels")
    until(lambda: not dialog.fields.scene.box.is_looking, 0.5)
    dialog.form.output.setFilePath(str(WORK / "harbour-report"))
    if dialog.problem():
        raise RuntimeError(dialog.problem())
    dialog.run_button.click()
    until(lambda: dialog.form.answer.currentWidget() is dialog.report, 1.0)
    take("assess", dialog)
    dialog.report.tabs.setCurrentIndex(1)
    until(lambda: True, 0.5)
    take("assess-confusion", dialog)
    dialog.reject()


def look_at_models() -> None:
    """The library, and the export of one model."""
    desk = qgis.utils.plugins["echopatch"]._assess
    desk.open_models()
    panel = desk._models
    panel.list.choose(str(model_folder() / "harbour.safetensors"))
    panel.form.pages.setCurrentIndex(1)
    until(lambda: bool(panel.pages.origin.sha256), 1.0)
    take("models", panel)
    panel.form.export_model.click()
    export = panel.findChild(ExportDialog)
    export.form.to.setCurrentIndex(export.form.to.findData("deepness"))
    export.form.output.setFilePath(str(WORK / "harbour_deepness.onnx"))
    until(lambda: not export.scene.box.is_looking, 1.0)
    take("export", export)


def main() -> None:
    """Go through all steps, and leave whatever happens."""
    try:
        # on a slow machine QGIS would announce the end of each small task
        QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
        iface.mainWindow().resize(1440, 900)
        adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
        add_layers()
        judge()
        train_a_child()
        look_at_models()
    except Exception:  # noqa: BLE001 - QGIS would stay open on a screen that nobody sees
        traceback.print_exc(file=sys.stderr)
    QgsProject.instance().setDirty(False)
    QgsApplication.exit()
    os._exit(0)


QTimer.singleShot(3000, main)
