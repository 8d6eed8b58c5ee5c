"""Says, before a run, in which ways a scene is unlike what its model was trained on."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.model_card import HISTOGRAM_BINS, ModelCard, channel_fits
from ...contract.reporting import Reporter
from ..network.door import decibels, grey_levels
from ..scene.grid import ModelGrid
from ..scene.info import SceneInfo
from ..scene.windows import Window

MOST_HISTOGRAM_DISTANCE_DB = 4.0
"""How far the brightness of a scene may lie from the training data's. Class mixes of simulated scenes differ by up to about
3 dB; a wrong calibration, or another kind of land, by more."""
_INCIDENCE_SLACK_DEG = 2.0
_SPACING_SLACK = 1.25
_LOOKS_SLACK = 1.25
_SAMPLES_PER_SIDE = 4
_SAMPLE_PX = 256


def warn_of_unlikeness(info: SceneInfo, grid: ModelGrid, card: ModelCard, report: Reporter) -> None:
    """Warn of incidence, looks, spacing, polarisation and brightness outside the model's experience."""
    for code, values in (*_geometry(info, card), *_polarisations(info, card)):
        report.warning(code, **values)
    histogram = sample_histogram(grid, card)
    if histogram is None:
        return
    distance_db = histogram_distance_db(histogram, card)
    if distance_db > MOST_HISTOGRAM_DISTANCE_DB:
        report.warning("classify-unlike-brightness", distance_db=f"{distance_db:.1f}", most_db=f"{MOST_HISTOGRAM_DISTANCE_DB:g}")


def _geometry(info: SceneInfo, card: ModelCard) -> Iterator[tuple[str, dict[str, Any]]]:
    if info.incidence_deg is not None and card.incidence_deg is not None:
        low, high = card.incidence_deg
        if info.incidence_deg[0] < low - _INCIDENCE_SLACK_DEG or info.incidence_deg[1] > high + _INCIDENCE_SLACK_DEG:
            yield "classify-unlike-incidence", {"scene": _range(info.incidence_deg), "model": _range(card.incidence_deg)}
    if info.looks is not None and card.looks is not None:
        low, high = card.looks
        if not low / _LOOKS_SLACK <= info.looks <= high * _LOOKS_SLACK:
            yield "classify-unlike-looks", {"scene": f"{info.looks:.1f}", "model": _range(card.looks)}
    spacing_m = max(info.row_spacing_m, info.column_spacing_m)
    if card.pixel_size_m is not None and spacing_m > card.pixel_size_m * _SPACING_SLACK:
        yield "classify-coarser-scene", {"scene_m": f"{spacing_m:.3g}", "model_m": f"{card.pixel_size_m:.3g}"}


def _polarisations(info: SceneInfo, card: ModelCard) -> Iterator[tuple[str, dict[str, Any]]]:
    known = {"HH", "VV", "HV", "VH"}
    for band, channel in zip(info.bands, card.channels, strict=True):
        if band in known and not channel_fits(channel, band):
            yield "classify-unlike-polarisation", {"scene": band, "model": channel}


def _range(values: tuple[float, float]) -> str:
    return f"{values[0]:.3g}..{values[1]:.3g}"


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
