"""How fast train is: its steps against the bare forward-backward-step."""

import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.engine.learning.optimiser import adamw
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.patches.patch_set import read_patch_set
from timing import Figure, Stopwatch, figure, in_turns

BATCH_SIZE = 64
_STEPS = 8
_CLASSES = 7


@dataclass(frozen=True)
class TrainSpeed:
    """Rates in patches a second."""

    train: Figure
    bare: Figure
    ratio: Figure


def train_speed(patches: Path, folder: Path, device: str, rounds: int) -> TrainSpeed:
    """Train one epoch, everything from reading the patch set to the optimiser counted, but not the validation.

    Args:
        patches: patch set of 160 px patches, with at least one batch for training.
        folder: for the models.
        device: ``cpu``, ``cuda``.
        rounds: repeats.
    """
    works = {"train": lambda: _train_rate(patches, folder, device), "bare": lambda: _bare_rate(torch.device(device))}
    rates = in_turns(works, rounds)
    ratios = [ours / bare for ours, bare in zip(rates["train"], rates["bare"], strict=True)]
    return TrainSpeed(figure(rates["train"]), figure(rates["bare"]), figure(ratios))


def _train_rate(patches: Path, folder: Path, device: str) -> float:
    """Patches a second between the first report of the epoch and the one that ends it."""
    watch = Stopwatch()
    output = str(folder / "trained.safetensors")
    config = TrainConfig(
        patches=str(patches), output=output, backbone="resnet18", start="random", epochs=1, batch_size=BATCH_SIZE, device=device,
        overwrite=True,
    )  # fmt: skip
    train(config, watch)
    times = watch.times("progress-training")
    patches_seen = int((read_patch_set(str(patches)).index["split"] == "train").sum())
    return patches_seen / (times[-1] - times[0])


def _bare_rate(device: torch.device) -> float:
    """Forward, backward, step on one batch that lies ready, in the faster of both precisions."""
    rates = []
    for bf16 in (True, False):
        network = build_network("resnet18", (), 1, _CLASSES).to(device, memory_format=torch.channels_last).train()  # type: ignore[call-overload]
        optimiser = adamw(network, 0.05)
        inputs, labels = torch.randn(BATCH_SIZE, 1, 160, 160, device=device), torch.arange(BATCH_SIZE, device=device) % _CLASSES
        started = 0.0
        for step in range(_STEPS + 1):
            with torch.autocast(device.type, torch.bfloat16, enabled=bf16):
                loss = F.cross_entropy(network(inputs), labels)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            if step == 0:  # the first one warms up
                loss.item()
                started = time.perf_counter()
        loss.item()
        rates.append(BATCH_SIZE * _STEPS / (time.perf_counter() - started))
    return max(rates)
