"""Makes a queue with the file of labels that takes its answers; runs in the background."""

import math
from contextlib import closing
from pathlib import Path
from typing import Any, List, NamedTuple

from ..database import open_to_read
from ..labels.file import LabelsBroken, NewLabels, create_labels, open_labels, read_grid
from ..labels.grid import CellGrid, Place
from ..translation import tr
from .queue import Asked, Wanted, read_asked, read_result, uncertain_places

_SAME = 1e-3
"""Of a pixel: how far two grids that are one may lie apart."""


class Queue(NamedTuple):
    """A queue with the file that takes its answers."""

    labels: str
    model_sha256: str
    asked: List[Asked]


def make_queue(result: str, labels: str, wanted: Wanted, task: Any) -> Queue:
    """Choose the cells, and make the file of labels with them; one that is there keeps its own cells.

    Args:
        result: GeoPackage of the map.
        labels: GeoPackage that takes the answers.
        wanted: which cells.
        task: asked whether to go on.

    Raises:
        ResultBroken: the map cannot be reviewed.
        LabelsBroken: the file of labels cannot be made, or its cells lie elsewhere.
    """
    reviewed = read_result(result)
    if Path(labels).is_file():
        places = _places_of(labels, reviewed.grid)
    else:
        places = uncertain_places(result, reviewed.grid, wanted)
        create_labels(labels, NewLabels(reviewed.grid, reviewed.crs, reviewed.classes), places, lambda share: not task.isCanceled())
    return Queue(labels, reviewed.model_sha256, read_asked(reviewed, places))


def _places_of(labels: str, grid: CellGrid) -> List[Place]:
    """The cells of a file of labels, in the order in which they were put there.

    Raises:
        LabelsBroken: it is no file of labels, or its cells are not those of the grid.
    """
    open_labels(labels, "labels")
    if not _are_one(read_grid(labels), grid):
        text = tr("The cells of {path} are not those of this map: choose another file for the answers.")
        raise LabelsBroken(text.format(path=labels))
    with closing(open_to_read(labels)) as database:
        return list(database.execute("SELECT row, col FROM labels ORDER BY fid"))


def _are_one(first: CellGrid, second: CellGrid) -> bool:
    if (first.patch_px, first.stride_px) != (second.patch_px, second.stride_px):
        return False
    (x, y), (x_there, y_there) = ((one.centre((0, 0))) for one in (first, second))
    side = math.hypot(first.transform[0], first.transform[3])
    return math.hypot(x - x_there, y - y_there) < _SAME * side
