"""Algorithms that learn and judge: train and evaluate."""

from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputFolder, QgsProcessingOutputNumber

from ..translation import tr
from .base import EngineAlgorithm
from .parameters import Given
from .places import FOLDER, FOLDER_OUT, MODEL, MODEL_OUT


class LearningAlgorithm(EngineAlgorithm):
    """An algorithm of the group Models."""

    def group(self) -> str:
        """The group's name."""
        return tr("Models")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return "models"


class TrainAlgorithm(LearningAlgorithm):
    """A model from patches."""

    COMMAND, NAME = "train", "train"
    KINDS = {"patches": FOLDER, "output": MODEL_OUT}
    ADVANCED = (
        "paper_head", "weight_decay", "warmup_share", "sampling", "augment", "quarter_turns", "label_smoothing", "floor_db", "ceiling_db",
        "precision", "half_file", "licence", "provenance", "seed",
    )  # fmt: skip

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Train model")

    def declare_outputs(self) -> None:
        """Where the course of the training lies."""
        self.addOutput(QgsProcessingOutputFolder("RUN", tr("Run folder")))
        self.addOutput(QgsProcessingOutputNumber("BEST_EPOCH", tr("Best epoch")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The model and its run."""
        return {**super().results(config, outputs, given), "RUN": outputs["run"], "BEST_EPOCH": outputs["best_epoch"]}


class EvaluateAlgorithm(LearningAlgorithm):
    """A model judged on patches."""

    COMMAND, NAME = "evaluate", "evaluate"
    KINDS = {"model": MODEL, "patches": FOLDER, "output": FOLDER_OUT}
    ADVANCED = ("batch_size",)

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Evaluate model")

    def declare_outputs(self) -> None:
        """The figures that matter most."""
        self.addOutput(QgsProcessingOutputNumber("PATCH_COUNT", tr("Number of patches")))
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Accuracy")))
        self.addOutput(QgsProcessingOutputNumber("MEAN_RECALL", tr("Mean recall of the classes")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The report and its figures."""
        figures = {"PATCH_COUNT": outputs["patches"], "ACCURACY": outputs["accuracy"], "MEAN_RECALL": outputs["mean_recall"]}
        return {**super().results(config, outputs, given), **figures}
