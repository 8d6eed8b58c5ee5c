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
from .bout import Bout, Course, fight, first_course, fixed_latent
from .duel import Duel
from .generator_file import GeneratorFile, save_generator
from .networks import Generator
from .prepare import Pupils, bout_for, card_for, chosen_precision, pupils_of
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
    pupils = pupils_of(patch_set, config.classes, report)
    device, folder = choose_device(config.device), partial_path(output, ".run")
    request = gan_request(config, patch_set)
    with claimed(output), device_turn(device, report), no_empty_run(folder), _memory_errors(config):
        state = open_run(folder, request)
        bout = bout_for(patch_set, pupils, config, device, report)
        course, bout = _begin(config, bout, state, folder, report)
        _learn(bout, course, Studio(bout, pupils, config, folder, report), report)
        learned = _learned(config, Subject(patch_set, pupils), bout, course, report)
        with write_errors(output):
            save_generator(partial_path(output), learned.network, learned.card)
            publish(partial_path(output), output)
            publish(folder, run)
            (run / STATE_FILE).unlink()
    last = course.history[-1]
    for name, file in (("preview", PREVIEW_FILE), ("curves", CURVES_FILE)):
        report.picture(name, str(run / file))
    figures = {"convergence": last["convergence"], "diversity": course.diversity}
    return {"generator": str(output), "run": str(run), "steps": course.step, **figures, "ended": course.ended}


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
    pupils, device = pupils_of(patch_set, config.classes, report), choose_device(config.device)
    with _memory_errors(config):
        bout = bout_for(patch_set, pupils, config, device, report)
        duel = _new_duel(config, bout)
        bout = _in_precision(bout, chosen_precision(config, bout, duel))
        course = first_course(duel)
        fight(bout, course, lambda _: None, report)
    return _learned(config, Subject(patch_set, pupils), bout, course, report)


def gan_request(config: GanTrainConfig, patch_set: PatchSet) -> dict[str, Any]:
    """What decides the result of a run, JSON-native: runs of equal requests may share their work."""
    settings = {field.name: value for field, value in flat_fields(config) if field.name not in _OUTSIDE_THE_RESULT}
    return {**settings, "classes": list(config.classes), "patch_set_sha256": patch_set.sha256}


def _new_duel(config: GanTrainConfig, bout: Bout) -> Duel:
    options = config.generator
    return Duel(bout.plan, config.seed, averaging_decay(options), options.learning_rate, bout.device)


def averaging_decay(options: GeneratorOptions) -> float:
    """Of the average of the generator's weights; over the last tenth of all steps where nothing was asked for."""
    if options.ema_decay is not None:
        return options.ema_decay
    return max(0.0, 1 - _AVERAGED_PARTS / options.steps)


def _in_precision(bout: Bout, precision: str) -> Bout:
    return dataclasses.replace(bout, rules=dataclasses.replace(bout.rules, precision=precision))


def _begin(config: GanTrainConfig, bout: Bout, state: dict[str, Any] | None, folder: Path, report: Reporter) -> tuple[Course, Bout]:
    """The course from its beginning, or from where it was stopped, and the bout in its precision."""
    duel = _new_duel(config, bout)
    course = first_course(duel)
    if state is None:
        bout = _in_precision(bout, chosen_precision(config, bout, duel))
        _save(folder, bout, course)
        return course, bout
    course.recall(state["course"])
    course.safe = state["safe"]
    report.warning("gan-resumed", step=course.step, folder=str(folder))
    return course, _in_precision(bout, state["precision"])


def _learn(bout: Bout, course: Course, studio: "Studio", report: Reporter) -> None:
    """Train to the end, saving now and then, and when the user stops it."""
    try:
        fight(bout, course, studio.watch, report)
    except Cancelled:
        _save(studio.folder, bout, course)
        raise
    studio.finish(course)
    _save(studio.folder, bout, course)


def _save(folder: Path, bout: Bout, course: Course) -> None:
    state = {"history": course.history, "precision": bout.rules.precision, "course": course.memory(), "safe": course.safe}
    save_state(folder, state)


class Subject(NamedTuple):
    """What a generator has learned from."""

    patch_set: PatchSet
    pupils: Pupils


def _learned(config: GanTrainConfig, subject: Subject, bout: Bout, course: Course, report: Reporter) -> GeneratorFile:
    """The generator with the weights to keep, and its card."""
    patch_set, pupils = subject
    network = Generator(bout.plan)
    network.load_state_dict(course.kept)
    counts = {one.name: len(rows) for one, rows in zip(pupils.classes, pupils.rows, strict=True)}
    facts = {
        "patches_by_class": counts,
        "learned_from": content_hashes(patch_set, pupils.all_rows, report),
        "steps": course.step,
        "kept_step": course.kept_step,
        "ended": course.ended,
        "precision": bout.rules.precision,
        "device": bout.device.type,
    }
    record = training_record(gan_request(config, patch_set), facts)
    return GeneratorFile(card_for(config, patch_set, pupils, bout, record), network.eval(), sha256="")


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


class Studio:
    """Saves a course and draws it, now and then.

    Args:
        bout: what is learned.
        pupils: the classes, for the rows of the sheet.
        config: how often to draw.
        folder: of the run.
        report: hears where the pictures are.
    """

    def __init__(self, bout: Bout, pupils: Pupils, config: GanTrainConfig, folder: Path, report: Reporter) -> None:
        self.folder = folder
        self._bout, self._report = bout, report
        self._names = [one.name for one in pupils.classes[:_MOST_PREVIEW_CLASSES]]
        if bout.plan.classes == 1:
            self._names = [", ".join(self._names)]
        self._every_s = float(config.preview_every_s)
        self._save_at = time.monotonic() + _SECONDS_BETWEEN_SAVES
        self._draw_at = time.monotonic()

    def watch(self, course: Course) -> None:
        """After a step: save and draw, if it is time."""
        now = time.monotonic()
        if now >= self._save_at:
            _save(self.folder, self._bout, course)
            self._save_at = time.monotonic() + _SECONDS_BETWEEN_SAVES
        if now >= self._draw_at and course.history:
            self.finish(course)
            for name, file in (("preview", PREVIEW_FILE), ("curves", CURVES_FILE)):
                self._report.picture(name, str(self.folder / file))
            took = time.monotonic() - now
            self._draw_at = time.monotonic() + max(self._every_s, _PREVIEW_SHARE * took)

    def finish(self, course: Course) -> None:
        """Draw what the generator makes now, and the course so far."""
        rows = max(1, _LEAST_PREVIEW_ROWS // len(self._names))
        classes = torch.arange(len(self._names)).repeat_interleave(rows * PREVIEW_COLUMNS)
        latent = fixed_latent(self._bout.plan, classes, self._bout.device)
        with torch.no_grad():
            images = course.duel.average.network.eval()(latent).float().cpu()
        title = f"made after {course.step} of {self._bout.options.steps} steps"
        with write_errors(self.folder):
            write_preview(images, self._names, title, self.folder / PREVIEW_FILE)
            if course.history:
                draw_curves(course.history, self.folder / CURVES_FILE)
