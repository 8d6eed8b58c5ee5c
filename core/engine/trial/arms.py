"""What the arms of a trial learn from, and how: settings, synthetic patches, and what stands in for real ones."""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.generation import LEAST_PATCHES, GanSampleConfig, GanTrainConfig
from ...contract.commands.generation_trial import GanTrialConfig
from ...contract.commands.learning import TrainConfig, TransferOptions
from ...contract.commands.training_options import NO_AUGMENTATION, AddedOptions, AugmentationOptions, SamplingOptions
from ...contract.reporting import Reporter
from ...contract.training_run import RunLength, run_length
from ..generation.gan_sample import FilterCounts, SampleJob, sample_classes
from ..generation.generator_file import GeneratorFile
from ..generation.patch_filter import PatchFilter, fit_filter
from ..generation.sample import synthetic_index, synthetic_settings
from ..learning.splits import splits_of
from ..network.model_file import Model
from ..patches.added import with_added
from ..patches.patch_set import PatchSet
from .plan import CLASSIC, CLASSIC_GAN, OVERSAMPLING, SCORE, Run


@dataclass(frozen=True)
class Made:
    """Synthetic patches of a repetition."""

    patch_set: PatchSet | None
    """In memory; None where nothing passed the filter."""
    counts: dict[str, FilterCounts]
    """By class name."""


@dataclass
class _Kept:
    """Takes patches in memory."""

    parts: list[NDArray[np.uint16]] = field(default_factory=list)

    def append(self, codes: NDArray[np.uint16]) -> None:
        """Take some patches."""
        self.parts.append(codes)


def length_of(config: GanTrialConfig, subset: PatchSet) -> RunLength:
    """How long every classifier of a size learns: chosen by the real patches, whatever an arm adds to them."""
    return run_length(len(splits_of(subset).train), config.classifier.epochs)


def classifier_config(config: GanTrialConfig, run: Run, length: RunLength, model: Path) -> TrainConfig:
    """The settings of the classifier of an arm; all arms begin with the same weights and take the same number of steps.

    Args:
        config: of the trial, its precision settled.
        run: of the trial.
        length: of the training.
        model: file to write.
    """
    options = config.classifier
    classic = run.arm in (CLASSIC, CLASSIC_GAN)
    # synthetic patches alone come in other numbers than the real ones, which must not count
    sampling = "balanced" if run.arm in (OVERSAMPLING, SCORE) else "instance"
    return TrainConfig(
        patches=config.patches,
        output=str(model),
        start=options.start,
        transfer=TransferOptions(allow_other_quantity=options.allow_other_quantity),
        backbone=options.backbone,
        texture_expert=options.texture_expert,
        epochs=length.epochs,
        batch_size=options.training_batch,
        learning_rate=options.training_rate,
        drawing=SamplingOptions(sampling=sampling, epoch_patches=length.epoch_patches),
        augmentation=AugmentationOptions(speckle_share=options.speckle_share) if classic else NO_AUGMENTATION,
        added=AddedOptions(add_weight=config.add_weight, add_share=config.add_share),
        precision=config.precision,
        device=config.device,
        seed=run.seed,
        overwrite=True,
    )


def generator_config(config: GanTrialConfig, subset: PatchSet, classes: NDArray[np.int64], run: Run) -> GanTrainConfig:
    """The settings of the generator of a repetition.

    Args:
        config: of the trial.
        subset: that it learns from.
        classes: places in the legend of those to make.
        run: of the trial.
    """
    splits, legend = splits_of(subset), subset.settings.classes
    counts = np.bincount(splits.labels[splits.train], minlength=len(legend))
    learned = np.flatnonzero(counts >= LEAST_PATCHES) if config.learn_all else classes
    return GanTrainConfig(
        patches=config.patches,
        output=f"{run.name}.safetensors",
        classes=tuple(legend[one].name for one in learned.tolist()),
        generator=config.generator,
        precision=config.precision,
        device=config.device,
        seed=run.seed,
    )


@dataclass(frozen=True)
class Sampler:
    """What synthetic patches of a repetition are made with."""

    config: GanTrialConfig
    subset: PatchSet
    made_by: GeneratorFile
    names: tuple[str, ...]
    """Of the classes to make."""
    device: torch.device
    report: Reporter

    def made(self, seed: int, patch_filter: PatchFilter | None = None) -> Made:
        """As many patches of each class as the trial asks for, or as pass the filter.

        Args:
            seed: of the repetition.
            patch_filter: left out, all are kept.

        Raises:
            Cancelled: at a safe point.
        """
        config, card = self.config, self.made_by.card
        self.made_by.network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        asked = GanSampleConfig("", "", config.synthetic, most_tries=config.most_tries, seed=seed)
        places, kept = [[one.name for one in card.classes].index(name) for name in self.names], _Kept()
        sampled = sample_classes(SampleJob(asked, self.made_by, patch_filter, self.device, self.report), places, kept)
        if not kept.parts:
            return Made(None, sampled.counts)
        settings, index = synthetic_settings(self.made_by, patch_filter), synthetic_index(card, np.concatenate(sampled.classes))
        codes = np.concatenate(kept.parts)
        return Made(PatchSet(Path(f"{card.name}.patchset"), settings, index, codes, None, self.made_by.sha256), sampled.counts)

    def filter_of(self, model: Model) -> PatchFilter:
        """What lets patches pass that a classifier of these real patches takes for real.

        Raises:
            Cancelled: at a safe point.
        """
        return fit_filter(model, self.subset, self.config.keeping, self.device, self.report)


def stood_in(subset: PatchSet, made: PatchSet) -> PatchSet:
    """The set with synthetic patches in the place of the real training patches of their classes.

    Args:
        subset: of the repetition; its test patches stay.
        made: synthetic.
    """
    replaced = (subset.index["split"] == "train") & subset.index["label"].isin(made.index["label"].unique())
    left = subset.index.assign(split=subset.index["split"].mask(replaced, ""))
    # they are to be learned from as if they were real: nothing of their classes is
    stand_ins = dataclasses.replace(made, index=made.index.assign(source="real"))
    return with_added(dataclasses.replace(subset, index=left), (stand_ins,))
