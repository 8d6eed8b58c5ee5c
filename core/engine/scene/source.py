"""An opened scene before it is asked for power: its files, what their numbers mean, and what is known of it."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np
from rasterio.io import DatasetReader

from ...contract.errors import SceneError
from .calibration import PixelMeaning, Power, linear_power
from .image import read_mask, read_pixels
from .incidence import Incidence
from .info import SceneInfo
from .lattice import Lattice
from .windows import Window, samples, tiles

_TILE_PX = 2048


@dataclass(frozen=True)
class Band:
    """One band of a scene: where its numbers are, and what they mean."""

    image: DatasetReader
    number: int
    """In its file, from 1."""
    meaning: PixelMeaning
    noise: Lattice | None = None
    """Noise power to subtract, in squared digital numbers."""

    def power(self, window: Window, factor: float) -> Power:
        """Linear power times a factor in a window inside the image, (rows, columns), NaN where there is no data."""
        power = linear_power(read_pixels(self.image, self.number, window), self.meaning, factor)
        mask = read_mask(self.image, self.number, window)
        if mask is not None:
            power[~mask] = np.nan
        return power


@dataclass(frozen=True)
class Source:
    """All that a scene is read from."""

    info: SceneInfo
    bands: tuple[Band, ...]
    incidence: Incidence | None
    files: tuple[Path, ...]
    """Everything that the answers depend on."""
    opened: ExitStack = field(default_factory=ExitStack)
    """Closes the files."""


def check_has_data(source: Source) -> None:
    """Refuse a scene without a single valid pixel in its first band.

    Raises:
        SceneError: nothing but nodata.
    """
    if not has_data(source):
        raise SceneError("scene-empty", path=source.info.path)


def has_data(source: Source) -> bool:
    """Whether the first band holds any valid pixel: a look at small squares, and only if those are empty at all of it."""
    info, band = source.info, source.bands[0]
    windows = chain(samples(info.rows, info.columns), tiles(info.rows, info.columns, _TILE_PX))
    return any(not np.isnan(band.power(window, 1.0)).all() for window in windows)
