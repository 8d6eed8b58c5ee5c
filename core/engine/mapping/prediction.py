"""What the body of a network sees at the cells of one tile, patch by patch or densely, on one device."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ...contract.reporting import Reporter
from ..network.door import decibels, grey_levels, standardise
from ..network.model_file import Model
from ..network.networks import BODY_STRIDE_PX, PatchNetwork, joined
from ..network.views import views_of
from .asked import EVIDENCE, PROBABILITIES
from .body import is_out_of_memory, prepared_body, run_by_strips
from .cells import CellGrid, Tile
from .evidence import dense_squares, patch_squares
from .validity import enough_data

HALO_PX = 96
"""What a dense tile sees beyond its patches, to keep the zero padding of the convolutions out of its answers.

The features next to an edge differ by 70 % from those of the same place inside, and from there on by less with every 32 px. Averaged
over a patch of 160 px, 96 px of halo leave 0.1 % of error at the edge of a tile with a ResNet-10 and 5 % with a ResNet-18, 64 px
leave 4 % and 9 %; each further 32 px costs 6 % of the speed."""


_ROWS_AT_ONCE = 128
"""Rows that become grey levels together: what lies between stays in the processor's cache, which is three times as fast."""


@dataclass(frozen=True)
class TileInput:
    """What a tile is answered from."""

    tile: Tile
    power: Tensor
    """float32, (bands, rows, columns): the tile's patches and, in dense mode, the halo around them; NaN is nodata."""
    wanted: Tensor
    """bool, (rows, columns) of the tile's cells."""


@dataclass(frozen=True)
class Computing:
    """How a network is run."""

    dense: bool
    """Run the body once over a block of cells instead of once over each patch."""
    dtype: torch.dtype
    """bfloat16 or float32, of the body; the head always computes in float32."""
    cells_at_once: int
    """Largest number of cells given to the network at first."""
    test_time: str = "none"
    """In which ways the network looks at a tile: ``none``, ``flips`` or ``turns``; see ``views_of``."""
    asked: tuple[str, ...] = (PROBABILITIES,)
    """What is asked of each cell."""

    @property
    def squares(self) -> bool:
        """Whether the features of the squares within each cell are needed."""
        return EVIDENCE in self.asked


class Pooled(NamedTuple):
    """What one run of the body says of some cells of a tile."""

    row: Tensor
    """Of each cell within the tile, (n,)."""
    column: Tensor
    features: Tensor
    """Means over the window of each cell's patch, float32, (n, F): what ``PatchNetwork.answer`` takes."""
    squares: Tensor | None
    """Features at the squares of each cell, (n, F, squares, squares), where they are asked for."""
    settled: int
    """Cells of the tile that this look is done with, those without an answer among them."""


