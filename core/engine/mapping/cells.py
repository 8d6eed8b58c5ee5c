"""The grid of cells that tiles a scene, and the patch that answers for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pyproj
from affine import Affine
from numpy.typing import NDArray

from ..scene.windows import Window


class Tile(NamedTuple):
    """A block of neighbouring cells that are read and answered together."""

    row: int
    column: int
    rows: int
    columns: int


def tiles_of(block: Tile, side: int) -> Iterator[Tile]:
    """A block in tiles of at most ``side`` x ``side`` cells, row by row."""
    for row in range(block.row, block.row + block.rows, side):
        for column in range(block.column, block.column + block.columns, side):
            yield Tile(row, column, min(side, block.row + block.rows - row), min(side, block.column + block.columns - column))


@dataclass(frozen=True)
class CellGrid:
    """Cells of one stride over an image at the model's pixel size; those at the lower and right edge end with the image."""

    image_rows: int
    image_columns: int
    patch_px: int
    stride_px: int
    min_valid: float
    """Share of a patch that must hold data, for its cell to be answered."""
    spacing_m: tuple[float, float]
    """Ground size of an image pixel: between rows, between columns."""
    transform: Affine
    """Image pixel (column, row) to scene coordinates."""
    crs_wkt: str | None

    @property
    def rows(self) -> int:
        """Rows of cells."""
        return -(-self.image_rows // self.stride_px)

    @property
    def columns(self) -> int:
        """Columns of cells."""
        return -(-self.image_columns // self.stride_px)

    @property
    def lead_px(self) -> int:
        """How far a cell's first pixel lies behind the first pixel of its centred patch; negative where cells outgrow patches."""
        return -((self.stride_px - self.patch_px) // 2)

    def patches_window(self, tile: Tile) -> Window:
        """The pixels of all patches of a tile; it may stick out of the image."""
        row, column = (first * self.stride_px - self.lead_px for first in (tile.row, tile.column))
        rows, columns = ((count - 1) * self.stride_px + self.patch_px for count in (tile.rows, tile.columns))
        return Window(row, column, rows, columns)

    @cached_property
    def corners(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """x and y of the corners of all cells in scene coordinates, each (rows + 1, columns + 1); longitudes centred on -180..180."""
        row_px, column_px = self._edges
        column, row = np.meshgrid(column_px, row_px)
        return self._to_scene(column, row)

    @cached_property
    def centres(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """x and y of the centres of all cells in scene coordinates, each (rows, columns)."""
        x, y = (np.mean(four_corners(one), axis=0) for one in self.corners)
        return x, y

    def _to_scene(self, column_px: NDArray[np.int64], row_px: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Scene coordinates of pixel corners; a scene beyond 180 degrees east is moved to where every GIS shows it."""
        t = self.transform
        x, y = t.a * column_px + t.b * row_px + t.c, t.d * column_px + t.e * row_px + t.f
        return x - self._longitude_turns * 360, y

    @cached_property
    def _longitude_turns(self) -> int:
        if self.crs is None or not self.crs.is_geographic:
            return 0
        centre_x = self.transform.a * self.image_columns / 2 + self.transform.b * self.image_rows / 2 + self.transform.c
        return int((centre_x + 180) // 360)

    @cached_property
    def crs(self) -> pyproj.CRS | None:
        """The scene's reference system, None for pixel coordinates."""
        return None if self.crs_wkt is None else pyproj.CRS.from_wkt(self.crs_wkt)

    @cached_property
    def areas_m2(self) -> NDArray[np.float64]:
        """Area of each cell, (rows, columns): on the ellipsoid, or from the ground size of pixels where there is no reference system.

        The corners are mapped by Lambert's azimuthal equal-area projection about the middle of the scene, where the sides of
        cells stay straight and the area of a polygon is that on the ellipsoid, whatever the scene's own projection does to it.
        """
        if self.crs is None:
            row_px, column_px = self._edges
            return np.outer(np.diff(row_px) * self.spacing_m[0], np.diff(column_px) * self.spacing_m[1])
        (x0, x1, x2, x3), (y0, y1, y2, y3) = map(four_corners, to_equal_area(self.crs, *self.corners))
        # the shoelace formula of a quadrilateral, by its diagonals
        areas: NDArray[np.float64] = np.abs((x2 - x0) * (y3 - y1) - (x3 - x1) * (y2 - y0)) / 2
        return areas

    @property
    def _edges(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Pixel rows and columns that bound the cells, (rows + 1,) and (columns + 1,)."""
        row_px = np.minimum(np.arange(self.rows + 1) * self.stride_px, self.image_rows)
        column_px = np.minimum(np.arange(self.columns + 1) * self.stride_px, self.image_columns)
        return row_px, column_px


def four_corners(lattice: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """Upper left, lower left, lower right, upper right: counterclockwise on a north-up map."""
    return lattice[:-1, :-1], lattice[1:, :-1], lattice[1:, 1:], lattice[:-1, 1:]


def to_equal_area(crs: pyproj.CRS, x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points, any shape, in an equal-area projection about their middle, m."""
    geographic = crs.geodetic_crs
    if geographic is None or geographic.ellipsoid is None:
        raise ValueError(f"no ellipsoid in {crs.name}")
    middle_x, middle_y = float(x.mean()), float(y.mean())
    longitude, latitude = pyproj.Transformer.from_crs(crs, geographic, always_xy=True).transform(middle_x, middle_y)
    ellipsoid = geographic.ellipsoid
    equal_area = pyproj.CRS.from_dict({
        "proj": "laea", "lat_0": latitude, "lon_0": longitude,
        "a": ellipsoid.semi_major_metre, "b": ellipsoid.semi_minor_metre,
    })  # fmt: skip
    projected = pyproj.Transformer.from_crs(crs, equal_area, always_xy=True).transform(x, y)
    return projected[0], projected[1]
