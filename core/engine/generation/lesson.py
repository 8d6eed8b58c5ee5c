"""From a patch set and settings to what a GAN learns from, and to the card of what it becomes."""

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.generation import FEW_PATCHES, LEAST_PATCHES, GanTrainConfig, GeneratorOptions
from ...contract.errors import LearningError
from ...contract.generator_card import GeneratorCard
from ...contract.generator_size import check_size, size_of
from ...contract.legend import LandClass
from ...contract.model_card import Radiometry
from ...contract.reporting import Reporter
from ..learning.statistics import count_codes, db_of_codes, window_of
from ..network.precision import faster_precision
from ..patches.patch_set import PatchSet
from .adversaries import Adversaries, Rules
from .fit import GanLesson
from .images import RealImages, Window
from .losses import distance_of
from .networks import Plan

_CUT_SHARE = 0.005
"""Of the pixels at each end, for the window of uncalibrated chips; as for classifiers."""


@dataclass(frozen=True)
class TaughtClasses:
    """The classes that a generator learns, and their training patches."""

    classes: tuple[LandClass, ...]
    rows: tuple[NDArray[np.int64], ...]
    """Of the real training patches of each class."""

    @property
    def all_rows(self) -> NDArray[np.int64]:
        """Of all classes, ascending."""
        return np.sort(np.concatenate(self.rows))


def taught_classes(patch_set: PatchSet, names: tuple[str, ...], report: Reporter) -> TaughtClasses:
    """The classes asked for, or all that have training patches, with those patches.

    Raises:
        LearningError: a class is not there, or has too few training patches; or all patches are synthetic.
    """
    path, legend = str(patch_set.folder), patch_set.settings.classes
    strange = [name for name in names if name not in {one.name for one in legend}]
    if strange:
        raise LearningError("gan-no-such-class", path=path, name=strange[0], classes=", ".join(one.name for one in legend))
    index = patch_set.index
    if (index["source"] == "synthetic").all():
        raise LearningError("gan-synthetic", path=path)
    learned = (index["split"] == "train") & (index["source"] == "real")
    rows = {one: np.flatnonzero(learned & (index["label"] == one.code)).astype(np.int64) for one in legend}
    chosen = [one for one in legend if one.name in names] if names else [one for one in legend if len(rows[one])]
    if not chosen:
        raise LearningError("gan-too-few", path=path, patches=0, name=", ".join(one.name for one in legend), least=LEAST_PATCHES)
    for one in chosen:
        if len(rows[one]) < LEAST_PATCHES:
            raise LearningError("gan-too-few", path=path, patches=len(rows[one]), name=one.name, least=LEAST_PATCHES)
        if len(rows[one]) < FEW_PATCHES:
            report.warning("gan-few", patches=len(rows[one]), name=one.name)
    return TaughtClasses(tuple(chosen), tuple(rows[one] for one in chosen))


def check_sizes(patch_set: PatchSet, options: GeneratorOptions) -> None:
    """Refuse patches that a generator cannot make.

    Raises:
        LearningError: their side does not halve down, or they are no radar patches.
        ConfigError: they have no such scales, or the cells of the histograms do not part them.
    """
    settings = patch_set.settings
    if settings.quantity == "rgb":
        raise LearningError("gan-quantity", path=str(patch_set.folder), quantity=settings.quantity)
    check_size(options, settings.patch_px)


def window_for(patch_set: PatchSet, rows: NDArray[np.int64], report: Reporter) -> Window:
    """The dB window of the images: the models' fixed one, or for uncalibrated chips that of these patches.

    Raises:
        LearningError: there is no valid pixel.
        Cancelled: at a safe point.
    """
    if patch_set.settings.quantity != "dn":
        return Window(Radiometry.floor_db, Radiometry.ceiling_db)
    counts = count_codes(patch_set, rows, report)
    if not counts.any():
        raise LearningError("training-no-data", path=str(patch_set.folder))
    return Window(*window_of(db_of_codes(patch_set), counts, _CUT_SHARE))


def plan_for(patch_set: PatchSet, options: GeneratorOptions, classes: int) -> Plan:
    """What the networks are built by."""
    return Plan(
        channels=len(patch_set.settings.channels),
        size_px=size_of(options.scenario, patch_set.settings.patch_px),
        classes=classes if options.conditional else 1,
        width=options.width,
        code_length=options.code_length,
        paper_layers=options.layers == "paper",
        speckle_input=options.speckle_input,
    )


def rules_for(options: GeneratorOptions, plan: Plan, precision: str) -> Rules:
    """By what a step learns."""
    return Rules(
        distance=distance_of(options),
        gamma=options.gamma,
        balance_rate=options.balance_rate,
        class_weight=options.class_weight if plan.classes > 1 else 0.0,
        realism_weight=options.realism_weight,
        rate_patience=options.rate_patience,
        least_rate=options.least_rate,
        precision=precision,
    )


def lesson_for(patch_set: PatchSet, taught: TaughtClasses, config: GanTrainConfig, place: torch.device, report: Reporter) -> GanLesson:
    """Everything that a training needs, but for its precision, which is float32 as yet.

    Raises:
        EchopatchError: see ``check_sizes`` and ``window_for``.
    """
    options = config.generator
    check_sizes(patch_set, options)
    plan = plan_for(patch_set, options, len(taught.classes))
    window = window_for(patch_set, taught.all_rows, report)
    images = RealImages(patch_set, taught.rows, window, options.scenario, balanced=options.conditional)
    return GanLesson(options, plan, images, rules_for(options, plan, "fp32"), place, config.seed)


def chosen_precision(config: GanTrainConfig, lesson: GanLesson, adversaries: Adversaries) -> str:
    """The precision asked for; ``auto`` takes the one in which a look at a batch is faster there and back."""
    if config.precision != "auto":
        return config.precision
    draw, trial = lesson.draw(0), copy.deepcopy(adversaries.discriminator)

    def look() -> None:
        distance = lesson.rules.distance(draw.images, trial(draw.images, draw.classes).reconstruction.float()).mean()
        distance.backward()  # type: ignore[no-untyped-call]

    return faster_precision(lesson.device, look)


def card_for(
    config: GanTrainConfig, patch_set: PatchSet, taught: TaughtClasses, lesson: GanLesson, training: dict[str, Any]
) -> GeneratorCard:
    """The card of the generator that comes of it."""
    settings, options, window = patch_set.settings, config.generator, lesson.images.window
    return GeneratorCard(
        name=Path(config.output).stem,
        classes=taught.classes,
        conditional=options.conditional,
        scenario=options.scenario,
        size_px=lesson.plan.size_px,
        patch_px=settings.patch_px,
        pixel_size_m=settings.pixel_size_m,
        channels=settings.channels,
        quantity=settings.quantity,
        floor_db=window.floor_db,
        ceiling_db=window.ceiling_db,
        width=options.width,
        code_length=options.code_length,
        layers=options.layers,
        speckle_input=options.speckle_input,
        training=training,
    )
