"""The finished runs of a learning curve: kept one by one, and summed up to points."""

from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from ...contract.errors import LearningError
from ..assessment.figures import confusion_figures
from .curve_plan import Plan, Run
from .journal import noted

FIGURES = ("mean_recall", "accuracy")


class Outcome(NamedTuple):
    """What came of a run."""

    run: Run
    patches: int
    """Learned from."""
    confusion: list[list[int]]
    """Test patches, rows truth, columns answers."""


class Mean(NamedTuple):
    """A mean over repetitions and its 95 % interval: how far it depends on which patches were labelled, and on chance in training."""

    value: float
    low: float
    high: float
    each: tuple[float, ...]
    """Of each repetition."""


def mean_of(values: NDArray[np.float64]) -> Mean:
    """Mean and Student's interval of repetitions, (n,), n at least 2."""
    half = float(t.ppf(0.975, len(values) - 1) * values.std(ddof=1) / np.sqrt(len(values)))
    value = float(values.mean())
    return Mean(value, value - half, value + half, tuple(values.tolist()))


def kept(folder: Path) -> dict[Run, Outcome]:
    """The finished runs of an earlier start.

    Raises:
        LearningError: the journal is broken.
    """
    try:
        found = [Outcome(Run(*run), patches, confusion) for run, patches, confusion in noted(folder)]
    except (ValueError, TypeError) as error:
        raise LearningError("training-state-broken", folder=str(folder)) from error
    return {one.run: one for one in found}


def points_of(plan: Plan, outcomes: dict[Run, Outcome]) -> list[dict[str, Any]]:
    """One point for each arm and size, JSON-native: ``arm``, ``size``, ``patches`` and a mean for each of ``FIGURES``.

    The test patches of all folds together make one figure of a repetition, so that small folds do not count more.
    """
    sizes = list(dict.fromkeys(run.size for run in plan.runs))
    points = []
    for arm in range(len(plan.arms)):
        for size in sizes:
            runs = [run for run in plan.runs if run.arm == arm and run.size == size]
            seeds = sorted({run.seed for run in runs})
            sums = [np.sum([outcomes[run].confusion for run in runs if run.seed == seed], axis=0) for seed in seeds]
            figures = confusion_figures(np.stack(sums))
            means = {name: mean_of(figures[name])._asdict() for name in FIGURES}
            patches = float(np.mean([outcomes[run].patches for run in runs]))
            points.append({"arm": arm, "size": size, "patches": patches, **means})
    return points


def gains_of(points: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What doubling the labels brought between neighbouring points of one arm, from the points alone, JSON-native.

    The repetitions of both points learned from nested patches, so their differences are taken one by one.
    """
    gains = []
    for first, second in pairwise(points):
        if first["arm"] == second["arm"] and second["patches"] > first["patches"]:
            doublings = np.log2(second["patches"] / first["patches"])
            steps = np.subtract(second["mean_recall"]["each"], first["mean_recall"]["each"]) / doublings
            ends = {"first": first["size"], "second": second["size"]}
            gains.append({"arm": first["arm"], **ends, "per_doubling": mean_of(steps)._asdict()})
    return gains
