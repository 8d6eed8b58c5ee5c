"""The two networks of a BEGAN: a generator, and a discriminator that is an auto-encoder.

Source: Berthelot, Schumm, Metz 2017, arXiv:1703.10717, section 3.4; with four convolutions a stage and a bounded last layer as in
Marmanis et al. 2017, arXiv:1711.02010, section 4.2.1. Their last layer is a ReLU over images in 0..1, which is dead wherever it begins
below zero; here images lie in -1..1 and the layer is a hyperbolic tangent.
"""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn

from ...contract.generator_size import stages_of

_KERNEL = 3
_ELU_GAIN = 1.245
"""Over the square root of the inputs the standard deviation of weights that keep the variance of a signal through an ELU: its square
halves to 0.645 of a standard normal one. PyTorch's own weights let it fade to a third at each layer, and there are dozens."""


@dataclass(frozen=True)
class Plan:
    """What the two networks of a run have in common."""

    channels: int
    """Of an image."""
    size_px: int
    """Side of an image: a side of 8..15 px, doubled some times."""
    classes: int
    """That the generator is told; 1 where it makes a mixture."""
    width: int
    code_length: int
    paper_layers: bool
    speckle_input: bool


class SpeckleInput(nn.Module):
    """Adds fresh noise to every pixel, each channel with a strength that is learned.

    Speckle is as good as independent from pixel to pixel: a code of a few dozen numbers cannot hold it.
    Source of the form: Karras, Laine, Aila 2019, arXiv:1812.04948, section 3.2.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.strength = nn.Parameter(torch.full((channels, 1, 1), 0.1))

    def forward(self, features: Tensor, noise: Tensor) -> Tensor:
        """Features, (N, C, H, W), with noise, (N, 1, H, W), standard normal."""
        return features + self.strength * noise


class DecoderStage(nn.Module):
    """Convolutions at one resolution, each with an ELU, and noise between the two where the decoder makes speckle."""

    def __init__(self, width: int, convolutions: int, speckled: bool) -> None:
        super().__init__()
        self.convolutions = nn.ModuleList(nn.Conv2d(width, width, _KERNEL, padding=1) for _ in range(convolutions))
        self.speckles = nn.ModuleList(SpeckleInput(width) for _ in range(convolutions)) if speckled else None

    def forward(self, features: Tensor, noise: Tensor | None) -> Tensor:
        """The same shape."""
        for number, convolution in enumerate(self.convolutions):
            features = convolution(features)
            if self.speckles is not None and noise is not None:
                features = self.speckles[number](features, noise)
            features = nn.functional.elu(features)
        return features


class Decoder(nn.Module):
    """A code becomes an image, doubled stage by stage from 8..15 px on.

    Args:
        plan: of the run.
        code_length: of what comes in.
        speckled: the decoder takes noise.
    """

    def __init__(self, plan: Plan, code_length: int, speckled: bool) -> None:
        super().__init__()
        stages, convolutions = stages_of(plan.size_px), 4 if plan.paper_layers else 2
        self.smallest_px = plan.size_px >> stages
        self.first = nn.Linear(code_length, plan.width * self.smallest_px**2)
        self.stages = nn.ModuleList(DecoderStage(plan.width, convolutions, speckled) for _ in range(stages + 1))
        self.last = nn.Conv2d(plan.width, plan.channels, _KERNEL, padding=1)
        self.bounded = plan.paper_layers

    def forward(self, code: Tensor, noises: list[Tensor] | None = None) -> Tensor:
        """An image, (N, channels, S, S).

        Args:
            code: (N, code_length).
            noises: one for each stage, (N, 1, side, side), as ``noise_sides`` gives the sides; None for none.
        """
        features = self.first(code).view(len(code), -1, self.smallest_px, self.smallest_px)
        # kept from here on in the layout that convolutions compute fastest in
        features = features.contiguous(memory_format=torch.channels_last)
        for number, stage in enumerate(self.stages):
            if number:
                features = nn.functional.interpolate(features, scale_factor=2, mode="nearest")
            features = stage(features, None if noises is None else noises[number])
        image: Tensor = self.last(features)
        return torch.tanh(image) if self.bounded else image


class Encoder(nn.Module):
    """The two halves of what makes a code of an image: ``body`` gives features, (N, width, side, side) of the smallest stage, and
    ``last`` the code of them. The channels grow linearly from stage to stage, and a convolution of stride 2 halves the side.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        stages, convolutions = stages_of(plan.size_px), 4 if plan.paper_layers else 2
        layers: list[nn.Module] = [nn.Conv2d(plan.channels, plan.width, _KERNEL, padding=1), nn.ELU()]
        for stage in range(1, stages + 2):
            width = stage * plan.width
            layers.append(_elu_convolutions(width, width, convolutions))
            if stage <= stages:
                layers += [nn.Conv2d(width, width + plan.width, _KERNEL, stride=2, padding=1), nn.ELU()]
        self.body = nn.Sequential(*layers)
        self.width = (stages + 1) * plan.width
        """Channels of the smallest stage."""
        self.last = nn.Linear(self.width * (plan.size_px >> stages) ** 2, plan.code_length)


