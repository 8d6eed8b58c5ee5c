"""Answers the tiles of a job, one by one, and keeps each answer as soon as it is there."""

import time
from collections.abc import Iterable

import torch

from ...contract.reporting import Reporter
from .cells import Tile, tiles_of
from .job import Job
from .plan import cells_at_once
from .prediction import Computing, Predictor, TileInput, trimmed
from .reading import read_ahead


def answer_tiles(job: Job) -> None:
    """Read, answer and store every tile that is asked for and not yet done.

    Raises:
        Cancelled: at a safe point; finished tiles are kept.
    """
    how = Computing(job.config.mode == "dense", job.state.plan.dtype, cells_at_once(job.config, job.cells, job.device))
    predictor = Predictor(job.model, job.cells, job.device, how)
    asked = trimmed(torch.from_numpy(job.wanted))
    tiles = {number: tile for number, tile in enumerate(tiles_of(asked, job.state.plan.tile_side)) if _wanted(job, tile).any()}
    pending = [(number, tile) for number, tile in tiles.items() if number not in job.state.done]
    progress = _Progress(job.report, _count(tiles.values()), _count(tile for _, tile in pending))

    def read(numbered: tuple[int, Tile]) -> tuple[int, TileInput]:
        return numbered[0], _read_tile(job, numbered[1], predictor.halo_px)

    start = time.perf_counter()
    for number, given in read_ahead(pending, read):
        probabilities = predictor.probabilities(given, job.report, progress.advance)
        now = time.perf_counter()
        job.state.store(number, given.tile, {"probabilities": probabilities.numpy()}, now - start)
        start = now


def _wanted(job: Job, tile: Tile) -> torch.Tensor:
    rows, columns = slice(tile.row, tile.row + tile.rows), slice(tile.column, tile.column + tile.columns)
    return torch.from_numpy(job.wanted[rows, columns])


def _read_tile(job: Job, tile: Tile, halo_px: int) -> TileInput:
    window = job.cells.patches_window(tile)
    window = window._replace(
        row=window.row - halo_px, column=window.column - halo_px,
        rows=window.rows + 2 * halo_px, columns=window.columns + 2 * halo_px,
    )  # fmt: skip
    power = torch.from_numpy(job.grid.read_power(window))
    # pinned memory is what lets a GPU fetch the next tile while it computes
    return TileInput(tile, power.pin_memory() if job.device.type == "cuda" else power, _wanted(job, tile))


def _count(tiles: Iterable[Tile]) -> int:
    return sum(tile.rows * tile.columns for tile in tiles)


class _Progress:
    """Counts cells."""

    def __init__(self, report: Reporter, total: int, pending: int) -> None:
        self._report = report
        self._total = total
        self._done = total - pending
        self.advance(0)

    def advance(self, cells: int) -> None:
        """Say that some more cells are settled. A safe point."""
        self._done += cells
        self._report.progress(self._done, self._total, "progress-classify")
