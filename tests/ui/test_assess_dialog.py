"""The dialog that judges: what each question asks for, what stands in its way, the runs, and the answer."""

import dataclasses
import json
import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import PRODUCT, write_table
from echopatch.core.contract.commands.assessment import EvaluateConfig
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.ui import tasks
from echopatch.ui.assess import desk, dialog, findings, sample_dialog, steps
from echopatch.ui.assess.kinds import Step
from echopatch.ui.fields import fields_of
from echopatch.ui.jobs import job
from echopatch.ui.layers import layers_of
from echopatch.ui.setup import models as setup_models
from echopatch.ui.translation import Told
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMainWindow

NAMES = [one.name for one in TERRASAR_X_LEGEND]
LEGEND = [dataclasses.asdict(one) for one in TERRASAR_X_LEGEND]
CARD = ModelCard("m", "resnet18", (), ("co",), TERRASAR_X_LEGEND, 160, 1.25, Radiometry(), (1.0, 6.0), (25.0, 45.0), ())
SET = {"quantity": "gamma0", "pixel_size_m": 1.25, "patch_px": 160, "channels": ["HH"], "classes": LEGEND}
SQUARE = [[9 if row == column else int(column == 0) for column in range(7)] for row in range(7)]
SHARE = {"value": 0.9, "interval": [0.8, 0.95], "groups": 12, "reliable": True}
BARE = {"value": None, "interval": None, "groups": 1, "reliable": False}
CAVEATS = [
    {"level": "good", "code": "belief-groups", "values": {"groups": 34}, "text": "From 34 places."},
    {"level": "alarm", "code": "of-another-version", "values": {}, "text": "An alarm."},
]
METRICS = {
    "accuracy": 0.9, "mean_recall": 0.88, "kappa": 0.85, "patches": 69, "groups": 12, "confusion": SQUARE, "caveats": CAVEATS,
    "intervals": {"accuracy": [0.85, 0.95], "mean_recall": None, "kappa": [0.8, 0.9]},
    "classes": [{**one, "patches": 9, "recall": SHARE, "precision": SHARE, "f1": BARE} for one in LEGEND],
}  # fmt: skip
CHANGE = {"value": -0.031, "low": -0.06, "high": -0.002}
COMPARISON = {
    "classes": LEGEND, "caveats": [],
    "models": [{"model": name, "recall": dict.fromkeys(NAMES, 0.9), "confusion": SQUARE} for name in ("old", "new")],
    "comparisons": [{"verdict": "Old is better.", "verdict_code": "none", "verdict_values": {}, "agreement": SQUARE,
                     "recall": {**dict.fromkeys(NAMES, CHANGE), "Settlements": {"value": None, "low": None, "high": None}}}],
}  # fmt: skip
AREA = {"value": 12000.0, "standard_error": 1000.0, "interval": [10000.0, 14000.0]}
AREAS = {
    "cells": 120, "overall_accuracy": {"value": 0.86, "interval": [0.79, 0.91]}, "count_matrix": SQUARE, "caveats": [],
    "classes": [{**one, "labelled": 3 if one["code"] == 1 else 9, "mapped_m2": 9000.0, "area_m2": AREA, "users_accuracy": SHARE,
                 "producers_accuracy": None} for one in LEGEND],
}  # fmt: skip
# info as the file says it; patches cut makes a folder; every judgement waits for a file called "go", or for a cancel, and writes its report
ENGINE = """
home = os.environ["ECHOPATCH_HOME"]
if words[0] == "info":
    say("result", outputs={"text": "", "info": json.load(open(home + "/info.json"))})
elif words[0] == "patches":
    os.makedirs(given("--output"))
    say("result", outputs={"patches": 69})
elif words[0] == "sample":
    shutil.copy(given("--result").replace("result", "sample"), given("--output"))
    say("result", outputs={"cells": 9, "sample": given("--output")})
else:
    import threading
    threading.Thread(target=lambda: (sys.stdin.readline(), say("failure", code="cancelled", values={}, message="stopped", detail=""),
                                     os._exit(3)), daemon=True).start()
    say("progress", done=1, total=2, code="progress-judging", text="Judging")
    while not os.path.exists(home + "/go"):
        time.sleep(0.02)
    file = {"evaluate": "metrics.json", "compare": "comparison.json", "areas": "areas.json"}[words[0]]
    os.makedirs(given("--output"))
    shutil.copy(home + "/" + file, given("--output"))
    say("result", outputs=dict(report=given("--output"), patches=69, cells=120, accuracy=0.9, mean_recall=0.88, overall_accuracy=0.86,
                               standard_error=0.03, verdict="Old is better."))
"""


