"""The generator file: its weights as tensors, its card in the header of the same ``.safetensors`` file."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import safetensors.torch
import torch
from safetensors import SafetensorError

from ...contract.errors import ModelError
from ...contract.generator_card import GENERATOR_KEY, GeneratorCard, read_generator_card
from .networks import Generator, Plan


@dataclass(frozen=True)
class GeneratorFile:
    """A generator file in memory."""

    card: GeneratorCard
    network: Generator
    """float32 on the CPU, in evaluation mode."""
    sha256: str
    """Of the file."""


def plan_of(card: GeneratorCard) -> Plan:
    """What the networks were built by."""
    return Plan(
        channels=len(card.channels),
        size_px=card.size_px,
        classes=len(card.classes) if card.conditional else 1,
        width=card.width,
        code_length=card.code_length,
        paper_layers=card.layers == "paper",
        speckle_input=card.speckle_input,
    )


def save_generator(path: Path, network: Generator, card: GeneratorCard) -> None:
    """Write a generator file; the caller sees to it that it appears whole or not at all.

    Raises:
        OSError: cannot be written.
    """
    state = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    path.write_bytes(safetensors.torch.save(state, metadata={GENERATOR_KEY: card.to_json()}))


def load_generator(path: str) -> GeneratorFile:
    """Read a generator file and build its network.

    Raises:
        ModelError: no such file, not a generator, or weights that do not fit its card.
    """
    card, data = read_generator_card(path), Path(path).read_bytes()
    try:
        with torch.random.fork_rng(devices=[]):
            network = Generator(plan_of(card))
        network.load_state_dict(safetensors.torch.load(data))
    except (SafetensorError, ValueError, RuntimeError, TypeError) as error:
        raise ModelError("generator-broken", path=path, reason=str(error).splitlines()[0]) from error
    return GeneratorFile(card, network.eval(), hashlib.sha256(data).hexdigest())
