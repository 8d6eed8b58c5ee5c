"""Algorithms that make synthetic patches: train a generator, make patches with it, judge them, and measure whether they help."""

import json
from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputFolder, QgsProcessingOutputNumber, QgsProcessingOutputString

from ..translation import tr
from .assessment import VerdictAlgorithm
from .base import EngineAlgorithm
from .parameters import LINES, Given
from .places import FOLDER, FOLDER_OUT, MODEL, MODEL_OUT, PATCH_SET_OUT

_GROUP = "syntheticpatches"
"""Known to scripts."""


class GenerationAlgorithm(EngineAlgorithm):
    """An algorithm of the group Synthetic patches."""

    ICON = "augment"

    def group(self) -> str:
        """The group's name."""
        return tr("Synthetic patches")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return _GROUP


class TrainGeneratorAlgorithm(GenerationAlgorithm):
    """A generator from the training patches of a set."""

    COMMAND, NAME = "gan train", "traingenerator"
    KINDS = {"patches": FOLDER, "output": MODEL_OUT, "classes": LINES}
    ADVANCED = ("preview_every_s", "precision", "seed")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Train generator of patches")

    def declare_outputs(self) -> None:
        """Where the course of the training lies, and how it ended."""
        self.addOutput(QgsProcessingOutputFolder("RUN", tr("Run folder")))
        self.addOutput(QgsProcessingOutputNumber("STEPS_DONE", tr("Steps done")))
        self.addOutput(QgsProcessingOutputNumber("CONVERGENCE", tr("Convergence measure M")))
        self.addOutput(QgsProcessingOutputNumber("DIVERSITY", tr("Diversity beside real patches")))
        self.addOutput(QgsProcessingOutputString("ENDED", tr("How the training ended")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The generator and its figures."""
        figures = {name.upper(): outputs[name] for name in ("run", "convergence", "diversity", "ended")}
        return {**super().results(config, outputs, given), **figures, "STEPS_DONE": outputs["steps"]}


class MakePatchesAlgorithm(GenerationAlgorithm):
    """A synthetic patch set from a generator."""

    COMMAND, NAME = "gan sample", "makepatches"
    KINDS = {"generator": MODEL, "output": PATCH_SET_OUT, "model": MODEL, "patches": FOLDER, "classes": LINES}
    ADVANCED = ("most_tries", "batch_size", "seed")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Make synthetic patches")

    def declare_outputs(self) -> None:
        """How many were kept, and what became of the others."""
        self.addOutput(QgsProcessingOutputNumber("PATCH_COUNT", tr("Number of patches")))
        self.addOutput(QgsProcessingOutputString("INFO", tr("Facts as JSON")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The set, and the numbers of each class."""
        numbers = {name: outputs[name] for name in ("kept", "made", "improbable", "far")}
        facts = {"PATCH_COUNT": outputs["count"], "INFO": json.dumps(numbers, ensure_ascii=False)}
        return {**super().results(config, outputs, given), **facts}


class GenerationVerdictAlgorithm(VerdictAlgorithm):
    """A report of the same group, which comes to one verdict."""

    ICON = "augment"

    def group(self) -> str:
        """The group's name."""
        return tr("Synthetic patches")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return _GROUP


class AssessSyntheticAlgorithm(GenerationVerdictAlgorithm):
    """Synthetic patches beside real ones."""

    COMMAND, NAME = "gan assess", "assesssynthetic"
    KINDS = {"synthetic": FOLDER, "patches": FOLDER, "output": FOLDER_OUT}
    ADVANCED = ("most_patches", "seed")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Assess synthetic patches")


class TrialAlgorithm(GenerationVerdictAlgorithm):
    """Training with and without synthetic patches."""

    COMMAND, NAME = "gan trial", "trialsynthetic"
    KINDS = {"patches": FOLDER, "output": FOLDER_OUT, "classes": LINES}
    ADVANCED = ("most_tries", "precision", "seed")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Do synthetic patches help?")
