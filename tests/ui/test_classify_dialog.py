"""The dialog that classifies: what it shows, refuses, asks for and starts."""

import dataclasses
import json
import struct
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import BARE, PRODUCT
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.ui import settings, tasks
from echopatch.ui.binding import value_of
from echopatch.ui.classify import area_box, dialog, model_choice, output, runs
from echopatch.ui.classify.checks import FIELDS
from echopatch.ui.layers import add_result
from echopatch.ui.processing.parameters import label_of
from echopatch.ui.scenes import LayerUnfit, scene_path
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton

# info as the "product" says it; classify waits for a file called "go", or for a cancel
ENGINE = """
if words[0] == "info":
    say("result", outputs={"text": "", "info": json.load(open(os.environ["ECHOPATCH_HOME"] + "/info.json"))})
    sys.exit()
import threading
threading.Thread(target=lambda: (sys.stdin.readline(), say("failure", code="cancelled", values={}, message="stopped", detail=""),
                                 os._exit(3)), daemon=True).start()
progress(1, 2)
while not os.path.exists(os.environ["ECHOPATCH_HOME"] + "/go"):
    time.sleep(0.02)
shutil.copy(os.environ["ECHOPATCH_HOME"] + "/result.gpkg", given("--output"))
say("result", outputs=dict(result=given("--output"), cells=2, regions=1, seconds=1.0, class_areas_m2={}, cells_per_s=2.0))
"""
CARD = ModelCard("tiny", "resnet18", (), ("co",), TERRASAR_X_LEGEND, 160, 1.25, Radiometry(), (1.0, 6.0), (25.0, 45.0), ())
UTM = QgsCoordinateReferenceSystem("EPSG:32632")


