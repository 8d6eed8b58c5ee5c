"""A calibrated SAR scene, read by window."""

import math
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.scene_options import SceneOptions
from ...contract.errors import SceneError
from .calibration import Power, less_noise
from .find import find_product
from .info import UNCALIBRATED, SceneInfo
from .product import open_product
from .raster import open_raster
from .source import Source, check_has_data
from .windows import Window

__all__ = ["Scene", "SceneInfo", "open_scene"]


class Scene:
    """An open scene; use it in a ``with`` block, in one thread at a time."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.info = source.info

    def __enter__(self) -> "Scene":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close its files."""
        self._source.opened.close()

    @property
    def files(self) -> tuple[tuple[str, int, int], ...]:
        """What the answers depend on: path, size in bytes, time of change in ns. Equal for an unchanged scene."""
        return tuple((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in self._source.files)

    def check_quantity(self, quantity: str) -> None:
        """Refuse a quantity that the scene cannot give.

        Args:
            quantity: ``gamma0``, ``sigma0``, ``beta0``, or ``dn`` for squared digital numbers.

        Raises:
            SceneError: names what the user has to say.
        """
        have = self.info.quantity
        if quantity == UNCALIBRATED:
            if have != UNCALIBRATED and not self.info.calibration_factors:
                raise SceneError("scene-calibrated-already", path=self.info.path, quantity=have)
        elif have == UNCALIBRATED:
            raise SceneError("scene-uncalibrated", path=self.info.path, quantity=quantity)
        elif have != quantity and self._source.incidence is None:
            raise SceneError("scene-incidence-unknown", path=self.info.path, have=have, quantity=quantity)

    def read_power(self, window: Window, quantity: str) -> Power:
        """Linear power of the chosen bands, (bands, rows, columns), NaN where there is no data.

        Args:
            window: inside the scene.
            quantity: as ``check_quantity``.

        Raises:
            SceneError: the scene cannot give the quantity, or a file cannot be read.
        """
        self.check_quantity(quantity)
        factors = self.info.calibration_factors
        power = np.empty((len(self._source.bands), window.rows, window.columns), np.float32)
        for index, band in enumerate(self._source.bands):
            factor = factors[index] if factors and quantity != UNCALIBRATED else 1.0
            power[index] = band.power(window, factor)
            if band.noise is not None:
                less_noise(power[index], band.noise.read(window) * np.float32(factor))
        if quantity not in (UNCALIBRATED, self.info.quantity) and self._source.incidence is not None:
            power *= self._source.incidence.factor(window, self.info.quantity, quantity)
        return power

    def incidence_deg(self, window: Window) -> NDArray[np.float32] | None:
        """Incidence angle of each pixel of a window inside the scene, (rows, columns); None where it is not known."""
        return None if self._source.incidence is None else self._source.incidence.degrees(window)


def open_scene(path: str, options: SceneOptions, channels: Sequence[str] | None = None) -> Scene:
    """Open a product folder, its XML, or a raster.

    Args:
        path: what the user names.
        options: bands, and the user's word for what a raster does not say.
        channels: what a model's channels are called, which decides number and order of the bands; None for all.

    Raises:
        SceneError: missing, broken, empty, of a kind that cannot be read yet, or not telling what its pixels are.
    """
    source = open_source(path, options, channels)
    try:
        check_pixels_known(source)
        check_has_data(source)
    except SceneError:
        source.opened.close()
        raise
    return Scene(source)


def open_source(path: str, options: SceneOptions, channels: Sequence[str] | None = None) -> Source:
    """Open a scene without asking whether enough is known of its pixels.

    Raises:
        SceneError: missing, broken, or of a kind that cannot be read yet.
    """
    annotation = find_product(path)
    return open_raster(Path(path).absolute(), options, channels) if annotation is None else open_product(annotation, options, channels)


def check_pixels_known(source: Source) -> None:
    """Refuse complex pixels, and those whose meaning or size nobody has said.

    Raises:
        SceneError: names the settings that would say it.
    """
    info = source.info
    if any(band.image.dtypes[band.number - 1].startswith("complex") for band in source.bands):
        raise SceneError("scene-complex", path=info.path)
    if not info.quantity:
        code = "scene-quantity-and-size-unknown" if math.isnan(info.row_spacing_m) else "scene-quantity-unknown"
        raise SceneError(code, path=info.path)
    if math.isnan(info.row_spacing_m):
        raise SceneError("scene-size-unknown", path=info.path)
