"""The model's door: dB become 256 grey levels and then network input, by the radiometry of the model card."""

import torch
from torch import Tensor

from ...contract.model_card import Radiometry


def decibels(power: Tensor) -> Tensor:
    """10 log10 of linear power, any shape; zero and negative power (noise subtracted) give -inf, NaN (nodata) stays NaN."""
    return 10 * torch.log10(power.clamp_min(0))


def grey_levels(db: Tensor, radiometry: Radiometry) -> Tensor:
    """The 8-bit picture that a model sees, uint8, shape of ``db``.

    Nodata (NaN) becomes the mean of the training pixels, which after standardising is zero: it says nothing.

    Args:
        db: the model's quantity in dB, NaN where there is no data.
        radiometry: the window and the mean.
    """
    scaled = (db - radiometry.floor_db) / (radiometry.ceiling_db - radiometry.floor_db) * 255
    return torch.nan_to_num(scaled, nan=radiometry.mean * 255, posinf=255, neginf=0).round_().clamp_(0, 255).to(torch.uint8)


def standardise(grey: Tensor, radiometry: Radiometry, dtype: torch.dtype = torch.float32) -> Tensor:
    """Network input from grey levels: scaled to 0..1, less the mean, over the standard deviation."""
    scale, offset = 1 / (255 * radiometry.std), radiometry.mean / radiometry.std
    return grey.to(dtype) * scale - offset
