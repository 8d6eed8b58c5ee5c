"""Host and engine together: from parameters to styled layers, and the same answer as on the command line."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ENGINE, ROOT
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.ui.classify import runs
from echopatch.ui.classify.dialog import ClassifyDialog
from echopatch.ui.layers import add_result
from echopatch.ui.result_summary import read_summary
from osgeo import ogr
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

COMMAND = ROOT / ".venv/bin/echopatch"
# Debian's wrapper gives qgis_process the options meant for the window, which it refuses
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
# the precision found by itself depends on how fast the machine is at the moment
FIXED = ("--device", "cpu", "--precision", "fp32")
pytestmark = pytest.mark.skipif(not COMMAND.is_file(), reason="no engine in .venv: make setup")

TINY_MODEL = """
import sys, torch
from pathlib import Path
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network
torch.manual_seed(0)
histogram = (1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS
card = ModelCard("tiny", "resnet10", (), ("co",), TERRASAR_X_LEGEND, 64, 1.25, Radiometry(), (1.0, 8.0), (20.0, 55.0), histogram)
save_model(Path(sys.argv[1]), build_network("resnet10", (), 1, 7).eval(), card)
"""


@pytest.fixture(scope="module", autouse=True)
def own_locks(tmp_path_factory):
    """These runs do not wait for others on this machine that use the same device."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("locks")))
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory, own_locks) -> Path:
    """A simulated product and a model of random weights."""
    made = tmp_path_factory.mktemp("real")
    simulate = [str(COMMAND), "simulate", "--output", str(made / "scene"), "--size-px", "512", "--seed", "7"]
    subprocess.run(simulate, check=True, capture_output=True)
    subprocess.run([str(ENGINE), "-c", TINY_MODEL, str(made / "tiny.safetensors")], check=True, capture_output=True)
    return made


@pytest.fixture(scope="module")
def product(folder) -> str:
    return str(next(path for path in (folder / "scene").iterdir() if path.is_dir()))


def cells(path: object) -> list[tuple]:
    """Place, class, confidence and outline of each cell."""
    layer = QgsVectorLayer(f"{path}|layername=cells", "cells")
    assert layer.isValid()
    fields = ("row", "col", "class_code", "confidence")
    return [(*(feature[name] for name in fields), feature.geometry().asWkt(2)) for feature in layer.getFeatures()]


@pytest.fixture(scope="module")
def by_command_line(folder, product) -> list[tuple]:
    output = folder / "command.gpkg"
    arguments = ["--scene", product, "--model", str(folder / "tiny.safetensors"), "--output", str(output), *FIXED]
    subprocess.run([str(COMMAND), "classify", *arguments], check=True, capture_output=True)
    return cells(output)


def test_a_loaded_layer_becomes_styled_layers_with_the_cells_of_the_command_line(
    run, real_engine, folder, product, by_command_line, tmp_path
):
    image = next(Path(product).glob("IMAGEDATA/*.tif"))
    layer = QgsRasterLayer(str(image), "image")
    QgsProject.instance().addMapLayer(layer)
    output = tmp_path / "out.gpkg"
    results = run("classify", SCENE=layer.id(), MODEL=str(folder / "tiny.safetensors"), OUTPUT=str(output), DEVICE="cpu", PRECISION="fp32")
    assert results["CELL_COUNT"] == len(by_command_line)
    assert cells(output) == by_command_line
    regions = add_result(str(output), "r").children()[0].layer()
    assert regions.featureCount() == results["REGION_COUNT"]
    assert regions.styleManager().currentStyle() == "By class"


def test_a_scene_is_described(run, real_engine, product):
    assert "EEC" in run("describescene", SCENE=product)["TEXT"]


def test_a_failure_of_the_engine_is_one_sentence(run, real_engine, folder, product, tmp_path):
    (tmp_path / "broken.safetensors").write_bytes(b"broken")
    with pytest.raises(RuntimeError, match=r"is not a whole \.safetensors file"):
        run("classify", SCENE=product, MODEL=str(tmp_path / "broken.safetensors"), OUTPUT=str(tmp_path / "o.gpkg"))


def test_a_feature_grid_gives_the_cells_of_the_scene(run, real_engine, folder, product, by_command_line, tmp_path):
    model = str(folder / "tiny.safetensors")
    fixed = {"MODEL": model, "DEVICE": "cpu"}
    grid = run("embedscene", SCENE=product, OUTPUT=str(tmp_path / "town"), PRECISION="fp32", **fixed)
    output = tmp_path / "out.gpkg"
    run("classify", FEATURES=grid["OUTPUT"], OUTPUT=str(output), **fixed)
    assert [one[:2] for one in cells(output)] == [one[:2] for one in by_command_line]
    confidences = [[one[3] for one in answers] for answers in (cells(output), by_command_line)]
    assert confidences[0] == pytest.approx(confidences[1], abs=0.02)  # features are stored as 16-bit numbers


def test_a_sample_is_drawn_labelled_in_qgis_and_gives_areas(run, real_engine, folder, by_command_line, tmp_path):
    result = str(folder / "command.gpkg")
    drawn = run("drawsample", RESULT=result, OUTPUT=str(tmp_path / "sample.gpkg"), DESIGN="simple", COUNT=30, SEED=1)
    layer = QgsVectorLayer(drawn["SAMPLE"], "sample")
    assert layer.featureCount() == drawn["CELL_COUNT"] == 30
    layer.startEditing()
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), layer.fields().indexOf("class"), TERRASAR_X_LEGEND[feature.id() % 2].name)
    assert layer.commitChanges()
    areas = run("estimateareas", RESULT=result, LABELS=str(tmp_path / "sample.gpkg"), OUTPUT=str(tmp_path / "areas"))
    assert areas["CELL_COUNT"] == 30
    assert 0 <= areas["ACCURACY"] <= 1
    assert Path(areas["REPORT"]).is_file()


