"""The mapping grid, AUXRASTER/MAPPING_GRID.bin: which azimuth and range time an image pixel has."""

import math

import numpy as np
from numpy.typing import NDArray

from .frame import Frame, moved
from .geocode import map_to_frame

NODE_SPACING_PX = 64


def nodes_per_side(frame: Frame) -> int:
    """Rows and columns of the grid."""
    return math.ceil(frame.map_px / NODE_SPACING_PX) + 1


def mapping_grid(frame: Frame) -> NDArray[np.float32]:
    """Azimuth and range time in seconds from those of the frame's first pixel, big-endian, (rows, columns, 2)."""
    at = np.arange(nodes_per_side(frame)) * float(NODE_SPACING_PX)
    column, row = moved(map_to_frame(frame), at[None, :], at[:, None])
    tau = frame.range_time_s(column) - frame.range_time_s(np.zeros(1))
    return np.stack([row * frame.seconds_per_row, tau], axis=2).astype(">f4")
