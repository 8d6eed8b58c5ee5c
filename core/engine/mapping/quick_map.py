"""A map of a feature grid as one small raster, for whoever waits for it: class, confidence and margin of each cell."""

import xml.etree.ElementTree as ET  # nosec B405: writes styles, reads no XML
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray

from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from ..network.networks import PatchNetwork
from .cells import CellGrid
from .feature_grid import FeatureGrid
from .table import answers_of

BANDS = ("class", "confidence", "margin")
_NODATA = 0
_NUMBERS_AT_ONCE = 2**24
"""Features that are taken from disk together: 32 MiB of them."""
_QGIS_VERSION = "3.22.0"


@torch.inference_mode()
def grid_probabilities(network: PatchNetwork, temperature: float, grid: FeatureGrid, report: Reporter) -> NDArray[np.float32]:
    """What a network with the grid's body answers for every cell, (rows, columns, classes); zeros where there is no data.

    Raises:
        Cancelled: at a safe point.
    """
    answering = PatchNetwork(torch.nn.Sequential(), network.head, network.expert).eval()
    width = grid.facts.body_width if network.expert is None else grid.facts.width
    row, column = np.nonzero(grid.answered)
    answers = []
    for part in np.array_split(np.arange(len(row)), max(1, len(row) * grid.facts.width // _NUMBERS_AT_ONCE)):
        report.progress(int(part[0]) if len(part) else 0, len(row), "progress-classify")
        features = torch.from_numpy(grid.features(row[part], column[part])[:, :width])
        answers.append((answering.answer(features) / temperature).softmax(1).numpy())
    probabilities = np.zeros((*grid.answered.shape, answers[0].shape[1]), np.float32)
    probabilities[row, column] = np.concatenate(answers)
    return probabilities


def write_quick_map(path: Path, cells: CellGrid, probabilities: NDArray[np.float32], classes: Sequence[LandClass]) -> None:
    """Write a GeoTIFF of 8 bits (16 when a code is above 255), 0 as nodata: the class code; confidence and margin.

    A share p is stored as 1 + round(p * 254) (or 65534); the scale and offset of its band turn it back into 0..1.

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
    answered = probabilities.any(axis=2)
    found = answers_of(probabilities[answered], 0.0)
    codes = np.array([one.code for one in classes])[found.best]
    bands = np.full((len(BANDS), *answered.shape), _NODATA, dtype)
    bands[:, answered] = codes, *(1 + np.round(share * steps) for share in (found.confidence, found.margin))
    t, step = cells.transform, cells.stride_px
    transform = rasterio.Affine(t.a * step, t.b * step, t.c, t.d * step, t.e * step, t.f)
    with rasterio.open(
        path, "w", driver="GTiff", width=cells.columns, height=cells.rows, count=len(BANDS), dtype=dtype.name, nodata=_NODATA,
        crs=cells.crs_wkt, transform=transform, compress="DEFLATE",
    ) as raster:  # fmt: skip
        raster.write(bands)
        raster.descriptions = BANDS
        raster.scales, raster.offsets = (1.0, 1 / steps, 1 / steps), (0.0, -1 / steps, -1 / steps)
        raster.update_tags(**{f"class_{one.code}": one.name for one in classes})


def class_raster_style(classes: Sequence[LandClass]) -> str:
    """QML that shows the first band in the colours and names of the classes."""
    root = ET.Element("qgis", version=_QGIS_VERSION, styleCategories="Symbology")
    pipe = ET.SubElement(root, "pipe")
    renderer = ET.SubElement(pipe, "rasterrenderer", type="paletted", band="1", opacity="1", alphaBand="-1", nodataColor="")
    ET.SubElement(renderer, "rasterTransparency")
    palette = ET.SubElement(renderer, "colorPalette")
    for one in classes:
        ET.SubElement(palette, "paletteEntry", value=str(one.code), label=one.name, color=one.colour, alpha="255")
    ET.SubElement(root, "blendMode").text = "0"
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(root, encoding="unicode")
