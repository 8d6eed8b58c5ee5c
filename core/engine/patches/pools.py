"""How many real and synthetic patches of each class a draw counts with."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.training_options import AddedOptions


class Pool(NamedTuple):
    """The training patches of K classes that an epoch draws from."""

    real: NDArray[np.int64]
    """(K,)"""
    synthetic: NDArray[np.float64]
    """As many as their share of the class lets take part, (K,); all of them come in turn, epoch by epoch."""
    weight: float
    """Of a synthetic patch in the loss, beside 1 for a real one."""

    @property
    def sizes(self) -> NDArray[np.float64]:
        """Patches of each class, (K,)."""
        return self.real + self.synthetic

    @property
    def weighed(self) -> NDArray[np.float64]:
        """Patches of each class as they weigh in the loss, (K,)."""
        return self.real + self.weight * self.synthetic

    @property
    def synthetic_shares(self) -> NDArray[np.float64]:
        """Share of the synthetic patches in what is drawn of each class, (K,)."""
        return _ratio(self.synthetic, self.sizes)

    def prior(self, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """How much each class counts in the loss, (K,), sum 1: what an adjusted loss has to undo.

        Args:
            shares: how often each class is drawn, (K,), sum 1.
        """
        weighed = shares * _ratio(self.weighed, self.sizes)
        prior: NDArray[np.float64] = weighed / weighed.sum()
        return prior


def pool_of(labels: NDArray[np.int64], synthetic: NDArray[np.bool_], classes: int, options: AddedOptions, real_only: bool = False) -> Pool:
    """What training patches make up, synthetic ones cut down to the largest share of their class that they may have.

    A class without real patches gets no synthetic ones either: nothing would show whether they are any good.

    Args:
        labels: class index of each training patch, (N,).
        synthetic: whether it is synthetic, (N,).
        classes: K.
        options: weight and share.
        real_only: leave the synthetic patches out.
    """
    real, made = (np.bincount(labels[which], minlength=classes) for which in (~synthetic, synthetic))
    share = 0.0 if real_only or options.add_weight == 0 else options.add_share
    return Pool(real, np.minimum(made, real * share / (1 - share)), options.add_weight)


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """Part of the whole, 0 of nothing."""
    return np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)
