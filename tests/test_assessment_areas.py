"""Areas and accuracy estimated from a labelled sample: published examples, simulation, and samples that cannot be trusted."""

import csv
import dataclasses
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from echopatch.core.contract.commands.sampling import AreasConfig, SampleConfig
from echopatch.core.contract.errors import EchopatchError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.sentences import sentence
from echopatch.core.engine.areas.areas import areas
from echopatch.core.engine.areas.estimators import StratifiedSample, area_interval, share_interval
from echopatch.core.engine.areas.frame import read_frame
from echopatch.core.engine.areas.sample import sample
from echopatch.core.engine.mapping.geopackage import write_layer, write_table
from numpy.typing import NDArray
from pyproj import Geod

CLASSES = TERRASAR_X_LEGEND[:3]
SIDE = 20
WriteResult = Callable[..., str]


@pytest.fixture
def write_result(tmp_path: Path) -> WriteResult:
    """Writes a result of 20 x 20 cells: ``write_result(mapped, name="r.gpkg", crs=..., step=10.0, complete=1)``, class places (400,)."""

    def write(
        mapped: NDArray[np.int64], name: str = "r.gpkg", crs: str | None = "EPSG:32632", step: float = 10.0, complete: int = 1
    ) -> str:
        path = tmp_path / name
        row, column = (one.ravel() for one in np.mgrid[:SIDE, :SIDE])
        x, y = (500_000, 5_300_000) if crs == "EPSG:32632" else (11, 48)
        cells = shapely.box(x + step * column, y - step * (row + 1), x + step * (column + 1), y - step * row)
        codes, names = (np.array([getattr(one, what) for one in CLASSES], dtype=object) for what in ("code", "name"))
        columns = {
            "row": row.astype(np.int32), "col": column.astype(np.int32), "class_code": codes[mapped].astype(np.int32),
            "class": names[mapped], "confidence": np.full(len(mapped), 0.9),
        }  # fmt: skip
        write_layer(path, "cells", cells, columns, crs)
        write_layer(path, "regions", cells[:1], {"area_m2": np.array([4e6])}, crs)
        write_table(path, "classes", [dataclasses.asdict(one) for one in CLASSES])
        write_table(path, "runs", [{"complete": complete, "scene_id": "a scene"}])
        return str(path)

    return write


@pytest.fixture
def truth() -> NDArray[np.int64]:
    """The true class of each cell: bands of 8, 7 and 5 rows."""
    return np.repeat([0, 1, 2], [8 * SIDE, 7 * SIDE, 5 * SIDE])


@pytest.fixture
def mapped(truth: NDArray[np.int64]) -> NDArray[np.int64]:
    """A map that is wrong on a fifth of the cells."""
    random = np.random.default_rng(5)
    return np.where(random.random(len(truth)) < 0.2, random.integers(0, 3, len(truth)), truth)


def edit(path: str, statement: str, values: Sequence[tuple[object, ...]] = ((),)) -> None:
    """Change a GeoPackage as a GIS would."""
    with closing(sqlite3.connect(path)) as database, database:
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):  # its spatial index asks for them
            database.create_function(name, 1, lambda _: 0)
        database.executemany(statement, values)


def label(path: str, truth: NDArray[np.int64]) -> None:
    """Fill in the true class of every sampled cell."""
    values = [(CLASSES[place].name, *divmod(cell, SIDE)) for cell, place in enumerate(truth.tolist())]
    edit(path, "UPDATE labels SET class = ? WHERE row = ? AND col = ?", values)


@pytest.fixture
def labelled(write_result: WriteResult, mapped: NDArray[np.int64], truth: NDArray[np.int64], tmp_path: Path) -> AreasConfig:
    """A stratified sample of 90 cells, labelled without a mistake."""
    result, labels = write_result(mapped), str(tmp_path / "sample.gpkg")
    sample(SampleConfig(result, labels, count=90, min_per_class=20), Silent())
    label(labels, truth)
    return AreasConfig(result, labels, str(tmp_path / "report"))


def indicators(places: NDArray[np.int64], classes: int) -> NDArray[np.float64]:
    return np.eye(classes)[places]


