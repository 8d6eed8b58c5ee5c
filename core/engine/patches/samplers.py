"""Which patches an epoch draws, and in which order: pure functions of labels, seed and epoch, so that a run can be taken up anywhere."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.training_options import SamplingOptions

SAMPLING_POWERS = {"instance": 1.0, "sqrt": 0.5, "balanced": 0.0}
"""The power q of ``class_shares``."""


class EpochDraw(NamedTuple):
    """What one epoch draws."""

    phase: str
    """The sampling of this epoch: ``instance``, ``sqrt`` or ``balanced``."""
    order: NDArray[np.int64]
    """Indices of patches, (M,)."""
    shares: NDArray[np.float64]
    """How often the phase draws each class, (K,), sum 1: the prior that an adjusted loss has to undo."""
    counts: NDArray[np.int64]
    """How often this epoch draws each class, (K,)."""


def draw_epoch(options: SamplingOptions, labels: NDArray[np.int64], classes: int, seed: int, epoch: int) -> EpochDraw:
    """The draw of an epoch, from its number and the seed alone.

    Args:
        options: how to draw.
        labels: class index of each training patch, (N,), N at least 1.
        classes: K, those without patches among them.
        seed: of the run.
        epoch: from 0.
    """
    phase = sampling_phase(options, epoch)
    shares = class_shares(np.bincount(labels, minlength=classes), SAMPLING_POWERS[phase])
    order = epoch_order(labels, shares, seed, epoch, options.epoch_patches)
    return EpochDraw(phase, order, shares, np.bincount(labels[order], minlength=classes))


def draw_figures(draw: EpochDraw, codes: Sequence[int]) -> dict[str, float]:
    """What the history of a run says of a draw: ``sampling_power`` (1 instance, 0.5 sqrt, 0 balanced) and ``drawn_<code>`` by class.

    Args:
        draw: of an epoch.
        codes: of the classes, K.
    """
    counts = {f"drawn_{code}": float(count) for code, count in zip(codes, draw.counts, strict=True)}
    return {"sampling_power": SAMPLING_POWERS[draw.phase], **counts}


def sampling_phase(options: SamplingOptions, epoch: int) -> str:
    """``instance``, ``sqrt`` or ``balanced``: ``alternate`` changes between the first and the last of them at fixed intervals.

    Source: Balanced Cross-KD (SPIE 2023), whose abstract tells of the alternation; interval and first phase are not told there.
    """
    if options.sampling != "alternate":
        return options.sampling
    second = "balanced" if options.alternate_first == "instance" else "instance"
    return (options.alternate_first, second)[epoch // options.alternate_every % 2]


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


def epoch_order(
    labels: NDArray[np.int64], shares: NDArray[np.float64], seed: int, epoch: int, draws: int | None = None
) -> NDArray[np.int64]:
    """Indices of the patches of one epoch in random order.

    Each class is drawn as often as its share says, to within one patch, and each of its patches equally often, to within
    one time; so the shares of ``class_shares`` with power 1 give every patch once when all are drawn.

    Args:
        labels: class index of each patch, (N,).
        shares: of each class, (K,), sum 1, 0 for a class without patches.
        seed: of the run.
        epoch: from 0; each has its own order.
        draws: how many; as many as there are patches when left out.
    """
    random = np.random.default_rng([seed, epoch])
    chosen = [
        _repeat_evenly(np.flatnonzero(labels == index), draws, random)
        for index, draws in enumerate(_whole_numbers(shares * (draws or len(labels)), random))
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
