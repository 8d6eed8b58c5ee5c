"""Cells of one class and status, dissolved; small regions merged into their neighbours."""

import heapq
from collections import Counter
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import shapes
from scipy import ndimage

from .cells import CellGrid


@dataclass(frozen=True)
class Regions:
    """Dissolved cells; n regions."""

    labels: NDArray[np.int32]
    """(rows, columns) of cells: number of the region from 1, 0 where there is none."""
    keys: NDArray[np.int64]
    """(n,) what the cells of a region share."""


def connected(keys: NDArray[np.int64]) -> Regions:
    """Regions of cells that share a key and a side.

    Args:
        keys: (rows, columns), negative where there is no cell.
    """
    labels = np.zeros(keys.shape, dtype=np.int32)
    region_keys: list[NDArray[np.int64]] = []
    count = 0
    for key in np.unique(keys[keys >= 0]):
        parts, found = ndimage.label(keys == key)
        labels[parts > 0] = parts[parts > 0] + count
        region_keys.append(np.full(found, key))
        count += found
    return Regions(labels, np.concatenate(region_keys) if region_keys else np.empty(0, np.int64))


def dissolve(keys: NDArray[np.int64], areas_m2: NDArray[np.float64], min_area_m2: float) -> Regions:
    """Regions of equal keys, none below an area unless it has no neighbour.

    Small regions, smallest first, take the key of the neighbour they share most sides of cells with; of equal ones, of the larger.

    Args:
        keys: (rows, columns), negative where there is no cell.
        areas_m2: of each cell.
        min_area_m2: 0 merges nothing.
    """
    regions = connected(keys)
    areas = region_sums(regions, areas_m2)
    if not (areas < min_area_m2).any():
        return regions
    host = _merge(areas, _borders(regions.labels), min_area_m2)
    merged_keys = np.concatenate([[-1], regions.keys[host]])
    # two hosts of one key may touch now: they are one region
    return connected(merged_keys[regions.labels])


def region_sums(regions: Regions, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum of the values (rows, columns) over the cells of each region, (n,)."""
    sums = np.bincount(regions.labels.ravel(), weights=values.ravel(), minlength=len(regions.keys) + 1)
    return sums[1:].astype(np.float64)


def _borders(labels: NDArray[np.int32]) -> list[Counter[int]]:
    """For each region, how many sides of cells it shares with each neighbour; regions count from 0."""
    pairs = np.concatenate([
        np.stack([labels[:, :-1].ravel(), labels[:, 1:].ravel()], 1),
        np.stack([labels[:-1].ravel(), labels[1:].ravel()], 1),
    ])  # fmt: skip
    pairs = pairs[(pairs[:, 0] != pairs[:, 1]) & (pairs > 0).all(1)] - 1
    unique, counts = np.unique(np.sort(pairs, axis=1), axis=0, return_counts=True)
    borders: list[Counter[int]] = [Counter() for _ in range(int(labels.max()))]
    for (one, other), sides in zip(unique.tolist(), counts.tolist(), strict=True):
        borders[one][other] = borders[other][one] = sides
    return borders


def _merge(areas_m2: NDArray[np.float64], borders: list[Counter[int]], min_area_m2: float) -> NDArray[np.int64]:
    """For each region, the one it ends up in. Empties the borders of merged regions."""
    area = areas_m2.tolist()
    host = np.arange(len(area))
    members: list[list[int]] = [[number] for number in range(len(area))]
    small = [(one, number) for number, one in enumerate(area) if one < min_area_m2]
    heapq.heapify(small)
    while small:
        size, number = heapq.heappop(small)
        if host[number] != number or size != area[number] or not borders[number]:
            continue  # merged or grown meanwhile, or without a neighbour
        target = max(borders[number], key=lambda other: (borders[number][other], area[other], -other))
        for other, sides in borders[number].items():
            del borders[other][number]
            if other != target:
                borders[target][other] += sides
                borders[other][target] += sides
        borders[number].clear()
        area[target] += area[number]
        members[target] += members[number]
        host[members[target]] = target
        if area[target] < min_area_m2:
            heapq.heappush(small, (area[target], target))
    return host


def region_polygons(regions: Regions, cells: CellGrid) -> NDArray[np.object_]:
    """The outline of each region in scene coordinates, shapely polygons with holes, (n,)."""
    x, y = cells.corners
    rings: list[NDArray[np.float64]] = []
    holes: list[int] = []
    order: list[int] = []
    for outline, label in shapes(regions.labels, mask=regions.labels > 0, connectivity=4):
        order.append(int(label))
        holes.append(len(outline["coordinates"]))
        rings += [np.asarray(ring) for ring in outline["coordinates"]]
    if not order:
        return np.empty(0, dtype=object)
    corner = np.concatenate(rings).astype(np.int64)  # (column, row) of corners of cells
    points = np.stack([x[corner[:, 1], corner[:, 0]], y[corner[:, 1], corner[:, 0]]], 1)
    ring_offsets = np.cumsum([0, *map(len, rings)])
    polygon_offsets = np.cumsum([0, *holes])
    polygons = shapely.from_ragged_array(shapely.GeometryType.POLYGON, points, (ring_offsets, polygon_offsets))
    return np.asarray(polygons)[np.argsort(order)]
