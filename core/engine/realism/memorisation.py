"""Whether a generator repeats what it learned from: how near each patch lies to a training patch, against how near new real ones do."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.stats import binomtest
from torch import Tensor
from torch.nn import functional as F

from ..network.views import View

MIRRORED = tuple(View(False, *mirrored) for mirrored in product((False, True), repeat=2))
"""A patch as it is, and its three mirror images: a generator that learned from mirrored patches may repeat those."""
NEAR_SHARE = 0.05
"""Of new real patches that count as near to a training patch; as many of the synthetic ones are to be expected."""
_LEVEL = 0.95
_CELLS = 16
_LEAST_CELL_PX = 4
_AT_ONCE = 64

Points = NDArray[np.float32]


class Nearest(NamedTuple):
    """The nearest training patch of each patch."""

    distance: NDArray[np.float64]
    """(N,)."""
    place: NDArray[np.int64]
    """Among the training patches, (N,)."""
    view: NDArray[np.int64]
    """Place in ``MIRRORED`` of the way that it was seen, (N,)."""


class Memorisation(NamedTuple):
    """How near synthetic patches lie to training patches, in one space."""

    near: float
    """Share that lies as near as only ``NEAR_SHARE`` of new real patches do."""
    low: float
    high: float
    """95 % interval of the share, for the number of synthetic patches."""
    near_below: float
    """The distance below which a patch counts as near."""


def low_pass(db: Tensor) -> Points:
    """Patches without their speckle: dB of the mean power of 16 x 16 cells of at least 4 px, (N, C * cells), so scaled that the distance
    of two is their root mean square difference in dB.

    Power is averaged, not dB, so that a copy whose speckle was smoothed has the same means.

    Args:
        db: (N, C, P, P), NaN for nodata, which counts as the mean of its patch.
    """
    power = 10 ** (db.double() / 10)
    filled = torch.where(power.isnan(), power.nanmean(dim=(2, 3), keepdim=True), power).nan_to_num(1.0)
    cell = max(_LEAST_CELL_PX, db.shape[-1] // _CELLS)
    means = 10 * F.avg_pool2d(filled, cell).flatten(1).log10()
    return np.asarray((means / means.shape[1] ** 0.5).numpy(), dtype=np.float32)


def nearest(points: Points, known: Sequence[Points], apart: NDArray[np.bool_] | None = None) -> Nearest:
    """The nearest training patch of each patch, in whichever view it lies nearest.

    Args:
        points: (N, F).
        known: the training patches in each view, (M, F) each.
        apart: which pairs may be compared, (N, M); None for all.
    """
    views, patches = len(known), len(known[0])
    flat = torch.from_numpy(np.concatenate(known)).double()
    distances, places = [], []
    for first in range(0, len(points), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        found = torch.cdist(torch.from_numpy(points[part]).double(), flat, compute_mode="donot_use_mm_for_euclid_dist")
        if apart is not None:
            found = found.masked_fill(~torch.from_numpy(np.tile(apart[part], views)), torch.inf)
        least = found.min(dim=1)
        distances.append(least.values.numpy())
        places.append(least.indices.numpy())
    place = np.concatenate(places)
    return Nearest(np.concatenate(distances), place % patches, place // patches)


def memorisation(made: NDArray[np.float64], new: NDArray[np.float64]) -> Memorisation:
    """Compare distances of synthetic patches to their nearest training patch with those of new real patches.

    Args:
        made: of synthetic patches, (N,), at least one.
        new: of real patches that the generator has not seen, (M,), at least one.
    """
    near_below = float(np.quantile(new, NEAR_SHARE))
    count = int((made < near_below).sum())
    interval = binomtest(count, len(made)).proportion_ci(_LEVEL, "wilson")
    return Memorisation(count / len(made), float(interval.low), float(interval.high), near_below)
