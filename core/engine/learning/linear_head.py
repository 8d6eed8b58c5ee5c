"""A linear head fitted at once: logistic regression on standardised features.

All classes count alike, whatever their numbers. The penalty is half its number times the squared length of the weights, of features
scaled so that a patch has the length of about one, whatever the width: it is the inverse of the variance that is expected of logits.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from torch import nn

NEVER = -1e4
"""Logit of a class that no patch was learned from: it is never answered."""
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


def fit_linear_head(lesson: Lesson, classes: int, penalty: float) -> LinearHead:
    """The head of a penalty, with the standardisation of its features folded in.

    Args:
        lesson: what to learn from.
        classes: K, of the legend.
        penalty: above 0.
    """
    mean, scale = _standard(lesson.features)
    turned, axes = _turned((lesson.features - mean) * scale)
    return folded(_regression(turned, lesson, penalty), mean, axes * scale, classes)


def folded(fitted: LogisticRegression, mean: Floats, axes: Floats, classes: int) -> LinearHead:
    """The head that makes of features what a regression makes of ``(features - mean) @ axes.T``; classes new to it never occur.

    Args:
        fitted: to class indices.
        mean: of the features, (F,).
        axes: (R, F).
        classes: K, of the legend.
    """
    weight, bias = fitted.coef_, fitted.intercept_
    if len(fitted.classes_) == 2:  # one row says how far the second class leads
        weight, bias = np.concatenate([-weight, weight]) / 2, np.concatenate([-bias, bias]) / 2
    whole, offsets = np.zeros((classes, len(mean))), np.full(classes, NEVER)
    whole[fitted.classes_] = weight @ axes
    offsets[fitted.classes_] = bias - whole[fitted.classes_] @ mean
    return LinearHead(whole, offsets)


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


def _regression(features: Floats, lesson: Lesson, penalty: float) -> LogisticRegression:
    """Fitted to the class indices that occur."""
    present, place, counts = np.unique(lesson.labels, return_inverse=True, return_counts=True)
    weights = len(place) / len(present) / counts[place] / lesson.copies
    # the penalty's sum is over patches, as is that of the losses
    return LogisticRegression(C=1 / penalty, max_iter=_MOST_STEPS).fit(features, lesson.labels, sample_weight=weights)
