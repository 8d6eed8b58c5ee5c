"""Which patches overlap, and what follows from it: things that hang together, and leaks across a split."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ...contract.errors import PatchSetError
from .footprints import Polygons, plane_outlines

Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

_TOUCHING_SHARE = 1e-6
"""Outlines shrunk by this share do not meet when they only touch; rounding of reprojected corners is far below."""
_MOST_NAMED = 5


@dataclass(frozen=True)
class Leaks:
    """What sits on both sides of a split; nothing for a sound one."""

    overlaps: int
    """Pairs of overlapping patches of different splits."""
    groups: tuple[str, ...]
    """Groups with patches in more than one split."""
    named: tuple[str, ...]
    """All groups that are concerned: those, and those of the overlapping patches."""


def overlapping_pairs(outlines: Polygons) -> Pairs:
    """Numbers (i, j), i < j, of the patches that overlap; touching edges do not count."""
    first, second = overlaps_between(outlines, outlines)
    once = first < second
    return first[once], second[once]


def overlaps_between(outlines: Polygons, others: Polygons) -> Pairs:
    """Numbers (i, j) of the outlines that overlap others; touching edges do not count."""
    first, second = shapely.STRtree(_shrunk(others)).query(_shrunk(outlines), predicate="intersects")
    return first, second


def joined(pairs: Pairs, count: int) -> NDArray[np.intp]:
    """Component of each of ``count`` things, (count,), when the pairs join them."""
    links = coo_array((np.ones(len(pairs[0]), dtype=bool), pairs), shape=(count, count))
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.intp)


def equal_pairs(values: NDArray[np.intp]) -> Pairs:
    """Pairs that join all positions of equal value."""
    order = np.argsort(values, kind="stable")
    equal = values[order][1:] == values[order][:-1]
    return order[:-1][equal], order[1:][equal]


def leaks(index: pd.DataFrame, patch_px: int, pixel_size_m: float | None) -> Leaks:
    """Look for patches of one place on both sides of a split, by outline and by group.

    Args:
        index: of a patch set.
        patch_px: side of a patch.
        pixel_size_m: ground size of a pixel; None where it is not known.
    """
    groups, split = index["group"].to_numpy(), index["split"].to_numpy()
    splits_per_group = index.groupby("group")["split"].nunique()
    torn = tuple(map(str, splits_per_group.index[splits_per_group > 1]))
    outlines = plane_outlines(index, patch_px, pixel_size_m)
    if outlines is None:
        return Leaks(0, torn, torn)
    first, second = overlapping_pairs(outlines)
    across = split[first] != split[second]
    concerned = set(groups[first[across]]) | set(groups[second[across]]) | set(torn)
    return Leaks(int(across.sum()), torn, tuple(sorted(map(str, concerned))))


def refuse_leaks(index: pd.DataFrame, patch_px: int, pixel_size_m: float | None) -> None:
    """Go on only without leaks; see ``leaks``.

    Raises:
        PatchSetError: patches of one place sit on both sides of the split, or a synthetic one is not for training.
    """
    held_out = int(((index["source"] == "synthetic") & (index["split"] != "train")).sum())
    if held_out:
        raise PatchSetError("patches-synthetic-held-out", count=held_out)
    found = leaks(index, patch_px, pixel_size_m)
    if found.named:
        names = ", ".join(found.named[:_MOST_NAMED]) + (", ..." if len(found.named) > _MOST_NAMED else "")
        raise PatchSetError("patches-leak", overlaps=found.overlaps, groups=len(found.groups), names=names)


def _shrunk(outlines: Polygons) -> Polygons:
    sizes = shapely.get_num_coordinates(outlines)
    middles = np.repeat(shapely.get_coordinates(shapely.centroid(outlines)), sizes, axis=0)
    corners = shapely.get_coordinates(outlines)
    return np.asarray(shapely.set_coordinates(outlines.copy(), middles + (corners - middles) * (1 - _TOUCHING_SHARE)), dtype=object)
