"""One step of the GAN: each network gets the gradient of its own loss, and of no other."""

import copy
import dataclasses
import math
from typing import NamedTuple

import pytest
import torch
from echopatch.core.contract.commands.generation import GeneratorOptions
from echopatch.core.engine.generation.adversaries import Adversaries, Draw, Rules
from echopatch.core.engine.generation.augmentation import change_images, draw_change
from echopatch.core.engine.generation.equilibrium import Equilibrium
from echopatch.core.engine.generation.losses import class_loss, distance_of
from echopatch.core.engine.generation.networks import Plan, draw_latent
from torch import Tensor, nn

CPU = torch.device("cpu")
SIZE_PX, COUNT, WEIGHT, SCALE = 16, 4, 0.3, 0.01


def plan_of(classes: int = 2) -> Plan:
    return Plan(channels=1, size_px=SIZE_PX, classes=classes, width=4, code_length=6, paper_layers=True, speckle_input=True)


def rules_of(loss: str = "histogram", class_weight: float = WEIGHT, realism_weight: float = WEIGHT) -> Rules:
    distance = distance_of(GeneratorOptions(reconstruction=loss, spatial_weight=0.1))
    return Rules(
        distance=distance, gamma=0.5, balance_rate=0.01, class_weight=class_weight, realism_weight=realism_weight,
        rate_patience=10, least_rate=1e-6, precision="fp32",
    )  # fmt: skip


def draw_of(plan: Plan, augmented: bool = True) -> Draw:
    random = torch.Generator().manual_seed(5)
    classes = torch.arange(COUNT) % plan.classes
    images = torch.rand((COUNT, 1, SIZE_PX, SIZE_PX), generator=random) * 2 - 1
    changes = (draw_change(COUNT, SIZE_PX, random), draw_change(COUNT, SIZE_PX, random)) if augmented else None
    return Draw(images, classes, draw_latent(plan, classes, random), changes)


def adversaries_of(plan: Plan, k: float = 0.5, ema_decay: float = 0.9) -> Adversaries:
    adversaries = Adversaries(plan, seed=1, ema_decay=ema_decay, learning_rate=1e-3, device=CPU)
    # as after some steps: a projection of the classes that is no longer zero, and a moving mean of L(x)
    nn.init.normal_(adversaries.discriminator.realism_of_class.weight, generator=torch.Generator().manual_seed(1))
    adversaries.equilibrium = Equilibrium(k, SCALE)
    return adversaries


class Look(NamedTuple):
    """What the discriminator thinks of images."""

    loss: Tensor
    class_loss: Tensor
    realism: Tensor


def look(adversaries: Adversaries, images: Tensor, classes: Tensor, rules: Rules) -> Look:
    seen = adversaries.discriminator(images, classes)
    return Look(rules.distance(images, seen.reconstruction).mean(), class_loss(seen.class_logits, classes), seen.realism)


def changed(images: Tensor, draw: Draw, which: int) -> Tensor:
    return change_images(images, draw.changes[which]) if draw.changes else images


def gradients(loss: Tensor, network: nn.Module) -> list[Tensor]:
    found = torch.autograd.grad(loss, list(network.parameters()), allow_unused=True)
    return [torch.zeros_like(one) if grad is None else grad for one, grad in zip(network.parameters(), found, strict=True)]


def two_passes(adversaries: Adversaries, draw: Draw, rules: Rules) -> tuple[list[Tensor], list[Tensor]]:
    """The gradients of L_G in the generator and of L_D in the discriminator, each from a pass of its own."""
    shown = changed(adversaries.generator(draw.latent), draw, 1)
    made = look(adversaries, shown, draw.latent.classes, rules)
    generator_loss = made.loss / SCALE + rules.class_weight * made.class_loss - rules.realism_weight * made.realism.mean()
    of_generator = gradients(generator_loss, adversaries.generator)
    real = look(adversaries, changed(draw.images, draw, 0), draw.classes, rules)
    made = look(adversaries, shown.detach(), draw.latent.classes, rules)
    hinge = (1 - real.realism).clamp(min=0).mean() + (1 + made.realism).clamp(min=0).mean()
    balance = (real.loss - adversaries.equilibrium.k * made.loss) / SCALE
    discriminator_loss = balance + rules.class_weight * real.class_loss + rules.realism_weight * hinge
    return of_generator, gradients(discriminator_loss, adversaries.discriminator)


@pytest.mark.parametrize("k", [0.0, 0.5])
@pytest.mark.parametrize("augmented", [True, False])
@pytest.mark.parametrize(
    ("classes", "rules"),
    [
        (1, rules_of("histogram", class_weight=0.0, realism_weight=0.0)),
        (2, rules_of("l1", realism_weight=0.0)),
        (1, rules_of("l1", class_weight=0.0)),
        (2, rules_of("histogram")),
    ],
)
def test_each_network_gets_the_gradient_of_its_own_loss(k: float, augmented: bool, classes: int, rules: Rules) -> None:
    plan = plan_of(classes)
    adversaries, draw = adversaries_of(plan, k), draw_of(plan, augmented)
    expected = two_passes(adversaries, draw, rules)
    adversaries._gradients(draw, rules)
    for network, theirs in zip((adversaries.generator, adversaries.discriminator), expected, strict=True):
        for parameter, gradient in zip(network.parameters(), theirs, strict=True):
            ours = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            torch.testing.assert_close(ours, gradient, rtol=1e-4, atol=1e-6)
        assert any(float(one.abs().max()) > 1e-3 for one in theirs)


