"""A table of figures per class, each with its interval drawn beside the number."""

from dataclasses import dataclass
from typing import Any, Optional, Tuple

from qgis.PyQt.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

Span = Tuple[float, float]

_FIGURE = Qt.ItemDataRole.UserRole
_TRACK_PX, _GAP_PX, _SWATCH_PX = 56, 6, 12
_ROW_HEIGHTS = 1.6
"""Of a row, in heights of the font."""
_DOT_PX = 3.5


@dataclass(frozen=True)
class Figure:
    """One number of a table, as it is written and as it is drawn."""

    text: str
    value: Optional[float] = None
    """None where there is nothing to draw."""
    interval: Optional[Span] = None
    reliable: bool = True
    """Whether it rests on enough places; if not it is drawn hollow."""
    tip: str = ""


@dataclass(frozen=True)
class Column:
    """What the figures of a column are."""

    title: str
    span: Optional[Span] = None
    """The scale that they are drawn on; None for a column of mere text."""
    tip: str = ""


@dataclass(frozen=True)
class Row:
    """The figures of one class."""

    name: str
    colour: str
    """``#rrggbb``; empty for none."""
    figures: Tuple[Figure, ...]
    """In the order of the columns."""


class FigureTable(QTreeWidget):
    """Shows a row per class; numbers on a scale carry a small picture of their interval."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(True)

    def show_rows(self, columns: Tuple[Column, ...], rows: Tuple[Row, ...], first_title: str) -> None:
        """Show these figures.

        Args:
            columns: all but the first, which holds the names.
            rows: one per class.
            first_title: of the names.
        """
        self.clear()
        self.setColumnCount(len(columns) + 1)
        self.setHeaderLabels([first_title, *(one.title for one in columns)])
        for number, column in enumerate(columns, 1):
            self.headerItem().setToolTip(number, column.tip)
            text_px = max((self.fontMetrics().horizontalAdvance(row.figures[number - 1].text) for row in rows), default=0)
            self.setItemDelegateForColumn(number, _FigureDelegate(column.span, text_px, self))
        self.addTopLevelItems([_item(row) for row in rows])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table gets a scroll bar, and room for it."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as its rows: the page around it scrolls, not the table."""
        header = self.header()
        wanted_px = sum(max(self.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in range(self.columnCount()))
        scrolls = wanted_px > self.viewport().width()
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if scrolls else policy.ScrollBarAlwaysOff)
        bar_px = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        rows_px = self.topLevelItemCount() * self.sizeHintForRow(0)
        self.setFixedHeight(header.sizeHint().height() + rows_px + bar_px + 2 * self.frameWidth())


class _FigureDelegate(QStyledItemDelegate):
    """Draws a number, and its interval on the scale of the column."""

    def __init__(self, span: Optional[Span], text_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._span = span
        self._text_px = text_px
        """Of the longest number of the column: all scales begin at one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Room for the number and the scale."""
        track_px = _TRACK_PX + _GAP_PX if self._span else 0
        return QSize(self._text_px + track_px + 2 * _GAP_PX, round(option.fontMetrics.height() * _ROW_HEIGHTS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The number, and behind it the scale."""
        figure: Figure = index.data(_FIGURE)
        area = QRectF(option.rect).adjusted(_GAP_PX, 0, -_GAP_PX, 0)
        text = QRectF(area.left(), area.top(), self._text_px, area.height())
        track = QRectF(text.right() + _GAP_PX, area.top(), _TRACK_PX, area.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), figure.text)
        if self._span is not None and figure.value is not None:
            _draw_scale(painter, track, option.palette, self._span)
            _draw_figure(painter, track, option.palette, (figure, self._span))
        painter.restore()


def _item(row: Row) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, *(one.text for one in row.figures)])
    if row.colour:
        swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
        swatch.fill(QColor(row.colour))
        item.setData(0, Qt.ItemDataRole.DecorationRole, swatch)
    for number, figure in enumerate(row.figures, 1):
        item.setData(number, _FIGURE, figure)
        item.setToolTip(number, figure.tip)
    return item


def _draw_scale(painter: QPainter, track: QRectF, palette: QPalette, span: Span) -> None:
    """The line that figures are drawn on, with a mark at zero where it lies inside."""
    painter.setPen(palette.color(QPalette.ColorRole.Midlight))
    middle = track.center().y()
    painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
    if span[0] < 0 < span[1]:
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        zero = _place(track, span, 0.0)
        painter.drawLine(QPointF(zero, track.top() + 3), QPointF(zero, track.bottom() - 3))


def _draw_figure(painter: QPainter, track: QRectF, palette: QPalette, drawn: Tuple[Figure, Span]) -> None:
    """The interval as a bar, the figure as a dot; hollow where it is not reliable."""
    figure, span = drawn
    colour, middle = palette.color(QPalette.ColorRole.Highlight), track.center().y()
    if figure.interval is not None:
        pen = painter.pen()
        pen.setColor(colour)
        pen.setWidthF(2.5 if figure.reliable else 1.0)
        painter.setPen(pen)
        low, high = (_place(track, span, end) for end in figure.interval)
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    painter.setPen(colour)
    painter.setBrush(colour if figure.reliable else palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(QPointF(_place(track, span, figure.value), middle), _DOT_PX, _DOT_PX)


def _place(track: QRectF, span: Span, value: Any) -> float:
    share = (min(max(value, span[0]), span[1]) - span[0]) / ((span[1] - span[0]) or 1.0)
    return track.left() + share * track.width()
