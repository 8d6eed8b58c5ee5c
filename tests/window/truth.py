"""What the simulator knows of the ground, for those who act as an analyst in a real QGIS."""

from collections.abc import Callable
from pathlib import Path

from echopatch.ui.labels.cover import cover_cells
from echopatch.ui.labels.shapes import LayerShapes
from echopatch.ui.labels.store import LabelStore
from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex, QgsVectorLayer


class Truth:
    """The classes of a simulated scene."""

    def __init__(self, labels: Path) -> None:
        """Read them from the file of labels that the simulator wrote."""
        self.layer = QgsVectorLayer(str(labels), "truth", "ogr")
        self._shapes = {one.id(): one for one in self.layer.getFeatures()}
        self._index = QgsSpatialIndex(self.layer.getFeatures())

    def of_patches(self, store: LabelStore, least_cover: float) -> dict[tuple[int, int], str]:
        """The class of each patch of a file of labels by its place; none for a patch that no class covers to this share."""
        return cover_cells(store.cells, LayerShapes(self.layer, "class", store).read(), least_cover, lambda: True).names

    def of_cell(self, cell: QgsFeature) -> str:
        """The class in the middle of a cell of a map, or the nearest one."""
        middle = cell.geometry().centroid()
        near = [self._shapes[one] for one in self._index.nearestNeighbor(middle.asPoint(), _NEAR)]
        return min(near, key=_distance_from(middle))["class"]


_NEAR = 5


def _distance_from(point: QgsGeometry) -> Callable[[QgsFeature], float]:
    return lambda shape: shape.geometry().distance(point)
