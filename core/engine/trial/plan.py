"""What a trial is made of: which runs, each on which real patches, and what is compared with what."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.generation import LEAST_PATCHES
from ...contract.commands.generation_trial import ARMS, GAN_ARMS, GanTrialConfig
from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from ..learning.splits import splits_of
from ..patches.patch_set import PatchSet, with_split
from ..studies.curve_plan import WHOLE, nested_subset, real_rows

NONE, CLASSIC, OVERSAMPLING, GAN, GAN_FILTER, CLASSIC_GAN = ARMS
GENERATOR, SCORE = "generator", "synthetic-only"
"""What a repetition does beside its arms: learns the generator, and learns from synthetic patches what its score is."""


ALONE, CHEAPER, BASELINE = KINDS = "alone", "cheaper", "baseline"
"""Of comparisons: of arms that differ by synthetic patches alone, of these with what costs less, of anything with nothing."""


class Run(NamedTuple):
    """One training of a trial."""

    size: int
    """Real training patches per class, or ``WHOLE``."""
    seed: int
    arm: str
    """Or ``GENERATOR`` or ``SCORE``."""

    @property
    def name(self) -> str:
        """Tells it from the other runs, fit for a file."""
        return "-".join(map(str, self))


class Pair(NamedTuple):
    """What is compared."""

    kind: str
    """One of ``KINDS``."""
    arm: str
    against: str


_PAIRS = (
    Pair(ALONE, GAN, NONE),
    Pair(ALONE, GAN_FILTER, NONE),
    Pair(ALONE, CLASSIC_GAN, CLASSIC),
    *(Pair(CHEAPER, arm, against) for against in (CLASSIC, OVERSAMPLING) for arm in (GAN, GAN_FILTER)),
    *(Pair(BASELINE, arm, NONE) for arm in (CLASSIC, OVERSAMPLING, CLASSIC_GAN)),
)


class Plan(NamedTuple):
    """All of a trial."""

    classes: NDArray[np.int64]
    """Places in the legend of those that get synthetic patches, ascending."""
    sizes: tuple[int, ...]
    """Ascending, ``WHOLE`` last."""
    seeds: tuple[int, ...]
    """Of the repetitions."""
    arms: tuple[str, ...]
    """``none`` first, in the order of the contract."""
    rare_only: bool

    @property
    def runs(self) -> list[Run]:
        """By size, small ones first, and within by repetition: what is there after a break tells something already."""
        return [Run(size, seed, one) for size in self.sizes for seed in self.seeds for one in self.steps]

    @property
    def steps(self) -> tuple[str, ...]:
        """What a repetition does, in order: filters need the models of arms without synthetic patches, and the others the generator."""
        plain = [one for one in self.arms if one not in GAN_ARMS]
        made = [one for one in self.arms if one in GAN_ARMS]
        return (*plain, GENERATOR, *made, SCORE) if made else tuple(plain)

    @property
    def judges(self) -> dict[str, str]:
        """The arm whose model is the filter of another one: what is learned from the same real patches without synthetic ones."""
        best = CLASSIC if CLASSIC in self.arms else NONE
        return {one: NONE if one == GAN_FILTER else best for one in self.arms if one in (GAN_FILTER, CLASSIC_GAN)}

    @property
    def pairs(self) -> list[Pair]:
        """All that is compared, by kind."""
        return [one for one in _PAIRS if {one.arm, one.against} <= set(self.arms)]


def plan_of(config: GanTrialConfig, patch_set: PatchSet, report: Reporter) -> Plan:
    """Plan the runs; a size that no class has enough patches for becomes all patches.

    Raises:
        LearningError: no test patches, no such class, or a class with too few training patches.
    """
    splits, legend = splits_of(patch_set), [one.name for one in patch_set.settings.classes]
    if len(splits.test) == 0:
        raise LearningError("gan-trial-no-test", path=str(patch_set.folder))
    classes, counts = _chosen(config, patch_set), np.bincount(splits.labels[splits.train], minlength=len(legend))
    most = int(counts[classes].max())
    for place in classes.tolist():
        if counts[place] < LEAST_PATCHES:
            path, name = str(patch_set.folder), legend[place]
            raise LearningError("gan-trial-too-few", path=path, name=name, patches=int(counts[place]), least=LEAST_PATCHES)
        if any(counts[place] < one < most for one in config.sizes):
            report.warning("gan-trial-short", name=legend[place], patches=int(counts[place]))
    untested = [name for place, name in enumerate(legend) if counts[place] and place not in splits.labels[splits.test]]
    if untested:
        report.warning("gan-trial-not-tested", names=", ".join(untested))
    arms = tuple(one for one in ARMS if one in config.arms)
    seeds = tuple(range(config.seed, config.seed + config.seeds))
    return Plan(classes, _sizes(config, most, report), seeds, arms, config.rare_only)


def _chosen(config: GanTrialConfig, patch_set: PatchSet) -> NDArray[np.int64]:
    """Places in the legend of the classes asked for, or of all that have training patches."""
    legend = [one.name for one in patch_set.settings.classes]
    strange = [one for one in config.classes if one not in legend]
    if strange:
        raise LearningError("gan-no-such-class", path=str(patch_set.folder), name=strange[0], classes=", ".join(legend))
    if config.classes:
        return np.array(sorted(legend.index(one) for one in set(config.classes)), dtype=np.int64)
    splits = splits_of(patch_set)
    return np.unique(splits.labels[splits.train])


def _sizes(config: GanTrialConfig, most: int, report: Reporter) -> tuple[int, ...]:
    below = sorted({one for one in config.sizes if one < most})
    beyond = sorted(set(config.sizes) - set(below))
    if beyond:
        report.warning("gan-trial-size-whole", most=most, sizes=", ".join(map(str, beyond)))
    return (*below, WHOLE) if config.whole or beyond else tuple(below)


def subset_of(patch_set: PatchSet, plan: Plan, size: int, seed: int) -> PatchSet:
    """The patches of a repetition, the same for all its arms: those to learn from, the test patches, and no others.

    No validation patches, as for a learning curve. A larger subset of one seed holds the smaller ones.

    Args:
        patch_set: the whole set.
        plan: of the trial.
        size: real training patches per class, or ``WHOLE``.
        seed: of the repetition.
    """
    splits = splits_of(patch_set)
    train, test = real_rows(patch_set, splits.train), real_rows(patch_set, splits.test)
    if size != WHOLE:
        few = np.isin(splits.labels[train], plan.classes) | (not plan.rare_only)
        drawn = nested_subset(splits.labels[train[few]], train[few], size, seed)
        train = np.sort(np.concatenate([drawn, train[~few]]))
    split = np.full(len(patch_set.index), "", dtype=object)
    split[train], split[test] = "train", "test"
    return with_split(patch_set, split)