def test_the_example_of_olofsson_2014_comes_out_as_published() -> None:
    counts = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])  # rows mapped, columns true
    pixels = np.array([200_000, 150_000, 3_200_000, 6_450_000])
    mapped, true = np.repeat(np.indices((4, 4)).reshape(2, -1), counts.ravel(), axis=1)
    sample = StratifiedSample(mapped, np.full(640, 900.0), pixels, pixels * 900.0)
    deforested = sample.total(indicators(true, 4))
    assert deforested.value[0] / 1e4 == pytest.approx(21_158, abs=1)
    assert 1.96 * deforested.standard_error[0] / 1e4 == pytest.approx(6_158, abs=2)  # the finite population takes a little off
    both = indicators(true, 4) * indicators(mapped, 4)
    users, producers = sample.ratio(both, indicators(mapped, 4)), sample.ratio(both, indicators(true, 4))
    np.testing.assert_allclose(users.value, [0.88, 0.73, 0.93, 0.96], atol=0.005)
    np.testing.assert_allclose(1.96 * users.standard_error, [0.07, 0.10, 0.04, 0.02], atol=0.005)
    np.testing.assert_allclose(producers.value, [0.75, 0.85, 0.93, 0.96], atol=0.005)
    np.testing.assert_allclose(1.96 * producers.standard_error, [0.21, 0.25, 0.03, 0.02], atol=0.005)


def test_the_example_of_stehman_2014_comes_out_as_published() -> None:
    mapped = np.array(["ABCD".index(one) for one in "AAAAAAABBBABBBBBBBBBBBCCCCCCBBDDDDDDDDDD"])
    true = np.array(["ABCD".index(one) for one in "AAAAACBABCABBBBBAABBCCCCCDDBBADDDDDDDCCB"])
    cells = np.array([40_000, 30_000, 20_000, 10_000])
    sample = StratifiedSample(np.repeat(np.arange(4), 10), np.ones(40), cells, cells.astype(float))
    areas, both = sample.total(indicators(true, 4)), indicators(true, 4) * indicators(mapped, 4)
    assert areas.value[[0, 2]] / 1e5 == pytest.approx([0.35, 0.20])
    assert areas.standard_error[[0, 2]] / 1e5 == pytest.approx([0.082, 0.064], abs=5e-4)
    overall = sample.total(both.sum(1, keepdims=True))
    assert (overall.value[0] / 1e5, overall.standard_error[0] / 1e5) == pytest.approx((0.63, 0.085), abs=5e-4)
    users, producers = sample.ratio(both, indicators(mapped, 4)), sample.ratio(both, indicators(true, 4))
    assert (users.value[1], users.standard_error[1]) == pytest.approx((0.574, 0.125), abs=5e-4)
    assert (producers.value[1], producers.standard_error[1]) == pytest.approx((0.794, 0.117), abs=1e-3)


def test_estimates_are_unbiased_and_their_intervals_hold_the_truth_as_often_as_they_promise() -> None:
    random = np.random.default_rng(1)
    cells, strata, drawn = 3000, 3, np.array([40, 60, 50])
    true = random.integers(0, 2, cells)
    mapped = np.where(random.random(cells) < 0.25, 1 - true, true)
    stratum = np.where(random.random(cells) < 0.3, 2, mapped)  # strata that are not the classes of the map
    area = random.uniform(0.5, 1.5, cells)  # cells of unequal area, larger where the class is 1
    area *= 1 + 0.3 * true
    sizes, areas = np.bincount(stratum), np.bincount(stratum, weights=area)
    wanted = np.array([area[true == 1].sum(), area[(true == 1) & (mapped == 1)].sum() / area[true == 1].sum()])
    values, errors = np.empty((600, 2)), np.empty((600, 2))
    for one in range(len(values)):
        chosen = np.concatenate([random.choice(np.flatnonzero(stratum == h), drawn[h], replace=False) for h in range(strata)])
        sample = StratifiedSample(stratum[chosen], area[chosen], sizes, areas)
        is_true, is_mapped = (places[chosen, None] == 1 for places in (true, mapped))
        total, producers = sample.total(is_true.astype(float)), sample.ratio((is_true & is_mapped).astype(float), is_true.astype(float))
        values[one] = total.value[0], producers.value[0]
        errors[one] = total.standard_error[0], producers.standard_error[0]
    np.testing.assert_array_less(np.abs(values.mean(0) - wanted), 3.5 * values.std(0) / np.sqrt(len(values)) + 1e-3 * wanted)
    np.testing.assert_allclose(errors.mean(0), values.std(0), rtol=0.08)
    covered = (np.abs(values - wanted) < 1.96 * errors).mean(0)
    np.testing.assert_array_less(0.92, covered)
    np.testing.assert_array_less(covered, 0.98)


