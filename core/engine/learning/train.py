"""The command train: a patch set in, a model file and its run folder out."""

import copy
import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import torch

from ...contract.commands.generation import GanTrainConfig
from ...contract.commands.learning import LearningConfig, TrainConfig
from ...contract.errors import LearningError, OutputError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ...contract.training_run import FINISH_FILE
from ..assessment.calibration import fit_temperature
from ..assessment.figures import classification_figures
from ..device import choose_device, device_turn
from ..network.determinism import gpu_algorithms
from ..network.model_file import Model, round_weights, save_model
from ..network.networks import PatchNetwork, build_network
from ..network.start_weights import Start, check_start, read_start, start_from
from ..output import check_output, claimed, partial_path, publish, write_errors
from ..patches.added import added_facts, check_added, with_added
from ..patches.patch_set import PatchSet, read_patch_set, side_of
from .batches import Companion, PatchReader
from .card import training_card, training_record, training_request
from .curves import CURVES_FILE
from .expert import join_expert
from .fit import Lesson, first_state, fit
from .gate import can_compare, regression_gate, write_comparison
from .head_only import train_head, train_head_on
from .judge import CONFUSION_FILE, answers, answers_of, write_figures
from .lesson import Teaching, chosen_precision, labels_alone, new_learner, patch_weights, training_lesson, training_schedule
from .novelty import learn_novelty
from .radiometry import learn_radiometry
from .rate_finder import find_rate
from .recipe import settled
from .run_folder import REQUEST_FILE, STATE_FILE, no_empty_run, open_run, save_state
from .splits import Splits, check_splits, splits_of


@dataclass(frozen=True)
class Schooling:
    """What a run learns from besides patches and labels."""

    companion: Companion | None = None
    """What a teacher sees of the patches."""
    teaching: Teaching = labels_alone
    """What a step lowers."""
    sources: dict[str, Any] = field(default_factory=dict)
    """What decides the result, for the request and the card, JSON-native."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What else the card shall tell, JSON-native."""
    true_labels: bool = True
    """Whether the labels are such as a model can be judged by."""
    added: tuple[PatchSet, ...] = ()
    """Synthetic patches to learn from too; they may be in memory alone."""


class Job(NamedTuple):
    """What the steps of a training run share."""

    config: LearningConfig
    reader: PatchReader
    splits: Splits
    schooling: Schooling
    folder: Path
    """Of the run, while it goes on."""
    report: Reporter


def train(config: TrainConfig, report: Reporter) -> dict[str, object]:
    """Train a classifier; the same command goes on with a run that was stopped.

    Returns:
        ``model`` and ``run`` (paths), ``best_epoch``, with a test split ``accuracy`` and ``mean_recall``, and with a parent of the
        same legend ``parent_mean_recall`` and ``verdict``.

    Raises:
        EchopatchError: the patch set, the start or the output cannot be used, or the training diverged.
        Cancelled: the user asked to stop.
    """
    if config.head.features:
        return train_head(config, report)
    schooling = Schooling(added=tuple(map(read_patch_set, config.added.add)))
    return train_on(side_of(read_patch_set(config.patches), config.modality), config, report, schooling)


def train_on(patch_set: PatchSet, config: LearningConfig, report: Reporter, schooling: Schooling | None = None) -> dict[str, object]:
    """Train as ``train`` does, on a set that is open already: on a part of it, where its split in memory says so.

    Args:
        patch_set: as the network is to see it.
        config: of the run.
        report: hears progress and figures.
        schooling: what else there is to learn from.
    """
    if isinstance(config, TrainConfig) and config.head_only:
        return train_head_on(patch_set, config, report)
    schooling = schooling or Schooling()
    check_added(patch_set, schooling.added, report)
    patch_set = with_added(patch_set, schooling.added)
    splits = splits_of(patch_set)
    check_splits(patch_set, splits, report)
    config = settled(config, patch_set.settings.quantity, len(splits.train))
    output, run = free_outputs(config)
    device, folder = choose_device(config.device), partial_path(output, ".run")
    request, start = _request(config, patch_set, schooling), read_start(config.start, config.backbone)
    with claimed(output), device_turn(device, report), _computing(config), no_empty_run(folder):
        state = open_run(folder, request)
        radiometry, histogram = learn_radiometry(config, patch_set, splits.train, report)
        card = training_card(config, start.backbone, patch_set, radiometry, histogram)
        check_start(start, card, config.transfer.allow_other_quantity, report)
        job = Job(config, PatchReader(patch_set, splits.labels, radiometry, device), splits, schooling, folder, report)
        network = _start(config, card, start, device)
        state = _learn(job, network, state)
        card = _with_expert(job, card, network)
        ran = {"best_epoch": state["best_epoch"], "epochs": state["epoch"], **state["choices"], "device": device.type}
        card = dataclasses.replace(card, training=training_record(request, {**schooling.facts, **ran}))
        model = _with_domain(job, _judged(job, card, network, start.parent), network)
        _write(job, model, output)
    return _answer(output, run, model.card, report)


def free_outputs(config: LearningConfig | GanTrainConfig) -> tuple[Path, Path]:
    """The model file and the run folder, both free to write.

    Raises:
        OutputError: see ``check_output``; or what lies where the run folder will be is none.
    """
    output = check_output(config.output, ".safetensors", config.overwrite, config.files_read())
    run = check_output(str(output.with_suffix(".run")), ".run", config.overwrite, config.files_read())
    if run.exists() and not (run / REQUEST_FILE).is_file():
        raise OutputError("training-run-not-replaced", path=str(run))
    return output, run


