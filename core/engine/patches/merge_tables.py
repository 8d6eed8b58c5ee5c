"""What several sets say, in one table: legend, scenes, rows, equal patches, and the groups that come of their places."""

import dataclasses
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

import geopandas
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from .coregistration import OpticalOffset
from .footprints import Placed, common_crs, outlines_in_one_plane, reproject
from .index import SPLITS
from .overlaps import equal_pairs, joined, overlapping_pairs
from .patch_set import PatchSet, SceneFacts
from .splits import parted

SET, ROW = "set", "row_in_set"
"""Columns of the joined table that say where a patch is from."""
_UNNAMED = re.compile(r"chip \d+( of .*)?")


class Grouped(NamedTuple):
    """Groups of N patches that keep their splits."""

    names: NDArray[np.object_]
    kept: NDArray[np.bool_]
    """False for patches that share a place or a group with a higher side of the split."""


def joined_legend(sets: Sequence[PatchSet]) -> tuple[LandClass, ...]:
    """The classes of all sets, by code.

    Raises:
        PatchSetError: a code has two names, or a name two codes.
    """
    found: dict[int, tuple[LandClass, PatchSet]] = {}
    names: dict[str, tuple[LandClass, PatchSet]] = {}
    for one in sets:
        for ours in one.settings.classes:
            for theirs, other in (found.setdefault(ours.code, (ours, one)), names.setdefault(ours.name, (ours, one))):
                if (theirs.code, theirs.name) != (ours.code, ours.name):
                    first, second = f"{theirs.code} {theirs.name}", f"{ours.code} {ours.name}"
                    values = {"first": str(other.folder), "other": str(one.folder), "ours": first, "theirs": second}
                    raise PatchSetError("patches-merge-legend", **values)
    return tuple(found[code][0] for code in sorted(found))


def joined_scenes(sets: Sequence[PatchSet]) -> tuple[tuple[SceneFacts, ...], list[dict[str, str]]]:
    """The scenes of all sets, each once, and for each set their new names by their old ones."""
    scenes: dict[str, SceneFacts] = {}
    new_names: list[dict[str, str]] = []
    for one in sets:
        for about in one.settings.scenes:
            if about.fingerprint not in scenes:
                taken = {other.scene_id for other in scenes.values()}
                numbered = (f"{about.scene_id} ({number})" for number in itertools.count(2))
                name = next(each for each in itertools.chain([about.scene_id], numbered) if each not in taken)
                scenes[about.fingerprint] = dataclasses.replace(about, scene_id=name)
        new_names.append({about.scene_id: scenes[about.fingerprint].scene_id for about in one.settings.scenes})
    return tuple(scenes.values()), new_names


def joined_offsets(sets: Sequence[PatchSet], scene_names: Sequence[dict[str, str]]) -> tuple[OpticalOffset, ...]:
    """How far the optical images of all sets lie off, each as it was estimated; none where a set has no optical images."""
    if any(one.optical is None for one in sets):
        return ()
    told = [
        dataclasses.replace(offset, scene=None if offset.scene is None else names[offset.scene])
        for one, names in zip(sets, scene_names, strict=True)
        for offset in one.settings.optical_offsets
    ]
    return tuple(dict.fromkeys(told))


def joined_index(sets: Sequence[PatchSet], scene_names: Sequence[dict[str, str]]) -> pd.DataFrame:
    """The rows of all sets under each other, in one CRS, with the columns ``SET`` and ``ROW``."""
    tables = []
    for number, (one, names) in enumerate(zip(sets, scene_names, strict=True)):
        scene = one.index["scene"].map(lambda name, names=names: names.get(name, name))
        table = pd.DataFrame(one.index.drop(columns="geometry", errors="ignore")).assign(scene=scene)
        table[SET], table[ROW] = number, np.arange(len(table))
        tables.append(table)
    index = pd.concat(tables, ignore_index=True)
    frames = [one.index if isinstance(one.index, geopandas.GeoDataFrame) else None for one in sets]
    target = common_crs([None if one is None else one.crs.to_wkt() for one in frames])
    if target is None:
        return index
    outlines = [
        np.full(len(one.index), None, dtype=object) if frame is None else reproject(frame.geometry.to_numpy(), frame.crs.to_wkt(), target)
        for one, frame in zip(sets, frames, strict=True)
    ]
    placed: pd.DataFrame = geopandas.GeoDataFrame(index, geometry=np.concatenate(outlines), crs=target)
    return placed


