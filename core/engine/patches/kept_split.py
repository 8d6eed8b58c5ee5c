"""A split that is kept when labels are added: places of an older set stay on their sides, above all its test places."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from .contents import digest
from .footprints import Placed, outlines_in_one_plane
from .index import SPLITS
from .overlaps import Pairs, overlaps_between
from .patch_set import PatchSet

_TEST = SPLITS.index("test")


@dataclass(frozen=True)
class KeptSides:
    """What an older split says of N new patches."""

    side: NDArray[np.intp]
    """Number in ``SPLITS``, -1 for a patch on new ground, (N,)."""
    torn: NDArray[np.bool_]
    """Patches that touch places of more than one side, so that they can have none, (N,)."""


def kept_by_place(placed: Placed, old: PatchSet, report: Reporter) -> KeptSides:
    """The sides that an older set gives to patches that overlap its own.

    Args:
        placed: the new patches.
        old: the older set.
        report: hears of what cannot stay.

    Raises:
        PatchSetError: it is not known where the older patches lie.
    """
    settings = old.settings
    outlines = outlines_in_one_plane([placed, Placed(old.index, settings.patch_px, settings.pixel_size_m)])
    if outlines is None:
        raise PatchSetError("patches-keep-split-no-place", path=str(old.folder))
    return sides_kept(overlaps_between(*outlines), len(placed.index), old, report)


def kept_by_content(digests: Sequence[bytes], groups: Sequence[str], old: PatchSet, report: Reporter) -> KeptSides:
    """The sides that an older set gives to chips of its groups, and to those that equal one of its patches pixel by pixel.

    Args:
        digests: of the patches, see ``contents.digest``.
        groups: name of each patch's group; empty where none is given.
        old: the older set.
        report: hears of what cannot stay.
    """
    rows_of: dict[bytes | str, list[int]] = {}
    for row, group in enumerate(old.index["group"].astype(str)):
        rows_of.setdefault(digest(old.codes[row]), []).append(row)
        rows_of.setdefault(group, []).append(row)
    pairs = [(one, row) for one, keys in enumerate(zip(digests, groups, strict=True)) for key in keys for row in rows_of.get(key, ())]
    new, there = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    return sides_kept((new, there), len(digests), old, report)


def sides_kept(pairs: Pairs, count: int, old: PatchSet, report: Reporter) -> KeptSides:
    """The sides of patches that show the same as patches of an older set.

    Args:
        pairs: new patch and older patch of one place.
        count: of the new patches.
        old: the older set.
        report: hears of what cannot stay.
    """
    old_side = np.array([SPLITS.index(one) for one in old.index["split"]], dtype=np.intp)
    touches = np.zeros((count, len(SPLITS)), dtype=bool)
    touches[pairs[0], old_side[pairs[1]]] = True
    torn = touches.sum(axis=1) > 1
    side = np.where(touches.any(axis=1) & ~torn, touches.argmax(axis=1), -1)
    path = str(old.folder)
    if torn.any():
        report.warning("patches-keep-split-torn", count=int(torn.sum()), path=path)
    tested, found = np.flatnonzero(old_side == _TEST), pairs[1][~torn[pairs[0]]]
    lost = len(np.setdiff1d(tested, found))
    if lost:
        report.warning("patches-keep-split-lost", count=lost, total=len(tested), path=path)
    return KeptSides(side, torn)
