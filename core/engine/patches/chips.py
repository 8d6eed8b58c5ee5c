"""The command ``patches import``: image chips from a table become a patch set."""

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...contract.commands.patches import PatchesImportConfig
from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from ...contract.settings import changed_settings
from .chip_files import chip_db, chip_rgb
from .chip_table import Chip, read_chip_table
from .contents import digest
from .legends import Legend, legend_of
from .optical_check import OpticalImage, check_offsets, offsets_by_scene
from .overlaps import joined
from .patch_set import CODED_WINDOWS, PatchSetSettings, db_to_codes
from .split_index import split_grouped
from .splits import wanted_splits, warn_of_gaps
from .writer import PatchSetWriter, check_set_output, new_patch_set

LEAST_PATCH_PX = 16


@dataclass
class _Chips:
    """What is seen of the chips while they are written."""

    channels: int
    patch_px: int
    digests: list[bytes] = field(default_factory=list)
    clipped_pixels: int = 0
    cropped: int = 0


def import_chips(config: PatchesImportConfig, report: Reporter) -> dict[str, object]:
    """Make a patch set of the chips that a table lists.

    Args:
        config: the table, and what its chips hold.
        report: hears progress and warnings.

    Returns:
        ``output``, the path; ``patches``, how many; ``duplicates``, chips equal to an earlier one; ``clipped_pixels``;
        and with optical images ``optical_offsets``, how far they lie off.

    Raises:
        PatchSetError: the table or a chip in it cannot be used, or its groups and splits leak.
        OutputError: the set cannot be written.
        Cancelled: the user stopped the run.
    """
    output = check_set_output(config.output, config.overwrite, [config.table, *filter(None, [config.split.keep_split])])
    chips = read_chip_table(config.table, report)
    if chips[0].split and config.split.keep_split is not None:
        raise PatchSetError("patches-keep-split-given", path=config.table)
    legend = legend_of([one.label for one in chips], {})
    if legend.taken_from_codes:
        report.warning("patches-codes-as-legend", field="label")
    seen = _first_look(chips[0], config)
    with new_patch_set(output, seen.channels, seen.patch_px, chips[0].optical is not None) as writer:
        for done, chip in enumerate(chips, 1):
            _write_chip(chip, config, seen, writer)
            report.progress(done, len(chips), "progress-importing")
        groups, duplicates = _groups(chips, seen.digests)
        settings = _settings(config, seen, legend.classes)
        index = _index(chips, legend, groups)
        if chips[0].split:
            index = index.assign(split=[one.split for one in chips])
        else:
            index = split_grouped(index, seen.digests, [one.group for one in chips], config.split, report)
        settings.counts.update({"patches": len(index), "duplicates": duplicates, "clipped_pixels": seen.clipped_pixels})
        _warn(settings, seen, chips, report)
        wanted = set(index["split"]) if chips[0].split else wanted_splits(config.split)
        warn_of_gaps(index, settings, wanted, report)
        images = [OpticalImage(config.table, None, index["patch"].to_numpy(dtype=np.intp))] if chips[0].optical else []
        offsets = check_offsets(writer, images, report) if images else ()
        writer.finish(dataclasses.replace(settings, optical_offsets=offsets), index)
    return {"output": str(output), **settings.counts, **offsets_by_scene(offsets, settings.pixel_size_m)}


def _first_look(chip: Chip, config: PatchesImportConfig) -> _Chips:
    """Channels and patch size, by the first chip and the user's word."""
    db = chip_db(chip, config.table, config.chip_scale)
    patch_px = config.patch_px or min(db.shape[1:])
    if patch_px < LEAST_PATCH_PX:
        size = f"{db.shape[1]} x {db.shape[2]}"
        raise PatchSetError("patches-chip-small", table=config.table, line=chip.line, path=chip.name, size=size, patch_px=LEAST_PATCH_PX)
    if config.chip_bands and len(config.chip_bands) != db.shape[0]:
        raise PatchSetError("patches-chip-bands", path=chip.name, channels=db.shape[0], bands=" ".join(config.chip_bands))
    return _Chips(channels=db.shape[0], patch_px=patch_px)


