"""The commands gan train and gan sample: synthetic patches."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting

SCENARIOS = ("full", "coarse", "crop")
LAYERS = ("paper", "original")
RECONSTRUCTION_LOSSES = ("histogram", "l1")
LEAST_PATCHES, FEW_PATCHES = 2, 50
"""Training patches of a class below which a generator cannot learn it, and below which what it makes is much alike."""


@dataclass(frozen=True)
class GeneratorOptions:
    """How a generator is built and learns."""

    scenario: str = setting(
        "Scenario",
        "full learns whole patches, coarse patches at twice the ground spacing, crop pieces of half the side; the last two are enlarged.",
        default="full", choices=SCENARIOS,
    )  # fmt: skip
    conditional: bool = setting(
        "Conditional", "Tell the generator which class to make; without it, classes are mixed, and a model must say which is which.",
        default=True,
    )  # fmt: skip
    layers: str = setting(
        "Layers", "paper has four convolutions a stage and a bounded last layer, original two and a linear one.",
        default="paper", choices=LAYERS,
    )  # fmt: skip
    width: int = setting("Width", "Channels of the first stage; the time of a step grows with its square.", default=16, low=4, high=256)
    code_length: int = setting("Code length", "Numbers that a patch is squeezed into, and made from.", default=64, low=2, high=512)
    speckle_input: bool = setting(
        "Speckle input", "Give the generator fresh noise for every pixel, so that it need not make speckle out of its code.", default=True
    )
    reconstruction: str = setting(
        "Reconstruction loss", "histogram is the paper's, of grey levels and pixels; l1 is that of the original BEGAN.",
        default="histogram", choices=RECONSTRUCTION_LOSSES,
    )  # fmt: skip
    spatial_weight: float = setting(
        "Spatial weight", "Omega of the paper: weight of the squared differences of pixels beside those of histograms. For histogram.",
        default=0.001, low=0.0, high=1000.0,
    )  # fmt: skip
    histogram_cells: int = setting(
        "Histogram cells", "Histograms are compared in so many by so many cells of a patch; 1 is the paper's. For histogram.",
        default=4, low=1, high=32,
    )  # fmt: skip
    histogram_scales: int = setting(
        "Histogram scales", "Histograms are compared of so many scales of a patch, from its pixels up; 1 is the paper's. For histogram.",
        default=3, low=1, high=6,
    )  # fmt: skip
    class_weight: float = setting(
        "Class weight", "Of the loss that the discriminator tells the classes apart, and the generator makes them so. For conditional.",
        default=0.5, low=0.0, high=100.0,
    )  # fmt: skip
    realism_weight: float = setting(
        "Realism weight", "Of the loss that the discriminator tells real from made, place by place; 0 is BEGAN alone, as in the paper.",
        default=3.0, low=0.0, high=100.0,
    )  # fmt: skip
    gamma: float = setting("Gamma", "Balance of the equilibrium: low is sharp and alike, high is diverse.", default=1.0, low=0.05, high=1.0)
    balance_rate: float = setting(
        "Balance rate", "Lambda of the equilibrium: how fast k follows the balance.", default=0.001, low=0.0, high=1.0
    )
    steps: int = setting("Steps", "Of training.", default=4000, low=1, high=10_000_000)
    batch_size: int = setting("Batch size", "Patches per step.", default=16, low=2, high=1024)
    learning_rate: float = setting("Learning rate", "Of Adam, at the beginning.", default=4e-4, low=1e-7, high=0.1)
    least_rate: float = setting("Least learning rate", "The rate is not halved below this.", default=2e-5, low=1e-8, high=0.1)
    rate_patience: int = setting(
        "Rate patience", "The rate is halved after so many steps in which the convergence measure M has not fallen.",
        default=2000, low=10, high=10_000_000,
    )  # fmt: skip
    ema_decay: Optional[float] = setting(
        "Averaged weights",
        "Keep a moving average of the generator's weights, with this decay a step; left out, over the last tenth of all steps; 0 is off.",
        default=None, low=0.0, high=0.99999,
    )  # fmt: skip
    augment: bool = setting(
        "Augment", "Shift, cut out and brighten what the discriminator sees, real and made alike: for few patches.", default=True
    )

    def __post_init__(self) -> None:
        check_settings(self)
        if self.least_rate > self.learning_rate:
            raise ConfigError("gan-rates-order", least=self.least_rate, rate=self.learning_rate)


@dataclass(frozen=True)
class FilterOptions:
    """Which synthetic patches are kept."""

    min_probability: float = setting(
        "Least probability", "Keep a patch only where the filter's model gives its class at least this.", default=0.5, low=0.0, high=1.0
    )
    distance_share: float = setting(
        "Distance share", "Keep a patch only if its features lie as near to real ones as those of this share of real patches do.",
        default=0.95, low=0.0, high=1.0,
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class GanTrainConfig:
    """Train a generator of synthetic patches on the training patches of a set."""

    patches: str = setting("Patch set", "Folder NAME.patchset; only its training patches are looked at.")
    output: str = setting("Output", "Generator file NAME.safetensors; the run folder NAME.run is written beside it.")
    classes: Tuple[str, ...] = setting("Classes", "Names of the classes to learn; left out, all that have training patches.", default=())
    generator: GeneratorOptions = group(GeneratorOptions)
    preview_every_s: int = setting("Preview every", "Least time between two previews.", default=30, unit="s", low=1, high=86400)
    precision: str = setting(
        "Number type", "auto measures bfloat16 against float32 and takes the faster.", default="auto", choices=("auto", "bf16", "fp32")
    )
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    seed: int = setting("Seed", "Equal seeds give equal runs on a CPU.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def files_read(self) -> Tuple[str, ...]:
        """What the run reads, and its output must never replace."""
        return (self.patches,)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class GanSampleConfig:
    """Make synthetic patches with a generator, and keep those that pass a filter."""

    generator: str = setting("Generator", "File of gan train.")
    output: str = setting("Output", "Folder NAME.patchset to write.")
    count: int = setting("Patches per class", "To keep of each class.", default=100, low=1, high=1_000_000)
    classes: Tuple[str, ...] = setting("Classes", "Names of the classes to make; left out, all that the generator knows.", default=())
    model: str = setting(
        "Filter model", "Classifier trained on real patches of the same legend; left out, nothing is filtered.", default=""
    )
    patches: str = setting("Real patches", "Set that the generator learned from, for the distance of the filter.", default="")
    keeping: FilterOptions = group(FilterOptions)
    most_tries: int = setting("Most tries", "Patches made for each one to keep, before a class is given up.", default=10, low=1, high=1000)
    batch_size: int = setting("Batch size", "Patches made at once.", default=64, low=1, high=4096)
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    seed: int = setting("Seed", "Equal seeds make equal patches on a CPU.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if bool(self.model) != bool(self.patches):
            raise ConfigError("gan-filter-needs-both")
