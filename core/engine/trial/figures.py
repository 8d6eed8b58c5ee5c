"""From the answers of all runs of a trial to its figures: recalls, gains with intervals, and verdicts."""

from itertools import product
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..assessment.answers import Answers
from ..assessment.figures import confusion_figures, count_confusion
from ..assessment.intervals import LEAST_GROUPS
from ..assessment.paired import Difference, Resampling, paired_differences
from ..learning.splits import splits_of
from ..patches.patch_set import PatchSet
from ..studies.curve_points import mean_of
from .plan import GENERATOR, SCORE, Plan, Run
from .runs import Outcome
from .verdict import LEVEL, UNKNOWN, VERDICTS, Gain, Range, holm, paired_gain, rounding_of, verdict_of

RESAMPLES = 2000
MEAN = "mean recall"
"""Stands among the classes for their mean."""


class Tested(NamedTuple):
    """The test patches of a trial."""

    names: tuple[str, ...]
    """Of the legend."""
    truth: NDArray[np.int64]
    """Place in the legend, (N,)."""
    groups: NDArray[np.int64]
    """0..G-1, (N,)."""
    answers: Answers
    """Of nobody yet: all but the logits."""

    @property
    def patches(self) -> NDArray[np.int64]:
        """Of each class, (K,)."""
        return np.bincount(self.truth, minlength=len(self.names))

    def places(self, place: int) -> int:
        """Groups that hold a patch of a class."""
        return len(np.unique(self.groups[self.truth == place]))

    @property
    def judged(self) -> list[int]:
        """Places of the classes that have test patches."""
        return [int(one) for one in np.flatnonzero(self.patches)]


def patches_tested(patch_set: PatchSet) -> Tested:
    """The test patches of a set, which are the same for every run of a trial."""
    splits, table = splits_of(patch_set), patch_set.index
    rows = splits.test[table["source"].to_numpy()[splits.test] == "real"]
    part = table.iloc[rows]
    groups = np.unique(part["group"], return_inverse=True)[1].reshape(-1).astype(np.int64)
    legend, truth = patch_set.settings.classes, splits.labels[rows]
    scenes, sources = (part[name].to_numpy(dtype=object) for name in ("scene", "source"))
    nothing = np.zeros((len(rows), len(legend)), np.float32)
    answers = Answers(legend, truth, nothing, 1.0, groups, scenes, sources)
    return Tested(tuple(one.name for one in legend), truth, groups, answers)


class Recalls(NamedTuple):
    """Recalls of the repetitions of an arm at one size."""

    by_class: NDArray[np.float64]
    """(R, K); NaN for classes without test patches."""
    answers: list[NDArray[np.int64]]
    """Of each repetition, (N,)."""

    @property
    def mean(self) -> NDArray[np.float64]:
        """Over the classes, (R,)."""
        return np.asarray(np.nanmean(self.by_class, axis=1))


def trial_figures(plan: Plan, tested: Tested, outcomes: dict[Run, Outcome], margin: float) -> dict[str, Any]:
    """All that ``trial.json`` says of the runs and what follows from them, JSON-native.

    Args:
        plan: of the trial.
        tested: what all runs were tested on.
        outcomes: of all runs.
        margin: a difference below it counts as none.
    """
    arms = [one for one in plan.steps if one != GENERATOR]
    recalls = {(size, arm): _recalls(plan, tested, outcomes, size, arm) for size in plan.sizes for arm in arms}
    points = [{"size": size, "arm": arm, **_point(tested, one)} for (size, arm), one in recalls.items() if arm != SCORE]
    scores = [{"size": size, **_point(tested, one)} for (size, arm), one in recalls.items() if arm == SCORE]
    comparisons = []
    for size, pair in product(plan.sizes, plan.pairs):
        gains = _gains(plan, tested, (recalls[size, pair.arm], recalls[size, pair.against]), margin)
        if pair.arm in plan.judges and _kept(plan, outcomes, size, pair.arm) == 0:
            gains = {name: {**gain, "verdict": UNKNOWN} for name, gain in gains.items()}
        comparisons.append({"size": size, **pair._asdict(), "gains": gains})
    return {
        "chosen": [tested.names[one] for one in plan.classes.tolist()],
        "arms": list(plan.arms),
        "sizes": list(plan.sizes),
        "repetitions": len(plan.seeds),
        "margin": margin,
        "tested": {tested.names[one]: {"patches": int(tested.patches[one]), "groups": tested.places(one)} for one in tested.judged},
        "tested_groups": int(tested.groups.max()) + 1,
        "comparisons": comparisons,
        "verdicts": {**_counts(comparisons), "families": len(comparisons) * len(_families(plan, tested))},
        "points": points,
        "scores": scores,
        "runs": [_told(tested, outcomes[run]) for run in plan.runs],
    }


