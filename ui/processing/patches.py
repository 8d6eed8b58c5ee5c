"""Algorithms on patch sets: cut, import, describe, merge, take, relabel, folds."""

import json
from typing import Any, Dict, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..figures import number_text
from ..translation import tr
from .base import EngineAlgorithm
from .parameters import LINES, Given
from .places import FOLDER, FOLDER_OUT, LABELS, PATCH_SET_OUT, PATCH_SETS, RASTERS, SCENES, TABLE


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
        """The patch set and its size; the log tells how far its optical images lie off."""
        for scene, offset in outputs.get("optical_offsets", {}).items():
            if offset["down_px"] is not None:
                given.feedback.pushInfo(_offset_words(scene, offset))
        return {**super().results(config, outputs, given), "PATCHES": outputs["patches"]}


class CutPatchesAlgorithm(PatchSetAlgorithm):
    """Patches of labelled scenes."""

    COMMAND, NAME = "patches cut", "cutpatches"
    KINDS = {
        "scene": SCENES, "labels": LABELS, "output": PATCH_SET_OUT, "optical": RASTERS, "incidence_from": FOLDER, "keep_split": FOLDER,
    }  # fmt: skip
    ADVANCED = ("labels_layer", "point_distance_m", "patch_quantity", "min_valid", "allow_upsampling", "optical")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Cut patches")


class ImportPatchesAlgorithm(PatchSetAlgorithm):
    """Patches of image chips."""

    COMMAND, NAME = "patches import", "importpatches"
    KINDS = {"table": TABLE, "output": PATCH_SET_OUT, "keep_split": FOLDER}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Import patches")


class DescribePatchesAlgorithm(PatchAlgorithm):
    """What is in a patch set."""

    COMMAND, NAME = "patches info", "describepatches"
    KINDS = {"patches": FOLDER, "sheets": FOLDER_OUT}

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
        facts = {"TEXT": outputs["text"], "INFO": json.dumps(outputs["info"], ensure_ascii=False)}
        return {**super().results(config, outputs, given), **facts}


class MergePatchSetsAlgorithm(PatchSetAlgorithm):
    """Several patch sets as one."""

    COMMAND, NAME = "patches merge", "mergepatchsets"
    KINDS = {"patches": PATCH_SETS, "output": PATCH_SET_OUT, "keep_split": FOLDER}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Merge patch sets")


class TakePatchesAlgorithm(PatchSetAlgorithm):
    """Some patches of a set."""

    COMMAND, NAME = "patches subset", "takepatches"
    KINDS = {"patches": FOLDER, "output": PATCH_SET_OUT, "classes": LINES, "scenes": LINES}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Take some patches")


class RelabelPatchesAlgorithm(PatchSetAlgorithm):
    """The same patches under other classes."""

    COMMAND, NAME = "patches relabel", "relabelpatches"
    KINDS = {"patches": FOLDER, "output": PATCH_SET_OUT, "mapping": LINES, "table": TABLE, "legend_of": FOLDER}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Relabel patches")


class FoldPatchesAlgorithm(PatchAlgorithm):
    """A patch set once per fold."""

    COMMAND, NAME = "patches folds", "foldpatches"
    KINDS = {"patches": FOLDER, "output": FOLDER_OUT}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Make folds for cross-validation")


def _offset_words(scene: str, offset: Mapping[str, float]) -> str:
    """Where the optical image of a scene lies, in one line."""
    text = tr("Optical image of {scene}: {down} px down and {right} px right of the radar image (± {uncertainty} px)")
    figures = {"down": offset["down_px"], "right": offset["right_px"], "uncertainty": offset["uncertainty_px"]}
    return text.format(scene=scene, **{name: number_text(value, 1) for name, value in figures.items()})
