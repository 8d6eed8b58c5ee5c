"""Figures, temperature and losses against values worked out by hand and by other libraries."""

import itertools
import math

import numpy as np
import pytest
import torch
from echopatch.core.engine.assessment.calibration import expected_calibration_error, fit_temperature, negative_log_likelihood
from echopatch.core.engine.assessment.figures import classification_figures, epoch_figures
from echopatch.core.engine.learning.batches import Batch
from echopatch.core.engine.learning.losses import cross_entropy
from echopatch.core.engine.learning.optimiser import adamw, rate_share
from sklearn.metrics import balanced_accuracy_score, log_loss

# classes 0, 1 and 2; class 2 has no patches; one of three patches of class 0 is taken for 1, one of two of class 1 for 2
TRUTH = np.array([0, 0, 0, 1, 1])
LOGITS = np.log(
    np.array([[0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.3, 0.6, 0.1], [0.1, 0.8, 0.1], [0.2, 0.3, 0.5]]),
)


def test_figures_are_those_worked_out_by_hand() -> None:
    figures = classification_figures(TRUTH, LOGITS, ["a", "b", "c"], temperature=1.0)
    assert figures["confusion"] == [[2, 1, 0], [0, 1, 1], [0, 0, 0]]
    assert figures["accuracy"] == pytest.approx(3 / 5)
    assert figures["recall"] == {"a": pytest.approx(2 / 3), "b": pytest.approx(1 / 2), "c": None}
    assert figures["mean_recall"] == pytest.approx((2 / 3 + 1 / 2) / 2)
    # F1: a 2*2/(2*2+0+1) = 0.8, b 2*1/(2*1+1+1) = 0.5, c 0
    assert figures["macro_f1"] == pytest.approx((0.8 + 0.5 + 0) / 3)
    assert figures["loss"] == pytest.approx(-math.log(0.7 * 0.6 * 0.3 * 0.8 * 0.3) / 5)
    # bins of 1/15: 0.7 hit; 0.6 hit and 0.6 miss together; 0.8 hit; 0.5 miss
    assert figures["ece"] == pytest.approx((0.3 + abs(1 - 1.2) + 0.2 + 0.5) / 5)


def test_figures_agree_with_scikit_learn_on_random_answers() -> None:
    random = np.random.default_rng(0)
    truth, logits = random.integers(0, 4, 500), random.normal(size=(500, 4))
    figures = epoch_figures(truth, logits)
    assert figures["mean_recall"] == pytest.approx(balanced_accuracy_score(truth, logits.argmax(1)))
    probabilities = torch.softmax(torch.from_numpy(logits), 1).numpy()
    assert figures["loss"] == pytest.approx(log_loss(truth, probabilities))


def test_perfect_confidence_is_perfectly_calibrated() -> None:
    assert expected_calibration_error(np.array([0, 1]), np.eye(2)) == 0.0


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


def test_cross_entropy_is_worked_out_by_hand() -> None:
    batch = Batch(torch.tensor([[0.0, math.log(3.0)]]), torch.tensor([1]), np.array([0]))
    network = torch.nn.Identity()
    assert cross_entropy(0.0)(network, batch).item() == pytest.approx(math.log(4 / 3))
    # smoothing 0.2 over two classes: 0.9 on the label, 0.1 on the other
    assert cross_entropy(0.2)(network, batch).item() == pytest.approx(0.9 * math.log(4 / 3) + 0.1 * math.log(4))


def test_the_learning_rate_rises_straight_and_falls_as_a_cosine() -> None:
    shares = [rate_share(step, 100, 0.1) for step in range(100)]
    np.testing.assert_allclose(shares[:11], np.arange(1, 12) / 11)
    assert shares[55] == pytest.approx(0.5)
    assert all(later < earlier for earlier, later in itertools.pairwise(shares[10:]))
    assert shares[-1] < 0.001
    assert rate_share(0, 1, 0.0) == 1.0


def test_only_matrices_and_kernels_decay() -> None:
    network = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2), torch.nn.Linear(2, 2))
    decayed, kept = adamw(network, 0.1, 0.5).param_groups
    assert [one.dim() for one in decayed["params"]] == [4, 2]
    assert [one.dim() for one in kept["params"]] == [1, 1, 1, 1]
    assert (decayed["weight_decay"], kept["weight_decay"]) == (0.5, 0.0)
