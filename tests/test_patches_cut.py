"""Cutting patches: the label rule by hand-computed cover, pixels at the right place, outlines by the affine, and every refusal."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch
from affine import Affine
from echopatch.core.contract.commands.patches import PatchesCutConfig, SplitOptions
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, EchopatchError, OutputError, PatchSetError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.cover import OUTCOMES, cover_of_row, decide
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.labels import GridLabels
from echopatch.core.engine.patches.overlaps import leaks
from echopatch.core.engine.patches.patch_set import PatchSet, SceneFacts, codes_to_db, read_patch_set
from echopatch.core.engine.patches.scene_facts import common_channels
from echopatch.core.engine.scene.scene import open_scene
from echopatch.core.engine.scene.windows import Window
from rasterio.crs import CRS
from rasterio.warp import transform as transform_points

PATCH_PX = 20
UTM = Affine(1.25, 0, 500000, 0, -1.25, 5300000)
ROTATED = UTM @ Affine.rotation(25)
GAMMA = SceneOptions(quantity="gamma0")
NO_TEST = SplitOptions(validation_share=0.0, test_share=0.0)
HALF_STEP_DB = 100 / 65534 / 2


class Listener(Silent):
    def __init__(self) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []

    def warning(self, code: str, **values: Any) -> None:
        self.said.append((code, values))

    @property
    def codes(self) -> list[str]:
        return [code for code, _ in self.said]


def write_scene(path: Path, power: np.ndarray, transform: Affine = UTM, crs: str | None = "EPSG:32633") -> Path:
    bands = power if power.ndim == 3 else power[None]
    shape = {"count": len(bands), "height": bands.shape[1], "width": bands.shape[2]}
    with rasterio.open(path, "w", driver="GTiff", dtype="float32", transform=transform, crs=crs, nodata=np.nan, **shape) as file:
        file.write(bands.astype("float32"))
    return path


def speckle(rows: int = 100, columns: int = 120, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).exponential(0.1, (rows, columns)).astype(np.float32)


def on_ground(pixels: shapely.Polygon, transform: Affine = UTM) -> shapely.Polygon:
    return shapely.Polygon([transform @ corner for corner in pixels.exterior.coords])


def write_labels(path: Path, labels: dict[str, list[shapely.Polygon]], transform: Affine = UTM, crs: str | None = "EPSG:32633") -> Path:
    rows = [(name, on_ground(polygon, transform)) for name, polygons in labels.items() for polygon in polygons]
    frame = geopandas.GeoDataFrame({"class": [name for name, _ in rows]}, geometry=[one for _, one in rows], crs=crs)
    with nullcontext() if crs else pytest.warns(UserWarning, match="crs"):
        pyogrio.write_dataframe(frame, path)
    return path


def run_cut(scene: Path, labels: Path, **changes: Any) -> tuple[PatchSet, dict[str, Any], Listener]:
    settings = {"patch_px": PATCH_PX, "options": GAMMA, "split": NO_TEST, **changes}
    output = scene.with_name(f"{scene.stem}.patchset")
    config = PatchesCutConfig(scene=(str(scene),), labels=(str(labels),), output=str(output), **settings)
    listener = Listener()
    outputs = cut(config, listener)
    return read_patch_set(str(output)), outputs, listener


def grid_labels(*polygons: tuple[int, shapely.Polygon]) -> GridLabels:
    shapes = np.array([one for _, one in polygons], dtype=object)
    return GridLabels(shapes, np.array([number for number, _ in polygons]), shapely.STRtree(shapes))


def outcome_names(labels: GridLabels, columns: list[int], min_cover: float, row: int = 0) -> list[str]:
    cover = cover_of_row(labels, row, np.array(columns), 10, 3)
    return [OUTCOMES[number].value for number in decide(cover, 10, min_cover)[1]]


# --- cover and the label rule


def test_cover_equals_hand_computed_squares() -> None:
    labels = grid_labels((0, shapely.box(0, 0, 10, 5)), (1, shapely.box(4, 3, 13, 10)), (0, shapely.box(0, 0, 10, 5)))
    cover = cover_of_row(labels, 0, np.array([0, 5, 10, 20]), 10, 3)
    assert cover.total[:, 0].tolist() == [50, 25, 0, 0]
    assert cover.total[:, 1].tolist() == [6 * 7, 8 * 7, 3 * 7, 0]
    assert cover.contested.tolist() == [6 * 2, 5 * 2, 0, 0]
    assert cover.sole[:, 0].tolist() == [50 - 12, 25 - 10, 0, 0]
    assert cover.sole[:, 1].tolist() == [42 - 12, 56 - 10, 21, 0]
    assert not cover.total[:, 2].any()


def test_cover_of_a_lower_row_is_that_of_the_labels_moved_up() -> None:
    labels = grid_labels((2, shapely.box(3, 37, 9, 44)))
    cover = cover_of_row(labels, 35, np.array([2, 6]), 10, 3)
    assert cover.total[:, 2].tolist() == [6 * 7, 3 * 7]


def test_a_hole_is_not_covered() -> None:
    ring = shapely.Polygon([(0, 0), (10, 0), (10, 10), (0, 10)], [[(2, 2), (8, 2), (8, 8), (2, 8)]])
    assert cover_of_row(grid_labels((0, ring)), 0, np.array([0]), 10, 1).total[0, 0] == 100 - 36


def test_cover_of_slanted_polygons_is_near_their_area() -> None:
    triangle = shapely.Polygon([(0, 0), (160, 0), (0, 160)])
    cover = cover_of_row(grid_labels((0, triangle)), 0, np.array([0]), 160, 1)
    assert cover.total[0, 0] / 160**2 == pytest.approx(0.5, abs=0.005)


def test_cover_at_the_least_is_enough_and_one_pixel_less_is_not() -> None:
    labels = grid_labels((0, shapely.box(0, 0, 10, 6)), (0, shapely.box(20, 0, 30, 6).difference(shapely.box(20, 0, 21, 1))))
    assert outcome_names(labels, [0, 20, 40], 0.6) == ["labelled", "below_least_cover", "without_label"]


def test_equal_cover_is_a_tie_and_one_pixel_more_decides() -> None:
    even = (0, shapely.box(0, 0, 5, 10)), (1, shapely.box(5, 0, 10, 10))
    uneven = (0, shapely.box(20, 0, 25, 10)), (1, shapely.box(25, 0, 30, 10).difference(shapely.box(29, 9, 30, 10)))
    labels = grid_labels(*even, *uneven)
    assert outcome_names(labels, [0, 20], 0.3) == ["tie", "labelled"]
    assert outcome_names(labels, [0, 20], 0.6) == ["below_least_cover"] * 2


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        (shapely.box(0, 0, 10, 10), "conflict"),  # both claim everything
        (shapely.box(0, 0, 10, 5), "conflict"),  # without the disputed half, too little is left
        (shapely.box(0, 0, 10, 3), "labelled"),  # 70 % stays undisputed
        (shapely.box(20, 0, 30, 10), "labelled"),
    ],
)
def test_overlapping_labels_conflict_only_where_the_answer_hangs_on_them(other: shapely.Polygon, outcome: str) -> None:
    assert outcome_names(grid_labels((0, shapely.box(0, 0, 10, 10)), (1, other)), [0], 0.6) == [outcome]


def test_overlapping_labels_of_one_class_count_once() -> None:
    labels = grid_labels((1, shapely.box(0, 0, 10, 5)), (1, shapely.box(0, 2, 10, 5)))
    cover = cover_of_row(labels, 0, np.array([0]), 10, 2)
    assert (cover.total[0, 1], cover.contested[0]) == (50, 0)


# --- cutting


@pytest.mark.parametrize("transform", [UTM, ROTATED])
def test_patches_hold_the_power_of_the_scene_where_the_index_says(tmp_path: Path, transform: Affine) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle(), transform)
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(15, 10, 115, 95)]}, transform)
    patches, outputs, _ = run_cut(scene, labels, stride_px=10)
    assert outputs["patches"] == len(patches.index) > 40
    db = codes_to_db(torch.from_numpy(np.array(patches.codes)), patches.settings).numpy()
    with open_scene(str(scene), GAMMA) as opened:
        for one in patches.index.itertuples():
            power = opened.read_power(Window(one.row, one.col, PATCH_PX, PATCH_PX), "gamma0")
            np.testing.assert_allclose(db[one.patch], 10 * np.log10(power), atol=HALF_STEP_DB + 1e-4)
            corners = [(one.col, one.row), (one.col + PATCH_PX, one.row), (one.col + PATCH_PX, one.row + PATCH_PX)]
            np.testing.assert_allclose(np.array(one.geometry.exterior.coords)[:3], [transform @ corner for corner in corners])


def test_labels_and_covers_of_a_set_are_those_of_its_windows(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle(60, 100))
    fields = {"Water bodies": [shapely.box(0, 0, 38, 60)], "Settlements": [shapely.box(38, 0, 75, 60)]}
    patches, outputs, _ = run_cut(scene, write_labels(tmp_path / "labels.gpkg", fields))
    table = patches.index.set_index(["row", "col"])
    for row in (0, 20, 40):
        assert [table["label"][row, col] for col in (0, 20, 40, 60)] == [7, 7, 1, 1]
        np.testing.assert_allclose([table["cover"][row, col] for col in (0, 20, 40, 60)], [1, 0.9, 1, 0.75])
    assert outputs["without_label"] == 3
    assert patches.index["class"].tolist()[:3] == ["Water bodies", "Water bodies", "Settlements"]
    assert [one.code for one in patches.settings.classes] == [1, 2, 3, 4, 5, 6, 7]


def test_ties_conflicts_and_thin_covers_are_counted_and_said(tmp_path: Path) -> None:
    fields = {
        "reed": [shapely.box(0, 0, 10, 20), shapely.box(20, 0, 40, 20), shapely.box(60, 0, 80, 20)],
        "mud": [shapely.box(10, 0, 20, 20), shapely.box(20, 0, 40, 20), shapely.box(40, 0, 45, 20)],
    }
    scene = write_scene(tmp_path / "scene.tif", speckle(20, 100))
    patches, outputs, listener = run_cut(scene, write_labels(tmp_path / "labels.gpkg", fields), min_cover=0.5)
    counts = {name: outputs[name] for name in ("patches", "tie", "conflict", "below_least_cover", "without_label")}
    assert counts == {"patches": 1, "tie": 1, "conflict": 1, "below_least_cover": 1, "without_label": 1}
    assert patches.settings.counts["tie"] == 1
    assert ("patches-conflicts", {"count": 1, "ties": 1}) in listener.said
    assert ("patches-class-empty", {"classes": "mud"}) in listener.said


def test_patches_with_too_little_data_are_left_out(tmp_path: Path) -> None:
    power = speckle(20, 60)
    power[:, 20] = np.nan  # 5 % of the second window
    power[0, 40] = np.nan  # 0.25 % of the third
    scene = write_scene(tmp_path / "scene.tif", power)
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 60, 20)]})
    patches, outputs, listener = run_cut(scene, labels)
    assert patches.index["col"].tolist() == [0, 40]
    assert outputs["too_little_data"] == 1
    assert patches.codes[1, 0, 0, 0] == 0
    assert (patches.codes == 0).sum() == 1
    assert "patches-too-little-data" in listener.codes


def test_labels_of_another_crs_are_brought_onto_the_scene(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    frame = geopandas.GeoDataFrame({"class": ["Bare ground"]}, geometry=[on_ground(shapely.box(40, 20, 80, 60))], crs="EPSG:32633")
    pyogrio.write_dataframe(frame.to_crs("EPSG:4326"), tmp_path / "labels.geojson", driver="GeoJSON")
    patches, _, _ = run_cut(scene, tmp_path / "labels.geojson", min_cover=0.95)
    assert sorted(zip(patches.index["row"], patches.index["col"], strict=True)) == [(20, 40), (20, 60), (40, 40), (40, 60)]
    assert patches.index.crs.to_epsg() == 32633


def test_a_scene_beyond_longitude_180_takes_labels_west_of_zero(tmp_path: Path) -> None:
    transform = Affine(1e-5, 0, 250.6, 0, -1e-5, -27.1)
    scene = write_scene(tmp_path / "scene.tif", speckle(), transform, "EPSG:4326")
    labels = write_labels(
        tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 120, 100)]}, Affine.translation(-360, 0) @ transform, "EPSG:4326"
    )
    patches, _, _ = run_cut(scene, labels, patch_pixel_size_m=1.0)
    west, south, east, north = patches.index.total_bounds
    assert len(patches.index) > 10
    assert -109.41 < west < east < -109.39
    assert south < north <= -27.1


def test_a_scene_without_crs_takes_labels_in_pixels_and_gives_a_table(tmp_path: Path) -> None:
    power = speckle()
    with pytest.warns(rasterio.errors.NotGeoreferencedWarning):
        scene = write_scene(tmp_path / "scene.tif", power, Affine.identity(), None)
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(20, 40, 60, 80)]}, Affine.scale(1, -1), None)
    options = SceneOptions(quantity="gamma0", pixel_size_m=1.25)
    patches, _, _ = run_cut(scene, labels, options=options)
    assert sorted(zip(patches.index["row"], patches.index["col"], strict=True)) == [(40, 20), (40, 40), (60, 20), (60, 40)]
    assert not isinstance(patches.index, geopandas.GeoDataFrame)
    assert patches.settings.scenes[0].asserted["pixel_size_m"] == 1.25


def test_a_finer_scene_is_averaged_in_power(tmp_path: Path) -> None:
    power = speckle(80, 80)
    scene = write_scene(tmp_path / "scene.tif", power)
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 80, 80)]})
    patches, _, _ = run_cut(scene, labels, patch_pixel_size_m=2.5)
    assert sorted(zip(patches.index["row"], patches.index["col"], strict=True)) == [(0, 0), (0, 20), (20, 0), (20, 20)]
    last = int(np.flatnonzero((patches.index["row"] == 20) & (patches.index["col"] == 20))[0])
    means = power[40:, 40:].reshape(20, 2, 20, 2).mean(axis=(1, 3))
    db = codes_to_db(torch.from_numpy(np.array(patches.codes[last, 0])), patches.settings).numpy()
    np.testing.assert_allclose(db, 10 * np.log10(means), atol=2e-3)
    np.testing.assert_allclose(patches.index.geometry[last].bounds, (500050, 5299900, 500100, 5299950))


def test_a_cancelled_cut_leaves_nothing_and_leftovers_of_a_killed_one_do_not_matter(tmp_path: Path) -> None:
    class Impatient(Silent):
        def progress(self, done: int, total: int, code: str) -> None:
            raise Cancelled

    scene = write_scene(tmp_path / "scene.tif", speckle())
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 60, 60)]})
    output = str(tmp_path / "x.patchset")
    config = PatchesCutConfig(scene=(str(scene),), labels=(str(labels),), output=output, patch_px=PATCH_PX, options=GAMMA, split=NO_TEST)
    with pytest.raises(Cancelled):
        cut(config, Impatient())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["labels.gpkg", "scene.tif"]
    (tmp_path / "x.partial.patchset").mkdir()
    (tmp_path / "x.partial.patchset" / "patches.npy").write_bytes(b"half")
    assert cut(config, Silent())["patches"] == 9
    assert sorted(one.name for one in tmp_path.iterdir()) == ["labels.gpkg", "scene.tif", "x.patchset"]


def test_overlapping_windows_are_split_without_a_leak(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle(400, 400))
    fields = {"Water bodies": [shapely.box(0, 0, 400, 200)], "Settlements": [shapely.box(0, 200, 400, 400)]}
    split = SplitOptions(validation_share=0.2, test_share=0.2, block_m=100.0)
    patches, outputs, listener = run_cut(scene, write_labels(tmp_path / "labels.gpkg", fields), stride_px=10, split=split)
    found = leaks(patches.index, patches.settings.patch_px, patches.settings.pixel_size_m)
    assert found.named == ()
    assert set(patches.index["split"]) == {"train", "validation", "test"}
    assert outputs["at_split_border"] > 0
    assert "patches-at-split-border" in listener.codes
    assert len(patches.codes) == outputs["patches"]


def test_two_overlapping_scenes_of_different_zones_share_one_index_and_no_leak(tmp_path: Path) -> None:
    first = write_scene(tmp_path / "first.tif", speckle(400, 400))
    corner = geopandas.GeoSeries([shapely.Point(500000 + 100, 5300000 - 100)], crs="EPSG:32633").to_crs("EPSG:32632")[0]
    other_utm = Affine(1.25, 0, corner.x, 0, -1.25, corner.y)
    second = write_scene(tmp_path / "second.tif", speckle(400, 400, 1), other_utm, "EPSG:32632")
    everywhere = {"Water bodies": [shapely.box(0, 0, 400, 400)]}
    labels = [
        write_labels(tmp_path / "first.gpkg", everywhere),
        write_labels(tmp_path / "second.gpkg", everywhere, other_utm, "EPSG:32632"),
    ]
    config = PatchesCutConfig(
        scene=(str(first), str(second)), labels=tuple(map(str, labels)), output=str(tmp_path / "both.patchset"), patch_px=PATCH_PX,
        options=GAMMA, split=SplitOptions(block_m=100.0),
    )  # fmt: skip
    cut(config, Silent())
    patches = read_patch_set(str(tmp_path / "both.patchset"))
    assert patches.index.crs.to_epsg() == 4326
    assert set(patches.index["scene"]) == {one.scene_id for one in patches.settings.scenes}
    assert len(patches.settings.scenes) == 2
    geometry, split = patches.index.geometry.to_numpy(), patches.index["split"].to_numpy()
    for one in range(len(geometry)):
        shared = shapely.area(shapely.intersection(geometry[one], geometry))
        assert (split[shared > 1e-4 * geometry[one].area] == split[one]).all()


def test_equal_requests_give_equal_sets(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle(200, 200))
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 200, 200)]})
    one, _, _ = run_cut(scene, labels, split=SplitOptions(block_m=50.0))
    other, _, _ = run_cut(scene, labels, split=SplitOptions(block_m=50.0), overwrite=True)
    assert one.settings.sha256 == other.settings.sha256
    assert one.index["split"].tolist() == other.index["split"].tolist()


# --- the optical image


def write_optical(path: Path, transform: Affine, shape: tuple[int, int] = (300, 300), crs: str = "EPSG:32633") -> Path:
    """Red grows with easting, green with southing, one level per metre."""
    rows, columns = np.mgrid[: shape[0], : shape[1]] + 0.5
    x, y = transform.a * columns + transform.c, transform.e * rows + transform.f
    image = np.stack([x - 499950, 5300050 - y, np.full(shape, 7.0)])
    shape_of = {"count": 3, "height": shape[0], "width": shape[1]}
    with rasterio.open(path, "w", driver="GTiff", dtype="uint8", transform=transform, crs=crs, **shape_of) as file:
        file.write(np.clip(image, 0, 255).round().astype("uint8"))
    return path


@pytest.mark.parametrize("pixel_m", [0.5, 1.0, 5.0])
def test_an_optical_image_of_any_resolution_lies_on_the_patches(tmp_path: Path, pixel_m: float) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 120, 100)]})
    side = int(250 / pixel_m)
    optical = write_optical(tmp_path / "optical.tif", Affine(pixel_m, 0, 499950, 0, -pixel_m, 5300050), (side, side))
    patches, _, _ = run_cut(scene, labels, optical=(str(optical),))
    assert patches.optical is not None
    pixels = np.arange(PATCH_PX) + 0.5
    for one in patches.index.itertuples():
        red, green, blue = patches.optical[one.patch].astype(float)
        np.testing.assert_allclose(red, np.broadcast_to(50 + 1.25 * (one.col + pixels), red.shape), atol=1.3)
        np.testing.assert_allclose(green, np.broadcast_to(50 + 1.25 * (one.row + pixels)[:, None], green.shape), atol=1.3)
        assert (blue == 7).all()


def test_what_is_dark_in_one_colour_is_seen_and_what_is_black_in_all_is_no_data(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 120, 100)]})
    optical = write_optical(tmp_path / "optical.tif", Affine(1, 0, 499950, 0, -1, 5300050))
    with rasterio.open(optical, "r+") as file:
        file.write(np.tile(np.array([0, 90, 60], np.uint8)[:, None, None], (1, 300, 300)))
        file.write(np.zeros((3, 300, 100), np.uint8), window=((0, 300), (100, 200)))  # black from column 40 of the scene on
    patches, _, _ = run_cut(scene, labels, optical=(str(optical),))
    assert patches.optical is not None
    for column, wanted in ((0, [1, 90, 60]), (60, [0, 0, 0])):
        here = patches.optical[patches.index["col"] == column]
        assert len(here)
        assert (here == np.array(wanted)[:, None, None]).all()


def test_patches_beyond_the_end_of_the_optical_image_are_left_out_and_counted(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 120, 100)]})
    optical = write_optical(tmp_path / "optical.tif", Affine(1, 0, 499950, 0, -1, 5300050), (300, 150))  # ends at column 80
    patches, outputs, listener = run_cut(scene, labels, optical=(str(optical),))
    assert sorted(set(patches.index["col"])) == [0, 20, 40, 60]
    assert (outputs["patches"], outputs["without_optical"]) == (20, 10)
    assert ("patches-optical-cover", {"path": str(optical), "count": 10}) in listener.said


@pytest.mark.parametrize("scene_transform", [UTM, ROTATED], ids=["north up", "rotated scene"])
@pytest.mark.parametrize(("crs", "pixel", "turned_deg"), [("EPSG:4326", 1.1e-5, 0), ("EPSG:32632", 0.8, 33), ("EPSG:3857", 6.0, -12)])
def test_an_optical_image_of_any_crs_and_direction_lies_on_the_patches(
    tmp_path: Path, scene_transform: Affine, crs: str, pixel: float, turned_deg: float
) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle(), scene_transform)
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 120, 100)]}, scene_transform)
    east, north = scene_transform @ (60, 50)
    [x], [y] = transform_points("EPSG:32633", crs, [east], [north])
    side = round(320 / (pixel if crs != "EPSG:4326" else pixel * 90_000))
    turned = Affine.translation(x, y) @ Affine.rotation(turned_deg) @ Affine.scale(pixel, -pixel) @ Affine.translation(-side / 2, -side / 2)
    columns, rows = np.meshgrid(np.arange(side) + 0.5, np.arange(side) + 0.5)
    xs, ys = turned @ (columns.ravel(), rows.ravel())
    eastings, northings = (np.reshape(one, columns.shape) for one in transform_points(crs, "EPSG:32633", xs, ys))
    ramps = np.stack([(eastings - east) / 2 + 128, (northings - north) / 2 + 128, np.full(columns.shape, 7.0)])  # a level every 2 m
    shape = {"count": 3, "height": side, "width": side, "dtype": "uint8"}
    with rasterio.open(tmp_path / "optical.tif", "w", driver="GTiff", crs=crs, transform=turned, **shape) as file:
        file.write(ramps.clip(1, 255).round().astype("uint8"))
    patches, outputs, _ = run_cut(scene, labels, optical=(str(tmp_path / "optical.tif"),))
    assert (outputs["patches"], outputs["without_optical"]) == (30, 0)
    assert patches.optical is not None
    for one in patches.index.itertuples():
        columns, rows = np.meshgrid(one.col + np.arange(PATCH_PX) + 0.5, one.row + np.arange(PATCH_PX) + 0.5)
        easting, northing = scene_transform @ (columns, rows)
        red, green, _ = patches.optical[one.patch].astype(float)
        np.testing.assert_allclose(red, (easting - east) / 2 + 128, atol=1.3)
        np.testing.assert_allclose(green, (northing - north) / 2 + 128, atol=1.3)


# --- refusals


def bad_field(folder: Path) -> dict[str, Any]:
    return {"label_field": "kind"}


def labels_elsewhere(folder: Path) -> dict[str, Any]:
    write_labels(folder / "labels.gpkg", {"Water bodies": [shapely.box(5000, 5000, 5100, 5100)]})
    return {}


def labels_without_crs(folder: Path) -> dict[str, Any]:
    (folder / "labels.gpkg").unlink()
    write_labels(folder / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 100, 100)]}, crs=None)
    return {}


def labels_of_points(folder: Path) -> dict[str, Any]:
    frame = geopandas.GeoDataFrame({"class": ["Water bodies"]}, geometry=[shapely.Point(500010, 5299990)], crs="EPSG:32633")
    (folder / "labels.gpkg").unlink()
    pyogrio.write_dataframe(frame, folder / "labels.gpkg")
    return {}


def labels_unreadable(folder: Path) -> dict[str, Any]:
    (folder / "labels.gpkg").write_text("not a vector file")
    return {}


def labels_missing(folder: Path) -> dict[str, Any]:
    (folder / "labels.gpkg").unlink()
    return {}


def many_layers(folder: Path) -> dict[str, Any]:
    (folder / "labels.gpkg").unlink()
    frame = geopandas.GeoDataFrame({"class": ["a"]}, geometry=[shapely.box(0, 0, 1, 1)], crs="EPSG:32633")
    for layer in ("summer", "winter"):
        pyogrio.write_dataframe(frame, folder / "labels.gpkg", layer=layer)
    return {}


def existing_output(folder: Path) -> dict[str, Any]:
    (folder / "scene.patchset").mkdir()
    return {}


def text_as_optical(folder: Path) -> dict[str, Any]:
    (folder / "optical.tif").write_text("no image")
    return {"optical": (str(folder / "optical.tif"),)}


def grey_optical(folder: Path) -> dict[str, Any]:
    return {"optical": (str(folder / "scene.tif"),)}


@pytest.mark.parametrize(
    ("break_it", "error", "line"),
    [
        (bad_field, PatchSetError, r"no field 'kind' \(they have: class\)"),
        (labels_elsewhere, PatchSetError, r"no label of .*labels.gpkg lies in the scene"),
        (labels_without_crs, PatchSetError, r"no coordinate reference system but the scene has one"),
        (labels_of_points, PatchSetError, r"no label gives a whole patch"),
        (labels_unreadable, PatchSetError, r"labels.gpkg cannot be read"),
        (labels_missing, PatchSetError, r"labels.gpkg does not exist"),
        (many_layers, PatchSetError, r"several layers \(summer, winter\)"),
        (existing_output, OutputError, r"exists already"),
        (lambda _: {"patch_px": 128}, PatchSetError, r"100 x 120 pixels .* less than a patch of 128"),
        (lambda _: {"patch_pixel_size_m": 0.5}, EchopatchError, r"--allow-upsampling"),
        (lambda _: {"min_cover": 1.0, "patch_px": 64}, PatchSetError, r"no label gives a whole patch"),
        (lambda _: {"patch_quantity": "beta0"}, EchopatchError, r"beta0"),
        (lambda _: {"optical": ("nowhere.tif",)}, PatchSetError, r"nowhere.tif does not exist"),
        (text_as_optical, PatchSetError, r"optical.tif cannot be read"),
        (grey_optical, PatchSetError, r"has 1 band\(s\) of type float32"),
    ],
)
def test_what_cannot_be_cut_is_refused_in_one_line_and_leaves_nothing(tmp_path: Path, break_it, error, line: str) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    labels = write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 60, 60)]})
    changes = break_it(tmp_path)
    before = set(tmp_path.iterdir())
    with pytest.raises(error, match=line) as caught:
        run_cut(scene, labels, **changes)
    assert "\n" not in str(caught.value)
    assert set(tmp_path.iterdir()) == before


def test_unusable_labels_are_left_out_with_a_warning(tmp_path: Path) -> None:
    bow_tie = shapely.Polygon([(0, 0), (40, 40), (40, 0), (0, 40)])
    rows = [
        ("Water bodies", on_ground(shapely.box(0, 0, 40, 40))),
        ("Settlements", on_ground(bow_tie)),
        ("Settlements", None),
        ("  ", on_ground(shapely.box(60, 60, 100, 100))),
        (None, on_ground(shapely.box(60, 60, 100, 100))),
    ]
    frame = geopandas.GeoDataFrame({"class": [name for name, _ in rows]}, geometry=[one for _, one in rows], crs="EPSG:32633")
    pyogrio.write_dataframe(frame, tmp_path / "labels.gpkg")
    patches, _, listener = run_cut(write_scene(tmp_path / "scene.tif", speckle()), tmp_path / "labels.gpkg")
    assert set(patches.index["class"]) == {"Water bodies"}
    said = dict(listener.said)
    assert (said["patches-labels-crossing"]["count"], said["patches-labels-empty"]["count"]) == (1, 1)
    assert said["patches-labels-without-class"]["count"] == 2


def test_scenes_of_different_bands_do_not_go_together(tmp_path: Path) -> None:
    one = write_scene(tmp_path / "one.tif", speckle())
    two = write_scene(tmp_path / "two.tif", np.stack([speckle(), speckle()]))
    labels = str(write_labels(tmp_path / "labels.gpkg", {"Water bodies": [shapely.box(0, 0, 60, 60)]}))
    config = PatchesCutConfig(
        scene=(str(one), str(two)), labels=(labels, labels), output=str(tmp_path / "x.patchset"), patch_px=PATCH_PX, options=GAMMA
    )
    with pytest.raises(PatchSetError, match="choose the same bands of all scenes"):
        cut(config, Silent())


def scene_of(*bands: str) -> SceneFacts:
    return SceneFacts(" ".join(bands), "x.tif", "TSX-1", "SM", bands, None, None, 1.0, 1.0, (), "", {}, "")


def test_channels_of_several_scenes_agree_or_are_either_co_polarisation() -> None:
    listener = Listener()
    assert common_channels([scene_of("HH", "HV"), scene_of("HH", "HV")], listener) == ("HH", "HV")
    assert not listener.codes
    assert common_channels([scene_of("HH"), scene_of("VV"), scene_of("HH")], listener) == ("co",)
    assert listener.codes == ["patches-mixed-polarisation"]
    with pytest.raises(PatchSetError, match="HH has the bands HH, HV has HV"):
        common_channels([scene_of("HH"), scene_of("HV")], listener)


def test_a_scene_named_twice_has_the_labels_of_both_files_as_if_they_stood_in_one(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    water, ground = [shapely.box(0, 0, 60, 60)], [shapely.box(50, 0, 120, 60)]
    one = write_labels(tmp_path / "one.gpkg", {"Water bodies": water, "Bare ground": ground})
    expected, _, _ = run_cut(scene, one)
    first = write_labels(tmp_path / "first.gpkg", {"Water bodies": water})
    second = tmp_path / "second.gpkg"
    geopandas.read_file(write_labels(tmp_path / "utm.gpkg", {"Bare ground": ground})).to_crs(4326).to_file(second)
    config = PatchesCutConfig(
        scene=(str(scene), str(scene)), labels=(str(first), str(second)), output=str(tmp_path / "two.patchset"), patch_px=PATCH_PX,
        options=GAMMA, split=NO_TEST,
    )  # fmt: skip
    cut(config, Silent())
    found = read_patch_set(config.output)
    assert found.settings.scenes == expected.settings.scenes
    columns = ["class", "row", "col", "scene", "group", "split"]
    assert found.index[columns].equals(expected.index[columns])
    np.testing.assert_array_equal(found.codes[:], expected.codes[:])


@pytest.mark.parametrize(
    ("second", "optical", "code"),
    [
        ("squares.gpkg", (), "patches-scene-twice"),
        ("points.gpkg", (), "patches-labels-kinds"),
        ("bare.gpkg", (), "patches-labels-crs"),
        ("others.gpkg", ("a.tif", "b.tif"), "patches-scene-two-optical"),
    ],
)
def test_a_scene_named_twice_needs_other_labels_of_the_same_kind(tmp_path: Path, second: str, optical: tuple[str, ...], code: str) -> None:
    scene = str(write_scene(tmp_path / "scene.tif", speckle()))
    here = shapely.box(0, 0, 60, 60)
    for name in ("squares.gpkg", "others.gpkg"):
        write_labels(tmp_path / name, {"Water bodies": [here]})
    write_labels(tmp_path / "bare.gpkg", {"Water bodies": [here]}, crs=None)
    geopandas.GeoDataFrame({"class": ["Water bodies"]}, geometry=[shapely.Point(500010, 5299990)], crs=32633).to_file(
        tmp_path / "points.gpkg"
    )
    labels = (str(tmp_path / "squares.gpkg"), str(tmp_path / second))
    config = PatchesCutConfig(
        scene=(scene, scene), labels=labels, output=str(tmp_path / "x.patchset"), optical=optical, patch_px=PATCH_PX, options=GAMMA
    )
    with pytest.raises(PatchSetError) as refusal:
        cut(config, Silent())
    assert refusal.value.code == code


def test_a_layer_is_chosen_as_in_qgis(tmp_path: Path) -> None:
    scene = write_scene(tmp_path / "scene.tif", speckle())
    many_layers_file = tmp_path / "labels.gpkg"
    for layer, name in (("summer", "Water bodies"), ("winter", "Bare ground")):
        frame = geopandas.GeoDataFrame({"class": [name]}, geometry=[on_ground(shapely.box(0, 0, 60, 60))], crs=CRS.from_epsg(32633))
        pyogrio.write_dataframe(frame, many_layers_file, layer=layer)
    patches, _, _ = run_cut(scene, Path(f"{many_layers_file}|layername=winter"))
    assert set(patches.index["class"]) == {"Bare ground"}
