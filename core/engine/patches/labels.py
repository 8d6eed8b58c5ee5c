"""Labels: points or polygons, read from any vector file, cleaned, and brought onto the pixel grid of a scene."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyogrio
import shapely
from affine import Affine
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from .footprints import Polygons, normalise_longitudes
from .legends import Label, Legend, clean_label, legend_of

LABEL_LAYER, LEGEND_TABLE = "labels", "classes"
_LAYER_MARK = "|layername="
_COLOUR_FIELDS = ("colour", "color")
_SAMPLING, _PROBABILITY = "label_sampling", "inclusion_probability"


@dataclass(frozen=True)
class Labels:
    """The points or the polygons of one layer that have a class, (N,)."""

    path: str
    shapes: geopandas.GeoSeries
    """Single points, or single valid polygons, in the CRS of the file."""
    values: tuple[Label, ...]
    """Label of each shape."""
    colours: dict[Label, str]
    """Wished colour by label, if the file has a field ``colour``."""
    sampling: NDArray[np.object_]
    """How each label was sampled, as the field ``label_sampling`` says; else empty."""
    inclusion_probability: NDArray[np.float64]
    """That of each label, if the file has such a field; else NaN."""
    legend: tuple[LandClass, ...] = ()
    """Of the file's table ``classes``, if it has one, as results and labels made in QGIS do."""

    @property
    def are_points(self) -> bool:
        """Points, not polygons."""
        return bool(self.shapes.geom_type.iloc[0] == "Point")

    @property
    def are_a_sample(self) -> bool:
        """Drawn at random: inclusion probabilities are known."""
        return bool(np.isfinite(self.inclusion_probability).any())


@dataclass(frozen=True)
class GridLabels:
    """Labels in pixels of a grid: x = column, y = row."""

    shapes: Polygons
    """Those that lie beyond the reach of the grid's CRS are empty, (N,)."""
    class_numbers: NDArray[np.intp]
    """Place of each label's class in the legend, (N,)."""
    tree: shapely.STRtree


def file_of(labels: str) -> str:
    """The file of a layer source such as ``labels.gpkg|layername=summer``, as QGIS writes it."""
    return labels.partition(_LAYER_MARK)[0]


def read_labels(source: str, layer: str, label_field: str, report: Reporter) -> Labels:
    """Read the labels that have a class; others are left out with a warning.

    Args:
        source: vector file, or file with ``|layername=NAME``.
        layer: of the file; empty for the one called labels, or the only one.
        label_field: holds class names or codes.
        report: hears what is left out.

    Raises:
        PatchSetError: no such file, layer or field, points and polygons mixed, or nothing usable in it.
    """
    path, _, named = source.partition(_LAYER_MARK)
    frame = _read_layer(path, named or layer)
    if label_field not in frame.columns or label_field == "geometry":
        fields = ", ".join(name for name in frame.columns if name != "geometry") or "none"
        raise PatchSetError("patches-label-field", path=path, field=label_field, fields=fields)
    if "geometry" not in frame.columns:
        raise PatchSetError("patches-labels-none", path=path, field=label_field)
    frame = _table(frame, label_field, path, report)
    classed = frame["value"].notna()
    if not classed.all():
        report.warning("patches-labels-without-class", path=path, field=label_field, count=int((~classed).sum()))
    frame = frame[classed].reset_index(drop=True)
    if frame.empty:
        raise PatchSetError("patches-labels-none", path=path, field=label_field)
    if frame.geom_type.nunique() > 1:
        points = int((frame.geom_type == "Point").sum())
        raise PatchSetError("patches-labels-mixed", path=path, points=points, polygons=len(frame) - points)
    strange = frame["probability"].dropna()[lambda given: (given <= 0) | (given > 1)]
    if len(strange):
        raise PatchSetError("patches-labels-probability", path=path, value=f"{strange.iloc[0]:g}")
    values = tuple(frame["value"])
    # the first label of a class decides
    colours = {value: colour for value, colour in reversed(list(zip(values, frame["colour"], strict=True))) if colour}
    sampling, probability = frame["sampling"].to_numpy(), frame["probability"].to_numpy()
    return Labels(path, frame.geometry, values, colours, sampling, probability, _read_legend(path))


