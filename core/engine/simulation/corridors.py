"""What cuts through regions: coast, roads, railways and rivers."""

from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from .objects import Content, Points, content, points

_OVERSHOOT_M = 60.0


class Corridor(NamedTuple):
    """A band of land of one use."""

    outline: BaseGeometry
    use: str
    """sea, beach, river, road or railway."""
    line: BaseGeometry
    """Its middle; for the sea, its coast."""


def lay_corridors(side_m: float, mix: str, rng: np.random.Generator) -> list[Corridor]:
    """Corridors of a scene; where two meet, the earlier one keeps the ground."""
    found: list[Corridor] = []
    if mix == "coastal" or (mix != "arid" and rng.random() < 0.15):
        found += _coast(side_m, rng)
    for _ in range(1 + int(rng.poisson(side_m / 5000))):
        line = _curve(side_m, 0.05, rng)
        found.append(Corridor(line.buffer(float(rng.choice((7, 10, 14))), cap_style="flat"), "road", line))
    if rng.random() < 0.6:
        line = _curve(side_m, 0.03, rng)
        found.append(Corridor(line.buffer(float(rng.uniform(6, 10)), cap_style="flat"), "railway", line))
    if mix != "arid" and rng.random() < 0.7:
        line = _curve(side_m, 0.09, rng)
        found.append(Corridor(line.buffer(float(rng.uniform(12, 45)), cap_style="flat"), "river", line))
    return _parted(found, shapely.box(0, 0, side_m, side_m))


def _curve(side_m: float, wander: float, rng: np.random.Generator, level: float | None = None) -> BaseGeometry:
    """A winding line from one side of the square to the opposite one, along range or along azimuth."""
    along = np.arange(-_OVERSHOOT_M, side_m + 2 * _OVERSHOOT_M, 15.0)
    across = np.full(len(along), side_m * (rng.uniform(0.15, 0.85) if level is None else level))
    across += (along - side_m / 2) * rng.uniform(-0.35, 0.35)
    for wavelength in (1.6, 0.8, 0.4, 0.2):
        amplitude = wander * side_m * wavelength * rng.uniform(0.3, 1)
        across += amplitude * np.sin(2 * np.pi * (along / (side_m * wavelength) + rng.random()))
    position = np.stack([along, across], 1)
    return shapely.LineString(position if rng.random() < 0.5 else position[:, ::-1])


def _coast(side_m: float, rng: np.random.Generator) -> list[Corridor]:
    """The sea on one side of a winding coast, and the beach along it."""
    line = _curve(side_m, 0.06, rng, level=float(rng.uniform(0.2, 0.3)))
    halves = split(shapely.box(0, 0, side_m, side_m), line).geoms
    sea = min(halves, key=lambda half: half.area)
    beach = line.buffer(float(rng.uniform(15, 45)))
    return [Corridor(sea, "sea", line), Corridor(beach, "beach", line)]


def _parted(corridors: list[Corridor], square: BaseGeometry) -> list[Corridor]:
    taken: BaseGeometry = shapely.Polygon()
    parted = []
    for corridor in corridors:
        outline = shapely.set_precision(corridor.outline.intersection(square).difference(taken), 0.001)
        taken = taken.union(outline)
        parted.append(corridor._replace(outline=outline))
    return parted


def furnish(corridor: Corridor, rng: np.random.Generator) -> Content:
    """Rails, guard rails and moving vehicles of a road or railway."""
    if corridor.use == "railway":
        tracks = shapely.union_all([shapely.offset_curve(corridor.line, offset).buffer(0.8) for offset in (-2.3, 2.3)])
        return content([(tracks.intersection(corridor.outline), "rail")])
    if corridor.use == "road" and corridor.outline.area > 0:
        rails = shapely.union_all([corridor.line, corridor.outline.boundary]).buffer(0.8).intersection(corridor.outline)
        return content([(rails, "yard")], points=[_traffic(corridor, rng)])
    return content()


def _traffic(corridor: Corridor, rng: np.random.Generator) -> Points:
    """Vehicles, about one in 60 m; those that move towards or from the radar appear beside the road."""
    count = int(corridor.line.length / 60)
    place = shapely.get_coordinates(corridor.line.interpolate(rng.uniform(0, corridor.line.length, count)))
    place[:, 1] += rng.uniform(-60, 60, count)
    return points(place, rng.normal(6, 5, count), rng)