@pytest.mark.skipif(QGIS_PROCESS is None, reason="no qgis_process")
def test_qgis_process_gives_the_cells_of_the_command_line(folder, product, by_command_line, tmp_path):
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "echopatch").symlink_to(ROOT)
    settings = tmp_path / "profiles/default/QGIS/QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[PythonPlugins]\nechopatch=true\n\n[echopatch]\nengine_python={ENGINE}\n")
    output = tmp_path / "process.gpkg"
    parameters = [f"--SCENE={product}", f"--MODEL={folder / 'tiny.safetensors'}", f"--OUTPUT={output}", "--DEVICE=cpu", "--PRECISION=fp32"]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("QGIS_")},
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
        "QGIS_PLUGINPATH": str(plugins),
        "ECHOPATCH_HOME": str(tmp_path / "home"),
    }
    command = [QGIS_PROCESS, "run", "echopatch:classify", *parameters]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "echopatch classify --model" in done.stdout + done.stderr
    assert cells(output) == by_command_line


@pytest.mark.parametrize("table", ["cells", "regions"])
def test_a_result_opens_in_the_colours_of_its_classes_without_the_plugin(folder, by_command_line, table):
    layer = QgsVectorLayer(f"{folder / 'command.gpkg'}|layername={table}", table)
    rules = layer.renderer().rootRule().children()
    shown = {rule.label(): rule.symbol().color().name() for rule in rules if rule.filterExpression().startswith('"class_code"')}
    assert shown == {one.name: one.colour for one in TERRASAR_X_LEGEND}
    count, _, names, _, _ = layer.listStylesInDatabase()
    assert names[:count] == ["class", "confidence", "unsure only"]


def test_the_summary_has_the_figures_of_the_geopackage(folder, by_command_line):
    summary = read_summary(str(folder / "command.gpkg"))
    layer = QgsVectorLayer(f"{folder / 'command.gpkg'}|layername=regions", "regions")
    areas: dict = {}
    for region in layer.getFeatures():
        areas[region["class"]] = areas.get(region["class"], 0) + region["area_m2"]
    assert {one.name: pytest.approx(one.area_m2) for one in summary.largest} == areas
    assert (summary.cells, summary.regions) == (len(by_command_line), layer.featureCount())


def test_the_dialog_starts_a_run_whose_result_is_added(real_engine, provider, folder, product, tmp_path, qtbot, qgis_canvas):
    outcomes: list = []
    dialog = ClassifyDialog(lambda run, given: runs.start(run, given, lambda *ended: outcomes.append(ended)), qgis_canvas)
    qtbot.addWidget(dialog)
    dialog.model.choose_path(str(folder / "tiny.safetensors"))
    dialog.scene.choose_path(product)
    dialog.form.output.setFilePath(str(tmp_path / "out.gpkg"))
    dialog.form.min_confidence.setValue(0.2)
    qtbot.waitUntil(lambda: dialog.problem() == "", timeout=60000)
    dialog.run_button.click()
    qtbot.waitUntil(lambda: bool(outcomes), timeout=120000)
    run, outcome = outcomes[0]
    assert outcome.ok, outcome.error
    assert add_result(run.output, "out").findLayers()[0].layer().isValid()
    assert "--min-confidence 0.2" in read_summary(run.output).run["command"]


@pytest.fixture(scope="module")
def exported(folder, by_command_line) -> Path:
    """The result as it is handed on."""
    return folder / "command.gpkg"


def test_plain_qgis_opens_a_result_in_its_colours_with_the_names_of_classes(exported):
    """No code of the plugin touches the layers: only what the file itself holds."""
    names = {one.name for one in TERRASAR_X_LEGEND}
    for table in ("regions", "cells"):
        layer = QgsVectorLayer(f"{exported}|layername={table}", table, "ogr")
        rules = layer.renderer().rootRule().children()
        colours = {rule.label(): rule.symbol().color().name() for rule in rules}
        assert {one.name: one.colour for one in TERRASAR_X_LEGEND if one.name in colours}.items() <= colours.items()
        assert {feature["class"] for feature in layer.getFeatures()} <= names
        assert names & colours.keys()
        assert layer.crs().isValid()
        count, _, stored, _, _ = layer.listStylesInDatabase()
        assert {"class", "confidence", "unsure only"} <= set(stored[:count])


def test_plain_qgis_and_gdal_read_where_a_result_comes_from(exported, folder):
    runs = QgsVectorLayer(f"{exported}|layername=runs", "runs", "ogr")
    (run,) = runs.getFeatures()
    sha256 = hashlib.sha256((folder / "tiny.safetensors").read_bytes()).hexdigest()
    assert run["model_sha256"] == sha256
    assert run["command"].startswith("echopatch classify")
    assert run["complete"] == 1
    dataset = ogr.Open(str(exported))
    tables = {dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())}
    assert {"cells", "regions", "classes", "runs", "layer_styles"} <= tables
    (record,) = dataset.GetLayerByName("runs")
    assert record.GetField("model_sha256") == sha256
    assert {one.GetField("name"): one.GetField("colour") for one in dataset.GetLayerByName("classes")} == {
        one.name: one.colour for one in TERRASAR_X_LEGEND
    }
