"""The command embed: what a model's body sees at every cell of a scene, as a feature grid."""

import dataclasses
import shutil
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray

from ...contract.commands.embed import EmbedConfig
from ...contract.errors import EchopatchError, MappingError, ModelError, SceneError
from ...contract.reporting import Reporter
from ..device import choose_device, device_turn
from ..network.body_identity import body_sha256
from ..network.experts import TextureExpert
from ..network.model_file import Model
from ..network.networks import PatchNetwork
from ..network.texture import STATISTICS
from ..output import check_output, claimed, partial_path, publish, refuse_input, write_errors
from ..scene.scene import Scene, open_scene
from .answering import Answering, Ground, SafePoint, answer_tiles
from .classify import GDAL_CACHE_MB, usable_model
from .feature_grid import (
    ANSWERED,
    FEATURES,
    GRID_FILE,
    INCIDENCE_FILE,
    MODEL_FILE,
    NUMBER,
    SUFFIX,
    GridFacts,
    stored_features,
    write_grid_facts,
)
from .job import centre_incidence_deg, lay_cells
from .likeness import sample_histogram, warn_of_unlikeness
from .plan import Plan, cells_at_once, choose_precision, tile_side
from .prediction import BodyRunner, Computing, TileInput
from .record import utc_now
from .request import request_of
from .state import Kept, State, open_state


@dataclass(frozen=True)
class _Job:
    """Everything one embedding works with, opened once."""

    config: EmbedConfig
    model: Model
    scene: Scene
    ground: Ground
    width: int
    """Features of a cell."""
    state: State
    device: torch.device
    report: Reporter

    @property
    def body_width(self) -> int:
        """How many of the features are the body's."""
        return self.width - len(self.model.card.channels) * STATISTICS


def embed(config: EmbedConfig, report: Reporter) -> dict[str, object]:
    """Write the feature grid of a scene; the same command goes on with a run that was stopped.

    Returns:
        ``features``, the path; ``cells``, how many have features; ``width``, how many features each has; ``megabytes``; ``seconds``.

    Raises:
        EchopatchError: the scene, the model, the device or the output cannot be used as asked.
        Cancelled: the user stopped the run; what is done lies in ``NAME.partial.features``.
    """
    start = time.perf_counter()
    output = _output(config)
    report.progress(0, 0, "progress-opening")
    model, device = _with_texture(usable_model(config.model)), choose_device(config.device)
    with claimed(output), rasterio.Env(GDAL_CACHEMAX=GDAL_CACHE_MB), ExitStack() as held:
        scene = held.enter_context(open_scene(config.scene, config.options, model.card.channels))
        refuse_input(output, (path for path, *_ in scene.files))
        job = _open_job(config, model, scene, device, report)
        _look(job)
        counts = _write_whole(job, output)
    return {"features": str(output), **counts, "seconds": time.perf_counter() - start}


def _output(config: EmbedConfig) -> Path:
    inputs = [one for one in (config.scene, config.model, config.options.incidence_from) if one is not None]
    output = check_output(config.output, SUFFIX, config.overwrite, inputs)
    if output.exists() and not (output / GRID_FILE).is_file():
        raise MappingError("features-not-replaced", path=config.output)
    return output


def _with_texture(model: Model) -> Model:
    """The model, with a texture expert if it has none: heads that are learned from the grid may want the statistics of one."""
    if model.network.expert is not None:
        return model
    expert = TextureExpert(len(model.card.channels), len(model.card.classes), model.card.radiometry)
    network = PatchNetwork(model.network.body, model.network.head, expert)
    return dataclasses.replace(model, network=network.eval())


def _open_job(config: EmbedConfig, model: Model, scene: Scene, device: torch.device, report: Reporter) -> _Job:
    grid, cells = lay_cells(config, model.card, scene, report)
    warn_of_unlikeness(scene.info, sample_histogram(grid, model.card), model.card, report)
    width = feature_width(model)

    def new_plan() -> Plan:
        precision = choose_precision(config.precision, model, device)
        return Plan(tile_side(config, cells, device, precision), precision, utc_now())

    arrays = {
        FEATURES: Kept((cells.rows, cells.columns, width), NUMBER),
        ANSWERED: Kept((cells.rows, cells.columns), np.bool_),
    }
    request = request_of(config, (model.sha256,), device.type, scene.files)
    state = open_state(partial_path(Path(config.output).absolute()), request, arrays, new_plan)
    wanted = np.ones((cells.rows, cells.columns), dtype=bool)
    return _Job(config, model, scene, Ground(grid, cells, wanted), width, state, device, report)


