"""Where patches lie: their outlines on the ground, and in one plane in which overlaps and distances can be judged."""

from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely
from affine import Affine
from numpy.typing import NDArray
from pyproj import CRS

Polygons = NDArray[np.object_]

_LONGITUDE_LATITUDE = "EPSG:4326"
_FAR_APART_M = 1e8
"""Puts scenes without CRS where nothing else is: beyond the Earth's circumference of 4e7 m."""


def window_outlines(rows: NDArray[np.intp], columns: NDArray[np.intp], patch_px: int, transform: Affine) -> Polygons:
    """Outlines of square windows, (N,) polygons in the CRS of the transform.

    Args:
        rows: first row of each window, (N,).
        columns: first column of each window, (N,).
        patch_px: side of the windows.
        transform: pixel (column, row) to CRS; may be rotated.
    """
    x = np.stack([columns, columns + patch_px, columns + patch_px, columns], axis=1)
    y = np.stack([rows, rows, rows + patch_px, rows + patch_px], axis=1)
    corners = np.stack(
        [transform.a * x + transform.b * y + transform.c, transform.d * x + transform.e * y + transform.f],
        axis=-1,
    )
    return np.asarray(shapely.polygons(corners), dtype=object)


def common_crs(crs_wkts: list[str | None]) -> str | None:
    """One CRS for outlines of several scenes: theirs if they agree, else longitude and latitude; None if none has a CRS."""
    known = [CRS.from_wkt(one) for one in crs_wkts if one is not None]
    if not known:
        return None
    same = all(one == known[0] for one in known)
    return known[0].to_wkt() if same else _LONGITUDE_LATITUDE


def reproject(outlines: Polygons, crs_wkt: str | None, target: str | None) -> Polygons:
    """Outlines of windows in another CRS; all None where the source has none.

    Longitudes lie within -180..180 at the middle of each outline; one across the date line runs on beyond 180.
    """
    if crs_wkt is None or target is None:
        return np.full(len(outlines), None, dtype=object)
    series = geopandas.GeoSeries(outlines, crs=crs_wkt).to_crs(target)
    if not series.crs.is_geographic:
        return np.asarray(series.to_numpy(), dtype=object)
    corners = shapely.get_coordinates(series.to_numpy()).reshape(len(series), -1, 2)
    from_first = corners[:, :, 0] - corners[:, :1, 0]
    corners[:, :, 0] -= 360 * np.round(from_first / 360)
    return normalise_longitudes(np.asarray(shapely.polygons(corners), dtype=object), 0.0)


def normalise_longitudes(geometries: Polygons, centre_deg: float) -> Polygons:
    """Shift each geometry as a whole by full turns, so that its middle lies within half a turn of a longitude.

    Args:
        geometries: x = longitude, deg.
        centre_deg: the longitude to be near to.
    """
    bounds = shapely.bounds(geometries)
    turns = np.round((centre_deg - (bounds[:, 0] + bounds[:, 2]) / 2) / 360)
    if not np.nan_to_num(turns).any():
        return geometries
    points = shapely.get_coordinates(geometries)
    points[:, 0] += np.repeat(np.nan_to_num(turns) * 360, shapely.get_num_coordinates(geometries))
    return np.asarray(shapely.set_coordinates(geometries.copy(), points), dtype=object)


def plane_outlines(index: pd.DataFrame, patch_px: int, pixel_size_m: float | None) -> Polygons | None:
    """Outlines in one plane, metres; None when nothing is known of where the patches lie (chips).

    Patches of scenes without CRS lie by row and column, each scene far from all others.

    Args:
        index: the index of a patch set.
        patch_px: side of a patch.
        pixel_size_m: ground size of a pixel.
    """
    if index["row"].isna().any() or pixel_size_m is None:
        return None
    side_m = patch_px * pixel_size_m
    x = index["col"].to_numpy(dtype=float) * pixel_size_m + _FAR_APART_M * (1 + pd.factorize(index["scene"])[0])
    y = -index["row"].to_numpy(dtype=float) * pixel_size_m
    outlines = np.asarray(shapely.box(x, y - side_m, x + side_m, y), dtype=object)
    if isinstance(index, geopandas.GeoDataFrame):
        on_ground = index.geometry.notna().to_numpy()
        outlines[on_ground] = _metres(index.geometry[on_ground])
    return outlines


def _metres(outlines: Any) -> Polygons:
    if outlines.crs.is_geographic:
        turns = np.exp(1j * np.radians(shapely.bounds(outlines.to_numpy())[:, 0]))
        centre_deg = np.degrees(np.angle(turns.mean()))
        # the sinusoidal projection keeps areas, and north-south distances
        return np.asarray(outlines.to_crs(f"+proj=sinu +lon_0={centre_deg} +datum=WGS84").to_numpy(), dtype=object)
    unit_m = outlines.crs.axis_info[0].unit_conversion_factor
    return np.asarray(shapely.transform(outlines.to_numpy(), lambda points: points * unit_m), dtype=object)
