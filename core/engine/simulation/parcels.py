"""The land-cover map of a scene: regions, roads and rivers, and the fields within regions; every place belongs to one parcel."""

from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

SETTLEMENT, INDUSTRY, TRANSPORT, AGRICULTURE, VEGETATION, BARE, WATER = range(1, 8)
"""Codes of the TerraSAR-X legend."""

_SHARES = {
    "balanced": (0.15, 0.15, 0.15, 0.15, 0.14, 0.13, 0.13),
    "rural": (0.08, 0.05, 0.06, 0.40, 0.28, 0.06, 0.07),
    "urban": (0.38, 0.20, 0.13, 0.09, 0.09, 0.05, 0.06),
    "coastal": (0.15, 0.10, 0.08, 0.17, 0.16, 0.08, 0.26),
    "arid": (0.12, 0.09, 0.08, 0.10, 0.08, 0.49, 0.04),
}
"""Shares of the area, in the order of the codes."""

_REGION_AREA_M2 = 300_000.0
_JITTER_DB = {SETTLEMENT: 1.0, INDUSTRY: 1.5, TRANSPORT: 1.0, AGRICULTURE: 2.0, VEGETATION: 0.8, BARE: 1.5, WATER: 1.0}
"""Standard deviation of the backscatter from parcel to parcel."""


@dataclass(frozen=True)
class Parcel:
    """One piece of land of one class."""

    outline: Polygon
    """In frame metres: x along ground range, y along azimuth."""
    class_code: int
    surface: str
    offset_db: float = 0.0
    """Brighter or darker than others of its kind."""
    row_angle_rad: float = 0.0
    """Direction across furrows or waves."""
    row_period_m: float = 10.0
    row_depth: float = 0.0
    """Modulation of the backscatter by furrows or waves, 0..0.5."""
    hue: float = field(default=0.5)
    """Place between two optical colours, 0..1."""


def lay_regions(side_m: float, mix: str, rng: np.random.Generator) -> list[tuple[Polygon, int]]:
    """Cut a square into regions with a class each; the classes reach the shares of the mix as nearly as whole regions allow."""
    count = max(14, round(side_m**2 / _REGION_AREA_M2))
    square = shapely.box(0, 0, side_m, side_m)
    seeds = shapely.MultiPoint(_spread_points(count, side_m, rng))
    cells = [cell.intersection(square) for cell in shapely.voronoi_polygons(seeds, extend_to=square).geoms]
    cells = [cell for cell in cells if cell.area > 0]
    return _assign_classes(cells, np.array(_SHARES[mix]), rng)


def _spread_points(count: int, side_m: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Random points that keep some distance: of eight candidates, each point is the one farthest from those before."""
    chosen = [rng.uniform(0, side_m, 2)]
    while len(chosen) < count:
        candidates = rng.uniform(0, side_m, (4, 2))
        nearest = np.min(np.linalg.norm(candidates[:, None] - np.array(chosen)[None], axis=2), axis=1)
        chosen.append(candidates[nearest.argmax()])
    return np.array(chosen)


def _assign_classes(cells: list[BaseGeometry], shares: NDArray[np.float64], rng: np.random.Generator) -> list[tuple[Polygon, int]]:
    """Give each cell, in random order, the class that lacks most area."""
    missing = shares * sum(cell.area for cell in cells)
    regions = []
    for index in rng.permutation(len(cells)):
        code = int(np.argmax(missing + rng.uniform(0, 0.25, len(missing)) * missing.clip(0)))
        missing[code] -= cells[index].area
        regions.append((cells[index], code + 1))
    return regions


def jittered(outline: Polygon, code: int, surface: str, rng: np.random.Generator, **more: float) -> Parcel:
    """A parcel with the random brightness of its class."""
    return Parcel(outline, code, surface, offset_db=float(rng.normal(0, _JITTER_DB[code])), hue=float(rng.random()), **more)
