"""Says, before a run, in which ways a scene is unlike what its model was trained on."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.likeness import Acquisition, unlikeness
from ...contract.model_card import HISTOGRAM_BINS, ModelCard
from ...contract.reporting import Reporter
from ..network.door import decibels, grey_levels
from ..scene.grid import ModelGrid
from ..scene.info import SceneInfo
from ..scene.windows import Window

MOST_HISTOGRAM_DISTANCE_DB = 4.0
"""How far the brightness of a scene may lie from the training data's. Five simulated class
mixes at incidence angles from 30 to 50 deg lie 0.4 to 3.2 dB apart; a wrong calibration, or another kind of land, lies farther."""
_SAMPLES_PER_SIDE = 4
_SAMPLE_PX = 256


def warn_of_unlikeness(info: SceneInfo, histogram: NDArray[np.float64] | None, card: ModelCard, report: Reporter) -> None:
    """Warn of incidence, looks, spacing, polarisation and brightness outside the model's experience.

    Args:
        info: of the scene.
        histogram: of the scene, see ``sample_histogram``.
        card: of the model.
        report: hears the warnings.
    """
    acquisition = Acquisition(info.bands, info.incidence_deg, info.looks, max(info.row_spacing_m, info.column_spacing_m))
    for code, values in unlikeness(acquisition, card):
        report.warning(code, **values)
    if histogram is None:
        return
    distance_db = histogram_distance_db(histogram, card)
    if distance_db > MOST_HISTOGRAM_DISTANCE_DB:
        report.warning("classify-unlike-brightness", distance_db=f"{distance_db:.1f}", most_db=f"{MOST_HISTOGRAM_DISTANCE_DB:g}")


def sample_histogram(grid: ModelGrid, card: ModelCard) -> NDArray[np.float64] | None:
    """Share of pixels in equal bins of the model's dB window, from squares spread over the scene; None without any data."""
    counts = np.zeros(HISTOGRAM_BINS)
    for window in _sample_windows(grid.rows, grid.columns):
        db = decibels(torch.from_numpy(grid.read_power(window)))
        grey = grey_levels(db, card.radiometry)[~db.isnan()].numpy()
        counts += np.bincount(grey // (256 // HISTOGRAM_BINS), minlength=HISTOGRAM_BINS)
    return counts / counts.sum() if counts.any() else None


def _sample_windows(rows: int, columns: int) -> Iterator[Window]:
    height, width = min(rows, _SAMPLE_PX), min(columns, _SAMPLE_PX)
    for row in np.linspace(0, rows - height, _SAMPLES_PER_SIDE, dtype=int):
        for column in np.linspace(0, columns - width, _SAMPLES_PER_SIDE, dtype=int):
            yield Window(int(row), int(column), height, width)


def histogram_distance_db(histogram: NDArray[np.float64], card: ModelCard) -> float:
    """How many dB the average pixel would have to move to make one histogram the other.

    The Wasserstein-1 distance of two distributions on a line: the area between their cumulative sums.
    """
    bin_db = (card.radiometry.ceiling_db - card.radiometry.floor_db) / HISTOGRAM_BINS
    return float(np.abs(np.cumsum(histogram - np.asarray(card.histogram))).sum() * bin_db)