def write_model(path: Path, **changes) -> str:
    """A model file without weights: the host reads the card alone."""
    header = json.dumps({"__metadata__": {"echopatch": dataclasses.replace(CARD, **changes).to_json()}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return str(path)


def write_raster(path: Path, side: int = 64) -> str:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_UInt16)
    dataset.SetGeoTransform((500000, 1.25, 0, 5300000, 0, -1.25))
    dataset.SetProjection(UTM.toWkt())
    dataset.GetRasterBand(1).Fill(100)
    return str(path)


@pytest.fixture
def say_info(home):
    """What the stand-in engine says of a scene."""

    def say(**changes):
        home.mkdir(exist_ok=True)
        place = {"crs": "EPSG:32632", "crs_wkt": UTM.toWkt(), "transform": [1.25, 0, 500000, 0, -1.25, 5300000], "rows": 64, "columns": 64}
        names = {"scene_id": "s", "mission": "TSX-1", "mode": "HS", "resolution_variant": "SE", "acquired": ""}
        info = {**PRODUCT, **place, **names, "orbit_direction": "", "look_direction": "", **changes}
        (home / "info.json").write_text(json.dumps(info))

    say()
    return say


@pytest.fixture
def layer(tmp_path):
    one = QgsRasterLayer(write_raster(tmp_path / "scene.tif"), "scene")
    QgsProject.instance().addMapLayer(one)
    return one


@pytest.fixture
def started():
    return []


@pytest.fixture
def make(qtbot, qgis_canvas, stand_in, say_info, home, layer, provider, started):
    """Open the dialog, with a model and a layer, once the engine has said what the layer is."""

    def open_dialog(start=None, scene=layer):
        (home / "models").mkdir(exist_ok=True)
        write_model(home / "models" / "tiny.safetensors")
        stand_in(ENGINE)
        one = dialog.ClassifyDialog(start or (lambda run, parameters: started.append((run, parameters))), qgis_canvas)
        qtbot.addWidget(one)
        one.choose(scene)
        one.show()
        qtbot.waitUntil(lambda: not one.scene.is_looking, timeout=20000)
        return one

    return open_dialog


@pytest.mark.parametrize("name", [*dialog._PLAIN, "quantity", "decibel", "calibrated_to", "incidence_deg", "pixel_size_m"])
def test_each_setting_has_label_help_and_default_of_the_contract(make, name):
    form, field = make().form, FIELDS[name]
    label = getattr(form, f"{name}_label", None) or getattr(form, name)
    assert label.text() == label_of(field)
    assert getattr(form, name).toolTip() == field.help
    if name not in ("output", "pixel_size_m"):
        assert value_of(form, field) == field.default


@pytest.mark.parametrize("name", ["min_confidence", "min_valid", "min_area_m2", "smooth"])
def test_numbers_keep_to_the_bounds_of_the_contract(make, name):
    widget, field = getattr(make().form, name), FIELDS[name]
    assert widget.minimum() == field.low
    assert field.high is None or widget.maximum() == field.high


def test_a_product_needs_nothing_but_the_button(make, started, tmp_path, home):
    one = make()
    assert one.problem() == ""
    assert not one.form.pixels.isVisible()
    one.run_button.click()
    ((run, parameters),) = started
    assert parameters == {
        "SCENE": str(tmp_path / "scene.tif"),
        "MODEL": str(home / "models" / "tiny.safetensors"),
        "OUTPUT": str(tmp_path / "scene_classified.gpkg"),
        "LOAD": False,
    }
    assert (run.scene_name, run.output) == ("scene", parameters["OUTPUT"])
    assert one.isVisible()


def test_only_what_differs_from_the_defaults_is_asked_for(make, started):
    one = make()
    one.form.min_confidence.setValue(0.7)
    one.form.mode.setCurrentIndex(one.form.mode.findData("patch"))
    one.run_button.click()
    assert {"MODE": "patch", "MIN_CONFIDENCE": 0.7}.items() <= started[0][1].items()
    assert "STRIDE_PX" not in started[0][1]


def test_what_makes_a_map_better_is_asked_for(make, started):
    one = make()
    one.form.smooth.setValue(1)
    one.form.unknown.setCurrentIndex(one.form.unknown.findData("no"))
    one.form.test_time.setCurrentIndex(one.form.test_time.findData("flips"))
    one.run_button.click()
    assert {"SMOOTH": 1, "UNKNOWN": "no", "TEST_TIME": "flips"}.items() <= started[0][1].items()


def test_a_raster_that_says_nothing_is_asked_about_and_cannot_start_before(make, say_info, started):
    say_info(
        **{key: BARE[key] for key in ("kind", "quantity", "calibration_factors", "looks", "incidence_deg", "incidence_source", "unknown")}
    )
    one = make()
    assert one.form.pixels.isVisible()
    assert "What the pixels hold" in one.form.pixels_note.text()
    assert not one.run_button.isEnabled()
    assert "What the Pixels Mean" in one.form.reason.text()
    assert one.form.pixel_size_m.value() == 1.25
    assert not one.form.pixel_size_m.isEnabled()
    one.form.quantity.setCurrentIndex(one.form.quantity.findData("amplitude"))
    one.form.calibration_factor.setText("1.04e-5")
    one.form.incidence_deg.setValue(35)
    assert "record" in one.form.pixels_note.text()
    one.run_button.click()
    assert {"QUANTITY": "amplitude", "CALIBRATION_FACTOR": 1.04e-5, "INCIDENCE_DEG": 35.0}.items() <= started[0][1].items()
    assert "PIXEL_SIZE_M" not in started[0][1]


def test_a_scene_that_does_not_fit_the_model_brings_a_warning_but_can_start(make, say_info):
    say_info(looks=9.0)
    one = make()
    assert "9.0 looks" in one.form.facts.toPlainText()
    assert one.run_button.isEnabled()


def test_a_dual_product_offers_its_bands(make, say_info, started):
    say_info(bands=["HV", "HH"])
    one = make()
    assert one.form.bands.isVisible()
    one.run_button.click()
    assert started[0][1]["BANDS"] == "HH"


def test_cells_and_time_are_told_before_the_start(make, monkeypatch):
    one = make()
    assert one.form.estimate.text().startswith("About 4 cells.")
    assert "not known" in one.form.estimate.text()
    ready = SimpleNamespace(kind="ready", details={"patches_per_s": {"fp32": 100.0}, "device": "cpu"})
    monkeypatch.setattr("echopatch.ui.classify.estimate_words.engine_state", lambda: ready)
    one.refresh()
    assert "Expected time: about 10 s" in one.form.estimate.text()


def test_looking_at_a_scene_blocks_nothing_and_stops_when_the_dialog_closes(make, stand_in, layer, qtbot):
    one = make()
    stand_in("sys.stdin.readline()\ntime.sleep(0.1)\nsay('failure', code='cancelled', values={}, message='', detail='')")
    one.scene.look()
    assert one.problem() == "Looking at the scene…"
    assert not one.run_button.isEnabled()
    one.reject()
    assert not one.scene.is_looking
    qtbot.waitUntil(lambda: not tasks._small, timeout=10000)


def test_a_scene_that_the_engine_refuses_is_shown_with_its_reason(make, stand_in, qtbot):
    one = make()
    stand_in('say("failure", code="scene-no-bands", values={"path": "x.tif"}, message="", detail="")')
    one.scene.look()
    qtbot.waitUntil(lambda: not one.scene.is_looking, timeout=10000)
    assert one.form.reason.text() == "x.tif holds no image"


def test_a_product_outside_the_project_can_be_chosen(make, tmp_path, qtbot):
    one = make()
    one.scene.choose_path(write_raster(tmp_path / "other.tif"))
    qtbot.waitUntil(lambda: not one.scene.is_looking, timeout=10000)
    assert one.scene.path == str(tmp_path / "other.tif")
    assert one.form.output.filePath() == str(tmp_path / "other_classified.gpkg")


def fake_layer(provider: str, source: str) -> SimpleNamespace:
    return SimpleNamespace(customProperty=lambda name: None, providerType=lambda: provider, source=lambda: source, name=lambda: "one")


@pytest.mark.parametrize(
    ("provider", "source", "said"),
    [
        ("wms", "type=xyz&url=http://localhost", "online map"),
        ("arcgismapserver", "url", "online map"),
        ("wcs", "url", "Export > Save As"),
        ("virtualraster", "crs=EPSG:4326", "Export > Save As"),
        ("postgresraster", "dbname=a table=b", "Export > Save As"),
        ("memory", "Polygon", "Export > Save As"),
        ("gdal", "/vsimem/scene.tif", "Export > Save As"),
        ("gdal", "PG:dbname=a", "Export > Save As"),
        ("gdal", "<VRTDataset></VRTDataset>", "Export > Save As"),
    ],
)
def test_a_layer_that_is_no_file_is_refused_with_the_way_out(provider, source, said):
    with pytest.raises(LayerUnfit, match=f"one.*{said}"):
        scene_path(fake_layer(provider, source))


def test_a_web_map_is_refused_beside_the_button(make):
    web = QgsRasterLayer("type=xyz&url=http://localhost/%7Bz%7D.png&zmax=1&zmin=0", "web", "wms")
    QgsProject.instance().addMapLayer(web)
    one = make(scene=web)
    assert "online map" in one.form.reason.text()
    assert not one.run_button.isEnabled()


def test_without_a_scene_a_model_or_an_engine_the_way_out_is_named(qtbot, qgis_canvas, stand_in, monkeypatch):
    monkeypatch.setattr(model_choice, "installed_models", list)
    one = dialog.ClassifyDialog(lambda *_: None, qgis_canvas)
    qtbot.addWidget(one)
    assert "set it up" in one.problem()
    stand_in(ENGINE)
    assert "Choose a scene" in one.problem()
    one.scene.path = "scene.tif"
    assert "Choose a model" in one.problem()
    one.reject()


def test_a_picked_model_is_offered_and_a_file_that_is_none_is_refused(make, tmp_path, monkeypatch):
    one = make()
    path = write_model(tmp_path / "mine.safetensors", name="called at birth")
    one.model.choose_path(path)
    assert (one.model.path, one.model.card.name) == (path, "called at birth")
    assert one.form.model.currentText() == "mine", "a model goes by the name of its file"
    (tmp_path / "bad.safetensors").write_bytes(b"bad")
    monkeypatch.setattr(model_choice.QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.safetensors"), ""))
    one.model._on_activated(one.form.model.count() - 1)
    assert "header cannot be read" in one.form.reason.text()
    assert one.model.path == path
    one.model._on_activated(one.form.model.currentIndex())
    assert one.problem() == ""


def test_a_model_of_optical_images_is_not_offered_and_refused_with_the_way_out(make, home, tmp_path):
    (home / "models").mkdir(parents=True, exist_ok=True)
    write_model(home / "models" / "a teacher.safetensors", name="teacher", modality="optical")
    one = make()
    assert [one.form.model.findText(name) >= 0 for name in ("tiny", "teacher")] == [True, False]
    one.model.choose_path(write_model(tmp_path / "mine.safetensors", modality="optical"))
    assert "cannot map a radar scene" in one.form.reason.text()
    assert one.model.card.name == "tiny"


def test_the_last_model_and_device_are_proposed_again(make, home, layer):
    one = make()
    one.form.device.setCurrentIndex(one.form.device.findData("cpu"))
    one.model._on_activated(0)
    one.run_button.click()
    assert (settings.device(), settings.last_model()) == ("cpu", one.model.path)
    assert make().form.device.currentData() == "cpu"


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Name a file"), ("a.tif", "must end in .gpkg"), ("gone/a.gpkg", "does not exist"), ("there.gpkg", "there_2.gpkg, or tick")],
)
def test_an_output_that_cannot_be_written_is_named(make, tmp_path, name, said):
    (tmp_path / "there.gpkg").write_bytes(b"")
    one = make()
    one.form.output.setFilePath(str(tmp_path / name) if name else "")
    assert said in one.form.reason.text()
    assert not one.run_button.isEnabled()


def test_an_existing_result_is_replaced_only_on_the_users_word(make, tmp_path):
    (tmp_path / "there.gpkg").write_bytes(b"")
    one = make()
    one.form.output.setFilePath(str(tmp_path / "there.gpkg"))
    one.form.overwrite.setChecked(True)
    assert one.problem() == ""
    assert one.parameters()["OVERWRITE"] is True


def test_a_result_that_is_open_is_never_overwritten(make, result_gpkg):
    add_result(str(result_gpkg), "r")
    one = make()
    one.form.output.setFilePath(str(result_gpkg))
    one.form.overwrite.setChecked(True)
    assert "is open in this project" in one.problem()
    assert "result_2.gpkg" in one.problem()
    assert "Regions" in one.problem()


def test_the_result_goes_beside_the_saved_project(tmp_path):
    (tmp_path / "project").mkdir()
    QgsProject.instance().setFileName(str(tmp_path / "project" / "p.qgz"))
    assert output.proposed_output(str(tmp_path / "s.tif")) == str(tmp_path / "project" / "s_classified.gpkg")
    QgsProject.instance().setFileName("")


def test_the_result_of_a_product_goes_beside_its_folder_under_a_short_name(tmp_path):
    product = tmp_path / "TSX1_SAR__EEC_SE___HS_S_SRA_20200716T170626_20200716T170630"
    product.mkdir()
    (product / f"{product.name}.xml").touch()
    expected = str(tmp_path / "TSX1_20200716T170626_classified.gpkg")
    assert output.proposed_output(str(product)) == expected
    assert output.proposed_output(str(product / f"{product.name}.xml")) == expected


def test_a_name_that_the_user_gave_stays_when_the_scene_changes(make, tmp_path, qtbot):
    one = make()
    one.form.output.setFilePath(str(tmp_path / "mine.gpkg"))
    one.scene.choose_path(write_raster(tmp_path / "other.tif"))
    assert one.form.output.filePath() == str(tmp_path / "mine.gpkg")


def test_what_the_map_shows_is_measured_in_the_scenes_coordinates(make, qgis_canvas):
    one = make()
    scene = QgsRectangle(500000, 5299920, 500080, 5300000)
    left = QgsRectangle(499000, 5299000, 500040, 5301000)
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    degrees = QgsCoordinateTransform(UTM, qgis_canvas.mapSettings().destinationCrs(), QgsProject.instance())
    one.area.choose(area_box.RECTANGLE)
    one.area.take_rectangle(QgsReferencedRectangle(degrees.transformBoundingBox(left), degrees.destinationCrs()))
    # the box of a turned box is a little larger
    assert one.area.share(one.scene.info) == pytest.approx(left.intersect(scene).width() / 80, abs=0.25)
    extent = one.parameters()["EXTENT"]
    assert extent.crs().authid() == "EPSG:4326"
    assert extent.xMaximum() < 10


def test_an_area_beside_the_scene_cannot_start(make):
    one = make()
    one.area.choose(area_box.RECTANGLE)
    assert "Draw the rectangle" in one.problem()
    one.area.take_rectangle(QgsReferencedRectangle(QgsRectangle(0, 0, 10, 10), UTM))
    assert "does not touch" in one.problem()
    one.area.take_rectangle(QgsReferencedRectangle(QgsRectangle(500000, 5299960, 500040, 5300000), UTM))
    assert one.problem() == ""
    assert one.form.estimate.text().startswith("About 1 cells")


def test_the_canvas_extent_follows_the_canvas(make, qgis_canvas):
    qgis_canvas.setDestinationCrs(UTM)
    one = make()
    one.area.choose(area_box.CANVAS)
    qgis_canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    assert "does not touch" in one.form.reason.text()
    qgis_canvas.setExtent(QgsRectangle(500000, 5299920, 500080, 5300000))
    assert one.form.reason.text() == ""


def test_drawing_lends_the_canvas_a_tool_and_gives_back_its_own(make, qgis_canvas):
    pan = QgsMapToolPan(qgis_canvas)
    qgis_canvas.setMapTool(pan)
    qgis_canvas.setDestinationCrs(UTM)
    one = make()
    one.area.choose(area_box.RECTANGLE)
    one.form.draw.click()
    assert qgis_canvas.mapTool() is not pan
    one.area.drawing._tool.extentChanged.emit(QgsRectangle(500000, 5299960, 500040, 5300000))
    assert qgis_canvas.mapTool() is pan
    assert one.form.rectangle_note.text() == "40.0 × 40.0 map units"
    one.form.draw.click()
    one.reject()
    assert qgis_canvas.mapTool() is pan
    assert one.area.drawing._tool is None


def test_polygons_can_be_all_or_the_selected_ones(make, polygons):
    layer = QgsVectorLayer(polygons("places", [(500000, 5299960, 40), (500040, 5299960, 40)]), "places", "ogr")
    QgsProject.instance().addMapLayer(layer)
    one = make()
    one.area.choose(area_box.POLYGONS)
    assert one.area.share(one.scene.info) == pytest.approx(0.5)
    one.form.selected_only.setChecked(True)
    assert "No polygon of “places” is selected" in one.problem()
    layer.selectByExpression("$id = 1")
    one.refresh()
    assert one.area.share(one.scene.info) == pytest.approx(0.25)
    source = one.parameters()["AREA"]
    assert isinstance(source, QgsProcessingFeatureSourceDefinition)
    assert source.selectedFeaturesOnly


def test_without_polygons_the_choice_is_explained(make):
    one = make()
    one.area.choose(area_box.POLYGONS)
    assert "no polygon layer" in one.problem()


@pytest.fixture
def outcomes():
    return []


@pytest.fixture
def running(make, outcomes):
    """The dialog on real tasks, two runs started: one is at work, the other waits."""
    one = make(lambda run, parameters: runs.start(run, parameters, lambda ended, outcome: outcomes.append((ended, outcome))))
    one.run_button.click()
    one.run_button.click()
    yield one
    tasks.stop_all()


def end(home, result_gpkg) -> None:
    """Let the stand-in engine finish."""
    (home / "result.gpkg").write_bytes(result_gpkg.read_bytes())
    (home / "go").touch()


def buttons(one) -> list:
    return [button for button in one.form.runs.findChildren(QPushButton) if button.text() == "Cancel"]


def test_two_runs_queue_under_names_of_their_own(running, outcomes, qtbot, home, result_gpkg, tmp_path):
    assert [Path(run.output).name for run, _ in runs.under_way()] == ["scene_classified.gpkg", "scene_classified_2.gpkg"]
    assert running.form.output.filePath().endswith("scene_classified_3.gpkg")
    assert running.form.runs.isVisible()
    end(home, result_gpkg)
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=30000)
    assert [outcome.ok for _, outcome in outcomes] == [True, True]
    assert (tmp_path / "scene_classified_2.gpkg").exists()
    running.runs.look()
    assert not running.form.runs.isVisible()


