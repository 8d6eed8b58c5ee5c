"""The command ``patches cut``: labelled patches from scenes."""

import math
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import geopandas
import numpy as np
import pandas as pd

from ...contract.commands.patches import PatchesCutConfig
from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from ...contract.settings import changed_settings
from ..scene.grid import ModelGrid
from ..scene.scene import open_scene
from .footprints import Polygons, common_crs, plane_outlines, reproject, window_outlines
from .index import SPLITS
from .labels import Labels, file_of, labels_on_grid, read_labels
from .legends import Legend, legend_of
from .optical import GridShape, open_optical
from .patch_set import CODED_WINDOWS, PatchSetSettings, SceneFacts
from .scene_facts import common_channels, patch_grid, scene_facts
from .scene_patches import LEFT_OUT, TOO_LITTLE_DATA, SceneOnGrid, ScenePatches, cut_scene
from .splits import split_by_place, wanted_splits, warn_of_gaps
from .writer import PatchSetWriter, check_set_output, new_patch_set

AT_SPLIT_BORDER = "at_split_border"
_CLIPPED_SHARE = 1e-3
_PERCENT = 100


@dataclass(frozen=True)
class _CutScene:
    """The patches of one scene and where they lie."""

    patches: ScenePatches
    outlines: Polygons
    crs_wkt: str | None


def cut(config: PatchesCutConfig, report: Reporter) -> dict[str, object]:
    """Cut labelled patches from scenes and write them as a patch set.

    Args:
        config: scenes, labels, sizes and rules.
        report: hears progress and what was left out.

    Returns:
        ``output``, the path; ``patches``, how many; and by reason how many windows were left out.

    Raises:
        PatchSetError: labels or optical images do not fit, or no patch comes out.
        SceneError: a scene cannot be read, or not as the patches want it.
        OutputError: the set cannot be written.
        Cancelled: the user stopped the run.
    """
    inputs = [*config.scene, *map(file_of, config.labels), *config.optical]
    output = check_set_output(config.output, config.overwrite, inputs)
    labels = [read_labels(one, config.label_field, report) for one in config.labels]
    legend = legend_of([value for one in labels for value in one.values], _colours(labels))
    if legend.taken_from_codes:
        report.warning("patches-codes-as-legend", field=config.label_field)
    facts = scene_facts(config)
    channels = common_channels(facts, report)
    with new_patch_set(output, len(channels), config.patch_px, bool(config.optical)) as writer:
        scenes = [_cut_one(config, number, (labels[number], legend), writer, report) for number in range(len(facts))]
        index = _index(scenes, facts, legend)
        index, at_border = _split(index, config, report)
        left_out = {reason: sum(one.patches.counts[reason] for one in scenes) for reason in LEFT_OUT}
        settings = _settings(config, facts, channels, legend)
        settings.counts.update({"patches": len(index), **left_out, AT_SPLIT_BORDER: at_border})
        _warn(settings, index, sum(one.patches.clipped_pixels for one in scenes), report)
        warn_of_gaps(index, settings, wanted_splits(config.split), report)
        writer.finish(settings, index)
    return {"output": str(output), **settings.counts}


def _colours(labels: Sequence[Labels]) -> dict[Any, str]:
    colours: dict[Any, str] = {}
    for one in reversed(labels):  # the first file decides
        colours.update(one.colours)
    return colours


def _cut_one(
    config: PatchesCutConfig, number: int, labelling: tuple[Labels, Legend], writer: PatchSetWriter, report: Reporter
) -> _CutScene:
    labels, legend = labelling

    def tell(done_share: float) -> None:
        report.progress(int((number + done_share) * _PERCENT), len(config.scene) * _PERCENT, "progress-cutting")

    with ExitStack() as stack:
        scene = stack.enter_context(open_scene(config.scene[number], config.options))
        grid = patch_grid(scene, config)
        places = {one.code: place for place, one in enumerate(legend.classes)}
        class_numbers = np.array([places[legend.code_of[value]] for value in labels.values], dtype=np.intp)
        on_grid = labels_on_grid(labels, class_numbers, grid.transform, grid.crs_wkt)
        optical = stack.enter_context(_optical(config.optical[number], grid)) if config.optical else None
        job = SceneOnGrid(scene.info.scene_id, grid, on_grid, labels.path, len(legend.classes), optical)
        patches = cut_scene(job, config, writer, tell)
        rows, columns = np.array(patches.rows, dtype=np.intp), np.array(patches.columns, dtype=np.intp)
        return _CutScene(patches, window_outlines(rows, columns, config.patch_px, grid.transform), grid.crs_wkt)