def write_model(path: Path, **changes) -> str:
    header = json.dumps({"__metadata__": {"echopatch": dataclasses.replace(CARD, **changes).to_json()}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return str(path)


def write_set(folder: Path, counts=None, **changes) -> str:
    """A patch set, as far as the host reads one."""
    folder.mkdir()
    (folder / "set.json").write_text(json.dumps({**SET, **changes}))
    rows = [(split,) for split, count in (counts or {"train": 3, "test": 2}).items() for _ in range(count)]
    with closing(sqlite3.connect(folder / "index.gpkg")) as database, database:
        database.execute("CREATE TABLE patches (split TEXT)")
        database.executemany("INSERT INTO patches VALUES (?)", rows)
    return str(folder)


@pytest.fixture(autouse=True)
def folder(home, tmp_path, monkeypatch):
    """Two models in the library, reports to copy, and what the engine says of a scene."""
    monkeypatch.setattr(setup_models, "_SHIPPED", tmp_path / "checkout")
    (home / "models").mkdir(parents=True)
    for name in ("new", "old"):
        write_model(home / "models" / f"{name}.safetensors")
    for name, content in (("metrics", METRICS), ("comparison", COMPARISON), ("areas", AREAS), ("info", {**PRODUCT, "path": "p"})):
        (home / f"{name}.json").write_text(json.dumps(content))
    monkeypatch.setattr("echopatch.ui.assess.fields_box.writable_folder", lambda near: str(tmp_path))
    return home / "models"


@pytest.fixture
def layers(tmp_path):
    """A scene, a layer of labels, a result and a labelled sample of it, all in the project."""
    path = tmp_path / "scene.tif"
    gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, gdal.GDT_UInt16).FlushCache()
    plain = "Polygon?crs=EPSG:32632&field=class:string"
    write_table(tmp_path / "truth.gpkg", "truth", f"{plain}&field=kind:string", [((0, 0, 10), "Settlements", "a")])
    write_table(tmp_path / "result.gpkg", "cells", plain, [((0, 0, 10), "Settlements")])
    write_table(tmp_path / "sample.gpkg", "labels", f"{plain}&field=inclusion_probability:double", [((0, 0, 10), "Settlements", 0.5)])
    found = SimpleNamespace(scene=QgsRasterLayer(str(path), "scene"))
    for name, table in (("truth", "truth"), ("result", "cells"), ("sample", "labels")):
        setattr(found, name, QgsVectorLayer(f"{tmp_path / name}.gpkg|layername={table}", name, "ogr"))
    QgsProject.instance().addMapLayers(list(vars(found).values()))
    return found


@pytest.fixture
def make(qtbot, stand_in, provider):
    def open_dialog(kind="patches", layer=None):
        stand_in(ENGINE)
        one = dialog.AssessDialog()
        qtbot.addWidget(one)
        one.show()
        one.choose_layer(layer)
        one.ask(kind)
        qtbot.waitUntil(lambda: not one.fields.scene.box.is_looking, timeout=20000)
        return one

    return open_dialog


@pytest.fixture
def ready(make, layers, tmp_path):
    """The dialog with everything that a question asks for."""

    def open_dialog(kind):
        one = make(kind, layers.result)
        one.form.patches.setFilePath(write_set(tmp_path / "known.patchset"))
        one.fields.labels.choose(layers.truth.source())
        one.fields.sample.choose(str(tmp_path / "sample.gpkg"))
        assert one.problem() == ""
        return one

    return open_dialog


@pytest.fixture
def started(monkeypatch):
    """What is started, without being run."""
    found = []

    def start(title, algorithm, parameters, on_finished):
        found.append((algorithm, parameters, on_finished))
        return job.Job(job.JobRecord("key", title, algorithm, 0.0))

    monkeypatch.setattr(steps.job, "start", start)
    return found


KINDS = ("patches", "scene", "compare", "areas")


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_shows_its_fields_and_no_others(make, kind):
    form = make(kind).form
    shown = {name for name in ("model", "other", "patches", "split", "trained_on", "scene", "labels", "label_field", "min_cover",
                               "result", "sample", "device") if getattr(form, f"{name}_label").isVisible()}  # fmt: skip
    assert (
        shown
        == {
            "patches": {"model", "patches", "split", "trained_on", "device"},
            "scene": {"model", "scene", "labels", "label_field", "min_cover", "device"},
            "compare": {"model", "other", "patches", "split", "device"},
            "areas": {"result", "sample"},
        }[kind]
    )
    assert form.draw.isVisible() == (kind == "areas")
    assert form.word.text()


def test_defaults_and_help_are_those_of_the_contract(make):
    form = make().form
    evaluate, cut = fields_of(EvaluateConfig), fields_of(PatchesCutConfig)
    assert form.split.currentData() == evaluate["split"].default
    assert tuple(form.split.itemData(place) for place in range(form.split.count())) == evaluate["split"].choices
    assert form.min_cover.value() == cut["min_cover"].default
    for name, field in (("split", evaluate), ("trained_on", evaluate), ("device", evaluate), ("min_cover", cut)):
        assert getattr(form, name).toolTip() == field[name].help


def test_a_model_is_judged_on_the_patches_and_the_split_that_are_named(ready, started, folder, tmp_path):
    one = ready("patches")
    one.form.split.setCurrentIndex(one.form.split.findData("train"))
    one.run_button.click()
    ((algorithm, asked, _),) = started
    assert algorithm == "echopatch:evaluate"
    assert asked == {
        "MODEL": str(folder / "new.safetensors"), "PATCHES": str(tmp_path / "known.patchset"), "SPLIT": "train",
        "OUTPUT": str(tmp_path / "known-report"), "OVERWRITE": False,
    }  # fmt: skip


def test_two_models_are_compared_on_the_same_patches(ready, started, folder):
    ready("compare").run_button.click()
    ((algorithm, asked, _),) = started
    assert algorithm == "echopatch:comparemodels"
    assert asked["MODEL"] == [str(folder / "new.safetensors"), str(folder / "old.safetensors")]


def test_a_labelled_scene_is_cut_as_the_model_wants_it_and_all_of_it_is_tested_on(ready, started, layers, tmp_path):
    ready("scene").run_button.click()
    algorithm, asked, on_finished = started[0]
    assert algorithm == "echopatch:cutpatches"
    report = str(tmp_path / "scene-report")
    assert asked == {
        "SCENE": [str(tmp_path / "scene.tif")], "LABELS": [layers.truth.source()], "LABEL_FIELD": "class", "MIN_COVER": 0.6,
        "PATCH_PX": 160, "PATCH_PIXEL_SIZE_M": 1.25, "PATCH_QUANTITY": "gamma0", "VALIDATION_SHARE": 0.0, "TEST_SHARE": 1.0,
        "OUTPUT": f"{report}.patchset", "OVERWRITE": False,
    }  # fmt: skip
    on_finished(tasks.Outcome(True, False, {}, "", (), ""))
    algorithm, asked, _ = started[1]
    assert algorithm == "echopatch:evaluate"
    assert {"PATCHES": f"{report}.patchset", "SPLIT": "test", "OUTPUT": report}.items() <= asked.items()


def test_areas_are_estimated_from_result_and_sample(ready, started, tmp_path):
    ready("areas").run_button.click()
    ((algorithm, asked, _),) = started
    assert algorithm == "echopatch:estimateareas"
    assert asked == {
        "RESULT": str(tmp_path / "result.gpkg"), "LABELS": str(tmp_path / "sample.gpkg"), "OUTPUT": str(tmp_path / "result-report"),
        "OVERWRITE": False,
    }  # fmt: skip


@pytest.mark.parametrize(("changes", "reason"), [
    ({"quantity": "sigma0"}, "differ in quantity: gamma0 against sigma0"),
    ({"pixel_size_m": 2.5}, "pixel size: 1.250 m against 2.500 m"),
    ({"patch_px": 64}, "patch size: 160 px against 64 px"),
    ({"channels": ["VH"]}, "channels: co against VH"),
    ({"channels": ["HH", "VV"]}, "channels"),
    ({"classes": LEGEND[:2]}, "classes"),
    ({"counts": {"train": 4}}, "no test patches"),
])  # fmt: skip
def test_patches_that_the_model_was_not_made_for_cannot_be_judged_on(ready, started, tmp_path, changes, reason):
    one = ready("patches")
    one.form.patches.setFilePath(write_set(tmp_path / "other.patchset", **changes))
    assert reason in one.form.reason.text()
    assert not one.run_button.isEnabled()
    one.accept()
    assert started == []


def test_what_is_missing_is_said_one_thing_after_the_other(make, layers, tmp_path):
    one = make("patches")
    assert "Choose a patch set" in one.problem()
    (tmp_path / "empty").mkdir()
    one.form.patches.setFilePath(str(tmp_path / "empty"))
    assert "is no patch set" in one.problem()
    one.ask("scene")
    assert "what is there" in one.problem()
    one.ask("areas")
    assert "Choose a result" in one.problem()
    one.fields.result.choose(str(tmp_path / "result.gpkg"))
    assert "Choose the labelled sample" in one.problem()
    one.fields.sample.choose(str(tmp_path / "result.gpkg"))
    assert "is the result itself" in one.problem()


def test_a_model_is_not_compared_with_itself(ready, folder):
    one = ready("compare")
    one.fields.other.choose(one.fields.model.path)
    assert "Both models are the same" in one.form.reason.text()


@pytest.mark.parametrize(("changes", "reason"), [
    ({"modality": "optical"}, "optical images"), ({"pixel_size_m": None}, "unknown pixel size"),
    ({"radiometry": Radiometry("dn")}, "uncalibrated"),
])  # fmt: skip
def test_models_that_need_other_patches_are_not_judged_on_a_scene(ready, folder, changes, reason):
    one = ready("scene")
    write_model(folder / "new.safetensors", **changes)
    assert reason in one.problem()


def test_a_sample_that_is_not_labelled_to_the_end_waits(ready, layers):
    one = ready("areas")
    layers.sample.dataProvider().changeAttributeValues({1: {layers.sample.fields().indexOf("class"): " "}})
    assert "1 of 1 cells" in one.problem()
    one.hide()
    layers.sample.dataProvider().changeAttributeValues({1: {layers.sample.fields().indexOf("class"): "Settlements"}})
    one.show()
    assert one.run_button.isEnabled(), "it looks again when the user comes back"


def test_edits_that_are_not_saved_stop_the_start(ready, layers):
    one = ready("scene")
    for kind, layer in (("scene", layers.truth), ("areas", layers.sample)):
        one.ask(kind)
        layer.startEditing()
        layer.changeAttributeValue(1, layer.fields().indexOf("class"), "Water bodies")
        assert "not saved" in one.problem()
        layer.rollBack()
        assert one.problem() == ""


def test_layers_that_leave_the_project_leave_nothing_broken(ready, layers):
    one = ready("scene")
    QgsProject.instance().removeMapLayers([layers.truth.id(), layers.scene.id()])
    assert "Choose a scene" in one.form.reason.text()
    one.ask("areas")
    QgsProject.instance().removeMapLayers([layers.result.id(), layers.sample.id()])
    assert one.problem() == ""  # the files are still there, and the choice with them


def test_a_model_that_is_deleted_while_it_is_shown_cannot_be_judged(ready, folder):
    one = ready("patches")
    (folder / "new.safetensors").unlink()
    one.refresh()
    assert "does not exist" in one.form.reason.text()
    assert not one.run_button.isEnabled()


def test_a_report_that_exists_is_replaced_on_the_users_word_alone(ready, tmp_path):
    one = ready("patches")
    (tmp_path / "known-report").mkdir()
    one.form.output.setFilePath(str(tmp_path / "known-report"))
    (tmp_path / "mine").mkdir()
    one.form.output.setFilePath(str(tmp_path / "mine"))
    assert "exists already" in one.problem()
    one.form.overwrite.setChecked(True)
    assert one.problem() == ""


def test_without_an_engine_nothing_starts(ready, monkeypatch):
    one = ready("patches")
    monkeypatch.setattr(dialog, "engine_state", lambda: SimpleNamespace(kind="none"))
    assert "engine is not ready" in one.problem()


def test_the_run_is_shown_and_then_the_answer(ready, home, qtbot):
    one = ready("scene")
    one.run_button.click()
    assert one.form.answer.currentWidget() is one.run_view
    qtbot.waitUntil(lambda: one.run_view.job.record.algorithm == "echopatch:evaluate", timeout=20000)
    assert "under way" in one.problem()
    (home / "go").touch()
    qtbot.waitUntil(lambda: one.form.answer.currentWidget() is one.report, timeout=20000)
    assert "Mean recall 88.0 %, accuracy 90.0 % (85.0 % … 95.0 %)" in one.report.headline.text()
    assert one.problem() == ""
    assert one.form.output.filePath().endswith("scene-report_2")


@pytest.mark.parametrize("kind", ["compare", "areas"])
def test_every_question_gets_its_answer(ready, home, qtbot, kind):
    (home / "go").touch()
    one = ready(kind)
    one.run_button.click()
    qtbot.waitUntil(lambda: one.form.answer.currentWidget() is one.report, timeout=20000)
    assert {"compare": "Old is better.", "areas": "Overall accuracy 86.0 % (79.0 % … 91.0 %)"}[kind] in one.report.headline.text()


def test_a_run_can_be_cancelled_and_asked_for_again(ready, qtbot):
    one = ready("patches")
    one.run_button.click()
    qtbot.waitUntil(lambda: one.run_view.job.record.done == 1, timeout=20000)
    one.run_view.cancel_button.click()
    qtbot.waitUntil(lambda: one.run_view.job.record.has_ended, timeout=20000)
    qtbot.waitUntil(lambda: one.problem() == "", timeout=5000)
    assert one.form.answer.currentWidget() is one.run_view


def test_a_cancelled_cut_starts_no_judgement(started):
    heard = []
    steps.start_steps([Step("a", "x"), Step("b", "y")], lambda one: None, heard.append)
    outcome = tasks.Outcome(False, True, {}, "", (), "")
    started[0][2](outcome)
    assert heard == [outcome]
    assert len(started) == 1


def test_closing_stops_nothing_and_the_answer_is_there_when_it_comes_back(ready, home, qtbot):
    one = ready("patches")
    one.run_button.click()
    one.reject()
    (home / "go").touch()
    qtbot.waitUntil(lambda: not job.unfinished(), timeout=20000)
    one.show()
    assert one.form.answer.currentWidget() is one.report


@pytest.fixture
def one_desk(qtbot, stand_in, provider):
    stand_in(ENGINE)
    window = QMainWindow()
    qtbot.addWidget(window)
    return desk.AssessDesk(SimpleNamespace(mainWindow=lambda: window))


def test_the_plugin_can_go_while_a_run_is_under_way(one_desk, layers, tmp_path, qtbot):
    one_desk.open(layers.result)
    shown = one_desk._dialog
    shown.form.patches.setFilePath(write_set(tmp_path / "known.patchset"))
    shown.run_button.click()
    qtbot.waitUntil(lambda: shown.run_view.job.record.done == 1, timeout=20000)
    one_desk.close()
    tasks.stop_all()
    qtbot.waitUntil(lambda: not job.unfinished(), timeout=20000)
    assert not (tmp_path / "known-report").exists()


def test_the_desk_opens_each_window_once_and_models_lead_to_the_judgement(one_desk, folder):
    one_desk.open_models()
    models = one_desk._models
    one_desk.open_models()
    assert one_desk._models is models
    models.list.choose(str(folder / "old.safetensors"))
    models.form.assess.click()
    assert one_desk._dialog.fields.model.path == str(folder / "old.safetensors")
    one_desk.close()
    assert not models.isVisible()


def test_a_sample_is_drawn_opens_and_becomes_the_sample_to_judge_by(ready, qtbot, tmp_path):
    one = ready("areas")
    one.form.draw.click()
    (drawing,) = one.findChildren(sample_dialog.SampleDialog)
    drawing.settings.show_values({"output": str(tmp_path / "drawn.gpkg"), "count": 9})
    assert drawing.problem() == ""
    drawing.draw_button.click()
    qtbot.waitUntil(lambda: one.fields.sample.path == str(tmp_path / "drawn.gpkg"), timeout=20000)
    assert [layer.name() for layer in layers_of(str(tmp_path / "drawn.gpkg"))] == ["drawn"]


def test_a_sample_that_cannot_be_drawn_says_why(ready, tmp_path, qtbot):
    drawing = sample_dialog.SampleDialog(str(tmp_path / "gone.gpkg"), lambda *_: None)
    qtbot.addWidget(drawing)
    assert "not there any more" in drawing.reason.text()
    assert not drawing.draw_button.isEnabled()


def test_figures_are_those_of_the_report(home, tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "metrics.json").write_text(json.dumps(METRICS))
    found = findings.read_findings(str(tmp_path / "report"))
    recall = found.rows[0].figures[1]
    assert (recall.text, recall.value, recall.interval, recall.tip) == ("90.0 %", 0.9, (0.8, 0.95), "(80.0 % … 95.0 %)")
    assert found.rows[0].figures[3].text == "-"
    assert found.confusions[0][1].told(1, 0) == "Industrial areas taken for Settlements: 1 of 10 (10.0 %)"
    assert [one.level for one in found.remarks] == ["alarm", "good"]
    assert "34 separate places" in found.remarks[1].text  # the sentence of its code
    assert found.remarks[0].text == "An alarm."  # this plugin does not know the code


def test_a_comparison_tells_changes_with_their_sign_and_shows_three_matrices(tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "comparison.json").write_text(json.dumps(COMPARISON))
    found = findings.read_findings(str(tmp_path / "report"))
    change = found.rows[1].figures[2]
    assert (change.text, change.value, change.tip) == ("-3.1", -0.031, "(-6.0 … -0.2)")
    assert found.rows[0].figures[2].text == "-"
    assert found.columns[2].span == (-0.06, 0.06)
    assert len(found.confusions) == 3


def test_an_estimate_from_few_cells_is_not_drawn_as_reliable(tmp_path):
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "areas.json").write_text(json.dumps(AREAS))
    rows = findings.read_findings(str(tmp_path / "report")).rows
    assert [row.figures[1].reliable for row in rows[:2]] == [False, True]
    assert rows[1].figures[1].text == "1.2 ha"
    assert rows[1].figures[3].text == "-"


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"classes": 3}'])
def test_a_folder_that_holds_no_whole_report_is_refused(tmp_path, content, make):
    (tmp_path / "report").mkdir()
    if content:
        (tmp_path / "report" / "metrics.json").write_text(content)
    with pytest.raises(Told, match="no whole report"):
        findings.read_findings(str(tmp_path / "report"))
    one = make()
    one.show_report(str(tmp_path / "report"))
    assert "no whole report" in one.form.about.text()


def test_the_report_opens_in_the_browser(make, tmp_path, monkeypatch):
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "metrics.json").write_text(json.dumps(METRICS))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    one = make()
    one.show_report(str(tmp_path / "report"))
    one.report.open_button.click()
    one.report.folder_button.click()
    assert opened == [str(tmp_path / "report" / "report.html"), str(tmp_path / "report")]


def test_help_opens_the_page_of_the_dialog(make, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    make().form.buttons.helpRequested.emit()
    assert opened[0].endswith("docs/qgis-assess.md")
