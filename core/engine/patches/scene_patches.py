"""Patches of one scene: the pixels of the windows that labels ask for, row by row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.patches import PatchesCutConfig
from ..scene.grid import ModelGrid
from ..scene.windows import Window
from .optical import OpticalGrid
from .patch_set import CODED_WINDOWS, db_to_codes
from .placing import UNPLACED, LabelledRow, Plan, Tally
from .writer import PatchSetWriter

Kind = TypeVar("Kind", bound=np.generic)

TOO_LITTLE_DATA, WITHOUT_OPTICAL = "too_little_data", "without_optical"
LEFT_OUT = (*UNPLACED, TOO_LITTLE_DATA, WITHOUT_OPTICAL)
"""Why windows and labels are left out, as named in the counts of a set."""
_MOST_WINDOWS_A_RUN = 32  # read and coded at once


@dataclass(frozen=True)
class SceneOnGrid:
    """All that patches of a scene are made of, on one pixel grid."""

    grid: ModelGrid
    plan: Plan
    optical: OpticalGrid | None


@dataclass
class ScenePatches:
    """The patches of a scene in the order of writing, and what was left out."""

    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    class_numbers: list[int] = field(default_factory=list)
    covers: list[float] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    clipped_pixels: int = 0


def cut_scene(scene: SceneOnGrid, config: PatchesCutConfig, writer: PatchSetWriter, tell: Callable[[float], None]) -> ScenePatches:
    """Write the labelled patches of one scene, at least as large as a patch.

    Args:
        scene: on the grid of the patches.
        config: sizes and rules.
        writer: takes the patches.
        tell: hears the done share of the scene, 0..1, after each row of windows.

    Raises:
        PatchSetError: the optical image is damaged.
        SceneError: the scene cannot be read.
        Cancelled: the user stopped the run.
    """
    patches = ScenePatches()
    for labelled in scene.plan.rows(config, patches.tally):
        for run in _runs(labelled, config.patch_px):
            _write_run(scene, run, config, writer, patches)
        tell((labelled.row + config.patch_px) / scene.grid.rows)
    tell(1.0)
    return patches


def _runs(labelled: LabelledRow, patch_px: int) -> Iterator[LabelledRow]:
    """Neighbouring windows, to be read at once."""
    columns = labelled.columns
    if not len(columns):
        return
    for part in np.split(np.arange(len(columns)), np.flatnonzero(np.diff(columns) > patch_px) + 1):
        for first in range(0, len(part), _MOST_WINDOWS_A_RUN):
            some = part[first : first + _MOST_WINDOWS_A_RUN]
            yield LabelledRow(labelled.row, columns[some], labelled.class_numbers[some], labelled.covers[some])


def _write_run(scene: SceneOnGrid, run: LabelledRow, config: PatchesCutConfig, writer: PatchSetWriter, patches: ScenePatches) -> None:
    first, size = int(run.columns[0]), config.patch_px
    window = Window(run.row, first, size, int(run.columns[-1]) - first + size)
    power = _windows(scene.grid.read_power(window), run.columns - first, size)
    valid = np.isfinite(power).all(axis=1).mean(axis=(1, 2)) >= config.min_valid
    patches.tally.counts[TOO_LITTLE_DATA] += int((~valid).sum())
    optical = None
    if scene.optical is not None and valid.any():
        images, covers = _read_optical(scene.optical, window, run.columns, size)
        patches.tally.counts[WITHOUT_OPTICAL] += int((valid & (covers < config.min_valid)).sum())
        valid &= covers >= config.min_valid
        optical = images[valid]
    if not valid.any():
        return
    coding = CODED_WINDOWS[config.patch_quantity]
    with np.errstate(divide="ignore"):  # no power at all is -inf dB, the lowest code
        db = 10 * np.log10(np.maximum(power[valid], 0))
    patches.clipped_pixels += int(((db < coding.floor_db) | (db > coding.ceiling_db)).sum())
    writer.append(db_to_codes(db, coding), optical)
    patches.rows += [run.row] * int(valid.sum())
    patches.columns += run.columns[valid].tolist()
    patches.class_numbers += run.class_numbers[valid].tolist()
    patches.covers += run.covers[valid].tolist()


def _read_optical(
    optical: OpticalGrid, window: Window, columns: NDArray[np.intp], size: int
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """RGB of each square of a strip, (n, 3, size, size), and the share of it that the optical image covers, (n,)."""
    image, covered = optical.read(window)
    starts = columns - window.column
    return _windows(image, starts, size), _windows(covered[None], starts, size).mean(axis=(1, 2, 3))


def _windows(image: NDArray[Kind], starts: NDArray[np.intp], size: int) -> NDArray[Kind]:
    """Squares side by side, (n, bands, size, size), from a strip (bands, size, columns)."""
    return np.stack([image[:, :, start : start + size] for start in starts])
