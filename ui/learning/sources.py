"""The table of what patches are cut from: a scene and its labels a row, and for a teacher an optical image."""

from dataclasses import dataclass
from typing import List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QWidget

from ..translation import tr
from .path_choice import PathChoice, image_choice, labels_choice, scene_choice

_HEIGHT_PX = 190
"""Room for five rows; more are scrolled to."""


@dataclass(frozen=True)
class Source:
    """One row."""

    scene: str
    labels: str
    optical: str = ""

    def is_whole(self, with_optical: bool) -> bool:
        """Nothing of it is missing."""
        return bool(self.scene and self.labels and (self.optical or not with_optical))


class SourceTable(QTableWidget):
    """Rows of choices; there is always one."""

    edited = pyqtSignal()
    """A row says something else, has come or has gone."""

    def __init__(self, with_optical: bool = False, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.with_optical = with_optical
        titles = [tr("Scene"), tr("Labels"), tr("Optical Image")][: 3 if with_optical else 2]
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(tr("Scenes and labels"))
        self.setMaximumHeight(_HEIGHT_PX)
        self.add()

    def add(self, source: Source = Source("", "")) -> None:
        """Add a row."""
        row = self.rowCount()
        self.insertRow(row)
        kinds = [scene_choice, labels_choice, image_choice][: self.columnCount()]
        for column, (make, path) in enumerate(zip(kinds, (source.scene, source.labels, source.optical))):
            choice = make()
            choice.choose(path)
            choice.path_changed.connect(self.edited)
            self.setCellWidget(row, column, choice)
        self.resizeRowToContents(row)
        self.edited.emit()

    def remove_current(self) -> None:
        """Remove the current row, or the last one; the only one is emptied."""
        row = self.currentRow() if self.currentRow() >= 0 else self.rowCount() - 1
        for column in range(self.columnCount()):
            self._choice(row, column).close_for_good()
        self.removeRow(row)
        if not self.rowCount():
            self.add()
        self.edited.emit()

    def sources(self) -> List[Source]:
        """What the rows say, empty ones left out."""
        rows = [Source(*(self._choice(row, column).path for column in range(self.columnCount()))) for row in range(self.rowCount())]
        return [one for one in rows if one != Source("", "")]

    def close_for_good(self) -> None:
        """Hear no more of the project."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._choice(row, column).close_for_good()

    def _choice(self, row: int, column: int) -> PathChoice:
        return self.cellWidget(row, column)


def problem_of(sources: List[Source], with_optical: bool) -> str:
    """What the rows lack; empty for nothing."""
    if not sources:
        return tr("Choose a scene and its labels.")
    if not all(one.is_whole(with_optical) for one in sources):
        if with_optical:
            return tr("Each row needs a scene, its labels and an optical image.")
        return tr("Each row needs a scene and its labels.")
    return ""
