"""The command evaluate: a model against one split."""

import dataclasses
import html
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
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.sentences import sentence
from echopatch.core.engine.assessment.belief import percent
from echopatch.core.engine.learning.evaluate import evaluate
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.patches.patch_set import read_patch_set
from PIL import Image

ToySet = Callable[..., Path]


class Heard(Silent):
    """Keeps what a run says."""

    def __init__(self) -> None:
        self.warnings: list[str] = []
        self.pictures: dict[str, str] = {}

    def warning(self, code: str, **values: Any) -> None:
        self.warnings.append(code)

    def picture(self, name: str, path: str) -> None:
        self.pictures[name] = path


@pytest.fixture
def judged(toy_set: ToySet, tmp_path: Path) -> EvaluateConfig:
    """A network that has learned nothing, and says that it was trained on the patch set."""
    patches = toy_set("a", {"train": (4, 4), "validation": (2, 2), "test": (3, 2)})
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = build_network("resnet10", (), 1, 2).eval()
    card = ModelCard(
        "m", "resnet10", (), ("HH",), TERRASAR_X_LEGEND[:2], 32, 1.25, Radiometry(), None, None, (1 / 64,) * 64,
        training={"patch_set_sha256": read_patch_set(str(patches)).sha256},
    )  # fmt: skip
    save_model(tmp_path / "m.safetensors", network, card)
    return EvaluateConfig(str(tmp_path / "m.safetensors"), str(patches), str(tmp_path / "report"), device="cpu")


def test_the_report_repeats_the_figures_of_the_card(toy_set: ToySet, tmp_path: Path) -> None:
    torch.set_num_threads(1)
    patches = toy_set("a", {"train": (4, 4), "validation": (2, 2), "test": (3, 2)})
    settings = {"start": "random", "backbone": "resnet10", "epochs": 1, "batch_size": 8, "precision": "fp32", "device": "cpu"}
    train(TrainConfig(patches=str(patches), output=str(tmp_path / "m.safetensors"), **settings), Silent())
    outputs = evaluate(EvaluateConfig(str(tmp_path / "m.safetensors"), str(patches), str(tmp_path / "report"), device="cpu"), Silent())
    measured = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    of_training = json.loads((tmp_path / "m.run" / "metrics.json").read_text(encoding="utf-8"))
    assert {name: measured[name] for name in of_training} == of_training
    assert (measured["model"], measured["patch_set"], measured["split"]) == ("m.safetensors", "a.patchset", "test")
    assert (measured["format"], measured["version"]) == ("echopatch-metrics", 1)
    assert outputs["report"] == str(tmp_path / "report")
    assert outputs["patches"] == 5
    assert outputs["accuracy"] == measured["accuracy"]


def test_a_report_is_one_page_with_its_pictures_beside_it(judged: EvaluateConfig, tmp_path: Path) -> None:
    heard = Heard()
    evaluate(judged, heard)
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    measured = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    assert f"It finds {percent(measured['mean_recall'])} % of each class on average." in page
    assert all(html.escape(one["text"]).replace("_", "_<wbr>") in page for one in measured["caveats"])
    assert all(sentence(one["code"], one["values"]) == one["text"] for one in measured["caveats"])
    assert {"seen-held-out", "belief-few-groups"} <= {one["code"] for one in measured["caveats"]}
    assert set(heard.pictures) == {"confusion", "classes", "reliability", "coverage"}
    for path in heard.pictures.values():
        with Image.open(path) as picture:
            assert min(picture.size) > 300
    written = {one.name for one in (tmp_path / "report").iterdir()} - {"wrong.png"}  # a model without errors has none to show
    assert written == {"report.html", "metrics.json", "examples.png", *(f"{name}.png" for name in heard.pictures)}
    # what speaks against the figures is said where they are asked for, too
    assert heard.warnings == [one["code"] for one in measured["caveats"] if one["level"] in ("caution", "alarm")]


def test_judging_on_training_patches_is_said_loudly(judged: EvaluateConfig, tmp_path: Path) -> None:
    heard = Heard()
    evaluate(dataclasses.replace(judged, split="train"), heard)
    assert "seen-training-split" in heard.warnings
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "Not as it stands" in page
    assert '<p class="answer">The model was trained on these very patches' in page


def test_the_training_set_can_be_named_to_look_for_its_ground(judged: EvaluateConfig, toy_set: ToySet) -> None:
    other = toy_set("other", {"test": (2, 2)})  # in the rows where the training patches of the first set lie
    heard = Heard()
    evaluate(dataclasses.replace(judged, patches=str(other), trained_on=judged.patches), heard)
    assert "seen-train-overlap" in heard.warnings


def test_an_input_is_never_replaced(judged: EvaluateConfig) -> None:
    with pytest.raises(EchopatchError, match="input"):
        evaluate(dataclasses.replace(judged, trained_on=judged.output, overwrite=True), Silent())


def test_each_split_can_be_judged(judged: EvaluateConfig) -> None:
    assert evaluate(dataclasses.replace(judged, split="train"), Silent())["patches"] == 8
    again = dataclasses.replace(judged, split="validation", overwrite=True)
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
    judged: EvaluateConfig, toy_set: ToySet, settings: dict[str, Any], words: str
) -> None:
    other = toy_set("other", {"test": (1, 1)}, **settings)
    with pytest.raises(EchopatchError, match=words) as caught:
        evaluate(dataclasses.replace(judged, patches=str(other)), Silent())
    assert caught.value.code == "evaluate-unfit"
    assert not Path(judged.output).exists()


def test_an_empty_split_is_refused(judged: EvaluateConfig, toy_set: ToySet) -> None:
    other = toy_set("other", {"test": (1, 1)})
    with pytest.raises(EchopatchError, match="no validation patches"):
        evaluate(dataclasses.replace(judged, patches=str(other), split="validation"), Silent())


def test_a_folder_that_is_no_report_is_never_replaced(judged: EvaluateConfig, tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "thesis.doc").write_text("precious")
    with pytest.raises(EchopatchError, match="not replaced"):
        evaluate(dataclasses.replace(judged, overwrite=True), Silent())
    assert (tmp_path / "report" / "thesis.doc").exists()
