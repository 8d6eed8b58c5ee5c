"""Patches as pictures: in the grey of the model's dB window, so that equal echoes look equal everywhere."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from ...contract.model_card import Radiometry
from ..network.door import grey_levels
from ..patches.patch_set import PatchSet, codes_to_db

_MOST_PX = 192
"""Larger patches are shown smaller."""
_COLUMNS = 6
_TILE_IN = 1.45
_CAPTION_IN = 0.66
_RIGHT, _WRONG = "#1d6b3a", "#a01818"


@dataclass(frozen=True)
class Tile:
    """A patch and what stands below it."""

    grey: NDArray[np.uint8]
    """(rows, columns)."""
    lines: tuple[str, ...]
    right: bool
    """Whether the answer is the truth."""


def grey_patch(patch_set: PatchSet, row: int, radiometry: Radiometry) -> NDArray[np.uint8]:
    """The first channel of a patch as its model sees it, at most 192 px a side.

    Args:
        patch_set: opened.
        row: of the patch set.
        radiometry: the dB window; what is below is black, what is above white.
    """
    db = codes_to_db(torch.from_numpy(np.array(patch_set.codes[row, 0])), patch_set.settings)
    image = Image.fromarray(grey_levels(db, radiometry).numpy())
    image.thumbnail((_MOST_PX, _MOST_PX), Image.Resampling.BOX)
    return np.asarray(image)


def tile_png(tile: Tile) -> bytes:
    """The patch alone as the bytes of a PNG."""
    file = io.BytesIO()
    Image.fromarray(tile.grey).save(file, "PNG")
    return file.getvalue()


def draw_sheet(tiles: Sequence[Tile], title: str, path: Path) -> None:
    """Write a contact sheet as PNG.

    Args:
        tiles: at least one.
        title: above the sheet.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    rows = -(-len(tiles) // _COLUMNS)
    height = rows * (_TILE_IN + _CAPTION_IN) + 0.5
    figure = Figure(figsize=(_COLUMNS * _TILE_IN + 0.3, height))
    figure.suptitle(title, fontsize=10, y=1 - 0.12 / height, va="top")
    grid = figure.subplots(rows, _COLUMNS, squeeze=False, gridspec_kw={"hspace": _CAPTION_IN / _TILE_IN, "wspace": 0.08})
    figure.subplots_adjust(left=0.01, right=0.99, top=1 - 0.45 / height, bottom=_CAPTION_IN / height)
    for axes in grid.flat:
        axes.set_axis_off()
    for axes, tile in zip(grid.flat, tiles, strict=False):
        axes.imshow(tile.grey, cmap="gray", vmin=0, vmax=255, interpolation="none")
        axes.text(
            0.5, -0.04, "\n".join(tile.lines), transform=axes.transAxes, ha="center", va="top", fontsize=6.5,
            color=_RIGHT if tile.right else _WRONG, linespacing=1.25, parse_math=False,
        )  # fmt: skip
    figure.savefig(path, dpi=160)
