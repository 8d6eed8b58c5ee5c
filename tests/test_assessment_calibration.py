"""Calibration and coverage against hand-made cases and brute force."""

import numpy as np
import pytest
from echopatch.core.engine.assessment.calibration import (
    coverage,
    error_by_chance,
    expected_calibration_error,
    fit_temperature,
    negative_log_likelihood,
    reliability,
)
from sklearn.metrics import balanced_accuracy_score

# confidence 0.9 twice (one right), 0.6 three times (all right), 0.55 once (wrong)
CONFIDENCE = np.array([0.9, 0.9, 0.6, 0.6, 0.6, 0.55])
PROBABILITIES = np.stack([CONFIDENCE, 1 - CONFIDENCE], axis=1)
TRUTH = np.array([0, 1, 0, 0, 0, 1])


def test_perfect_confidence_is_perfectly_calibrated() -> None:
    assert expected_calibration_error(np.array([0, 1]), np.eye(2)) == 0.0


def test_the_reliability_diagram_is_worked_out_by_hand() -> None:
    bins = reliability(TRUTH, PROBABILITIES)
    # bin 13 of 15 ends at 14/15 = 0.93, bin 8 at 9/15 = 0.6 and holds it
    assert {place: count for place, count in enumerate(bins.patches) if count} == {13: 2, 8: 4}
    assert bins.confidence[13] == pytest.approx(0.9)
    assert bins.accuracy[13] == pytest.approx(0.5)
    assert bins.confidence[8] == pytest.approx((3 * 0.6 + 0.55) / 4)
    assert bins.accuracy[8] == pytest.approx(0.75)
    assert np.isnan(bins.accuracy[0])


def test_the_calibration_error_is_the_mean_gap_of_the_reliability_diagram() -> None:
    gaps = 2 * abs(0.5 - 0.9) + 4 * abs(0.75 - (3 * 0.6 + 0.55) / 4)
    assert expected_calibration_error(TRUTH, PROBABILITIES) == pytest.approx(gaps / 6)


def test_chance_alone_gives_a_calibrated_model_an_error_that_falls_with_more_patches() -> None:
    random = np.random.default_rng(0)
    few, many = random.uniform(0.5, 1, 50), random.uniform(0.5, 1, 5000)
    found = [error_by_chance(np.stack([one, 1 - one], axis=1)) for one in (few, many)]
    assert 0.08 < found[0] < 0.2
    assert 0.005 < found[1] < 0.02
    assert error_by_chance(np.eye(2)) == 0
    hits = (random.random(5000) > many).astype(int)  # class 0 with the probability that is said
    assert expected_calibration_error(hits, np.stack([many, 1 - many], axis=1)) == pytest.approx(found[1], abs=0.01)


def test_coverage_agrees_with_judging_what_is_left_by_hand() -> None:
    random = np.random.default_rng(1)
    truth, probabilities = random.integers(0, 3, 200), random.dirichlet(np.ones(3), 200)
    confidence, answer = probabilities.max(axis=1), probabilities.argmax(axis=1)
    thresholds = np.array([0.0, 0.5, float(confidence[7]), 0.9])
    found = coverage(truth, probabilities, thresholds)
    for place, threshold in enumerate(thresholds):
        kept = confidence >= threshold
        assert found.kept[place] == pytest.approx(kept.mean())
        assert found.accuracy[place] == pytest.approx((truth == answer)[kept].mean())
        assert found.mean_recall[place] == pytest.approx(balanced_accuracy_score(truth[kept], answer[kept]))
        assert found.classes[place] == len(set(truth[kept]))


def test_a_threshold_that_keeps_nothing_has_no_figures() -> None:
    found = coverage(TRUTH, PROBABILITIES, np.array([0.95]))
    assert found.kept[0] == found.classes[0] == 0
    assert np.isnan(found.accuracy[0])
    assert np.isnan(found.mean_recall[0])


@pytest.mark.parametrize("temperature", [0.3, 1.0, 2.5])
def test_a_known_temperature_is_recovered(temperature: float) -> None:
    random = np.random.default_rng(0)
    right = random.normal(scale=2, size=(40000, 5))  # labels drawn from these logits: they are calibrated
    truth = (right + random.gumbel(size=right.shape)).argmax(axis=1)
    fitted = fit_temperature(truth, right * temperature)
    assert fitted == pytest.approx(temperature, rel=0.02)
    nearby = [negative_log_likelihood(truth, right * temperature / fitted / other) for other in (0.97, 1.0, 1.03)]
    assert min(nearby) == nearby[1]


def test_a_temperature_stays_in_its_bounds_when_every_answer_is_right() -> None:
    assert 0.05 <= fit_temperature(np.array([0, 1]), np.eye(2)) < 0.06
