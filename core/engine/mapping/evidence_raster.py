"""The evidence of a classification as a raster, a pixel per square of about 32 px."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...contract.legend import LandClass
from ..scene.cog import RasterShape, cog_writer
from ..scene.windows import Window
from .cells import CellGrid
from .evidence import squares_per_side
from .table import answered_cells

_PIXELS_AT_ONCE = 200_000
_SHOWN_SHARE = 0.98
"""Of the pixels whose evidence lies within the colours of the style."""


def write_evidence_raster(
    path: Path, cells: CellGrid, evidence: NDArray[np.float32], probabilities: NDArray[np.float32], classes: Sequence[LandClass]
) -> float:
    """Write a cloud-optimised GeoTIFF, float32 with NaN as nodata: the evidence for the class of each cell, then for each class.

    Args:
        path: a new file.
        cells: the grid.
        evidence: (rows, columns, squares, squares, classes).
        probabilities: (rows, columns, classes), as they are shown; all zero where there is no answer.
        classes: in the order of the probabilities.

    Returns:
        The evidence for the class of a cell, either sign, that few pixels go beyond: 0 when there is none.

    Raises:
        OutputError: cannot be written.
    """
    side = squares_per_side(cells)
    step = cells.stride_px / side
    t = cells.transform
    transform = Affine(t.a * step, t.b * step, t.c, t.d * step, t.e * step, t.f)
    names = ("evidence for the class of the cell", *(f"evidence for {one.name}" for one in classes))
    shape = RasterShape(cells.rows * side, cells.columns * side, transform, cells.crs_wkt, names, "float32", float("nan"))
    rows = max(1, _PIXELS_AT_ONCE // (cells.columns * side * side))
    largest = []
    with cog_writer(path, shape) as raster:
        for first in range(0, cells.rows, rows):
            pixels = _pixels(np.asarray(evidence[first : first + rows]), np.asarray(probabilities[first : first + rows]))
            raster.write(Window(first * side, 0, *pixels.shape[1:]), pixels)
            largest.append(np.abs(pixels[0][~np.isnan(pixels[0])]))
    shown = np.concatenate(largest)
    return float(np.quantile(shown, _SHOWN_SHARE)) if len(shown) else 0.0


def _pixels(evidence: NDArray[np.float32], probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """The bands of some rows of cells, (1 + classes, rows of pixels, columns of pixels)."""
    rows, columns, side, _, classes = evidence.shape
    evidence = np.where(answered_cells(probabilities)[..., None, None, None], evidence, np.nan)
    best = probabilities.argmax(2)[:, :, None, None, None]
    bands = np.concatenate([np.take_along_axis(evidence, best, axis=4), evidence], axis=4)
    return bands.transpose(4, 0, 2, 1, 3).reshape(1 + classes, rows * side, columns * side).astype(np.float32)
