"""The optical companion of a scene, warped onto the pixel grid of the patches."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioIOError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds
from rasterio.windows import Window as RasterWindow

from ...contract.errors import PatchSetError
from ..scene.windows import Window

_AVERAGED_ABOVE = 2.0  # optical pixels along a grid pixel; above, bilinear interpolation would skip some
_RGB = (1, 2, 3)


@dataclass(frozen=True)
class GridShape:
    """A pixel grid on the ground."""

    rows: int
    columns: int
    transform: Affine
    crs_wkt: str


class OpticalGrid:
    """An RGB image, read as if it lay on the grid of the patches."""

    def __init__(self, path: str, warped: WarpedVRT) -> None:
        self.path, self._warped = path, warped

    def read(self, window: Window) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """RGB levels (3, rows, columns), see ``rgb_levels``, and where the image covers the grid (rows, columns).

        Raises:
            PatchSetError: the file is damaged.
        """
        part = RasterWindow(window.column, window.row, window.columns, window.rows)
        try:
            image = self._warped.read([*_RGB, self._warped.count], window=part)
        except RasterioIOError as error:
            raise PatchSetError("patches-optical-unreadable", path=self.path, reason=str(error)) from error
        covered = image[3] > 0
        return rgb_levels(image[:3], covered), covered


def rgb_levels(image: NDArray[np.uint8], covered: NDArray[np.bool_] | None = None) -> NDArray[np.uint8]:
    """Levels as a patch set keeps them: 0 stands for no data, and what is dark in one colour alone is 1.

    Pixels that are black in all colours count as no data, for the rims of many images are so, and say so nowhere.

    Args:
        image: (3, rows, columns).
        covered: where there are data, (rows, columns); left out, everywhere.
    """
    seen = image.any(axis=0) if covered is None else image.any(axis=0) & covered
    return np.where(seen, np.maximum(image, 1), 0).astype(np.uint8)


@contextmanager
def open_optical(path: str, grid: GridShape) -> Iterator[OpticalGrid]:
    """Open an RGB image on a grid: averaged where it is much finer than the grid, else bilinear.

    Raises:
        PatchSetError: no such file, not an image, without CRS, not 8-bit, fewer than three bands, or of another place.
    """
    if not Path(path).exists():
        raise PatchSetError("file-missing", path=path)
    try:
        image = rasterio.open(path)
    except RasterioIOError as error:
        raise PatchSetError("patches-optical-unreadable", path=path, reason=str(error)) from error
    with image:
        if image.count < len(_RGB) or image.dtypes[:3] != ("uint8",) * 3:
            raise PatchSetError("patches-optical-bands", path=path, bands=image.count, dtype=image.dtypes[0])
        if image.crs is None:
            raise PatchSetError("patches-optical-crs", path=path)
        size = {"transform": grid.transform, "width": grid.columns, "height": grid.rows}
        has_alpha = rasterio.enums.ColorInterp.alpha in image.colorinterp
        resampling = _resampling(image, grid)
        with WarpedVRT(image, crs=grid.crs_wkt, add_alpha=not has_alpha, resampling=resampling, **size) as warped:
            yield OpticalGrid(path, warped)


def _resampling(image: rasterio.DatasetReader, grid: GridShape) -> Resampling:
    """What suits the step from the pixels of the image to those of the grid.

    Raises:
        PatchSetError: the image does not touch the grid.
    """
    # the grid in the CRS of the image, not the other way round: an image of half the world has no outline in a narrow CRS
    west, south, east, north = transform_bounds(grid.crs_wkt, image.crs, *_bounds(grid.transform, grid.rows, grid.columns))
    left, bottom, right, top = _bounds(image.transform, image.height, image.width)
    if not (west < right and left < east and south < top and bottom < north):
        raise PatchSetError("patches-optical-elsewhere", path=image.name)
    pixels = (east - west) * (north - south) / abs(image.transform.determinant)
    return Resampling.average if np.sqrt(pixels / (grid.rows * grid.columns)) > _AVERAGED_ABOVE else Resampling.bilinear


def _bounds(transform: Affine, rows: int, columns: int) -> tuple[float, float, float, float]:
    """West, south, east and north of a raster, rotated or not."""
    x, y = zip(*(transform @ corner for corner in ((0, 0), (columns, 0), (columns, rows), (0, rows))), strict=True)
    return min(x), min(y), max(x), max(y)
