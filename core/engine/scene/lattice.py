"""A smooth field over an image, known at the nodes of a coarse lattice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .windows import Window

_INTERVALS = 128


@dataclass(frozen=True)
class Lattice:
    """Values at nodes spread evenly from the first pixel's outer corner to the last one's; bilinear between."""

    nodes: NDArray[np.float32]
    """(nodes along rows, nodes along columns)."""
    rows: int
    """Of the image."""
    columns: int

    def read(self, window: Window) -> NDArray[np.float32]:
        """The field at the pixel centres of a window inside the image, (rows, columns)."""
        above, row_share = _places(window.row, window.rows, self.rows, self.nodes.shape[0])
        left, column_share = _places(window.column, window.columns, self.columns, self.nodes.shape[1])
        by_row = _between(self.nodes[above], self.nodes[above + 1], row_share[:, None])
        return _between(by_row[:, left], by_row[:, left + 1], column_share)


def _places(start: int, count: int, size: int, nodes: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """For each pixel the node before it, and its share of the way to the next."""
    position = (np.arange(start, start + count) + 0.5) * (nodes - 1) / size
    before = np.floor(position).astype(np.intp)
    return before, (position - before).astype(np.float32)


def _between(before: NDArray[np.float32], after: NDArray[np.float32], share: NDArray[np.float32]) -> NDArray[np.float32]:
    after -= before
    after *= share
    after += before
    return after


def node_positions(rows: int, columns: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where a lattice over an image has its nodes: y (from 0 to rows) and x (from 0 to columns), each 2-D."""
    along_rows = np.linspace(0, rows, min(rows, _INTERVALS) + 1)
    along_columns = np.linspace(0, columns, min(columns, _INTERVALS) + 1)
    y, x = np.meshgrid(along_rows, along_columns, indexing="ij")
    return y, x
