"""Run by QGIS at its start: makes synthetic patches as an analyst would, takes a picture of each step, and quits.

Of a town.patchset in its folder, whose class Settlements is rare, and a model of it in the library, which filters.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from echopatch.ui import settings
from echopatch.ui.augment.dialog import AugmentDialog
from echopatch.ui.setup.build import Watch, adopt
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
STEPS = os.environ.get("STEPS", "patches train make trial").split()
SET = os.environ.get("PATCHES", "town.patchset")
STEPS_SHOWN = int(os.environ.get("STEPS_SHOWN", "800"))
PATIENCE_S = 3600
SIZE = (1100, 720)


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


def take(name: str, dialog: QWidget, page: str) -> None:
    """Save a picture of the dialog with one of its pages."""
    dialog.form.pages.setCurrentWidget(getattr(dialog.form, page))
    until(lambda: True, 1.5)
    dialog.grab().save(str(PICTURES / f"qgis-{name}.png"))


def train(dialog: QWidget) -> None:
    """A generator of pieces, stopped once its patches can be seen."""
    generator = dialog.generator
    generator.form.crop.setChecked(True)
    generator.form.small.setChecked(True)
    generator.form.train.click()
    until(lambda: generator.view.record.metrics and generator.view.record.metrics[-1]["step"] >= STEPS_SHOWN, 1)
    take("augment", dialog, "generator_page")
    generator.view.cancel_button.click()
    until(lambda: not generator.is_running, 1)


def make(dialog: QWidget) -> None:
    """Patches that the shipped model has let through, and how good they are."""
    page = dialog.make
    page.form.generator.setFilePath(str(next(WORK.glob("*-generator.safetensors"))))
    page.filter.choose(str(next((WORK / "home" / "models").glob("*.safetensors"))))
    page.form.filtered.setChecked(True)
    page.form.count.setValue(20)
    page.form.make.click()
    until(lambda: not page.is_running, 1)
    take("augment-kept", dialog, "make_page")
    page.form.assess.click()
    until(lambda: not page.is_running, 1)
    take("augment-quality", dialog, "make_page")
    page.quality.tabs.setCurrentIndex(1)
    take("augment-sheet", dialog, "make_page")


def trial(dialog: QWidget) -> None:
    """A trial of few steps: for the picture, not for the answer."""
    page = dialog.trial
    take("augment-trial", dialog, "trial_page")
    page.form.expert.setChecked(True)
    few = {"sizes": (4,), "whole": False, "seeds": 2, "arms": ("none", "gan-filter"), "steps": 10, "epochs": 2, "backbone": "resnet10"}
    page.settings.show_values({**page.settings.values(), **few, "synthetic": 10, "scenario": "crop", "width": 8})
    page.form.begin.click()
    until(lambda: not page.is_running, 1)
    page.form.expert.setChecked(False)
    take("augment-verdict", dialog, "trial_page")


def go_through() -> None:
    """All steps that are asked for."""
    QgsSettings().setValue("minTaskLengthForSystemNotification", 86400, QgsSettings.Section.App)
    adopt(settings.engine_python(), Watch(lambda share, text: None, lambda: False))
    desk = qgis.utils.plugins["echopatch"]._learning
    desk.augment()
    dialog = desk._dialogs[AugmentDialog]
    dialog.resize(*SIZE)
    dialog.patches.choose(str(WORK / SET))
    dialog.make.form.generator.setFilePath("")
    if names := os.environ.get("CLASSES"):
        dialog.patches.classes.show_classes(dialog.patches.counts.classes, names.split(","))
        dialog.patches.classes.edited.emit()
    take("augment-patches", dialog, "patches_page")
    for step in (train, make, trial):
        if step.__name__ in STEPS:
            step(dialog)


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
