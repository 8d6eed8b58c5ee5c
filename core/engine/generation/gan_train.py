"""The command gan train: the training patches of a set in, a generator file and its run folder out."""

import dataclasses
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import torch

from ...contract.commands.generation import GanTrainConfig, GeneratorOptions
from ...contract.errors import Cancelled, LearningError
from ...contract.reporting import Reporter
from ...contract.settings import flat_fields
from ..device import choose_device, device_turn
from ..learning.card import NO_PART_OF_THE_RESULT, training_record
from ..learning.run_folder import STATE_FILE, no_empty_run, open_run, save_state
from ..learning.train import free_outputs
from ..output import claimed, partial_path, publish, write_errors
from ..patches.contents import content_hashes
from ..patches.patch_set import PatchSet, read_patch_set
from .adversaries import Adversaries
from .fit import GanLesson, GanState, first_state, fit_gan, fixed_latent
from .generator_file import GeneratorFile, save_generator
from .lesson import TaughtClasses, card_for, chosen_precision, lesson_for, taught_classes
from .networks import Generator
from .previews import CURVES_FILE, PREVIEW_COLUMNS, PREVIEW_FILE, draw_curves, write_preview

_AVERAGED_PARTS = 10
_SECONDS_BETWEEN_SAVES = 30.0
_MOST_PREVIEW_CLASSES, _LEAST_PREVIEW_ROWS = 8, 3
_PREVIEW_SHARE = 20
"""Between two previews passes at least so many times the time that one takes."""
_OUTSIDE_THE_RESULT = (*NO_PART_OF_THE_RESULT, "preview_every_s")


def gan_train(config: GanTrainConfig, report: Reporter) -> dict[str, object]:
    """Train a generator; the same command goes on with a run that was stopped.

    Returns:
        ``generator`` and ``run`` (paths), ``steps``, ``convergence`` (M) and ``diversity`` at the end, and how it ``ended``.

    Raises:
        EchopatchError: the patch set or the output cannot be used, or the training diverged.
        Cancelled: the user asked to stop; all whole steps are kept.
    """
    patch_set = read_patch_set(config.patches)
    output, run = free_outputs(config)
    taught = taught_classes(patch_set, config.classes, report)
    device, folder = choose_device(config.device), partial_path(output, ".run")
    request = gan_request(config, patch_set)
    with claimed(output), device_turn(device, report), no_empty_run(folder), _memory_errors(config):
        saved = open_run(folder, request)
        lesson = lesson_for(patch_set, taught, config, device, report)
        state, lesson = _begin(config, lesson, saved, folder, report)
        _learn(lesson, state, RunWatch(lesson, taught, config, folder, report), report)
        learned = _learned(config, Subject(patch_set, taught), lesson, state, report)
        with write_errors(output):
            save_generator(partial_path(output), learned.network, learned.card)
            publish(partial_path(output), output)
            publish(folder, run)
            (run / STATE_FILE).unlink()
    last = state.history[-1]
    for name, file in (("preview", PREVIEW_FILE), ("curves", CURVES_FILE)):
        report.picture(name, str(run / file))
    figures = {"convergence": last["convergence"], "diversity": state.diversity}
    return {"generator": str(output), "run": str(run), "steps": state.step, **figures, "ended": state.ended}


def learn_generator(patch_set: PatchSet, config: GanTrainConfig, report: Reporter) -> GeneratorFile:
    """Train a generator in memory, on the training patches of a set; nothing is written.

    Args:
        patch_set: its split may be one of memory alone.
        config: of the run; its output is but a name.
        report: hears progress and figures.

    Raises:
        EchopatchError: the patches cannot be used, or the training diverged.
        Cancelled: the user asked to stop.
    """
    taught, device = taught_classes(patch_set, config.classes, report), choose_device(config.device)
    with _memory_errors(config):
        lesson = lesson_for(patch_set, taught, config, device, report)
        adversaries = _new_adversaries(config, lesson)
        lesson = _in_precision(lesson, chosen_precision(config, lesson, adversaries))
        state = first_state(adversaries)
        fit_gan(lesson, state, lambda _: None, report)
    return _learned(config, Subject(patch_set, taught), lesson, state, report)


def gan_request(config: GanTrainConfig, patch_set: PatchSet) -> dict[str, Any]:
    """What decides the result of a run, JSON-native: runs of equal requests may share their work."""
    settings = {field.name: value for field, value in flat_fields(config) if field.name not in _OUTSIDE_THE_RESULT}
    return {**settings, "classes": list(config.classes), "patch_set_sha256": patch_set.sha256}


def _new_adversaries(config: GanTrainConfig, lesson: GanLesson) -> Adversaries:
    options = config.generator
    return Adversaries(lesson.plan, config.seed, averaging_decay(options), options.learning_rate, lesson.device)


def averaging_decay(options: GeneratorOptions) -> float:
    """Of the average of the generator's weights; over the last tenth of all steps where nothing was asked for."""
    if options.ema_decay is not None:
        return options.ema_decay
    return max(0.0, 1 - _AVERAGED_PARTS / options.steps)


