"""Probabilities of one tile of cells, patch by patch or densely, on one device."""

import copy
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ...contract.reporting import Reporter
from ..network.door import decibels, grey_levels, standardise
from ..network.model_file import Model
from ..network.networks import BODY_STRIDE_PX
from .cells import CellGrid, Tile
from .validity import enough_data

HALO_PX = 64
"""What a dense tile sees beyond its patches, to keep the zero padding of the convolutions out of its answers."""


@dataclass(frozen=True)
class TileInput:
    """What a tile is answered from."""

    tile: Tile
    power: Tensor
    """float32, (bands, rows, columns): the tile's patches and, in dense mode, the halo around them; NaN is nodata."""
    wanted: Tensor
    """bool, (rows, columns) of the tile's cells."""


class Predictor:
    """A network on its device, with the number of cells it takes at once; out of memory, it takes half and goes on.

    Args:
        model: its network stays as it is; a copy goes to the device.
        cells: the grid whose tiles are answered.
        dense: run the body once over a block of cells instead of once over each patch.
        device: where to compute.
        dtype: bfloat16 or float32, of the body; the head always computes in float32.
    """

    def __init__(self, model: Model, cells: CellGrid, dense: bool, device: torch.device, dtype: torch.dtype) -> None:
        self.card = model.card
        self.cells = cells
        self.dense = dense
        self.device = device
        self.dtype = dtype
        self.halo_px = HALO_PX if dense else 0
        self.cells_at_once = 1 << 30
        self._body = prepared_body(model, device, dtype)
        self._head = copy.deepcopy(model.network.head).to(device)

    @torch.inference_mode()
    def probabilities(self, given: TileInput, report: Reporter, safe_point: Callable[[int], None]) -> Tensor:
        """Class probabilities of a tile's cells, float32 on the CPU, (rows, columns, classes); zeros where there is no answer.

        Args:
            given: the tile.
            report: hears of memory that ran out.
            safe_point: called after each batch with its number of wanted cells.

        Raises:
            Cancelled: by the safe point.
        """
        power = given.power.to(self.device, non_blocking=True)
        answered = given.wanted.to(self.device) & enough_data(power, self.cells, given.tile, self.halo_px)
        grey = grey_levels(decibels(power), self.card.radiometry)
        del power
        result = torch.zeros(*answered.shape, len(self.card.classes), device=self.device)
        blocks = deque([Tile(0, 0, given.tile.rows, given.tile.columns)])
        while blocks:
            block = blocks.popleft()
            if block.rows * block.columns > self.cells_at_once:
                blocks.extendleft(reversed(halves(block)))
            elif self._answer(block, grey, answered, result):
                safe_point(int(given.wanted[_cut(block)].sum()))
            else:
                self._take_half(block, report)
                blocks.appendleft(block)
        return result.cpu()

    def _answer(self, block: Tile, grey: Tensor, answered: Tensor, result: Tensor) -> bool:
        """Fill the result of one block; False when memory ran out."""
        chosen = answered[_cut(block)]
        if not chosen.any():
            return True
        try:
            features = self._features(self._pixels(grey, block), chosen)
            logits = self._head(features) / self.card.temperature
        except RuntimeError as error:
            if block.rows * block.columns == 1 or not is_out_of_memory(error):
                raise
            return False
        result[_cut(block)][chosen] = logits.softmax(1)
        return True

    def _pixels(self, grey: Tensor, block: Tile) -> Tensor:
        """The pixels of a block's patches and their halo, (bands, rows, columns)."""
        stride, beyond = self.cells.stride_px, self.cells.patch_px + 2 * self.halo_px
        row, column = block.row * stride, block.column * stride
        return grey[:, row : row + (block.rows - 1) * stride + beyond, column : column + (block.columns - 1) * stride + beyond]

    def _features(self, grey: Tensor, chosen: Tensor) -> Tensor:
        """Features (n, F), float32, of the chosen cells of a block."""
        if self.dense:
            pooled = dense_features(self._run_body(grey[None]), self.cells, self.halo_px)
            return pooled[0].permute(1, 2, 0)[chosen]
        patches = grey.unfold(1, self.cells.patch_px, self.cells.stride_px).unfold(2, self.cells.patch_px, self.cells.stride_px)
        return self._run_body(patches.permute(1, 2, 0, 3, 4)[chosen]).float().mean(dim=(2, 3))

    def _run_body(self, grey: Tensor) -> Tensor:
        """The body's features (N, F, rows, columns) of grey levels (N, bands, rows, columns)."""
        x = standardise(grey, self.card.radiometry).to(self.dtype)
        features: Tensor = self._body(x.contiguous(memory_format=torch.channels_last))
        return features

    def _take_half(self, block: Tile, report: Reporter) -> None:
        self.cells_at_once = block.rows * block.columns // 2
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        report.warning("classify-out-of-memory", device=str(self.device), cells=self.cells_at_once)


def _cut(block: Tile) -> tuple[slice, slice]:
    return slice(block.row, block.row + block.rows), slice(block.column, block.column + block.columns)


def prepared_body(model: Model, device: torch.device, dtype: torch.dtype) -> nn.Module:
    """A copy of the network's body as the device runs it fastest."""
    body = copy.deepcopy(model.network.body).to(device=device, dtype=dtype)
    return body.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def dense_features(features: Tensor, cells: CellGrid, halo_px: int) -> Tensor:
    """Means over the window of each cell's patch: (N, F, rows, columns) of cells, float32.

    Args:
        features: of the body over a block with its halo, (N, F, rows, columns), one per 32 px.
        cells: patch and stride, multiples of 32 px.
        halo_px: multiple of 32.
    """
    halo = halo_px // BODY_STRIDE_PX
    inner = features[:, :, halo : features.shape[2] - halo, halo : features.shape[3] - halo].float()
    return F.avg_pool2d(inner, cells.patch_px // BODY_STRIDE_PX, cells.stride_px // BODY_STRIDE_PX)


def halves(block: Tile) -> tuple[Tile, Tile]:
    """A block cut across its longer side."""
    row, column, rows, columns = block
    if rows >= columns:
        return Tile(row, column, rows // 2, columns), Tile(row + rows // 2, column, rows - rows // 2, columns)
    return Tile(row, column, rows, columns // 2), Tile(row, column + columns // 2, rows, columns - columns // 2)


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether torch ran out of memory: CUDA has a class for it, the CPU and MPS only words."""
    words = str(error)
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in words or "not enough memory" in words
