"""Looks into a TerraSAR-X product, in a thread of its own, and adds what can be shown of it to the project."""

import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Tuple

from qgis.core import QgsMapLayer, QgsRasterLayer, QgsTask

from ..core.contract.commands.scene import InfoConfig
from . import engine
from .layers import add_footprint, add_scene
from .stretch import GreyRange, leave_out_zeros, measure_grey
from .translation import Told, message_text, tr

MAP_VARIANTS = ("EEC", "GEC", "raster")
"""What lies on a map as it is; the others are in radar geometry."""


@dataclass(frozen=True)
class Product:
    """What was found."""

    info: Dict[str, Any]
    """As the engine's command ``info`` gives it."""
    images: Tuple[Tuple[str, GreyRange], ...]
    """Path and shades of each image that can be shown on a map."""

    @property
    def notes(self) -> List[str]:
        """Warnings, and what is not known, for the user."""
        return [_note(one) for one in (*self.info["warnings"], *self.info["unknown"])]


def look_at(path: str, task: QgsTask) -> Product:
    """Find out what a product is; unpacks an archive first.

    Args:
        path: product folder, its XML, or its zip.
        task: shows progress, and is asked whether to stop.

    Raises:
        Told: the archive cannot be unpacked.
        EngineFailed: it is no product, or cannot be read.
        EngineMissing: the engine is not set up.
    """
    folder = unpack(Path(path), task.isCanceled, task.setProgress) if zipfile.is_zipfile(path) else Path(path)
    info = engine.run("info", InfoConfig(scene=str(folder)), lambda message: None, task.isCanceled)["info"]
    images = images_of(info) if info["kind"] in MAP_VARIANTS else []
    return Product(info, tuple((str(image), _shades(image)) for image in images))


def unpack(archive: Path, is_cancelled: Callable[[], bool], on_progress: Callable[[float], None]) -> Path:
    """Unpack a zip beside itself, and give the folder; one that is there already is taken as it is.

    Raises:
        Told: the archive is damaged, the disk is full, or the folder cannot be written.
    """
    target = archive.with_suffix("")
    if target.is_dir():
        return target
    partial = target.with_name(target.name + ".partial")
    try:
        _extract(archive, partial, is_cancelled, on_progress)
        partial.rename(target)
    except (OSError, zipfile.BadZipFile) as error:
        raise Told(tr("{path} cannot be unpacked ({reason}).").format(path=archive, reason=error)) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return target


def add_product(product: Product) -> List[QgsMapLayer]:
    """Add the images of a product to the project, or its footprint where there is none that a map can show.

    Raises:
        ResultBroken: an image cannot be read, or nothing tells where the scene lies.
    """
    if not product.images:
        return [add_footprint(product.info, "\n".join(product.notes))]
    return [add_scene(product.info, image, grey) for image, grey in product.images]


def _extract(archive: Path, folder: Path, is_cancelled: Callable[[], bool], on_progress: Callable[[float], None]) -> None:
    with zipfile.ZipFile(archive) as opened:
        members = opened.infolist()
        total = sum(member.file_size for member in members) or 1
        done = 0
        for member in members:
            if is_cancelled():
                raise Told(tr("Stopped as asked."))
            opened.extract(member, folder)  # keeps within the folder whatever the names say
            done += member.file_size
            on_progress(100 * done / total)


def images_of(info: Dict[str, Any]) -> List[Path]:
    """The image files of a product or raster.

    Args:
        info: as the engine's command ``info`` gives it.
    """
    path = Path(info["path"])
    if info["kind"] == "raster":
        return [path]
    return sorted(path.parent.glob("IMAGEDATA/*.tif"))


def _shades(image: Path) -> GreyRange:
    layer = QgsRasterLayer(str(image), image.stem)
    if not layer.isValid():
        raise Told(tr("{path} cannot be opened as a raster.").format(path=image))
    leave_out_zeros(layer)
    return measure_grey(layer)


def _note(warning: Dict[str, Any]) -> str:
    return message_text({"code": warning["code"], "values": warning, "message": warning["text"]})