@torch.inference_mode()
def feature_width(model: Model) -> int:
    """How many features of a patch a model sees, the statistics of texture among them."""
    card = model.card
    return int(model.network.features(torch.zeros(1, len(card.channels), card.patch_px, card.patch_px)).shape[1])


def _look(job: _Job) -> None:
    """Run the body over every tile that is not yet done; leave nothing behind when it fails before the first one is."""
    config, ground = job.config, job.ground
    how = Computing(config.mode == "dense", job.state.plan.dtype, cells_at_once(config, ground.cells, job.device))
    body = BodyRunner(job.model, ground.cells, job.device, how)

    @torch.inference_mode()
    def answers(given: TileInput, safe_point: SafePoint) -> dict[str, NDArray[Any]]:
        return _tile_features(job, body, given, safe_point)

    answering = Answering(answers, body.halo_px, job.device, "progress-embed")
    try:
        with device_turn(job.device, job.report):
            answer_tiles(ground, answering, job.state, job.report)
    except EchopatchError:
        if not job.state.done:
            job.state.discard()
        raise


def _tile_features(job: _Job, body: BodyRunner, given: TileInput, safe_point: SafePoint) -> dict[str, NDArray[Any]]:
    """Features (rows, columns, F) of a tile's cells, and which cells have any, (rows, columns)."""
    shape = given.tile.rows, given.tile.columns
    features, answered = np.zeros((*shape, job.width), NUMBER), np.zeros(shape, dtype=bool)
    settled = 0
    for batch in body.pooled(given, job.report):
        row, column = batch.row.cpu().numpy(), batch.column.cpu().numpy()
        stored = stored_features(batch.features.cpu().numpy(), job.body_width)
        if not np.isfinite(stored).all():
            raise ModelError("features-too-large", model=job.config.model)
        features[row, column] = stored
        answered[row, column] = True
        settled += batch.settled
        safe_point(batch.settled)
    safe_point(answered.size - settled)
    return {FEATURES: features, ANSWERED: answered}


def _write_whole(job: _Job, output: Path) -> dict[str, object]:
    """Complete the folder of the state to a feature grid, and give it the name that the user asked for."""
    answered = np.array(job.state.array(ANSWERED))
    if not answered.any():
        job.state.discard()
        raise SceneError("classify-no-data", scene=job.config.scene, min_valid=job.config.min_valid)
    folder, cells = job.state.folder, job.ground.cells
    row, column = np.nonzero(np.ones_like(answered))
    incidence_deg = centre_incidence_deg(job.ground.grid, cells, row, column)
    with write_errors(output):
        if incidence_deg is not None:
            np.save(folder / INCIDENCE_FILE, incidence_deg.reshape(answered.shape))
        shutil.copyfile(job.config.model, folder / MODEL_FILE)
        write_grid_facts(folder, _facts(job))
        publish(folder, output)
        State(output, job.state.plan, {}).forget()
    size = sum(file.stat().st_size for file in output.iterdir())
    return {"cells": int(answered.sum()), "width": job.width, "megabytes": size / 1e6}


def _facts(job: _Job) -> GridFacts:
    histogram = sample_histogram(job.ground.grid, job.model.card)
    return GridFacts(
        body_sha256=body_sha256(job.model),
        model_name=job.model.card.name,
        model_sha256=job.model.sha256,
        precision=job.state.plan.precision,
        width=job.width,
        body_width=job.body_width,
        cells=job.ground.cells,
        scene=job.scene.info,
        scene_files=job.scene.files,
        histogram=None if histogram is None else tuple(map(float, histogram)),
        config=job.config,
        seconds=job.state.seconds,
    )
