"""What training chooses where the user leaves a setting out, by what there is to learn from; the figures are in docs/few-labels.md."""

import dataclasses
from typing import TypeVar

from ...contract.commands.learning import LearningConfig
from ...contract.training_run import run_length

_SHIPPED_BACKBONE = "resnet10"


Config = TypeVar("Config", bound=LearningConfig)


def settled(config: Config, quantity: str, patches: int) -> Config:
    """A config with nothing left open: start, texture expert, epochs, and how long weights are averaged.

    Args:
        config: as the user gave it.
        quantity: of the patches.
        patches: to train on.
    """
    epochs, drawn = run_length(patches, config.epochs, config.drawing.epoch_patches)
    steps = epochs * -(-drawn // config.batch_size)
    drawing, run = dataclasses.replace(config.drawing, epoch_patches=drawn), config.run
    if run.ema_decay is None:
        # the average reaches over the last tenth of the steps, when the learning rate has nearly come down
        run = dataclasses.replace(run, ema_decay=round(max(0.0, 1 - 10 / steps), 5))
    is_radar = quantity != "rgb"
    start = config.start if config.start != "auto" else _start(config, is_radar)
    expert = config.texture_expert and is_radar  # its statistics are of speckle and decibels
    return dataclasses.replace(config, start=start, texture_expert=expert, epochs=epochs, drawing=drawing, run=run)


def _start(config: LearningConfig, is_radar: bool) -> str:
    """The shipped model for radar, and random weights for what it has not seen or a body that it does not have."""
    return "shipped" if is_radar and config.backbone in (None, _SHIPPED_BACKBONE) else "random"