def test_the_losses_of_the_first_step_are_told_in_units_of_the_real_one() -> None:
    plan, rules = plan_of(), rules_of()
    adversaries, draw = adversaries_of(plan, k=0.0), draw_of(plan)
    adversaries.equilibrium = Equilibrium(0.0, None)
    first = look(adversaries, changed(draw.images, draw, 0), draw.classes, rules)
    adversaries._gradients(draw, rules)
    ours = [torch.zeros_like(one) if one.grad is None else one.grad.clone() for one in adversaries.discriminator.parameters()]
    for network in (adversaries.generator, adversaries.discriminator):
        network.zero_grad()
    adversaries.equilibrium = Equilibrium(0.0, first.loss.item())
    adversaries._gradients(draw, rules)
    torch.testing.assert_close(
        ours, [torch.zeros_like(one) if one.grad is None else one.grad for one in adversaries.discriminator.parameters()]
    )


def test_a_step_tells_what_it_found_before_it_learned() -> None:
    plan, rules = plan_of(), rules_of()
    adversaries, draw = adversaries_of(plan), draw_of(plan)
    real = look(adversaries, changed(draw.images, draw, 0), draw.classes, rules)
    made = look(adversaries, changed(adversaries.generator(draw.latent), draw, 1), draw.latent.classes, rules)
    measured = adversaries.step(draw, rules)
    assert measured.real == pytest.approx(real.loss.item(), rel=1e-5)
    assert measured.made == pytest.approx(made.loss.item(), rel=1e-5)
    assert measured.class_loss == pytest.approx(real.class_loss.item(), rel=1e-5)
    assert measured.convergence == pytest.approx(measured.real + abs(0.5 * measured.real - measured.made))
    assert measured.k == 0.5
    assert adversaries.equilibrium == Equilibrium(0.5, SCALE).after(measured.real, measured.made, 0.5, 0.01)


def test_a_step_moves_both_networks_as_adam_does_with_those_gradients() -> None:
    plan, rules = plan_of(), rules_of()
    adversaries, draw = adversaries_of(plan), draw_of(plan)
    twin = copy.deepcopy(adversaries)
    expected = two_passes(twin, draw, rules)
    adversaries.step(draw, rules)
    for network, moved, theirs in zip(
        (twin.generator, twin.discriminator), (adversaries.generator, adversaries.discriminator), expected, strict=True
    ):
        for before, after, gradient in zip(network.parameters(), moved.parameters(), theirs, strict=True):
            # the first step of Adam goes by rate * g / (|g| + eps); of tiny gradients rounding decides the sign
            clear = gradient.abs() > 1e-5
            step = -1e-3 * gradient / (gradient.abs() + 1e-8)
            torch.testing.assert_close((after - before)[clear], step[clear], rtol=1e-2, atol=1e-6)


def test_the_average_follows_the_generator() -> None:
    plan = plan_of()
    adversaries = adversaries_of(plan, ema_decay=0.0)
    adversaries.step(draw_of(plan), rules_of())
    for ours, theirs in zip(adversaries.average.network.parameters(), adversaries.generator.parameters(), strict=True):
        assert torch.equal(ours, theirs)


def test_a_step_of_the_rate_rule_reaches_the_optimisers() -> None:
    plan = plan_of()
    adversaries = adversaries_of(plan)
    adversaries.rule = dataclasses.replace(adversaries.rule, rate=0.0)
    before = copy.deepcopy(adversaries.generator.state_dict())
    adversaries.step(draw_of(plan), rules_of())
    assert all(torch.equal(one, before[name]) for name, one in adversaries.generator.state_dict().items())


def test_a_step_that_finds_no_finite_numbers_changes_nothing() -> None:
    plan = plan_of()
    adversaries, draw = adversaries_of(plan), draw_of(plan, augmented=False)
    adversaries.step(draw, rules_of())
    before = copy.deepcopy(adversaries.memory())
    draw.images[0, 0, 0, 0] = math.nan
    assert not adversaries.step(draw, rules_of()).finite
    assert same(adversaries.memory(), before)


def test_adversaries_go_on_from_their_memory_bit_by_bit() -> None:
    plan, rules = plan_of(), rules_of()
    adversaries, draw = adversaries_of(plan), draw_of(plan)
    adversaries.step(draw, rules)
    memory = copy.deepcopy(adversaries.memory())
    adversaries.step(draw, rules)
    other = Adversaries(plan, seed=2, ema_decay=0.9, learning_rate=0.5, device=CPU)
    other.recall(memory)
    other.step(draw, rules)
    assert same(other.memory(), adversaries.memory())


def same(first: object, second: object) -> bool:
    """Equal down to the last tensor."""
    if isinstance(first, Tensor):
        return isinstance(second, Tensor) and torch.equal(first, second)
    if isinstance(first, dict):
        return isinstance(second, dict) and first.keys() == second.keys() and all(same(one, second[name]) for name, one in first.items())
    if isinstance(first, list | tuple):
        return isinstance(second, list | tuple) and len(first) == len(second) and all(map(same, first, second))
    return first == second
