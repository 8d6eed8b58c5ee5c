"""The command classify from scene to GeoPackage, on scenes whose classes are known by hand."""

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
import rasterio
import shapely
from echopatch.core.contract.commands import ClassifyConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, EchopatchError, OutputError, SceneError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping import classify as command
from echopatch.core.engine.mapping.state import state_folder
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.output import claimed

if sys.platform == "win32":
    resource = None
else:
    import resource

GAMMA0 = SceneOptions(quantity="gamma0")


class Listener(Silent):
    """Keeps what it hears; cancels after a number of progress messages."""

    def __init__(self, cancel_after: int = 1 << 30) -> None:
        self.warned: list[str] = []
        self.heard = 0
        self.cancel_after = cancel_after

    def progress(self, done: int, total: int, code: str) -> None:
        self.heard += code != "progress-opening"  # the work has not begun
        if self.heard > self.cancel_after:
            raise Cancelled

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append(code)


def fields(rows: int = 320, columns: int = 480) -> np.ndarray:
    """dB: a dark left third, a middle one, a bright right third."""
    return np.repeat([[-20.0, -10.0, 0.0]], rows, axis=0).repeat(columns // 3, axis=1)


def speckled(db: np.ndarray, seed: int = 0) -> np.ndarray:
    # 50 looks: speckle that does not move the mean level in dB by much
    return 10 ** (db / 10) * np.random.default_rng(seed).gamma(50, 1 / 50, db.shape)


@pytest.fixture
def request_of(tmp_path: Path, brightness_model: Model, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ClassifyConfig]:
    """Settings to classify a scene with the brightness model, which stands in for any model file."""
    monkeypatch.setattr(command, "load_model", lambda _: brightness_model)
    (tmp_path / "model.safetensors").touch()

    def made(scene: str, name: str = "map.gpkg", **settings: object) -> ClassifyConfig:
        given = {"model": str(tmp_path / "model.safetensors"), "output": str(tmp_path / name), "options": GAMMA0, "precision": "fp32"}
        return ClassifyConfig(scene=scene, **{**given, **settings})

    return made


def table(path: object, name: str) -> pd.DataFrame:
    with closing(sqlite3.connect(str(path))) as database:
        return pd.read_sql_query(f'SELECT * FROM "{name}"', database)  # noqa: S608 - names of this file


def same_cells(one: object, other: object) -> None:
    pd.testing.assert_frame_equal(table(one, "cells"), table(other, "cells"))


@pytest.mark.parametrize(("mode", "stride_px"), [("dense", None), ("dense", 64), ("patch", None), ("patch", 48)])
def test_each_cell_has_the_class_of_the_ground_it_lies_on(request_of, write_raster, mode: str, stride_px: int | None) -> None:
    config = request_of(write_raster(speckled(fields())), mode=mode, stride_px=stride_px)
    outputs = command.classify(config, Silent())
    cells = geopandas.read_file(outputs["result"], layer="cells")
    third = cells.geometry.centroid.x.sub(500_000) / 160
    inside = np.minimum(third % 1, 1 - third % 1) > 0.3  # patches that lie in one field
    expected = np.array(["dark", "middle", "bright"])[third.astype(int)]
    assert inside.sum() >= 4
    assert (cells["class"] == expected)[inside].all()
    assert cells.geometry.union_all().area == pytest.approx(320 * 480)
    assert outputs["cells"] == len(cells)


def test_a_cell_says_what_the_probabilities_say(request_of, write_raster) -> None:
    cells = geopandas.read_file(command.classify(request_of(write_raster(speckled(fields()))), Silent())["result"], layer="cells")
    p = cells[["p_1", "p_4", "p_7"]].to_numpy()
    ranked = np.sort(p, axis=1)
    np.testing.assert_allclose(p.sum(1), 1, atol=1e-5)
    np.testing.assert_allclose(cells["confidence"], ranked[:, 2])
    np.testing.assert_allclose(cells["margin"], ranked[:, 2] - ranked[:, 1], atol=1e-6)
    np.testing.assert_allclose(cells["entropy"], -(p * np.log(p + 1e-30)).sum(1) / np.log(3), atol=1e-5)
    assert (cells["class_code"] == np.array([1, 4, 7])[p.argmax(1)]).all()


def test_cells_below_the_least_confidence_are_unsure_and_keep_their_class(request_of, write_raster) -> None:
    db = fields()
    db[:, 160:320] = -15  # between dark and middle
    result = command.classify(request_of(write_raster(speckled(db)), min_confidence=0.8), Silent())["result"]
    cells, regions = (geopandas.read_file(result, layer=layer) for layer in ("cells", "regions"))
    assert ((cells["status"] == "unsure") == (cells["confidence"] < 0.8)).all()
    assert (cells["status"] == "unsure").sum() > 20
    assert set(regions["status"]) == {"ok", "unsure"}


def test_regions_add_up_to_the_cells(request_of, write_raster) -> None:
    outputs = command.classify(request_of(write_raster(speckled(fields()))), Silent())
    cells, regions = (geopandas.read_file(outputs["result"], layer=layer) for layer in ("cells", "regions"))
    assert regions["cells"].sum() == len(cells)
    assert regions["area_m2"].sum() == pytest.approx(320 * 480, rel=2e-3)  # UTM at its central meridian: 0.9996 squared
    assert regions["area_m2"].sum() == pytest.approx(sum(outputs["class_areas_m2"].values()))
    assert outputs["regions"] == len(regions) == 3
    by_class = cells.groupby("class")["confidence"].mean()
    np.testing.assert_allclose(regions.set_index("class")["confidence"].sort_index(), by_class.sort_index(), rtol=1e-5)


def test_nodata_leaves_holes(request_of, write_raster) -> None:
    power = speckled(fields())
    power[100:300, 100:300] = np.nan
    cells = geopandas.read_file(command.classify(request_of(write_raster(power)), Silent())["result"], layer="cells")
    assert not cells.intersects(shapely.Point(500_200, 5_299_800)).any()
    assert cells.intersects(shapely.Point(500_050, 5_299_800)).any()


def test_an_extent_gives_the_same_cells_as_the_whole_scene_there(request_of, write_raster) -> None:
    scene = write_raster(speckled(fields()))
    everything = table(command.classify(request_of(scene), Silent())["result"], "cells")
    extent = (500_090.0, 5_299_700.0, 500_300.0, 5_299_900.0)
    part = table(command.classify(request_of(scene, "part.gpkg", extent=extent), Silent())["result"], "cells")
    both = everything.merge(part, on=["row", "col"], suffixes=("", "_part"))
    assert 0 < len(both) == len(part) < len(everything)
    np.testing.assert_allclose(both["p_1"], both["p_1_part"], atol=1e-5)


def test_the_incidence_angle_of_each_cell_is_written_where_it_is_known(request_of, tiny_product) -> None:
    rows, columns = 256, 320
    angle = np.linspace(30, 40, columns)[None].repeat(rows, axis=0)
    gim = (np.round(angle * 10) * 10).astype(np.uint16)  # hundredths of a degree; the last digit holds flags
    scene = tiny_product({"HH": np.full((rows, columns), 400, np.uint16)}, gim=gim)
    outputs = command.classify(request_of(str(scene), options=SceneOptions()), Silent())
    cells = table(outputs["result"], "cells")
    np.testing.assert_allclose(cells["incidence_deg"], angle[0, cells["col"] * 32 + 16], atol=0.1)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")  # from writing the scene
def test_without_a_reference_system_cells_come_in_pixels(request_of, write_raster) -> None:
    scene = write_raster(speckled(fields()), crs=None, transform=None)
    listener = Listener()
    result = command.classify(request_of(scene, options=SceneOptions(quantity="gamma0", pixel_size_m=1.0)), listener)["result"]
    contents = table(result, "gpkg_contents").set_index("table_name")
    assert contents.loc[["cells", "regions"], "srs_id"].tolist() == [-1, -1]
    assert (contents.loc["cells", ["min_x", "min_y", "max_x", "max_y"]].astype(float) == [0, -320, 480, 0]).all()
    assert {"scene-no-crs", "classify-pixel-areas"} <= set(listener.warned)
    assert table(result, "regions")["area_m2"].sum() == pytest.approx(320 * 480)


def test_the_result_records_the_run(request_of, write_raster) -> None:
    listener = Listener()
    config = request_of(write_raster(speckled(fields())), min_area_m2=100.0)
    result = command.classify(config, listener)["result"]
    (run,) = table(result, "runs").to_dict("records")
    assert run["complete"] == 1
    assert run["command"].startswith("echopatch classify --model ")
    assert "--min-area-m2 100.0" in run["command"]
    assert json.loads(run["config"])["min_area_m2"] == 100
    assert run["model_sha256"] == "0" * 64
    assert json.loads(run["model_card"])["name"] == "brightness"
    assert json.loads(run["asserted"]) == {"quantity": "gamma0"}
    assert json.loads(run["scene"])["transform"] == [1, 0, 500_000, 0, -1, 5_300_000]
    assert [one["code"] for one in json.loads(run["warnings"])] == listener.warned
    assert run["cells"] == len(table(result, "cells"))
    assert table(result, "classes")[["code", "name", "colour"]].to_numpy().tolist()[1] == [4, "middle", "#e6c84f"]


def test_the_class_raster_says_the_same_as_the_cells(request_of, write_raster, tmp_path: Path) -> None:
    power = speckled(fields(330, 480))
    power[:100, :100] = np.nan
    outputs = command.classify(request_of(write_raster(power), raster=str(tmp_path / "map.tif")), Silent())
    assert sorted(one.name for one in tmp_path.glob("map*")) == ["map.gpkg", "map.tif"]
    cells = geopandas.read_file(outputs["result"], layer="cells")
    with rasterio.open(outputs["raster"]) as raster:
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert raster.descriptions == ("class", "probability of dark", "probability of middle", "probability of bright")
        row, column = cells["row"], cells["col"]
        assert raster.transform[:6] == (32, 0, 500_000, 0, -32, 5_300_000)
        bands = raster.read()
        scales, offsets = raster.scales, raster.offsets
    assert (bands[0, row, column] == cells["class_code"]).all()
    assert (bands > 0).sum() == len(cells) * 4
    for band, name in ((1, "p_1"), (2, "p_4"), (3, "p_7")):
        np.testing.assert_allclose(bands[band, row, column] * scales[band] + offsets[band], cells[name], atol=0.003)


def test_an_existing_result_is_replaced_only_when_asked(request_of, write_raster, tmp_path: Path) -> None:
    scene = write_raster(speckled(fields()))
    command.classify(request_of(scene), Silent())
    with pytest.raises(OutputError, match="exists already"):
        command.classify(request_of(scene), Silent())
    command.classify(request_of(scene, overwrite=True), Silent())
    left = {one.name for one in tmp_path.iterdir()}
    assert left == {"scene.tif", "model.safetensors", "map.gpkg"}


def test_the_class_raster_never_replaces_an_image_of_the_scene(request_of, tiny_product) -> None:
    product = tiny_product({"HH": np.full((200, 200), 100, np.uint16)})
    image = next(product.glob("IMAGEDATA/*.tif"))
    before = image.read_bytes()
    with pytest.raises(OutputError) as caught:
        command.classify(request_of(product, raster=str(image), overwrite=True, options=SceneOptions()), Silent())
    assert caught.value.code == "output-is-input"
    assert image.read_bytes() == before


def test_a_raster_that_another_run_writes_is_left_to_it(request_of, write_raster, tmp_path: Path) -> None:
    with claimed(tmp_path / "classes.tif"), pytest.raises(OutputError) as caught:
        command.classify(request_of(write_raster(speckled(fields())), raster=str(tmp_path / "classes.tif")), Silent())
    assert caught.value.code == "output-in-use"


def test_a_scene_without_data_leaves_nothing_behind(request_of, write_raster, tmp_path: Path) -> None:
    power = np.full((320, 480), np.nan)
    power[0, :5] = 0.1
    with pytest.raises(SceneError, match=r"no cell of .*scene\.tif has enough data"):
        command.classify(request_of(write_raster(power)), Silent())
    assert {one.name for one in tmp_path.iterdir()} == {"scene.tif", "model.safetensors"}


@pytest.mark.skipif(resource is None, reason="this system has no limit on the size of files")
@pytest.mark.parametrize("limit_bytes", [20_000, 120_000])
def test_a_write_that_fails_is_one_clear_line_and_the_run_can_go_on(request_of, write_raster, tmp_path: Path, limit_bytes: int) -> None:
    config = request_of(write_raster(speckled(fields())))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limits[1]))
    try:
        with pytest.raises(OutputError, match=r"could not write .*map\.gpkg: "):
            command.classify(config, Silent())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not (tmp_path / "map.gpkg").exists()
    assert command.classify(config, Silent())["cells"] == 150
    assert {one.name for one in tmp_path.glob("map*")} == {"map.gpkg"}


