"""Drawing a probability sample: how many, which, and what the analyst gets to see."""

import dataclasses
import sqlite3
import xml.etree.ElementTree as ET
from contextlib import closing
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import pytest
import shapely
from echopatch.core.contract.commands.sampling import SampleConfig
from echopatch.core.contract.errors import EchopatchError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.areas.allocation import allocate, planned_count
from echopatch.core.engine.areas.draw import draw
from echopatch.core.engine.areas.frame import Frame
from echopatch.core.engine.areas.sample import sample
from echopatch.core.engine.mapping.geopackage import write_layer, write_table

CLASSES = TERRASAR_X_LEGEND[:4]
SIZES = np.array([600, 300, 95, 5])
CONFIG = SampleConfig("r.gpkg", "s.gpkg")
GUESS = np.full(4, 0.9)


@pytest.fixture
def frame() -> Frame:
    """A population of 1000 cells of four classes, in a row."""
    count = int(SIZES.sum())
    polygons = geopandas.GeoSeries(shapely.box(5e5 + np.arange(count), 0, 5e5 + np.arange(count) + 1, 1), crs="EPSG:32632")
    zeros = np.zeros(count, dtype=np.int64)
    mapped = np.repeat(np.arange(4), SIZES)
    return Frame("r.gpkg", zeros, np.arange(count), mapped, np.full(count, 0.9), polygons, np.ones(count), CLASSES, {"scene_id": "a"})


@pytest.fixture
def result(tmp_path: Path, frame: Frame) -> str:
    """The same population as a result on disk."""
    path, names = tmp_path / "r.gpkg", np.array([one.name for one in CLASSES], dtype=object)
    columns = {
        "row": frame.row.astype(np.int32), "col": frame.column.astype(np.int32),
        "class_code": (frame.mapped + 1).astype(np.int32), "class": names[frame.mapped], "confidence": frame.confidence,
    }  # fmt: skip
    write_layer(path, "cells", frame.polygons.to_numpy(), columns, "EPSG:32632")
    write_table(path, "classes", [dataclasses.asdict(one) for one in CLASSES])
    write_table(path, "runs", [{"complete": 1, "scene_id": "a scene"}])
    return str(path)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"allocation": "proportional", "count": 200}, [120, 59, 19, 2]),  # the smallest needs two
        ({"allocation": "equal", "count": 100}, [32, 32, 31, 5]),  # a class of five has no more
        ({"allocation": "floor", "count": 200, "min_per_class": 30}, [110, 55, 30, 5]),
        ({"allocation": "floor", "count": 1000}, [600, 300, 95, 5]),
    ],
)
def test_cells_are_shared_out_as_the_allocation_says(settings: dict[str, object], expected: list[int]) -> None:
    counts = allocate(dataclasses.replace(CONFIG, **settings), SIZES, GUESS)
    assert counts.sum() == settings["count"]
    assert np.abs(counts - expected).max() <= 1
    assert (counts <= SIZES).all()


def test_the_planned_number_of_cells_reaches_the_standard_error() -> None:
    # half the cells 90 % right, half 60 %: by hand (0.5 * 0.3 + 0.5 * 0.489898)^2 / (0.02^2 + (0.5 * 0.09 + 0.5 * 0.24) / 1e6) = 389.93
    assert planned_count(np.array([500_000, 500_000]), np.array([0.9, 0.6]), 0.02) == 390
    assert planned_count(np.array([100, 100]), np.array([0.9, 0.6]), 0.02) < 200  # a small population needs fewer


def test_without_a_number_the_model_s_own_confidence_plans_it() -> None:
    sure, unsure = (allocate(CONFIG, SIZES * 1000, np.full(4, one)).sum() for one in (0.95, 0.6))
    assert sure == pytest.approx(0.95 * 0.05 / 0.02**2 + 82, abs=100)
    assert unsure == pytest.approx(0.6 * 0.4 / 0.02**2, abs=5)


@pytest.mark.parametrize("design", ["simple", "stratified"])
def test_every_cell_is_drawn_as_often_as_its_inclusion_probability_says(frame: Frame, design: str) -> None:
    config = dataclasses.replace(CONFIG, design=design, count=100, min_per_class=4)
    times, promised = np.zeros(len(frame.mapped)), np.zeros(len(frame.mapped))
    for seed in range(400):
        drawn = draw(dataclasses.replace(config, seed=seed), frame)
        assert len(set(drawn.cell.tolist())) == 100
        times[drawn.cell] += 1
        promised[drawn.cell] = drawn.inclusion_probability
    for place in range(4):  # no cell of a class more likely than another: their counts vary like a binomial's
        counts = times[frame.mapped == place]
        p = promised[frame.mapped == place].max()
        assert counts.mean() == pytest.approx(400 * p, rel=1e-9 if design == "stratified" else 0.15)
        if len(counts) > 50:
            assert counts.std() == pytest.approx(np.sqrt(400 * p * (1 - p)), rel=0.2)


