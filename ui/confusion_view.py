"""A confusion matrix, drawn with Qt: what was taken for what."""

from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from .figures import count_text, share_text
from .translation import tr

_RIGHT, _WRONG = QColor("#1f5f99"), QColor("#c9680f")
"""Told apart by people who do not see red and green apart."""
_GAP_PX = 6
_CELL_HEIGHTS = 1.9
"""Of a cell, in heights of the font."""
_MOST_NAME_SHARE = 0.34
"""Of the width, for the names of the rows."""
_DARK = 0.55
"""From this share on, the number is white."""


@dataclass(frozen=True)
class Confusion:
    """A matrix of counts."""

    names: Tuple[str, ...]
    """Of the classes."""
    counts: Tuple[Tuple[int, ...], ...]
    """By row and column, in the order of the names."""
    rows: str
    """What the rows are, such as the truth."""
    columns: str
    """What the columns are, such as the answer."""
    sentence: str
    """What a cell says, with ``{row}``, ``{column}``, ``{count}``, ``{total}`` and ``{share}`` of the row."""

    def share(self, row: int, column: int) -> float:
        """The share of a row that lies in a cell; 0 in an empty row."""
        return self.counts[row][column] / (sum(self.counts[row]) or 1)

    def told(self, row: int, column: int) -> str:
        """What a cell says, as a sentence."""
        values = {"row": self.names[row], "column": self.names[column], "share": share_text(self.share(row, column))}
        count, total = count_text(self.counts[row][column]), count_text(sum(self.counts[row]))
        return self.sentence.format(count=count, total=total, **values)


def truth_and_answers(names: Sequence[str], counts: Sequence[Sequence[int]]) -> Confusion:
    """The matrix of a model's answers, as reports and model cards hold it: rows truth, columns answers."""
    shown = tuple(tr(name) for name in names)
    told = tr("{row} taken for {column}: {count} of {total} ({share})")
    return Confusion(shown, tuple(tuple(row) for row in counts), tr("Truth"), tr("Answer"), told)


class ConfusionView(QWidget):
    """Shows one matrix; the darker a cell, the larger its share of the row; the pointer reads a cell out."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._matrix: Optional[Confusion] = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_matrix(self, matrix: Optional[Confusion]) -> None:
        """Show a matrix; None shows nothing."""
        self._matrix = matrix
        self.setVisible(matrix is not None)
        if matrix is not None:
            size = range(len(matrix.names))
            errors = [matrix.told(row, column) for row in size for column in size if row != column and matrix.counts[row][column]]
            self.setAccessibleName(tr("Confusion matrix"))
            self.setAccessibleDescription("; ".join(errors))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """A row per class below the names of the columns."""
        classes = len(self._matrix.names) if self._matrix else 0
        return QSize(480, round(self._top_px() + classes * self._cell_px() + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names and cells."""
        if self._matrix is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_titles(painter, self._matrix)
        for number, name in enumerate(self._matrix.names):
            self._paint_row_name(painter, number, name)
            self._paint_column_name(painter, number, name)
            for column in range(len(self._matrix.names)):
                self._paint_cell(painter, self._matrix, (number, column))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Read a cell out where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._matrix is not None:
            found = self._cell_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._matrix.told(*found) if found else "", self)
            return True
        return super().event(event)

    def _paint_titles(self, painter: QPainter, matrix: Confusion) -> None:
        """What rows and columns are: the first thing that readers of such a matrix get wrong."""
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        height = self.fontMetrics().height()
        columns = QRectF(self._left_px(), 0, self.width() - self._left_px(), height)
        painter.drawText(columns, int(Qt.AlignmentFlag.AlignLeft), f"{matrix.columns} →")
        rows = QRectF(0, self._top_px() - height - 2, self._left_px() - _GAP_PX, height)
        painter.drawText(rows, int(Qt.AlignmentFlag.AlignRight), f"{matrix.rows} ↓")

    def _paint_row_name(self, painter: QPainter, number: int, name: str) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        area = QRectF(0, self._cell(number, 0).top(), self._left_px() - _GAP_PX, self._cell_px())
        text = QFontMetricsF(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_column_name(self, painter: QPainter, number: int, name: str) -> None:
        """Aslant, so that long names stand beside each other."""
        painter.save()
        cell = self._cell(0, number)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.translate(QPointF(cell.center().x(), self._top_px() - _GAP_PX))
        painter.rotate(-35)
        painter.drawText(QPointF(0, 0), QFontMetricsF(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, self._slant_px()))
        painter.restore()

    def _paint_cell(self, painter: QPainter, matrix: Confusion, place: Tuple[int, int]) -> None:
        row, column = place
        area, share, count = self._cell(row, column), matrix.share(row, column), matrix.counts[row][column]
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Base))
        colour = QColor(_RIGHT if row == column else _WRONG)
        colour.setAlphaF(0.08 + 0.92 * share if count else 0.03)
        painter.fillRect(area, colour)
        dark = share > _DARK
        painter.setPen(QColor("white") if dark else self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), count_text(count) if count else "·")

    def _cell(self, row: int, column: int) -> QRectF:
        """Where a cell lies, with a line's width between it and its neighbours."""
        width = (self.width() - self._left_px() - self._right_px()) / max(1, len(self._matrix.names) if self._matrix else 1)
        return QRectF(self._left_px() + column * width, self._top_px() + row * self._cell_px(), width - 1, self._cell_px() - 1)

    def _cell_at(self, x: float, y: float) -> Optional[Tuple[int, int]]:
        size = range(len(self._matrix.names) if self._matrix else 0)
        return next(((row, column) for row in size for column in size if self._cell(row, column).contains(QPointF(x, y))), None)

    def _cell_px(self) -> float:
        return self.fontMetrics().height() * _CELL_HEIGHTS

    def _names_px(self) -> float:
        """Width of the longest name."""
        metrics = QFontMetricsF(self.font())
        return max((metrics.horizontalAdvance(name) for name in (self._matrix.names if self._matrix else ())), default=0)

    def _left_px(self) -> float:
        return min(self._names_px(), self.width() * _MOST_NAME_SHARE) + _GAP_PX

    def _right_px(self) -> float:
        """Room for the aslant name of the last column."""
        return 0.55 * self._slant_px()

    def _slant_px(self) -> float:
        return min(self._names_px(), 11 * self.fontMetrics().height() / 1.2) + 2

    def _top_px(self) -> float:
        return self.fontMetrics().height() * 1.4 + 0.62 * self._slant_px()
