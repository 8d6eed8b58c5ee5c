"""The command simulate: a synthetic TerraSAR-X product with its truth and an optical companion."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from ...contract.commands.simulate import SimulateConfig
from ...contract.errors import OutputError
from ...contract.reporting import Reporter
from ..output import check_output, whole
from .annotation import level1_product
from .day import make_day
from .frame import place_frame
from .georeference import georeference
from .imaging import Scene, StripImages, image_strip, strip_memory_bytes, strips
from .labels import write_labels
from .landscape import make_landscape
from .mapping_grid import mapping_grid
from .noise import noise_model
from .preview import write_previews
from .product import Product
from .random_fields import Strip
from .rasters import write_image, write_incidence_mask, write_optical
from .xml_tree import write_xml

LABELS, OPTICAL = "labels.gpkg", "optical.tif"
_WORK = ".tmp"
_STRIPS_MEMORY_BYTES = 2 * 2**30
"""What the strips in work may take together."""
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
    if output.exists() and not (output / MARK).is_file():
        raise OutputError("simulate-not-ours", path=config.output)
    product = Product(make_scene(config))
    with whole(output) as folder:
        folder.mkdir()
        (folder / MARK).write_text(f"written by echopatch simulate, seed {config.seed}\n", encoding="utf-8")
        write_labels(folder / LABELS, product.scene.landscape.parcels, product.frame)
        images = _compute_images(product, folder, report)
        _write_product(product, folder / product.name, images)
        if images.rgb is not None:
            write_optical(
                folder / OPTICAL, images.rgb, product.frame, (config.companion.optical_right_px, config.companion.optical_down_px)
            )
        _remove_work(folder)
    outputs: dict[str, object] = {"product": str(output / product.name), "labels": str(output / LABELS)}
    if config.optical:
        outputs["optical"] = str(output / OPTICAL)
    return outputs | {"seconds": round(time.monotonic() - start, 1)}


def make_scene(config: SimulateConfig) -> Scene:
    """Place and landscape of a seed."""
    frame = place_frame(config)
    return Scene(config, frame, make_landscape(config, frame), noise_model(frame), make_day(config, frame))


def _compute_images(product: Product, folder: Path, report: Reporter) -> StripImages:
    """Images of the whole frame, on disk: they may be larger than the memory.

    Strips are computed by threads, each from random numbers of its own, so the pixels do not depend on their order.
    """
    side, scene, pols = product.frame.side_px, product.scene, product.polarisations
    beta0 = np.memmap(folder / f"beta0{_WORK}", np.float32, "w+", shape=(len(pols), side, side))
    rgb = np.memmap(folder / f"rgb{_WORK}", np.uint8, "w+", shape=(3, side, side)) if scene.config.optical else None

    def compute(strip: Strip) -> None:
        rows = slice(strip.first_row, strip.first_row + strip.rows)
        images = image_strip(scene, pols, strip)
        beta0[:, rows] = images.beta0
        if rgb is not None and images.rgb is not None:
            rgb[:, rows] = images.rgb

    most = _STRIPS_MEMORY_BYTES // strip_memory_bytes(scene)
    pool = ThreadPoolExecutor(max(1, min(os.cpu_count() or 1, most)))
    try:
        done = [pool.submit(compute, strip) for strip in strips(product.frame)]
        for count, one in enumerate(done):
            report.progress(count, len(done), "progress-simulate")
            one.result()
    finally:
        pool.shutdown(cancel_futures=True)
    return StripImages(beta0, rgb)


def _remove_work(folder: Path) -> None:
    for path in folder.glob(f"*{_WORK}"):
        path.unlink()


def _write_product(product: Product, folder: Path, images: StripImages) -> None:
    for part in ("IMAGEDATA", "ANNOTATION", "AUXRASTER", "PREVIEW"):
        (folder / part).mkdir(parents=True)
    frame, factor = product.frame, product.scene.config.calibration_factor
    layers = [
        write_image(folder / "IMAGEDATA" / product.image_name(pol), image, frame, factor, pol)
        for pol, image in zip(product.polarisations, images.beta0, strict=True)
    ]
    write_previews(folder, product)
    write_incidence_mask(folder / "AUXRASTER" / "GIM.tif", frame)
    mapping_grid(frame).tofile(folder / "AUXRASTER" / "MAPPING_GRID.bin")
    write_xml(georeference(product), "../SUPPORT/geoReference.xsd", folder / "ANNOTATION" / "GEOREF.xml")
    write_xml(level1_product(product, layers), "SUPPORT/level1Product.xsd", folder / f"{product.name}.xml")
