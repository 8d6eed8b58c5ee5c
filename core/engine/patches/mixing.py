"""Mixup and CutMix: patches and labels of two patches in one."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from ...contract.commands.training_options import AugmentationOptions


class Mixture(NamedTuple):
    """Which patches of a batch go together, and how much of each pixel is a patch's own; tensors of the CPU."""

    partners: Tensor
    """Place of each patch's partner in the batch, (N,), int64."""
    own: Tensor
    """Share of the patch itself, the rest being its partner's, (N, 1, P, P), 0..1."""


def mix(db: Tensor, labels: Tensor, mixture: Mixture) -> tuple[Tensor, Tensor]:
    """A batch after a mixture, and what its labels have become, both (N, ...) as before.

    Mixed in dB: a mean of linear powers would show the brighter patch alone, whatever the label says.

    Args:
        db: (N, C, P, P), NaN for nodata.
        labels: how much each patch says for each class, floating point, (N, K): 1 for its own.
        mixture: of N patches of side P.
    """
    mixed = mix_images(db, mixture)
    valid = ~mixed.isnan().all(dim=1, keepdim=True)
    own = mixture.own.to(db.device)
    pixels = valid.sum(dim=(1, 2, 3))
    # by what can be seen: nodata has no label
    share = torch.where(pixels > 0, (own * valid).sum(dim=(1, 2, 3)) / pixels.clamp_min(1), 1.0)[:, None]
    return mixed, share * labels + (1 - share) * labels[mixture.partners.to(db.device)]


def mix_images(images: Tensor, mixture: Mixture) -> Tensor:
    """Images of the patches after a mixture; a pixel that is blended with nodata is nodata.

    Args:
        images: floating point, (N, C, P, P): radar patches in dB, or their optical companions.
        mixture: of N patches of side P.
    """
    own, others = mixture.own.to(images.device), images[mixture.partners.to(images.device)]
    blended = torch.lerp(others, images, own)
    return torch.where(own == 1, images, torch.where(own == 0, others, blended))  # else nodata would show through from beneath


def draw_mixture(count: int, side: int, options: AugmentationOptions, generator: torch.Generator) -> Mixture | None:
    """How a batch is mixed: by mixup or CutMix, by either where both are asked for, or not at all.

    A share is drawn for each patch from a beta distribution, of the patch's power in dB (mixup: Zhang et al., ICLR 2018, arXiv
    1710.09412) or of its area (CutMix: Yun et al., ICCV 2019, arXiv 1905.04899).

    Args:
        count: N.
        side: P, px.
        options: which of them, how strongly, and for which share of the batches.
        generator: of the CPU.
    """
    kinds = [(kind, alpha) for kind, alpha in ((_everywhere, options.mixup), (_outside_a_box, options.cutmix)) if alpha > 0]
    if not kinds:
        return None
    chance = np.random.default_rng(int(torch.randint(2**62, (1,), generator=generator)))
    if chance.random() >= options.mixed_share:
        return None
    own, alpha = kinds[chance.integers(len(kinds))]
    share = chance.beta(alpha, alpha, size=(count, 1, 1, 1))
    return Mixture(torch.from_numpy(chance.permutation(count)), own(share, side, chance))


def _everywhere(share: np.ndarray, side: int, _: np.random.Generator) -> Tensor:
    return torch.from_numpy(share).float().expand(-1, 1, side, side)


def _outside_a_box(share: np.ndarray, side: int, chance: np.random.Generator) -> Tensor:
    """1 outside and 0 inside a box of the rest's area and of the patch's form, its centre anywhere, cut off at the border."""
    half = np.sqrt(1 - share) / 2
    place = (np.arange(side) + 0.5) / side
    across, down = (np.abs(place - chance.random(share.shape)) < half for _ in range(2))
    return torch.from_numpy(~(down.swapaxes(2, 3) & across)).float()
