"""In which order an epoch draws its patches: pure functions of labels, seed and epoch."""

import numpy as np
from numpy.typing import NDArray

SAMPLING_POWERS = {"instance": 1.0, "balanced": 0.0}
"""The power q of ``class_shares``; 0.5 between them is square-root sampling."""


def class_shares(counts: NDArray[np.int64], power: float) -> NDArray[np.float64]:
    """How often each class is drawn: p_j = n_j^q / sum_i n_i^q; a class without patches is never drawn.

    Args:
        counts: patches of each class, (K,), with at least one patch in all.
        power: q; 1 draws patches as they are, 0 draws classes equally often, 0.5 lies between.

    Source: Kang et al., Decoupling representation and classifier, ICLR 2020, arXiv 1910.09217, equation 1.
    """
    weights = np.where(counts > 0, np.power(np.maximum(counts, 1), power, dtype=np.float64), 0.0)
    shares: NDArray[np.float64] = weights / weights.sum()
    return shares


def epoch_order(labels: NDArray[np.int64], shares: NDArray[np.float64], seed: int, epoch: int) -> NDArray[np.int64]:
    """Indices of the patches of one epoch, as many as there are patches, in random order.

    Each class is drawn as often as its share says, to within one patch, and each of its patches equally often, to within
    one time; so the shares of ``class_shares`` with power 1 give every patch once.

    Args:
        labels: class index of each patch, (N,).
        shares: of each class, (K,), sum 1, 0 for a class without patches.
        seed: of the run.
        epoch: from 0; each has its own order.
    """
    random = np.random.default_rng([seed, epoch])
    chosen = [
        _repeat_evenly(np.flatnonzero(labels == index), draws, random)
        for index, draws in enumerate(_whole_numbers(shares * len(labels), random))
    ]
    return random.permutation(np.concatenate(chosen))


def _whole_numbers(wanted: NDArray[np.float64], random: np.random.Generator) -> NDArray[np.int64]:
    """Round so that the sum stays: down, then one more to those with the largest remainders, ties at random."""
    wanted = np.round(wanted, 9)  # 2.9999999999 is 3
    whole = np.floor(wanted).astype(np.int64)
    missing = round(float(wanted.sum())) - int(whole.sum())
    order = np.lexsort((random.random(len(wanted)), whole - wanted))  # nosec B311: a NumPy generator
    whole[order[:missing]] += 1
    return whole


def _repeat_evenly(indices: NDArray[np.int64], draws: int, random: np.random.Generator) -> NDArray[np.int64]:
    if draws == 0:
        return indices[:0]
    rounds, rest = divmod(draws, len(indices))
    return np.concatenate([np.tile(indices, rounds), random.permutation(indices)[:rest]])
