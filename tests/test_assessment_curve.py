"""Learning curves: which patches a run sees, what is worked out from runs, and a command that goes on where it was stopped."""

import csv
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.comparison import CurveConfig
from echopatch.core.contract.errors import Cancelled, ConfigError, EchopatchError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.patch_set import read_patch_set
from echopatch.core.engine.studies.curve import curve
from echopatch.core.engine.studies.curve_plan import WHOLE, Arm, Plan, Run, nested_subset, plan_of, subset_of
from echopatch.core.engine.studies.curve_points import Outcome, gains_of, kept, mean_of, points_of
from echopatch.core.engine.studies.curve_report import verdict
from echopatch.core.engine.studies.journal import note
from scipy.stats import bootstrap

ToySet = Callable[..., Path]
QUICK: dict[str, Any] = {
    "sizes": (2,), "start": ("random",), "seeds": 2, "backbone": "resnet10", "epochs": 1, "batch_size": 8,
    "precision": "fp32", "device": "cpu", "texture_expert": False,
}  # fmt: skip


@pytest.fixture
def config(toy_set: ToySet, tmp_path: Path) -> CurveConfig:
    torch.set_num_threads(1)
    patches = toy_set("a", {"train": (4, 3), "validation": (2, 2), "test": (3, 3)})
    return CurveConfig(str(patches), str(tmp_path / "curve"), **QUICK)


class StopsAfter(Silent):
    """Cancels at a safe point once some runs are done, as a user would."""

    def __init__(self, runs: int) -> None:
        self.runs = runs
        self.warned: list[str] = []

    def progress(self, done: int, total: int, code: str) -> None:
        if code == "progress-curve" and done >= self.runs:
            raise Cancelled

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append(code)


def test_a_smaller_subset_lies_within_the_larger_one_of_its_seed() -> None:
    labels, rows = np.array([0] * 30 + [1] * 4), np.arange(100, 134)
    small, large = (nested_subset(labels, rows, size, seed=1) for size in (3, 10))
    assert set(small.tolist()) < set(large.tolist())
    assert np.bincount(labels[small - 100]).tolist() == [3, 3]
    assert np.bincount(labels[large - 100]).tolist() == [10, 4]  # all of a class that has fewer
    assert not np.array_equal(large, nested_subset(labels, rows, 10, seed=2))


def test_a_run_sees_its_own_labels_and_nothing_else(config: CurveConfig) -> None:
    patch_set = read_patch_set(config.patches)
    plan = plan_of(config, patch_set, Silent())
    given = patch_set.index["split"].to_numpy()
    for run in plan.runs:
        seen = subset_of(patch_set, run, plan.folds[run.fold]).index["split"].to_numpy()
        assert not (seen == "validation").any()
        np.testing.assert_array_equal(seen == "test", given == "test")
        assert (given[seen == "train"] == "train").all()
        assert (seen == "train").sum() == (7 if run.size == WHOLE else 4)


def test_in_folds_each_patch_is_tested_on_once_and_never_learned_there(config: CurveConfig) -> None:
    patch_set = read_patch_set(config.patches)
    plan = plan_of(dataclasses.replace(config, folds=3), patch_set, Silent())
    tested = np.concatenate([test for _, test in plan.folds])
    assert sorted(tested.tolist()) == list(range(17))
    assert len(plan.runs) == 2 * 2 * 3


def test_sizes_that_no_class_reaches_are_left_out_with_a_word(config: CurveConfig) -> None:
    patch_set, listener = read_patch_set(config.patches), StopsAfter(99)
    plan = plan_of(dataclasses.replace(config, sizes=(2, 3, 4, 50)), patch_set, listener)
    assert sorted({run.size for run in plan.runs}) == [WHOLE, 2, 3]
    assert listener.warned == ["curve-sizes-left-out"]
    with pytest.raises(EchopatchError, match="at most 4 training patches"):
        plan_of(dataclasses.replace(config, sizes=(50,)), patch_set, Silent())


