"""Classes and probabilities as one raster, a pixel per cell."""

from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from ...contract.legend import LandClass
from .cells import CellGrid
from .table import answered_cells

NODATA = 0


def write_class_raster(path: Path, cells: CellGrid, probabilities: NDArray[np.float32], classes: tuple[LandClass, ...]) -> None:
    """Write a cloud-optimised GeoTIFF: band 1 the class code, then the probability of each class.

    All bands are 8 bit (16 bit when a code is above 255) with 0 as nodata. A probability p is stored as 1 + round(p * 254)
    (or 65534); the scale and offset of its band turn it back into 0..1. Pixels are whole cells, so that those of the last row
    and column may reach beyond the scene.

    Args:
        path: a new file.
        cells: the grid.
        probabilities: (rows, columns, classes), all zero where there is no answer.
        classes: in the order of the probabilities.

    Raises:
        RasterioError: cannot be written.
    """
    wide = max(one.code for one in classes) > 255
    dtype, steps = np.dtype(np.uint16 if wide else np.uint8), 65534 if wide else 254
    answered = answered_cells(probabilities)
    codes = np.array([one.code for one in classes], dtype=dtype)
    t, step = cells.transform, cells.stride_px
    transform = rasterio.Affine(t.a * step, t.b * step, t.c, t.d * step, t.e * step, t.f)
    with rasterio.open(
        path, "w", driver="COG", width=cells.columns, height=cells.rows, count=1 + len(classes), dtype=dtype.name, nodata=NODATA,
        crs=cells.crs_wkt, transform=transform, compress="DEFLATE",
    ) as raster:  # fmt: skip
        raster.write(np.where(answered, codes[np.argmax(probabilities, axis=2)], NODATA).astype(dtype), 1)
        raster.set_band_description(1, "class")
        for band, one in enumerate(classes, start=2):
            levels = 1 + np.round(probabilities[:, :, band - 2] * steps)
            raster.write(np.where(answered, levels, NODATA).astype(dtype), band)
            raster.set_band_description(band, f"probability of {one.name}")
        raster.scales = (1.0, *(1 / steps for _ in classes))
        raster.offsets = (0.0, *(-1 / steps for _ in classes))
        raster.update_tags(**{f"class_{one.code}": one.name for one in classes})
