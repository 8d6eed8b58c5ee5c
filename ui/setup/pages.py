"""Where the set-up form appears: as a page of QGIS's options, and as a dialog when the engine is needed and not there."""

from typing import Optional

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from ..environment import engine_state
from ..icons import icon
from ..translation import tr
from .form import EngineForm

PAGE_KEY = "echopatch_engine"
"""By this name ``iface.showOptionsDialog`` opens the page."""


class EnginePage(QgsOptionsPageWidget):
    """The set-up form as a page of QGIS's options."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE_KEY)
        self.form = EngineForm(self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def apply(self) -> None:
        """Keep what was entered, when the user presses OK."""
        self.form.apply()


class EnginePageFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that QGIS shows its options."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Echopatch")

    def icon(self) -> QIcon:
        """The icon in the list of pages."""
        return icon("echopatch")

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """A new page."""
        return EnginePage(parent)


class EngineDialog(QDialog):
    """The set-up form as a dialog, for the first use."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Set Up the Engine of Echopatch"))
        self.resize(720, 620)
        self.form = EngineForm(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addWidget(buttons)

    def reject(self) -> None:
        """Keep what was entered; work that is going on continues in QGIS's task bar."""
        self.form.keep()
        super().reject()


def ensure_engine(parent: Optional[QWidget] = None) -> bool:
    """Whether the engine can be used; where it cannot, the user may set it up first.

    For actions that start the engine; never at QGIS's own start.
    """
    if engine_state().kind != "ready":
        EngineDialog(parent).exec()
    return engine_state().kind == "ready"
