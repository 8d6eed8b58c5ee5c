"""What training chooses where the user leaves a setting out, by what there is to learn from; the figures are in docs/few-labels.md."""

import dataclasses

from ...contract.commands.learning import TrainConfig

_PATCHES_SEEN = 6000
"""In all epochs together; on real chips more made small sets no better."""
_EPOCHS = (8, 60)
_SHIPPED_BACKBONE = "resnet10"


def settled(config: TrainConfig, patches: int) -> TrainConfig:
    """A config with nothing left open: start, epochs, and how long weights are averaged.

    Args:
        config: as the user gave it.
        patches: to train on.
    """
    fewest, most = _EPOCHS
    epochs = config.epochs or min(max(-(-_PATCHES_SEEN // patches), fewest), most)
    drawn = config.drawing.epoch_patches or patches
    steps = epochs * -(-drawn // config.batch_size)
    run = config.run
    if run.ema_decay is None:
        # the average reaches over the last tenth of the steps, when the learning rate has nearly come down
        run = dataclasses.replace(run, ema_decay=round(max(0.0, 1 - 10 / steps), 5))
    return dataclasses.replace(config, start=_start(config), epochs=epochs, run=run)


def _start(config: TrainConfig) -> str:
    """The start asked for; ``auto`` is the shipped model, and random weights for a body that it does not have."""
    if config.start != "auto":
        return config.start
    return "shipped" if config.backbone in (None, _SHIPPED_BACKBONE) else "random"
