"""The command evaluate: a model against one split."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.contract.errors import EchopatchError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.evaluate import evaluate
from echopatch.core.engine.learning.train import train
from PIL import Image

ToySet = Callable[..., Path]


@pytest.fixture
def trained(toy_set: ToySet, tmp_path: Path) -> EvaluateConfig:
    torch.set_num_threads(1)
    patches = toy_set("a", {"train": (4, 4), "validation": (2, 2), "test": (3, 2)})
    model = tmp_path / "m.safetensors"
    settings = {"backbone": "resnet10", "epochs": 2, "batch_size": 4, "precision": "fp32", "device": "cpu"}
    train(TrainConfig(patches=str(patches), output=str(model), **settings), Silent())
    return EvaluateConfig(str(model), str(patches), str(tmp_path / "report"), device="cpu")


def test_the_report_repeats_the_figures_of_the_card(trained: EvaluateConfig, tmp_path: Path) -> None:
    outputs = evaluate(trained, Silent())
    measured = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    of_training = json.loads((tmp_path / "m.run" / "metrics.json").read_text(encoding="utf-8"))
    assert {name: measured[name] for name in of_training} == of_training
    assert (measured["model"], measured["patch_set"], measured["split"]) == ("m.safetensors", "a.patchset", "test")
    assert outputs["report"] == str(tmp_path / "report")
    assert outputs["patches"] == 5
    assert outputs["accuracy"] == measured["accuracy"]
    with Image.open(tmp_path / "report" / "confusion.png") as picture:
        assert min(picture.size) > 300


def test_each_split_can_be_judged(trained: EvaluateConfig) -> None:
    assert evaluate(dataclasses.replace(trained, split="train"), Silent())["patches"] == 8
    again = dataclasses.replace(trained, split="validation", overwrite=True)
    assert evaluate(again, Silent())["patches"] == 4


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"quantity": "sigma0"}, "quantity: gamma0 against sigma0"),
        ({"pixel_size_m": 2.5}, "pixel size: 1.25 m against 2.5 m"),
        ({"pixel_size_m": None}, "pixel size: 1.25 m against unknown"),
        ({"patch_px": 64}, "patch size: 32 px against 64 px"),
        ({"channels": ("VV",)}, "channels: HH against VV"),
        (
            {"classes": (LandClass(1, "Towns", "#ff0000"), TERRASAR_X_LEGEND[1])},
            "classes: 1 Settlements, 2 Industrial areas against 1 Towns, 2",
        ),
    ],
)
def test_patches_that_the_model_was_not_made_for_are_refused(
    trained: EvaluateConfig, toy_set: ToySet, settings: dict[str, Any], words: str
) -> None:
    other = toy_set("other", {"test": (1, 1)}, **settings)
    with pytest.raises(EchopatchError, match=words) as caught:
        evaluate(dataclasses.replace(trained, patches=str(other)), Silent())
    assert caught.value.code == "evaluate-unfit"
    assert not Path(trained.output).exists()


def test_an_empty_split_is_refused(trained: EvaluateConfig, toy_set: ToySet) -> None:
    other = toy_set("other", {"test": (1, 1)})
    with pytest.raises(EchopatchError, match="no validation patches"):
        evaluate(dataclasses.replace(trained, patches=str(other), split="validation"), Silent())


def test_a_folder_that_is_no_report_is_never_replaced(trained: EvaluateConfig, tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "thesis.doc").write_text("precious")
    with pytest.raises(EchopatchError, match="not replaced"):
        evaluate(dataclasses.replace(trained, overwrite=True), Silent())
    assert (tmp_path / "report" / "thesis.doc").exists()
