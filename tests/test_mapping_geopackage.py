"""The GeoPackage as a file: what the standard and QGIS expect of it."""

import sqlite3
import xml.etree.ElementTree as ET
from contextlib import closing
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import pytest
from affine import Affine
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.engine.mapping.cells import CellGrid
from echopatch.core.engine.mapping.result import Answered, write_result
from echopatch.core.engine.mapping.styles import layer_styles
from pyproj import CRS


@pytest.fixture
def result(tmp_path: Path) -> Path:
    cells = CellGrid(40, 60, 10, 10, 0.5, (1.0, 1.0), Affine(1, 0, 500_000, 0, -1, 5_300_000), CRS(32632).to_wkt())
    probabilities = np.random.default_rng(0).dirichlet(np.full(7, 0.3), (4, 6)).astype(np.float32)
    probabilities[0, 0] = 0
    path = tmp_path / "map.gpkg"
    write_result(path, Answered(cells, probabilities, TERRASAR_X_LEGEND, lambda row, column: None, 0.6, 0.0), {"complete": 1})
    return path


def query(path: Path, words: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(words).fetchall()


def test_it_holds_the_layers_and_tables_of_the_design(result: Path) -> None:
    contents = query(result, "SELECT table_name, data_type FROM gpkg_contents ORDER BY table_name")
    assert contents == [
        ("cells", "features"), ("classes", "attributes"), ("layer_styles", "attributes"), ("regions", "features"), ("runs", "attributes"),
    ]  # fmt: skip
    assert query(result, "PRAGMA integrity_check") == [("ok",)]
    assert query(result, "SELECT count(*) FROM rtree_cells_geom") == [(23,)]


def test_cells_have_the_fields_of_the_design(result: Path) -> None:
    names = [row[1] for row in query(result, "PRAGMA table_info(cells)")]
    assert names == [
        "fid", "geom", "row", "col", "class_code", "class", "confidence", "margin", "entropy", "status",
        *(f"p_{code}" for code in range(1, 8)),
    ]  # fmt: skip
    names = [row[1] for row in query(result, "PRAGMA table_info(regions)")]
    assert names == ["fid", "geom", "class_code", "class", "status", "area_m2", "cells", "confidence"]


def test_styles_lie_where_qgis_looks_for_them(result: Path) -> None:
    columns = [(row[1], row[2]) for row in query(result, "PRAGMA table_info(layer_styles)")]
    assert columns == [
        ("id", "INTEGER"), ("f_table_catalog", "TEXT(256)"), ("f_table_schema", "TEXT(256)"), ("f_table_name", "TEXT(256)"),
        ("f_geometry_column", "TEXT(256)"), ("styleName", "TEXT(30)"), ("styleQML", "TEXT"), ("styleSLD", "TEXT"),
        ("useAsDefault", "BOOLEAN"),
        ("description", "TEXT"), ("owner", "TEXT(30)"), ("ui", "TEXT(30)"), ("update_time", "DATETIME"),
    ]  # fmt: skip
    styles = query(result, "SELECT f_table_name, f_geometry_column, styleName, useAsDefault FROM layer_styles ORDER BY id")
    assert styles == [
        (layer, "geom", name, int(name == "class")) for layer in ("cells", "regions") for name in ("class", "confidence", "unsure only")
    ]
    assert query(result, "SELECT DISTINCT f_table_catalog, f_table_schema, owner FROM layer_styles") == [("", "", "")]


def test_gdal_reads_every_layer(result: Path) -> None:
    for layer, _ in pyogrio.list_layers(result):
        assert pyogrio.read_info(result, layer=layer)["features"] > 0


def test_geopandas_reads_places_classes_and_provenance_in_one_go(tmp_path: Path) -> None:
    cells = CellGrid(40, 60, 10, 10, 0.5, (1.0, 1.0), Affine(1, 0, 500_000, 0, -1, 5_300_000), CRS(32632).to_wkt())
    probabilities = np.random.default_rng(0).dirichlet(np.full(7, 0.3), (4, 6)).astype(np.float32)
    record = {"complete": 1, "model_sha256": "ab" * 32, "command": "echopatch classify --scene S"}
    path = tmp_path / "map.gpkg"
    write_result(path, Answered(cells, probabilities, TERRASAR_X_LEGEND, lambda row, column: None, 0.6, 0.0), record)
    table = geopandas.read_file(path, layer="cells")
    assert table.crs == CRS(32632)
    assert table.geometry.area.eq(100).all()
    assert table.total_bounds.tolist() == [500_000, 5_299_960, 500_060, 5_300_000]
    expected = [TERRASAR_X_LEGEND[place].name for place in probabilities.reshape(-1, 7).argmax(axis=1)]
    assert table.sort_values(["row", "col"])["class"].tolist() == expected
    legend = geopandas.read_file(path, layer="classes")
    assert dict(zip(legend["name"], legend["colour"], strict=True)) == {one.name: one.colour for one in TERRASAR_X_LEGEND}
    (run,) = geopandas.read_file(path, layer="runs").to_dict("records")
    assert {name: run[name] for name in record} == record
    styles = geopandas.read_file(path, layer="layer_styles")
    assert {"class", "confidence", "unsure only"} <= set(styles.query("f_table_name == 'cells'")["styleName"])


def document(style: str) -> ET.Element:
    assert style.startswith("<!DOCTYPE qgis")
    return ET.fromstring(style)  # noqa: S314 - our own text


EVERY_STYLE = ("class", "confidence", "unsure only", "novelty")


def style_of(name: str, classes: tuple[LandClass, ...], unknown: bool = False) -> str:
    return dict(layer_styles(classes, "cells", unknown))[name]


@pytest.mark.parametrize(("name", "unknown"), [(name, unknown) for unknown in (False, True) for name in EVERY_STYLE[: 3 + unknown]])
def test_every_symbol_of_a_style_is_used_once_and_fields_have_names(name: str, unknown: bool) -> None:
    root = document(style_of(name, TERRASAR_X_LEGEND, unknown))
    renderer = root.find("renderer-v2")
    used = [one.get("symbol") for one in (*renderer.iter("rule"), *renderer.iter("range"))]
    defined = [one.get("name") for one in renderer.find("symbols")]
    assert used == defined
    aliases = {one.get("field"): one.get("name") for one in root.find("aliases")}
    assert aliases == {f"p_{one.code}": one.name for one in TERRASAR_X_LEGEND}


def test_classes_have_the_colours_of_the_card_and_what_is_unsure_is_hatched() -> None:
    renderer = document(style_of("class", (LandClass(3, "Wet & <dry>", "#0a141e"),))).find("renderer-v2")
    rules = [(one.get("filter"), one.get("label")) for one in renderer.iter("rule")]
    assert rules == [('"class_code" = 3', "Wet & <dry>"), ("\"status\" = 'unsure'", "unsure")]
    fill, unsure = (symbol.findall("layer") for symbol in renderer.find("symbols"))
    (fill,), (shade, hatch) = fill, unsure
    assert shade.get("class") == "SimpleFill"
    assert int(shade.find("prop[@k='color']").get("v").split(",")[3]) < 128
    assert fill.get("class") == "SimpleFill"
    assert fill.find("prop[@k='color']").get("v") == "10,20,30,255"
    assert fill.find("Option/Option[@name='color']").get("value") == "10,20,30,255"
    assert hatch.get("class") == "LinePatternFill"
    assert hatch.find("symbol/layer").get("class") == "SimpleLine"


def test_confidence_has_five_steps_from_0_to_1() -> None:
    ranges = list(document(style_of("confidence", TERRASAR_X_LEGEND)).iter("range"))
    assert [float(one.get("lower")) for one in ranges] == pytest.approx([0, 0.2, 0.4, 0.6, 0.8])
    assert float(ranges[-1].get("upper")) == 1


def test_what_is_unknown_has_a_legend_entry_of_its_own_only_where_it_was_asked() -> None:
    labels = [
        [one.get("label") for one in document(style_of("class", TERRASAR_X_LEGEND, unknown)).iter("rule")] for unknown in (False, True)
    ]
    assert labels[0][-1] == "unsure"
    assert labels[1][-2:] == ["unsure", "unknown"]
    assert [name for name, _ in layer_styles(TERRASAR_X_LEGEND, "regions", unknown=True)] == ["class", "confidence", "unsure only"]


def test_novelty_changes_its_colour_at_the_limit() -> None:
    ranges = list(document(style_of("novelty", TERRASAR_X_LEGEND, unknown=True)).iter("range"))
    assert [float(one.get("lower")) for one in ranges] == [0, 0.5, 0.75, 1, 1.5]
    assert ranges[-1].get("label") == "> 1.5"


def test_a_result_is_of_a_version_that_the_oldest_supported_qgis_knows(result: Path) -> None:
    assert query(result, "PRAGMA user_version") == [(10200,)]
