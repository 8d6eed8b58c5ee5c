"""What differs between QGIS 3.22 and QGIS 4: every such choice is made here and nowhere else."""

from typing import Any

from qgis.core import Qgis, QgsMapLayerProxyModel, QgsMapLayerType, QgsProcessing, QgsWkbTypes
from qgis.PyQt import QtGui, QtWidgets
from qgis.PyQt.QtCore import QMetaType, QVariant

# Qt 6 moved QAction to QtGui
QAction = QtGui.QAction if hasattr(QtGui, "QAction") else QtWidgets.QAction

if hasattr(Qgis, "ProcessingSourceType"):  # QGIS 3.36
    VECTOR_POLYGON_SOURCE = Qgis.ProcessingSourceType.VectorPolygon
    VECTOR_SOURCE = Qgis.ProcessingSourceType.VectorAnyGeometry
    RASTER_SOURCE = Qgis.ProcessingSourceType.Raster
    FILE_SOURCE = Qgis.ProcessingSourceType.File
else:
    VECTOR_POLYGON_SOURCE = QgsProcessing.SourceType.TypeVectorPolygon
    VECTOR_SOURCE = QgsProcessing.SourceType.TypeVectorAnyGeometry
    RASTER_SOURCE = QgsProcessing.SourceType.TypeRaster
    FILE_SOURCE = QgsProcessing.SourceType.TypeFile

POLYGON_GEOMETRY = Qgis.GeometryType.Polygon if hasattr(Qgis, "GeometryType") else QgsWkbTypes.GeometryType.PolygonGeometry
POINT_GEOMETRY = Qgis.GeometryType.Point if hasattr(Qgis, "GeometryType") else QgsWkbTypes.GeometryType.PointGeometry
RASTER_LAYER = Qgis.LayerType.Raster if hasattr(Qgis, "LayerType") else QgsMapLayerType.RasterLayer

if hasattr(Qgis, "LayerFilter"):  # QGIS 3.34
    RASTER_FILTER, POLYGON_FILTER = Qgis.LayerFilter.RasterLayer, Qgis.LayerFilter.PolygonLayer
    POINT_FILTER = Qgis.LayerFilter.PointLayer
else:
    RASTER_FILTER, POLYGON_FILTER = QgsMapLayerProxyModel.Filter.RasterLayer, QgsMapLayerProxyModel.Filter.PolygonLayer
    POINT_FILTER = QgsMapLayerProxyModel.Filter.PointLayer

POLYGON, NO_GEOMETRY = (Qgis.WkbType.Polygon, Qgis.WkbType.NoGeometry) if hasattr(Qgis, "WkbType") else (
    QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.NoGeometry,
)  # fmt: skip
POINT = Qgis.WkbType.Point if hasattr(Qgis, "WkbType") else QgsWkbTypes.Type.Point

if hasattr(QVariant, "String"):
    TEXT_TYPE, WHOLE_TYPE, REAL_TYPE, TIME_TYPE = QVariant.String, QVariant.Int, QVariant.Double, QVariant.DateTime
else:  # Qt 6
    TEXT_TYPE, WHOLE_TYPE, REAL_TYPE, TIME_TYPE = (
        QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QDateTime,
    )  # fmt: skip


def is_null(value: Any) -> bool:
    """Whether a value from QGIS stands for nothing: None, or Qt 5's null variant."""
    return value is None or (isinstance(value, QVariant) and value.isNull())
