"""How long a trial takes: the steps of a generator and of a classifier, timed before it starts."""

import dataclasses
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ...contract.commands.generation_trial import GanTrialConfig
from ...contract.model_card import read_card
from ...contract.reporting import Reporter
from ...contract.training_run import RunLength
from ..generation.gan_train import learn_generator
from ..learning.train import train_on
from ..output import remove
from ..patches.patch_set import PatchSet
from .arms import classifier_config, generator_config, length_of
from .plan import GENERATOR, NONE, Plan, Run, subset_of

_GAN_STEPS = 6
"""As many as the clock of a generator's training listens to."""
_EPOCHS, _EPOCH_STEPS = 2, 4


class Pace(NamedTuple):
    """What steps cost on this machine, and the precisions that are faster there."""

    gan_step_s: float
    training_step_s: float
    epoch_s: float
    """Of an epoch, beside its steps."""
    training_s: float
    """Of a training, beside its epochs."""
    gan_precision: str
    training_precision: str

    def seconds(self, config: GanTrialConfig, run: Run, length: RunLength) -> float:
        """How long a run of the trial will take."""
        if run.arm == GENERATOR:
            return self.gan_step_s * config.generator.steps
        steps = -(-length.epoch_patches // config.classifier.training_batch)
        return self.training_s + length.epochs * (self.epoch_s + steps * self.training_step_s)


def measured_pace(config: GanTrialConfig, plan: Plan, patch_set: PatchSet, folder: Path, report: Reporter) -> Pace:
    """Time a few steps of each kind, on the patches of the first repetition.

    Args:
        config: of the trial.
        plan: of the trial.
        patch_set: the whole set.
        folder: to write a model into that is thrown away.
        report: asked whether the user gave up.

    Raises:
        EchopatchError: the patches or the start cannot be used.
        Cancelled: at a safe point.
    """
    subset = subset_of(patch_set, plan, plan.sizes[0], plan.seeds[0])
    gan_step_s, gan_precision = 0.0, config.precision
    if GENERATOR in plan.steps:
        gan_step_s, gan_precision = _gan_pace(config, plan, subset, report)
    heard, model, started = _Listener(report), folder / "pace.safetensors", time.perf_counter()
    length = RunLength(_EPOCHS, _EPOCH_STEPS * config.classifier.training_batch)
    train_on(subset, classifier_config(config, Run(plan.sizes[0], 0, NONE), length, model), heard)
    took = time.perf_counter() - started
    precision = str(read_card(str(model)).training["precision"])
    for one in (model, model.with_suffix(".run")):
        remove(one)
    (_, first), (figures, second) = heard.epochs
    epoch_s = second - first
    return Pace(
        gan_step_s=gan_step_s,
        training_step_s=figures["seconds"] / _EPOCH_STEPS,
        epoch_s=max(0.0, epoch_s - figures["seconds"]),
        training_s=max(0.0, took - _EPOCHS * epoch_s),
        gan_precision=gan_precision,
        training_precision=precision,
    )


def expected_seconds(config: GanTrialConfig, plan: Plan, patch_set: PatchSet, pace: Pace) -> dict[Run, float]:
    """How long each run of the trial will take."""
    lengths = {size: length_of(config, subset_of(patch_set, plan, size, plan.seeds[0])) for size in plan.sizes}
    return {run: pace.seconds(config, run, lengths[run.size]) for run in plan.runs}


def _gan_pace(config: GanTrialConfig, plan: Plan, subset: PatchSet, report: Reporter) -> tuple[float, str]:
    heard = _Listener(report)
    asked = generator_config(config, subset, plan.classes, Run(plan.sizes[0], 0, GENERATOR))
    few = dataclasses.replace(asked, generator=dataclasses.replace(asked.generator, steps=_GAN_STEPS))
    made_by = learn_generator(subset, few, heard)
    return heard.gan_step_s, str(made_by.card.training["precision"])


class _Listener:
    """Hears how long steps and epochs took, and when epochs ended."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self.gan_step_s = 0.0
        self.epochs: list[tuple[Mapping[str, float], float]] = []

    def progress(self, done: int, total: int, code: str) -> None:
        """A safe point."""
        self._report.progress(0, 0, "progress-pace")

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Keep what it says of time."""
        self.gan_step_s = values.get("seconds_per_step", self.gan_step_s)
        if "seconds" in values:
            self.epochs.append((values, time.perf_counter()))

    def picture(self, name: str, path: str) -> None:
        """Say nothing."""

    def warning(self, code: str, **values: Any) -> None:
        """Say nothing: the trial itself will."""
