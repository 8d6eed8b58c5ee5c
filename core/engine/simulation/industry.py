"""Industrial areas: halls with yards, tank farms and stacks of containers."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .local_axes import Local
from .objects import HALL, TANK, VEHICLE, Boxes, Content, Points, boxes, content, points
from .settlements import corner_points

_LOT_M = 115.0
_ROAD_M = 10.0


def fill_industry(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """Roads between lots; on each lot a hall, tanks, containers or an open yard."""
    local = Local(region, float(rng.uniform(0, np.pi / 2)))
    half_u, half_v = local.half_m
    lines_u, lines_v = (np.arange(-half + _LOT_M / 2, half + _LOT_M, _LOT_M + _ROAD_M) for half in (half_u, half_v))
    lots = np.stack(np.meshgrid(lines_u, lines_v, indexing="ij"), -1).reshape(-1, 2)
    roads = [(0, v + (_LOT_M + _ROAD_M) / 2, 2 * half_u, _ROAD_M) for v in lines_v]
    roads += [(u + (_LOT_M + _ROAD_M) / 2, 0, _ROAD_M, 2 * half_v) for u in lines_u[::2]]
    mostly = rng.choice(3, p=(0.55, 0.2, 0.25))
    use = np.where(rng.random(len(lots)) < 0.65, mostly, rng.choice(4, len(lots), p=(0.5, 0.12, 0.18, 0.2)))
    halls = _halls(lots[use == 0], local, rng)
    tanks = _tanks(lots[use == 1], local, rng)
    stacks = _stacks(lots[use == 2], local, rng)
    paints: list[tuple[BaseGeometry, str]] = [(part, "street") for part in local.strips(np.array(roads))]
    paved = np.column_stack([lots, np.full((len(lots), 2), _LOT_M)])[rng.random(len(lots)) < 0.35]
    paints = [(part, "concrete") for part in local.strips(paved)] + paints
    return content(paints, [halls, tanks, stacks], [corner_points(halls, 0.95, (13, 31), rng), corner_points(tanks, 0.8, (16, 29), rng),
                                                    _clutter(local, rng)])  # fmt: skip


def _halls(lots: NDArray[np.float64], local: Local, rng: np.random.Generator) -> Boxes:
    """One large hall by lot, some in two parts of different height."""
    count = len(lots)
    plan = np.column_stack([lots + rng.normal(0, 5, (count, 2)), rng.uniform(40, 105, count), rng.uniform(30, 80, count), np.zeros(count)])
    height = rng.uniform(7, 16, count)
    annex = rng.random(count) < 0.4
    side = plan[annex].copy()
    side[:, 3] = np.minimum(side[:, 3] * 0.3, 18)
    side[:, 1] += plan[annex, 3] / 2 + side[:, 3] / 2
    placed, inside = local.place(np.concatenate([plan, side]), 30)
    return boxes(placed[inside], np.concatenate([height, height[annex] * 0.6])[inside], HALL)


def _tanks(lots: NDArray[np.float64], local: Local, rng: np.random.Generator) -> Boxes:
    """Four tanks of one size by lot, now and then nine small ones."""
    plans = [np.empty((0, 5))]
    for lot in lots:
        side = 2 if rng.random() < 0.7 else 3
        pitch = _LOT_M / side
        at = (np.arange(side) - (side - 1) / 2) * pitch
        grid = np.stack(np.meshgrid(at, at), -1).reshape(-1, 2) + lot
        width = rng.uniform(0.5, 0.8) * pitch
        plans.append(np.column_stack([grid, np.full((len(grid), 2), width), np.zeros(len(grid))]))
    placed, inside = local.place(np.concatenate(plans), 20)
    return boxes(placed[inside], rng.uniform(9, 18, int(inside.sum())), TANK)


def _stacks(lots: NDArray[np.float64], local: Local, rng: np.random.Generator) -> Boxes:
    """Rows of container stacks with lanes between them."""
    u, v = np.meshgrid(np.arange(-48, 49, 13.0), np.arange(-45, 46, 9.0))
    grid = np.stack([u.ravel(), v.ravel()], 1)
    plan = (lots[:, None] + grid[None]).reshape(-1, 2)
    plan = plan[rng.random(len(plan)) < 0.7]
    plan = np.column_stack([plan, np.full(len(plan), 12.2), np.full(len(plan), 5.0), np.zeros(len(plan))])
    placed, inside = local.place(plan, 10)
    return boxes(placed[inside], rng.integers(1, 5, int(inside.sum())) * np.float64(2.6), VEHICLE)


def _clutter(local: Local, rng: np.random.Generator) -> Points:
    """Machines, fences and lamp posts, 1 by 500 square metres."""
    half_u, half_v = local.half_m
    count = int(4 * half_u * half_v / 500)
    position = local.to_frame(rng.uniform(-1, 1, (count, 2)) * (half_u, half_v))
    position = position[shapely.contains_xy(local.region, position)]
    return points(position, rng.normal(4, 6, len(position)), rng)
