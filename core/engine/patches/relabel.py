"""The command ``patches relabel``: classes renamed, merged or dropped."""

import csv
import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...contract.commands.patches import PatchesRelabelConfig
from ...contract.errors import ConfigError, PatchSetError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from .derive import Part, Tables, write_derived
from .legends import class_codes
from .patch_set import derived_request, read_patch_set
from .splits import warn_of_gaps
from .writer import check_set_output

_COLUMNS = ("old", "new")


@dataclass(frozen=True)
class _Wish:
    """What a class is to become; an empty name drops it."""

    old: str
    name: str
    code: int | None = None
    colour: str = ""


@dataclass(frozen=True)
class NewLegend:
    """Classes, and what becomes of the old ones."""

    classes: tuple[LandClass, ...]
    code_of: dict[int, int] = field(default_factory=dict)
    """New code by old code; dropped classes are not in it."""


def relabel(config: PatchesRelabelConfig, report: Reporter) -> dict[str, object]:
    """Write a set with other classes; splits and groups stay as they are.

    Args:
        config: the set and the mapping.
        report: hears progress and warnings.

    Returns:
        ``output``, the path; ``patches``, how many; ``dropped``, how many were of dropped classes.

    Raises:
        ConfigError: nothing is to change.
        PatchSetError: the set or the mapping cannot be used, or no patch is left.
        OutputError: the new set cannot be written.
        Cancelled: the user stopped the run.
    """
    if not (config.mapping or config.table or config.legend_of):
        raise ConfigError("patches-relabel-nothing")
    inputs = [config.patches, *filter(None, [config.table, config.legend_of])]
    output = check_set_output(config.output, config.overwrite, inputs)
    patch_set = read_patch_set(config.patches)
    reference = read_patch_set(config.legend_of).settings.classes if config.legend_of else ()
    wishes = _table(config.table) if config.table else [_wish(one) for one in config.mapping]
    legend = _new_legend(patch_set.settings.classes, wishes, reference, config.patches)
    rows = np.flatnonzero(patch_set.index["label"].isin(legend.code_of))
    labels = patch_set.index["label"].iloc[rows].map(legend.code_of).to_numpy(dtype=np.int64)
    names = {one.code: one.name for one in legend.classes}
    index = patch_set.index.iloc[rows].reset_index(drop=True)
    index["label"], index["class"] = labels, [names[one] for one in labels.tolist()]
    dropped = len(patch_set.index) - len(rows)
    settings = dataclasses.replace(
        patch_set.settings,
        classes=legend.classes,
        request=derived_request("patches relabel", config, [patch_set]),
        counts={"patches": len(rows), "dropped": dropped},
        sha256={},
    )
    warn_of_gaps(index, settings, set(patch_set.index["split"]), report)
    write_derived(output, [Part(patch_set, rows)], settings, Tables(index), report)
    return {"output": str(output), "patches": len(rows), "dropped": dropped}


def _wish(text: str) -> _Wish:
    old, equals, new = text.partition("=")
    if not equals or not old.strip():
        raise PatchSetError("patches-relabel-form", text=text)
    return _Wish(old.strip(), new.strip())


def _table(path: str) -> list[_Wish]:
    if not Path(path).is_file():
        raise PatchSetError("file-missing", path=path)
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file, restval="")
            reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
            lacking = [name for name in _COLUMNS if name not in reader.fieldnames]
            if lacking:
                raise PatchSetError("patches-relabel-columns", path=path, lacking=", ".join(lacking))
            return [_row(path, reader.line_num, {name: (value or "").strip() for name, value in row.items()}) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise PatchSetError("patches-table-unreadable", path=path, reason=str(error)) from error


def _row(path: str, line: int, row: dict[str, str]) -> _Wish:
    code = row.get("code", "")
    if code and (not code.isdecimal() or int(code) < 1):
        raise PatchSetError("patches-relabel-code-bad", path=path, line=line, number=code)
    return _Wish(row["old"], row["new"], int(code) if code else None, row.get("colour", ""))


def _new_legend(classes: Sequence[LandClass], wishes: Sequence[_Wish], reference: Sequence[LandClass], path: str) -> NewLegend:
    """The legend after the wishes; a class merged from several takes the code and colour of the first, unless said else.

    Raises:
        PatchSetError: a class is unknown or named twice, or two classes would have one code.
    """
    wish_of: dict[int, _Wish] = {}
    for wish in wishes:
        [code] = class_codes([wish.old], classes, path)
        if code in wish_of:
            raise PatchSetError("patches-relabel-again", name=wish.old)
        wish_of[code] = wish
    known = {one.name.casefold(): one for one in [*reversed(classes), *reference]}  # the reference before the set itself
    new: dict[str, LandClass] = {one.name.casefold(): one for one in reference}
    code_of: dict[int, int] = {}
    for old in sorted(classes, key=lambda one: one.code):
        wish = wish_of.get(old.code, _Wish(old.name, old.name))
        if not wish.name:
            continue
        key = wish.name.casefold()
        if key not in new:
            base = known.get(key, dataclasses.replace(old, name=wish.name))
            new[key] = LandClass(wish.code or base.code, base.name, wish.colour or base.colour)
        code_of[old.code] = new[key].code
    taken: dict[int, str] = {}
    for one in new.values():
        if one.code in taken:
            raise PatchSetError("patches-relabel-code", first=taken[one.code], second=one.name, number=one.code)
        taken[one.code] = one.name
    return NewLegend(tuple(sorted(new.values(), key=lambda one: one.code)), code_of)
