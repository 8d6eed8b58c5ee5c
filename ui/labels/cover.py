"""Which cells polygons or points of another layer label, by the rule of ``patches cut``; no layers of the project, no widgets."""

from dataclasses import dataclass, field
from typing import Callable, Dict, Iterable, Iterator, List, Mapping, Tuple

from qgis.core import QgsGeometry, QgsRectangle
from qgis.PyQt.QtGui import QTransform

from ..compat import POINT_GEOMETRY
from .cells import Cells
from .grid import CellGrid, Place

LABELLED, BELOW, TIE, CONFLICT, INVALID = "labelled", "below", "tie", "conflict", "invalid"
_TOLERANCE = 1e-6
"""Of a cell's area; areas that differ by less are equal."""
Shape = Tuple[str, QgsGeometry]
"""Name of a class, and where it is, in pixels of the patches."""


@dataclass
class Covered:
    """What the rule says."""

    names: Dict[Place, str] = field(default_factory=dict)
    """Class of each cell that gets one."""
    disputed: List[Place] = field(default_factory=list)
    """Cells that two classes claim."""
    counts: Dict[str, int] = field(default_factory=lambda: dict.fromkeys((LABELLED, BELOW, TIE, CONFLICT, INVALID), 0))
    """How many cells each outcome has; ``INVALID`` counts polygons whose outlines cross themselves, which are left out."""

    def note(self, place: Place, outcome: str, name: str) -> None:
        """Take note of what a cell gets."""
        self.counts[outcome] += 1
        if outcome == LABELLED:
            self.names[place] = name
        elif outcome in (TIE, CONFLICT):
            self.disputed.append(place)


def to_pixels(grid: CellGrid) -> QTransform:
    """From the CRS of the scene to pixels of the patches."""
    a, b, c, d, e, f = grid.transform
    return QTransform(a, d, b, e, c, f).inverted()[0]


def cover_cells(cells: Cells, shapes: Iterable[Shape], min_cover: float, go_on: Callable[[], bool]) -> Covered:
    """Label cells with what lies in them.

    A point labels the cell that holds it, unless another class has a point there too. Of polygons, the class that covers most of a
    cell labels it, if it covers enough, and more ground of its own than any other class covers at all; else the cell is disputed.
    It is the rule of ``core/engine/patches/cover.py``, by areas instead of counted pixels.

    Args:
        cells: that the file has; others count for nothing.
        shapes: points or polygons with their classes.
        min_cover: least share of a cell that its class must cover, 0..1.
        go_on: asked now and then; False ends the work with what there is.
    """
    covered, grid = Covered(), cells.grid
    parts: Dict[Place, Dict[str, List[QgsGeometry]]] = {}
    for name, shape in shapes:
        if not go_on():
            return covered
        if shape.type() == POINT_GEOMETRY:
            found: Iterable[Tuple[Place, QgsGeometry]] = _cells_of_points(grid, shape)
        elif shape.isGeosValid():
            found = _parts_of_polygon(grid, shape)
        else:
            covered.counts[INVALID] += 1
            continue
        for place, part in found:
            if cells.cell_of(place) is not None:
                parts.setdefault(place, {}).setdefault(name, []).append(part)
    for place, classes in sorted(parts.items()):
        if not go_on():
            return covered
        covered.note(place, *_decide(classes, min_cover, grid.patch_px**2))
    return covered


def _cells_of_points(grid: CellGrid, shape: QgsGeometry) -> Iterator[Tuple[Place, QgsGeometry]]:
    for point in shape.asMultiPoint() if shape.isMultipart() else [shape.asPoint()]:
        place = grid.place_of_pixel((point.x(), point.y()))
        if place is not None:
            yield place, QgsGeometry.fromRect(_square(grid, place))


def _parts_of_polygon(grid: CellGrid, shape: QgsGeometry) -> Iterator[Tuple[Place, QgsGeometry]]:
    engine = QgsGeometry.createGeometryEngine(shape.constGet())
    engine.prepareGeometry()
    box = shape.boundingBox()
    rows = _numbers(grid, box.yMinimum(), box.yMaximum(), grid.rows)
    columns = _numbers(grid, box.xMinimum(), box.xMaximum(), grid.columns)
    for place in ((row, column) for row in rows for column in columns):
        square = _square(grid, place)
        whole = QgsGeometry.fromRect(square)
        if engine.contains(whole.constGet()):
            yield place, whole
        elif engine.intersects(whole.constGet()):
            part = shape.clipped(square)
            if part.area() > 0:
                yield place, part


def _decide(classes: Mapping[str, List[QgsGeometry]], min_cover: float, full: float) -> Tuple[str, str]:
    """Outcome, and the class that covers most of one cell."""
    ground = {name: parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts) for name, parts in classes.items()}
    ranking = sorted(ground, key=lambda name: (-ground[name].area(), name))
    first, area = ranking[0], {name: one.area() for name, one in ground.items()}
    least = min_cover * full - _TOLERANCE * full
    if area[first] < least:
        return BELOW, first
    if len(ranking) == 1:
        return LABELLED, first
    others = QgsGeometry.unaryUnion([ground[name] for name in ranking[1:]])
    own = ground[first].difference(others).area()
    second, slack = area[ranking[1]], _TOLERANCE * full
    if area[first] - second <= slack and area[first] - own <= slack:
        return TIE, first
    contested = sum(area.values()) - QgsGeometry.unaryUnion(list(ground.values())).area() > slack
    if contested and (own < least or own <= second + slack):
        return CONFLICT, first
    return LABELLED, first


def _square(grid: CellGrid, place: Place) -> QgsRectangle:
    left, top = place[1] * grid.stride_px, place[0] * grid.stride_px
    return QgsRectangle(left, top, left + grid.patch_px, top + grid.patch_px)


def _numbers(grid: CellGrid, low_px: float, high_px: float, count: int) -> range:
    """Rows or columns of cells that a stretch of pixels may touch."""
    first = int((low_px - grid.patch_px) // grid.stride_px)
    return range(max(0, first), min(count, int(high_px // grid.stride_px) + 1))
