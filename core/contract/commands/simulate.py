"""The command simulate."""

from dataclasses import dataclass
from typing import Optional

from ..errors import ConfigError
from ..settings import check_settings, group, setting

CLASS_MIXES = ("balanced", "rural", "urban", "coastal", "arid")
SEASONS = ("summer", "spring", "autumn", "winter")
_PAIRS = (("HH", "VV"), ("HH", "HV"), ("VV", "VH"))
"""What the sensor takes together."""


@dataclass(frozen=True)
class OpticalOptions:
    """How clearly the optical companion shows the ground."""

    season: str = setting(
        "Season", "Of the optical image: colours of plants and soil, length of shadows, snow in winter.", default="summer", choices=SEASONS
    )
    cloud_share: float = setting(
        "Cloud share", "Share of the optical image under clouds; they cast shadows too.", default=0.0, low=0.0, high=0.9
    )
    haze: float = setting("Haze", "In the optical image: 0 is clear air, 1 hides most of the ground.", default=0.0, low=0.0, high=1.0)
    optical_down_px: float = setting(
        "Optical shift down", "How far below its true place the optical image lies.", default=0.0, unit="px", low=-100.0, high=100.0
    )
    optical_right_px: float = setting(
        "Optical shift right", "How far right of its true place the optical image lies.", default=0.0, unit="px", low=-100.0, high=100.0
    )

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class SimulateConfig:
    """Write a synthetic TerraSAR-X product with its labels and an optical companion."""

    output: str = setting("Output folder", "Folder to make: product folder, labels.gpkg and optical.tif go into it.")
    seed: int = setting("Seed", "Equal seeds give equal scenes.", default=0, low=0)
    size_px: int = setting("Size", "Rows and columns of the image.", default=2048, unit="px", low=256, high=40000)
    pixel_size_m: float = setting("Pixel size", "Ground size of a pixel.", default=1.25, unit="m", low=0.5, high=5.0)
    incidence_deg: float = setting("Incidence angle", "At scene centre.", default=35.0, unit="deg", low=20.0, high=55.0)
    looks: int = setting("Looks", "1 for spatially enhanced (SE), 4 to 6 for radiometrically enhanced (RE).", default=1, low=1, high=8)
    calibration_factor: float = setting(
        "Calibration factor", "Power of one digital number squared, as annotated.", default=1.04e-5, low=1e-7, high=1e-3
    )
    mix: str = setting("Class mix", "Which classes are common.", default="balanced", choices=CLASS_MIXES)
    variant: str = setting("Variant", "Product variant.", default="EEC", choices=("EEC",))
    polarisation: str = setting("Polarisation", "Polarisation of the image.", default="HH", choices=("HH", "VV"))
    second_polarisation: Optional[str] = setting(
        "Second polarisation", "For a dual-polarised product.", default=None, choices=("VV", "HV", "VH")
    )
    optical: bool = setting("Optical companion", "Also write optical.tif.", default=True)
    companion: OpticalOptions = group(OpticalOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output folder that simulate wrote.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if self.second_polarisation is not None and (self.polarisation, self.second_polarisation) not in _PAIRS:
            raise ConfigError("simulate-polarisations", first=self.polarisation, second=self.second_polarisation)
