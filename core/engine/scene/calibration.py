"""From pixels to linear power, between calibrated quantities, and the annotated noise.

Source of the formulas: Airbus TN-0049 (beta0 = ks DN^2, sigma0 = beta0 sin(theta)), DLR product README (noise).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .annotation import NoisePolynomial

Pixels = NDArray[Any]
Power = NDArray[np.float32]
Values = NDArray[np.floating[Any]]

_TO_POWER: dict[str, Callable[[Values], Values]] = {
    "amplitude": np.square,
    "power": np.positive,
    "db": lambda db: 10 ** (db / 10),
}
_FROM_BETA0: dict[str, Callable[[Values], Values]] = {"beta0": np.ones_like, "sigma0": np.sin, "gamma0": np.tan}
_TABLE_TYPES = (np.dtype(np.uint8), np.dtype(np.uint16))


@dataclass(frozen=True)
class PixelMeaning:
    """How the numbers in a file become linear power."""

    scale: str
    """``amplitude`` (squared), ``power``, or ``db``."""
    nodata: float | None = None
    """The number that stands for no data; NaN always does."""
    gain: float = 1.0
    """Multiplies the number before anything else, as GDAL's scale."""
    offset: float = 0.0


def linear_power(pixels: Pixels, meaning: PixelMeaning, factor: float = 1.0) -> Power:
    """Linear power times a factor, float32, shape of ``pixels``; NaN where there is no data."""
    if pixels.dtype in _TABLE_TYPES:
        # one look-up per pixel is faster than squaring, scaling and masking each
        return power_table(pixels.dtype, meaning, factor).take(pixels)
    return _compute_power(pixels, meaning, factor)


def power_table(dtype: np.dtype[Any], meaning: PixelMeaning, factor: float) -> Power:
    """The power of every number that an unsigned type of 8 or 16 bits can hold."""
    return _compute_power(np.arange(np.iinfo(dtype).max + 1, dtype=np.float64), meaning, factor)


def _compute_power(pixels: Pixels, meaning: PixelMeaning, factor: float) -> Power:
    values: Values = pixels.astype(np.float64 if pixels.dtype.itemsize > 4 else np.float32)
    if (meaning.gain, meaning.offset) != (1.0, 0.0):
        values = values * meaning.gain + meaning.offset
    power = (_TO_POWER[meaning.scale](values) * factor).astype(np.float32)
    if meaning.nodata is not None:
        power[pixels == meaning.nodata] = np.nan
    return power


def from_beta0(incidence_deg: Values, quantity: str) -> Values:
    """What beta nought is multiplied with to give a quantity: sigma0 = beta0 sin(theta), gamma0 = beta0 tan(theta)."""
    return _FROM_BETA0[quantity](np.deg2rad(incidence_deg))


def conversion(incidence_deg: Values, have: str, want: str) -> Power:
    """What one calibrated quantity is multiplied with to give another, float32, shape of the angles."""
    return (from_beta0(incidence_deg, want) / from_beta0(incidence_deg, have)).astype(np.float32)


def noise_power(polynomials: Sequence[NoisePolynomial], range_s: NDArray[np.float64], time_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Annotated noise power in DN^2.

    Linear between the records in azimuth time, held beyond them; zero at range times that no polynomial covers.

    Args:
        polynomials: of one polarisation.
        range_s: two-way slant-range times, any shape.
        time_s: azimuth times, seconds since the epoch, shape of ``range_s``.
    """
    times = sorted({one.time_s for one in polynomials})
    records = np.stack([_record_power([one for one in polynomials if one.time_s == time], range_s) for time in times])
    position = np.interp(time_s, times, np.arange(len(times)))
    before = np.floor(position).astype(int)
    after = np.minimum(before + 1, len(times) - 1)
    share = position - before
    lower = np.take_along_axis(records, before[None], axis=0)[0]
    upper = np.take_along_axis(records, after[None], axis=0)[0]
    blended: NDArray[np.float64] = lower * (1 - share) + upper * share
    return blended


def _record_power(estimates: Sequence[NoisePolynomial], range_s: NDArray[np.float64]) -> NDArray[np.float64]:
    power = np.zeros_like(range_s)
    for one in estimates:
        inside = (range_s >= one.range_s[0]) & (range_s <= one.range_s[1])
        polynomial = np.polynomial.Polynomial(one.coefficients)
        power[inside] = polynomial(range_s[inside] - one.reference_s)
    return np.maximum(power, 0)


def less_noise(power: Power, noise: Power) -> Power:
    """Power less noise power, never below the noise power itself; in place."""
    power -= noise
    return np.maximum(power, noise, out=power)
