"""Which cells of a result are to be reviewed, and in which order; no layers of the project, no widgets: it runs in the background."""

import json
import math
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Sequence, Set, Tuple

from qgis.core import QgsCoordinateReferenceSystem

from ...core.contract.legend import LandClass
from ..database import open_to_read
from ..labels.grid import CellGrid, Place
from ..result import ResultBroken, open_table
from ..translation import tr

MARGIN, ENTROPY, CONFIDENCE, NOVELTY = "margin", "entropy", "confidence", "novelty"
_ORDERS = {
    MARGIN: "SELECT fid, row, col FROM cells ORDER BY margin, row, col",
    ENTROPY: "SELECT fid, row, col FROM cells ORDER BY entropy DESC, row, col",
    CONFIDENCE: "SELECT fid, row, col FROM cells ORDER BY confidence, row, col",
    NOVELTY: "SELECT fid, row, col FROM cells ORDER BY novelty DESC, row, col",
}
"""The least certain first; equal ones row by row."""
_WHOLE = "SELECT fid, row, col FROM cells WHERE row < (SELECT MAX(row) FROM cells) AND col < (SELECT MAX(col) FROM cells) LIMIT 1"
_RUN = """
SELECT config, model_card, model_sha256, scene, (SELECT MAX(row) + 1 FROM cells) AS rows, (SELECT MAX(col) + 1 FROM cells) AS columns
FROM runs ORDER BY fid DESC LIMIT 1
"""
_DOUBTFUL_SHARE = 0.1
_DENSE_STEP_PX = 32
"""Stride of dense mode, where a run names none."""


@dataclass(frozen=True)
class Wanted:
    """Which cells an analyst wants to see."""

    order: str = MARGIN
    """``MARGIN`` (small first), ``ENTROPY`` (large), ``CONFIDENCE`` (small) or ``NOVELTY`` (large)."""
    apart_m: float = 500.0
    """How far cells lie apart at first."""
    most: int = 100
    """Cells."""


@dataclass(frozen=True)
class Asked:
    """A cell to review, with what the map says of it."""

    place: Place
    """Row and column in the result."""
    name: str
    """Of the class."""
    probabilities: Mapping[str, float]
    """By name of the class, the most likely first."""
    figures: Mapping[str, float]
    """``confidence``, ``margin``, ``entropy``, and ``novelty`` where the map has it."""
    status: str
    """``ok``, ``unsure`` or ``unknown``."""


@dataclass(frozen=True)
class Reviewed:
    """What is reviewed: one result."""

    path: str
    grid: CellGrid
    """Of its patches: the squares that the model has looked at, one around each cell."""
    crs: QgsCoordinateReferenceSystem
    classes: Tuple[LandClass, ...]
    model_sha256: str


def orders_of(path: str) -> List[str]:
    """The orders that a result has figures for.

    Raises:
        ResultBroken: it is no result.
    """
    with closing(_open(path)) as database:
        columns = {row[1] for row in database.execute("PRAGMA table_info(cells)")}
    found = [one for one in _ORDERS if one in columns]
    if not found:
        raise ResultBroken(tr("{path} is no whole result: it has no cells.").format(path=path))
    return found


def read_result(path: str) -> Reviewed:
    """What a review must know of a result.

    Raises:
        ResultBroken: it is no whole result, has no place on a map, or is too small.
    """
    with closing(_open(path)) as database:
        try:
            run = _row(database, _RUN)
            classes = [LandClass(*row) for row in database.execute("SELECT code, name, colour FROM classes ORDER BY code")]
            whole = _row(database, _WHOLE)
        except (sqlite3.Error, TypeError) as error:
            raise ResultBroken(tr("{path} is no whole result of Echopatch ({reason}).").format(path=path, reason=error)) from error
    cells = open_table(path, "cells", "cells")
    if not cells.crs().isValid():
        raise ResultBroken(tr("{path} does not lie on a map (no coordinate system): its cells cannot be shown.").format(path=path))
    corners = cells.getFeature(whole["fid"]).geometry().asPolygon()[0]
    grid = _grid(run, (whole["row"], whole["col"]), [(corner.x(), corner.y()) for corner in corners])
    return Reviewed(path, grid, cells.crs(), tuple(classes), str(run["model_sha256"]))


def uncertain_places(path: str, grid: CellGrid, wanted: Wanted) -> List[Place]:
    """The cells to review, the least certain first in each round of ``spread_out``.

    Only the least certain tenth of the map is asked about, or as many cells as are wanted where that is less: however far cells are
    to lie apart, none that is sure is asked about to fill a gap.

    Raises:
        ResultBroken: the result lacks the figure that is ordered by.
    """
    with closing(_open(path)) as database:
        try:
            rows = database.execute(_ORDERS[wanted.order]).fetchall()
        except sqlite3.Error as error:
            raise ResultBroken(tr("{path} is no whole result of Echopatch ({reason}).").format(path=path, reason=error)) from error
    doubtful = max(wanted.most, math.ceil(len(rows) * _DOUBTFUL_SHARE))
    places = [(row, column) for _, row, column in rows[:doubtful]]
    apart = max(1, math.ceil(wanted.apart_m / (grid.stride_px * grid.pixel_size_m)))
    return spread_out(places, apart, wanted.most)


