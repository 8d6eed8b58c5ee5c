"""What a run has written, as a list from which it is opened or added to the project."""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ..layers import add_file, add_result
from ..result import ResultBroken
from ..translation import tr
from .record import JobRecord

_LAYERS = (".gpkg", ".tif", ".tiff", ".patchset")
_PATH = Qt.ItemDataRole.UserRole


class Outputs(QWidget):
    """The outputs of one run."""

    refused = pyqtSignal(str)
    """Why a file could not be added."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._record: Optional[JobRecord] = None
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Output"), tr("Value")])
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.open_button, self.add_button = QPushButton(tr("Open")), QPushButton(tr("Add to Project"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.add_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.list)
        rows.addLayout(buttons)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemDoubleClicked.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.add_button.clicked.connect(self._add)
        self._on_chosen()

    def show_record(self, record: Optional[JobRecord]) -> None:
        """List what a run has written, and the figures it has given."""
        self._record = record
        self.list.clear()
        for name, value in (record.outputs if record else {}).items():
            item = QTreeWidgetItem([name, _words(value)])
            item.setData(0, _PATH, _path(value))
            item.setToolTip(1, _words(value))
            self.list.addTopLevelItem(item)
        if self.list.topLevelItemCount():
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self._on_chosen()

    def _chosen(self) -> str:
        """The path in the chosen line; empty for a figure."""
        item = self.list.currentItem()
        return (item.data(0, _PATH) or "") if item is not None else ""

    def _on_chosen(self, *_: Any) -> None:
        path = self._chosen()
        self.open_button.setEnabled(bool(path))
        self.add_button.setEnabled(Path(path).suffix in _LAYERS)

    def _open(self, *_: Any) -> None:
        path = self._chosen()
        if path:
            page = Path(path) / "report.html"
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(page if page.is_file() else path)))

    def _add(self) -> None:
        path, is_result = self._chosen(), self._record is not None and self._record.algorithm == "echopatch:classify"
        try:
            if is_result and path.partition("|")[0].endswith(".gpkg"):
                add_result(path.partition("|")[0], Path(path.partition("|")[0]).stem)
            else:
                add_file(path)
        except ResultBroken as broken:
            self.refused.emit(str(broken))


def _path(value: Any) -> str:
    """The path that an output is; empty for one that is none, or is no longer there."""
    text = value if isinstance(value, str) else ""
    file = text.partition("|")[0]
    return text if file and len(text.splitlines()) == 1 and Path(file).is_absolute() and Path(file).exists() else ""


def _words(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(one)}" for name, one in value.items())
    return str(value)
