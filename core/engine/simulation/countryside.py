"""Open country: fields cut out of farmland, forests, heath, bare ground and waters."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from .local_axes import Local
from .objects import HOUSE, Content, boxes, content, joined
from .parcels import AGRICULTURE, BARE, VEGETATION, WATER, Parcel, jittered
from .settlements import corner_points

_LARGEST_FIELD_M2 = (12_000.0, 90_000.0)


def cut_fields(region: BaseGeometry, rng: np.random.Generator) -> list[Parcel]:
    """Fields of farmland: the region halved along and across its grain until the pieces are small enough."""
    angle = float(rng.uniform(0, np.pi))
    largest = float(rng.uniform(*_LARGEST_FIELD_M2))
    waiting, fields = [region], []
    while waiting:
        piece = waiting.pop()
        if piece.area <= largest * rng.uniform(0.6, 1.6):
            fields.append(piece)
        else:
            waiting += _halves(piece, angle, rng)
    return [parcel for field in fields for parcel in [_crop(field, angle, rng)]]


def _halves(piece: BaseGeometry, angle_rad: float, rng: np.random.Generator) -> list[BaseGeometry]:
    """Cut across the longer side, along or across the grain."""
    local = Local(piece, angle_rad)
    half_u, half_v = local.half_m
    far, shift = 2 * (half_u + half_v), rng.uniform(-0.25, 0.25)
    ends = [(shift * half_u, -far), (shift * half_u, far)] if half_u > half_v else [(-far, shift * half_v), (far, shift * half_v)]
    return [part for part in split(piece, shapely.LineString(local.to_frame(np.array(ends)))).geoms if part.geom_type == "Polygon"]


def _crop(field: BaseGeometry, angle_rad: float, rng: np.random.Generator) -> Parcel:
    surface = str(rng.choice(("crop", "stubble", "meadow"), p=(0.6, 0.2, 0.2)))
    depth = float(rng.uniform(0.05, 0.3)) if surface != "meadow" else 0.0
    across = angle_rad + np.pi / 2 * rng.integers(0, 2)
    return jittered(field, AGRICULTURE, surface, rng, row_angle_rad=across, row_period_m=float(rng.uniform(5, 14)), row_depth=depth)


def farm(fields: list[Parcel], rng: np.random.Generator) -> Content:
    """Tracks and hedges along fields, and a farmstead here and there."""
    edges = [(field.outline.boundary.buffer(1.6).intersection(field.outline), "track") for field in fields]
    hedged = [field for field in fields if rng.random() < 0.18]
    edges += [(field.outline.boundary.buffer(5).intersection(field.outline), "hedge") for field in hedged]
    yards = [field for field in fields if rng.random() < 0.06 and field.outline.area > 8000]
    parts = [content(edges)]
    for field in yards:
        local = Local(field.outline, float(rng.uniform(0, np.pi)))
        plan = np.array([(0, 0, 22, 11, 0), (24, 14, 18, 10, np.pi / 2), (-4, 28, 30, 13, 0)], float)
        placed, inside = local.place(plan, 10)
        steads = boxes(placed[inside], rng.uniform(6, 10, int(inside.sum())), HOUSE)
        parts.append(content(boxes=[steads], points=[corner_points(steads, 0.8, (8, 20), rng)]))
    return joined(parts)


def wild(region: BaseGeometry, rng: np.random.Generator) -> Parcel:
    """Forest, or heath and scrub."""
    return jittered(region, VEGETATION, "forest" if rng.random() < 0.72 else "scrub", rng)


def clearings(parcel: Parcel, rng: np.random.Generator) -> Content:
    """Felled patches and rides in a forest."""
    if parcel.surface != "forest":
        return content()
    local = Local(parcel.outline, float(rng.uniform(0, np.pi)))
    half_u, half_v = local.half_m
    count = int(rng.poisson(parcel.outline.area / 250_000))
    felled = np.column_stack([rng.uniform(-0.8, 0.8, (count, 2)) * (half_u, half_v), rng.uniform(35, 110, (count, 2))])
    rides = [(0, v, 2 * half_u, 6) for v in np.arange(-half_v + rng.uniform(60, 200), half_v, 260)]
    return content([(part, "scrub") for part in local.strips(felled)] + [(part, "track") for part in local.strips(np.array(rides))])


def barren(region: BaseGeometry, mix: str, rng: np.random.Generator) -> Parcel:
    """Bare soil, gravel or sand; dunes and ploughed soil have waves."""
    shares = (0.1, 0.3, 0.6) if mix == "arid" else (0.5, 0.3, 0.2)
    surface = str(rng.choice(("soil", "gravel", "sand"), p=shares))
    waves = {"soil": ((4, 9), 0.2), "gravel": ((10, 20), 0.0), "sand": ((25, 90), 0.4)}[surface]
    period, depth = float(rng.uniform(*waves[0])), float(waves[1] * rng.random())
    return jittered(region, BARE, surface, rng, row_angle_rad=float(rng.uniform(0, np.pi)), row_period_m=period, row_depth=depth)


def water(region: BaseGeometry, surface: str, rng: np.random.Generator) -> Parcel:
    """A lake, a river, or the sea with its swell."""
    depth = float(rng.uniform(0.1, 0.35)) if surface == "sea" else 0.0
    angle, period = float(rng.uniform(0, np.pi)), float(rng.uniform(35, 110))
    return jittered(region, WATER, surface, rng, row_angle_rad=angle, row_period_m=period, row_depth=depth)
