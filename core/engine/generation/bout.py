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
from .augmentation import draw_change
from .collapse import ALIVE, COLLAPSED, spread
from .duel import Draw, Duel, Measured, Rules
from .images import RealImages
from .networks import Latent, Plan, draw_latent, latent_to

ROW_STEPS, CHECK_STEPS = 20, 100
_JUDGED = 64
"""Images of which diversity is measured."""
_MOST_REWINDS, _MOST_BAD_CHECKS = 3, 3
_TIMED = slice(2, 6)
"""Steps that tell how long the others will take; the first ones warm up."""


@dataclass(frozen=True)
class Bout:
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
class Course:
    """How far a bout has come."""

    duel: Duel
    step: int
    history: list[dict[str, float]]
    """One row for every 20 steps."""
    pending: list[Measured]
    """Of the steps since the last row."""
    kept_step: int
    """Of the weights that are to be kept; 0 where the made patches have never differed yet."""
    kept: dict[str, Tensor]
    diversity: float
    """Of the made images of one class, over that of the real ones, when last looked at."""
    bad_checks: int
    rewinds: int
    ended: str = ""
    """``whole`` or ``collapsed``; empty while it goes on."""

    def memory(self) -> dict[str, Any]:
        """All that the next step depends on."""
        plain = {name: value for name, value in vars(self).items() if name not in ("duel", "pending")}
        return {**plain, "duel": self.duel.memory(), "pending": [tuple(one) for one in self.pending]}


def first_course(duel: Duel) -> Course:
    """Before the first step."""
    return Course(duel, 0, [], [], 0, {}, 0.0, 0, 0)


def recalled(duel: Duel, memory: dict[str, Any]) -> Course:
    """Go on from what ``Course.memory`` gave.

    Args:
        duel: of the same plan; changed in place.
        memory: of the course.
    """
    duel.recall(memory["duel"])
    plain = {name: value for name, value in memory.items() if name not in ("duel", "pending")}
    return Course(duel=duel, pending=[Measured(*one) for one in memory["pending"]], **plain)


def fight(bout: Bout, course: Course, watch: Callable[[Course], None], report: Reporter) -> Course:
    """Train to the end, or until the made patches have become all alike.

    Args:
        bout: what to learn from.
        course: so far; changed in place.
        watch: called after each step, to save and to draw.
        report: hears progress and figures.

    Returns:
        The course at its end; its ``kept`` weights are those to use.

    Raises:
        Cancelled: at a step; the course is whole.
        LearningError: the losses were no finite numbers, again and again.
    """
    real_spread = _real_spread(bout)
    clock = _Clock(bout.options.steps, report)
    safe = copy.deepcopy(course.memory())
    while not course.ended:
        report.progress(course.step, bout.options.steps, "progress-gan")
        measured = course.duel.step(bout.draw(course.step), bout.rules)
        if not math.isfinite(measured.convergence):
            course = _rewound(course, safe, report)
            continue
        course.step += 1
        course.pending.append(measured)
        clock.tick()
        if course.step % CHECK_STEPS == 0 or course.step == bout.options.steps:
            _check(bout, course, real_spread, report)
            safe = copy.deepcopy(course.memory())
        if len(course.pending) == ROW_STEPS or course.ended:
            _note(course, report)
        watch(course)
    return course


def seeded(seed: int, step: int) -> torch.Generator:
    """The random numbers of a step."""
    return torch.Generator().manual_seed((seed * 1_000_003 + step) % 2**63)


def fixed_latent(plan: Plan, classes: Tensor, device: torch.device) -> Latent:
    """What to make patches of again and again, to see how they change."""
    return latent_to(draw_latent(plan, classes, torch.Generator().manual_seed(0)), device)


def _note(course: Course, report: Reporter) -> None:
    """A row of the history, means over the steps since the last one."""
    means = [sum(one) / len(course.pending) for one in zip(*course.pending, strict=True)]
    figures = dict(zip(Measured._fields, means, strict=True))
    row = {**figures, "learning_rate": course.duel.rule.rate, "diversity": course.diversity}
    course.history.append({"step": course.step, **row})
    course.pending.clear()
    report.metric(course.step, row)


def _check(bout: Bout, course: Course, real_spread: float, report: Reporter) -> None:
    """Look at the diversity; keep the weights while it is sound, and end where it has been lost."""
    classes = torch.arange(_JUDGED) % bout.plan.classes
    average = course.duel.average.network.eval()
    with torch.no_grad():
        made = average(fixed_latent(bout.plan, classes, bout.device)).float().cpu()
    course.diversity = spread(made, classes) / max(real_spread, 1e-6)
    sound = course.diversity >= (COLLAPSED if course.kept_step else ALIVE)
    if sound:
        course.kept_step, course.bad_checks = course.step, 0
        course.kept = {name: tensor.detach().to("cpu", copy=True) for name, tensor in average.state_dict().items()}
    elif course.kept_step:
        course.bad_checks += 1
    if course.bad_checks == _MOST_BAD_CHECKS:
        course.ended = "collapsed"
        report.warning("gan-collapsed", step=course.step, diversity=f"{course.diversity:.2f}", kept=course.kept_step)
    elif course.step == bout.options.steps:
        _finish(course, average, report)


def _finish(course: Course, average: torch.nn.Module, report: Reporter) -> None:
    """The end of the last step."""
    course.ended = "whole"
    if not course.kept_step:
        course.ended = "collapsed"
        report.warning("gan-collapsed-at-once", step=course.step, diversity=f"{course.diversity:.2f}")
        course.kept_step = course.step
        course.kept = {name: tensor.detach().to("cpu", copy=True) for name, tensor in average.state_dict().items()}


def _rewound(course: Course, safe: dict[str, Any], report: Reporter) -> Course:
    """The last sound course, with half the learning rate.

    Raises:
        LearningError: it has been rewound too often.
    """
    rewinds, rate = course.rewinds + 1, safe["duel"]["rule"]["rate"] / 2 ** (course.rewinds + 1 - safe["rewinds"])
    if rewinds > _MOST_REWINDS:
        raise LearningError("gan-diverged", times=rewinds, step=course.step + 1, rate=f"{rate:g}")
    report.warning("gan-diverged-once", step=course.step + 1, kept=safe["step"], rate=f"{rate:g}")
    memory = copy.deepcopy(safe)
    memory["duel"]["rule"]["rate"] = rate
    back = recalled(course.duel, memory)
    back.rewinds = rewinds
    return back


def _real_spread(bout: Bout) -> float:
    """The diversity of real images, as that of made ones is measured."""
    generator = torch.Generator().manual_seed(0)
    count = len(bout.images.rows)
    classes = torch.arange(_JUDGED) % count if bout.plan.classes > 1 else bout.images.classes(_JUDGED, generator)
    return spread(bout.images.draw(classes, generator), bout.told(classes))


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
