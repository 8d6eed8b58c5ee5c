"""Where the labelled patches of a scene lie, and which class each has: by cover on a grid of windows, or centred on the labels."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import KDTree

from ...contract.commands.patches import PatchesCutConfig
from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from ..scene.grid import ModelGrid
from .cover import OUTCOMES, Outcome, cover_of_row, decide
from .labels import GridLabels, Labels

THINNED, BEYOND_EDGE = "thinned", "beyond_edge"
CONFLICT, TIE = Outcome.CONFLICT.value, Outcome.TIE.value
UNPLACED = (*(one.value for one in OUTCOMES if one is not Outcome.LABELLED), THINNED, BEYOND_EDGE)
"""Why windows or labels give no patch, as named in the counts of a set."""
_SQUARE_TOLERANCE_PX = 0.5
_CORNERS = 5  # of a closed square


class Conflict(NamedTuple):
    """A place that two classes claim."""

    reason: str
    """``conflict`` or ``tie``."""
    row: int
    column: int
    class_number: int
    rival_number: int


@dataclass
class Tally:
    """What gives no patch: how often, and where labels contradict each other."""

    counts: Counter[str] = field(default_factory=Counter)
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(frozen=True)
class LabelledRow:
    """Windows that begin in one row, by column."""

    row: int
    columns: NDArray[np.intp]
    class_numbers: NDArray[np.intp]
    covers: NDArray[np.float64]
    """Share of the window that its class covers; NaN for a label that is no area."""


@dataclass(frozen=True)
class Plan:
    """How labels make patches on a grid."""

    labels: GridLabels
    inside: NDArray[np.intp]
    """Numbers of the labels that lie on the grid."""
    shape: tuple[int, int]
    """Rows and columns of the grid."""
    kind: str
    """``points``, ``squares``, ``centres`` (of polygons) or ``polygons`` (by cover)."""
    least_distance_px: float
    """Between points."""

    def rows(self, config: PatchesCutConfig, tally: Tally) -> Iterator[LabelledRow]:
        """The windows to cut, downwards; a row may have none."""
        return _rows_by_cover(self, config, tally) if self.kind == "polygons" else _rows_by_centre(self, config, tally)


def plan_of(labels: Labels, on_grid: GridLabels, grid: ModelGrid, config: PatchesCutConfig, report: Reporter) -> Plan:
    """Choose how labels make patches: points and patch squares where they are, other polygons by cover, unless the user says else.

    Args:
        labels: as read.
        on_grid: the same on the grid.
        grid: of the scene.
        config: sizes and rules.
        report: hears of patch squares among other polygons.

    Raises:
        PatchSetError: points are to cover patches.
    """
    inside = np.sort(on_grid.tree.query(shapely.box(0, 0, grid.columns, grid.rows), predicate="intersects"))
    kind = "polygons"
    if labels.are_points:
        kind = "points"
        if config.label_rule == "cover":
            raise PatchSetError("patches-points-cover", path=labels.path)
    elif config.label_rule == "centre":
        kind = "centres"
    elif config.label_rule == "auto":
        squares = int(are_patch_squares(on_grid.shapes[inside], config.patch_px).sum())
        kind = "squares" if squares == len(inside) else kind
        if 0 < squares < len(inside):
            report.warning("patches-some-squares", path=labels.path, squares=squares, total=len(inside))
    distance_px = 0.0
    # whoever drew a random sample drew its near points too: without them its probabilities were wrong
    if kind == "points" and not labels.are_a_sample:
        half_patch_m = config.patch_px * config.patch_pixel_size_m / 2
        distance_px = (half_patch_m if config.point_distance_m is None else config.point_distance_m) / config.patch_pixel_size_m
    return Plan(on_grid, inside, (grid.rows, grid.columns), kind, distance_px)


def are_patch_squares(shapes: NDArray[np.object_], patch_px: int) -> NDArray[np.bool_]:
    """Whether polygons equal a patch on their grid to within half a pixel, (N,).

    Args:
        shapes: in pixels of the grid, (N,).
        patch_px: side of a patch.
    """
    bounds = shapely.bounds(shapes)
    sides = np.abs(bounds[:, 2:] - bounds[:, :2] - patch_px).max(axis=1) <= _SQUARE_TOLERANCE_PX
    full = shapely.area(shapes) >= (patch_px - _SQUARE_TOLERANCE_PX) ** 2
    return np.asarray((shapely.get_num_coordinates(shapes) == _CORNERS) & sides & full)


def _rows_by_cover(plan: Plan, config: PatchesCutConfig, tally: Tally) -> Iterator[LabelledRow]:
    size, stride = config.patch_px, config.stride_px or config.patch_px
    columns = np.arange(0, plan.shape[1] - size + 1, stride)
    classes = int(plan.labels.class_numbers.max()) + 1
    for row in range(0, plan.shape[0] - size + 1, stride):
        cover = cover_of_row(plan.labels, row, columns, size, classes)
        numbers, outcome, rivals = decide(cover, size, config.min_cover)
        for place, one in enumerate(OUTCOMES):
            tally.counts[one.value] += int((outcome == place).sum())
        for disputed in (Outcome.TIE, Outcome.CONFLICT):
            there = np.flatnonzero(outcome == OUTCOMES.index(disputed))
            tally.conflicts += [Conflict(disputed.value, row, int(columns[one]), int(numbers[one]), int(rivals[one])) for one in there]
        labelled = outcome == OUTCOMES.index(Outcome.LABELLED)
        covers = cover.total[np.arange(len(columns)), numbers] / size**2
        yield LabelledRow(row, columns[labelled], numbers[labelled], covers[labelled])


def _rows_by_centre(plan: Plan, config: PatchesCutConfig, tally: Tally) -> Iterator[LabelledRow]:
    size = config.patch_px
    numbers = plan.labels.class_numbers[plan.inside]
    centres = shapely.get_coordinates(shapely.centroid(plan.labels.shapes[plan.inside]))
    corners = np.rint(centres - size / 2).astype(np.intp)  # column, row
    rivals, redundant = _too_near(corners, numbers, plan.least_distance_px)
    for place in np.flatnonzero(rivals >= 0):
        column, row = corners[place].tolist()
        tally.conflicts.append(Conflict(CONFLICT, row, column, int(numbers[place]), int(numbers[rivals[place]])))
    beyond = ((corners < 0) | (corners + size > plan.shape[::-1])).any(axis=1)
    sound = (rivals < 0) & ~redundant
    tally.counts.update({CONFLICT: int((rivals >= 0).sum()), THINNED: int(redundant.sum()), BEYOND_EDGE: int((sound & beyond).sum())})
    corners, numbers = corners[sound & ~beyond], numbers[sound & ~beyond]
    cover = 1.0 if plan.kind == "squares" else np.nan
    for row in np.unique(corners[:, 1]):
        there = np.flatnonzero(corners[:, 1] == row)
        there = there[np.argsort(corners[there, 0])]
        yield LabelledRow(int(row), corners[there, 0], numbers[there], np.full(len(there), cover))


def _too_near(places: NDArray[np.intp], class_numbers: NDArray[np.intp], least_px: float) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Places that lie too near to another.

    Args:
        places: (N, 2), pixels.
        class_numbers: (N,).
        least_px: least distance; at 0 only equal places are too near.

    Returns:
        A nearer place of another class, -1 for none, (N,); and whether an earlier place of the same class makes it redundant, (N,).
    """
    pairs = KDTree(places).query_pairs(max(least_px - 1e-6, 0.0), output_type="ndarray") if len(places) else np.empty((0, 2), np.intp)
    same = class_numbers[pairs[:, 0]] == class_numbers[pairs[:, 1]]
    rivals = np.full(len(places), -1, dtype=np.intp)
    rivals[pairs[~same, 0]], rivals[pairs[~same, 1]] = pairs[~same, 1], pairs[~same, 0]
    redundant = np.zeros(len(places), dtype=bool)
    # in the order of the file: whoever is first stays, and takes away those that are near to it
    for first, second in sorted(map(tuple, pairs[same].tolist())):
        if rivals[first] < 0 and rivals[second] < 0 and not redundant[first]:
            redundant[second] = True
    return rivals, redundant
