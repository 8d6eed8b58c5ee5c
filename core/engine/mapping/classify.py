"""The command classify: scene, cells, probabilities, regions, GeoPackage."""

import time
from collections.abc import Callable, Iterator
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
from ..output import check_output, claimed, partial_path, publish, refuse_input, remove, write_errors
from ..scene.scene import open_scene
from .answering import Answering, Ground, SafePoint, answer_tiles
from .class_raster import write_class_raster
from .feature_grid import read_feature_grid
from .from_features import answer_features, job_on_features
from .job import Job, job_on_scene
from .plan import cells_at_once
from .prediction import Computing, Predictor, TileInput
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
    output, raster = _outputs(config)
    report.progress(0, 0, "progress-opening")
    model, device = usable_model(config.model), choose_device(config.device)
    with ExitStack() as held:
        for one in filter(None, (output, raster)):
            held.enter_context(claimed(one))
        job, answer = _opened(config, model, device, Remembering(report), held)
        with _kept_when_stopped(job, output), device_turn(device, job.report):
            answer()
            job.report.progress(0, 0, "progress-writing")
        outputs = _write_whole(job, output, raster)
    return {**outputs, "seconds": time.perf_counter() - start}


def _opened(
    config: ClassifyConfig, model: Model, device: torch.device, report: Remembering, held: ExitStack
) -> tuple[Job, Callable[[], None]]:
    """The job, and what answers its cells: the whole network on the scene, or its head on a feature grid."""
    if config.scene is None:
        features = read_feature_grid(str(config.features))
        job = job_on_features(config, model, features, device, report)
        return job, partial(answer_features, job, features)
    held.enter_context(rasterio.Env(GDAL_CACHEMAX=GDAL_CACHE_MB))
    scene = held.enter_context(open_scene(config.scene, config.options, model.card.channels))
    for one in filter(None, (config.output, config.raster)):
        refuse_input(Path(one), (path for path, *_ in scene.files))
    job, ground = job_on_scene(config, model, scene, device, report)
    return job, partial(_answer_scene, job, ground)


def _answer_scene(job: Job, ground: Ground) -> None:
    how = Computing(job.config.mode == "dense", job.state.plan.dtype, cells_at_once(job.config, job.cells, job.device))
    predictor = Predictor(job.model, job.cells, job.device, how)

    def answers(given: TileInput, safe_point: SafePoint) -> dict[str, NDArray[np.float32]]:
        return {"probabilities": predictor.probabilities(given, job.report, safe_point).numpy()}

    answer_tiles(ground, Answering(answers, predictor.halo_px, job.device, "progress-classify"), job.state, job.report)


def _outputs(config: ClassifyConfig) -> tuple[Path, Path | None]:
    given = (config.scene, config.features, config.model, config.area, config.options.incidence_from)
    inputs = [one for one in given if one is not None]
    output = check_output(config.output, ".gpkg", config.overwrite, inputs)
    return output, None if config.raster is None else check_output(config.raster, ".tif", config.overwrite, inputs)


def usable_model(path: str) -> Model:
    """A model that knows at which pixel size to look at a scene.

    Raises:
        ModelError: the file cannot be used, or the model was trained on patches of unknown pixel size.
    """
    model = load_model(path)
    if model.card.pixel_size_m is None:
        raise ModelError("model-start-only", path=path)
    return model


@contextmanager
def _kept_when_stopped(job: Job, output: Path) -> Iterator[None]:
    """Leave a valid, incomplete GeoPackage when the user stops the run, and nothing when it fails before anything is done."""
    try:
        yield
    except Cancelled:
        _write_geopackage(job, partial_path(output), complete=False)
        raise
    except EchopatchError:
        if not job.state.done:
            job.state.discard()
        raise


def _write_whole(job: Job, output: Path, raster: Path | None) -> dict[str, object]:
    """Write everything under partial names, then give the names that the user asked for."""
    if not answered_cells(job.state.probabilities).any():
        job.state.discard()
        raise SceneError("classify-no-data", scene=job.config.scene or job.config.features, min_valid=job.config.min_valid)
    whole_raster = None if raster is None else _written_raster(job, raster)
    counts = _write_geopackage(job, output, complete=True, beside=whole_raster)
    speed = counts["cells"] / job.state.seconds
    areas = class_areas_m2(job)
    job.state.discard()
    remove(partial_path(output))
    paths: dict[str, object] = {"result": str(output)}
    if raster is not None:
        paths["raster"] = str(raster)
    return {**paths, **counts, "cells_per_s": speed, "class_areas_m2": areas}


def _written_raster(job: Job, target: Path) -> tuple[Path, Path]:
    """The class raster, whole but not yet where the user wants it, and that place."""
    partial = partial_path(target)
    with write_errors(target):
        write_class_raster(partial, job.cells, job.state.probabilities, job.model.card.classes)
        remove(partial.with_name(f"{partial.name}.aux.xml"))  # GDAL's notes of what the file itself says
    return partial, target


def _write_geopackage(job: Job, target: Path, complete: bool, beside: tuple[Path, Path] | None = None) -> dict[str, int]:
    """Write the GeoPackage and give it its name; a file ``beside`` gets its own at the same moment."""
    partial = job.state.folder / "result.gpkg"
    with write_errors(target):
        remove(partial)
        run = run_row(job.inputs, job.report.warnings, job.state.seconds, complete)
        counts = write_result(partial, job.answered, run)
        if beside is not None:
            publish(*beside)
        publish(partial, target)
    return counts
