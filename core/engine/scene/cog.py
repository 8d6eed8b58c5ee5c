"""Write a raster window by window as a cloud-optimised GeoTIFF."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError
from rasterio.io import DatasetWriter
from rasterio.shutil import copy as copy_raster
from rasterio.windows import Window as RasterWindow

from ..output import partial_path, remove, write_errors
from .ground import PIXEL_COORDINATES
from .windows import Window

TILE_PX = 2048
"""Side of the squares to write: whole blocks of the file."""

_BLOCK_PX = 512


@dataclass(frozen=True)
class RasterShape:
    """What a raster looks like before it has pixels."""

    rows: int
    columns: int
    transform: Affine
    crs_wkt: str | None
    bands: tuple[str, ...]
    """Their names."""
    dtype: str
    nodata: float | None
    tags: dict[str, str] = field(default_factory=dict)


class CogWriter:
    """Takes windows in any order; the file is complete once the ``with`` block of ``cog_writer`` has ended."""

    def __init__(self, tiles: DatasetWriter) -> None:
        self._tiles = tiles

    def write(self, window: Window, pixels: NDArray[Any], valid: NDArray[np.bool_] | None = None) -> None:
        """Write one window.

        Args:
            window: inside the raster.
            pixels: (bands, rows, columns).
            valid: where there is data, (rows, columns), for a mask band; either in all windows or in none.
        """
        part = RasterWindow(window.column, window.row, window.columns, window.rows)
        self._tiles.write(pixels, window=part)
        if valid is not None:
            self._tiles.write_mask(valid, window=part)


@contextmanager
def cog_writer(path: Path, shape: RasterShape) -> Iterator[CogWriter]:
    """Write tiles to a file beside the path, then order them and their overviews into the path itself.

    Args:
        path: of the COG; a partial name, so that only a whole one gets its own.
        shape: of the raster.

    Raises:
        OutputError: the disk is full, or the write failed.
    """
    tiles_path = partial_path(path, ".tiles.tif")
    profile = {
        "driver": "GTiff",
        "height": shape.rows,
        "width": shape.columns,
        "count": len(shape.bands),
        "dtype": shape.dtype,
        "nodata": shape.nodata,
        "crs": shape.crs_wkt,
        # GDAL keeps no transform that says what having none says
        "transform": None if shape.transform == PIXEL_COORDINATES else shape.transform,
        "tiled": True,
        "blockxsize": _BLOCK_PX,
        "blockysize": _BLOCK_PX,
        "BIGTIFF": "IF_SAFER",
    }
    try:
        # told before the tiles are removed, while a full disk is still full
        with write_errors(path):
            with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), _create(tiles_path, profile) as tiles:
                tiles.update_tags(**shape.tags)
                tiles.descriptions = shape.bands
                yield CogWriter(tiles)
            _order(tiles_path, path)
    finally:
        remove(tiles_path)


def _create(path: Path, profile: dict[str, Any]) -> DatasetWriter:
    with warnings.catch_warnings():
        # a scene without coordinates has been warned of by its own sentence
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(path, "w", **profile)


def _order(tiles_path: Path, path: Path) -> None:
    options = {"COMPRESS": "DEFLATE", "LEVEL": "1", "PREDICTOR": "YES", "BLOCKSIZE": _BLOCK_PX, "BIGTIFF": "IF_SAFER"}
    try:
        copy_raster(tiles_path, path, driver="COG", OVERVIEW_RESAMPLING="AVERAGE", NUM_THREADS="ALL_CPUS", **options)
    except CPLE_BaseError as error:  # the one function of rasterio that lets GDAL's own errors out
        raise RasterioIOError(str(error)) from error
