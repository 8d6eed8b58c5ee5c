"""The QGIS style (QML) of an evidence raster."""

import xml.etree.ElementTree as ET  # nosec B405: writes styles, reads no XML

_QGIS_VERSION = "3.22.0"
_COLOURS = (
    (-1.0, "#2166ac", 210), (-0.6, "#4393c3", 125), (-0.25, "#92c5de", 40), (0.0, "#f7f7f7", 0),
    (0.25, "#f4a582", 40), (0.6, "#d6604d", 125), (1.0, "#b2182b", 210),
)  # fmt: skip
"""Share of the largest evidence shown, colour, and how much it covers (of 255): what says nothing lets the scene through."""


def evidence_style(largest: float) -> str:
    """From blue, against the class of the cell, over nothing to red, for it; told apart by people who confuse red and green too.

    Args:
        largest: evidence, either sign, that has the last colour.
    """
    largest = largest or 1.0
    root = ET.Element("qgis", version=_QGIS_VERSION, styleCategories="Symbology")
    pipe = ET.SubElement(root, "pipe")
    ends = {"classificationMin": f"{-largest:.6g}", "classificationMax": f"{largest:.6g}"}
    drawing = {"type": "singlebandpseudocolor", "band": "1", "opacity": "1", "alphaBand": "-1", "nodataColor": ""}
    renderer = ET.SubElement(pipe, "rasterrenderer", {**drawing, **ends})
    ET.SubElement(renderer, "rasterTransparency")
    shader = ET.SubElement(ET.SubElement(renderer, "rastershader"), "colorrampshader", _ramp(largest))
    for share, colour, alpha in _COLOURS:
        value = f"{share * largest:.6g}"
        ET.SubElement(shader, "item", value=value, label=_label(share, largest), color=colour, alpha=str(alpha))
    ET.SubElement(root, "blendMode").text = "0"
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ET.tostring(root, encoding="unicode")


def _ramp(largest: float) -> dict[str, str]:
    ends = {"minimumValue": f"{-largest:.6g}", "maximumValue": f"{largest:.6g}"}
    return {"colorRampType": "INTERPOLATED", "classificationMode": "1", "clip": "0", "labelPrecision": "2", **ends}


def _label(share: float, largest: float) -> str:
    words = {-1.0: " (against)", 1.0: " (for)"}
    return f"{share * largest:+.2g}{words.get(share, '')}" if share else "0"
