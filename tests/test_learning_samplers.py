"""The order in which an epoch draws its patches."""

import numpy as np
import pytest
from echopatch.core.contract.commands.training_options import SamplingOptions
from echopatch.core.engine.patches.samplers import SAMPLING_POWERS, class_shares, draw_epoch, draw_figures, epoch_order, sampling_phase

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


@pytest.mark.parametrize(("first", "every", "phases"), [("instance", 1, "ibibib"), ("balanced", 2, "bbiibb"), ("instance", 3, "iiibbb")])
def test_alternating_sampling_changes_at_fixed_intervals(first: str, every: int, phases: str) -> None:
    options = SamplingOptions(sampling="alternate", alternate_first=first, alternate_every=every)
    assert "".join(sampling_phase(options, epoch)[0] for epoch in range(6)) == phases


@pytest.mark.parametrize(
    ("sampling", "epoch", "phase", "counts"),
    [
        ("instance", 3, "instance", [90, 9, 0, 1]),
        ("sqrt", 3, "sqrt", [70, 22, 0, 8]),  # 9.487, 3 and 1 of 13.487, to within a patch
        ("alternate", 0, "instance", [90, 9, 0, 1]),
        ("alternate", 1, "balanced", [33, 33, 0, 33]),
    ],
)
def test_a_draw_tells_its_phase_its_prior_and_its_counts(sampling: str, epoch: int, phase: str, counts: list[int]) -> None:
    draw = draw_epoch(SamplingOptions(sampling=sampling), LABELS, 4, seed=1, epoch=epoch)
    assert draw.phase == phase
    np.testing.assert_array_equal(draw.counts, np.bincount(LABELS[draw.order], minlength=4))
    np.testing.assert_allclose(draw.counts, counts, atol=1)
    np.testing.assert_allclose(draw.shares, class_shares(COUNTS, SAMPLING_POWERS[phase]))


def test_the_history_hears_of_phase_and_counts() -> None:
    draw = draw_epoch(SamplingOptions(sampling="alternate", alternate_first="balanced"), LABELS, 4, seed=1, epoch=1)
    assert draw_figures(draw, [1, 2, 5, 7]) == {"sampling_power": 1.0, "drawn_1": 90, "drawn_2": 9, "drawn_5": 0, "drawn_7": 1}


@pytest.mark.parametrize("draws", [7, 250])
def test_an_epoch_may_draw_fewer_patches_or_more(draws: int) -> None:
    draw = draw_epoch(SamplingOptions(sampling="instance", epoch_patches=draws), LABELS, 4, seed=1, epoch=0)
    assert len(draw.order) == draw.counts.sum() == draws
    np.testing.assert_allclose(draw.counts, COUNTS / 100 * draws, atol=1)
    assert np.ptp(np.bincount(draw.order, minlength=100)[:90]) <= 1


def test_the_patches_of_a_class_are_drawn_evenly_over_epochs() -> None:
    options = SamplingOptions(sampling="balanced")
    times = sum(np.bincount(draw_epoch(options, LABELS, 4, 1, epoch).order, minlength=100) for epoch in range(120))
    # 33 or 34 of the 90 each epoch: by its own count of draws, Pearson's statistic of 89 degrees of freedom and less spread than
    # drawing with replacement has, where it would exceed 123 once in a hundred
    expected = times[:90].mean()
    assert ((times[:90] - expected) ** 2 / expected).sum() < 123


def test_the_order_is_mixed_not_class_by_class() -> None:
    draw = draw_epoch(SamplingOptions(sampling="balanced"), LABELS, 4, seed=1, epoch=0)
    runs = 1 + np.count_nonzero(np.diff(LABELS[draw.order]))
    # of 100 in random order, 1 + 99 * 2/3 = 67 runs on average, standard deviation 4.7
    assert 48 < runs < 86


def test_an_epoch_is_drawn_from_its_number_alone_so_that_a_run_can_be_taken_up() -> None:
    options = SamplingOptions(sampling="alternate", alternate_every=2)
    straight = [draw_epoch(options, LABELS, 4, 5, epoch).order for epoch in range(6)]
    for epoch in (4, 1, 5):
        np.testing.assert_array_equal(draw_epoch(options, LABELS, 4, 5, epoch).order, straight[epoch])
