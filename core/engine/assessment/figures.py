"""Figures of a classifier: pure functions of the truth and its answers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from .calibration import Floats, expected_calibration_error, negative_log_likelihood

OVERALL = ("accuracy", "mean_recall", "macro_f1", "kappa")
BY_CLASS = ("recall", "precision", "f1")


def count_confusion(truth: NDArray[np.int64], answer: NDArray[np.int64], classes: int) -> NDArray[np.int64]:
    """Patches by truth (rows) and answer (columns), (classes, classes).

    Args:
        truth: class index, (N,).
        answer: class index, (N,).
        classes: how many there are.
    """
    return np.bincount(truth * classes + answer, minlength=classes**2).reshape(classes, classes)


def confusion_figures(confusion: NDArray[np.number[Any]]) -> dict[str, NDArray[np.float64]]:
    """Figures that follow from a confusion matrix, or from many at once; NaN where there is nothing to divide by.

    Args:
        confusion: patches, rows truth, columns answers, (..., K, K), at least one patch each.

    Returns:
        ``accuracy``, ``mean_recall`` (over classes with patches), ``macro_f1`` (over classes with patches or answers) and ``kappa``,
        (...); ``recall``, ``precision`` and ``f1`` of each class, (..., K).

    Source of kappa: Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 1960.
    """
    right = np.diagonal(confusion, axis1=-2, axis2=-1)
    true, answered = confusion.sum(axis=-1), confusion.sum(axis=-2)
    total = true.sum(axis=-1)
    by_class = {"recall": _ratio(right, true), "precision": _ratio(right, answered), "f1": _ratio(2 * right, true + answered)}
    accuracy = _ratio(right.sum(axis=-1), total)
    by_chance = (true / total[..., None] * (answered / total[..., None])).sum(axis=-1)
    return {
        "accuracy": accuracy,
        "mean_recall": _mean_of_known(by_class["recall"]),
        "macro_f1": _mean_of_known(by_class["f1"]),
        "kappa": _ratio(accuracy - by_chance, 1 - by_chance),
        **by_class,
    }


def _ratio(part: NDArray[np.number[Any]], whole: NDArray[np.number[Any]]) -> NDArray[np.float64]:
    return np.asarray(np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=np.asarray(whole) != 0))


def _mean_of_known(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean over the last axis of what is not NaN."""
    return _ratio(np.nansum(values, axis=-1), np.isfinite(values).sum(axis=-1))


def classification_figures(truth: NDArray[np.int64], logits: Floats, names: Sequence[str], temperature: float) -> dict[str, Any]:
    """The figures of one split that a model card carries, JSON-native.

    Args:
        truth: class index, (N,), N at least 1.
        logits: (N, K).
        names: of the K classes.
        temperature: divides the logits.

    Returns:
        ``patches``; ``accuracy``, ``mean_recall``, ``macro_f1`` and ``kappa``; ``recall``, ``precision`` and ``f1`` by class name (None
        where there is nothing to divide by), see ``confusion_figures``; ``confusion`` (rows truth, columns answers); ``loss``; and the
        expected calibration error with (``ece``) and without (``ece_uncalibrated``) the temperature.
    """
    confusion = count_confusion(truth, logits.argmax(axis=1), len(names))
    figures = confusion_figures(confusion)
    return {
        "patches": len(truth),
        **{name: known_or_none(float(figures[name])) for name in OVERALL},
        **{name: dict(zip(names, map(known_or_none, figures[name].tolist()), strict=True)) for name in BY_CLASS},
        "confusion": confusion.tolist(),
        "loss": negative_log_likelihood(truth, logits / temperature),
        "ece": expected_calibration_error(truth, softmax(logits / temperature, axis=1)),
        "ece_uncalibrated": expected_calibration_error(truth, softmax(logits, axis=1)),
    }


def known_or_none(value: float) -> float | None:
    """The number, or None for NaN, which JSON does not know."""
    return None if np.isnan(value) else value


def epoch_figures(truth: NDArray[np.int64], logits: Floats) -> dict[str, float]:
    """The figures that each epoch is judged by: ``loss``, ``accuracy`` and ``mean_recall``."""
    figures = confusion_figures(count_confusion(truth, logits.argmax(axis=1), logits.shape[1]))
    of_answers = {name: float(figures[name]) for name in ("accuracy", "mean_recall")}
    return {"loss": negative_log_likelihood(truth, logits), **of_answers}
