"""Public transport: airfields, rail yards and large car parks; and ships on the water."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .local_axes import Local
from .objects import HALL, SHIP, VEHICLE, Content, Points, boxes, content, points
from .settlements import corner_points

_TRACK_M = 4.7


def long_axis_rad(region: BaseGeometry) -> float:
    """Direction of the longest side of the smallest rectangle around a region."""
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(region))
    sides = np.diff(corners, axis=0)
    longest = sides[np.argmax(np.linalg.norm(sides, axis=1))]
    return float(np.arctan2(longest[1], longest[0]) % np.pi)


def fill_airfield(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """Runway, taxiways, a wide apron with aircraft, terminal and hangars."""
    local = Local(region, long_axis_rad(region))
    half_u, half_v = local.half_m
    side = float(rng.choice((-1, 1)))
    runway_v, apron_v = -side * half_v * 0.45, side * half_v * 0.35
    apron_m = half_v * 0.55
    links = [(u, 0.0, 18.0, half_v * 1.2) for u in np.arange(-half_u * 0.8, half_u, 180)]
    asphalt = np.array([(0, runway_v, 2 * half_u - 40, 45), (0, runway_v + side * 95, 2 * half_u - 60, 20), *links])
    concrete = np.array([(0, apron_v, 1.7 * half_u, apron_m)])
    paints = [(part, "concrete") for part in local.strips(concrete)] + [(part, "asphalt") for part in local.strips(asphalt)]
    edge_v = apron_v + side * (apron_m / 2 + 22)
    count = max(int(1.6 * half_u // 110), 1)
    plan = np.column_stack([
        (np.arange(count) - (count - 1) / 2) * 110, np.full(count, edge_v), rng.uniform(60, 100, count), rng.uniform(22, 38, count),
        np.zeros(count),
    ])  # fmt: skip
    placed, inside = local.place(plan, 20)
    halls = boxes(placed[inside], rng.uniform(9, 18, int(inside.sum())), HALL)
    aircraft = _aircraft(local, apron_v, apron_m, rng)
    lamps = _along(local, [(runway_v - 24, 60), (runway_v + 24, 60)], (-2, 4), rng)
    return content(paints, [halls, aircraft.boxes], [corner_points(halls, 0.9, (10, 25), rng), aircraft.points, lamps])


def _aircraft(local: Local, apron_v: float, apron_m: float, rng: np.random.Generator) -> Content:
    """Parked aircraft in rows: fuselage and wings as low boxes with some bright points."""
    u, v = np.meshgrid(np.arange(-local.half_m[0] * 0.8, local.half_m[0] * 0.8, 62), apron_v + np.array([-0.28, 0.28]) * apron_m)
    stands = np.stack([u.ravel(), v.ravel()], 1)
    stands = stands[rng.random(len(stands)) < 0.45]
    body = np.column_stack([stands, np.full(len(stands), 4.5), rng.uniform(28, 45, len(stands)), np.zeros(len(stands))])
    wing = np.column_stack([stands, rng.uniform(26, 42, len(stands)), np.full(len(stands), 5.0), np.zeros(len(stands))])
    placed, inside = local.place(np.concatenate([body, wing]), 20)
    planes = boxes(placed[inside], np.concatenate([np.full(len(stands), 5.0), np.full(len(stands), 3.5)])[inside], VEHICLE)
    return content(boxes=[planes], points=[corner_points(planes, 0.9, (6, 20), rng)])


def fill_rail_yard(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """Parallel tracks on ballast, trains on some of them, masts between, a station hall at the side."""
    local = Local(region, long_axis_rad(region))
    half_u, half_v = local.half_m
    tracks = np.arange(-half_v, half_v, _TRACK_M)
    used = np.zeros(len(tracks), bool)
    for middle in np.arange(-half_v, half_v, rng.uniform(95, 150)):
        used |= np.abs(tracks - middle) < rng.uniform(25, 45)
    rails = np.array([(0, v, 2 * half_u, 1.6) for v in tracks[used]])
    paints = [(part, "rail") for part in local.strips(rails)]
    trains = [_train(float(v), half_u, rng) for v in tracks[used] if rng.random() < 0.4]
    placed, inside = local.place(np.concatenate([np.empty((0, 5)), *trains]), 15)
    wagons = boxes(placed[inside], rng.uniform(3.4, 4.4, int(inside.sum())), VEHICLE)
    masts = _along(local, [(float(v) + _TRACK_M / 2, 55) for v in tracks[used][::4]], (4, 12), rng)
    return content(paints, [wagons], [masts, corner_points(wagons, 0.3, (4, 15), rng)])


def _train(v: float, half_u: float, rng: np.random.Generator) -> NDArray[np.float64]:
    """Rows u, v, length, width, angle of the wagons of one train."""
    count, wagon_m = int(rng.integers(6, 24)), float(rng.uniform(14, 25))
    start = rng.uniform(-1, 0.6) * half_u
    u = start + np.arange(count) * (wagon_m + 1.2)
    return np.column_stack([u, np.full(count, v), np.full(count, wagon_m), np.full(count, 3.0), np.zeros(count)])


def fill_car_park(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """Rows of parked vehicles on asphalt, lanes, lamp posts, strips of green."""
    local = Local(region, long_axis_rad(region))
    half_u, half_v = local.half_m
    rows = np.arange(-half_v, half_v, 16.5)
    u, v = np.meshgrid(np.arange(-half_u, half_u, 2.7), np.concatenate([rows - 2.6, rows + 2.6]))
    stands = np.stack([u.ravel(), v.ravel()], 1)
    busy = 0.15 + 0.5 * (np.sin(stands[:, 0] / 90 + rng.uniform(0, 6)) * np.sin(stands[:, 1] / 70 + rng.uniform(0, 6)) > -0.2)
    stands = stands[rng.random(len(stands)) < busy]
    placed, inside = local.place(np.column_stack([stands, np.tile((2.0, 4.4, 0.0), (len(stands), 1))]), 6)
    cars = points(placed[inside, :2] + rng.normal(0, 0.4, (int(inside.sum()), 2)), rng.normal(1, 5, int(inside.sum())), rng)
    green = np.array([(0, row + 8.2, 2 * half_u, 2.5) for row in rows[:: int(rng.integers(3, 6))]])
    trucks = _trucks(local, rng)
    lamps = _along(local, [(float(row), 40) for row in rows], (6, 13), rng)
    return content([(part, "park") for part in local.strips(green)], [trucks.boxes], [cars, lamps, trucks.points])


def _trucks(local: Local, rng: np.random.Generator) -> Content:
    half_u, half_v = local.half_m
    count = int(half_u * half_v / 900)
    plan = np.column_stack([
        rng.uniform(-1, 1, (count, 2)) * (half_u, half_v), np.full(count, 12.0), np.full(count, 2.6), np.full(count, np.pi / 2)
    ])  # fmt: skip
    placed, inside = local.place(plan, 10)
    trucks = boxes(placed[inside], 3.8, VEHICLE)
    return content(boxes=[trucks], points=[corner_points(trucks, 0.8, (5, 16), rng)])


def _along(local: Local, lines: list[tuple[float, float]], rcs_dbsm: tuple[float, float], rng: np.random.Generator) -> Points:
    """Posts along u at each (v, distance)."""
    rows = [np.column_stack([u := np.arange(-local.half_m[0], local.half_m[0], step), np.full(len(u), v)]) for v, step in lines]
    position = local.to_frame(np.concatenate([np.empty((0, 2)), *rows]))
    position = position[shapely.contains_xy(local.region, position)]
    return points(position, rng.uniform(*rcs_dbsm, len(position)), rng)


def sail_ships(region: BaseGeometry, rng: np.random.Generator) -> Content:
    """A few ships on a large water; a moving one appears beside its place, shifted along the flight direction."""
    count = int(rng.poisson(region.area / 400_000))
    local = Local(region, 0.0)
    place = rng.uniform(-1, 1, (count, 2)) * local.half_m
    length = rng.uniform(18, 150, count) ** 0.95
    plan = np.column_stack([place, length, length / 6 + 2, rng.uniform(0, np.pi, count)])
    placed, inside = local.place(plan, 40)
    ships = boxes(placed[inside], np.minimum(placed[inside, 2] / 8, 12), SHIP)
    return content(boxes=[ships], points=[corner_points(ships, 1.0, (18, 30), rng), corner_points(ships, 0.7, (20, 34), rng)])
