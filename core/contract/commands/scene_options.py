"""How to read a scene, and what the user asserts where the file does not say."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, setting

QUANTITIES = ("gamma0", "sigma0", "beta0")
"""Calibrated quantities, by descending usefulness to a classifier."""


@dataclass(frozen=True)
class SceneOptions:
    """Which bands of a scene to read, and the user's word for what its file does not say."""

    bands: Tuple[str, ...] = setting(
        "Bands", "Bands to read, by polarisation (HH VV HV VH) or number from 1, in the order of the model's channels.", default=()
    )
    quantity: Optional[str] = setting(
        "Pixel quantity",
        "What the pixels of a raster hold; a product says it itself.",
        default=None,
        choices=("amplitude", "intensity", *QUANTITIES),
    )
    decibel: bool = setting("Pixels in dB", "The pixels are decibels, not linear.", default=False)
    calibration_factor: Optional[float] = setting(
        "Calibration factor", "Multiplies squared amplitude or intensity to give a calibrated quantity.", default=None, low=1e-30
    )
    calibrated_to: str = setting("Calibrated to", "The quantity that the calibration factor gives.", default="beta0", choices=QUANTITIES)
    incidence_deg: Optional[float] = setting(
        "Incidence angle", "Incidence angle of the whole scene, where the file does not say.", default=None, unit="deg", low=5.0, high=85.0
    )
    incidence_from: Optional[str] = setting(
        "Incidence from product", "A TerraSAR-X product folder whose geolocation grid gives the incidence angle.", default=None
    )
    pixel_size_m: Optional[float] = setting(
        "Pixel size", "Ground size of a pixel, where the file does not say.", default=None, unit="m", low=0.01, high=1000.0
    )
    subtract_noise: bool = setting(
        "Subtract noise", "Subtract the annotated noise power where the product says that it is still in.", default=False
    )

    def __post_init__(self) -> None:
        check_settings(self)
        if self.incidence_deg is not None and self.incidence_from is not None:
            raise ConfigError("scene-incidence-twice")
        if self.calibration_factor is not None and self.quantity not in ("amplitude", "intensity"):
            raise ConfigError("scene-factor-alone")
        if self.calibration_factor is None and self.calibrated_to != "beta0":
            raise ConfigError("scene-calibrated-to-alone")
