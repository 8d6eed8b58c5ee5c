"""Which cells of a grid lie on data; reads the image coarsely, in any thread."""

from typing import Callable, List

from qgis.core import QgsPointXY, QgsRasterBlock, QgsRasterLayer, QgsRectangle

from ..stretch import leave_out_zeros
from ..translation import Told, tr
from .grid import CellGrid, Place

_PROBES = 4
"""Per side of a cell."""
_MOST_EMPTY = 1
"""Probes of a cell without data: a dark pixel may be 0 by chance, but ``patches cut`` leaves out patches at the border of the data."""
_MOST_PIXELS = 4_000_000
"""Read of an image; cells of a larger one are probed on a coarser copy."""


def places_with_data(grid: CellGrid, image: str, go_on: Callable[[float], bool]) -> List[Place]:
    """The cells that lie on data, row by row.

    Args:
        grid: over the image.
        image: raster file, with zeros as no data.
        go_on: hears the done share, 0..1, and answers whether to go on.

    Raises:
        Told: the image cannot be read, or the work was stopped.
    """
    layer = QgsRasterLayer(image, "image")
    if not layer.isValid():
        raise Told(tr("{path} cannot be opened as a raster.").format(path=image))
    leave_out_zeros(layer)
    probes = _Probes(layer)
    kept = []
    for number, place in enumerate(grid.places()):
        if number % grid.columns == 0 and not go_on(number / (grid.rows * grid.columns)):
            raise Told(tr("Stopped as asked."))
        if sum(probes.are_empty(point) for point in _probe_points(grid, place)) <= _MOST_EMPTY:
            kept.append(place)
    return kept


class _Probes:
    """An image, read once with few pixels."""

    def __init__(self, layer: QgsRasterLayer) -> None:
        extent, width, height = layer.extent(), layer.width(), layer.height()
        coarser = max(1.0, (width * height / _MOST_PIXELS) ** 0.5)
        self._width, self._height = max(1, int(width / coarser)), max(1, int(height / coarser))
        self._extent: QgsRectangle = extent
        self._block: QgsRasterBlock = layer.dataProvider().block(1, extent, self._width, self._height)

    def are_empty(self, point: QgsPointXY) -> bool:
        """Whether there is no data at a point, or it lies outside."""
        column = int((point.x() - self._extent.xMinimum()) / self._extent.width() * self._width)
        row = int((self._extent.yMaximum() - point.y()) / self._extent.height() * self._height)
        return not (0 <= column < self._width and 0 <= row < self._height) or self._block.isNoData(row, column)


def _probe_points(grid: CellGrid, place: Place) -> List[QgsPointXY]:
    """Points spread evenly over a cell, in the CRS of the scene."""
    steps = [(number + 0.5) / _PROBES for number in range(_PROBES)]
    first, right, _, below = grid.outline(place)
    return [
        QgsPointXY(
            first[0] + across * (right[0] - first[0]) + down * (below[0] - first[0]),
            first[1] + across * (right[1] - first[1]) + down * (below[1] - first[1]),
        )
        for across in steps
        for down in steps
    ]
