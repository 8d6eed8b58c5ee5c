"""Figures of a classifier: pure functions of the truth and its answers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax
from sklearn.metrics import confusion_matrix, f1_score

from .calibration import Floats, expected_calibration_error, negative_log_likelihood


def classification_figures(truth: NDArray[np.int64], logits: Floats, names: Sequence[str], temperature: float) -> dict[str, Any]:
    """All figures of one split, JSON-native.

    Args:
        truth: class index, (N,), N at least 1.
        logits: (N, K).
        names: of the K classes.
        temperature: divides the logits.

    Returns:
        ``patches``, ``accuracy``, ``mean_recall`` (over classes with patches), ``macro_f1`` (over classes with patches or answers),
        ``recall`` by class name (None without patches), ``confusion`` (rows truth, columns answers), ``loss``, and the expected
        calibration error with (``ece``) and without (``ece_uncalibrated``) the temperature.
    """
    answers = logits.argmax(axis=1)
    confusion = confusion_matrix(truth, answers, labels=range(len(names)))
    recalls = recalls_of(confusion)
    return {
        "patches": len(truth),
        "accuracy": float(np.mean(answers == truth)),
        "mean_recall": float(np.nanmean(recalls)),
        "macro_f1": float(f1_score(truth, answers, average="macro")),
        "recall": {name: None if np.isnan(one) else float(one) for name, one in zip(names, recalls, strict=True)},
        "confusion": confusion.tolist(),
        "loss": negative_log_likelihood(truth, logits / temperature),
        "ece": expected_calibration_error(truth, softmax(logits / temperature, axis=1)),
        "ece_uncalibrated": expected_calibration_error(truth, softmax(logits, axis=1)),
    }


def recalls_of(confusion: NDArray[np.int64]) -> NDArray[np.float64]:
    """Share of each class that was recognised, (K,), NaN for a class without patches.

    Args:
        confusion: counts, rows truth, columns answers, (K, K).
    """
    totals = confusion.sum(axis=1)
    return np.where(totals > 0, np.diag(confusion) / np.maximum(totals, 1), np.nan)


def epoch_figures(truth: NDArray[np.int64], logits: Floats) -> dict[str, float]:
    """The figures that each epoch is judged by: ``loss``, ``accuracy`` and ``mean_recall``."""
    names = [str(index) for index in range(logits.shape[1])]
    figures = classification_figures(truth, logits, names, temperature=1.0)
    return {name: figures[name] for name in ("loss", "accuracy", "mean_recall")}
