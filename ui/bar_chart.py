"""A bar chart of areas per class, drawn with Qt."""

from typing import Optional, Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .figures import area_text, share_text
from .result_summary import ClassFigures
from .translation import tr

_ROW_HEIGHTS = 1.7
"""Of a row, in heights of the font."""
_GAP_PX = 8
_BAR_SHARE = 0.62
"""Of a row's height."""


class BarChart(QWidget):
    """One bar per class: its length the area, its hatched end the part that is unsure."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[ClassFigures] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_classes(self, classes: Sequence[ClassFigures]) -> None:
        """Show these classes, in this order."""
        self._classes = classes
        figures = "; ".join(f"{one.name} {area_text(one.area_m2)}" for one in classes)
        self.setAccessibleName(tr("Area per class"))
        self.setAccessibleDescription(figures)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row per class."""
        return QSize(320, round(max(1, len(self._classes)) * self._row_px()) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar, area and share of each class."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(one.name) for one in self._classes), default=0)
        figures = max((metrics.horizontalAdvance(self._figures(one)) for one in self._classes), default=0)
        # long names give way before the bars do
        names = min(names, self.width() * 0.45)
        bars = QRectF(names + _GAP_PX, 0, max(0.0, self.width() - names - figures - 2 * _GAP_PX), self._row_px())
        for number, one in enumerate(self._classes):
            row = bars.translated(0, number * self._row_px())
            self._paint_texts(painter, row, one)
            self._paint_bar(painter, row, one)
        painter.end()

    def _paint_texts(self, painter: QPainter, row: QRectF, one: ClassFigures) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        name = QRectF(0, row.top(), row.left() - _GAP_PX, row.height())
        text = QFontMetricsF(self.font()).elidedText(one.name, Qt.TextElideMode.ElideRight, name.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name, int(Qt.AlignmentFlag.AlignLeft | middle), text)
        right = QRectF(row.right(), row.top(), self.width() - row.right(), row.height())
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | middle), self._figures(one))

    def _paint_bar(self, painter: QPainter, row: QRectF, one: ClassFigures) -> None:
        largest = max(one.area_m2 for one in self._classes) or 1.0
        height = row.height() * _BAR_SHARE
        bar = QRectF(row.left(), row.center().y() - height / 2, row.width() * one.area_m2 / largest, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(one.colour))
        painter.drawRect(bar)
        if one.unsure_m2 > 0:
            unsure = QRectF(bar)
            unsure.setLeft(bar.right() - bar.width() * one.unsure_m2 / one.area_m2)
            self._hatch(painter, unsure)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(QPointF(row.left(), row.top()), QPointF(row.left(), row.bottom()))

    def _hatch(self, painter: QPainter, part: QRectF) -> None:
        """White lines, as the map has them."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.fillRect(part, QColor(255, 255, 255, 70))
        brush = painter.brush()
        brush.setStyle(Qt.BrushStyle.BDiagPattern)
        brush.setColor(QColor(255, 255, 255, 230))
        painter.fillRect(part, brush)

    def _figures(self, one: ClassFigures) -> str:
        total = sum(one.area_m2 for one in self._classes) or 1.0
        return f"{area_text(one.area_m2)}  ·  {share_text(one.area_m2 / total)}"

    def _row_px(self) -> float:
        return self.fontMetrics().height() * _ROW_HEIGHTS
