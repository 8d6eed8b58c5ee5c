"""``model info`` opens a model as every command does, and says what its card says."""

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest
import torch
from echopatch.core.contract.commands.model import ModelInfoConfig
from echopatch.core.contract.errors import ModelError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.command_line import main
from echopatch.core.engine.network.describe import describe
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network

CARD = ModelCard(
    name="small",
    backbone="resnet10",
    head=(),
    channels=("HH",),
    classes=TERRASAR_X_LEGEND,
    patch_px=64,
    pixel_size_m=1.25,
    radiometry=Radiometry(),
    looks=(1.0, 4.0),
    incidence_deg=None,
    histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
    training={"parent_sha256": "ab" * 32},
    metrics={"accuracy": 0.875, "mean_recall": 0.75},
    licence="CC0-1.0",
)


def write_model(path: Path, scale: float = 1.0) -> str:
    torch.manual_seed(0)
    network = build_network("resnet10", (), 1, 7)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(1).mul_(scale)
    save_model(path, network, CARD)
    return str(path)


def test_a_sound_model_is_told_with_its_hash_its_parameters_and_its_card(tmp_path: Path) -> None:
    path = write_model(tmp_path / "a.safetensors")
    found = describe(ModelInfoConfig(path), Silent())
    info = found["info"]
    assert info["sha256"] == hashlib.sha256(Path(path).read_bytes()).hexdigest()
    assert info["bytes"] == Path(path).stat().st_size
    assert info["parameters"] == sum(one.numel() for one in build_network("resnet10", (), 1, 7).parameters())
    assert info["card"] == dataclasses.asdict(CARD)
    told = ("small opens and answers", "resnet10, 4.9 million", "accuracy 0.875, mean recall 0.750", "looks 1 to 4, incidence",
            "trained from: " + "ab" * 32, "CC0-1.0", "Water bodies")  # fmt: skip
    assert [words for words in told if words not in found["text"]] == []


def test_a_model_that_overflows_is_refused_though_all_its_weights_are_numbers(tmp_path: Path) -> None:
    path = write_model(tmp_path / "a.safetensors", scale=1e30)
    with pytest.raises(ModelError, match="no number"):
        describe(ModelInfoConfig(path), Silent())


def test_weights_that_do_not_fit_the_card_are_refused(tmp_path: Path) -> None:
    network = build_network("resnet18", (), 1, 7)
    save_model(tmp_path / "a.safetensors", network, CARD)
    with pytest.raises(ModelError, match="do not fit"):
        describe(ModelInfoConfig(str(tmp_path / "a.safetensors")), Silent())


def test_programs_read_it_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", "info", write_model(tmp_path / "a.safetensors"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["card"]["name"] == "small"
