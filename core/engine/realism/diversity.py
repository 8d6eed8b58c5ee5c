"""How much alike the patches of a sample are: a generator that knows few patches makes the same ones again."""

from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

_WEIGHTS = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
_KERNEL_PX = 11
_KERNEL_SIGMA_PX = 1.5
_C1, _C2 = 0.01**2, 0.03**2
_PAIRS_AT_ONCE = 64


def similarities(images: Tensor, pairs: int, seed: int = 0) -> NDArray[np.float32]:
    """MS-SSIM of random pairs within a sample, (pairs,); 1 where patches are equal, none with fewer than two images.

    Args:
        images: (N, C, P, P), grey levels scaled to 0..1; P at least 11.
        pairs: how many.
        seed: of the draw.
    """
    count = len(images)
    if count < 2:
        return np.zeros(0, np.float32)
    random = np.random.default_rng(seed)
    first = random.integers(count, size=pairs)
    second = (first + random.integers(1, count, size=pairs)) % count  # never the same patch
    parts = [slice(at, at + _PAIRS_AT_ONCE) for at in range(0, pairs, _PAIRS_AT_ONCE)]
    return np.concatenate([ms_ssim(images[first[part]], images[second[part]]).numpy() for part in parts])


def scales_of(side_px: int) -> int:
    """How many scales an image has, each half the one before, with room for the window of 11 px at the last: 1 to 5."""
    return next(scales for scales in range(len(_WEIGHTS), 0, -1) if side_px >> (scales - 1) >= _KERNEL_PX or scales == 1)


def ms_ssim(first: Tensor, second: Tensor) -> Tensor:
    """Multi-scale structural similarity of pairs of images, (N,): 1 for equal ones, about 0 for unrelated texture.

    Small images have fewer than five scales; the weights of theirs are scaled to a sum of 1. Negative terms count as 0.

    Args:
        first: (N, C, P, P), 0..1.
        second: the same.

    Raises:
        ValueError: the shapes differ, or the images are smaller than the window.

    Source: Wang, Simoncelli, Bovik, Multi-scale structural similarity for image quality assessment, Asilomar 2003, equation 7.
    """
    if first.shape != second.shape or first.shape[-1] < _KERNEL_PX:
        raise ValueError(f"two equal stacks of at least {_KERNEL_PX} px are needed, got {tuple(first.shape)} and {tuple(second.shape)}")
    count, channels, rows, columns = first.shape
    x, y = (one.reshape(count * channels, 1, rows, columns) for one in (first, second))
    scales = scales_of(min(rows, columns))
    total = sum(_WEIGHTS[:scales])
    product = torch.ones(count * channels)
    for scale, weight in enumerate(_WEIGHTS[:scales]):
        luminance, structure = _terms(x, y)
        term = luminance * structure if scale == scales - 1 else structure
        product = product * term.mean(dim=(1, 2, 3)).clamp_min(0) ** (weight / total)
        x, y = F.avg_pool2d(x, 2), F.avg_pool2d(y, 2)
    return product.reshape(count, channels).mean(dim=1)


def _terms(x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Luminance term, and contrast times structure, at each place of the window.

    Source: Wang et al., Image quality assessment, IEEE Transactions on Image Processing 13(4), 2004, equations 6, 9 and 10.
    """
    mean_x, mean_y = _blurred(x), _blurred(y)
    variance_x, variance_y = _blurred(x * x) - mean_x**2, _blurred(y * y) - mean_y**2
    covariance = _blurred(x * y) - mean_x * mean_y
    luminance = (2 * mean_x * mean_y + _C1) / (mean_x**2 + mean_y**2 + _C1)
    return luminance, (2 * covariance + _C2) / (variance_x + variance_y + _C2)


def _blurred(images: Tensor) -> Tensor:
    """Gaussian means within each whole window, (N, 1, P - 10, P - 10)."""
    rows, columns = (_window_means(side) for side in images.shape[-2:])
    return rows @ images @ columns.T


@cache
def _window_means(side: int) -> Tensor:
    """The matrix (P - 10, P) that turns a line of P pixels into its Gaussian means: as a product many times faster than a convolution."""
    at = torch.arange(side) - torch.arange(side - _KERNEL_PX + 1)[:, None] - _KERNEL_PX // 2
    weights = torch.exp(-(at**2) / (2 * _KERNEL_SIGMA_PX**2)) * (at.abs() <= _KERNEL_PX // 2)
    return weights / weights.sum(dim=1, keepdim=True)
