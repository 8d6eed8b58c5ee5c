"""What a classifier answered for patches whose class is known: all that figures, pictures and reports are made from."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from ...contract.legend import LandClass


@dataclass(frozen=True)
class Answers:
    """Answers of one model to N patches of known class."""

    classes: tuple[LandClass, ...]
    """The legend, K classes."""
    truth: NDArray[np.int64]
    """Place of the true class in the legend, (N,), N at least 1."""
    logits: NDArray[np.float32]
    """(N, K)."""
    temperature: float
    """Divides the logits before softmax; 1 where none was fitted."""
    groups: NDArray[np.int64]
    """Number of the group of each patch, (N,), 0..G-1, each in use; patches of one place share a group."""
    scenes: NDArray[np.object_]
    """Name of the scene of each patch, (N,)."""
    sources: NDArray[np.object_]
    """``real`` or ``synthetic`` for each patch, (N,)."""

    @property
    def names(self) -> list[str]:
        """Of the K classes."""
        return [one.name for one in self.classes]

    @cached_property
    def probabilities(self) -> NDArray[np.float64]:
        """Softmax with the temperature, (N, K)."""
        return np.asarray(softmax(self.logits.astype(np.float64) / self.temperature, axis=1))

    @cached_property
    def answer(self) -> NDArray[np.int64]:
        """Place of the answered class in the legend, (N,)."""
        return np.asarray(self.logits.argmax(axis=1))

    @cached_property
    def confidence(self) -> NDArray[np.float64]:
        """Probability of the answer, (N,)."""
        return np.asarray(self.probabilities.max(axis=1))

    @property
    def hit(self) -> NDArray[np.bool_]:
        """Whether the answer is the truth, (N,)."""
        return np.asarray(self.answer == self.truth)
