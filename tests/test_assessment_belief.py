"""Verdict and caveats follow from the numbers, and never promise more than those hold."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard
from echopatch.core.engine.assessment.answers import Answers
from echopatch.core.engine.assessment.assessment import assess
from echopatch.core.engine.assessment.belief import caveats_of_figures, percent, verdict
from echopatch.core.engine.assessment.caveat import Caveat, heaviest_first, worst_level
from echopatch.core.engine.network.model_file import Model

PATCHES, GROUPS = 240, 40
ALWAYS_FIRST = np.eye(3, dtype=np.float32)[np.zeros(PATCHES, dtype=int)]
NEVER_FOURTH = np.eye(4, dtype=np.float32)[np.arange(PATCHES) % 3]


def good_answers(**changes: Any) -> Answers:
    """Three classes, four of five answers right, honest confidence, forty places in two scenes."""
    random = np.random.default_rng(0)
    truth = np.arange(PATCHES) % 3
    answer = np.where(random.random(PATCHES) < 0.8, truth, (truth + 1) % 3)
    logits = np.full((PATCHES, 3), np.log(0.1))
    logits[np.arange(PATCHES), answer] = np.log(0.8)
    given = {
        "classes": TERRASAR_X_LEGEND[:3], "truth": truth, "logits": logits.astype(np.float32), "temperature": 0.999,
        "groups": np.arange(PATCHES) // (PATCHES // GROUPS), "scenes": np.where(np.arange(PATCHES) % 2, "a", "b").astype(object),
        "sources": np.full(PATCHES, "real", dtype=object),
    }  # fmt: skip
    return Answers(**{**given, **changes})


@pytest.fixture
def card(brightness_model: Model) -> ModelCard:
    return dataclasses.replace(brightness_model.card, temperature=0.999)


def levels(answers: Answers, card: ModelCard) -> dict[str, str]:
    return {one.code: one.level for one in caveats_of_figures(assess(answers), card)}


def test_good_figures_over_many_places_are_told_without_a_caution(card: ModelCard) -> None:
    scenes = np.array([f"scene {one % 5}" for one in range(PATCHES)], dtype=object)
    assert levels(good_answers(scenes=scenes), card) == {"belief-groups": "good", "belief-calibrated": "good"}


def test_the_verdict_says_the_figures_in_words() -> None:
    truth = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    answer = np.array([0, 0, 0, 0, 1, 1, 0, 0])
    answers = good_answers(
        classes=TERRASAR_X_LEGEND[:2], truth=truth, logits=np.eye(2, dtype=np.float32)[answer], groups=np.array([0, 0, 1, 1, 0, 1, 1, 0]),
        scenes=np.full(8, "a", dtype=object), sources=np.full(8, "real", dtype=object),
    )  # fmt: skip
    answer_text, more = verdict(assess(answers))
    assert answer_text == "It finds 75 % of each class on average."
    assert "Best at Settlements (100 % found), weakest at Industrial areas (50 % found)." in more
    assert "Most frequent error: 2 of 4 patches of Industrial areas were taken for Settlements." in more
    assert "95 %" not in more  # both places alike: no interval is made up


def test_an_interval_over_few_places_is_called_rough() -> None:
    groups = np.arange(PATCHES) // (PATCHES // 4)
    assert "roughly" in verdict(assess(good_answers(groups=groups)))[1]
    assert "roughly" not in verdict(assess(good_answers()))[1]


@pytest.mark.parametrize(
    ("changes", "code", "level"),
    [
        ({"groups": np.zeros(PATCHES, dtype=np.int64)}, "belief-one-group", "caution"),
        ({"groups": np.arange(PATCHES) % 7}, "belief-few-groups", "caution"),
        ({"groups": np.arange(PATCHES)}, "belief-groups-alone", "note"),
        ({"scenes": np.full(PATCHES, "a", dtype=object)}, "belief-one-scene", "caution"),
        ({}, "belief-few-scenes", "note"),
        ({"sources": np.full(PATCHES, "synthetic", dtype=object)}, "belief-synthetic", "alarm"),
        ({"classes": TERRASAR_X_LEGEND[:4], "logits": NEVER_FOURTH}, "belief-class-empty", "caution"),
        ({"logits": ALWAYS_FIRST}, "belief-never-answered", "caution"),
        ({"logits": ALWAYS_FIRST}, "belief-guessing", "alarm"),
        ({"logits": 9 * good_answers().logits}, "belief-too-sure", "caution"),
        ({"logits": 0.3 * good_answers().logits}, "belief-too-modest", "caution"),
    ],
)  # fmt: skip
def test_what_speaks_against_the_figures_is_said(card: ModelCard, changes: dict[str, Any], code: str, level: str) -> None:
    assert levels(good_answers(**changes), card)[code] == level


def test_answers_drawn_at_random_are_told_from_no_guessing(card: ModelCard) -> None:
    logits = np.eye(3, dtype=np.float32)[np.random.default_rng(1).integers(0, 3, PATCHES)]
    assert levels(good_answers(logits=logits), card)["belief-guessing"] == "alarm"


def test_a_class_that_few_places_hold_is_named(card: ModelCard) -> None:
    answers = good_answers()
    truth = np.where((answers.truth == 2) & (answers.groups > 2), 0, answers.truth)
    found = {one.code: one for one in caveats_of_figures(assess(good_answers(truth=truth)), card)}
    assert found["belief-class-few-groups"].values["names"] == "Public transportations"
    assert "fewer than 5" in found["belief-class-few-groups"].text


def test_scenes_that_differ_much_are_named(card: ModelCard) -> None:
    answers = good_answers()
    worse = answers.logits.copy()
    of_a = answers.scenes == "a"
    worse[of_a] = np.roll(worse[of_a], 1, axis=1)
    text = next(one.text for one in caveats_of_figures(assess(good_answers(logits=worse)), card) if one.code == "belief-scenes-differ")
    assert "(a) to" in text
    assert "(b)" in text


def test_a_model_that_was_never_calibrated_is_said_to_be_so(card: ModelCard) -> None:
    found = levels(good_answers(), dataclasses.replace(card, temperature=1.0))
    assert found["belief-no-temperature"] == "caution"
    assert "belief-calibrated" not in found


def test_a_child_that_was_worse_than_its_parent_is_said_to_be_so(card: ModelCard) -> None:
    assert levels(good_answers(), dataclasses.replace(card, gate={"worse": True}))["belief-child-worse"] == "caution"


def test_common_classes_are_named_when_they_carry_the_accuracy(card: ModelCard) -> None:
    truth = np.where(np.arange(PATCHES) % 12 < 10, 0, 1)
    answer = np.where(np.arange(PATCHES) % 12 == 11, 0, truth)
    assert levels(good_answers(truth=truth, logits=np.eye(3, dtype=np.float32)[answer]), card)["belief-common-classes"] == "note"


def test_the_heaviest_caveat_comes_first_and_decides() -> None:
    given = [Caveat("good", "a", {}), Caveat("alarm", "b", {}), Caveat("note", "c", {}), Caveat("alarm", "d", {})]
    assert [one.code for one in heaviest_first(given)] == ["b", "d", "c", "a"]
    assert worst_level(given) == "alarm"
    assert worst_level([]) == "good"


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.0, "0"), (0.0001, "<0.1"), (0.004, "0.4"), (0.5, "50"), (0.994, "99.4"), (0.9999, ">99.9"), (1.0, "100"), (np.nan, "-"),
    ],
)  # fmt: skip
def test_a_share_is_never_rounded_to_all_or_nothing(share: float, told: str) -> None:
    assert percent(share) == told
