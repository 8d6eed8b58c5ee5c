"""What a learning curve is made of: which runs, each on which patches."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.comparison import CurveConfig
from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from ..learning.splits import splits_of
from ..patches.folds import Fold, folds_of
from ..patches.patch_set import PatchSet, with_split

WHOLE = 0
"""Stands for all training patches where a number per class is asked for."""
_FOLD_SEED = 0


class Arm(NamedTuple):
    """One curve: a start, and whether only a head learns."""

    start: str
    head_only: bool


class Run(NamedTuple):
    """One training of a curve."""

    arm: int
    """Place of its arm."""
    size: int
    """Training patches per class, or ``WHOLE``."""
    seed: int
    fold: int

    @property
    def name(self) -> str:
        """Tells it from the other runs of the curve, fit for a file."""
        return "-".join(map(str, self))


class Plan(NamedTuple):
    """All of a curve."""

    arms: list[Arm]
    folds: list[Fold]
    runs: list[Run]
    """By size, small ones first: what is there after a break is a curve already."""


def plan_of(config: CurveConfig, patch_set: PatchSet, report: Reporter) -> Plan:
    """Plan the runs; sizes that no class has enough patches for are left out.

    Raises:
        LearningError: no test patches, or fewer than two sizes are left.
        PatchSetError: too few groups for the folds.
    """
    arms = [*(Arm(one, False) for one in config.start), *(Arm(one, True) for one in config.head_only)]
    folds = folds_of(patch_set, config.folds, _FOLD_SEED) if config.folds else [_given_fold(patch_set)]
    most = min(int(np.bincount(splits_of(patch_set).labels[real_rows(patch_set, train)]).max()) for train, _ in folds)
    sizes = sorted({one for one in config.sizes if one < most or (one == most and not config.whole)})
    if len(sizes) < len(set(config.sizes)):
        report.warning("curve-sizes-left-out", most=most, sizes=", ".join(map(str, sorted(set(config.sizes) - set(sizes)))))
    sizes += [WHOLE] if config.whole else []
    if len(sizes) < 2:
        raise LearningError("curve-too-few-patches", path=str(patch_set.folder), most=most)
    runs = [
        Run(arm, size, seed, fold)
        for size in sizes
        for seed in range(config.seeds)
        for fold in range(len(folds))
        for arm in range(len(arms))
    ]
    return Plan(arms, folds, runs)


def _given_fold(patch_set: PatchSet) -> Fold:
    splits = splits_of(patch_set)
    if len(splits.test) == 0:
        raise LearningError("evaluate-empty", path=str(patch_set.folder), split="test")
    return splits.train, splits.test


def real_rows(patch_set: PatchSet, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows without synthetic patches: a curve counts labels, and these were never labelled."""
    return np.asarray(rows[patch_set.index["source"].to_numpy()[rows] == "real"])


def subset_of(patch_set: PatchSet, run: Run, fold: Fold) -> PatchSet:
    """The patches of a run: those to learn from as training, those of the fold as test, and no others.

    No validation patches: they are labels too, and a curve that chose its epochs on hundreds of them would be too good at five
    per class. A larger subset of one seed holds the smaller ones.

    Args:
        patch_set: the whole set.
        run: of the curve.
        fold: of the run.
    """
    train, test = real_rows(patch_set, fold[0]), real_rows(patch_set, fold[1])
    if run.size != WHOLE:
        train = nested_subset(splits_of(patch_set).labels[train], train, run.size, run.seed)
    split = np.full(len(patch_set.index), "", dtype=object)
    split[train], split[test] = "train", "test"
    return with_split(patch_set, split)


def nested_subset(labels: NDArray[np.int64], rows: NDArray[np.int64], per_class: int, seed: int) -> NDArray[np.int64]:
    """Some rows of each class, drawn at random; those of a smaller number are among those of a larger one.

    Args:
        labels: class of each row, (N,).
        rows: to draw from, (N,).
        per_class: how many; all of a class that has fewer.
        seed: of the draw.
    """
    random = np.random.default_rng(seed)
    chosen = [random.permutation(rows[labels == one])[:per_class] for one in np.unique(labels)]
    return np.sort(np.concatenate(chosen))
