"""Towns: street grids with detached houses, terraces, slabs or closed perimeter blocks."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .local_axes import Local
from .objects import HOUSE, Boxes, Content, Points, boxes, content, points

_STREET_M = 8.0
_PARK_SHARE = 0.06


class Quarter(NamedTuple):
    """How one part of a town is built; ranges are low and high."""

    block_m: tuple[float, float]
    """Block along and across the street, less the streets."""
    house_m: tuple[tuple[float, float], tuple[float, float]]
    """Length and width of a house."""
    height_m: tuple[float, float]
    pitch_m: float
    """Distance of houses along the street; less than the length for a closed front."""
    setback_m: float
    built: float
    """Share of plots with a house."""
    wobble_rad: float
    """Deviation of houses from the street's direction."""


QUARTERS = {
    "villas": Quarter((150, 62), ((9, 15), (8, 11)), (5, 9), 22, 6, 0.88, 0.06),
    "terraces": Quarter((140, 56), ((34, 52), (9, 11)), (7, 10), 56, 5, 0.93, 0.0),
    "slabs": Quarter((120, 90), ((42, 75), (12, 15)), (12, 27), 62, 10, 0.85, 0.0),
    "old town": Quarter((84, 62), ((14, 24), (11, 14)), (10, 18), 17, 1, 0.97, 0.02),
}


def fill_settlement(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """Streets, houses, gardens and parks of a region with one street grid and one way of building."""
    quarter = QUARTERS[str(rng.choice(list(QUARTERS), p=(0.38, 0.2, 0.17, 0.25)))]
    local = Local(region, float(rng.uniform(0, np.pi / 2)))
    along, across = _grid_lines(local.half_m[0], quarter.block_m[0]), _grid_lines(local.half_m[1], quarter.block_m[1])
    blocks = np.stack(np.meshgrid(along, across, indexing="ij"), -1).reshape(-1, 2)
    park = rng.random(len(blocks)) < _PARK_SHARE
    paints: list[tuple[BaseGeometry, str]] = [(part, "park") for part in local.strips(_plots(blocks[park], quarter))]
    paints += [(part, "street") for part in local.strips(_streets(along, across, quarter, local))]
    houses = _houses(blocks[~park], quarter, local, rng)
    return content(paints, [houses], [corner_points(houses, 0.6, (10, 26), rng)])


def _grid_lines(half_m: float, block_m: float) -> NDArray[np.float64]:
    """Middles of blocks from end to end."""
    step = block_m + _STREET_M
    count = int(np.ceil(half_m / step))
    return np.asarray(np.arange(-count, count + 1) * step)


def _plots(blocks: NDArray[np.float64], quarter: Quarter) -> NDArray[np.float64]:
    return np.column_stack([blocks, np.broadcast_to(quarter.block_m, blocks.shape)])


def _streets(along: NDArray[np.float64], across: NDArray[np.float64], quarter: Quarter, local: Local) -> NDArray[np.float64]:
    """Rectangles u, v, length, width of the streets between blocks."""
    half_u, half_v = local.half_m
    lengthwise = [(0, v + (quarter.block_m[1] + _STREET_M) / 2, 2 * half_u, _STREET_M) for v in across]
    crosswise = [(u + (quarter.block_m[0] + _STREET_M) / 2, 0, _STREET_M, 2 * half_v) for u in along]
    return np.array(lengthwise + crosswise)


def _houses(blocks: NDArray[np.float64], quarter: Quarter, local: Local, rng: np.random.Generator) -> Boxes:
    """Houses along both long sides of the blocks and, where fronts are closed, along the short sides too."""
    block_u, block_v = quarter.block_m
    depth = quarter.house_m[1][1]
    rows = [_row(block_u, block_v / 2 - quarter.setback_m - depth / 2, 0.0, quarter)]
    if quarter.pitch_m < quarter.house_m[0][1]:
        rows.append(_row(block_v - 2 * depth, block_u / 2 - quarter.setback_m - depth / 2, np.pi / 2, quarter))
    plots = np.concatenate(rows)
    plan = np.zeros((len(blocks) * len(plots), 5))
    plan[:, :2] = (blocks[:, None] + plots[None, :, :2]).reshape(-1, 2)
    plan[:, 4] = np.tile(plots[:, 2], len(blocks))
    plan = plan[rng.random(len(plan)) < quarter.built]
    plan[:, 2] = rng.uniform(*quarter.house_m[0], len(plan))
    plan[:, 3] = rng.uniform(*quarter.house_m[1], len(plan))
    plan[:, 4] += rng.normal(0, quarter.wobble_rad, len(plan)) + (rng.random(len(plan)) < 0.12) * (quarter.wobble_rad > 0.05) * np.pi / 2
    placed, inside = local.place(plan, 12)
    return boxes(placed[inside], rng.uniform(*quarter.height_m, int(inside.sum())), HOUSE)


def _row(length_m: float, offset_m: float, angle_rad: float, quarter: Quarter) -> NDArray[np.float64]:
    """u, v and angle of the plots on both sides of one block, turned by the angle."""
    count = max(int(length_m // quarter.pitch_m), 1)
    at = (np.arange(count) - (count - 1) / 2) * quarter.pitch_m
    sides = [(u, side * offset_m) if angle_rad == 0 else (side * offset_m, u) for side in (-1, 1) for u in at]
    return np.column_stack([np.array(sides), np.full(len(sides), angle_rad)])


def corner_points(buildings: Boxes, share: float, rcs_dbsm: tuple[float, float], rng: np.random.Generator) -> Points:
    """Balconies, windows and roof edges that return like corner reflectors: one to three on a share of the buildings."""
    count = np.where(rng.random(len(buildings.x_m)) < share, rng.integers(1, 4, len(buildings.x_m)), 0)
    owner = np.repeat(np.arange(len(count)), count)
    spread = rng.uniform(-0.5, 0.5, (len(owner), 2)) * np.stack([buildings.length_m, buildings.width_m], 1)[owner]
    angle = buildings.angle_rad[owner]
    x_m = buildings.x_m[owner] + spread[:, 0] * np.cos(angle) - spread[:, 1] * np.sin(angle)
    y_m = buildings.y_m[owner] + spread[:, 0] * np.sin(angle) + spread[:, 1] * np.cos(angle)
    # somewhere on the facade, which layover moves towards the radar
    x_m -= rng.uniform(0, 1.2, len(owner)) * buildings.height_m[owner]
    return points(np.stack([x_m, y_m], 1), rng.uniform(*rcs_dbsm, len(owner)), rng)
