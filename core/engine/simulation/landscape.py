"""A whole synthetic landscape: parcels, the surfaces painted over them, buildings and point scatterers."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ...contract.commands.simulate import SimulateConfig
from .corridors import Corridor, furnish, lay_corridors
from .countryside import barren, clearings, cut_fields, farm, water, wild
from .frame import Frame
from .industry import fill_industry
from .objects import Boxes, Content, Points, content, joined, points, trihedral_rcs_m2
from .parcels import (
    AGRICULTURE,
    BARE,
    SETTLEMENT,
    TRANSPORT,
    VEGETATION,
    WATER,
    Parcel,
    jittered,
    lay_regions,
)
from .settlements import fill_settlement
from .surfaces import SURFACE_NUMBER
from .transport import fill_airfield, fill_car_park, fill_rail_yard, sail_ships
from .walls import Facades, facades

_CORRIDOR_PARCEL = {
    "sea": (WATER, "sea"),
    "beach": (BARE, "sand"),
    "river": (WATER, "lake"),
    "road": (TRANSPORT, "asphalt"),
    "railway": (TRANSPORT, "ballast"),
}
_LEAST_PART_M2 = 0.01


class Plans(NamedTuple):
    """Outlines with their bounds, so that those of a strip are found at once."""

    outlines: NDArray[np.object_]
    bounds_m: NDArray[np.float64]
    """Least x and y, largest x and y, (N, 4)."""

    def between(self, low_m: float, high_m: float) -> NDArray[np.intp]:
        """Indices of the outlines that reach into a range of azimuth, in order."""
        return np.flatnonzero((self.bounds_m[:, 3] >= low_m) & (self.bounds_m[:, 1] <= high_m))


def plans(outlines: list[BaseGeometry] | NDArray[np.object_]) -> Plans:
    """Outlines with their bounds."""
    shapes = np.array(outlines, dtype=object)
    return Plans(shapes, shapely.bounds(shapes).reshape(-1, 4))


@dataclass(frozen=True)
class Landscape:
    """What lies and stands in a frame; lengths in frame metres."""

    parcels: tuple[Parcel, ...]
    parcel_plans: Plans
    paint_plans: Plans
    """What is painted over the parcels, in this order."""
    paint_surfaces: NDArray[np.uint8]
    boxes: Boxes
    box_plans: Plans
    walls: Facades
    points: Points


def make_landscape(config: SimulateConfig, frame: Frame) -> Landscape:
    """Invent the landscape of a seed."""
    rng = np.random.default_rng((config.seed, 2))
    corridors = lay_corridors(frame.side_m, config.mix, rng)
    taken = shapely.union_all([corridor.outline for corridor in corridors])
    filled = [_fill_corridor(corridor, rng) for corridor in corridors]
    for outline, code in lay_regions(frame.side_m, config.mix, rng):
        free = shapely.set_precision(outline.difference(taken), 0.001)
        filled += [_fill_region(part, code, config.mix, rng) for part in _polygons(free)]
    parcels = tuple(parcel for parts, _ in filled for parcel in parts)
    return landscape_of(parcels, joined([inside for _, inside in filled]))


def landscape_of(parcels: tuple[Parcel, ...], inside: Content) -> Landscape:
    """A landscape of parcels and what fills them."""
    paints = plans([outline for outline, _ in inside.paints])
    surfaces = np.array([SURFACE_NUMBER[surface] for _, surface in inside.paints], np.uint8)
    return Landscape(
        parcels=parcels,
        parcel_plans=plans([parcel.outline for parcel in parcels]),
        paint_plans=paints,
        paint_surfaces=surfaces,
        boxes=inside.boxes,
        box_plans=plans(inside.boxes.outlines()),
        walls=facades(inside.boxes),
        points=inside.points,
    )


def _polygons(geometry: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and part.area > _LEAST_PART_M2]


def _fill_corridor(corridor: Corridor, rng: np.random.Generator) -> tuple[list[Parcel], Content]:
    code, surface = _CORRIDOR_PARCEL[corridor.use]
    parts = _polygons(corridor.outline)
    if corridor.use in ("sea", "river"):
        afloat = [sail_ships(part, rng) for part in parts if corridor.use == "sea"]
        return [water(part, surface, rng) for part in parts], joined(afloat)
    return [jittered(part, code, surface, rng) for part in parts], furnish(corridor, rng)


def _fill_region(region: BaseGeometry, code: int, mix: str, rng: np.random.Generator) -> tuple[list[Parcel], Content]:
    """Parcels of a region, and what fills them."""
    if code == TRANSPORT:
        return _fill_transport(region, rng)
    if code in (AGRICULTURE, VEGETATION):
        return _fill_green(region, code, rng)
    if code == BARE:
        return [barren(region, mix, rng)], _reflector(region, rng)
    if code == WATER:
        return [water(region, "lake", rng)], sail_ships(region, rng)
    surface, fill = ("garden", fill_settlement) if code == SETTLEMENT else ("yard", fill_industry)
    return [jittered(region, code, surface, rng)], fill(region, rng)


def _fill_green(region: BaseGeometry, code: int, rng: np.random.Generator) -> tuple[list[Parcel], Content]:
    if code == AGRICULTURE:
        fields = cut_fields(region, rng)
        return fields, farm(fields, rng)
    parcel = wild(region, rng)
    return [parcel], clearings(parcel, rng)


def _fill_transport(region: BaseGeometry, rng: np.random.Generator) -> tuple[list[Parcel], Content]:
    kinds = (("airfield", fill_airfield), ("ballast", fill_rail_yard), ("asphalt", fill_car_park))
    surface, fill = kinds[int(rng.choice(3, p=(0.4, 0.33, 0.27)))]
    return [jittered(region, TRANSPORT, surface, rng)], fill(region, rng)


def _reflector(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """Now and then a trihedral of one metre on bare ground, as calibration teams put out."""
    if rng.random() > 0.2 or region.area < 40_000:
        return content()
    place = shapely.get_coordinates(region.representative_point())
    return content(points=[points(place, 10 * np.log10(np.full(1, trihedral_rcs_m2(1.0))), rng)])
