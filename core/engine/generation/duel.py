"""One step of a BEGAN: both networks learn from the same images, each by a gradient of its own."""

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ..learning.learner import WeightAverage
from ..network.precision import autocast
from .augmentation import Change, change_images
from .equilibrium import Equilibrium, RateRule, convergence
from .losses import Distance, class_loss
from .networks import Discriminator, Generator, Latent, Plan

ADAM_BETAS = (0.5, 0.999)
"""A short memory of the gradient, as for most GANs since Radford, Metz, Chintala 2016, arXiv:1511.06434."""


@dataclass(frozen=True)
class Rules:
    """By what a step learns."""

    distance: Distance
    gamma: float
    balance_rate: float
    class_weight: float
    """0 where no classes are told apart."""
    rate_patience: int
    least_rate: float
    precision: str
    """``bf16`` or ``fp32``."""


class Draw(NamedTuple):
    """What a step learns from, on the device of the networks."""

    images: Tensor
    """Real ones, (N, C, S, S), in -1..1."""
    classes: Tensor
    """Class index of the real ones, (N,), int64."""
    latent: Latent
    """Of as many to make."""
    changes: tuple[Change, Change] | None
    """What happens to the real and to the made images before they are judged."""


class Measured(NamedTuple):
    """What a step found, before its networks changed."""

    real: float
    """L(x)."""
    made: float
    """L(G(z))."""
    convergence: float
    """M."""
    k: float
    class_loss: float
    """Of the real images, nats; 0 where no classes are told apart."""


class Duel:
    """A generator and a discriminator on their way from start to end.

    Args:
        plan: of the networks.
        seed: of their first weights.
        ema_decay: of the average of the generator's weights; 0 for none.
        learning_rate: of both optimisers at the beginning.
        device: where they live.
    """

    def __init__(self, plan: Plan, seed: int, ema_decay: float, learning_rate: float, device: torch.device) -> None:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.generator, self.discriminator = Generator(plan), Discriminator(plan)
        for network in (self.generator, self.discriminator):
            network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = WeightAverage(self.generator, ema_decay)
        self.optimisers = tuple(
            torch.optim.Adam(network.parameters(), learning_rate, ADAM_BETAS) for network in (self.generator, self.discriminator)
        )
        self.equilibrium, self.rule = Equilibrium(), RateRule(learning_rate)

    def step(self, draw: Draw, rules: Rules) -> Measured:
        """Learn from one draw; a step whose losses are no finite numbers changes nothing.

        Returns:
            What was found; ``real`` or ``made`` is not finite where the networks have lost their way.
        """
        for optimiser in self.optimisers:
            optimiser.zero_grad(set_to_none=True)
        real, made, classes = self._gradients(draw, rules)
        measured = Measured(real, made, convergence(real, made, rules.gamma), self.equilibrium.k, classes)
        if math.isfinite(measured.convergence):
            for optimiser in self.optimisers:
                for group in optimiser.param_groups:
                    group["lr"] = self.rule.rate
                optimiser.step()
            self.average.follow()
            self.equilibrium = self.equilibrium.after(real, made, rules.gamma, rules.balance_rate)
            self.rule = self.rule.after(measured.convergence, rules.rate_patience, rules.least_rate)
        return measured

    def _gradients(self, draw: Draw, rules: Rules) -> tuple[float, float, float]:
        """Leave the gradient of L_G in the generator, and that of L_D in the discriminator.

        L_G = L(G(z)) and L_D = L(x) - k L(G(z)). One pass back through the discriminator serves both: what it leaves in the
        discriminator is the gradient of L(G(z)), times -k a part of L_D; what it leaves in the made images goes on to the generator.
        The generator's class loss goes by another path, so that the discriminator does not unlearn the classes by it.
        """
        changes = draw.changes or (None, None)
        device = draw.images.device
        with autocast(device, rules.precision):
            made = self.generator(draw.latent)
            shown = made.detach().requires_grad_()
            made_loss, class_gradient = self._judge_made(shown, changes[1], draw.latent.classes, rules)
        made_loss.backward()  # type: ignore[no-untyped-call]
        for parameter in self.discriminator.parameters():
            if parameter.grad is not None:
                parameter.grad.mul_(-self.equilibrium.k)
        made.backward(_sum(shown.grad, class_gradient))
        with autocast(device, rules.precision):
            images = _changed(draw.images, changes[0])
            seen = self.discriminator(images)
            real_loss = rules.distance(images, seen.reconstruction.float()).mean()
            told = class_loss(seen.class_logits, draw.classes) * rules.class_weight
        (real_loss + told).backward()  # type: ignore[no-untyped-call]
        # the one place where the step waits for the device
        real, made_value, classes = torch.stack([real_loss, made_loss, told]).detach().float().tolist()
        return real, made_value, classes / rules.class_weight if rules.class_weight else 0.0

    def _judge_made(self, shown: Tensor, change: Change | None, classes: Tensor, rules: Rules) -> tuple[Tensor, Tensor | None]:
        """L(G(z)), and the gradient of the generator's class loss in the made images."""
        images = _changed(shown.float(), change)
        seen = self.discriminator(images)
        loss = rules.distance(images, seen.reconstruction.float()).mean()
        if not rules.class_weight:
            return loss, None
        told = class_loss(seen.class_logits, classes) * rules.class_weight
        return loss, torch.autograd.grad(told, shown, retain_graph=True)[0]

    def memory(self) -> dict[str, Any]:
        """All that the next step depends on."""
        return {
            "generator": self.generator.state_dict(),
            "discriminator": self.discriminator.state_dict(),
            "optimisers": [one.state_dict() for one in self.optimisers],
            "average": {"steps": self.average.steps, "network": self.average.network.state_dict()},
            "equilibrium": vars(self.equilibrium).copy(),
            "rule": vars(self.rule).copy(),
        }

    def recall(self, memory: dict[str, Any]) -> None:
        """Go on from what ``memory`` gave."""
        self.generator.load_state_dict(memory["generator"])
        self.discriminator.load_state_dict(memory["discriminator"])
        for optimiser, state in zip(self.optimisers, memory["optimisers"], strict=True):
            optimiser.load_state_dict(state)
        self.average.network.load_state_dict(memory["average"]["network"])
        self.average.steps = memory["average"]["steps"]
        self.equilibrium, self.rule = Equilibrium(**memory["equilibrium"]), RateRule(**memory["rule"])


def _changed(images: Tensor, change: Change | None) -> Tensor:
    return images if change is None else change_images(images, change)


def _sum(first: Tensor | None, second: Tensor | None) -> Tensor | None:
    return first if second is None else second if first is None else first + second
