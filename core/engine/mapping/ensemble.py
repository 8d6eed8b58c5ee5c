"""Models that answer together, and whether they can do what is asked."""

import dataclasses
from collections.abc import Sequence

from ...contract.commands.classify import ClassifyConfig
from ...contract.errors import ModelError
from ...contract.model_card import ModelCard
from ..network.domain import LEAST_VALIDATION
from ..network.model_file import Model
from ..network.views import views_of


def settled(config: ClassifyConfig, models: Sequence[Model]) -> ClassifyConfig:
    """The settings with what they leave to the models, who must go together and be able to do what is asked of each.

    Args:
        config: the settings.
        models: those of ``config.model`` and ``config.ensemble``, in this order.

    Raises:
        ModelError: names the model and what it lacks, or in what it differs from the first.
    """
    for number, (path, model) in enumerate(zip((config.model, *config.ensemble), models, strict=True)):
        if model.sha256 in [one.sha256 for one in models[:number]]:
            raise ModelError("ensemble-twice", model=path)
        for name, ours, theirs in _compared(models[0].card, model.card):
            if ours != theirs:
                raise ModelError("ensemble-unfit", model=config.model, other=path, name=name, ours=ours, theirs=theirs)
        views_of(config.test_time, model.card)
        if config.unknown == "yes" and config.mode not in model.domains:
            raise ModelError("classify-no-domain", model=path, setting="--unknown", patches=LEAST_VALIDATION)
    tell = all(config.mode in model.domains for model in models)
    return dataclasses.replace(config, unknown="yes" if tell else "no") if config.unknown == "auto" else config


def _compared(ours: ModelCard, theirs: ModelCard) -> list[tuple[str, str, str]]:
    return [
        ("classes", _legend(ours), _legend(theirs)),
        ("patch size", f"{ours.patch_px} px", f"{theirs.patch_px} px"),
        ("pixel size", f"{ours.pixel_size_m:g} m", f"{theirs.pixel_size_m:g} m"),
        ("channels", " ".join(ours.channels), " ".join(theirs.channels)),
        ("quantity", ours.radiometry.quantity, theirs.radiometry.quantity),
    ]


def _legend(card: ModelCard) -> str:
    return ", ".join(f"{one.code} {one.name}" for one in card.classes)
