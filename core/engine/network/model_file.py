"""The model file: weights as tensors, the card in the header of the same ``.safetensors`` file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from ...contract.errors import ModelError
from ...contract.model_card import CARD_KEY, HISTOGRAM_BINS, ModelCard, read_card
from .domain import PREFIX, Domain, domain_tensors, domains_of
from .experts import TextureExpert
from .networks import PatchNetwork, build_network


@dataclass(frozen=True)
class Model:
    """A model file in memory."""

    card: ModelCard
    network: PatchNetwork
    """float32 on the CPU, in evaluation mode."""
    sha256: str
    """Of the file."""
    domains: Mapping[str, Domain] = field(default_factory=dict)
    """Where the model is at home, by mode of classification; empty where that was never fitted."""


def save_model(path: Path, network: PatchNetwork, card: ModelCard, half: bool = False, domains: Mapping[str, Domain] | None = None) -> None:
    """Write a model file; the caller sees to it that it appears whole or not at all.

    Args:
        path: file to write.
        network: on any device.
        card: what the file says of itself.
        half: store the weights as 16-bit floats.
        domains: of the model, by mode.

    Raises:
        OSError: cannot be written.
    """
    state = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    state |= domain_tensors(domains or {})
    if half:
        state = {name: half_weight(tensor) for name, tensor in state.items()}
    Path(path).write_bytes(safetensors.torch.save(state, metadata={CARD_KEY: card.to_json()}))


@torch.no_grad()
def round_weights(network: PatchNetwork) -> None:
    """Round the weights as a file of half size will, so that figures measured now hold for the file."""
    for tensor in network.state_dict().values():
        tensor.copy_(half_weight(tensor))


def half_weight(tensor: Tensor) -> Tensor:
    """A weight as a file of half size stores it; vectors keep float32: they are few, and variances outgrow 16 bits."""
    return tensor.half() if tensor.is_floating_point() and tensor.dim() > 1 else tensor


def load_model(path: str) -> Model:
    """Read a model file and build its network.

    Raises:
        ModelError: no such file, not a safetensors file, no card or a broken one, or weights that do not fit the card.
    """
    card = read_card(path)
    data = Path(path).read_bytes()
    try:
        state = safetensors.torch.load(data)
    except (SafetensorError, ValueError) as error:
        raise ModelError("model-header-broken", path=path) from error
    weights = {name: tensor for name, tensor in state.items() if not name.startswith(PREFIX)}
    network = _empty_network(card, path)
    _check_weights(weights, network.state_dict(), path)
    network.load_state_dict({name: _full_weight(tensor) for name, tensor in weights.items()}, assign=True)
    return Model(card, network.eval(), hashlib.sha256(data).hexdigest(), _domains(state, path))


def _domains(state: dict[str, Tensor], path: str) -> dict[str, Domain]:
    try:
        return domains_of(state)
    except ValueError as error:
        raise ModelError("model-weights-unfit", path=path, reason=str(error)) from error


def _empty_network(card: ModelCard, path: str) -> PatchNetwork:
    if len(card.histogram) != HISTOGRAM_BINS:
        raise ModelError("model-card-broken", path=path, reason=f"{len(card.histogram)} histogram bins instead of {HISTOGRAM_BINS}")
    try:
        # the weights come from the file, so nobody's random numbers are used up; the meta device needs none, but a second to load
        with torch.random.fork_rng(devices=[]):
            network = build_network(card.backbone, card.head, len(card.channels), len(card.classes))
            if card.texture_expert:
                network.expert = TextureExpert(len(card.channels), len(card.classes), card.radiometry)
        return network
    except (ValueError, TypeError) as error:
        raise ModelError("model-card-broken", path=path, reason=str(error)) from error


def _full_weight(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor


def _check_weights(state: dict[str, Tensor], wanted: dict[str, Tensor], path: str) -> None:
    """Compare names, shapes and kinds, and refuse weights that are not numbers.

    Raises:
        ModelError: names the first tensor that does not fit.
    """
    for name in sorted(wanted.keys() | state.keys()):
        reason = _misfit(state.get(name), wanted.get(name))
        if reason:
            raise ModelError("model-weights-unfit", path=path, reason=f"{name} {reason}")


def _misfit(tensor: Tensor | None, wanted: Tensor | None) -> str:
    if tensor is None:
        return "is missing"
    if wanted is None:
        return "is not part of it"
    if tensor.shape != wanted.shape:
        return f"has shape {tuple(tensor.shape)} instead of {tuple(wanted.shape)}"
    if tensor.is_floating_point() != wanted.is_floating_point():
        return f"is stored as {tensor.dtype}"
    return "" if bool(torch.isfinite(tensor).all()) else "holds values that are not numbers"
