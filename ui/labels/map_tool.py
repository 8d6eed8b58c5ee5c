"""Labelling on the map: clicks and sweeps, and the outlines that show what is meant."""

from typing import Any, Dict, Iterable, List, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QColor

from ..compat import POLYGON_GEOMETRY
from .session import LabelSession

_CURRENT, _HALO = QColor("#ffd400"), QColor(0, 0, 0, 200)
_SWEEP_ALPHA, _PREVIEW_ALPHA = 120, 255
_LEAST_PX = 24
"""Side of a cell on the screen below which the map zooms in."""
_SIDES_SHOWN = 7
"""Cells across the map after zooming."""
_INNER = 0.8
"""Share of the map in which the current cell may lie without the map following."""


class LabelTool(QgsMapTool):
    """Left click or sweep labels with the chosen class, right click only makes a cell the current one; keys are the session's."""

    def __init__(self, canvas: QgsMapCanvas, session: LabelSession) -> None:
        super().__init__(canvas)
        self._session = session
        self._swept: Dict[int, None] = {}
        self._sweep = _band(canvas)
        self._keys = Keys(session, self)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def activate(self) -> None:
        """Take the keys, arrows too, which would else move the map."""
        super().activate()
        self.canvas().installEventFilter(self._keys)

    def deactivate(self) -> None:
        """Give the keys back."""
        self.canvas().removeEventFilter(self._keys)
        self._end_sweep()
        super().deactivate()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Begin a sweep, or go to a cell."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._sweep_over(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self._session.go_to(self._cell(event))

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Go on with a sweep."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._sweep_over(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Label what was clicked or swept."""
        if event.button() == Qt.MouseButton.LeftButton and self._swept:
            cells = list(self._swept)
            self._end_sweep()
            self._session.paint(cells)

    def take_away(self) -> None:
        """Take everything off the map."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._sweep)

    def _sweep_over(self, event: QgsMapMouseEvent) -> None:
        cell = self._cell(event)
        if cell is None or cell in self._swept or self._session.brush is None:
            return
        self._swept[cell] = None
        _paint(self._sweep, self._session.brush.colour, _SWEEP_ALPHA)
        self._sweep.addGeometry(self._session.store.outline(cell), self._session.store.layer)

    def _end_sweep(self) -> None:
        self._swept = {}
        self._sweep.reset(POLYGON_GEOMETRY)

    def _cell(self, event: QgsMapMouseEvent) -> Optional[int]:
        store = self._session.store
        try:
            point = self.toLayerCoordinates(store.layer, event.mapPoint())
        except QgsCsException:
            return None
        return store.cells.cell_at((point.x(), point.y()))


class Keys(QObject):
    """Hands the keys of a widget to a session before the widget itself sees them."""

    def __init__(self, session: LabelSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the session has used the key; those with Ctrl or Alt are QGIS's own."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if not plain or not self._session.knows(event.key()):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut, but a key press
            return True
        return self._session.press(event.key())


class CellView:
    """Outlines the current cell, lets the map follow it, and shows which cells would get which class."""

    def __init__(self, canvas: QgsMapCanvas, session: LabelSession) -> None:
        self._canvas, self._session = canvas, session
        self._current = _band(canvas)
        self._current.setColor(_CURRENT)
        self._current.setFillColor(QColor(0, 0, 0, 0))
        self._current.setSecondaryStrokeColor(_HALO)
        self._current.setWidth(3)
        self._preview: List[QgsRubberBand] = []
        self.follows = True
        """Whether the map follows the current cell."""
        session.moved.connect(self.show_current)

    def set_shown(self, shown: bool) -> None:
        """Show the outlines, or hide them."""
        for band in (self._current, *self._preview):
            band.setVisible(shown)

    def show_current(self) -> None:
        """Outline the current cell, and bring it into view."""
        cell, store = self._session.current, self._session.store
        if cell is None:
            self._current.reset(POLYGON_GEOMETRY)
            return
        self._current.setToGeometry(store.outline(cell), store.layer)
        if self.follows:
            self._follow(store.outline(cell))

    def show_preview(self, cells: Dict[str, Iterable[int]]) -> None:
        """Show cells in colours, such as those of the classes they would get; nothing takes them away.

        Args:
            cells: by colour ``#rrggbb``.
        """
        for band in self._preview:
            self._canvas.scene().removeItem(band)
        self._preview = []
        for colour, ones in cells.items():
            band = _band(self._canvas)
            _paint(band, colour, _PREVIEW_ALPHA)
            band.setBrushStyle(Qt.BrushStyle.BDiagPattern)  # labels that are there are filled
            band.setWidth(2)
            outlines = [self._session.store.outline(one) for one in ones]
            band.setToGeometry(QgsGeometry.collectGeometry(outlines), self._session.store.layer)
            self._preview.append(band)

    def take_away(self) -> None:
        """Take everything off the map."""
        self.show_preview({})
        self._canvas.scene().removeItem(self._current)

    def _follow(self, outline: QgsGeometry) -> None:
        """Move the map when the cell leaves its inner part, zoom when the cell is too small or too large to judge."""
        settings = self._canvas.mapSettings()
        shown = QgsGeometry(outline)
        shown.transform(QgsCoordinateTransform(self._session.store.layer.crs(), settings.destinationCrs(), QgsProject.instance()))
        box, extent = shown.boundingBox(), settings.visibleExtent()
        side = max(box.width(), box.height())
        if side / settings.mapUnitsPerPixel() < _LEAST_PX or side > min(extent.width(), extent.height()):
            self._canvas.setExtent(_around(box.center(), side * _SIDES_SHOWN))
        elif not extent.scaled(_INNER).contains(box):
            self._canvas.setCenter(box.center())
        else:
            return
        self._canvas.refresh()


def _around(centre: QgsPointXY, side: float) -> QgsRectangle:
    return QgsRectangle(centre.x() - side / 2, centre.y() - side / 2, centre.x() + side / 2, centre.y() + side / 2)


def _band(canvas: QgsMapCanvas) -> Any:
    return QgsRubberBand(canvas, POLYGON_GEOMETRY)


def _paint(band: QgsRubberBand, colour: str, alpha: int) -> None:
    fill, stroke = QColor(colour), QColor(colour)
    fill.setAlpha(alpha)
    band.setFillColor(fill)
    band.setStrokeColor(stroke)
