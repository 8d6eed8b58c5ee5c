"""The lesson of the command train: draws, augmentation, loss, validation and schedule from its settings."""

import copy
from collections.abc import Callable, Iterator

import numpy as np

from ...contract.commands.learning import TrainConfig
from ..assessment.figures import epoch_figures
from ..network.networks import PatchNetwork
from ..network.precision import faster_precision
from ..patches.samplers import EpochDraw, draw_epoch, draw_figures
from .batches import Batch, PatchReader, even_parts
from .fit import Lesson
from .learner import Learner, WeightAverage
from .losses import Loss, training_loss
from .optimiser import adamw
from .prediction import SafePoint, predict
from .schedule import Phase, Schedule
from .splits import Splits

_TRIAL_PATCHES = 8
"""To time a step on a CPU; a GPU is timed with a whole batch, which it needs to be busy."""


def new_learner(config: TrainConfig, network: PatchNetwork) -> Learner:
    """A network that has learned nothing yet, with its optimiser and, if asked for, the average of its weights."""
    average = WeightAverage(network, config.run.ema_decay) if config.run.ema_decay else None
    return Learner(network, adamw(network, config.weight_decay, config.transfer.layer_decay), average)


def training_lesson(config: TrainConfig, reader: PatchReader, splits: Splits, precision: str) -> Lesson:
    """The lesson of a run.

    Args:
        config: of the run.
        reader: of the patch set.
        splits: of the patch set.
        precision: ``bf16`` or ``fp32``.
    """
    schedule = training_schedule(config, config.learning_rate)
    draw = _draws(config, reader, splits)

    def validate(network: PatchNetwork, safe_point: SafePoint) -> dict[str, float]:
        logits = predict(network, reader, splits.validation, config.batch_size, safe_point)
        return epoch_figures(splits.labels[splits.validation], logits.numpy())

    return Lesson(
        batches=_epoch_batches(config, reader, splits, draw),
        steps_per_epoch=len(even_parts(draw(0).order, config.batch_size)),
        loss=_epoch_loss(config, reader, splits, draw),
        validate=validate if len(splits.validation) else None,
        schedule=schedule,
        precision=precision,
        batch_parts=config.run.batch_parts,
        seed=config.seed,
        drawn=lambda epoch: draw_figures(draw(epoch), [one.code for one in reader.patch_set.settings.classes]),
    )


def training_schedule(config: TrainConfig, learning_rate: float) -> Schedule:
    """The probe, if there is one, and the main phase at a peak rate."""
    transfer = config.transfer
    probe = Phase(transfer.probe_epochs, transfer.probe_rate, "body", transfer.probe_epochs)
    main = Phase(config.epochs, learning_rate, transfer.freeze, transfer.freeze_epochs or config.epochs)
    return Schedule((probe, main) if probe.epochs else (main,), config.warmup_share, config.run.patience)


def _draws(config: TrainConfig, reader: PatchReader, splits: Splits) -> Callable[[int], EpochDraw]:
    """Order and changes of an epoch follow from seed and epoch alone, so a run can be taken up at any epoch."""
    labels, classes = splits.labels[splits.train], len(reader.patch_set.settings.classes)
    return lambda epoch: draw_epoch(config.drawing, labels, classes, config.seed, epoch)


def _epoch_batches(
    config: TrainConfig, reader: PatchReader, splits: Splits, draw: Callable[[int], EpochDraw]
) -> Callable[[int], Iterator[Batch]]:
    def batches(epoch: int) -> Iterator[Batch]:
        seed = int(np.random.SeedSequence([config.seed, epoch]).generate_state(1)[0])
        return reader.batches(splits.train[draw(epoch).order], config.batch_size, config.augmentation, seed)

    return batches


def _epoch_loss(config: TrainConfig, reader: PatchReader, splits: Splits, draw: Callable[[int], EpochDraw]) -> Callable[[int], Loss]:
    counts = np.bincount(splits.labels[splits.train], minlength=len(reader.patch_set.settings.classes))
    epochs = config.transfer.probe_epochs + config.epochs
    return lambda epoch: training_loss(config.objective, counts, draw(epoch).shares, epoch / epochs)


def chosen_precision(config: TrainConfig, network: PatchNetwork, reader: PatchReader, splits: Splits) -> str:
    """The precision asked for; ``auto`` takes the one that a step of a copy of the network is faster in.

    Where runs are to be equal no clock may choose: float32 it is.
    """
    if config.precision != "auto":
        return config.precision
    if config.run.deterministic:
        return "fp32"
    patches = _TRIAL_PATCHES if reader.device.type == "cpu" else max(2, config.batch_size // config.run.batch_parts)
    rows = splits.train[:patches]
    batch = next(reader.batches(rows, len(rows)))
    trial = copy.deepcopy(network).train()
    counts = np.bincount(splits.labels[splits.train], minlength=len(reader.patch_set.settings.classes))
    loss = training_loss(config.objective, counts, counts / counts.sum(), 0.0)

    def step() -> None:
        loss(trial, batch).backward()  # type: ignore[no-untyped-call]

    return faster_precision(reader.device, step)
