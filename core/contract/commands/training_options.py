"""How to learn from few and uneven patches: groups of settings of every command that trains a classifier."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, setting

LOSSES = ("ce", "focal", "balanced-softmax", "ldam-drw", "logit-adjusted")
ADJUSTING_LOSSES = ("balanced-softmax", "logit-adjusted")
"""Those that take the frequencies of the classes out of the logits."""
CORRECTING_LOSSES = (*ADJUSTING_LOSSES, "ldam-drw")
"""Those that by themselves make up for classes of unequal size."""
PHASES = ("instance", "balanced", "sqrt")
SAMPLINGS = (*PHASES, "alternate")


@dataclass(frozen=True)
class LossOptions:
    """What a training step lowers."""

    loss: str = setting(
        "Loss", "ce is cross-entropy; focal dwells on hard patches; the others make up for rare classes.", default="ce", choices=LOSSES
    )
    focal_gamma: float = setting("Focal exponent", "How little easy patches count; 0 is ce. For focal.", default=2.0, low=0.0, high=10.0)
    adjustment: float = setting(
        "Adjustment",
        "How far rare classes are helped: 0 not at all, 1 to equal footing. For logit-adjusted.",
        default=1.0,
        low=0.0,
        high=3.0,
    )
    class_weights: str = setting(
        "Class weights", "inverse weighs each class by 1 / its patches, effective less steeply.", default="none",
        choices=("none", "inverse", "effective"),
    )  # fmt: skip
    effective_beta: float = setting(
        "Effective beta", "From about 1 / (1 - beta) patches on, more patches count no more. For effective and ldam-drw.",
        default=0.999, low=0.0, high=0.99999,
    )  # fmt: skip
    label_smoothing: float = setting("Label smoothing", "Share of the label spread over all classes.", default=0.05, low=0.0, high=0.5)

    def __post_init__(self) -> None:
        check_settings(self)
        if self.loss in CORRECTING_LOSSES and self.class_weights != "none":
            raise ConfigError("imbalance-loss-and-weights", loss=self.loss, weights=self.class_weights)


@dataclass(frozen=True)
class SamplingOptions:
    """Which patches an epoch draws."""

    sampling: str = setting(
        "Sampling",
        "instance draws patches as they are, balanced draws classes equally often, sqrt lies between, alternate changes between two.",
        default="balanced", choices=SAMPLINGS,
    )  # fmt: skip
    alternate_every: int = setting(
        "Alternate every", "Epochs, or steps, between the changes. For alternate.", default=1, low=1, high=100000
    )
    alternate_unit: str = setting("Alternate in", "What the changes are counted in.", default="epochs", choices=("epochs", "steps"))
    alternate_first: str = setting("Alternate first", "What alternate begins with.", default="instance", choices=PHASES)
    alternate_second: str = setting("Alternate second", "What alternate changes to.", default="balanced", choices=PHASES)
    alternate_last: Optional[str] = setting(
        "Alternate last", "What the last interval of all draws by; left out, whichever has its turn.", default=None, choices=PHASES
    )
    epoch_patches: Optional[int] = setting(
        "Patches per epoch", "How many an epoch draws; left out, as many as there are training patches.", default=None, low=2
    )

    def __post_init__(self) -> None:
        check_settings(self)
        if self.sampling == "alternate" and self.alternate_first == self.alternate_second:
            raise ConfigError("sampling-does-not-alternate", phase=self.alternate_first)


@dataclass(frozen=True)
class AugmentationOptions:
    """What may happen to a patch on its way to the network."""

    augment: bool = setting("Augmentation", "Change patches at random, as the settings of augmentation say.", default=True)
    flips: bool = setting("Flips", "Mirror along azimuth (rows) and range (columns).", default=True)
    keep_look_direction: bool = setting(
        "Keep look direction", "Mirror along azimuth alone, so that layover and shadow keep their side.", default=False
    )
    quarter_turns: bool = setting(
        "Quarter turns", "Also exchange rows and columns: for models that meet both maps and radar geometry.", default=False
    )
    shift_share: float = setting("Shift", "Largest shift, as a share of the patch side.", default=0.125, low=0.0, high=0.5)
    zoom_share: float = setting("Zoom", "Largest change of scale, 0.1 for ten percent.", default=0.0, low=0.0, high=0.5)
    gain_db: float = setting("Gain", "Largest change of level, either sign.", default=1.0, unit="dB", low=0.0, high=10.0)
    speckle_share: float = setting(
        "Speckle share", "Share of patches that are averaged down and given fresh speckle.", default=0.0, low=0.0, high=1.0
    )
    edge_share: float = setting("Edge share", "Share of patches that lose an edge to nodata.", default=0.1, low=0.0, high=1.0)
    mixup: float = setting("Mixup", "Alpha of mixup, which blends two patches and their labels; 0 is off.", default=0.0, low=0.0, high=10.0)
    cutmix: float = setting(
        "CutMix", "Alpha of CutMix, which pastes a part of another patch, label and all; 0 is off.", default=0.0, low=0.0, high=10.0
    )
    mixed_share: float = setting("Mixed share", "Share of batches that mixup or CutMix change.", default=0.5, low=0.0, high=1.0)

    def __post_init__(self) -> None:
        check_settings(self)
        if self.keep_look_direction and self.quarter_turns:
            raise ConfigError("augmentation-turns-look")
        if not self.augment and (self.mixup or self.cutmix):
            raise ConfigError("augmentation-off-but-mixed")


NO_AUGMENTATION = AugmentationOptions(augment=False)


@dataclass(frozen=True)
class AddedOptions:
    """Synthetic patches beside the real ones to learn from; what a model is judged by stays real."""

    add: Tuple[str, ...] = setting(
        "Synthetic patches", "Folders NAME.patchset of gan sample, to learn from beside the real patches.", default=()
    )
    add_weight: float = setting(
        "Weight of synthetic patches", "In the loss, beside 1 for a real patch; 0 leaves them out.", default=0.5, low=0.0, high=1.0
    )
    add_share: float = setting(
        "Share of synthetic patches", "The most of a class that is synthetic in what an epoch draws.", default=0.5, low=0.0, high=0.9
    )
    real_last_share: float = setting(
        "Real at the end", "Share of the epochs, the last ones, that draw real patches alone.", default=0.2, low=0.0, high=1.0
    )

    def __post_init__(self) -> None:
        check_settings(self)


def check_imbalance(loss: LossOptions, sampling: SamplingOptions) -> None:
    """Refuse to make up for the same imbalance twice; a config that holds both groups asks this in its ``__post_init__``.

    Square-root and alternating sampling go with balanced softmax and logit adjustment, for these correct what the sampling of the
    epoch has left; where all classes are drawn equally often nothing is left.

    Raises:
        ConfigError: names the two settings, and which to change.
    """
    drawn = sampling.sampling
    if drawn != "instance" and loss.class_weights != "none":
        raise ConfigError("imbalance-sampling-and-weights", sampling=drawn, weights=loss.class_weights)
    if drawn != "instance" and loss.loss == "ldam-drw":
        raise ConfigError("imbalance-sampling-and-margins", sampling=drawn, loss=loss.loss)
    if drawn == "balanced" and loss.loss in CORRECTING_LOSSES:
        raise ConfigError("imbalance-sampling-and-loss", sampling=drawn, loss=loss.loss)
