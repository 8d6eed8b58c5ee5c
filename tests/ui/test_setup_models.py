"""How models get onto the machine, and how a small one is trained where none can be had."""

import hashlib
import json
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from echopatch.core.contract.client import EngineFailed, Failure
from echopatch.core.contract.commands.simulate import CLASS_MIXES
from echopatch.core.contract.errors import Cancelled
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import CARD_KEY, HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.ui import settings
from echopatch.ui.setup import models, practice
from echopatch.ui.setup.build import SetupFailed, Watch
from echopatch.ui.setup.words import model_words

SILENT = Watch(lambda share, text: None, lambda: False)


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a model lies in this checkout makes no difference to the tests."""
    monkeypatch.setattr(models, "_SHIPPED", tmp_path / "checkout")


def card(name: str = "a model") -> ModelCard:
    return ModelCard(
        name=name,
        backbone="resnet10",
        head=(),
        channels=("co",),
        classes=TERRASAR_X_LEGEND,
        patch_px=160,
        pixel_size_m=1.25,
        radiometry=Radiometry(),
        looks=(1, 6),
        incidence_deg=(24, 46),
        histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
        metrics={"mean_recall": 0.861},
    )


def write_model(path: Path, name: str = "a model") -> bytes:
    header = json.dumps({"__metadata__": {CARD_KEY: card(name).to_json()}}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return path.read_bytes()


@pytest.fixture
def released(tmp_path: Path) -> models.ShippedModel:
    """A model as a release offers it, behind a URL."""
    content = write_model(tmp_path / "release" / "shipped.safetensors", "shipped")
    url = (tmp_path / "release" / "shipped.safetensors").as_uri()
    return models.ShippedModel("shipped.safetensors", url, hashlib.sha256(content).hexdigest(), len(content))


def names() -> list:
    return [found.name for _, found in models.installed_models()]


def test_the_shipped_model_comes_from_its_release_and_can_be_used(released: models.ShippedModel) -> None:
    path = models.fetch_model(released, SILENT)
    assert Path(path).parent == models.model_folder()
    assert names() == ["shipped"]


def test_a_file_that_was_changed_is_refused_and_not_kept(released: models.ShippedModel) -> None:
    with pytest.raises(SetupFailed, match="checksum differs"):
        models.fetch_model(replace(released, sha256="0" * 64), SILENT)
    assert list(models.model_folder().iterdir()) == []


def test_the_offline_folder_comes_before_the_network(released: models.ShippedModel, tmp_path: Path) -> None:
    content = write_model(tmp_path / "offline" / released.name, "offline")
    settings.set_offline_folder(str(tmp_path / "offline"))
    unreachable = replace(released, url="file:///no/such/place", sha256=hashlib.sha256(content).hexdigest())
    models.fetch_model(unreachable, SILENT)
    assert names() == ["offline"]


def test_a_release_that_cannot_be_reached_names_the_ways_out(released: models.ShippedModel) -> None:
    with pytest.raises(SetupFailed, match=r"Check the network.*pick the file.*train a small model"):
        models.fetch_model(replace(released, url="file:///no/such/place"), SILENT)


def test_a_model_without_a_release_is_told(released: models.ShippedModel) -> None:
    with pytest.raises(SetupFailed, match="not been released yet"):
        models.fetch_model(replace(released, sha256=""), SILENT)


def test_a_download_can_be_cancelled(released: models.ShippedModel) -> None:
    with pytest.raises(Cancelled):
        models.fetch_model(released, Watch(lambda share, text: None, lambda: True))
    assert list(models.model_folder().iterdir()) == []


def test_a_picked_file_is_copied(tmp_path: Path) -> None:
    write_model(tmp_path / "mine.safetensors", "mine")
    models.add_model(str(tmp_path / "mine.safetensors"))
    assert names() == ["mine"]
    assert (tmp_path / "mine.safetensors").exists()


def test_a_picked_file_that_is_no_model_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "other.safetensors").write_bytes(b"something")
    with pytest.raises(SetupFailed, match=r"not a whole \.safetensors file"):
        models.add_model(str(tmp_path / "other.safetensors"))


def test_a_picked_file_never_takes_the_place_of_another_model(tmp_path: Path) -> None:
    write_model(tmp_path / "mine.safetensors", "mine")
    before = write_model(models.model_folder() / "mine.safetensors", "theirs")
    with pytest.raises(SetupFailed, match="There is a model"):
        models.add_model(str(tmp_path / "mine.safetensors"))
    assert (models.model_folder() / "mine.safetensors").read_bytes() == before


def test_files_that_are_no_models_are_not_listed(tmp_path: Path) -> None:
    write_model(models.model_folder() / "good.safetensors", "good")
    (models.model_folder() / "bad.safetensors").write_bytes(b"bad")
    write_model(tmp_path / "checkout" / "built.safetensors", "built")
    assert names() == ["good", "built"]


def test_a_model_is_told_in_one_line() -> None:
    assert model_words(card()) == "7 classes, patches of 160 px at 1.25 m, mean recall 0.86"


def test_a_teacher_is_told_from_models_of_radar_scenes() -> None:
    teacher = replace(card(), modality="optical")
    assert model_words(teacher) == "looks at optical images, 7 classes, patches of 160 px at 1.25 m, mean recall 0.86"


def test_the_description_of_the_shipped_model_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    model = models.shipped_model()
    assert model.url.startswith("https://github.com/echopatch/echopatch/releases/download/")
    assert model.url.endswith(model.name)


@pytest.fixture
def engine_runs(monkeypatch: pytest.MonkeyPatch) -> list:
    """A stand-in engine: records the commands, and writes what the next one needs."""
    runs = []

    def run(command: str, config: Any, on_message: Any, is_cancelled: Any) -> dict:
        runs.append((command, config))
        output = Path(config.output)
        if command == "simulate":
            (output / f"TSX1_SAR__EEC_{config.seed}").mkdir(parents=True)
        if command == "train":
            write_model(output, "small")
        on_message({"type": "progress", "done": 1, "total": 2, "code": "progress-train", "values": {}, "message": "half"})
        return {}

    monkeypatch.setattr(practice.engine, "run", run)
    return runs


def test_a_small_model_is_simulated_cut_and_trained(engine_runs: list, home: Path) -> None:
    shares = []
    path = practice.train_practice_model(Watch(lambda share, text: shares.append(share), lambda: False))
    assert [command for command, _ in engine_runs] == ["simulate"] * 8 + ["patches cut", "train"]
    assert names() == ["small"]
    assert Path(path).parent == models.model_folder()
    assert shares == sorted(shares)
    assert [one.name for one in home.iterdir()] == ["models"]


def test_the_scenes_of_the_small_model_differ(engine_runs: list) -> None:
    practice.train_practice_model(SILENT)
    scenes = [config for command, config in engine_runs if command == "simulate"]
    assert len({scene.seed for scene in scenes}) == len({scene.incidence_deg for scene in scenes}) == len(scenes)
    assert {scene.mix for scene in scenes} == set(CLASS_MIXES)


@pytest.mark.parametrize(("code", "raised"), [("cancelled", Cancelled), ("engine-died", SetupFailed)])
def test_a_small_model_that_fails_leaves_nothing(code: str, raised: type, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    def fail(*_: Any) -> dict:
        raise EngineFailed(Failure(code, "gone", {"how": "signal 9", "log": "engine.log"}))

    monkeypatch.setattr(practice.engine, "run", fail)
    with pytest.raises(raised):
        practice.train_practice_model(SILENT)
    assert [one.name for one in home.iterdir()] == ["models"]
    assert names() == []
