"""The balance of a BEGAN, worked out by hand, and the rule of its learning rate."""

import pytest
from echopatch.core.engine.generation.equilibrium import Equilibrium, RateRule, convergence


def test_k_grows_by_the_balance_in_units_of_the_real_loss() -> None:
    first = Equilibrium().after(real=0.2, made=0.06, gamma=0.5, balance_rate=0.1)
    # 0 + 0.1 * (0.5 * 0.2 - 0.06) / 0.2
    assert first.k == pytest.approx(0.02)
    assert first.scale == pytest.approx(0.2)
    second = first.after(real=0.4, made=0.1, gamma=0.5, balance_rate=0.1)
    # scale 0.99 * 0.2 + 0.01 * 0.4 = 0.202; 0.02 + 0.1 * (0.5 * 0.4 - 0.1) / 0.202
    assert second.scale == pytest.approx(0.202)
    assert second.k == pytest.approx(0.02 + 0.01 / 0.202)


def test_k_falls_when_the_made_images_are_lost_too_much_of() -> None:
    assert Equilibrium(0.5, 1.0).after(real=1.0, made=0.9, gamma=0.5, balance_rate=0.1).k == pytest.approx(0.46)


@pytest.mark.parametrize(("made", "end"), [(100.0, 0.0), (-100.0, 1.0)])
def test_k_stays_between_0_and_1(made: float, end: float) -> None:
    assert Equilibrium(0.5, 1.0).after(real=1.0, made=made, gamma=0.5, balance_rate=1.0).k == end


def test_k_does_not_depend_on_the_unit_of_the_loss() -> None:
    pairs = [(0.3, 0.1), (0.25, 0.14), (0.2, 0.05)]
    plain, tiny = Equilibrium(), Equilibrium()
    for real, made in pairs:
        plain = plain.after(real, made, gamma=0.5, balance_rate=0.01)
        tiny = tiny.after(real * 1e-4, made * 1e-4, gamma=0.5, balance_rate=0.01)
    assert plain.k > 0
    assert tiny.k == pytest.approx(plain.k)


def test_a_perfect_reconstruction_leaves_k_alone() -> None:
    assert Equilibrium(0.25).after(real=0.0, made=0.1, gamma=0.5, balance_rate=0.1) == Equilibrium(0.25, 0.0)


@pytest.mark.parametrize(("real", "made", "measure"), [(0.2, 0.1, 0.2), (0.2, 0.06, 0.24), (0.2, 0.3, 0.4)])
def test_m_is_the_real_loss_and_the_imbalance(real: float, made: float, measure: float) -> None:
    assert convergence(real, made, gamma=0.5) == pytest.approx(measure)


def followed(rule: RateRule, measures: list[float], patience: int = 3, least_rate: float = 1e-5) -> RateRule:
    for measure in measures:
        rule = rule.after(measure, patience, least_rate)
    return rule


def test_the_rate_stays_while_m_falls() -> None:
    assert followed(RateRule(1e-4), [0.2 * 0.5**step for step in range(40)]).rate == 1e-4


def test_the_rate_halves_after_as_many_steps_without_a_fall_as_patience_says() -> None:
    # the first measure is the best one; three more do not fall
    assert followed(RateRule(1e-4), [0.2] * 3).rate == 1e-4
    assert followed(RateRule(1e-4), [0.2] * 4) == RateRule(5e-5, pytest.approx(0.2), pytest.approx(0.2), 0)
    assert followed(RateRule(1e-4), [0.2] * 7).rate == 2.5e-5


def test_a_fall_of_less_than_a_hundredth_does_not_count() -> None:
    best = RateRule(1e-4, 1.0, 1.0, 2)
    assert followed(best, [0.1]).rate == 5e-5  # smoothed 0.991
    assert followed(best, [-0.1]) == RateRule(1e-4, pytest.approx(0.989), pytest.approx(0.989), 0)


def test_the_rate_never_falls_below_the_least() -> None:
    assert followed(RateRule(1e-4), [0.2] * 40, least_rate=3e-5).rate == 3e-5


def test_a_rate_below_the_least_is_not_raised() -> None:
    assert followed(RateRule(1e-6), [0.2] * 40, least_rate=3e-5).rate == 1e-6
