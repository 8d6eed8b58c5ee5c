"""Classify from a feature grid: only the head of the model runs."""

import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.classify import ClassifyConfig
from ...contract.commands.embed import EmbedConfig
from ...contract.errors import ConfigError, ModelError
from ...contract.settings import flag_name, flat_fields
from ..network.body_identity import body_sha256
from ..network.model_file import Model
from .answering import Progress, count_cells
from .asked import answer_shape, asked_of
from .cells import Tile, tiles_of
from .ensemble import settled
from .feature_grid import FeatureGrid
from .job import Job, open_answers
from .likeness import warn_of_unlikeness
from .plan import Plan
from .predictor import Head
from .record import Inputs, Remembering, utc_now
from .request import file_state, request_of
from .selection import wanted_cells

_NUMBERS_AT_ONCE = 2**25
"""Features that are taken from disk together: 64 MiB of them."""
_SETTLED = ("mode", "stride_px", "min_valid", "allow_upsampling")


def job_on_features(config: ClassifyConfig, model: Model, grid: FeatureGrid, device: torch.device, report: Remembering) -> Job:
    """Check that the model fits the grid, and take up what an earlier run has done.

    Raises:
        EchopatchError: model and grid do not go together, nothing is asked for, or the work in progress is another request's.
    """
    facts = grid.facts
    if body_sha256(model) != facts.body_sha256:
        raise ModelError("features-other-body", features=str(grid.folder), made_by=facts.model_name, model=config.model)
    config = settled(_as_the_grid_says(config, grid), (model,))
    for code, values in facts.scene.warnings:
        report.warning(code, **values)
    histogram = None if facts.histogram is None else np.asarray(facts.histogram)
    warn_of_unlikeness(facts.scene, histogram, model.card, report)
    cells = facts.cells
    wanted = wanted_cells(cells, config) & grid.answered

    def plan() -> Plan:
        return Plan(max(1, int((_NUMBERS_AT_ONCE / facts.width) ** 0.5)), facts.precision, utc_now())

    def incidence(row: NDArray[np.int64], column: NDArray[np.int64]) -> NDArray[np.float32] | None:
        return None if grid.incidence_deg is None else grid.incidence_deg[row, column]

    files = (*grid.files, *([] if config.area is None else [file_state(Path(config.area))]))
    state = open_answers(config, request_of(config, (model.sha256,), device.type, files), model.card, cells, plan)
    inputs = Inputs(config, (model,), facts.scene, device, state.plan)
    return Job(config, cells, wanted, incidence, state, inputs, report)


def _as_the_grid_says(config: ClassifyConfig, grid: FeatureGrid) -> ClassifyConfig:
    """The settings with those that were settled when the grid was made.

    Raises:
        ConfigError: the user asks for something else.
    """
    theirs = grid.facts.config
    ours, settled = (dict(_settled(one)) for one in (config, theirs))
    settled["stride_px"] = stride_px = grid.facts.cells.stride_px
    for field, value in flat_fields(config):
        if field.name in ours and value not in (field.default, settled[field.name]):
            raise ConfigError("features-settled", name=flag_name(field), features=str(grid.folder), theirs=settled[field.name])
    return dataclasses.replace(
        config, mode=theirs.mode, stride_px=stride_px, min_valid=theirs.min_valid, allow_upsampling=theirs.allow_upsampling,
        options=theirs.options,
    )  # fmt: skip


def _settled(config: ClassifyConfig | EmbedConfig) -> Iterator[tuple[str, Any]]:
    """What cannot be said anew of a scene that has been looked at."""
    of_scene = [field.name for field in dataclasses.fields(config.options)]
    for field, value in flat_fields(config):
        if field.name in _SETTLED or field.name in of_scene:
            yield field.name, value


@torch.inference_mode()
def answer_features(job: Job, grid: FeatureGrid) -> None:
    """Answer and store every tile of the grid that is asked for and not yet done.

    Raises:
        Cancelled: at a safe point; finished tiles are kept.
    """
    head = Head(job.model, job.device, job.config.mode)
    tiles = dict(enumerate(tiles_of(Tile(0, 0, job.cells.rows, job.cells.columns), job.state.plan.tile_side)))
    pending = {number: tile for number, tile in tiles.items() if number not in job.state.done}
    progress = Progress(job.report, "progress-classify", count_cells(tiles.values()), count_cells(pending.values()))
    for number, tile in pending.items():
        start = time.perf_counter()
        answers = _tile_answers(job, grid, tile, head)
        job.state.store(number, tile, answers, time.perf_counter() - start)
        progress.advance(tile.rows * tile.columns)


def _tile_answers(job: Job, grid: FeatureGrid, tile: Tile, head: Head) -> dict[str, NDArray[np.float32]]:
    """What is asked of the cells, each (rows, columns, ...), zeros where there is no answer."""
    place = slice(tile.row, tile.row + tile.rows), slice(tile.column, tile.column + tile.columns)
    wanted, classes = job.wanted[place], len(job.model.card.classes)
    asked = asked_of(job.config)
    answers = {name: np.zeros((*wanted.shape, *answer_shape(name, job.cells, classes)), np.float32) for name in asked}
    if wanted.any():
        row, column = np.nonzero(wanted)
        features = torch.from_numpy(grid.features(row + tile.row, column + tile.column)).to(job.device)
        if job.model.network.expert is None:
            features = features[:, : grid.facts.body_width]
        for name, values in answers.items():
            values[wanted] = head.answers(name, features).cpu().numpy()
    return answers