def _write_chip(chip: Chip, config: PatchesImportConfig, seen: _Chips, writer: PatchSetWriter) -> None:
    place = {"table": config.table, "line": chip.line, "path": chip.name}
    db = chip_db(chip, config.table, config.chip_scale)
    shape = (db.shape[1], db.shape[2])
    if min(shape) < seen.patch_px:
        raise PatchSetError("patches-chip-small", **place, size=f"{shape[0]} x {shape[1]}", patch_px=seen.patch_px)
    if len(db) != seen.channels:
        raise PatchSetError("patches-chip-channels", **place, channels=len(db), expected=seen.channels)
    top, left = (shape[0] - seen.patch_px) // 2, (shape[1] - seen.patch_px) // 2
    inside = (slice(None), slice(top, top + seen.patch_px), slice(left, left + seen.patch_px))
    patch, window = db[inside], CODED_WINDOWS[config.chip_quantity]
    if np.isnan(patch).all():
        raise PatchSetError("patches-chip-empty", **place)
    codes = db_to_codes(patch, window)
    rgb = chip_rgb(chip, config.table, shape)[inside][None] if chip.optical else None
    writer.append(codes[None], rgb)
    seen.digests.append(digest(codes))
    seen.clipped_pixels += int(((patch < window.floor_db) | (patch > window.ceiling_db)).sum())
    seen.cropped += max(shape) > seen.patch_px


def _groups(chips: Sequence[Chip], digests: Sequence[bytes]) -> tuple[list[str], int]:
    """Group of each chip, and how many chips equal an earlier one; equal chips join their groups."""
    names = [f"group {one.group}" if one.group else f"chip {one.line}" for one in chips]
    by_name, by_content = pd.factorize(np.array(names))[0], pd.factorize(np.array(digests, dtype=object))[0]
    count = len(chips)
    # chips, group names and contents are joined as one graph
    chip = np.arange(count)
    links = np.concatenate([chip, chip]), np.concatenate([by_name + count, by_content + 2 * count])
    component = joined(links, 3 * count)[:count]
    first_of = {number: place for place, number in reversed(list(enumerate(component.tolist())))}
    named = [chips[first_of[number]].group or names[first_of[number]] for number in component.tolist()]
    return named, count - len(set(by_content.tolist()))


def _index(chips: Sequence[Chip], legend: Legend, groups: Sequence[str]) -> pd.DataFrame:
    names = {one.code: one.name for one in legend.classes}
    labels = np.array([legend.code_of[one.label] for one in chips], dtype=np.int64)
    unknown = pd.array([pd.NA] * len(chips), dtype="Int64")
    return pd.DataFrame(
        {
            "patch": np.arange(len(chips)),
            "label": labels,
            "class": [names[code] for code in labels.tolist()],
            "scene": None,
            "row": unknown,
            "col": unknown,
            "group": groups,
            "source": "real",
            "cover": math.nan,
            "label_sampling": "table",
            "inclusion_probability": math.nan,
            "file": [one.name for one in chips],
        }
    )


def _settings(config: PatchesImportConfig, seen: _Chips, classes: tuple[LandClass, ...]) -> PatchSetSettings:
    window = CODED_WINDOWS[config.chip_quantity]
    return PatchSetSettings(
        quantity=config.chip_quantity,
        floor_db=window.floor_db,
        ceiling_db=window.ceiling_db,
        pixel_size_m=config.chip_pixel_size_m,
        patch_px=seen.patch_px,
        channels=config.chip_bands or tuple(str(number) for number in range(1, seen.channels + 1)),
        classes=classes,
        request={"command": "patches import", **changed_settings(config)},
    )


def _warn(settings: PatchSetSettings, seen: _Chips, chips: Sequence[Chip], report: Reporter) -> None:
    alone = sum(not one.group for one in chips)
    if alone:
        report.warning("patches-groups-unknown", count=alone, total=len(chips))
    if settings.counts["duplicates"]:
        report.warning("patches-duplicates", count=settings.counts["duplicates"])
    if seen.cropped:
        report.warning("patches-chips-cropped", count=seen.cropped, patch_px=seen.patch_px)
    if seen.clipped_pixels:
        percent = 100 * seen.clipped_pixels / (len(chips) * seen.channels * seen.patch_px**2)
        window = {"floor_db": settings.floor_db, "ceiling_db": settings.ceiling_db}
        report.warning("patches-clipped", percent=f"{percent:.2g}", **window)