def test_a_scene_that_breaks_off_leaves_nothing_behind(request_of, write_raster, tmp_path: Path) -> None:
    scene = Path(write_raster(speckled(fields())))
    scene.write_bytes(scene.read_bytes()[:200_000])
    with pytest.raises(SceneError):
        command.classify(request_of(str(scene)), Silent())
    assert {one.name for one in tmp_path.iterdir()} == {"scene.tif", "model.safetensors"}


def with_card(model: Model, **fields_: object) -> Model:
    return Model(type(model.card)(**{**vars(model.card), **fields_}), model.network, model.sha256)


@pytest.mark.parametrize(("card", "said"), [({"pixel_size_m": None}, "unknown pixel size"), ({"channels": ("HH", "VV")}, "2")])
def test_a_model_that_does_not_fit_is_refused(request_of, write_raster, brightness_model: Model, monkeypatch, card, said: str) -> None:  # noqa: PLR0917
    config = request_of(write_raster(speckled(fields())))
    monkeypatch.setattr(command, "load_model", lambda _: with_card(brightness_model, **card))
    with pytest.raises(EchopatchError, match=said):
        command.classify(config, Silent())
    assert not Path(config.output).exists()
    assert not state_folder(Path(config.output)).exists()


def test_a_scene_unlike_the_training_data_brings_a_warning_before_the_run(request_of, write_raster, brightness_model, monkeypatch) -> None:
    config = request_of(write_raster(speckled(fields())))
    listener = Listener()
    command.classify(config, listener)
    assert listener.warned == []
    dark = (1.0, *(0.0,) * 63)
    monkeypatch.setattr(command, "load_model", lambda _: with_card(brightness_model, histogram=dark))
    listener = Listener(cancel_after=0)
    with pytest.raises(Cancelled):
        command.classify(request_of(config.scene, "other.gpkg"), listener)
    assert listener.warned == ["classify-unlike-brightness"]


