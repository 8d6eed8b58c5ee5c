"""Intervals over groups: against Student's t, against copies of patches, and against how often they hold the truth."""

import numpy as np
import pytest
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.engine.assessment.answers import Answers
from echopatch.core.engine.assessment.intervals import figures_with_intervals
from numpy.typing import NDArray
from scipy.stats import t


def answered(truth: NDArray[np.int64], answer: NDArray[np.int64], groups: NDArray[np.int64], classes: int = 2) -> Answers:
    logits = np.eye(classes, dtype=np.float32)[answer]
    names = np.full(len(truth), "scene", dtype=object)
    return Answers(TERRASAR_X_LEGEND[:classes], truth, logits, 1.0, groups, names, np.full(len(truth), "real", dtype=object))


def random_answers(groups: int, patches: int, seed: int) -> Answers:
    """Groups of equal size, each with an accuracy of its own around 0.7."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, 2, groups * patches)
    share = np.repeat(random.beta(7, 3, groups), patches)
    hit = random.random(len(truth)) < share
    return answered(truth, np.where(hit, truth, 1 - truth), np.repeat(np.arange(groups), patches))


def test_the_interval_of_the_accuracy_is_that_of_the_mean_over_equal_groups() -> None:
    answers = random_answers(12, 20, seed=0)
    of_groups = answers.hit.reshape(12, 20).mean(axis=1)
    low, high = t.interval(0.95, 11, of_groups.mean(), of_groups.std(ddof=1) / np.sqrt(12))
    found = figures_with_intervals(answers).overall["accuracy"]
    assert found.value == pytest.approx(of_groups.mean())
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.01)
    assert found.groups == 12


def test_copies_of_a_patch_in_its_group_make_no_interval_narrower() -> None:
    single = random_answers(30, 1, seed=1)
    copies = answered(np.repeat(single.truth, 10), np.repeat(single.answer, 10), np.repeat(single.groups, 10))
    once, tenfold = figures_with_intervals(single), figures_with_intervals(copies)
    for name, figure in once.overall.items():
        assert tenfold.overall[name] == pytest.approx(figure)
    for name, figures in once.by_class.items():
        assert np.array(tenfold.by_class[name]) == pytest.approx(np.array(figures))


def test_taking_patches_for_places_would_promise_too_much() -> None:
    answers = random_answers(12, 50, seed=2)
    alone = answered(answers.truth, answers.answer, np.arange(len(answers.truth)))
    honest, naive = (figures_with_intervals(one).overall["accuracy"] for one in (answers, alone))
    assert naive.high - naive.low < 0.6 * (honest.high - honest.low)


def test_about_95_of_100_intervals_hold_the_truth() -> None:
    held = [
        found.low <= 0.7 <= found.high
        for found in (figures_with_intervals(random_answers(15, 6, seed)).overall["accuracy"] for seed in range(60))
    ]
    assert sum(held) >= 52


def test_one_place_has_no_interval_and_few_are_called_unreliable() -> None:
    truth = np.array([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    answer = np.array([0, 1, 0, 1, 1, 1, 1, 0, 1, 0, 1, 1])
    groups = np.array([0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4])
    recall = figures_with_intervals(answered(truth, answer, groups)).by_class["recall"]
    assert recall[0].groups == 1
    assert not recall[0].bounded
    assert recall[1].groups == 5
    assert recall[1].reliable
    fewer = figures_with_intervals(answered(truth, answer, np.minimum(groups, 1))).by_class["recall"][1]
    assert fewer.groups == 2
    assert fewer.bounded
    assert not fewer.reliable


def test_places_without_any_error_give_no_interval_instead_of_certainty() -> None:
    truth = np.tile([0, 1], 10)
    found = figures_with_intervals(answered(truth, truth, np.repeat(np.arange(10), 2)))
    assert found.overall["accuracy"].value == 1
    assert not found.overall["accuracy"].bounded
    assert not found.by_class["recall"][0].reliable


def test_a_class_without_patches_has_no_recall_but_the_precision_of_its_answers() -> None:
    truth, answer = np.array([0, 0, 1, 1]), np.array([0, 2, 1, 2])
    found = figures_with_intervals(answered(truth, answer, np.arange(4), classes=3))
    assert np.isnan(found.by_class["recall"][2].value)
    assert found.by_class["recall"][2].groups == 0
    assert found.by_class["precision"][2].value == 0
    assert found.by_class["precision"][2].groups == 2


def test_intervals_stay_within_what_a_figure_can_be() -> None:
    found = figures_with_intervals(random_answers(3, 4, seed=5))
    assert all(one.low >= -1 and one.high <= 1 for one in found.overall.values() if one.bounded)
    assert all(one.low >= 0 for one in found.by_class["recall"] if one.bounded)
