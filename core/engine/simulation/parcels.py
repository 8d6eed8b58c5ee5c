"""The land-cover map of a scene: regions, roads and rivers, and the fields within regions; every place belongs to one parcel."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

SETTLEMENT, INDUSTRY, TRANSPORT, AGRICULTURE, VEGETATION, BARE, WATER = range(1, 8)
"""Codes of the TerraSAR-X legend."""

_SHARES = {
    "balanced": (0.15, 0.15, 0.15, 0.15, 0.14, 0.13, 0.13),
    "rural": (0.08, 0.05, 0.06, 0.40, 0.28, 0.06, 0.07),
    "urban": (0.38, 0.20, 0.13, 0.09, 0.09, 0.05, 0.06),
    "coastal": (0.20, 0.13, 0.11, 0.22, 0.20, 0.10, 0.04),
    "arid": (0.12, 0.09, 0.08, 0.10, 0.08, 0.49, 0.04),
}
"""Shares of the area, in the order of the codes; the sea of a coastal scene comes on top."""

_REGION_AREA_M2 = 300_000.0
_MARGIN_M = 120.0
_BEND_STEP_M = 12.0
_BEND = 0.035
"""Amplitude of the winding of borders over its wavelength."""
_JITTER_DB = {SETTLEMENT: 1.0, INDUSTRY: 1.5, TRANSPORT: 1.0, AGRICULTURE: 2.0, VEGETATION: 0.8, BARE: 1.5, WATER: 1.0}
"""Standard deviation of the backscatter from parcel to parcel."""


@dataclass(frozen=True)
class Parcel:
    """One piece of land of one class."""

    outline: BaseGeometry
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


def lay_regions(side_m: float, mix: str, rng: np.random.Generator) -> list[tuple[BaseGeometry, int]]:
    """Cut a square into regions with a class each; the classes reach the shares of the mix as nearly as whole regions allow."""
    count = max(14, round((side_m + 2 * _MARGIN_M) ** 2 / _REGION_AREA_M2))
    wide = shapely.box(-_MARGIN_M, -_MARGIN_M, side_m + _MARGIN_M, side_m + _MARGIN_M)
    seeds = shapely.MultiPoint(_spread_points(count, side_m + 2 * _MARGIN_M, rng) - _MARGIN_M)
    cells = shapely.intersection(list(shapely.voronoi_polygons(seeds, extend_to=wide).geoms), wide)
    bent = shapely.transform(shapely.segmentize(cells, _BEND_STEP_M), _bend(rng))
    # where waves add up, a border may bend across itself
    simple = shapely.make_valid(bent, method="structure", keep_collapsed=False)
    square = shapely.box(0, 0, side_m, side_m)
    regions = [cell for cell in shapely.intersection(shapely.set_precision(simple, 0.001), square) if cell.area > 0]
    return _assign_classes(regions, np.array(_SHARES[mix]), rng)


def _bend(rng: np.random.Generator) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    """A smooth shift of places that makes straight borders wind; the same place always moves the same way."""
    wavelength_m = np.array([700, 420, 260, 160, 95])
    direction = rng.uniform(0, 2 * np.pi, len(wavelength_m))
    wave = 2 * np.pi / wavelength_m * np.stack([np.cos(direction), np.sin(direction)])
    phase = rng.uniform(0, 2 * np.pi, (2, len(wavelength_m)))

    def bend(position_m: NDArray[np.float64]) -> NDArray[np.float64]:
        """Move positions (N, 2)."""
        turn = position_m @ wave
        shift = [np.sin(turn + phase[axis]) @ (wavelength_m * _BEND) for axis in (0, 1)]
        return np.asarray(position_m + np.stack(shift, 1))

    return bend


def _spread_points(count: int, side_m: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Random points that keep some distance: of eight candidates, each point is the one farthest from those before."""
    chosen = [rng.uniform(0, side_m, 2)]
    while len(chosen) < count:
        candidates = rng.uniform(0, side_m, (4, 2))
        nearest = np.min(np.linalg.norm(candidates[:, None] - np.array(chosen)[None], axis=2), axis=1)
        chosen.append(candidates[nearest.argmax()])
    return np.array(chosen)


def _assign_classes(cells: list[BaseGeometry], shares: NDArray[np.float64], rng: np.random.Generator) -> list[tuple[BaseGeometry, int]]:
    """Give each cell, in random order, the class that lacks most area."""
    missing = shares * sum(cell.area for cell in cells)
    regions = []
    for index in rng.permutation(len(cells)):
        code = int(np.argmax(missing + rng.uniform(0, 0.25, len(missing)) * missing.clip(0)))
        missing[code] -= cells[index].area
        regions.append((cells[index], code + 1))
    return regions


def jittered(outline: BaseGeometry, code: int, surface: str, rng: np.random.Generator, **more: float) -> Parcel:
    """A parcel with the random brightness of its class."""
    return Parcel(outline, code, surface, offset_db=float(rng.normal(0, _JITTER_DB[code])), hue=float(rng.random()), **more)
