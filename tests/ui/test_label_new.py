"""A new file of labels: what the dialog offers comes from contract, models and files, and nothing starts that cannot end well."""

import dataclasses
import json
import struct

import pytest
from conftest import PRODUCT
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.ui.labels.file import NewLabels, create_labels, read_classes, read_grid
from echopatch.ui.labels.grid import grid_over
from echopatch.ui.labels.legend import LegendBroken, legend_of_file
from echopatch.ui.labels.new_dialog import NewLabelsDialog
from echopatch.ui.labels.style import dress_labels
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsVectorLayer

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
CLASSES = (LandClass(1, "Water", "#2b7bba"), LandClass(2, "Town", "#d7301f"))
CARD = ModelCard("tiny", "resnet18", (), ("co",), CLASSES, 64, 2.5, Radiometry(), (1.0, 6.0), (25.0, 45.0), ())
ENGINE = """
say("result", outputs={"text": "", "info": json.load(open(os.environ["ECHOPATCH_HOME"] + "/info.json"))})
"""


@pytest.fixture
def layer(tmp_path):
    path = str(tmp_path / "scene.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 400, 350, 1, gdal.GDT_UInt16)
    dataset.SetGeoTransform((500000, 1.25, 0, 5300000, 0, -1.25))
    dataset.SetProjection(UTM.toWkt())
    dataset.GetRasterBand(1).Fill(100)
    del dataset
    one = QgsRasterLayer(path, "scene")
    QgsProject.instance().addMapLayer(one)
    return one


@pytest.fixture
def dialog(layer, stand_in, home, qtbot):
    (home / "models").mkdir(parents=True)
    header = json.dumps({"__metadata__": {"echopatch": dataclasses.replace(CARD).to_json()}}).encode()
    (home / "models" / "tiny.safetensors").write_bytes(struct.pack("<Q", len(header)) + header)
    place = {"rows": 350, "columns": 400, "transform": [1.25, 0, 500000, 0, -1.25, 5300000], "crs_wkt": UTM.toWkt(), "kind": "raster"}
    (home / "info.json").write_text(json.dumps({**PRODUCT, **place, "scene_id": "s", "path": layer.source()}))
    stand_in(ENGINE)
    one = NewLabelsDialog()
    qtbot.addWidget(one)
    one.choose(layer)
    qtbot.waitUntil(lambda: not one.scene.is_looking, timeout=20000)
    return one


def test_sizes_are_those_of_the_contract_until_a_model_is_chosen(dialog):
    assert (dialog.grid().patch_px, dialog.grid().stride_px) == (PatchesCutConfig.patch_px, PatchesCutConfig.patch_px)
    assert dialog.grid().pixel_size_m == PatchesCutConfig.patch_pixel_size_m
    assert dialog.classes == TERRASAR_X_LEGEND
    dialog.form.model.setCurrentIndex(dialog.form.model.findText("tiny"))
    assert (dialog.grid().patch_px, dialog.grid().pixel_size_m) == (64, 2.5)
    assert dialog.classes == CLASSES


def test_a_file_is_made_in_the_background_and_named(dialog, tmp_path, qtbot):
    dialog.form.output.setFilePath(str(tmp_path / "town"))
    with qtbot.waitSignal(dialog.created, timeout=20000) as made:
        dialog.create_button.click()
    assert made.args == [str(tmp_path / "town.gpkg")]
    assert read_grid(made.args[0]).rows == 2
    assert read_classes(made.args[0]) == TERRASAR_X_LEGEND


def test_what_cannot_start_says_why(dialog, tmp_path):
    dialog.form.patch_px.setValue(640)
    assert "less than one patch" in dialog.problem()
    assert not dialog.create_button.isEnabled()
    dialog.form.patch_px.setValue(160)
    (tmp_path / "there.gpkg").write_text("")
    dialog.form.output.setFilePath(str(tmp_path / "there.gpkg"))
    assert "is there already" in dialog.problem()
    dialog.form.output.setFilePath(str(tmp_path / "nowhere" / "a.gpkg"))
    assert "does not exist" in dialog.problem()


def test_closing_while_the_file_is_made_leaves_none(dialog, tmp_path, qtbot):
    dialog.form.output.setFilePath(str(tmp_path / "town.gpkg"))
    dialog.form.patch_px.setValue(16)
    dialog.form.stride_px.setValue(4)
    told = []
    dialog.created.connect(told.append)
    dialog.create_button.click()
    dialog.reject()
    qtbot.wait(300)
    assert told == []
    assert not list(tmp_path.glob("*.partial*"))


def test_legends_come_from_tables_styles_and_other_labels(tmp_path):
    table = tmp_path / "legend.csv"
    table.write_text("name;code;colour\nWater;1;#2B7BBA\nTown;2;#d7301f\n", encoding="utf-8")
    assert legend_of_file(str(table)) == CLASSES
    grid = grid_over({**PRODUCT, "scene_id": "s", "crs_wkt": "x"}, 160, 160, 1.25)
    create_labels(str(tmp_path / "a.gpkg"), NewLabels(grid, UTM, CLASSES), [(0, 0)], lambda share: True)
    assert legend_of_file(str(tmp_path / "a.gpkg")) == CLASSES
    styled = QgsVectorLayer("Polygon?crs=EPSG:32632&field=class:string", "a", "memory")
    dress_labels(styled, CLASSES, grid)
    styled.saveNamedStyle(str(tmp_path / "a.qml"))
    assert legend_of_file(str(tmp_path / "a.qml")) == CLASSES


@pytest.mark.parametrize(
    ("text", "reason"), [("name\nWater\nwater\n", "two classes"), ("code,name\nx,Water\n", "No legend"), ("", "No legend")]
)
def test_a_file_that_gives_no_legend_is_refused_with_the_reason(tmp_path, text, reason):
    (tmp_path / "legend.csv").write_text(text, encoding="utf-8")
    with pytest.raises(LegendBroken, match=reason):
        legend_of_file(str(tmp_path / "legend.csv"))
