"""Resample along one axis by a few weighted taps per output pixel.

An output pixel is the same sum in the same order whatever window it is computed in: reading by tiles equals reading whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_LEAST_WEIGHT = 0.5


@dataclass(frozen=True)
class Taps:
    """Which source pixels make the output pixels of one axis."""

    start: int
    """First source pixel needed."""
    stop: int
    """After the last one."""
    places: NDArray[np.intp]
    """(taps, outputs), counted from ``start``."""
    weights: NDArray[np.float32]
    """(taps, outputs); an output's weights sum to 1, or less at the far edge of the source."""


def taps(first: int, count: int, step: float, size: int) -> Taps:
    """The taps of outputs ``first`` to ``first + count - 1``.

    Args:
        first: index of the first output pixel.
        count: number of output pixels.
        step: size of an output pixel in source pixels: above 1 the mean over its area, below 1 bilinear.
        size: source pixels of the axis.
    """
    if step == 1:
        return Taps(first, first + count, np.arange(count)[None], np.ones((1, count), np.float32))
    outputs = np.arange(first, first + count)
    places, weights = _mean_taps(outputs, step, size) if step > 1 else _bilinear_taps(outputs, step, size)
    start = int(places.min())
    return Taps(start, int(places.max()) + 1, places - start, weights.astype(np.float32))


def _mean_taps(outputs: NDArray[np.intp], step: float, size: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    begin, end = outputs * step, (outputs + 1) * step
    places = np.floor(begin).astype(np.intp) + np.arange(int(np.ceil(step)) + 1)[:, None]
    overlap = np.minimum(end, places + 1) - np.maximum(begin, places)
    weights = np.where(places < size, np.clip(overlap, 0, 1), 0) / step
    return np.minimum(places, size - 1), weights


def _bilinear_taps(outputs: NDArray[np.intp], step: float, size: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    centre = np.clip((outputs + 0.5) * step - 0.5, 0, size - 1)
    before = np.minimum(np.floor(centre).astype(np.intp), max(size - 2, 0))
    share = centre - before
    return np.stack([before, np.minimum(before + 1, size - 1)]), np.stack([1 - share, share])


def resample(values: NDArray[np.float32], down: Taps, across: Taps) -> NDArray[np.float32]:
    """Weighted means over rows and columns, without the NaN; NaN where less than half of the weight has data.

    Args:
        values: (rows, columns) of the source, from the taps' starts to their stops.
        down: taps along the rows.
        across: taps along the columns.
    """
    missing = np.isnan(values)
    total = _total(down, across)
    if not missing.any():
        return _across(_down(values, down), across) / total
    weight = _across(_down((~missing).astype(np.float32), down), across)
    mean = _across(_down(np.where(missing, np.float32(0), values), down), across)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean /= weight
    mean[weight < _LEAST_WEIGHT * total] = np.nan
    return mean


def _down(values: NDArray[np.float32], down: Taps) -> NDArray[np.float32]:
    terms = (values[places] * weights[:, None] for places, weights in zip(down.places, down.weights, strict=True))
    return _sum(terms)


def _across(values: NDArray[np.float32], across: Taps) -> NDArray[np.float32]:
    terms = (np.take(values, places, axis=1) * weights for places, weights in zip(across.places, across.weights, strict=True))
    return _sum(terms)


def _total(down: Taps, across: Taps) -> NDArray[np.float32]:
    """The weight that outputs have where nothing is missing; summed in the very order of the sums above."""
    by_row = _sum(iter(down.weights))[:, None]
    return _sum(by_row * weights for weights in across.weights)


def _sum(terms: Iterator[NDArray[np.float32]]) -> NDArray[np.float32]:
    total = next(terms)
    for term in terms:
        total = total + term
    return total
