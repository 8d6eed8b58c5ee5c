"""Read image chips: arrays and pictures of any kind become dB."""

import warnings
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import rasterio
from numpy.typing import NDArray
from PIL import Image
from rasterio.enums import ColorInterp
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

from ...contract.errors import PatchSetError
from .chip_table import Chip
from .optical import rgb_levels

Masked: TypeAlias = "np.ma.MaskedArray[Any, np.dtype[Any]]"

_MOST_CHANNELS = 16  # more than any radar has: such an array has its axes in another order


def chip_db(chip: Chip, table: str, scale: str) -> NDArray[np.float32]:
    """A chip in dB, (channels, rows, columns); NaN where there is no data, -inf where there is no power.

    Args:
        chip: row of the table.
        table: its path, for messages.
        scale: ``amplitude`` (squared; of complex pixels the modulus), ``power`` or ``db``.

    Raises:
        PatchSetError: no such file, not an image, of a strange shape, complex but not said to be amplitude, or without data.
    """
    values = _masked(_read(chip.path, chip, table))
    if values.ndim == 2:
        values = values[None]
    if values.ndim != 3 or values.shape[0] > _MOST_CHANNELS:
        raise _bad("patches-chip-shape", chip, table, shape=" x ".join(map(str, values.shape)))
    if np.iscomplexobj(values) and scale != "amplitude":
        raise _bad("patches-chip-complex", chip, table, scale=scale)
    db = _decibels(values, scale)
    if np.isnan(db).all():
        raise _bad("patches-chip-empty", chip, table)
    return db


def chip_rgb(chip: Chip, table: str, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """The optical image of a chip, RGB levels (3, rows, columns); another resolution of the same ground is resampled.

    Args:
        chip: row of the table, with an optical image.
        table: its path, for messages.
        shape: rows and columns of the chip.

    Raises:
        PatchSetError: no such file, not an 8-bit image of three bands, or of other proportions than the chip.
    """
    if chip.optical is None:
        raise ValueError("the chip has no optical image")
    image = _read(chip.optical, chip, table).data
    if image.ndim != 3 or image.shape[0] < 3 or image.dtype != np.uint8:
        raise _bad("patches-chip-optical", chip, table, optical=str(chip.optical))
    rows, columns = image.shape[1:]
    if abs(rows * shape[1] - columns * shape[0]) > max(rows, columns):  # more than one pixel off
        raise _bad("patches-chip-optical-shape", chip, table, optical=f"{rows} x {columns}", size=f"{shape[0]} x {shape[1]}")
    if (rows, columns) == shape:
        return rgb_levels(np.asarray(image[:3], dtype=np.uint8))
    picture = Image.fromarray(np.ascontiguousarray(image[:3].transpose(1, 2, 0)))
    resized = picture.resize((shape[1], shape[0]), Image.Resampling.BILINEAR)
    return rgb_levels(np.asarray(resized, dtype=np.uint8).transpose(2, 0, 1))


def _masked(values: Masked) -> NDArray[Any]:
    """The values, NaN where they are masked."""
    return np.where(values.mask, np.nan, values.data) if values.mask.any() else np.asarray(values.data)


def _read(path: Path, chip: Chip, table: str) -> Masked:
    """All bands but alpha, masked by nodata, alpha or a mask, whichever the file has."""
    if not path.is_file():
        raise _bad("patches-chip-missing", chip, table, file=str(path))
    try:
        if path.suffix.lower() == ".npy":
            array = np.ma.masked_array(np.load(path, allow_pickle=False))
            if array.dtype.kind not in "uifc":
                raise _bad("patches-chip-unreadable", chip, table, file=str(path), reason=f"it holds {array.dtype}, not numbers")
            return array
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # chips need no place
            with rasterio.open(path) as image:
                if ColorInterp.palette in image.colorinterp:
                    raise _bad(
                        "patches-chip-unreadable", chip, table, file=str(path), reason="its numbers are colours of a palette, no levels"
                    )
                levels = [band for band in image.indexes if image.colorinterp[band - 1] != ColorInterp.alpha]
                pixels: Masked = image.read(levels, masked=True)
                return pixels
    except (RasterioIOError, ValueError, OSError, EOFError) as error:
        reason = str(error).splitlines()[0] if str(error) else "it is empty"
        raise _bad("patches-chip-unreadable", chip, table, file=str(path), reason=reason) from error


def _decibels(values: NDArray[Any], scale: str) -> NDArray[np.float32]:
    if scale == "db":
        return values.astype(np.float32)
    factor = 20 if scale == "amplitude" else 10
    positive = np.abs(values) if scale == "amplitude" else np.maximum(values, 0)
    with np.errstate(divide="ignore"):  # no power at all is -inf dB
        return np.asarray(factor * np.log10(positive.astype(np.float64)), dtype=np.float32)


def _bad(code: str, chip: Chip, table: str, **values: Any) -> PatchSetError:
    return PatchSetError(code, table=table, line=chip.line, path=chip.name, **values)
