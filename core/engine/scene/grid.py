"""A scene on the pixel size of a model: resampled in linear power, completed beyond its edges by reflection."""

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...contract.errors import SceneError
from .calibration import Power
from .resample import Taps, resample, taps
from .scene import Scene
from .windows import Window

_SAME_SIZE = 0.01
_UPSAMPLING_LIMIT = 2.0


class ModelGrid:
    """The pixels that a model sees: of its size and its quantity, from the scene's first corner on."""

    def __init__(self, scene: Scene, pixel_size_m: float, quantity: str, allow_upsampling: bool = False) -> None:
        """Lay the grid over a scene.

        Rows and columns keep their spacing where it is within 1 % of the pixel size, each for itself.

        Args:
            scene: open while the grid is used.
            pixel_size_m: of the model.
            quantity: of the model.
            allow_upsampling: go on although the scene is more than twice as coarse.

        Raises:
            SceneError: the scene cannot give the quantity, or is too coarse.
        """
        info = scene.info
        scene.check_quantity(quantity)
        coarsest_m = max(info.row_spacing_m, info.column_spacing_m)
        if coarsest_m > _UPSAMPLING_LIMIT * pixel_size_m * (1 + _SAME_SIZE) and not allow_upsampling:
            raise SceneError("scene-too-coarse", path=info.path, spacing=f"{coarsest_m:.3g}", pixel_size=f"{pixel_size_m:g}")
        self.quantity = quantity
        self._scene = scene
        self._row_step = _step(pixel_size_m, info.row_spacing_m)
        self._column_step = _step(pixel_size_m, info.column_spacing_m)
        self.rows = max(1, round(info.rows / self._row_step))
        self.columns = max(1, round(info.columns / self._column_step))
        self.transform = info.transform @ Affine.scale(self._column_step, self._row_step)
        self.crs_wkt = info.crs_wkt

    @property
    def spacing_m(self) -> tuple[float, float]:
        """Ground size of a grid pixel: between rows, between columns."""
        info = self._scene.info
        return info.row_spacing_m * self._row_step, info.column_spacing_m * self._column_step

    def read_power(self, window: Window) -> Power:
        """Linear power, (bands, rows, columns), NaN where there is no data.

        Args:
            window: of grid pixels; beyond the grid it is completed by reflection, over and over if need be.

        Raises:
            SceneError: a file of the scene cannot be read.
        """
        inside, rows, columns = _reflected(window, self.rows, self.columns)
        power = self._read_inside(inside)
        return power if rows is None or columns is None else power[:, rows[:, None], columns]

    def read_incidence_deg(self, window: Window) -> NDArray[np.float32] | None:
        """Incidence angle of each pixel of a window, as ``read_power``; None where it is not known."""
        inside, rows, columns = _reflected(window, self.rows, self.columns)
        down, across, source = self._taps(inside)
        angles = self._scene.incidence_deg(source)
        if angles is None:
            return None
        angles = angles if self._as_is else resample(angles, down, across)
        return angles if rows is None or columns is None else angles[rows[:, None], columns]

    def _read_inside(self, window: Window) -> Power:
        down, across, source = self._taps(window)
        power = self._scene.read_power(source, self.quantity)
        return power if self._as_is else np.stack([resample(band, down, across) for band in power])

    @property
    def _as_is(self) -> bool:
        return self._row_step == self._column_step == 1

    def _taps(self, window: Window) -> tuple[Taps, Taps, Window]:
        """Taps along rows and columns, and the window of the scene that they need."""
        down = taps(window.row, window.rows, self._row_step, self._scene.info.rows)
        across = taps(window.column, window.columns, self._column_step, self._scene.info.columns)
        return down, across, Window(down.start, across.start, down.stop - down.start, across.stop - across.start)


def _step(pixel_size_m: float, spacing_m: float) -> float:
    step = pixel_size_m / spacing_m
    return 1 if abs(step - 1) <= _SAME_SIZE else step


def _reflected(window: Window, rows: int, columns: int) -> tuple[Window, NDArray[np.intp] | None, NDArray[np.intp] | None]:
    """The window inside that a window needs, and which of its rows and columns to take; None for both where it lies inside."""
    if 0 <= window.row <= rows - window.rows and 0 <= window.column <= columns - window.columns:
        return window, None, None
    down, across = _mirror(window.row, window.rows, rows), _mirror(window.column, window.columns, columns)
    top, left = int(down.min()), int(across.min())
    inside = Window(top, left, int(down.max()) - top + 1, int(across.max()) - left + 1)
    return inside, down - top, across - left


def _mirror(start: int, count: int, size: int) -> NDArray[np.intp]:
    """Indices of an axis continued by reflection about its first and last pixel, as numpy's pad mode ``reflect``."""
    if size == 1:
        return np.zeros(count, np.intp)
    period = 2 * (size - 1)
    folded = np.arange(start, start + count) % period
    return np.minimum(folded, period - folded)
