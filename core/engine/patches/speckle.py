"""Fresh speckle for patches: the same ground in another draw of the same sensor, or with a few looks more.

To multiply an image by speckle alone would make products of two speckles, rougher than any sensor's. So the image is first averaged
down in linear power, which is what taking more looks does (fewer ripples, less resolution), and then multiplied by as much fresh
speckle at most as the averaging took away: a patch leaves with no fewer looks than it came with, and with no more than the averaging
gives. How much was taken is read from the patch itself, so that nothing need be known of its looks.
"""

import math
from functools import cache

import torch
from torch import Tensor
from torch.nn import functional as F

DB_PER_NAT = 10 / math.log(10)
_SD_PER_MAD = 1.4826  # of a normal distribution
_SPARSE = 5  # px between the pixels that the spread is read from
_BANK_PX = 1024
_LEAST_ROOT = 0.2  # of the cube root of a power: no pixel falls by more than 21 dB, as one of 120 does in a single look


def respeckle(db: Tensor, share: float, generator: torch.Generator) -> Tensor:
    """Give some patches fresh speckle, each to its own degree.

    Args:
        db: (N, C, P, P), NaN for nodata, which stays and takes no part.
        share: of patches, 0..1.
        generator: of the CPU.
    """
    count, channels, side = db.shape[:3]
    chosen = (torch.rand(count, generator=generator) < share).nonzero()[:, 0]
    averaging, put_back, grain = torch.rand(3, count, 1, 1, 1, generator=generator)[:, chosen].to(db.device)
    places = torch.randint(_BANK_PX, (2, count, channels), generator=generator)[:, chosen].to(db.device)
    if len(chosen) == 0:
        return db
    fine, coarse = _noise_bank(side, db.device).unfold(1, side, 1).unfold(2, side, 1)[:, places[0], places[1]]
    normal = torch.lerp(fine, coarse, grain) / (grain**2 + (1 - grain) ** 2).sqrt()
    db, which = db.clone(), chosen.to(db.device)
    db[which] = fresh_speckle(db[which], averaging, put_back, normal)
    return db


def fresh_speckle(db: Tensor, averaging: Tensor, put_back: Tensor, normal: Tensor) -> Tensor:
    """Average patches down in linear power and multiply them by new speckle of unit mean.

    Args:
        db: (N, C, P, P), NaN for nodata.
        averaging: (N, 1, 1, 1), 0 leaves the patch, 1 takes the mean over 3 x 3 pixels.
        put_back: (N, 1, 1, 1), share of the standard deviation taken away (in dB) that the new speckle has, 0..1.
        normal: normal noise, mean 0, variance 1, with the correlation that the new speckle shall have, shape of ``db``.
    """
    power = torch.exp(db / DB_PER_NAT)
    averaged = torch.lerp(power, neighbourhood_mean(power), averaging).log() * DB_PER_NAT
    taken = _spread(db - averaged) / DB_PER_NAT
    return averaged + speckle_db(normal, looks_of_spread(put_back * taken))


def neighbourhood_mean(power: Tensor) -> Tensor:
    """Mean over 3 x 3 pixels with the weights 1 2 1 along each axis, over valid pixels alone; NaN stays NaN.

    Args:
        power: linear, (N, C, P, P), NaN for nodata.
    """
    valid = ~power.isnan()
    if valid.all():
        return _smooth(power)
    return torch.where(valid, _smooth(power.nan_to_num(0)) / _smooth(valid.float()), power)


def _smooth(values: Tensor) -> Tensor:
    padded = F.pad(values, (1, 1, 1, 1), mode="replicate")
    columns = padded[..., 1:-1] / 2 + (padded[..., 2:] + padded[..., :-2]) / 4
    return columns[..., 1:-1, :] / 2 + (columns[..., 2:, :] + columns[..., :-2, :]) / 4


def _spread(db: Tensor) -> Tensor:
    """Standard deviation of each patch and channel, (N, C, 1, 1), from its median, which single bright targets do not move."""
    some = db[..., ::_SPARSE, ::_SPARSE].flatten(2)
    return _SD_PER_MAD * _median((some - _median(some)).abs())[..., None]


def _median(values: Tensor) -> Tensor:
    """Of each row of the last dimension, which stays with length 1; the lower one of two, NaN left out.

    Not ``nanmedian``, which CUDA cannot do with a determined result.
    """
    ordered = values.sort(dim=-1).values  # NaN comes last
    middle = (values.isfinite().sum(dim=-1, keepdim=True) - 1).clamp_min(0) // 2
    return ordered.gather(-1, middle)


def looks_of_spread(spread: Tensor) -> Tensor:
    """Looks of speckle whose logarithm has a standard deviation (nats), at least 1.

    The variance of the logarithm is the trigamma function of the looks, of which 1 / (looks - 1/2) is the beginning (Abramowitz and
    Stegun 6.4.12).
    """
    return (1 / spread.clamp_min(1e-3) ** 2 + 0.5).clamp_min(1)


def speckle_db(normal: Tensor, looks: Tensor) -> Tensor:
    """Multilook speckle in dB, in linear power a gamma variable of mean 1 and variance 1 / looks.

    Args:
        normal: standard normal variables, of any shape.
        looks: at least 1, of a shape that broadcasts.

    Source: the cube root of a gamma variable is nearly normal, Wilson and Hilferty, PNAS 17, 1931.
    """
    root = 1 - 1 / (9 * looks) + normal / (3 * looks.sqrt())
    return 3 * DB_PER_NAT * root.clamp_min(_LEAST_ROOT).log()


@cache
def _noise_bank(side: int, device: torch.device) -> Tensor:
    """Two planes of normal noise, mean 0, variance 1, to cut windows of ``side`` px from.

    Neighbours are independent in the first, as in products sampled at their resolution, and correlate by 2/3 in the second, as in
    products sampled at half their resolution.
    """
    white = torch.randn(2, 1, _BANK_PX + side, _BANK_PX + side, generator=torch.Generator().manual_seed(0))
    root = 6 / 16  # of the sum of squares of the weights along both axes
    return torch.cat([white[0], _smooth(white[1:])[0] / root]).to(device)
