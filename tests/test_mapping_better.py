"""The settings of classify that make a map better or tell more of it, from scene to files."""

import dataclasses
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import rasterio
import torch
from echopatch.core.contract.commands import ClassifyConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, ModelError, OutputError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.mapping import classify as command
from echopatch.core.engine.mapping.smoothing import smoothed
from echopatch.core.engine.network.domain import Domain, evened
from echopatch.core.engine.network.model_file import Model

GAMMA0 = SceneOptions(quantity="gamma0")
ROWS, COLUMNS = 10, 15


def domain(low: float, high: float) -> Domain:
    """At home where the one feature of the brightness model lies between two levels in dB."""
    near, far = (float(evened(torch.tensor(((level + 30) / 40 - 0.5) / 0.25))) for level in (low, high))
    middle, reach = (near + far) / 2, (far - near) / 2
    return Domain(torch.tensor([[middle]]), torch.ones(1), torch.empty(0, 1), torch.ones(1), torch.tensor([reach]))


@pytest.fixture
def models(brightness_model: Model) -> dict[str, Model]:
    """By file name; the first knows nothing brighter than -6 dB."""
    known = dataclasses.replace(brightness_model, domains={"dense": domain(-29, -6), "patch": domain(-29, -6)})
    cold = dataclasses.replace(brightness_model.card, name="sharp", temperature=0.2)
    return {"a.safetensors": known, "b.safetensors": dataclasses.replace(known, card=cold, sha256="b" * 64)}


@pytest.fixture
def asked(tmp_path: Path, models: dict[str, Model], monkeypatch: pytest.MonkeyPatch, write_raster) -> Callable[..., ClassifyConfig]:
    """Settings to classify three speckled fields of -20, -10 and 0 dB."""
    monkeypatch.setattr(command, "load_model", lambda path: models[Path(path).name])
    for name in models:
        (tmp_path / name).touch()
    db = np.repeat([[-20.0, -10.0, 0.0]], 320, axis=0).repeat(160, axis=1)
    power = 10 ** (db / 10) * np.random.default_rng(0).gamma(50, 1 / 50, db.shape)
    power[:64, :64] = np.nan
    scene = write_raster(power)

    def made(name: str = "map", **settings: object) -> ClassifyConfig:
        files = {"scene": scene, "model": str(tmp_path / "a.safetensors"), "output": str(tmp_path / f"{name}.gpkg")}
        if "ensemble" in settings:
            settings["ensemble"] = tuple(str(tmp_path / one) for one in settings["ensemble"])
        return ClassifyConfig(**{**files, "options": GAMMA0, "precision": "fp32", **settings})

    return made


def cells_of(config: ClassifyConfig) -> pd.DataFrame:
    return geopandas.read_file(command.classify(config, Silent())["result"], layer="cells")


def probabilities(cells: pd.DataFrame) -> np.ndarray:
    """(rows, columns, classes), zeros where there is no cell."""
    grid = np.zeros((ROWS, COLUMNS, 3), np.float32)
    grid[cells["row"], cells["col"]] = cells[["p_1", "p_4", "p_7"]]
    return grid


def test_cells_unlike_the_training_data_are_unknown_and_keep_their_class(asked) -> None:
    cells = cells_of(asked(unknown="yes", min_confidence=0.95))
    assert ((cells["novelty"] > 1) == (cells["status"] == "unknown")).all()
    assert set(cells["status"]) == {"ok", "unsure", "unknown"}
    bright = cells["col"] >= 13
    assert (cells["status"][bright] == "unknown").all()
    assert (cells["class"][bright] == "bright").all()
    assert (cells["status"][cells["col"] < 8] != "unknown").all()


def test_unknown_regions_lie_apart_and_the_record_holds_the_limit(asked) -> None:
    config = asked(unknown="yes")
    command.classify(config, Silent())
    regions = geopandas.read_file(config.output, layer="regions")
    assert set(regions["status"]) >= {"ok", "unknown"}
    (run,) = geopandas.read_file(config.output, layer="runs").to_dict("records")
    (limit,) = json.loads(run["novelty"])
    assert limit["limit"] == pytest.approx(float(domain(-29, -6).limit))
    styles = geopandas.read_file(config.output, layer="layer_styles")
    assert "unknown" in styles[styles["f_table_name"] == "cells"].iloc[0]["styleQML"]


