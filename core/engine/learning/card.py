"""The model card of a training run."""

import dataclasses
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .... import __version__
from ...contract.commands.learning import TrainConfig
from ...contract.model_card import ModelCard, Radiometry
from ..patches.patch_set import PatchSet

PAPER_HEAD = (256, 256)
UNKNOWN_RANGE = (0.0, 0.0)
"""Looks or incidence of a patch set that does not say."""
_NO_PART_OF_THE_RESULT = ("output", "overwrite", "device")


def training_card(config: TrainConfig, patch_set: PatchSet, radiometry: Radiometry, histogram: tuple[float, ...]) -> ModelCard:
    """The card of a model that is going to be trained; temperature, record and figures come later."""
    settings = patch_set.settings
    return ModelCard(
        name=Path(config.output).stem,
        backbone=config.backbone,
        head=PAPER_HEAD if config.paper_head else (),
        channels=settings.channels,
        classes=settings.classes,
        patch_px=settings.patch_px,
        pixel_size_m=settings.pixel_size_m,
        radiometry=radiometry,
        looks=_range(one.looks for one in settings.scenes),
        incidence_deg=_range(angle for one in settings.scenes for angle in one.incidence_deg or ()),
        histogram=histogram,
        licence=config.licence,
        provenance=config.provenance,
    )


def _range(values: Iterable[float | None]) -> tuple[float, float]:
    known = [one for one in values if one is not None]
    return (min(known), max(known)) if known else UNKNOWN_RANGE


def training_request(config: TrainConfig, patch_set: PatchSet) -> dict[str, Any]:
    """What decides the result of a run: two runs with equal requests may share their work."""
    settings = {name: value for name, value in dataclasses.asdict(config).items() if name not in _NO_PART_OF_THE_RESULT}
    return {**settings, "patch_set_sha256": patch_set.sha256}


def training_record(config: TrainConfig, patch_set: PatchSet, parent_sha256: str | None, run: dict[str, Any]) -> dict[str, Any]:
    """What the card says of the run.

    Args:
        config: of the run; of its paths only the last names are told, the rest is the user's own.
        patch_set: what it learned from.
        parent_sha256: of the model it started from.
        run: further facts, such as the best epoch.
    """
    settings = training_request(config, patch_set)
    settings |= {"patches": Path(config.patches).name, "start": Path(config.start).name}
    versions = {
        "echopatch": __version__,
        "torch": version("torch"),
        "torchvision": version("torchvision"),
        "python": platform.python_version(),
    }
    sources = {"patch_set_sha256": settings.pop("patch_set_sha256"), "parent_sha256": parent_sha256}
    return {"config": settings, **sources, "seed": config.seed, **run, "versions": versions}