def equal_across_sets(index: pd.DataFrame, contents: NDArray[np.intp]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Patches that two sets have.

    Args:
        index: of all sets.
        contents: equal numbers for patches of equal pixels, (N,).

    Returns:
        Whether a patch is left to another set, which has it on a higher side of the split or comes first, (N,); and the row of an
        equal patch of another class, -1 for none, (N,).
    """
    spare, rivals = np.zeros(len(index), dtype=bool), np.full(len(index), -1, dtype=np.intp)
    table = pd.DataFrame({"content": contents, SET: index[SET], "side": index["split"].map(SPLITS.index), "label": index["label"]})
    shared = table.groupby("content")[SET].transform("nunique") > 1
    for _, rows in table[shared].groupby("content"):
        if rows["label"].nunique() > 1:
            labels = rows["label"].to_numpy()
            rivals[rows.index] = rows.index.to_numpy()[(labels[:, None] != labels[None]).argmax(axis=1)]
        else:
            best = rows.sort_values(["side", SET], ascending=[False, True])[SET].iloc[0]
            spare[rows.index[rows[SET] != best]] = True
    return spare, rivals


def grouped(index: pd.DataFrame, contents: NDArray[np.intp], patch_px: int, pixel_size_m: float | None) -> Grouped:
    """Groups over all sets: patches that overlap come together, and so do chips of one named group or of equal pixels.

    Args:
        index: of all sets, with their groups and splits.
        contents: equal numbers for patches of equal pixels, (N,).
        patch_px: side of a patch.
        pixel_size_m: ground size of a pixel.
    """
    side = index["split"].map(SPLITS.index).to_numpy(dtype=np.intp)
    placed = (index["row"].notna() & (pixel_size_m is not None)).to_numpy()
    names, kept = np.full(len(index), "", dtype=object), np.ones(len(index), dtype=bool)
    if placed.any():
        outlines = outlines_in_one_plane([Placed(index[placed], patch_px, pixel_size_m)])
        if outlines is None:
            raise ValueError("a patch has no place")
        units = _numbers(index[SET].astype(str) + " " + index["group"].astype(str))[placed]
        split = parted(overlapping_pairs(outlines[0]), units, side[placed], np.ones(int(placed.sum()), dtype=bool))
        prefix = "" if placed.all() else "place "
        names[placed], kept[placed] = np.array([f"{prefix}{one + 1}" for one in split.group], dtype=object), split.kept
    if not placed.all():
        chips = ~placed
        names[chips], kept[chips] = _chip_groups(index[chips], contents[chips], side[chips])
    return Grouped(names, kept)


def _chip_groups(index: pd.DataFrame, contents: NDArray[np.intp], side: NDArray[np.intp]) -> tuple[NDArray[np.object_], NDArray[np.bool_]]:
    """Names and which chips stay; a name that the user gave means the same in every set, a number of a line does not."""
    groups = index["group"].astype(str).to_numpy(dtype=object)
    unnamed = np.array([_UNNAMED.fullmatch(one) is not None for one in groups], dtype=bool)
    later = unnamed & (index[SET] > 0).to_numpy()
    groups[later] = [f"{name} of set {number + 1}" for name, number in zip(groups[later], index[SET][later], strict=True)]
    by_name, by_content = equal_pairs(_numbers(pd.Series(groups))), equal_pairs(contents)
    links = np.concatenate([by_name[0], by_content[0]]), np.concatenate([by_name[1], by_content[1]])
    component = joined(links, len(groups))
    first = np.unique(component, return_index=True)[1]
    highest = np.zeros(component.max() + 1, dtype=np.intp)
    np.maximum.at(highest, component, side)
    return groups[first][component], side == highest[component]


def _numbers(column: "pd.Series[str]") -> NDArray[np.intp]:
    return pd.factorize(column)[0].astype(np.intp)
