"""Image files: open, check and read them by window, with errors that name the file."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError, RasterioIOError
from rasterio.io import DatasetReader
from rasterio.windows import Window as RasterWindow

from ...contract.errors import SceneError
from .windows import Window, samples

_CHECKED_BLOCKS = 4096
_CACHE_BYTES = 256 * 2**20
"""GDAL's own limit is a share of the machine's memory: a scene would fill gigabytes of a large one. Uncompressed images bypass it."""


def open_image(path: Path) -> DatasetReader:
    """Open an image.

    Raises:
        SceneError: missing, unreadable, cut short, or without bands.
    """
    if not path.exists():
        raise SceneError("scene-image-missing", path=str(path))
    try:
        with warnings.catch_warnings(), rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES, GTIFF_DIRECT_IO=True):
            # whoever opens an image without georeference says so in a sentence of ours
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            image = rasterio.open(path)
    except RasterioIOError as error:
        raise SceneError("scene-unreadable", path=str(path), reason=_first_line(error)) from error
    if image.count == 0:
        image.close()
        raise SceneError("scene-no-bands", path=str(path))
    if not _is_whole(image, path):
        image.close()
        raise SceneError("scene-cut-short", path=str(path))
    return image


def _is_whole(image: DatasetReader, path: Path) -> bool:
    """Whether the blocks of a TIFF end within the file; all of them up to some thousands, else evenly spread ones."""
    if image.driver != "GTiff" or not path.is_file():
        return True
    block_rows, block_columns = image.block_shapes[-1]
    down, across = -(-image.height // block_rows), -(-image.width // block_columns)
    size = path.stat().st_size
    chosen = np.unique(np.linspace(0, down * across - 1, min(down * across, _CHECKED_BLOCKS)).astype(int))
    return all(_block_end(image, int(block) // across, int(block) % across) <= size for block in chosen)


def _block_end(image: DatasetReader, row: int, column: int) -> int:
    """Where a block ends in the file, bytes; 0 for one that is not stored, such as an empty one."""
    offset = image.get_tag_item(f"BLOCK_OFFSET_{column}_{row}", "TIFF", bidx=image.count)
    length = image.get_tag_item(f"BLOCK_SIZE_{column}_{row}", "TIFF", bidx=image.count)
    return int(offset) + int(length) if offset and length else 0


def read_pixels(image: DatasetReader, band: int, window: Window) -> NDArray[Any]:
    """The numbers of one band in a window inside the image, (rows, columns).

    Raises:
        SceneError: the file cannot be read there.
    """
    part = RasterWindow(window.column, window.row, window.columns, window.rows)
    try:
        return np.asarray(image.read(band, window=part))
    except RasterioError as error:
        raise SceneError("scene-read-failed", path=image.name, row=window.row, reason=_first_line(error)) from error


def read_mask(image: DatasetReader, band: int, window: Window) -> NDArray[np.bool_] | None:
    """Where the file's own mask says that there is data; None where it has no mask band."""
    if MaskFlags.per_dataset not in image.mask_flag_enums[band - 1]:
        return None
    part = RasterWindow(window.column, window.row, window.columns, window.rows)
    try:
        return np.asarray(image.read_masks(band, window=part), dtype=np.bool_)
    except RasterioError as error:
        raise SceneError("scene-read-failed", path=image.name, row=window.row, reason=_first_line(error)) from error


def read_samples(image: DatasetReader, band: int) -> NDArray[Any]:
    """Pixels of small squares spread over one band, (squares, rows, columns).

    Raises:
        SceneError: the file cannot be read.
    """
    return np.stack([read_pixels(image, band, window) for window in samples(image.height, image.width)])


def _first_line(error: Exception) -> str:
    return (str(error.__cause__ or error).splitlines() or [type(error).__name__])[0]