def _in_precision(lesson: GanLesson, precision: str) -> GanLesson:
    return dataclasses.replace(lesson, rules=dataclasses.replace(lesson.rules, precision=precision))


def _begin(
    config: GanTrainConfig, lesson: GanLesson, saved: dict[str, Any] | None, folder: Path, report: Reporter
) -> tuple[GanState, GanLesson]:
    """The state at the beginning, or where the run was stopped, and the lesson in its precision."""
    adversaries = _new_adversaries(config, lesson)
    state = first_state(adversaries)
    if saved is None:
        lesson = _in_precision(lesson, chosen_precision(config, lesson, adversaries))
        _save(folder, lesson, state)
        return state, lesson
    state.recall(saved["state"])
    state.safe = saved["safe"]
    report.warning("gan-resumed", step=state.step, folder=str(folder))
    return state, _in_precision(lesson, saved["precision"])


def _learn(lesson: GanLesson, state: GanState, watch: "RunWatch", report: Reporter) -> None:
    """Train to the end, saving now and then, and when the user stops it."""
    try:
        fit_gan(lesson, state, watch.watch, report)
    except Cancelled:
        _save(watch.folder, lesson, state)
        raise
    watch.finish(state)
    _save(watch.folder, lesson, state)


def _save(folder: Path, lesson: GanLesson, state: GanState) -> None:
    kept = {"history": state.history, "precision": lesson.rules.precision, "state": state.memory(), "safe": state.safe}
    save_state(folder, kept)


class Subject(NamedTuple):
    """What a generator has learned from."""

    patch_set: PatchSet
    taught: TaughtClasses


def _learned(config: GanTrainConfig, subject: Subject, lesson: GanLesson, state: GanState, report: Reporter) -> GeneratorFile:
    """The generator with the weights to keep, and its card."""
    patch_set, taught = subject
    network = Generator(lesson.plan)
    network.load_state_dict(state.kept)
    counts = {one.name: len(rows) for one, rows in zip(taught.classes, taught.rows, strict=True)}
    facts = {
        "patches_by_class": counts,
        "learned_from": content_hashes(patch_set, taught.all_rows, report),
        "steps": state.step,
        "kept_step": state.kept_step,
        "ended": state.ended,
        "precision": lesson.rules.precision,
        "device": lesson.device.type,
    }
    record = training_record(gan_request(config, patch_set), facts)
    return GeneratorFile(card_for(config, patch_set, taught, lesson, record), network.eval(), sha256="")


@contextmanager
def _memory_errors(config: GanTrainConfig) -> Iterator[None]:
    """Say clearly when the memory of a GPU does not do.

    Raises:
        LearningError: it is too small for a step.
    """
    try:
        yield
    except torch.OutOfMemoryError as error:
        options = config.generator
        raise LearningError("gan-out-of-memory", batch_size=options.batch_size, width=options.width) from error


class RunWatch:
    """Saves a state and draws it, now and then.

    Args:
        lesson: what is learned.
        taught: the classes, for the rows of the sheet.
        config: how often to draw.
        folder: of the run.
        report: hears where the pictures are.
    """

    def __init__(self, lesson: GanLesson, taught: TaughtClasses, config: GanTrainConfig, folder: Path, report: Reporter) -> None:
        self.folder = folder
        self._lesson, self._report = lesson, report
        self._names = [one.name for one in taught.classes[:_MOST_PREVIEW_CLASSES]]
        if lesson.plan.classes == 1:
            self._names = [", ".join(self._names)]
        self._every_s = float(config.preview_every_s)
        self._save_at = time.monotonic() + _SECONDS_BETWEEN_SAVES
        self._draw_at = time.monotonic()

    def watch(self, state: GanState) -> None:
        """After a step: save and draw, if it is time."""
        now = time.monotonic()
        if now >= self._save_at:
            _save(self.folder, self._lesson, state)
            self._save_at = time.monotonic() + _SECONDS_BETWEEN_SAVES
        if now >= self._draw_at and state.history:
            self.finish(state)
            for name, file in (("preview", PREVIEW_FILE), ("curves", CURVES_FILE)):
                self._report.picture(name, str(self.folder / file))
            took = time.monotonic() - now
            self._draw_at = time.monotonic() + max(self._every_s, _PREVIEW_SHARE * took)

    def finish(self, state: GanState) -> None:
        """Draw what the generator makes now, and the state so far."""
        rows = max(1, _LEAST_PREVIEW_ROWS // len(self._names))
        classes = torch.arange(len(self._names)).repeat_interleave(rows * PREVIEW_COLUMNS)
        latent = fixed_latent(self._lesson.plan, classes, self._lesson.device)
        with torch.no_grad():
            images = state.adversaries.average.network.eval()(latent).float().cpu()
        title = f"made after {state.step} of {self._lesson.options.steps} steps"
        with write_errors(self.folder):
            write_preview(images, self._names, title, self.folder / PREVIEW_FILE)
            if state.history:
                draw_curves(state.history, self.folder / CURVES_FILE)
