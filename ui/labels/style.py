"""How labelled cells look on the map, in any QGIS."""

from typing import Any, Sequence

from qgis.core import QgsEditorWidgetSetup, QgsFillSymbol, QgsRuleBasedRenderer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...core.contract.legend import LandClass
from ..translation import tr
from .file import LABELS_LAYER
from .grid import CellGrid, side_m

_FILL_ALPHA = 110
"""Of 255: the radar image stays visible below its label."""
_LEAST_MM = 2.0
"""Unlabelled cells that would be smaller on the screen are not outlined."""


def dress_labels(layer: QgsVectorLayer, classes: Sequence[LandClass], grid: CellGrid) -> None:
    """Show cells in the colours of their classes, the drawn sample dashed and other unlabelled cells as thin outlines."""
    root = QgsRuleBasedRenderer.Rule(None)
    for one in classes:
        root.appendChild(_rule(f'"class" = {_quoted(one.name)}', tr(one.name), _filled(one.colour)))
    root.appendChild(_rule('"class" IS NULL AND "sample" IS NOT NULL', tr("to label (sample)"), _outline("#ffd400", "0.5", "dash")))
    unlabelled = _rule('"class" IS NULL AND "sample" IS NULL', tr("not labelled"), _outline("255,255,255,130", "0.15", "solid"))
    unlabelled.setMinimumScale(side_m(grid) * 1000 / _LEAST_MM)
    root.appendChild(unlabelled)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    choice = {"map": [{tr(one.name): one.name} for one in classes]}
    layer.setEditorWidgetSetup(layer.fields().indexOf("class"), QgsEditorWidgetSetup("ValueMap", choice))
    layer.setDisplayExpression('"class"')
    layer.triggerRepaint()


def keep_style(layer: QgsVectorLayer) -> None:
    """Keep the style of the layer in its file, in place of the one before: it opens coloured in any QGIS.

    A file that has no style yet must be open nowhere else: QGIS makes the table through a connection of its own, which takes the
    file's journal away from all others.
    """
    table = QgsVectorLayer(f"{layer.source().partition('|')[0]}|layername=layer_styles", "styles", "ogr")
    if not table.isValid():
        layer.saveStyleToDatabase(LABELS_LAYER, "", True, "")
        return
    document = QDomDocument()
    layer.exportNamedStyle(document)
    field = table.fields().indexOf("styleQML")
    mine = [row.id() for row in table.getFeatures() if row["f_table_name"] == LABELS_LAYER]
    table.dataProvider().changeAttributeValues({row: {field: document.toString()} for row in mine})


def _rule(condition: str, label: str, symbol: QgsFillSymbol) -> Any:
    return QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _filled(colour: str) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": colour, "outline_width": "0.3"})
    fill = symbol.symbolLayer(0).fillColor()
    fill.setAlpha(_FILL_ALPHA)
    symbol.symbolLayer(0).setFillColor(fill)
    return symbol


def _outline(colour: str, width_mm: str, line: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"style": "no", "outline_color": colour, "outline_width": width_mm, "outline_style": line})
