"""How QGIS shows a sample to whoever labels it: outlines that change colour when labelled, and a form with a list of classes."""

import xml.etree.ElementTree as ET  # nosec B405: writes styles, reads no XML
from collections.abc import Sequence

from ...contract.legend import LandClass

_OPEN, _LABELLED = "255,212,0", "0,200,255"
"""Red, green and blue of cells to label and of labelled ones: bright over a grey image, and told apart by the colour-blind too."""
_UNLABELLED = '"class" IS NULL OR trim("class") = \'\''
_HIDDEN = ("row", "col", "stratum", "inclusion_probability", "label_sampling")
"""What the estimate needs and the eye does not: a stratum would tell what the map says."""


def form_style(classes: Sequence[LandClass]) -> str:
    """The QML of the layer of sampled cells."""
    root = ET.Element("qgis", version="3.22.0", styleCategories="Symbology|Labeling|Fields|Forms", labelsEnabled="1")
    _outlines(root)
    _numbers(root)
    _widgets(root, classes)
    editable = ET.SubElement(root, "editable")
    for name in ("sample", *_HIDDEN):
        ET.SubElement(editable, "field", name=name, editable="0")
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(root, encoding="unicode")


def _outlines(root: ET.Element) -> None:
    renderer = ET.SubElement(root, "renderer-v2", type="RuleRenderer", forceraster="0", symbollevels="0", enableorderby="0")
    rules = ET.SubElement(renderer, "rules", key="{sample}")
    symbols = ET.SubElement(renderer, "symbols")
    for number, (condition, label, colour) in enumerate(((_UNLABELLED, "to label", _OPEN), ("ELSE", "labelled", _LABELLED))):
        ET.SubElement(rules, "rule", key=f"{{sample-{number}}}", filter=condition, label=label, symbol=str(number))
        symbol = ET.SubElement(symbols, "symbol", name=str(number), type="fill", alpha="1")
        drawing = {"class": "SimpleFill", "enabled": "1", "locked": "0", "pass": "0"}  # nosec B105: a drawing pass
        layer = ET.SubElement(symbol, "layer", drawing)
        properties = {"style": "no", "outline_style": "solid", "outline_color": f"{colour},255", "outline_width": "0.6"}
        options = ET.SubElement(layer, "Option", type="Map")
        for name, value in properties.items():
            ET.SubElement(options, "Option", name=name, type="QString", value=value)
        for name, value in properties.items():
            ET.SubElement(layer, "prop", k=name, v=value)


def _numbers(root: ET.Element) -> None:
    """The number of each cell beside it, shown from a scale at which single cells can be told apart."""
    settings = ET.SubElement(ET.SubElement(root, "labeling", type="simple"), "settings")
    text = {"fontSize": "9", "fontSizeUnit": "Point", "textColor": "255,255,255,255", "textOpacity": "1", "fontWeight": "75"}
    style = ET.SubElement(settings, "text-style", {"fieldName": "sample", **text})
    edge = {"bufferSize": "0.8", "bufferSizeUnits": "MM", "bufferColor": "0,0,0,255", "bufferOpacity": "1", "bufferNoFill": "0"}
    ET.SubElement(style, "text-buffer", {"bufferDraw": "1", **edge})
    ET.SubElement(settings, "placement", placement="8")  # outside, so that nothing lies over what is to be judged
    ET.SubElement(settings, "rendering", scaleVisibility="1", scaleMin="0", scaleMax="20000")


def _widgets(root: ET.Element, classes: Sequence[LandClass]) -> None:
    fields = ET.SubElement(root, "fieldConfiguration")
    config = _widget(fields, "class", "ValueMap")
    choices = ET.SubElement(ET.SubElement(config, "Option", type="Map"), "Option", name="map", type="List")
    for one in classes:
        ET.SubElement(ET.SubElement(choices, "Option", type="Map"), "Option", name=one.name, type="QString", value=one.name)
    for name in _HIDDEN:
        _widget(fields, name, "Hidden")


def _widget(fields: ET.Element, name: str, kind: str) -> ET.Element:
    field = ET.SubElement(fields, "field", name=name, configurationFlags="None")
    return ET.SubElement(ET.SubElement(field, "editWidget", type=kind), "config")
