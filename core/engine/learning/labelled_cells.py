"""Labelled cells of feature grids: which cells labels give a class, and what the body saw there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ...contract.commands.embed import HeadOnlyOptions
from ...contract.commands.patches import SplitOptions
from ...contract.errors import LearningError, PatchSetError
from ...contract.reporting import Reporter
from ..mapping.cells import CellGrid
from ..mapping.feature_grid import FeatureGrid
from ..patches.cover import OUTCOMES, Outcome, cover_of_row, decide
from ..patches.footprints import Placed, Polygons, common_crs, plane_outlines, reproject, window_outlines
from ..patches.index import SPLITS
from ..patches.labels import GridLabels, Labels, labels_of_scenes, labels_on_grid, legend_of_labels
from ..patches.legends import Legend
from ..patches.split_index import split_placed
from .examples import Examples
from .splits import Splits

_LABELLED = OUTCOMES.index(Outcome.LABELLED)
_DISPUTED = (OUTCOMES.index(Outcome.TIE), OUTCOMES.index(Outcome.CONFLICT))


@dataclass(frozen=True)
class LabelledCells:
    """Cells of one grid that have a class, (N,)."""

    row: NDArray[np.intp]
    column: NDArray[np.intp]
    class_numbers: NDArray[np.intp]
    disputed: int = 0
    """How many cells were left out because labels of different classes meet there."""


_NONE = np.empty(0, np.intp)
_NO_CELLS = LabelledCells(_NONE, _NONE, _NONE)


def examples_of(grids: Sequence[FeatureGrid], options: HeadOnlyOptions, seed: int, report: Reporter) -> Examples:
    """What labels teach of feature grids, parted so that cells whose patches overlap are on one side.

    Args:
        grids: of one body.
        options: labels and rules.
        seed: of the split.
        report: hears progress and what is left out.

    Raises:
        PatchSetError: labels cannot be read, or do not lie in the grids.
        LearningError: no cell gets a label.
        Cancelled: at a safe point.
    """
    labels = labels_of_scenes(options.labels, len(grids), "", options.label_field, report)
    legend = legend_of_labels(labels, options.label_field, report)
    cells = [_thinned(_cells_of(grid, one, legend, options, report), options.most_cells) for grid, one in zip(grids, labels, strict=True)]
    disputed = sum(one.disputed for one in cells)
    if disputed:
        report.warning("head-only-labels-dispute", cells=disputed)
    if not any(len(one.row) for one in cells):
        raise LearningError("head-only-none-labelled", path=", ".join(options.labels))
    return _parted(grids, cells, legend, options, (seed, report))


def _cells_of(grid: FeatureGrid, labels: Labels, legend: Legend, options: HeadOnlyOptions, report: Reporter) -> LabelledCells:
    cells = grid.facts.cells
    on_grid = labels_on_grid(labels, legend, cells.transform, cells.crs_wkt)
    inside = on_grid.tree.query(shapely.box(0, 0, cells.image_columns, cells.image_rows), predicate="intersects")
    if not len(inside):
        if len(options.labels) < len(options.features):  # one file for all scenes
            report.warning("patches-scene-unlabelled", path=labels.path, scene=grid.facts.scene.scene_id)
            return _NO_CELLS
        raise PatchSetError("patches-labels-outside", path=labels.path, scene=grid.facts.scene.scene_id)
    if labels.are_points:
        return _cells_with_points(grid, on_grid, inside)
    return _covered_cells(grid, on_grid, len(legend.classes), options.min_cover, report)


def _cells_with_points(grid: FeatureGrid, labels: GridLabels, inside: NDArray[np.intp]) -> LabelledCells:
    """Each cell that holds a point: its patch is centred on the cell, and so all but on the point."""
    stride_px = grid.facts.cells.stride_px
    points = shapely.get_coordinates(labels.shapes[inside])
    column, row = (points // stride_px).astype(np.intp).T
    row, column = np.minimum(row, grid.answered.shape[0] - 1), np.minimum(column, grid.answered.shape[1] - 1)
    table = pd.DataFrame({"row": row, "column": column, "number": labels.class_numbers[inside]})[grid.answered[row, column]]
    meeting = table.groupby(["row", "column"])["number"].agg(["nunique", "first"]).reset_index()
    agreed = meeting[meeting["nunique"] == 1]
    row, column, number = (agreed[name].to_numpy(dtype=np.intp) for name in ("row", "column", "first"))
    return LabelledCells(row, column, number, len(meeting) - len(agreed))


def _covered_cells(grid: FeatureGrid, labels: GridLabels, classes: int, min_cover: float, report: Reporter) -> LabelledCells:
    """Each cell whose patch a class covers enough, by the rule that patches are cut by."""
    cells = grid.facts.cells
    rows, columns, numbers, disputed = [], [], [], 0
    for row, near in _rows_near(grid, labels, report):
        first_px = row * cells.stride_px - cells.lead_px
        cover = cover_of_row(labels, first_px, near * cells.stride_px - cells.lead_px, cells.patch_px, classes)
        decision = decide(cover, cells.patch_px, min_cover)
        chosen = decision.outcome == _LABELLED
        disputed += int(np.isin(decision.outcome, _DISPUTED).sum())
        rows.append(np.full(chosen.sum(), row, dtype=np.intp))
        columns.append(near[chosen])
        numbers.append(decision.class_numbers[chosen])
    if not rows:
        return _NO_CELLS
    return LabelledCells(np.concatenate(rows), np.concatenate(columns), np.concatenate(numbers), disputed)


def _rows_near(grid: FeatureGrid, labels: GridLabels, report: Reporter) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """Rows of cells, and the columns in each, whose patches may touch a label and have features."""
    cells = grid.facts.cells
    for row in range(cells.rows):
        report.progress(row, cells.rows, "progress-labelling")
        top = row * cells.stride_px - cells.lead_px
        near = labels.tree.query(shapely.box(-cells.patch_px, top, cells.image_columns + cells.patch_px, top + cells.patch_px))
        if not len(near):
            continue
        left, _, right, _ = shapely.total_bounds(labels.shapes[near])
        left_px = np.arange(cells.columns) * cells.stride_px - cells.lead_px
        columns = np.flatnonzero(grid.answered[row] & (left_px < right) & (left_px + cells.patch_px > left))
        if len(columns):
            yield row, columns.astype(np.intp)
    report.progress(cells.rows, cells.rows, "progress-labelling")


def _thinned(cells: LabelledCells, most: int) -> LabelledCells:
    """At most so many cells of each class, evenly spread over its rows."""
    kept = []
    for number in np.unique(cells.class_numbers):
        there = np.flatnonzero(cells.class_numbers == number)
        kept.append(there[np.linspace(0, len(there) - 1, min(len(there), most)).astype(np.intp)])
    chosen = np.sort(np.concatenate(kept)) if kept else np.empty(0, np.intp)
    return LabelledCells(cells.row[chosen], cells.column[chosen], cells.class_numbers[chosen], cells.disputed)


def _parted(
    grids: Sequence[FeatureGrid], cells: Sequence[LabelledCells], legend: Legend, options: HeadOnlyOptions, split: tuple[int, Reporter]
) -> Examples:
    """The features of labelled cells, by split and by place."""
    seed, report = split
    patch_px, pixel_size_m = grids[0].facts.cells.patch_px, min(grids[0].facts.cells.spacing_m)
    table = _index(grids, cells, legend)
    parting = SplitOptions(options.validation_share, options.test_share, block_m=options.block_m, seed=seed)
    index = table.assign(split=SPLITS[0])
    if options.validation_share or options.test_share:
        index = split_placed(Placed(table, patch_px, pixel_size_m), parting, report)
    kept = index["patch"].to_numpy()
    seen = np.concatenate([grid.features(one.row, one.column) for grid, one in zip(grids, cells, strict=True)])[kept]
    labels = np.concatenate([one.class_numbers for one in cells]).astype(np.int64)
    sides = index["split"].to_numpy()
    splits = Splits(labels[kept], *(np.flatnonzero(sides == name).astype(np.int64) for name in SPLITS))
    outlines = plane_outlines(index, patch_px, pixel_size_m)
    if outlines is None:
        raise ValueError("a cell has no place")
    scenes = index["scene"].to_numpy(dtype=object)
    body_width = grids[0].facts.body_width
    return Examples(
        legend.classes, seen[:, :body_width], splits, _blocks(outlines, options.block_m), scenes,
        np.full(len(index), "real", dtype=object), outlines, seen[:, body_width:],
    )  # fmt: skip


def _blocks(outlines: Polygons, block_m: float) -> NDArray[np.intp]:
    """The spatial block of each patch, by its middle, (N,); each patch its own at 0."""
    middles = shapely.get_coordinates(shapely.centroid(outlines))
    places = np.floor(middles / block_m) if block_m else middles
    return np.unique(places, axis=0, return_inverse=True)[1].reshape(-1).astype(np.intp)


def _index(grids: Sequence[FeatureGrid], cells: Sequence[LabelledCells], legend: Legend) -> pd.DataFrame:
    """Where the patches of labelled cells lie, one row each, in the order of grids and cells."""
    windows = [_first_px(grid.facts.cells, one) for grid, one in zip(grids, cells, strict=True)]
    tables = [
        pd.DataFrame({
            "label": [legend.classes[number].code for number in one.class_numbers],
            "scene": grid.facts.scene.scene_id, "row": row_px, "col": column_px,
        })
        for grid, one, (row_px, column_px) in zip(grids, cells, windows, strict=True)
    ]  # fmt: skip
    table = pd.concat(tables, ignore_index=True)
    table = table.assign(patch=np.arange(len(table)))
    target = common_crs([grid.facts.cells.crs_wkt for grid in grids])
    if target is None:
        return table
    outlines = [
        reproject(window_outlines(*window, grid.facts.cells.patch_px, grid.facts.cells.transform), grid.facts.cells.crs_wkt, target)
        for grid, window in zip(grids, windows, strict=True)
    ]
    placed: pd.DataFrame = geopandas.GeoDataFrame(table, geometry=np.concatenate(outlines), crs=target)
    return placed


def _first_px(cells: CellGrid, labelled: LabelledCells) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """First pixel row and column of each cell's patch."""
    return labelled.row * cells.stride_px - cells.lead_px, labelled.column * cells.stride_px - cells.lead_px
