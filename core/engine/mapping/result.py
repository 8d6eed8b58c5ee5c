"""Writes what a run has answered as a GeoPackage: cells, regions, classes, runs and styles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ...contract.legend import LandClass
from .cells import CellGrid, four_corners
from .geopackage import write_layer, write_styles, write_table
from .regions import Regions, dissolve, region_polygons, region_sums
from .styles import layer_styles
from .table import STATUS_NAMES, answered_cells, answers_of

_CELLS_AT_ONCE = 200_000

Incidence = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32] | None]
"""Incidence angle at the centre of cells, deg, from their rows and columns; None where it is not known."""


@dataclass(frozen=True)
class Answered:
    """What the layers are made of."""

    cells: CellGrid
    probabilities: NDArray[np.float32]
    """(rows, columns, classes) of cells; all zero where there is no answer."""
    classes: tuple[LandClass, ...]
    incidence: Incidence
    min_confidence: float
    min_area_m2: float
    novelty: NDArray[np.float32] | None = None
    """(rows, columns), in units of the models' limits; None where it was not asked."""


def write_result(path: Path, given: Answered, run: Mapping[str, Any]) -> dict[str, int]:
    """Write the whole GeoPackage and count what is in it: ``cells`` and ``regions``.

    Args:
        path: a new file.
        given: probabilities and what gives them a place and a name.
        run: the row of the table ``runs``; the counts are added to it.

    Raises:
        OSError: cannot be written; pyogrio's DataSourceError likewise.
    """
    keys = np.full(given.probabilities.shape[:2], -1, dtype=np.int64)
    for first, rows in _bands_of_rows(given.cells):
        keys[first : first + rows] = _write_cells(path, given, first, rows)
    regions = dissolve(keys, given.cells.areas_m2, given.min_area_m2)
    _write_regions(path, given, regions)
    counts = {"cells": int((keys >= 0).sum()), "regions": len(regions.keys)}
    write_table(path, "classes", [{"code": one.code, "name": one.name, "colour": one.colour} for one in given.classes])
    write_table(path, "runs", [{**run, **counts}])
    write_styles(path, {layer: layer_styles(given.classes, layer, given.novelty is not None) for layer in ("cells", "regions")})
    return counts


def _bands_of_rows(cells: CellGrid) -> list[tuple[int, int]]:
    step = max(1, _CELLS_AT_ONCE // cells.columns)
    return [(first, min(step, cells.rows - first)) for first in range(0, cells.rows, step)]


def _write_cells(path: Path, given: Answered, first: int, rows: int) -> NDArray[np.int64]:
    """Write the cells of some rows; the key of each cell's region, (rows, columns): -1 where there is no cell."""
    probabilities = np.asarray(given.probabilities[first : first + rows])
    answered = answered_cells(probabilities)
    row, column = np.nonzero(answered)
    novelty = None if given.novelty is None else np.asarray(given.novelty[first : first + rows])[answered]
    answers = answers_of(probabilities[answered], given.min_confidence, novelty)
    columns: dict[str, NDArray[Any]] = {
        "row": (row + first).astype(np.int32),
        "col": column.astype(np.int32),
        **_class_columns(given.classes, answers.best),
        "confidence": answers.confidence,
        "margin": answers.margin,
        "entropy": answers.entropy,
        "status": np.array(STATUS_NAMES, dtype=object)[answers.status],
        **({} if novelty is None else {"novelty": novelty}),
        **{f"p_{one.code}": probabilities[row, column, number] for number, one in enumerate(given.classes)},
    }
    incidence_deg = given.incidence(row + first, column)
    if incidence_deg is not None:
        columns["incidence_deg"] = incidence_deg
    write_layer(path, "cells", _cell_polygons(given.cells, row + first, column), columns, given.cells.crs_wkt)
    keys = np.full(answered.shape, -1, dtype=np.int64)
    keys[answered] = answers.best * len(STATUS_NAMES) + answers.status
    return keys


def _class_columns(classes: tuple[LandClass, ...], index: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    codes = np.array([one.code for one in classes], dtype=np.int32)
    names = np.array([one.name for one in classes], dtype=object)
    return {"class_code": codes[index], "class": names[index]}


def _cell_polygons(cells: CellGrid, row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.object_]:
    corners = [np.stack([x[row, column], y[row, column]], 1) for x, y in zip(*map(four_corners, cells.corners), strict=True)]
    rings = np.stack([*corners, corners[0]], axis=1)
    return np.asarray(shapely.polygons(rings), dtype=object)


def _write_regions(path: Path, given: Answered, regions: Regions) -> None:
    best, status = np.divmod(regions.keys, len(STATUS_NAMES))
    counts = region_sums(regions, np.ones(regions.labels.shape))
    columns: dict[str, NDArray[Any]] = {
        **_class_columns(given.classes, best),
        "status": np.array(STATUS_NAMES, dtype=object)[status],
        "area_m2": region_sums(regions, given.cells.areas_m2),
        "cells": counts.astype(np.int32),
        "confidence": (region_sums(regions, _probability_of_region(given, regions, best)) / counts).astype(np.float32),
    }
    write_layer(path, "regions", region_polygons(regions, given.cells), columns, given.cells.crs_wkt)


def _probability_of_region(given: Answered, regions: Regions, best: NDArray[np.int64]) -> NDArray[np.float64]:
    """The probability that each cell gives to the class of its region: its confidence, unless the region swallowed it."""
    row, column = np.nonzero(regions.labels)
    values = np.zeros(regions.labels.shape)
    values[row, column] = given.probabilities[row, column, best[regions.labels[row, column] - 1]]
    return values
