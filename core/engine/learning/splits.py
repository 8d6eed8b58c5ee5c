"""Which patches are trained on, validated on and tested on, and whether they can carry a training."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from ..patches.patch_set import PatchSet


@dataclass(frozen=True)
class Splits:
    """Rows of a patch set by split, ascending, and the class index of every row."""

    labels: NDArray[np.int64]
    """Place in the legend of each patch's class, (N,)."""
    train: NDArray[np.int64]
    validation: NDArray[np.int64]
    test: NDArray[np.int64]
    added: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    """Synthetic patches to train on beside the others, which alone say what patches are like: their levels, their texture."""


def splits_of(patch_set: PatchSet) -> Splits:
    """The splits of a patch set, as its index says; where all training patches are synthetic, they stand for the real ones."""
    place = {one.code: index for index, one in enumerate(patch_set.settings.classes)}
    labels = np.array([place[int(code)] for code in patch_set.index["label"]], dtype=np.int64)
    split = patch_set.index["split"].to_numpy()
    train, validation, test = (np.flatnonzero(split == name).astype(np.int64) for name in ("train", "validation", "test"))
    real = patch_set.index["source"].to_numpy()[train] == "real"
    if not real.any():
        return Splits(labels, train, validation, test)
    return Splits(labels, train[real], validation, test, train[~real])


def check_splits(patch_set: PatchSet, splits: Splits, report: Reporter) -> None:
    """Refuse splits that no classifier can be trained on; warn of those that leave gaps.

    Raises:
        LearningError: fewer than two training patches, or all of one class.
    """
    path, names = str(patch_set.folder), [one.name for one in patch_set.settings.classes]
    if (patch_set.index["source"].iloc[splits.train] == "synthetic").any():
        report.warning("training-all-synthetic", path=path)
    if len(splits.train) < 2:
        raise LearningError("training-too-few", path=path, patches=len(splits.train))
    trained, counts = np.unique(splits.labels[splits.train], return_counts=True)
    if len(trained) == 1:
        raise LearningError("training-one-class", path=path, name=names[trained[0]])
    for index in sorted(set(range(len(names))) - set(trained.tolist())):
        code = "training-class-synthetic" if index in splits.labels[splits.added] else "training-class-empty"
        report.warning(code, name=names[index])
    if np.any(counts == 1):
        report.warning("training-class-of-one", names=", ".join(names[index] for index in trained[counts == 1]))
    if len(splits.validation) == 0:
        report.warning("training-no-validation", path=path)
    else:
        for index in sorted(set(trained.tolist()) - set(splits.labels[splits.validation].tolist())):
            report.warning("training-validation-lacks", name=names[index])
    if len(splits.test) == 0:
        report.warning("training-no-test", path=path)
