"""What the ground is made of: backscatter, texture, plant cover and optical colour of each surface."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr
from scipy.stats import gamma

_BINS_PER_SIGMA = 32
_TEXTURE_REACH = 4.5


class Surface(NamedTuple):
    """One material; radar values for X band, HH, at 35 degrees of incidence."""

    sigma0_db: float
    order: float
    """Order nu of the Gamma texture: small is rough."""
    patch_m: float
    """Correlation length of the texture."""
    exponent: float
    """n of the angular law (cos theta / cos 35)^n."""
    cross_db: float
    """Cross-polarised less co-polarised."""
    vv_db: float
    """VV less HH."""
    plant_m: float
    """Mean height of trees and shrubs; 0 for none."""
    plant_cover: float
    """Share of the ground under them."""
    rgb: tuple[int, int, int]
    rgb_sd: float


SURFACES: dict[str, Surface] = {
    "sea": Surface(-18.5, 30, 3, 8, -13, 2.5, 0, 0, (24, 52, 70), 3),
    "lake": Surface(-20.3, 40, 2, 8, -11, 1.5, 0, 0, (25, 45, 60), 4),
    "soil": Surface(-13.5, 25, 3, 4, -11, 0.5, 0, 0, (150, 125, 95), 9),
    "gravel": Surface(-11.8, 14, 2, 4, -10, 0.3, 0, 0, (176, 164, 142), 12),
    "sand": Surface(-15.0, 30, 4, 5, -12, 0.5, 0, 0, (205, 182, 138), 7),
    "crop": Surface(-10.9, 12, 2.5, 2.5, -8, -0.5, 0, 0, (120, 135, 65), 8),
    "stubble": Surface(-12.0, 14, 2.5, 3, -9, 0.3, 0, 0, (170, 160, 90), 8),
    "meadow": Surface(-11.5, 12, 3, 2.5, -8, 0, 0, 0, (98, 128, 62), 7),
    "forest": Surface(-5.8, 6, 3, 1, -5, -0.2, 18, 0.96, (35, 60, 30), 14),
    "scrub": Surface(-9.3, 5, 3, 1.5, -6, 0, 4, 0.45, (98, 106, 62), 12),
    "garden": Surface(-8.4, 6, 2, 1.5, -7, 0, 7, 0.2, (86, 108, 60), 12),
    "street": Surface(-16.5, 15, 2, 5, -11, 0.5, 0, 0, (92, 92, 95), 5),
    "yard": Surface(-11.6, 6, 3, 4, -10, 0.3, 0, 0, (128, 124, 118), 9),
    "asphalt": Surface(-19.0, 25, 2, 5, -12, 0.5, 0, 0, (82, 83, 86), 4),
    "concrete": Surface(-17.5, 20, 3, 5, -12, 0.5, 0, 0, (160, 158, 152), 5),
    "airfield": Surface(-16.0, 16, 3, 2.5, -9, 0, 0, 0, (112, 132, 74), 6),
    "ballast": Surface(-15.5, 8, 2, 3, -9, 0, 0, 0, (122, 108, 96), 9),
    "park": Surface(-8.0, 6, 2, 1.5, -6, 0, 9, 0.5, (70, 100, 50), 12),
    "hedge": Surface(-7.0, 5, 2, 1, -5, 0, 7, 0.9, (50, 76, 38), 12),
    "track": Surface(-14.0, 12, 2, 4, -11, 0, 0, 0, (166, 150, 122), 8),
    "roof": Surface(-10.0, 4, 1.5, 1, -11, 0, 0, 0, (150, 84, 66), 14),
    "hall": Surface(-14.0, 4, 2, 2, -12, 0, 0, 0, (186, 186, 184), 8),
    "metal": Surface(-6.0, 3, 1, 1, -12, 0, 0, 0, (212, 210, 205), 20),
    "rail": Surface(-8.0, 4, 2, 2, -14, 0, 0, 0, (96, 82, 72), 9),
}
"""By name. Radar values are typical ones, set so that the medians of simulated classes lie where those of real scenes do."""

SURFACE_NUMBER = {name: number for number, name in enumerate(SURFACES)}


def column(field: str) -> NDArray[np.float32]:
    """One property of all surfaces, by surface number."""
    return np.array([getattr(surface, field) for surface in SURFACES.values()], np.float32)


def texture(number: NDArray[np.uint8], normal: NDArray[np.float32]) -> NDArray[np.float32]:
    """Multiplicative texture of mean 1 from a standard normal field: the quantile of a Gamma of the surface's order.

    Args:
        number: surface numbers, any shape.
        normal: standard normal field of the same shape.
    """
    bins = np.clip((normal + _TEXTURE_REACH) * _BINS_PER_SIGMA + 0.5, 0, 2 * _TEXTURE_REACH * _BINS_PER_SIGMA).astype(np.intp)
    return np.asarray(_texture_table()[number, bins])


@cache
def _texture_table() -> NDArray[np.float32]:
    """Texture by surface number and bin of the normal field."""
    normal = np.arange(int(2 * _TEXTURE_REACH * _BINS_PER_SIGMA) + 1) / _BINS_PER_SIGMA - _TEXTURE_REACH
    return np.array([gamma.ppf(ndtr(normal), order, scale=1 / order) for order in column("order")], np.float32)
