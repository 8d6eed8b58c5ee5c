"""From a landscape to the radar image in the frame's own geometry, strip by strip."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.simulate import SimulateConfig
from .echo import ground_sigma0, lay_ground, point_field
from .frame import Frame
from .landscape import Landscape
from .noise import NoiseModel
from .random_fields import Strip
from .speckle import HALO_PX, speckled

STRIP_ROWS = 256
_SPECKLE_PLANE, _NOISE_PLANE = 1000, 5000


@dataclass(frozen=True)
class Scene:
    """All that a strip is computed from."""

    config: SimulateConfig
    frame: Frame
    landscape: Landscape
    noise: NoiseModel


def strips(frame: Frame) -> Iterator[Strip]:
    """The strips of a frame; their height is fixed, for equal pixels on every machine."""
    for first in range(0, frame.side_px, STRIP_ROWS):
        yield Strip(first, min(STRIP_ROWS, frame.side_px - first), frame.side_px)


def image_strip(scene: Scene, strip: Strip) -> NDArray[np.float32]:
    """Beta nought of a strip with speckle and noise, linear, (polarisations, rows, columns)."""
    grown = strip.grown(HALO_PX)
    frame = scene.frame
    ground = lay_ground(scene.landscape, frame, grown)
    sigma0 = ground_sigma0(scene.landscape, frame, ground, scene.config.seed, grown)
    columns = np.arange(grown.columns) + 0.5
    beta0 = sigma0 / np.sin(np.radians(frame.incidence_deg(columns))).astype(np.float32)
    beta0 += scene.noise.beta0(frame.range_time_s(columns)).astype(np.float32)
    targets = point_field(scene.landscape.points, frame, grown)
    looks = range(scene.config.looks)
    total = sum(speckled(beta0, targets, scene.config.seed, _SPECKLE_PLANE + 2 * look, grown) for look in looks)
    return np.asarray(total / np.float32(len(looks)))[None, HALO_PX:-HALO_PX]
