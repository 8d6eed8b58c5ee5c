"""Random planes over the frame: the same pixel has the same value however the frame is cut into strips."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

_BLOCK_ROWS = 64
_FIRST_BLOCK = 1 << 20
"""Keeps the keys of blocks above row 0 positive."""


class Strip(NamedTuple):
    """Rows ``first_row`` to ``first_row + rows`` of a frame, all columns; may reach beyond the frame."""

    first_row: int
    rows: int
    columns: int

    def grown(self, rows: int) -> "Strip":
        """The strip with more rows on both sides."""
        return Strip(self.first_row - rows, self.rows + 2 * rows, self.columns)


def white_noise(seed: int, plane: int, strip: Strip) -> NDArray[np.float32]:
    """Independent standard normal numbers, (rows, columns); ``plane`` tells one random plane of a seed from another."""
    first = strip.first_row // _BLOCK_ROWS
    last = (strip.first_row + strip.rows - 1) // _BLOCK_ROWS
    noise = np.empty(((last - first + 1) * _BLOCK_ROWS, strip.columns), np.float32)
    for number in range(first, last + 1):
        rng = np.random.Generator(np.random.SFC64(np.random.SeedSequence((seed, plane, _FIRST_BLOCK + number))))
        start = (number - first) * _BLOCK_ROWS
        rng.standard_normal(out=noise[start : start + _BLOCK_ROWS], dtype=np.float32)
    offset = strip.first_row - first * _BLOCK_ROWS
    return noise[offset : offset + strip.rows]


def smooth_noise(seed: int, plane: int, strip: Strip, sigma_px: float) -> NDArray[np.float32]:
    """Standard normal numbers correlated by a Gaussian of ``sigma_px``, (rows, columns)."""
    if sigma_px < 0.3:
        return white_noise(seed, plane, strip)
    halo = int(3 * sigma_px) + 1
    noise = white_noise(seed, plane, strip.grown(halo))
    smooth = gaussian_filter(noise, sigma_px, mode="wrap", truncate=3.0)[halo : halo + strip.rows]
    return np.asarray(smooth * np.float32(_gain(sigma_px)))


def _gain(sigma_px: float) -> float:
    """What brings smoothed white noise back to unit variance: one over the root of the kernel's energy."""
    reach = np.arange(-int(3 * sigma_px + 0.5), int(3 * sigma_px + 0.5) + 1)
    kernel = np.exp(-0.5 * (reach / sigma_px) ** 2)
    return float(kernel.sum() ** 2 / np.square(kernel).sum())
