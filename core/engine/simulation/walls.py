"""Walls that face the radar."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .objects import TANK, Boxes


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
