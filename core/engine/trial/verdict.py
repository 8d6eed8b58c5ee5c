"""Whether an arm of a trial is better than another one: paired differences, their intervals, and a verdict in four words."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

LEVEL = 0.95
HELPS, HARMS, NO_EFFECT, UNKNOWN = "helps", "harms", "no effect", "not enough evidence"
VERDICTS = (HELPS, HARMS, NO_EFFECT, UNKNOWN)


class Gain(NamedTuple):
    """A mean difference over repetitions, its 95 % interval, and how likely so large a one is by chance."""

    value: float
    low: float
    high: float
    p: float


class Range(NamedTuple):
    """Of a difference, over places: between which values it would lie had other places been tested on."""

    low: float
    high: float


def paired_gain(differences: NDArray[np.float64], rounding: float) -> Gain:
    """The mean of paired differences with Student's interval and two-sided p.

    A recall is a whole number of patches over their number, so that few repetitions may agree by chance to the last digit: their
    spread is never taken for less than the error of that rounding.

    Args:
        differences: one of each repetition, (n,), n at least 2.
        rounding: least standard deviation of a difference, above 0; see ``rounding_of``.

    Source: Student, The probable error of a mean, Biometrika 6, 1908; of rounding: Sheppard, Proc. London Math. Soc. 29, 1898.
    """
    count = len(differences)
    error = max(float(differences.std(ddof=1)), rounding) / np.sqrt(count)
    value = float(differences.mean())
    half = float(t.ppf((1 + LEVEL) / 2, count - 1)) * error
    return Gain(value, value - half, value + half, float(2 * t.sf(abs(value) / error, count - 1)))


def rounding_of(patches: NDArray[np.int64]) -> float:
    """Standard deviation that counting in whole patches alone gives to a difference of two mean recalls.

    Each count is off by a uniform error of variance 1/12 patch, and each recall is counted twice.

    Args:
        patches: test patches of each class that the mean is over, (K,), each at least 1.
    """
    return float(np.sqrt(np.sum(1 / patches.astype(np.float64) ** 2) / 6) / len(patches))


def holm(p: list[float]) -> list[float]:
    """Adjusted p of several tests: below 0.05 by chance alone for any of them in at most one family of twenty.

    Source: Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979.
    """
    adjusted, worst = [0.0] * len(p), 0.0
    for place, index in enumerate(sorted(range(len(p)), key=p.__getitem__)):
        worst = max(worst, min(1.0, (len(p) - place) * p[index]))
        adjusted[index] = worst
    return adjusted


def verdict_of(gain: Gain, adjusted_p: float, places: Range | None, margin: float) -> str:
    """One of ``VERDICTS``.

    Helps or harms: the adjusted test says so, and the interval over places, where there is one, leaves out zero on the same side. No
    effect: both intervals lie within the margin.

    Args:
        gain: over the repetitions.
        adjusted_p: of the gain among those judged with it.
        places: interval over groups of test patches; None with too few of them.
        margin: a difference below it counts as none.
    """
    intervals = [Range(gain.low, gain.high), *([] if places is None else [places])]
    if adjusted_p < 1 - LEVEL and all(one.low > 0 for one in intervals):
        return HELPS
    if adjusted_p < 1 - LEVEL and all(one.high < 0 for one in intervals):
        return HARMS
    if all(-margin < one.low and one.high < margin for one in intervals):
        return NO_EFFECT
    return UNKNOWN
