"""Folds: every real patch tested once, no group on both sides, classes in equal shares."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from echopatch.core.contract.errors import PatchSetError
from echopatch.core.engine.patches.folds import folds_of, on_fold
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set


@pytest.fixture
def grouped(toy_set: Callable[..., Path]) -> PatchSet:
    """60 patches of three classes in groups of two."""
    patch_set = read_patch_set(str(toy_set("grouped", {"train": (30, 20, 10)})))
    patch_set.index["group"] = [str(row // 2) for row in range(60)]
    return patch_set


def test_each_patch_is_tested_on_once_and_no_group_is_torn(grouped: PatchSet) -> None:
    folds = folds_of(grouped, 5, seed=0)
    np.testing.assert_array_equal(np.sort(np.concatenate([test for _, test in folds])), np.arange(60))
    groups, labels = grouped.index["group"].to_numpy(), grouped.index["label"].to_numpy()
    for train, test in folds:
        assert set(groups[train]).isdisjoint(groups[test])
        assert len(train) + len(test) == 60
        np.testing.assert_allclose(np.unique(labels[test], return_counts=True)[1], [6, 4, 2], atol=2)


def test_equal_seeds_give_equal_folds(grouped: PatchSet) -> None:
    one, same, other = (folds_of(grouped, 5, seed) for seed in (3, 3, 4))
    assert all((a[1] == b[1]).all() for a, b in zip(one, same, strict=True))
    assert any(len(a[1]) != len(b[1]) or (a[1] != b[1]).any() for a, b in zip(one, other, strict=True))


def test_a_fold_gives_a_set_with_its_split_and_a_validation_part_by_group(grouped: PatchSet) -> None:
    fold = folds_of(grouped, 3, seed=0)[1]
    before = grouped.index["split"].tolist()
    on = on_fold(grouped, fold, validation_share=0.25, seed=1)
    split = on.index["split"].to_numpy()
    np.testing.assert_array_equal(np.flatnonzero(split == "test"), fold[1])
    assert on.index.groupby("group")["split"].nunique().max() == 1
    assert (split == "validation").sum() == pytest.approx(10, abs=2)
    assert grouped.index["split"].tolist() == before
    assert on.sha256 != grouped.sha256
    assert set(on_fold(grouped, fold, validation_share=0).index["split"]) == {"train", "test"}


def test_synthetic_patches_are_never_tested_on_and_keep_away_from_their_group(grouped: PatchSet) -> None:
    grouped.index.loc[1::2, "source"] = "synthetic"
    groups = grouped.index["group"].to_numpy()
    for fold in folds_of(grouped, 4, seed=0):
        assert (fold[1] % 2 == 0).all()
        assert set(groups[fold[0]]).isdisjoint(groups[fold[1]])
        on = on_fold(grouped, fold)
        assert set(on.index["source"][on.index["split"] == "validation"]) == {"real"}


def test_more_folds_than_groups_are_refused(grouped: PatchSet) -> None:
    with pytest.raises(PatchSetError, match=r"30 group\(s\) .* less than 31 folds"):
        folds_of(grouped, 31, seed=0)