def test_a_name_that_a_queued_run_will_write_is_taken(running, tmp_path):
    running.form.output.setFilePath(str(tmp_path / "scene_classified_2.gpkg"))
    assert "being written by another run" in running.problem()


def test_a_run_is_cancelled_by_its_button_and_the_next_one_starts(running, outcomes, qtbot, home, result_gpkg):
    qtbot.waitUntil(lambda: runs.under_way()[0][1].progress() > 0, timeout=20000)
    running.runs.look()
    buttons(running)[0].click()
    qtbot.waitUntil(lambda: len(outcomes) == 1, timeout=20000)
    assert outcomes[0][1].cancelled
    end(home, result_gpkg)
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=30000)
    assert outcomes[1][1].ok


def test_closing_the_dialog_stops_no_run(running, outcomes, qtbot, home, result_gpkg):
    running.form.buttons.button(QDialogButtonBox.StandardButton.Close).click()
    assert not running.isVisible()
    end(home, result_gpkg)
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=30000)
    assert [outcome.error for _, outcome in outcomes] == ["", ""]
    assert all(outcome.ok for _, outcome in outcomes)


def test_a_layer_of_the_context_menu_replaces_the_one_that_is_shown(make, tmp_path, qtbot):
    one = make()
    other = QgsRasterLayer(write_raster(tmp_path / "other.tif"), "other")
    QgsProject.instance().addMapLayer(other)
    one.choose(other)
    assert isinstance(one.form.scene.currentLayer(), QgsMapLayer)
    assert one.scene.path == str(tmp_path / "other.tif")
