"""Which class a patch gets: how much of it each class covers, counted in its pixels, and the rule that decides."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize

from ..scene.windows import Window
from .labels import GridLabels


class Outcome(Enum):
    """What the label rule says of a patch; the value is its name in the counts of the set."""

    LABELLED = "labelled"
    UNLABELLED = "without_label"
    BELOW = "below_least_cover"
    TIE = "tie"
    CONFLICT = "conflict"


OUTCOMES = tuple(Outcome)


@dataclass(frozen=True)
class Cover:
    """How much of N patches each of K classes covers, in pixels."""

    total: NDArray[np.int64]
    """Covered by the class, (N, K)."""
    sole: NDArray[np.int64]
    """Covered by the class and by no other, (N, K)."""
    contested: NDArray[np.int64]
    """Covered by more than one class, (N,)."""


class Decision(NamedTuple):
    """What the label rule says of N patches."""

    class_numbers: NDArray[np.intp]
    """The class that covers most, (N,)."""
    outcome: NDArray[np.intp]
    """Number in ``OUTCOMES``, (N,)."""
    rivals: NDArray[np.intp]
    """The class that covers second most, (N,)."""


def cover_of_row(labels: GridLabels, row: int, columns: NDArray[np.intp], patch_px: int, classes: int) -> Cover:
    """Cover of the patches of one row of windows; a pixel belongs to the polygons that hold its centre.

    Args:
        labels: on the grid.
        row: first row of the windows.
        columns: first column of each window, ascending, (N,).
        patch_px: side of a window.
        classes: K.
    """
    strip = Window(row, int(columns[0]), patch_px, int(columns[-1]) + patch_px - int(columns[0]))
    starts = columns - columns[0]
    masks = _class_masks(labels, strip)
    layers = np.zeros((patch_px, strip.columns), dtype=np.uint16)
    for mask in masks.values():
        layers += mask
    total, sole = np.zeros((2, len(columns), classes), dtype=np.int64)
    for number, mask in masks.items():
        total[:, number] = _window_sums(mask, starts, patch_px)
        sole[:, number] = _window_sums((mask == 1) & (layers == 1), starts, patch_px)
    return Cover(total, sole, _window_sums(layers > 1, starts, patch_px))


def decide(cover: Cover, patch_px: int, min_cover: float) -> Decision:
    """The class that covers most, where it covers enough and leads whoever owns the ground that labels dispute.

    Args:
        cover: of N patches.
        patch_px: side of a patch.
        min_cover: least share of the patch, 0..1.
    """
    everyone = np.arange(len(cover.total))
    first = cover.total.argmax(axis=1)
    most = cover.total[everyone, first]
    others = cover.total.copy()
    others[everyone, first] = -1
    rivals = others.argmax(axis=1)
    second = np.maximum(others[everyone, rivals], 0)
    least = min_cover * patch_px**2 - 1e-6  # 0.6 of 100 pixels are 60, in spite of rounding
    undisputed = cover.sole[everyone, first]
    # ascending weight: a later line overrules an earlier one
    outcome = np.full(len(most), OUTCOMES.index(Outcome.LABELLED))
    disputed = (cover.contested > 0) & ((undisputed < least) | (undisputed <= second))
    outcome[disputed] = OUTCOMES.index(Outcome.CONFLICT)
    outcome[(most == second) & (undisputed == most)] = OUTCOMES.index(Outcome.TIE)
    outcome[most < least] = OUTCOMES.index(Outcome.BELOW)
    outcome[most == 0] = OUTCOMES.index(Outcome.UNLABELLED)
    return Decision(first, outcome, rivals)


def _class_masks(labels: GridLabels, strip: Window) -> dict[int, NDArray[np.uint8]]:
    """Where each class lies in a strip, by class number; classes that are not there are left out."""
    bounds = (strip.column, strip.row, strip.column + strip.columns, strip.row + strip.rows)
    near = labels.tree.query(shapely.box(*bounds))
    # clipping first: a polygon of half the scene is not walked through for every strip
    clipped = shapely.clip_by_rect(labels.shapes[near], *bounds)
    parts, origin = shapely.get_parts(clipped, return_index=True)
    areal = shapely.area(parts) > 0
    parts, numbers = parts[areal], labels.class_numbers[near][origin[areal]]
    transform = Affine.translation(strip.column, strip.row)
    return {
        int(number): rasterize(parts[numbers == number], (strip.rows, strip.columns), transform=transform, dtype="uint8")
        for number in np.unique(numbers)
    }


def _window_sums(mask: NDArray[np.integer | np.bool_], starts: NDArray[np.intp], patch_px: int) -> NDArray[np.int64]:
    """Sum over each window of a strip, (N,)."""
    sums = np.concatenate([[0], np.cumsum(mask.sum(axis=0, dtype=np.int64))])
    return np.asarray(sums[starts + patch_px] - sums[starts])
