"""Which cells have enough data for an answer."""

import torch
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
    valid = ~power.isnan().any(0)
    valid = valid[halo_px : valid.shape[0] - halo_px, halo_px : valid.shape[1] - halo_px]
    in_patch = _box_sums(valid, tile, cells.stride_px, (0, cells.patch_px))
    # reflected pixels count for the patch, but never for the cell itself
    own_px = min(cells.stride_px, cells.patch_px)
    in_cell = _box_sums(valid & _inside_image(valid, cells, tile), tile, cells.stride_px, (max(0, cells.lead_px), own_px))
    return (in_patch >= cells.min_valid * cells.patch_px**2) & (in_cell > 0)


def _inside_image(valid: Tensor, cells: CellGrid, tile: Tile) -> Tensor:
    window = cells.patches_window(tile)
    row = torch.arange(window.row, window.row + window.rows, device=valid.device)[:, None]
    column = torch.arange(window.column, window.column + window.columns, device=valid.device)
    return (row >= 0) & (row < cells.image_rows) & (column >= 0) & (column < cells.image_columns)


def _box_sums(valid: Tensor, tile: Tile, stride_px: int, box: tuple[int, int]) -> Tensor:
    """How many pixels are valid in the box of each cell, by a summed-area table: int64 (rows, columns).

    Args:
        valid: bool, (rows, columns) of pixels.
        tile: the cells.
        stride_px: step from box to box.
        box: first pixel of the first box, and side of each, px.
    """
    first, side = box
    table = torch.zeros(valid.shape[0] + 1, valid.shape[1] + 1, dtype=torch.int64, device=valid.device)
    table[1:, 1:] = valid.cumsum(0).cumsum(1)
    top = torch.arange(tile.rows, device=valid.device)[:, None] * stride_px + first
    left = torch.arange(tile.columns, device=valid.device) * stride_px + first
    return table[top + side, left + side] - table[top, left + side] - table[top + side, left] + table[top, left]