def labels_of_scenes(sources: Sequence[str], scenes: int, layer: str, label_field: str, report: Reporter) -> list[Labels]:
    """The labels of each scene; one file may serve all. The others are as in ``read_labels``."""
    read = {one: read_labels(one, layer, label_field, report) for one in dict.fromkeys(sources)}
    return [read[one] for one in (list(sources) * scenes if len(sources) == 1 else sources)]


def together(labels: Sequence[Labels]) -> Labels:
    """Labels of several files as if they stood in one, in the CRS of the first; a legend is theirs if they all bring the same.

    Raises:
        PatchSetError: some have a CRS and some have none, or some are points and some polygons.
    """
    first = labels[0]
    for one in labels[1:]:
        if (one.shapes.crs is None) != (first.shapes.crs is None):
            raise PatchSetError("patches-labels-crs", path=(one if one.shapes.crs is None else first).path)
        if one.are_points != first.are_points:
            points, polygons = (one, first) if one.are_points else (first, one)
            raise PatchSetError("patches-labels-kinds", points=points.path, polygons=polygons.path)
    shapes = [one.shapes if one.shapes.crs == first.shapes.crs else one.shapes.to_crs(first.shapes.crs) for one in labels]
    return Labels(
        ", ".join(one.path for one in labels),
        geopandas.GeoSeries(pd.concat(shapes, ignore_index=True), crs=first.shapes.crs),
        tuple(value for one in labels for value in one.values),
        {label: colour for one in reversed(labels) for label, colour in one.colours.items()},
        np.concatenate([one.sampling for one in labels]),
        np.concatenate([one.inclusion_probability for one in labels]),
        first.legend if len({one.legend for one in labels}) == 1 else (),
    )


def legend_of_labels(labels: Sequence[Labels], label_field: str, report: Reporter) -> Legend:
    """The legend that the files bring along, if they agree on one that has all labels; else see ``legend_of``.

    Of a colour the first file decides.

    Args:
        labels: of each scene.
        label_field: that they were read from, for the warning.
        report: hears of numbers that were taken for codes.
    """
    values = {value for one in labels for value in one.values}
    brought = {one.legend for one in labels}
    names = {one.name: one.code for one in labels[0].legend}
    if len(brought) == 1 and values <= set(names):
        return Legend(labels[0].legend, {value: names[str(value)] for value in values})
    colours = {label: colour for one in reversed(labels) for label, colour in one.colours.items()}
    legend = legend_of(values, colours)
    if legend.taken_from_codes:
        report.warning("patches-codes-as-legend", field=label_field)
    return legend


def labels_on_grid(labels: Labels, legend: Legend, transform: Affine, crs_wkt: str | None) -> GridLabels:
    """Bring labels onto a pixel grid.

    Args:
        labels: as read.
        legend: that holds them.
        transform: grid pixel (column, row) to the scene's CRS.
        crs_wkt: of the scene; None for a scene in pixel coordinates, whose labels must have no CRS either.

    Raises:
        PatchSetError: only one of scene and labels has a CRS.
    """
    series = labels.shapes
    if (series.crs is None) != (crs_wkt is None):
        raise PatchSetError("patches-labels-crs" if series.crs is None else "patches-scene-crs", path=labels.path)
    if crs_wkt is not None:
        series = series.to_crs(crs_wkt)
    shapes = np.asarray(series.to_numpy(), dtype=object)
    # on the other side of the Earth a projection has no coordinates
    shapes[~np.isfinite(shapely.bounds(shapes)).all(axis=1)] = shapely.Point()
    if crs_wkt is not None and series.crs.is_geographic:
        shapes = normalise_longitudes(shapes, transform.c)
    back = ~transform
    turn, shift = np.array([[back.a, back.b], [back.d, back.e]]), np.array([back.c, back.f])
    shapes = np.asarray(shapely.transform(shapes, lambda points: points @ turn.T + shift), dtype=object)
    places = {one.code: place for place, one in enumerate(legend.classes)}
    class_numbers = np.array([places[legend.code_of[value]] for value in labels.values], dtype=np.intp)
    return GridLabels(shapes, class_numbers, shapely.STRtree(shapes))


