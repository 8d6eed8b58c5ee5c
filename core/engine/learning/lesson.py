"""The lesson of a run: draws, augmentation, loss, validation and schedule from its settings."""

import copy
import dataclasses
from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from torch.nn import functional as F

from ...contract.commands.learning import LearningConfig
from ..assessment.figures import epoch_figures
from ..network.networks import PatchNetwork
from ..network.precision import faster_precision
from ..patches.samplers import Drawing, PhaseDraw, draw_figures
from .batches import Batch, PatchReader
from .fit import Lesson
from .learner import Learner, WeightAverage
from .losses import LabelLoss, Loss, label_loss, training_loss
from .optimiser import adamw
from .prediction import SafePoint, predict
from .schedule import Phase, Schedule
from .splits import Splits

Teaching = Callable[[LabelLoss, PhaseDraw], Loss]
"""From what the labels ask, and how patches are drawn, what a step lowers."""
_TRIAL_PATCHES = 8
"""To time a step on a CPU; a GPU is timed with a whole batch, which it needs to be busy."""


def labels_alone(of_labels: LabelLoss, _: PhaseDraw) -> Loss:
    """The teaching of a run without a teacher."""
    return training_loss(of_labels)


def new_learner(config: LearningConfig, network: PatchNetwork) -> Learner:
    """A network that has learned nothing yet, with its optimiser and, if asked for, the average of its weights."""
    average = WeightAverage(network, config.run.ema_decay) if config.run.ema_decay else None
    return Learner(network, adamw(network, config.weight_decay, config.transfer.layer_decay), average)


def training_lesson(
    config: LearningConfig, reader: PatchReader, splits: Splits, precision: str, teaching: Teaching = labels_alone
) -> Lesson:
    """The lesson of a run.

    Args:
        config: of the run.
        reader: of the patch set.
        splits: of the patch set.
        precision: ``bf16`` or ``fp32``.
        teaching: what a step lowers, given what the labels ask.
    """
    drawing = drawing_of(config, reader, splits)
    rows = np.concatenate([splits.train, splits.added])
    draws = lru_cache(maxsize=2)(drawing.epoch)  # asked for again and again within an epoch
    alone = dataclasses.replace(reader, companion=None)  # a teacher is not asked when its student is judged

    def validate(network: PatchNetwork, safe_point: SafePoint) -> dict[str, float]:
        logits = predict(network, alone, splits.validation, config.batch_size, safe_point)
        return epoch_figures(splits.labels[splits.validation], logits.numpy())

    def batches(epoch: int) -> Iterator[Batch]:
        seed = int(np.random.SeedSequence([config.seed, epoch]).generate_state(1)[0])
        return reader.batches_of([rows[part] for part in draws(epoch).batches], config.augmentation, seed)

    def loss(epoch: int, step: int) -> Loss:
        draw, pool = draws(epoch).phase_of(step), drawing.pool(epoch)
        return teaching(label_loss(config.objective, pool.weighed, pool.prior(draw.shares), epoch / drawing.epochs), draw)

    return Lesson(
        batches=batches,
        steps_per_epoch=drawing.steps_per_epoch,
        loss=loss,
        validate=validate if len(splits.validation) else None,
        schedule=training_schedule(config, config.learning_rate),
        precision=precision,
        batch_parts=config.run.batch_parts,
        seed=config.seed,
        drawn=lambda epoch: draw_figures(draws(epoch), [one.code for one in reader.patch_set.settings.classes]),
    )


def drawing_of(config: LearningConfig, reader: PatchReader, splits: Splits) -> Drawing:
    """How a run draws its patches; order and changes of an epoch follow from seed and epoch alone, so it can be taken up at any epoch."""
    rows, classes = np.concatenate([splits.train, splits.added]), len(reader.patch_set.settings.classes)
    epochs = config.transfer.probe_epochs + config.epochs
    synthetic = np.isin(rows, splits.added) if len(splits.added) else None
    return Drawing(config.drawing, splits.labels[rows], classes, config.batch_size, epochs, config.seed, synthetic, config.added)


def patch_weights(splits: Splits, add_weight: float) -> NDArray[np.float32] | None:
    """How much each patch of the set counts in the loss, (N,); None where all count alike.

    Args:
        splits: of the set.
        add_weight: of a synthetic patch, beside 1 for a real one.
    """
    if not len(splits.added):
        return None
    weights = np.ones(len(splits.labels), np.float32)
    weights[splits.added] = add_weight
    return weights


def training_schedule(config: LearningConfig, learning_rate: float) -> Schedule:
    """The probe, if there is one, and the main phase at a peak rate."""
    transfer = config.transfer
    probe = Phase(transfer.probe_epochs, transfer.probe_rate, "body", transfer.probe_epochs)
    main = Phase(config.epochs, learning_rate, transfer.freeze, transfer.freeze_epochs or config.epochs)
    return Schedule((probe, main) if probe.epochs else (main,), config.warmup_share, config.run.patience)


def chosen_precision(config: LearningConfig, network: PatchNetwork, reader: PatchReader, splits: Splits) -> str:
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

    def step() -> None:
        F.cross_entropy(trial(batch.inputs), batch.labels).backward()  # type: ignore[no-untyped-call]

    return faster_precision(reader.device, step)
