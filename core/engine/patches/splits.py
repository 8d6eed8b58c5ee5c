"""Training, validation and test: patches of one place never sit on both sides of the split."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ...contract.commands.patches import SplitOptions
from ...contract.reporting import Reporter
from .assignment import assign_sides
from .footprints import Polygons
from .index import SPLITS
from .overlaps import Pairs, equal_pairs, joined, overlapping_pairs
from .patch_set import PatchSetSettings


@dataclass(frozen=True)
class Split:
    """The outcome for N patches."""

    side: NDArray[np.intp]
    """Number in ``SPLITS``, (N,)."""
    group: NDArray[np.intp]
    """Patches that must stay together, (N,); groups never overlap on the ground."""
    kept: NDArray[np.bool_]
    """False for patches left out because they overlap a patch of another side, (N,)."""


def split_by_place(outlines: Polygons, classes: NDArray[np.intp], options: SplitOptions) -> Split:
    """Part patches with known outlines.

    Patches that overlap stay together, and so do those in one spatial block. Overlapping patches that run on over more than
    a block are parted at its borders, and there the ones that still overlap another side are left out.

    Args:
        outlines: in one plane, metres, (N,).
        classes: class number of each patch, (N,).
        options: shares, block size and seed.
    """
    pairs = overlapping_pairs(outlines)
    units = _blocks(outlines, joined(pairs, len(outlines)), options.block_m)
    side = split_by_group(units, classes, options)
    kept = _without_overlap(pairs, side)
    same_unit = equal_pairs(np.where(kept, units, units.max() + 1 + np.arange(len(units))))
    inside = kept[pairs[0]] & kept[pairs[1]]
    links = np.concatenate([pairs[0][inside], same_unit[0]]), np.concatenate([pairs[1][inside], same_unit[1]])
    return Split(side, joined(links, len(outlines)), kept)


def split_by_group(groups: NDArray[np.intp], classes: NDArray[np.intp], options: SplitOptions) -> NDArray[np.intp]:
    """Side of each patch, (N,), number in ``SPLITS``; groups go as a whole, every class in its shares as well as possible.

    Args:
        groups: group of each patch, (N,), 0 or more.
        classes: class number of each patch, (N,), 0 or more.
        options: shares and seed.
    """
    shares = _shares(options)
    used = np.flatnonzero(shares)
    return used[share_out(groups, classes, shares[used], options.seed)]


def share_out(groups: NDArray[np.intp], classes: NDArray[np.intp], shares: NDArray[np.float64], seed: int) -> NDArray[np.intp]:
    """Side of each patch, (N,), number in ``shares``; groups go as a whole, every class in its shares as well as possible.

    Args:
        groups: group of each patch, (N,), 0 or more.
        classes: class number of each patch, (N,), 0 or more.
        shares: wanted share of each side, (S,), above 0, sum 1.
        seed: equal seeds give equal sides.
    """
    group_names, group_of = np.unique(groups, return_inverse=True)
    counts = np.zeros((len(group_names), int(classes.max()) + 1))
    np.add.at(counts, (group_of, classes), 1)
    return np.asarray(assign_sides(counts[:, counts.any(axis=0)], shares, seed)[group_of])


def lacking_classes(index: pd.DataFrame, wanted: Collection[str]) -> dict[str, list[str]]:
    """Names of the classes that some patches have but a wanted split has not, by split."""
    names = sorted(index["class"].unique())
    lacking = {split: [name for name in names if name not in set(index["class"][index["split"] == split])] for split in wanted}
    return {split: classes for split, classes in lacking.items() if classes}


def warn_of_gaps(index: pd.DataFrame, settings: PatchSetSettings, wanted: Collection[str], report: Reporter) -> None:
    """Name the classes without patches, and those that a wanted split lacks."""
    empty = [one.name for one in settings.classes if one.code not in set(index["label"])]
    if empty:
        report.warning("patches-class-empty", classes=", ".join(empty))
    for split, names in lacking_classes(index, wanted).items():
        report.warning("patches-split-lacks", split=split, classes=", ".join(names))


def wanted_splits(options: SplitOptions) -> tuple[str, ...]:
    """The splits that have a share."""
    return tuple(SPLITS[side] for side in np.flatnonzero(_shares(options)))


def _shares(options: SplitOptions) -> NDArray[np.float64]:
    """Share of each split, (3,), sum 1; rounding makes no split of its own."""
    train = 1 - options.validation_share - options.test_share
    shares = np.round([train, options.validation_share, options.test_share], 6)
    return np.asarray(shares / shares.sum())


def _blocks(outlines: Polygons, components: NDArray[np.intp], block_m: float) -> NDArray[np.intp]:
    """Number of the block of each patch: that of its component's middle, or its own middle if the component exceeds a block."""
    if block_m == 0:
        return components
    bounds = shapely.bounds(outlines)
    low = np.full((components.max() + 1, 2), np.inf)
    high = -low
    np.minimum.at(low, components, bounds[:, :2])
    np.maximum.at(high, components, bounds[:, 2:])
    small = ((high - low).max(axis=1) <= block_m)[components]
    middle = np.where(small[:, None], (low + high)[components], bounds[:, :2] + bounds[:, 2:]) / 2
    blocks = np.floor(middle / block_m)
    return np.asarray(np.unique(blocks, axis=0, return_inverse=True)[1].reshape(-1), dtype=np.intp)


def _without_overlap(pairs: Pairs, side: NDArray[np.intp]) -> NDArray[np.bool_]:
    """False for training patches that overlap another side, and for validation patches that overlap a test patch."""
    kept = np.ones(len(side), dtype=bool)
    first, second = pairs
    lower = np.where(side[first] < side[second], first, second)
    kept[lower[side[first] != side[second]]] = False
    return kept
