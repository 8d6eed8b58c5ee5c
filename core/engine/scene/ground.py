"""Where the pixels of a map image lie on the ground, and how large they are there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from pyproj import Geod
from rasterio.crs import CRS
from rasterio.io import DatasetReader
from rasterio.warp import transform as transform_points

PIXEL_COORDINATES = Affine(1, 0, 0, 0, -1, 0)
"""Without a CRS: x is the column, y is minus the row, so that the image stands upright."""
WGS84 = CRS.from_epsg(4326)

_TRUE_TO = 0.01
_GEOD = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Placement:
    """An image on a map."""

    transform: Affine
    """Pixel (column, row) to the CRS; longitudes within -180..180 unless the image crosses the antimeridian."""
    crs: CRS
    rows: int
    columns: int

    @property
    def corners(self) -> list[tuple[float, float]]:
        """The corners as (column, row), from the first pixel around the image."""
        return [(0, 0), (self.columns, 0), (self.columns, self.rows), (0, self.rows)]


def placement(image: DatasetReader) -> Placement | None:
    """Where an image lies; None where its file does not say, or only in a local system that has no place on Earth."""
    if image.crs is None or image.transform.is_identity or image.transform.is_degenerate:
        return None
    if not (image.crs.is_geographic or image.crs.is_projected):
        return None
    found = Placement(image.transform, image.crs, image.height, image.width)
    turned = Affine.translation(360 * _turns(found), 0) @ image.transform
    return Placement(turned, image.crs, image.height, image.width)


def _turns(placed: Placement) -> int:
    """By how many full turns a geographic image that lies wholly beyond 180 deg must move."""
    if not placed.crs.is_geographic:
        return 0
    longitudes = [(placed.transform @ corner)[0] for corner in placed.corners]
    if min(longitudes) >= 180:
        return -int((min(longitudes) + 180) // 360)
    return int((180 - max(longitudes)) // 360) if max(longitudes) <= -180 else 0


def spacing_m(placed: Placement) -> tuple[float, float]:
    """Ground distance between rows and between columns at the image's centre, m.

    That of the map grid where it is true to 1 % (UTM is to 0.1 %), else the true one (longitudes and latitudes, Web Mercator).
    """
    true_m = _true_spacing_m(placed)
    if not placed.crs.is_projected:
        return true_m
    _, unit_m = placed.crs.linear_units_factor
    place = placed.transform
    grid_m = unit_m * math.hypot(place.b, place.e), unit_m * math.hypot(place.a, place.d)
    agree = all(abs(grid / true - 1) < _TRUE_TO for grid, true in zip(grid_m, true_m, strict=True))
    return grid_m if agree else true_m


def _true_spacing_m(placed: Placement) -> tuple[float, float]:
    x, y = placed.columns / 2, placed.rows / 2
    longitudes, latitudes = _lonlat(placed, [(x, y), (x, y + 1), (x + 1, y)])
    _, _, row_m = _GEOD.inv(longitudes[0], latitudes[0], longitudes[1], latitudes[1])
    _, _, column_m = _GEOD.inv(longitudes[0], latitudes[0], longitudes[2], latitudes[2])
    return float(row_m), float(column_m)


def footprint(placed: Placement) -> tuple[tuple[float, float], ...]:
    """The image's corners as (longitude, latitude), WGS 84, from the first pixel around it."""
    return tuple(zip(*_lonlat(placed, placed.corners), strict=True))


def _lonlat(placed: Placement, pixels: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    x, y = zip(*(placed.transform @ pixel for pixel in pixels), strict=True)
    longitudes, latitudes = transform_points(placed.crs, WGS84, x, y)
    return list(longitudes), list(latitudes)


def pixels_at(
    longitudes: NDArray[np.float64], latitudes: NDArray[np.float64], placed: Placement
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Pixel positions (x along columns, y along rows) of places on the ground (WGS 84, deg), shape of the longitudes."""
    x, y = transform_points(WGS84, placed.crs, longitudes.ravel().tolist(), latitudes.ravel().tolist())
    east, north = np.asarray(x), np.asarray(y)
    if placed.crs.is_geographic:
        # an image across the antimeridian counts on beyond 180
        east = east + 360 * np.round((placed.transform.c - east) / 360)
    columns, rows = ~placed.transform @ (east, north)
    return np.asarray(columns).reshape(longitudes.shape), np.asarray(rows).reshape(longitudes.shape)
