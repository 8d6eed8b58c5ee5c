"""The tables of a set that is cut from scenes: one row per patch, and one per place that labels dispute."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas
import numpy as np
import pandas as pd
from affine import Affine
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from .footprints import common_crs, reproject, window_outlines
from .patch_set import SceneFacts
from .placing import Conflict
from .scene_patches import ScenePatches

_Places = tuple[list[int], list[int]]
"""Rows and columns of windows."""


@dataclass(frozen=True)
class CutScene:
    """What came out of one scene, and where it lies."""

    about: SceneFacts
    patches: ScenePatches
    transform: Affine
    """Pixel (column, row) of the grid to the CRS."""
    crs_wkt: str | None
    label_path: str
    labels_inside: NDArray[np.intp]
    """Numbers of the labels that lie in the scene."""
    sampling: NDArray[np.object_]
    """How the label of each patch was sampled, (N,)."""
    inclusion_probability: NDArray[np.float64]
    """Of the label of each patch, NaN where not known, (N,)."""


def index_table(scenes: Sequence[CutScene], classes: Sequence[LandClass], patch_px: int) -> pd.DataFrame:
    """One row per written patch, in the order of writing, without group and split.

    Raises:
        PatchSetError: there is none.
    """
    tables = [_scene_table(one, classes) for one in scenes if one.patches.rows]
    if not tables:
        raise PatchSetError("patches-none-labelled")
    index = pd.concat(tables, ignore_index=True)
    index = index.assign(patch=np.arange(len(index)), source="real")
    places = [(one.patches.rows, one.patches.columns) for one in scenes]
    return _with_outlines(index, scenes, places, patch_px)


def conflict_table(scenes: Sequence[CutScene], classes: Sequence[LandClass], patch_px: int) -> pd.DataFrame:
    """One row per disputed place: ``reason``, the two classes, scene, row and col, and the file of the labels."""
    rows = [_conflict_row(scene, one, classes) for scene in scenes for one in scene.patches.tally.conflicts]
    places = [([c.row for c in one.patches.tally.conflicts], [c.column for c in one.patches.tally.conflicts]) for one in scenes]
    return _with_outlines(pd.DataFrame(rows), scenes, places, patch_px)


def _scene_table(scene: CutScene, classes: Sequence[LandClass]) -> pd.DataFrame:
    patches = scene.patches
    columns: dict[str, Any] = {
        "label": np.array([classes[one].code for one in patches.class_numbers], dtype=np.int64),
        "class": [classes[one].name for one in patches.class_numbers],
        "scene": scene.about.scene_id,
        "row": np.array(patches.rows, dtype=np.int64),
        "col": np.array(patches.columns, dtype=np.int64),
        "cover": np.array(patches.covers, dtype=np.float64),
        "label_sampling": scene.sampling,
        "inclusion_probability": scene.inclusion_probability,
        "file": scene.about.file,
    }
    return pd.DataFrame(columns)


def _conflict_row(scene: CutScene, conflict: Conflict, classes: Sequence[LandClass]) -> dict[str, Any]:
    return {
        "reason": conflict.reason,
        "class": classes[conflict.class_number].name,
        "other_class": classes[conflict.rival_number].name,
        "scene": scene.about.scene_id,
        "row": conflict.row,
        "col": conflict.column,
        "labels": scene.label_path,
    }


def _with_outlines(table: pd.DataFrame, scenes: Sequence[CutScene], places: Sequence[_Places], patch_px: int) -> pd.DataFrame:
    """The table with the outlines of its windows, in one CRS; as it is where no scene has one."""
    target = common_crs([scene.crs_wkt for scene in scenes])
    if target is None or table.empty:
        return table
    outlines = [
        reproject(window_outlines(np.array(rows, np.intp), np.array(columns, np.intp), patch_px, scene.transform), scene.crs_wkt, target)
        for scene, (rows, columns) in zip(scenes, places, strict=True)
    ]
    placed: pd.DataFrame = geopandas.GeoDataFrame(table, geometry=np.concatenate(outlines), crs=target)
    return placed
