"""Where patches lie: their outlines on the ground, and in one plane in which overlaps and distances can be judged."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Placed:
    """The patches of a set and what says where they lie."""

    index: pd.DataFrame
    patch_px: int
    pixel_size_m: float | None
    """None where it is not known."""


def plane_outlines(index: pd.DataFrame, patch_px: int, pixel_size_m: float | None) -> Polygons | None:
    """Outlines in one plane, metres; None when nothing is known of where the patches lie (chips).

    Patches of scenes without CRS lie by row and column, each scene far from all others.

    Args:
        index: the index of a patch set.
        patch_px: side of a patch.
        pixel_size_m: ground size of a pixel.
    """
    outlines = outlines_in_one_plane([Placed(index, patch_px, pixel_size_m)])
    return None if outlines is None else outlines[0]


def outlines_in_one_plane(sets: Sequence[Placed]) -> list[Polygons] | None:
    """The outlines of several sets in one plane, metres; None when of any patch the place is not known."""
    if any(one.index["row"].isna().any() or one.pixel_size_m is None for one in sets):
        return None
    scenes = pd.factorize(pd.concat([one.index["scene"] for one in sets]))[0]
    ends = np.cumsum([len(one.index) for one in sets])[:-1]
    outlines = np.concatenate([_by_row_and_column(one, numbers) for one, numbers in zip(sets, np.split(scenes, ends), strict=True)])
    frames = [one.index for one in sets]
    crs = common_crs([one.crs.to_wkt() if isinstance(one, geopandas.GeoDataFrame) else None for one in frames])
    if crs is not None:
        ground = np.concatenate([_on_ground(one, crs) for one in frames])
        there = ~shapely.is_missing(ground)
        outlines[there] = _metres(geopandas.GeoSeries(ground[there], crs=crs))
    return np.split(outlines, ends)


def _by_row_and_column(placed: Placed, scene_numbers: NDArray[np.intp]) -> Polygons:
    pixel_m = placed.pixel_size_m or 0.0
    side_m = placed.patch_px * pixel_m
    x = placed.index["col"].to_numpy(dtype=float) * pixel_m + _FAR_APART_M * (1 + scene_numbers)
    y = -placed.index["row"].to_numpy(dtype=float) * pixel_m
    return np.asarray(shapely.box(x, y - side_m, x + side_m, y), dtype=object)


def _on_ground(index: pd.DataFrame, crs: str) -> Polygons:
    """Outlines in a CRS, None for patches of scenes without one."""
    outlines = np.full(len(index), None, dtype=object)
    if isinstance(index, geopandas.GeoDataFrame):
        there = index.geometry.notna().to_numpy()
        outlines[there] = reproject(index.geometry[there].to_numpy(), index.crs.to_wkt(), crs)
    return outlines


def _metres(outlines: Any) -> Polygons:
    if outlines.crs.is_geographic:
        turns = np.exp(1j * np.radians(shapely.bounds(outlines.to_numpy())[:, 0]))
        centre_deg = np.degrees(np.angle(turns.mean()))
        # the sinusoidal projection keeps areas, and north-south distances
        return np.asarray(outlines.to_crs(f"+proj=sinu +lon_0={centre_deg} +datum=WGS84").to_numpy(), dtype=object)
    unit_m = outlines.crs.axis_info[0].unit_conversion_factor
    return np.asarray(shapely.transform(outlines.to_numpy(), lambda points: points * unit_m), dtype=object)
