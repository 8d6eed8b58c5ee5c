"""Which patches an epoch draws, and in which order: pure functions of labels, seed and epoch, so that a run can be taken up anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.training_options import AddedOptions, SamplingOptions
from .pools import Pool, pool_of

SAMPLING_POWERS = {"instance": 1.0, "sqrt": 0.5, "balanced": 0.0}
"""The power q of ``class_shares``."""


class PhaseDraw(NamedTuple):
    """Batches that are drawn alike."""

    phase: str
    """``instance``, ``sqrt`` or ``balanced``."""
    shares: NDArray[np.float64]
    """How often each class is drawn, (K,), sum 1."""
    batches: list[NDArray[np.int64]]
    """Indices of the patches of each batch."""


class EpochDraw(NamedTuple):
    """What one epoch draws."""

    phases: tuple[PhaseDraw, ...]
    """One after the other, at least one."""
    counts: NDArray[np.int64]
    """How often this epoch draws each class, (K,)."""
    synthetic: int | None
    """How many of the draws are of synthetic patches; None where no training patch is one."""

    @property
    def batches(self) -> list[NDArray[np.int64]]:
        """Of all phases."""
        return [batch for phase in self.phases for batch in phase.batches]

    def phase_of(self, step: int) -> PhaseDraw:
        """The phase that a step of the epoch, from 0, belongs to."""
        for phase in self.phases:
            if step < len(phase.batches):
                return phase
            step -= len(phase.batches)
        raise ValueError("the epoch has no such step")


@dataclass(frozen=True)
class Drawing:
    """How a run draws its patches; what an epoch draws follows from this and its number alone."""

    options: SamplingOptions
    labels: NDArray[np.int64]
    """Class index of each training patch, (N,), N at least 1."""
    classes: int
    """K, those without patches among them."""
    batch_size: int
    epochs: int
    """Of the whole run."""
    seed: int
    synthetic: NDArray[np.bool_] | None = None
    """Whether each training patch is synthetic, (N,); None where none is."""
    added: AddedOptions = field(default_factory=AddedOptions)
    """How far synthetic patches take part."""

    @cached_property
    def patches_per_epoch(self) -> int:
        """As many as there are real training patches, if the user did not choose."""
        return self.options.epoch_patches or int((~self._synthetic).sum())

    @cached_property
    def _synthetic(self) -> NDArray[np.bool_]:
        return np.zeros(len(self.labels), dtype=bool) if self.synthetic is None else self.synthetic

    @cached_property
    def _strata(self) -> NDArray[np.int64]:
        """Number of the class of a real patch, and of a synthetic one K more, (N,)."""
        return self.labels + self.classes * self._synthetic

    @cached_property
    def steps_per_epoch(self) -> int:
        """Batches that an epoch draws."""
        return len(even_parts(np.arange(self.patches_per_epoch), self.batch_size))

    def epoch(self, number: int) -> EpochDraw:
        """The draw of an epoch, from 0."""
        steps = range(number * self.steps_per_epoch, (number + 1) * self.steps_per_epoch)
        sizes = [len(one) for one in even_parts(np.arange(self.patches_per_epoch), self.batch_size)]
        runs = [list(run) for _, run in groupby(zip(steps, sizes, strict=True), lambda one: self.phase(one[0]))]
        drawn = tuple(self._draw(number, place, run) for place, run in enumerate(runs))
        indices = np.concatenate([batch for phase in drawn for batch in phase.batches])
        counts = np.bincount(self.labels[indices], minlength=self.classes)
        return EpochDraw(drawn, counts, None if self.synthetic is None else int(self.synthetic[indices].sum()))

    def pool(self, epoch: int) -> Pool:
        """What an epoch, from 0, draws from: in the last ones real patches alone."""
        first_real = self.epochs - round(self.added.real_last_share * self.epochs)
        return pool_of(self.labels, self._synthetic, self.classes, self.added, real_only=epoch >= first_real)

    def phase(self, step: int) -> str:
        """How a step of the run, from 0, draws: ``instance``, ``sqrt`` or ``balanced``.

        Source: Balanced Cross-KD (SPIE 2023), whose abstract tells of an alternation at fixed intervals; how long they are, and which
        phase comes first and last, is not told there.
        """
        options = self.options
        if options.sampling != "alternate":
            return options.sampling
        interval = self._interval(step)
        if options.alternate_last and interval == self._interval(self.epochs * self.steps_per_epoch - 1):
            return options.alternate_last
        return (options.alternate_first, options.alternate_second)[interval % 2]

    def _interval(self, step: int) -> int:
        """Number of the interval that a step of the run lies in."""
        steps = 1 if self.options.alternate_unit == "steps" else self.steps_per_epoch
        return step // (steps * self.options.alternate_every)

    def _draw(self, epoch: int, place: int, run: list[tuple[int, int]]) -> PhaseDraw:
        """The batches of one interval within an epoch: its steps, and the size of each batch."""
        phase = self.phase(run[0][0])
        pool = self.pool(epoch)
        shares = class_shares(pool.sizes, SAMPLING_POWERS[phase])
        synthetic = shares * pool.synthetic_shares
        sizes = [size for _, size in run]
        random = np.random.default_rng([self.seed, epoch, place] if place else [self.seed, epoch])
        order = random_order(self._strata, np.concatenate([shares - synthetic, synthetic]), sum(sizes), random)
        return PhaseDraw(phase, shares, np.split(order, np.cumsum(sizes)[:-1]))


def draw_figures(draw: EpochDraw, codes: Sequence[int]) -> dict[str, float]:
    """What the history of a run says of a draw: ``sampling_power`` (1 instance, 0.5 sqrt, 0 balanced; of an epoch with several phases
    the mean over its steps), ``drawn_<code>`` by class, and with synthetic patches ``drawn_synthetic``.

    Args:
        draw: of an epoch.
        codes: of the classes, K.
    """
    counts = {f"drawn_{code}": float(count) for code, count in zip(codes, draw.counts, strict=True)}
    powers = np.repeat([SAMPLING_POWERS[one.phase] for one in draw.phases], [len(one.batches) for one in draw.phases])
    synthetic = {} if draw.synthetic is None else {"drawn_synthetic": float(draw.synthetic)}
    return {"sampling_power": float(powers.mean()), **counts, **synthetic}


def class_shares(counts: NDArray[np.int64] | NDArray[np.float64], power: float) -> NDArray[np.float64]:
    """How often each class is drawn: p_j = n_j^q / sum_i n_i^q; a class without patches is never drawn.

    Args:
        counts: patches of each class, (K,), with at least one patch in all.
        power: q; 1 draws patches as they are, 0 draws classes equally often, 0.5 lies between.

    Source: Kang et al., Decoupling representation and classifier, ICLR 2020, arXiv 1910.09217, equation 1.
    """
    weights = np.where(counts > 0, np.power(np.maximum(counts, 1), power, dtype=np.float64), 0.0)
    shares: NDArray[np.float64] = weights / weights.sum()
    return shares


def random_order(labels: NDArray[np.int64], shares: NDArray[np.float64], draws: int, random: np.random.Generator) -> NDArray[np.int64]:
    """Indices of patches in random order.

    Each class is drawn as often as its share says, to within one patch, and each of its patches equally often, to within
    one time; so the shares of ``class_shares`` with power 1 give every patch once when as many are drawn as there are.

    Args:
        labels: class index of each patch, (N,).
        shares: of each class, (K,), sum 1, 0 for a class without patches.
        draws: how many.
        random: decides.
    """
    chosen = [
        _repeat_evenly(np.flatnonzero(labels == index), count, random) for index, count in enumerate(_whole_numbers(shares * draws, random))
    ]
    return random.permutation(np.concatenate(chosen))


def even_parts(order: NDArray[np.int64], batch_size: int) -> list[NDArray[np.int64]]:
    """Part an order into batches of nearly equal size, so that none is too small for batch statistics.

    Args:
        order: (N,), N at least 1.
        batch_size: largest size, but 3 where 2 would leave a batch of one.
    """
    count = -(-len(order) // batch_size)
    if len(order) // count < 2 <= len(order):
        count = len(order) // 2
    return np.array_split(order, count)


def _whole_numbers(wanted: NDArray[np.float64], random: np.random.Generator) -> NDArray[np.int64]:
    """Round so that the sum stays: each number up or down, up as often as its remainder says.

    To give what is missing to the largest remainders would leave rare classes out of every short interval.

    Source: Madow 1949, On the theory of systematic sampling II: one random start for numbers laid end to end.
    """
    ends = np.round(np.cumsum(wanted), 9)  # 2.9999999999 is 3
    whole: NDArray[np.int64] = np.diff(np.floor(ends + random.random()).astype(np.int64), prepend=0)  # nosec B311: a NumPy generator
    return whole


def _repeat_evenly(indices: NDArray[np.int64], draws: int, random: np.random.Generator) -> NDArray[np.int64]:
    if draws == 0:
        return indices[:0]
    rounds, rest = divmod(draws, len(indices))
    return np.concatenate([np.tile(indices, rounds), random.permutation(indices)[:rest]])
