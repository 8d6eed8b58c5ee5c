"""The classes of a patch set to choose among: a bar for the training patches of each, rare ones marked."""

from typing import Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...core.contract.commands.generation import LEAST_PATCHES
from ..figures import count_text
from ..translation import tr
from .patch_counts import ClassCount

_NAME, _TRAIN, _VALIDATION, _TEST, _MARK = range(5)
_COUNT = Qt.ItemDataRole.UserRole
_SWATCH_PX, _BAR_PX, _GAP_PX = 12, 180, 8
_ROW_HEIGHTS, _BAR_SHARE = 1.8, 0.6
_RARE_COLOUR = "#d7301f"


class ClassList(QTreeWidget):
    """Shows a row per class; those that are ticked are to be enlarged."""

    edited = pyqtSignal()
    """Other classes are chosen, by hand."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(tr("Classes and their patches"))
        self.setHeaderLabels([tr("Enlarge"), tr("Training Patches"), tr("Validation"), tr("Test"), ""])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_TRAIN, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(lambda *_: self.edited.emit())

    @property
    def chosen(self) -> Tuple[str, ...]:
        """Names of the ticked classes, in the order of the legend."""
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return tuple(item.data(_NAME, _COUNT) for item in items if item.checkState(_NAME) == Qt.CheckState.Checked)

    def show_classes(self, classes: Sequence[ClassCount], chosen: Sequence[str]) -> None:
        """Show these classes, some of them ticked."""
        most = max((one.train for one in classes), default=0) or 1
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_item(one, one.name in chosen) for one in classes])
        self.setItemDelegateForColumn(_TRAIN, _BarDelegate(most, self))
        self.blockSignals(False)


class _BarDelegate(QStyledItemDelegate):
    """Draws a count as a bar in the colour of its class, hatched where the class is rare."""

    def __init__(self, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Room for the bar and its number."""
        return QSize(_BAR_PX, round(option.fontMetrics.height() * _ROW_HEIGHTS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The bar, and the number behind it."""
        one: ClassCount = index.data(_COUNT)
        text = count_text(one.train)
        text_px = option.fontMetrics.horizontalAdvance(count_text(self._most)) + _GAP_PX
        area = QRectF(option.rect).adjusted(_GAP_PX, 0, -_GAP_PX, 0)
        height = area.height() * _BAR_SHARE
        length = max(1.0, (area.width() - text_px) * one.train / self._most)
        bar = QRectF(area.left(), area.center().y() - height / 2, length, height)
        painter.save()
        painter.fillRect(bar, QColor(one.colour))
        if one.is_rare:
            brush = painter.brush()
            brush.setStyle(Qt.BrushStyle.BDiagPattern)
            brush.setColor(QColor(255, 255, 255, 190))
            painter.fillRect(bar, brush)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        beside = QRectF(bar.right() + _GAP_PX, area.top(), text_px, area.height())
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


def _item(one: ClassCount, ticked: bool) -> QTreeWidgetItem:
    item = QTreeWidgetItem([tr(one.name), "", count_text(one.validation), count_text(one.test), _mark(one)])
    item.setData(_NAME, _COUNT, one.name)
    item.setData(_TRAIN, _COUNT, one)
    item.setData(_TRAIN, Qt.ItemDataRole.AccessibleTextRole, count_text(one.train))
    swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
    swatch.fill(QColor(one.colour))
    item.setData(_NAME, Qt.ItemDataRole.DecorationRole, swatch)
    if one.is_rare:
        item.setForeground(_MARK, QColor(_RARE_COLOUR))
    item.setCheckState(_NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    if one.train < LEAST_PATCHES:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
    return item


def _mark(one: ClassCount) -> str:
    if one.train < LEAST_PATCHES:
        return tr("too few to learn from")
    if one.is_rare:
        return tr("rare")
    return tr("few") if one.is_few else ""
