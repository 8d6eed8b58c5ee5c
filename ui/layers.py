"""Adds layers to a project: the only place that does."""

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayerMetadata,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

from .result import ResultBroken, cells_source, dress, open_table, regions_source, sample_source
from .scenes import PRODUCT_PROPERTY
from .stretch import GreyRange, apply_grey, leave_out_zeros
from .translation import tr

SPLIT_COLOURS = {"train": "#1b6ca8", "validation": "#e69f00", "test": "#b3367a"}
"""Of the sides of a split, on the map and wherever they are named."""
_OUTLINE = {"style": "no", "outline_color": "#d7301f", "outline_width": "0.6"}


def add_result(gpkg_path: str, name: str) -> QgsLayerTreeGroup:
    """Add a result as a group of its own at the top: regions, cells, and the record of the run.

    Raises:
        ResultBroken: a layer is missing or cannot be read.
    """
    regions = open_table(gpkg_path, "regions", tr("Regions"))
    cells = open_table(gpkg_path, "cells", tr("Cells"))
    run = open_table(gpkg_path, "runs", tr("Run"))
    dress(regions)
    dress(cells)
    group = QgsProject.instance().layerTreeRoot().insertGroup(0, name)
    for layer in (regions, cells, run):
        _add_to(group, layer)
        group.findLayer(layer).setExpanded(layer is regions)
    # regions cover the cells: drawing both would take the time twice
    group.findLayer(cells).setItemVisibilityChecked(False)
    # the view folds a group up that comes without layers, and listens to changes only
    for unfolded in (False, True):
        group.setExpanded(unfolded)
    return group


def add_file(path: str, name: str = "") -> QgsMapLayer:
    """Add a vector or raster file at the top, or the places of the patches of a patch set.

    Args:
        path: of the file, with ``|layername=`` for one table of several, or of a folder NAME.patchset.
        name: of the layer; that of the file when left out.

    Raises:
        ResultBroken: QGIS cannot read it.
    """
    file = path.partition("|")[0]
    shown = name or Path(file).stem
    if Path(file).suffix == ".patchset":
        path = str(Path(file) / "index.gpkg")
    layer: QgsMapLayer = QgsVectorLayer(path, shown, "ogr")
    if not layer.isValid():
        layer = QgsRasterLayer(path, shown)
    if not layer.isValid():
        raise ResultBroken(tr("{path} holds no layer that QGIS can read.").format(path=path))
    add_on_top(layer)
    return layer


def add_on_top(layer: QgsMapLayer) -> None:
    """Add a layer that is open already, above all others."""
    QgsProject.instance().addMapLayer(layer, False)
    QgsProject.instance().layerTreeRoot().insertLayer(0, layer)


def add_below(layer: QgsMapLayer, upper: QgsMapLayer) -> None:
    """Add a layer that is open already, right below another one of the project."""
    QgsProject.instance().addMapLayer(layer, False)
    node = QgsProject.instance().layerTreeRoot().findLayer(upper)
    if node is None:
        QgsProject.instance().layerTreeRoot().insertLayer(0, layer)
    else:
        node.parent().insertLayer(node.parent().children().index(node) + 1, layer)


def add_split_map(patch_set: str) -> QgsVectorLayer:
    """Add the places of the patches of a set at the top, coloured by their side of the split.

    Args:
        patch_set: folder NAME.patchset.

    Raises:
        ResultBroken: its index cannot be read.
    """
    name = tr("Split of {name}").format(name=Path(patch_set).stem)
    layer = add_file(f"{Path(patch_set) / 'index.gpkg'}|layername=patches", name)
    words = {"train": tr("Training"), "validation": tr("Validation"), "test": tr("Test")}
    categories = [QgsRendererCategory(side, _patch_symbol(colour), words[side]) for side, colour in SPLIT_COLOURS.items()]
    layer.setRenderer(QgsCategorizedSymbolRenderer("split", categories))
    for unfolded in (False, True):
        QgsProject.instance().layerTreeRoot().findLayer(layer).setExpanded(unfolded)
    return layer


def _patch_symbol(colour: str) -> QgsFillSymbol:
    """An outline with a breath of its colour inside: the scene below stays visible."""
    fill = QColor(colour)
    shade = f"{fill.red()},{fill.green()},{fill.blue()},70"
    return QgsFillSymbol.createSimple({"color": shade, "outline_color": colour, "outline_width": "0.4"})


def is_loaded(path: str, project: Optional[QgsProject] = None) -> bool:
    """Whether a layer of the project shows this file, or a table in it."""
    return bool(layers_of(path, project))


