"""The command gan trial: whether synthetic patches help a classifier."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .generation import FilterOptions, GanSampleConfig, GeneratorOptions
from .learning import BACKBONES, TrainConfig
from .training_options import AddedOptions

ARMS = ("none", "classic", "oversampling", "gan", "gan-filter", "classic-gan")
GAN_ARMS = ("gan", "gan-filter", "classic-gan")
"""Those that learn from synthetic patches."""


@dataclass(frozen=True)
class ClassifierOptions:
    """How every classifier of a trial learns."""

    start: str = setting("Start weights", "Of every classifier: random, imagenet, shipped, or a file.", default="random")
    allow_other_quantity: bool = setting(
        "Allow another quantity", "Start although these patches hold another quantity than the start learned from.", default=False
    )
    backbone: Optional[str] = setting(
        "Backbone", "Network body; left out, that of the start, else resnet18.", default=None, choices=BACKBONES
    )
    texture_expert: bool = setting(
        "Texture expert", "Let statistics of texture answer beside the network, as in training; they learn from real patches alone.",
        default=TrainConfig.texture_expert,
    )  # fmt: skip
    epochs: int = setting("Epochs", "Passes over the training patches; 0 chooses by their number.", default=0, low=0, high=10000)
    training_batch: int = setting(
        "Batch size of training", "Patches per step of a classifier.", default=TrainConfig.batch_size, low=2, high=4096
    )
    training_rate: float = setting(
        "Learning rate of training", "Peak rate of AdamW.", default=TrainConfig.learning_rate, low=1e-7, high=1.0
    )
    speckle_share: float = setting(
        "Speckle share", "Share of patches that classic augmentation averages down and gives fresh speckle, beside flips and moves.",
        default=0.25, low=0.0, high=1.0,
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class GanTrialConfig:
    """Measure whether synthetic patches help a classifier: with and without, same splits, several seeds."""

    patches: str = setting("Patch set", "Folder NAME.patchset with a test split.")
    output: str = setting("Output", "Report folder to write.")
    classes: Tuple[str, ...] = setting("Classes", "Names of the classes that get synthetic patches; left out, all.", default=())
    sizes: Tuple[int, ...] = setting(
        "Patches per class", "Numbers of real training patches per class to learn from.", default=(5, 20, 50), low=2, high=1_000_000
    )
    whole: bool = setting("All patches", "Also learn from all training patches.", default=True)
    rare_only: bool = setting(
        "Only these are few", "The sizes hold for the classes that get synthetic patches; all others keep all their patches.", default=False
    )
    arms: Tuple[str, ...] = setting(
        "Arms",
        "What is compared with none: classic is flips, moves and speckle, gan adds synthetic patches, gan-filter those that a classifier "
        "and its features take for real, classic-gan such ones and classic.",
        default=ARMS, choices=ARMS,
    )  # fmt: skip
    seeds: int = setting("Repetitions", "Runs of each arm, each with other patches and another seed.", default=5, low=2, high=100)
    margin: float = setting(
        "Margin", "A gain or loss of recall below this counts as none: no effect is what surely lies within.",
        default=0.03, low=0.001, high=0.5,
    )  # fmt: skip
    synthetic: int = setting("Synthetic patches", "Per class, made for the arms with a GAN.", default=100, low=1, high=1_000_000)
    add_weight: float = setting(
        "Weight of synthetic patches", "In the loss, beside 1 for a real patch.", default=AddedOptions.add_weight, low=0.01, high=1.0
    )
    add_share: float = setting(
        "Share of synthetic patches", "The most of a class that is synthetic in what an epoch draws.",
        default=AddedOptions.add_share, low=0.01, high=0.9,
    )  # fmt: skip
    learn_all: bool = setting(
        "Learn all classes", "The generator learns every class, and makes the chosen ones: rare ones profit from what all have in common.",
        default=True,
    )  # fmt: skip
    generator: GeneratorOptions = group(GeneratorOptions)
    keeping: FilterOptions = group(FilterOptions)
    most_tries: int = setting(
        "Most tries", "Patches made for each one to keep, before the filter gives a class up.",
        default=GanSampleConfig.most_tries, low=1, high=1000,
    )  # fmt: skip
    classifier: ClassifierOptions = group(ClassifierOptions)
    precision: str = setting(
        "Number type", "auto measures bfloat16 against float32 once, and all runs take the faster.",
        default="auto", choices=("auto", "bf16", "fp32"),
    )  # fmt: skip
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    seed: int = setting("Seed", "Equal seeds give equal trials on a CPU.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if "none" not in self.arms or len(set(self.arms)) < 2:
            raise ConfigError("gan-trial-arms", arms=", ".join(self.arms))
        if len(self.sizes) + self.whole < 1:
            raise ConfigError("gan-trial-no-size")
        one_class = len(self.classes) == 1 and not self.learn_all
        if set(self.arms) & set(GAN_ARMS) and not self.generator.conditional and not one_class:
            raise ConfigError("gan-trial-mixed")
