"""Algorithms on models: train, distil, describe and export."""

import json
from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputFolder, QgsProcessingOutputNumber, QgsProcessingOutputString

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


class TrainingAlgorithm(LearningAlgorithm):
    """An algorithm that trains a classifier."""

    ADVANCED = (
        "paper_head", "texture_expert", "weight_decay", "warmup_share", "floor_db", "ceiling_db", "precision", "half_file", "licence",
        "provenance", "seed",
    )  # fmt: skip

    def declare_outputs(self) -> None:
        """Where the course of the training lies."""
        self.addOutput(QgsProcessingOutputFolder("RUN", tr("Run folder")))
        self.addOutput(QgsProcessingOutputNumber("BEST_EPOCH", tr("Best epoch")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The model and its run; a head alone has no epochs."""
        epoch = {"BEST_EPOCH": outputs["best_epoch"]} if "best_epoch" in outputs else {}
        return {**super().results(config, outputs, given), "RUN": outputs["run"], **epoch}


class TrainAlgorithm(TrainingAlgorithm):
    """A model from patches, or a head from feature grids."""

    COMMAND, NAME = "train", "train"
    KINDS = {"patches": FOLDER, "output": MODEL_OUT, "features": FEATURE_GRIDS, "labels": LABELS}
    ADVANCED = (*TrainingAlgorithm.ADVANCED, "modality")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Train model")


class DistilAlgorithm(TrainingAlgorithm):
    """A model from patches and the answers of a teacher."""

    COMMAND, NAME = "distil", "distil"
    KINDS = {"patches": FOLDER, "output": MODEL_OUT, "teacher": MODEL}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Train model with a teacher")

    def declare_outputs(self) -> None:
        """The teacher's figure beside the run."""
        super().declare_outputs()
        self.addOutput(QgsProcessingOutputNumber("TEACHER_MEAN_RECALL", tr("Mean recall of the teacher")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """Without labels or test patches nobody knows how good the teacher is."""
        recall = {"TEACHER_MEAN_RECALL": outputs["teacher_mean_recall"]} if "teacher_mean_recall" in outputs else {}
        return {**super().results(config, outputs, given), **recall}


class DescribeModelAlgorithm(LearningAlgorithm):
    """Whether a model works, and what its card says."""

    COMMAND, NAME = "model info", "describemodel"
    KINDS = {"model": MODEL}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Describe model")

    def declare_outputs(self) -> None:
        """The facts, for people and for programs."""
        self.addOutput(QgsProcessingOutputString("TEXT", tr("Description")))
        self.addOutput(QgsProcessingOutputString("INFO", tr("Facts as JSON")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """Show the facts in the log as well."""
        given.feedback.pushInfo(outputs["text"])
        return {"TEXT": outputs["text"], "INFO": json.dumps(outputs["info"], ensure_ascii=False)}


class ExportAlgorithm(LearningAlgorithm):
    """A model for other programs."""

    COMMAND, NAME = "export", "exportmodel"
    KINDS = {"model": MODEL, "output": EXPORT_OUT}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Export model")
