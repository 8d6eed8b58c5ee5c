"""Feature grids: written whole or not at all, resumed, and mapped from as if the whole network had run."""

import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import geopandas
import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
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


def write_model(path: Path, body_seed: int = 0, head_seed: int = 0, half: bool = False, factor: float = 1.0, **card: Any) -> str:
    """A model of random weights, named like its file."""
    torch.manual_seed(body_seed)
    network = build_network("resnet10", (), 1, 3).eval()
    with torch.no_grad():
        network.body.layer4[-1].bn2.weight.mul_(factor)
    torch.manual_seed(head_seed)
    torch.nn.init.normal_(network.head[-1].weight, std=0.5)
    save_model(path, network, card_of(path.stem, **card), half)
    return str(path)


class Made(NamedTuple):
    """Made once for all tests that only read it."""

    scene: str
    model: str
    grid: str
    outputs: Mapping[str, object]
    heard: list[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    torch.set_num_threads(1)
    folder, listener = tmp_path_factory.mktemp("made"), Listener()
    scene, model = write_scene(folder / "scene.tif", blobs()), write_model(folder / "model.safetensors")
    outputs = command.embed(embed_of(scene, model, folder / "a.features"), listener)
    return Made(scene, model, str(outputs["features"]), outputs, listener.heard)


def write_scene(path: Path, power: np.ndarray) -> str:
    place = {"crs": "EPSG:32632", "transform": Affine(1, 0, 500_000, 0, -1, 5_300_000)}
    with rasterio.open(
        path, "w", driver="GTiff", height=len(power), width=power.shape[1], count=1, dtype="float32", nodata=np.nan, **place
    ) as raster:
        raster.write(power.astype(np.float32), 1)
    return str(path)


def blobs(rows: int = 236, columns: int = 364, seed: int = 0) -> np.ndarray:
    """Linear power between -25 and 5 dB in squares of 40 px, with four looks of speckle, and a hole."""
    random = np.random.default_rng(seed)
    db = np.kron(random.uniform(-25, 5, (rows // 40 + 1, columns // 40 + 1)), np.ones((40, 40)))[:rows, :columns]
    power = 10 ** (db / 10) * random.gamma(4, 1 / 4, (rows, columns))
    power[100:200, 160:290] = np.nan
    return power


def embed_of(scene: str, model: str, output: Path, **changes: Any) -> EmbedConfig:
    given = {"options": GAMMA0, "precision": "fp32", "device": "cpu", "batch_size": 20}
    return EmbedConfig(scene, model, str(output), **{**given, **changes})


def mapped(output: Path, model: str, **changes: Any) -> dict[str, object]:
    return classify(ClassifyConfig(model, str(output), precision="fp32", device="cpu", **{"batch_size": 20, **changes}), Silent())


def cells_of(outputs: Mapping[str, object]) -> geopandas.GeoDataFrame:
    return geopandas.read_file(outputs["result"], layer="cells")


@pytest.mark.parametrize("mode", ["dense", "patch"])
def test_a_map_from_features_is_that_from_the_scene(tmp_path: Path, made: Made, mode: str) -> None:
    grid = made.grid
    if mode == "patch":
        grid = str(command.embed(embed_of(made.scene, made.model, tmp_path / "a.features", mode=mode), Silent())["features"])
    from_scene = mapped(tmp_path / "scene.gpkg", made.model, scene=made.scene, mode=mode, options=GAMMA0)
    from_grid = mapped(tmp_path / "grid.gpkg", made.model, features=grid)
    expected, found = cells_of(from_scene), cells_of(from_grid)
    assert list(found.columns) == list(expected.columns)
    assert found.dtypes.equals(expected.dtypes)
    assert 0 < len(found) == len(expected)
    assert found.geometry.geom_equals(expected.geometry).all()
    scores = ["p_1", "p_2", "p_3", "confidence", "margin", "entropy"]
    np.testing.assert_allclose(found[scores], expected[scores], atol=2e-3)
    assert expected["p_1"].std() > 0.02, "the answers must differ from cell to cell, or nothing is compared"
    assert set(from_grid) == set(from_scene)


def test_regions_runs_and_incidence_come_from_features_too(tmp_path: Path, made: Made, tiny_product) -> None:
    dn = np.random.default_rng(0).integers(50, 400, (130, 200)).astype(np.uint16)
    scene = str(tiny_product({"HH": dn}, grid=True))
    grid = str(command.embed(embed_of(scene, made.model, tmp_path / "a.features", options=SceneOptions()), Silent())["features"])
    outputs = [mapped(tmp_path / "a.gpkg", made.model, scene=scene), mapped(tmp_path / "b.gpkg", made.model, features=grid)]
    expected, found = map(cells_of, outputs)
    np.testing.assert_array_equal(found["incidence_deg"], expected["incidence_deg"])
    assert found["incidence_deg"].between(30, 40).all()
    runs = [geopandas.read_file(one["result"], layer="runs").iloc[0] for one in outputs]
    for field in ("scene_id", "scene", "model_sha256", "complete", "precision", "format_version"):
        assert runs[1][field] == runs[0][field]
    assert "--features" in runs[1]["command"]


def test_mapping_again_needs_neither_scene_nor_the_models_file(tmp_path: Path, made: Made) -> None:
    shutil.copytree(made.grid, tmp_path / "a.features")
    facts = tmp_path / "a.features" / "grid.json"
    facts.write_text(facts.read_text().replace(str(Path(made.scene).parent), str(tmp_path / "gone")))
    grid, other = read_feature_grid(str(tmp_path / "a.features")), write_model(tmp_path / "other.safetensors", head_seed=1)
    first = cells_of(mapped(tmp_path / "a.gpkg", grid.model_path, features=str(grid.folder)))
    second = cells_of(mapped(tmp_path / "b.gpkg", other, features=str(grid.folder)))
    assert len(first) == len(second)
    assert np.abs(first["p_1"] - second["p_1"]).max() > 0.05


def test_an_extent_of_a_grid_gives_the_cells_there(tmp_path: Path, made: Made) -> None:
    everything = cells_of(mapped(tmp_path / "a.gpkg", made.model, features=made.grid))
    extent = (500_010.0, 5_299_800.0, 500_150.0, 5_299_950.0)
    part = cells_of(mapped(tmp_path / "b.gpkg", made.model, features=made.grid, extent=extent))
    both = everything.merge(part, on=["row", "col"], suffixes=("", "_part"))
    assert 0 < len(both) == len(part) < len(everything)
    np.testing.assert_allclose(both["p_1"], both["p_1_part"], atol=1e-6)


def test_a_grid_says_what_it_is_and_how_large(made: Made) -> None:
    grid, scene = read_feature_grid(made.grid), Path(made.scene)
    assert grid.facts.body_sha256 == body_sha256(load_model(made.model))
    assert grid.facts.scene_files == ((made.scene, scene.stat().st_size, scene.stat().st_mtime_ns),)
    assert grid.stored.dtype == np.float16
    assert grid.stored.shape == (8, 12, made.outputs["width"])
    assert made.outputs["cells"] == int(grid.answered.sum()) < 96
    assert not grid.stored[~grid.answered].any()
    assert made.outputs["megabytes"] == pytest.approx(sum(one.stat().st_size for one in grid.folder.iterdir()) / 1e6)
    assert sorted(path.name for path in grid.folder.iterdir()) == ["answered.npy", "features.npy", "grid.json", "model.safetensors"]


def test_a_grid_holds_what_body_and_texture_say_of_the_patch_around_a_cell(tmp_path: Path, made: Made) -> None:
    command.embed(embed_of(made.scene, made.model, tmp_path / "a.features", mode="patch", stride_px=32), Silent())
    grid, body = read_feature_grid(str(tmp_path / "a.features")), load_model(made.model).network.body
    row, column = 1, 9
    top, left = (32 * place + 16 - PATCH_PX // 2 for place in (row, column))
    patch = torch.from_numpy(blobs()[None, None, top : top + PATCH_PX, left : left + PATCH_PX].astype(np.float32))
    assert patch.shape[2:] == (PATCH_PX, PATCH_PX)
    assert not patch.isnan().any()
    inputs = standardise(grey_levels(decibels(patch), Radiometry()), Radiometry())
    statistics = TextureStatistics(Radiometry.mean, Radiometry.std)(inputs).mean(dim=(2, 3))
    with torch.no_grad():
        expected = torch.cat([body(inputs).mean(dim=(2, 3)), statistics], dim=1)[0]
    found = grid.features(np.array([row]), np.array([column]))[0]
    np.testing.assert_allclose(found, expected, rtol=2e-3, atol=1e-6)
    assert grid.facts.body_width == 512


def test_a_stopped_run_leaves_no_grid_and_goes_on_without_repeating(tmp_path: Path, made: Made) -> None:
    config, straight = embed_of(made.scene, made.model, tmp_path / "b.features"), made.heard.count("progress-embed")
    with pytest.raises(Cancelled):
        command.embed(config, Listener(cancel_after=straight // 2))
    assert not (tmp_path / "b.features").exists()
    with pytest.raises(OutputError, match=r"b\.partial\.features belongs to another request: then --min-valid 0\.5, now --min-valid 0\.7"):
        command.embed(dataclasses.replace(config, min_valid=0.7), Silent())
    command.embed(config, resumed := Listener())
    assert resumed.heard.count("progress-embed") < straight
    one, other = (read_feature_grid(path) for path in (made.grid, config.output))
    np.testing.assert_array_equal(one.stored, other.stored)
    np.testing.assert_array_equal(one.answered, other.answered)
    assert [path.name for path in tmp_path.glob("b*")] == ["b.features"]
    assert sorted(path.name for path in other.folder.iterdir()) == sorted(path.name for path in one.folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, made: Made) -> None:
    words = ["embed", "--scene", made.scene, "--model", made.model, "--output", str(tmp_path / "b.features")]
    flags = ["--quantity", "gamma0", "--batch-size", "20", "--precision", "fp32", "--device", "cpu"]
    journal = tmp_path / "b.partial.features" / "journal"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    run = subprocess.Popen([sys.executable, "-m", "echopatch.core.engine", *words, *flags], **quiet)
    while run.poll() is None and not (journal.is_file() and journal.stat().st_size):
        time.sleep(0.001)
    run.send_signal(signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL, "the run was over before it could be killed"
    assert not (tmp_path / "b.features").exists()
    done = len(journal.read_text().splitlines())
    command.embed(embed_of(made.scene, made.model, tmp_path / "b.features"), resumed := Listener())
    assert resumed.heard.count("progress-embed") <= made.heard.count("progress-embed") - done
    np.testing.assert_array_equal(read_feature_grid(made.grid).stored, read_feature_grid(str(tmp_path / "b.features")).stored)


def test_a_model_of_another_body_is_refused_by_name(tmp_path: Path, made: Made) -> None:
    others = [
        write_model(tmp_path / "weights.safetensors", body_seed=1),
        write_model(tmp_path / "levels.safetensors", radiometry=Radiometry(mean=0.4)),
        write_model(tmp_path / "spacing.safetensors", pixel_size_m=2.0),
        write_model(tmp_path / "patches.safetensors", patch_px=96),
    ]
    for other in others:
        with pytest.raises(ModelError, match=rf"a\.features was made by the body of 'model', the model .*{Path(other).name} has another"):
            mapped(tmp_path / "a.gpkg", other, features=made.grid)
    assert {str(one) for one in tmp_path.iterdir()} == set(others)


def test_heads_names_and_channel_names_make_no_other_body(tmp_path: Path, made: Made) -> None:
    first = body_sha256(load_model(made.model))
    assert body_sha256(load_model(write_model(tmp_path / "other.safetensors", head_seed=5, channels=("co",)))) == first
    rounded = body_sha256(load_model(write_model(tmp_path / "half.safetensors", half=True)))
    assert rounded != first, "weights that were rounded see something else"


@pytest.mark.parametrize(
    ("setting", "flag"),
    [
        ({"stride_px": 64}, "--stride-px"),
        ({"mode": "patch"}, "--mode"),
        ({"min_valid": 0.9}, "--min-valid"),
        ({"options": SceneOptions(quantity="sigma0")}, "--quantity"),
    ],
)
def test_what_a_grid_has_settled_cannot_be_asked_anew(tmp_path: Path, made: Made, setting: dict[str, Any], flag: str) -> None:
    with pytest.raises(ConfigError, match=f"{flag} was settled as .* when .*a.features was made"):
        mapped(tmp_path / "a.gpkg", made.model, features=made.grid, **setting)


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
        (of_another_shape, r"answered.npy in .* it holds bool \(2, 2\), not bool \(8, 12\)"),
        (without_model, r"is not a whole feature grid: model.safetensors is missing"),
        (without_facts, r"is not a whole feature grid: grid.json is missing"),
        (with_broken_facts, r"grid.json in .* cannot be used"),
        (of_the_future, r"written by a newer Echopatch \(feature grid version 2, this one reads up to 1\)"),
        (removed, r"a.features does not exist"),
    ],
)
def test_a_grid_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, made: Made, damage: Callable[[Path], None], says: str) -> None:
    shutil.copytree(made.grid, tmp_path / "a.features")
    damage(tmp_path / "a.features")
    with pytest.raises(EchopatchError, match=says) as caught:
        mapped(tmp_path / "a.gpkg", made.model, features=str(tmp_path / "a.features"))
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("a.gpkg*"))
    assert not list(tmp_path.glob("a.partial*"))


def test_only_a_grid_is_replaced(tmp_path: Path, made: Made) -> None:
    (tmp_path / "a.features").mkdir()
    (tmp_path / "a.features" / "mine.txt").touch()
    with pytest.raises(EchopatchError, match="is not a feature grid, so it is not replaced"):
        command.embed(embed_of(made.scene, made.model, tmp_path / "a.features", overwrite=True), Silent())
    assert (tmp_path / "a.features" / "mine.txt").is_file()


def test_features_beyond_16_bits_are_refused_and_leave_nothing(tmp_path: Path, made: Made) -> None:
    model = write_model(tmp_path / "model.safetensors", factor=1e9)
    with pytest.raises(ModelError, match="too large to be stored as 16-bit numbers"):
        command.embed(embed_of(made.scene, model, tmp_path / "a.features"), Silent())
    assert not list(tmp_path.glob("a*"))


def test_a_scene_without_data_leaves_nothing(tmp_path: Path, made: Made) -> None:
    power = np.full((200, 200), np.nan)
    power[:20, :20] = 0.1
    with pytest.raises(EchopatchError, match="has enough data"):
        command.embed(embed_of(write_scene(tmp_path / "empty.tif", power), made.model, tmp_path / "a.features"), Silent())
    assert not list(tmp_path.glob("a*"))
