"""How far an optical image lies off the radar image of the same ground, from the edges of many patches at once.

Radar and optical brightness have little in common, but both change at the borders of fields, roads and water. One pair of patches
tells little through speckle; the mean correlation over hundreds of pairs has one clear peak. Shadows of the sun, and the layover and
shadow of the radar, put edges beside their objects: so edges of colour are compared, which shadows leave out, since they dim red, green
and blue alike.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import fft
from scipy.ndimage import gaussian_filter

LEAST_PAIRS = 8
FURTHEST_PX = 32
_MOST_UNCERTAINTY_PX = 2.0
_MOST_PIXELS = 2**24
_BATCH_PIXELS = 2**20
_PARTS, _RESAMPLES, _SURE_SHARE = 20, 200, 0.9
_RADAR_SIGMA_PX, _OPTICAL_SIGMA_PX = 3.0, 2.0  # single looks need the wider one
_DARK_LEVEL = 40  # added before the logarithm, so that the noise of dark pixels does not count as colour
_BRIGHTNESS_WEIGHT = 0.1  # little beside colour, all there is in a grey image
_NO_ENERGY = 1e-9
_FULL_CODE = 65535

Images = NDArray[np.float32]
Surface = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class OpticalOffset:
    """Where an optical image lies, seen from the radar image, in pixels of the patches.

    What the radar shows at row r and column c, the optical image shows at row r + ``down_px`` and column c + ``right_px``.
    """

    pairs: int
    """Compared."""
    down_px: float | None = None
    """None, like the next two, where it could not be estimated."""
    right_px: float | None = None
    uncertainty_px: float | None = None
    """Nine of ten estimates from other patches of the same scene would lie as near to this one."""
    scene: str | None = None
    """None for imported chips."""
    image: str = ""
    """File of the optical image, or table of the chips."""

    @property
    def distance_px(self) -> float | None:
        """Length of the offset."""
        return None if self.down_px is None or self.right_px is None else float(np.hypot(self.down_px, self.right_px))


def estimate_offset(codes: NDArray[np.uint16], optical: NDArray[np.uint8], rows: NDArray[np.intp]) -> OpticalOffset:
    """Compare the edges of radar patches with those of their optical images, displaced by up to ``reach_px`` in each direction.

    Pairs are taken evenly over all rows, at most as many as ``_MOST_PIXELS`` hold; a pair with radar nodata is left out. How sure
    the answer is comes from parts of neighbouring pairs, drawn with replacement: patches that overlap are no new evidence.

    Args:
        codes: log power, (N, C, P, P), 0 for nodata; may be memory-mapped.
        optical: RGB, (N, 3, P, P).
        rows: which pairs to compare, (n,), in the order of their places.

    Returns:
        The offset, or one without figures: too few pairs, no peak within reach, or a peak that other patches would put elsewhere.
    """
    patch_px = codes.shape[-1]
    most = max(LEAST_PAIRS, _MOST_PIXELS // patch_px**2)
    chosen = rows[np.linspace(0, len(rows) - 1, min(most, len(rows))).round().astype(np.intp)]
    chosen = chosen[[bool(codes[one].all()) for one in chosen]]
    if len(chosen) < LEAST_PAIRS:
        return OpticalOffset(len(chosen))
    parts = [_summed(codes, optical, part) for part in np.array_split(chosen, min(_PARTS, len(chosen)))]
    return _most_likely(np.stack(parts), len(chosen))


def reach_px(patch_px: int) -> int:
    """Largest offset that is looked for, in each direction: the middle of a radar patch must stay inside its optical image."""
    return min(FURTHEST_PX, patch_px // 4)


def _most_likely(parts: Surface, pairs: int) -> OpticalOffset:
    """The offset at the peak of all parts, (parts, 2 * reach + 1, 2 * reach + 1), if resampled parts put it there too."""
    draws = np.random.default_rng(0).multinomial(len(parts), np.full(len(parts), 1 / len(parts)), _RESAMPLES)
    best = _peak(parts.sum(axis=0))
    away = [np.hypot(*(_peak(one) - best)) for one in np.tensordot(draws, parts, 1)]
    uncertainty_px = float(np.quantile(away, _SURE_SHARE))
    at_the_rim = np.abs(best).max() > parts.shape[-1] // 2 - 1
    if at_the_rim or uncertainty_px > _MOST_UNCERTAINTY_PX:
        return OpticalOffset(pairs)
    down_px, right_px = (round(float(one), 2) for one in best)
    return OpticalOffset(pairs, down_px, right_px, round(uncertainty_px, 2))


def _peak(surface: Surface) -> NDArray[np.float64]:
    """Place of the highest value from the middle, (row, column), refined by a parabola through its neighbours."""
    middle = surface.shape[0] // 2
    row, column = np.unravel_index(surface.argmax(), surface.shape)
    if {int(row), int(column)} & {0, 2 * middle}:
        return np.array([row - middle, column - middle], dtype=np.float64)
    down, right = _vertex(surface[row - 1 : row + 2, column]), _vertex(surface[row, column - 1 : column + 2])
    return np.array([row - middle + down, column - middle + right])


def _vertex(values: Surface) -> float:
    """Where a parabola through three values at -1, 0 and 1 has its vertex; 0 through equal ones."""
    before, at, after = (float(one) for one in values)
    bend = before - 2 * at + after
    return 0.0 if bend == 0 else (before - after) / (2 * bend)


def _summed(codes: NDArray[np.uint16], optical: NDArray[np.uint8], chosen: NDArray[np.intp]) -> Surface:
    """Correlation of each chosen pair at each offset, summed over the pairs."""
    patch_px = codes.shape[-1]
    step = max(1, _BATCH_PIXELS // patch_px**2)
    batches = [chosen[first : first + step] for first in range(0, len(chosen), step)]
    sums = [_correlation(_radar_edges(codes[one]), _optical_edges(optical[one])).sum(axis=0) for one in batches]
    return np.asarray(np.sum(sums, axis=0))


def _radar_edges(codes: NDArray[np.uint16]) -> Images:
    # codes are linear in dB, and a common factor does not matter; the mean of channels calms speckle
    return _edges(codes.mean(axis=1, dtype=np.float32, keepdims=True) / _FULL_CODE, _RADAR_SIGMA_PX)


def _optical_edges(optical: NDArray[np.uint8]) -> Images:
    levels = np.log(optical.astype(np.float32) + _DARK_LEVEL)
    brightness = levels.mean(axis=1, keepdims=True)
    return _edges(levels - (1 - _BRIGHTNESS_WEIGHT) * brightness, _OPTICAL_SIGMA_PX)


def _edges(bands: Images, sigma_px: float) -> Images:
    """Strength of the edge at each pixel, alone and times cosine and sine of twice its direction, (N, 3, P, P).

    Twice the direction is the same on an edge from dark to bright and from bright to dark.
    Source: Bigun and Granlund, "Optimal orientation detection of linear symmetry", ICCV 1987 (the structure tensor).

    Args:
        bands: (N, bands, P, P); their edges are joined.
        sigma_px: of the smoothing.
    """
    sigmas = (0, 0, sigma_px, sigma_px)
    down, right = gaussian_filter(bands, sigmas, order=(0, 0, 1, 0)), gaussian_filter(bands, sigmas, order=(0, 0, 0, 1))
    energy = (right**2 + down**2).sum(axis=1)
    doubled = np.stack([energy, (right**2 - down**2).sum(axis=1), 2 * (right * down).sum(axis=1)], axis=1)
    return np.asarray(doubled / np.sqrt(energy + _NO_ENERGY**2)[:, None], dtype=np.float32)


def _correlation(radar: Images, optical: Images) -> Surface:
    """Normalised correlation of the middle of each radar image with the optical image under it, at each offset.

    Source: Lewis, "Fast normalized cross-correlation", 1995, with sums of windows by Fourier transform too.

    Args:
        radar: (N, F, P, P).
        optical: (N, F, P, P).

    Returns:
        -1..1, (N, 2 * reach + 1, 2 * reach + 1), the offset of 0 in the middle; 0 where either image is flat.
    """
    patch_px = radar.shape[-1]
    reach = reach_px(patch_px)
    size = patch_px - 2 * reach
    middle = radar[..., reach : reach + size, reach : reach + size]
    middle = middle - middle.mean(axis=(2, 3), keepdims=True)
    optical = optical - optical.mean(axis=(2, 3), keepdims=True)
    ones = np.ones((size, size), dtype=np.float32)
    common = _sliding(middle, optical, reach).sum(axis=1)
    spread = _sliding(ones, optical**2, reach) - _sliding(ones, optical, reach) ** 2 / size**2
    energy = (middle**2).sum(axis=(1, 2, 3))[:, None, None] * np.maximum(spread, 0).sum(axis=1)
    return np.asarray(np.divide(common, np.sqrt(energy), out=np.zeros_like(common), where=energy > _NO_ENERGY))


def _sliding(window: Images, image: Images, reach: int) -> Images:
    """Sum of window times image at each place of the window in the image, (..., 2 * reach + 1, 2 * reach + 1)."""
    size = image.shape[-2:]
    product = np.conj(fft.rfft2(window, size)) * fft.rfft2(image)
    places = 2 * reach + 1  # the window never reaches beyond the image, so nothing wraps around
    return np.asarray(fft.irfft2(product, size)[..., :places, :places], dtype=np.float32)