@pytest.mark.parametrize("wish", ["no", "auto"])
def test_without_the_wish_or_the_knowledge_nothing_is_unknown_and_no_novelty_is_written(asked, models, wish: str) -> None:
    if wish == "auto":
        models["b.safetensors"] = dataclasses.replace(models["b.safetensors"], domains={})
    cells = cells_of(asked(unknown=wish, ensemble=["b.safetensors"]))
    assert "novelty" not in cells.columns
    assert "unknown" not in set(cells["status"])


def test_a_model_that_knows_marks_what_is_unknown_unasked(asked) -> None:
    assert "unknown" in set(cells_of(asked())["status"])


def test_a_model_that_does_not_know_where_it_is_at_home_is_refused(asked, models) -> None:
    models["a.safetensors"] = dataclasses.replace(models["a.safetensors"], domains={})
    with pytest.raises(ModelError, match=r"a\.safetensors.*train it again, or say --unknown no"):
        command.classify(asked(unknown="yes"), Silent())


def test_smoothing_is_that_of_the_probabilities(asked) -> None:
    plain, smooth = cells_of(asked()), cells_of(asked("smooth", smooth=2))
    expected = smoothed(probabilities(plain), 2)
    np.testing.assert_allclose(probabilities(smooth), expected, atol=1e-5)
    assert (smooth["class_code"].to_numpy() == np.array([1, 4, 7])[expected[smooth["row"], smooth["col"]].argmax(1)]).all()
    assert len(smooth) == len(plain)


def test_smoothing_over_cells_as_large_as_patches_brings_a_warning(asked) -> None:
    class Listener(Silent):
        def __init__(self) -> None:
            self.heard: list[str] = []

        def warning(self, code: str, **values: object) -> None:
            self.heard.append(code)

    coarse, fine = Listener(), Listener()
    command.classify(asked(mode="patch", smooth=1), coarse)
    command.classify(asked("fine", smooth=1), fine)
    assert "classify-smooth-coarse" in coarse.heard
    assert "classify-smooth-coarse" not in fine.heard


def test_an_ensemble_gives_the_mean_and_says_who_was_in_it(asked, tmp_path: Path) -> None:
    one, other = cells_of(asked("one")), cells_of(asked("other", model=str(tmp_path / "b.safetensors")))
    config = asked("both", ensemble=["b.safetensors"])
    both = cells_of(config)
    np.testing.assert_allclose(probabilities(both), (probabilities(one) + probabilities(other)) / 2, atol=1e-5)
    (run,) = geopandas.read_file(config.output, layer="runs").to_dict("records")
    assert run["model_sha256"] == "0" * 64
    (further,) = json.loads(run["ensemble"])
    assert (further["name"], further["sha256"], further["card"]["temperature"]) == ("sharp", "b" * 64, 0.2)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"patch_px": 64}, "patch size: 96 px against 64 px"),
        ({"pixel_size_m": 2.0}, "pixel size: 1 m against 2 m"),
        ({"classes": 2}, "classes"),
    ],
)
def test_models_that_do_not_go_together_are_refused_by_what_differs(asked, models, change: dict, name: str) -> None:
    other = models["b.safetensors"]
    change = {"classes": other.card.classes[:2]} if "classes" in change else change
    models["b.safetensors"] = dataclasses.replace(other, card=dataclasses.replace(other.card, **change))
    with pytest.raises(ModelError, match=rf"a\.safetensors and .*b\.safetensors cannot answer together, they differ in {name}"):
        command.classify(asked(ensemble=["b.safetensors"]), Silent())


def test_one_model_twice_is_refused(asked) -> None:
    with pytest.raises(ModelError, match="twice"):
        command.classify(asked(ensemble=["a.safetensors"]), Silent())


def test_mirrored_looks_change_nothing_for_a_model_that_sees_no_direction(asked) -> None:
    plain, flipped = cells_of(asked()), cells_of(asked("flips", test_time="flips"))
    np.testing.assert_allclose(probabilities(plain), probabilities(flipped), atol=1e-5)


