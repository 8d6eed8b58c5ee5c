"""Drawing a rectangle on the map."""

from typing import Callable, Optional

from qgis.core import QgsRectangle, QgsReferencedRectangle
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolExtent


class RectangleDrawing:
    """Lends the canvas a tool while the user draws, and gives it its own one back."""

    def __init__(self, canvas: QgsMapCanvas, on_drawn: Callable[[QgsReferencedRectangle], None]) -> None:
        self._canvas, self._on_drawn = canvas, on_drawn
        self._tool: Optional[QgsMapToolExtent] = None
        self._before: Optional[QgsMapTool] = None

    def start(self) -> None:
        """Let the user draw; an older rectangle vanishes from the map."""
        self.stop()
        self._before = self._canvas.mapTool()
        self._tool = QgsMapToolExtent(self._canvas)
        self._tool.extentChanged.connect(self._on_extent)
        self._canvas.setMapTool(self._tool)

    def stop(self) -> None:
        """Give the canvas back its tool, and take the rectangle off the map."""
        tool, self._tool = self._tool, None
        if tool is not None:
            self._give_back(tool)
            tool.clearRubberBand()
            tool.deleteLater()

    def _give_back(self, tool: QgsMapToolExtent) -> None:
        if self._canvas.mapTool() is not tool:
            return  # the user has taken another tool meanwhile
        if self._before is not None:
            self._canvas.setMapTool(self._before)
        else:
            self._canvas.unsetMapTool(tool)

    def _on_extent(self, rectangle: QgsRectangle) -> None:
        if self._tool is None or rectangle.isEmpty():
            return
        self._give_back(self._tool)
        self._on_drawn(QgsReferencedRectangle(rectangle, self._canvas.mapSettings().destinationCrs()))
