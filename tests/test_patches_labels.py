"""Labels of every kind: points, patch squares, polygons around a middle; conflicts as a layer; each bad input in one line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from echopatch.core.contract.commands.patches import PatchesCutConfig, SplitOptions
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import ConfigError, PatchSetError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set
from echopatch.core.engine.patches.placing import are_patch_squares

SIDE = 20
WEST, NORTH = 500_000, 5_300_000
NO_TEST = SplitOptions(validation_share=0.0, test_share=0.0)


class Listener(Silent):
    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {}

    def warning(self, code: str, **values: Any) -> None:
        self.said[code] = values


@pytest.fixture
def scene(write_raster: Callable[..., str]) -> str:
    return write_raster(np.random.default_rng(0).exponential(0.1, (200, 300)))


def ground(shape: Any) -> Any:
    """From column and row to the ground of the scene."""
    return shapely.transform(shape, lambda points: points * (1, -1) + (WEST, NORTH))


def write(path: Path, rows: list[tuple[Any, Any]], layer: str = "labels", crs: str = "EPSG:32632", **fields: Any) -> Path:
    frame = geopandas.GeoDataFrame({"class": [name for name, _ in rows], **fields}, geometry=[ground(one) for _, one in rows], crs=32632)
    pyogrio.write_dataframe(frame.to_crs(crs), path, layer=layer)
    return path


def run(scene: str | tuple[str, ...], labels: Path, **changes: Any) -> tuple[PatchSet, dict[str, Any], Listener]:
    scenes = (scene,) if isinstance(scene, str) else scene
    output, listener = labels.with_suffix(".patchset"), Listener()
    settings = {"patch_px": SIDE, "patch_pixel_size_m": 1.0, "options": SceneOptions(quantity="gamma0"), "split": NO_TEST, **changes}
    outputs = cut(PatchesCutConfig(scene=scenes, labels=(str(labels),), output=str(output), **settings), listener)
    return read_patch_set(str(output)), outputs, listener


def corners(patches: PatchSet) -> list[tuple[int, int, str]]:
    return sorted(zip(patches.index["row"], patches.index["col"], patches.index["class"], strict=True))


def points(*places: tuple[str, float, float]) -> list[tuple[Any, Any]]:
    return [(name, shapely.Point(column, row)) for name, column, row in places]


# --- points


def test_a_point_labels_the_patch_centred_on_it(tmp_path: Path, scene: str) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 50, 40), ("land", 110.2, 61.4), ("land", 290, 190)))
    patches, outputs, _ = run(scene, labels)
    assert corners(patches) == [(30, 40, "sea"), (51, 100, "land"), (180, 280, "land")]
    assert set(patches.index["label_sampling"]) == {"points"}
    assert patches.index["cover"].isna().all()
    centre = patches.index.geometry.iloc[0].centroid
    assert (centre.x, centre.y) == (WEST + 50, NORTH - 40)
    assert outputs["patches"] == 3


def test_near_points_of_one_class_are_thinned_and_of_different_classes_conflict(tmp_path: Path, scene: str) -> None:
    places = points(("sea", 50, 50), ("sea", 55, 50), ("sea", 63, 50), ("sea", 150, 50), ("land", 157, 50), ("land", 250, 50))
    patches, outputs, listener = run(scene, write(tmp_path / "a.gpkg", places))  # the rule: half a patch, 10 m
    assert [column for _, column, _ in corners(patches)] == [40, 53, 240]  # the first stays, the third is 13 m from it
    assert (outputs["thinned"], outputs["conflict"]) == (1, 2)
    assert listener.said["patches-conflicts"] == {"count": 2, "ties": 0}
    conflicts = geopandas.read_file(patches.folder / "index.gpkg", layer="conflicts")
    assert conflicts[["class", "other_class", "col"]].to_numpy().tolist() == [["sea", "land", 140], ["land", "sea", 147]]
    assert conflicts.geometry.iloc[0].bounds == (WEST + 140, NORTH - 60, WEST + 160, NORTH - 40)
    wide, _, _ = run(scene, tmp_path / "a.gpkg", point_distance_m=5.0, overwrite=True)
    assert len(wide.index) == 6


def test_the_distance_counts_in_metres(tmp_path: Path, scene: str) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 60, 60), ("sea", 72, 60)))
    assert len(run(scene, labels, patch_pixel_size_m=2.0, point_distance_m=11.0)[0].index) == 2
    assert len(run(scene, labels, patch_pixel_size_m=2.0, point_distance_m=13.0, overwrite=True)[0].index) == 1


def test_a_random_sample_is_neither_thinned_nor_changed(tmp_path: Path, scene: str) -> None:
    places = points(("sea", 50, 50), ("sea", 53, 50), ("land", 58, 50))
    labels = write(tmp_path / "a.gpkg", places, inclusion_probability=[0.1, 0.2, 0.3], label_sampling=["stratified random"] * 3)
    patches, _, _ = run(scene, labels)
    table = patches.index.set_index("col")
    assert table["inclusion_probability"].to_dict() == {40: 0.1, 43: 0.2, 48: 0.3}
    assert set(table["label_sampling"]) == {"stratified random"}


def test_points_near_the_edge_are_left_out_and_those_outside_counted(tmp_path: Path, scene: str) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 5, 50), ("sea", 10, 50), ("sea", 400, 50), ("land", 150, 100)))
    patches, outputs, listener = run(scene, labels, point_distance_m=0.0)
    assert corners(patches) == [(40, 0, "sea"), (90, 140, "land")]
    assert outputs["beyond_edge"] == 1
    assert listener.said["patches-labels-beyond"] == {"path": str(labels), "count": 1, "total": 4}
    assert listener.said["patches-beyond-edge"] == {"count": 1}


def test_points_of_a_multipoint_layer_in_longitude_and_latitude_with_heights(tmp_path: Path, scene: str) -> None:
    shape = shapely.force_3d(shapely.MultiPoint([(50, 50), (150, 50)]), 300.0)
    patches, _, _ = run(scene, write(tmp_path / "a.gpkg", [("sea", shape)], crs="EPSG:4326"))
    assert corners(patches) == [(40, 40, "sea"), (40, 140, "sea")]


# --- squares and polygons


def test_patch_squares_are_cut_where_they_lie(tmp_path: Path, scene: str) -> None:
    squares = [("sea", shapely.box(13, 7, 33, 27)), ("land", shapely.box(23, 7, 43, 27)), ("sea", shapely.box(101.3, 50.2, 121.3, 70.2))]
    labels = write(tmp_path / "a.gpkg", squares, crs="EPSG:4326")
    patches, outputs, _ = run(scene, labels)
    assert corners(patches) == [(7, 13, "sea"), (7, 23, "land"), (50, 101, "sea")]
    assert set(patches.index["cover"]) == {1.0}
    assert set(patches.index["label_sampling"]) == {"squares"}
    assert patches.index["group"].nunique() < 3  # two of them overlap
    assert outputs["without_label"] == 0


def test_one_square_with_two_classes_is_a_conflict_and_with_one_class_twice_is_one_patch(tmp_path: Path, scene: str) -> None:
    one, other, third = shapely.box(20, 20, 40, 40), shapely.box(60, 20, 80, 40), shapely.box(100, 20, 120, 40)
    rows = [("sea", one), ("land", one), ("sea", other), ("sea", other), ("land", third)]
    patches, outputs, _ = run(scene, write(tmp_path / "a.gpkg", rows))
    assert corners(patches) == [(20, 60, "sea"), (20, 100, "land")]
    assert (outputs["conflict"], outputs["thinned"]) == (2, 1)


def test_squares_among_other_polygons_are_taken_as_areas_and_said(tmp_path: Path, scene: str) -> None:
    rows = [("sea", shapely.box(13, 7, 33, 27)), ("land", shapely.box(100, 0, 180, 80))]
    patches, _, listener = run(scene, write(tmp_path / "a.gpkg", rows))
    assert set(patches.index["class"]) == {"land"}
    assert (listener.said["patches-some-squares"]["squares"], listener.said["patches-some-squares"]["total"]) == (1, 2)


def test_what_is_a_patch_square() -> None:
    box = shapely.box(0, 0, 20, 20)
    turned = shapely.affinity.rotate(box, 10)
    notched = box.difference(shapely.box(0, 0, 5, 5))
    shapes = [box, shapely.box(3.2, 1, 23.5, 20.8), turned, notched, shapely.box(0, 0, 40, 20), shapely.Polygon([(0, 0), (20, 0), (0, 20)])]
    assert are_patch_squares(np.array(shapes, dtype=object), 20).tolist() == [True, True, False, False, False, False]


def test_small_cells_give_the_patch_around_their_middle_when_asked(tmp_path: Path, scene: str) -> None:
    cells = [("sea", shapely.box(48, 48, 52, 52)), ("land", shapely.box(52, 48, 56, 52))]
    labels = write(tmp_path / "a.gpkg", cells, inclusion_probability=[0.5, 0.25])
    with pytest.raises(PatchSetError, match="--label-rule centre"):
        run(scene, labels)
    patches, _, _ = run(scene, labels, label_rule="centre")
    assert corners(patches) == [(40, 40, "sea"), (40, 44, "land")]
    assert patches.index["inclusion_probability"].tolist() == [0.5, 0.25]


def test_a_window_carries_the_sampling_of_the_polygon_it_lies_in(tmp_path: Path, scene: str) -> None:
    rows = [("sea", shapely.box(0, 0, 100, 200)), ("sea", shapely.box(100, 0, 200, 200)), ("land", shapely.box(200, 0, 300, 200))]
    patches, _, _ = run(scene, write(tmp_path / "a.gpkg", rows, label_sampling=["by hand", None, "from a map"]))
    for one in patches.index.itertuples():
        assert one.label_sampling == ("by hand" if one.col < 100 else "polygons" if one.col < 200 else "from a map")


def test_overlapping_polygons_of_two_classes_are_listed_as_conflicts(tmp_path: Path, scene: str) -> None:
    rows = [("sea", shapely.box(0, 0, 100, 40)), ("land", shapely.box(60, 0, 160, 40))]
    patches, outputs, _ = run(scene, write(tmp_path / "a.gpkg", rows))
    conflicts = geopandas.read_file(patches.folder / "index.gpkg", layer="conflicts")
    assert sorted(set(conflicts["col"])) == [60, 80]
    assert {*conflicts["class"], *conflicts["other_class"]} == {"sea", "land"}
    assert len(conflicts) == outputs["conflict"] == 4
    assert conflicts.crs == patches.index.crs


# --- layers, files, scenes


def test_one_label_file_serves_many_scenes_and_a_scene_without_labels_is_named(
    tmp_path: Path, write_raster: Callable[..., str], scene: str
) -> None:
    power = np.random.default_rng(1).exponential(0.1, (200, 300))
    beside = write_raster(power, name="beside.tif", transform=rasterio_transform(1000))
    far = write_raster(power, name="far.tif", transform=rasterio_transform(50_000))
    labels = write(tmp_path / "a.gpkg", points(("sea", 50, 50), ("land", 1050, 50), ("land", 700, 50)))
    patches, _, listener = run((scene, beside, far), labels)
    assert dict(zip(patches.index["scene"], patches.index["class"], strict=True)) == {"scene": "sea", "beside": "land"}
    assert listener.said["patches-scene-unlabelled"]["scene"] == "far"
    assert listener.said["patches-labels-beyond"]["count"] == 1


def rasterio_transform(east_m: float) -> Any:
    return [1, 0, WEST + east_m, 0, -1, NORTH]


def test_a_layer_and_a_field_are_chosen_by_name(tmp_path: Path, scene: str) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 50, 50)), layer="summer", kind=["quay"])
    write(labels, points(("land", 150, 50)), layer="winter", kind=["shed"])
    patches, _, _ = run(scene, labels, labels_layer="winter", label_field="kind")
    assert corners(patches) == [(40, 140, "shed")]
    with pytest.raises(PatchSetError, match=r"has no layer 'spring' \(it has: summer, winter\)"):
        run(scene, labels, labels_layer="spring", overwrite=True)


def test_label_files_are_one_or_one_per_scene() -> None:
    with pytest.raises(ConfigError, match="give one for all scenes, or one per scene"):
        PatchesCutConfig(scene=("a", "b", "c"), labels=("x", "y"), output="o.patchset")


# --- bad input


LINE = shapely.LineString([(0, 0), (50, 50)])
BOW_TIE = shapely.Polygon([(0, 0), (40, 40), (40, 0), (0, 40)])


@pytest.mark.parametrize(
    ("rows", "changes", "line"),
    [
        ([("sea", shapely.Point(50, 50)), ("sea", shapely.box(0, 0, 50, 50))], {}, r"1 point\(s\) and 1 polygon\(s\) in one layer"),
        ([("sea", shapely.Point(50, 50))], {"label_rule": "cover"}, "are points, which cover nothing"),
        ([("sea", shapely.Point(900, 50))], {}, "no label of .* lies in the scene"),
        ([("sea", LINE)], {}, "no point or polygon with a class"),
        ([(None, shapely.Point(50, 50))], {}, "no point or polygon with a class: fill in the field 'class'"),
        ([("sea", BOW_TIE)], {}, "no point or polygon with a class"),
        ([("sea", shapely.Point(5, 5))], {}, "no label gives a whole patch"),
    ],
)
def test_labels_that_cannot_be_used_are_refused_in_one_line(
    tmp_path: Path, scene: str, rows: list[Any], changes: dict[str, Any], line: str
) -> None:
    labels = write(tmp_path / ("a.geojson" if len(rows) > 1 else "a.gpkg"), rows)
    with pytest.raises(PatchSetError, match=line) as caught:
        run(scene, labels, **changes)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("*.patchset"))


@pytest.mark.parametrize("value", [0.0, -0.1, 1.5])
def test_an_impossible_inclusion_probability_is_refused(tmp_path: Path, scene: str, value: float) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 50, 50)), inclusion_probability=[value])
    with pytest.raises(PatchSetError, match=f"inclusion probability {value:g}: it must be above 0 and at most 1"):
        run(scene, labels)


def test_each_kind_of_bad_label_among_good_ones_is_said_apart(tmp_path: Path, scene: str) -> None:
    rows = [
        ("sea", shapely.box(0, 0, 100, 100)),
        ("sea", LINE),
        ("sea", BOW_TIE),
        ("sea", shapely.Polygon()),
        (None, shapely.box(0, 0, 9, 9)),
    ]
    frame = geopandas.GeoDataFrame({"class": [name for name, _ in rows]}, geometry=[ground(one) for _, one in rows], crs=32632)
    pyogrio.write_dataframe(frame.to_crs("EPSG:4326"), tmp_path / "a.geojson")
    _, _, listener = run(scene, tmp_path / "a.geojson")
    for code in ("patches-labels-lines", "patches-labels-crossing", "patches-labels-empty", "patches-labels-without-class"):
        assert listener.said[code]["count"] == 1


def test_labels_on_the_other_side_of_the_earth_do_not_disturb(tmp_path: Path, scene: str) -> None:
    here = geopandas.GeoSeries([ground(shapely.Point(50, 50))], crs=32632).to_crs(4326).iloc[0]
    frame = geopandas.GeoDataFrame({"class": ["sea", "sea"]}, geometry=[here, shapely.Point(-171.0, -50.0)], crs=4326)
    pyogrio.write_dataframe(frame, tmp_path / "a.gpkg", layer="labels")
    patches, _, listener = run(scene, tmp_path / "a.gpkg")
    assert corners(patches) == [(40, 40, "sea")]
    assert listener.said["patches-labels-beyond"]["count"] == 1


# --- a legend that comes along


def test_a_legend_in_the_file_gives_codes_and_colours_to_classes_without_labels_too(tmp_path: Path, scene: str) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 50, 50), ("land", 150, 50)))
    legend = pd.DataFrame({"code": [3, 1, 2], "name": ["ice", "land", "sea"], "colour": ["#ffffff", "#00ff00", "#0000ff"]})
    pyogrio.write_dataframe(legend, labels, layer="classes")
    patches, _, _ = run(scene, labels)
    assert [(one.code, one.name, one.colour) for one in patches.settings.classes] == [
        (1, "land", "#00ff00"),
        (2, "sea", "#0000ff"),
        (3, "ice", "#ffffff"),
    ]
    assert corners(patches) == [(40, 40, "sea"), (40, 140, "land")]


@pytest.mark.parametrize("change", [{"name": ["ice", "land", "lake"]}, {"code": ["a", "b", "c"]}, {"colour": ["white", "green", "blue"]}])
def test_a_table_that_is_no_legend_of_these_labels_is_passed_over(tmp_path: Path, scene: str, change: dict[str, list[str]]) -> None:
    labels = write(tmp_path / "a.gpkg", points(("sea", 50, 50), ("land", 150, 50)))
    legend = {"code": [3, 1, 2], "name": ["ice", "land", "sea"], "colour": ["#ffffff", "#00ff00", "#0000ff"], **change}
    pyogrio.write_dataframe(pd.DataFrame(legend), labels, layer="classes")
    patches, _, _ = run(scene, labels)
    assert [(one.code, one.name) for one in patches.settings.classes] == [(1, "land"), (2, "sea")]
