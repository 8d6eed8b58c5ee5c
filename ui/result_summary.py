"""What a result says in numbers, read from its GeoPackage; no widgets here."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Dict, List, Tuple

from .database import open_to_read
from .result import ResultBroken
from .translation import sentence_text, tr

_CLASSES = """
SELECT classes.code, classes.name, classes.colour,
       COALESCE(SUM(regions.area_m2), 0),
       COALESCE(SUM(CASE WHEN regions.status = 'ok' THEN 0 ELSE regions.area_m2 END), 0),
       COALESCE(SUM(regions.cells), 0),
       COALESCE(SUM(regions.confidence * regions.cells) / SUM(regions.cells), 0),
       COUNT(regions.class_code)
FROM classes LEFT JOIN regions ON regions.class_code = classes.code
GROUP BY classes.code ORDER BY classes.code
"""
_UNSURE = "SELECT COUNT(*), COALESCE(SUM(status <> 'ok'), 0) FROM cells"
_RUN = "SELECT * FROM runs ORDER BY fid DESC LIMIT 1"


@dataclass(frozen=True)
class ClassFigures:
    """One class of a result, by its regions."""

    code: int
    name: str
    """Translated, where it is one of the default legend."""
    colour: str
    """``#rrggbb``."""
    area_m2: float
    unsure_m2: float
    """Part of the area that is unsure or unknown."""
    cells: int
    confidence: float
    """Mean over the cells; 0 where there are none."""
    regions: int


@dataclass(frozen=True)
class Summary:
    """A whole result."""

    path: str
    classes: Tuple[ClassFigures, ...]
    cells: int
    unsure_cells: int
    warnings: Tuple[str, ...]
    """For the user."""
    run: Dict[str, Any]
    """The row of the table ``runs``."""

    @property
    def area_m2(self) -> float:
        """Of all classes."""
        return sum(one.area_m2 for one in self.classes)

    @property
    def regions(self) -> int:
        """Of all classes."""
        return sum(one.regions for one in self.classes)

    @property
    def complete(self) -> bool:
        """Whether the run got to its end."""
        return bool(self.run["complete"])

    @property
    def largest(self) -> List[ClassFigures]:
        """The classes that occur, the largest first."""
        return sorted((one for one in self.classes if one.cells), key=lambda one: -one.area_m2)


def read_summary(gpkg_path: str) -> Summary:
    """Read the numbers of a result; takes a moment for one of a million cells, so not on the main thread.

    Raises:
        ResultBroken: it is no whole result.
    """
    try:
        with closing(open_to_read(gpkg_path)) as database:
            classes = tuple(ClassFigures(code, tr(name), *rest) for code, name, *rest in database.execute(_CLASSES))
            cells, unsure = database.execute(_UNSURE).fetchone()
            run = _first_row(database)
    except sqlite3.Error as error:
        text = tr("{path} is no whole result of Echopatch ({reason}).")
        raise ResultBroken(text.format(path=gpkg_path, reason=error)) from error
    return Summary(gpkg_path, classes, cells, unsure, tuple(_warnings(run)), run)


def _first_row(database: sqlite3.Connection) -> Dict[str, Any]:
    cursor = database.execute(_RUN)
    names = [column[0] for column in cursor.description]
    return dict(zip(names, cursor.fetchone() or [None] * len(names)))


def _warnings(run: Dict[str, Any]) -> List[str]:
    stored = json.loads(run.get("warnings") or "[]")
    return [sentence_text(one["code"], one.get("values", {}), one["message"]) for one in stored]
