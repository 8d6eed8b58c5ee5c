"""Algorithms on one scene: describe, calibrate, simulate."""

import json
from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputFolder, QgsProcessingOutputRasterLayer, QgsProcessingOutputString, QgsProcessingOutputVectorLayer

from ..translation import tr
from .base import EngineAlgorithm
from .parameters import Given
from .places import FOLDER, FOLDER_OUT, MODEL, RASTER_OUT, SCENE


class SceneAlgorithm(EngineAlgorithm):
    """An algorithm of the group Scenes."""

    def group(self) -> str:
        """The group's name."""
        return tr("Scenes")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return "scenes"


class DescribeSceneAlgorithm(SceneAlgorithm):
    """What a scene is."""

    COMMAND, NAME = "info", "describescene"
    KINDS = {"scene": SCENE, "incidence_from": FOLDER}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Describe scene")

    def declare_outputs(self) -> None:
        """The facts, for people and for programs."""
        self.addOutput(QgsProcessingOutputString("TEXT", tr("Description")))
        self.addOutput(QgsProcessingOutputString("INFO", tr("Facts as JSON")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """Show the facts in the log as well."""
        given.feedback.pushInfo(outputs["text"])
        return {"TEXT": outputs["text"], "INFO": json.dumps(outputs["info"], ensure_ascii=False)}


class CalibrateAlgorithm(SceneAlgorithm):
    """A scene as a calibrated raster."""

    COMMAND, NAME = "calibrate", "calibrate"
    KINDS = {"scene": SCENE, "output": RASTER_OUT, "model": MODEL, "incidence_from": FOLDER}
    ADVANCED = ("allow_upsampling",)

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Calibrate scene")


class SimulateAlgorithm(SceneAlgorithm):
    """A synthetic product."""

    COMMAND, NAME = "simulate", "simulate"
    KINDS = {"output": FOLDER_OUT}
    ADVANCED = ("looks", "calibration_factor", "variant", "polarisation", "second_polarisation", "optical")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Simulate scene")

    def declare_outputs(self) -> None:
        """What lies in the folder."""
        self.addOutput(QgsProcessingOutputFolder("PRODUCT", tr("Product folder")))
        self.addOutput(QgsProcessingOutputVectorLayer("LABELS", tr("Labels")))
        self.addOutput(QgsProcessingOutputRasterLayer("OPTICAL_IMAGE", tr("Optical image")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The folder and the files in it."""
        inside = {"PRODUCT": outputs["product"], "LABELS": outputs["labels"]}
        optical = {"OPTICAL_IMAGE": outputs["optical"]} if config.optical else {}
        return {**super().results(config, outputs, given), **inside, **optical}
