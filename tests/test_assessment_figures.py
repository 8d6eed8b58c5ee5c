"""Figures of a classifier against values worked out by hand and by scikit-learn."""

import math

import numpy as np
import pytest
import torch
from echopatch.core.engine.assessment.figures import classification_figures, confusion_figures, count_confusion, epoch_figures
from sklearn.metrics import (
    accuracy_score,
    balanced_accuracy_score,
    cohen_kappa_score,
    confusion_matrix,
    f1_score,
    log_loss,
    precision_recall_fscore_support,
)

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
    assert figures["precision"] == {"a": pytest.approx(1), "b": pytest.approx(1 / 2), "c": 0}
    assert figures["mean_recall"] == pytest.approx((2 / 3 + 1 / 2) / 2)
    # F1: a 2*2/(2*2+0+1) = 0.8, b 2*1/(2*1+1+1) = 0.5, c 0
    assert figures["macro_f1"] == pytest.approx((0.8 + 0.5 + 0) / 3)
    # by chance: 3/5 * 2/5 for a, 2/5 * 2/5 for b
    assert figures["kappa"] == pytest.approx((0.6 - 0.4) / (1 - 0.4))
    assert figures["loss"] == pytest.approx(-math.log(0.7 * 0.6 * 0.3 * 0.8 * 0.3) / 5)
    # bins of 1/15: 0.7 hit; 0.6 hit and 0.6 miss together; 0.8 hit; 0.5 miss
    assert figures["ece"] == pytest.approx((0.3 + abs(1 - 1.2) + 0.2 + 0.5) / 5)


def test_figures_agree_with_scikit_learn_on_random_answers() -> None:
    random = np.random.default_rng(0)
    truth, logits = random.integers(0, 4, 500), random.normal(size=(500, 4))
    answer = logits.argmax(axis=1)
    confusion = count_confusion(truth, answer, 4)
    np.testing.assert_array_equal(confusion, confusion_matrix(truth, answer))
    figures = confusion_figures(confusion)
    assert figures["accuracy"] == pytest.approx(accuracy_score(truth, answer))
    assert figures["mean_recall"] == pytest.approx(balanced_accuracy_score(truth, answer))
    assert figures["macro_f1"] == pytest.approx(f1_score(truth, answer, average="macro"))
    assert figures["kappa"] == pytest.approx(cohen_kappa_score(truth, answer))
    precision, recall, f1, _ = precision_recall_fscore_support(truth, answer)
    for name, theirs in (("precision", precision), ("recall", recall), ("f1", f1)):
        np.testing.assert_allclose(figures[name], theirs)
    of_epoch = epoch_figures(truth, logits)
    assert of_epoch["mean_recall"] == pytest.approx(balanced_accuracy_score(truth, answer))
    assert of_epoch["loss"] == pytest.approx(log_loss(truth, torch.softmax(torch.from_numpy(logits), 1).numpy()))


def test_many_confusion_matrices_at_once_give_what_each_gives() -> None:
    matrices = np.random.default_rng(0).integers(0, 5, (20, 3, 3))
    matrices[:, 0] = 0  # a class without patches
    together = confusion_figures(matrices)
    for number, matrix in enumerate(matrices):
        for name, values in confusion_figures(matrix).items():
            np.testing.assert_array_equal(together[name][number], values)


def test_what_cannot_be_divided_is_not_a_number() -> None:
    figures = confusion_figures(np.array([[3, 0], [0, 0]]))
    assert np.isnan(figures["kappa"])  # all of one class, all answered so: agreement by chance is certain
    assert np.isnan(figures["recall"][1])
    assert np.isnan(figures["precision"][1])
    assert figures["mean_recall"] == figures["macro_f1"] == 1
