"""Synthetic patches beside the real ones of a set: what they must be like, and both under one row numbering.

Synthetic patches are for training alone, and only those whose generator has seen no patch that the model will be judged by.
"""

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from .contents import content_hashes
from .index import INDEX_FIELDS
from .kinds import difference
from .patch_set import PatchSet
from .rows import JoinedRows


def check_added(patch_set: PatchSet, added: Sequence[PatchSet], report: Reporter) -> None:
    """Refuse synthetic patches that must not stand beside those of a set.

    Args:
        patch_set: with the patches to judge by; all that belong to a split are read, to tell whether a generator has seen them.
        added: synthetic sets.
        report: hears progress, and of what cannot be told about a generator.

    Raises:
        PatchSetError: a set is not synthetic, of another kind or legend, or made by a generator that has seen held-out patches.
        Cancelled: at a safe point.
    """
    for one in added:
        _check_kind(patch_set, one)
    if added:
        _check_origins(patch_set, added, report)


def with_added(patch_set: PatchSet, added: Sequence[PatchSet]) -> PatchSet:
    """The patches of a set, and after them synthetic ones, in memory alone and nothing read; it keeps the identity of the set.

    Args:
        patch_set: stays as it is.
        added: synthetic sets that ``check_added`` lets pass.
    """
    if not added:
        return patch_set
    sets = (patch_set, *added)
    columns = {name: np.concatenate([one.index[name].to_numpy() for one in sets]) for name in INDEX_FIELDS}
    index = pd.DataFrame({**columns, "patch": np.arange(sum(len(one.index) for one in sets))})
    return dataclasses.replace(patch_set, index=index, codes=JoinedRows([one.codes for one in sets]), optical=None)


def added_facts(added: Sequence[PatchSet]) -> list[dict[str, Any]]:
    """What the card of a model says of synthetic sets, JSON-native: name, identity, generator, and patches by class."""
    return [
        {
            "name": one.folder.name,
            "sha256": one.sha256,
            "generator_sha256": one.settings.generated_from.generator_sha256 if one.settings.generated_from else None,
            "patches": {str(name): int(count) for name, count in one.index["class"].value_counts(sort=False).items()},
        }
        for one in added
    ]


def _check_kind(patch_set: PatchSet, one: PatchSet) -> None:
    """Refuse what could not stand beside the patches of the set.

    Raises:
        PatchSetError: names what is wrong.
    """
    path, ours = str(one.folder), patch_set.settings
    real = int((one.index["source"] == "real").sum())
    if real:
        raise PatchSetError("added-real", path=path, count=real)
    differs = difference(ours, one.settings, ours.channels)
    if differs is not None:
        raise PatchSetError("added-differ", path=path, patches=str(patch_set.folder), **differs)
    legend = {(known.code, known.name) for known in ours.classes}
    for theirs in one.settings.classes:
        if (theirs.code, theirs.name) not in legend:
            classes = ", ".join(f"{known.code} {known.name}" for known in ours.classes)
            raise PatchSetError("added-legend", path=path, name=f"{theirs.code} {theirs.name}", classes=classes)


def _check_origins(patch_set: PatchSet, added: Sequence[PatchSet], report: Reporter) -> None:
    """Refuse generators that have seen what the model will be judged by, and say where that cannot be told.

    A generator that learned from training patches of this very set has seen nothing of the others, for they lie apart. One that
    learned from elsewhere may have seen their ground in patches that are cut otherwise.

    Raises:
        PatchSetError: a validation or test patch was learned from.
        Cancelled: at a safe point.
    """
    splits = patch_set.index["split"].to_numpy()
    train, held_out = (
        set(content_hashes(patch_set, np.flatnonzero(np.isin(splits, names)), report)) for names in (["train"], ["validation", "test"])
    )
    for one in added:
        path, origin = str(one.folder), one.settings.generated_from
        if origin is None:
            report.warning("added-origin-unknown", path=path)
            continue
        leaked = held_out.intersection(origin.patches)
        if leaked:
            raise PatchSetError("added-leak", path=path, patches=str(patch_set.folder), count=len(leaked))
        strange = len(set(origin.patches) - train)
        if strange:
            report.warning("added-origin-elsewhere", path=path, count=strange, total=len(origin.patches))
