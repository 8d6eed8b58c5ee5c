"""Small pictures of a product: quicklooks, browse image and map plot."""

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from PIL import Image
from rasterio.enums import Resampling

from .product import Product
from .rasters import tiff_profile

QUICKLOOK_FACTOR = 8
"""Image pixels by quicklook pixel."""


def write_previews(folder: Path, product: Product) -> None:
    """Write the folder PREVIEW from the images already written."""
    previews = folder / "PREVIEW"
    looks = [_reduced(folder / "IMAGEDATA" / product.image_name(pol), product) for pol in product.polarisations]
    for pol, numbers in zip(product.polarisations, looks, strict=True):
        _write(previews / product.quicklook_name(pol), numbers[None], product)
    grey = _stretched(looks[0])
    # two polarisations make a colour picture, one a grey one
    rgb = np.stack([grey, _stretched(looks[-1]), grey])
    for name in ("COMPOSITE_QL.tif", "BROWSE.tif"):
        _write(previews / name, rgb, product)
    Image.fromarray(np.moveaxis(rgb, 0, 2).copy()).save(previews / "MAP_PLOT.png")


def _reduced(path: Path, product: Product) -> NDArray[np.uint16]:
    """Mean amplitude over blocks of pixels."""
    size = product.frame.map_px // QUICKLOOK_FACTOR
    with rasterio.open(path) as source:
        return np.asarray(source.read(1, out_shape=(size, size), resampling=Resampling.average))


def _stretched(numbers: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """Grey levels for the eye: linear amplitude up to three times the mean."""
    top = 3 * numbers[numbers > 0].mean()
    return np.asarray(np.clip(numbers / top * 255, 0, 255).astype(np.uint8))


def _write(path: Path, bands: NDArray[np.uint16] | NDArray[np.uint8], product: Product) -> None:
    scale = product.frame.map_px / bands.shape[1]
    profile = tiff_profile(product.frame, len(bands), str(bands.dtype))
    profile |= {"height": bands.shape[1], "width": bands.shape[2], "transform": product.frame.map_transform @ Affine.scale(scale)}
    with rasterio.open(path, "w", **profile) as target:
        target.write(bands)
