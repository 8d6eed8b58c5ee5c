"""Algorithms from parameters to outputs, with stand-in engines: what is asked for, what comes back, and every way it can go wrong."""

import json
import shlex
from pathlib import Path

import pytest
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.ui.processing.classify import extent_in_scene
from echopatch.ui.scenes import PRODUCT_PROPERTY
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

gdal.UseExceptions()
OUTPUTS = {"cells": 2, "regions": 1, "seconds": 3.5, "class_areas_m2": {"Settlements": 200.0}}
CLASSIFIES = f"""
if words[0] == "info":
    say("result", outputs={{"text": "", "info": {{"crs_wkt": open(os.environ["ECHOPATCH_HOME"] + "/wkt").read()}}}})
    sys.exit()
progress(1, 2)
say("warning", code="scene-no-crs", values={{}}, message="the scene has no coordinate reference system")
say("result", outputs=dict({OUTPUTS!r}, result=given("--output")))
"""
SAYS_ITS_WORDS = """
say("result", outputs={"text": json.dumps(words), "info": {"words": words}})
"""


@pytest.fixture
def raster(tmp_path):
    """Make a small GeoTIFF and give its path."""

    def make(path: str = "scene.tif", crs: str = "EPSG:32632") -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        dataset = gdal.GetDriverByName("GTiff").Create(str(file), 20, 10, 1, gdal.GDT_UInt16)
        dataset.SetGeoTransform((500000, 1, 0, 5300000, 0, -1))
        dataset.SetProjection(QgsCoordinateReferenceSystem(crs).toWkt())
        dataset.GetRasterBand(1).Fill(100)
        return file

    return make


@pytest.fixture
def model(tmp_path) -> str:
    (tmp_path / "a.safetensors").write_bytes(b"")
    return str(tmp_path / "a.safetensors")


def in_project(layer):
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def command_words(ears) -> list:
    """The last console line, in words."""
    return shlex.split(ears.texts("command")[-1])


def test_a_classification_gives_its_layers_and_figures(run, stand_in, raster, model, tmp_path):
    stand_in(CLASSIFIES)
    output = str(tmp_path / "out.gpkg")
    results = run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=output)
    assert results["CELLS"] == f"{output}|layername=cells"
    assert results["REGIONS"] == f"{output}|layername=regions"
    assert (results["CELL_COUNT"], results["REGION_COUNT"], results["SECONDS"]) == (2, 1, 3.5)
    assert json.loads(results["CLASS_AREAS"]) == {"Settlements": 200.0}
    assert results["loaded"] == [results["CELLS"], results["REGIONS"]]


def test_opening_the_result_can_be_left_out(run, stand_in, raster, model, tmp_path):
    stand_in(CLASSIFIES)
    assert run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=str(tmp_path / "out.gpkg"), LOAD=False)["loaded"] == []


def test_a_result_can_be_temporary(run, stand_in, raster, model):
    stand_in(CLASSIFIES)
    assert run("classify", SCENE=str(raster()), MODEL=model, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"].endswith(".gpkg")


def test_the_log_shows_the_line_for_a_terminal_with_what_differs_from_the_defaults(run, stand_in, raster, model, ears, tmp_path):
    stand_in(CLASSIFIES)
    scene, output = raster(), tmp_path / "out.gpkg"
    run("classify", SCENE=str(scene), MODEL=model, OUTPUT=str(output), MIN_CONFIDENCE=0.25, BANDS="HH, VV", MODE="dense")
    expected = f"echopatch classify --model {model} --output {output} --scene {scene} --min-confidence 0.25 --bands HH VV"
    assert ears.texts("command") == [expected]


def test_warnings_and_progress_reach_the_feedback(run, stand_in, raster, model, ears, tmp_path):
    stand_in(CLASSIFIES)
    run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=str(tmp_path / "out.gpkg"))
    assert ears.texts("warning")[0].startswith("The scene has no coordinate reference system")
    assert ears.texts("progress") == ["Classifying"]
    assert ears.progress() == 50


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ('say("failure", code="file-missing", values={"path": "b.tif"}, message="", detail="")', "b.tif does not exist: check the path"),
        ("sys.exit(5)", "The engine died (exit code 5)"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "The engine died (signal 9)"),
        ('say("failure", code="bug", values={"error": "KeyError: 1"}, message="", detail="")', "Echopatch failed in a way it should not"),
    ],
    ids=["refused", "exits", "killed", "bug"],
)
def test_a_run_that_fails_ends_with_one_clear_sentence(run, stand_in, raster, code, message):
    stand_in(code)
    with pytest.raises(RuntimeError) as caught:
        run("describescene", SCENE=str(raster()))
    assert str(caught.value).startswith(message)


