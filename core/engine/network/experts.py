"""The texture expert: what a linear model makes of texture features, beside the convolutional network."""

import torch
from torch import Tensor, nn

from ...contract.model_card import Radiometry
from .texture import FEATURES, STATISTICS, TextureStatistics, texture_features

_LEAST_PROBABILITY = 1e-9


class TextureExpert(nn.Module):
    """Answers from texture alone, and its say beside the network.

    Args:
        channels: bands of the input.
        classes: number of answers.
        radiometry: that standardises the input.
    """

    share: Tensor
    temperature: Tensor

    def __init__(self, channels: int, classes: int, radiometry: Radiometry) -> None:
        super().__init__()
        with torch.device("cpu"):  # also where the weights are to come from a file: its constants do not
            self.statistics = TextureStatistics(radiometry.mean, radiometry.std)
        self.statistics_width = channels * STATISTICS
        """Numbers that it takes per patch."""
        self.linear = nn.Linear(channels * FEATURES, classes)
        self.register_buffer("share", torch.tensor(0.65))
        self.register_buffer("temperature", torch.tensor(1.0))

    def forward(self, statistics: Tensor) -> Tensor:
        """Probabilities (N, classes) of the mean texture statistics of patches, (N, C * STATISTICS)."""
        logits: Tensor = self.linear(texture_features(statistics))
        return logits.softmax(1)

    def join(self, logits: Tensor, statistics: Tensor) -> Tensor:
        """Logits (N, classes) of both: the expert's probabilities, and those of the network's logits, averaged by share."""
        return mixed(self(statistics), logits / self.temperature, self.share)


def mixed(expert: Tensor, logits: Tensor, share: Tensor | float) -> Tensor:
    """Logits (N, classes) of an expert's probabilities and a network's logits together; the expert has the share, 0..1."""
    return (share * expert + (1 - share) * logits.softmax(1)).clamp(min=_LEAST_PROBABILITY).log()
