"""The GeoPackage file itself: layers, tables and styles."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, FeatureError

from ..output import GEOPACKAGE_OPTIONS

_UNDEFINED_CARTESIAN = 'LOCAL_CS["Undefined Cartesian SRS"]'
"""What GDAL stores as the reference system -1 of the GeoPackage standard."""

_LAYER_STYLES = """
CREATE TABLE "layer_styles" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256), "f_table_schema" TEXT(256),
  "f_table_name" TEXT(256), "f_geometry_column" TEXT(256), "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT,
  "useAsDefault" BOOLEAN, "description" TEXT, "owner" TEXT(30), "ui" TEXT(30),
  "update_time" DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
"""
"""As QGIS makes it: a convention of QGIS, not an extension of the standard."""


def write_layer(path: Path, layer: str, polygons: NDArray[np.object_], columns: Mapping[str, NDArray[Any]], crs_wkt: str | None) -> None:
    """Add polygons with their fields to a layer, which is made when it is not there.

    Args:
        path: a GeoPackage, made when it is not there.
        layer: its name.
        polygons: shapely polygons, (n,).
        columns: n values each, by the name of the field.
        crs_wkt: reference system; None for plain pixel coordinates.
    """
    exists = path.is_file() and layer in pyogrio.list_layers(path)[:, 0]
    with _os_errors():
        pyogrio.raw.write(
            path, shapely.to_wkb(polygons), list(columns.values()), list(columns), layer=layer, driver="GPKG", geometry_type="Polygon",
            crs=crs_wkt or _UNDEFINED_CARTESIAN, append=exists, dataset_options=GEOPACKAGE_OPTIONS,
        )  # fmt: skip


def write_table(path: Path, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add a table without geometry."""
    with _os_errors():
        table = pd.DataFrame(list(rows))
        pyogrio.write_dataframe(table, path, layer=name, driver="GPKG", append=path.is_file(), dataset_options=GEOPACKAGE_OPTIONS)


@contextmanager
def _os_errors() -> Iterator[None]:
    """Give a write that failed inside the file the class of any other failed write."""
    try:
        yield
    except (DataLayerError, FeatureError, sqlite3.Error) as error:
        raise OSError(str(error)) from error


def write_styles(path: Path, styles: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Store styles where QGIS looks for them.

    Args:
        path: the GeoPackage.
        styles: by layer, the name and QML of each style; the first is what QGIS opens the layer with.
    """
    # closing by hand: a connection's own context ends the transaction only
    with _os_errors(), closing(sqlite3.connect(path)) as database, database:
        database.execute(_LAYER_STYLES)
        contents = "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES ('layer_styles', 'attributes', ?, '')"
        database.execute(contents, ("layer_styles",))
        database.executemany(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,"
            " useAsDefault, description, owner) VALUES ('', '', ?, 'geom', ?, ?, '', ?, '', '')",
            list(_style_rows(styles)),
        )


def _style_rows(styles: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str, str, int]]:
    for layer, named in styles.items():
        for number, (name, qml) in enumerate(named):
            yield layer, name, qml, int(number == 0)
