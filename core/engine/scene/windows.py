"""Rectangles of pixels, and the cutting of an image into them."""

from collections.abc import Iterator
from typing import NamedTuple


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
