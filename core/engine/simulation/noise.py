"""Thermal noise of the sensor, as a polynomial of range time, the way it is annotated."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .frame import Frame

_LEVEL_DB = -22.5
"""Noise-equivalent beta nought in mid range, as in real annotations."""
_EDGE_RISE = 0.3
"""How much more noise there is at near and far range, where the antenna looks aside."""


@dataclass(frozen=True)
class NoiseModel:
    """Noise-equivalent beta nought, linear: a polynomial of the range time relative to ``reference_s``."""

    first_s: float
    last_s: float
    reference_s: float
    coefficients: tuple[float, ...]
    """By rising exponent."""

    def beta0(self, range_time_s: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """Noise power at range times, any shape."""
        return np.asarray(np.polynomial.polynomial.polyval(range_time_s - self.reference_s, self.coefficients))


def noise_model(frame: Frame) -> NoiseModel:
    """The noise of a frame: lowest in mid range."""
    first, reference, last = (float(value) for value in frame.range_time_s(np.array([0, frame.side_px / 2, frame.side_px])))
    level = 10 ** (_LEVEL_DB / 10)
    return NoiseModel(first, last, reference, (level, 0.0, level * _EDGE_RISE / ((last - first) / 2) ** 2, 0.0))
