"""The dock in which patches are labelled: a page for the file that is open, a choice of one where there is none."""

from typing import Any, Optional

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..environment import PLUGIN_ROOT
from ..translation import tr
from .page import LabelPage
from .store import LabelStore

_START = PLUGIN_ROOT / "ui" / "forms" / "labels_start.ui"


class LabelDock(QgsDockWidget):
    """Shows one file of labels at a time."""

    new_wanted = pyqtSignal()
    open_wanted = pyqtSignal()
    page_shown = pyqtSignal()
    """Another page is there, or is none any longer."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Echopatch Labels"), parent)
        self.setObjectName("EchopatchLabels")
        self._canvas = canvas
        self.page: Optional[LabelPage] = None
        """Of the file that is open; None where there is none."""
        self.visibilityChanged.connect(self._on_visibility)
        self._show_start()

    def show_labels(self, store: LabelStore) -> None:
        """Label these cells; what was open before is left as it is, unsaved edits among it."""
        self._leave_page()
        self.page = LabelPage(store, self._canvas, self)
        self.page.form.new_other.clicked.connect(lambda _: self.new_wanted.emit())
        self.page.form.open_other.clicked.connect(lambda _: self.open_wanted.emit())
        store.gone.connect(self.close_labels)
        self.setWidget(self.page)
        self.page_shown.emit()
        self.page.start()

    def close_labels(self) -> None:
        """Leave the file, as when its layer is removed."""
        if self.page is not None:
            self._leave_page()
            self._show_start()
            self.page_shown.emit()

    def _on_visibility(self, visible: bool) -> None:
        if self.page is not None:
            self.page.show_on_map(visible)

    def _leave_page(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.store.gone.disconnect(self.close_labels)
            page.close_labels()
            page.deleteLater()

    def _show_start(self) -> None:
        start = QWidget(self)
        form: Any = uic.loadUiType(str(_START))[0]()
        form.setupUi(start)
        form.new_labels.clicked.connect(lambda _: self.new_wanted.emit())
        form.open_labels.clicked.connect(lambda _: self.open_wanted.emit())
        self.setWidget(start)
