"""The algorithms that look at a scene with a model: classify, and embed."""

import json
from pathlib import Path
from typing import Any, Dict, Mapping, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsReferencedRectangle,
)

from ...core.contract.commands.scene import InfoConfig
from ..fields import config_of
from ..layers import cells_source, load_on_completion, regions_source
from ..translation import tr
from .base import EngineAlgorithm
from .parameters import LOAD, Given
from .places import AREA, EXTENT, FEATURES_OUT, FOLDER, GEOPACKAGE_OUT, LABEL, MODEL, MODEL_OUT, MODELS, RASTER_OUT, SCENE

_GRID_FILE = "grid.json"


class ClassificationAlgorithm(EngineAlgorithm):
    """An algorithm of the group Classification."""

    def group(self) -> str:
        """The group's name."""
        return tr("Classification")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return "classification"


class ClassifyAlgorithm(ClassificationAlgorithm):
    """A scene as cells and regions with classes."""

    COMMAND, NAME, ICON = "classify", "classify", "classify"
    KINDS = {
        "scene": SCENE, "model": MODEL, "output": GEOPACKAGE_OUT, "extent": EXTENT, "area": AREA, "raster": RASTER_OUT,
        "incidence_from": FOLDER, "features": FOLDER, "ensemble": MODELS, "explain": RASTER_OUT,
    }  # fmt: skip
    ADVANCED = (
        "features", "min_valid", "allow_upsampling", "ensemble", "test_time", "unknown", "explain", "batch_size", "precision", "device",
    )  # fmt: skip

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Classify scene")

    def declare_outputs(self) -> None:
        """The layers of the GeoPackage, and its figures."""
        self.addParameter(QgsProcessingParameterBoolean(LOAD, tr("Open the result when it is done"), True))
        self.addOutput(QgsProcessingOutputVectorLayer("CELLS", tr("Cells")))
        self.addOutput(QgsProcessingOutputVectorLayer("REGIONS", tr("Regions")))
        self.addOutput(QgsProcessingOutputNumber("CELL_COUNT", tr("Number of cells")))
        self.addOutput(QgsProcessingOutputNumber("REGION_COUNT", tr("Number of regions")))
        self.addOutput(QgsProcessingOutputNumber("SECONDS", tr("Seconds")))
        self.addOutput(QgsProcessingOutputString("CLASS_AREAS", tr("Area per class in m², as JSON")))

    def prepareAlgorithm(self, parameters: Dict[str, Any], context: Any, feedback: QgsProcessingFeedback) -> bool:
        """Keep what a transformation needs: its context belongs to the project."""
        self._transform_context = context.transformContext()
        return super().prepareAlgorithm(parameters, context, feedback)

    def complete(self, values: Dict[str, Any], feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """Bring the extent into the scene's coordinates, which the engine is asked for."""
        extent = values.get("extent")
        if extent is None:
            return values
        return {**values, "extent": extent_in_scene(extent, self._scene_wkt(values, feedback), self._transform_context)}

    def _scene_wkt(self, values: Dict[str, Any], feedback: QgsProcessingFeedback) -> Any:
        """The coordinate system that cells will have; None where neither a scene nor a feature grid says, as the engine will tell."""
        if "scene" in values:
            return self.run_engine("info", config_of(InfoConfig, values), feedback)["info"]["crs_wkt"]
        grid = Path(values.get("features", "")) / _GRID_FILE
        return json.loads(grid.read_text(encoding="utf-8"))["scene"]["crs_wkt"] if grid.is_file() else None

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The layers, and the figures."""
        if self.parameterAsBoolean(given.parameters, LOAD, given.context):
            load_on_completion(config.output, given.context)
        return {
            **super().results(config, outputs, given),
            "CELLS": cells_source(config.output),
            "REGIONS": regions_source(config.output),
            "CELL_COUNT": outputs["cells"],
            "REGION_COUNT": outputs["regions"],
            "SECONDS": outputs["seconds"],
            "CLASS_AREAS": json.dumps(outputs["class_areas_m2"], ensure_ascii=False),
        }


class EmbedAlgorithm(ClassificationAlgorithm):
    """What a model sees of a scene, as a feature grid."""

    COMMAND, NAME = "embed", "embedscene"
    KINDS = {"scene": SCENE, "model": MODEL, "output": FEATURES_OUT, "incidence_from": FOLDER}
    ADVANCED = ("min_valid", "allow_upsampling", "batch_size", "precision", "device")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Make feature grid")

    def declare_outputs(self) -> None:
        """How many cells have features."""
        self.addOutput(QgsProcessingOutputNumber("CELL_COUNT", tr("Number of cells")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The feature grid and its size."""
        return {**super().results(config, outputs, given), "CELL_COUNT": outputs["cells"]}


class RelearnAlgorithm(ClassificationAlgorithm):
    """A feature grid and labels, as a map."""

    COMMAND, NAME = "relearn", "relearn"
    KINDS = {"features": FOLDER, "labels": LABEL, "output": RASTER_OUT, "model": MODEL_OUT}
    ADVANCED = ("block_m", "most_cells", "penalty", "texture_expert")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Map from labels at once")

    def declare_outputs(self) -> None:
        """How much the labels taught, and how well."""
        self.addOutput(QgsProcessingOutputNumber("LABEL_COUNT", tr("Number of labelled cells")))
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Accuracy in places left out")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """With too few places nobody knows how good it is."""
        accuracy = {"ACCURACY": outputs["accuracy"]} if "accuracy" in outputs else {}
        return {**super().results(config, outputs, given), "LABEL_COUNT": outputs["labels"], **accuracy}


def extent_in_scene(
    extent: QgsReferencedRectangle, scene_wkt: Any, transform_context: QgsCoordinateTransformContext
) -> Tuple[float, float, float, float]:
    """An extent as xmin, ymin, xmax, ymax in the scene's coordinates; one without a coordinate system is taken to be in them.

    Raises:
        QgsProcessingException: the extent cannot be expressed there.
    """
    box = extent
    if scene_wkt and extent.crs().isValid():
        transform = QgsCoordinateTransform(extent.crs(), QgsCoordinateReferenceSystem.fromWkt(scene_wkt), transform_context)
        try:
            box = transform.transformBoundingBox(extent)
        except QgsCsException as error:
            raise QgsProcessingException(tr("The extent lies outside what the scene's coordinate system covers.")) from error
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
