"""The command simulate: a synthetic TerraSAR-X product with its truth and an optical companion."""

import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.simulate import SimulateConfig
from ...contract.reporting import Reporter
from ..output import check_output, whole
from .annotation import level1_product
from .frame import place_frame
from .georeference import georeference
from .imaging import Scene, image_strip, strips
from .labels import write_labels
from .landscape import make_landscape
from .mapping_grid import mapping_grid
from .noise import noise_model
from .product import Product
from .rasters import write_image, write_incidence_mask
from .xml_tree import write_xml

MARK = "echopatch-simulation.txt"
"""A file that says whose folder it is; only such a folder is ever replaced."""


def simulate(config: SimulateConfig, report: Reporter) -> dict[str, object]:
    """Write ``product folder``, ``labels.gpkg`` and ``optical.tif`` into a new folder.

    Raises:
        OutputError: the folder exists already, or cannot be written.
        Cancelled: the user asked to stop.
    """
    start = time.monotonic()
    output = check_output(config.output, "", config.overwrite)
    product = Product(make_scene(config))
    with whole(output) as folder:
        folder.mkdir()
        (folder / MARK).write_text(f"written by echopatch simulate, seed {config.seed}\n", encoding="utf-8")
        write_labels(folder / "labels.gpkg", product.scene.landscape.parcels, product.frame)
        images = _compute_images(product, folder, report)
        _write_product(product, folder / product.name, images)
        (folder / "image.tmp").unlink()
    return {
        "product": str(output / product.name),
        "labels": str(output / "labels.gpkg"),
        "optical": str(output / "optical.tif"),
        "seconds": round(time.monotonic() - start, 1),
    }


def make_scene(config: SimulateConfig) -> Scene:
    """Place and landscape of a seed."""
    frame = place_frame(config)
    return Scene(config, frame, make_landscape(config, frame), noise_model(frame))


def _compute_images(product: Product, folder: Path, report: Reporter) -> NDArray[np.float32]:
    """Beta nought of the frame, (polarisations, side, side), on disk: it may be larger than the memory."""
    side = product.frame.side_px
    images = np.memmap(folder / "image.tmp", np.float32, "w+", shape=(len(product.polarisations), side, side))
    for strip in strips(product.frame):
        report.progress(strip.first_row, side, "progress-simulate")
        images[:, strip.first_row : strip.first_row + strip.rows] = image_strip(product.scene, strip)
    return images


def _write_product(product: Product, folder: Path, images: NDArray[np.float32]) -> None:
    for part in ("IMAGEDATA", "ANNOTATION", "AUXRASTER", "PREVIEW"):
        (folder / part).mkdir(parents=True)
    frame, factor = product.frame, product.scene.config.calibration_factor
    layers = [
        write_image(folder / "IMAGEDATA" / product.image_name(pol), image, frame, factor, pol)
        for pol, image in zip(product.polarisations, images, strict=True)
    ]
    write_incidence_mask(folder / "AUXRASTER" / "GIM.tif", frame)
    mapping_grid(frame).tofile(folder / "AUXRASTER" / "MAPPING_GRID.bin")
    write_xml(georeference(product), "../SUPPORT/geoReference.xsd", folder / "ANNOTATION" / "GEOREF.xml")
    write_xml(level1_product(product, layers), "SUPPORT/level1Product.xsd", folder / f"{product.name}.xml")
