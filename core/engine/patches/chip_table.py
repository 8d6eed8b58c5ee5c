"""The table of image chips: CSV with the columns path, label and, if known, group, split and optical."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from .index import SPLITS
from .legends import Label, clean_label

REQUIRED = ("path", "label")
COLUMNS = (*REQUIRED, "group", "split", "optical")
_SPLIT_NAMES = {**{name: name for name in SPLITS}, "training": "train", "val": "validation"}


@dataclass(frozen=True)
class Chip:
    """One row of the table."""

    line: int
    """In the file, from 1 for the header."""
    name: str
    """The path as the table gives it."""
    path: Path
    label: Label
    group: str
    """Empty where unknown."""
    split: str
    """Empty where not given."""
    optical: Path | None


def read_chip_table(path: str, report: Reporter) -> tuple[Chip, ...]:
    """Read the table; paths in it are relative to its folder.

    Raises:
        PatchSetError: no such file, a column or a label is missing, a split is unknown, or only some rows have split or optical.
    """
    table = Path(path)
    if not table.is_file():
        raise PatchSetError("file-missing", path=path)
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file, restval="")
            columns = [name.strip().lower() for name in reader.fieldnames or ()]
            reader.fieldnames = columns
            _check_columns(path, columns, report)
            chips = tuple(_chip(table, reader.line_num, row) for row in reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise PatchSetError("patches-table-unreadable", path=path, reason=str(error)) from error
    if not chips:
        raise PatchSetError("patches-table-empty", path=path)
    _check_all_or_none(path, chips, "split", [bool(one.split) for one in chips])
    _check_all_or_none(path, chips, "optical", [one.optical is not None for one in chips])
    return chips


def _check_columns(path: str, columns: Sequence[str], report: Reporter) -> None:
    lacking = [name for name in REQUIRED if name not in columns]
    if lacking:
        raise PatchSetError("patches-table-columns", path=path, lacking=", ".join(lacking), columns=", ".join(columns) or "none")
    ignored = [name for name in columns if name not in COLUMNS]
    if ignored:
        report.warning("patches-table-ignored", path=path, columns=", ".join(ignored), known=", ".join(COLUMNS))


def _chip(table: Path, line: int, row: dict[str, str]) -> Chip:
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not values["path"]:
        raise PatchSetError("patches-chip-without-path", table=str(table), line=line)
    label = clean_label(values["label"])
    if label is None:
        raise PatchSetError("patches-chip-without-label", table=str(table), line=line, path=values["path"])
    split = values["split"].lower()
    if split and split not in _SPLIT_NAMES:
        raise PatchSetError("patches-chip-split", table=str(table), line=line, split=split, known=", ".join(SPLITS))
    optical = table.parent / values["optical"] if values["optical"] else None
    path = table.parent / values["path"]
    return Chip(line, values["path"], path, label, values["group"], _SPLIT_NAMES.get(split, ""), optical)


def _check_all_or_none(path: str, chips: Sequence[Chip], column: str, given: Sequence[bool]) -> None:
    if any(given) and not all(given):
        line = chips[given.index(False)].line
        raise PatchSetError("patches-chip-partly", table=path, line=line, column=column)
