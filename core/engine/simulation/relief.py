"""How heights move and hide echoes: layover towards the radar, shadow behind, walls and their double bounce."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .objects import HALL, HOUSE, SHIP, TANK, VEHICLE
from .walls import Facades

_WALL_SAMPLES = 8
_STEP_PX = 0.6
"""Distance of samples along a wall."""
_WALL_DB = {HOUSE: -6.0, HALL: -8.0, TANK: -9.0, VEHICLE: -4.0, SHIP: -3.0}
_BOUNCE_DB = {HOUSE: 8.0, HALL: 11.0, TANK: 11.0, VEHICLE: 7.0, SHIP: 13.0}
"""Double bounce by metre of a wall of the height below, squarely seen, as cross section in dBsm."""
_BOUNCE_HEIGHT_M = {HOUSE: 7.0, HALL: 10.0, TANK: 12.0, VEHICLE: 3.0, SHIP: 8.0}
_ASPECT_LOSS_DB_DEG2 = 0.12
_MOST_ASPECT_LOSS_DB = 25.0


class View(NamedTuple):
    """How the radar sees a strip: everything by column or by pixel."""

    tan_incidence: NDArray[np.float64]
    """(columns,)"""
    pixel_size_m: float
    horizon_m: NDArray[np.float32]
    """(rows, columns): up to here, along the ground, the shadow of this pixel and all nearer ones reaches."""


def look(height_m: NDArray[np.float32], incidence_deg: NDArray[np.float64], pixel_size_m: float) -> View:
    """How far shadows reach over a strip of heights, (rows, columns)."""
    tangent = np.tan(np.radians(incidence_deg))
    ground_m = (np.arange(height_m.shape[1]) + 0.5) * pixel_size_m
    reach = (ground_m + height_m * tangent).astype(np.float32)
    return View(tangent, pixel_size_m, np.maximum.accumulate(reach, axis=1, out=reach))


def is_lit(view: View, height_m: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether the radar sees the top of each pixel, (rows, columns)."""
    ground_m = (np.arange(height_m.shape[1]) + 0.5) * view.pixel_size_m
    reach = ground_m + height_m * view.tan_incidence
    return np.asarray(reach >= view.horizon_m - 1e-3 * view.pixel_size_m)


def laid_over(sigma0: NDArray[np.float32], height_m: NDArray[np.float32], view: View) -> NDArray[np.float32]:
    """Move the echo of everything above the ground towards the radar by h / tan(theta), where it adds to what is there.

    Args:
        sigma0: echo by ground pixel, shadowed pixels already dark, (rows, columns).
        height_m: above the ground, same shape.
        view: of the same strip.
    """
    row, column = np.nonzero(height_m)
    place = column - height_m[row, column] / (view.tan_incidence[column] * view.pixel_size_m)
    ground = np.where(height_m == 0, sigma0, np.float32(0))
    return ground + deposit(row, place, sigma0[row, column], sigma0.shape)


def deposit(
    row: NDArray[np.intp], column: NDArray[np.float64], weight: NDArray[np.floating], shape: tuple[int, ...]
) -> NDArray[np.float32]:
    """Sum weights at fractional columns (0 is the centre of the first pixel), each shared by the two nearest pixels; (rows, columns)."""
    rows, columns = shape
    low = np.floor(column).astype(np.intp)
    share = column - low
    total = np.zeros(rows * columns)
    for place, part in ((low, weight * (1 - share)), (low + 1, weight * share)):
        inside = (place >= 0) & (place < columns) & (row >= 0) & (row < rows)
        total += np.bincount(row[inside] * columns + place[inside], part[inside], rows * columns)
    return total.reshape(rows, columns).astype(np.float32)


class Gain(NamedTuple):
    """Offsets of a polarisation, in dB."""

    wall_db: float
    bounce_db: float


def facade_echo(walls: Facades, view: View, first_row: int, gain: Gain) -> NDArray[np.float32]:
    """Echo of walls and of the corner between wall and ground, as sigma nought by pixel, (rows, columns).

    The double bounce falls off with the square of the angle between wall and flight direction. Parts of a wall that
    stand in the shadow of something nearer do not shine.
    """
    shape = view.horizon_m.shape
    length_m = np.linalg.norm(walls.end_m - walls.start_m, axis=1)
    count = np.ceil(length_m / (_STEP_PX * view.pixel_size_m)).astype(np.intp)
    wall = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(wall)) - np.repeat(np.cumsum(count) - count, count)
    share = ((step + 0.5) / count[wall])[:, None]
    foot = walls.start_m[wall] * (1 - share) + walls.end_m[wall] * share
    row = np.floor(foot[:, 1] / view.pixel_size_m).astype(np.intp) - first_row
    here = (row >= 0) & (row < shape[0]) & (foot[:, 0] > view.pixel_size_m) & (foot[:, 0] < shape[1] * view.pixel_size_m)
    wall, foot_m, row, piece_m = wall[here], foot[here, 0], row[here], (length_m / count)[wall[here]]
    column = np.floor(foot_m / view.pixel_size_m).astype(np.intp)
    tangent, horizon_m = view.tan_incidence[column], view.horizon_m[row, np.maximum(column - 2, 0)]
    height, kind, aspect = walls.height_m[wall], walls.kind[wall], walls.aspect_rad[wall]
    level = _by_kind(_WALL_DB, kind, gain.wall_db) * np.cos(aspect) * piece_m * height / _WALL_SAMPLES / view.pixel_size_m**2
    total = np.zeros(shape, np.float32)
    for sample in range(_WALL_SAMPLES):
        z_m = height * (sample + 0.5) / _WALL_SAMPLES
        seen = foot_m + z_m * tangent > horizon_m
        total += deposit(row, (foot_m - z_m / tangent) / view.pixel_size_m - 0.5, level * seen, shape)
    bounce = double_bounce_m2(height, aspect, kind, gain.bounce_db) * piece_m / view.pixel_size_m**2
    return total + deposit(row, foot_m / view.pixel_size_m - 0.5, bounce * (foot_m > horizon_m), shape)


def double_bounce_m2(
    height_m: NDArray[np.float64], aspect_rad: NDArray[np.float64], kind: NDArray[np.uint8], gain_db: float
) -> NDArray[np.float64]:
    """Cross section by metre of the corner between a wall and the ground."""
    loss_db = np.minimum(_ASPECT_LOSS_DB_DEG2 * np.degrees(aspect_rad) ** 2, _MOST_ASPECT_LOSS_DB)
    usual_m = np.array([_BOUNCE_HEIGHT_M[one] for one in sorted(_BOUNCE_HEIGHT_M)])[kind]
    return np.asarray(_by_kind(_BOUNCE_DB, kind, gain_db) * height_m / usual_m * 10 ** (-loss_db / 10))


def _by_kind(level_db: dict[int, float], kind: NDArray[np.uint8], gain_db: float) -> NDArray[np.float64]:
    return np.asarray(10 ** ((np.array([level_db[one] for one in sorted(level_db)]) + gain_db) / 10)[kind])
