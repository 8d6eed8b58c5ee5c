"""The command train, and what it shares with every command that trains a classifier."""

from dataclasses import dataclass
from typing import Iterator, Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .embed import HeadOnlyOptions
from .training_options import AddedOptions, AugmentationOptions, LossOptions, SamplingOptions, check_imbalance

BACKBONES = ("resnet10", "resnet18", "resnet34", "resnet50", "resnet101")
FROZEN = ("none", "stem", "body")
MODALITIES = ("sar", "optical")
NAMED_STARTS = ("auto", "shipped", "random", "imagenet")
"""Start weights that are no file of the user's."""


@dataclass(frozen=True)
class TransferOptions:
    """How the start weights are treated."""

    allow_other_quantity: bool = setting(
        "Allow another quantity", "Start although these patches hold another quantity than the start model learned from.", default=False
    )
    probe_epochs: int = setting(
        "Probe epochs", "Before all others, epochs in which only the head learns, on the start's own features.",
        default=0, low=0, high=10000,
    )  # fmt: skip
    probe_rate: float = setting("Probe rate", "Peak learning rate of the probe epochs.", default=1e-3, low=1e-7, high=1.0)
    freeze: str = setting("Freeze", "What keeps its start weights: none, the stem (first layers), or the whole body.", default="none",
                          choices=FROZEN)  # fmt: skip
    freeze_epochs: Optional[int] = setting(
        "Frozen epochs", "For how many epochs after the probe; left out, to the end.", default=None, low=1, high=10000
    )
    layer_decay: float = setting(
        "Layer decay", "Learning rate of each stage of the body as a share of the next one's; 1 for one rate.",
        default=1.0, low=0.1, high=1.0,
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class RunOptions:
    """How a training run steps, and when it ends."""

    batch_parts: int = setting(
        "Parts of a batch", "A batch goes through the network in so many parts, their gradients added up: for a GPU with little memory.",
        default=1, low=1, high=1024,
    )  # fmt: skip
    find_rate: bool = setting("Find the learning rate", "Choose the peak rate by a short trial of rising rates.", default=False)
    ema_decay: Optional[float] = setting(
        "Averaged weights",
        "Judge and keep a moving average of the weights, with this decay a step; left out, over the last tenth of all steps; 0 is off.",
        default=None, low=0.0, high=0.99999,
    )  # fmt: skip
    patience: int = setting(
        "Patience", "Stop after so many epochs without a better one, judged by the validation patches; 0 never stops early.",
        default=0, low=0, high=10000,
    )  # fmt: skip
    deterministic: bool = setting(
        "Deterministic", "Equal seeds give equal runs on a GPU too, at some cost of speed; auto precision becomes fp32.", default=False
    )

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class LearningConfig:
    """What every command that trains a classifier asks."""

    output: str = setting("Output", "Model file NAME.safetensors; the run folder NAME.run is written beside it.")
    patches: str = setting("Patch set", "Folder NAME.patchset.")
    backbone: Optional[str] = setting(
        "Backbone", "Network body; left out, that of the start, else resnet18.", default=None, choices=BACKBONES
    )
    paper_head: bool = setting(
        "Paper's head", "Two hidden layers of 256 before the classes, as in the TerraSAR-X patch paper.", default=False
    )
    start: str = setting(
        "Start weights",
        "shipped (the model that Echopatch brings), random, imagenet, a model file, or a local file of ResNet weights; auto is shipped, "
        "or random for another backbone and for optical images.",
        default="auto",
    )  # fmt: skip
    transfer: TransferOptions = group(TransferOptions)
    texture_expert: bool = setting(
        "Texture expert", "Let statistics of texture answer beside the network: they learn from few patches.", default=True
    )
    epochs: int = setting(
        "Epochs", "Passes over the training patches; 0 chooses by their number: 4,000 patches seen, in at least 8 epochs.",
        default=0, low=0, high=10000,
    )  # fmt: skip
    batch_size: int = setting("Batch size", "Patches per step.", default=32, low=2, high=4096)
    learning_rate: float = setting("Learning rate", "Peak rate of AdamW.", default=5e-4, low=1e-7, high=1.0)
    weight_decay: float = setting("Weight decay", "Of AdamW.", default=0.05, low=0.0, high=1.0)
    warmup_share: float = setting("Warm-up", "Share of all steps in which the rate rises.", default=0.1, low=0.0, high=0.9)
    objective: LossOptions = group(LossOptions)
    drawing: SamplingOptions = group(SamplingOptions)
    augmentation: AugmentationOptions = group(AugmentationOptions)
    added: AddedOptions = group(AddedOptions)
    floor_db: Optional[float] = setting(
        "Floor", "Lower end of the dB window; left out, -30, or for uncalibrated chips where the darkest of 200 pixels begin.",
        default=None, unit="dB", low=-60.0, high=100.0,
    )  # fmt: skip
    ceiling_db: Optional[float] = setting(
        "Ceiling", "Upper end of the dB window; left out, 10, or for uncalibrated chips where the brightest of 200 pixels begin.",
        default=None, unit="dB", low=-60.0, high=110.0,
    )  # fmt: skip
    run: RunOptions = group(RunOptions)
    precision: str = setting(
        "Number type", "auto measures bfloat16 against float32 and takes the faster.", default="auto", choices=("auto", "bf16", "fp32")
    )
    half_file: bool = setting("Half-size file", "Store the weights as 16-bit floats.", default=False)
    licence: str = setting("Licence", "Licence of the model, for its card.", default="")
    provenance: str = setting("Provenance", "What the training data are, for the card.", default="")
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    seed: int = setting("Seed", "Equal seeds give equal runs on a CPU.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        check_imbalance(self.objective, self.drawing)
        asking = next((name for name, asks in self._needs_start() if asks), None)
        if self.start == "random" and asking:
            raise ConfigError("training-needs-start", name=asking)

    def files_read(self) -> Tuple[str, ...]:
        """What the run reads, and its output must never replace."""
        return (self.patches, *self.added.add, *(() if self.start in NAMED_STARTS else (self.start,)))

    def _needs_start(self) -> Iterator[Tuple[str, bool]]:
        """Options that build on given weights, and whether they are in use."""
        yield "--freeze", self.transfer.freeze != "none"
        yield "--probe-epochs", self.transfer.probe_epochs > 0


@dataclass(frozen=True)
class TrainConfig(LearningConfig):
    """Train a classifier on the patches of a set."""

    patches: str = setting("Patch set", "Folder NAME.patchset; left out with feature grids.", default="")
    modality: str = setting(
        "Modality", "sar learns from the radar patches, optical from their optical images: a teacher for distil.",
        default="sar", choices=MODALITIES,
    )  # fmt: skip
    head_only: bool = setting(
        "Head only", "Leave the start's body as it is and fit a head on its features, in seconds; without --start the shipped model's.",
        default=False,
    )  # fmt: skip
    head: HeadOnlyOptions = group(HeadOnlyOptions)

    def __post_init__(self) -> None:
        super().__post_init__()
        if bool(self.patches) == bool(self.head.features):
            raise ConfigError("training-patches-or-features")
        if self.head.features and not self.head_only:
            raise ConfigError("training-features-head-only")
        if self.modality == "optical":
            self._check_optical()

    def _needs_start(self) -> Iterator[Tuple[str, bool]]:
        yield "--head-only", self.head_only
        yield from super()._needs_start()

    def _check_optical(self) -> None:
        """Refuse what only radar images know."""
        if self.head_only:
            raise ConfigError("training-optical-head-only")
        if self.added.add:
            raise ConfigError("training-optical-added")
        if self.augmentation.speckle_share > 0:
            raise ConfigError("training-optical-speckle", share=self.augmentation.speckle_share)
        if self.floor_db is not None or self.ceiling_db is not None:
            raise ConfigError("training-optical-window")
