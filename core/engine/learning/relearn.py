"""The command relearn: what an analyst who labels waits for, from labels to a map in one go."""

import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ...contract.commands.embed import HeadOnlyOptions
from ...contract.commands.learning import TrainConfig
from ...contract.commands.relearn import RelearnConfig
from ...contract.errors import LearningError, PatchSetError
from ...contract.reporting import Reporter
from ..mapping.feature_grid import MODEL_FILE, read_feature_grid
from ..mapping.quick_map import class_raster_style, grid_probabilities, write_quick_map
from ..mapping.request import file_state
from ..network.model_file import save_model
from ..output import check_output, whole
from ..patches.labels import file_of
from .examples import check_examples
from .head_fit import HeadFit, fit_head, head_record, stored_half
from .head_sources import Material, material_of_cells

_TICK_S = 0.1
"""How often a followed file of labels is looked at."""


class _Outputs(NamedTuple):
    """Where the outputs go."""

    map: Path
    style: Path
    model: Path | None


def relearn(config: RelearnConfig, report: Reporter) -> dict[str, object]:
    """Fit a head to labelled cells of a feature grid, and map the grid with it.

    The head is the one of ``train --head-only --penalty``; what an analyst at the keyboard does not wait for is left out: the choice of
    the penalty, the run folder, and where the model is at home. With ``follow`` there is a metric for each map, numbered from 1, and a
    warning for labels that cannot be learned from yet.

    Returns:
        ``map`` and ``model`` (paths), ``labels`` and ``cells`` (how many), ``seconds``, and ``accuracy`` of the ``judged`` cells
        of places left out in turn where there are enough of them.

    Raises:
        EchopatchError: grid, labels or outputs cannot be used.
        Cancelled: the user asked to stop; a map that was written stays.
    """
    outputs = _checked_outputs(config)
    if not config.follow:
        return {"map": str(outputs.map), **({"model": str(outputs.model)} if outputs.model else {}), **_map_once(config, outputs, report)}
    maps = 0
    for _ in _changes(Path(file_of(config.labels)), report):
        try:
            figures = _map_once(config, outputs, report)
        except (PatchSetError, LearningError) as error:  # the next labels may do
            report.warning(error.code, **error.values)
            continue
        maps += 1
        report.metric(maps, figures)
    raise ValueError("a followed file never ends")


def _checked_outputs(config: RelearnConfig) -> _Outputs:
    inputs = [config.features, str(Path(config.features) / MODEL_FILE), file_of(config.labels)]
    output = check_output(config.output, ".tif", config.overwrite, inputs)
    style = check_output(str(output.with_suffix(".qml")), ".qml", config.overwrite, inputs)
    model = None if config.model is None else check_output(config.model, ".safetensors", config.overwrite, inputs)
    return _Outputs(output, style, model)


def _changes(file: Path, report: Reporter) -> Iterator[None]:
    """Once at first, and then whenever the file is another one than before, until the run is cancelled."""
    known = None
    while True:
        report.progress(0, 0, "progress-waiting-for-labels")
        state = file_state(file) if file.exists() else None
        if state != known:
            known = state
            yield
        time.sleep(_TICK_S)


def _map_once(config: RelearnConfig, outputs: _Outputs, report: Reporter) -> dict[str, float]:
    """Learn, map, write; how many labels and cells, how long it took, and how good it is."""
    started = time.perf_counter()
    wanted = _as_training(config)
    material = material_of_cells(wanted, report)
    check_examples(material.examples, config.labels, report)
    half = stored_half(wanted, material)
    fit = fit_head(wanted, material, half, report)
    grid = read_feature_grid(config.features)
    probabilities = grid_probabilities(material.network, fit.card.temperature, grid, report)
    with whole(outputs.map) as path, whole(outputs.style) as style:
        style.write_text(class_raster_style(fit.card.classes), encoding="utf-8")
        write_quick_map(path, grid.facts.cells, probabilities, fit.card.classes)
    if outputs.model is not None:
        card = dataclasses.replace(fit.card, training=head_record(material, fit.choice, {}))
        with whole(outputs.model) as path:
            save_model(path, material.network, card, half)
    return {**_figures(material, fit), "cells": int(grid.answered.sum()), "seconds": time.perf_counter() - started}


def _as_training(config: RelearnConfig) -> TrainConfig:
    """The settings of the training that this is a short form of."""
    head = HeadOnlyOptions(
        features=(config.features,), labels=(config.labels,), label_field=config.label_field, min_cover=config.min_cover,
        block_m=config.block_m, most_cells=config.most_cells, penalty=config.penalty,
    )  # fmt: skip
    return TrainConfig(output=config.model or config.output, head_only=True, head=head, texture_expert=config.texture_expert)


def _figures(material: Material, fit: HeadFit) -> dict[str, float]:
    """How many cells taught, and the share of those in left-out places that were answered rightly."""
    labels: dict[str, float] = {"labels": len(material.examples.splits.train)}
    if fit.left is None:
        return labels
    right = fit.left.answers(material.network.expert).argmax(axis=1) == fit.left.labels
    return {**labels, "accuracy": float(np.mean(right)), "judged": len(right)}
