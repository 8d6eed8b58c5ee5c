"""The command train: a patch set in, a model file and its run folder out."""

import dataclasses
from pathlib import Path

import torch

from ...contract.commands.learning import TrainConfig
from ...contract.errors import OutputError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ..device import choose_device, device_turn
from ..network.model_file import round_weights, save_model
from ..network.networks import PatchNetwork, build_network
from ..network.start_weights import start_from
from ..output import check_output, claimed, partial_path, publish, write_errors
from ..patches.patch_set import read_patch_set
from .batches import PatchReader
from .card import training_card, training_record, training_request
from .fit import fit
from .judge import BATCH_SIZE, CONFUSION_FILE, judge, write_figures
from .lesson import training_lesson
from .metrics import fit_temperature
from .prediction import predict
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
    with claimed(output), device_turn(device, report), torch.backends.cudnn.flags(enabled=True, benchmark=True):
        folder = partial_path(output, ".run")
        state = open_run(folder, training_request(config, patch_set))
        if state is not None:
            report.warning("training-resumed", epoch=state["epoch"], folder=str(folder))
        radiometry, histogram = learn_radiometry(config, patch_set, splits.train, report)
        card = training_card(config, patch_set, radiometry, histogram)
        reader = PatchReader(patch_set, splits.labels, radiometry, device)
        network, parent_sha256 = _start(config, card, device, report)
        # on resuming, the clock might choose another precision than it did then
        timed = config if state is None else dataclasses.replace(config, precision=state["precision"])
        lesson = training_lesson(timed, network, reader, splits, report)
        state = fit(network, lesson, folder, state, report)
        if config.half_file:
            round_weights(network)
        facts = {"best_epoch": state["best_epoch"], "precision": state["precision"], "device": device.type}
        record = training_record(config, patch_set, parent_sha256, facts)
        card = _judged(dataclasses.replace(card, training=record), network, reader, splits, report)
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


def _start(config: TrainConfig, card: ModelCard, device: torch.device, report: Reporter) -> tuple[PatchNetwork, str | None]:
    """The network with its start weights on its device, and the SHA-256 of the model it starts from."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        network = build_network(card.backbone, card.head, len(card.channels), len(card.classes))
    parent_sha256 = start_from(network, config.start, card, report)
    return network.to(device, memory_format=torch.channels_last), parent_sha256  # type: ignore[call-overload]


def _judged(card: ModelCard, network: PatchNetwork, reader: PatchReader, splits: Splits, report: Reporter) -> ModelCard:
    """The card with the temperature fitted on the validation split and the figures of the test split, where there are such."""
    temperature = 1.0
    if len(splits.validation):
        logits = predict(network, reader, splits.validation, BATCH_SIZE, report)
        temperature = fit_temperature(splits.labels[splits.validation], logits.numpy())
    metrics = judge(network, reader, splits.test, temperature, report) if len(splits.test) else {}
    return dataclasses.replace(card, temperature=temperature, metrics=metrics)


def _answer(output: Path, run: Path, card: ModelCard, report: Reporter) -> dict[str, object]:
    figures = {name: card.metrics[name] for name in ("accuracy", "mean_recall") if card.metrics}
    if card.metrics:
        report.picture("confusion", str(run / CONFUSION_FILE))
    return {"model": str(output), "run": str(run), "best_epoch": card.training["best_epoch"], **figures}
