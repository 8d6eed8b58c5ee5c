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
from .losses import Distance, class_loss, hinge
from .networks import Discriminator, Generator, Latent, Plan, Seen, begin_alive

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
    realism_weight: float
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


class StepFigures(NamedTuple):
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

    @property
    def finite(self) -> bool:
        """Whether all of them are numbers; else the networks have lost their way."""
        return all(map(math.isfinite, self))


class Judged(NamedTuple):
    """What a discriminator thinks of a batch."""

    seen: Seen
    loss: Tensor
    """Mean distance of images and reconstructions, scalar."""


class Adversaries:
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
                begin_alive(network)
        for network in (self.generator, self.discriminator):
            network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = WeightAverage(self.generator, ema_decay)
        self.optimisers = tuple(
            torch.optim.Adam(network.parameters(), learning_rate, ADAM_BETAS) for network in (self.generator, self.discriminator)
        )
        self.equilibrium, self.rule = Equilibrium(), RateRule(learning_rate)

    def step(self, draw: Draw, rules: Rules) -> StepFigures:
        """Learn from one draw; a step that finds no finite numbers changes nothing."""
        for optimiser in self.optimisers:
            optimiser.zero_grad(set_to_none=True)
        real, made, classes = self._gradients(draw, rules)
        measured = StepFigures(real, made, convergence(real, made, rules.gamma), self.equilibrium.k, classes)
        if measured.finite:
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

        L_G = L(G(z)) and L_D = L(x) - k L(G(z)), both over the moving mean of L(x), so that classes and realism weigh alike beside a
        loss of any unit. The generator's gradient passes through the discriminator and leaves nothing there.
        """
        changes = draw.changes or (None, None)
        with autocast(draw.images.device, rules.precision):
            made = self.generator(draw.latent)
            shown = made.detach().float().requires_grad_()
            of_real = self._judged(draw.images, draw.classes, changes[0], rules)
            of_made = self._judged(shown, draw.latent.classes, changes[1], rules)
            scale = self.equilibrium.scale or float(of_real.loss.detach())
            fooled = of_made.loss / scale + rules.class_weight * class_loss(of_made.seen.class_logits, draw.latent.classes)
            fooled = fooled - rules.realism_weight * of_made.seen.realism.mean()
            told = class_loss(of_real.seen.class_logits, draw.classes)
            caught = (of_real.loss - self.equilibrium.k * of_made.loss) / scale + rules.class_weight * told
            caught = caught + rules.realism_weight * hinge(of_real.seen.realism, of_made.seen.realism)
        made.backward(torch.autograd.grad(fooled, shown, retain_graph=True)[0].to(made.dtype))
        caught.backward()  # type: ignore[no-untyped-call]
        # the one place where the step waits for the device
        real, made_loss, classes = torch.stack([of_real.loss, of_made.loss, told]).detach().float().tolist()
        return real, made_loss, classes

    def _judged(self, images: Tensor, classes: Tensor, change: Change | None, rules: Rules) -> Judged:
        """What the discriminator makes of images, and how far it is from them."""
        images = images if change is None else change_images(images, change)
        seen = self.discriminator(images, classes)
        return Judged(seen, rules.distance(images, seen.reconstruction.float()).mean())

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
