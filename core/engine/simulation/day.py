"""The day of the optical companion: its season, where the sun stands, clouds with their shadows, and haze."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.simulate import SimulateConfig
from .broad_fields import Lattice, broad_noise, lattice_of, spread_out
from .frame import Frame
from .random_fields import Strip
from .seasons import SEASONS, Season

_SUN_AZIMUTH_DEG = 150.0
_CLOUD_PLANE, _HAZE_PLANE = 20, 30
_CLOUD_OCTAVES = ((190.0, 1.0), (80.0, 0.6), (34.0, 0.36), (14.0, 0.22))
"""Correlation length in metres and weight of the waves that clouds are made of, from banks down to wisps."""
_HAZE_OCTAVES = ((600.0, 1.0), (200.0, 0.6))
_CLOUD_HEIGHT_M = 700.0
_EDGE, _DENSITY = 0.25, 2.8
"""How far thin edges reach beyond the cloud, and how fast it thickens, by unit of the random field."""
_CLOUD_SHADE = 0.6
_CLOUD_COLOUR, _CLOUD_RELIEF, _THIN_CLOUD_LOSS = (238, 240, 243), 42.0, 26.0
_AIRLIGHT = (176, 188, 200)
_EXTINCTION = (1.3, 1.55, 1.95)
"""Optical depth of the densest haze in red, green and blue; short waves are scattered most."""
_HAZE_UNEVENNESS, _THINNEST_HAZE = 0.35, 0.2
_MOST_SAMPLED_ROWS = 1024


class Day(NamedTuple):
    """When the camera came by, and how clear the air was."""

    season: Season
    sun: tuple[float, float]
    """From the tip of a shadow to what casts it, by metre of height: along range (columns) and along azimuth (rows)."""
    haze: float
    cloud_level: float
    """Where the random field of clouds is higher there is one; infinite for a clear day."""

    @property
    def clouded(self) -> bool:
        """Whether there are clouds."""
        return math.isfinite(self.cloud_level)

    @property
    def clear(self) -> bool:
        """Whether nothing hides the ground."""
        return not self.clouded and self.haze == 0


class Veil(NamedTuple):
    """What the air does to the light of the ground: of ``through`` it lets pass, and ``added`` comes on top; (3, rows, columns)."""

    through: NDArray[np.float32]
    added: NDArray[np.float32]


def make_day(config: SimulateConfig, frame: Frame) -> Day:
    """The day of a seed."""
    options, season = config.companion, SEASONS[config.companion.season]
    if config.mix == "arid":
        season = season._replace(snow_share=0.0)
    turn = math.radians(_SUN_AZIMUTH_DEG - frame.heading_deg)
    sun = math.sin(turn) * season.shadow_length, math.cos(turn) * season.shadow_length
    return Day(season, sun, options.haze, _cloud_level(options.cloud_share, frame))


def _cloud_level(share: float, frame: Frame) -> float:
    """The height of the random field that so much of the frame exceeds; beyond ten kilometres the first rows speak for all."""
    if share == 0:
        return math.inf
    lattice = lattice_of(Strip(0, frame.side_px, frame.side_px), frame.pixel_size_m)
    sampled = lattice._replace(strip=lattice.strip._replace(rows=min(lattice.strip.rows, _MOST_SAMPLED_ROWS)))
    return float(np.quantile(broad_noise(frame.seed, _CLOUD_PLANE, sampled, _CLOUD_OCTAVES), 1 - share))


def cloud_shade(day: Day, frame: Frame, strip: Strip) -> NDArray[np.float32]:
    """Share of the sunlight that clouds leave to the ground, (rows, columns)."""
    lattice = lattice_of(strip, frame.pixel_size_m)
    field = _clouds_towards_sun(day, frame, lattice, _CLOUD_HEIGHT_M)
    return 1 - np.float32(_CLOUD_SHADE) * _opacity(spread_out(field, lattice, strip), day)


def veil(day: Day, frame: Frame, strip: Strip) -> Veil:
    """Haze, and the clouds above it."""
    lattice = lattice_of(strip, frame.pixel_size_m)
    haze = _haze(day, frame, lattice, strip)
    return _clouds_over(haze, day, frame, lattice, strip) if day.clouded else haze


def _haze(day: Day, frame: Frame, lattice: Lattice, strip: Strip) -> Veil:
    """Uneven haze: what it takes from the light of the ground it replaces by its own."""
    uneven = spread_out(broad_noise(frame.seed, _HAZE_PLANE, lattice, _HAZE_OCTAVES), lattice, strip)
    depth = np.float32(day.haze) * np.maximum(1 + np.float32(_HAZE_UNEVENNESS) * uneven, np.float32(_THINNEST_HAZE))
    through = np.exp(-depth * _by_band(_EXTINCTION))
    return Veil(through, (1 - through) * _by_band(_AIRLIGHT))


def _clouds_over(haze: Veil, day: Day, frame: Frame, lattice: Lattice, strip: Strip) -> Veil:
    """Clouds that are bright where they are thick and where they face the sun."""
    field = broad_noise(frame.seed, _CLOUD_PLANE, lattice, _CLOUD_OCTAVES)
    facing = spread_out(field - _clouds_towards_sun(day, frame, lattice, lattice.step_m), lattice, strip)
    height = spread_out(field, lattice, strip)
    thin = np.exp(-3 * np.maximum(height - np.float32(day.cloud_level), 0))
    cloud = _by_band(_CLOUD_COLOUR) + np.float32(_CLOUD_RELIEF) * np.tanh(2 * facing) - np.float32(_THIN_CLOUD_LOSS) * thin
    opacity = _opacity(height, day)
    return Veil(haze.through * (1 - opacity), haze.added * (1 - opacity) + cloud * opacity)


def _by_band(values: tuple[float, float, float]) -> NDArray[np.float32]:
    """One number for each band, (3, 1, 1)."""
    return np.array(values, np.float32)[:, None, None]


def _clouds_towards_sun(day: Day, frame: Frame, lattice: Lattice, height_m: float) -> NDArray[np.float32]:
    """The random field of clouds that the sun's rays cross at a height on their way to each node."""
    columns, rows = (round(part * height_m / lattice.step_m) for part in day.sun)
    there = lattice._replace(strip=lattice.strip._replace(first_row=lattice.strip.first_row + rows))
    # the field meets itself at the edges, so what lies beyond them comes from the other side
    return np.roll(broad_noise(frame.seed, _CLOUD_PLANE, there, _CLOUD_OCTAVES), -columns, axis=1)


def _opacity(field: NDArray[np.float32], day: Day) -> NDArray[np.float32]:
    """Share of the light that clouds hold back: one half where the cloud begins, less over its thin edge."""
    beyond_edge = np.maximum(field - np.float32(day.cloud_level - _EDGE), 0)
    return np.asarray(1 - np.exp(-np.float32(_DENSITY) * beyond_edge), np.float32)
