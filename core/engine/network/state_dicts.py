"""State dicts of other projects: where a file of theirs keeps the body of a ResNet, and which ResNet it is.

Read are torchvision's files, and those of public SAR models in the same layout, as they come: under a key of the training script
(``state_dict``), with the prefix of a wrapper (``module.``, ``backbone.``, ``encoder_q.``), without counters, with any number of
channels and any head.
"""

import pickle  # nosec B403: for the name of an error, nothing is unpickled here
from functools import cache
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from ...contract.commands.learning import BACKBONES
from ...contract.errors import LearningError
from .networks import build_network

STEM = "conv1.weight"
"""The weights of a body that depend on the number of channels, (64, C, 7, 7)."""
COUNTER = "num_batches_tracked"
"""Of a batch norm; old files lack it."""
_PARTS = ("conv1", "bn1", "layer1", "layer2", "layer3", "layer4")
_HOLDERS = ("state_dict", "model_state_dict", "model", "net")
_FOLLOWERS = ("encoder_k", "momentum", "teacher", "target")
"""In names of the second network of self-supervised training, which only follows the first."""


def read_body(path: str) -> tuple[str, dict[str, Tensor]]:
    """The name of the backbone in a file of weights, and the weights of its body under torchvision's names.

    Raises:
        LearningError: the file cannot be read, or holds no ResNet.
    """
    state = _read_state(path)
    body = _body_of(state)
    misfits = {name: _misfit(body, wanted) for name, wanted in _layouts().items()}
    for name, misfit in misfits.items():
        if not misfit:
            return name, body
    strange = next(iter(state), "nothing") if not body else min(misfits.values(), key=len)[0]
    raise LearningError("start-weights-unfit", path=path, name=strange)


def _read_state(path: str) -> dict[str, Tensor]:
    try:
        if Path(path).suffix.lower() == ".safetensors":
            return load_file(path)
        held: Any = torch.load(path, map_location="cpu", weights_only=True)
    except (SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError, ValueError, KeyError) as error:
        raise LearningError("start-unreadable", path=path) from error
    while isinstance(held, dict) and (holder := next((name for name in _HOLDERS if isinstance(held.get(name), dict)), None)):
        held = held[holder]
    state = {name: value for name, value in held.items() if isinstance(value, Tensor)} if isinstance(held, dict) else {}
    if not state:
        raise LearningError("start-unreadable", path=path)
    return state


def _body_of(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The body without the prefix that its names share; empty where there is no stem of a ResNet."""
    stems = [name for name, tensor in state.items() if _is_stem(name, tensor)]
    first = [name for name in stems if not any(word in name for word in _FOLLOWERS)] or stems
    if not first:
        return {}
    prefix = first[0].removesuffix(STEM)
    named = {name.removeprefix(prefix): tensor for name, tensor in state.items() if name.startswith(prefix)}
    return {name: tensor for name, tensor in named.items() if name.split(".")[0] in _PARTS}


def _is_stem(name: str, tensor: Tensor) -> bool:
    return f".{name}".endswith("." + STEM) and tensor.dim() == 4 and (tensor.shape[0], *tensor.shape[2:]) == (64, 7, 7)


@cache
def _layouts() -> dict[str, dict[str, torch.Size]]:
    """Names and shapes of the body of each backbone."""
    with torch.device("meta"):
        bodies = {name: build_network(name, (), 1, 1).body.state_dict() for name in BACKBONES}
    return {name: {key: tensor.shape for key, tensor in body.items() if not key.endswith(COUNTER)} for name, body in bodies.items()}


def _misfit(body: dict[str, Tensor], wanted: dict[str, torch.Size]) -> list[str]:
    """What is missing, too much or of another shape; the stem's channels may differ."""
    shapes = {name: tensor.shape for name, tensor in body.items() if not name.endswith(COUNTER)}
    return sorted(name for name in shapes.keys() | wanted.keys() if name != STEM and shapes.get(name) != wanted.get(name))
