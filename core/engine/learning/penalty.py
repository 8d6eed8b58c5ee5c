"""How strictly a head is fitted, and how good it is: both by cross-validation over places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from ..patches.footprints import Polygons
from ..patches.overlaps import overlaps_between
from ..patches.splits import share_out
from .linear_head import Lesson, fit_linear_head

PENALTIES = (3.0, 1.0, 0.3, 0.1, 0.03, 0.01, 0.003)
"""Tried by cross-validation, the strongest first."""
DEFAULT_PENALTY = 0.1
"""Where there are too few places to choose by: on real chips of two radars, with 5 to 50 of a class, 0.03 to 0.3 gave the same mean
recall within 0.02."""
_FOLDS = 4
_MOST_ROWS = 1500
"""That are chosen by, evenly spread."""

Rows = NDArray[np.intp]
Folds = tuple[tuple[Rows, Rows], ...]
"""Rows to learn from and rows to answer for, of each fold."""


@dataclass(frozen=True)
class Places:
    """Where N patches lie."""

    groups: NDArray[np.intp]
    """What is left out together, (N,)."""
    outlines: Polygons | None
    """In one plane, (N,), where patches of different groups may overlap."""


@dataclass(frozen=True)
class Choice:
    """A penalty, and what heads of that penalty answered for places that they had not learned from."""

    penalty: float
    folds: Folds = ()
    """Rows learned from and rows answered for; none where there were too few places."""
    logits: NDArray[np.float32] | None = None
    """For the rows answered for, fold after fold, (rows, K)."""

    @property
    def rows(self) -> Rows:
        """Those answered for."""
        return np.concatenate([np.empty(0, np.intp), *(left_out for _, left_out in self.folds)])


def choose_penalty(
    penalties: Sequence[float], lesson: Lesson, folds: Folds, classes: int, safe_point: Callable[[int, int], None]
) -> Choice:
    """The penalty under which the answers to left-out places are the most likely, all classes counting alike.

    Args:
        penalties: to choose from, at least one; without folds the first is taken.
        lesson: what to learn from, each row seen once.
        folds: of its rows.
        classes: K, of the legend.
        safe_point: called with the fits done and their number.

    Raises:
        Cancelled: by the safe point.
    """
    best, least = Choice(penalties[0]), np.inf
    for number, penalty in enumerate(penalties if folds else ()):
        logits = []
        for fold, (known, left_out) in enumerate(folds):
            safe_point(number * len(folds) + fold, len(penalties) * len(folds))
            head = fit_linear_head(Lesson(lesson.features[known], lesson.labels[known]), classes, penalty)
            logits.append(head.logits(lesson.features[left_out]))
        choice = Choice(penalty, folds, np.concatenate(logits))
        loss = balanced_loss(lesson.labels[choice.rows], np.concatenate(logits))
        if loss < least:
            best, least = choice, loss
    return best


def folds_over(labels: NDArray[np.int64], places: Places, seed: int) -> Folds:
    """Rows to learn from and rows to answer for, never of one place or overlapping; none where there are too few places.

    Of the rows to answer for, those are left aside whose class the others do not know.

    Args:
        labels: class index, (N,).
        places: of the rows.
        seed: of the folds.
    """
    rows = np.linspace(0, len(labels) - 1, min(len(labels), _MOST_ROWS)).astype(np.intp)
    groups = places.groups[rows]
    in_places = np.array([len(np.unique(groups[labels[rows] == one])) for one in np.unique(labels[rows])])
    several = in_places[in_places > 1]
    if len(several) < 2:
        return ()
    count = min(_FOLDS, int(several.min()))
    side = share_out(groups, labels[rows].astype(np.intp), np.full(count, 1 / count), seed)
    folds = [_apart(rows[side != fold], rows[side == fold], places) for fold in range(count)]
    folds = [(known, left_out[np.isin(labels[left_out], labels[known])]) for known, left_out in folds]
    return tuple((known, left_out) for known, left_out in folds if len(left_out) and len(np.unique(labels[known])) > 1)


def _apart(known: Rows, left_out: Rows, places: Places) -> tuple[Rows, Rows]:
    """The rows, those to learn from without the ones that overlap a row to answer for."""
    if places.outlines is None:
        return known, left_out
    overlapping, _ = overlaps_between(places.outlines[known], places.outlines[left_out])
    return np.delete(known, np.unique(overlapping)), left_out


def balanced_loss(labels: NDArray[np.int64], logits: NDArray[np.float32]) -> float:
    """Mean over classes of -log p of the true class, nats.

    Args:
        labels: class index, (N,).
        logits: (N, K).
    """
    losses = -log_softmax(logits.astype(np.float64), axis=1)[np.arange(len(labels)), labels]
    return float(np.mean([losses[labels == one].mean() for one in np.unique(labels)]))
