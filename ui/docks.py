"""Where the docks of Echopatch appear: one above the other none would have room, so they share their place as tabs."""

from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt

_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea


def add_at_right(iface: Any, dock: QgsDockWidget, width_px: int) -> None:
    """Add a dock at the right of the map, as a tab beside those of Echopatch that are there.

    Args:
        iface: of QGIS.
        dock: with the name that its place is remembered by, which begins with ``Echopatch``.
        width_px: that it would like to have.
    """
    window = iface.mainWindow()
    others = [one for one in window.findChildren(QgsDockWidget) if one is not dock and one.objectName().startswith("Echopatch")]
    iface.addDockWidget(_RIGHT, dock)
    for other in others:
        if window.dockWidgetArea(other) == _RIGHT and not other.isFloating():
            window.tabifyDockWidget(other, dock)
            break
    window.resizeDocks([dock], [width_px], Qt.Orientation.Horizontal)
