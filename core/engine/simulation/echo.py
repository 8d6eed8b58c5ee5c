"""What the radar receives from a strip of landscape: mean power of surfaces, walls and plants, and point scatterers."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .frame import Frame
from .ground import Ground
from .landscape import Landscape
from .objects import Points
from .random_fields import Strip, smooth_noise
from .relief import Gain, facade_echo, is_lit, laid_over, look
from .surfaces import column, texture

_TEXTURE_PLANE, _MOISTURE_PLANE = 1, 2
_PLANT_SHADE = 0.3
"""What still returns from shaded plants: X band enters the canopy a little."""
_TEXTURE_M, _MOISTURE_M, _MOISTURE_DB = 1.2, 25.0, 0.5


class Channel(NamedTuple):
    """How a polarisation differs from HH, in dB."""

    column: str
    """Field of the surfaces that holds the offset; empty for none."""
    relief: Gain
    points_db: float


CHANNELS = {
    "HH": Channel("", Gain(0, 0), 0),
    "VV": Channel("vv_db", Gain(-1, -3), -1),
    "HV": Channel("cross_db", Gain(-9, -13), -13),
    "VH": Channel("cross_db", Gain(-9, -13), -13),
}


def mean_sigma0(landscape: Landscape, frame: Frame, ground: Ground, polarisation: str, strip: Strip) -> NDArray[np.float32]:
    """Mean echo by pixel in the radar's geometry, as sigma nought, linear, (rows, columns)."""
    channel = CHANNELS[polarisation]
    incidence_deg = frame.incidence_deg(np.arange(strip.columns) + 0.5)
    view = look(ground.height_m, incidence_deg, frame.pixel_size_m)
    sigma0 = _surface_sigma0(landscape, frame, ground, channel, strip)
    shade = np.where(ground.plant, np.float32(_PLANT_SHADE), np.float32(0))
    sigma0 *= np.where(is_lit(view, ground.height_m), np.float32(1), shade)
    walls = landscape.walls.between(strip.first_row * frame.pixel_size_m, (strip.first_row + strip.rows) * frame.pixel_size_m)
    return laid_over(sigma0, ground.height_m, view) + facade_echo(walls, view, strip.first_row, channel.relief)


def _surface_sigma0(landscape: Landscape, frame: Frame, ground: Ground, channel: Channel, strip: Strip) -> NDArray[np.float32]:
    """Sigma nought of all surfaces as if they lay flat and in the light: level, parcel, angle, rows, moisture and texture."""
    incidence = np.radians(frame.incidence_deg(np.arange(strip.columns) + 0.5))
    angle_db = (10 * np.log10(np.cos(incidence) / np.cos(np.radians(35)))).astype(np.float32)
    surface_db = column("sigma0_db") + (column(channel.column) if channel.column else 0)
    level_db = surface_db[ground.surface] + column("exponent")[ground.surface] * angle_db
    level_db += np.where(ground.own, ground.of_parcel(landscape, "offset_db"), np.float32(0))
    level_db += smooth_noise(frame.seed, _MOISTURE_PLANE, strip, _MOISTURE_M / frame.pixel_size_m) * np.float32(_MOISTURE_DB)
    grain = smooth_noise(frame.seed, _TEXTURE_PLANE, strip, _TEXTURE_M / frame.pixel_size_m)
    power = np.exp(level_db * np.float32(np.log(10) / 10)) * texture(ground.surface, grain)
    return np.asarray(power * (1 + np.where(ground.own, ground.rows(landscape, frame, strip), np.float32(0))))


def point_field(points: Points, frame: Frame, polarisation: str, strip: Strip) -> NDArray[np.complex64]:
    """Complex amplitude of point scatterers by pixel, so that a point's image sums to its cross section over the slant pixel area."""
    field = np.zeros((strip.rows, strip.columns), np.complex64)
    row = np.floor(points.y_m / frame.pixel_size_m).astype(np.intp) - strip.first_row
    column_ = np.floor(points.x_m / frame.pixel_size_m).astype(np.intp)
    inside = (row >= 0) & (row < strip.rows) & (column_ >= 0) & (column_ < strip.columns)
    here, row, column_ = points.take(inside), row[inside], column_[inside]
    incidence = np.radians(frame.incidence_deg(column_ + 0.5))
    rcs_m2 = here.rcs_m2 * 10 ** (CHANNELS[polarisation].points_db / 10)
    amplitude = np.sqrt(rcs_m2 / (frame.pixel_size_m**2 * np.sin(incidence))) * np.exp(1j * here.phase_rad)
    np.add.at(field, (row, column_), amplitude)
    return field
