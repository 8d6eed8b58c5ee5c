"""Everything one classification works with, opened once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.classify import ClassifyConfig
from ...contract.commands.embed import EmbedConfig
from ...contract.errors import ModelError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ..network.model_file import Model
from ..output import write_errors
from ..scene.grid import ModelGrid
from ..scene.scene import Scene
from ..scene.windows import Window
from .answering import Ground
from .asked import NOVELTY, PROBABILITIES, answer_shape, asked_of
from .cells import CellGrid
from .likeness import sample_histogram, warn_of_unlikeness
from .plan import Plan, choose_precision, stride_of, tile_side
from .record import Inputs, Remembering, utc_now
from .request import Files, file_state, request_of
from .result import Answered, Incidence
from .selection import wanted_cells
from .smoothing import smooth_into
from .state import Kept, Mapped, State, open_state, state_folder

_SMOOTHED = "smoothed"


@dataclass(frozen=True)
class Job:
    """One classification: what it answers for, what it computes with, and what is done of it."""

    config: ClassifyConfig
    cells: CellGrid
    wanted: NDArray[np.bool_]
    """(rows, columns) of cells: whether each is asked for."""
    incidence: Incidence
    state: State
    inputs: Inputs
    report: Remembering

    @property
    def model(self) -> Model:
        """What answers, or the first of those that do."""
        return self.inputs.models[0]

    @property
    def device(self) -> torch.device:
        """Where the network computes."""
        return self.inputs.device

    @property
    def answered(self) -> Answered:
        """What the layers of the result are made of."""
        return Answered(
            self.cells, self.probabilities, self.model.card.classes, self.incidence,
            self.config.min_confidence, self.config.min_area_m2, self.state.array(NOVELTY) if self.config.unknown == "yes" else None,
        )  # fmt: skip

    @property
    def probabilities(self) -> Mapped:
        """What the result shows, (rows, columns, classes): smoothed, where that is asked."""
        return self.state.array(_SMOOTHED if self.config.smooth else PROBABILITIES)

    def smooth(self) -> None:
        """Smooth what is answered so far, where that is asked."""
        if self.config.smooth:
            with write_errors(self.state.folder):
                self.state.add(_SMOOTHED, Kept(self.state.probabilities.shape, np.float32))
                smooth_into(self.state.array(_SMOOTHED), self.state.probabilities, self.config.smooth)


def job_on_scene(
    config: ClassifyConfig, models: Sequence[Model], scene: Scene, device: torch.device, report: Remembering
) -> tuple[Job, Ground]:
    """Check that the models fit the scene, lay the cells, and take up what an earlier run has done.

    Raises:
        EchopatchError: model and scene do not go together, nothing is asked for, or the work in progress is another request's.
    """
    model = models[0]
    grid, cells = lay_cells(config, model.card, scene, report)
    if config.smooth and 2 * cells.stride_px > cells.patch_px:
        report.warning("classify-smooth-coarse", stride_px=cells.stride_px, patch_px=cells.patch_px)
    wanted = wanted_cells(cells, config)
    warn_of_unlikeness(scene.info, sample_histogram(grid, model.card), model.card, report)

    def new_plan() -> Plan:
        precision = choose_precision(config.precision, model, device)
        return Plan(tile_side(config, cells, device, precision), precision, utc_now())

    def incidence(row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.float32] | None:
        return centre_incidence_deg(grid, cells, row, column)

    request = request_of(config, [one.sha256 for one in models], device.type, _files(config, scene))
    state = open_answers(config, request, model.card, cells, new_plan)
    inputs = Inputs(config, tuple(models), scene.info, device, state.plan)
    return Job(config, cells, wanted, incidence, state, inputs, report), Ground(grid, cells, wanted)


def lay_cells(config: ClassifyConfig | EmbedConfig, card: ModelCard, scene: Scene, report: Reporter) -> tuple[ModelGrid, CellGrid]:
    """The scene at the model's pixel size, and its cells.

    Raises:
        EchopatchError: the model does not fit the scene.
    """
    if len(scene.info.bands) != len(card.channels):
        names = ", ".join(card.channels)
        raise ModelError("model-channels", model_channels=len(card.channels), names=names, scene_channels=len(scene.info.bands))
    if card.pixel_size_m is None:
        raise ValueError("a model without pixel size cannot look at a scene")
    for code, values in scene.info.warnings:
        report.warning(code, **values)
    grid = ModelGrid(scene, card.pixel_size_m, card.radiometry.quantity, config.allow_upsampling)
    cells = CellGrid(
        grid.rows, grid.columns, card.patch_px, stride_of(config, card), config.min_valid, grid.spacing_m, grid.transform, grid.crs_wkt
    )
    if cells.crs is None:
        report.warning("classify-pixel-areas", row_m=f"{grid.spacing_m[0]:.3g}", column_m=f"{grid.spacing_m[1]:.3g}")
    return grid, cells


def open_answers(config: ClassifyConfig, request: dict[str, Any], card: ModelCard, cells: CellGrid, plan: Callable[[], Plan]) -> State:
    """What an earlier run of the request has answered, or the place for the answers of a new one."""
    shapes = {name: answer_shape(name, cells, len(card.classes)) for name in asked_of(config)}
    arrays = {name: Kept((cells.rows, cells.columns, *shape), np.float32) for name, shape in shapes.items()}
    return open_state(state_folder(Path(config.output).absolute()), request, arrays, plan)


def _files(config: ClassifyConfig, scene: Scene) -> Files:
    return (*scene.files, *([] if config.area is None else [file_state(Path(config.area))]))


def centre_incidence_deg(grid: ModelGrid, cells: CellGrid, row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.float32] | None:
    """Incidence angle at the centre of cells: one line of pixels is read per row of cells.

    Args:
        grid: the scene at the model's pixel size.
        cells: the grid of cells.
        row: of each cell, ascending.
        column: of each cell.
    """
    values = np.empty(len(row), dtype=np.float32)
    row_px, column_px = (
        np.minimum(index * cells.stride_px + cells.stride_px // 2, size - 1)
        for index, size in ((row, cells.image_rows), (column, cells.image_columns))
    )
    starts = np.flatnonzero(np.diff(row, prepend=-1))
    for start, end in pairwise([*starts, len(row)]):
        across = column_px[start:end]
        window = Window(int(row_px[start]), int(across.min()), 1, int(np.ptp(across)) + 1)
        line = grid.read_incidence_deg(window)
        if line is None:
            return None
        values[start:end] = line[0, across - window.column]
    return values
