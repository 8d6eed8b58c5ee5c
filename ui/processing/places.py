"""Processing parameters that mean a file, a layer or a place, by what they mean to the engine."""

from functools import partial
from pathlib import Path
from typing import Any, Optional, Tuple

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..compat import FILE_SOURCE, RASTER_SOURCE, VECTOR_POLYGON_SOURCE, VECTOR_SOURCE
from ..fields import Field
from ..scenes import LayerUnfit, scene_path
from ..translation import tr
from .parameters import Given, Kind, label_of, parameter_name

_VECTOR_FORMATS = ["gpkg", "shp", "geojson", "json", "fgb", "kml"]
_LAYER_MARK = "|layername="


class SceneParameter(QgsProcessingParameterRasterLayer):
    """A raster layer, a raster file, or a product by its folder or XML."""

    def checkValueIsAcceptable(self, value: Any, context: Optional[QgsProcessingContext] = None) -> bool:
        """A path that exists is the engine's to judge: GDAL does not open every product the engine knows."""
        if isinstance(value, str) and Path(value).exists():
            return True
        return super().checkValueIsAcceptable(value, context)

    def clone(self) -> "SceneParameter":
        """A copy, as Processing wants it."""
        copy = SceneParameter(self.name(), self.description(), self.defaultValue())
        copy.setHelp(self.help())
        copy.setFlags(self.flags())
        copy.setMetadata(self.metadata())
        return copy


def _scene(field: Field) -> QgsProcessingParameterDefinition:
    return SceneParameter(parameter_name(field), label_of(field), None, field.optional)


def _read_scene(given: Given, name: str) -> str:
    value = given.parameters[name]
    if isinstance(value, str) and Path(value).exists():
        return scene_path(value)
    layer = given.algorithm.parameterAsRasterLayer(given.parameters, name, given.context)
    if layer is None:
        raise LayerUnfit(tr("{scene} is neither a raster that can be read nor a product: check the path.").format(scene=value))
    return scene_path(layer)


