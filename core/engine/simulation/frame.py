"""The radar's own grid on the ground, and how it lies on the map."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from pyproj import Transformer

from ...contract.commands.simulate import SimulateConfig

EARTH_RADIUS_M = 6_371_000.0
ORBIT_HEIGHT_M = 514_000.0
LIGHT_SPEED_M_S = 299_792_458.0
WAVELENGTH_M = LIGHT_SPEED_M_S / 9.65e9
BEAM_SPEED_M_S = 7050.0
"""Speed of the beam over the ground; the satellite itself flies at 7.6 km/s."""

_PLACES = {
    "balanced": (48.1, 11.3),
    "rural": (53.3, 13.1),
    "urban": (48.8, 2.4),
    "coastal": (43.5, 4.2),
    "arid": (25.1, 55.6),
}
"""Latitude and longitude near which the scenes of a class mix lie."""


@dataclass(frozen=True)
class Frame:
    """A square of flat ground as the radar sees it: rows in azimuth time order, columns from near to far range."""

    seed: int
    """Of all that is random on it."""
    side_px: int
    pixel_size_m: float
    centre_incidence_deg: float
    heading_deg: float
    """Flight direction, clockwise from grid north."""
    to_map: Affine
    """Frame (column, row), corner of the first pixel at (0, 0), to easting and northing."""
    map_px: int
    """Rows and columns of the map-projected image around the frame."""
    map_transform: Affine
    epsg: int
    start: datetime
    """Zero-Doppler time of row 0."""
    height_m: float
    """Height of the flat ground above the ellipsoid."""

    @property
    def side_m(self) -> float:
        """Side of the frame in metres."""
        return self.side_px * self.pixel_size_m

    @property
    def ascending(self) -> bool:
        """Whether the satellite flies north."""
        return math.cos(math.radians(self.heading_deg)) > 0

    @property
    def seconds_per_row(self) -> float:
        """Azimuth time between two rows."""
        return self.pixel_size_m / BEAM_SPEED_M_S

    def time(self, row: float) -> datetime:
        """Zero-Doppler time of a row."""
        return self.start + timedelta(seconds=row * self.seconds_per_row)

    def incidence_deg(self, columns: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """Incidence angle at frame columns (fractional, pixel corners at whole numbers), any shape."""
        angles = np.radians(np.clip(np.linspace(-25, 25, 2001) + self.centre_incidence_deg, 5, 80))
        offset_m = _ground_range_m(angles) - _ground_range_m(np.radians([self.centre_incidence_deg]))
        return np.asarray(np.degrees(np.interp((columns - self.side_px / 2) * self.pixel_size_m, offset_m, angles)))

    def range_time_s(self, columns: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """Two-way slant-range time at frame columns, any shape."""
        angle = np.radians(self.incidence_deg(columns))
        orbit = EARTH_RADIUS_M + ORBIT_HEIGHT_M
        slant_m = np.sqrt(orbit**2 - (EARTH_RADIUS_M * np.sin(angle)) ** 2) - EARTH_RADIUS_M * np.cos(angle)
        return np.asarray(2 * slant_m / LIGHT_SPEED_M_S)

    def lonlat(
        self, columns: NDArray[np.floating[Any]], rows: NDArray[np.floating[Any]]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Longitude and latitude in degrees of frame positions."""
        east, north = moved(self.to_map, columns, rows)
        lon, lat = Transformer.from_crs(self.epsg, 4326, always_xy=True).transform(east, north)
        return np.asarray(lon), np.asarray(lat)


def moved(
    transform: Affine, columns: NDArray[np.floating[Any]], rows: NDArray[np.floating[Any]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Positions (column, row) through a transform; arrays that broadcast together."""
    first = transform.a * columns + transform.b * rows + transform.c
    return np.asarray(first), np.asarray(transform.d * columns + transform.e * rows + transform.f)


def _ground_range_m(incidence_rad: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distance along a spherical Earth from the point below the satellite to where the incidence angle is this."""
    look = np.arcsin(EARTH_RADIUS_M / (EARTH_RADIUS_M + ORBIT_HEIGHT_M) * np.sin(incidence_rad))
    return np.asarray(EARTH_RADIUS_M * (incidence_rad - look))


def place_frame(config: SimulateConfig) -> Frame:
    """Put a scene on the map: place, flight direction and time follow from seed and class mix.

    The frame is the largest square that, turned by the flight direction, fits into the image; the corners around it are nodata.
    """
    rng = np.random.default_rng((config.seed, 1))
    ascending = bool(rng.random() < 0.5)
    heading = rng.uniform(-9.5, -5.5) if ascending else rng.uniform(185.5, 189.5)
    angle = math.radians(heading)
    side_px = int((config.size_px - 4) / (abs(math.cos(angle)) + abs(math.sin(angle))))
    epsg, east, north = _scene_centre(config, rng)
    pixel, half_m = config.pixel_size_m, config.size_px * config.pixel_size_m / 2
    along_range = math.cos(angle) * pixel, -math.sin(angle) * pixel
    along_track = math.sin(angle) * pixel, math.cos(angle) * pixel
    to_map = Affine(along_range[0], along_track[0], east, along_range[1], along_track[1], north)
    return Frame(
        seed=config.seed,
        side_px=side_px,
        pixel_size_m=pixel,
        centre_incidence_deg=config.incidence_deg,
        heading_deg=heading % 360,
        to_map=to_map @ Affine.translation(-side_px / 2, -side_px / 2),
        map_px=config.size_px,
        map_transform=Affine(pixel, 0, east - half_m, 0, -pixel, north + half_m),
        epsg=epsg,
        start=_acquisition_time(ascending, rng),
        height_m=round(float(rng.uniform(5, 400)), 1),
    )


def _scene_centre(config: SimulateConfig, rng: np.random.Generator) -> tuple[int, float, float]:
    """UTM zone as EPSG code, easting and northing on whole pixels."""
    place = _PLACES[config.mix]
    latitude, longitude = place[0] + rng.uniform(-0.4, 0.4), place[1] + rng.uniform(-0.4, 0.4)
    epsg = 32601 + int((longitude + 180) // 6)
    east, north = Transformer.from_crs(4326, epsg, always_xy=True).transform(longitude, latitude)
    pixel = config.pixel_size_m
    return epsg, round(east / pixel) * pixel, round(north / pixel) * pixel


def _acquisition_time(ascending: bool, rng: np.random.Generator) -> datetime:
    """The orbit is sun-synchronous, dusk and dawn: ascending in the evening, descending in the morning."""
    day = datetime(2010, 1, 1, tzinfo=timezone.utc) + timedelta(days=int(rng.integers(0, 5000)))
    return day + timedelta(hours=17 if ascending else 5.3, seconds=round(float(rng.uniform(0, 1500)), 6))
