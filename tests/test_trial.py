"""Trials of synthetic patches: which patches an arm sees, what is worked out from answers, and a command that can be stopped."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.generation import GeneratorOptions
from echopatch.core.contract.commands.generation_trial import ClassifierOptions, GanTrialConfig
from echopatch.core.contract.errors import Cancelled, ConfigError, EchopatchError
from echopatch.core.contract.reporting import Silent
from echopatch.core.contract.training_run import RunLength
from echopatch.core.engine.generation.sample import SCENE
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set
from echopatch.core.engine.studies.curve_plan import WHOLE
from echopatch.core.engine.studies.quiet import Quiet
from echopatch.core.engine.trial.arms import classifier_config, generator_config, stood_in
from echopatch.core.engine.trial.figures import MEAN, patches_tested, trial_figures
from echopatch.core.engine.trial.gan_trial import gan_trial
from echopatch.core.engine.trial.pace import Pace
from echopatch.core.engine.trial.plan import GENERATOR, NONE, SCORE, Plan, Run, plan_of, subset_of
from echopatch.core.engine.trial.report import caveats, verdict
from echopatch.core.engine.trial.runs import Outcome
from echopatch.core.engine.trial.verdict import HARMS, HELPS, NO_EFFECT, UNKNOWN, Gain, Range, holm, paired_gain, verdict_of
from scipy.stats import ttest_1samp

ToySet = Callable[..., Path]
TINY = GeneratorOptions(width=4, code_length=4, steps=3, batch_size=4, layers="original")
QUICK: dict[str, Any] = {
    "sizes": (3,), "whole": False, "seeds": 2, "synthetic": 4, "most_tries": 2, "generator": TINY, "precision": "fp32", "device": "cpu",
    "classifier": ClassifierOptions(backbone="resnet10", texture_expert=False, epochs=1, training_batch=8),
}  # fmt: skip


@pytest.fixture
def config(toy_set: ToySet, tmp_path: Path) -> GanTrialConfig:
    torch.set_num_threads(1)
    patches = toy_set("a", {"train": (6, 5, 9), "validation": (2, 2, 2), "test": (5, 4, 3)})
    return GanTrialConfig(str(patches), str(tmp_path / "trial"), **QUICK)


class Listener(Silent):
    """Hears warnings and figures, and cancels once so many runs are noted."""

    def __init__(self, folder: Path | None = None, runs: int = 99) -> None:
        self.journal, self.runs = (folder or Path()) / "runs.jsonl", runs
        self.warned: list[str] = []
        self.figures: list[dict[str, float]] = []

    def progress(self, done: int, total: int, code: str) -> None:
        if self.runs < 99 and self.journal.is_file() and len(self.journal.read_text(encoding="utf-8").splitlines()) >= self.runs:
            raise Cancelled

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append(code)

    def metric(self, step: int, values: Any) -> None:
        self.figures.append(dict(values))


def planned(config: GanTrialConfig, **changes: Any) -> tuple[PatchSet, Plan]:
    patch_set = read_patch_set(config.patches)
    return patch_set, plan_of(dataclasses.replace(config, **changes), patch_set, Silent())


def seen_counts(subset: PatchSet) -> list[int]:
    table = subset.index[subset.index["split"] == "train"]
    return [int((table["label"] == one.code).sum()) for one in subset.settings.classes]


def test_a_repetition_sees_its_own_patches_the_test_patches_and_no_others(config: GanTrialConfig) -> None:
    patch_set, plan = planned(config)
    given = patch_set.index["split"].to_numpy()
    drawn = [subset_of(patch_set, plan, 3, seed).index["split"].to_numpy() for seed in (0, 1)]
    for split in drawn:
        assert set(split[given == "validation"]) == {""}
        assert (split[given == "test"] == "test").all()
        assert (given[split == "train"] == "train").all()
    assert seen_counts(subset_of(patch_set, plan, 3, 0)) == [3, 3, 3]
    assert (drawn[0] != drawn[1]).any()


def test_where_only_chosen_classes_are_few_the_others_keep_all_their_patches(config: GanTrialConfig) -> None:
    patch_set, plan = planned(config, classes=("Settlements",), rare_only=True, whole=True)
    assert plan.sizes == (3, WHOLE)
    assert seen_counts(subset_of(patch_set, plan, 3, 0)) == [3, 5, 9]
    assert seen_counts(subset_of(patch_set, plan, WHOLE, 0)) == [6, 5, 9]


def test_a_size_that_no_class_has_becomes_all_patches_and_short_classes_are_named(config: GanTrialConfig) -> None:
    listener, patch_set = Listener(), read_patch_set(config.patches)
    plan = plan_of(dataclasses.replace(config, sizes=(3, 8, 50)), patch_set, listener)
    assert plan.sizes == (3, 8, WHOLE)
    assert listener.warned == ["gan-trial-short", "gan-trial-short", "gan-trial-size-whole"]


@pytest.mark.parametrize(
    ("train", "test", "words"),
    [((6, 1), (3, 3), "Industrial areas has 1 training patch"), ((6, 5), (), "no test patches, on which a trial measures")],
)
def test_a_set_that_cannot_carry_a_trial_is_refused(
    toy_set: ToySet, config: GanTrialConfig, train: tuple[int, ...], test: tuple[int, ...], words: str
) -> None:
    patch_set = read_patch_set(str(toy_set("b", {"train": train, "test": test})))
    with pytest.raises(EchopatchError, match=words):
        plan_of(config, patch_set, Silent())


def test_classes_without_test_patches_and_unknown_classes_are_named(toy_set: ToySet, config: GanTrialConfig) -> None:
    listener, patch_set = Listener(), read_patch_set(str(toy_set("b", {"train": (6, 6), "test": (3,)})))
    plan_of(config, patch_set, listener)
    assert listener.warned == ["gan-trial-not-tested"]
    with pytest.raises(EchopatchError, match="no class 'Harbours'"):
        plan_of(dataclasses.replace(config, classes=("Harbours",)), patch_set, Silent())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"arms": ("gan", "classic")}, "compares 'none'"),
        ({"arms": ("none",)}, "compares 'none'"),
        ({"sizes": ()}, "needs a training size"),
        ({"generator": dataclasses.replace(TINY, conditional=False)}, "patches of a known class"),
    ],
)
def test_settings_that_make_no_trial_are_refused(config: GanTrialConfig, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        dataclasses.replace(config, **changes)


def test_arms_differ_by_what_their_names_say_and_by_nothing_else(config: GanTrialConfig) -> None:
    length = RunLength(1, 320)
    configs = {arm: classifier_config(config, Run(3, 1, arm), length, Path("m.safetensors")) for arm in (*config.arms, SCORE)}
    assert [arm for arm, one in configs.items() if one.augmentation.augment] == ["classic", "classic-gan"]
    assert [arm for arm, one in configs.items() if one.drawing.sampling == "balanced"] == ["oversampling", SCORE]
    plain = configs[NONE]
    for one in configs.values():
        assert dataclasses.replace(one, augmentation=plain.augmentation, drawing=plain.drawing) == plain


def test_a_filter_is_the_model_of_the_same_arm_without_synthetic_patches(config: GanTrialConfig) -> None:
    assert planned(config)[1].judges == {"gan-filter": "none", "classic-gan": "classic"}
    assert planned(config, arms=("none", "gan", "classic-gan"))[1].judges == {"classic-gan": "none"}


def test_a_generator_learns_all_classes_to_make_the_chosen_ones_unless_told_otherwise(config: GanTrialConfig) -> None:
    patch_set, plan = planned(config, classes=("Settlements",), rare_only=True)
    subset = subset_of(patch_set, plan, 3, 0)
    run = Run(3, 0, GENERATOR)
    assert len(generator_config(config, subset, plan.classes, run).classes) == 3
    alone = dataclasses.replace(config, learn_all=False)
    assert generator_config(alone, subset, plan.classes, run).classes == ("Settlements",)


def test_for_the_score_synthetic_patches_take_the_place_of_real_ones_of_their_classes(config: GanTrialConfig) -> None:
    patch_set, plan = planned(config)
    subset = subset_of(patch_set, plan, 3, 0)
    first = patch_set.settings.classes[0]
    index = subset.index.iloc[:2].assign(label=first.code, source="synthetic", split="train", scene=SCENE, group=[0, 1])
    made = dataclasses.replace(subset, index=index, codes=subset.codes[:2])
    learned = stood_in(subset, made).index.query("split == 'train'")
    assert sorted(learned["label"].tolist()) == sorted(
        [first.code] * 2 + [one.code for one in patch_set.settings.classes[1:] for _ in "abc"]
    )
    assert set(learned.loc[learned["label"] == first.code, "scene"]) == {SCENE}
    test = stood_in(subset, made).index.query("split == 'test'")
    assert len(test) == 12
    assert set(test["scene"]) == {"toy"}


def test_a_gain_is_that_of_the_paired_t_test() -> None:
    differences = np.array([0.02, 0.05, 0.03, 0.06])
    found, oracle = paired_gain(differences, rounding=1e-6), ttest_1samp(differences, 0)
    interval = oracle.confidence_interval(0.95)
    assert found == pytest.approx((0.04, interval.low, interval.high, oracle.pvalue))


def test_repetitions_that_agree_by_chance_are_not_taken_for_certain() -> None:
    # 3 repetitions, each one of 40 patches more: rounding alone has a standard deviation of 1 / 40 / sqrt(6)
    found = paired_gain(np.full(3, 1 / 40), rounding=1 / 40 / np.sqrt(6))
    half = 4.302653 / 40 / np.sqrt(6) / np.sqrt(3)  # Student's t of two degrees of freedom
    assert found.high - found.value == pytest.approx(half)
    assert found.p == pytest.approx(0.0513, abs=1e-3)


def test_holm_adjusts_as_worked_by_hand() -> None:
    # 4 x 0.005, 3 x 0.01, 2 x 0.03, and 0.04 not below the one before
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.6, 0.7]) == [1.0, 1.0]


@pytest.mark.parametrize(
    ("gain", "adjusted", "places", "expected"),
    [
        (Gain(0.08, 0.05, 0.11, 0.001), 0.008, None, HELPS),
        (Gain(-0.08, -0.11, -0.05, 0.001), 0.008, Range(-0.14, -0.02), HARMS),
        (Gain(0.08, 0.01, 0.15, 0.03), 0.24, None, UNKNOWN),  # one of many: may be chance
        (Gain(0.08, 0.05, 0.11, 0.001), 0.008, Range(-0.01, 0.17), UNKNOWN),  # other places may say otherwise
        (Gain(0.01, -0.01, 0.02, 0.4), 1.0, Range(-0.02, 0.025), NO_EFFECT),
        (Gain(0.01, -0.01, 0.02, 0.4), 1.0, Range(-0.05, 0.06), UNKNOWN),
        (Gain(0.01, -0.04, 0.06, 0.6), 1.0, None, UNKNOWN),
    ],
)  # fmt: skip
def test_the_verdict_follows_from_the_intervals(gain: Gain, adjusted: float, places: Range | None, expected: str) -> None:
    assert verdict_of(gain, adjusted, places, margin=0.03) == expected


def answered(truth: list[int], wrong: dict[int, int], classes: int) -> list[int]:
    """The truth but for the first patches of some classes."""
    answers = list(truth)
    for place, count in wrong.items():
        for row in [row for row, one in enumerate(truth) if one == place][:count]:
            answers[row] = (place + 1) % classes
    return answers


def told(patch_set: PatchSet, plan: Plan, wrong: dict[str, list[dict[int, int]]], kept: int = 0) -> dict[str, Any]:
    """The figures of a trial, from how many test patches of each class each repetition of an arm gets wrong, and what filters kept."""
    tested = patches_tested(patch_set)
    outcomes = {}
    for run in plan.runs:
        faults = wrong.get(run.arm, [{}] * len(plan.seeds))[run.seed]
        answers = answered(tested.truth.tolist(), faults, len(tested.names)) if run.arm != GENERATOR else []
        facts = {"ended": "whole"} if run.arm == GENERATOR else {"Settlements": {"kept": kept}} if run.arm == "gan-filter" else {}
        outcomes[run] = Outcome(run, [3] * len(tested.names), 10, 1.0, answers, facts)
    return trial_figures(plan, tested, outcomes, margin=0.03)


def test_gains_intervals_and_verdicts_follow_from_the_answers(toy_set: ToySet, config: GanTrialConfig) -> None:
    patches = toy_set("big", {"train": (4, 4), "test": (20, 40)})
    patch_set, plan = planned(dataclasses.replace(config, patches=str(patches)), seeds=3, arms=("none", "gan"))
    figures = told(patch_set, plan, {"none": [{0: 10}, {0: 12}, {0: 11}], "gan": [{0: 2}, {0: 3}, {0: 1}]})
    gains = next(one["gains"] for one in figures["comparisons"] if (one["arm"], one["against"]) == ("gan", "none"))
    first, second = gains["Settlements"], gains["Industrial areas"]
    oracle = ttest_1samp([8 / 20, 9 / 20, 10 / 20], 0)
    assert (first["value"], first["p"]) == pytest.approx((0.45, oracle.pvalue))
    assert first["adjusted_p"] == pytest.approx(2 * oracle.pvalue)
    assert first["places"][0] < 0.45 < first["places"][1]
    assert first["verdict"] == HELPS
    assert gains[MEAN]["value"] == pytest.approx(0.225)
    assert (second["value"], second["places"]) == (0.0, [0.0, 0.0])
    # no difference seen, but three counts of 40 patches cannot tell 2.5 points from none
    assert (second["high"], second["verdict"]) == (pytest.approx(4.302653 / 40 / np.sqrt(18)), NO_EFFECT)
    assert figures["verdicts"]["by_verdict"] == {HELPS: 2, HARMS: 0, NO_EFFECT: 1, UNKNOWN: 0}
    assert (figures["verdicts"]["given"], figures["verdicts"]["families"]) == (3, 2)
    assert figures["verdicts"]["apart_by_chance"] == pytest.approx(0.15)
    assert (
        verdict(figures)
        == "In at least one arm synthetic patches help mean recall, Settlements (3 per class). Nowhere do they surely harm."
    )


def test_with_test_patches_of_few_places_nothing_is_said_of_other_places(toy_set: ToySet, config: GanTrialConfig) -> None:
    patches = toy_set("few", {"train": (4, 4), "test": (4, 4)})
    patch_set, plan = planned(dataclasses.replace(config, patches=str(patches)), arms=("none", "classic"))
    figures = told(patch_set, plan, {"none": [{0: 1}, {0: 2}]})
    (comparison,) = figures["comparisons"]
    assert comparison["gains"]["Settlements"]["places"] is None
    assert comparison["gains"][MEAN]["places"] is not None
    assert figures["tested"]["Settlements"] == {"patches": 4, "groups": 4}
    assert verdict(figures).startswith("No arm of this trial learned from synthetic patches")


@pytest.mark.parametrize(("kept", "expected"), [(1, NO_EFFECT), (0, UNKNOWN)])
def test_an_arm_whose_filter_kept_nothing_proves_nothing(toy_set: ToySet, config: GanTrialConfig, kept: int, expected: str) -> None:
    patches = toy_set("big", {"train": (4, 4), "test": (40, 40)})
    patch_set, plan = planned(dataclasses.replace(config, patches=str(patches)), seeds=3, arms=("none", "gan-filter"))
    (comparison,) = told(patch_set, plan, {}, kept)["comparisons"]
    assert {gain["verdict"] for gain in comparison["gains"].values()} == {expected}


def test_a_filter_that_keeps_little_is_told_beside_the_verdict(config: GanTrialConfig) -> None:
    patch_set, plan = planned(config, arms=("none", "gan-filter"))
    figures = {**told(patch_set, plan, {}), "settings": {"synthetic": 4, "start": "shipped"}}
    for run in figures["runs"]:
        run["facts"] = {name: {"kept": 1} for name in figures["chosen"]} if run["arm"] == "gan-filter" else {"ended": "whole"}
    caution = next(one for one in caveats(figures) if one.code == "trial-few-kept")
    assert caution.text.startswith("gan-filter, 3 per class: the filter kept 6 of 24 patches")


@pytest.mark.parametrize(("start", "told_of"), [("random", []), ("shipped", []), ("mine/known.safetensors", ["known.safetensors"])])
def test_a_start_that_may_have_seen_the_test_patches_is_told_beside_the_verdict(
    config: GanTrialConfig, start: str, told_of: list[str]
) -> None:
    patch_set, plan = planned(config, arms=("none", "classic"))
    figures = {**told(patch_set, plan, {}), "settings": {"synthetic": 4, "start": start}}
    assert [one.values["start"] for one in caveats(figures) if one.code == "trial-start-file"] == told_of


def test_the_time_of_a_run_is_that_of_its_steps(config: GanTrialConfig) -> None:
    pace = Pace(2.0, 0.5, 0.25, 3.0, "fp32", "fp32")
    assert pace.seconds(config, Run(3, 0, GENERATOR), RunLength(2, 20)) == 6.0
    assert pace.seconds(config, Run(3, 0, NONE), RunLength(2, 20)) == 3.0 + 2 * (0.25 + 3 * 0.5)


def test_the_bar_counts_seconds_and_moves_within_long_runs() -> None:
    heard: list[tuple[int, int, str]] = []
    quiet = Quiet(Progress(heard), 100, "progress-trial")
    quiet.advance(40, 20)
    for code in ("progress-gan", "progress-judging"):
        quiet.progress(5, 10, code)
    quiet.advance(60)
    quiet.progress(5, 10, "progress-training")
    assert heard == [(one, 100, "progress-trial") for one in (40, 50, 50, 60, 60)]


class Progress(Silent):
    """Writes down what it hears of progress."""

    def __init__(self, heard: list[tuple[int, int, str]]) -> None:
        self.heard = heard

    def progress(self, done: int, total: int, code: str) -> None:
        self.heard.append((done, total, code))


def test_a_stopped_trial_goes_on_and_ends_as_one_that_never_stopped(config: GanTrialConfig, tmp_path: Path) -> None:
    partial = tmp_path / "trial.partial.trial"
    config = dataclasses.replace(config, arms=("none", "oversampling", "gan", "gan-filter"))
    with pytest.raises(Cancelled):
        gan_trial(config, Listener(partial, runs=4))
    lines = [json.loads(line) for line in (partial / "runs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line[0][2] for line in lines] == ["none", "oversampling", GENERATOR, "gan"]
    assert not Path(config.output).exists()
    with pytest.raises(EchopatchError, match=r"belongs to another request: then .*synthetic 4"):
        gan_trial(dataclasses.replace(config, synthetic=5), Silent())
    listener = Listener()
    outputs = gan_trial(config, listener)
    assert "gan-trial-resumed" in listener.warned
    assert {"seconds_per_gan_step", "seconds_per_step", "expected_minutes"} <= listener.figures[0].keys()
    straight = dataclasses.replace(config, output=str(tmp_path / "straight"))
    gan_trial(straight, Silent())
    one, two = (timeless(json.loads((Path(path) / "trial.json").read_text(encoding="utf-8"))) for path in (config.output, straight.output))
    assert one == two
    assert outputs["runs"] == 12
    written = {file.name for file in Path(config.output).iterdir()} - {"gan-filter-3.png"}  # drawn where something passed
    assert written == {"trial.json", "report.html", "recalls.png", "gains.png", "gan-3.png"}
    assert not partial.exists()
    check_runs(one)


def timeless(figures: dict[str, Any]) -> dict[str, Any]:
    """Without what a clock says."""
    for one in figures["runs"]:
        del one["seconds"]
    del figures["pace"]
    return figures


def check_runs(figures: dict[str, Any]) -> None:
    """All arms of a repetition learned from as many patches in as many steps, and were tested on all real test patches."""
    trained = [one for one in figures["runs"] if one["arm"] in (NONE, "gan", SCORE)]
    assert {one["steps"] for one in trained} == {2}
    assert all(one["patches"] == {"Settlements": 3, "Industrial areas": 3, "Public transportations": 3} for one in figures["runs"])
    assert all(np.sum(one["confusion"]) == 12 for one in trained)
    made = next(one["facts"] for one in figures["runs"] if one["arm"] == "gan")
    assert all((tally["made"], tally["kept"]) == (4, 4) for tally in made.values())
    plain, drawn = (next(one for one in figures["runs"] if one["arm"] == arm) for arm in ("none", "oversampling"))
    assert (drawn["confusion"], drawn["steps"]) == (plain["confusion"], 0)  # equal classes: the same training


def test_what_is_no_report_of_a_trial_is_not_replaced(config: GanTrialConfig) -> None:
    Path(config.output).mkdir()
    (Path(config.output) / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(EchopatchError, match="no report of 'gan trial'"):
        gan_trial(dataclasses.replace(config, overwrite=True), Silent())
