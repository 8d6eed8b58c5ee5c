"""Every loss against values worked out by hand, its limits, and its slope."""

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.training_options import LossOptions, SamplingOptions, check_imbalance
from echopatch.core.contract.errors import ConfigError
from echopatch.core.engine.learning.losses import (
    DEFERRED_FROM,
    adjusted_losses,
    class_margins,
    class_weights,
    focal_losses,
    label_loss,
    label_shares,
    log_prior,
    margin_losses,
)
from torch.nn import functional as F

COUNTS = np.array([81, 16, 1])
DRAWN = COUNTS / COUNTS.sum()
EVEN = np.full(3, 1 / 3)
HAND = torch.tensor([[math.log(2), 0.0, 0.0]])  # softmax: 1/2, 1/4, 1/4


def random_logits(count: int = 16, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    return 3 * torch.randn(count, 3, generator=torch.Generator().manual_seed(0), dtype=dtype)


def random_labels(count: int = 16) -> torch.Tensor:
    return torch.arange(count) % 3


def value(options: LossOptions, logits: torch.Tensor, labels: torch.Tensor, drawn: np.ndarray = DRAWN, done: float = 0.0) -> float:
    """What a loss says of a network that answers these logits."""
    return label_loss(options, COUNTS, drawn, done)(logits, labels).item()


def plain(**settings: object) -> LossOptions:
    return LossOptions(**{"label_smoothing": 0.0, **settings})


def test_losses_of_one_patch_are_worked_out_by_hand() -> None:
    label = torch.tensor([0])
    assert value(plain(), HAND, label) == pytest.approx(math.log(2))
    assert value(plain(loss="focal", focal_gamma=2.0), HAND, label) == pytest.approx(0.25 * math.log(2))
    # balanced softmax: 81 * 2 / (81 * 2 + 16 + 1)
    assert value(plain(loss="balanced-softmax"), HAND, label) == pytest.approx(math.log(179 / 162))
    # logit adjustment by half: 9 * 2 / (9 * 2 + 4 + 1), the roots of the counts
    assert value(plain(loss="logit-adjusted", adjustment=0.5), HAND, label) == pytest.approx(math.log(23 / 18))
    # inverse weights, mean 1 over the draws: of 98 draws each class weighs a third, so class 0 weighs 98 / 3 / 81
    assert value(plain(class_weights="inverse"), HAND, label) == pytest.approx(98 / 3 / 81 * math.log(2))
    # smoothing by 0.3: the label keeps 0.8, each other class gets 0.1
    assert value(plain(label_smoothing=0.3), HAND, label) == pytest.approx(0.8 * math.log(2) + 0.2 * math.log(4))


def test_the_margin_loss_is_worked_out_by_hand() -> None:
    np.testing.assert_allclose(class_margins(COUNTS), [0.5 / 3, 0.25, 0.5])
    logits = torch.tensor([[3.0, 0.0, 4.0]])  # of length 5: 0.6, 0, 0.8
    for label, own in enumerate((0.6 - 0.5 / 3, 0.0 - 0.25, 0.8 - 0.5)):
        others = [one for place, one in enumerate((0.6, 0.0, 0.8)) if place != label]
        wanted = math.log(1 + sum(math.exp(30 * (other - own)) for other in others))
        assert value(plain(loss="ldam-drw"), logits, torch.tensor([label])) == pytest.approx(wanted, rel=1e-5)


@pytest.mark.parametrize(
    ("options", "drawn"),
    [
        (plain(loss="focal", focal_gamma=0.0), DRAWN),
        (plain(loss="logit-adjusted", adjustment=0.0), DRAWN),
        (plain(loss="logit-adjusted"), EVEN),
        (plain(loss="balanced-softmax"), EVEN),
        (plain(class_weights="effective", effective_beta=0.0), DRAWN),
    ],
    ids=["focal of 0", "adjustment of 0", "adjusted to an even prior", "balanced of an even prior", "beta of 0"],
)
def test_at_its_limit_a_loss_is_cross_entropy(options: LossOptions, drawn: np.ndarray) -> None:
    logits, labels = random_logits(), random_labels()
    assert value(options, logits, labels, drawn) == pytest.approx(F.cross_entropy(logits, labels).item(), rel=1e-5)


def test_cross_entropy_and_its_smoothing_are_those_of_torch() -> None:
    logits, labels = random_logits(), random_labels()
    for smoothing in (0.0, 0.1, 0.5):
        wanted = F.cross_entropy(logits, labels, label_smoothing=smoothing).item()
        assert value(LossOptions(label_smoothing=smoothing), logits, labels) == wanted
        by_our_own_way = LossOptions(loss="focal", focal_gamma=0.0, label_smoothing=smoothing)
        assert value(by_our_own_way, logits, labels) == pytest.approx(wanted, rel=1e-5)


def test_balanced_softmax_is_the_adjustment_of_strength_one() -> None:
    logits, labels = random_logits(), random_labels()
    ours = value(plain(loss="balanced-softmax"), logits, labels)
    assert ours == value(plain(loss="logit-adjusted", adjustment=1.0), logits, labels)
    by_counts = F.cross_entropy(logits + torch.tensor(COUNTS).log(), labels)  # a constant offset changes nothing
    assert ours == pytest.approx(by_counts.item(), rel=1e-5)


def test_logits_that_hold_the_prior_are_even_once_it_is_undone() -> None:
    """The best constant answer under the adjusted loss is the even one, whatever the prior of the sampling phase."""
    answer = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    offsets = torch.from_numpy(log_prior(DRAWN))
    losses = adjusted_losses(answer[None], offsets)[0]
    (losses * torch.from_numpy(DRAWN)).sum().backward()
    torch.testing.assert_close(answer.grad, torch.zeros(3, dtype=torch.float64), atol=1e-12, rtol=0)


def test_a_class_that_is_never_drawn_is_pushed_down_not_forgotten() -> None:
    drawn = np.array([0.9, 0.1, 0.0])
    np.testing.assert_allclose(np.exp(log_prior(drawn)), [0.9, 0.1, 0.9])
    logits = torch.zeros(1, 3, requires_grad=True)
    adjusted_losses(logits, torch.from_numpy(log_prior(drawn)))[0, 0].backward()
    assert logits.grad is not None
    assert logits.grad[0, 2] > 0.4
    counts = np.array([9, 1, 0])
    assert class_weights(counts, drawn, 1.0)[2] == class_margins(counts)[2] == 0


@pytest.mark.parametrize(
    ("beta", "wanted"),
    [
        (1.0, [1 / 81, 1 / 16, 1]),
        (0.9, [0.1 / (1 - 0.9**81), 0.1 / (1 - 0.9**16), 1]),
        (0.99999, [1e-5 / (1 - 0.99999**81), 1e-5 / (1 - 0.99999**16), 1]),
    ],
)
def test_class_weights_follow_their_formula_and_keep_the_scale_of_the_loss(beta: float, wanted: list[float]) -> None:
    weights = class_weights(COUNTS, DRAWN, beta)
    np.testing.assert_allclose(weights / weights[2], wanted, rtol=1e-7)
    assert (weights * DRAWN).sum() == pytest.approx(1)


def test_ldam_weighs_the_classes_only_when_the_run_is_nearly_done() -> None:
    options = plain(loss="ldam-drw")
    logits, labels = random_logits(), random_labels()
    early, late = (value(options, logits, labels, done=done) for done in (DEFERRED_FROM - 0.01, DEFERRED_FROM))
    assert early == value(options, logits, labels, done=0.0)
    weights = torch.from_numpy(class_weights(COUNTS, DRAWN, options.effective_beta)).float()
    losses = margin_losses(logits, torch.from_numpy(class_margins(COUNTS)).float())
    assert late == pytest.approx((F.one_hot(labels) * weights * losses).sum(1).mean().item(), rel=1e-5)
    assert late != pytest.approx(early, rel=0.01)


@pytest.mark.parametrize("loss", ["ce", "focal", "balanced-softmax", "ldam-drw", "logit-adjusted"])
def test_the_loss_of_a_mixed_label_is_the_mixture_of_the_losses_of_its_labels(loss: str) -> None:
    options, logits = LossOptions(loss=loss), random_logits(1)
    first, second = (value(options, logits, torch.tensor([label])) for label in (0, 2))
    mixed = value(options, logits, torch.tensor([[0.7, 0.0, 0.3]]))
    assert mixed == pytest.approx(0.7 * first + 0.3 * second, rel=1e-5)


def test_shares_of_labels_sum_to_one_however_they_are_given() -> None:
    torch.testing.assert_close(label_shares(torch.tensor([1]), 4, 0.2), torch.tensor([[0.05, 0.85, 0.05, 0.05]]))
    torch.testing.assert_close(label_shares(torch.tensor([[0.5, 0.5, 0, 0]]), 4, 0.2), torch.tensor([[0.45, 0.45, 0.05, 0.05]]))


@pytest.mark.parametrize(
    "label_losses",
    [
        lambda logits: adjusted_losses(logits, torch.from_numpy(log_prior(DRAWN))),
        lambda logits: focal_losses(logits, 2.0),
        lambda logits: focal_losses(logits, 0.5),
        lambda logits: margin_losses(logits, torch.from_numpy(class_margins(COUNTS))),
    ],
    ids=["adjusted", "focal", "focal below 1", "margin"],
)
def test_slopes_are_those_of_small_differences(label_losses: Callable[[torch.Tensor], torch.Tensor]) -> None:
    logits = random_logits(4, torch.float64).requires_grad_()
    assert torch.autograd.gradcheck(label_losses, (logits,))


@pytest.mark.parametrize("loss", ["ce", "focal", "balanced-softmax", "ldam-drw", "logit-adjusted"])
@pytest.mark.parametrize("logits", [torch.zeros(2, 3), torch.tensor([[500.0, -500, 0], [0, 0, 1e4]])], ids=["nought", "huge"])
def test_extreme_answers_give_finite_losses_and_slopes(loss: str, logits: torch.Tensor) -> None:
    given = logits.clone().requires_grad_()
    options = plain(loss=loss, focal_gamma=0.5)
    result = label_loss(options, COUNTS, DRAWN, 1.0)(given, torch.tensor([0, 2]))
    result.backward()
    assert torch.isfinite(result)
    assert given.grad is not None
    assert torch.isfinite(given.grad).all()


def test_answers_in_bfloat16_are_judged_in_float32() -> None:
    logits, options = random_logits().bfloat16(), plain(loss="balanced-softmax")
    assert value(options, logits, random_labels()) == value(options, logits.float(), random_labels())


@pytest.mark.parametrize(
    ("sampling", "loss", "weights", "code"),
    [
        ("balanced", "ce", "inverse", "imbalance-sampling-and-weights"),
        ("sqrt", "focal", "effective", "imbalance-sampling-and-weights"),
        ("balanced", "balanced-softmax", "none", "imbalance-sampling-and-loss"),
        ("balanced", "logit-adjusted", "none", "imbalance-sampling-and-loss"),
        ("balanced", "ldam-drw", "none", "imbalance-sampling-and-margins"),
        ("sqrt", "ldam-drw", "none", "imbalance-sampling-and-margins"),
    ],
)
def test_an_imbalance_is_not_corrected_twice(sampling: str, loss: str, weights: str, code: str) -> None:
    with pytest.raises(ConfigError, match=f"{sampling}.*{loss if weights == 'none' else weights}.*use") as caught:
        check_imbalance(LossOptions(loss=loss, class_weights=weights), SamplingOptions(sampling=sampling))
    assert caught.value.code == code


@pytest.mark.parametrize("loss", ["balanced-softmax", "ldam-drw", "logit-adjusted"])
def test_a_loss_that_corrects_takes_no_weights(loss: str) -> None:
    with pytest.raises(ConfigError, match=f"{loss}.*inverse.*--class-weights none"):
        LossOptions(loss=loss, class_weights="inverse")


@pytest.mark.parametrize(
    ("sampling", "loss", "weights"),
    [
        ("balanced", "ce", "none"), ("balanced", "focal", "none"), ("instance", "focal", "effective"), ("instance", "ldam-drw", "none"),
        ("sqrt", "balanced-softmax", "none"), ("alternate", "logit-adjusted", "none"),
    ],
)  # fmt: skip
def test_what_corrects_an_imbalance_once_is_allowed(sampling: str, loss: str, weights: str) -> None:
    check_imbalance(LossOptions(loss=loss, class_weights=weights), SamplingOptions(sampling=sampling))
