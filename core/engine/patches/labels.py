"""Labelled polygons: read from any vector file, cleaned, and brought onto the pixel grid of a scene."""

from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import shapely
from affine import Affine
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from .footprints import Polygons, normalise_longitudes
from .legends import Label, clean_label

LABEL_LAYER = "labels"
_LAYER_MARK = "|layername="
_COLOUR_FIELDS = ("colour", "color")


@dataclass(frozen=True)
class Labels:
    """The polygons of one file that have a class."""

    path: str
    polygons: geopandas.GeoSeries
    """Valid, not empty, in the CRS of the file."""
    values: tuple[Label, ...]
    """Label of each polygon."""
    colours: dict[Label, str]
    """Wished colour by label, if the file has a field ``colour``."""


@dataclass(frozen=True)
class GridLabels:
    """Polygons in pixels of a grid: x = column, y = row."""

    polygons: Polygons
    class_numbers: NDArray[np.intp]
    """Place of each polygon's class in the legend, (N,)."""
    tree: shapely.STRtree


def file_of(labels: str) -> str:
    """The file of a layer source such as ``labels.gpkg|layername=summer``, as QGIS writes it."""
    return labels.partition(_LAYER_MARK)[0]


def read_labels(source: str, label_field: str, report: Reporter) -> Labels:
    """Read the polygons that have a class; others are left out with a warning.

    Args:
        source: vector file, or file with ``|layername=NAME``.
        label_field: holds class names or codes.
        report: hears what is left out.

    Raises:
        PatchSetError: no such file, layer or field, or no usable polygon in it.
    """
    path, _, layer = source.partition(_LAYER_MARK)
    if not Path(path).exists():
        raise PatchSetError("file-missing", path=path)
    try:
        frame = geopandas.read_file(path, layer=layer or _only_layer(path), engine="pyogrio")
    except (DataSourceError, DataLayerError) as error:
        raise PatchSetError("patches-labels-unreadable", path=path, reason=str(error).splitlines()[0]) from error
    if label_field not in frame.columns or label_field == "geometry":
        fields = ", ".join(name for name in frame.columns if name != "geometry") or "none"
        raise PatchSetError("patches-label-field", path=path, field=label_field, fields=fields)
    if "geometry" not in frame.columns:
        raise PatchSetError("patches-labels-none", path=path)
    values = np.array([clean_label(value) for value in frame[label_field].tolist()], dtype=object)
    polygons = frame.geometry
    usable = (polygons.geom_type.isin(["Polygon", "MultiPolygon"]) & ~polygons.is_empty & polygons.is_valid).to_numpy()
    classed = np.array([value is not None for value in values], dtype=bool)
    if not usable.all():
        report.warning("patches-labels-bad-geometry", path=path, count=int((~usable).sum()))
    if (usable & ~classed).any():
        report.warning("patches-labels-without-class", path=path, field=label_field, count=int((usable & ~classed).sum()))
    kept = usable & classed
    if not kept.any():
        raise PatchSetError("patches-labels-none", path=path)
    colours = _colours(frame[kept], values[kept])
    return Labels(path, polygons[kept].reset_index(drop=True), tuple(values[kept]), colours)


def labels_on_grid(labels: Labels, class_numbers: NDArray[np.intp], transform: Affine, crs_wkt: str | None) -> GridLabels:
    """Bring polygons onto a pixel grid.

    Args:
        labels: as read.
        class_numbers: place of each polygon's class in the legend, (N,).
        transform: grid pixel (column, row) to the scene's CRS.
        crs_wkt: of the scene; None for a scene in pixel coordinates, whose labels must have no CRS either.

    Raises:
        PatchSetError: only one of scene and labels has a CRS.
    """
    series = labels.polygons
    if (series.crs is None) != (crs_wkt is None):
        raise PatchSetError("patches-labels-crs" if series.crs is None else "patches-scene-crs", path=labels.path)
    if crs_wkt is not None:
        series = series.to_crs(crs_wkt)
    polygons = np.asarray(series.to_numpy(), dtype=object)
    if crs_wkt is not None and series.crs.is_geographic:
        polygons = normalise_longitudes(polygons, transform.c)
    back = ~transform
    turn, shift = np.array([[back.a, back.b], [back.d, back.e]]), np.array([back.c, back.f])
    polygons = np.asarray(shapely.transform(polygons, lambda points: points @ turn.T + shift), dtype=object)
    return GridLabels(polygons, class_numbers, shapely.STRtree(polygons))


def _only_layer(path: str) -> str:
    """The layer named ``labels``, or the only one.

    Raises:
        PatchSetError: several layers, and none is named ``labels``.
    """
    names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
    if LABEL_LAYER in names:
        return LABEL_LAYER
    if len(names) != 1:
        raise PatchSetError("patches-label-layers", path=path, layers=", ".join(names), mark=_LAYER_MARK)
    return names[0]


def _colours(frame: geopandas.GeoDataFrame, values: NDArray[np.object_]) -> dict[Label, str]:
    fields = [name for name in _COLOUR_FIELDS if name in frame.columns]
    if not fields:
        return {}
    # the first polygon of a class decides
    return dict(reversed(list(zip(values, frame[fields[0]].astype(str), strict=True))))