def test_a_census_has_no_error() -> None:
    true = np.array([0, 0, 1, 1, 0])
    sample = StratifiedSample(np.array([0, 0, 0, 1, 1]), np.array([1.0, 2, 3, 4, 5]), np.array([3, 2]), np.array([6.0, 9]))
    total = sample.total(indicators(true, 2))
    np.testing.assert_allclose(total.value, [8, 7])
    np.testing.assert_allclose(total.standard_error, 0, atol=1e-12)
    np.testing.assert_allclose(share_interval(sample.ratio(indicators(true, 2), np.ones((5, 2)))), np.array([[8 / 15, 7 / 15]] * 2))


def test_the_interval_of_a_simple_random_share_is_wilsons() -> None:
    sample = StratifiedSample(np.zeros(10, dtype=np.int64), np.ones(10), np.array([10**9]), np.array([1e9]))
    share = sample.ratio(indicators(np.array([0, 0, 0] + [1] * 7), 2), np.ones((10, 2)))
    # by hand: the variance of a share is p q / 9 here, so the effective number is 9; Wilson with p = 0.3 and n = 9
    low, high = share_interval(share)
    assert (low[0], high[0]) == pytest.approx((0.1022, 0.6175), abs=1e-4)


def test_without_a_single_error_the_accuracy_is_still_not_certain() -> None:
    sample = StratifiedSample(np.zeros(20, dtype=np.int64), np.ones(20), np.array([1000]), np.array([1000.0]))
    share = sample.ratio(np.ones((20, 1)), np.ones((20, 1)))
    assert share.standard_error[0] == 0
    low, high = share_interval(share)
    assert (low[0], high[0]) == pytest.approx((20 / (20 + 1.96**2), 1), abs=1e-4)  # Wilson with nothing missed
    (nothing_low,), (nothing_high,) = area_interval(sample.total(np.zeros((20, 1))), 1000)
    assert (nothing_low, nothing_high) == pytest.approx((0, 1000 * 1.96**2 / (20 + 1.96**2)), abs=0.1)


def test_accuracies_near_one_are_covered_as_often_as_promised() -> None:
    random = np.random.default_rng(2)
    strata, drawn = np.array([2000, 2000]), 40
    wrong = np.concatenate([np.arange(2000) < 30, np.arange(2000) < 60])  # 1.5 and 3 % of what is mapped as each class
    mapped = np.repeat([0, 1], 2000)
    true = np.where(wrong, 1 - mapped, mapped)
    wanted = ((true == 0) & (mapped == 0)).sum() / (true == 0).sum()
    held = 0
    for _ in range(500):
        chosen = np.concatenate([random.choice(2000, drawn, replace=False), 2000 + random.choice(2000, drawn, replace=False)])
        sample = StratifiedSample(mapped[chosen], np.ones(2 * drawn), strata, strata.astype(float))
        both = ((true == 0) & (mapped == 0))[chosen, None].astype(float)
        (low,), (high,) = share_interval(sample.ratio(both, (true == 0)[chosen, None].astype(float)))
        held += low <= wanted <= high
    assert 0.93 <= held / 500 <= 1


def test_a_class_that_is_nowhere_has_no_accuracy() -> None:
    sample = StratifiedSample(np.zeros(4, dtype=np.int64), np.ones(4), np.array([9]), np.array([9.0]))
    nothing = sample.ratio(np.zeros((4, 1)), np.zeros((4, 1)))
    assert np.isnan(nothing.value[0])
    assert np.isnan(nothing.standard_error[0])


