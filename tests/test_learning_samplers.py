"""The order in which an epoch draws its patches."""

import numpy as np
import pytest
from echopatch.core.engine.patches.samplers import SAMPLING_POWERS, class_shares, epoch_order

LABELS = np.repeat([0, 1, 3], [90, 9, 1])  # class 2 has no patches
COUNTS = np.bincount(LABELS, minlength=4)


@pytest.mark.parametrize(
    ("power", "shares"),
    [(1.0, [0.9, 0.09, 0, 0.01]), (0.0, [1 / 3, 1 / 3, 0, 1 / 3]), (0.5, np.sqrt([90, 9, 0, 1]) / (90**0.5 + 3 + 1))],
)
def test_class_shares_follow_their_formula(power: float, shares: list[float]) -> None:
    np.testing.assert_allclose(class_shares(COUNTS, power), shares, rtol=1e-12)


def drawn(power: float, epoch: int = 0) -> np.ndarray:
    return epoch_order(LABELS, class_shares(COUNTS, power), seed=1, epoch=epoch)


def test_instance_sampling_gives_every_patch_once_in_mixed_order() -> None:
    order = drawn(SAMPLING_POWERS["instance"])
    np.testing.assert_array_equal(np.sort(order), np.arange(100))
    assert not np.array_equal(order, np.arange(100))


def test_balanced_sampling_draws_classes_and_patches_within_a_class_equally_often() -> None:
    order = drawn(SAMPLING_POWERS["balanced"])
    by_class = np.bincount(LABELS[order], minlength=4)
    assert len(order) == 100
    assert sorted(by_class) == [0, 33, 33, 34]
    assert by_class[2] == 0
    times = np.bincount(order, minlength=100)
    for index in (0, 1, 3):
        of_class = times[index == LABELS]
        assert of_class.max() - of_class.min() <= 1


def test_over_many_epochs_every_patch_of_a_large_class_is_drawn() -> None:
    times = sum(np.bincount(drawn(0.0, epoch), minlength=100) for epoch in range(60))
    # a patch of the class of 90 comes with probability 0.37 an epoch: 22 times in 60, standard deviation 3.7
    assert times[:90].min() >= 5
    assert times[:90].mean() == pytest.approx(60 * 100 / 3 / 90, rel=0.02)


def test_equal_seeds_and_epochs_give_equal_orders_and_others_do_not() -> None:
    np.testing.assert_array_equal(drawn(0.0), drawn(0.0))
    assert not np.array_equal(drawn(0.0), drawn(0.0, epoch=1))
    assert not np.array_equal(drawn(0.0), epoch_order(LABELS, class_shares(COUNTS, 0.0), seed=2, epoch=0))