def _kept(plan: Plan, outcomes: dict[Run, Outcome], size: int, arm: str) -> int:
    """Synthetic patches that passed the filter of an arm, in all repetitions: an arm that learned from none says nothing of them."""
    return sum(counts["kept"] for seed in plan.seeds for counts in outcomes[Run(size, seed, arm)].facts.values())


def _recalls(plan: Plan, tested: Tested, outcomes: dict[Run, Outcome], size: int, arm: str) -> Recalls:
    answers = [np.array(outcomes[Run(size, seed, arm)].answers, np.int64) for seed in plan.seeds]
    confusions = np.stack([count_confusion(tested.truth, one, len(tested.names)) for one in answers])
    return Recalls(confusion_figures(confusions)["recall"], answers)


def _point(tested: Tested, recalls: Recalls) -> dict[str, Any]:
    by_class = {tested.names[one]: mean_of(recalls.by_class[:, one])._asdict() for one in tested.judged}
    return {"mean_recall": mean_of(recalls.mean)._asdict(), "recall": by_class}


def _gains(plan: Plan, tested: Tested, pair: tuple[Recalls, Recalls], margin: float) -> dict[str, dict[str, Any]]:
    """What the first arm gains over the second, for the mean and for each class."""
    first, second = pair
    names = {MEAN: rounding_of(tested.patches[tested.judged])}
    names |= {tested.names[one]: rounding_of(tested.patches[[one]]) for one in tested.judged}
    differences = {MEAN: first.mean - second.mean}
    differences |= {tested.names[one]: (first.by_class - second.by_class)[:, one] for one in tested.judged}
    gains = {name: paired_gain(differences[name], rounding) for name, rounding in names.items()}
    adjusted = {
        name: p for family in _families(plan, tested) for name, p in zip(family, holm([gains[one].p for one in family]), strict=True)
    }
    places = _places(tested, first, second)
    return {name: _told_gain(gains[name], adjusted[name], places.get(name), margin) for name in gains}


def _families(plan: Plan, tested: Tested) -> list[list[str]]:
    """What is adjusted together for being many: the classes that get synthetic patches, the others, and the mean by itself."""
    chosen, others = ([tested.names[one] for one in tested.judged if (one in plan.classes) == among] for among in (True, False))
    return [family for family in ([MEAN], chosen, others) if family]


def _places(tested: Tested, first: Recalls, second: Recalls) -> dict[str, Range]:
    """Intervals over the groups of test patches, of the differences averaged over the repetitions, where there are enough groups."""
    ours, theirs = (_all_answers(tested, one) for one in (first, second))
    found = paired_differences(theirs, ours, Resampling(RESAMPLES, 0, LEVEL))
    told = {MEAN: found.mean_recall} if int(tested.groups.max()) + 1 >= LEAST_GROUPS else {}
    told |= {tested.names[one]: found.recall[one] for one in tested.judged if tested.places(one) >= LEAST_GROUPS}
    return {name: _range(one) for name, one in told.items()}


def _range(one: Difference) -> Range:
    return Range(one.low, one.high)


def _all_answers(tested: Tested, recalls: Recalls) -> Answers:
    """The answers of all repetitions one after the other: a group that is drawn brings those of every repetition."""
    rows = np.tile(np.arange(len(tested.truth)), len(recalls.answers))
    logits = np.eye(len(tested.names), dtype=np.float32)[np.concatenate(recalls.answers)]
    known = tested.answers
    return Answers(known.classes, known.truth[rows], logits, 1.0, known.groups[rows], known.scenes[rows], known.sources[rows])


def _told_gain(gain: Gain, adjusted_p: float, places: Range | None, margin: float) -> dict[str, Any]:
    return {
        **gain._asdict(),
        "adjusted_p": adjusted_p,
        "places": None if places is None else list(places),
        "verdict": verdict_of(gain, adjusted_p, places, margin),
    }


def _counts(comparisons: list[dict[str, Any]]) -> dict[str, Any]:
    """How many verdicts there are, and how many differences chance alone would bring.

    Each was tested by itself at 5 % before the adjustment, so that of tests without any true difference one in twenty comes out.
    """
    gains = [gain for one in comparisons for gain in one["gains"].values()]
    counts = {name: sum(gain["verdict"] == name for gain in gains) for name in VERDICTS}
    apart = sum(gain["p"] < 1 - LEVEL for gain in gains)
    return {"given": len(gains), "by_verdict": counts, "apart_unadjusted": apart, "apart_by_chance": (1 - LEVEL) * len(gains)}


def _told(tested: Tested, outcome: Outcome) -> dict[str, Any]:
    names = tested.names
    known = {
        **outcome.run._asdict(),
        "patches": {name: count for name, count in zip(names, outcome.patches, strict=True) if count},
        "steps": outcome.steps,
        "seconds": round(outcome.seconds, 1),
        "facts": outcome.facts,
    }
    if not outcome.answers:
        return known
    return {**known, "confusion": count_confusion(tested.truth, np.array(outcome.answers), len(names)).tolist()}
