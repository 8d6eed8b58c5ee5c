"""The command ``patches subset``: some patches of a set become a set of their own."""

import dataclasses

import numpy as np
import pyogrio
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError

from ...contract.commands.patches import PatchesSubsetConfig
from ...contract.errors import ConfigError, PatchSetError
from ...contract.reporting import Reporter
from .derive import Part, Tables, write_derived
from .index import INDEX_FILE, INDEX_LAYER, SPLITS
from .legends import class_codes
from .patch_set import PatchSet, derived_request, read_patch_set
from .splits import warn_of_gaps
from .writer import check_set_output


def subset(config: PatchesSubsetConfig, report: Reporter) -> dict[str, object]:
    """Write the patches that are asked for as a set; their splits and groups stay as they are.

    Args:
        config: the set and what to take of it.
        report: hears progress and warnings.

    Returns:
        ``output``, the path, and ``patches``, how many.

    Raises:
        ConfigError: there is no such split.
        PatchSetError: the set cannot be used, or holds no such patches.
        OutputError: the new set cannot be written.
        Cancelled: the user stopped the run.
    """
    strange = [one for one in config.splits if one not in SPLITS]
    if strange:
        raise ConfigError("not-a-choice", name="--splits", choices=", ".join(SPLITS), value=strange[0])
    output = check_set_output(config.output, config.overwrite, [config.patches])
    patch_set = read_patch_set(config.patches)
    codes = class_codes(config.classes, patch_set.settings.classes, config.patches)
    rows = _chosen(patch_set, config, codes)
    if not len(rows):
        raise PatchSetError("patches-subset-none", path=config.patches)
    index = patch_set.index.iloc[rows].reset_index(drop=True)
    settings = dataclasses.replace(
        patch_set.settings,
        classes=tuple(one for one in patch_set.settings.classes if not codes or one.code in codes),
        scenes=tuple(one for one in patch_set.settings.scenes if one.scene_id in set(index["scene"])),
        optical_offsets=tuple(one for one in patch_set.settings.optical_offsets if one.scene is None or one.scene in set(index["scene"])),
        request=derived_request("patches subset", config, [patch_set]),
        counts={"patches": len(rows)},
        sha256={},
    )
    warn_of_gaps(index, settings, config.splits or set(patch_set.index["split"]), report)
    write_derived(output, [Part(patch_set, rows)], settings, Tables(index), report)
    return {"output": str(output), "patches": len(rows)}


def _chosen(patch_set: PatchSet, config: PatchesSubsetConfig, codes: set[int]) -> NDArray[np.intp]:
    index = patch_set.index
    taken = np.ones(len(index), dtype=bool)
    if codes:
        taken &= index["label"].isin(codes).to_numpy()
    if config.splits:
        taken &= index["split"].isin(config.splits).to_numpy()
    if config.scenes:
        known = sorted(index["scene"].dropna().unique())
        for name in config.scenes:
            if name not in known:
                raise PatchSetError("patches-scene-unknown", path=config.patches, name=name, scenes=", ".join(known) or "none")
        taken &= index["scene"].isin(config.scenes).to_numpy()
    if config.where:
        taken &= _where(patch_set, config.where)
    rows = np.flatnonzero(taken)
    return rows if config.most_per_class is None else _thinned(rows, index["label"].to_numpy()[rows], config.most_per_class, config.seed)


def _where(patch_set: PatchSet, where: str) -> NDArray[np.bool_]:
    """Whether each patch fulfils a condition, which GDAL judges on the file."""
    try:
        found = pyogrio.read_dataframe(
            patch_set.folder / INDEX_FILE, layer=INDEX_LAYER, columns=["patch"], where=where, read_geometry=False
        )
    except (DataSourceError, DataLayerError, ValueError) as error:
        raise PatchSetError("patches-where-bad", where=where, reason=str(error).splitlines()[0]) from error
    return patch_set.index["patch"].isin(found["patch"]).to_numpy()


def _thinned(rows: NDArray[np.intp], labels: NDArray[np.int64], most: int, seed: int) -> NDArray[np.intp]:
    """At most so many rows of each class, drawn at random, ascending."""
    shuffled = np.random.default_rng(seed).permutation(len(rows))
    drawn = [shuffled[labels[shuffled] == label][:most] for label in np.unique(labels)]
    return rows[np.sort(np.concatenate(drawn))] if drawn else rows