@pytest.mark.parametrize(
    ("settings", "words"),
    [({"folds": 1}, "--folds 1"), ({"start": ()}, "no curve is asked for"), ({"whole": False}, "at least two sizes")],
)
def test_a_curve_that_could_not_be_drawn_is_refused(config: CurveConfig, settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        dataclasses.replace(config, **settings)


def test_the_interval_of_a_mean_is_students() -> None:
    values = np.array([0.5, 0.6, 0.7])
    found = mean_of(values)
    assert found.value == pytest.approx(0.6)
    assert found.high - found.value == pytest.approx(4.302653 * 0.1 / np.sqrt(3))  # t of two degrees of freedom
    rough = bootstrap((values,), np.mean, rng=np.random.default_rng(0)).confidence_interval
    assert found.low < rough.low < rough.high < found.high  # three values are too few for a bootstrap


def test_what_doubling_brought_follows_from_paired_repetitions() -> None:
    # mean recall of two repetitions: 0.5 and 0.7 with 10 patches, 0.7 and 0.9 with 40, two doublings later
    each = {10: (0.5, 0.7), 40: (0.7, 0.9)}
    points = [
        {"arm": 0, "size": size // 2, "patches": float(size), "mean_recall": mean_of(np.array(values))._asdict()}
        for size, values in each.items()
    ]
    (gain,) = gains_of(points)
    assert (gain["first"], gain["second"]) == (5, 20)
    assert gain["per_doubling"]["value"] == pytest.approx(0.1)
    assert gain["per_doubling"]["low"] == pytest.approx(0.1)  # both repetitions gained alike, however far apart they are


def test_the_folds_of_a_repetition_make_one_figure() -> None:
    plan = Plan([Arm("random", False)], [], [Run(0, 5, seed, fold) for seed in (0, 1) for fold in (0, 1)])
    confusions = {(0, 0): [[8, 0], [0, 0]], (0, 1): [[0, 0], [1, 1]], (1, 0): [[8, 0], [0, 0]], (1, 1): [[0, 0], [0, 2]]}
    outcomes = {run: Outcome(run, 10, confusions[run.seed, run.fold]) for run in plan.runs}
    (point,) = points_of(plan, outcomes)
    assert point["accuracy"]["each"] == pytest.approx((0.9, 1.0))
    assert point["mean_recall"]["each"] == pytest.approx((0.75, 1.0))


@pytest.mark.parametrize(("gain", "words"), [(0.1, "More labels still help"), (0.0, "It is not sure that more labels still help")])
def test_the_verdict_follows_from_the_last_step(gain: float, words: str) -> None:
    wobble = np.array([0.01, -0.01, 0.0])
    points = [
        {"arm": 0, "size": size, "patches": float(size), "mean_recall": mean_of(0.5 + step * gain + wobble * (1 + step))._asdict()}
        for step, size in enumerate((5, 10))
    ]
    figures = {"arms": ["from random"], "points": points, "gains": gains_of(points)}
    assert verdict(figures)[0].startswith(words)


def test_a_line_that_was_cut_short_is_not_counted(tmp_path: Path) -> None:
    runs = [Run(0, 5, seed, 0) for seed in range(3)]
    for run in runs:
        note(tmp_path, Outcome(run, 10, [[1, 0], [0, 1]]))
    file = tmp_path / "runs.jsonl"
    file.write_text(file.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    assert list(kept(tmp_path)) == runs[:2]
    note(tmp_path, Outcome(runs[2], 10, [[1, 0], [0, 1]]))
    assert list(kept(tmp_path)) == runs


def test_a_stopped_curve_goes_on_and_ends_as_one_that_never_stopped(config: CurveConfig, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        curve(config, StopsAfter(2))
    partial = tmp_path / "curve.partial"
    assert len((partial / "runs.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert not Path(config.output).exists()
    with pytest.raises(EchopatchError, match=r"belongs to another request: then .*epochs 1"):
        curve(dataclasses.replace(config, epochs=2), Silent())
    listener = StopsAfter(99)
    outputs = curve(config, listener)
    assert "curve-resumed" in listener.warned
    assert outputs["runs"] == 4
    straight = dataclasses.replace(config, output=str(tmp_path / "straight"))
    curve(straight, Silent())
    one, two = (json.loads((Path(path) / "curve.json").read_text(encoding="utf-8")) for path in (config.output, straight.output))
    assert one == two
    assert sorted(file.name for file in Path(config.output).iterdir()) == ["curve.csv", "curve.json", "curve.png", "report.html"]
    assert not partial.exists()
    with (Path(config.output) / "curve.csv").open(encoding="utf-8") as file:
        assert [row["per_class"] for row in csv.DictReader(file)] == ["2", "all"]
    with pytest.raises(EchopatchError, match="exists already"):
        curve(config, Silent())


def test_a_set_without_test_patches_needs_folds(toy_set: ToySet, tmp_path: Path) -> None:
    patches = toy_set("b", {"train": (4, 4)})
    with pytest.raises(EchopatchError, match="no test patches"):
        curve(CurveConfig(str(patches), str(tmp_path / "c"), **QUICK), Silent())
