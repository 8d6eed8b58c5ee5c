"""The one training loop: loss, sampler and batches come from outside."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from ..network.networks import PatchNetwork
from ..network.precision import autocast
from .batches import Batch
from .losses import Loss
from .optimiser import adamw, rate_share
from .prediction import SafePoint
from .run_folder import save_state

_STEPS_BETWEEN_CHECKS = 16  # to look at a loss makes a GPU wait


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to learn."""

    epochs: int
    learning_rate: float
    weight_decay: float
    warmup_share: float


@dataclass(frozen=True)
class Lesson:
    """What to learn from, how it is judged, and where it computes."""

    batches: Callable[[int], Iterable[Batch]]
    """The batches of an epoch (from 0), on the device of the network; the same ones whenever it is asked again."""
    steps_per_epoch: int
    loss: Loss
    validate: Callable[[PatchNetwork, SafePoint], dict[str, float]] | None
    """Figures of a network, ``mean_recall`` (higher is better) and ``loss`` among them, asked under autocast; None keeps the last
    weights."""
    schedule: Schedule
    precision: str
    """``bf16`` or ``fp32``."""


def fit(network: PatchNetwork, lesson: Lesson, folder: Path, state: dict[str, Any] | None, report: Reporter) -> dict[str, Any]:
    """Train to the end, saving the state after each epoch, and give the network its best weights.

    Args:
        network: with its start weights, on its device; changed in place.
        lesson: what to learn, how long and how fast.
        folder: where the state and the history are kept.
        state: of an earlier epoch, to go on from there; the end is then the same as without a break.
        report: hears progress and figures.

    Returns:
        The last state: ``epoch``, ``history``, ``best_epoch``, ``precision`` and the weights.

    Raises:
        Cancelled: at a safe point; the state of the last whole epoch is kept.
        LearningError: the loss is no number any more.
        OutputError: the state cannot be written.
    """
    schedule = lesson.schedule
    optimiser = adamw(network, schedule.learning_rate, schedule.weight_decay)
    if state is None:
        state = {"epoch": 0, "history": [], "precision": lesson.precision, "best_epoch": 0, "best": {}}
    else:
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
    for epoch in range(state["epoch"], schedule.epochs):
        started = time.perf_counter()
        training_loss = _train_epoch(network, lesson, optimiser, epoch, report)
        figures = _validate(network, lesson, epoch, report)
        row = {"training_loss": training_loss, **figures, "seconds": time.perf_counter() - started}
        report.metric(epoch + 1, row)
        state = next_state(state, network, optimiser, {"epoch": epoch + 1, **row})
        save_state(folder, state)
    network.load_state_dict(state["best"])
    return state


def _train_epoch(network: PatchNetwork, lesson: Lesson, optimiser: torch.optim.Optimizer, epoch: int, report: Reporter) -> float:
    """One pass over the batches of an epoch.

    Returns:
        The mean loss of its steps.
    """
    schedule = lesson.schedule
    steps = schedule.epochs * lesson.steps_per_epoch
    first = epoch * lesson.steps_per_epoch
    device = _device(network)
    total = torch.zeros((), device=device)
    network.train()
    for step, batch in enumerate(lesson.batches(epoch)):
        report.progress(first + step, steps, "progress-training")
        for group in optimiser.param_groups:
            group["lr"] = schedule.learning_rate * rate_share(first + step, steps, schedule.warmup_share)
        with autocast(device, lesson.precision):
            loss = lesson.loss(network, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        total += loss.detach()
        if step % _STEPS_BETWEEN_CHECKS == 0:
            _check_loss(total, epoch, schedule)
    _check_loss(total, epoch, schedule)
    return float(total) / lesson.steps_per_epoch


def _validate(network: PatchNetwork, lesson: Lesson, epoch: int, report: Reporter) -> dict[str, float]:
    done, steps = (epoch + 1) * lesson.steps_per_epoch, lesson.schedule.epochs * lesson.steps_per_epoch

    def safe_point(_: int) -> None:  # the bar of the training waits at the end of the epoch
        report.progress(done, steps, "progress-training")

    safe_point(0)
    if lesson.validate is None:
        return {}
    with autocast(_device(network), lesson.precision):
        return lesson.validate(network, safe_point)


def _device(network: PatchNetwork) -> torch.device:
    return next(network.parameters()).device


def _check_loss(total: Tensor, epoch: int, schedule: Schedule) -> None:
    if not math.isfinite(float(total)):
        raise LearningError("training-diverged", epoch=epoch + 1, rate=f"{schedule.learning_rate:g}")


def next_state(state: dict[str, Any], network: PatchNetwork, optimiser: torch.optim.Optimizer, row: dict[str, float]) -> dict[str, Any]:
    """The state after one more epoch: its weights are the best if no earlier ones were better.

    Args:
        state: before it.
        network: after it.
        optimiser: after it.
        row: its figures, ``epoch`` (from 1) among them.
    """
    weights = {name: tensor.detach().to("cpu", copy=True) for name, tensor in network.state_dict().items()}
    history = [*state["history"], row]
    is_best = state["best_epoch"] == 0 or _goodness(row) >= _goodness(history[state["best_epoch"] - 1])
    return {
        "epoch": int(row["epoch"]),
        "precision": state["precision"],
        "history": history,
        "network": weights,
        "optimiser": optimiser.state_dict(),
        "best_epoch": int(row["epoch"]) if is_best else state["best_epoch"],
        "best": weights if is_best else state["best"],
    }


def _goodness(row: dict[str, float]) -> tuple[float, float]:
    """What the best epoch has most of: mean recall, and where that ties, the lower loss; without validation all tie."""
    return row.get("mean_recall", 0.0), -row.get("loss", 0.0)
