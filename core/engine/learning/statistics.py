"""What the pixels of a patch set are like, from one pass over them."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...contract.model_card import HISTOGRAM_BINS, Radiometry
from ...contract.reporting import Reporter
from ..network.door import grey_levels
from ..patches.patch_set import PatchSet, codes_to_db

CODES = 65536
_PATCHES_AT_ONCE = 256
_LEAST_STD = 1 / 255  # one grey level: an image without any contrast is not blown up


def count_codes(patch_set: PatchSet, rows: NDArray[np.int64], report: Reporter) -> NDArray[np.int64]:
    """How often each code occurs in some patches, (65536,); code 0 (nodata) is counted as 0.

    Args:
        patch_set: read piece by piece.
        rows: of the patch set, ascending.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    counts = np.zeros(CODES, np.int64)
    for first in range(0, len(rows), _PATCHES_AT_ONCE):
        report.progress(first, len(rows), "progress-statistics")
        codes = patch_set.codes[rows[first : first + _PATCHES_AT_ONCE]]
        counts += np.bincount(codes.ravel(), minlength=CODES)
    report.progress(len(rows), len(rows), "progress-statistics")
    counts[0] = 0
    return counts


def db_of_codes(patch_set: PatchSet) -> Tensor:
    """The dB of each code, (65536,); NaN for code 0."""
    return codes_to_db(torch.arange(CODES), patch_set.settings)


def window_of(db: Tensor, counts: NDArray[np.int64], share: float) -> tuple[float, float]:
    """The whole dB between which all but a share of the pixels at each end lie, at least 1 dB apart.

    Args:
        db: of each code.
        counts: of each code, at least one above 0.
        share: cut off at each end, 0..0.5.
    """
    cumulated = np.cumsum(counts) / counts.sum()
    low = float(db[int(np.searchsorted(cumulated, share, side="right"))])
    high = float(db[int(np.searchsorted(cumulated, 1 - share))])
    floor_db = float(np.floor(low))
    return floor_db, max(float(np.ceil(high)), floor_db + 1)


def scaled_moments(db: Tensor, counts: NDArray[np.int64], window: Radiometry) -> tuple[float, float]:
    """Mean and standard deviation of the pixels at the door: as grey levels scaled to 0..1.

    Args:
        db: of each code.
        counts: of each code, at least one above 0.
        window: the dB window; its mean and std are not used.
    """
    scaled = grey_levels(db, window).numpy().astype(np.float64) / 255
    mean = float(np.average(scaled, weights=counts))
    variance = float(np.average((scaled - mean) ** 2, weights=counts))
    return mean, max(variance**0.5, _LEAST_STD)


def window_histogram(db: Tensor, counts: NDArray[np.int64], radiometry: Radiometry) -> tuple[float, ...]:
    """Share of the pixels in each of 64 bins of four grey levels; those beyond the dB window count to its end bins."""
    bins = grey_levels(db, radiometry).numpy() // (256 // HISTOGRAM_BINS)
    totals = np.bincount(bins, weights=counts, minlength=HISTOGRAM_BINS)
    return tuple(float(one) for one in totals / totals.sum())


def share_beyond(db: Tensor, counts: NDArray[np.int64], radiometry: Radiometry) -> float:
    """Share of the pixels that the dB window clips."""
    values = db.numpy()
    beyond = (values < radiometry.floor_db) | (values > radiometry.ceiling_db)
    return float(counts[beyond].sum() / counts.sum())
