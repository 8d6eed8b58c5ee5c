"""Feature grids: written whole or not at all, resumed, and mapped from as if the whole network had run."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.embed import EmbedConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, EchopatchError, ModelError, OutputError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping import embed as command
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.mapping.feature_grid import read_feature_grid
from echopatch.core.engine.network.body_identity import body_sha256
from echopatch.core.engine.network.door import decibels, grey_levels, standardise
from echopatch.core.engine.network.model_file import load_model, save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.network.texture import TextureStatistics

GAMMA0 = SceneOptions(quantity="gamma0")
PATCH_PX = 64


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


class Listener(Silent):
    """Keeps what it hears; cancels after a number of tiles."""

    def __init__(self, cancel_after: int = 1 << 30) -> None:
        self.warned: list[str] = []
        self.heard: list[str] = []
        self.cancel_after = cancel_after

    def progress(self, done: int, total: int, code: str) -> None:
        self.heard.append(code)
        if self.heard.count("progress-embed") > self.cancel_after:
            raise Cancelled

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append(code)


def card_of(name: str = "random", **changes: Any) -> ModelCard:
    given = ModelCard(
        name, "resnet10", (), ("HH",), TERRASAR_X_LEGEND[:3], PATCH_PX, 1.0, Radiometry(), (1, 4), (20, 50), (1 / 64,) * 64
    )  # fmt: skip
    return ModelCard(**{**vars(given), **changes})


@pytest.fixture
def model_file(tmp_path: Path) -> Callable[..., str]:
    """Writes a model of random weights: ``model_file(name, body_seed, head_seed, factor=..., half=..., **card)``."""

    def write(name: str = "model", body_seed: int = 0, head_seed: int = 0, factor: float = 1.0, half: bool = False, **card: Any) -> str:
        torch.manual_seed(body_seed)
        network = build_network("resnet10", (), 1, 3).eval()
        with torch.no_grad():
            network.body.layer4[-1].bn2.weight.mul_(factor)
        torch.manual_seed(head_seed)
        torch.nn.init.normal_(network.head[-1].weight, std=0.5)
        save_model(tmp_path / f"{name}.safetensors", network, card_of(name, **card), half)
        return str(tmp_path / f"{name}.safetensors")

    return write


def blobs(rows: int = 300, columns: int = 460, seed: int = 0) -> np.ndarray:
    """Linear power between -25 and 5 dB in squares of 40 px, with four looks of speckle, and a hole."""
    random = np.random.default_rng(seed)
    db = np.kron(random.uniform(-25, 5, (rows // 40 + 1, columns // 40 + 1)), np.ones((40, 40)))[:rows, :columns]
    power = 10 ** (db / 10) * random.gamma(4, 1 / 4, (rows, columns))
    power[100:220, 200:330] = np.nan
    return power


def embed_of(scene: str, model: str, output: Path, **changes: Any) -> EmbedConfig:
    given = {"options": GAMMA0, "precision": "fp32", "device": "cpu", "batch_size": 20}
    return EmbedConfig(scene, model, str(output), **{**given, **changes})


def mapped(output: Path, model: str, **changes: Any) -> dict[str, object]:
    return classify(ClassifyConfig(model, str(output), precision="fp32", device="cpu", **{"batch_size": 20, **changes}), Silent())


def cells_of(outputs: Mapping[str, object]) -> geopandas.GeoDataFrame:
    return geopandas.read_file(outputs["result"], layer="cells")


@pytest.mark.parametrize("mode", ["dense", "patch"])
def test_a_map_from_features_is_that_from_the_scene(tmp_path: Path, model_file, write_raster, mode: str) -> None:
    scene, model = write_raster(blobs()), model_file()
    command.embed(embed_of(scene, model, tmp_path / "a.features", mode=mode), Silent())
    from_scene = mapped(tmp_path / "scene.gpkg", model, scene=scene, mode=mode, options=GAMMA0, raster=str(tmp_path / "a.tif"))
    from_grid = mapped(tmp_path / "grid.gpkg", model, features=str(tmp_path / "a.features"), raster=str(tmp_path / "b.tif"))
    expected, found = cells_of(from_scene), cells_of(from_grid)
    assert list(found.columns) == list(expected.columns)
    assert found.dtypes.equals(expected.dtypes)
    assert 0 < len(found) == len(expected)
    assert found.geometry.geom_equals(expected.geometry).all()
    scores = ["p_1", "p_2", "p_3", "confidence", "margin", "entropy"]
    np.testing.assert_allclose(found[scores], expected[scores], atol=2e-3)
    assert expected["p_1"].std() > 0.02, "the answers must differ from cell to cell, or nothing is compared"
    assert set(from_grid) == set(from_scene)


def test_regions_runs_and_incidence_come_from_features_too(tmp_path: Path, model_file, tiny_product) -> None:
    rows, columns = 200, 260
    dn = np.random.default_rng(0).integers(50, 400, (rows, columns)).astype(np.uint16)
    scene, model = str(tiny_product({"HH": dn}, grid=True)), model_file()
    command.embed(embed_of(scene, model, tmp_path / "a.features", options=SceneOptions()), Silent())
    outputs = [
        mapped(tmp_path / "scene.gpkg", model, scene=scene),
        mapped(tmp_path / "b.gpkg", model, features=str(tmp_path / "a.features")),
    ]
    expected, found = map(cells_of, outputs)
    np.testing.assert_array_equal(found["incidence_deg"], expected["incidence_deg"])
    assert found["incidence_deg"].between(30, 40).all()
    runs = [geopandas.read_file(one["result"], layer="runs").iloc[0] for one in outputs]
    for field in ("scene_id", "scene", "model_sha256", "complete", "precision", "format_version"):
        assert runs[1][field] == runs[0][field]
    assert "--features" in runs[1]["command"]


def test_mapping_again_needs_neither_scene_nor_the_models_file(tmp_path: Path, model_file, write_raster) -> None:
    scene, model, other = write_raster(blobs()), model_file(), model_file("other", head_seed=1)
    command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    Path(scene).unlink()
    Path(model).unlink()
    grid = read_feature_grid(str(tmp_path / "a.features"))
    first = cells_of(mapped(tmp_path / "a.gpkg", grid.model_path, features=str(grid.folder)))
    second = cells_of(mapped(tmp_path / "b.gpkg", other, features=str(grid.folder)))
    assert len(first) == len(second)
    assert np.abs(first["p_1"] - second["p_1"]).max() > 0.05


def test_an_extent_of_a_grid_gives_the_cells_there(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file()
    command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    everything = cells_of(mapped(tmp_path / "a.gpkg", model, features=str(tmp_path / "a.features")))
    extent = (500_010.0, 5_299_800.0, 500_150.0, 5_299_950.0)
    part = cells_of(mapped(tmp_path / "b.gpkg", model, features=str(tmp_path / "a.features"), extent=extent))
    both = everything.merge(part, on=["row", "col"], suffixes=("", "_part"))
    assert 0 < len(both) == len(part) < len(everything)
    np.testing.assert_allclose(both["p_1"], both["p_1_part"], atol=1e-6)


def test_a_grid_says_what_it_is_and_how_large(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file()
    outputs = command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    grid = read_feature_grid(str(outputs["features"]))
    assert grid.facts.body_sha256 == body_sha256(load_model(model))
    assert grid.facts.scene_files == ((scene, Path(scene).stat().st_size, Path(scene).stat().st_mtime_ns),)
    assert grid.stored.dtype == np.float16
    assert grid.stored.shape == (10, 15, outputs["width"])
    assert outputs["cells"] == int(grid.answered.sum()) < 150
    assert not grid.stored[~grid.answered].any()
    assert outputs["megabytes"] == pytest.approx(sum(one.stat().st_size for one in grid.folder.iterdir()) / 1e6)


def test_a_grid_holds_what_body_and_texture_say_of_the_patch_around_a_cell(tmp_path: Path, model_file, write_raster) -> None:
    power = blobs()
    scene, model = write_raster(power), load_model(model_file())
    command.embed(embed_of(scene, model_file(), tmp_path / "a.features", mode="patch", stride_px=32), Silent())
    grid = read_feature_grid(str(tmp_path / "a.features"))
    row, column = 7, 3
    top, left = (32 * place + 16 - PATCH_PX // 2 for place in (row, column))
    patch = torch.from_numpy(power[None, None, top : top + PATCH_PX, left : left + PATCH_PX].astype(np.float32))
    inputs = standardise(grey_levels(decibels(patch), Radiometry()), Radiometry())
    statistics = TextureStatistics(Radiometry.mean, Radiometry.std)(inputs).mean(dim=(2, 3))
    with torch.no_grad():
        expected = torch.cat([model.network.body(inputs).mean(dim=(2, 3)), statistics], dim=1)[0]
    found = grid.features(np.array([row]), np.array([column]))[0]
    np.testing.assert_allclose(found, expected, rtol=2e-3, atol=1e-6)
    assert grid.facts.body_width == 512


def test_a_stopped_run_leaves_no_grid_and_goes_on_without_repeating(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file()
    straight = Listener()
    command.embed(embed_of(scene, model, tmp_path / "a.features"), straight)
    with pytest.raises(Cancelled):
        command.embed(embed_of(scene, model, tmp_path / "b.features"), Listener(cancel_after=straight.heard.count("progress-embed") // 2))
    assert not (tmp_path / "b.features").exists()
    resumed = Listener()
    command.embed(embed_of(scene, model, tmp_path / "b.features"), resumed)
    assert resumed.heard.count("progress-embed") < straight.heard.count("progress-embed")
    one, other = (read_feature_grid(str(tmp_path / name)) for name in ("a.features", "b.features"))
    np.testing.assert_array_equal(one.stored, other.stored)
    np.testing.assert_array_equal(one.answered, other.answered)
    assert sorted(path.name for path in tmp_path.glob("b*")) == ["b.features"]
    assert sorted(path.name for path in other.folder.iterdir()) == ["answered.npy", "features.npy", "grid.json", "model.safetensors"]


def test_what_was_begun_for_another_request_is_refused(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file()
    with pytest.raises(Cancelled):
        command.embed(embed_of(scene, model, tmp_path / "a.features"), Listener(cancel_after=3))
    with pytest.raises(
        OutputError, match=r"a\.partial\.features belongs to another request: then --stride-px not given, now --stride-px 64"
    ):
        command.embed(embed_of(scene, model, tmp_path / "a.features", stride_px=64), Silent())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs(700, 900)), model_file()
    words = ["embed", "--scene", scene, "--model", model, "--output", str(tmp_path / "a.features")]
    flags = ["--quantity", "gamma0", "--batch-size", "20", "--precision", "fp32", "--device", "cpu"]
    journal = tmp_path / "a.partial.features" / "journal"
    run = subprocess.Popen(
        [sys.executable, "-m", "echopatch.core.engine", *words, *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 120
    while not (journal.is_file() and journal.stat().st_size) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    assert not (tmp_path / "a.features").exists()
    done = len(journal.read_text().splitlines())
    resumed = Listener()
    command.embed(embed_of(scene, model, tmp_path / "a.features"), resumed)
    command.embed(embed_of(scene, model, tmp_path / "b.features"), straight := Listener())
    assert len(resumed.heard) <= len(straight.heard) - done
    one, other = (read_feature_grid(str(tmp_path / name)) for name in ("a.features", "b.features"))
    np.testing.assert_array_equal(one.stored, other.stored)


def test_a_model_of_another_body_is_refused_by_name(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file()
    command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    before = sorted(tmp_path.iterdir())
    others = [
        model_file("weights", body_seed=1),
        model_file("levels", radiometry=Radiometry(mean=0.4)),
        model_file("spacing", pixel_size_m=2.0),
        model_file("patches", patch_px=96),
    ]
    for other in others:
        with pytest.raises(ModelError, match=rf"a\.features was made by the body of 'model', the model .*{Path(other).name} has another"):
            mapped(tmp_path / "a.gpkg", other, features=str(tmp_path / "a.features"))
    assert set(tmp_path.iterdir()) - set(before) == {Path(one) for one in others}


def test_heads_names_and_channel_names_make_no_other_body(model_file) -> None:
    first = body_sha256(load_model(model_file()))
    assert body_sha256(load_model(model_file("other", head_seed=5, channels=("co",)))) == first
    assert body_sha256(load_model(model_file("half", half=True))) != first, "weights that were rounded see something else"


@pytest.mark.parametrize(("setting", "flag"),
    [({"stride_px": 64}, "--stride-px"), ({"mode": "patch"}, "--mode"), ({"min_valid": 0.9}, "--min-valid"),
     ({"options": SceneOptions(quantity="sigma0")}, "--quantity")])  # fmt: skip
def test_what_a_grid_has_settled_cannot_be_asked_anew(tmp_path: Path, model_file, write_raster, setting: dict[str, Any], flag: str) -> None:
    scene, model = write_raster(blobs()), model_file()
    command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    with pytest.raises(ConfigError, match=f"{flag} was settled as .* when .*a.features was made"):
        mapped(tmp_path / "a.gpkg", model, features=str(tmp_path / "a.features"), **setting)


def test_either_a_scene_or_features_are_classified(tmp_path: Path) -> None:
    for given in ({}, {"scene": "a.tif", "features": "a.features"}):
        with pytest.raises(ConfigError, match="give either --scene or --features"):
            ClassifyConfig("m.safetensors", str(tmp_path / "a.gpkg"), **given)


def cut_short(grid: Path) -> None:
    path = grid / "features.npy"
    path.write_bytes(path.read_bytes()[:1000])


def of_another_shape(grid: Path) -> None:
    np.save(grid / "answered.npy", np.ones((2, 2), dtype=bool))


def without_model(grid: Path) -> None:
    (grid / "model.safetensors").unlink()


def without_facts(grid: Path) -> None:
    (grid / "grid.json").unlink()


def with_broken_facts(grid: Path) -> None:
    (grid / "grid.json").write_text('{"version": 1}')


def of_the_future(grid: Path) -> None:
    facts = json.loads((grid / "grid.json").read_text())
    (grid / "grid.json").write_text(json.dumps({**facts, "version": 2}))


def removed(grid: Path) -> None:
    shutil.rmtree(grid)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (cut_short, r"features.npy in .*a.features cannot be used"),
        (of_another_shape, r"answered.npy in .* it holds bool \(2, 2\), not bool \(10, 15\)"),
        (without_model, r"is not a whole feature grid: model.safetensors is missing"),
        (without_facts, r"is not a whole feature grid: grid.json is missing"),
        (with_broken_facts, r"grid.json in .* cannot be used"),
        (of_the_future, r"written by a newer Echopatch \(feature grid version 2, this one reads up to 1\)"),
        (removed, r"a.features does not exist"),
    ],
)
def test_a_grid_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, model_file, write_raster, damage, says: str) -> None:
    scene, model = write_raster(blobs()), model_file()
    command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    damage(tmp_path / "a.features")
    with pytest.raises(EchopatchError, match=says) as caught:
        mapped(tmp_path / "a.gpkg", model, features=str(tmp_path / "a.features"))
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("a.gpkg*"))
    assert not list(tmp_path.glob("a.partial*"))


def test_only_a_grid_is_replaced(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file()
    (tmp_path / "a.features").mkdir()
    (tmp_path / "a.features" / "mine.txt").touch()
    with pytest.raises(EchopatchError, match="is not a feature grid, so it is not replaced"):
        command.embed(embed_of(scene, model, tmp_path / "a.features", overwrite=True), Silent())
    assert (tmp_path / "a.features" / "mine.txt").is_file()


def test_features_beyond_16_bits_are_refused_and_leave_nothing(tmp_path: Path, model_file, write_raster) -> None:
    scene, model = write_raster(blobs()), model_file(factor=1e9)
    with pytest.raises(ModelError, match="too large to be stored as 16-bit numbers"):
        command.embed(embed_of(scene, model, tmp_path / "a.features"), Silent())
    assert not list(tmp_path.glob("a*"))


def test_a_scene_without_data_leaves_nothing(tmp_path: Path, model_file, write_raster) -> None:
    power = np.full((200, 200), np.nan)
    power[:20, :20] = 0.1
    with pytest.raises(EchopatchError, match="has enough data"):
        command.embed(embed_of(write_raster(power), model_file(), tmp_path / "a.features"), Silent())
    assert not list(tmp_path.glob("a*"))
