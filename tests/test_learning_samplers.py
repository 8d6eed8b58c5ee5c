"""The order in which an epoch draws its patches."""

from typing import Any

import numpy as np
import pytest
from echopatch.core.contract.commands.training_options import SamplingOptions
from echopatch.core.contract.errors import ConfigError
from echopatch.core.engine.patches.samplers import SAMPLING_POWERS, Drawing, EpochDraw, class_shares, draw_figures, random_order

LABELS = np.repeat([0, 1, 3], [90, 9, 1])  # class 2 has no patches
COUNTS = np.bincount(LABELS, minlength=4)


def drawing(epochs: int = 6, seed: int = 1, **options: Any) -> Drawing:
    """Of ten steps an epoch."""
    return Drawing(SamplingOptions(**options), LABELS, 4, batch_size=10, epochs=epochs, seed=seed)


def order_of(draw: EpochDraw) -> np.ndarray:
    """Indices of the patches of a whole epoch."""
    return np.concatenate(draw.batches)


def draw_epoch(epoch: int = 0, **options: Any) -> EpochDraw:
    return drawing(**options).epoch(epoch)


@pytest.mark.parametrize(
    ("power", "shares"),
    [(1.0, [0.9, 0.09, 0, 0.01]), (0.0, [1 / 3, 1 / 3, 0, 1 / 3]), (0.5, np.sqrt([90, 9, 0, 1]) / (90**0.5 + 3 + 1))],
)
def test_class_shares_follow_their_formula(power: float, shares: list[float]) -> None:
    np.testing.assert_allclose(class_shares(COUNTS, power), shares, rtol=1e-12)


def drawn(power: float, epoch: int = 0) -> np.ndarray:
    return random_order(LABELS, class_shares(COUNTS, power), 100, np.random.default_rng([1, epoch]))


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
    other = random_order(LABELS, class_shares(COUNTS, 0.0), 100, np.random.default_rng([2, 0]))
    assert not np.array_equal(drawn(0.0), other)


@pytest.mark.parametrize(
    ("options", "phases"),
    [
        ({}, "ibibib"),
        ({"alternate_every": 3}, "iiibbb"),
        ({"alternate_first": "balanced", "alternate_second": "instance", "alternate_every": 2}, "bbiibb"),
        ({"alternate_second": "sqrt"}, "isisis"),
        ({"alternate_last": "instance"}, "ibibii"),
        ({"alternate_last": "sqrt", "alternate_every": 2}, "iibbss"),
        ({"alternate_last": "balanced", "alternate_every": 4}, "iiiibb"),
    ],
)
def test_alternating_sampling_changes_at_fixed_intervals(options: dict[str, Any], phases: str) -> None:
    alternating = drawing(sampling="alternate", **options)
    drawn_by = [{one.phase for one in alternating.epoch(epoch).phases} for epoch in range(6)]
    assert "".join(one.pop()[0] for one in drawn_by) == phases
    assert not any(drawn_by)


@pytest.mark.parametrize(
    ("every", "last", "phases"),
    [(5, None, ["iiiiibbbbb", "iiiiibbbbb"]), (4, None, ["iiiibbbbii", "iibbbbiiii"]), (15, "sqrt", ["i" * 10, "iiiiisssss"])],
)
def test_an_alternation_in_steps_goes_on_over_epochs(every: int, last: str | None, phases: list[str]) -> None:
    alternating = drawing(2, sampling="alternate", alternate_unit="steps", alternate_every=every, alternate_last=last)
    for epoch, wanted in enumerate(phases):
        draw = alternating.epoch(epoch)
        assert "".join(draw.phase_of(step).phase[0] for step in range(10)) == wanted
        assert [len(one) for one in draw.batches] == [10] * 10


