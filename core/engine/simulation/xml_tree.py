"""XML the way TerraSAR-X annotations write it: no declaration, numbers in long scientific form, UTC times."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent  # nosec B405: writes XML, reads none

Value = str | bool | int | float | datetime


def element(tag: str, *children: "Element | Value", **attributes: Value) -> Element:
    """An element with child elements, or with one value as its text."""
    node = Element(tag, {name: text(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, Element):
            node.append(child)
        else:
            node.text = text(child)
    return node


def text(value: Value) -> str:
    """How a value is written."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return str(value) if isinstance(value, int) else f"{value:.17E}"


def values(tag: str, **members: Value) -> Element:
    """An element whose children each hold one value."""
    node = Element(tag)
    for name, value in members.items():
        SubElement(node, name).text = text(value)
    return node


def polynomial(tag: str, span: tuple[float, float, float], coefficients: Sequence[float]) -> Element:
    """A polynomial of range time: ``span`` is where it starts to hold, its reference point, and where it stops."""
    first, reference, last = span
    node = values(tag, validityRangeMin=first, validityRangeMax=last, referencePoint=reference, polynomialDegree=len(coefficients) - 1)
    node.extend(element("coefficient", value, exponent=exponent) for exponent, value in enumerate(coefficients))
    return node


def write_xml(root: Element, schema: str, path: Path) -> None:
    """Write a document; readers know these files by their very first bytes, so there is no XML declaration."""
    root.attrib = {"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xsi:noNamespaceSchemaLocation": schema, **root.attrib}
    indent(root)
    ElementTree(root).write(path, encoding="unicode", xml_declaration=False, short_empty_elements=False)
