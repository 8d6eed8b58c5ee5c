"""A network's body as a device runs it fastest."""

import copy

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from ..network.model_file import Model
from ..network.networks import STEM_LAYERS, STEM_STRIDE_PX

_STRIP_PX = 64
_STEM_REACH_PX = 8
"""At least the 5 px that a value of the stem sees beyond its own 4, and whole values of it."""


def run_by_strips(body: nn.Sequential, x: Tensor) -> Tensor:
    """The features of a large image, with the stem run over some rows at a time.

    The stem's maps are the largest of all: by strips, they stay in the processor's cache and never fill memory. A strip
    reaches far enough beyond its rows that the numbers are those of the whole image.

    Args:
        body: of a ``PatchNetwork``.
        x: (N, C, rows, columns), rows a multiple of 32.
    """
    parts = []
    for row in range(0, x.shape[2], _STRIP_PX):
        top, bottom = max(0, row - _STEM_REACH_PX), min(x.shape[2], row + _STRIP_PX + _STEM_REACH_PX)
        strip = body[:STEM_LAYERS](x[:, :, top:bottom].contiguous(memory_format=torch.channels_last))
        first, rows = (row - top) // STEM_STRIDE_PX, min(_STRIP_PX, x.shape[2] - row) // STEM_STRIDE_PX
        parts.append(strip[:, :, first : first + rows])
    return torch.as_tensor(body[STEM_LAYERS:](torch.cat(parts, dim=2)))


def prepared_body(model: Model, device: torch.device, dtype: torch.dtype) -> nn.Sequential:
    """A copy of the network's body as the device runs it fastest: normalisation folded into the convolutions, channels last."""
    body = copy.deepcopy(model.network.body)
    fold_normalisation(body)
    return body.to(device=device, dtype=dtype).to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def fold_normalisation(module: nn.Module) -> None:
    """Fold each batch normalisation into the convolution registered right before it, which ResNets also run right before it."""
    before = ("", module)
    for name, child in list(module.named_children()):
        if isinstance(child, nn.BatchNorm2d) and isinstance(before[1], nn.Conv2d):
            setattr(module, before[0], fuse_conv_bn_eval(before[1], child))
            setattr(module, name, nn.Identity())
        else:
            fold_normalisation(child)
        before = (name, child)


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether torch ran out of memory: CUDA has a class for it, the CPU and MPS only words."""
    words = str(error)
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in words or "not enough memory" in words