def test_the_traceback_of_a_bug_is_in_the_log(run, stand_in, raster, ears):
    stand_in('say("failure", code="bug", values={"error": "KeyError: 1"}, message="", detail="Traceback of the engine")')
    with pytest.raises(RuntimeError):
        run("describescene", SCENE=str(raster()))
    assert "Traceback of the engine" in ears.texts("console")


def test_without_an_engine_the_way_out_is_named(run, raster):
    with pytest.raises(RuntimeError, match="Options"):
        run("describescene", SCENE=str(raster()))


def test_an_engine_that_vanished_is_reported(run, stand_in, raster):
    stand_in("").unlink()
    with pytest.raises(RuntimeError, match="is gone"):
        run("describescene", SCENE=str(raster()))


def test_settings_that_do_not_go_together_are_refused_before_the_engine_starts(run, stand_in, raster, ears):
    stand_in(SAYS_ITS_WORDS)
    with pytest.raises(RuntimeError, match="Give “Incidence angle” or “Incidence from product”, not both"):
        run("describescene", SCENE=str(raster()), INCIDENCE_DEG=30, INCIDENCE_FROM="/some/product")
    assert ears.texts("command") == []


def test_a_value_beyond_its_bounds_is_refused_by_processing(provider, raster):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("echopatch:describescene")
    right, message = algorithm.checkParameterValues({"SCENE": str(raster()), "INCIDENCE_DEG": 90}, QgsProcessingContext())
    assert not right
    assert "INCIDENCE_DEG" in message


def test_a_loaded_layer_is_given_by_its_file(run, stand_in, raster):
    stand_in(SAYS_ITS_WORDS)
    scene = raster()
    layer = in_project(QgsRasterLayer(str(scene), "scene"))
    assert json.loads(run("describescene", SCENE=layer.id())["TEXT"]) == ["info", str(scene), "--json-lines"]


def test_an_image_inside_a_product_is_given_as_the_product(run, stand_in, raster):
    stand_in(SAYS_ITS_WORDS)
    image = raster("TSX1_SAR__EEC_SE___HS_S_SRA_X/IMAGEDATA/IMAGE_HH.tif")
    layer = in_project(QgsRasterLayer(str(image), "image"))
    for scene in (layer.id(), str(image)):
        assert json.loads(run("describescene", SCENE=scene)["TEXT"])[1] == str(image.parents[1])


def test_a_layer_that_was_opened_as_a_product_is_given_as_the_product(run, stand_in, raster, tmp_path):
    stand_in(SAYS_ITS_WORDS)
    layer = in_project(QgsRasterLayer(str(raster()), "image"))
    layer.setCustomProperty(PRODUCT_PROPERTY, str(tmp_path))
    assert json.loads(run("describescene", SCENE=layer.id())["TEXT"])[1] == str(tmp_path)


def test_a_folder_is_a_scene_though_no_raster_opens_it(run, stand_in, tmp_path):
    stand_in(SAYS_ITS_WORDS)
    assert json.loads(run("describescene", SCENE=str(tmp_path))["TEXT"])[1] == str(tmp_path)


def test_a_web_map_is_refused_with_the_way_out(run, stand_in, qgis_iface):
    stand_in(SAYS_ITS_WORDS)
    layer = in_project(QgsRasterLayer("type=xyz&url=http://localhost/%7Bz%7D.png&zmax=1&zmin=0", "web", "wms"))
    with pytest.raises(RuntimeError, match=r"“web” is an online map.*open the product"):
        run("describescene", SCENE=layer.id())


