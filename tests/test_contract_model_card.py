"""The header reader of the contract against files that safetensors itself has written."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from echopatch.core.contract.errors import ModelError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import (
    CARD_KEY,
    CARD_VERSION,
    HISTOGRAM_BINS,
    ModelCard,
    Radiometry,
    card_from_json,
    channel_fits,
    read_card,
)
from safetensors import safe_open
from safetensors.numpy import save_file

CARD = ModelCard(
    name="Küste, zweiter Versuch",
    backbone="resnet50",
    head=(256, 256),
    channels=("HH", "VV"),
    classes=TERRASAR_X_LEGEND,
    patch_px=160,
    pixel_size_m=None,
    radiometry=Radiometry("sigma0", -25.0, 5.0, 0.41, 0.17),
    looks=(1.0, 6.0),
    incidence_deg=(22.5, 48.0),
    histogram=tuple(index / 2016 for index in range(HISTOGRAM_BINS)),
    temperature=1.7,
    training={"seed": 3, "config": {"epochs": 30}},
    metrics={"mean_recall": 0.83},
)


def model_file(folder: Path, text: str) -> str:
    path = folder / "model.safetensors"
    save_file({"weight": np.arange(6, dtype=np.float32)}, path, metadata={CARD_KEY: text, "format": "pt"})
    return str(path)


def test_the_standard_library_reads_what_safetensors_wrote(tmp_path: Path) -> None:
    path = model_file(tmp_path, CARD.to_json())
    assert read_card(path) == CARD
    with safe_open(path, framework="numpy") as file:
        assert file.metadata()[CARD_KEY] == CARD.to_json()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"temperature": 0}, "temperature is 0"),
        ({"temperature": "warm"}, "not supported"),
        ({"pixel_size_m": -1.0}, "pixel_size_m is -1.0"),
        ({"channels": []}, "channels are missing"),
        ({"classes": [{"code": 2, "name": "a", "colour": "#aabbcc"}] * 2}, r"class codes repeat: \[2, 2\]"),
        ({"classes": [{"code": 0, "name": "a", "colour": "#aabbcc"}]}, "must be at least 1, got 0"),
        ({"classes": [{"code": 1, "name": "a", "colour": "red"}]}, "a colour is not"),
        ({"radiometry": {"floor_db": 10.0, "ceiling_db": -30.0}}, r"the dB window is 10.0..-30.0"),
        ({"radiometry": {"std": 0.0}}, "std is 0.0"),
        ({"radiometry": {"quantity": "gamma"}}, "quantity is gamma"),
    ],
)
def test_a_card_with_an_impossible_value_is_refused_by_the_value(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    with pytest.raises(ModelError, match=f"model card of .*model.safetensors is incomplete or wrong .*{reason}"):
        read_card(model_file(tmp_path, json.dumps({**json.loads(CARD.to_json()), **change})))


@pytest.mark.parametrize("part", [one.name for one in dataclasses.fields(ModelCard) if one.default is one.default_factory])
def test_a_card_without_a_part_is_refused_by_the_part(tmp_path: Path, part: str) -> None:
    fields = json.loads(CARD.to_json())
    del fields[part]
    with pytest.raises(ModelError, match=f"model card of .*model.safetensors is incomplete or wrong .*{part}"):
        read_card(model_file(tmp_path, json.dumps(fields)))


def test_a_card_of_a_newer_version_is_refused_with_both_versions() -> None:
    newer = dataclasses.replace(CARD, version=CARD_VERSION + 1).to_json()
    with pytest.raises(ModelError, match=f"card version {CARD_VERSION + 1}, this one reads up to {CARD_VERSION}"):
        card_from_json(newer, "model.safetensors")


def test_a_card_of_the_first_version_is_read_as_one_without_gate_and_domain(tmp_path: Path) -> None:
    fields = {name: value for name, value in json.loads(CARD.to_json()).items() if name not in ("gate", "ood")}
    assert read_card(model_file(tmp_path, json.dumps({**fields, "version": 1}))) == CARD


@pytest.mark.parametrize("text", ["", "[]", "null", '"card"', "{", '{"version": "one"}', '{"version": 1, "classes": [3]}'])
def test_what_is_no_card_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ModelError) as caught:
        read_card(model_file(tmp_path, text))
    assert caught.value.code == "model-card-broken"


@pytest.mark.parametrize(
    ("model", "scene", "fits"), [("HH", "HH", True), ("HH", "VV", False), ("co", "VV", True), ("co", "HV", False), ("co", "co", True)]
)
def test_a_co_polarised_channel_takes_either_co_polarisation(model, scene, fits):
    assert channel_fits(model, scene) is fits
