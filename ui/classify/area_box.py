"""The choice of a part of the scene: all of it, what the canvas shows, a drawn rectangle, or polygons of a layer."""

from typing import Any, Dict, List, Mapping, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..compat import POLYGON_FILTER
from ..figures import number_text
from ..translation import tr
from .rectangle import RectangleDrawing

WHOLE, CANVAS, RECTANGLE, POLYGONS = "whole", "canvas", "rectangle", "polygons"
_MOST_MEASURED = 2000
"""Polygons of more are not measured for the estimate: that would take longer than the user waits."""


class AreaBox(QObject):
    """Knows which part is wanted, as parameters of the algorithm."""

    changed = pyqtSignal()

    def __init__(self, form: Any, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)  # and with it the canvas forgets this object
        self._form, self._canvas = form, canvas
        self._rectangle: Optional[QgsReferencedRectangle] = None
        self.drawing = RectangleDrawing(canvas, self.take_rectangle)
        for kind, words in (
            (WHOLE, tr("Whole scene")),
            (CANVAS, tr("What the map shows")),
            (RECTANGLE, tr("Rectangle")),
            (POLYGONS, tr("Polygons of a layer")),
        ):
            form.area_kind.addItem(words, kind)
        form.area_layer.setFilters(POLYGON_FILTER)
        form.draw.clicked.connect(lambda _: self.drawing.start())
        form.area_kind.currentIndexChanged.connect(lambda _: self._refresh())
        form.area_layer.layerChanged.connect(lambda _: self.changed.emit())
        form.selected_only.toggled.connect(lambda _: self.changed.emit())
        canvas.extentsChanged.connect(self._on_canvas)
        self._follows = True
        self._refresh()

    def close(self) -> None:
        """Leave the canvas as it was."""
        self.drawing.stop()
        if self._follows:
            self._canvas.extentsChanged.disconnect(self._on_canvas)
        self._follows = False

    @property
    def kind(self) -> str:
        """``whole``, ``canvas``, ``rectangle`` or ``polygons``."""
        return str(self._form.area_kind.currentData())

    def choose(self, kind: str) -> None:
        """Choose a kind of area."""
        self._form.area_kind.setCurrentIndex(self._form.area_kind.findData(kind))

    def take_rectangle(self, rectangle: QgsReferencedRectangle) -> None:
        """Use a rectangle that was drawn."""
        self._rectangle = rectangle
        size = tr("{width} × {height} map units")
        text = size.format(width=number_text(rectangle.width(), 1), height=number_text(rectangle.height(), 1))
        self._form.rectangle_note.setText(text)
        self.changed.emit()

    def parameters(self) -> Dict[str, Any]:
        """The part as parameters of the algorithm; a selection is copied when the run is started."""
        if self.kind == POLYGONS:
            layer = self._form.area_layer.currentLayer()
            return {"AREA": QgsProcessingFeatureSourceDefinition(layer.id(), self._form.selected_only.isChecked())}
        extent = self._extent()
        return {} if extent is None else {"EXTENT": extent}

    def problem(self, info: Optional[Mapping[str, Any]]) -> str:
        """What stands in the way; empty when nothing does."""
        if self.kind == RECTANGLE and self._rectangle is None:
            return tr("Draw the rectangle on the map.")
        if self.kind == POLYGONS:
            layer = self._form.area_layer.currentLayer()
            if layer is None:
                return tr("There is no polygon layer: add one, or choose another area.")
            if self._form.selected_only.isChecked() and not layer.selectedFeatureCount():
                return tr("No polygon of “{layer}” is selected.").format(layer=layer.name())
        if info is not None and self.share(info) == 0:
            return tr("The chosen area does not touch the scene.")
        return ""

    def share(self, info: Mapping[str, Any]) -> Optional[float]:
        """Which share of the scene is wanted, 0..1; None where that takes too long to say."""
        scene = scene_outline(info)
        try:
            parts = self._parts(QgsCoordinateReferenceSystem.fromWkt(info["crs_wkt"] or ""))
        except QgsCsException:
            return 0.0  # it has no place in the scene's coordinates
        if parts is None:
            return None
        return min(1.0, sum(max(0.0, part.intersection(scene).area()) for part in parts) / scene.area())

    def _parts(self, crs: QgsCoordinateReferenceSystem) -> Optional[List[QgsGeometry]]:
        """The area in the scene's coordinates; None for too many polygons."""
        if self.kind == POLYGONS:
            return self._polygons(crs)
        extent = self._extent()
        return [_everything()] if extent is None else [QgsGeometry.fromRect(_in_scene(extent, crs))]

    def _polygons(self, crs: QgsCoordinateReferenceSystem) -> Optional[List[QgsGeometry]]:
        layer, selected = self._form.area_layer.currentLayer(), self._form.selected_only.isChecked()
        count = layer.selectedFeatureCount() if selected else layer.featureCount()
        if count > _MOST_MEASURED:
            return None
        request = QgsFeatureRequest().setNoAttributes()
        if crs.isValid() and layer.crs().isValid():
            request.setDestinationCrs(crs, QgsProject.instance().transformContext())
        features = layer.getSelectedFeatures(request) if selected else layer.getFeatures(request)
        return [feature.geometry() for feature in features]

    def _extent(self) -> Optional[QgsReferencedRectangle]:
        if self.kind == CANVAS:
            return QgsReferencedRectangle(self._canvas.extent(), self._canvas.mapSettings().destinationCrs())
        return self._rectangle if self.kind == RECTANGLE else None

    def _refresh(self) -> None:
        self._form.rectangle.setVisible(self.kind == RECTANGLE)
        self._form.polygons.setVisible(self.kind == POLYGONS)
        self.changed.emit()

    def _on_canvas(self) -> None:
        if self.kind == CANVAS:
            self.changed.emit()


def scene_outline(info: Mapping[str, Any]) -> QgsGeometry:
    """The outline of a scene in its own coordinates."""
    a, b, c, d, e, f = info["transform"]
    corners = ((0, 0), (info["columns"], 0), (info["columns"], info["rows"]), (0, info["rows"]))
    return QgsGeometry.fromPolygonXY([[QgsPointXY(a * column + b * row + c, d * column + e * row + f) for column, row in corners]])


def _everything() -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(-1e12, -1e12, 1e12, 1e12))


def _in_scene(extent: QgsReferencedRectangle, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    if not crs.isValid() or not extent.crs().isValid():
        return QgsRectangle(extent)
    return QgsCoordinateTransform(extent.crs(), crs, QgsProject.instance()).transformBoundingBox(extent)
