"""The command that learns: train."""

from dataclasses import dataclass
from typing import Optional

from ..settings import check_settings, setting

BACKBONES = ("resnet10", "resnet18", "resnet34", "resnet50", "resnet101")


@dataclass(frozen=True)
class TrainConfig:
    """Train a classifier on the patches of a set."""

    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Model file NAME.safetensors; the run folder NAME.run is written beside it.")
    backbone: str = setting("Backbone", "Network body.", default="resnet18", choices=BACKBONES)
    paper_head: bool = setting(
        "Paper's head", "Two hidden layers of 256 before the classes, as in the TerraSAR-X patch paper.", default=False
    )
    start: str = setting("Start weights", "random, imagenet, a model file, or a local file of torchvision weights.", default="random")
    epochs: int = setting("Epochs", "Passes over the training patches.", default=30, low=1, high=10000)
    batch_size: int = setting("Batch size", "Patches per step.", default=64, low=2, high=4096)
    learning_rate: float = setting("Learning rate", "Peak rate of AdamW.", default=1e-3, low=1e-7, high=1.0)
    weight_decay: float = setting("Weight decay", "Of AdamW.", default=0.05, low=0.0, high=1.0)
    warmup_share: float = setting("Warm-up", "Share of all steps in which the rate rises.", default=0.1, low=0.0, high=0.9)
    sampling: str = setting(
        "Sampling", "instance draws patches as they are, balanced draws classes equally often.", default="balanced",
        choices=("instance", "balanced"),
    )  # fmt: skip
    augment: bool = setting("Augmentation", "Flips, shifts, small gains and nodata edges.", default=True)
    quarter_turns: bool = setting(
        "Quarter turns", "Also exchange rows and columns: for models that meet both maps and radar geometry.", default=False
    )
    label_smoothing: float = setting("Label smoothing", "Share of the label spread over all classes.", default=0.05, low=0.0, high=0.5)
    floor_db: Optional[float] = setting(
        "Floor", "Lower end of the dB window; left out, -30, or for uncalibrated chips where the darkest of 200 pixels begin.",
        default=None, unit="dB", low=-60.0, high=100.0,
    )  # fmt: skip
    ceiling_db: Optional[float] = setting(
        "Ceiling", "Upper end of the dB window; left out, 10, or for uncalibrated chips where the brightest of 200 pixels begin.",
        default=None, unit="dB", low=-60.0, high=110.0,
    )  # fmt: skip
    precision: str = setting(
        "Precision", "auto measures bfloat16 against float32 and takes the faster.", default="auto", choices=("auto", "bf16", "fp32")
    )
    half_file: bool = setting("Half-size file", "Store the weights as 16-bit floats.", default=False)
    licence: str = setting("Licence", "Licence of the model, for its card.", default="")
    provenance: str = setting("Provenance", "What the training data are, for the card.", default="")
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    seed: int = setting("Seed", "Equal seeds give equal runs on a CPU.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
