"""The command evaluate: a model and one split of a patch set in, a report folder out."""

from pathlib import Path

import torch

from ...contract.commands.assessment import EvaluateConfig
from ...contract.errors import LearningError, ModelError, OutputError
from ...contract.model_card import ModelCard, channel_fits
from ...contract.reporting import Reporter
from ..device import choose_device, device_turn
from ..network.model_file import load_model
from ..output import check_output, whole
from ..patches.patch_set import PatchSetSettings, read_patch_set
from .batches import PatchReader
from .judge import CONFUSION_FILE, METRICS_FILE, judge, write_figures
from .splits import splits_of


def evaluate(config: EvaluateConfig, report: Reporter) -> dict[str, object]:
    """Judge a model on a split and write ``metrics.json`` and ``confusion.png``.

    Returns:
        ``report`` (path), ``patches``, ``accuracy``, ``mean_recall``, ``macro_f1``, ``ece``.

    Raises:
        EchopatchError: model or patch set cannot be used, or do not fit each other.
        Cancelled: the user asked to stop.
    """
    output = _output(config)
    model, patch_set = load_model(config.model), read_patch_set(config.patches)
    check_fit(config, model.card, patch_set.settings)
    splits = splits_of(patch_set)
    rows = {"train": splits.train, "validation": splits.validation, "test": splits.test}[config.split]
    if len(rows) == 0:
        raise LearningError("evaluate-empty", path=config.patches, split=config.split)
    device = choose_device(config.device)
    reader = PatchReader(patch_set, splits.labels, model.card.radiometry, device)
    with device_turn(device, report):
        # laid out as in training, so that the same patches give the very figures of the card
        network = model.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        figures = judge(network, reader, rows, model.card.temperature, report)
    about = {"model": Path(config.model).name, "model_sha256": model.sha256, "patch_set": patch_set.folder.name,
             "patch_set_sha256": patch_set.sha256, "split": config.split}  # fmt: skip
    with whole(output) as folder:
        folder.mkdir()
        write_figures(folder, {**about, **figures}, f"{model.card.name} on the {config.split} split of {patch_set.folder.name}")
    report.picture("confusion", str(output / CONFUSION_FILE))
    return {"report": str(output), **{name: figures[name] for name in ("patches", "accuracy", "mean_recall", "macro_f1", "ece")}}


def _output(config: EvaluateConfig) -> Path:
    output = check_output(config.output, "", config.overwrite, [config.model, config.patches])
    if output.exists() and not (output / METRICS_FILE).is_file():
        raise OutputError("evaluate-not-replaced", path=config.output)
    return output


def check_fit(config: EvaluateConfig, card: ModelCard, settings: PatchSetSettings) -> None:
    """Refuse patches that the model was not made for: figures on them would say nothing.

    Raises:
        ModelError: names what differs.
    """
    compared = [
        ("quantity", card.radiometry.quantity, settings.quantity),
        ("pixel size", _metres(card.pixel_size_m), _metres(settings.pixel_size_m)),
        ("patch size", f"{card.patch_px} px", f"{settings.patch_px} px"),
        ("channels", " ".join(card.channels), " ".join(_as_the_model_says(card.channels, settings.channels))),
        ("classes", _legend(card), _legend(settings)),
    ]
    for name, theirs, ours in compared:
        if theirs != ours:
            raise ModelError("evaluate-unfit", model=config.model, patches=config.patches, name=name, theirs=theirs, ours=ours)


def _as_the_model_says(model: tuple[str, ...], patches: tuple[str, ...]) -> tuple[str, ...]:
    """The channels of the patches; one that the model takes under another name goes by that name."""
    if len(model) != len(patches):
        return patches
    return tuple(ours if channel_fits(ours, theirs) else theirs for ours, theirs in zip(model, patches, strict=True))


def _metres(pixel_size_m: float | None) -> str:
    return "unknown" if pixel_size_m is None else f"{pixel_size_m:g} m"


def _legend(described: ModelCard | PatchSetSettings) -> str:
    return ", ".join(f"{one.code} {one.name}" for one in described.classes)
