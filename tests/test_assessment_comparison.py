"""Comparing models on the same patches: tests known from books, simulated coverage, and the command."""

import csv
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.comparison import CompareConfig
from echopatch.core.contract.errors import ConfigError, EchopatchError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.sentences import sentence
from echopatch.core.engine.assessment.answers import Answers
from echopatch.core.engine.assessment.paired import Resampling, mcnemar_p, paired_differences
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.studies.compare import compare
from echopatch.core.engine.studies.comparison import Judged, compare_pair
from numpy.typing import NDArray
from scipy.stats import t

CLASSES = TERRASAR_X_LEGEND[:2]
RESAMPLING = Resampling(400, 0, 0.95)
ToySet = Callable[..., Path]


def answered(truth: NDArray[np.int64], answer: NDArray[np.int64], groups: NDArray[np.int64] | None = None) -> Answers:
    count, nothing = len(truth), np.full(len(truth), "a", dtype=object)
    groups = np.arange(count) if groups is None else groups
    return Answers(CLASSES, truth, np.eye(2, dtype=np.float32)[answer], 1.0, groups, nothing, nothing)


@pytest.mark.parametrize(
    ("only_first", "only_second", "p"),
    [(0, 0, 1.0), (5, 5, 1.0), (1, 7, 2 * 9 / 256), (0, 6, 2 / 64), (10, 2, 2 * (1 + 12 + 66) / 4096)],
)
def test_mcnemar_is_the_binomial_test_of_the_patches_that_only_one_has_right(only_first: int, only_second: int, p: float) -> None:
    assert mcnemar_p(only_first, only_second) == pytest.approx(p)
    assert mcnemar_p(only_second, only_first) == pytest.approx(p)


def test_differences_are_those_of_the_figures() -> None:
    truth = np.array([0, 0, 0, 0, 0, 0, 1, 1])
    first, second = np.array([0, 0, 0, 1, 1, 1, 1, 0]), np.array([0, 0, 0, 0, 0, 1, 0, 0])
    found = paired_differences(answered(truth, first), answered(truth, second), RESAMPLING)
    assert found.accuracy.value == pytest.approx(5 / 8 - 4 / 8)
    assert [one.value for one in found.recall] == pytest.approx([5 / 6 - 3 / 6, 0 - 1 / 2])
    assert found.mean_recall.value == pytest.approx((1 / 3 - 1 / 2) / 2)


def test_a_model_does_not_differ_from_itself() -> None:
    truth, answer = np.array([0, 1] * 20), np.array([0, 1, 1, 0] * 10)
    found = paired_differences(answered(truth, answer), answered(truth, answer), RESAMPLING)
    assert found.mean_recall == (0, 0, 0)
    assert not found.mean_recall.sure


def test_the_interval_of_a_recall_is_that_of_the_groups_that_hold_the_class() -> None:
    groups = np.repeat(np.arange(36), 8)
    truth = np.where(groups < 6, 0, 1)
    right = np.concatenate([np.arange(8) < count for count in (2, 3, 4, 5, 6, 7)])
    first, second = np.ones(len(truth), np.int64), truth.copy()
    second[:48] = np.where(right, 0, 1)
    found = paired_differences(answered(truth, first, groups), answered(truth, second, groups), Resampling(2000, 0, 0.95)).recall[0]
    half = t.ppf(0.975, 5) * np.std(np.arange(2, 8) / 8, ddof=1) / np.sqrt(6)
    # a little wider than Student's: how often these groups are drawn is left to chance, too
    assert half <= (found.high - found.low) / 2 <= 1.25 * half


@pytest.mark.parametrize("count", [6, 30])
def test_intervals_over_groups_hold_no_difference_as_often_as_they_promise(count: int) -> None:
    random = np.random.default_rng(3)
    groups = np.repeat(np.arange(count), 8)
    held = 0
    for seed in range(200):
        truth = random.integers(0, 2, len(groups))
        # both err on a quarter, on some groups more than on others, independently of each other
        shares = (random.beta(2, 6, count)[groups] for _ in range(2))
        first, second = (np.where(random.random(len(groups)) < share, 1 - truth, truth) for share in shares)
        found = paired_differences(*(answered(truth, one, groups) for one in (first, second)), Resampling(200, seed, 0.95))
        held += not found.accuracy.sure
    assert 0.90 <= held / 200 <= 0.99


def test_patches_that_repeat_within_their_group_do_not_make_it_surer() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(0, 2, 60)
    first, second = (np.where(random.random(60) < share, 1 - truth, truth) for share in (0.35, 0.2))
    once = paired_differences(answered(truth, first), answered(truth, second), RESAMPLING)
    tenfold = [answered(np.repeat(truth, 10), np.repeat(one, 10), np.repeat(np.arange(60), 10)) for one in (first, second)]
    assert paired_differences(*tenfold, RESAMPLING).mean_recall == pytest.approx(once.mean_recall)


