"""What the radar receives from a strip of landscape: surfaces, layover and shadow as mean power, and point scatterers."""

from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize

from .frame import Frame
from .landscape import Landscape
from .objects import Points
from .random_fields import Strip, smooth_noise
from .surfaces import SURFACE_NUMBER, column, texture

_TEXTURE_PLANE, _MOISTURE_PLANE = 1, 2


@dataclass(frozen=True)
class Ground:
    """The ground of a strip, seen from above; all arrays (rows, columns)."""

    parcel: NDArray[np.int32]
    """Index of the parcel, -1 for none."""
    surface: NDArray[np.uint8]
    height_m: NDArray[np.float32]


def lay_ground(landscape: Landscape, frame: Frame, strip: Strip) -> Ground:
    """Rasterise parcels and what stands on them."""
    pixel, shape = frame.pixel_size_m, (strip.rows, strip.columns)
    transform = Affine(pixel, 0, 0, 0, pixel, strip.first_row * pixel)
    outlines = np.array([parcel.outline for parcel in landscape.parcels])
    here = shapely.intersects(outlines, shapely.box(0, strip.first_row * pixel, frame.side_m, (strip.first_row + strip.rows) * pixel))
    shapes = [(outlines[index], int(index)) for index in np.flatnonzero(here)]
    parcel = rasterize(shapes, out_shape=shape, transform=transform, fill=-1, dtype=np.int32)
    numbers = np.array([SURFACE_NUMBER[one.surface] for one in landscape.parcels] + [0], np.uint8)
    return Ground(parcel, numbers[parcel], np.zeros(shape, np.float32))


def ground_sigma0(landscape: Landscape, frame: Frame, ground: Ground, seed: int, strip: Strip) -> NDArray[np.float32]:
    """Sigma nought of the ground, linear, (rows, columns)."""
    offset_db = np.array([one.offset_db for one in landscape.parcels] + [0], np.float32)[ground.parcel]
    incidence = np.radians(frame.incidence_deg(np.arange(strip.columns) + 0.5))
    tilt_db = (10 * np.log10(np.cos(incidence) / np.cos(np.radians(35)))).astype(np.float32)
    level_db = column("sigma0_db")[ground.surface] + offset_db + column("exponent")[ground.surface] * tilt_db
    level_db += smooth_noise(seed, _MOISTURE_PLANE, strip, 25 / frame.pixel_size_m) * np.float32(0.5)
    grain = smooth_noise(seed, _TEXTURE_PLANE, strip, 1.2 / frame.pixel_size_m)
    return np.asarray(np.float32(10) ** (level_db / 10) * texture(ground.surface, grain))


def point_field(points: Points, frame: Frame, strip: Strip) -> NDArray[np.complex64]:
    """Complex amplitude of point scatterers by pixel, so that a point's image sums to its cross section over the slant pixel area."""
    field = np.zeros((strip.rows, strip.columns), np.complex64)
    row = np.floor(points.y_m / frame.pixel_size_m).astype(np.intp) - strip.first_row
    column_ = np.floor(points.x_m / frame.pixel_size_m).astype(np.intp)
    inside = (row >= 0) & (row < strip.rows) & (column_ >= 0) & (column_ < strip.columns)
    incidence = np.radians(frame.incidence_deg(column_ + 0.5))
    amplitude = np.sqrt(points.rcs_m2 / (frame.pixel_size_m**2 * np.sin(incidence))) * np.exp(1j * points.phase_rad)
    np.add.at(field, (row[inside], column_[inside]), amplitude[inside])
    return field