def test_facts_come_back_as_text_and_json(run, stand_in, raster, ears):
    stand_in('say("result", outputs={"text": "Scene  a", "info": {"rows": 10}})')
    results = run("describescene", SCENE=str(raster()))
    assert json.loads(results["INFO"]) == {"rows": 10}
    assert ears.texts("info") == ["Scene  a"]


def test_an_extent_reaches_the_engine_in_the_scenes_coordinates(run, stand_in, raster, model, ears, tmp_path, utm, home):
    home.mkdir()
    (home / "wkt").write_text(utm.toWkt())
    stand_in(CLASSIFIES)
    run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=str(tmp_path / "o.gpkg"), EXTENT="9.0,9.0001,47.85,47.8501 [EPSG:4326]")
    words = command_words(ears)
    xmin, ymin, xmax, ymax = (float(one) for one in words[words.index("--extent") + 1 :][:4])
    assert (xmin, xmax) == (pytest.approx(500000, abs=0.1), pytest.approx(500007.5, abs=0.1))
    assert ymin == pytest.approx(5299628.5, abs=0.1)  # 0.9996 of the meridian arc to 47.85 degrees
    assert 10 < ymax - ymin < 13
    assert ClassifyConfig(scene="s", model="m", output="o.gpkg", extent=(xmin, ymin, xmax, ymax))


def test_an_extent_without_a_coordinate_system_is_taken_as_the_scenes(utm):
    given = QgsReferencedRectangle(QgsRectangle(1, 2, 3, 4), QgsCoordinateReferenceSystem())
    assert extent_in_scene(given, utm.toWkt(), QgsCoordinateTransformContext()) == (1, 2, 3, 4)


def test_a_scene_without_a_coordinate_system_takes_pixel_coordinates(utm):
    given = QgsReferencedRectangle(QgsRectangle(1, 2, 3, 4), utm)
    assert extent_in_scene(given, None, QgsCoordinateTransformContext()) == (1, 2, 3, 4)


def test_an_area_in_a_file_of_its_own_is_given_as_that_file(run, stand_in, raster, model, ears, tmp_path, polygons):
    stand_in(CLASSIFIES)
    area = polygons("area", [(500000, 5299990, 5)])
    run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=str(tmp_path / "o.gpkg"), AREA=area)
    assert str(tmp_path / "polygons.gpkg") in command_words(ears)


def test_one_layer_of_many_is_given_as_a_copy(run, stand_in, raster, model, ears, tmp_path, polygons):
    stand_in(CLASSIFIES)
    polygons("other", [(0, 0, 1)])
    area = polygons("area", [(500000, 5299990, 5), (1, 1, 1)])
    run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=str(tmp_path / "o.gpkg"), AREA=area)
    words = command_words(ears)
    copy = QgsVectorLayer(words[words.index("--area") + 1], "copy")
    assert copy.source() != area
    assert copy.featureCount() == 2


def test_only_the_selected_polygons_are_given(run, stand_in, raster, model, ears, tmp_path, polygons):
    stand_in(CLASSIFIES)
    layer = in_project(QgsVectorLayer(polygons("area", [(500000, 5299990, 5), (1, 1, 1)]), "area"))
    layer.selectByIds([1])
    area = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    run("classify", SCENE=str(raster()), MODEL=model, OUTPUT=str(tmp_path / "o.gpkg"), AREA=area)
    words = command_words(ears)
    assert QgsVectorLayer(words[words.index("--area") + 1], "copy").featureCount() == 1


def test_scenes_and_labels_are_cut_in_their_order(run, stand_in, raster, polygons, ears, tmp_path):
    stand_in('say("result", outputs={"output": given("--output"), "patches": 12})')
    scenes = [str(raster(name)) for name in ("b.tif", "a.tif")]
    labels = [polygons(name, [(0, 0, 1)]) for name in ("two", "one")]
    results = run("cutpatches", SCENE=scenes, LABELS=labels, OUTPUT=str(tmp_path / "cut"))
    assert results["OUTPUT"] == str(tmp_path / "cut.patchset")
    assert results["PATCHES"] == 12
    words = command_words(ears)
    assert words[words.index("--scene") + 1 :][:2] == scenes
    assert words[words.index("--labels") + 1 :][:2] == labels
    assert PatchesCutConfig(scene=tuple(scenes), labels=tuple(labels), output="x.patchset")


