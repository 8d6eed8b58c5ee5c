"""Whether a model has seen, in its training, the patches that it is judged on."""

from typing import NamedTuple

import geopandas
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...contract.model_card import ModelCard
from ..patches.contents import digest
from ..patches.footprints import plane_outlines
from ..patches.overlaps import overlaps_between
from ..patches.patch_set import PatchSet
from .caveat import Caveat

_SEEN = (("alarm", "train", "seen-train-overlap"), ("caution", "validation", "seen-validation-overlap"))


class Judged(NamedTuple):
    """The patches that a model is judged on."""

    patch_set: PatchSet
    split: str
    rows: NDArray[np.int64]
    """Of the patch set, ascending, (N,)."""


def caveats_of_training(card: ModelCard, judged: Judged, trained_on: PatchSet | None) -> list[Caveat]:
    """What is known of the model having seen these patches; never nothing.

    Args:
        card: of the model.
        judged: the patches.
        trained_on: what the user says that the model was trained on.
    """
    named = card.training.get("patch_set_sha256")
    if named == judged.patch_set.sha256:
        codes = {"train": ("alarm", "seen-training-split"), "validation": ("caution", "seen-validation-split")}
        return [Caveat(*codes.get(judged.split, ("good", "seen-held-out")), {})]
    if trained_on is None:
        return [Caveat("note", "seen-unchecked", {}) if named else Caveat("caution", "seen-no-record", {})]
    name = trained_on.folder.name
    other = [] if named == trained_on.sha256 else [Caveat("caution", "seen-other-set", {"name": name})]
    return [*other, *_overlap_caveats(judged, trained_on)]


def _overlap_caveats(judged: Judged, trained_on: PatchSet) -> list[Caveat]:
    common = {"patches": len(judged.rows), "name": trained_on.folder.name}
    place_known = not judged.patch_set.index["row"].isna().any() and not trained_on.index["row"].isna().any()
    seen_among = _on_same_ground if place_known else _equal
    found = []
    for level, split, code in _SEEN:
        rows = np.flatnonzero(trained_on.index["split"] == split)
        count = int(seen_among(judged, trained_on, rows).sum())
        if count:
            found.append(Caveat(level, code, {**common, "count": count}))
    return found or [Caveat("good", "seen-nothing" if place_known else "seen-nothing-equal", common)]


def _on_same_ground(judged: Judged, trained_on: PatchSet, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which judged patches overlap one of some training patches, (N,)."""
    ours, theirs = judged.patch_set.index.iloc[judged.rows], trained_on.index.iloc[rows]
    if isinstance(ours, geopandas.GeoDataFrame) and isinstance(theirs, geopandas.GeoDataFrame):
        theirs = theirs.to_crs(ours.crs)
    settings = judged.patch_set.settings
    outlines = plane_outlines(pd.concat([ours, theirs], ignore_index=True), settings.patch_px, settings.pixel_size_m)
    seen = np.zeros(len(ours), dtype=bool)
    if outlines is not None:
        seen[overlaps_between(outlines[: len(ours)], outlines[len(ours) :])[0]] = True
    return seen


def _equal(judged: Judged, trained_on: PatchSet, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which judged patches equal one of some training patches pixel by pixel, (N,)."""
    known = {digest(trained_on.codes[row]) for row in rows}
    return np.array([digest(judged.patch_set.codes[row]) in known for row in judged.rows], dtype=bool)
