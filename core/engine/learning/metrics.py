"""Figures of a classifier: pure functions of the truth and its answers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, logsumexp, softmax
from sklearn.metrics import confusion_matrix, f1_score

ERROR_BINS = 15
_TEMPERATURES = (0.05, 20.0)

Floats = NDArray[np.floating[Any]]


def negative_log_likelihood(truth: NDArray[np.int64], logits: Floats) -> float:
    """Mean over patches of -log p of the true class, nats.

    Args:
        truth: class index, (N,), N at least 1.
        logits: (N, K).
    """
    return -float(np.mean(log_softmax(logits.astype(np.float64), axis=1)[np.arange(len(truth)), truth]))


def fit_temperature(truth: NDArray[np.int64], logits: Floats) -> float:
    """The number, 0.05..20, that divides the logits so that their softmax is as likely as it can be.

    The likelihood is concave in its inverse, so the one maximum is found.

    Args:
        truth: class index, (N,), N at least 1.
        logits: (N, K).

    Source: Guo et al., On calibration of modern neural networks, ICML 2017, arXiv 1706.04599, section 4.2.
    """
    given = logits.astype(np.float64)
    right = given[np.arange(len(truth)), truth]

    def loss(inverse: float) -> float:
        return float(np.mean(logsumexp(given * inverse, axis=1) - right * inverse))

    low, high = _TEMPERATURES
    return 1 / float(minimize_scalar(loss, bounds=(1 / high, 1 / low), method="bounded", options={"xatol": 1e-6}).x)


def expected_calibration_error(truth: NDArray[np.int64], probabilities: Floats) -> float:
    """How far confidence and accuracy lie apart: mean over 15 equal bins of confidence, weighted by their patches.

    Args:
        truth: class index, (N,), N at least 1.
        probabilities: (N, K).

    Source: Guo et al. 2017, arXiv 1706.04599, equation 3.
    """
    confidence, hit = probabilities.max(axis=1), probabilities.argmax(axis=1) == truth
    # the bins are open below and closed above, as in the source
    bins = np.clip(np.ceil(confidence * ERROR_BINS).astype(int) - 1, 0, ERROR_BINS - 1)
    gaps = np.bincount(bins, weights=hit - confidence, minlength=ERROR_BINS)
    return float(np.abs(gaps).sum() / len(truth))


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
