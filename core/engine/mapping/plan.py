"""How a scene is cut into tiles, and with which numbers the network computes: settled once per request."""

import time
from dataclasses import dataclass

import torch

from ...contract.commands.classify import ClassifyConfig
from ...contract.commands.embed import EmbedConfig
from ...contract.errors import ConfigError
from ...contract.model_card import ModelCard
from ..network.model_file import Model
from ..network.networks import BODY_STRIDE_PX
from .body import prepared_body
from .cells import CellGrid
from .prediction import HALO_PX

_READ_PX = {"cuda": 4096}
_READ_PX_ELSEWHERE = 2048
"""Side of a tile in patch mode: large enough that neighbouring tiles share few pixels, and to fill batches."""
_MOST_CELLS = 64
"""Cells along a side of a tile in patch mode: what a killed run loses is at most one tile."""
_CPU_DENSE_PX = 3584**2
"""Of a tile in bfloat16: larger ones waste less on their halos, but a ResNet-18 then needs more than 1 GiB."""
_CPU_PATCHES_PX = 32 * 160**2
_CLEARLY_FASTER = 0.9
_BYTES_PER_PX = 400
"""Memory of the widest layers of a ResNet per input pixel in float32."""


@dataclass(frozen=True)
class Plan:
    """What a resumed run takes over from the one it continues, so that both give the same numbers."""

    tile_side: int
    """Cells along each side of a tile."""
    precision: str
    """``bf16`` or ``fp32``."""
    started: str
    """UTC, ISO 8601."""

    @property
    def dtype(self) -> torch.dtype:
        """Of the network's body."""
        return torch.bfloat16 if self.precision == "bf16" else torch.float32


def stride_of(config: ClassifyConfig | EmbedConfig, card: ModelCard) -> int:
    """The stride asked for, in px, or the one of the mode.

    Raises:
        ConfigError: dense mode answers every 32 px, for patches of a multiple of 32 px.
    """
    if config.mode == "patch":
        return config.stride_px or card.patch_px
    stride_px = config.stride_px or BODY_STRIDE_PX
    if card.patch_px % BODY_STRIDE_PX:
        raise ConfigError("classify-dense-patch", patch_px=card.patch_px, step_px=BODY_STRIDE_PX)
    if stride_px % BODY_STRIDE_PX:
        raise ConfigError("classify-dense-stride", stride_px=stride_px, step_px=BODY_STRIDE_PX)
    return stride_px


def tile_side(config: ClassifyConfig | EmbedConfig, cells: CellGrid, device: torch.device, precision: str) -> int:
    """Cells along a side of a tile: in dense mode what the network takes at once."""
    if config.mode == "patch":
        return max(1, min(_MOST_CELLS, _READ_PX.get(device.type, _READ_PX_ELSEWHERE) // cells.stride_px))
    fitting = _pixels_at_once(device, _CPU_DENSE_PX) // (1 if precision == "bf16" else 2)
    pixels = config.batch_size * cells.patch_px**2 if config.batch_size else fitting
    return max(1, (int(pixels**0.5) - cells.patch_px - 2 * HALO_PX) // cells.stride_px + 1)


def cells_at_once(config: ClassifyConfig | EmbedConfig, cells: CellGrid, device: torch.device) -> int:
    """Cells that the network is given at first; a dense tile is given whole."""
    if config.mode == "dense":
        return 1 << 30
    return config.batch_size or max(1, _pixels_at_once(device, _CPU_PATCHES_PX) // cells.patch_px**2)


def _pixels_at_once(device: torch.device, on_cpu: int) -> int:
    """On a GPU half of its free memory, but no more than makes it faster."""
    if device.type != "cuda":
        return on_cpu
    free_bytes, _ = torch.cuda.mem_get_info(device)
    return int(min(free_bytes // 2 // _BYTES_PER_PX, 4096**2))


def choose_precision(asked: str, model: Model, device: torch.device) -> str:
    """``bf16`` where it is asked for or faster, else ``fp32``; on a CPU measured with the network itself."""
    if asked != "auto":
        return asked
    if device.type == "cuda":
        return "bf16" if torch.cuda.is_bf16_supported(including_emulation=False) else "fp32"
    if device.type == "mps":
        return "fp32"
    return "bf16" if _seconds(model, torch.bfloat16) < _CLEARLY_FASTER * _seconds(model, torch.float32) else "fp32"


@torch.inference_mode()
def _seconds(model: Model, dtype: torch.dtype) -> float:
    """The shortest of three runs over a few patches on the CPU, after one to warm up."""
    body = prepared_body(model, torch.device("cpu"), dtype)
    patches = torch.zeros(4, len(model.card.channels), model.card.patch_px, model.card.patch_px, dtype=dtype)
    patches = patches.contiguous(memory_format=torch.channels_last)
    body(patches)
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        body(patches)
        seconds.append(time.perf_counter() - start)
    return min(seconds)
