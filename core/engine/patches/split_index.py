"""Give the patches of an index their groups and splits, by place or by group, and tell what had to be left out."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...contract.commands.patches import SplitOptions
from ...contract.reporting import Reporter
from .footprints import Placed, plane_outlines
from .index import SPLITS
from .kept_split import kept_by_content, kept_by_place
from .patch_set import read_patch_set
from .splits import Places, beside_kept, split_by_group, split_by_place


def split_placed(placed: Placed, options: SplitOptions, report: Reporter) -> pd.DataFrame:
    """The index with group and split, less the patches that overlap another side.

    Args:
        placed: patches whose places are known.
        options: shares, what goes together, and an older set whose split is kept.
        report: hears of what is left out.

    Raises:
        PatchSetError: the older set cannot be used.
    """
    index = placed.index
    outlines = plane_outlines(index, placed.patch_px, placed.pixel_size_m)
    if outlines is None:
        raise ValueError("a patch has no place")
    kept = None if options.keep_split is None else kept_by_place(placed, read_patch_set(options.keep_split), report)
    split = split_by_place(Places(outlines, _numbers(index["label"]), _numbers(index["scene"])), options, kept)
    at_border = int((~split.kept).sum()) - (0 if kept is None else int(kept.torn.sum()))
    if at_border:
        report.warning("patches-at-split-border", count=at_border, total=len(index))
    index = index.assign(group=(split.group + 1).astype(str), split=np.array(SPLITS)[split.side])
    return _only(index, split.kept)


def split_grouped(
    index: pd.DataFrame, digests: Sequence[bytes], given: Sequence[str], options: SplitOptions, report: Reporter
) -> pd.DataFrame:
    """The index with splits by its groups, less the patches that an older split tears out of theirs.

    Args:
        index: with groups.
        digests: of the patches, see ``contents.digest``.
        given: group names that the user gave, empty for none; they tie patches to those of the older set.
        options: shares, and an older set whose split is kept.
        report: hears of what is left out.

    Raises:
        PatchSetError: the older set cannot be used.
    """
    groups, labels = _numbers(index["group"]), _numbers(index["label"])
    if options.keep_split is None:
        return index.assign(split=np.array(SPLITS)[split_by_group(groups, labels, options)])
    kept = kept_by_content(digests, given, read_patch_set(options.keep_split), report)
    side = beside_kept(groups, labels, options, kept)
    beside = (kept.side >= 0) & (kept.side != side)
    if beside.any():
        report.warning("patches-keep-split-torn", count=int(beside.sum()), path=options.keep_split)
    return _only(index.assign(split=np.array(SPLITS)[side]), ~beside & ~kept.torn)


def _only(index: pd.DataFrame, kept: NDArray[np.bool_]) -> pd.DataFrame:
    some: pd.DataFrame = index[kept].reset_index(drop=True)
    return some


def _numbers(column: "pd.Series[str]") -> NDArray[np.intp]:
    return pd.factorize(column)[0].astype(np.intp)
