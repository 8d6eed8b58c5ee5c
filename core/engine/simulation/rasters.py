"""Raster files of a product: images as digital numbers, and the mask of incidence angles."""

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray

from .frame import Frame
from .geocode import frame_positions, geocoded, inside, map_blocks
from .product import Layer

NODATA = 0
_SPLINE_ORDER = 3


def tiff_profile(frame: Frame, bands: int, dtype: str) -> dict[str, object]:
    """A plain striped GeoTIFF on the map grid, as delivered; what is not data is 0, which no tag says."""
    return {
        "driver": "GTiff",
        "width": frame.map_px,
        "height": frame.map_px,
        "count": bands,
        "dtype": dtype,
        "crs": f"EPSG:{frame.epsg}",
        "transform": frame.map_transform,
        "BIGTIFF": "IF_SAFER",
    }


def write_image(path: Path, power: NDArray[np.float32], frame: Frame, factor: float, polarisation: str) -> Layer:
    """Write one layer as digital numbers, the root of beta nought over the calibration factor, and sum up its statistics."""
    count, total, squares, low, high = 0, 0.0, 0.0, 65535, 1
    with rasterio.open(path, "w", **tiff_profile(frame, 1, "uint16")) as target:
        for block in map_blocks(frame):
            numbers = digital_numbers(geocoded(power, frame, block, _SPLINE_ORDER), factor)
            numbers[~inside(frame, block)] = NODATA
            target.write(numbers, 1, window=block)
            valid = numbers[numbers > 0].astype(np.float64)
            if len(valid):
                count, total, squares = count + len(valid), total + valid.sum(), squares + (valid**2).sum()
                low, high = min(low, int(valid.min())), max(high, int(valid.max()))
    mean = total / count
    return Layer(polarisation, mean, float(np.sqrt(squares / count - mean**2)), low, high)


def digital_numbers(beta0: NDArray[np.float32], factor: float) -> NDArray[np.uint16]:
    """Digital numbers of beta nought, any shape; valid pixels are at least 1, since 0 says nodata."""
    return np.asarray(np.clip(np.rint(np.sqrt(np.maximum(beta0, 0) / factor)), 1, 65535).astype(np.uint16))


def write_incidence_mask(path: Path, frame: Frame) -> None:
    """Write the GIM: incidence angle by pixel with its flags."""
    flat = np.uint8(0)
    with rasterio.open(path, "w", **tiff_profile(frame, 1, "uint16")) as target:
        for block in map_blocks(frame):
            column, _ = frame_positions(frame, block)
            mask = encode_incidence(_incidence(frame, column), flat)
            mask[~inside(frame, block)] = NODATA
            target.write(mask, 1, window=block)


def _incidence(frame: Frame, column: NDArray[np.float32]) -> NDArray[np.float32]:
    nodes = np.linspace(-1, frame.side_px + 1, 2000)
    return np.interp(column, nodes, frame.incidence_deg(nodes)).astype(np.float32)


def encode_incidence(incidence_deg: NDArray[np.float32], flag: NDArray[np.uint8] | np.uint8) -> NDArray[np.uint16]:
    """Code of the GIM: tenths of a degree in the upper digits, the flag in the last one (1 layover, 2 shadow, 3 both)."""
    return np.asarray((np.rint(incidence_deg * 10) * 10 + flag).astype(np.uint16))


def write_optical(path: Path, rgb: NDArray[np.uint8], frame: Frame, shift_px: tuple[float, float]) -> None:
    """Write the optical companion; what is not data is 0.

    Args:
        path: of the GeoTIFF.
        rgb: (3, side, side); may be a memory map.
        frame: where it lies.
        shift_px: how far right of and below its true place the file says it lies.
    """
    profile = tiff_profile(frame, 3, "uint8") | {"nodata": NODATA, "photometric": "RGB", "compress": "deflate", "predictor": 2}
    profile["transform"] = frame.map_transform @ Affine.translation(*shift_px)
    with rasterio.open(path, "w", **profile) as target:
        for block in map_blocks(frame):
            valid = inside(frame, block)
            bands = [np.rint(geocoded(band, frame, block, 1)).astype(np.uint8) * valid for band in rgb]
            target.write(np.stack(bands), window=block)
