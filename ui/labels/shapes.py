"""Points or polygons of a layer, with their classes, in pixels of the patches."""

from typing import Iterator, Optional

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource

from ..compat import is_null
from .cover import Shape, to_pixels
from .store import LabelStore

_CLASS_FIELDS = ("class", "label", "class_name", "name")


class LayerShapes:
    """Taken from a layer on the main thread; read in any."""

    def __init__(self, layer: QgsVectorLayer, field: str, store: LabelStore) -> None:
        """Take a layer as it is now, unsaved edits among them.

        Args:
            layer: points or polygons.
            field: that holds names of classes.
            store: on whose grid they are wanted.
        """
        self._source = QgsVectorLayerFeatureSource(layer)
        self._field = field
        self._request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
        self._request.setDestinationCrs(store.layer.crs(), QgsProject.instance().transformContext())
        self._request.setFilterRect(store.layer.extent())
        self._to_pixels = to_pixels(store.grid)

    def read(self) -> Iterator[Shape]:
        """Each shape that has a class."""
        for feature in self._source.getFeatures(self._request):
            name, shape = feature[self._field], feature.geometry()
            if is_null(name) or not str(name).strip() or shape.isEmpty():
                continue
            shape.transform(self._to_pixels)
            yield str(name).strip(), shape


def class_field(layer: Optional[QgsVectorLayer]) -> str:
    """The field that most likely holds classes; empty where there is none."""
    names = [] if layer is None else layer.fields().names()
    return next((name for name in _CLASS_FIELDS if name in names), names[-1] if names else "")
