"""The legend with its keys, colours and counts; a row is the class that clicks give, names and colours are edited in place."""

from typing import List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...core.contract.legend import LandClass
from ..figures import count_text
from ..translation import tr

_KEY, _NAME, _COUNT, _BAR = range(4)
_SHARE, _COLOUR = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SWATCH_PX, _BAR_PX, _MARGIN_PX = 14, 60, 4
_MOST_KEYS = 9
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class ClassTable(QTreeWidget):
    """One row per class of a legend."""

    chosen = pyqtSignal(int)
    """The user has chosen the class of this row."""
    renamed = pyqtSignal(int, str)
    """The user has given the class of this row another name."""
    colour_wanted = pyqtSignal(int)
    """The user wants another colour for the class of this row."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._names: List[str] = []
        self.setColumnCount(4)
        self.setHeaderLabels([tr("Key"), tr("Class"), tr("Cells"), ""])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        self.setItemDelegateForColumn(_BAR, _BarDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for column in (_KEY, _COUNT):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.header().resizeSection(_BAR, _BAR_PX)
        self.currentItemChanged.connect(self._on_row)
        self.itemDoubleClicked.connect(self._on_double_click)
        self.itemChanged.connect(self._on_edited)

    def show_legend(self, classes: Sequence[LandClass]) -> None:
        """Show these classes, in this order."""
        self.blockSignals(True)
        self.clear()
        self._names = [one.name for one in classes]
        for number, one in enumerate(classes, 1):
            item = QTreeWidgetItem(self, [str(number) if number <= _MOST_KEYS else "", tr(one.name), "", ""])
            item.setFlags(_EDITABLE)
            item.setIcon(_NAME, _swatch(one.colour))
            item.setData(_BAR, _COLOUR, one.colour)
            item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.blockSignals(False)
        self._fit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cells each class has."""
        most = max(counts.values(), default=0) or 1
        self.blockSignals(True)
        for row, name in enumerate(self._names):
            self.topLevelItem(row).setText(_COUNT, count_text(counts.get(name, 0)))
            self.topLevelItem(row).setData(_BAR, _SHARE, counts.get(name, 0) / most)
        self.blockSignals(False)
        self.viewport().update()

    def show_chosen(self, row: int) -> None:
        """Mark the row of the class that clicks give."""
        self.blockSignals(True)
        self.setCurrentItem(self.topLevelItem(row))
        self.blockSignals(False)

    @property
    def row(self) -> int:
        """The marked row; -1 for none."""
        return self.indexOfTopLevelItem(self.currentItem())

    def edit_name(self, row: int) -> None:
        """Let the user type the name of a class."""
        self.editItem(self.topLevelItem(row), _NAME)

    def _fit(self) -> None:
        """All rows without scrolling, up to a dozen."""
        rows = min(max(len(self._names), 3), 12)
        self.setFixedHeight(self.header().sizeHint().height() + rows * self._row_px() + 2 * self.frameWidth())

    def _row_px(self) -> int:
        return max(self.sizeHintForRow(0), self.fontMetrics().height() + 6)

    def _on_row(self, item: Optional[QTreeWidgetItem], before: Optional[QTreeWidgetItem]) -> None:
        if item is not None:
            self.chosen.emit(self.indexOfTopLevelItem(item))

    def _on_double_click(self, item: QTreeWidgetItem, column: int) -> None:
        row = self.indexOfTopLevelItem(item)
        if column == _NAME:
            self.edit_name(row)
        else:
            self.colour_wanted.emit(row)

    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        row = self.indexOfTopLevelItem(item)
        if column == _NAME and item.text(_NAME).strip() != tr(self._names[row]):
            self.renamed.emit(row, item.text(_NAME).strip())


class _BarDelegate(QStyledItemDelegate):
    """Draws how many cells a class has, beside the class that has most."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """A bar in the colour of the class."""
        super().paint(painter, option, index)
        share, colour = index.data(_SHARE) or 0.0, index.data(_COLOUR)
        bar = QRectF(option.rect).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        bar.setWidth(bar.width() * share)
        painter.fillRect(bar, QColor(colour))


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH_PX, _SWATCH_PX)
    picture.fill(Qt.GlobalColor.white)  # a frame, for the row that is marked in a colour of its own
    painter = QPainter(picture)
    painter.fillRect(picture.rect().adjusted(1, 1, -1, -1), QColor(colour))
    painter.end()
    return QIcon(picture)
