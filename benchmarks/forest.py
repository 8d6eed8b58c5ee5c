"""A random forest on simple features: the rival that a network has to beat."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from scipy.stats import kurtosis, skew
from sklearn.ensemble import RandomForestClassifier

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
RINGS, SECTORS, BINS = 8, 8, 16
SCALES_PX = (1.0, 2.0, 4.0, 8.0)


def simple_features(db: NDArray[np.float32], floor_db: float, ceiling_db: float) -> NDArray[np.float32]:
    """Some fifty features per patch of grey levels, histogram, spectrum and scale; shape (N, features).

    Args:
        db: patches in dB, (N, P, P); nodata as NaN.
        floor_db: lower end of the histogram.
        ceiling_db: upper end of the histogram.
    """
    filled = np.where(np.isnan(db), np.nanmedian(db, axis=(1, 2), keepdims=True), db).clip(floor_db, ceiling_db)
    flat = filled.reshape(len(filled), -1)
    columns = [
        np.percentile(flat, PERCENTILES, axis=1).T,
        _moments(flat),
        _histograms(flat, floor_db, ceiling_db),
        _spectra(filled),
        _spreads(filled),
    ]
    return np.concatenate(columns, axis=1).astype(np.float32)


def _moments(flat: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.stack([flat.mean(1), flat.std(1), skew(flat, axis=1), kurtosis(flat, axis=1)], axis=1)


def _histograms(flat: NDArray[np.float32], floor_db: float, ceiling_db: float) -> NDArray[np.float64]:
    edges = np.linspace(floor_db, ceiling_db, BINS + 1)
    return np.stack([np.histogram(one, edges)[0] / one.size for one in flat])


def _spectra(patches: NDArray[np.float32]) -> NDArray[np.float64]:
    """Mean log power in rings (texture scale) and sectors (texture direction) of the windowed spectrum."""
    size = patches.shape[-1]
    window = np.hanning(size)[:, None] * np.hanning(size)
    frequency = np.fft.fftfreq(size)
    radius = np.hypot(frequency[:, None], frequency)
    angle = np.arctan2(frequency[:, None], frequency) % np.pi
    ring = np.minimum((radius / 0.5 * RINGS).astype(int), RINGS)
    sector = np.where((radius > 0.02) & (radius < 0.5), np.minimum((angle / np.pi * SECTORS).astype(int), SECTORS - 1), SECTORS)
    rows = []
    for patch in patches:
        power = np.log(np.abs(np.fft.fft2((patch - patch.mean()) * window)) ** 2 + 1e-6)
        rows.append([*(power[ring == i].mean() for i in range(RINGS)), *(power[sector == i].mean() for i in range(SECTORS))])
    return np.asarray(rows)


def _spreads(patches: NDArray[np.float32]) -> NDArray[np.float64]:
    """Standard deviation of the bands between Gaussian filters of doubling width."""
    rows = []
    for patch in patches:
        blurred = [patch, *(gaussian_filter(patch, scale) for scale in SCALES_PX)]
        rows.append([*((fine - coarse).std() for fine, coarse in pairwise(blurred)), blurred[-1].std()])
    return np.asarray(rows)


def fit_forest(features: NDArray[np.float32], labels: NDArray[np.int64], seed: int = 0) -> RandomForestClassifier:
    """A forest of 500 trees with class-balanced weights."""
    forest = RandomForestClassifier(500, class_weight="balanced_subsample", n_jobs=-1, random_state=seed)
    return forest.fit(features, labels)
