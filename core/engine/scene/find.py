"""Find the main annotation of a product from what the user points at."""

import re
from pathlib import Path

from ...contract.errors import SceneError

_LEVELS = 4
_PRODUCT_NAME = re.compile(r"(TSX|TDX|PAZ)\d_SAR__(SSC|MGD|GEC|EEC)_")
_SNIFF_BYTES = 4096
_OF_GDAL = ".aux.xml"
"""What GDAL, and so every GIS, leaves beside a product's XML when it has opened it."""


def find_product(path: str) -> Path | None:
    """The main annotation of the product at a path; None where the path is an image.

    A delivery may wrap the product in folders: it is looked for up to four levels down.

    Args:
        path: product folder, folder around it, main XML, or an image.

    Raises:
        SceneError: nothing there, an archive, a folder without a product or with several.
    """
    start = Path(path)
    if not start.exists():
        raise SceneError("file-missing", path=path)
    if start.suffix.lower() in (".zip", ".tar", ".tgz", ".gz"):
        raise SceneError("scene-archive", path=path)
    if start.is_file():
        return start.absolute() if _is_annotation(start) else None
    found = _annotations_below(start.absolute(), _LEVELS)
    if not found:
        raise SceneError("scene-no-product", path=path)
    if len(found) > 1:
        raise SceneError("scene-several-products", path=path, count=len(found), first=str(found[0]))
    return found[0]


def _annotations_below(folder: Path, levels: int) -> list[Path]:
    here = [file for file in sorted(folder.glob("*.xml")) if _is_annotation(file)]
    if here or levels == 0:
        return here
    return [file for below in sorted(folder.iterdir()) if below.is_dir() for file in _annotations_below(below, levels - 1)]


def _is_annotation(file: Path) -> bool:
    """Whether a file is a main annotation, by its name or its first bytes: a broken one should be named, not passed over."""
    if file.suffix.lower() != ".xml" or file.name.lower().endswith(_OF_GDAL):
        return False
    if _PRODUCT_NAME.match(file.name):
        return True
    try:
        with file.open("rb") as opened:
            return b"<level1Product" in opened.read(_SNIFF_BYTES)
    except OSError as error:
        raise SceneError("scene-unreadable", path=str(file), reason=error.strerror or str(error)) from error