@pytest.mark.parametrize("mode", ["dense", "patch"])
@pytest.mark.parametrize("cancel_after", [0, 1, 3, 6])
def test_a_cancelled_run_leaves_a_valid_part_and_the_same_command_completes_it(
    request_of, write_raster, tmp_path: Path, mode: str, cancel_after: int
) -> None:
    # a batch size so small that there are many tiles and batches
    settings: dict[str, Any] = {"mode": mode, "batch_size": 20, "stride_px": 32}
    scene = write_raster(speckled(fields(700, 1200)))
    expected = command.classify(request_of(scene, "whole.gpkg", **settings), Silent())["result"]
    with pytest.raises(Cancelled):
        command.classify(request_of(scene, **settings), Listener(cancel_after))
    assert not (tmp_path / "map.gpkg").exists()
    part = tmp_path / "map.partial.gpkg"
    assert table(part, "runs")["complete"].tolist() == [0]
    assert len(table(part, "cells")) < len(table(expected, "cells"))
    assert len(geopandas.read_file(part, layer="regions")) == table(part, "runs")["regions"].item()
    same_cells(command.classify(request_of(scene, **settings), Silent())["result"], expected)
    assert {one.name for one in tmp_path.glob("map*")} == {"map.gpkg"}


def test_a_resumed_run_does_not_repeat_what_is_done(request_of, write_raster) -> None:
    settings: dict[str, Any] = {"batch_size": 20}
    scene = write_raster(speckled(fields(700, 1200)))
    full, cancelled, resumed = Listener(), Listener(cancel_after=6), Listener()
    command.classify(request_of(scene, "whole.gpkg", **settings), full)
    with pytest.raises(Cancelled):
        command.classify(request_of(scene, **settings), cancelled)
    # another batch size changes the speed only, so that the request is the same
    command.classify(request_of(scene, batch_size=30), resumed)
    assert 0 < resumed.heard < full.heard - 2


