"""Smoothing over neighbouring cells."""

import numpy as np
import pytest
from echopatch.core.engine.mapping.smoothing import smooth_into, smoothed


def some(rows: int = 12, columns: int = 9, seed: int = 0) -> np.ndarray:
    random = np.random.default_rng(seed)
    probabilities = random.dirichlet([0.4, 0.4, 0.4], (rows, columns)).astype(np.float32)
    probabilities[random.random((rows, columns)) < 0.2] = 0
    return probabilities


def weight(distance: int, radius: int) -> float:
    return float(np.exp(-(distance**2) / (2 * (0.75 * radius) ** 2)))


@pytest.mark.parametrize("radius", [1, 2])
def test_a_cell_is_the_weighted_mean_of_the_answered_cells_around_it(radius: int) -> None:
    given = some()
    result = smoothed(given, radius)
    for row, column in ((0, 0), (5, 4), (11, 8)):
        total, weights = np.zeros(3), 0.0
        for i in range(max(0, row - radius), min(12, row + radius + 1)):
            for j in range(max(0, column - radius), min(9, column + radius + 1)):
                if given[i, j].any():
                    share = weight(i - row, radius) * weight(j - column, radius)
                    total, weights = total + share * given[i, j], weights + share
        expected = total / weights if given[row, column].any() else np.zeros(3)
        np.testing.assert_allclose(result[row, column], expected, atol=1e-5)


def test_cells_without_an_answer_stay_without_one_and_the_others_sum_to_one() -> None:
    given = some()
    result = smoothed(given, 2)
    answered = given.any(2)
    assert not result[~answered].any()
    np.testing.assert_allclose(result[answered].sum(1), 1, atol=1e-5)


def test_alike_neighbours_change_nothing() -> None:
    given = np.broadcast_to(np.float32([0.7, 0.2, 0.1]), (6, 6, 3)).copy()
    np.testing.assert_allclose(smoothed(given, 3), given, atol=1e-6)


def test_a_lone_cell_of_another_class_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    given = np.broadcast_to(np.float32([0.8, 0.2, 0.0]), (7, 7, 3)).copy()
    given[3, 3] = (0.4, 0.6, 0.0)
    assert (smoothed(given, 1).argmax(2) == 0).all()


@pytest.mark.parametrize("at_once", [9, 27, 200_000])
def test_bands_of_rows_give_what_the_whole_gives(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr("echopatch.core.engine.mapping.smoothing._CELLS_AT_ONCE", at_once)
    given = some(rows=20)
    target = np.empty_like(given)
    smooth_into(target, given, 2)
    np.testing.assert_allclose(target, smoothed(given, 2), atol=1e-6)
