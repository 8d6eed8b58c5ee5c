"""Networks that answer for one patch, or, run over a large tile, for every 32 px of it."""

from collections import OrderedDict
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from .experts import TextureExpert
from .torchvision_models import resnet

BODY_STRIDE_PX = 32
"""Input pixels per feature of the body, along rows and columns."""

STEM_LAYERS = 4
"""Layers of the body before its first stage: convolution, normalisation, ReLU and pooling."""
STEM_STRIDE_PX = 4
"""Input pixels per value that the stem gives, along rows and columns."""

_BLOCKS: dict[str, tuple[str, tuple[int, int, int, int]]] = {
    "resnet10": ("BasicBlock", (1, 1, 1, 1)),
    "resnet18": ("BasicBlock", (2, 2, 2, 2)),
    "resnet34": ("BasicBlock", (3, 4, 6, 3)),
    "resnet50": ("Bottleneck", (3, 4, 6, 3)),
    "resnet101": ("Bottleneck", (3, 4, 23, 3)),
}


class PatchNetwork(nn.Module):
    """A convolutional body, the mean over its features, and a head; beside them, where one was fitted, a texture expert.

    Args:
        body: (N, C, rows, columns) to (N, F, ceil(rows / 32), ceil(columns / 32)); its first four layers are the stem, at 1/4.
        head: features (M, F) to logits (M, classes).
        expert: answers from texture.
    """

    def __init__(self, body: nn.Sequential, head: nn.Sequential, expert: TextureExpert | None = None) -> None:
        super().__init__()
        self.body = body
        self.head = head
        self.expert = expert

    def features(self, inputs: Tensor) -> Tensor:
        """What can be seen at every 32 px of network input: the body's features, then the expert's texture statistics.

        Args:
            inputs: (N, C, rows, columns).

        Returns:
            (N, F, ceil(rows / 32), ceil(columns / 32)), float32; ``answer`` takes its means over any window.
        """
        return joined(self.body(inputs), self.texture(inputs))

    def texture(self, inputs: Tensor) -> Tensor | None:
        """The expert's texture statistics at every 32 px of network input (N, C, rows, columns); None without an expert."""
        return None if self.expert is None else torch.as_tensor(self.expert.statistics(inputs))

    def answer(self, means: Tensor) -> Tensor:
        """Logits (M, classes) of means of ``features`` over the windows of patches, (M, F)."""
        of_body = self.of_body(means)
        if self.expert is None:
            return torch.as_tensor(self.head(of_body))
        return self.expert.join(self.head(of_body), means[:, of_body.shape[1] :])

    def of_body(self, means: Tensor) -> Tensor:
        """What the body gave of means of ``features``, (M, F): without an expert all of it."""
        return means if self.expert is None else means[:, : means.shape[1] - self.expert.statistics_width]

    def forward(self, patches: Tensor) -> Tensor:
        """Logits (N, classes) of patches (N, C, rows, columns)."""
        return self.answer(self.features(patches).mean(dim=(2, 3)))


def joined(features: Tensor, texture: Tensor | None) -> Tensor:
    """The body's features, however they were computed, and texture statistics after them, float32, both (N, ..., rows, columns)."""
    return features.float() if texture is None else torch.cat([features.float(), texture], dim=1)


def build_network(backbone: str, head: Sequence[int], channels: int, classes: int) -> PatchNetwork:
    """A network with random weights, drawn from torch's global generator.

    Args:
        backbone: ``resnet10``, ``resnet18``, ``resnet34``, ``resnet50`` or ``resnet101``.
        head: widths of hidden layers, each followed by a ReLU; empty for one linear layer.
        channels: bands of the input.
        classes: number of answers.

    Raises:
        ValueError: no such backbone, or a size below 1.
    """
    if backbone not in _BLOCKS:
        raise ValueError(f"no backbone '{backbone}': choose one of {', '.join(_BLOCKS)}")
    if min(channels, classes, *head) < 1:
        raise ValueError(f"sizes must be at least 1, got {channels} channels, {classes} classes, head {tuple(head)}")
    block, depths = _BLOCKS[backbone]
    whole = resnet.ResNet(getattr(resnet, block), list(depths))
    if channels != whole.conv1.in_channels:
        whole.conv1 = _first_convolution(channels)
    # the names stay torchvision's, so that its weights fit; its pooling and its 1000 classes go
    stages = OrderedDict((name, stage) for name, stage in whole.named_children() if name not in ("avgpool", "fc"))
    return PatchNetwork(nn.Sequential(stages), build_head(whole.fc.in_features, head, classes))


def _first_convolution(channels: int) -> nn.Conv2d:
    convolution = nn.Conv2d(channels, 64, kernel_size=7, stride=2, padding=3, bias=False)
    nn.init.kaiming_normal_(convolution.weight, mode="fan_out", nonlinearity="relu")
    return convolution


def build_head(features: int, hidden: Sequence[int], classes: int) -> nn.Sequential:
    """Linear layers with ReLU between them: ``hidden`` (256, 256) is the head of the TerraSAR-X patch paper (Marmanis 2018)."""
    widths = [features, *hidden]
    layers: list[nn.Module] = []
    for width, next_width in pairwise(widths):
        layers += [nn.Linear(width, next_width), nn.ReLU(inplace=True)]
    return nn.Sequential(*layers, nn.Linear(widths[-1], classes))
