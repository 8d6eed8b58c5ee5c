"""Rectangles of pixels, and the cutting of an image into them."""

from collections.abc import Iterator
from typing import NamedTuple

_SAMPLE_PX = 64
_SAMPLES_PER_SIDE = 5


class Window(NamedTuple):
    """A rectangle of pixels; ``row`` and ``column`` may be negative where a caller reads beyond an edge."""

    row: int
    column: int
    rows: int
    columns: int


def tiles(rows: int, columns: int, side_px: int) -> Iterator[Window]:
    """Squares that cover an image row by row without overlap; the last ones are smaller."""
    for row in range(0, rows, side_px):
        for column in range(0, columns, side_px):
            yield Window(row, column, min(side_px, rows - row), min(side_px, columns - column))


def samples(rows: int, columns: int) -> Iterator[Window]:
    """Small squares spread over an image from corner to corner: a quick look that costs the same for any image."""
    height, width = min(rows, _SAMPLE_PX), min(columns, _SAMPLE_PX)
    for down in range(_SAMPLES_PER_SIDE):
        for across in range(_SAMPLES_PER_SIDE):
            row = (rows - height) * down // (_SAMPLES_PER_SIDE - 1)
            column = (columns - width) * across // (_SAMPLES_PER_SIDE - 1)
            yield Window(row, column, height, width)
