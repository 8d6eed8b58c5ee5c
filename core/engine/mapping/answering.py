"""Answers the tiles of a scene, one by one, and keeps each answer as soon as it is there."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.reporting import Reporter
from ..scene.grid import ModelGrid
from .cells import CellGrid, Tile, tiles_of
from .prediction import TileInput, trimmed
from .reading import read_ahead
from .state import State

SafePoint = Callable[[int], None]
"""Called with the number of cells settled, or of looks at them, since the last call."""


@dataclass(frozen=True)
class Ground:
    """What is looked at, and which cells of it."""

    grid: ModelGrid
    cells: CellGrid
    wanted: NDArray[np.bool_]
    """(rows, columns) of cells: whether each is asked for."""


@dataclass(frozen=True)
class Answering:
    """How a tile is answered."""

    answers: Callable[[TileInput, SafePoint], Mapping[str, NDArray[Any]]]
    """What the state keeps of the cells of a tile, by the name of the array."""
    halo_px: int
    """What a tile sees beyond its patches."""
    device: torch.device
    progress: str
    """Code of the sentence that a bar shows."""
    looks: int = 1
    """How often each cell is looked at."""


def answer_tiles(ground: Ground, how: Answering, state: State, report: Reporter) -> None:
    """Read, answer and store every tile that is asked for and not yet done.

    Raises:
        Cancelled: at a safe point; finished tiles are kept.
    """
    asked = trimmed(torch.from_numpy(ground.wanted))
    tiles = {number: tile for number, tile in enumerate(tiles_of(asked, state.plan.tile_side)) if _wanted(ground, tile).any()}
    pending = [(number, tile) for number, tile in tiles.items() if number not in state.done]
    total, left = (how.looks * count_cells(some) for some in (tiles.values(), (tile for _, tile in pending)))
    progress = Progress(report, how.progress, total, left)

    def read(numbered: tuple[int, Tile]) -> tuple[int, TileInput]:
        return numbered[0], _read_tile(ground, numbered[1], how)

    start = time.perf_counter()
    for number, given in read_ahead(pending, read):
        answers = how.answers(given, progress.advance)
        now = time.perf_counter()
        state.store(number, given.tile, answers, now - start)
        start = now


def _wanted(ground: Ground, tile: Tile) -> torch.Tensor:
    rows, columns = slice(tile.row, tile.row + tile.rows), slice(tile.column, tile.column + tile.columns)
    return torch.from_numpy(ground.wanted[rows, columns])


def _read_tile(ground: Ground, tile: Tile, how: Answering) -> TileInput:
    window = ground.cells.patches_window(tile)
    window = window._replace(
        row=window.row - how.halo_px, column=window.column - how.halo_px,
        rows=window.rows + 2 * how.halo_px, columns=window.columns + 2 * how.halo_px,
    )  # fmt: skip
    power = torch.from_numpy(ground.grid.read_power(window))
    # pinned memory is what lets a GPU fetch the next tile while it computes
    return TileInput(tile, power.pin_memory() if how.device.type == "cuda" else power, _wanted(ground, tile))


def count_cells(tiles: Iterable[Tile]) -> int:
    """Cells of all tiles together."""
    return sum(tile.rows * tile.columns for tile in tiles)


class Progress:
    """Counts cells, or looks at them."""

    def __init__(self, report: Reporter, code: str, total: int, pending: int) -> None:
        self._report = report
        self._code = code
        self._total = total
        self._done = total - pending
        self.advance(0)

    def advance(self, cells: int) -> None:
        """Say that some more cells are settled. A safe point."""
        self._done += cells
        self._report.progress(self._done, self._total, self._code)
