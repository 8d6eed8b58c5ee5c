"""The command ``patches merge``: several sets become one, and patches of one place come to one side."""

import dataclasses
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...contract.commands.patches import PatchesMergeConfig, SplitOptions
from ...contract.errors import ConfigError, PatchSetError
from ...contract.reporting import Reporter
from .contents import digest
from .derive import Part, Tables, write_derived
from .footprints import Placed
from .kinds import difference
from .merge_tables import ROW, SET, equal_across_sets, grouped, joined_index, joined_legend, joined_offsets, joined_scenes
from .patch_set import PatchSet, PatchSetSettings, derived_request, read_patch_set
from .scene_facts import CO_POLARISED
from .split_index import split_grouped, split_placed
from .splits import wanted_splits, warn_of_gaps
from .writer import check_set_output


def merge(config: PatchesMergeConfig, report: Reporter) -> dict[str, object]:
    """Join patch sets.

    Args:
        config: the sets, and whether to split anew.
        report: hears progress and what is left out.

    Returns:
        ``output``, the path; ``patches``, how many; and by reason how many were left out.

    Raises:
        ConfigError: a split is asked for without splitting anew.
        PatchSetError: a set cannot be used, or they do not go together.
        OutputError: the new set cannot be written.
        Cancelled: the user stopped the run.
    """
    if not config.resplit and config.split != SplitOptions():
        raise ConfigError("patches-merge-split")
    output = check_set_output(config.output, config.overwrite, [*config.patches, *filter(None, [config.split.keep_split])])
    sets = [_real(read_patch_set(one)) for one in config.patches]
    scenes, scene_names = joined_scenes(sets)
    offsets = joined_offsets(sets, scene_names)
    settings = dataclasses.replace(_settings(sets, config, report), scenes=scenes, optical_offsets=offsets)
    index = joined_index(sets, scene_names)
    digests = np.array(_digests(sets, report), dtype=object)
    contents = pd.factorize(digests)[0].astype(np.intp)
    spare, rivals = equal_across_sets(index, contents)
    conflicts = _conflict_table(index, rivals, [str(one.folder) for one in sets])
    sole = ~spare & (rivals < 0)
    groups = grouped(index.assign(split="train") if config.resplit else index, contents, settings.patch_px, settings.pixel_size_m)
    kept = sole & groups.kept
    index = index.assign(group=groups.names)[kept].reset_index(drop=True)
    if config.resplit:
        index = _split_anew(index, digests[kept].tolist(), settings, config, report)
    counts = {"duplicates": int(spare.sum()), "conflict": len(conflicts), "at_split_border": int((sole & ~kept).sum())}
    _warn(counts, len(sole), report)
    settings.counts.update({"patches": len(index), **counts})
    warn_of_gaps(index, settings, wanted_splits(config.split) if config.resplit else set(index["split"]), report)
    parts = [Part(one, index[ROW][index[SET] == number].to_numpy(dtype=np.intp)) for number, one in enumerate(sets)]
    write_derived(output, parts, settings, Tables(index, conflicts), report)
    return {"output": str(output), **settings.counts}


def _real(patch_set: PatchSet) -> PatchSet:
    """The set, if it is not synthetic: once joined, nothing would tell which patches a generator had seen.

    Raises:
        PatchSetError: it holds synthetic patches.
    """
    if (patch_set.index["source"] == "synthetic").any():
        raise PatchSetError("patches-merge-synthetic", path=str(patch_set.folder))
    return patch_set


def _settings(sets: Sequence[PatchSet], config: PatchesMergeConfig, report: Reporter) -> PatchSetSettings:
    """What all sets are.

    Raises:
        PatchSetError: they differ.
    """
    first = sets[0]
    channels = first.settings.channels
    for other in sets[1:]:
        channels = tuple(_either(ours, theirs) for ours, theirs in zip(channels, other.settings.channels, strict=False))
        differs = difference(first.settings, other.settings, channels)
        if differs is not None:
            raise PatchSetError("patches-merge-differ", first=str(first.folder), other=str(other.folder), **differs)
    if channels != first.settings.channels:
        report.warning("patches-mixed-polarisation")
    with_optical = sum(one.optical is not None for one in sets)
    if 0 < with_optical < len(sets):
        report.warning("patches-merge-no-optical")
    request = derived_request("patches merge", config, sets)
    return dataclasses.replace(first.settings, channels=channels, classes=joined_legend(sets), request=request, counts={}, sha256={})


def _either(ours: str, theirs: str) -> str:
    return "co" if ours != theirs and {ours, theirs} <= CO_POLARISED else ours


def _digests(sets: Sequence[PatchSet], report: Reporter) -> list[bytes]:
    """What tells the pixels of each patch of all sets from those of any other."""
    digests: list[bytes] = []
    total = sum(len(one.codes) for one in sets)
    for one in sets:
        for codes in one.codes:
            digests.append(digest(codes))
            report.progress(len(digests), total, "progress-describing")
    return digests


def _conflict_table(index: pd.DataFrame, rivals: NDArray[np.intp], paths: Sequence[str]) -> pd.DataFrame:
    """One row per patch that equals one of another class."""
    disputed = np.flatnonzero(rivals >= 0)
    table: pd.DataFrame = index.iloc[disputed][["class", "scene", "row", "col", *(["geometry"] if "geometry" in index else [])]]
    others = index["class"].to_numpy()[rivals[disputed]]
    return table.assign(reason="equal patches", other_class=others, labels=[paths[one] for one in index[SET].iloc[disputed]])


def _split_anew(
    index: pd.DataFrame, digests: Sequence[bytes], settings: PatchSetSettings, config: PatchesMergeConfig, report: Reporter
) -> pd.DataFrame:
    if index["row"].isna().any() or settings.pixel_size_m is None:
        return split_grouped(index, digests, index["group"].tolist(), config.split, report)
    return split_placed(Placed(index, settings.patch_px, settings.pixel_size_m), config.split, report)


def _warn(counts: dict[str, int], total: int, report: Reporter) -> None:
    if counts["duplicates"]:
        report.warning("patches-merge-duplicates", count=counts["duplicates"])
    if counts["conflict"]:
        report.warning("patches-merge-conflicts", count=counts["conflict"])
    if counts["at_split_border"]:
        report.warning("patches-merge-border", count=counts["at_split_border"], total=total)
