"""What pixels of radar patches are like: their levels, how even their speckle is, and how far their texture reaches."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft2, next_fast_len, rfft2
from scipy.stats import gaussian_kde, wasserstein_distance

from ..patches.patch_set import DbWindow

CODES = 65536
WINDOW_PX = 8
"""Side of the windows in which looks are estimated: small enough to lie within a roof or a field, 64 px to estimate from."""
MOST_LOOKS = 1000.0
"""Whatever is more even counts as this even."""
_KERNELS = 20_000
_DENSITY_POINTS = 400


def level_distance_db(first: NDArray[np.int64], second: NDArray[np.int64], window: DbWindow) -> float:
    """How far the pixels of one sample must be moved, on average, to have the levels of the other: dB (Wasserstein-1).

    Args:
        first: how often each code occurs, (65536,); code 0, nodata, is left out.
        second: the same of the other sample.
        window: the dB window of the codes.

    Raises:
        ValueError: a sample has no valid pixel.
    """
    if not (first[1:].any() and second[1:].any()):
        raise ValueError("a sample without valid pixels has no levels")
    db = np.linspace(window.floor_db, window.ceiling_db, CODES - 1)
    return float(wasserstein_distance(db, db, first[1:], second[1:]))


def window_looks(db: NDArray[np.float32]) -> NDArray[np.float32]:
    """The equivalent number of looks in each window of 8 x 8 px that has no gap: mean(I)^2 / var(I) of linear power, (windows,).

    Args:
        db: (N, P, P), NaN for nodata.

    Source: Oliver and Quegan, Understanding Synthetic Aperture Radar Images, 1998, section 4.3.
    """
    count, cells = len(db), db.shape[-1] // WINDOW_PX
    side = cells * WINDOW_PX
    windows = db[:, :side, :side].reshape(count, cells, WINDOW_PX, cells, WINDOW_PX).swapaxes(2, 3).reshape(-1, WINDOW_PX**2)
    # relative to the window's own level: powers of -60 dB squared would else be lost in rounding
    power = 10 ** ((windows - windows.mean(axis=1, keepdims=True)) / 10).astype(np.float64)
    mean, variance = power.mean(axis=1), power.var(axis=1, ddof=1)
    valid = np.isfinite(mean)
    return np.asarray(mean[valid] ** 2 / np.maximum(variance[valid], mean[valid] ** 2 / MOST_LOOKS), dtype=np.float32)


def typical_looks(looks: NDArray[np.float32], seed: int = 0) -> float:
    """The equivalent number of looks of homogeneous ground: the most frequent value among windows; NaN without windows.

    Windows with structure scatter over lower values, homogeneous ones gather around that of the sensor, so that no window has to be
    chosen by hand.

    Args:
        looks: of each window.
        seed: of the draw among very many windows.

    Source: Anfinsen, Doulgeris, Eltoft, IEEE Transactions on Geoscience and Remote Sensing 47(11), 2009, section V.
    """
    if len(looks) == 0:
        return math.nan
    logs = np.log(looks.astype(np.float64))
    if len(logs) > _KERNELS:
        logs = np.random.default_rng(seed).choice(logs, _KERNELS, replace=False)
    if np.ptp(logs) < 1e-6:
        return float(np.exp(logs[0]))
    places = np.linspace(logs.min(), logs.max(), _DENSITY_POINTS)
    return float(np.exp(places[np.argmax(gaussian_kde(logs)(places))]))


def summed_covariance(db: NDArray[np.float32]) -> NDArray[np.float64]:
    """Autocovariance of the log image up to lags of a quarter of its side, summed over images: (2L + 1, 2L + 1), dB^2, lag 0 in the middle.

    Each image is taken about its own mean; nodata counts as that mean.

    Args:
        db: (N, P, P), NaN for nodata.
    """
    side = db.shape[-1]
    lags = side // 4
    valid = np.isfinite(db)
    means = np.where(valid, db, 0).sum(axis=(1, 2), keepdims=True) / np.maximum(valid.sum(axis=(1, 2), keepdims=True), 1)
    centred = np.where(valid, db - means, 0)
    length = next_fast_len(side + lags + 1, real=True)  # zeros beyond the image, so that it does not meet its own far edge
    spectrum = rfft2(centred, (length, length), workers=1)
    products = irfft2((np.abs(spectrum) ** 2).sum(axis=0), (length, length))
    at = np.arange(-lags, lags + 1)
    pairs = (side - np.abs(at))[:, None] * (side - np.abs(at))
    return np.asarray(products[np.ix_(at, at)] / pairs, dtype=np.float64)


def autocorrelation(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Autocorrelation, 1 at lag 0, of an autocovariance; an image without contrast correlates at all lags."""
    middle = covariance[len(covariance) // 2, len(covariance) // 2]
    return covariance / middle if middle > 0 else np.ones_like(covariance)


def along_rows(correlation: NDArray[np.float64]) -> NDArray[np.float64]:
    """Correlation with the pixels below, by lag in px, (L + 1,)."""
    lags = len(correlation) // 2
    return correlation[lags:, lags]


def along_columns(correlation: NDArray[np.float64]) -> NDArray[np.float64]:
    """Correlation with the pixels to the right, by lag in px, (L + 1,)."""
    lags = len(correlation) // 2
    return correlation[lags, lags:]


def width_px(profile: NDArray[np.float64]) -> float:
    """The lag, px, at which a correlation has fallen to 1/e, read off between lags; the largest lag where it never does."""
    below = np.flatnonzero(profile < 1 / math.e)
    if len(below) == 0:
        return float(len(profile) - 1)
    last = int(below[0])
    before, after = profile[last - 1], profile[last]
    return float(last - 1 + (before - 1 / math.e) / (before - after))


def by_radius(correlation: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean correlation over all directions, by whole lags in px, (L + 1,)."""
    lags = len(correlation) // 2
    at = np.arange(-lags, lags + 1)
    rings = np.rint(np.hypot(at[:, None], at)).astype(int)
    inside = rings <= lags
    sums: NDArray[Any] = np.bincount(rings[inside], correlation[inside])
    return np.asarray(sums / np.bincount(rings[inside]), dtype=np.float64)


def texture_distance(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Mean absolute difference of two autocorrelations over radial lags from 1 px: 0 for equal texture."""
    return float(np.abs(by_radius(first) - by_radius(second))[1:].mean())
