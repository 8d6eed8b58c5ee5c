"""The training loop of a GAN: draws, steps, checks; goes on from any step as if it had never stopped."""

import copy
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from ...contract.commands.generation import GeneratorOptions
from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from .adversaries import Adversaries, Draw, Rules, StepFigures
from .augmentation import draw_change
from .collapse import ALIVE, COLLAPSED, spread
from .images import RealImages
from .networks import Latent, Plan, draw_latent, latent_to

ROW_STEPS, CHECK_STEPS = 20, 100
_JUDGED = 64
_MOST_REWINDS, _MOST_BAD_CHECKS = 3, 3
_TIMED = slice(2, 6)
"""Steps that tell how long the others will take; the first ones warm up."""


@dataclass(frozen=True)
class GanLesson:
    """What two networks learn from, and how."""

    options: GeneratorOptions
    plan: Plan
    images: RealImages
    rules: Rules
    device: torch.device
    seed: int

    def draw(self, step: int) -> Draw:
        """What a step, from 0, learns from: the same one whenever it is asked again."""
        generator = seeded(self.seed, step)
        count = self.options.batch_size
        classes = self.images.classes(count, generator)
        real = self.images.draw(classes, generator)
        latent = latent_to(draw_latent(self.plan, self.told(classes), generator), self.device)
        changes = None
        if self.options.augment:
            changes = draw_change(count, self.plan.size_px, generator), draw_change(count, self.plan.size_px, generator)
        return Draw(real.to(self.device, non_blocking=True), self.told(classes).to(self.device), latent, changes)

    def told(self, classes: Tensor) -> Tensor:
        """What the networks are told of some classes: nothing, where they learn a mixture."""
        return classes if self.plan.classes > 1 else torch.zeros_like(classes)


@dataclass
class GanState:
    """How far a lesson has come."""

    adversaries: Adversaries
    step: int
    history: list[dict[str, float]]
    """One row for every 20 steps."""
    pending: list[StepFigures]
    """Of the steps since the last row."""
    kept_step: int
    """Of the weights that are to be kept; 0 where the made patches have never differed yet."""
    kept: dict[str, Tensor]
    diversity: float
    """Of the made images of one class, over that of the real ones, when last looked at."""
    bad_checks: int
    rewinds: int
    safe: dict[str, Any]
    """What ``memory`` gave at the last check, to go back to when the losses are no finite numbers any more."""
    ended: str = ""
    """``whole`` or ``collapsed``; empty while it goes on."""

    def memory(self) -> dict[str, Any]:
        """All that the next step depends on, but for ``safe``."""
        return {**self._plain(vars(self)), "adversaries": self.adversaries.memory(), "pending": [tuple(one) for one in self.pending]}

    def recall(self, memory: dict[str, Any]) -> None:
        """Go on from what ``memory`` gave; its tensors are taken over."""
        self.adversaries.recall(memory["adversaries"])
        self.pending = [StepFigures(*one) for one in memory["pending"]]
        vars(self).update(self._plain(memory))

    @staticmethod
    def _plain(values: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if name not in ("adversaries", "pending", "safe")}


def first_state(adversaries: Adversaries) -> GanState:
    """Before the first step."""
    state = GanState(adversaries, 0, [], [], 0, {}, 0.0, 0, 0, {})
    state.safe = copy.deepcopy(state.memory())
    return state


def fit_gan(lesson: GanLesson, state: GanState, watch: Callable[[GanState], None], report: Reporter) -> None:
    """Train to the end, or until the made patches have become all alike.

    Args:
        lesson: what to learn from.
        state: so far; changed in place. At its end its ``kept`` weights are those to use.
        watch: called after each step, to save and to draw.
        report: hears progress and figures.

    Raises:
        Cancelled: at a step; the state is whole.
        LearningError: the losses were no finite numbers, again and again.
    """
    real_spread = _real_spread(lesson)
    clock = _Clock(lesson.options.steps - state.step, report)
    while not state.ended:
        report.progress(state.step, lesson.options.steps, "progress-gan")
        measured = state.adversaries.step(lesson.draw(state.step), lesson.rules)
        clock.tick()
        if measured.finite:
            _advance(lesson, state, measured, real_spread, report)
        else:
            _rewind(state, report)
        watch(state)


def _advance(lesson: GanLesson, state: GanState, measured: StepFigures, real_spread: float, report: Reporter) -> None:
    """One step is done: check and note it, if it is time."""
    state.step += 1
    state.pending.append(measured)
    checked = state.step % CHECK_STEPS == 0 or state.step == lesson.options.steps
    if checked:
        _check(lesson, state, real_spread, report)
    if len(state.pending) == ROW_STEPS or state.ended:
        _note(state, report)
    if checked and math.isfinite(state.diversity):
        state.safe = copy.deepcopy(state.memory())


