"""The command classify: scene, cells, probabilities, regions, GeoPackage."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray

from ...contract.commands.classify import ClassifyConfig
from ...contract.errors import Cancelled, EchopatchError, ModelError, SceneError
from ...contract.reporting import Reporter
from ..device import choose_device, device_turn
from ..network.model_file import Model, load_model
from ..output import claimed, partial_path, publish, refuse_input, remove, write_errors
from ..scene.scene import open_scene
from .answering import Answering, Ground, SafePoint, answer_tiles
from .asked import asked_of
from .ensemble import settled
from .feature_grid import read_feature_grid
from .from_features import answer_features, job_on_features
from .job import Job, job_on_scene
from .outputs import Outputs, outputs_of, write_rasters
from .plan import cells_at_once
from .prediction import Computing, TileInput
from .predictor import Predictor
from .record import Remembering, run_row
from .result import write_result
from .summary import class_areas_m2
from .table import answered_cells

GDAL_CACHE_MB = 256
"""Holds the strips of a row of tiles over 40,000 columns of 16 bit, so that no strip is read twice."""


def classify(config: ClassifyConfig, report: Reporter) -> dict[str, object]:
    """Classify a scene into a GeoPackage.

    Raises:
        EchopatchError: the scene, the model, the device or the output cannot be used as asked.
        Cancelled: the user stopped the run; what is done lies in ``NAME.partial.gpkg``.
    """
    start = time.perf_counter()
    outputs = outputs_of(config)
    report.progress(0, 0, "progress-opening")
    models, device = tuple(usable_model(path) for path in (config.model, *config.ensemble)), choose_device(config.device)
    with ExitStack() as held:
        for one in outputs.paths:
            held.enter_context(claimed(one))
        job, answer = _opened(config, models, device, Remembering(report), held)
        with _kept_when_stopped(job, outputs.result), device_turn(device, job.report):
            answer()
            job.report.progress(0, 0, "progress-writing")
        figures = _write_whole(job, outputs)
    return {**figures, "seconds": time.perf_counter() - start}


def _opened(
    config: ClassifyConfig, models: Sequence[Model], device: torch.device, report: Remembering, held: ExitStack
) -> tuple[Job, Callable[[], None]]:
    """The job, and what answers its cells: the whole network on the scene, or its head on a feature grid."""
    if config.scene is None:
        features = read_feature_grid(str(config.features))
        job = job_on_features(config, models[0], features, device, report)
        return job, partial(answer_features, job, features)
    scene_path, config = config.scene, settled(config, models)
    held.enter_context(rasterio.Env(GDAL_CACHEMAX=GDAL_CACHE_MB))
    scene = held.enter_context(open_scene(scene_path, config.options, models[0].card.channels))
    for one in filter(None, (config.output, config.raster, config.explain)):
        refuse_input(Path(one), (path for path, *_ in scene.files))
    job, ground = job_on_scene(config, models, scene, device, report)
    return job, partial(_answer_scene, job, ground)


def _answer_scene(job: Job, ground: Ground) -> None:
    config, cells = job.config, job.cells
    dense, at_once = config.mode == "dense", cells_at_once(config, cells, job.device)
    predictor = Predictor(
        job.inputs.models, cells, job.device, Computing(dense, job.state.plan.dtype, at_once, config.test_time, asked_of(config))
    )

    def answers(given: TileInput, safe_point: SafePoint) -> dict[str, NDArray[np.float32]]:
        return {name: values.numpy() for name, values in predictor.answers(given, job.report, safe_point).items()}

    how = Answering(answers, predictor.halo_px, job.device, "progress-classify", predictor.looks)
    answer_tiles(ground, how, job.state, job.report)


def usable_model(path: str) -> Model:
    """A model that knows at which pixel size to look at a scene.

    Raises:
        ModelError: the file cannot be used, the model looks at optical images, or was trained on patches of unknown pixel size.
    """
    model = load_model(path)
    if model.card.modality != "sar":
        raise ModelError("model-not-for-radar", path=path, modality=model.card.modality)
    if model.card.pixel_size_m is None:
        raise ModelError("model-start-only", path=path)
    return model


@contextmanager
def _kept_when_stopped(job: Job, output: Path) -> Iterator[None]:
    """Leave a valid, incomplete GeoPackage when the user stops the run, and nothing when it fails before anything is done."""
    try:
        yield
    except Cancelled:
        job.smooth()
        _write_geopackage(job, partial_path(output), complete=False)
        raise
    except EchopatchError:
        if not job.state.done:
            job.state.discard()
        raise


def _write_whole(job: Job, outputs: Outputs) -> dict[str, object]:
    """Write everything under partial names, then give the names that the user asked for."""
    if not answered_cells(job.state.probabilities).any():
        job.state.discard()
        raise SceneError("classify-no-data", scene=job.config.scene or job.config.features, min_valid=job.config.min_valid)
    job.smooth()
    counts = _write_geopackage(job, outputs.result, complete=True, beside=write_rasters(job, outputs))
    speed = counts["cells"] / job.state.seconds
    areas = class_areas_m2(job)
    job.state.discard()
    remove(partial_path(outputs.result))
    return {**outputs.named, **counts, "cells_per_s": speed, "class_areas_m2": areas}


def _write_geopackage(job: Job, target: Path, complete: bool, beside: Sequence[tuple[Path, Path]] = ()) -> dict[str, int]:
    """Write the GeoPackage and give it its name; files ``beside`` get their own at the same moment."""
    partial = job.state.folder / "result.gpkg"
    with write_errors(target):
        remove(partial)
        run = run_row(job.inputs, job.report.warnings, job.state.seconds, complete)
        counts = write_result(partial, job.answered, run)
        for one in beside:
            publish(*one)
        publish(partial, target)
    return counts
