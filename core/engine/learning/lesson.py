"""The lesson of the command train: sampler, augmentation, loss, validation and precision from its settings."""

import copy
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.learning import TrainConfig
from ..assessment.figures import epoch_figures
from ..network.networks import PatchNetwork
from ..network.precision import faster_precision
from ..patches.augmentation import NO_AUGMENTATION, Augmentation
from ..patches.samplers import SAMPLING_POWERS, class_shares, epoch_order
from .batches import Batch, PatchReader, even_parts
from .fit import Lesson, Schedule
from .losses import Loss, cross_entropy
from .prediction import SafePoint, predict
from .splits import Splits

_TRIAL_PATCHES = 8
"""To time a step on a CPU; a GPU is timed with a whole batch, which it needs to be busy."""


def training_lesson(config: TrainConfig, network: PatchNetwork, reader: PatchReader, splits: Splits) -> Lesson:
    """The lesson of a run.

    Args:
        config: of the run.
        network: what is going to learn, on its device; stays as it is.
        reader: of the patch set.
        splits: of the patch set.
    """
    loss = cross_entropy(config.label_smoothing)
    precision = config.precision
    if precision == "auto":
        precision = _faster_training(network, reader, splits.train[: config.batch_size], loss)

    def validate(network: PatchNetwork, safe_point: SafePoint) -> dict[str, float]:
        logits = predict(network, reader, splits.validation, config.batch_size, safe_point)
        return epoch_figures(splits.labels[splits.validation], logits.numpy())

    return Lesson(
        batches=_epoch_batches(config, reader, splits),
        steps_per_epoch=len(even_parts(splits.train, config.batch_size)),
        loss=loss,
        validate=validate if len(splits.validation) else None,
        schedule=Schedule(config.epochs, config.learning_rate, config.weight_decay, config.warmup_share),
        precision=precision,
    )


def _epoch_batches(config: TrainConfig, reader: PatchReader, splits: Splits) -> Callable[[int], Iterator[Batch]]:
    """Order and changes of an epoch follow from seed and epoch alone, so a run can be taken up at any epoch."""
    labels = splits.labels[splits.train]
    counts = np.bincount(labels, minlength=len(reader.patch_set.settings.classes))
    shares = class_shares(counts, SAMPLING_POWERS[config.sampling])
    augmentation = Augmentation(quarter_turns=config.quarter_turns) if config.augment else NO_AUGMENTATION

    def batches(epoch: int) -> Iterator[Batch]:
        order = splits.train[epoch_order(labels, shares, config.seed, epoch)]
        seed = int(np.random.SeedSequence([config.seed, epoch]).generate_state(1)[0])
        return reader.batches(order, config.batch_size, augmentation, seed)

    return batches


def _faster_training(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], loss: Loss) -> str:
    on_cpu = reader.device.type == "cpu"
    batch = next(reader.batches(rows[:_TRIAL_PATCHES] if on_cpu else rows, len(rows)))
    trial = copy.deepcopy(network).train()

    def step() -> None:
        loss(trial, batch).backward()  # type: ignore[no-untyped-call]

    return faster_precision(reader.device, step)
