"""Where training starts: ImageNet, a file of torchvision weights, or another Echopatch model."""

import pickle  # nosec B403: for the name of an error, nothing is unpickled here
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from ...contract.errors import LearningError, ModelError
from ...contract.model_card import ModelCard, read_card
from ...contract.reporting import Reporter
from .model_file import load_model
from .networks import PatchNetwork
from .torchvision_models import resnet

STEM = "conv1.weight"
"""The weights of a body that depend on the number of channels, (64, C, 7, 7)."""


def start_from(network: PatchNetwork, start: str, card: ModelCard, report: Reporter) -> None:
    """Give a fresh network the weights to start from; the head stays random unless start and card have one head and legend.

    Args:
        network: changed in place.
        start: ``random``, ``imagenet``, or the path of a model file or of torchvision weights.
        card: what the network is going to be.
        report: hears how the start differs from the card.

    Raises:
        ModelError: the file is missing or broken.
        LearningError: the weights cannot be fetched or belong to another backbone.
    """
    if start == "random":
        return
    if start == "imagenet":
        _load_body(network, _imagenet(card.backbone), start)
    elif not Path(start).is_file():
        raise ModelError("model-missing", path=start)
    elif _has_card(start):
        _start_from_model(network, start, card, report)
    else:
        _load_body(network, _torchvision_file(start), start)


def _imagenet(backbone: str) -> dict[str, Tensor]:
    published = getattr(resnet, f"{backbone.replace('resnet', 'ResNet')}_Weights", None)
    if published is None:
        raise LearningError("start-imagenet-none", backbone=backbone)
    weights = published.DEFAULT
    try:
        state: dict[str, Tensor] = weights.get_state_dict(progress=False, check_hash=True)
    except (OSError, RuntimeError) as error:  # no network, no room, or a wrong hash
        raise LearningError("start-imagenet-unreachable", backbone=backbone, url=weights.url, reason=str(error)) from error
    return state


def _has_card(path: str) -> bool:
    """Whether a file is a model; a ``.safetensors`` without a card holds plain weights."""
    if Path(path).suffix.lower() != ".safetensors":
        return False
    try:
        read_card(path)
    except ModelError as error:
        if error.code == "model-without-card":
            return False
        raise
    return True


def _torchvision_file(path: str) -> dict[str, Tensor]:
    try:
        if Path(path).suffix.lower() == ".safetensors":
            return load_file(path)
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError, ValueError) as error:
        raise LearningError("start-unreadable", path=path) from error
    if not isinstance(state, dict) or not all(isinstance(value, Tensor) for value in state.values()):
        raise LearningError("start-unreadable", path=path)
    return state


def _start_from_model(network: PatchNetwork, path: str, card: ModelCard, report: Reporter) -> None:
    parent = load_model(path)
    if parent.card.backbone != card.backbone:
        raise LearningError("start-backbone", path=path, theirs=parent.card.backbone, ours=card.backbone)
    _load_body(network, parent.network.body.state_dict(), path)
    if (parent.card.head, parent.card.classes) == (card.head, card.classes):
        network.head.load_state_dict(parent.network.head.state_dict())
    for name, theirs, ours in _differences(parent.card, card):
        report.warning("start-differs", path=path, name=name, theirs=theirs, ours=ours)


def _differences(parent: ModelCard, card: ModelCard) -> list[tuple[str, object, object]]:
    compared = [
        ("patch size in px", parent.patch_px, card.patch_px),
        ("pixel size in m", parent.pixel_size_m, card.pixel_size_m),
        ("quantity", parent.radiometry.quantity, card.radiometry.quantity),
        ("channels", " ".join(parent.channels), " ".join(card.channels)),
    ]
    return [(name, theirs, ours) for name, theirs, ours in compared if theirs != ours]


def _load_body(network: PatchNetwork, state: dict[str, Tensor], start: str) -> None:
    """Load the body, fitted to its channels; torchvision's head of 1000 classes is left out.

    Raises:
        LearningError: the weights belong to another network.
    """
    body = {name: tensor for name, tensor in state.items() if not name.startswith("fc.")}
    wanted = network.body.state_dict()
    stem = body.get(STEM)
    if stem is not None and stem.dim() == 4:
        body[STEM] = fit_channels(stem, wanted[STEM].shape[1])
    for name in sorted(wanted.keys() | body.keys()):
        if name not in wanted or name not in body or body[name].shape != wanted[name].shape:
            raise LearningError("start-weights-unfit", path=start, name=name)
    network.body.load_state_dict(body)


def fit_channels(stem: Tensor, channels: int) -> Tensor:
    """The first convolution for another number of channels.

    Args:
        stem: weights (F, C, h, w).
        channels: of the result, (F, channels, h, w); to an image whose channels are all alike it answers as ``stem`` does.
    """
    if stem.shape[1] == channels:
        return stem
    return (stem.sum(dim=1, keepdim=True) / channels).expand(-1, channels, -1, -1).contiguous()