def test_work_in_progress_of_another_request_is_refused_with_what_differs(request_of, write_raster, tmp_path: Path) -> None:
    scene = write_raster(speckled(fields()))
    with pytest.raises(Cancelled):
        command.classify(request_of(scene), Listener(cancel_after=0))
    with pytest.raises(OutputError, match=r"then --stride-px not given, now --stride-px 64\.") as refusal:
        command.classify(request_of(scene, stride_px=64), Silent())
    assert "--min-valid" not in str(refusal.value)
    write_raster(speckled(fields(), seed=1))
    with pytest.raises(OutputError, match=r"then input files .*, now input files"):
        command.classify(request_of(scene), Silent())


def test_the_real_quicklook_lies_on_easter_island(request_of, test_data: Path, brightness_model: Model, monkeypatch) -> None:
    folder = next((test_data / "tsx_products").glob("TDX1_SAR__SSC*"))
    monkeypatch.setattr(command, "load_model", lambda _: with_card(brightness_model, pixel_size_m=4.0))
    # SUPPORT/README.txt: sigma0 [dB] = -46.7 + 10 log10(DN^2)
    options = SceneOptions(quantity="amplitude", calibration_factor=10**-4.67, calibrated_to="sigma0", incidence_from=str(folder))
    config = request_of(str(folder / "AUXRASTER" / "CAL_QL_MRES_HH.tif"), options=options, allow_upsampling=True)
    outputs = command.classify(config, Silent())
    cells = geopandas.read_file(outputs["result"], layer="cells")
    west, south, east, north = cells.to_crs(4326).total_bounds
    assert -109.47 < west < east < -109.2
    assert -27.22 < south < north < -27.02
    geod = cells.crs.get_geod()
    assert abs(geod.geometry_area_perimeter(cells.geometry.iloc[0])[0]) == pytest.approx(
        sum(outputs["class_areas_m2"].values()) / len(cells), rel=0.05
    )
    assert cells["incidence_deg"].between(20, 60).all()


def test_a_real_amplitude_window_needs_the_users_word(request_of, test_data: Path) -> None:
    scene = str(next((test_data / "tsx_windows").glob("*1550*amplitude.tif")))
    with pytest.raises(SceneError, match="--quantity"):
        command.classify(request_of(scene, options=SceneOptions()), Silent())
    word = SceneOptions(
        quantity="amplitude", pixel_size_m=1.0, calibration_factor=1e-5, calibrated_to="beta0", incidence_deg=35.0,
    )  # fmt: skip
    result = command.classify(request_of(scene, options=word), Silent())["result"]
    assert table(result, "gpkg_contents").set_index("table_name").loc["cells", "srs_id"] == -1
    assert json.loads(table(result, "runs")["asserted"].item())["incidence_deg"] == 35