def nearest_labels(labels: GridLabels, centres: NDArray[np.float64], class_numbers: NDArray[np.intp]) -> NDArray[np.intp]:
    """Number of the label that is nearest to each place among those of its class, (M,); it is that of a polygon around the place.

    Args:
        labels: on a grid.
        centres: column and row of each place, pixels, (M, 2).
        class_numbers: class of each place, one that labels have, (M,).
    """
    nearest = np.zeros(len(centres), dtype=np.intp)
    for number in np.unique(class_numbers):
        places, candidates = class_numbers == number, np.flatnonzero(labels.class_numbers == number)
        nearest[places] = candidates[shapely.STRtree(labels.shapes[candidates]).nearest(shapely.points(centres[places]))]
    return nearest


def _read_layer(path: str, layer: str) -> Any:
    if not Path(path).exists():
        raise PatchSetError("file-missing", path=path)
    try:
        names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
        if layer and layer not in names:
            raise PatchSetError("patches-label-layer", path=path, layer=layer, layers=", ".join(names))
        return geopandas.read_file(path, layer=layer or _only_layer(path, names), engine="pyogrio")
    except (DataSourceError, DataLayerError) as error:
        raise PatchSetError("patches-labels-unreadable", path=path, reason=str(error).splitlines()[0]) from error


def _read_legend(path: str) -> tuple[LandClass, ...]:
    """The classes of the table ``classes``, by code; nothing where there is no such table, or it is somebody else's."""
    if LEGEND_TABLE not in pyogrio.list_layers(path)[:, 0]:
        return ()
    table = pyogrio.read_dataframe(path, layer=LEGEND_TABLE)
    ours = {"code", "name", "colour"} <= set(table.columns) and pd.api.types.is_integer_dtype(table["code"])
    if not ours or not table["colour"].astype(str).str.fullmatch("#[0-9A-Fa-f]{6}").all():
        return ()
    rows = table.sort_values("code").itertuples()
    return tuple(LandClass(int(row.code), str(row.name), str(row.colour)) for row in rows)


def _only_layer(path: str, names: list[str]) -> str:
    """The layer named ``labels``, or the only one.

    Raises:
        PatchSetError: several layers, and none is named ``labels``.
    """
    if LABEL_LAYER in names:
        return LABEL_LAYER
    if len(names) != 1:
        raise PatchSetError("patches-label-layers", path=path, layers=", ".join(names))
    return names[0]


def _table(frame: Any, label_field: str, path: str, report: Reporter) -> Any:
    """One row per single point or valid polygon: ``value``, ``colour``, ``sampling``, ``probability`` and the flat geometry."""
    empty = frame.geometry.isna() | frame.is_empty
    if empty.any():
        report.warning("patches-labels-empty", path=path, count=int(empty.sum()))
    frame = frame[~empty]
    colours = [name for name in _COLOUR_FIELDS if name in frame.columns]
    columns = {
        "value": pd.Series([clean_label(value) for value in frame[label_field].tolist()], index=frame.index, dtype=object),
        "colour": frame[colours[0]].fillna("").astype(str) if colours else "",
        "sampling": frame[_SAMPLING].fillna("").astype(str) if _SAMPLING in frame.columns else "",
        "probability": pd.to_numeric(frame[_PROBABILITY], errors="coerce") if _PROBABILITY in frame.columns else np.nan,
    }
    shapes = shapely.force_2d(frame.geometry.to_numpy())
    table = geopandas.GeoDataFrame(columns, geometry=shapes, crs=frame.crs).explode(ignore_index=True)
    strange = ~table.geom_type.isin(["Point", "Polygon"])
    if strange.any():
        report.warning("patches-labels-lines", path=path, count=int(strange.sum()))
    crossing = ~strange & ~table.is_valid
    if crossing.any():
        report.warning("patches-labels-crossing", path=path, count=int(crossing.sum()))
    return table[~strange & ~crossing]
