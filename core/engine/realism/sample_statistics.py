"""All that is measured of a sample of patches, so kept that samples of several classes can be joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from ..network.door import grey_levels
from ..patches.patch_set import DbWindow, PatchSet, codes_to_db
from .diversity import similarities
from .feature_distances import frechet_distance, kernel_distance
from .feature_extractor import FeatureExtractor
from .pixel_figures import (
    CODES,
    along_columns,
    along_rows,
    autocorrelation,
    level_distance_db,
    summed_covariance,
    texture_distance,
    typical_looks,
    width_px,
    window_looks,
)

_AT_ONCE = 64
_PAIRS = 200


@dataclass(frozen=True)
class SampleStatistics:
    """What a sample of patches is like."""

    patches: int
    counts: NDArray[np.int64]
    """How often each code occurs, (65536,)."""
    looks: NDArray[np.float32]
    """Equivalent number of looks of each window, (windows,)."""
    covariance: NDArray[np.float64]
    """Autocovariance of the log image, summed over patches and channels, (2L + 1, 2L + 1), dB^2."""
    similarities: NDArray[np.float32]
    """MS-SSIM of random pairs of patches of one class, (pairs,)."""
    features: NDArray[np.float32]
    """What the network sees, (patches, F)."""


class Properties(NamedTuple):
    """What a sample is like."""

    looks: float
    rows_px: float
    """Lag at which the autocorrelation along rows has fallen to 1/e."""
    columns_px: float
    similarity: float
    """Mean MS-SSIM of pairs."""


class Distances(NamedTuple):
    """How far a sample lies from another one of as many patches."""

    levels_db: float
    texture: float
    frechet: float
    kernel: float
    kernel_spread: float


def measure(patch_set: PatchSet, rows: NDArray[np.int64], extractor: FeatureExtractor, features: NDArray[np.float32]) -> SampleStatistics:
    """Measure a sample of one class.

    Args:
        patch_set: opened.
        rows: of the sample, ascending, at least two.
        extractor: whose radiometry gives the grey levels of similarities.
        features: of the sample, (N, F).
    """
    counts, looks, covariances, greys = np.zeros(CODES, np.int64), [], [], []
    for first in range(0, len(rows), _AT_ONCE):
        codes = np.asarray(patch_set.codes[rows[first : first + _AT_ONCE]])
        counts += np.bincount(codes.ravel(), minlength=CODES)
        db = codes_to_db(torch.from_numpy(codes), patch_set.settings)
        greys.append(grey_levels(db, extractor.radiometry))
        images = db.flatten(0, 1).numpy()
        looks.append(window_looks(images))
        covariances.append(summed_covariance(images))
    alike = similarities(torch.cat(greys).float() / 255, _PAIRS)
    return SampleStatistics(len(rows), counts, np.concatenate(looks), np.sum(covariances, axis=0), alike, features)


def joined(parts: Sequence[SampleStatistics]) -> SampleStatistics:
    """Several samples as one."""
    return SampleStatistics(
        patches=sum(one.patches for one in parts),
        counts=np.sum([one.counts for one in parts], axis=0),
        looks=np.concatenate([one.looks for one in parts]),
        covariance=np.sum([one.covariance for one in parts], axis=0),
        similarities=np.concatenate([one.similarities for one in parts]),
        features=np.concatenate([one.features for one in parts]),
    )


def properties(sample: SampleStatistics) -> Properties:
    """What a sample is like."""
    correlation = autocorrelation(sample.covariance)
    return Properties(
        looks=typical_looks(sample.looks),
        rows_px=width_px(along_rows(correlation)),
        columns_px=width_px(along_columns(correlation)),
        similarity=float(sample.similarities.mean()),
    )


def distances(first: SampleStatistics, second: SampleStatistics, window: DbWindow) -> Distances:
    """How far two samples lie apart.

    Args:
        first: a sample.
        second: one of as many patches, since the Fréchet distance depends on their number.
        window: the dB window of the codes.

    Raises:
        ValueError: the samples differ in size.
    """
    if first.patches != second.patches:
        raise ValueError(f"samples of {first.patches} and {second.patches} patches are compared")
    kernel = kernel_distance(first.features, second.features)
    return Distances(
        levels_db=level_distance_db(first.counts, second.counts, window),
        texture=texture_distance(autocorrelation(first.covariance), autocorrelation(second.covariance)),
        frechet=frechet_distance(first.features, second.features),
        kernel=kernel.value,
        kernel_spread=kernel.spread,
    )
