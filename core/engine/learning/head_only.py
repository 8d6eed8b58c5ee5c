"""Training of the head alone: the body of the start stays as it is, the head is fitted to its features at once.

Two sources of features: a patch set, whose patches the body looks at once, or feature grids of scenes with labels, for which it has
looked already. Either way the result is an ordinary model file, with the body of its parent.
"""

import dataclasses
import json
import time
from pathlib import Path
from typing import Any

from ...contract.commands.learning import TrainConfig
from ...contract.errors import ConfigError, OutputError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ...contract.settings import flag_name, flat_fields
from ..assessment.answers import Answers
from ..assessment.figures import classification_figures
from ..device import choose_device, device_turn
from ..network.model_file import save_model
from ..output import check_output, whole
from ..patches.labels import file_of
from ..patches.patch_set import PatchSet, read_patch_set
from .examples import check_examples
from .gate import can_compare, regression_gate, write_comparison
from .head_fit import HeadFit, fit_head, head_record, logits_of, stored_half
from .head_sources import Material, material_of_cells, material_of_patches
from .judge import CONFUSION_FILE, write_figures
from .run_folder import REQUEST_FILE

_USED = {
    "patches", "output", "start", "backbone", "head_only", "features", "labels", "label_field", "min_cover", "validation_share",
    "test_share", "block_m", "most_cells", "penalty", "allow_other_quantity", "augment", "flips", "keep_look_direction", "floor_db",
    "ceiling_db", "texture_expert", "precision", "half_file", "licence", "provenance", "device", "seed", "overwrite",
}  # fmt: skip
"""Settings of training that a head alone heeds."""


def train_head(config: TrainConfig, report: Reporter) -> dict[str, object]:
    """Fit a head to the features of a patch set, or of feature grids.

    Returns:
        ``model`` and ``run`` (paths), ``penalty``, ``seconds``; ``accuracy`` and ``mean_recall``, ``judged_on`` the test split or places
        left out in turn; and with a test split and a parent of the same legend ``parent_mean_recall`` and ``verdict``.

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
    half = stored_half(config, material)
    fit = fit_head(config, material, half, report)
    with whole(run) as folder, whole(output) as model:
        folder.mkdir()
        card, figures = _judged(material, fit, folder, report)
        learned = material.novelty(fit.choice)
        card = dataclasses.replace(card, training=head_record(material, fit.choice, figures), ood=learned.facts if learned else None)
        (folder / REQUEST_FILE).write_text(json.dumps(material.request, indent=1, ensure_ascii=False), encoding="utf-8")
        save_model(model, material.network.cpu(), card, half, learned.domains if learned else None)
    if figures:
        report.picture("confusion", str(run / CONFUSION_FILE))
    return {**_answer(output, run, card, figures), "seconds": time.perf_counter() - started}


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
    starts = () if config.start in ("auto", "random", "imagenet", "shipped") else (config.start,)
    inputs = [*filter(None, [config.patches]), *config.head.features, *map(file_of, config.head.labels), *starts]
    output = check_output(config.output, ".safetensors", config.overwrite, inputs)
    run = check_output(str(output.with_suffix(".run")), ".run", config.overwrite, inputs)
    if run.exists() and not (run / REQUEST_FILE).is_file():
        raise OutputError("training-run-not-replaced", path=str(run))
    return output, run


def _judged(material: Material, fit: HeadFit, folder: Path, report: Reporter) -> tuple[ModelCard, dict[str, Any]]:
    """The card with what the test rows tell, and figures: of the test rows, else of places that were left out in turn."""
    examples, test, card = material.examples, material.examples.splits.test, fit.card
    title, metrics = f"{card.name} on the test split", {}
    if len(test):
        child = examples.answers(test, logits_of(material, test), card.temperature)
        metrics = figures = classification_figures(child.truth, child.logits, child.names, child.temperature)
        card = dataclasses.replace(card, gate=_gate(material, card, child, folder, report))
    elif fit.left is not None:
        title = f"{card.name}, each place answered for by a head that had not learned from it"
        logits = fit.left.answers(material.network.expert)
        figures = classification_figures(fit.left.labels, logits, examples.names, card.temperature)
    else:
        return card, {}
    write_figures(folder, figures, title)
    return dataclasses.replace(card, metrics=metrics), figures


def _gate(material: Material, card: ModelCard, child: Answers, folder: Path, report: Reporter) -> dict[str, Any]:
    """Parent and child on the test rows, where both have one legend."""
    parent, rows = material.parent, material.examples.splits.test
    if parent is None or material.parent_logits is None or not can_compare(parent.card, card):
        return {}
    theirs = material.examples.answers(rows, material.parent_logits(rows), parent.card.temperature)
    gate = regression_gate(parent, theirs, child, report)
    write_comparison(folder, gate)
    return gate


def _answer(output: Path, run: Path, card: ModelCard, figures: dict[str, Any]) -> dict[str, object]:
    told = {name: figures[name] for name in ("accuracy", "mean_recall") if figures}
    if card.gate:
        told |= {"parent_mean_recall": card.gate["figures"]["parent"]["mean_recall"], "verdict": card.gate["verdict"]}
    judged = {"judged_on": "test split" if card.metrics else "places left out in turn"} if figures else {}
    return {"model": str(output), "run": str(run), "penalty": card.training["penalty"], **judged, **told}