def layers_of(path: str, project: Optional[QgsProject] = None) -> List[QgsMapLayer]:
    """The layers of the project that show this file, or a table in it."""
    wanted = Path(path).resolve()
    files = [layer for layer in (project or QgsProject.instance()).mapLayers().values() if layer.providerType() in ("ogr", "gdal")]
    return [layer for layer in files if Path(layer.source().partition("|")[0]).resolve() == wanted]


def load_on_completion(gpkg_path: str, context: QgsProcessingContext) -> None:
    """Have Processing open regions and cells of a result when the algorithm is done."""
    for source, name in ((cells_source(gpkg_path), tr("Cells")), (regions_source(gpkg_path), tr("Regions"))):
        details = QgsProcessingContext.LayerDetails(name, context.project())
        details.setPostProcessor(_new_dresser())
        context.addLayerToLoadOnCompletion(source, details)


def load_sample_on_completion(gpkg_path: str, context: QgsProcessingContext) -> None:
    """Have Processing open the cells of a sample; the file itself says how they look and are labelled."""
    context.addLayerToLoadOnCompletion(sample_source(gpkg_path), QgsProcessingContext.LayerDetails(tr("Sample"), context.project()))


class _Dresser(QgsProcessingLayerPostProcessorInterface):
    """Dresses a layer that Processing has opened."""

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        try:
            dress(layer)
        except ResultBroken as broken:
            feedback.reportError(str(broken))


_dressers: List[_Dresser] = []


def _new_dresser() -> _Dresser:
    """One that lives until its context, in C++, has deleted it: no reference of Python's would keep it otherwise."""
    _dressers[:] = [one for one in _dressers if not sip.isdeleted(one)]
    _dressers.append(_Dresser())
    return _dressers[-1]


def add_scene(info: Dict[str, Any], raster_path: str, grey: Optional[GreyRange] = None) -> QgsRasterLayer:
    """Add an image of a scene in shades of grey, to a group of the scene's name.

    Args:
        info: what the engine says of the scene.
        raster_path: the image.
        grey: what to show black and white; measured where it is left out.

    Raises:
        ResultBroken: the image cannot be read.
    """
    layer = QgsRasterLayer(raster_path, _image_name(info, raster_path))
    if not layer.isValid():
        raise ResultBroken(tr("{path} cannot be opened as a raster.").format(path=raster_path))
    leave_out_zeros(layer)
    apply_grey(layer, grey)
    layer.setCustomProperty(PRODUCT_PROPERTY, info["path"])
    _describe(layer, info)
    _add_to(_scene_group(info), layer)
    return layer


def add_footprint(info: Dict[str, Any], remark: str) -> QgsVectorLayer:
    """Add the outline of a scene that cannot be shown itself, with a word on why.

    Raises:
        ResultBroken: nothing tells where the scene lies.
    """
    if not info["footprint"]:
        raise ResultBroken(tr("The product does not say where it lies."))
    fields = "field=scene:string&field=kind:string&field=acquired:string&field=remark:string(0)"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", tr("Footprint"), "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in info["footprint"]]]))
    feature.setAttributes([info["scene_id"], info["kind"], info["acquired"], remark])
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    layer.renderer().setSymbol(QgsFillSymbol.createSimple(_OUTLINE))
    _describe(layer, info)
    _add_to(_scene_group(info), layer)
    return layer


def _image_name(info: Dict[str, Any], raster_path: str) -> str:
    """Polarisation and day, such as ``HH 2020-07-16``; the file's name where that is not known."""
    stem = Path(raster_path).stem
    found = [band for band in info["bands"] if f"_{band}_" in f"{stem}_"]
    return " ".join(filter(None, (found[0], info["acquired"][:10]))) if found else stem


def _scene_group(info: Dict[str, Any]) -> QgsLayerTreeGroup:
    root = QgsProject.instance().layerTreeRoot()
    return root.findGroup(info["scene_id"]) or root.insertGroup(0, info["scene_id"])


def _add_to(group: QgsLayerTreeGroup, layer: QgsMapLayer) -> None:
    QgsProject.instance().addMapLayer(layer, False)
    group.addLayer(layer)


def _describe(layer: QgsMapLayer, info: Dict[str, Any]) -> None:
    """Put what is known of a scene into the layer's metadata."""
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(info["scene_id"])
    metadata.setTitle(info["scene_id"])
    metadata.setType("dataset")
    metadata.setAbstract("\n".join(f"{name}: {value}" for name, value in info.items() if isinstance(value, (str, int, float)) and value))
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
