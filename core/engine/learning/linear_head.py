"""A linear head fitted at once: logistic regression on standardised features, its penalty chosen over places.

All classes count alike, whatever their numbers. The penalty is half its number times the squared length of the weights, of features
scaled so that a patch has the length of about one, whatever the width: it is the inverse of the variance that is expected of logits.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression
from torch import nn

from ..patches.splits import share_out

PENALTIES = (3.0, 1.0, 0.3, 0.1, 0.03, 0.01)
"""Tried by cross-validation, the strongest first."""
DEFAULT_PENALTY = 0.1
"""Where there are too few places to choose by: on real chips of two radars, with 5 to 50 of a class, 0.03 to 0.3 gave the same mean recall
within 0.01."""
NEVER = -1e4
"""Logit of a class that no patch was learned from: it is never answered."""
_FOLDS = 4
_MOST_TO_CHOOSE_BY = 1500
_MOST_STEPS = 2000
_DEAD = 1e-6
"""A feature that varies by less than this share of the most varying one says nothing."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Lesson:
    """Features that a head learns from."""

    features: Floats
    """(N, F)."""
    labels: NDArray[np.int64]
    """Class index, (N,), at least two different ones."""
    groups: NDArray[np.intp]
    """Of one place, (N,)."""
    copies: int = 1
    """How many rows stand for one patch: mirrored ones count for less."""


@dataclass(frozen=True)
class LinearHead:
    """Logits are ``features @ weight.T + bias``."""

    weight: Floats
    """(K, F)."""
    bias: Floats
    """(K,)."""

    def logits(self, features: NDArray[np.floating]) -> NDArray[np.float32]:
        """(N, K) of features (N, F)."""
        return np.asarray(features @ self.weight.T + self.bias, dtype=np.float32)

    def into(self, layer: nn.Linear) -> None:
        """Give a layer these numbers."""
        with torch.no_grad():
            layer.weight.copy_(torch.from_numpy(self.weight))
            layer.bias.copy_(torch.from_numpy(self.bias))


@dataclass(frozen=True)
class Choice:
    """A penalty, and how well heads of that penalty answered for places that they had not learned from."""

    penalty: float
    rows: NDArray[np.intp]
    """Of the lesson, that were answered for; none where there were too few places."""
    logits: NDArray[np.float32]
    """(rows, K)."""


def fit_linear_head(lesson: Lesson, classes: int, penalty: float) -> LinearHead:
    """The head of a penalty, with the standardisation of its features folded in.

    Args:
        lesson: what to learn from.
        classes: K, of the legend.
        penalty: above 0.
    """
    mean, scale = _standard(lesson.features)
    turned, axes = _turned((lesson.features - mean) * scale)
    weight, bias = _regression(turned, lesson, penalty)
    present = np.unique(lesson.labels)
    whole, offsets = np.zeros((classes, lesson.features.shape[1])), np.full(classes, NEVER)
    whole[present] = weight @ axes * scale
    offsets[present] = bias - whole[present] @ mean
    return LinearHead(whole, offsets)


def choose_penalty(lesson: Lesson, classes: int, seed: int, safe_point: Callable[[int, int], None]) -> Choice:
    """The penalty under which the answers to left-out places are the most likely, all classes counting alike.

    Args:
        lesson: what to learn from.
        classes: K, of the legend.
        seed: of the folds.
        safe_point: called with the fits done and their number.

    Raises:
        Cancelled: by the safe point.
    """
    folds = _folds(lesson, seed)
    if not folds:
        return Choice(DEFAULT_PENALTY, np.empty(0, np.intp), np.empty((0, classes), np.float32))
    best, least = None, np.inf
    for number, penalty in enumerate(PENALTIES):
        answered, logits = [], []
        for fold, (known, left_out) in enumerate(folds):
            safe_point(number * len(folds) + fold, len(PENALTIES) * len(folds))
            head = fit_linear_head(_part(lesson, known), classes, penalty)
            answered.append(left_out)
            logits.append(head.logits(lesson.features[left_out]))
        choice = Choice(penalty, np.concatenate(answered), np.concatenate(logits))
        loss = _balanced_loss(lesson.labels[choice.rows], choice.logits)
        if loss < least:
            best, least = choice, loss
    if best is None:
        raise ValueError("no penalty gives a finite loss")
    return best


def _folds(lesson: Lesson, seed: int) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Rows to learn from and rows to answer for, those of a class that is known alone; none with too few places."""
    rows = np.arange(len(lesson.labels), dtype=np.intp)
    rows = rows[np.linspace(0, len(rows) - 1, min(len(rows), _MOST_TO_CHOOSE_BY)).astype(np.intp)]
    labels, groups = lesson.labels[rows], lesson.groups[rows]
    places = np.array([len(np.unique(groups[labels == one])) for one in np.unique(labels)])
    several = places[places > 1]
    if len(several) < 2:
        return []
    count = min(_FOLDS, int(several.min()))
    side = share_out(groups, labels.astype(np.intp), np.full(count, 1 / count), seed)
    folds = []
    for fold in range(count):
        known, left_out = rows[side != fold], rows[side == fold]
        left_out = left_out[np.isin(lesson.labels[left_out], lesson.labels[known])]
        if len(left_out) and len(np.unique(lesson.labels[known])) > 1:
            folds.append((known, left_out))
    return folds


def _part(lesson: Lesson, rows: NDArray[np.intp]) -> Lesson:
    return Lesson(lesson.features[rows], lesson.labels[rows], lesson.groups[rows], lesson.copies)


def _balanced_loss(labels: NDArray[np.int64], logits: NDArray[np.float32]) -> float:
    """Mean over classes of -log p of the true class, nats."""
    losses = -log_softmax(logits.astype(np.float64), axis=1)[np.arange(len(labels)), labels]
    return float(np.mean([losses[labels == one].mean() for one in np.unique(labels)]))


def _standard(features: Floats) -> tuple[Floats, Floats]:
    """Mean and scale of each feature, both (F,): scaled, a patch has the mean squared length of one."""
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    lives = deviation > _DEAD * deviation.max()
    return mean, np.where(lives, 1 / np.where(lives, deviation, 1) / max(lives.sum(), 1) ** 0.5, 0)


def _turned(features: Floats) -> tuple[Floats, Floats]:
    """Features in the fewest coordinates, (N, R), and their axes, (R, F); the penalty sees lengths alone, so this changes nothing."""
    if len(features) >= features.shape[1]:
        return features, np.eye(features.shape[1])
    left, lengths, axes = np.linalg.svd(features, full_matrices=False)
    return left * lengths, axes


def _regression(features: Floats, lesson: Lesson, penalty: float) -> tuple[Floats, Floats]:
    """Weights (K, R) and bias (K,) for the classes that occur, ascending."""
    present, place, counts = np.unique(lesson.labels, return_inverse=True, return_counts=True)
    weights = len(place) / len(present) / counts[place] / lesson.copies
    # the penalty's sum is over patches, as is that of the losses
    model = LogisticRegression(C=1 / penalty, max_iter=_MOST_STEPS).fit(features, place, sample_weight=weights)
    weight, bias = model.coef_, model.intercept_
    if len(present) == 2:  # one row says how far the second class leads
        weight, bias = np.concatenate([-weight, weight]) / 2, np.concatenate([-bias, bias]) / 2
    return weight, bias