def seeded(seed: int, step: int) -> torch.Generator:
    """The random numbers of a step."""
    return torch.Generator().manual_seed((seed * 1_000_003 + step) % 2**63)


def fixed_latent(plan: Plan, classes: Tensor, device: torch.device) -> Latent:
    """What to make patches of again and again, to see how they change."""
    return latent_to(draw_latent(plan, classes, torch.Generator().manual_seed(0)), device)


def _note(state: GanState, report: Reporter) -> None:
    """A row of the history, means over the steps since the last one."""
    means = [sum(one) / len(state.pending) for one in zip(*state.pending, strict=True)]
    figures = dict(zip(StepFigures._fields, means, strict=True))
    row = {**figures, "learning_rate": state.adversaries.rule.rate, "diversity": state.diversity}
    state.history.append({"step": state.step, **row})
    state.pending.clear()
    report.metric(state.step, row)


def _check(lesson: GanLesson, state: GanState, real_spread: float, report: Reporter) -> None:
    """Look at the diversity; keep the weights while it is sound, and end where it has been lost, or with the last step."""
    classes = torch.arange(_judged(lesson)) % lesson.plan.classes
    average = state.adversaries.average.network.eval()
    with torch.no_grad():
        made = average(fixed_latent(lesson.plan, classes, lesson.device)).float().cpu()
    state.diversity = spread(made, classes) / max(real_spread, 1e-6)
    if state.diversity >= (COLLAPSED if state.kept_step else ALIVE):
        state.bad_checks = 0
        _keep(state)
    elif state.kept_step:
        state.bad_checks += 1
    if state.bad_checks == _MOST_BAD_CHECKS:
        state.ended = "collapsed"
        report.warning("gan-collapsed", step=state.step, diversity=f"{state.diversity:.2f}", kept=state.kept_step)
    elif state.step == lesson.options.steps and state.kept_step:
        state.ended = "whole"
    elif state.step == lesson.options.steps:
        state.ended = "collapsed"
        report.warning("gan-collapsed-at-once", step=state.step, diversity=f"{state.diversity:.2f}")
        _keep(state)


def _keep(state: GanState) -> None:
    """Keep the averaged weights of this step."""
    state.kept_step = state.step
    weights = state.adversaries.average.network.state_dict()
    state.kept = {name: tensor.detach().to("cpu", copy=True) for name, tensor in weights.items()}


def _rewind(state: GanState, report: Reporter) -> None:
    """Go back to the last check, with half the learning rate.

    Raises:
        LearningError: it has been rewound too often.
    """
    lost, rewinds, memory = state.step + 1, state.rewinds + 1, copy.deepcopy(state.safe)
    rate = memory["adversaries"]["rule"]["rate"] / 2 ** (rewinds - memory["rewinds"])
    if rewinds > _MOST_REWINDS:
        raise LearningError("gan-diverged", times=rewinds, step=lost, rate=f"{rate:g}")
    memory["adversaries"]["rule"]["rate"] = rate
    state.recall({**memory, "rewinds": rewinds})
    report.warning("gan-diverged-once", step=lost, kept=state.step, rate=f"{rate:g}")


def _judged(lesson: GanLesson) -> int:
    """Images of which diversity is measured: two of each class at least."""
    return max(_JUDGED, 2 * lesson.plan.classes)


def _real_spread(lesson: GanLesson) -> float:
    """The diversity of real images, as that of made ones is measured."""
    generator = torch.Generator().manual_seed(0)
    count = _judged(lesson)
    classes = torch.arange(count) % lesson.plan.classes if lesson.plan.classes > 1 else lesson.images.classes(count, generator)
    return spread(lesson.images.draw(classes, generator), lesson.told(classes))


class _Clock:
    """Says, once, how long the run will take."""

    def __init__(self, steps: int, report: Reporter) -> None:
        self._steps, self._report = steps, report
        self._ticks: list[float] = []

    def tick(self) -> None:
        """One more step is done."""
        if len(self._ticks) >= _TIMED.stop:
            return
        self._ticks.append(time.perf_counter())
        if len(self._ticks) == _TIMED.stop:
            seconds = (self._ticks[-1] - self._ticks[_TIMED.start]) / (_TIMED.stop - _TIMED.start - 1)
            self._report.metric(0, {"seconds_per_step": seconds, "expected_minutes": seconds * self._steps / 60})
