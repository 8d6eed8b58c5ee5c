"""How far two samples of features lie apart: the Fréchet and the kernel distance."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import svdvals

Features = NDArray[np.float32]
SUBSETS = 50
_MOST_IN_SUBSET = 100


class KernelDistance(NamedTuple):
    """A kernel distance over random subsets."""

    value: float
    """Mean over the subsets; may be negative where the samples do not differ."""
    spread: float
    """Standard deviation over the subsets."""


def frechet_distance(first: Features, second: Features) -> float:
    """|m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)) of the normal distributions with the samples' means and covariances.

    It is too large for small samples, equal ones included: compare only figures of equal N.

    Args:
        first: (N, F), at least 2.
        second: (M, F), at least 2.

    Source: Heusel et al., GANs trained by a two time-scale update rule, 2017, arXiv:1706.08500. The trace of the root is the sum of the
    singular values of R1 R2', where S = R'R, because those squared are the eigenvalues of S1 S2.
    """
    roots = [_root_of_covariance(one) for one in (first, second)]
    shared = svdvals(roots[0] @ roots[1].T).sum()
    between = ((first.mean(axis=0, dtype=np.float64) - second.mean(axis=0, dtype=np.float64)) ** 2).sum()
    return float(max(0.0, between + sum((one**2).sum() for one in roots) - 2 * shared))


def _root_of_covariance(sample: Features) -> NDArray[np.float64]:
    """A matrix R of at most F rows whose R'R is the covariance of a sample, (rows, F)."""
    centred = (sample - sample.mean(axis=0, dtype=np.float64)) / math.sqrt(len(sample) - 1)
    return np.asarray(np.linalg.qr(centred, mode="r") if len(centred) > centred.shape[1] else centred)


def kernel_distance(first: Features, second: Features, seed: int = 0) -> KernelDistance:
    """Squared maximum mean discrepancy, unbiased, under the kernel (x.y / F + 1)^3, over random subsets of both samples.

    Its expectation does not depend on the size of the samples, and is zero for samples of one distribution.

    Args:
        first: (N, F), at least 4.
        second: (M, F), at least 4.
        seed: of the subsets.

    Source: Binkowski et al., Demystifying MMD GANs, 2018, arXiv:1801.01401, section 3.
    """
    size = max(2, min(_MOST_IN_SUBSET, len(first) // 2, len(second) // 2))
    draws = np.random.default_rng(seed)
    found = []
    for _ in range(SUBSETS):
        x, y = (sample[draws.choice(len(sample), size, replace=False)].astype(np.float64) for sample in (first, second))
        found.append(_unbiased_mmd2(x, y))
    return KernelDistance(float(np.mean(found)), float(np.std(found)))


def _unbiased_mmd2(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    size = len(x)
    within = 0.0
    for sample in (x, y):
        kernel = _kernel(sample, sample)
        within += (kernel.sum() - np.trace(kernel)) / (size * (size - 1))
    return float(within - 2 * _kernel(x, y).mean())


def _kernel(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((x @ y.T / x.shape[1] + 1) ** 3)
