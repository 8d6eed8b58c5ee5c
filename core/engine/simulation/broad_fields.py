"""Random fields of long waves, computed on a wide lattice and spread out over the pixels."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import affine_transform

from .random_fields import Strip, smooth_noise

_STEP_M = 10.0
_MARGIN = 2
"""Nodes beyond the pixels on each side, for a cubic spline."""

Octaves = tuple[tuple[float, float], ...]
"""Correlation length in metres and weight of each."""


class Lattice(NamedTuple):
    """Nodes over a strip of the frame and a little beyond."""

    strip: Strip
    """In nodes."""
    step_px: int
    step_m: float


def lattice_of(strip: Strip, pixel_size_m: float) -> Lattice:
    """The nodes that a strip of pixels needs; every strip of a frame has the same nodes in common."""
    step_px = max(1, round(_STEP_M / pixel_size_m))
    first = strip.first_row // step_px - _MARGIN
    last = (strip.first_row + strip.rows) // step_px + _MARGIN
    columns = math.ceil(strip.columns / step_px) + 2 * _MARGIN
    return Lattice(Strip(first, last - first + 1, columns), step_px, step_px * pixel_size_m)


def broad_noise(seed: int, plane: int, lattice: Lattice, octaves: Octaves) -> NDArray[np.float32]:
    """Standard normal numbers at the nodes, (rows, columns); each octave takes a plane of its own from ``plane`` on."""
    total = sum(
        np.float32(weight) * smooth_noise(seed, plane + index, lattice.strip, length_m / lattice.step_m)
        for index, (length_m, weight) in enumerate(octaves)
    )
    return np.asarray(total / np.float32(math.hypot(*(weight for _, weight in octaves))))


def spread_out(nodes: NDArray[np.float32], lattice: Lattice, strip: Strip) -> NDArray[np.float32]:
    """Values at the nodes as a smooth field on the pixels of the strip, (rows, columns)."""
    offset = [strip.first_row / lattice.step_px - lattice.strip.first_row, _MARGIN]
    out = np.empty((strip.rows, strip.columns), np.float32)
    # without the prefilter a pixel depends on its sixteen nearest nodes alone, whatever the strip
    return np.asarray(
        affine_transform(nodes, [1 / lattice.step_px] * 2, offset, output=out, order=3, output_shape=out.shape, prefilter=False)
    )
