"""The command ``patches cut``: labelled patches from scenes."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...contract.commands.patches import PatchesCutConfig
from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from ...contract.settings import changed_settings
from ..scene.grid import ModelGrid
from ..scene.scene import open_scene
from .cut_tables import CutScene, conflict_table, index_table
from .footprints import Placed
from .labels import Labels, file_of, labels_on_grid, legend_of_labels, nearest_labels
from .legends import Legend
from .optical import GridShape, open_optical
from .optical_check import OpticalImage, check_offsets, offsets_by_scene
from .patch_set import CODED_WINDOWS, PatchSetSettings, SceneFacts
from .placing import BEYOND_EDGE, CONFLICT, THINNED, TIE, Plan, plan_of
from .scene_facts import common_channels, patch_grid, scene_facts
from .scene_patches import LEFT_OUT, TOO_LITTLE_DATA, WITHOUT_OPTICAL, SceneOnGrid, cut_scene
from .sources import Source, sources_of
from .split_index import split_placed
from .splits import wanted_splits, warn_of_gaps
from .writer import PatchSetWriter, check_set_output, new_patch_set

AT_SPLIT_BORDER = "at_split_border"
_CLIPPED_SHARE = 1e-3
_PERCENT = 100


def cut(config: PatchesCutConfig, report: Reporter) -> dict[str, object]:
    """Cut labelled patches from scenes and write them as a patch set.

    Args:
        config: scenes, labels, sizes and rules.
        report: hears progress and what was left out.

    Returns:
        ``output``, the path; ``patches``, how many; by reason how many windows and labels were left out; and with optical images
        ``optical_offsets``, how far each lies off its scene.

    Raises:
        PatchSetError: labels or optical images do not fit, or no patch comes out.
        SceneError: a scene cannot be read, or not as the patches want it.
        OutputError: the set cannot be written.
        Cancelled: the user stopped the run.
    """
    inputs = [*config.scene, *map(file_of, config.labels), *config.optical, *filter(None, [config.split.keep_split])]
    output = check_set_output(config.output, config.overwrite, inputs)
    sources = sources_of(config, report)
    legend = legend_of_labels([one.labels for one in sources], config.label_field, report)
    facts = scene_facts([one.scene for one in sources], config)
    channels = common_channels(facts, report)
    with new_patch_set(output, len(channels), config.patch_px, bool(config.optical)) as writer:
        cutter = _Cutter(config, sources, legend, writer, report)
        scenes = [cutter.cut(number, about) for number, about in enumerate(facts)]
        _warn_of_labels_outside(sources, scenes, report)
        everything = index_table(scenes, legend.classes, config.patch_px)
        index = split_placed(Placed(everything, config.patch_px, config.patch_pixel_size_m), config.split, report)
        at_border = len(everything) - len(index)
        settings = _settings(config, facts, channels, legend)
        tally = sum((one.patches.tally.counts for one in scenes), Counter[str]())
        settings.counts.update({"patches": len(index), **{reason: tally[reason] for reason in LEFT_OUT}, AT_SPLIT_BORDER: at_border})
        _warn(settings, index, sum(one.patches.clipped_pixels for one in scenes), report)
        warn_of_gaps(index, settings, wanted_splits(config.split), report)
        offsets = check_offsets(writer, _optical_images(sources, facts, index), report) if config.optical else ()
        settings = dataclasses.replace(settings, optical_offsets=offsets)
        writer.finish(settings, index, conflict_table(scenes, legend.classes, config.patch_px))
    return {"output": str(output), **settings.counts, **offsets_by_scene(offsets, settings.pixel_size_m)}


@dataclass(frozen=True)
class _Cutter:
    """Cuts one scene after the other."""

    config: PatchesCutConfig
    sources: Sequence[Source]
    legend: Legend
    writer: PatchSetWriter
    report: Reporter

    def cut(self, number: int, about: SceneFacts) -> CutScene:
        """Write the patches of a scene.

        Raises:
            PatchSetError: the scene is smaller than a patch, no label lies in it, or labels or optical image do not fit it.
        """
        config, source = self.config, self.sources[number]
        labels = source.labels
        with ExitStack() as stack:
            scene = stack.enter_context(open_scene(source.scene, config.options))
            grid = patch_grid(scene, config)
            if min(grid.rows, grid.columns) < config.patch_px:
                size = {"rows": grid.rows, "columns": grid.columns, "patch_px": config.patch_px}
                raise PatchSetError("patches-scene-small", scene=about.scene_id, **size)
            plan = self._plan(labels, grid, about)
            optical = stack.enter_context(_optical(source.optical, grid)) if source.optical else None
            patches = cut_scene(SceneOnGrid(grid, plan, optical), config, self.writer, lambda share: self._tell(number + share))
        uncovered = patches.tally.counts[WITHOUT_OPTICAL]
        if uncovered:
            self.report.warning("patches-optical-cover", path=source.optical, count=uncovered)
        centres = np.column_stack([patches.columns, patches.rows]) + config.patch_px / 2
        from_label = nearest_labels(plan.labels, centres, np.array(patches.class_numbers, dtype=np.intp))
        sampling = np.where(labels.sampling[from_label] == "", plan.kind, labels.sampling[from_label])
        probability = labels.inclusion_probability[from_label]
        return CutScene(about, patches, grid.transform, grid.crs_wkt, labels.path, plan.inside, sampling, probability)

    def _plan(self, labels: Labels, grid: ModelGrid, about: SceneFacts) -> Plan:
        on_grid = labels_on_grid(labels, self.legend, grid.transform, grid.crs_wkt)
        plan = plan_of(labels, on_grid, grid, self.config, self.report)
        if not len(plan.inside):
            shared = sum(one.labels is labels for one in self.sources) > 1
            if not shared:
                raise PatchSetError("patches-labels-outside", path=labels.path, scene=about.scene_id)
            self.report.warning("patches-scene-unlabelled", path=labels.path, scene=about.scene_id)
        return plan

    def _tell(self, done_scenes: float) -> None:
        self.report.progress(int(done_scenes * _PERCENT), len(self.sources) * _PERCENT, "progress-cutting")


def _optical(path: str, grid: ModelGrid) -> Any:
    if grid.crs_wkt is None:
        raise PatchSetError("patches-optical-needs-crs", path=path)
    return open_optical(path, GridShape(grid.rows, grid.columns, grid.transform, grid.crs_wkt))


def _optical_images(sources: Sequence[Source], facts: Sequence[SceneFacts], index: pd.DataFrame) -> list[OpticalImage]:
    numbers, scenes = index["patch"].to_numpy(dtype=np.intp), index["scene"].to_numpy()
    return [OpticalImage(source.optical, one.scene_id, numbers[scenes == one.scene_id]) for source, one in zip(sources, facts, strict=True)]


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


def _warn_of_labels_outside(sources: Sequence[Source], scenes: Sequence[CutScene], report: Reporter) -> None:
    for one in {id(source.labels): source.labels for source in sources}.values():
        inside = [scene.labels_inside for scene, source in zip(scenes, sources, strict=True) if source.labels is one]
        outside = len(one.values) - len(np.unique(np.concatenate(inside)))
        if outside:
            report.warning("patches-labels-beyond", path=one.path, count=outside, total=len(one.values))


def _warn(settings: PatchSetSettings, index: pd.DataFrame, clipped_pixels: int, report: Reporter) -> None:
    counts = settings.counts
    if counts[TIE] or counts[CONFLICT]:
        report.warning("patches-conflicts", count=counts[CONFLICT], ties=counts[TIE])
    if counts[THINNED]:
        report.warning("patches-thinned", count=counts[THINNED])
    if counts[BEYOND_EDGE]:
        report.warning("patches-beyond-edge", count=counts[BEYOND_EDGE])
    if counts[TOO_LITTLE_DATA]:
        report.warning("patches-too-little-data", count=counts[TOO_LITTLE_DATA])
    pixels = len(index) * len(settings.channels) * settings.patch_px**2
    if clipped_pixels > _CLIPPED_SHARE * pixels:
        window = {"floor_db": settings.floor_db, "ceiling_db": settings.ceiling_db}
        report.warning("patches-clipped", percent=round(100 * clipped_pixels / pixels, 2), **window)
