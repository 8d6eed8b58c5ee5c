"""The one training loop: loss, sampler, batches and schedule come from outside."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from ...contract.training_run import FINISH_FILE
from ..network.layers import learn_except
from ..network.networks import PatchNetwork
from ..network.precision import autocast
from .batches import Batch
from .curves import LiveCurves
from .learner import Learner
from .losses import Loss, Terms, sums, total
from .optimiser import set_rate
from .prediction import SafePoint
from .run_folder import discard_run, save_state
from .schedule import Schedule

_STEPS_BETWEEN_CHECKS = 16  # to look at a loss makes a GPU wait


@dataclass(frozen=True)
class Lesson:
    """What to learn from, how it is judged, and how it computes."""

    batches: Callable[[int], Iterable[Batch]]
    """The batches of an epoch (from 0), on the device of the network; the same ones whenever it is asked again."""
    steps_per_epoch: int
    loss: Callable[[int, int], Loss]
    """What a step of an epoch (both from 0) lowers."""
    validate: Callable[[PatchNetwork, SafePoint], dict[str, float]] | None
    """Figures of a network, ``mean_recall`` (higher is better) and ``loss`` among them, asked under autocast; None keeps the last
    weights."""
    schedule: Schedule
    precision: str
    """``bf16`` or ``fp32``."""
    batch_parts: int = 1
    """How many parts a batch goes through the network in, to save memory."""
    seed: int = 0
    """Of what layers draw at random."""
    drawn: Callable[[int], dict[str, float]] = lambda _: {}
    """What the history shall say of the patches that an epoch (from 0) draws."""


def first_state(choices: dict[str, Any]) -> dict[str, Any]:
    """The state before the first epoch.

    Args:
        choices: what this run has chosen by measuring and must not choose anew when it goes on, JSON-native.
    """
    return {"epoch": 0, "history": [], "best_epoch": 0, "best": {}, "learner": {}, "choices": choices}


def fit(learner: Learner, lesson: Lesson, folder: Path, state: dict[str, Any], report: Reporter) -> dict[str, Any]:
    """Train to the end, saving the state after each epoch, and give the network its best weights.

    A file ``finish`` in the folder ends the run after the epoch at hand, as if that had been the last.

    Args:
        learner: with its start weights, on its device; changed in place.
        lesson: what to learn, how long and how fast.
        folder: where state, history and curves are kept.
        state: the first one, or that of an earlier epoch to go on from; the end is the same either way.
        report: hears progress and figures.

    Returns:
        The last state: ``epoch``, ``history``, ``best_epoch``, ``choices`` and the weights.

    Raises:
        Cancelled: at a safe point; the state of the last whole epoch is kept.
        LearningError: the loss is no number any more; the folder is gone, for the same run would end there again.
        OutputError: the state cannot be written.
    """
    if state["epoch"]:
        learner.recall(state["learner"])
    curves = LiveCurves(folder, report)
    while not lesson.schedule.is_over(state["epoch"], state["best_epoch"]):
        if state["epoch"] and (folder / FINISH_FILE).exists():
            report.warning("training-finished-early", epoch=state["epoch"], epochs=lesson.schedule.epochs, best=state["best_epoch"])
            break
        try:
            row = _epoch(learner, lesson, state["epoch"], report)
        except LearningError:
            discard_run(folder)
            raise
        state = next_state(state, learner, row)
        save_state(folder, state)
        curves.draw(state["history"], state["best_epoch"])
    curves.finish(state["history"], state["best_epoch"])
    learner.network.load_state_dict(state["best"])
    return state


def _epoch(learner: Learner, lesson: Lesson, epoch: int, report: Reporter) -> dict[str, float]:
    """One pass over the batches of an epoch (from 0), and what has come of it: one row of the history."""
    started = time.perf_counter()
    with torch.random.fork_rng(devices=_cuda_of(learner)):
        torch.manual_seed(_seed_of(lesson.seed, epoch))  # dropout, if a network has it, draws alike after a break
        terms = _train(learner, lesson, epoch, report)
    figures = _validate(learner.judged, lesson, epoch, report)
    last_rate = lesson.schedule.rate(epoch, lesson.steps_per_epoch - 1, lesson.steps_per_epoch)
    lowered = {"training_loss": sum(terms.values()), **(_told(terms) if len(terms) > 1 else {})}
    row = {**lowered, **figures, "learning_rate": last_rate, "seconds": time.perf_counter() - started}
    report.metric(epoch + 1, row)
    return {"epoch": epoch + 1, **row, **lesson.drawn(epoch)}


def _cuda_of(learner: Learner) -> list[torch.device]:
    device = _device(learner.network)
    return [device] if device.type == "cuda" else []


def _seed_of(seed: int, epoch: int) -> int:
    return (seed * 1_000_003 + epoch) % 2**63


def _told(terms: dict[str, float]) -> dict[str, float]:
    return {f"{name}_loss": value for name, value in terms.items()}


def _train(learner: Learner, lesson: Lesson, epoch: int, report: Reporter) -> dict[str, float]:
    """The mean of each term of the loss over the steps of an epoch."""
    schedule, steps = lesson.schedule, lesson.steps_per_epoch
    lowered: Terms = {}
    learn_except(learner.network, schedule.frozen(epoch))
    for step, batch in enumerate(lesson.batches(epoch)):
        report.progress(epoch * steps + step, schedule.epochs * steps, "progress-training")
        set_rate(learner.optimiser, schedule.rate(epoch, step, steps))
        lowered = sums(lowered, learner.step(batch, lesson.loss(epoch, step), lesson.precision, lesson.batch_parts))
        if step % _STEPS_BETWEEN_CHECKS == 0:
            _check_loss(lowered, epoch, schedule)
    _check_loss(lowered, epoch, schedule)
    return {name: float(term) / steps for name, term in lowered.items()}


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


def _check_loss(lowered: Terms, epoch: int, schedule: Schedule) -> None:
    if not math.isfinite(float(total(lowered))):
        raise LearningError("training-diverged", epoch=epoch + 1, rate=f"{schedule.peak_rate(epoch):g}")


def next_state(state: dict[str, Any], learner: Learner, row: dict[str, float]) -> dict[str, Any]:
    """The state after one more epoch: its weights are the best if no earlier ones were better.

    Args:
        state: before it.
        learner: after it.
        row: its figures, ``epoch`` (from 1) among them.
    """
    memory = learner.memory()
    history = [*state["history"], row]
    is_best = state["best_epoch"] == 0 or _goodness(row) >= _goodness(history[state["best_epoch"] - 1])
    judged = memory["network"] if learner.average is None else memory["average"]["network"]
    return {
        "epoch": int(row["epoch"]),
        "choices": state["choices"],
        "history": history,
        "learner": memory,
        "best_epoch": int(row["epoch"]) if is_best else state["best_epoch"],
        "best": judged if is_best else state["best"],
    }


def _goodness(row: dict[str, float]) -> tuple[float, float]:
    """What the best epoch has most of: mean recall, and where that ties, the lower loss; without validation all tie."""
    return row.get("mean_recall", 0.0), -row.get("loss", 0.0)
