"""Texture as numbers: statistics of 32 px blocks of grey levels, whose means over a patch become its features.

Everything is counted in blocks of the same 32 px as the features of the convolutional body, so that dense mode averages both over
the window of a patch alike. The features know nothing of any training: a few dozen labelled patches are enough to learn from them,
where a network of millions of weights learns its patches by heart.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

BLOCK_PX = 32
BINS = 64
"""Of the histogram, four grey levels each."""
_COARSE_BINS = 16
_PERCENTILES = (0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99)
_RINGS = 8
_OCTAVES, _DIRECTIONS = 4, 4
_BANDS = 5
_GRADIENT_BANDS = (1, 2)
_GREYS = 255.0
_STRIP_PX = 1024
_REACH_PX = 96
"""Multiple of a block; at least the 94 px that the coarsest band of the pyramid sees beyond a block."""
_LEAST = 1e-7
"""Of a power of grey levels scaled to 0..1: half a grey level is 4e-6, squared and averaged."""

STATISTICS = BINS + _RINGS + _OCTAVES * _DIRECTIONS + _BANDS + 3 * len(_GRADIENT_BANDS)
"""Numbers per block and channel."""
FEATURES = len(_PERCENTILES) + 4 + _COARSE_BINS + _RINGS + _OCTAVES * _DIRECTIONS + _BANDS + 3 * len(_GRADIENT_BANDS)
"""Numbers per patch and channel."""


class TextureStatistics(nn.Module):
    """Statistics of each block of a network's input: histogram, spectrum, bands of a pyramid, gradients. It has nothing to learn.

    Args:
        mean: of the radiometry that standardised the input, grey levels scaled to 0..1.
        std: of the same.
    """

    window: Tensor
    rings: Tensor
    sectors: Tensor
    blur: Tensor

    def __init__(self, mean: float, std: float) -> None:
        super().__init__()
        self.mean, self.std = mean, std
        rings, sectors = _spectrum_parts()
        constants = {"window": _window(), "rings": rings, "sectors": sectors, "blur": _binomial()}
        for name, constant in constants.items():
            self.register_buffer(name, constant, persistent=False)

    def forward(self, inputs: Tensor) -> Tensor:
        """Statistics (N, C * STATISTICS, ceil(rows / 32), ceil(columns / 32)) of network input (N, C, rows, columns).

        Sizes that are no multiple of 32 are completed by reflection. Large images are taken by strips, for the sake of memory.
        """
        rows = inputs.shape[2]
        if rows <= _STRIP_PX or rows % BLOCK_PX:
            return self._of_strip(inputs)
        parts = []
        for first in range(0, rows, _STRIP_PX):
            top, last = max(0, first - _REACH_PX), min(rows, first + _STRIP_PX)
            strip = self._of_strip(inputs[:, :, top : min(rows, last + _REACH_PX)])
            parts.append(strip[:, :, (first - top) // BLOCK_PX : (last - top) // BLOCK_PX])
        return torch.cat(parts, dim=2)

    def _of_strip(self, inputs: Tensor) -> Tensor:
        scaled = ((inputs.float() * self.std + self.mean) * _GREYS).round().clamp(0.0, _GREYS) / _GREYS
        n, channels, rows, columns = scaled.shape
        image = _completed(scaled.reshape(n * channels, 1, rows, columns))
        blocks = torch.cat([self._of_blocks(image), self._of_pyramid(image)], dim=1)
        return blocks.reshape(n, channels * STATISTICS, *blocks.shape[2:])

    def _of_blocks(self, image: Tensor) -> Tensor:
        """Histogram and spectrum of each block, (N, BINS + rings + octaves x directions, rows, columns)."""
        n, _, height, width = image.shape
        rows, columns = height // BLOCK_PX, width // BLOCK_PX
        blocks = image.reshape(n, rows, BLOCK_PX, columns, BLOCK_PX).permute(0, 1, 3, 2, 4).reshape(-1, BLOCK_PX**2)
        bins = (blocks * (_GREYS * BINS / 256)).to(torch.int64)
        # shape[0], because len would fix the size of batches in an exported graph
        counts = torch.zeros(blocks.shape[0], BINS, device=image.device).scatter_add(1, bins, torch.ones_like(blocks))
        centred = (blocks - blocks.mean(1, keepdim=True)) * self.window
        spectrum = torch.view_as_real(torch.fft.rfft2(centred.reshape(-1, BLOCK_PX, BLOCK_PX), norm="ortho"))
        power = spectrum.square().sum(-1).flatten(1)
        rings = (power + _LEAST).log() @ self.rings
        sectors = (power @ self.sectors + _LEAST).log()
        numbers = torch.cat([counts / BLOCK_PX**2, rings, sectors], dim=1)
        return numbers.reshape(n, rows, columns, -1).permute(0, 3, 1, 2)

    def _of_pyramid(self, image: Tensor) -> Tensor:
        """Power of each band of a Laplacian pyramid, and the structure tensor of two, per block.

        Source: Burt and Adelson, The Laplacian pyramid as a compact image code, IEEE Transactions on Communications, 1983.
        """
        found, side = [], BLOCK_PX
        for band in range(_BANDS):
            coarse = F.conv2d(F.pad(image, (2, 2, 2, 2), mode="replicate"), self.blur, stride=2)
            smooth = F.interpolate(coarse, size=image.shape[2:], mode="bilinear", align_corners=False)
            found.append(F.avg_pool2d((image - smooth).square(), side))
            if band in _GRADIENT_BANDS:
                across = F.pad(image[..., 2:] - image[..., :-2], (1, 1, 0, 0))
                along = F.pad(image[..., 2:, :] - image[..., :-2, :], (0, 0, 1, 1))
                found += [F.avg_pool2d(one, side) for one in (across.square(), along.square(), across * along)]
            image, side = coarse, side // 2
        return torch.cat(found, dim=1)


def texture_features(statistics: Tensor) -> Tensor:
    """Features (N, C * FEATURES) of the mean statistics of patches, (N, C * STATISTICS): percentiles, moments, spectrum, bands.

    A patch and its mirror images have nearly the same features.
    """
    per_channel = statistics.reshape(-1, STATISTICS)
    ends = (BINS, BINS + _RINGS + _OCTAVES * _DIRECTIONS)
    histogram, spectrum, pyramid = per_channel.tensor_split(ends, dim=1)
    coarse = histogram.reshape(-1, _COARSE_BINS, BINS // _COARSE_BINS).sum(2)
    features = torch.cat([_percentiles(histogram), _moments(histogram), coarse, spectrum, _structure(pyramid)], dim=1)
    return features.reshape(statistics.shape[0], -1)


def _percentiles(histogram: Tensor) -> Tensor:
    """Grey levels scaled to 0..1, (N, percentiles), read off the cumulated histogram."""
    cumulated = histogram.cumsum(1)
    found = []
    for share in _PERCENTILES:
        place = (cumulated < share - 1e-6).sum(1, keepdim=True).clamp(max=BINS - 1)
        beyond = (cumulated.gather(1, place) - share) / histogram.gather(1, place).clamp(min=1e-6)
        found.append((place + 1 - beyond.clamp(0, 1)) / BINS)
    return torch.cat(found, dim=1)


def _moments(histogram: Tensor) -> Tensor:
    """Mean, standard deviation, skewness and log kurtosis, (N, 4)."""
    centres = (torch.arange(BINS, device=histogram.device) + 0.5) / BINS
    mean = histogram @ centres
    deviation = centres - mean[:, None]
    variance = (histogram * deviation.square()).sum(1).clamp(min=1e-6)
    skewness = (histogram * deviation**3).sum(1) / variance**1.5
    kurtosis = (histogram * deviation**4).sum(1) / variance.square()
    return torch.stack([mean, variance.sqrt(), skewness, kurtosis.clamp(min=1e-6).log()], dim=1)


def _structure(pyramid: Tensor) -> Tensor:
    """Amplitude of each band; amplitude, coherence and preferred axis of the gradients of some, (N, bands + 3 x gradient bands)."""
    found, place = [], 0
    for band in range(_BANDS):
        found.append(pyramid[:, place : place + 1].clamp(min=_LEAST).sqrt())
        place += 1
        if band in _GRADIENT_BANDS:
            across, along, mixed = pyramid[:, place : place + 3].unbind(1)
            total = (across + along).clamp(min=_LEAST)
            # not hypot, which ONNX does not have
            coherence = ((across - along).square() + (2 * mixed).square()).sqrt() / total
            found.append(torch.stack([total.sqrt(), coherence, (across - along) / total], dim=1))
            place += 3
    return torch.cat(found, dim=1)


def _completed(image: Tensor) -> Tensor:
    """An image (N, 1, rows, columns) reflected beyond its edges up to multiples of a block."""
    rows, columns = (-image.shape[2] % BLOCK_PX, -image.shape[3] % BLOCK_PX)
    if rows or columns:
        image = F.pad(image, (columns // 2, columns - columns // 2, rows // 2, rows - rows // 2), mode="reflect")
    return image


def _window() -> Tensor:
    """Of the spectrum: a Hann window of unit mean square, (1024,)."""
    side = torch.hann_window(BLOCK_PX + 2, periodic=False)[1:-1]
    window = (side[:, None] * side).flatten()
    return window / window.square().mean().sqrt()


def _frequencies() -> tuple[Tensor, Tensor]:
    """Cycles per px along rows and columns of the half plane of the spectrum of a block, each (544,)."""
    along, across = torch.fft.fftfreq(BLOCK_PX), torch.fft.rfftfreq(BLOCK_PX)
    grid = torch.meshgrid(along, across, indexing="ij")
    return grid[0].flatten(), grid[1].flatten()


def _spectrum_parts() -> tuple[Tensor, Tensor]:
    """Weights that average the spectrum over rings of scale, (544, rings), and over octaves and directions, (544, 16).

    Directions are taken without their sign, so that a patch and its mirror image have the same.
    """
    along, across = _frequencies()
    radius, angle = torch.hypot(along, across), torch.atan2(along.abs(), across.abs())
    twice = torch.where((across > 0) & (across < 0.5), 2.0, 1.0)  # the other half plane holds these frequencies again
    ring = (radius / 0.5 * _RINGS).long()
    direction = (angle / (math.pi / 2) * (_DIRECTIONS - 1)).round().long()
    octave = (radius.clamp(min=1e-6) * BLOCK_PX / 2).log2().ceil().long().clamp(min=0)
    octave = torch.where((radius > 0) & (radius <= 0.5), octave, -1)
    rings = torch.stack([(ring == one) * twice for one in range(_RINGS)], dim=1)
    parts = [(octave == scale) & (direction == turn) for scale in range(_OCTAVES) for turn in range(_DIRECTIONS)]
    sectors = torch.stack([part * twice for part in parts], dim=1)
    return rings / rings.sum(0), sectors / sectors.sum(0).clamp(min=1)


def _binomial() -> Tensor:
    """The blur of the pyramid, (1, 1, 5, 5)."""
    side = torch.tensor([1.0, 4.0, 6.0, 4.0, 1.0]) / 16
    return (side[:, None] * side)[None, None]
