"""QGIS styles (QML) of the result's layers: by class, by confidence, by novelty, and the unsure cells only."""

import uuid
import xml.etree.ElementTree as ET  # nosec B405: writes styles, reads no XML
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ...contract.legend import LandClass

_QGIS_VERSION = "3.22.0"
_UNSURE, _UNKNOWN = "\"status\" = 'unsure'", "\"status\" = 'unknown'"
_CONFIDENCE_COLOURS = ("#b2182b", "#ef8a62", "#fddbc7", "#92c5de", "#2166ac")
"""From doubtful to sure; told apart by people who confuse red and green too."""
_NOVELTY_COLOURS = ("#f7f7f7", "#d9d9d9", "#bdbdbd", "#c994c7", "#980043")
_NOVELTY_BOUNDS = (0.0, 0.5, 0.75, 1.0, 1.5, 1e6)
"""From 1 on a cell is unknown: there greys give way to colour."""
_NAMESPACE = uuid.UUID("b4d7d21c-6d0b-4f3c-9f0e-3c0a6f5d7d11")


def layer_styles(classes: Sequence[LandClass], layer: str, unknown: bool) -> list[tuple[str, str]]:
    """Name and QML of the styles of a layer, the first of them the one that QGIS opens it with.

    Args:
        classes: the legend.
        layer: ``cells`` or ``regions``.
        unknown: whether cells could be unknown, and so have a novelty.
    """
    styles = [
        ("class", _class_style(classes, unknown)),
        ("confidence", _graduated(classes, "confidence", _confidence_ranges())),
        ("unsure only", _unsure_style(classes, unknown)),
    ]
    return [*styles, ("novelty", _graduated(classes, "novelty", _novelty_ranges()))] if unknown and layer == "cells" else styles


def _class_style(classes: Sequence[LandClass], unknown: bool) -> str:
    """In the colours of the classes, what is unsure hatched, what is unknown greyed and hatched the other way."""
    rules = [(f'"class_code" = {one.code}', one.name) for one in classes]
    root, renderer, symbols = _document(classes, "RuleRenderer")
    _rules(renderer, [*rules, (_UNSURE, "unsure"), *([(_UNKNOWN, "unknown")] if unknown else [])])
    for number, one in enumerate(classes):
        _solid(symbols, number, one.colour)
    _hatched(symbols, len(classes), _UNSURE_HATCH)
    if unknown:
        _hatched(symbols, len(classes) + 1, _UNKNOWN_HATCH)
    renderer.append(symbols)
    return _text(root)


def _unsure_style(classes: Sequence[LandClass], unknown: bool) -> str:
    """Only what is not ok: the unsure in the colours of the classes."""
    rules = [(f'"class_code" = {one.code} AND {_UNSURE}', f"{one.name}, unsure") for one in classes]
    root, renderer, symbols = _document(classes, "RuleRenderer")
    _rules(renderer, [*rules, *([(_UNKNOWN, "unknown")] if unknown else [])])
    for number, one in enumerate(classes):
        _solid(symbols, number, one.colour)
    if unknown:
        _hatched(symbols, len(classes), _UNKNOWN_HATCH)
    renderer.append(symbols)
    return _text(root)


class _Range(NamedTuple):
    """One step of a graduated style."""

    low: float
    high: float
    label: str
    colour: str


def _confidence_ranges() -> list[_Range]:
    steps = len(_CONFIDENCE_COLOURS)
    bounds = [number / steps for number in range(steps + 1)]
    return [
        _Range(low, high, f"{low * 100:.0f} - {high * 100:.0f} %", colour)
        for (low, high), colour in zip(pairwise(bounds), _CONFIDENCE_COLOURS, strict=True)
    ]


def _novelty_ranges() -> list[_Range]:
    last = _NOVELTY_BOUNDS[-2]
    return [
        _Range(low, high, f"{low:g} - {high:g}" if low < last else f"> {last:g}", colour)
        for (low, high), colour in zip(pairwise(_NOVELTY_BOUNDS), _NOVELTY_COLOURS, strict=True)
    ]


