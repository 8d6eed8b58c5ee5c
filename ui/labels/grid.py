"""Patches laid side by side over a scene, as the cells that an analyst labels; no layers and no widgets here."""

from dataclasses import dataclass
from typing import Any, Iterator, List, Mapping, Optional, Tuple

from ..translation import Told, tr

Place = Tuple[int, int]
"""Row and column of a cell."""
Point = Tuple[float, float]
Transform = Tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x = a column + b row + c, y = d column + e row + f."""
_SAME_SIZE = 0.01  # within it the engine leaves the pixels of a scene as they are


class NoGrid(Told):
    """No grid can be laid over a scene; the text says why."""


@dataclass(frozen=True)
class CellGrid:
    """One cell per whole patch, from the scene's first corner on; cells overlap where the stride is less than the patch."""

    scene: str
    """Path of the product or raster."""
    transform: Transform
    """Pixel of the patches (column, row) to the CRS of the scene."""
    rows: int
    """Of cells."""
    columns: int
    patch_px: int
    stride_px: int
    pixel_size_m: float

    def outline(self, place: Place) -> List[Point]:
        """The four corners of a cell, from its first pixel around it, in the CRS of the scene."""
        left, top, size = place[1] * self.stride_px, place[0] * self.stride_px, self.patch_px
        return [self._to_map(*corner) for corner in ((left, top), (left + size, top), (left + size, top + size), (left, top + size))]

    def centre(self, place: Place) -> Point:
        """The middle of a cell, in the CRS of the scene."""
        half = self.patch_px / 2
        return self._to_map(place[1] * self.stride_px + half, place[0] * self.stride_px + half)

    def place_at(self, point: Point) -> Optional[Place]:
        """The cell that holds a point of the CRS; of several the one whose middle is nearest, None where there is none."""
        return self.place_of_pixel(self.to_pixels(point))

    def place_of_pixel(self, pixel: Point) -> Optional[Place]:
        """As ``place_at``, of a column and a row in pixels of the patches."""
        column_px, row_px = pixel
        row, column = (self._number(px, count) for px, count in ((row_px, self.rows), (column_px, self.columns)))
        return None if row is None or column is None else (row, column)

    def to_pixels(self, point: Point) -> Point:
        """Column and row of a point of the CRS, in pixels of the patches."""
        a, b, c, d, e, f = self.transform
        x, y = point[0] - c, point[1] - f
        area = a * e - b * d
        return (e * x - b * y) / area, (a * y - d * x) / area

    def places(self) -> Iterator[Place]:
        """All cells, row by row."""
        return ((row, column) for row in range(self.rows) for column in range(self.columns))

    def _to_map(self, column_px: float, row_px: float) -> Point:
        a, b, c, d, e, f = self.transform
        return a * column_px + b * row_px + c, d * column_px + e * row_px + f

    def _number(self, px: float, count: int) -> Optional[int]:
        number = min(max(round((px - self.patch_px / 2) / self.stride_px), 0), count - 1)
        return number if 0 <= px - number * self.stride_px < self.patch_px else None


def grid_over(info: Mapping[str, Any], patch_px: int, stride_px: int, pixel_size_m: float) -> CellGrid:
    """The cells that ``patches cut`` would cut from a scene.

    Args:
        info: what the engine says of the scene.
        patch_px: side of a patch.
        stride_px: from patch to patch.
        pixel_size_m: of the patches; the scene is resampled to it where it differs by more than 1 %, as the engine does.

    Raises:
        NoGrid: the scene does not lie on a map, its pixel size is not known, or it is smaller than a patch.
    """
    if not info["crs_wkt"]:
        raise NoGrid(
            tr("{scene} does not lie on a map (no coordinate system): cells cannot be shown on it.").format(scene=info["scene_id"])
        )
    if not info["row_spacing_m"] or not info["column_spacing_m"]:
        raise NoGrid(tr("The pixel size of {scene} is not known.").format(scene=info["scene_id"]))
    down, across = _step(pixel_size_m, info["row_spacing_m"]), _step(pixel_size_m, info["column_spacing_m"])
    sides = [max(1, round(info["rows"] / down)), max(1, round(info["columns"] / across))]
    if min(sides) < patch_px:
        text = tr("{scene} has {rows} × {columns} pixels of {size} m: less than one patch of {patch} px.")
        values = {"scene": info["scene_id"], "rows": sides[0], "columns": sides[1], "size": f"{pixel_size_m:g}", "patch": patch_px}
        raise NoGrid(text.format(**values))
    a, b, c, d, e, f = info["transform"]
    rows, columns = ((side - patch_px) // stride_px + 1 for side in sides)
    transform = (a * across, b * down, c, d * across, e * down, f)
    return CellGrid(info["path"], transform, rows, columns, patch_px, stride_px, pixel_size_m)


def nearest_first(grid: CellGrid, start: Place) -> Iterator[Place]:
    """All other cells, ring by ring around one; within a ring clockwise from its upper left corner."""
    for ring in range(1, max(grid.rows, grid.columns)):
        for row, column in _ring(start, ring):
            if 0 <= row < grid.rows and 0 <= column < grid.columns:
                yield row, column


def side_m(grid: CellGrid) -> float:
    """Side of a cell on the ground."""
    return grid.patch_px * grid.pixel_size_m


def _ring(start: Place, ring: int) -> Iterator[Place]:
    row, column = start
    steps = range(-ring, ring)
    yield from ((row - ring, column + step) for step in steps)
    yield from ((row + step, column + ring) for step in steps)
    yield from ((row + ring, column - step) for step in steps)
    yield from ((row - step, column - ring) for step in steps)


def _step(pixel_size_m: float, spacing_m: float) -> float:
    step = pixel_size_m / spacing_m
    return 1.0 if abs(step - 1) <= _SAME_SIZE else step
