"""From labels to a map in one go: as training a head and classifying would give, again and again while labels come."""

import re
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
import torch
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.embed import EmbedConfig, HeadOnlyOptions
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.contract.commands.relearn import RelearnConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, LearningError, OutputError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.relearn import relearn
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.mapping.cells import CellGrid
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.mapping.embed import embed
from echopatch.core.engine.mapping.quick_map import write_quick_map
from echopatch.core.engine.network.body_identity import body_sha256
from echopatch.core.engine.network.model_file import load_model, save_model
from echopatch.core.engine.network.networks import build_network
from rasterio import Affine

SIZE, PATCH_PX = 512, 64
PLACES = (100, 130, 160, 350, 380, 410)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def grid(tmp_path: Path, write_raster: Callable[..., str]) -> str:
    """A feature grid of quarters of -20 and 0 dB, crosswise: cells of 32 px, pixels of 1 m from (500000, 5300000)."""
    torch.manual_seed(0)
    network = build_network("resnet10", (), 1, len(TERRASAR_X_LEGEND))
    card = ModelCard(
        name="seer", backbone="resnet10", head=(), channels=("HH",), classes=TERRASAR_X_LEGEND, patch_px=PATCH_PX, pixel_size_m=1.0,
        radiometry=Radiometry(), looks=(1, 4), incidence_deg=(20, 50), histogram=(1 / 64,) * 64,
    )  # fmt: skip
    save_model(tmp_path / "seer.safetensors", network, card)
    db = np.kron([[-20.0, 0.0], [0.0, -20.0]], np.ones((SIZE // 2, SIZE // 2)))
    scene = write_raster(10 ** (db / 10) * np.random.default_rng(0).gamma(4, 1 / 4, db.shape))
    config = EmbedConfig(
        scene, str(tmp_path / "seer.safetensors"), str(tmp_path / "a.features"), options=SceneOptions(quantity="gamma0"), precision="fp32"
    )
    return str(embed(config, Silent())["features"])


def write_points(path: Path, dark: str = "Water bodies", bright: str = "Settlements") -> str:
    """36 points over the four quarters, put in place at once."""
    points = [(x, y) for x in PLACES for y in PLACES]
    names = [dark if (x < SIZE / 2) == (y < SIZE / 2) else bright for x, y in points]
    ground = [shapely.Point(500_000 + x, 5_300_000 - y) for x, y in points]
    geopandas.GeoDataFrame({"class": names}, geometry=ground, crs="EPSG:32632").to_file(path.with_suffix(".new.gpkg"), layer="labels")
    path.with_suffix(".new.gpkg").replace(path)
    return str(path)


def test_the_map_is_that_of_training_a_head_and_classifying_with_it(tmp_path: Path, grid: str) -> None:
    labels = write_points(tmp_path / "labels.gpkg")
    asked = RelearnConfig(grid, labels, str(tmp_path / "map.tif"), model=str(tmp_path / "new.safetensors"), block_m=128.0)
    found = relearn(asked, Silent())
    options = HeadOnlyOptions((grid,), (labels,), penalty=0.1, block_m=128.0)
    trained = train(TrainConfig(output=str(tmp_path / "m.safetensors"), head_only=True, head=options), Silent())
    classify(ClassifyConfig(str(trained["model"]), str(tmp_path / "m.gpkg"), features=grid, device="cpu", min_confidence=0.0), Silent())
    cells = geopandas.read_file(tmp_path / "m.gpkg", layer="cells")
    with rasterio.open(tmp_path / "map.tif") as raster:
        code, confidence, margin = (raster.read(band)[cells["row"], cells["col"]] for band in (1, 2, 3))
        steps = raster.scales[1]
        assert raster.descriptions == ("class", "confidence", "margin")
        assert raster.transform == Affine(32, 0, 500_000, 0, -32, 5_300_000)
        assert raster.tags()["class_7"] == "Water bodies"
    np.testing.assert_array_equal(code, cells["class_code"])
    np.testing.assert_allclose((confidence - 1.0) * steps, cells["confidence"], atol=0.003)
    np.testing.assert_allclose((margin - 1.0) * steps, cells["margin"], atol=0.003)
    assert found["labels"] == 36
    assert found["cells"] == len(cells)
    assert found["accuracy"] == pytest.approx(trained["accuracy"])
    assert 0 < found["judged"] <= 36
    child = load_model(str(found["model"]))
    assert body_sha256(child) == body_sha256(load_model(f"{grid}/model.safetensors"))
    assert child.card.training["penalty"] == 0.1
    torch.testing.assert_close(child.network.head[0].weight, load_model(str(trained["model"])).network.head[0].weight)


def test_the_style_beside_the_map_has_the_colours_of_the_classes(tmp_path: Path, grid: str) -> None:
    labels = write_points(tmp_path / "labels.gpkg", dark="Sea", bright="Roofs")
    relearn(RelearnConfig(grid, labels, str(tmp_path / "map.tif")), Silent())
    entries = re.findall('<paletteEntry value="(.)" label="([^"]*)" color="#[0-9a-f]{6}"', (tmp_path / "map.qml").read_text())
    assert entries == [("1", "Roofs"), ("2", "Sea")]


def test_a_pixel_says_class_confidence_and_margin_and_nothing_where_there_is_no_answer(tmp_path: Path) -> None:
    cells = CellGrid(64, 64, 64, 32, 0.5, (1.0, 1.0), Affine(1, 0, 10, 0, -1, 20), None)
    probabilities = np.array([[[0.75, 0.25], [0.0, 0.0]], [[0.5, 0.5], [0.1, 0.9]]], np.float32)
    write_quick_map(tmp_path / "map.tif", cells, probabilities, (LandClass(3, "a", "#ffffff"), LandClass(300, "b", "#000000")))
    with rasterio.open(tmp_path / "map.tif") as raster:
        bands = raster.read(masked=True)
        assert raster.dtypes[0] == "uint16"
        shares = bands[1:] * np.array(raster.scales[1:])[:, None, None] + np.array(raster.offsets[1:])[:, None, None]
    assert bands[0].tolist() == [[3, None], [3, 300]]
    np.testing.assert_allclose(shares[0].compressed(), [0.75, 0.5, 0.9], atol=1e-4)
    np.testing.assert_allclose(shares[1].compressed(), [0.5, 0.0, 0.8], atol=1e-4)


def test_what_cannot_teach_is_refused(tmp_path: Path, grid: str) -> None:
    labels = write_points(tmp_path / "labels.gpkg", dark="Settlements")
    with pytest.raises(LearningError, match="a classifier needs at least two classes"):
        relearn(RelearnConfig(grid, labels, str(tmp_path / "map.tif")), Silent())
    assert not (tmp_path / "map.tif").exists()
    with pytest.raises(OutputError, match="is an input of this command"):
        relearn(RelearnConfig(grid, labels, str(tmp_path / "map.tif"), model=f"{grid}/model.safetensors", overwrite=True), Silent())


class Analyst(Silent):
    """Labels while the run follows: hears what it says, and stops it after so many maps."""

    def __init__(self, maps: int) -> None:
        self.maps, self.seen, self.warned = maps, [], []

    def progress(self, done: int, total: int, code: str) -> None:
        if len(self.seen) >= self.maps:
            raise Cancelled

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        self.seen.append((step, dict(values)))

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append(code)


def test_a_followed_file_is_mapped_anew_with_every_change(tmp_path: Path, grid: str) -> None:
    labels, maps, analyst = tmp_path / "labels.gpkg", [], Analyst(2)

    def follow() -> None:
        with pytest.raises(Cancelled):
            relearn(RelearnConfig(grid, str(labels), str(tmp_path / "map.tif"), follow=True), analyst)
        maps.append(True)

    run = threading.Thread(target=follow)
    run.start()
    same, apart, others = ("Settlements", "Settlements"), ("Water bodies", "Settlements"), ("Settlements", "Bare ground")
    for number, (dark, bright) in enumerate((same, apart, others)):
        write_points(labels, dark, bright)
        deadline = time.monotonic() + 20
        while (len(analyst.seen) < number or not analyst.warned) and time.monotonic() < deadline:
            time.sleep(0.02)
    run.join(20)
    assert maps == [True]
    assert "training-one-class" in analyst.warned
    assert [step for step, _ in analyst.seen] == [1, 2]
    assert all(values["labels"] == 36 for _, values in analyst.seen)
    with rasterio.open(tmp_path / "map.tif") as raster:
        assert set(np.unique(raster.read(1))) == {1, 6}
