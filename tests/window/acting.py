"""What scripts that act as an analyst in a real QGIS share: waiting, pressing, choosing, and taking pictures."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QApplication, QComboBox, QDockWidget, QWidget
from qgis.utils import iface

WORK, PICTURES = Path(os.environ["ECHOPATCH_DEMO"]), Path(os.environ["ECHOPATCH_PICTURES"])
PATIENCE_S = 3600
"""A machine may have other work."""
DRAWN_S = 1.5


def plugin() -> object:
    """The plugin as QGIS has loaded it."""
    return qgis.utils.plugins["echopatch"]


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


def drawn(and_s: float = DRAWN_S) -> None:
    """Have the map drawn, and wait for it."""
    canvas, times = iface.mapCanvas(), []
    canvas.mapCanvasRefreshed.connect(lambda: times.append(time.monotonic()))
    canvas.refresh()
    until(lambda: times and not canvas.isDrawing(), and_s)


def make_room(width_px: int, height_px: int) -> None:
    """A window of this size, without what the pictures are not about."""
    iface.mainWindow().resize(width_px, height_px)
    iface.mainWindow().move(0, 0)
    for name in ("Browser", "Browser2"):
        panel = iface.mainWindow().findChild(QDockWidget, name)
        if panel is not None:
            panel.close()


def start(name: str) -> None:
    """Press a button of the toolbar."""
    iface.mainWindow().findChild(QAction, f"Echopatch_{name}").trigger()


def press(key: int) -> None:
    """Press a key on the map."""
    QTest.keyClick(iface.mapCanvas(), key)
    QApplication.processEvents()


def click(button: QAbstractButton) -> None:
    """Click a button, once it can be clicked."""
    until(button.isEnabled, 0.2)
    button.click()


def pick(combo: QComboBox, data: str) -> None:
    """Choose an entry by what it stands for, as a user does from the list."""
    place = combo.findData(data)
    if place < 0:
        raise ValueError(f"{data} is not offered: {[combo.itemText(one) for one in range(combo.count())]}")
    combo.setCurrentIndex(place)
    combo.activated[int].emit(place)


def offered(combo: QComboBox) -> list[str]:
    """What the entries of a list stand for."""
    return [combo.itemData(place) or "" for place in range(combo.count())]


def shoot(name: str, widget: QWidget | None = None) -> None:
    """Save a picture of a widget, or of the whole screen."""
    if widget is None:
        iface.messageBar().clearWidgets()
        drawn()
        shot = iface.mainWindow().screen().grabWindow(0)
    else:
        until(lambda: True, DRAWN_S)
        shot = widget.grab()
    shot.save(str(PICTURES / f"{name}.png"))


def show_only(*layers: QgsMapLayer) -> None:
    """Tick these layers in the tree, and no others; what is not shown is folded."""
    root = QgsProject.instance().layerTreeRoot()
    for node in root.findLayers():
        shown = node.layer() in layers
        node.setItemVisibilityChecked(shown)
        node.setExpanded(shown)
    for group in root.findGroups():
        group.setExpanded(any(node.layer() in layers for node in group.findLayers()))
    for layer in layers:
        root.findLayer(layer).setItemVisibilityCheckedParentRecursive(True)