def test_a_single_group_gives_no_interval() -> None:
    truth = np.array([0, 1, 0, 1])
    found = paired_differences(*(answered(truth, one, np.zeros(4, dtype=np.int64)) for one in (truth, 1 - truth)), RESAMPLING)
    assert found.accuracy.value == -1
    assert np.isnan(found.accuracy.low)
    assert not found.accuracy.sure


@pytest.mark.parametrize(("wrong", "better"), [(0.6, "old"), (0.02, "new"), (0.3, None)])
def test_the_verdict_names_the_better_model_or_says_that_nothing_tells(wrong: float, better: str | None) -> None:
    random = np.random.default_rng(1)
    truth = random.integers(0, 2, 200)
    old, new = (np.where(random.random(200) < share, 1 - truth, truth) for share in (0.3, wrong))
    pair = compare_pair(Judged("old", answered(truth, old)), Judged("new", answered(truth, new)), RESAMPLING)
    assert pair["better"] == better
    assert pair["verdict"].startswith(f"{better} is better than " if better else "There is no evidence of a difference between old and new")
    assert pair["both_right"] + pair["both_wrong"] + sum(pair["mcnemar"][one] for one in ("only_first", "only_second")) == 200
    assert np.sum(pair["agreement"]) == 200


@pytest.fixture
def models(tmp_path: Path) -> list[str]:
    """Three networks of random weights for toy sets, two of them of one name."""
    card = ModelCard(
        "m", "resnet10", (), ("HH",), CLASSES, 32, 1.25, Radiometry(), None, None, tuple([1 / 64] * 64)
    )  # fmt: skip
    paths = [tmp_path / "old" / "m.safetensors", tmp_path / "new" / "m.safetensors", tmp_path / "third.safetensors"]
    for seed, path in enumerate(paths):
        torch.manual_seed(seed)
        path.parent.mkdir(exist_ok=True)
        save_model(path, build_network("resnet10", (), 1, 2), card)
    return [str(one) for one in paths]


def test_the_report_holds_every_comparison(models: list[str], toy_set: ToySet, tmp_path: Path) -> None:
    torch.set_num_threads(1)
    patches = toy_set("a", {"train": (1, 1), "test": (6, 5)})
    outputs = compare(CompareConfig(tuple(models), str(patches), str(tmp_path / "report"), device="cpu"), Silent())
    figures = json.loads((tmp_path / "report" / "comparison.json").read_text(encoding="utf-8"))
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert [one["model"] for one in figures["models"]] == ["old/m", "new/m", f"{tmp_path.name}/third"]
    assert [one["level"] for one in figures["comparisons"]] == [0.975, 0.975]  # two comparisons share the risk
    assert outputs["patches"] == figures["patches"] == figures["groups"] == 11
    assert [one["name"] for one in figures["classes"]] == list(figures["models"][0]["recall"])
    for model in figures["models"]:
        assert np.trace(model["confusion"]) / np.sum(model["confusion"]) == pytest.approx(model["accuracy"])
        assert np.sum(model["confusion"], axis=1).tolist() == [6, 5]
    assert figures["caveats"]
    assert all(sentence(one["code"], one["values"]) == one["text"] for one in figures["caveats"])
    for one in figures["comparisons"]:
        assert one["verdict"] in str(outputs["verdict"])
        assert one["verdict"] in page
        assert sentence(one["verdict_code"], one["verdict_values"]) == one["verdict"]
        accuracies = [model["accuracy"] for model in figures["models"] if model["model"] in (one["first"], one["second"])]
        assert one["accuracy"]["value"] == pytest.approx(accuracies[1] - accuracies[0])
    with (tmp_path / "report" / "comparison.csv").open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 2 * 4
    assert (tmp_path / "report" / "comparison.png").stat().st_size > 5000


def test_patches_of_another_legend_are_refused(models: list[str], toy_set: ToySet, tmp_path: Path) -> None:
    patches = toy_set("a", {"test": (2, 2)}, classes=(LandClass(1, "Towns", "#ff0000"), CLASSES[1]))
    config = CompareConfig(tuple(models), str(patches), str(tmp_path / "report"), device="cpu")
    with pytest.raises(EchopatchError, match="classes: 1 Settlements, 2 Industrial areas against 1 Towns"):
        compare(config, Silent())
    with pytest.raises(EchopatchError, match="no test patches"):
        compare(dataclasses.replace(config, patches=str(toy_set("b", {"train": (2, 2)}))), Silent())
    assert not (tmp_path / "report").exists()


def test_one_model_cannot_be_compared() -> None:
    with pytest.raises(ConfigError, match="names 1 model"):
        CompareConfig(("a.safetensors",), "a.patchset", "report")


def test_a_folder_that_is_no_comparison_is_never_replaced(models: list[str], tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    with pytest.raises(EchopatchError, match="not replaced"):
        compare(CompareConfig(tuple(models), "a.patchset", str(tmp_path / "report"), overwrite=True), Silent())
