"""What a discriminator sees of images, real and made alike: moved, cut out, a little brighter or darker, so that few real ones last longer.

Source: Zhao et al. 2020, arXiv:2006.10738 (translation by up to 1/8, a cut-out of half the side). Brightness is that of a calibration
that is slightly off; colours there are none. Every change has a gradient, so the generator learns through it.
"""

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

_MOST_SHIFT = 1 / 8
_CUT = 1 / 2
_MOST_BRIGHTNESS = 0.05
"""Of the -1..1 of an image: with a window of 40 dB one dB."""


class Change(NamedTuple):
    """What happens to each image of a batch."""

    shift: Tensor
    """Rows and columns to move by, (N, 2), int64."""
    cut: Tensor
    """First row and column of what is cut out, (N, 2), int64; beyond the image where nothing is."""
    brightness: Tensor
    """To add, (N,)."""


def draw_change(count: int, size_px: int, generator: torch.Generator) -> Change:
    """Changes for a batch, on the CPU; every second image keeps all of its pixels."""
    most = round(size_px * _MOST_SHIFT)
    shift = torch.randint(-most, most + 1, (count, 2), generator=generator)
    cut = torch.randint(-(size_px // 4), size_px - size_px // 4, (count, 2), generator=generator)
    cut[torch.rand(count, generator=generator) < 0.5] = size_px
    return Change(shift, cut, (torch.rand(count, generator=generator) * 2 - 1) * _MOST_BRIGHTNESS)


def change_images(images: Tensor, change: Change) -> Tensor:
    """Images, (N, C, S, S), after a change; what moves out is mirrored in, what is cut out is 0."""
    count, _, size, _ = images.shape
    device = images.device
    most = round(size * _MOST_SHIFT)
    padded = functional.pad(images, (most, most, most, most), mode="reflect")
    along = torch.arange(size, device=device)
    rows = along + most + change.shift[:, :1].to(device)
    columns = along + most + change.shift[:, 1:].to(device)
    which = torch.arange(count, device=device)[:, None, None]
    # advanced indices at both ends of the channel axis put it last
    moved = padded[which, :, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)
    length = round(size * _CUT)
    row_gone = _within(along, change.cut[:, :1].to(device), length)
    column_gone = _within(along, change.cut[:, 1:].to(device), length)
    gone = row_gone[:, :, None] & column_gone[:, None, :]
    brighter = moved + change.brightness.to(device)[:, None, None, None]
    return brighter.masked_fill(gone[:, None], 0.0)


def _within(along: Tensor, first: Tensor, length: int) -> Tensor:
    """Which places lie in the cut of each image, (N, S)."""
    return (along >= first) & (along < first + length)
