"""Smoothing: each cell also hears its neighbours."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .table import answered_cells

_SIGMA_OF_RADIUS = 0.75
"""Of the Gaussian weights: a neighbour at the radius counts two fifths of the cell itself."""
_CELLS_AT_ONCE = 200_000


def smoothed(probabilities: NDArray[np.float32], radius_cells: int) -> NDArray[np.float32]:
    """Probabilities averaged over neighbouring cells with Gaussian weights; cells without an answer neither give nor take.

    Plain averaging of probabilities was as good as averaging their logarithms, weighing them by confidence, or sparing neighbours
    that differ (bilateral weights), on simulated scenes in dense mode.

    Args:
        probabilities: (rows, columns, classes) of cells, all zero where there is no answer.
        radius_cells: how far neighbours count, at least 1.
    """
    answered = answered_cells(probabilities)
    sums = _blurred(np.where(answered[..., None], probabilities, 0), radius_cells)
    shares = _blurred(answered[..., None].astype(np.float32), radius_cells)
    return np.where(answered[..., None], sums / np.maximum(shares, np.finfo(np.float32).tiny), 0).astype(np.float32)


def _blurred(values: NDArray[np.float32], radius_cells: int) -> NDArray[np.float32]:
    blur = {"sigma": _SIGMA_OF_RADIUS * radius_cells, "radius": radius_cells, "axes": (0, 1), "mode": "constant"}
    return np.asarray(ndimage.gaussian_filter(values, **blur))


def smooth_into(target: NDArray[np.float32], probabilities: NDArray[np.float32], radius_cells: int) -> None:
    """Write the smoothed probabilities into another array of the same shape, some rows at a time."""
    for first, last in _bands(probabilities.shape[:2]):
        top, bottom = max(0, first - radius_cells), min(len(probabilities), last + radius_cells)
        band = smoothed(np.asarray(probabilities[top:bottom]), radius_cells)
        target[first:last] = band[first - top : last - top]


def _bands(shape: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    rows, columns = shape
    step = max(1, _CELLS_AT_ONCE // columns)
    for first in range(0, rows, step):
        yield first, min(rows, first + step)