def test_each_phase_of_an_epoch_draws_by_its_own_prior() -> None:
    draw = drawing(2, sampling="alternate", alternate_unit="steps", alternate_every=5).epoch(0)
    for phase, counts in zip(draw.phases, ([45, 4.5, 0, 0.5], [16.7, 16.7, 0, 16.7]), strict=True):
        np.testing.assert_allclose(np.bincount(LABELS[np.concatenate(phase.batches)], minlength=4), counts, atol=1)
        np.testing.assert_allclose(phase.shares, class_shares(COUNTS, SAMPLING_POWERS[phase.phase]))
    with pytest.raises(ValueError, match="no such step"):
        draw.phase_of(10)


@pytest.mark.parametrize("first", ["instance", "sqrt"])
def test_an_interval_of_one_step_draws_rare_classes_as_often_as_its_prior_says(first: str) -> None:
    alternating = drawing(200, sampling="alternate", alternate_unit="steps", alternate_first=first)
    phases = [one for epoch in range(200) for one in alternating.epoch(epoch).phases if one.phase == first]
    counts = sum(np.bincount(LABELS[one.batches[0]], minlength=4) for one in phases)
    # 1000 batches of ten; each rounds the 0.1 or 0.7 of the rarest class to 0 or 1, standard deviation of the sum at most 14.5
    np.testing.assert_allclose(counts, 10_000 * class_shares(COUNTS, SAMPLING_POWERS[first]), atol=3 * 14.5)


def test_two_phases_alike_are_no_alternation() -> None:
    with pytest.raises(ConfigError, match="balanced twice"):
        SamplingOptions(sampling="alternate", alternate_first="balanced")


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
    draw = draw_epoch(epoch, sampling=sampling)
    assert [one.phase for one in draw.phases] == [phase]
    np.testing.assert_array_equal(draw.counts, np.bincount(LABELS[order_of(draw)], minlength=4))
    np.testing.assert_allclose(draw.counts, counts, atol=1)
    np.testing.assert_allclose(draw.phases[0].shares, class_shares(COUNTS, SAMPLING_POWERS[phase]))


def test_the_history_hears_of_phase_and_counts() -> None:
    draw = draw_epoch(1, sampling="alternate", alternate_first="balanced", alternate_second="instance")
    assert draw_figures(draw, [1, 2, 5, 7]) == {"sampling_power": 1.0, "drawn_1": 90, "drawn_2": 9, "drawn_5": 0, "drawn_7": 1}


@pytest.mark.parametrize("draws", [7, 250])
def test_an_epoch_may_draw_fewer_patches_or_more(draws: int) -> None:
    draw = draw_epoch(sampling="instance", epoch_patches=draws)
    assert len(order_of(draw)) == draw.counts.sum() == draws
    np.testing.assert_allclose(draw.counts, COUNTS / 100 * draws, atol=1)
    assert np.ptp(np.bincount(order_of(draw), minlength=100)[:90]) <= 1


def test_the_patches_of_a_class_are_drawn_evenly_over_epochs() -> None:
    balanced = drawing(120, sampling="balanced")
    times = sum(np.bincount(order_of(balanced.epoch(epoch)), minlength=100) for epoch in range(120))
    # 33 or 34 of the 90 each epoch: by its own count of draws, Pearson's statistic of 89 degrees of freedom and less spread than
    # drawing with replacement has, where it would exceed 123 once in a hundred
    expected = times[:90].mean()
    assert ((times[:90] - expected) ** 2 / expected).sum() < 123


def test_the_order_is_mixed_not_class_by_class() -> None:
    draw = draw_epoch(sampling="balanced")
    runs = 1 + np.count_nonzero(np.diff(LABELS[order_of(draw)]))
    # of 100 in random order, 1 + 99 * 2/3 = 67 runs on average, standard deviation 4.7
    assert 48 < runs < 86


def test_an_epoch_is_drawn_from_its_number_alone_so_that_a_run_can_be_taken_up() -> None:
    options = {"sampling": "alternate", "alternate_every": 2, "seed": 5}
    straight = [order_of(drawing(**options).epoch(epoch)) for epoch in range(6)]
    for epoch in (4, 1, 5):
        np.testing.assert_array_equal(order_of(drawing(**options).epoch(epoch)), straight[epoch])
