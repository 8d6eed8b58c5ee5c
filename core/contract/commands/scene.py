"""Commands on one scene: info and calibrate."""

from dataclasses import dataclass
from typing import Optional

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .scene_options import QUANTITIES, SceneOptions


@dataclass(frozen=True)
class InfoConfig:
    """Say what a scene is: sizes, spacing, calibration, incidence, footprint, warnings."""

    scene: str = setting("Scene", "Product folder, its XML, or a raster.", positional=True)
    options: SceneOptions = group(SceneOptions)
    json: bool = setting("As JSON", "Print one JSON object instead of text.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class CalibrateConfig:
    """Write a scene as a calibrated GeoTIFF (COG): linear, dB, or the 8-bit picture that a model sees."""

    scene: str = setting("Scene", "Product folder, its XML, or a raster.")
    output: str = setting("Output", "GeoTIFF to write.")
    scale: str = setting("Scale", "linear power, decibels, or the 8-bit input of --model.", default="db", choices=("linear", "db", "model"))
    calibrated_quantity: str = setting(
        "Calibrated quantity", "What to write; a model's input has the model's own.", default="gamma0", choices=QUANTITIES
    )
    model: Optional[str] = setting("Model", "Model whose 8-bit input to write, with --scale model.", default=None)
    allow_upsampling: bool = setting(
        "Allow upsampling", "Go on although the scene is more than twice as coarse as the model.", default=False
    )
    options: SceneOptions = group(SceneOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if (self.scale == "model") != (self.model is not None):
            raise ConfigError("calibrate-model-and-scale")
