"""The runs of a trial: each done once, noted, and never done again."""

import dataclasses
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch

from ...contract.commands.generation_trial import GanTrialConfig
from ...contract.errors import LearningError
from ..device import device_turn
from ..generation.gan_train import learn_generator
from ..generation.generator_file import GeneratorFile, load_generator, save_generator
from ..learning.judge import answers_of, split_rows
from ..learning.splits import splits_of
from ..learning.train import Schooling, train_on
from ..network.model_file import load_model
from ..output import remove, write_errors
from ..patches.patch_set import PatchSet
from ..studies.journal import note, noted
from ..studies.quiet import Quiet
from .arms import Made, Sampler, classifier_config, generator_config, length_of, stood_in
from .pace import Pace
from .plan import GAN, GAN_FILTER, GENERATOR, NONE, OVERSAMPLING, SCORE, Plan, Run, subset_of
from .preview import draw_made


class Outcome(NamedTuple):
    """What came of a run."""

    run: Run
    patches: list[int]
    """Real training patches of each class, in the order of the legend."""
    steps: int
    """Of the optimiser; 0 where the model of ``none`` serves, being the same."""
    seconds: float
    answers: list[int]
    """Place in the legend of the answer to each test patch; empty for a generator."""
    facts: dict[str, Any]
    """Of a generator how it ended, of an arm with synthetic patches what was made and kept, JSON-native."""


@dataclass(frozen=True)
class Study:
    """What the runs of a trial share."""

    config: GanTrialConfig
    plan: Plan
    patch_set: PatchSet
    pace: Pace
    device: torch.device
    folder: Path
    """Of the work in progress."""
    report: Quiet


def done_runs(folder: Path) -> dict[Run, Outcome]:
    """The runs of an earlier start.

    Raises:
        LearningError: the journal is broken.
    """
    try:
        found = [Outcome(Run(*run), *others) for run, *others in noted(folder)]
    except (ValueError, TypeError) as error:
        raise LearningError("training-state-broken", folder=str(folder)) from error
    return {one.run: one for one in found}


def run_all(study: Study, seconds: dict[Run, float]) -> dict[Run, Outcome]:
    """The outcome of every run: those of an earlier start, and the others done now.

    Args:
        study: what they share.
        seconds: that each run will take, for the bar.

    Raises:
        EchopatchError: a training failed.
        Cancelled: at a safe point; the finished runs are kept.
    """
    done, plan = done_runs(study.folder), study.plan
    for size in plan.sizes:
        for seed in plan.seeds:
            repetition = Repetition(study, size, seed)
            for run in (Run(size, seed, one) for one in plan.steps):
                passed = round(sum(seconds[one] for one in done))
                study.report.advance(passed, 0 if run in done else round(seconds[run]))
                if run not in done:
                    done[run] = repetition.outcome(run, done)
                    note(study.folder, done[run])
            repetition.clear()
    return done


