"""The command calibrate: a scene as a calibrated GeoTIFF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.scene import CalibrateConfig
from ...contract.errors import ModelError
from ...contract.model_card import ModelCard, read_card
from ...contract.reporting import Reporter
from ..network.door import decibels, grey_levels
from ..output import check_output, refuse_input, whole
from .cog import TILE_PX, RasterShape, cog_writer
from .grid import ModelGrid
from .scene import Scene, open_scene
from .tags import tags_of
from .windows import Window, tiles

LEAST_DB = -100.0
"""What zero power becomes in a dB raster: minus infinity breaks the statistics of other programs."""

Pixels = tuple[NDArray[Any], NDArray[np.bool_] | None]


@dataclass(frozen=True)
class Picture:
    """What to write, and how each window of it is made."""

    shape: RasterShape
    read: Callable[[Window], Pixels]
    """Pixels (bands, rows, columns), and where there is data if the pixels cannot say it."""


def calibrate(config: CalibrateConfig, report: Reporter) -> dict[str, object]:
    """Write a scene as linear power, decibels, or the 8-bit picture that a model sees.

    Raises:
        SceneError: the scene cannot be read or does not say enough.
        ModelError: the model's card cannot be read, or names no pixel size.
        OutputError: the output exists or cannot be written.
    """
    inputs = [config.scene] if config.model is None else [config.scene, config.model]
    output = check_output(config.output, ".tif", config.overwrite, inputs)
    card = None if config.model is None else read_card(config.model)
    with open_scene(config.scene, config.options, None if card is None else card.channels) as scene:
        refuse_input(output, (name for name, _, _ in scene.files))
        for code, values in scene.info.warnings:
            report.warning(code, **values)
        picture = _power_picture(scene, config) if card is None else _model_picture(scene, config, card)
        with whole(output) as partial:
            _write(picture, partial, report)
    shape = picture.shape
    return {"output": str(output), "rows": shape.rows, "columns": shape.columns, "bands": " ".join(shape.bands)}


def _write(picture: Picture, path: Path, report: Reporter) -> None:
    windows = list(tiles(picture.shape.rows, picture.shape.columns, TILE_PX))
    with cog_writer(path, picture.shape) as writer:
        for done, window in enumerate(windows):
            report.progress(done, len(windows), "progress-calibrate")
            writer.write(window, *picture.read(window))
        report.progress(len(windows), len(windows), "progress-calibrate")


def _power_picture(scene: Scene, config: CalibrateConfig) -> Picture:
    info, quantity = scene.info, config.calibrated_quantity
    scene.check_quantity(quantity)
    tags = tags_of(info, quantity, config.scale, (info.row_spacing_m, info.column_spacing_m))
    shape = RasterShape(info.rows, info.columns, info.transform, info.crs_wkt, info.bands, "float32", float("nan"), tags)

    def read(window: Window) -> Pixels:
        power = scene.read_power(window, quantity)
        return (_db(power) if config.scale == "db" else power), None

    return Picture(shape, read)


def _db(power: NDArray[np.float32]) -> NDArray[np.float32]:
    # clamp keeps NaN
    return np.asarray(decibels(torch.from_numpy(power)).clamp_min(LEAST_DB))


def _model_picture(scene: Scene, config: CalibrateConfig, card: ModelCard) -> Picture:
    if card.pixel_size_m is None:
        raise ModelError("model-start-only", path=config.model)
    grid = ModelGrid(scene, card.pixel_size_m, card.radiometry.quantity, config.allow_upsampling)
    tags = tags_of(scene.info, card.radiometry.quantity, "model", grid.spacing_m)
    shape = RasterShape(grid.rows, grid.columns, grid.transform, grid.crs_wkt, scene.info.bands, "uint8", None, tags)

    def read(window: Window) -> Pixels:
        power = grid.read_power(window)
        grey = grey_levels(decibels(torch.from_numpy(power)), card.radiometry).numpy()
        return grey, np.asarray(~np.isnan(power).any(axis=0))

    return Picture(shape, read)