def _request(config: LearningConfig, patch_set: PatchSet, schooling: Schooling) -> dict[str, Any]:
    """What decides the result of a run, JSON-native."""
    added = {"added": added_facts(schooling.added)} if schooling.added else {}
    return {**training_request(config, patch_set), **schooling.sources, **added}


@contextmanager
def _computing(config: LearningConfig) -> Iterator[None]:
    """Choose how a GPU computes, and say clearly when its memory does not do.

    Raises:
        LearningError: the memory of the GPU is too small for a batch.
    """
    try:
        with gpu_algorithms(config.run.deterministic):
            yield
    except torch.OutOfMemoryError as error:
        raise LearningError("training-out-of-memory", batch_size=config.batch_size, parts=config.run.batch_parts) from error


def _start(config: LearningConfig, card: ModelCard, start: Start, device: torch.device) -> PatchNetwork:
    """The network with its start weights, on its device."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        network = build_network(card.backbone, card.head, len(card.channels), len(card.classes))
    start_from(network, start, card)
    network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network


def _learn(job: Job, network: PatchNetwork, state: dict[str, Any] | None) -> dict[str, Any]:
    """Train to the end, from the beginning or from where the run was stopped; the last state."""
    config, report = job.config, job.report
    if state is None:
        precision = chosen_precision(config, network, job.reader, job.splits)
        lesson = _lesson(job, precision)
        # kept before the first epoch: after a break the clock, or a trial, might choose otherwise
        state = first_state({"precision": precision, "learning_rate": _peak_rate(job, network, lesson)})
        save_state(job.folder, state)
    else:
        report.warning("training-resumed", epoch=state["epoch"], folder=str(job.folder))
        lesson = _lesson(job, state["choices"]["precision"])
    schedule = training_schedule(config, state["choices"]["learning_rate"])
    return fit(new_learner(config, network), dataclasses.replace(lesson, schedule=schedule), job.folder, state, report)


def _lesson(job: Job, precision: str) -> Lesson:
    weights = patch_weights(job.splits, job.config.added.add_weight)
    reader = dataclasses.replace(job.reader, companion=job.schooling.companion, weights=weights)
    return training_lesson(job.config, reader, job.splits, precision, job.schooling.teaching)


def _peak_rate(job: Job, network: PatchNetwork, lesson: Lesson) -> float:
    """The rate asked for, or the one that a trial finds."""
    given = job.config.learning_rate
    if not job.config.run.find_rate:
        return given
    found = find_rate(new_learner(job.config, copy.deepcopy(network)), lesson, job.folder, job.report)
    if found is None:
        job.report.warning("training-rate-not-found", rate=f"{given:g}")
    return found or given


def _with_expert(job: Job, card: ModelCard, network: PatchNetwork) -> ModelCard:
    """Set a texture expert beside the network, where one is asked for; the card says so."""
    if job.config.texture_expert:
        join_expert(network, job.reader, job.splits, job.report)
    if job.config.half_file:
        round_weights(network)
    return dataclasses.replace(card, texture_expert=network.expert is not None)


def _judged(job: Job, card: ModelCard, network: PatchNetwork, parent: Model | None) -> ModelCard:
    """The card with what the validation and the test patches tell, where there are such; agreement with a teacher is no such figure."""
    reader, splits, report = job.reader, job.splits, job.report
    if len(splits.validation):
        logits = answers(network, reader, splits.validation, report)
        card = dataclasses.replace(card, temperature=fit_temperature(splits.labels[splits.validation], logits))
    if len(splits.test) == 0:
        return card
    asked = reader.patch_set, splits.test, reader.device, report
    child = answers_of(Model(card, network, sha256=""), *asked)
    metrics = classification_figures(child.truth, child.logits, child.names, child.temperature)
    with write_errors(job.folder):
        write_figures(job.folder, metrics, f"{card.name} on the test split")
    if not job.schooling.true_labels:
        return card
    gate = {}
    if parent is not None and can_compare(parent.card, card):
        gate = regression_gate(parent, answers_of(parent, *asked), child, report)
        with write_errors(job.folder):
            write_comparison(job.folder, gate)
    return dataclasses.replace(card, metrics=metrics, gate=gate)


def _with_domain(job: Job, card: ModelCard, network: PatchNetwork) -> Model:
    """The model with what tells patches unlike those it knows, where there are enough validation patches to learn that."""
    learned = learn_novelty(network, job.reader, job.splits, job.report)
    if learned is None:
        return Model(card, network, sha256="")
    return Model(dataclasses.replace(card, ood=learned.facts), network, sha256="", domains=learned.domains)


def _write(job: Job, model: Model, output: Path) -> None:
    """The model file and the run folder, under their final names."""
    run = output.with_suffix(".run")
    with write_errors(output):
        save_model(partial_path(output), model.network, model.card, job.config.half_file, model.domains)
        # the model first: should the run be killed here, it is whole, and the state can still make the folder
        publish(partial_path(output), output)
        publish(job.folder, run)
        (run / STATE_FILE).unlink()
        (run / FINISH_FILE).unlink(missing_ok=True)


def _answer(output: Path, run: Path, card: ModelCard, report: Reporter) -> dict[str, object]:
    report.picture("curves", str(run / CURVES_FILE))
    if card.metrics:
        report.picture("confusion", str(run / CONFUSION_FILE))
    figures = {name: card.metrics[name] for name in ("accuracy", "mean_recall") if card.metrics}
    if card.gate:
        figures |= {"parent_mean_recall": card.gate["figures"]["parent"]["mean_recall"], "verdict": card.gate["verdict"]}
    return {"model": str(output), "run": str(run), "best_epoch": card.training["best_epoch"], **figures}
