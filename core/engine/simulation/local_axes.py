"""Axes along a street grid, a runway or a field."""

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .objects import HOUSE, boxes


class Local(NamedTuple):
    """Axes turned with a street grid or runway: u along it, v across; the origin is the middle of the region."""

    region: BaseGeometry
    """In frame metres."""
    angle_rad: float

    @property
    def half_m(self) -> tuple[float, float]:
        """Half the extent of the region along u and v."""
        bounds = shapely.bounds(shapely.transform(self.region, self._to_local))
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
        plan = plan.reshape(-1, 4)
        local = boxes(np.column_stack([plan, np.zeros(len(plan))]), 0.0, HOUSE).corners_m()
        outlines = [shapely.Polygon(ring) for ring in self.to_frame(local.reshape(-1, 2)).reshape(-1, 4, 2)]
        return [part for part in (outline.intersection(self.region) for outline in outlines) if part.area > 1]

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
