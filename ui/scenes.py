"""Which scene a raster layer shows, as a path that the engine can open."""

import re
from pathlib import Path
from typing import Union

from qgis.core import QgsProviderRegistry, QgsRasterLayer

from .translation import Told, tr

PRODUCT_PROPERTY = "echopatch/product"
"""Of a layer that shows an image of a product: the product, which alone knows calibration and incidence."""
_PICTURES = ("wms", "arcgismapserver")
_PRODUCT_FOLDER = re.compile(r"(TSX|TDX|PAZ)\d_SAR__")


class LayerUnfit(Told):
    """A layer cannot be given to the engine; the text says what to do instead."""


def scene_path(scene: Union[str, QgsRasterLayer]) -> str:
    """The path of a scene; for an image inside a product, the product.

    Args:
        scene: a path, or a layer.

    Raises:
        LayerUnfit: the layer is no file.
    """
    path = scene if isinstance(scene, str) else _layer_path(scene)
    image = Path(path)
    inside = image.parent.name == "IMAGEDATA" and _PRODUCT_FOLDER.match(image.parents[1].name)
    return str(image.parents[1]) if inside else path


def _layer_path(layer: QgsRasterLayer) -> str:
    product = str(layer.customProperty(PRODUCT_PROPERTY) or "")
    if product and Path(product).exists():
        return product
    if layer.providerType() in _PICTURES:
        text = tr("The layer “{layer}” is an online map, a picture without radar values: open the product or a raster file instead.")
        raise LayerUnfit(text.format(layer=layer.name()))
    if layer.providerType() != "gdal":
        text = tr("The layer “{layer}” is no raster file ({provider}): save it as a GeoTIFF first, with Export > Save As.")
        raise LayerUnfit(text.format(layer=layer.name(), provider=layer.providerType()))
    path = str(QgsProviderRegistry.instance().decodeUri("gdal", layer.source()).get("path") or layer.source())
    if not Path(path).exists():  # a database, a web service, memory, or a part of a file
        text = tr("The layer “{layer}” does not lie in a file of its own: save it as a GeoTIFF first, with Export > Save As.")
        raise LayerUnfit(text.format(layer=layer.name()))
    return path
