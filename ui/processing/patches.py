"""Algorithms on patch sets: cut, import, describe."""

import json
from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..translation import tr
from .base import EngineAlgorithm
from .parameters import Given
from .places import FOLDER, LABELS, PATCH_SET_OUT, RASTERS, SCENES, TABLE


class PatchAlgorithm(EngineAlgorithm):
    """An algorithm of the group Patches."""

    def group(self) -> str:
        """The group's name."""
        return tr("Patches")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return "patches"


class PatchSetAlgorithm(PatchAlgorithm):
    """An algorithm that writes a patch set."""

    def declare_outputs(self) -> None:
        """How many patches there are."""
        self.addOutput(QgsProcessingOutputNumber("PATCHES", tr("Number of patches")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The patch set and its size."""
        return {**super().results(config, outputs, given), "PATCHES": outputs["patches"]}


class CutPatchesAlgorithm(PatchSetAlgorithm):
    """Patches of labelled scenes."""

    COMMAND, NAME = "patches cut", "cutpatches"
    KINDS = {"scene": SCENES, "labels": LABELS, "output": PATCH_SET_OUT, "optical": RASTERS, "incidence_from": FOLDER}
    ADVANCED = ("patch_quantity", "min_valid", "allow_upsampling", "optical")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Cut patches")


class ImportPatchesAlgorithm(PatchSetAlgorithm):
    """Patches of image chips."""

    COMMAND, NAME = "patches import", "importpatches"
    KINDS = {"table": TABLE, "output": PATCH_SET_OUT}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Import patches")


class DescribePatchesAlgorithm(PatchAlgorithm):
    """What is in a patch set."""

    COMMAND, NAME = "patches info", "describepatches"
    KINDS = {"patches": FOLDER}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Describe patches")

    def declare_outputs(self) -> None:
        """The facts, for people and for programs."""
        self.addOutput(QgsProcessingOutputString("TEXT", tr("Description")))
        self.addOutput(QgsProcessingOutputString("INFO", tr("Facts as JSON")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """Show the facts in the log as well."""
        given.feedback.pushInfo(outputs["text"])
        return {"TEXT": outputs["text"], "INFO": json.dumps(outputs["info"], ensure_ascii=False)}
