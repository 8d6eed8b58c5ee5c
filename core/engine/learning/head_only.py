"""Training of the head alone: the body of the start stays as it is, the head is fitted to its features at once.

Two sources of features: a patch set, whose patches the body looks at once, or feature grids of scenes with labels, for which it has
looked already. Either way the result is an ordinary model file, with the body of its parent.
"""

import dataclasses
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ...contract.commands.learning import TrainConfig
from ...contract.errors import ConfigError, OutputError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ...contract.settings import flag_name, flat_fields
from ..assessment.calibration import fit_temperature
from ..assessment.figures import classification_figures
from ..device import choose_device, device_turn
from ..network.model_file import half_weight, round_weights, save_model
from ..network.networks import PatchNetwork
from ..output import check_output, whole
from ..patches.labels import file_of
from ..patches.patch_set import PatchSet, read_patch_set
from .card import training_record
from .examples import check_examples
from .gate import can_compare, regression_gate, write_comparison
from .head_sources import Material, material_of_cells, material_of_patches
from .judge import CONFUSION_FILE, write_figures
from .linear_head import Choice, choose_penalty, fit_linear_head
from .run_folder import REQUEST_FILE

_USED = {
    "patches", "output", "start", "backbone", "head_only", "features", "labels", "label_field", "min_cover", "validation_share",
    "test_share", "block_m", "most_cells", "penalty", "allow_other_quantity", "augment", "flips", "keep_look_direction", "floor_db",
    "ceiling_db", "precision", "half_file", "licence", "provenance", "device", "seed", "overwrite",
}  # fmt: skip
"""Settings of training that a head alone heeds."""


def train_head(config: TrainConfig, report: Reporter) -> dict[str, object]:
    """Fit a head to the features of a patch set, or of feature grids.

    Returns:
        ``model`` and ``run`` (paths), ``penalty``, ``seconds``, with a test split ``accuracy`` and ``mean_recall``, and with a parent
        of the same legend ``parent_mean_recall`` and ``verdict``.

    Raises:
        EchopatchError: what is given cannot be used, or does not go together.
        Cancelled: the user asked to stop; nothing is left behind.
    """
    return train_head_on(None if config.head.features else read_patch_set(config.patches), config, report)


def train_head_on(patch_set: PatchSet | None, config: TrainConfig, report: Reporter) -> dict[str, object]:
    """As ``train_head``, on a set that is open already; None for feature grids."""
    started = time.perf_counter()
    _refuse_unused(config)
    output, run = _outputs(config)
    device = choose_device(config.device)
    with device_turn(device, report):
        material = material_of_cells(config, report) if patch_set is None else material_of_patches(patch_set, config, device, report)
    check_examples(material.examples, ", ".join(config.head.labels) or config.patches, report)
    half = _half(config, material)
    card = _fitted(config, material, half, report)
    with whole(run) as folder, whole(output) as model:
        folder.mkdir()
        card = _judged(material, card, folder, report)
        (folder / REQUEST_FILE).write_text(json.dumps(material.request, indent=1, ensure_ascii=False), encoding="utf-8")
        save_model(model, material.network, card, half)
    return {**_answer(output, run, card, report), "seconds": time.perf_counter() - started}


def _refuse_unused(config: TrainConfig) -> None:
    """Say so rather than pass over what was set in vain.

    Raises:
        ConfigError: names the settings.
    """
    names = [flag_name(field) for field, value in flat_fields(config) if value != field.default and field.name not in _USED]
    if names:
        raise ConfigError("head-only-unused", names=", ".join(names))


def _outputs(config: TrainConfig) -> tuple[Path, Path]:
    """The model file and the run folder, both free to write."""
    starts = () if config.start in ("random", "imagenet", "shipped") else (config.start,)
    inputs = [*filter(None, [config.patches]), *config.head.features, *map(file_of, config.head.labels), *starts]
    output = check_output(config.output, ".safetensors", config.overwrite, inputs)
    run = check_output(str(output.with_suffix(".run")), ".run", config.overwrite, inputs)
    if run.exists() and not (run / REQUEST_FILE).is_file():
        raise OutputError("training-run-not-replaced", path=str(run))
    return output, run


