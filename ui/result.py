"""The layers of a result as they look in QGIS: styles of the file, aliases, names of classes."""

from typing import Any, Dict, List, Tuple

from qgis.core import QgsEditorWidgetSetup, QgsFeature, QgsMapLayer, QgsRuleBasedRenderer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from .translation import Told, tr


class ResultBroken(Told):
    """A file cannot be shown; the text says why."""


def cells_source(gpkg_path: str) -> str:
    """The layer of cells in a result."""
    return f"{gpkg_path}|layername=cells"


def regions_source(gpkg_path: str) -> str:
    """The layer of regions in a result."""
    return f"{gpkg_path}|layername=regions"


def sample_source(gpkg_path: str) -> str:
    """The layer of cells to label in a sample."""
    return f"{gpkg_path}|layername=labels"


def open_table(gpkg_path: str, table: str, name: str) -> QgsVectorLayer:
    """A layer or table of a result, with the style it has in the file.

    Raises:
        ResultBroken: it is missing, or cannot be read.
    """
    layer = QgsVectorLayer(f"{gpkg_path}|layername={table}", name, "ogr")
    if not layer.isValid():
        text = tr("{path} is no whole result: its table “{table}” cannot be read.")
        raise ResultBroken(text.format(path=gpkg_path, table=table))
    return layer


def dress(layer: QgsVectorLayer) -> None:
    """Give regions or cells the names of their fields and classes, and every style of their file."""
    classes = {str(row["name"]): int(row["code"]) for row in _rows(layer, "classes")}
    aliases = {**_aliases(), **{f"p_{code}": tr(name) for name, code in classes.items()}}
    for index, field in enumerate(layer.fields()):
        if field.name() in aliases:
            layer.setFieldAlias(index, aliases[field.name()])
    names_of_codes = QgsEditorWidgetSetup("ValueMap", {"map": [{tr(name): str(code)} for name, code in classes.items()]})
    layer.setEditorWidgetSetup(layer.fields().indexOf("class_code"), names_of_codes)
    layer.setDisplayExpression('"class"')
    _take_styles(layer)


def _aliases() -> Dict[str, str]:
    return {
        "row": tr("Row"),
        "col": tr("Column"),
        "class_code": tr("Class code"),
        "class": tr("Class"),
        "confidence": tr("Confidence"),
        "margin": tr("Margin to the second class"),
        "entropy": tr("Entropy"),
        "status": tr("Status"),
        "incidence_deg": tr("Incidence angle [°]"),
        "area_m2": tr("Area [m²]"),
        "cells": tr("Cells"),
    }


def _rows(layer: QgsVectorLayer, table: str) -> List[QgsFeature]:
    return list(open_table(layer.source().partition("|")[0], table, table).getFeatures())


def _take_styles(layer: QgsVectorLayer) -> None:
    """Offer the stored styles in the layer's menu, the one by class first.

    Each is laid over a copy of the dressed layer: a stored style alone would take the aliases away again.
    """
    names = {"class": tr("By class"), "confidence": tr("By confidence"), "unsure only": tr("Unsure only")}
    manager = layer.styleManager()
    first = manager.currentStyle()
    stored = _stored_styles(layer)
    for name, qml in stored:
        shown = names.get(name, name)
        if manager.addStyleFromLayer(shown) and manager.setCurrentStyle(shown):
            document = QDomDocument()
            document.setContent(qml)
            layer.importNamedStyle(document, QgsMapLayer.StyleCategory.Symbology)
            _translate_legend(layer.renderer())
    if stored:
        manager.setCurrentStyle(names.get(stored[0][0], stored[0][0]))
        manager.removeStyle(first)


def _translate_legend(renderer: Any) -> None:
    """Show the classes of the default legend in the user's language; other names stay as they are."""
    if isinstance(renderer, QgsRuleBasedRenderer):
        unsure = {"unsure": tr("unsure")}
        for rule in renderer.rootRule().children():
            rule.setLabel(", ".join(unsure.get(word) or tr(word) for word in rule.label().split(", ")))


def _stored_styles(layer: QgsVectorLayer) -> List[Tuple[str, str]]:
    """Names and QML of the styles in the layer's file, in the order in which they were stored."""
    count, identifiers, names, _, _ = layer.listStylesInDatabase()
    # behind those of this layer come those of the other tables
    related = sorted((int(number), name) for number, name in zip(identifiers[:count], names[:count]))
    return [(name, layer.getStyleFromDatabase(str(number))[0]) for number, name in related]