def test_how_far_optical_images_lie_off_is_told_where_it_is_known(run, stand_in, raster, polygons, ears, tmp_path):
    known, unknown = {"down_px": -0.3, "right_px": 1.94, "uncertainty_px": 0.5}, {"down_px": None, "right_px": None, "uncertainty_px": None}
    outputs = {"output": "x", "patches": 1, "optical_offsets": {"a": known, "b": unknown}}
    stand_in(f'say("result", outputs={outputs!r})')
    run("cutpatches", SCENE=[str(raster())], LABELS=[polygons("l", [(0, 0, 1)])], OUTPUT=str(tmp_path / "cut"))
    assert ears.texts("info") == ["Optical image of a: -0.3 px down and 1.9 px right of the radar image (± 0.5 px)"]


def test_labels_that_are_no_file_are_given_as_one(run, stand_in, raster, ears, tmp_path):
    stand_in('say("result", outputs={"output": given("--output"), "patches": 1})')
    layer = in_project(QgsVectorLayer("Polygon?crs=EPSG:32632&field=class:string", "drawn", "memory"))
    run("cutpatches", SCENE=[str(raster())], LABELS=[layer.id()], OUTPUT=str(tmp_path / "cut"))
    words = command_words(ears)
    assert Path(words[words.index("--labels") + 1].partition("|")[0]).is_file()


def test_an_empty_folder_that_the_user_made_is_no_obstacle(run, stand_in, tmp_path):
    stand_in('say("result", outputs={"product": "p", "labels": "l", "optical": "o", "there": os.path.exists(given("--output"))})')
    (tmp_path / "new").mkdir()
    run("simulate", OUTPUT=str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_folder_with_files_in_it_is_left_alone(run, stand_in, tmp_path):
    stand_in('say("result", outputs={"product": "p", "labels": "l", "optical": "o"})')
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("x")
    run("simulate", OUTPUT=str(tmp_path / "mine"))
    assert (tmp_path / "mine" / "file").exists()


def test_a_simulated_scene_gives_what_lies_in_its_folder(run, stand_in, tmp_path):
    stand_in('say("result", outputs={"product": "p", "labels": "l.gpkg", "optical": "o.tif", "seconds": 1})')
    results = run("simulate", OUTPUT=str(tmp_path / "sim"))
    assert (results["PRODUCT"], results["LABELS"], results["OPTICAL_IMAGE"]) == ("p", "l.gpkg", "o.tif")


def test_training_gives_the_model_and_its_run(run, stand_in, tmp_path):
    stand_in('say("metric", step=1, values={"loss": 0.5}); say("result", outputs={"model": "m", "run": "r", "best_epoch": 7})')
    results = run("train", PATCHES=str(tmp_path), OUTPUT=str(tmp_path / "m.safetensors"))
    assert (results["RUN"], results["BEST_EPOCH"]) == ("r", 7)


def test_evaluation_gives_its_figures(run, stand_in, tmp_path, model):
    stand_in('say("result", outputs={"report": "x", "patches": 9, "accuracy": 0.8, "mean_recall": 0.7, "macro_f1": 0.7, "ece": 0.1})')
    results = run("evaluate", MODEL=model, PATCHES=str(tmp_path), OUTPUT=str(tmp_path / "report"))
    assert (results["PATCH_COUNT"], results["ACCURACY"], results["MEAN_RECALL"]) == (9, 0.8, 0.7)


def test_a_cancelled_run_ends_without_an_error(run, stand_in, raster, ears):
    stand_in('sys.stdin.readline(); say("failure", code="cancelled", values={}, message="stopped as asked", detail="")')
    ears.cancel()
    assert run("describescene", SCENE=str(raster())) == {"loaded": []}
    assert ears.texts("info") == ["Stopped as asked"]
    assert ears.texts("error") == []
