"""From a landscape to the radar image in the frame's own geometry, strip by strip."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.simulate import SimulateConfig
from .day import Day
from .echo import mean_sigma0, point_field
from .frame import Frame
from .ground import Ground, lay_ground
from .landscape import Landscape
from .noise import NoiseModel
from .optical import TALLEST_M, optical_strip
from .random_fields import Strip
from .speckle import HALO_PX, speckled

_STRIP_ROWS, _WIDE_STRIP_ROWS, _WIDE_PX = 256, 64, 8192
_BYTES_PER_PIXEL = 200
"""Memory of a strip in work."""
_RE_FROM_LOOKS = 3
_SPECKLE_PLANE = 1000


@dataclass(frozen=True)
class Scene:
    """All that a strip is computed from."""

    config: SimulateConfig
    frame: Frame
    landscape: Landscape
    noise: NoiseModel
    day: Day
    """Of the optical companion."""

    @property
    def enhanced_radiometry(self) -> bool:
        """Whether so many looks are averaged that the product is the radiometrically enhanced variant (RE).

        The processor takes the noise out of RE spotlight and stripmap products, and leaves it in SE ones (since version 4.10).
        """
        return self.config.looks >= _RE_FROM_LOOKS


def strips(frame: Frame) -> list[Strip]:
    """The strips of a frame; their height follows from its size alone, for equal pixels on every machine."""
    height = _STRIP_ROWS if frame.side_px <= _WIDE_PX else _WIDE_STRIP_ROWS
    return [Strip(first, min(height, frame.side_px - first), frame.side_px) for first in range(0, frame.side_px, height)]


def strip_memory_bytes(scene: Scene) -> int:
    """About how much memory the work on one strip takes."""
    strip = strips(scene.frame)[0]
    return (strip.rows + 2 * _halo_px(scene)) * strip.columns * _BYTES_PER_PIXEL


def _halo_px(scene: Scene) -> int:
    """Rows around a strip that reach into its images: those of the radar, or the longest shadow in the optical companion."""
    shadow_m = TALLEST_M * scene.day.season.shadow_length if scene.config.optical else 0.0
    return max(_radar_halo_px(scene.frame), math.ceil(shadow_m / scene.frame.pixel_size_m))


def _radar_halo_px(frame: Frame) -> int:
    """Rows that reach into the radar image: by its response, and by what leans over from the tallest things."""
    return max(HALO_PX, math.ceil(TALLEST_M / frame.pixel_size_m))


class StripImages(NamedTuple):
    """What comes of a strip."""

    beta0: NDArray[np.float32]
    """With speckle and noise, linear, (polarisations, rows, columns)."""
    rgb: NDArray[np.uint8] | None
    """Optical companion, (3, rows, columns)."""


def image_strip(scene: Scene, polarisations: tuple[str, ...], strip: Strip) -> StripImages:
    """All images of a strip."""
    halo, radar_halo = _halo_px(scene), _radar_halo_px(scene.frame)
    wide, grown = strip.grown(halo), strip.grown(radar_halo)
    ground = lay_ground(scene.landscape, scene.frame, wide)
    # the radar's own rows, so that its image is the same whatever the day of the optical one
    near = ground.without_outer(halo - radar_halo)
    inner = slice(radar_halo, radar_halo + strip.rows)
    beta0 = np.stack([_image(scene, near, index, pol, grown)[inner] for index, pol in enumerate(polarisations)])
    if not scene.config.optical:
        return StripImages(beta0, None)
    rgb = optical_strip(scene.landscape, scene.frame, scene.day, ground, wide)
    return StripImages(beta0, rgb[:, halo : halo + strip.rows])


def _image(scene: Scene, ground: Ground, index: int, polarisation: str, grown: Strip) -> NDArray[np.float32]:
    """One polarisation: mean power, then one independent coherent image per look, averaged; halo included."""
    frame, seed, looks = scene.frame, scene.config.seed, scene.config.looks
    columns = np.arange(grown.columns) + 0.5
    beta0 = mean_sigma0(scene.landscape, frame, ground, polarisation, grown)
    beta0 /= np.sin(np.radians(frame.incidence_deg(columns))).astype(np.float32)
    noise = scene.noise.beta0(frame.range_time_s(columns)).astype(np.float32)
    beta0 += noise
    targets = point_field(scene.landscape.points, frame, polarisation, grown)
    total = np.zeros((grown.rows, grown.columns), np.float32)
    for look in range(looks):
        plane = _SPECKLE_PLANE * (1 + index) + 2 * look
        total += speckled(beta0, targets, seed, plane, grown)
    total /= np.float32(looks)
    return np.maximum(total - noise, 0) if scene.enhanced_radiometry else total
