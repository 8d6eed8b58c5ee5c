"""Bring a labelled sample and a result together: what each sampled cell is, and what the map says it is."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from ...contract.errors import SceneError
from ...contract.reporting import Reporter
from .estimators import StratifiedSample
from .frame import Frame
from .sample_file import LabelledSample

_SAME_PLACE = 1e-3
"""Corners of one cell may differ by this share of its side, through files that round them."""


@dataclass(frozen=True)
class Interpreted:
    """A labelled sample of n cells over a map of K classes."""

    sample: StratifiedSample
    mapped: NDArray[np.int64]
    """Place in the legend of what the map says of each cell, (n,)."""
    truth: NDArray[np.int64]
    """Place in the legend of what each cell was labelled as, (n,)."""


def interpret(labelled: LabelledSample, frame: Frame, post_stratify: bool, report: Reporter) -> Interpreted:
    """Check a labelled sample against a result.

    Args:
        labelled: as read.
        frame: of the result that is judged; another one than the sample was drawn from must have the same cells.
        post_stratify: take the mapped classes for the strata of a simple sample.
        report: hears when that cannot be done.

    Raises:
        SceneError: cells without a class or with an unknown one, other cells than the result's, or a stratum with a single drawn cell.
    """
    truth = _truth(labelled, frame)
    cell = _cells_of(labelled, frame)
    mapped = frame.mapped[cell]
    stratum = labelled.cells["stratum"].to_numpy(dtype=np.int64)
    sample = StratifiedSample(stratum, frame.area_m2[cell], labelled.stratum_cells, labelled.stratum_area_m2)
    if labelled.design == "simple" and post_stratify:
        sample = _post_stratified(sample, mapped, frame, report)
    _refuse_single_cells(labelled, sample)
    return Interpreted(sample, mapped, truth)


def _truth(labelled: LabelledSample, frame: Frame) -> NDArray[np.int64]:
    names = labelled.cells["class"].fillna("").astype(str).str.strip()
    empty = (names == "").to_numpy()
    if empty.any():
        first = labelled.cells["sample"].to_numpy()[empty][0]
        raise SceneError("areas-unlabelled", path=labelled.path, count=int(empty.sum()), total=len(empty), first=int(first))
    places = {one.name.casefold(): place for place, one in enumerate(frame.classes)}
    places |= {str(one.code): place for place, one in enumerate(frame.classes)}
    truth = names.str.casefold().map(places)
    if truth.isna().any():
        row = int(np.flatnonzero(truth.isna())[0])
        values = {"number": int(labelled.cells["sample"].iloc[row]), "name": names.iloc[row]}
        raise SceneError("areas-class-unknown", path=labelled.path, classes=", ".join(one.name for one in frame.classes), **values)
    return np.asarray(truth, dtype=np.int64)


def _cells_of(labelled: LabelledSample, frame: Frame) -> NDArray[np.int64]:
    """Place of each sampled cell in the population."""
    other = SceneError("areas-other-cells", path=labelled.path, result=frame.path)
    if int(labelled.stratum_cells.sum()) != len(frame.row) or labelled.cells.crs != frame.polygons.crs:
        raise other
    columns = int(max(frame.column.max(), labelled.cells["col"].max())) + 1
    places = np.full((int(max(frame.row.max(), labelled.cells["row"].max())) + 1) * columns, -1)
    places[frame.row * columns + frame.column] = np.arange(len(frame.row))
    cell = places[labelled.cells["row"].to_numpy(dtype=np.int64) * columns + labelled.cells["col"].to_numpy(dtype=np.int64)]
    if (cell < 0).any():
        raise other
    ours, theirs = frame.polygons.to_numpy()[cell], labelled.cells.geometry.to_numpy()
    if not shapely.equals_exact(ours, theirs, _SAME_PLACE * np.sqrt(shapely.area(ours)), normalize=True).all():
        raise other
    return np.asarray(cell, dtype=np.int64)


def _post_stratified(sample: StratifiedSample, mapped: NDArray[np.int64], frame: Frame, report: Reporter) -> StratifiedSample:
    """The simple sample with the mapped classes for strata, where each has enough sampled cells (Olofsson et al. 2014, section 4.2)."""
    found = np.flatnonzero(frame.mapped_cells)
    drawn = np.bincount(mapped, minlength=len(frame.classes))[found]
    short = (drawn < 2) & (frame.mapped_cells[found] > drawn)
    if short.any():
        report.warning("areas-not-post-stratified", name=frame.classes[found[short][0]].name)
        return sample
    return StratifiedSample(np.searchsorted(found, mapped), sample.area_m2, frame.mapped_cells[found], frame.mapped_area_m2[found])


def _refuse_single_cells(labelled: LabelledSample, sample: StratifiedSample) -> None:
    drawn = np.bincount(sample.stratum, minlength=len(sample.stratum_cells))
    alone = (drawn < 2) & (sample.stratum_cells > drawn)
    if alone.any():
        raise SceneError("areas-stratum-alone", path=labelled.path, cells=int(sample.stratum_cells[alone][0]))
