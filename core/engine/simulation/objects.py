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
        return Boxes(
            self.x_m[which], self.y_m[which], self.length_m[which], self.width_m[which], self.angle_rad[which],
            self.height_m[which], self.kind[which],
        )  # fmt: skip


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
    x_m, y_m, length_m, width_m, angle_rad = plan.T
    return Boxes(x_m, y_m, length_m, width_m, angle_rad, height, np.full(len(plan), kind, np.uint8))


def points(position_m: NDArray[np.float64], rcs_dbsm: NDArray[np.float64], rng: np.random.Generator) -> Points:
    """Points of random phase at positions (N, 2)."""
    return Points(position_m[:, 0], position_m[:, 1], 10 ** (rcs_dbsm / 10), rng.uniform(0, 2 * np.pi, len(position_m)))


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


def trihedral_rcs_m2(edge_m: float) -> float:
    """Radar cross section of a triangular trihedral on its axis: 4 pi a^4 / (3 lambda^2)."""
    return 4 * np.pi * edge_m**4 / (3 * WAVELENGTH_M**2)
