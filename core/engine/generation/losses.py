"""How far an image is from its reconstruction: the losses that a BEGAN weighs against each other."""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from ...contract.commands.generation import GeneratorOptions

HISTOGRAM_BINS = 64
Distance = Callable[[Tensor, Tensor], Tensor]
"""Takes images and their reconstructions, (N, C, S, S) each, and gives the distance of each pair, (N,)."""


def distance_of(options: GeneratorOptions) -> Distance:
    """The distance that some options ask for."""
    if options.reconstruction == "l1":
        return pixel_distance

    def histogram_and_space(image: Tensor, reconstruction: Tensor) -> Tensor:
        pairs = zip(bands(image, options.histogram_scales), bands(reconstruction, options.histogram_scales), strict=True)
        apart = [
            histogram_distance(one, other, max(1, options.histogram_cells >> max(0, scale - 1))) for scale, (one, other) in enumerate(pairs)
        ]
        histograms = torch.stack(apart).mean(dim=0)
        return histograms + options.spatial_weight * spatial_distance(image, reconstruction)

    return histogram_and_space


def pixel_distance(image: Tensor, reconstruction: Tensor) -> Tensor:
    """Mean absolute difference of pixels, (N,): L of BEGAN with eta = 1.

    Source: Berthelot, Schumm, Metz 2017, arXiv:1703.10717, equation 1.
    """
    return (image - reconstruction).abs().mean(dim=(1, 2, 3))


def spatial_distance(image: Tensor, reconstruction: Tensor) -> Tensor:
    """Mean squared difference of pixels, (N,): L_spatial of Marmanis et al. 2017, arXiv:1711.02010, section 4.2.1."""
    return (image - reconstruction).square().mean(dim=(1, 2, 3))


def histogram_distance(image: Tensor, reconstruction: Tensor, cells: int = 1) -> Tensor:
    """Mean squared difference of soft histograms, (N,): L_hist of Marmanis et al. 2017, arXiv:1711.02010, section 4.2.1.

    Theirs does not say how a histogram has a gradient, and in what unit it counts. Here each pixel is shared by the two nearest bins,
    and histograms are shares of the pixels: counts would outweigh the spatial term by the square of the number of pixels.

    Args:
        image: (N, C, S, S), in -1..1.
        reconstruction: of the same shape.
        cells: histograms are those of ``cells`` x ``cells`` parts of an image, which say where its bright and dark places are.
    """
    difference = soft_histograms(image, cells) - soft_histograms(reconstruction, cells)
    return difference.square().mean(dim=(1, 2))


def bands(image: Tensor, scales: int) -> list[Tensor]:
    """The image itself, then what each of its finer scales adds to the next coarser one, that of half the side.

    Speckle cannot be reconstructed pixel by pixel, but the histograms of its bands say how strong and how wide it is: together they
    are what a texture is made of in Heeger, Bergen 1995, "Pyramid-based texture analysis/synthesis" (doi:10.1145/218380.218446).

    Args:
        image: (N, C, S, S); S a multiple of ``2**(scales - 1)``.
        scales: 1 for the image alone.
    """
    found, fine = [image], image
    for _ in range(scales - 1):
        coarse = functional.avg_pool2d(fine, 2)
        found.append(fine - functional.interpolate(coarse, scale_factor=2, mode="nearest"))
        fine = coarse
    return found


def soft_histograms(image: Tensor, cells: int = 1) -> Tensor:
    """Share of the pixels in each of 64 triangular bins over -1..1, (N, C * cells**2, 64); each sums to 1.

    Args:
        image: (N, C, S, S); values beyond -1..1 count to the end bins, without a gradient.
        cells: in each direction; the side must be a multiple of it.

    Raises:
        ValueError: the side is no multiple of the cells.
    """
    count, channels, side, _ = image.shape
    if side % cells:
        raise ValueError(f"{side} px cannot be parted into {cells} cells")
    edge = side // cells
    parts = image.float().reshape(count * channels, cells, edge, cells, edge).transpose(2, 3).reshape(-1, edge * edge)
    places = ((parts + 1) / 2 * (HISTOGRAM_BINS - 1)).clamp(0, HISTOGRAM_BINS - 1)
    lower = places.detach().floor().clamp(max=HISTOGRAM_BINS - 2)
    upper_share = places - lower
    index = lower.nan_to_num(0.0).long()  # what is no number must not become a place, but goes on in its share
    histograms = torch.zeros(len(parts), HISTOGRAM_BINS, device=image.device)
    histograms = histograms.scatter_add(1, index, 1 - upper_share).scatter_add(1, index + 1, upper_share)
    return histograms.view(count, channels * cells * cells, HISTOGRAM_BINS) / (edge * edge)


def class_loss(class_logits: Tensor, classes: Tensor) -> Tensor:
    """Cross-entropy of what the discriminator takes images for, scalar, nats.

    Source: Odena, Olah, Shlens 2017, arXiv:1610.09585, equation 3.
    """
    return functional.cross_entropy(class_logits.float(), classes)


def hinge(of_real: Tensor, of_made: Tensor) -> Tensor:
    """How far a discriminator is from telling real from made with a margin of 1 on each side, scalar.

    Args:
        of_real: realism of real images, any shape.
        of_made: of made ones.

    Source: Lim, Ye 2017, arXiv:1705.02894, equations 6 and 7.
    """
    return functional.relu(1 - of_real).mean() + functional.relu(1 + of_made).mean()
