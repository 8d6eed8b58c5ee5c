"""Things that stand on the ground: buildings, and points that scatter like corner reflectors."""

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from .frame import WAVELENGTH_M

HOUSE, HALL, VEHICLE, SHIP = 0, 1, 2, 3
"""Kinds of box; they differ in roof, double bounce and optical colour."""


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

    def outlines(self) -> NDArray[np.object_]:
        """Ground plans as polygons, (N,)."""
        return np.asarray(shapely.polygons(self.corners_m()))

    def take(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Boxes":
        """Some of the boxes."""
        return Boxes(*(values[which] for values in self))


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


def trihedral_rcs_m2(edge_m: float) -> float:
    """Radar cross section of a triangular trihedral on its axis: 4 pi a^4 / (3 lambda^2)."""
    return 4 * np.pi * edge_m**4 / (3 * WAVELENGTH_M**2)
