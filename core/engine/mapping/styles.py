"""QGIS styles (QML) of the result's layers: by class, by confidence, and the unsure cells only."""

import uuid
import xml.etree.ElementTree as ET  # nosec B405: writes styles, reads no XML
from collections.abc import Sequence

from ...contract.legend import LandClass

_QGIS_VERSION = "3.22.0"
_NOT_OK = "\"status\" <> 'ok'"
_CONFIDENCE_COLOURS = ("#b2182b", "#ef8a62", "#fddbc7", "#92c5de", "#2166ac")
"""From doubtful to sure; told apart by people who confuse red and green too."""
_NAMESPACE = uuid.UUID("b4d7d21c-6d0b-4f3c-9f0e-3c0a6f5d7d11")


def class_style(classes: Sequence[LandClass]) -> str:
    """Cells or regions in the colours of their classes, those that are not ok hatched."""
    rules = [(f'"class_code" = {one.code}', one.name) for one in classes]
    root, renderer, symbols = _document(classes, "RuleRenderer")
    _rules(renderer, [*rules, (_NOT_OK, "unsure")])
    for number, one in enumerate(classes):
        _solid(symbols, number, one.colour)
    _hatched(symbols, len(classes))
    renderer.append(symbols)
    return _text(root)


def unsure_style(classes: Sequence[LandClass]) -> str:
    """Only what is not ok, in the colours of the classes."""
    rules = [(f'"class_code" = {one.code} AND {_NOT_OK}', f"{one.name}, unsure") for one in classes]
    root, renderer, symbols = _document(classes, "RuleRenderer")
    _rules(renderer, rules)
    for number, one in enumerate(classes):
        _solid(symbols, number, one.colour)
    renderer.append(symbols)
    return _text(root)


def confidence_style(classes: Sequence[LandClass]) -> str:
    """Five steps of confidence from 0 to 1."""
    root, renderer, symbols = _document(classes, "graduatedSymbol", attr="confidence", graduatedMethod="GraduatedColor")
    ranges = ET.SubElement(renderer, "ranges")
    steps = len(_CONFIDENCE_COLOURS)
    for number, colour in enumerate(_CONFIDENCE_COLOURS):
        low, high = number / steps, (number + 1) / steps
        label = f"{low * 100:.0f} - {high * 100:.0f} %"
        ET.SubElement(
            ranges, "range", lower=f"{low:.6f}", upper=f"{high:.6f}", symbol=str(number), label=label, render="true"
        )  # fmt: skip
        _solid(symbols, number, colour)
    renderer.append(symbols)
    ET.SubElement(renderer, "classificationMethod", id="EqualInterval")
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


def _hatched(symbols: ET.Element, number: int) -> None:
    """White lines on a breath of grey, over the class's own colour: on the white of a legend the lines alone would not show."""
    symbol = _symbol(symbols, str(number), "fill")
    _layer(symbol, "SimpleFill", {"color": "90,90,90,80", "style": "solid", "outline_style": "no", "joinstyle": "bevel"})
    lines = {
        "angle": "45",
        "distance": "1.2",
        "distance_unit": "MM",
        "line_width": "0.4",
        "line_width_unit": "MM",
        "color": "255,255,255,200",
    }
    pattern = _layer(symbol, "LinePatternFill", lines)
    stroke = {"line_color": "255,255,255,200", "line_style": "solid", "line_width": "0.4", "line_width_unit": "MM"}
    _layer(_symbol(pattern, f"@{number}@1", "line"), "SimpleLine", stroke)


def _rgba(colour: str, alpha: int) -> str:
    red, green, blue = (int(colour[first : first + 2], 16) for first in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"


def _text(root: ET.Element) -> str:
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(root, encoding="unicode")