def _half(config: TrainConfig, material: Material) -> bool:
    """Whether the weights can be stored as 16-bit floats: those of a body that was stored so before, which must stay as it is.

    Raises:
        ConfigError: it is asked for a body that would be rounded.
    """
    body = material.network.body.state_dict().values()
    half = all(torch.equal(half_weight(tensor).to(tensor.dtype), tensor) for tensor in body)
    if config.half_file and not half:
        raise ConfigError("head-only-half-file", start=config.start)
    return half


def _fitted(config: TrainConfig, material: Material, half: bool, report: Reporter) -> ModelCard:
    """Give the network its head; the card with its temperature and its record."""
    examples = material.examples
    lesson, classes = examples.lesson(), len(examples.classes)
    choice = _choice(config, material, report)
    fit_linear_head(lesson, classes, choice.penalty).into(last_layer(material.network))
    if half:
        round_weights(material.network)
    temperature = 1.0
    validation = examples.splits.validation
    if len(validation):
        temperature = fit_temperature(examples.splits.labels[validation], _logits(material, validation))
    elif len(choice.rows):
        temperature = fit_temperature(lesson.labels[choice.rows], choice.logits)
    else:
        report.warning("head-only-uncalibrated")
    facts = {"head_only": True, "penalty": choice.penalty, "chosen_over_places": bool(len(choice.rows)), "width": lesson.features.shape[1]}
    return dataclasses.replace(material.card, temperature=temperature, training=training_record(material.request, facts))


def _choice(config: TrainConfig, material: Material, report: Reporter) -> Choice:
    """The penalty that the user gives, else the one that left-out places speak for, mirrored views left aside."""
    examples = material.examples
    lesson, classes = dataclasses.replace(examples, mirrored=()).lesson(), len(examples.classes)
    given = config.head.penalty
    if given is not None:
        return Choice(given, np.empty(0, np.intp), np.empty((0, classes), np.float32))
    choice = choose_penalty(lesson, classes, config.seed, lambda done, total: report.progress(done, total, "progress-fitting"))
    if not len(choice.rows):
        report.warning("head-only-fixed-penalty", penalty=choice.penalty)
    return choice


def last_layer(network: PatchNetwork) -> nn.Linear:
    """The one layer that a head of no hidden layers is made of.

    Raises:
        ValueError: the head is made of others.
    """
    if len(network.head) != 1 or not isinstance(network.head[0], nn.Linear):
        raise ValueError("a head that is fitted at once is one linear layer")
    return network.head[0]


@torch.inference_mode()
def _logits(material: Material, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    head = material.network.head.cpu()
    return np.asarray(head(torch.from_numpy(material.examples.features[rows])).numpy())


def _judged(material: Material, card: ModelCard, folder: Path, report: Reporter) -> ModelCard:
    """The card with what the test rows tell, beside the parent's answers where both have one legend."""
    examples, rows = material.examples, material.examples.splits.test
    if len(rows) == 0:
        return card
    child = examples.answers(rows, _logits(material, rows), card.temperature)
    metrics = classification_figures(child.truth, child.logits, child.names, child.temperature)
    write_figures(folder, metrics, f"{card.name} on the test split")
    gate: dict[str, Any] = {}
    parent = material.parent
    if parent is not None and material.parent_logits is not None and can_compare(parent.card, card):
        theirs = examples.answers(rows, material.parent_logits(rows), parent.card.temperature)
        gate = regression_gate(parent, theirs, child, report)
        write_comparison(folder, gate)
    return dataclasses.replace(card, metrics=metrics, gate=gate)


def _answer(output: Path, run: Path, card: ModelCard, report: Reporter) -> dict[str, object]:
    if card.metrics:
        report.picture("confusion", str(run / CONFUSION_FILE))
    figures = {name: card.metrics[name] for name in ("accuracy", "mean_recall") if card.metrics}
    if card.gate:
        figures |= {"parent_mean_recall": card.gate["figures"]["parent"]["mean_recall"], "verdict": card.gate["verdict"]}
    return {"model": str(output), "run": str(run), "penalty": card.training["penalty"], **figures}
