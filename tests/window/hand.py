"""Run by QGIS at its start: does what the orders file says, line by line, and writes down what the user would see."""

import json
import os
from pathlib import Path

import qgis.utils
from echopatch.ui import environment, tasks
from echopatch.ui.classify.runs import Run
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QTextBrowser, QWidget
from qgis.utils import iface

ORDERS, SAID = Path(os.environ["ECHOPATCH_ORDERS"]), Path(os.environ["ECHOPATCH_SAID"])
_done = 0
_shares: dict = {}


def say(kind: str, **fields: object) -> None:
    """Write one line for the test."""
    with SAID.open("a", encoding="utf-8") as said:
        said.write(json.dumps({"type": kind, **fields}) + "\n")


def set_up(folder: str) -> None:
    """As the set-up page leaves it: this environment is whole."""
    environment.environments_folder().mkdir(parents=True, exist_ok=True)
    environment.marker_file().write_text(json.dumps({"folder": folder, "details": {}}))


def load(path: str) -> None:
    """Add a raster to the project."""
    layer = QgsRasterLayer(path, "scene")
    QgsProject.instance().addMapLayer(layer)
    say("loaded", layer=layer.id(), valid=layer.isValid())


def classify(output: str, **parameters: object) -> None:
    """Start a classification as the dialog does."""
    given = {**parameters, "OUTPUT": output, "LOAD": False}
    qgis.utils.plugins["echopatch"]._desk.start(Run("scene", output), given)


def remove_layers() -> None:
    """Take all layers away."""
    QgsProject.instance().removeAllMapLayers()


def new_project() -> None:
    """As the user does without saving."""
    QgsProject.instance().setDirty(False)
    iface.newProject(False)


def look() -> None:
    """The layers, and whether QGIS can read them."""
    say("layers", layers={layer.name(): layer.isValid() for layer in QgsProject.instance().mapLayers().values()})


def close() -> None:
    """As the user closes the window: while something runs, QGIS asks whether to cancel it, and stays for another try."""
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(500, answer)
    if not iface.mainWindow().close():
        QTimer.singleShot(500, close)


def answer() -> None:
    """Say yes to the question."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        say("asked", text=box.text())
        box.button(QMessageBox.StandardButton.Yes).click()


def leave() -> None:
    """As a script ends QGIS."""
    QgsApplication.exit()


def report_progress() -> None:
    """How far the runs are, whenever that has changed."""
    for job in tasks.running_jobs():
        share = job.task.progress()
        if _shares.get(id(job)) != share:
            _shares[id(job)] = share
            say("progress", share=share)


ACTIONS = {one.__name__: one for one in (set_up, load, classify, remove_layers, new_project, look, close, leave)}


def obey() -> None:
    """Do what has been ordered since the last look."""
    global _done  # noqa: PLW0603 - a script
    report_progress()
    lines = ORDERS.read_text(encoding="utf-8").splitlines() if ORDERS.exists() else []
    for line in lines[_done:]:
        _done += 1
        order = json.loads(line)
        ACTIONS[order.pop("do")](**order)


def overhear(item: QWidget) -> None:
    """Write down a message; one with a button is a plain widget to Python."""
    texts = [one.toPlainText() for one in item.findChildren(QTextBrowser)]
    say("bar", text=" ".join(texts))


def start() -> None:
    """Tell that QGIS is there, and what the plugin cost."""
    iface.messageBar().widgetAdded.connect(overhear)
    provider = QgsApplication.processingRegistry().providerById("echopatch")
    names = sorted(one.name() for one in provider.algorithms()) if provider else []
    say("ready", cost=qgis.utils.plugin_times.get("echopatch", ""), algorithms=names)
    timer.start(100)


timer = QTimer()
timer.timeout.connect(obey)
QTimer.singleShot(1500, start)