def spread_out(places: Sequence[Place], apart: int, most: int) -> List[Place]:
    """Choose cells one by one, in rounds: in the first no two are nearer than ``apart`` rows and columns, in each next half of that.

    Within a round the cells are gone through in their order, and one is taken if all that are taken already, those of the rounds
    before among them, lie far enough away; in the last round, that of neighbours, every cell is.

    Args:
        places: the most wanted first.
        apart: rows or columns, whichever are more, at least 1.
        most: stop at so many.
    """
    taken: List[Place] = []
    left = list(places)
    while left and len(taken) < most:
        near = _Neighbourhood(apart, taken)
        later = []
        for place in left:
            if len(taken) < most and near.is_free(place):
                near.add(place)
                taken.append(place)
            else:
                later.append(place)
        left, apart = later, max(1, apart // 2)
    return taken


class _Neighbourhood:
    """Cells no two of which are near; squares of the least distance hold one at most, so few are looked at to add another."""

    def __init__(self, apart: int, places: Sequence[Place]) -> None:
        self._apart = apart
        self._squares: Dict[Place, Place] = {}
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        self._squares[place[0] // self._apart, place[1] // self._apart] = place

    def is_free(self, place: Place) -> bool:
        """Whether no cell of the neighbourhood is nearer than the least distance."""
        row, column = place[0] // self._apart, place[1] // self._apart
        around = (self._squares.get((row + down, column + right)) for down in (-1, 0, 1) for right in (-1, 0, 1))
        return all(max(abs(one[0] - place[0]), abs(one[1] - place[1])) >= self._apart for one in around if one is not None)


def read_asked(reviewed: Reviewed, places: Sequence[Place]) -> List[Asked]:
    """What the map says of some cells, in their order; cells that it does not have are left out.

    Raises:
        ResultBroken: it cannot be read.
    """
    names = {f"p_{one.code}": one.name for one in reviewed.classes}
    found: Dict[Place, Asked] = {}
    wanted: Set[Place] = set(places)
    with closing(_open(reviewed.path)) as database:
        database.row_factory = sqlite3.Row
        fids = [row["fid"] for row in database.execute("SELECT fid, row, col FROM cells") if (row["row"], row["col"]) in wanted]
        for fid in fids:
            row = dict(database.execute("SELECT * FROM cells WHERE fid = ?", (fid,)).fetchone())
            found[row["row"], row["col"]] = _asked(row, names)
    return [found[place] for place in places if place in found]


def _asked(row: Mapping[str, Any], names: Mapping[str, str]) -> Asked:
    ranked = sorted(((row[field], name) for field, name in names.items()), reverse=True)
    figures = {name: float(row[name]) for name in _ORDERS if row.get(name) is not None}
    probabilities = {name: float(share) for share, name in ranked}
    return Asked((row["row"], row["col"]), row["class"], probabilities, figures, row["status"])


def _grid(run: Mapping[str, Any], place: Place, corners: Sequence[Tuple[float, float]]) -> CellGrid:
    """The patches around the cells, from one whole cell and its corners: upper left, lower left, lower right, upper right."""
    config, card, scene = (json.loads(run[name]) for name in ("config", "model_card", "scene"))
    patch_px = int(card["patch_px"])
    stride_px = int(config["stride_px"] or (_DENSE_STEP_PX if config["mode"] == "dense" else patch_px))
    (x, y), (x_below, y_below), _, (x_right, y_right) = corners[:4]
    a, d = (x_right - x) / stride_px, (y_right - y) / stride_px
    b, e = (x_below - x) / stride_px, (y_below - y) / stride_px
    lead_px = -((stride_px - patch_px) // 2)  # from the first pixel of a patch to that of its cell
    row_px, column_px = (number * stride_px + lead_px for number in place)
    transform = (a, b, x - a * column_px - b * row_px, d, e, y - d * column_px - e * row_px)
    rows, columns = run["rows"], run["columns"]
    return CellGrid(scene["path"], transform, rows, columns, patch_px, stride_px, float(card["pixel_size_m"]))


def _row(database: sqlite3.Connection, query: str) -> Dict[str, Any]:
    """The first row by name of its columns.

    Raises:
        TypeError: there is none.
    """
    cursor = database.execute(query)
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone()))


def _open(path: str) -> sqlite3.Connection:
    """The file, which is not written to.

    Raises:
        ResultBroken: it cannot be opened.
    """
    try:
        return open_to_read(path)
    except sqlite3.Error as error:
        raise ResultBroken(tr("{path} cannot be opened ({reason}).").format(path=path, reason=error)) from error