@dataclass(frozen=True)
class Repetition:
    """One drawing of training patches, and all that is learned from it."""

    study: Study
    size: int
    seed: int
    _passed: dict[str, Made] = field(default_factory=dict)
    """Synthetic patches that passed a filter, by the arm whose model it was."""

    def outcome(self, run: Run, done: dict[Run, Outcome]) -> Outcome:
        """Do a run of this repetition.

        Args:
            run: to do.
            done: the runs before it.

        Raises:
            EchopatchError: a training failed.
            Cancelled: at a safe point.
        """
        started = time.perf_counter()
        work: Callable[[Run], Outcome] = self._generator if run.arm == GENERATOR else self._classifier
        plain = done.get(run._replace(arm=NONE))
        if plain is not None and self._is_plain(run):
            return plain._replace(run=run, steps=0, seconds=0.0, facts=self._facts(run))
        return work(run)._replace(seconds=time.perf_counter() - started)

    def clear(self) -> None:
        """Remove what only these runs needed."""
        for arm in (GENERATOR, *self._judges):
            remove(self._path(arm))

    def _generator(self, run: Run) -> Outcome:
        study = self.study
        asked = generator_config(
            dataclasses.replace(study.config, precision=study.pace.gan_precision), self._subset, study.plan.classes, run
        )
        with device_turn(study.device, study.report):
            made_by = learn_generator(self._subset, asked, study.report)
        with write_errors(self._path(GENERATOR)):
            save_generator(self._path(GENERATOR), made_by.network, made_by.card)
        told = ("steps", "kept_step", "ended", "patches_by_class")
        facts = {name: made_by.card.training[name] for name in told}
        return Outcome(run, self._patches, facts["steps"], 0.0, [], facts)

    def _classifier(self, run: Run) -> Outcome:
        study, subset, added = self.study, self._subset, self._added(run)
        length = length_of(study.config, subset)
        if run.arm == SCORE and added is not None:
            subset, added = stood_in(subset, added), None
        model = self._path(run.arm)
        config = classifier_config(dataclasses.replace(study.config, precision=study.pace.training_precision), run, length, model)
        train_on(subset, config, study.report, Schooling(added=() if added is None else (added,)))
        answers = self._answers(model)
        remove(model.with_suffix(".run"))
        if run.arm not in self._judges:
            remove(model)
        steps = length.epochs * -(-length.epoch_patches // config.batch_size)
        return Outcome(run, self._patches, steps, 0.0, answers, self._facts(run))

    def _answers(self, model: Path) -> list[int]:
        study = self.study
        rows = split_rows(self._subset, "test")
        with device_turn(study.device, study.report):
            found = answers_of(load_model(str(model)), self._subset, rows, study.device, study.report)
        return [int(one) for one in found.answer]

    def _is_plain(self, run: Run) -> bool:
        """Whether an arm is the very training of ``none``: all classes are alike often already, or nothing was added."""
        if run.arm == OVERSAMPLING:
            return len({one for one in self._patches if one}) == 1
        return run.arm == GAN_FILTER and self._added(run) is None

    def _added(self, run: Run) -> PatchSet | None:
        made = self._made_for(run)
        return None if made is None else made.patch_set

    def _made_for(self, run: Run) -> Made | None:
        if run.arm in (GAN, SCORE):
            return self._all_made
        judge = self.study.plan.judges.get(run.arm)
        return None if judge is None else self._filtered(judge)

    def _facts(self, run: Run) -> dict[str, Any]:
        """What was made for an arm; of the last repetition of a size some patches are drawn too."""
        made = self._made_for(run)
        if made is None:
            return {}
        if made.patch_set is not None and self.seed == self.study.plan.seeds[-1]:
            draw_made(made.patch_set, self.study.folder, self.size, GAN if run.arm == SCORE else run.arm)
        return {name: dict(vars(one)) for name, one in made.counts.items()}

    @property
    def _judges(self) -> set[str]:
        """Arms whose models are filters."""
        return set(self.study.plan.judges.values())

    @cached_property
    def _subset(self) -> PatchSet:
        return subset_of(self.study.patch_set, self.study.plan, self.size, self.seed)

    @property
    def _patches(self) -> list[int]:
        splits = splits_of(self._subset)
        counts = np.bincount(splits.labels[splits.train], minlength=len(self._subset.settings.classes))
        return [int(one) for one in counts]

    @cached_property
    def _sampler(self) -> Sampler:
        study, legend = self.study, self._subset.settings.classes
        made_by: GeneratorFile = load_generator(str(self._path(GENERATOR)))
        names = tuple(legend[one].name for one in study.plan.classes.tolist())
        return Sampler(study.config, self._subset, made_by, names, study.device, study.report)

    @cached_property
    def _all_made(self) -> Made:
        with device_turn(self.study.device, self.study.report):
            return self._sampler.made(self.seed)

    def _filtered(self, judge: str) -> Made:
        """What the model of an arm lets pass."""
        if judge not in self._passed:
            model = load_model(str(self._path(judge)))
            with device_turn(self.study.device, self.study.report):
                self._passed[judge] = self._sampler.made(self.seed, self._sampler.filter_of(model))
        return self._passed[judge]

    def _path(self, arm: str) -> Path:
        """Of the model, or the generator, of an arm."""
        return self.study.folder / f"{Run(self.size, self.seed, arm).name}.safetensors"
