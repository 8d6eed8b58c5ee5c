"""Folds for cross-validation: groups go as a whole, every class in equal shares as well as possible."""

import numpy as np
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from .patch_set import PatchSet, with_split
from .splits import share_out

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Rows to train on and rows to test on, ascending."""


def folds_of(patch_set: PatchSet, k: int, seed: int) -> list[Fold]:
    """Part all patches of a set, whatever its split says: each real patch is tested on once, synthetic ones never.

    Args:
        patch_set: with at least ``k`` groups of real patches.
        k: folds, 2 or more.
        seed: equal seeds give equal folds.

    Raises:
        PatchSetError: fewer groups than folds.
    """
    groups, labels = (np.unique(patch_set.index[name], return_inverse=True)[1].reshape(-1) for name in ("group", "label"))
    real = patch_set.index["source"].to_numpy() == "real"
    count = len(np.unique(groups[real]))
    if count < k:
        raise PatchSetError("patches-folds-few-groups", path=str(patch_set.folder), groups=count, folds=k)
    fold_of_group = np.full(groups.max() + 1, -1)
    fold_of_group[groups[real]] = share_out(groups[real], labels[real], np.full(k, 1 / k), seed)
    fold = fold_of_group[groups]
    # a synthetic patch belongs to its group: it must not be learned where the real ones of the group are tested
    return [(np.flatnonzero(fold != one), np.flatnonzero((fold == one) & real)) for one in range(k)]


def on_fold(patch_set: PatchSet, fold: Fold, validation_share: float = 0.15, seed: int = 0) -> PatchSet:
    """The set as a fold sees it: its rows to test on as test, and of the others a share of the groups as validation.

    Synthetic patches of the groups that are tested or validated on are in no split, an empty one.

    Args:
        patch_set: of which the fold was made.
        fold: of ``folds_of``.
        validation_share: of the rows to train on, 0 or more and below 1.
        seed: equal seeds give equal validation parts.
    """
    train, test = fold
    split = np.full(len(patch_set.index), "", dtype=object)
    split[train], split[test] = "train", "test"
    if validation_share > 0:
        table = patch_set.index.iloc[train]
        groups, labels = (np.unique(table[name], return_inverse=True)[1].reshape(-1) for name in ("group", "label"))
        validates = share_out(groups, labels, np.array([1 - validation_share, validation_share]), seed) == 1
        split[train[validates]] = np.where(table["source"][validates] == "real", "validation", "")
    return with_split(patch_set, split)
