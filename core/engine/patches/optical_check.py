"""Whether optical images lie on their radar patches: estimated per scene, warned of, and told."""

import dataclasses
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.reporting import Reporter
from .coregistration import OpticalOffset, estimate_offset, reach_px
from .writer import PatchSetWriter

_TOLERATED_PX = 2.0
CHIPS = "chips"
"""Stands where a scene would be named."""


class OpticalImage(NamedTuple):
    """An optical image, and the patches that it accompanies."""

    image: str
    """Its file, or the table of the chips."""
    scene: str | None
    """None for chips."""
    rows: NDArray[np.intp]
    """Numbers of the patches in the order of writing, (n,)."""


def check_offsets(writer: PatchSetWriter, images: Sequence[OpticalImage], report: Reporter) -> tuple[OpticalOffset, ...]:
    """Estimate how far each optical image lies off, and warn of what is far or unknown.

    Args:
        writer: all patches have been appended to it.
        images: of the set.
        report: hears progress and warnings.

    Raises:
        Cancelled: the user stopped the run.
    """
    codes, optical = writer.pairs()
    offsets = []
    for done, one in enumerate(images, 1):
        offset = estimate_offset(codes, optical, one.rows)
        offsets.append(dataclasses.replace(offset, scene=one.scene, image=one.image))
        _warn(offsets[-1], reach_px(codes.shape[-1]), report)
        report.progress(done, len(images), "progress-coregistration")
    return tuple(offsets)


def offset_facts(offset: OpticalOffset, pixel_size_m: float | None) -> dict[str, Any]:
    """An offset for programs, with its length in metres where pixels have a size."""
    distance_px = offset.distance_px
    metres = None if distance_px is None or pixel_size_m is None else round(distance_px * pixel_size_m, 2)
    return {**dataclasses.asdict(offset), "distance_m": metres}


def offsets_by_scene(offsets: Sequence[OpticalOffset], pixel_size_m: float | None) -> dict[str, Any]:
    """What a command that made a set answers: the figures of each scene; nothing without optical images."""
    told = {one.scene or CHIPS: offset_facts(one, pixel_size_m) for one in offsets}
    figures = ("down_px", "right_px", "uncertainty_px", "distance_m", "pairs")
    return {"optical_offsets": {name: {figure: one[figure] for figure in figures} for name, one in told.items()}} if told else {}


def offset_text(facts: dict[str, Any]) -> str:
    """One line for people on the facts of one offset."""
    name = f"optical image of {facts['scene'] or CHIPS}"
    if facts["down_px"] is None:
        return f"{name}: how far it lies off the radar image could not be estimated ({facts['pairs']} pairs compared)"
    down, right = facts["down_px"], facts["right_px"]
    metres = "" if facts["distance_m"] is None else f" ({facts['distance_m']:.3g} m)"
    where = f"{abs(down):.1f} px {'down' if down >= 0 else 'up'}, {abs(right):.1f} px {'right' if right >= 0 else 'left'}"
    return f"{name}: {where} of the radar image{metres}, +- {facts['uncertainty_px']:.1f} px"


def _warn(offset: OpticalOffset, reach: int, report: Reporter) -> None:
    name = offset.scene or CHIPS
    if offset.distance_px is None:
        report.warning("patches-optical-offset-unknown", scene=name, pairs=offset.pairs, reach_px=reach)
    elif offset.distance_px > _TOLERATED_PX:
        figures = {"down_px": offset.down_px, "right_px": offset.right_px, "uncertainty_px": offset.uncertainty_px}
        report.warning("patches-optical-offset", scene=name, **figures)