@pytest.mark.parametrize("mode", ["dense", "patch"])
def test_the_evidence_raster_lies_on_the_cells_and_says_what_speaks_for_their_class(asked, tmp_path: Path, mode: str) -> None:
    config = asked(mode=mode, explain=str(tmp_path / "why.tif"), stride_px=96 if mode == "patch" else None)
    outputs = command.classify(config, Silent())
    assert sorted(one.name for one in tmp_path.glob("why*")) == ["why.qml", "why.tif"]
    cells = geopandas.read_file(config.output, layer="cells")
    with rasterio.open(outputs["evidence"]) as raster:
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert raster.transform[:6] == (32, 0, 500_000, 0, -32, 5_300_000)
        assert raster.crs.to_epsg() == 32632
        assert raster.descriptions == (
            "evidence for the class of the cell",
            *(f"evidence for {name}" for name in ("dark", "middle", "bright")),
        )
        bands = raster.read()
    side = 3 if mode == "patch" else 1
    assert bands.shape == (4, -(-320 // (32 * side)) * side, 480 // 32)
    first, *each = bands
    by_cell = np.stack(each)[:, cells["row"] * side, cells["col"] * side]
    best = np.searchsorted([1, 4, 7], cells["class_code"])
    np.testing.assert_allclose(first[cells["row"] * side, cells["col"] * side], by_cell[best, np.arange(len(cells))])
    assert np.isnan(first[0, 0]) == (mode == "dense")  # no data there; of the larger patch, more than half
    if mode == "patch":  # the mean over the squares of a patch is its score
        means = np.stack(each).reshape(3, 4, 3, 5, 3).mean(axis=(2, 4))[:, cells["row"], cells["col"]]
        p = np.exp(means) / np.exp(means).sum(0)
        np.testing.assert_allclose(p.T, cells[["p_1", "p_4", "p_7"]], atol=1e-4)


def test_the_style_of_the_evidence_is_even_about_nothing(asked, tmp_path: Path) -> None:
    command.classify(asked(explain=str(tmp_path / "why.tif")), Silent())
    root = ET.fromstring((tmp_path / "why.qml").read_text(encoding="utf-8"))  # noqa: S314 - our own text
    items = [(float(one.get("value")), int(one.get("alpha"))) for one in root.iter("item")]
    assert items == sorted(items)
    assert [value for value, _ in items] == [-value for value, _ in reversed(items)]
    assert dict(items)[0.0] == 0
    assert max(value for value, _ in items) > 0


def test_a_style_of_the_users_is_not_replaced_unasked(asked, tmp_path: Path) -> None:
    (tmp_path / "why.qml").write_text("mine")
    with pytest.raises(OutputError, match=r"why\.qml exists already"):
        command.classify(asked(explain=str(tmp_path / "why.tif")), Silent())
    assert (tmp_path / "why.qml").read_text() == "mine"


class StopAt(Silent):
    """Cancels after some messages of progress with the cells."""

    def __init__(self, count: int) -> None:
        self.left = count

    def progress(self, done: int, total: int, code: str) -> None:
        self.left -= code == "progress-classify"
        if self.left < 0:
            raise Cancelled


def test_a_run_with_everything_that_was_stopped_goes_on_to_the_same_result(asked, tmp_path: Path) -> None:
    def everything(name: str) -> ClassifyConfig:
        more = {
            "ensemble": ["b.safetensors"],
            "test_time": "flips",
            "smooth": 1,
            "unknown": "yes",
            "explain": str(tmp_path / f"{name}.tif"),
        }
        return asked(name, batch_size=25, **more)

    whole = cells_of(everything("whole"))
    with pytest.raises(Cancelled):
        command.classify(everything("stopped"), StopAt(20))
    partial = geopandas.read_file(tmp_path / "stopped.partial.gpkg", layer="cells")
    assert 0 < len(partial) < len(whole)
    assert not (tmp_path / "stopped.tif").exists()
    pd.testing.assert_frame_equal(cells_of(everything("stopped")), whole)
    with rasterio.open(tmp_path / "whole.tif") as one, rasterio.open(tmp_path / "stopped.tif") as other:
        np.testing.assert_array_equal(one.read(), other.read())
    assert not list(tmp_path.glob("*partial*"))


@pytest.mark.parametrize("change", [{"smooth": 2}, {"test_time": "flips"}, {"unknown": "no"}, {"ensemble": ["b.safetensors"]}])
def test_work_in_progress_is_not_taken_up_by_another_wish(asked, change: dict) -> None:
    with pytest.raises(Cancelled):
        command.classify(asked(batch_size=25), StopAt(8))
    with pytest.raises(OutputError) as caught:
        command.classify(asked(batch_size=25, **change), Silent())
    assert caught.value.code == "partial-of-another-request"


@pytest.mark.parametrize("change", [{"test_time": "flips"}, {"ensemble": ("b",)}, {"explain": "why.tif"}])
def test_a_feature_grid_cannot_be_looked_at_again(change: dict) -> None:
    with pytest.raises(ConfigError, match=next(iter(change)).replace("_", "-")):
        ClassifyConfig(model="m", output="o.gpkg", features="f.features", **change)