def test_the_report_holds_the_figures_in_every_form(labelled: AreasConfig, truth: NDArray[np.int64]) -> None:
    outputs = areas(labelled, Silent())
    folder = Path(str(outputs["report"]))
    figures = json.loads((folder / "areas.json").read_text(encoding="utf-8"))
    with (folder / "areas.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert figures["cells"] == outputs["cells"] == 90
    assert sum(one["area_m2"]["value"] for one in figures["classes"]) == pytest.approx(figures["area_m2"])
    assert figures["area_m2"] == pytest.approx(400 * 100, rel=1e-3)
    for place, (one, row) in enumerate(zip(figures["classes"], rows, strict=True)):
        assert abs(one["area_m2"]["value"] - 100 * (truth == place).sum()) < 3 * one["area_m2"]["standard_error"]
        assert float(row["area_m2"]) == one["area_m2"]["value"]
        assert one["name"] in page
    assert sum(map(sum, figures["area_matrix"])) == pytest.approx(1)
    assert sum(map(sum, figures["count_matrix"])) == 90
    assert "areas-belief-chance" in [one["code"] for one in figures["caveats"]]
    assert all(sentence(one["code"], one["values"]) == one["text"] for one in figures["caveats"])
    assert (folder / "areas.png").stat().st_size > 5000
    assert "http" not in page.split("base64,")[0]


def test_with_the_map_for_strata_the_rows_of_the_matrix_are_the_mapped_areas(labelled: AreasConfig) -> None:
    folder = Path(str(areas(labelled, Silent())["report"]))
    figures = json.loads((folder / "areas.json").read_text(encoding="utf-8"))
    mapped = np.array([one["mapped_m2"] for one in figures["classes"]]) / figures["area_m2"]
    np.testing.assert_allclose(np.sum(figures["area_matrix"], axis=1), mapped)


def test_a_better_map_of_the_same_cells_is_judged_by_the_same_labels(
    labelled: AreasConfig, write_result: WriteResult, truth: NDArray[np.int64]
) -> None:
    first = areas(labelled, Silent())
    other = dataclasses.replace(labelled, result=write_result(truth, "better.gpkg"), output=labelled.output + "2")
    second = areas(other, Silent())
    assert second["overall_accuracy"] == pytest.approx(1)
    assert float(str(first["overall_accuracy"])) < 0.95
    one, two = (json.loads((Path(path) / "areas.json").read_text(encoding="utf-8")) for path in (labelled.output, other.output))
    assert [c["area_m2"] for c in one["classes"]] == [c["area_m2"] for c in two["classes"]]  # areas follow from labels and strata alone


@pytest.mark.parametrize("post_stratify", [True, False])
def test_a_simple_sample_gives_areas_and_post_strata_narrow_them(
    write_result: WriteResult, mapped: NDArray[np.int64], truth: NDArray[np.int64], tmp_path: Path, post_stratify: bool
) -> None:
    result, labels, output = write_result(mapped), str(tmp_path / "s.gpkg"), tmp_path / "report"
    sample(SampleConfig(result, labels, design="simple", count=120), Silent())
    label(labels, truth)
    areas(AreasConfig(result, labels, str(output), post_stratify=post_stratify), Silent())
    figures = json.loads((output / "areas.json").read_text(encoding="utf-8"))
    error = figures["classes"][0]["area_m2"]["standard_error"]
    assert figures["strata"] == (3 if post_stratify else 1)
    # by hand: 40,000 m2 at p = 0.4 from 120 of 400 cells has 40000 * sqrt(0.7 * 0.24 / 119) = 1503 m2 without the map
    assert (error < 1200) if post_stratify else (error == pytest.approx(1503, rel=0.05))


def test_a_class_code_is_as_good_as_its_name(labelled: AreasConfig) -> None:
    first = areas(labelled, Silent())
    edit(labelled.labels, "UPDATE labels SET class = CASE class WHEN 'Settlements' THEN '1' ELSE upper(class) END")
    assert areas(dataclasses.replace(labelled, overwrite=True), Silent()) == first


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE labels SET class = NULL WHERE sample <= 3", "3 of 90 cells .*first is number 1"),
        ("UPDATE labels SET class = ' ' WHERE sample = 7", "1 of 90 cells .*first is number 7"),
        ("UPDATE labels SET class = 'Woods' WHERE sample = 7", "cell 7 .* 'Woods'.* use one of Settlements"),
        ("DELETE FROM labels WHERE sample = 7", "has 89 cells, but 90 were drawn"),
        ("UPDATE labels SET sample = 8 WHERE sample = 7", "has 90 cells, but 90 were drawn"),
        ("UPDATE labels SET stratum = stratum % 3 + 1 WHERE sample = 7", "strata or inclusion probabilities .* were changed"),
        ("UPDATE labels SET inclusion_probability = 0.5 WHERE sample = 7", "strata or inclusion probabilities .* were changed"),
        ("ALTER TABLE labels RENAME COLUMN inclusion_probability TO p", "no probability sample, it lacks the field inclusion_probability"),
        ("UPDATE sampling SET format_version = 99", "written by a newer Echopatch .*99"),
        ("UPDATE labels SET row = row + 1 WHERE sample = 7", "drawn from other cells"),
    ],
)
def test_a_sample_that_cannot_be_trusted_is_refused_with_the_reason(labelled: AreasConfig, statement: str, words: str) -> None:
    edit(labelled.labels, statement)
    with pytest.raises(EchopatchError, match=words):
        areas(labelled, Silent())
    assert not Path(labelled.output).exists()