def test_equal_seeds_draw_equal_samples_and_others_do_not(frame: Frame) -> None:
    first, again, other = (draw(dataclasses.replace(CONFIG, count=200, seed=seed), frame).cell for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_layer_to_label_does_not_tell_what_the_map_says(result: str, tmp_path: Path) -> None:
    output = tmp_path / "s.gpkg"
    outputs = sample(SampleConfig(result, str(output), count=120, min_per_class=20), Silent())
    labels = pyogrio.read_dataframe(output, layer="labels")
    assert outputs["cells"] == len(labels) == 120
    assert labels["class"].isna().all()
    told = set(labels.drop(columns="geometry").astype(str).to_numpy().ravel())
    assert not told & {one.name for one in CLASSES}
    mapped = pyogrio.read_dataframe(output, layer="mapped").set_index("sample")["class"]
    strata = pyogrio.read_dataframe(output, layer="strata").set_index("stratum")
    assert (labels["stratum"].map(strata["class"]) == labels["sample"].map(mapped)).all()
    assert list(strata["class"]) != [one.name for one in CLASSES]  # a stratum's number is no code
    assert (labels["stratum"].diff().dropna() != 0).mean() > 0.4  # not class by class
    np.testing.assert_allclose(labels["inclusion_probability"], labels["stratum"].map(strata["drawn"] / strata["cells"]))
    assert set(labels["label_sampling"]) == {"stratified random"}
    assert strata["area_m2"].sum() == pytest.approx(1000, rel=1e-3)


def test_the_sample_opens_in_qgis_with_a_list_of_classes(result: str, tmp_path: Path) -> None:
    output = tmp_path / "s.gpkg"
    sample(SampleConfig(result, str(output), count=120, min_per_class=20), Silent())
    with closing(sqlite3.connect(output)) as database:
        ((table, default, qml),) = database.execute("SELECT f_table_name, useAsDefault, styleQML FROM layer_styles").fetchall()
    root = ET.fromstring(qml.split("\n", 1)[1])  # noqa: S314 - our own
    assert (table, default) == ("labels", 1)
    widgets = {one.get("name"): one.find("editWidget") for one in root.iter("field") if one.find("editWidget") is not None}
    assert [one.get("value") for one in widgets["class"].iter("Option") if one.get("value")] == [one.name for one in CLASSES]
    assert {name for name, one in widgets.items() if one.get("type") == "Hidden"} >= {"stratum", "inclusion_probability"}


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"count": 1001}, "1001 is more than the 1000 cells"),
        ({"count": 100}, "100 is too small for 50 cells in every class, which takes 155"),
        ({"count": 7, "allocation": "equal"}, "7 is too small for 2 cells in every class, which takes 8"),
    ],
)
def test_a_number_of_cells_that_cannot_be_drawn_is_refused(result: str, tmp_path: Path, settings: dict[str, object], words: str) -> None:
    with pytest.raises(EchopatchError, match=words):
        sample(SampleConfig(result, str(tmp_path / "s.gpkg"), **settings), Silent())
    assert not (tmp_path / "s.gpkg").exists()


@pytest.mark.parametrize(
    ("path", "words"), [("nowhere.gpkg", "does not exist"), ("text.gpkg", "no result of 'classify'"), ("r.tif", "must end in .gpkg")]
)
def test_what_is_no_result_or_no_output_is_refused(result: str, tmp_path: Path, path: str, words: str) -> None:
    (tmp_path / "text.gpkg").write_text("no database")
    given = (result, str(tmp_path / path)) if path.endswith("tif") else (str(tmp_path / path), str(tmp_path / "s.gpkg"))
    with pytest.raises(EchopatchError, match=words):
        sample(SampleConfig(*given), Silent())


def test_labels_are_never_overwritten_by_a_new_sample_unasked(result: str, tmp_path: Path) -> None:
    config = SampleConfig(result, str(tmp_path / "s.gpkg"), count=120, min_per_class=20)
    sample(config, Silent())
    with pytest.raises(EchopatchError, match="exists already"):
        sample(config, Silent())
