"""The dB window of a new model, and what its training pixels look like in it."""

import dataclasses
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from ...contract.commands.learning import LearningConfig
from ...contract.errors import ConfigError, LearningError
from ...contract.model_card import Radiometry
from ...contract.reporting import Reporter
from ..patches.patch_set import PatchSet
from .statistics import count_codes, db_of_codes, scaled_moments, share_beyond, window_histogram, window_of

_CUT_SHARE = 0.005
"""Of the pixels at each end, for the window of uncalibrated chips."""
_MOST_CLIPPED = 0.25


def learn_radiometry(
    config: LearningConfig, patch_set: PatchSet, rows: NDArray[np.int64], report: Reporter
) -> tuple[Radiometry, tuple[float, ...]]:
    """One pass over the training pixels.

    Args:
        config: the window, where the user gives it.
        patch_set: what to learn from.
        rows: of the training patches.
        report: hears progress, and of a window that clips much.

    Returns:
        The radiometry, and the share of training pixels in each of 64 bins of its window.

    Raises:
        ConfigError: the window does not go upwards.
        LearningError: there is no valid pixel.
        Cancelled: at a safe point.
    """
    counts, db = count_codes(patch_set, rows, report), db_of_codes(patch_set)
    if not counts.any():
        raise LearningError("training-no-data", path=str(patch_set.folder))
    window = _window(config, patch_set.settings.quantity, db, counts)
    clipped = share_beyond(db, counts, window)
    if clipped > _MOST_CLIPPED:
        report.warning("training-window-clips", floor_db=window.floor_db, ceiling_db=window.ceiling_db, percent=round(100 * clipped))
    mean, std = scaled_moments(db, counts, window)
    radiometry = dataclasses.replace(window, mean=mean, std=std)
    return radiometry, window_histogram(db, counts, radiometry)


def _window(config: LearningConfig, quantity: str, db: Tensor, counts: NDArray[Any]) -> Radiometry:
    """The user's window; where left out, the fixed one of calibrated power, that of the chips' digital numbers, or all optical levels."""
    floor_db, ceiling_db = (0.0, 255.0) if quantity == "rgb" else (Radiometry.floor_db, Radiometry.ceiling_db)
    if quantity == "dn":
        floor_db, ceiling_db = window_of(db, counts, _CUT_SHARE)
    floor_db = floor_db if config.floor_db is None else config.floor_db
    ceiling_db = ceiling_db if config.ceiling_db is None else config.ceiling_db
    if floor_db >= ceiling_db:
        raise ConfigError("training-window-order", floor_db=floor_db, ceiling_db=ceiling_db)
    return Radiometry(quantity, floor_db, ceiling_db)