def _scenes(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterMultipleLayers(parameter_name(field), label_of(field), RASTER_SOURCE, None, field.optional)


def _read_scenes(given: Given, name: str) -> Tuple[str, ...]:
    values = given.parameters[name]
    if isinstance(values, list) and all(isinstance(one, str) and Path(one).exists() for one in values):
        return tuple(map(scene_path, values))  # products, which QGIS does not open by their folders
    layers = given.algorithm.parameterAsLayerList(given.parameters, name, given.context)
    return tuple(scene_path(layer) for layer in layers)


def _read_rasters(given: Given, name: str) -> Tuple[str, ...]:
    return tuple(layer.source() for layer in given.algorithm.parameterAsLayerList(given.parameters, name, given.context))


def _labels(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterMultipleLayers(parameter_name(field), label_of(field), VECTOR_SOURCE, None, field.optional)


def _read_labels(given: Given, name: str) -> Tuple[str, ...]:
    layers = given.algorithm.parameterAsLayerList(given.parameters, name, given.context)
    return tuple(_source_of(layer, given) for layer in layers)


def _label(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterVectorLayer(parameter_name(field), label_of(field), [VECTOR_SOURCE], None, field.optional)


def _read_label(given: Given, name: str) -> str:
    return _source_of(given.algorithm.parameterAsVectorLayer(given.parameters, name, given.context), given)


def _source_of(layer: QgsVectorLayer, given: Given) -> str:
    """File and layer, of a copy where the layer is no plain file."""
    path, layer_name = QgsProcessingUtils.convertToCompatibleFormatAndLayerName(
        layer, False, "labels", _VECTOR_FORMATS, "gpkg", given.context, given.feedback
    )
    return f"{path}{_LAYER_MARK}{layer_name}" if layer_name else path


def _area(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterFeatureSource(parameter_name(field), label_of(field), [VECTOR_POLYGON_SOURCE], None, True)


def _read_area(given: Given, name: str) -> str:
    path, layer_name = given.algorithm.parameterAsCompatibleSourceLayerPathAndLayerName(
        given.parameters, name, given.context, _VECTOR_FORMATS, "gpkg", given.feedback
    )
    file = QgsVectorLayer(path, "")
    if not layer_name or len(file.dataProvider().subLayers()) == 1:
        return path
    # the engine takes a file as a whole, so one layer of many is copied to a file of its own
    return given.algorithm.parameterAsCompatibleSourceLayerPath(given.parameters, name, given.context, ["gpkg"], "gpkg", given.feedback)


def _extent(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterExtent(parameter_name(field), label_of(field), None, True)


def _read_extent(given: Given, name: str) -> QgsReferencedRectangle:
    """In the user's coordinate system, which is not valid where none is named."""
    rectangle = given.algorithm.parameterAsExtent(given.parameters, name, given.context)
    return QgsReferencedRectangle(rectangle, given.algorithm.parameterAsExtentCrs(given.parameters, name, given.context))


def _file(file_filter: str, field: Field) -> QgsProcessingParameterDefinition:
    behaviour = QgsProcessingParameterFile.Behavior.File
    return QgsProcessingParameterFile(
        parameter_name(field), label_of(field), behaviour, "", field.default, field.optional, f"{tr(field.label)} ({file_filter})"
    )


def _folder(field: Field) -> QgsProcessingParameterDefinition:
    behaviour = QgsProcessingParameterFile.Behavior.Folder
    return QgsProcessingParameterFile(parameter_name(field), label_of(field), behaviour, "", field.default, field.optional)


def _read_file(given: Given, name: str) -> str:
    return given.algorithm.parameterAsFile(given.parameters, name, given.context)


def _files(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterMultipleLayers(parameter_name(field), label_of(field), FILE_SOURCE, None, field.optional)


def _read_files(given: Given, name: str) -> Tuple[str, ...]:
    return tuple(given.algorithm.parameterAsFileList(given.parameters, name, given.context))


def _read_folders(suffix: str, given: Given, name: str) -> Tuple[str, ...]:
    """The folders, each once; one may be given by files in it, for QGIS has no widget for several folders."""
    chosen = (Path(one) for one in _read_files(given, name))
    return tuple(dict.fromkeys(str(_folder_of(one, suffix)) for one in chosen))


def _folder_of(path: Path, suffix: str) -> Path:
    return next((one for one in (path, *path.parents) if one.suffix == suffix), path)


def _file_out(file_filter: str, field: Field) -> QgsProcessingParameterDefinition:
    name, label = parameter_name(field), label_of(field)
    return QgsProcessingParameterFileDestination(name, label, f"{label} ({file_filter})", None, field.optional, field.required)


def _raster_out(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterRasterDestination(parameter_name(field), label_of(field), None, field.optional, field.required)


def _folder_out(field: Field) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterFolderDestination(parameter_name(field), label_of(field), None, field.optional, field.required)


def _read_file_out(given: Given, name: str) -> str:
    return given.algorithm.parameterAsFileOutput(given.parameters, name, given.context)


def _read_raster_out(given: Given, name: str) -> str:
    return given.algorithm.parameterAsOutputLayer(given.parameters, name, given.context)


def _read_folder_out(given: Given, name: str) -> str:
    path = _read_file_out(given, name)
    if not path:
        return ""
    folder = Path(path)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()  # choosing a new folder in a dialog makes it, and the engine writes no folder that exists
    return str(folder)


def _read_suffixed_out(suffix: str, given: Given, name: str) -> str:
    folder = _read_folder_out(given, name)
    return folder if folder.endswith(suffix) else folder + suffix


SCENE = Kind(_scene, _read_scene)
SCENES = Kind(_scenes, _read_scenes)
RASTERS = Kind(_scenes, _read_rasters)
LABEL = Kind(_label, _read_label)
LABELS = Kind(_labels, _read_labels)
AREA = Kind(_area, _read_area)
EXTENT = Kind(_extent, _read_extent)
MODEL = Kind(partial(_file, "*.safetensors"), _read_file)
MODELS = Kind(_files, _read_files)
TABLE = Kind(partial(_file, "*.csv"), _read_file)
GEOPACKAGE = Kind(partial(_file, "*.gpkg"), _read_file)
FOLDER = Kind(_folder, _read_file)
PATCH_SETS = Kind(_files, partial(_read_folders, ".patchset"))
FEATURE_GRIDS = Kind(_files, partial(_read_folders, ".features"))
GEOPACKAGE_OUT = Kind(partial(_file_out, "*.gpkg"), _read_file_out, True)
MODEL_OUT = Kind(partial(_file_out, "*.safetensors"), _read_file_out, True)
EXPORT_OUT = Kind(partial(_file_out, "*.onnx *.json"), _read_file_out, True)
RASTER_OUT = Kind(_raster_out, _read_raster_out, True)
FOLDER_OUT = Kind(_folder_out, _read_folder_out, True)
PATCH_SET_OUT = Kind(_folder_out, partial(_read_suffixed_out, ".patchset"), True)
FEATURES_OUT = Kind(_folder_out, partial(_read_suffixed_out, ".features"), True)
