"""Brings the list of runs into QGIS's window."""

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt

from .dock import JobsDock

_HEIGHT_PX = 320


class JobsDesk:
    """Shows the list, made when it is first asked for; it is gone after ``close``."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dock: Optional[JobsDock] = None

    def open(self) -> None:
        """Show the list."""
        if self._dock is None:
            window = self._iface.mainWindow()
            self._dock = JobsDock(window)
            self._dock.refused.connect(lambda text: self._iface.messageBar().pushWarning("Echopatch", text))
            self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
            window.resizeDocks([self._dock], [_HEIGHT_PX], Qt.Orientation.Vertical)
        self._dock.setUserVisible(True)

    def close(self) -> None:
        """Take the list away."""
        if self._dock is not None:
            self._dock.close_for_good()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
