"""The command ``model info``: does a model file work, and what does it say of itself?"""

import dataclasses
from pathlib import Path
from typing import Any

import torch

from ...contract.commands.model import ModelInfoConfig
from ...contract.errors import ModelError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from .model_file import Model, load_model

_UNKNOWN = "unknown"


def describe(config: ModelInfoConfig, report: Reporter) -> dict[str, object]:
    """Load a model, ask it about one patch, and describe it.

    Args:
        config: the model file.
        report: hears progress.

    Returns:
        ``text`` for people; ``info`` for programs: ``path``, ``sha256``, ``bytes``, ``parameters`` and the ``card``.

    Raises:
        ModelError: no such file, not a model, weights that do not fit the card, or an answer that is no number.
        Cancelled: the user asked to stop.
    """
    report.progress(0, 1, "progress-model-info")
    model = load_model(config.model)
    _check_answer(model, config.model)
    report.progress(1, 1, "progress-model-info")
    info = {
        "path": config.model,
        "sha256": model.sha256,
        "bytes": Path(config.model).stat().st_size,
        "parameters": sum(one.numel() for one in model.network.parameters()),
        "card": dataclasses.asdict(model.card),
    }
    return {"text": _text(model.card, info), "info": info}


@torch.inference_mode()
def _check_answer(model: Model, path: str) -> None:
    """Ask about a patch of mean grey: finite weights can still overflow on their way through the layers."""
    card = model.card
    answer = model.network(torch.zeros(1, len(card.channels), card.patch_px, card.patch_px))
    if not bool(torch.isfinite(answer).all()):
        raise ModelError("model-answers-nothing", path=path)


def _text(card: ModelCard, info: dict[str, Any]) -> str:
    radiometry = card.radiometry
    spacing = _UNKNOWN if card.pixel_size_m is None else f"{card.pixel_size_m:g} m"
    tested = [f"{name.replace('_', ' ')} {card.metrics[name]:.3f}" for name in ("accuracy", "mean_recall") if card.metrics.get(name)]
    width = max(len(one.name) for one in card.classes)
    return "\n".join(
        [
            f"{card.name} opens and answers",
            f"{card.backbone}, {info['parameters'] / 1e6:.1f} million parameters, {info['bytes'] / 1e6:.1f} MB",
            f"SHA-256 {info['sha256']}",
            f"{card.modality}, channels {' '.join(card.channels)}, patches of {card.patch_px} px, pixel size {spacing}",
            f"{radiometry.quantity}, {radiometry.floor_db:g} to {radiometry.ceiling_db:g} dB",
            f"looks {_span(card.looks)}, incidence angle {_span(card.incidence_deg)} deg",
            f"tested: {', '.join(tested) or 'no figures in the card'}",
            f"trained from: {card.training.get('parent_sha256') or 'no other model'}",
            *([f"taught by: {card.training['teacher_sha256']}"] if card.training.get("teacher_sha256") else []),
            f"licence: {card.licence or 'not stated'}",
            f"provenance: {card.provenance or 'not stated'}",
            "",
            *(f"{one.code:>4}  {one.name:<{width}}  {one.colour}" for one in card.classes),
        ]
    )


def _span(values: tuple[float, float] | None) -> str:
    return _UNKNOWN if values is None else f"{values[0]:g} to {values[1]:g}"