def _optical(path: str, grid: ModelGrid) -> Any:
    if grid.crs_wkt is None:
        raise PatchSetError("patches-optical-needs-crs", path=path)
    return open_optical(path, GridShape(grid.rows, grid.columns, grid.transform, grid.crs_wkt))


def _index(scenes: Sequence[_CutScene], facts: Sequence[SceneFacts], legend: Legend) -> pd.DataFrame:
    """One row per written patch, in the order of writing, without group and split."""
    tables = [
        pd.DataFrame(
            {
                "label": np.array([legend.classes[one].code for one in scene.patches.class_numbers], dtype=np.int64),
                "class": [legend.classes[one].name for one in scene.patches.class_numbers],
                "scene": about.scene_id,
                "row": np.array(scene.patches.rows, dtype=np.int64),
                "col": np.array(scene.patches.columns, dtype=np.int64),
                "cover": np.array(scene.patches.covers, dtype=np.float64),
                "file": about.file,
            }
        )
        for scene, about in zip(scenes, facts, strict=True)
    ]
    tables = [one for one in tables if len(one)]
    if not tables:
        raise PatchSetError("patches-none-labelled")
    index = pd.concat(tables, ignore_index=True)
    index = index.assign(patch=np.arange(len(index)), source="real", label_sampling="polygons", inclusion_probability=math.nan)
    target = common_crs([scene.crs_wkt for scene in scenes])
    if target is None:
        return index
    outlines = np.concatenate([reproject(scene.outlines, scene.crs_wkt, target) for scene in scenes])
    placed: pd.DataFrame = geopandas.GeoDataFrame(index, geometry=outlines, crs=target)
    return placed


def _split(index: pd.DataFrame, config: PatchesCutConfig, report: Reporter) -> tuple[pd.DataFrame, int]:
    """The index with group and split, less the patches that overlap another side, and how many those are."""
    outlines = plane_outlines(index, config.patch_px, config.patch_pixel_size_m)
    if outlines is None:
        raise ValueError("a cut patch has no place")
    split = split_by_place(outlines, pd.factorize(index["label"])[0].astype(np.intp), config.split)
    index = index.assign(group=(split.group + 1).astype(str), split=np.array(SPLITS)[split.side])
    at_border = int((~split.kept).sum())
    if at_border:
        report.warning("patches-at-split-border", count=at_border, total=len(index))
    return index[split.kept].reset_index(drop=True), at_border


def _settings(config: PatchesCutConfig, facts: tuple[SceneFacts, ...], channels: tuple[str, ...], legend: Legend) -> PatchSetSettings:
    window = CODED_WINDOWS[config.patch_quantity]
    return PatchSetSettings(
        quantity=config.patch_quantity,
        floor_db=window.floor_db,
        ceiling_db=window.ceiling_db,
        pixel_size_m=config.patch_pixel_size_m,
        patch_px=config.patch_px,
        channels=channels,
        classes=legend.classes,
        scenes=facts,
        request={"command": "patches cut", **changed_settings(config)},
    )


def _warn(settings: PatchSetSettings, index: pd.DataFrame, clipped_pixels: int, report: Reporter) -> None:
    counts = settings.counts
    if counts["tie"] or counts["conflict"]:
        report.warning("patches-ties-and-conflicts", ties=counts["tie"], conflicts=counts["conflict"])
    if counts[TOO_LITTLE_DATA]:
        report.warning("patches-too-little-data", count=counts[TOO_LITTLE_DATA])
    pixels = len(index) * len(settings.channels) * settings.patch_px**2
    if clipped_pixels > _CLIPPED_SHARE * pixels:
        window = {"floor_db": settings.floor_db, "ceiling_db": settings.ceiling_db}
        report.warning("patches-clipped", percent=round(100 * clipped_pixels / pixels, 2), **window)
