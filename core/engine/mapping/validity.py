"""Which cells have enough data for an answer."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from .cells import CellGrid, Tile


def enough_data(power: Tensor, cells: CellGrid, tile: Tile, halo_px: int) -> Tensor:
    """Whether a patch has its least share of data and the cell itself has any: bool (rows, columns) of the tile's cells.

    Args:
        power: (bands, rows, columns) of the tile's patches and halo, NaN where there is no data.
        cells: the grid.
        tile: the cells that the power belongs to.
        halo_px: width of the halo.
    """
    valid = ~power[:, halo_px : power.shape[1] - halo_px, halo_px : power.shape[2] - halo_px].isnan()
    valid = valid[0] if len(valid) == 1 else valid.all(0)
    if valid.all():
        return torch.ones(tile.rows, tile.columns, dtype=torch.bool, device=valid.device)
    in_patch = _box_sums(valid, cells, tile, (0, cells.patch_px))
    # reflected pixels count for the patch, but never for the cell itself
    own_px = min(cells.stride_px, cells.patch_px)
    in_cell = _box_sums(valid & _inside_image(valid, cells, tile), cells, tile, (max(0, cells.lead_px), own_px))
    return (in_patch >= cells.min_valid * cells.patch_px**2) & (in_cell > 0)


def _inside_image(valid: Tensor, cells: CellGrid, tile: Tile) -> Tensor:
    window = cells.patches_window(tile)
    row = torch.arange(window.row, window.row + window.rows, device=valid.device)[:, None]
    column = torch.arange(window.column, window.column + window.columns, device=valid.device)
    return ((row >= 0) & (row < cells.image_rows)) & ((column >= 0) & (column < cells.image_columns))


def _box_sums(valid: Tensor, cells: CellGrid, tile: Tile, box: tuple[int, int]) -> Tensor:
    """How many pixels are valid in the box of each cell, by a summed-area table: (rows, columns).

    Args:
        valid: bool, (rows, columns) of pixels.
        cells: the grid.
        tile: the cells.
        box: first pixel of the first box, and side of each, px.
    """
    # counted first in the largest squares that all boxes are made of
    unit = math.gcd(cells.stride_px, cells.patch_px, *box)
    counts = F.avg_pool2d(valid[None].float(), unit, divisor_override=1)[0].round().int()
    table = F.pad(counts.cumsum(0, dtype=torch.int32).cumsum(1, dtype=torch.int32), (1, 0, 1, 0))
    first, side, step = box[0] // unit, box[1] // unit, cells.stride_px // unit
    top = torch.arange(tile.rows, device=valid.device)[:, None] * step + first
    left = torch.arange(tile.columns, device=valid.device) * step + first
    return table[top + side, left + side] - table[top, left + side] - table[top + side, left] + table[top, left]
