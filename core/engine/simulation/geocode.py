"""Bring images of the frame onto the map grid, block by block."""

from collections.abc import Iterator

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window
from scipy.ndimage import affine_transform

from .frame import Frame, moved

_BLOCK_ROWS, _BLOCK_COLUMNS = 512, 2048
_MARGIN_PX = 12


def map_blocks(frame: Frame) -> Iterator[Window]:
    """Windows that tile the map-projected image, row by row."""
    for row in range(0, frame.map_px, _BLOCK_ROWS):
        for column in range(0, frame.map_px, _BLOCK_COLUMNS):
            yield Window(column, row, min(_BLOCK_COLUMNS, frame.map_px - column), min(_BLOCK_ROWS, frame.map_px - row))


def frame_positions(frame: Frame, block: Window) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Frame column and row of the pixel centres of a block, each (rows, columns); pixel corners lie at whole numbers."""
    columns = np.arange(block.width)[None] + block.col_off + 0.5
    rows = np.arange(block.height)[:, None] + block.row_off + 0.5
    column, row = moved(map_to_frame(frame), columns, rows)
    return column.astype(np.float32), row.astype(np.float32)


def inside(frame: Frame, block: Window) -> NDArray[np.bool_]:
    """Whether pixels of a block lie in the frame, (rows, columns)."""
    column, row = frame_positions(frame, block)
    return (column >= 0) & (column < frame.side_px) & (row >= 0) & (row < frame.side_px)


def map_to_frame(frame: Frame) -> Affine:
    """Map pixel (column, row) to frame (column, row), corner convention."""
    transform: Affine = ~frame.to_map @ frame.map_transform
    return transform


def geocoded(image: NDArray[np.float32], frame: Frame, block: Window, order: int) -> NDArray[np.float32]:
    """An image of the frame on a block of the map, (rows, columns); by spline of this order, edges reflected outwards.

    Args:
        image: (side, side); may be a memory map.
        frame: where it lies.
        block: part of the map.
        order: of the spline.
    """
    transform = map_to_frame(frame) @ Affine.translation(block.col_off + 0.5, block.row_off + 0.5)
    ends = [transform @ corner for corner in ((0, 0), (block.width, 0), (0, block.height), (block.width, block.height))]
    first_column, last_column = _reach([end[0] for end in ends], frame.side_px)
    first_row, last_row = _reach([end[1] for end in ends], frame.side_px)
    part = np.asarray(image[first_row:last_row, first_column:last_column])
    matrix = [[transform.e, transform.d], [transform.b, transform.a]]
    offset = [transform.f - 0.5 - first_row, transform.c - 0.5 - first_column]
    out = np.empty((block.height, block.width), np.float32)
    affine_transform(part, matrix, offset, output=out, order=order, mode="mirror")
    return out


def _reach(values: list[float], side_px: int) -> tuple[int, int]:
    first = min(max(int(min(values)) - _MARGIN_PX, 0), side_px - 1)
    return first, max(min(int(max(values)) + _MARGIN_PX + 1, side_px), first + 1)