class Latent(NamedTuple):
    """What a generator makes an image of."""

    code: Tensor
    """(N, code_length), each number uniform in -1..1."""
    classes: Tensor
    """Class index, (N,), int64."""
    noises: list[Tensor] | None
    """Standard normal, (N, 1, side, side) for each stage."""


class Generator(nn.Module):
    """Makes images of chosen classes."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        told = plan.classes if plan.classes > 1 else 0
        self.decoder = Decoder(plan, plan.code_length + told, plan.speckle_input)

    def forward(self, latent: Latent) -> Tensor:
        """Images, (N, channels, S, S), in -1..1."""
        code = latent.code
        if self.plan.classes > 1:
            told = nn.functional.one_hot(latent.classes, self.plan.classes).to(code.dtype)
            code = torch.cat([code, 2 * told - 1], dim=1)
        image: Tensor = self.decoder(code, latent.noises)
        return image


class Seen(NamedTuple):
    """What a discriminator makes of images."""

    reconstruction: Tensor
    """(N, channels, S, S)."""
    class_logits: Tensor
    """(N, classes)."""
    realism: Tensor
    """How real each place looks for its class, (N, side, side) of the smallest stage; above 0 is real."""


class Discriminator(nn.Module):
    """An auto-encoder; its code also tells the classes apart, and its last features what is real.

    Source of the last: Miyato, Koyama 2018, arXiv:1802.05637, equation 4 (the class by a projection of the features); of both in an
    auto-encoder: Liu et al. 2021, arXiv:2101.04775, for networks that learn from a hundred images.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.encoder = Encoder(plan)
        self.decoder = Decoder(plan, plan.code_length, speckled=False)
        self.classes = nn.Linear(plan.code_length, plan.classes)
        self.realism = nn.Conv2d(self.encoder.width, 1, 1)
        self.realism_of_class = nn.Embedding(plan.classes, self.encoder.width)
        nn.init.zeros_(self.realism_of_class.weight)

    def forward(self, image: Tensor, classes: Tensor) -> Seen:
        """Reconstruction, classes and realism of images.

        Args:
            image: (N, channels, S, S).
            classes: class index that each is shown as, (N,), int64.
        """
        features = self.encoder.body(image)
        code = self.encoder.last(features.flatten(1))
        of_class = self.realism_of_class(classes)[:, :, None, None]
        realism = self.realism(features)[:, 0] + (features * of_class).sum(dim=1)
        return Seen(self.decoder(code), self.classes(code), realism)


def noise_sides(plan: Plan) -> list[int]:
    """The sides of the noise that a generator takes, smallest first."""
    stages = stages_of(plan.size_px)
    return [plan.size_px >> (stages - number) for number in range(stages + 1)]


def draw_latent(plan: Plan, classes: Tensor, generator: torch.Generator) -> Latent:
    """What to make an image of each of these classes of; drawn on the CPU, so that a seed means the same everywhere.

    Args:
        plan: of the generator.
        classes: class index, (N,), int64, on the CPU.
        generator: of random numbers.
    """
    code = torch.rand((len(classes), plan.code_length), generator=generator) * 2 - 1
    noises = None
    if plan.speckle_input:
        noises = [torch.randn((len(classes), 1, side, side), generator=generator) for side in noise_sides(plan)]
    return Latent(code, classes, noises)


def latent_to(latent: Latent, device: torch.device) -> Latent:
    """The same on a device."""
    noises = None if latent.noises is None else [one.to(device, non_blocking=True) for one in latent.noises]
    return Latent(latent.code.to(device, non_blocking=True), latent.classes.to(device, non_blocking=True), noises)


def _elu_convolutions(channels: int, width: int, count: int) -> nn.Sequential:
    layers: list[nn.Module] = []
    for number in range(count):
        layers += [nn.Conv2d(channels if number == 0 else width, width, _KERNEL, padding=1), nn.ELU()]
    return nn.Sequential(*layers)


def begin_alive(network: nn.Module) -> None:
    """Draw first weights that carry a signal through all layers, as He et al. 2015, arXiv:1502.01852, do for rectifiers."""
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.normal_(module.weight, std=_ELU_GAIN / module.weight[0].numel() ** 0.5)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
