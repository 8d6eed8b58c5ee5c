"""What is known of a scene."""

from dataclasses import dataclass
from typing import Any

from affine import Affine

UNCALIBRATED = "dn"
"""The quantity of squared digital numbers."""


Warnings = tuple[tuple[str, dict[str, Any]], ...]
"""Sentences to give the user: code and values."""
NOISE_IGNORED: Warnings = (("scene-noise-ignored", {}),)


@dataclass(frozen=True)
class SceneInfo:
    """Everything a user or a model must know of a scene before its pixels are read."""

    scene_id: str
    path: str
    """What the user named, absolute."""
    kind: str
    """``EEC``, ``GEC``, ``MGD``, ``SSC``, or ``raster``."""
    mission: str
    mode: str
    resolution_variant: str
    """``SE``, ``RE``, or empty."""
    bands: tuple[str, ...]
    """Polarisations, or numbers where the file does not name them."""
    rows: int
    columns: int
    row_spacing_m: float
    """Between rows, on the ground; NaN where it is not known."""
    column_spacing_m: float
    """Between columns."""
    crs_wkt: str | None
    transform: Affine
    """Pixel (column, row) to the scene's CRS; without one x = column, y = -row."""
    quantity: str
    """What the pixels give without an incidence angle: ``beta0``, ``sigma0``, ``gamma0``, ``dn``; empty where unknown."""
    calibration_factors: tuple[float, ...]
    """Power of one squared digital number, per band; empty where the pixels are calibrated already or cannot be."""
    looks: float | None
    incidence_deg: tuple[float, float] | None
    """Least and largest."""
    incidence_source: str
    """``mask`` (GIM), ``grid`` (GEOREF), ``corners``, ``centre``, ``asserted``, ``product`` (another one), ``tags``, or ``unknown``."""
    acquired: str
    """UTC; empty where unknown."""
    footprint: tuple[tuple[float, float], ...] | None
    """Corners (longitude, latitude) from the first row's first pixel around the image."""
    asserted: dict[str, Any]
    """What the user said because the file does not, by setting."""
    warnings: Warnings
    noise: str = ""
    """``corrected``, ``in`` (still in the pixels), ``subtracted`` (on the user's wish), or empty."""
    orbit_direction: str = ""
    look_direction: str = ""
    radiometric_correction: str = ""
