"""Legends from files: GeoPackages of labels and results, styles of QGIS, tables, and models."""

import colorsys
import csv
import re
from pathlib import Path
from typing import Callable, Dict, List, Sequence, Tuple

from qgis.core import QgsCategorizedSymbolRenderer, QgsRuleBasedRenderer, QgsVectorLayer

from ...core.contract.errors import EchopatchError
from ...core.contract.legend import LandClass
from ...core.contract.model_card import read_card
from ..compat import is_null
from ..translation import Told, any_error_text, tr
from .file import read_classes

_HUE_STEP = 0.6180339887  # golden ratio: each next hue falls into the largest gap
_CLASS_RULE = re.compile(r"""\s*"?\w+"?\s*=\s*('([^']|'')*'|\d+)\s*""")
"""A rule that stands for one class, such as ``"class" = 'Water'``; others show what is unsure or not labelled."""
_NAMES, _CODES, _COLOURS = ("name", "class"), ("code",), ("colour", "color")


class LegendBroken(Told):
    """A file gives no legend; the text says why."""


def legend_of_file(path: str) -> Tuple[LandClass, ...]:
    """The classes that a file names: ``gpkg`` of labels or a result, ``qml``, ``csv`` (name, and if wished code and colour), or a model.

    Raises:
        LegendBroken: it names none, or they contradict each other.
    """
    reader = _READERS.get(Path(path).suffix.lower())
    if reader is None:
        raise LegendBroken(tr("{path} is no legend: choose a GeoPackage, QML, CSV or model file.").format(path=path))
    try:
        classes = reader(path)
    except (OSError, ValueError, KeyError, csv.Error, EchopatchError, Told) as error:
        reason = str(error) if isinstance(error, (OSError, ValueError, KeyError, csv.Error)) else any_error_text(error)
        raise LegendBroken(tr("No legend could be read from {path}: {reason}").format(path=path, reason=reason)) from error
    problem = legend_problem(classes)
    if problem:
        raise LegendBroken(tr("No legend could be read from {path}: {reason}").format(path=path, reason=problem))
    return classes


def legend_problem(classes: Sequence[LandClass]) -> str:
    """Why these cannot be a legend; empty when they can."""
    names, codes = [one.name.strip().casefold() for one in classes], [one.code for one in classes]
    if not classes:
        return tr("it has no classes.")
    if not all(names):
        return tr("a class has no name.")
    twice = next((one for one in classes if names.count(one.name.strip().casefold()) > 1 or codes.count(one.code) > 1), None)
    return tr("there are two classes {code} “{name}”.").format(code=twice.code, name=twice.name) if twice else ""


def free_colour(taken: int) -> str:
    """A colour for the next class.

    Args:
        taken: how many classes have one.
    """
    red, green, blue = colorsys.hsv_to_rgb((taken + 1) * _HUE_STEP % 1, 0.62, (0.85, 0.62)[taken % 2])
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def _of_table(path: str) -> Tuple[LandClass, ...]:
    with Path(path).open(newline="", encoding="utf-8-sig") as file:
        header = file.readline()
        file.seek(0)
        rows = list(csv.DictReader(file, delimiter=max(",;\t", key=header.count)))
    named = [{key.strip().lower(): (value or "").strip() for key, value in row.items() if key} for row in rows]
    return tuple(_class(row, number) for number, row in enumerate(named))


def _class(row: Dict[str, str], number: int) -> LandClass:
    code, name, colour = (next((row[key] for key in keys if row.get(key)), "") for keys in (_CODES, _NAMES, _COLOURS))
    return LandClass(int(code or number + 1), name, colour.lower() or free_colour(number))


def _of_style(path: str) -> Tuple[LandClass, ...]:
    layer = QgsVectorLayer("Polygon?field=class:string", "style", "memory")
    layer.loadNamedStyle(path)
    renderer = layer.renderer()
    shown: List[Tuple[str, str]] = []
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        shown = [(one.label() or str(one.value()), one.symbol().color().name()) for one in renderer.categories() if _is_class(one.value())]
    elif isinstance(renderer, QgsRuleBasedRenderer):
        rules = [one for one in renderer.rootRule().children() if _CLASS_RULE.fullmatch(one.filterExpression())]
        shown = [(one.label(), one.symbol().color().name()) for one in rules]
    return tuple(LandClass(code, name, colour) for code, (name, colour) in enumerate(shown, 1))


def _is_class(value: object) -> bool:
    return not is_null(value) and str(value) not in ("", "0")


def _of_model(path: str) -> Tuple[LandClass, ...]:
    return read_card(path).classes


_READERS: Dict[str, Callable[[str], Tuple[LandClass, ...]]] = {
    ".gpkg": read_classes,
    ".csv": _of_table,
    ".qml": _of_style,
    ".safetensors": _of_model,
}
