"""The command train: a patch set in, a model file and its run folder out."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

from ...contract.commands.learning import TrainConfig
from ...contract.errors import LearningError, OutputError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ..assessment.calibration import fit_temperature
from ..device import choose_device, device_turn
from ..network.model_file import round_weights, save_model
from ..network.networks import PatchNetwork, build_network
from ..network.start_weights import start_from
from ..output import check_output, claimed, partial_path, publish, write_errors
from ..patches.patch_set import read_patch_set
from .batches import PatchReader
from .card import training_card, training_record, training_request
from .fit import fit
from .judge import CONFUSION_FILE, answers, judge, write_figures
from .lesson import training_lesson
from .radiometry import learn_radiometry
from .run_folder import REQUEST_FILE, STATE_FILE, open_run
from .splits import Splits, check_splits, splits_of


def train(config: TrainConfig, report: Reporter) -> dict[str, object]:
    """Train a classifier; the same command goes on with a run that was stopped.

    Returns:
        ``model`` and ``run`` (paths), ``best_epoch`` and, with a test split, ``accuracy`` and ``mean_recall``.

    Raises:
        EchopatchError: the patch set, the start or the output cannot be used, or the training diverged.
        Cancelled: the user asked to stop.
    """
    output, run = _outputs(config)
    patch_set = read_patch_set(config.patches)
    splits = splits_of(patch_set)
    check_splits(patch_set, splits, report)
    device = choose_device(config.device)
    request = training_request(config, patch_set)
    with claimed(output), device_turn(device, report), _fast_and_clear(config):
        folder = partial_path(output, ".run")
        state = open_run(folder, request)
        if state is not None:
            report.warning("training-resumed", epoch=state["epoch"], folder=str(folder))
        radiometry, histogram = learn_radiometry(config, patch_set, splits.train, report)
        card = training_card(config, patch_set, radiometry, histogram)
        reader = PatchReader(patch_set, splits.labels, radiometry, device)
        network = _start(config, card, device, report)
        # on resuming, the clock might choose another precision than it did then
        timed = config if state is None else dataclasses.replace(config, precision=state["precision"])
        lesson = training_lesson(timed, network, reader, splits)
        state = fit(network, lesson, folder, state, report)
        if config.half_file:
            round_weights(network)
        facts = {"best_epoch": state["best_epoch"], "precision": state["precision"], "device": device.type}
        card = dataclasses.replace(card, training=training_record(request, facts))
        card = _judged(card, network, reader, splits, report)
        with write_errors(output):
            if card.metrics:
                write_figures(folder, card.metrics, f"{card.name} on the test split")
            save_model(partial_path(output), network, card, config.half_file)
            # the model first: should the run be killed here, it is whole, and the state can still make the folder
            publish(partial_path(output), output)
            (folder / STATE_FILE).unlink()
            publish(folder, run)
    return _answer(output, run, card, report)


def _outputs(config: TrainConfig) -> tuple[Path, Path]:
    """The model file and the run folder, both free to write."""
    inputs = [config.patches, *([] if config.start in ("random", "imagenet") else [config.start])]
    output = check_output(config.output, ".safetensors", config.overwrite, inputs)
    run = check_output(str(output.with_suffix(".run")), ".run", config.overwrite, inputs)
    if run.exists() and not (run / REQUEST_FILE).is_file():
        raise OutputError("training-run-not-replaced", path=str(run))
    return output, run


@contextmanager
def _fast_and_clear(config: TrainConfig) -> Iterator[None]:
    """Let cuDNN time its algorithms, for all batches are alike; say clearly when a GPU's memory does not do.

    Raises:
        LearningError: the memory of the GPU is too small for a batch.
    """
    try:
        with torch.backends.cudnn.flags(enabled=True, benchmark=True):
            yield
    except torch.OutOfMemoryError as error:
        raise LearningError("training-out-of-memory", batch_size=config.batch_size) from error


def _start(config: TrainConfig, card: ModelCard, device: torch.device, report: Reporter) -> PatchNetwork:
    """The network with its start weights, on its device."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        network = build_network(card.backbone, card.head, len(card.channels), len(card.classes))
    start_from(network, config.start, card, report)
    network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network


def _judged(card: ModelCard, network: PatchNetwork, reader: PatchReader, splits: Splits, report: Reporter) -> ModelCard:
    """The card with the temperature fitted on the validation split and the figures of the test split, where there are such."""
    temperature = 1.0
    if len(splits.validation):
        logits = answers(network, reader, splits.validation, report)
        temperature = fit_temperature(splits.labels[splits.validation], logits)
    metrics = judge(network, reader, splits.test, temperature, report) if len(splits.test) else {}
    return dataclasses.replace(card, temperature=temperature, metrics=metrics)


def _answer(output: Path, run: Path, card: ModelCard, report: Reporter) -> dict[str, object]:
    figures = {name: card.metrics[name] for name in ("accuracy", "mean_recall") if card.metrics}
    if card.metrics:
        report.picture("confusion", str(run / CONFUSION_FILE))
    return {"model": str(output), "run": str(run), "best_epoch": card.training["best_epoch"], **figures}
