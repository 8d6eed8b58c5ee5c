"""The texture expert: what a linear model and a forest make of texture features, beside the convolutional network."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ...contract.model_card import Radiometry
from .texture import FEATURES, STATISTICS, TextureStatistics, texture_features

_LEAST_PROBABILITY = 1e-9


@dataclass(frozen=True)
class ForestSize:
    """Shape of a forest's tables; no trees, no forest."""

    trees: int = 0
    nodes: int = 0
    """Of all trees together."""
    depth: int = 0
    """Steps from a root to the deepest leaf."""


class Forest(nn.Module):
    """A forest of decision trees as tables of nodes, so that it runs wherever the network does.

    Args:
        size: of the tables.
        classes: number of answers.
    """

    roots: Tensor
    feature: Tensor
    threshold: Tensor
    below: Tensor
    above: Tensor
    shares: Tensor

    def __init__(self, size: ForestSize, classes: int) -> None:
        super().__init__()
        self.depth = size.depth
        tables = {
            "roots": torch.zeros(size.trees, dtype=torch.int64),
            "feature": torch.zeros(size.nodes, dtype=torch.int64),
            "threshold": torch.zeros(size.nodes),
            "below": torch.zeros(size.nodes, dtype=torch.int64),
            "above": torch.zeros(size.nodes, dtype=torch.int64),
            "shares": torch.zeros(size.nodes, classes),
        }
        for name, table in tables.items():
            self.register_buffer(name, table)

    def forward(self, features: Tensor) -> Tensor:
        """Probabilities (N, classes) of features (N, F): the mean over trees of the class shares in the leaf that is reached."""
        node = self.roots.expand(len(features), -1)
        for _ in range(self.depth):  # a leaf leads to itself, so that all trees take as many steps
            goes_below = features.gather(1, self.feature[node]) <= self.threshold[node]
            node = torch.where(goes_below, self.below[node], self.above[node])
        return self.shares[node].mean(dim=1)


class TextureExpert(nn.Module):
    """Answers from texture alone, a linear model averaged with a forest where there is one, and its say beside the network.

    Args:
        channels: bands of the input.
        classes: number of answers.
        forest: its size.
        radiometry: that standardises the input.
    """

    share: Tensor
    temperature: Tensor

    def __init__(self, channels: int, classes: int, forest: ForestSize, radiometry: Radiometry) -> None:
        super().__init__()
        self.size = forest
        with torch.device("cpu"):  # also where the weights are to come from a file: its constants do not
            self.statistics = TextureStatistics(radiometry.mean, radiometry.std)
        self.linear = nn.Linear(channels * FEATURES, classes)
        self.forest = Forest(forest, classes) if forest.trees else None
        self.statistics_width = channels * STATISTICS
        """Numbers that it takes per patch."""
        self.register_buffer("share", torch.tensor(0.5))
        self.register_buffer("temperature", torch.tensor(1.0))

    def forward(self, statistics: Tensor) -> Tensor:
        """Probabilities (N, classes) of the mean texture statistics of patches, (N, C * STATISTICS)."""
        features = texture_features(statistics)
        probabilities: Tensor = self.linear(features).softmax(1)
        return probabilities if self.forest is None else (probabilities + self.forest(features)) / 2

    def join(self, logits: Tensor, statistics: Tensor) -> Tensor:
        """Logits (N, classes) of both: the expert's probabilities, and those of the network's logits, averaged by share."""
        network = (logits / self.temperature).softmax(1)
        return (self.share * self(statistics) + (1 - self.share) * network).clamp(min=_LEAST_PROBABILITY).log()
