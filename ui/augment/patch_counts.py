"""How many patches of each class there are to learn from, and which classes are rare; read without the engine, no widgets here."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Mapping, Tuple

from ...core.contract.commands.generation import FEW_PATCHES, LEAST_PATCHES
from ..database import open_to_read
from ..translation import Told, tr

RARE_SHARE = 0.25
"""A class with a smaller share of the training patches of the largest one is rare."""
_COUNTS = "SELECT label, split, COUNT(*) FROM patches WHERE source = 'real' GROUP BY label, split"


@dataclass(frozen=True)
class ClassCount:
    """The real patches of one class."""

    name: str
    colour: str
    train: int
    validation: int
    test: int
    is_rare: bool

    @property
    def is_few(self) -> bool:
        """Too few for a generator that learns of this class alone."""
        return self.train < FEW_PATCHES


@dataclass(frozen=True)
class PatchCounts:
    """A patch set in short."""

    folder: str
    patch_px: int
    quantity: str
    classes: Tuple[ClassCount, ...]

    def count(self, split: str) -> int:
        """All patches of a split."""
        return sum(int(getattr(one, split)) for one in self.classes)


def read_counts(folder: str) -> PatchCounts:
    """Count the real patches of a set by class and split.

    Raises:
        Told: the folder is no patch set.
    """
    try:
        settings = json.loads((Path(folder) / "set.json").read_text(encoding="utf-8"))
        table = _table(Path(folder) / "index.gpkg")
        most = max((count for (_, split), count in table.items() if split == "train"), default=0)
        classes = tuple(_class_count(one, table, most) for one in settings["classes"])
        return PatchCounts(folder, int(settings["patch_px"]), str(settings["quantity"]), classes)
    except (OSError, ValueError, KeyError, TypeError, sqlite3.Error) as error:
        text = tr("{folder} is no patch set ({reason}): choose a folder NAME.patchset.")
        raise Told(text.format(folder=folder, reason=error)) from error


def rare_classes(counts: PatchCounts) -> Tuple[str, ...]:
    """The classes that are worth enlarging first: the rare ones that can be learned, else the smallest such."""
    able = [one for one in counts.classes if one.train >= LEAST_PATCHES]
    rare = [one for one in able if one.is_rare] or sorted(able, key=lambda one: one.train)[:1]
    return tuple(one.name for one in rare)


def _table(index: Path) -> Dict[Tuple[int, str], int]:
    with closing(open_to_read(str(index))) as database:
        return {(label, split): count for label, split, count in database.execute(_COUNTS)}


def _class_count(one: Mapping[str, Any], table: Mapping[Tuple[int, str], int], most: int) -> ClassCount:
    train, validation, test = (table.get((one["code"], split), 0) for split in ("train", "validation", "test"))
    return ClassCount(one["name"], one["colour"], train, validation, test, train < RARE_SHARE * most)
