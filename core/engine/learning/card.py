"""The model card of a training run."""

import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .... import __version__
from ...contract.commands.learning import LearningConfig
from ...contract.model_card import ModelCard, Radiometry
from ...contract.settings import flat_fields
from ..network.start_weights import start_path
from ..patches.patch_set import PatchSet
from ..patches.writer import file_sha256

PAPER_HEAD = (256, 256)
SOURCES = ("patch_set_sha256", "parent_sha256", "teacher_sha256", "added")
NO_PART_OF_THE_RESULT = ("output", "overwrite", "device")
"""Settings that do not change what is learned."""


def training_card(
    config: LearningConfig, backbone: str, patch_set: PatchSet, radiometry: Radiometry, histogram: tuple[float, ...]
) -> ModelCard:
    """The card of a model that is going to be trained; temperature, record and figures come later."""
    settings = patch_set.settings
    return ModelCard(
        name=Path(config.output).stem,
        backbone=backbone,
        head=PAPER_HEAD if config.paper_head else (),
        channels=settings.channels,
        classes=settings.classes,
        patch_px=settings.patch_px,
        pixel_size_m=settings.pixel_size_m,
        radiometry=radiometry,
        looks=span(one.looks for one in settings.scenes),
        incidence_deg=span(angle for one in settings.scenes for angle in one.incidence_deg or ()),
        histogram=histogram,
        modality="optical" if settings.quantity == "rgb" else "sar",
        licence=config.licence,
        provenance=config.provenance,
    )


def span(values: Iterable[float | None]) -> tuple[float, float] | None:
    """Least and largest of the known values; None where none is known."""
    known = [one for one in values if one is not None]
    return (min(known), max(known)) if known else None


def training_request(config: LearningConfig, patch_set: PatchSet) -> dict[str, Any]:
    """What decides the result of a run, JSON-native: runs of equal requests may share their work.

    Raises:
        ModelError: there is no such start.
    """
    settings = {field.name: value for field, value in flat_fields(config) if field.name not in NO_PART_OF_THE_RESULT}
    start = start_path(config.start)
    return {**settings, "patch_set_sha256": patch_set.sha256, "parent_sha256": None if start is None else file_sha256(start)}


def training_record(request: dict[str, Any], run: dict[str, Any]) -> dict[str, Any]:
    """What the card says of the run.

    Args:
        request: of the run; of its paths only the last names are told, the rest is the user's own.
        run: further facts, such as the best epoch.
    """
    config = request | {name: Path(request[name]).name for name in ("patches", "start", "teacher") if name in request}
    config |= {"add": [Path(one).name for one in request.get("add", ())]}
    sources = {name: config.pop(name) for name in SOURCES if name in config}
    packages = {name: version(name) for name in ("torch", "torchvision")}
    versions = {"echopatch": __version__, **packages, "python": platform.python_version()}
    return {"config": config, **sources, "seed": config["seed"], **run, "versions": versions}
