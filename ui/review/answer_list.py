"""What a map says of one cell: a row per class, with the key that names it and how likely the map holds it."""

from typing import Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QPoint, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...core.contract.legend import LandClass
from ..figures import share_text
from ..translation import tr

_ROW_HEIGHTS = 1.8
"""Of a row, in heights of the font."""
_GAP_PX, _SWATCH_PX = 8, 12
_TOLD = 3
"""So many classes, the likeliest ones, have their figure written."""
_NAME_SHARE = 0.55
"""Most of the width that names may take."""


class AnswerList(QWidget):
    """The classes in the order of their keys, which never changes; a click on one is as good as its key."""

    picked = pyqtSignal(str)
    """Name of a class."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[LandClass] = ()
        self._shares: Mapping[str, float] = {}
        self._map_class = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_answer(self, classes: Sequence[LandClass], shares: Mapping[str, float], map_class: str) -> None:
        """Show probabilities.

        Args:
            classes: the legend.
            shares: probability by name; empty for none.
            map_class: name of the one that the map shows.
        """
        self._classes, self._shares, self._map_class = classes, shares, map_class
        self.setAccessibleName(tr("Answer of the map"))
        self.setAccessibleDescription("; ".join(f"{tr(name)} {share_text(share)}" for name, share in self._told.items()))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    @property
    def _told(self) -> Mapping[str, float]:
        """The likeliest classes."""
        return dict(sorted(self._shares.items(), key=lambda one: -one[1])[:_TOLD])

    def sizeHint(self) -> QSize:
        """A row per class."""
        return QSize(300, round(max(1, len(self._classes)) * self._row_px) + 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click names a class."""
        name = self.class_at(event.pos())
        if name:
            self.picked.emit(name)

    def class_at(self, place: QPoint) -> str:
        """Name of the class in whose row a place lies; empty beyond the rows."""
        number = int(place.y() // self._row_px)
        return self._classes[number].name if 0 <= number < len(self._classes) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw key, colour, name, bar and figure of each class."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self._bold)
        widest = max((metrics.horizontalAdvance(tr(one.name)) for one in self._classes), default=0)
        name_px = min(widest, self.width() * _NAME_SHARE)
        figure_px = metrics.horizontalAdvance(share_text(0.999))
        for number in range(len(self._classes)):
            row = QRectF(0, number * self._row_px, self.width(), self._row_px)
            self._paint_row(painter, row, number, (name_px, figure_px))
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, number: int, widths: "tuple[float, float]") -> None:
        one, (name_px, figure_px) = self._classes[number], widths
        told, text = one.name in self._told, self.palette().color(QPalette.ColorRole.WindowText)
        painter.setFont(self._bold if one.name == self._map_class else self.font())
        painter.setPen(text)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        key_px = QFontMetricsF(self._bold).horizontalAdvance("9")
        painter.drawText(row, middle, str(number + 1) if number < 9 else "")
        left = key_px + _GAP_PX
        swatch = QRectF(left, row.center().y() - _SWATCH_PX / 2, _SWATCH_PX, _SWATCH_PX)
        painter.fillRect(swatch, QColor(one.colour))
        left += _SWATCH_PX + _GAP_PX
        name = QFontMetricsF(painter.font()).elidedText(tr(one.name), Qt.TextElideMode.ElideRight, name_px)
        painter.drawText(QRectF(left, row.top(), name_px, row.height()), middle, name)
        left += name_px + _GAP_PX
        room = max(0.0, row.width() - left - figure_px - _GAP_PX)
        share = self._shares.get(one.name, 0.0)
        bar = QRectF(left, row.center().y() - row.height() * 0.28, room * share, row.height() * 0.56)
        painter.fillRect(bar, QColor(one.colour))
        if told:
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(row, right, share_text(share))

    @property
    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    @property
    def _row_px(self) -> float:
        return self.fontMetrics().height() * _ROW_HEIGHTS
