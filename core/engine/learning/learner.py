"""What changes while a network learns: its weights, the optimiser's memory, the average of the weights; and one step of it."""

import copy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from ..network.networks import PatchNetwork
from ..network.precision import autocast
from .batches import Batch
from .losses import Loss, Terms, sums, total

Weights = dict[str, Tensor]
AnyNetwork = TypeVar("AnyNetwork", bound=nn.Module)


class WeightAverage(Generic[AnyNetwork]):
    """A moving average of a network's weights and batch statistics.

    The statistics are averaged like the weights: those of the last step would belong to other weights than the averaged ones.

    Args:
        network: begins with its weights.
        decay: share of the old average in the new one, 0..1; in the first steps (1 + n) / (10 + n) where that is less, so that the
            start is soon forgotten.

    Source of the early decay: ``ExponentialMovingAverage`` of TensorFlow.
    """

    def __init__(self, network: AnyNetwork, decay: float) -> None:
        self.network: AnyNetwork = copy.deepcopy(network)
        self.steps = 0
        self._decay = decay
        pairs = list(zip(self.network.state_dict().values(), network.state_dict().values(), strict=True))
        self._averaged = [pair for pair in pairs if pair[0].is_floating_point()]
        self._copied = [pair for pair in pairs if not pair[0].is_floating_point()]

    @torch.no_grad()
    def follow(self) -> None:
        """Take in the network's weights after a step."""
        decay = min(self._decay, (1 + self.steps) / (10 + self.steps))
        averages, weights = zip(*self._averaged, strict=True)
        torch._foreach_lerp_(averages, weights, 1 - decay)  # as torch's own swa_utils do: one call for all tensors
        for count, theirs in self._copied:
            count.copy_(theirs)
        self.steps += 1


@dataclass
class Learner:
    """A network on its way from start to end."""

    network: PatchNetwork
    """Takes the steps."""
    optimiser: torch.optim.Optimizer
    average: WeightAverage[PatchNetwork] | None = None

    @property
    def judged(self) -> PatchNetwork:
        """The network that is validated and kept: with averaged weights, where they are averaged."""
        return self.network if self.average is None else self.average.network

    def step(self, batch: Batch, loss: Loss, precision: str, parts: int = 1) -> Terms:
        """Learn from one batch.

        Args:
            batch: on the device of the network.
            loss: means over the patches given to it.
            precision: ``bf16`` or ``fp32``.
            parts: the batch goes through the network in at most so many, one after the other.

        Returns:
            The terms of the loss, on the device.
        """
        lowered: Terms = {}
        self.optimiser.zero_grad(set_to_none=True)
        for part in batch.parts(parts):
            share = len(part.indices) / len(batch.indices)
            with autocast(batch.inputs.device, precision):
                terms = {name: term * share for name, term in loss(self.network, part).items()}
            total(terms).backward()  # type: ignore[no-untyped-call]
            lowered = sums(lowered, {name: term.detach() for name, term in terms.items()})
        self.optimiser.step()
        if self.average is not None:
            self.average.follow()
        return lowered

    def memory(self) -> dict[str, Any]:
        """All that the next step depends on, weights on the CPU."""
        average = self.average
        return {
            "network": weights_of(self.network),
            "optimiser": self.optimiser.state_dict(),
            "average": None if average is None else {"steps": average.steps, "network": weights_of(average.network)},
        }

    def recall(self, memory: dict[str, Any]) -> None:
        """Go on from what ``memory`` gave."""
        self.network.load_state_dict(memory["network"])
        self.optimiser.load_state_dict(memory["optimiser"])
        if self.average is not None:
            self.average.network.load_state_dict(memory["average"]["network"])
            self.average.steps = memory["average"]["steps"]


def weights_of(network: nn.Module) -> Weights:
    """A copy of the weights on the CPU."""
    return {name: tensor.detach().to("cpu", copy=True) for name, tensor in network.state_dict().items()}
