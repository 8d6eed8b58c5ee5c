"""How far a figure may be off because other places would have given another one: the bootstrap over groups."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.stats import t

from .answers import Answers
from .figures import BY_CLASS, OVERALL, confusion_figures, count_confusion

LEVEL = 0.95
LEAST_GROUPS = 5
"""An interval over fewer groups is told with a warning."""
_RESAMPLES = 4000
_RESAMPLES_AT_ONCE = 200
_SEED = 0
_NO_ERROR = 1e-9
"""Groups that do not differ give no error but that of rounding."""


class Figure(NamedTuple):
    """A figure and its 95 % interval."""

    value: float
    """NaN where there is nothing to judge."""
    low: float
    high: float
    """NaN where the groups do not differ, or there is only one: nothing can be said then."""
    groups: int
    """Groups that hold a patch which the figure counts."""

    @property
    def bounded(self) -> bool:
        """Whether there is an interval."""
        return self.low < self.high

    @property
    def reliable(self) -> bool:
        """Whether the interval rests on enough groups."""
        return self.bounded and self.groups >= LEAST_GROUPS


class Figures(NamedTuple):
    """All figures of a classifier."""

    overall: dict[str, Figure]
    """``accuracy``, ``mean_recall``, ``macro_f1``, ``kappa``."""
    by_class: dict[str, list[Figure]]
    """``recall``, ``precision`` and ``f1`` of each class, in the order of the legend."""


def figures_with_intervals(answers: Answers) -> Figures:
    """All figures with 95 % intervals: how far they might differ in other places of the same kind.

    Groups are drawn with replacement, each with all its patches: patches of one place resemble each other, so single ones would give
    intervals far too narrow. The interval is Student's, with the standard error of the bootstrap, and ends where the figure does: for
    groups of equal size that of the accuracy is the familiar one of the mean over groups.

    Source: Hesterberg, What teachers should know about the bootstrap, The American Statistician 69(4), 2015, sections 4 and 5.
    """
    classes = len(answers.classes)
    values = confusion_figures(count_confusion(answers.truth, answers.answer, classes))
    parts = list(_drawn_figures(answers))
    drawn = {name: np.concatenate([part[name] for part in parts]) for name in values}
    true, answered = (_places(answers, classes, one) for one in ((answers.truth,), (answers.answer,)))
    counted = {"recall": true, "precision": answered, "f1": _places(answers, classes, (answers.truth, answers.answer))}
    groups = int(answers.groups.max()) + 1
    return Figures(
        {name: _figure(float(values[name]), drawn[name], groups, -1.0 if name == "kappa" else 0.0) for name in OVERALL},
        {
            name: [_figure(*one) for one in zip(values[name].tolist(), drawn[name].T, counted[name].tolist(), strict=True)]
            for name in BY_CLASS
        },
    )


def _drawn_figures(answers: Answers) -> Iterator[dict[str, NDArray[np.float64]]]:
    """Figures of resampled groups, a few hundred resamples at once."""
    classes, groups = len(answers.classes), int(answers.groups.max()) + 1
    cell = answers.truth * classes + answers.answer
    confusions = csr_array((np.ones(len(cell)), (cell, answers.groups)), shape=(classes**2, groups))
    random = np.random.default_rng(_SEED)
    for _ in range(0, _RESAMPLES, _RESAMPLES_AT_ONCE):
        times = random.multinomial(groups, np.full(groups, 1 / groups), size=_RESAMPLES_AT_ONCE)
        yield confusion_figures((confusions @ times.T).T.reshape(-1, classes, classes))


def _places(answers: Answers, classes: int, named: tuple[NDArray[np.int64], ...]) -> NDArray[np.int64]:
    """Groups that hold a patch of each class, (classes,), a patch being of every class that ``named`` gives it."""
    pairs = np.unique(np.concatenate([answers.groups * classes + one for one in named]))
    return np.bincount(pairs % classes, minlength=classes)


def _figure(value: float, drawn: NDArray[np.float64], groups: int, least: float = 0.0) -> Figure:
    """A figure whose range is ``least``..1 with its interval, from what resamples give."""
    known = drawn[np.isfinite(drawn)]
    error = known.std() if groups > 1 and len(known) else 0.0
    if np.isnan(value) or error < _NO_ERROR:
        return Figure(value, np.nan, np.nan, groups)
    # a bootstrap of n groups takes the standard error for sqrt((n - 1) / n) of what it is
    half = t.ppf((1 + LEVEL) / 2, groups - 1) * error * np.sqrt(groups / (groups - 1))
    return Figure(value, max(least, float(value - half)), min(1.0, float(value + half)), groups)
