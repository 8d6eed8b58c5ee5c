"""The ground of a strip as rasters: which parcel and surface each pixel is, and how high it stands."""

from dataclasses import dataclass, fields
from threading import Lock

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize
from scipy.special import ndtri

from .frame import Frame
from .landscape import Landscape, Plans
from .objects import ROOFS
from .random_fields import Strip, smooth_noise
from .surfaces import SURFACE_NUMBER, column

_CROWN_PLANE, _COVER_PLANE, _CLUMP_PLANE = 3, 4, 5
_WANDER_PLANE, _WANDER_M, _LONG_WAVE_M = 11, 45.0, 20.0
_CROWN_M, _COVER_M, _CLUMP_M = 1.9, 3.0, 16.0
"""Correlation of crown heights, of gaps between crowns, and of clumps of trees."""
_HEIGHT_SPREAD = 0.2
_RASTERIZING = Lock()
"""rasterize quiets a warning by a switch of the whole process: two threads at once would let it through."""


@dataclass(frozen=True)
class Ground:
    """The ground of a strip, seen from above; all arrays (rows, columns)."""

    parcel: NDArray[np.int32]
    """Index of the parcel, -1 outside the frame."""
    box: NDArray[np.int32]
    """Index of the building, -1 for none."""
    surface: NDArray[np.uint8]
    own: NDArray[np.bool_]
    """Whether the surface is the parcel's own, neither painted over nor built upon."""
    height_m: NDArray[np.float32]
    plant: NDArray[np.bool_]

    def without_outer(self, rows: int) -> "Ground":
        """The same with so many rows less on both sides."""
        return Ground(*(getattr(self, one.name)[rows : len(self.parcel) - rows] for one in fields(self)))

    def of_parcel(self, landscape: Landscape, name: str) -> NDArray[np.float32]:
        """A number that parcels carry, by pixel."""
        return np.array([getattr(parcel, name) for parcel in landscape.parcels] + [0], np.float32)[self.parcel]

    def rows(self, landscape: Landscape, frame: Frame, strip: Strip) -> NDArray[np.float32]:
        """Modulation by furrows, crop rows or waves around 0; long waves wander, as swell and dunes do."""
        pixel = np.float32(frame.pixel_size_m)
        angle = [parcel.row_angle_rad for parcel in landscape.parcels]
        turns = np.array([1 / parcel.row_period_m for parcel in landscape.parcels])
        along_x = np.array([*(np.cos(angle) * turns), 0], np.float32)[self.parcel]
        along_y = np.array([*(np.sin(angle) * turns), 0], np.float32)[self.parcel]
        x_m = np.arange(strip.columns, dtype=np.float32) * pixel
        y_m = (np.arange(strip.rows, dtype=np.float32)[:, None] + strip.first_row) * pixel
        wander = smooth_noise(frame.seed, _WANDER_PLANE, strip, _WANDER_M / frame.pixel_size_m)
        wander *= self.of_parcel(landscape, "row_period_m") > _LONG_WAVE_M
        phase = 2 * np.pi * (along_x * x_m + along_y * y_m) + np.float32(1.3) * wander
        return np.asarray(self.of_parcel(landscape, "row_depth") * np.sin(phase), np.float32)


def lay_ground(landscape: Landscape, frame: Frame, strip: Strip) -> Ground:
    """Rasterise parcels, what is painted over them, buildings and plants."""
    parcel = _burn(landscape.parcel_plans, frame, strip) - 1
    numbers = np.array([SURFACE_NUMBER[one.surface] for one in landscape.parcels] + [0], np.uint8)
    surface = numbers[parcel]
    paint = _burn(landscape.paint_plans, frame, strip)
    box = _burn(landscape.box_plans, frame, strip) - 1
    surface = np.where(paint > 0, np.append(landscape.paint_surfaces, np.uint8(0))[paint - 1], surface)
    roofs = np.array([SURFACE_NUMBER[ROOFS[kind]] for kind in landscape.boxes.kind] + [0], np.uint8)
    surface = np.where(box >= 0, roofs[box], surface)
    height_m = np.append(landscape.boxes.height_m, 0).astype(np.float32)[box]
    plants_m = np.where(box >= 0, np.float32(0), _plant_height(surface, frame, strip))
    return Ground(parcel, box, surface, (paint == 0) & (box < 0), np.maximum(height_m, plants_m), plants_m > 0)


def _burn(plans: Plans, frame: Frame, strip: Strip) -> NDArray[np.int32]:
    """Index + 1 of the last outline over each pixel centre, 0 where there is none."""
    pixel, shape = frame.pixel_size_m, (strip.rows, strip.columns)
    low_m = strip.first_row * pixel
    shapes = [(plans.outlines[index], int(index) + 1) for index in plans.between(low_m, low_m + strip.rows * pixel)]
    if not shapes:
        return np.zeros(shape, np.int32)
    with _RASTERIZING:
        return np.asarray(rasterize(shapes, shape, transform=Affine(pixel, 0, 0, 0, pixel, low_m), dtype=np.int32))


def _plant_height(surface: NDArray[np.uint8], frame: Frame, strip: Strip) -> NDArray[np.float32]:
    """Height of trees and shrubs; 0 between them."""
    mean_m = column("plant_m")[surface]
    threshold = ndtri(np.clip(1 - column("plant_cover"), 1e-6, 1 - 1e-6)).astype(np.float32)[surface]
    fine, coarse = (
        smooth_noise(frame.seed, plane, strip, size / frame.pixel_size_m)
        for plane, size in ((_COVER_PLANE, _COVER_M), (_CLUMP_PLANE, _CLUMP_M))
    )
    stands = (mean_m > 0) & (np.float32(0.8) * fine + np.float32(0.6) * coarse > threshold)
    crown = 1 + np.float32(_HEIGHT_SPREAD) * smooth_noise(frame.seed, _CROWN_PLANE, strip, _CROWN_M / frame.pixel_size_m)
    return np.where(stands, mean_m * np.maximum(crown, np.float32(0.3)), np.float32(0))
