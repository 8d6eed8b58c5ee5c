"""What training chooses where the user leaves a setting out, by what there is to learn from; the figures are in docs/few-labels.md."""

import dataclasses

from ...contract.commands.learning import TrainConfig

_PATCHES_SEEN = 4000
"""In all epochs together."""
_LEAST_EPOCHS = 8
_LEAST_PATCHES = 320
"""That an epoch draws, for what comes between epochs takes its time too: smaller sets are drawn from again and again."""
_SHIPPED_BACKBONE = "resnet10"


def settled(config: TrainConfig, patches: int) -> TrainConfig:
    """A config with nothing left open: start, epochs, and how long weights are averaged.

    Args:
        config: as the user gave it.
        patches: to train on.
    """
    drawn = config.drawing.epoch_patches or (patches if config.epochs else max(patches, _LEAST_PATCHES))
    epochs = config.epochs or max(-(-_PATCHES_SEEN // drawn), _LEAST_EPOCHS)
    steps = epochs * -(-drawn // config.batch_size)
    drawing, run = dataclasses.replace(config.drawing, epoch_patches=drawn), config.run
    if run.ema_decay is None:
        # the average reaches over the last tenth of the steps, when the learning rate has nearly come down
        run = dataclasses.replace(run, ema_decay=round(max(0.0, 1 - 10 / steps), 5))
    return dataclasses.replace(config, start=_start(config), epochs=epochs, drawing=drawing, run=run)


def _start(config: TrainConfig) -> str:
    """The start asked for; ``auto`` is the shipped model, and random weights for a body that it does not have."""
    if config.start != "auto":
        return config.start
    return "shipped" if config.backbone in (None, _SHIPPED_BACKBONE) else "random"
