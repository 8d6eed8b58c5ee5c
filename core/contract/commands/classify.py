"""The command classify."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .scene_options import SceneOptions


@dataclass(frozen=True)
class ClassifyConfig:
    """Classify a scene into a GeoPackage of cells and regions."""

    model: str = setting("Model", "Model file.")
    output: str = setting("Result", "GeoPackage to write.")
    scene: Optional[str] = setting("Scene", "Product folder, its XML, or a raster.", default=None)
    features: Optional[str] = setting(
        "Feature grid", "Folder NAME.features that embed wrote of a scene, in place of the scene: maps it again in seconds.", default=None
    )
    mode: str = setting(
        "Mode", "dense runs the network once over large tiles; patch runs it once per cell, as the papers do.", default="dense",
        choices=("dense", "patch"),
    )  # fmt: skip
    stride_px: Optional[int] = setting(
        "Stride", "Side of a cell at the model's pixel size: 32 when left out in dense mode, the patch size in patch mode.",
        default=None, unit="px", low=1,
    )  # fmt: skip
    extent: Optional[Tuple[float, float, float, float]] = setting(
        "Extent", "Only this part: xmin ymin xmax ymax in the scene's coordinates.", default=None
    )
    area: Optional[str] = setting("Area", "Only cells whose centre lies in the polygons of this vector file.", default=None)
    min_confidence: float = setting("Least confidence", "Cells below it are marked unsure.", default=0.5, low=0.0, high=1.0)
    min_area_m2: float = setting("Smallest region", "Smaller regions are merged into their neighbours.", default=0.0, unit="m2", low=0.0)
    min_valid: float = setting("Least valid share", "Share of a patch that must hold data.", default=0.5, low=0.01, high=1.0)
    allow_upsampling: bool = setting(
        "Allow upsampling", "Go on although the scene is more than twice as coarse as the model.", default=False
    )
    ensemble: Tuple[str, ...] = setting(
        "Further models", "Model files of the same legend, patch and pixel size, whose probabilities are averaged with the model's.",
        default=(),
    )  # fmt: skip
    test_time: str = setting(
        "Test-time views", "flips also looks at the scene mirrored, turns also at it turned, and averages; each look costs as much again.",
        default="none", choices=("none", "flips", "turns"),
    )  # fmt: skip
    smooth: int = setting(
        "Smoothing", "How many cells to each side are averaged with a cell; 0 for none.", default=0, unit="cells", low=0, high=10
    )
    unknown: str = setting(
        "Mark unknown", "Mark cells that are unlike everything the model was trained on; auto does where the model can tell.",
        default="auto", choices=("auto", "yes", "no"),
    )  # fmt: skip
    explain: Optional[str] = setting(
        "Evidence raster", "Also write, as a GeoTIFF (COG), where the scene speaks for the class of a cell and where against it.",
        default=None,
    )  # fmt: skip
    raster: Optional[str] = setting("Class raster", "Also write classes and probabilities as a GeoTIFF (COG).", default=None)
    batch_size: Optional[int] = setting("Batch size", "Patches per step; found by itself when left out.", default=None, low=1, high=65536)
    precision: str = setting("Number type", "auto takes bfloat16 where it is faster.", default="auto", choices=("auto", "bf16", "fp32"))
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    options: SceneOptions = group(SceneOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if (self.scene is None) == (self.features is None):
            raise ConfigError("classify-scene-or-features")
        looks_again = {"--ensemble": bool(self.ensemble), "--test-time": self.test_time != "none", "--explain": self.explain is not None}
        for flag, given in looks_again.items():
            if given and self.features is not None:
                raise ConfigError("classify-features-one-look", name=flag)
        if self.extent is not None and not (self.extent[0] < self.extent[2] and self.extent[1] < self.extent[3]):
            raise ConfigError("classify-extent-order", extent=" ".join(f"{value:g}" for value in self.extent))
