"""Things that stand on the ground: buildings, and points that scatter like corner reflectors."""

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .frame import WAVELENGTH_M

HOUSE, HALL, TANK, VEHICLE, SHIP = range(5)
"""Kinds of box; they differ in roof, walls and double bounce. A tank is round, as wide as its length."""

ROOFS = ("roof", "hall", "hall", "metal", "metal")
"""Surface of the roof, by kind."""
_TANK_SIDES = 12


class Boxes(NamedTuple):
    """Upright boxes on rectangular ground plans; all arrays of length N, lengths in frame metres."""

    x_m: NDArray[np.float64]
    """Centre in range."""
    y_m: NDArray[np.float64]
    """Centre in azimuth."""
    length_m: NDArray[np.float64]
    width_m: NDArray[np.float64]
    angle_rad: NDArray[np.float64]
    """Of the length, from the range axis towards the azimuth axis."""
    height_m: NDArray[np.float64]
    kind: NDArray[np.uint8]

    def corners_m(self) -> NDArray[np.float64]:
        """Corners in ring order, (N, 4, 2)."""
        cosine, sine = np.cos(self.angle_rad), np.sin(self.angle_rad)
        along = np.stack([cosine, sine], 1) * self.length_m[:, None] / 2
        across = np.stack([-sine, cosine], 1) * self.width_m[:, None] / 2
        centre = np.stack([self.x_m, self.y_m], 1)
        return np.stack([centre - along - across, centre + along - across, centre + along + across, centre - along + across], 1)

    def rims_m(self) -> NDArray[np.float64]:
        """Points on the circle inside each plan, in ring order, (N, 12, 2)."""
        turn = 2 * np.pi * np.arange(_TANK_SIDES) / _TANK_SIDES
        centre = np.stack([self.x_m, self.y_m], 1)[:, None]
        return np.asarray(centre + self.length_m[:, None, None] / 2 * np.stack([np.cos(turn), np.sin(turn)], 1))

    def outlines(self) -> NDArray[np.object_]:
        """Ground plans as polygons, (N,)."""
        plans = np.asarray(shapely.polygons(self.corners_m()))
        round_ = self.kind == TANK
        plans[round_] = shapely.polygons(self.rims_m()[round_])
        return plans

    def take(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Boxes":
        """Some of the boxes."""
        return Boxes(*(values[which] for values in self))


class Facades(NamedTuple):
    """Walls that face the radar, E of them."""

    start_m: NDArray[np.float64]
    """One end of the foot, (E, 2)."""
    end_m: NDArray[np.float64]
    height_m: NDArray[np.float64]
    aspect_rad: NDArray[np.float64]
    """Angle between the wall's outward normal and the direction to the radar, over the ground; 0 faces it squarely."""
    kind: NDArray[np.uint8]

    def between(self, low_m: float, high_m: float) -> "Facades":
        """Walls that reach into a range of azimuth."""
        y_m = np.sort(np.stack([self.start_m[:, 1], self.end_m[:, 1]]), axis=0)
        here = (y_m[1] >= low_m) & (y_m[0] <= high_m)
        return Facades(*(values[here] for values in self))


def facades(buildings: Boxes) -> Facades:
    """The walls of boxes that face the radar, which looks along +x."""
    round_ = buildings.kind == TANK
    start, end, owner = [], [], []
    for which, corners in ((np.flatnonzero(~round_), buildings.corners_m()), (np.flatnonzero(round_), buildings.rims_m())):
        start.append(corners[which].reshape(-1, 2))
        end.append(np.roll(corners[which], -1, axis=1).reshape(-1, 2))
        owner.append(np.repeat(which, corners.shape[1]))
    starts, ends, owners = np.concatenate(start), np.concatenate(end), np.concatenate(owner)
    run = ends - starts
    aspect = np.arctan2(-run[:, 0], -run[:, 1])
    seen = np.cos(aspect) > 0.05
    height, kind = buildings.height_m[owners[seen]], buildings.kind[owners[seen]]
    return Facades(starts[seen], ends[seen], height, aspect[seen], kind)


class Points(NamedTuple):
    """Point scatterers; all arrays of length N."""

    x_m: NDArray[np.float64]
    y_m: NDArray[np.float64]
    rcs_m2: NDArray[np.float64]
    phase_rad: NDArray[np.float64]

    def take(self, which: NDArray[np.bool_]) -> "Points":
        """Some of the points."""
        return Points(*(values[which] for values in self))


def boxes(plan: NDArray[np.float64], height_m: NDArray[np.float64] | float, kind: int) -> Boxes:
    """Boxes of one kind from rows of x, y, length, width and angle, (N, 5)."""
    height = np.broadcast_to(np.asarray(height_m, float), plan.shape[:1])
    return Boxes(*plan.T, height, np.full(len(plan), kind, np.uint8))


def points(position_m: NDArray[np.float64], rcs_dbsm: NDArray[np.float64], rng: np.random.Generator) -> Points:
    """Points of random phase at positions (N, 2)."""
    return Points(*position_m.T, 10 ** (rcs_dbsm / 10), rng.uniform(0, 2 * np.pi, len(position_m)))


def joined_boxes(parts: list[Boxes]) -> Boxes:
    """All boxes in one record."""
    return Boxes(*(np.concatenate(values) for values in zip(boxes(np.empty((0, 5)), 0.0, HOUSE), *parts, strict=True)))


def joined_points(parts: list[Points]) -> Points:
    """All points in one record."""
    return Points(*(np.concatenate(values) for values in zip(Points(*np.empty((4, 0))), *parts, strict=True)))


class Content(NamedTuple):
    """What fills a parcel."""

    paints: list[tuple[BaseGeometry, str]]
    """Outlines and surfaces painted over the parcel's own, in this order."""
    boxes: Boxes
    points: Points


def content(
    paints: list[tuple[BaseGeometry, str]] | None = None, boxes: list[Boxes] | None = None, points: list[Points] | None = None
) -> Content:
    """What fills a parcel, from parts."""
    return Content(paints or [], joined_boxes(boxes or []), joined_points(points or []))


def joined(parts: list[Content]) -> Content:
    """All in one record, painted in order."""
    paints = [paint for part in parts for paint in part.paints]
    return Content(paints, joined_boxes([part.boxes for part in parts]), joined_points([part.points for part in parts]))


class Local(NamedTuple):
    """Axes turned with a street grid or runway: u along it, v across; the origin is the middle of the region."""

    region: BaseGeometry
    """In frame metres."""
    angle_rad: float

    @property
    def half_m(self) -> tuple[float, float]:
        """Half the extent of the region along u and v."""
        turned = shapely.transform(self.region.envelope if self.region.is_empty else self.region, self._to_local)
        bounds = shapely.bounds(turned)
        return max(abs(bounds[0]), abs(bounds[2])), max(abs(bounds[1]), abs(bounds[3]))

    def _centre(self) -> NDArray[np.float64]:
        return np.array([self.region.centroid.x, self.region.centroid.y])

    def _to_local(self, position_m: NDArray[np.float64]) -> NDArray[np.float64]:
        return turned(position_m - self._centre(), -self.angle_rad)

    def to_frame(self, position_m: NDArray[np.float64]) -> NDArray[np.float64]:
        """Frame positions of (u, v), (N, 2)."""
        return turned(position_m, self.angle_rad) + self._centre()

    def strips(self, plan: NDArray[np.float64]) -> list[BaseGeometry]:
        """The parts of rectangles (u, v, length, width; (N, 4)) that lie in the region."""
        local = Boxes(*plan.T, np.zeros(len(plan)), np.zeros(len(plan)), np.zeros(len(plan), np.uint8)).corners_m()
        outlines = shapely.polygons(self.to_frame(local.reshape(-1, 2)).reshape(-1, 4, 2))
        parts = shapely.intersection(outlines, self.region)
        return [part for part in parts if part.area > 1]

    def place(self, plan: NDArray[np.float64], margin_m: float) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Rows of u, v, length, width, angle in frame axes, and which centres lie inside by a margin; (N, 5), (N,)."""
        position = self.to_frame(plan[:, :2])
        inner = self.region.buffer(-margin_m)
        shapely.prepare(inner)
        return np.column_stack([position, plan[:, 2:4], plan[:, 4] + self.angle_rad]), shapely.contains_xy(inner, position)


def turned(position_m: NDArray[np.float64], angle_rad: float) -> NDArray[np.float64]:
    """Positions (N, 2) turned about the origin, from x towards y."""
    cosine, sine = np.cos(angle_rad), np.sin(angle_rad)
    return np.asarray(position_m @ np.array([[cosine, sine], [-sine, cosine]]))


def trihedral_rcs_m2(edge_m: float) -> float:
    """Radar cross section of a triangular trihedral on its axis: 4 pi a^4 / (3 lambda^2)."""
    return 4 * np.pi * edge_m**4 / (3 * WAVELENGTH_M**2)