def test_labels_that_nobody_drew_by_chance_are_refused(labelled: AreasConfig, tmp_path: Path) -> None:
    frame = pyogrio.read_dataframe(labelled.labels, layer="labels")
    pyogrio.write_dataframe(frame, tmp_path / "mine.gpkg", layer="labels")
    with pytest.raises(EchopatchError, match="drawn by chance with 'echopatch sample'"):
        areas(dataclasses.replace(labelled, labels=str(tmp_path / "mine.gpkg")), Silent())


def test_a_result_of_other_cells_is_refused(labelled: AreasConfig, write_result: WriteResult, mapped: NDArray[np.int64]) -> None:
    other = write_result(mapped, "other.gpkg", step=12.0)
    with pytest.raises(EchopatchError, match="drawn from other cells"):
        areas(dataclasses.replace(labelled, result=other), Silent())


def test_an_incomplete_result_is_refused(labelled: AreasConfig, write_result: WriteResult, mapped: NDArray[np.int64]) -> None:
    with pytest.raises(EchopatchError, match="not a whole result"):
        areas(dataclasses.replace(labelled, result=write_result(mapped, "part.gpkg", complete=0)), Silent())


def test_a_file_that_is_no_result_is_refused(labelled: AreasConfig) -> None:
    with pytest.raises(EchopatchError, match="no result of 'classify'"):
        areas(dataclasses.replace(labelled, result=labelled.labels), Silent())


def test_a_folder_that_is_no_report_is_never_replaced(labelled: AreasConfig) -> None:
    Path(labelled.output).mkdir()
    with pytest.raises(EchopatchError, match="not replaced"):
        areas(dataclasses.replace(labelled, overwrite=True), Silent())


def test_cells_in_degrees_have_their_area_on_the_ellipsoid(write_result: WriteResult, mapped: NDArray[np.int64]) -> None:
    frame = read_frame(write_result(mapped, crs="EPSG:4326", step=0.001))
    by_hand = [abs(Geod(ellps="WGS84").geometry_area_perimeter(one)[0]) for one in frame.polygons[:3]]
    np.testing.assert_allclose(frame.area_m2[:3], by_hand, rtol=1e-6)


def test_cells_in_pixels_share_the_area_that_the_regions_know(write_result: WriteResult, mapped: NDArray[np.int64]) -> None:
    frame = read_frame(write_result(mapped, crs=None))
    np.testing.assert_allclose(frame.area_m2, 4e6 / 400)
