"""The truth of a scene as polygons, in the ground geometry of the map-projected image."""

from pathlib import Path

import geopandas as gpd
import shapely
from shapely.affinity import affine_transform

from ...contract.legend import TERRASAR_X_LEGEND
from ..output import GEOPACKAGE_OPTIONS
from .frame import Frame
from .parcels import Parcel

LAYER = "labels"


def label_table(parcels: tuple[Parcel, ...], frame: Frame) -> gpd.GeoDataFrame:
    """One row per parcel: polygon, class name and class code."""
    names = {one.code: one.name for one in TERRASAR_X_LEGEND}
    pixel_to_map = frame.to_map
    scale = 1 / frame.pixel_size_m
    coefficients = [
        pixel_to_map.a * scale, pixel_to_map.b * scale, pixel_to_map.d * scale, pixel_to_map.e * scale, pixel_to_map.c, pixel_to_map.f
    ]  # fmt: skip
    outlines = [shapely.force_2d(affine_transform(parcel.outline, coefficients)) for parcel in parcels]
    codes = [parcel.class_code for parcel in parcels]
    table = {"class": [names[code] for code in codes], "class_code": codes}
    return gpd.GeoDataFrame(table, geometry=outlines, crs=f"EPSG:{frame.epsg}")


def write_labels(path: Path, parcels: tuple[Parcel, ...], frame: Frame) -> None:
    """Write the layer ``labels`` of a GeoPackage."""
    label_table(parcels, frame).to_file(path, layer=LAYER, driver="GPKG", engine="pyogrio", dataset_options=GEOPACKAGE_OPTIONS)
