"""What a patch set remembers of its scenes, and the channels they share."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from ...contract.commands.patches import PatchesCutConfig
from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from ..scene.grid import ModelGrid
from ..scene.scene import Scene, open_scene
from .patch_set import SceneFacts

CO_POLARISED = {"HH", "VV", "co"}
_FINGERPRINT_BYTES = 2**20


def patch_grid(scene: Scene, config: PatchesCutConfig) -> ModelGrid:
    """The scene on the pixel grid of the patches.

    Raises:
        SceneError: the scene cannot give the quantity, or is too coarse.
    """
    return ModelGrid(scene, config.patch_pixel_size_m, config.patch_quantity, config.allow_upsampling)


def scene_facts(scenes: Sequence[str], config: PatchesCutConfig) -> tuple[SceneFacts, ...]:
    """Look at every scene before any work is done.

    Args:
        scenes: their paths.
        config: what the patches want of them.

    Raises:
        SceneError: one cannot be read as the patches want it.
    """
    facts: list[SceneFacts] = []
    for path in scenes:
        with open_scene(path, config.options) as scene:
            patch_grid(scene, config)
            facts.append(_facts(scene, taken=[one.scene_id for one in facts]))
    return tuple(facts)


def common_channels(facts: Sequence[SceneFacts], report: Reporter) -> tuple[str, ...]:
    """The channels that all scenes share; ``co`` where scenes differ in co-polarisation only.

    Raises:
        PatchSetError: the scenes have different channels.
    """
    first = facts[0]
    channels = list(first.bands)
    for other in facts[1:]:
        pairs = list(zip(channels, other.bands, strict=False))
        if len(other.bands) != len(channels) or any(a != b and not {a, b} <= CO_POLARISED for a, b in pairs):
            theirs = {"scene": other.scene_id, "bands": " ".join(other.bands)}
            raise PatchSetError("patches-channels-differ", first=first.scene_id, first_bands=" ".join(first.bands), **theirs)
        channels = [a if a == b else "co" for a, b in pairs]
    if channels != list(first.bands):
        report.warning("patches-mixed-polarisation")
    return tuple(channels)


def _facts(scene: Scene, taken: Sequence[str]) -> SceneFacts:
    info = scene.info
    again = sum(one.partition(" (")[0] == info.scene_id for one in taken)
    return SceneFacts(
        scene_id=f"{info.scene_id} ({again + 1})" if again else info.scene_id,
        file=info.path,
        mission=info.mission,
        mode=info.mode,
        bands=info.bands,
        looks=info.looks,
        incidence_deg=info.incidence_deg,
        row_spacing_m=info.row_spacing_m,
        column_spacing_m=info.column_spacing_m,
        calibration_factors=info.calibration_factors,
        acquired=info.acquired,
        asserted=dict(info.asserted),
        fingerprint=_fingerprint(scene),
    )


def _fingerprint(scene: Scene) -> str:
    """SHA-256 over name, size and first MiB of each file: tells scenes apart without reading a gigabyte."""
    digest = hashlib.sha256()
    for name, size_bytes, _ in scene.files:
        digest.update(f"{Path(name).name} {size_bytes}\n".encode())
        with Path(name).open("rb") as file:
            digest.update(file.read(_FINGERPRINT_BYTES))
    return digest.hexdigest()
