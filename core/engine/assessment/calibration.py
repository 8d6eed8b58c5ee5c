"""How far the confidence of a classifier can be believed, and the temperature that mends it."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, logsumexp

ERROR_BINS = 15
_CHANCE_DRAWS = 200
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
    gaps = np.bincount(_bins_of(confidence), weights=hit - confidence, minlength=ERROR_BINS)
    return float(np.abs(gaps).sum() / len(truth))


def _bins_of(confidence: Floats) -> NDArray[np.int64]:
    """Bin of each confidence; bins are open below and closed above, as in the source."""
    return np.clip(np.ceil(confidence * ERROR_BINS).astype(np.int64) - 1, 0, ERROR_BINS - 1)


class Reliability(NamedTuple):
    """Confidence against what it is worth, in 15 equal bins of confidence; arrays of shape (15,)."""

    patches: NDArray[np.int64]
    confidence: NDArray[np.float64]
    """Mean of the bin, NaN for an empty one."""
    accuracy: NDArray[np.float64]
    """Share of right answers, NaN for an empty bin."""


def reliability(truth: NDArray[np.int64], probabilities: Floats) -> Reliability:
    """What the reliability diagram shows; see ``expected_calibration_error`` for the bins."""
    confidence, bins = probabilities.max(axis=1), _bins_of(probabilities.max(axis=1))
    hit = probabilities.argmax(axis=1) == truth
    patches = np.bincount(bins, minlength=ERROR_BINS)
    means = [
        np.divide(np.bincount(bins, one, ERROR_BINS), patches, out=np.full(ERROR_BINS, np.nan), where=patches > 0)
        for one in (confidence, hit)
    ]
    return Reliability(patches, *means)


def error_by_chance(probabilities: Floats) -> float:
    """The expected calibration error that a perfectly calibrated model would show on so few patches, by drawing its hits 200 times.

    Args:
        probabilities: (N, K), N at least 1.
    """
    confidence = probabilities.max(axis=1)
    drawn = np.random.default_rng(0).random((_CHANCE_DRAWS, len(confidence))) < confidence
    gaps = [np.abs(np.bincount(_bins_of(confidence), hit - confidence, ERROR_BINS)).sum() for hit in drawn]
    return float(np.mean(gaps) / len(confidence))


class Coverage(NamedTuple):
    """What remains when only the surest answers are kept; one value per threshold, falling from 1 to 0."""

    threshold: NDArray[np.float64]
    """Least confidence that is kept."""
    kept: NDArray[np.float64]
    """Share of the patches."""
    accuracy: NDArray[np.float64]
    """Of the kept patches; NaN where none is kept."""
    mean_recall: NDArray[np.float64]
    """Of the kept patches, over the classes among them."""
    classes: NDArray[np.int64]
    """How many classes are among them."""


def coverage(truth: NDArray[np.int64], probabilities: Floats, thresholds: Floats) -> Coverage:
    """Judge the answers that are at least so sure.

    Args:
        truth: class index, (N,), N at least 1.
        probabilities: (N, K).
        thresholds: of confidence, (T,).

    Source: El-Yaniv and Wiener, On the foundations of noise-free selective classification, JMLR 11, 2010.
    """
    confidence, hit = probabilities.max(axis=1), probabilities.argmax(axis=1) == truth
    order = np.argsort(-confidence)
    kept = np.searchsorted(-confidence[order], -thresholds, side="right")
    of_class = np.eye(probabilities.shape[1], dtype=np.int64)[truth[order]]
    patches, right = (_before(np.cumsum(one, axis=0), kept) for one in (of_class, of_class * hit[order, None]))
    recalls = np.divide(right, patches, out=np.full(patches.shape, np.nan), where=patches > 0)
    classes = (patches > 0).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return Coverage(
            np.asarray(thresholds, dtype=np.float64),
            kept / len(truth),
            right.sum(axis=1) / kept,
            np.nansum(recalls, axis=1) / classes,
            classes,
        )


def _before(sums: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rows of running sums after so many rows, 0 before the first."""
    return np.vstack([np.zeros_like(sums[:1]), sums])[counts]
