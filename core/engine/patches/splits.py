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
from .kept_split import KeptSides
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


@dataclass(frozen=True)
class Places:
    """N patches that are to be parted, and how they hang together."""

    outlines: Polygons
    """In one plane, metres, (N,)."""
    classes: NDArray[np.intp]
    """Class number of each patch, (N,)."""
    scenes: NDArray[np.intp]
    """Scene number of each patch, (N,)."""


def split_by_place(places: Places, options: SplitOptions, kept: KeptSides | None = None) -> Split:
    """Part patches with known outlines.

    Patches that overlap stay together, and so do those in one spatial block or one scene. Overlapping patches that run on over
    more than a block are parted at its borders, and there the ones that still overlap another side are left out.

    Args:
        places: the patches.
        options: shares, block size and seed.
        kept: sides that are given already; patches in one block or scene with them take the highest.
    """
    count = len(places.outlines)
    pairs = overlapping_pairs(places.outlines)
    units = _units(places, joined(pairs, count), options)
    if kept is None:
        side, sound = split_by_group(units, places.classes, options), np.ones(count, dtype=bool)
    else:
        side = np.where(kept.side >= 0, kept.side, beside_kept(units, places.classes, options, kept))
        sound = ~kept.torn
    return parted(pairs, units, side, sound)


def parted(pairs: Pairs, units: NDArray[np.intp], side: NDArray[np.intp], sound: NDArray[np.bool_]) -> Split:
    """Sides without overlap between them, and the groups that remain.

    Args:
        pairs: of patches that overlap.
        units: number of what each patch belongs to, (N,).
        side: wanted side of each patch, (N,).
        sound: False for patches that are left out anyhow, (N,).
    """
    inside = sound[pairs[0]] & sound[pairs[1]]
    kept = sound & _without_overlap((pairs[0][inside], pairs[1][inside]), side)
    on_side = units * len(SPLITS) + side
    same_unit = equal_pairs(np.where(kept, on_side, on_side.max() + 1 + np.arange(len(units))))
    inside = kept[pairs[0]] & kept[pairs[1]]
    links = np.concatenate([pairs[0][inside], same_unit[0]]), np.concatenate([pairs[1][inside], same_unit[1]])
    return Split(side, joined(links, len(units)), kept)


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


def _units(places: Places, components: NDArray[np.intp], options: SplitOptions) -> NDArray[np.intp]:
    """Number of what goes to one side as a whole, of each patch."""
    if options.split_by == "groups" or (options.split_by == "blocks" and options.block_m == 0):
        return components
    if options.split_by == "blocks":
        return _blocks(places.outlines, components, options.block_m)
    # scenes that show one place go together
    same_scene, same_component = equal_pairs(places.scenes), equal_pairs(components)
    links = np.concatenate([same_scene[0], same_component[0]]), np.concatenate([same_scene[1], same_component[1]])
    return joined(links, len(components))


def _blocks(outlines: Polygons, components: NDArray[np.intp], block_m: float) -> NDArray[np.intp]:
    """Number of the block of each patch: that of its component's middle, or its own middle if the component exceeds a block."""
    bounds = shapely.bounds(outlines)
    low = np.full((components.max() + 1, 2), np.inf)
    high = -low
    np.minimum.at(low, components, bounds[:, :2])
    np.maximum.at(high, components, bounds[:, 2:])
    small = ((high - low).max(axis=1) <= block_m)[components]
    middle = np.where(small[:, None], (low + high)[components], bounds[:, :2] + bounds[:, 2:]) / 2
    blocks = np.floor(middle / block_m)
    return np.asarray(np.unique(blocks, axis=0, return_inverse=True)[1].reshape(-1), dtype=np.intp)


def beside_kept(units: NDArray[np.intp], classes: NDArray[np.intp], options: SplitOptions, kept: KeptSides) -> NDArray[np.intp]:
    """Side of each patch, (N,): the highest that patches of its unit keep, else one by shares.

    Args:
        units: number of what goes to one side as a whole, of each patch, (N,).
        classes: class number of each patch, (N,).
        options: shares and seed.
        kept: sides that are given already.
    """
    highest = np.full(units.max() + 1, -1)
    np.maximum.at(highest, units, kept.side)
    side = highest[units]
    free = side < 0
    if free.any():
        side[free] = split_by_group(units[free], classes[free], options)
    return side


def _without_overlap(pairs: Pairs, side: NDArray[np.intp]) -> NDArray[np.bool_]:
    """False for training patches that overlap another side, and for validation patches that overlap a test patch."""
    kept = np.ones(len(side), dtype=bool)
    first, second = pairs
    lower = np.where(side[first] < side[second], first, second)
    kept[lower[side[first] != side[second]]] = False
    return kept
