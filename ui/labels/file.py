"""The file of labels: a GeoPackage with one polygon per cell, the legend, and what the cells were laid over."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, Mapping, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...core.contract.legend import LandClass
from ..compat import NO_GEOMETRY, POLYGON, REAL_TYPE, TEXT_TYPE, TIME_TYPE, WHOLE_TYPE
from ..translation import Told, tr
from .grid import CellGrid, Place

LABELS_LAYER, CLASSES_TABLE, GRID_TABLE = "labels", "classes", "grid"
FILE_VERSION = 1
CELL_FIELDS: Dict[str, Any] = {
    "row": WHOLE_TYPE,
    "col": WHOLE_TYPE,
    "class": TEXT_TYPE,
    "origin": TEXT_TYPE,
    "map_class": TEXT_TYPE,
    "map_model": TEXT_TYPE,
    "sample": WHOLE_TYPE,
    "inclusion_probability": REAL_TYPE,
    "label_sampling": TEXT_TYPE,
    "labelled_at": TIME_TYPE,
}
"""``class``: its name, NULL while unlabelled. ``origin``: hand, review or layer. ``map_class`` and ``map_model``: what a map had said
there, and the SHA-256 of its model. ``sample``: place in the order of drawing of a random sample; how likely the cell was to be drawn
stands in ``inclusion_probability``, how it was drawn in ``label_sampling``, which ``patches cut`` takes over. ``labelled_at``: UTC."""
_CLASS_FIELDS = {"code": WHOLE_TYPE, "name": TEXT_TYPE, "colour": TEXT_TYPE}
_GRID_FIELDS = {
    "format_version": WHOLE_TYPE, "scene": TEXT_TYPE, "transform": TEXT_TYPE, "rows": WHOLE_TYPE, "columns": WHOLE_TYPE,
    "patch_px": WHOLE_TYPE, "stride_px": WHOLE_TYPE, "pixel_size_m": REAL_TYPE,
}  # fmt: skip
_BATCH = 1000


class LabelsBroken(Told):
    """A file of labels cannot be made or used; the text says why."""


@dataclass(frozen=True)
class NewLabels:
    """What a new file of labels is made of."""

    grid: CellGrid
    crs: QgsCoordinateReferenceSystem
    """Of the scene."""
    classes: Tuple[LandClass, ...]
    """The legend."""


def create_labels(path: str, new: NewLabels, places: Sequence[Place], go_on: Callable[[float], bool]) -> None:
    """Make a file of unlabelled cells; it appears whole or not at all. May run in a thread of its own.

    Args:
        path: of the GeoPackage; one that is there is replaced.
        new: grid and legend.
        places: cells of the grid that the file is to have, row by row.
        go_on: hears the done share, 0..1, and answers whether to go on.

    Raises:
        LabelsBroken: there is no cell, the file cannot be written, or the work was stopped.
    """
    if not places:
        raise LabelsBroken(tr("No patch of the scene holds enough data to be labelled."))
    partial = Path(path).with_name(Path(path).stem + ".partial.gpkg")
    try:
        partial.unlink(missing_ok=True)
        _write(str(partial), LABELS_LAYER, CELL_FIELDS, _cells(new.grid, places, go_on), new.crs)
        _write(str(partial), CLASSES_TABLE, _CLASS_FIELDS, _class_rows(new.classes))
        _write(str(partial), GRID_TABLE, _GRID_FIELDS, [(None, _grid_row(new.grid))])
        os.replace(partial, path)
    except OSError as error:
        raise LabelsBroken(tr("{path} cannot be written ({reason}).").format(path=path, reason=error)) from error
    finally:
        for rest in (partial, *(partial.with_name(partial.name + end) for end in ("-wal", "-shm"))):
            rest.unlink(missing_ok=True)


def open_labels(path: str, name: str) -> QgsVectorLayer:
    """The layer of cells of a file.

    Raises:
        LabelsBroken: it is no file of labels, or of a newer version.
    """
    layer = QgsVectorLayer(f"{path}|layername={LABELS_LAYER}", name, "ogr")
    lacking = [field for field in CELL_FIELDS if layer.fields().indexOf(field) < 0]
    if not layer.isValid() or lacking:
        text = tr("{path} is no file of labels that Echopatch has made; its labels can be brought into a new one with “From a Layer”.")
        raise LabelsBroken(text.format(path=path))
    return layer


def read_grid(path: str) -> CellGrid:
    """What the cells of a file were laid over.

    Raises:
        LabelsBroken: it does not say, or is of a newer version.
    """
    row = next(_rows(path, GRID_TABLE), None)
    if row is None:
        raise LabelsBroken(tr("{path} does not say what its cells were laid over.").format(path=path))
    if row["format_version"] > FILE_VERSION:
        text = tr("{path} was written by a newer Echopatch (version {theirs}, this one reads {ours}): update the plugin.")
        raise LabelsBroken(text.format(path=path, theirs=row["format_version"], ours=FILE_VERSION))
    values = {name: row[name] for name in _GRID_FIELDS if name not in ("format_version", "transform")}
    return CellGrid(transform=tuple(json.loads(row["transform"])), **values)


def read_classes(path: str) -> Tuple[LandClass, ...]:
    """The legend of a file; of a result too, which has the same table.

    Raises:
        LabelsBroken: the file has no legend.
        ConfigError: a class of it is none.
    """
    classes = tuple(LandClass(int(row["code"]), str(row["name"]), str(row["colour"])) for row in _rows(path, CLASSES_TABLE))
    return tuple(sorted(classes, key=lambda one: one.code))


def write_classes(path: str, classes: Sequence[LandClass]) -> None:
    """Replace the legend of a file.

    Raises:
        LabelsBroken: it cannot be written.
    """
    table = _table(path, CLASSES_TABLE)
    provider = table.dataProvider()
    old = [row.id() for row in table.getFeatures()]
    rows = [_feature(table.fields(), None, {"fid": None, **values}) for _, values in _class_rows(classes)]
    if not (provider.addFeatures(rows)[0] and provider.deleteFeatures(old)):
        raise LabelsBroken(tr("{path} cannot be written ({reason}).").format(path=path, reason="; ".join(provider.errors())))


def _cells(grid: CellGrid, places: Sequence[Place], go_on: Callable[[float], bool]) -> Iterator[Tuple[QgsGeometry, Mapping[str, Any]]]:
    for number, place in enumerate(places):
        if number % _BATCH == 0 and not go_on(number / len(places)):
            raise LabelsBroken(tr("Stopped as asked."))
        corners = [QgsPointXY(*corner) for corner in grid.outline(place)]
        yield QgsGeometry.fromPolygonXY([[*corners, corners[0]]]), {"row": place[0], "col": place[1]}


def _class_rows(classes: Sequence[LandClass]) -> Iterable[Tuple[None, Mapping[str, Any]]]:
    return [(None, {"code": one.code, "name": one.name, "colour": one.colour}) for one in classes]


def _grid_row(grid: CellGrid) -> Mapping[str, Any]:
    values = {name: getattr(grid, name) for name in _GRID_FIELDS if name not in ("format_version", "transform")}
    return {"format_version": FILE_VERSION, "transform": json.dumps(grid.transform), **values}


def _write(
    path: str,
    table: str,
    fields: Mapping[str, Any],
    rows: Iterable[Tuple[Any, Mapping[str, Any]]],
    crs: QgsCoordinateReferenceSystem = QgsCoordinateReferenceSystem(),  # noqa: B008 - the invalid one, of tables without geometry
) -> None:
    """Add a table to a file, which is made where it is not there.

    Raises:
        LabelsBroken: it cannot be written.
    """
    columns = QgsFields()
    for name, kind in fields.items():
        columns.append(QgsField(name, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", table
    if Path(path).exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    kind = POLYGON if crs.isValid() else NO_GEOMETRY
    writer = QgsVectorFileWriter.create(path, columns, kind, crs, QgsCoordinateTransformContext(), options)
    for geometry, values in rows:
        writer.addFeature(_feature(columns, geometry, values), QgsFeatureSink.Flag.FastInsert)
    writer.flushBuffer()
    failed, reason = writer.hasError() != QgsVectorFileWriter.WriterError.NoError, writer.errorMessage()
    del writer  # closes the file
    if failed:
        raise LabelsBroken(tr("{path} cannot be written ({reason}).").format(path=path, reason=reason))


def _feature(fields: QgsFields, geometry: Any, values: Mapping[str, Any]) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setAttributes([values.get(name) for name in fields.names()])
    if geometry is not None:
        feature.setGeometry(geometry)
    return feature


def _rows(path: str, table: str) -> Iterator[QgsFeature]:
    return iter(list(_table(path, table).getFeatures()))


def _table(path: str, table: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    if not layer.isValid():
        raise LabelsBroken(tr("{path} has no table “{table}”.").format(path=path, table=table))
    return layer