def _graduated(classes: Sequence[LandClass], field: str, steps: Sequence[_Range]) -> str:
    """In steps of a number."""
    root, renderer, symbols = _document(classes, "graduatedSymbol", attr=field, graduatedMethod="GraduatedColor")
    ranges = ET.SubElement(renderer, "ranges")
    for number, step in enumerate(steps):
        bounds = {"lower": f"{step.low:.6f}", "upper": f"{step.high:.6f}"}
        ET.SubElement(ranges, "range", {**bounds, "symbol": str(number), "label": step.label, "render": "true"})
        _solid(symbols, number, step.colour)
    renderer.append(symbols)
    ET.SubElement(renderer, "classificationMethod", id="Custom" if field == "novelty" else "EqualInterval")
    return _text(root)


def _document(classes: Sequence[LandClass], renderer_type: str, **attributes: str) -> tuple[ET.Element, ET.Element, ET.Element]:
    """The root with aliases of the probability fields, its renderer, and the symbols to append to it last."""
    root = ET.Element("qgis", version=_QGIS_VERSION, styleCategories="Symbology|Fields")
    fixed = {"type": renderer_type, "forceraster": "0", "symbollevels": "0", "enableorderby": "0", "referencescale": "-1"}
    renderer = ET.SubElement(root, "renderer-v2", {**fixed, **attributes})
    aliases = ET.SubElement(root, "aliases")
    for one in classes:
        ET.SubElement(aliases, "alias", index="-1", field=f"p_{one.code}", name=one.name)
    return root, renderer, ET.Element("symbols")


def _rules(renderer: ET.Element, rules: Sequence[tuple[str, str]]) -> None:
    parent = ET.SubElement(renderer, "rules", key=_key("root"))
    for number, (condition, label) in enumerate(rules):
        ET.SubElement(parent, "rule", key=_key(condition), filter=condition, label=label, symbol=str(number))


def _key(text: str) -> str:
    # equal styles give equal files
    return f"{{{uuid.uuid5(_NAMESPACE, text)}}}"


def _symbol(parent: ET.Element, name: str, kind: str) -> ET.Element:
    return ET.SubElement(parent, "symbol", name=name, type=kind, alpha="1", clip_to_extent="1", force_rhr="0")


def _layer(symbol: ET.Element, kind: str, properties: dict[str, str]) -> ET.Element:
    """A symbol layer; properties in the form of QGIS from 3.20 on, and in the one before."""
    layer = ET.SubElement(symbol, "layer", {"class": kind, "enabled": "1", "locked": "0", "pass": "0"})  # nosec B105: a drawing pass
    options = ET.SubElement(layer, "Option", type="Map")
    for name, value in properties.items():
        ET.SubElement(options, "Option", name=name, type="QString", value=value)
    for name, value in properties.items():
        ET.SubElement(layer, "prop", k=name, v=value)
    return layer


def _solid(symbols: ET.Element, number: int, colour: str) -> None:
    # no outline: at the scale of a scene the outlines of cells would hide their colours
    fill = {"color": _rgba(colour, 255), "style": "solid", "outline_style": "no", "joinstyle": "bevel"}
    _layer(_symbol(symbols, str(number), "fill"), "SimpleFill", fill)


class _Hatch(NamedTuple):
    """Lines over a thin layer of grey; colours as red, green, blue, cover of 255."""

    angle_deg: int
    lines: str
    grey: str


_UNSURE_HATCH = _Hatch(45, "255,255,255,200", "90,90,90,80")
_UNKNOWN_HATCH = _Hatch(135, "30,30,30,220", "150,150,150,225")
"""Hides most of the class's colour: it is no answer to go by."""


def _hatched(symbols: ET.Element, number: int, hatch: _Hatch) -> None:
    """Lines on grey, over the class's own colour: on the white of a legend the lines alone would not show."""
    symbol = _symbol(symbols, str(number), "fill")
    _layer(symbol, "SimpleFill", {"color": hatch.grey, "style": "solid", "outline_style": "no", "joinstyle": "bevel"})
    lines = {
        "angle": str(hatch.angle_deg),
        "distance": "1.2",
        "distance_unit": "MM",
        "line_width": "0.4",
        "line_width_unit": "MM",
        "color": hatch.lines,
    }
    pattern = _layer(symbol, "LinePatternFill", lines)
    stroke = {"line_color": hatch.lines, "line_style": "solid", "line_width": "0.4", "line_width_unit": "MM"}
    _layer(_symbol(pattern, f"@{number}@1", "line"), "SimpleLine", stroke)


def _rgba(colour: str, alpha: int) -> str:
    red, green, blue = (int(colour[first : first + 2], 16) for first in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"


def _text(root: ET.Element) -> str:
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(root, encoding="unicode")
