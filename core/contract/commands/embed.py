"""The command embed, and the settings of what learns from its feature grids."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .scene_options import SceneOptions


@dataclass(frozen=True)
class EmbedConfig:
    """Write what a model sees of a scene as a feature grid, to learn from it and map it again in seconds."""

    scene: str = setting("Scene", "Product folder, its XML, or a raster.")
    model: str = setting("Model", "Model file, whose body looks at the scene.")
    output: str = setting("Feature grid", "Folder NAME.features to write.")
    mode: str = setting(
        "Mode", "dense runs the network once over large tiles; patch runs it once per cell, as the papers do.", default="dense",
        choices=("dense", "patch"),
    )  # fmt: skip
    stride_px: Optional[int] = setting(
        "Stride", "Side of a cell at the model's pixel size: 32 when left out in dense mode, the patch size in patch mode.",
        default=None, unit="px", low=1,
    )  # fmt: skip
    min_valid: float = setting("Least valid share", "Share of a patch that must hold data.", default=0.5, low=0.01, high=1.0)
    allow_upsampling: bool = setting(
        "Allow upsampling", "Go on although the scene is more than twice as coarse as the model.", default=False
    )
    batch_size: Optional[int] = setting("Batch size", "Patches per step; found by itself when left out.", default=None, low=1, high=65536)
    precision: str = setting("Number type", "auto takes bfloat16 where it is faster.", default="auto", choices=("auto", "bf16", "fp32"))
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    options: SceneOptions = group(SceneOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class HeadOnlyOptions:
    """What a head alone is fitted on, and how."""

    features: Tuple[str, ...] = setting(
        "Feature grids", "Folders NAME.features of labelled scenes, in place of a patch set. For head only.", default=()
    )
    labels: Tuple[str, ...] = setting(
        "Labels", "Vector files with labelled polygons or points: one for all feature grids, or one per grid.", default=()
    )
    label_field: str = setting("Label field", "Field of the labels that holds the class.", default="class")
    min_cover: float = setting(
        "Least cover", "Share of the patch around a cell that a class must cover to label it.", default=0.6, low=0.01, high=1.0
    )
    validation_share: float = setting(
        "Validation share", "Share of labelled cells that calibrate the confidence, in place of cross-validation.",
        default=0.0, low=0.0, high=1.0,
    )  # fmt: skip
    test_share: float = setting("Test share", "Share of labelled cells that the model never learns from.", default=0.0, low=0.0, high=1.0)
    block_m: float = setting(
        "Block size", "Side of the spatial blocks of cells that are learned from, or left out, as a whole.",
        default=1000.0, unit="m", low=0.0,
    )  # fmt: skip
    most_cells: int = setting("Most cells", "Labelled cells of one class beyond this number are thinned out evenly.", default=2000, low=1)
    penalty: Optional[float] = setting(
        "Penalty", "Of the head's weights; left out, chosen by cross-validation over places.", default=None, low=1e-8, high=1e4
    )

    def __post_init__(self) -> None:
        check_settings(self)
        if len(self.labels) not in (min(1, len(self.features)), len(self.features)):
            raise ConfigError("head-only-one-label-file-per-grid", grids=len(self.features), labels=len(self.labels))
        if self.validation_share + self.test_share > 1:
            raise ConfigError("patches-split-shares", validation=self.validation_share, test=self.test_share)
