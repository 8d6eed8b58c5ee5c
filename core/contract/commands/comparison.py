"""Commands that compare: compare sets models against each other, curve sets numbers of labels."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .learning import BACKBONES, TrainConfig
from .training_options import AugmentationOptions, LossOptions, SamplingOptions, check_imbalance


@dataclass(frozen=True)
class CompareConfig:
    """Compare models on the same patches: which is better, and whether that is sure."""

    model: Tuple[str, ...] = setting("Models", "Two or more model files; the others are compared with the first.")
    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Report folder to write.")
    split: str = setting("Split", "Which patches to compare on.", default="test", choices=("train", "validation", "test"))
    resamples: int = setting("Resamples", "Draws of the bootstrap that gives the intervals.", default=2000, low=200, high=100_000)
    seed: int = setting("Seed", "Equal seeds give equal intervals.", default=0, low=0)
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if len(self.model) < 2:
            raise ConfigError("compare-one-model", models=len(self.model))


@dataclass(frozen=True)
class CurveConfig:
    """Measure how good a classifier gets with more labels: a learning curve."""

    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Report folder to write.")
    sizes: Tuple[int, ...] = setting(
        "Patches per class", "Numbers of training patches per class to learn from.", default=(5, 10, 20, 50), low=1, high=1_000_000
    )
    whole: bool = setting("All patches", "Also learn from all training patches.", default=True)
    start: Tuple[str, ...] = setting(
        "Starts", "Start weights to fine-tune, one curve each: random, imagenet, shipped, or files.", default=("random", "shipped")
    )
    head_only: Tuple[str, ...] = setting(
        "Heads only", "Start weights whose body stays as it is, one curve each: only a head learns.", default=()
    )
    seeds: int = setting("Repetitions", "Runs of each point, each with other patches and another seed.", default=5, low=2, high=100)
    folds: int = setting(
        "Folds", "0 tests on the test split of the set; from 2 on, groups of patches take turns to be tested on.", default=0, low=0, high=50
    )
    backbone: Optional[str] = setting(
        "Backbone", "Network body; left out, that of each start, else resnet18.", default=None, choices=BACKBONES
    )
    allow_other_quantity: bool = setting(
        "Allow another quantity", "Start although these patches hold another quantity than a start learned from.", default=False
    )
    texture_expert: bool = setting(
        "Texture expert", "Let statistics of texture answer beside the network, as in training.", default=TrainConfig.texture_expert
    )
    epochs: int = setting("Epochs", "Passes over the training patches; 0 chooses by their number.", default=0, low=0, high=10000)
    batch_size: int = setting("Batch size", "Patches per step.", default=TrainConfig.batch_size, low=2, high=4096)
    learning_rate: float = setting("Learning rate", "Peak rate of AdamW.", default=TrainConfig.learning_rate, low=1e-7, high=1.0)
    objective: LossOptions = group(LossOptions)
    drawing: SamplingOptions = group(SamplingOptions)
    augmentation: AugmentationOptions = group(AugmentationOptions)
    precision: str = setting(
        "Number type", "auto measures bfloat16 against float32 and takes the faster.", default="auto", choices=("auto", "bf16", "fp32")
    )
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        check_imbalance(self.objective, self.drawing)
        if self.folds == 1:
            raise ConfigError("curve-one-fold")
        if not (self.start or self.head_only):
            raise ConfigError("curve-no-start")
        if len(self.sizes) + self.whole < 2:
            raise ConfigError("curve-one-size")
