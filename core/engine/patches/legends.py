"""From what labels say to classes with codes and colours."""

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

import pandas as pd

from ...contract.errors import PatchSetError
from ...contract.legend import TERRASAR_X_LEGEND, LandClass

Label = str | int

_HUE_STEP = 0.6180339887  # golden ratio: each next hue falls into the largest gap


@dataclass(frozen=True)
class Legend:
    """Classes, and which class each label means."""

    classes: tuple[LandClass, ...]
    code_of: dict[Label, int]
    taken_from_codes: bool = False
    """The labels are bare numbers that were taken for the codes of the default legend."""


def clean_label(value: Any) -> Label | None:
    """A label as text without outer spaces, or as a whole number; None for nothing: empty, NaN or 0, which is never a class."""
    if pd.isna(value):
        return None
    text = str(value).strip()
    if not text.isdecimal() and (isinstance(value, bool) or not isinstance(value, Real)):
        return text or None
    number = float(text)
    return (int(number) or None) if number.is_integer() else text


def legend_of(labels: Iterable[Label], colours: Mapping[Label, str]) -> Legend:
    """The default legend if every label is one of its names or one of its codes, else one class per label, codes from 1.

    Args:
        labels: as ``clean_label`` gives them.
        colours: wished colours by label; others get one of a fixed series.
    """
    found = set(labels)
    by_name = {one.name.casefold(): one.code for one in TERRASAR_X_LEGEND}
    if all(str(one).casefold() in by_name for one in found):
        return Legend(TERRASAR_X_LEGEND, {one: by_name[str(one).casefold()] for one in found})
    if found <= set(by_name.values()):
        return Legend(TERRASAR_X_LEGEND, {one: int(one) for one in found}, taken_from_codes=True)
    numbers_first = sorted(found, key=lambda one: (isinstance(one, str), one))
    classes = tuple(LandClass(code, str(one), _colour(one, code, colours)) for code, one in enumerate(numbers_first, 1))
    return Legend(classes, {one: code for code, one in enumerate(numbers_first, 1)})


def class_codes(named: Iterable[str], classes: Sequence[LandClass], path: str) -> set[int]:
    """Codes of classes that the user names, by name in any case or by code.

    Args:
        named: names or codes.
        classes: a legend.
        path: of the set with the legend, for messages.

    Raises:
        PatchSetError: no such class.
    """
    known = {**{str(one.code): one.code for one in classes}, **{one.name.casefold(): one.code for one in classes}}
    found = set()
    for name in named:
        if name.casefold() not in known:
            legend = ", ".join(f"{one.code} {one.name}" for one in classes)
            raise PatchSetError("patches-class-unknown", path=path, name=name, classes=legend)
        found.add(known[name.casefold()])
    return found


def _colour(label: Label, code: int, colours: Mapping[Label, str]) -> str:
    wished = str(colours.get(label, "")).strip().lower()
    if re.fullmatch("#[0-9a-f]{6}", wished):
        return wished
    red, green, blue = colorsys.hsv_to_rgb(code * _HUE_STEP % 1, 0.62, (0.62, 0.85)[code % 2])
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
