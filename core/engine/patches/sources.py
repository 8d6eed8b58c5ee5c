"""What patches are cut from: each scene once, with all its labels and its optical image."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...contract.commands.patches import PatchesCutConfig
from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from .labels import Labels, labels_of_scenes, together


@dataclass(frozen=True)
class Source:
    """One scene."""

    scene: str
    """Path of the product or raster."""
    labels: Labels
    optical: str = ""
    """Path of the image; empty for none."""


def sources_of(config: PatchesCutConfig, report: Reporter) -> list[Source]:
    """The scenes in the order in which they are named first; one that is named again has the labels of all its files together.

    Raises:
        PatchSetError: a scene is named again with the same labels or another optical image, or its labels cannot be read or joined.
    """
    labels = labels_of_scenes(config.labels, len(config.scene), config.labels_layer, config.label_field, report)
    numbers: dict[Path, list[int]] = {}
    for number, scene in enumerate(config.scene):
        numbers.setdefault(Path(scene).resolve(), []).append(number)
    return [_source(config, labels, ones) for ones in numbers.values()]


def _source(config: PatchesCutConfig, labels: Sequence[Labels], numbers: list[int]) -> Source:
    """The scene that is named at these places."""
    scene, theirs = config.scene[numbers[0]], [labels[number] for number in numbers]
    images = [config.optical[number] for number in numbers] if config.optical else [""]
    if len({id(one) for one in theirs}) < len(theirs):
        raise PatchSetError("patches-scene-twice", scene=scene)
    if len(set(images)) > 1:
        first, second = list(dict.fromkeys(images))[:2]
        raise PatchSetError("patches-scene-two-optical", scene=scene, first=first, second=second)
    return Source(scene, together(theirs) if len(theirs) > 1 else theirs[0], images[0])
