"""Facts of a synthetic product that its files have in common."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from .frame import Frame
from .imaging import Scene


@dataclass(frozen=True)
class Layer:
    """One polarisation as it was written."""

    polarisation: str
    mean_dn: float
    sd_dn: float
    min_dn: int
    max_dn: int


@dataclass(frozen=True)
class Product:
    """A scene with the names that follow from it."""

    scene: Scene

    @property
    def frame(self) -> Frame:
        """Where the scene lies."""
        return self.scene.frame

    @property
    def polarisations(self) -> tuple[str, ...]:
        """Layers in file order."""
        second = self.scene.config.second_polarisation
        return (self.scene.config.polarisation, second) if second else (self.scene.config.polarisation,)

    @property
    def polarisation_mode(self) -> str:
        """SINGLE or DUAL."""
        return "DUAL" if len(self.polarisations) == 2 else "SINGLE"

    @property
    def resolution_variant(self) -> str:
        """SE or RE."""
        return "RE" if self.scene.enhanced_radiometry else "SE"

    @property
    def imaging_mode(self) -> str:
        """Spotlight; the sensor takes cross-polarised images in stripmap mode only."""
        return "SM" if any(pol in ("HV", "VH") for pol in self.polarisations) else "HS"

    @property
    def beam(self) -> str:
        """Name of the elevation beam, which tells the incidence angle."""
        share = (self.scene.config.incidence_deg - 19.7) / (55.2 - 19.7)
        number = round(10 + 90 * min(max(share, 0), 1))
        return f"strip_{3 + round(number * 0.11):03d}" if self.imaging_mode == "SM" else f"spot_{number:03d}"

    @property
    def stop(self) -> datetime:
        """Zero-Doppler time of the end of the last row."""
        return self.frame.time(self.frame.side_px)

    @property
    def product_type(self) -> str:
        """Such as EEC_SE_HS_S."""
        return f"EEC_{self.resolution_variant}_{self.imaging_mode}_{self.polarisation_mode[0]}"

    @property
    def name(self) -> str:
        """Name of folder and main annotation."""
        start, stop = (time.strftime("%Y%m%dT%H%M%S") for time in (self.frame.start, self.stop))
        return f"TSX1_SAR__EEC_{self.resolution_variant}___{self.imaging_mode}_{self.polarisation_mode[0]}_SRA_{start}_{stop}"

    def image_name(self, polarisation: str) -> str:
        """File name of one layer."""
        return f"IMAGE_{polarisation}_SRA_{self.beam}.tif"

    def quicklook_name(self, polarisation: str) -> str:
        """File name of the quicklook of one layer."""
        return f"QL_{polarisation}_SRA_{self.beam}.tif"

    @property
    def centre_lonlat(self) -> tuple[float, float]:
        """Longitude and latitude of the scene's centre in degrees."""
        middle = np.array([self.frame.side_px / 2])
        lon, lat = self.frame.lonlat(middle, middle)
        return float(lon[0]), float(lat[0])