class BodyRunner:
    """A network's body on its device; out of memory, it takes half as many cells at once and goes on."""

    def __init__(self, model: Model, cells: CellGrid, device: torch.device, how: Computing) -> None:
        self.card = model.card
        self.cells = cells
        self.device = device
        self.how = how
        self.halo_px = HALO_PX if how.dense else 0
        self.cells_at_once = how.cells_at_once
        self.views = views_of(how.test_time, model.card)
        body, expert = prepared_body(model, device, how.dtype), copy.deepcopy(model.network.expert)
        self._network = PatchNetwork(body, nn.Sequential(), expert).to(device)  # its head is somebody else's

    def pooled(self, given: TileInput, report: Reporter) -> Iterator[Pooled]:
        """The features of a tile's cells, look by look, batch by batch; cells that nobody asked for, or with too little data, are left out.

        Args:
            given: the tile.
            report: hears of memory that ran out.
        """
        power = given.power.to(self.device, non_blocking=True)
        answered = given.wanted.to(self.device) & enough_data(power, self.cells, given.tile, self.halo_px)
        grey = torch.cat([grey_levels(decibels(rows), self.card.radiometry) for rows in torch.split(power, _ROWS_AT_ONCE, dim=1)], dim=1)
        del power
        look = self._densely if self.how.dense else self._by_patch
        number = torch.arange(answered.numel(), device=self.device).reshape(answered.shape)
        for view in self.views:
            seen = view.of(number)
            for batch in look(view.of(grey), view.of(answered), report):
                cell = seen[batch.row, batch.column]
                squares = None if batch.squares is None else view.undone(batch.squares)
                yield Pooled(cell // answered.shape[1], cell % answered.shape[1], batch.features, squares, batch.settled)

    def _by_patch(self, grey: Tensor, answered: Tensor, report: Reporter) -> Iterator[Pooled]:
        """Batch by batch of patches, which are cut as views."""
        patches = grey.unfold(1, self.cells.patch_px, self.cells.stride_px).unfold(2, self.cells.patch_px, self.cells.stride_px)
        patches = patches.permute(1, 2, 0, 3, 4)
        row, column = answered.nonzero(as_tuple=True)
        skipped = answered.numel() - len(row)
        start = 0
        while start < len(row):
            batch = row[start : start + self.cells_at_once], column[start : start + self.cells_at_once]
            features = self._run_body(patches[batch], len(batch[0]), report)
            if features is not None:
                squares = patch_squares(features, self.cells) if self.how.squares else None
                yield Pooled(*batch, features.mean(dim=(2, 3)), squares, len(batch[0]) + skipped)
                start, skipped = start + len(batch[0]), 0

    def _densely(self, grey: Tensor, answered: Tensor, report: Reporter) -> Iterator[Pooled]:
        """Block by block, each as large as fits."""
        whole = trimmed(answered)
        skipped = answered.numel() - whole.rows * whole.columns
        blocks = [whole]
        while blocks:
            block = blocks.pop()
            chosen, count = answered[_cut(block)], block.rows * block.columns
            if not chosen.any():
                skipped += count
            elif count > self.cells_at_once:
                blocks += reversed(halves(block))
            elif (features := self._run_body(self._pixels(grey, block)[None], count, report)) is None:
                blocks.append(block)
            else:
                inner = without_halo(features, self.halo_px)
                means = dense_features(inner, self.cells)[0].permute(1, 2, 0)
                squares = dense_squares(inner[0], self.cells)[chosen] if self.how.squares else None
                row, column = chosen.nonzero(as_tuple=True)
                yield Pooled(row + block.row, column + block.column, means[chosen], squares, count + skipped)
                skipped = 0

    def _pixels(self, grey: Tensor, block: Tile) -> Tensor:
        """The pixels of a block's patches and their halo, (bands, rows, columns)."""
        stride, beyond = self.cells.stride_px, self.cells.patch_px + 2 * self.halo_px
        row, column = block.row * stride, block.column * stride
        return grey[:, row : row + (block.rows - 1) * stride + beyond, column : column + (block.columns - 1) * stride + beyond]

    def _run_body(self, grey: Tensor, cells: int, report: Reporter) -> Tensor | None:
        """Features (N, F, rows, columns), float32, of grey levels (N, bands, rows, columns); None when memory ran out."""
        try:
            x = standardise(grey, self.card.radiometry)
            texture, body = self._network.texture(x), self._network.body
            x = x.to(self.how.dtype)
            features = run_by_strips(body, x) if self.how.dense else body(x.contiguous(memory_format=torch.channels_last))
            return joined(features, texture)
        except RuntimeError as error:
            if cells == 1 or not is_out_of_memory(error):
                raise
        self.cells_at_once = cells // 2
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        report.warning("classify-out-of-memory", device=str(self.device), cells=self.cells_at_once)
        return None


def _cut(block: Tile) -> tuple[slice, slice]:
    return slice(block.row, block.row + block.rows), slice(block.column, block.column + block.columns)


def trimmed(answered: Tensor) -> Tile:
    """The smallest block that holds all cells to answer, bool (rows, columns); of no rows and columns if there are none."""
    rows, columns = answered.any(1).nonzero()[:, 0], answered.any(0).nonzero()[:, 0]
    if len(rows) == 0:
        return Tile(0, 0, 0, 0)
    first_row, first_column = int(rows[0]), int(columns[0])
    return Tile(first_row, first_column, int(rows[-1]) + 1 - first_row, int(columns[-1]) + 1 - first_column)


def without_halo(features: Tensor, halo_px: int) -> Tensor:
    """Features (N, F, rows, columns) of a block, without those of its halo, a multiple of 32 px."""
    halo = halo_px // BODY_STRIDE_PX
    return features[:, :, halo : features.shape[2] - halo, halo : features.shape[3] - halo]


def dense_features(features: Tensor, cells: CellGrid) -> Tensor:
    """Means over the window of each cell's patch: (N, F, rows, columns) of cells, float32.

    Args:
        features: of the body over the patches of a block, (N, F, rows, columns), one per 32 px.
        cells: patch and stride, multiples of 32 px.
    """
    return F.avg_pool2d(features, cells.patch_px // BODY_STRIDE_PX, cells.stride_px // BODY_STRIDE_PX)


def halves(block: Tile) -> tuple[Tile, Tile]:
    """A block cut across its longer side."""
    row, column, rows, columns = block
    if rows >= columns:
        return Tile(row, column, rows // 2, columns), Tile(row + rows // 2, column, rows - rows // 2, columns)
    return Tile(row, column, rows, columns // 2), Tile(row, column + columns // 2, rows, columns - columns // 2)
