"""Ask a model about patches whose class is known, and write its figures down."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.errors import LearningError, ModelError
from ...contract.model_card import ModelCard, channel_fits
from ...contract.reporting import Reporter
from ..assessment.answers import Answers
from ..assessment.confusion_picture import draw_confusion
from ..network.model_file import Model
from ..network.networks import PatchNetwork
from ..patches.patch_set import PatchSet, PatchSetSettings
from .batches import PatchReader
from .prediction import predict
from .splits import splits_of

METRICS_FILE, CONFUSION_FILE = "metrics.json", "confusion.png"
BATCH_SIZE = 64
"""Patches per step; the figures do not depend on it."""


def split_rows(patch_set: PatchSet, split: str) -> NDArray[np.int64]:
    """Rows of a split, ascending.

    Args:
        patch_set: opened.
        split: ``train``, ``validation`` or ``test``.

    Raises:
        LearningError: it has no patches, or synthetic ones.
    """
    splits = splits_of(patch_set)
    rows = {"train": splits.train, "validation": splits.validation, "test": splits.test}[split]
    if len(rows) == 0:
        raise LearningError("evaluate-empty", path=str(patch_set.folder), split=split)
    synthetic = int((patch_set.index["source"].iloc[rows] == "synthetic").sum())
    if synthetic:
        raise LearningError("evaluate-synthetic", path=str(patch_set.folder), split=split, count=synthetic)
    return rows


def check_fit(path: str, card: ModelCard, patch_set: PatchSet) -> None:
    """Refuse patches that a model was not made for: figures on them would say nothing.

    Args:
        path: of the model file, for the message.
        card: of the model.
        patch_set: to judge it on.

    Raises:
        ModelError: names what differs.
    """
    check_kind(path, card, patch_set)
    _check_same(path, patch_set, "classes", _legend(card), _legend(patch_set.settings))


def check_kind(path: str, card: ModelCard, patch_set: PatchSet) -> None:
    """Refuse patches that a model cannot look at; their classes may be others than it knows.

    Args:
        path: of the model file, for the message.
        card: of the model.
        patch_set: to show it.

    Raises:
        ModelError: names what differs.
    """
    settings = patch_set.settings
    _check_same(path, patch_set, "quantity", card.radiometry.quantity, settings.quantity)
    _check_same(path, patch_set, "pixel size", _metres(card.pixel_size_m), _metres(settings.pixel_size_m))
    _check_same(path, patch_set, "patch size", f"{card.patch_px} px", f"{settings.patch_px} px")
    channels = " ".join(_as_the_model_says(card.channels, settings.channels))
    _check_same(path, patch_set, "channels", " ".join(card.channels), channels)


def _check_same(path: str, patch_set: PatchSet, name: str, theirs: str, ours: str) -> None:
    if theirs != ours:
        raise ModelError("evaluate-unfit", model=path, patches=str(patch_set.folder), name=name, theirs=theirs, ours=ours)


def _as_the_model_says(model: tuple[str, ...], patches: tuple[str, ...]) -> tuple[str, ...]:
    """The channels of the patches; one that the model takes under another name goes by that name."""
    if len(model) != len(patches):
        return patches
    return tuple(ours if channel_fits(ours, theirs) else theirs for ours, theirs in zip(model, patches, strict=True))


def _metres(pixel_size_m: float | None) -> str:
    return "unknown" if pixel_size_m is None else f"{pixel_size_m:g} m"


def _legend(described: ModelCard | PatchSetSettings) -> str:
    return ", ".join(f"{one.code} {one.name}" for one in described.classes)


def answers_of(model: Model, patch_set: PatchSet, rows: NDArray[np.int64], device: torch.device, report: Reporter) -> Answers:
    """What a model says of some patches, with all that figures and reports need to know of them.

    Args:
        model: fits the patch set, see ``check_fit``; its network moves to the device.
        patch_set: opened.
        rows: of the patch set, ascending, at least one.
        device: where it computes.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    # laid out as in training, so that the same patches give the very figures of the card
    network = model.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    labels, table = splits_of(patch_set).labels, patch_set.index.iloc[rows]
    logits = answers(network, PatchReader(patch_set, labels, model.card.radiometry, device), rows, report)
    groups = np.unique(table["group"], return_inverse=True)[1].reshape(-1)
    scenes, sources = (table[name].to_numpy(dtype=object) for name in ("scene", "source"))
    return Answers(patch_set.settings.classes, labels[rows], logits, model.card.temperature, groups, scenes, sources)


def answers(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], report: Reporter) -> NDArray[np.float32]:
    """Logits in float32, (N, classes); see ``predict``."""
    logits = predict(network, reader, rows, BATCH_SIZE, lambda done: report.progress(done, len(rows), "progress-judging"))
    report.progress(len(rows), len(rows), "progress-judging")
    return logits.numpy()


def write_figures(folder: Path, figures: dict[str, Any], title: str) -> None:
    """Write ``metrics.json`` and ``confusion.png`` into a folder.

    Raises:
        OSError: cannot be written.
    """
    (folder / METRICS_FILE).write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    heading = f"{title}\naccuracy {figures['accuracy']:.3f}, mean recall {figures['mean_recall']:.3f}"
    draw_confusion(figures["confusion"], list(figures["recall"]), heading, folder / CONFUSION_FILE)
