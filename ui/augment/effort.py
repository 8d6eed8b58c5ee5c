"""What the simple choices stand for, and how long they take; no widgets here."""

from typing import Any, Dict, Mapping, NamedTuple, Optional

from ...core.contract.commands.generation import GeneratorOptions
from ...core.contract.commands.generation_trial import GAN_ARMS, GanTrialConfig
from ...core.contract.generator_size import size_of
from ..classify.estimate import measured_rate
from ..learning.effort import Work, training_seconds

SMALL, USUAL, LARGE = "small", "usual", "large"
QUICK, CAREFUL, WHOLE = "quick", "careful", "whole_trial"
_STEP_PASSES = 44.0
"""Passes of one patch of 160 px through a ResNet-18, which ``doctor`` times, that a step costs: of 16 images of 64 px with width 16."""
_STEP_PX, _STEP_WIDTH, _STEP_BATCH = 64, 16, 16
_WIDTH_POWER = 1.5
"""Width 32 cost 127 passes: less than the square, for not all of a step is convolutions."""
_CLASSIFIER = "resnet18"


class Subject(NamedTuple):
    """What a generator or a trial learns from."""

    patch_px: int
    training_patches: int
    rarest: int
    """Training patches of the smallest class to enlarge."""


def generator_preset(choice: str) -> Dict[str, Any]:
    """The settings of a generator that a choice stands for; those left out keep their defaults.

    Args:
        choice: ``SMALL``, to see in minutes whether it works; ``USUAL``, the defaults; ``LARGE``, for a GPU.
    """
    if choice == SMALL:
        return {"width": GeneratorOptions.width // 2, "steps": GeneratorOptions.steps // 4}
    if choice == LARGE:
        return {"width": 2 * GeneratorOptions.width, "steps": 5 * GeneratorOptions.steps}
    return {}


def trial_preset(choice: str, rarest: int) -> Dict[str, Any]:
    """The settings of a trial that a choice stands for; those left out keep their defaults.

    The first two ask what an analyst asks: would these classes gain if they had half the labels, and do they with all of them?

    Args:
        choice: ``QUICK``, three repetitions of the filtered patches alone; ``CAREFUL``, every arm; ``WHOLE``, the defaults.
        rarest: training patches of the smallest class to enlarge.
    """
    if choice == WHOLE:
        return {}
    own = {"sizes": (max(2, rarest // 2),), "rare_only": True}
    return {**own, "arms": ("none", "oversampling", "gan-filter"), "seeds": 3} if choice == QUICK else own


def generator_seconds(values: Mapping[str, Any], patch_px: int, details: Mapping[str, Any]) -> Optional[float]:
    """How long a generator learns; None where the speed of the device is not known.

    Args:
        values: settings that differ from their defaults.
        patch_px: side of the patches.
        details: what ``doctor`` said of the machine.
    """
    rate = measured_rate(details, values.get("device", "auto"), values.get("precision", "auto"))
    if not rate:
        return None
    said = {name: values.get(name, getattr(GeneratorOptions, name)) for name in ("scenario", "width", "batch_size", "steps")}
    size = size_of(said["scenario"], patch_px) / _STEP_PX
    passes = _STEP_PASSES * size**2 * (said["width"] / _STEP_WIDTH) ** _WIDTH_POWER * said["batch_size"] / _STEP_BATCH
    return float(said["steps"] * passes / rate)


def trial_seconds(values: Mapping[str, Any], subject: Subject, details: Mapping[str, Any]) -> Optional[float]:
    """How long a trial takes, about; None where the speed of the device is not known.

    Args:
        values: settings that differ from their defaults, those of the generator among them.
        subject: what it learns from.
        details: what ``doctor`` said of the machine.
    """
    generator_s = generator_seconds(values, subject.patch_px, details)
    work = Work(values.get("backbone") or _CLASSIFIER, subject.training_patches, subject.patch_px)
    training_s = training_seconds({"device": values.get("device", "auto")}, work, details)
    if generator_s is None or training_s is None:
        return None
    arms = values.get("arms", GanTrialConfig.arms)
    sizes = len(values.get("sizes", GanTrialConfig.sizes)) + bool(values.get("whole", GanTrialConfig.whole))
    with_gan = generator_s + training_s if set(arms) & set(GAN_ARMS) else 0.0
    return float(values.get("seeds", GanTrialConfig.seeds) * sizes * (len(arms) * training_s + with_gan))
