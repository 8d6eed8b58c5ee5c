"""The incidence angle of a scene, from whatever source says it best."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader

from .annotation import Corner
from .calibration import conversion
from .ground import Placement, pixels_at
from .image import read_pixels, read_samples
from .lattice import Lattice, node_positions
from .windows import Window

Angles = NDArray[np.float32]

_STEEPEST_DEG, _FLATTEST_DEG = 1.0, 85.0


class Incidence(Protocol):
    """The incidence angle over an image."""

    def degrees(self, window: Window) -> Angles:
        """Incidence angle of each pixel of a window inside the image, (rows, columns), NaN where unknown."""

    def factor(self, window: Window, have: str, want: str) -> Angles:
        """What one calibrated quantity is multiplied with to give another; broadcasts to (rows, columns)."""

    def span_deg(self) -> tuple[float, float]:
        """Least and largest angle."""


@dataclass(frozen=True)
class UniformIncidence:
    """One angle for the whole image."""

    angle_deg: float

    def degrees(self, window: Window) -> Angles:
        """The one angle, (rows, columns)."""
        return np.full((window.rows, window.columns), self.angle_deg, np.float32)

    def factor(self, window: Window, have: str, want: str) -> Angles:
        """One number."""
        return conversion(np.array(self.angle_deg), have, want)

    def span_deg(self) -> tuple[float, float]:
        """The one angle, twice."""
        return self.angle_deg, self.angle_deg


@dataclass(frozen=True)
class SmoothIncidence:
    """Angles on a coarse lattice over the image."""

    angles: Lattice

    def degrees(self, window: Window) -> Angles:
        """Bilinear between the nodes, (rows, columns)."""
        return self.angles.read(window)

    def factor(self, window: Window, have: str, want: str) -> Angles:
        """Bilinear between the nodes: over 1/128 of a scene the tangent is a straight line to some 1e-6."""
        nodes = conversion(self.angles.nodes, have, want)
        return Lattice(nodes, self.angles.rows, self.angles.columns).read(window)

    def span_deg(self) -> tuple[float, float]:
        """Of the nodes."""
        return float(self.angles.nodes.min()), float(self.angles.nodes.max())


@dataclass(frozen=True)
class IncidenceMask:
    """The GIM of an EEC: local incidence angles, pixel by pixel of the image.

    A value holds the angle in hundredths of a degree, except its last digit, which flags layover and shadow; 0 is no data.
    Angles are kept within 1 to 85 deg: beyond, the sine or tangent says more of the elevation model than of the ground.
    """

    image: DatasetReader

    def degrees(self, window: Window) -> Angles:
        """The mask's angles, (rows, columns), NaN where it has none."""
        return mask_angles().take(read_pixels(self.image, 1, window))

    def factor(self, window: Window, have: str, want: str) -> Angles:
        """By one look-up per pixel."""
        return _mask_factors(have, want).take(read_pixels(self.image, 1, window))

    def span_deg(self) -> tuple[float, float]:
        """The 1st and 99th percentile of small squares spread over the scene: single facets would say little of it."""
        angles = mask_angles().take(read_samples(self.image, 1))
        if np.isnan(angles).all():
            return float("nan"), float("nan")
        low, high = np.nanpercentile(angles, [1, 99])
        return float(low), float(high)


@cache
def _mask_factors(have: str, want: str) -> Angles:
    return conversion(mask_angles(), have, want)


@cache
def mask_angles() -> Angles:
    """The angle of every value of a 16-bit incidence mask, deg, (65536,)."""
    values = np.arange(2**16, dtype=np.float64)
    angles = np.clip((values - values % 10) / 100, _STEEPEST_DEG, _FLATTEST_DEG)
    angles[values < 10] = np.nan
    return angles.astype(np.float32)


def incidence_from_corners(corners: Sequence[Corner], placed: Placement) -> SmoothIncidence:
    """Angles over a map image from those at three or more corners of the scene: bilinear, by least squares."""
    longitudes, latitudes = np.array([one.longitude for one in corners]), np.array([one.latitude for one in corners])
    x, y = pixels_at(longitudes, latitudes, placed)
    angles = np.array([one.incidence_deg for one in corners])
    solution, *_ = np.linalg.lstsq(_bilinear_terms(x, y, placed), angles, rcond=1e-6)
    node_y, node_x = node_positions(placed.rows, placed.columns)
    nodes = _bilinear_terms(node_x, node_y, placed) @ solution
    return SmoothIncidence(Lattice(nodes.astype(np.float32), placed.rows, placed.columns))


def _bilinear_terms(x: NDArray[np.float64], y: NDArray[np.float64], placed: Placement) -> NDArray[np.float64]:
    right, down = x / placed.columns - 0.5, y / placed.rows - 0.5
    return np.stack([np.ones_like(right), right, down, right * down], axis=-1)
