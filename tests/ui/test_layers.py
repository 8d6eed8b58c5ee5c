"""Results and scenes as layers of the project."""

import pytest
from echopatch.ui.layers import add_footprint, add_result, add_scene, is_loaded, load_on_completion
from echopatch.ui.result import ResultBroken
from echopatch.ui.scenes import PRODUCT_PROPERTY
from osgeo import gdal
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

gdal.UseExceptions()
INFO = {
    "scene_id": "TSX1_SAR__EEC_X",
    "path": "/data/TSX1.xml",
    "kind": "EEC",
    "bands": ["HH"],
    "acquired": "2020-07-16T17:06:26Z",
    "footprint": [[11.0, 48.0], [11.1, 48.0], [11.1, 47.9], [11.0, 47.9]],
}


@pytest.fixture
def image(tmp_path):
    """1 % zeros that stand for no data, then values 1 to 1000."""
    path = tmp_path / "image.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 1010, 100, 1, gdal.GDT_UInt16)
    dataset.SetGeoTransform((500000, 1, 0, 5300000, 0, -1))
    row = b"".join(max(0, column - 9).to_bytes(2, "little") for column in range(1010))
    dataset.GetRasterBand(1).WriteRaster(0, 0, 1010, 100, row * 100, 1010, 100, gdal.GDT_UInt16)
    return path


def test_a_result_is_a_group_of_regions_cells_and_run_at_the_top(result_gpkg):
    QgsProject.instance().layerTreeRoot().addGroup("older")
    group = add_result(str(result_gpkg), "my scene")
    assert QgsProject.instance().layerTreeRoot().children()[0] is group
    assert group.name() == "my scene"
    assert [child.layer().name() for child in group.children()] == ["Regions", "Cells", "Run"]
    assert [child.layer().featureCount() for child in group.children()] == [1, 2, 1]
    assert [child.itemVisibilityChecked() for child in group.children()][:2] == [True, False]


def test_the_stored_styles_are_in_the_layers_menu_the_one_by_class_first(result_gpkg):
    layer = add_result(str(result_gpkg), "r").children()[0].layer()
    assert layer.styleManager().styles() == ["By class", "By confidence", "Unsure only"]
    assert layer.styleManager().currentStyle() == "By class"
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert layer.renderer().classAttribute() == "class_code"


def test_names_of_fields_and_classes_survive_a_change_of_style(result_gpkg):
    layer = add_result(str(result_gpkg), "r").children()[1].layer()
    layer.styleManager().setCurrentStyle("By confidence")
    assert layer.renderer().classAttribute() == "confidence"
    fields = layer.fields()
    assert layer.attributeAlias(fields.indexOf("p_1")) == "Settlements"
    assert layer.attributeAlias(fields.indexOf("confidence")) == "Confidence"
    setup = layer.editorWidgetSetup(fields.indexOf("class_code"))
    assert setup.type() == "ValueMap"
    assert setup.config()["map"] == [{"Settlements": "1"}]


def test_a_file_that_is_no_result_is_refused_and_adds_nothing(polygons):
    source = polygons("cells", [(0, 0, 1)])
    with pytest.raises(ResultBroken, match="“regions” cannot be read"):
        add_result(source.partition("|")[0], "r")
    assert QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().layerTreeRoot().children() == []


def test_a_loaded_result_is_known_as_loaded(result_gpkg, tmp_path):
    assert not is_loaded(str(result_gpkg))
    add_result(str(result_gpkg), "r")
    assert is_loaded(str(result_gpkg))
    assert not is_loaded(str(tmp_path / "other.gpkg"))


def test_processing_opens_cells_below_regions_and_dresses_them(result_gpkg):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    load_on_completion(str(result_gpkg), context)
    to_load = context.layersToLoadOnCompletion()
    assert [source.rpartition("=")[2] for source in sorted(to_load)] == ["cells", "regions"]
    for source, details in to_load.items():
        layer = QgsVectorLayer(source, details.name)
        details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
        assert layer.styleManager().styles() == ["By class", "By confidence", "Unsure only"]


def test_a_scene_is_grey_between_its_darkest_and_brightest_pixels_without_the_zeros(image):
    layer = add_scene(INFO, str(image))
    enhancement = layer.renderer().contrastEnhancement()
    assert enhancement.minimumValue() == pytest.approx(10, abs=5)
    assert enhancement.maximumValue() == pytest.approx(980, abs=5)
    assert layer.dataProvider().sourceHasNoDataValue(1) or layer.dataProvider().userNoDataValues(1)


def test_a_scene_knows_its_product_and_its_facts(image):
    layer = add_scene(INFO, str(image))
    assert layer.customProperty(PRODUCT_PROPERTY) == "/data/TSX1.xml"
    assert layer.metadata().title() == "TSX1_SAR__EEC_X"
    assert "kind: EEC" in layer.metadata().abstract()


def test_images_of_one_scene_share_a_group(image):
    for _ in range(2):
        add_scene(INFO, str(image))
    (group,) = QgsProject.instance().layerTreeRoot().children()
    assert group.name() == "TSX1_SAR__EEC_X"
    assert len(group.children()) == 2


def test_an_image_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(ResultBroken, match="cannot be opened"):
        add_scene(INFO, str(tmp_path / "none.tif"))


def test_the_input_is_not_touched_by_showing_it(image):
    before = {path: path.stat().st_mtime_ns for path in image.parent.iterdir()}
    add_scene(INFO, str(image))
    QgsProject.instance().clear()
    assert {path: path.stat().st_mtime_ns for path in image.parent.iterdir() if path.suffix == ".tif"} == before


def test_a_scene_in_radar_geometry_is_shown_by_its_footprint_with_the_reason(utm):
    remark = "it is in radar geometry, " * 20
    layer = add_footprint({**INFO, "kind": "SSC"}, remark)
    (feature,) = layer.getFeatures()
    assert feature["kind"] == "SSC"
    assert feature["remark"] == remark
    assert layer.extent().yMaximum() == 48.0
    box = feature.geometry().boundingBox()
    assert (box.xMinimum(), box.yMaximum()) == (11.0, 48.0)
    assert layer.crs().authid() == "EPSG:4326"


def test_a_scene_that_says_not_where_it_lies_is_refused():
    with pytest.raises(ResultBroken, match="does not say where"):
        add_footprint({**INFO, "footprint": None}, "")


def test_a_raster_layer_shows_what_was_measured_elsewhere(image):
    layer = add_scene(INFO, str(image), (3.0, 7.0))
    assert isinstance(layer, QgsRasterLayer)
    assert layer.renderer().contrastEnhancement().maximumValue() == 7.0
