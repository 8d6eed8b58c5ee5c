"""What one model or several together answer for the cells of a tile."""

import copy
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from ...contract.reporting import Reporter
from ..network.model_file import Model
from ..network.networks import PatchNetwork
from .asked import EVIDENCE, NOVELTY, PROBABILITIES, answer_shape
from .cells import CellGrid
from .evidence import evidence
from .prediction import BodyRunner, Computing, TileInput


class Head:
    """What a network makes of features on a device: its head, and its texture expert where it has one.

    Args:
        model: the network and its card.
        device: where the features are.
        mode: ``dense`` or ``patch``: which of the model's domains the features are measured against.
    """

    def __init__(self, model: Model, device: torch.device, mode: str) -> None:
        self._temperature = model.card.temperature
        answering = PatchNetwork(nn.Sequential(), model.network.head, model.network.expert)  # the features come from elsewhere
        self._network = copy.deepcopy(answering).to(device).eval()
        self._domain = model.domains[mode].to(device) if mode in model.domains else None

    def answers(self, name: str, features: Tensor, squares: Tensor | None = None) -> Tensor:
        """One of the things that can be asked of some cells: (n, ...), float32.

        Args:
            name: of what is asked.
            features: means over the patches, (n, F).
            squares: features at the squares of each cell, (n, F, squares, squares); for evidence.

        Raises:
            ValueError: novelty is asked of a model that does not know its domain, or evidence without squares.
        """
        if name == PROBABILITIES:
            return self._scores(features).softmax(1)
        if name == NOVELTY and self._domain is not None:
            return self._domain.novelty(features[:, : len(self._domain.spread)])  # the body's come first
        if name == EVIDENCE and squares is not None:
            return evidence(self._scores, features, squares)
        raise ValueError(f"{name} is asked of a model or of features that cannot tell")

    def _scores(self, features: Tensor) -> Tensor:
        """Logits over the temperature, (n, classes)."""
        return self._network.answer(features) / self._temperature


class Predictor:
    """One network, or several whose answers are averaged, on one device.

    Args:
        models: of equal legend, patch and pixel size.
        cells: the grid.
        device: where they compute.
        how: how each of them is run, and what is asked of it.
    """

    def __init__(self, models: Sequence[Model], cells: CellGrid, device: torch.device, how: Computing) -> None:
        self._members = [(BodyRunner(one, cells, device, how), Head(one, device, "dense" if how.dense else "patch")) for one in models]
        self._shapes = {name: answer_shape(name, cells, len(models[0].card.classes)) for name in how.asked}
        self._device = device

    @property
    def halo_px(self) -> int:
        """What a tile must see beyond its patches."""
        return self._members[0][0].halo_px

    @property
    def looks(self) -> int:
        """How often each cell is looked at."""
        return sum(len(body.views) for body, _ in self._members)

    @torch.inference_mode()
    def answers(self, given: TileInput, report: Reporter, safe_point: Callable[[int], None]) -> dict[str, Tensor]:
        """What is asked of a tile's cells, float32 on the CPU, each (rows, columns, ...); zeros where there is no answer.

        Args:
            given: the tile.
            report: hears of memory that ran out.
            safe_point: called after each batch, and at the end, with the number of looks at cells since.

        Raises:
            Cancelled: by the safe point.
        """
        rows, columns = given.tile.rows, given.tile.columns
        result = {name: torch.zeros(rows, columns, *shape, device=self._device) for name, shape in self._shapes.items()}
        left = rows * columns * self.looks
        for body, head in self._members:
            share = 1 / (len(self._members) * len(body.views))
            for batch in body.pooled(given, report):
                for name, values in result.items():
                    values[batch.row, batch.column] += share * head.answers(name, batch.features, batch.squares)
                left -= batch.settled
                safe_point(batch.settled)
        safe_point(left)
        return {name: values.cpu() for name, values in result.items()}
