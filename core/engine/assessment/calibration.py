"""How far the confidence of a classifier can be believed, and the temperature that mends it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, logsumexp

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
