"""Algorithms that learn and hand on: train and export."""

from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputFolder, QgsProcessingOutputNumber

from ..translation import tr
from .base import EngineAlgorithm
from .parameters import Given
from .places import EXPORT_OUT, FEATURE_GRIDS, FOLDER, LABELS, MODEL, MODEL_OUT


class LearningAlgorithm(EngineAlgorithm):
    """An algorithm of the group Models."""

    def group(self) -> str:
        """The group's name."""
        return tr("Models")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return "models"


class TrainAlgorithm(LearningAlgorithm):
    """A model from patches, or a head from feature grids."""

    COMMAND, NAME = "train", "train"
    KINDS = {"patches": FOLDER, "output": MODEL_OUT, "features": FEATURE_GRIDS, "labels": LABELS}
    ADVANCED = (
        "paper_head", "texture_expert", "weight_decay", "warmup_share", "floor_db", "ceiling_db", "precision", "half_file", "licence",
        "provenance", "seed",
    )  # fmt: skip

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Train model")

    def declare_outputs(self) -> None:
        """Where the course of the training lies."""
        self.addOutput(QgsProcessingOutputFolder("RUN", tr("Run folder")))
        self.addOutput(QgsProcessingOutputNumber("BEST_EPOCH", tr("Best epoch")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The model and its run; a head alone has no epochs."""
        epoch = {"BEST_EPOCH": outputs["best_epoch"]} if "best_epoch" in outputs else {}
        return {**super().results(config, outputs, given), "RUN": outputs["run"], **epoch}


class ExportAlgorithm(LearningAlgorithm):
    """A model for other programs."""

    COMMAND, NAME = "export", "exportmodel"
    KINDS = {"model": MODEL, "output": EXPORT_OUT}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Export model")
