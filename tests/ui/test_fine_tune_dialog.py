"""The dialog that fine-tunes: patches looked at first, three choices or every setting, a run that can end early, and its verdict."""

import dataclasses
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import write_table
from echopatch.core.contract.commands.learning import TrainConfig
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.ui import settings, tasks
from echopatch.ui.fields import config_of, fields_of
from echopatch.ui.jobs import job
from echopatch.ui.jobs.record import CANCELLED
from echopatch.ui.learning import effort, run_page
from echopatch.ui.learning.desk import LearningDesk
from echopatch.ui.learning.fine_tune_dialog import FineTuneDialog
from echopatch.ui.learning.verdict import verdict_words
from learning_stage import CARD, ENGINE, GATE, METRICS, asked, info_of, set_stage, write_raster
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow, QMessageBox

DETAILS = {"device": "cpu", "patches_per_s": {"fp32": 100.0}, "devices": {"cpu": "a processor"}}


@pytest.fixture(autouse=True)
def nothing_left(qtbot):
    yield
    tasks.stop_all()
    qtbot.waitUntil(lambda: not tasks.running_jobs(), timeout=20000)
    job._jobs.clear()


@pytest.fixture
def stage(provider, stand_in, home, tmp_path):
    """An engine, a scene and labels."""
    home.mkdir(parents=True, exist_ok=True)
    set_stage(home)
    stand_in(ENGINE)
    labels = tmp_path / "harbour.gpkg"
    write_table(labels, "labels", "Polygon?crs=EPSG:32632&field=class:string", [((500000, 5299900, 50), "Settlements")])
    return SimpleNamespace(scene=write_raster(tmp_path / "scene.tif"), labels=str(labels))


@pytest.fixture
def desk(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    said, classified = [], []
    bar = SimpleNamespace(pushMessage=lambda *words: said.append(words))
    one = LearningDesk(SimpleNamespace(mainWindow=lambda: window, messageBar=lambda: bar), classified.append)
    one.said, one.classified = said, classified
    yield one
    one.close()


@pytest.fixture
def dialog(stage, desk):
    desk.fine_tune()
    return desk._dialogs[FineTuneDialog]


@pytest.fixture
def looked(dialog, stage, qtbot):
    choose_sources(dialog, stage)
    look(dialog, qtbot)
    return dialog


def choose_sources(dialog, stage):
    table = dialog.patches.table
    table.cellWidget(0, 0).choose(stage.scene)
    table.cellWidget(0, 1).choose(stage.labels)


def look(dialog, qtbot):
    dialog.patches.form.look.click()
    qtbot.waitUntil(lambda: dialog.patches._job is None, timeout=20000)


def running(dialog, qtbot):
    dialog.run_button.click()
    qtbot.waitUntil(lambda: bool(dialog.run.view.record.metrics), timeout=20000)


def ended(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=20000)


def test_a_start_says_first_what_is_missing(dialog, stage):
    assert dialog.problem() == "Choose a scene and its labels."
    dialog.patches.table.cellWidget(0, 0).choose(stage.scene)
    assert dialog.problem() == "Each row needs a scene and its labels."
    dialog.patches.table.cellWidget(0, 1).choose(stage.labels)
    assert dialog.problem() == "Look at the patches first."
    assert not dialog.run_button.isEnabled()


def test_defaults_are_those_of_the_contract(dialog):
    assert dialog.values() == {}
    dialog.form.expert.setChecked(True)
    assert dialog.values() == {}
    assert set(dialog.patches.cutting.values()) == {"patch_px", "patch_pixel_size_m"}, "those of the start model"


def test_the_expert_form_holds_every_setting_that_is_not_asked_elsewhere(dialog):
    elsewhere = {"patches", "output", "start", "modality", "overwrite"}
    grids = {"features", "labels", "label_field", "min_cover", "validation_share", "test_share", "block_m", "most_cells"}
    assert set(dialog.settings._fields) == set(fields_of(TrainConfig)) - elsewhere - grids


def test_patches_are_cut_as_the_start_model_knows_them(looked, home):
    words = asked(home)[0]
    assert words[:2] == ["patches", "cut"]
    assert words[words.index("--patch-px") + 1] == str(CARD.patch_px)
    assert words[words.index("--patch-pixel-size-m") + 1] == str(CARD.pixel_size_m)
    given = {"scene": ("a",), "labels": ("b",), "output": "c"}
    assert config_of(PatchesCutConfig, {**looked.patches.cutting.values(), **given}).patch_px == CARD.patch_px


def test_the_look_shows_counts_warnings_and_the_split_on_the_map(looked):
    text = looked.patches.form.facts.toPlainText()
    assert "Settlements" in text
    assert "⚠ 2" in text, "few training patches are marked"
    assert "⚠ 0" in text, "a class without validation patches is marked"
    assert len(looked.patches._warnings) == 1
    (layer,) = QgsProject.instance().mapLayers().values()
    assert [category.value() for category in layer.renderer().categories()] == ["train", "validation", "test"]
    assert layer.featureCount() == 3
    assert looked.problem() == ""


def test_another_wish_must_be_looked_at_anew(looked, qtbot, home):
    looked.patches.cutting.widget("min_cover").setValue(0.9)
    assert looked.problem() == "Look at the patches first."
    look(looked, qtbot)
    assert looked.problem() == ""
    assert "--overwrite" in asked(home)[2], "what this dialog has cut may be cut anew"
    assert len(QgsProject.instance().mapLayers()) == 1, "the map of the split is replaced"


def test_a_patch_set_that_another_has_made_is_not_replaced(dialog, stage, tmp_path):
    choose_sources(dialog, stage)
    dialog.patches.form.output.setFilePath(str(tmp_path / "old.patchset"))
    (tmp_path / "old.patchset").mkdir()
    assert "exists already" in dialog.problem()


def test_a_patch_set_that_is_there_will_do(dialog, qtbot, home):
    dialog.patches.form.from_set.setChecked(True)
    assert dialog.problem() == "Choose a patch set: a folder that ends in .patchset."
    dialog.patches.form.existing.setFilePath(str(home / "cut.patchset"))
    look(dialog, qtbot)
    assert dialog.problem() == ""
    assert [words[1] for words in asked(home)] == ["info"], "nothing is cut"


def test_patches_of_one_class_cannot_be_learned_from(dialog, stage, qtbot, home):
    set_stage(home, classes=info_of()["classes"][:1])
    choose_sources(dialog, stage)
    look(dialog, qtbot)
    assert "all of one class" in dialog.problem()


@pytest.fixture
def answer(monkeypatch):
    def give(button):
        monkeypatch.setattr(QMessageBox, "question", lambda *words: getattr(QMessageBox.StandardButton, button))

    return give


def relabelled(stage):
    """The layer of labels with an edit that is not saved."""
    layer = QgsVectorLayer(f"{stage.labels}|layername=labels", "labels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("class"), "Water bodies")
    return layer


@pytest.mark.parametrize(("button", "cuts", "stays_unsaved"), [("Save", True, False), ("Ignore", True, True), ("Cancel", False, True)])
def test_labels_with_unsaved_edits_are_asked_about(dialog, stage, qtbot, answer, button, cuts, stays_unsaved, home):
    layer = relabelled(stage)
    choose_sources(dialog, stage)
    answer(button)
    dialog.patches.look()
    qtbot.waitUntil(lambda: dialog.patches._job is None, timeout=20000)
    assert (home / "asked").exists() == cuts
    assert layer.isModified() == stays_unsaved
    layer.rollBack()


@pytest.mark.parametrize(("button", "starts"), [("Save", False), ("Ignore", True), ("Cancel", False)])
def test_a_start_asks_about_labels_given_since_the_look_and_saved_ones_are_looked_at_anew(looked, stage, answer, button, starts):
    layer = relabelled(stage)
    answer(button)
    looked.accept()
    assert looked.is_running == starts
    assert (looked.problem() == "Look at the patches first.") == (button == "Save")
    layer.rollBack()


def test_what_is_changed_while_patches_are_cut_is_not_taken_as_looked_at(dialog, stage, qtbot):
    choose_sources(dialog, stage)
    dialog.patches.form.look.click()
    dialog.patches.cutting.widget("min_cover").setValue(0.9)
    qtbot.waitUntil(lambda: dialog.patches._job is None, timeout=20000)
    assert dialog.problem() == "Look at the patches first."


def test_a_layer_that_is_removed_leaves_its_file_chosen(dialog, stage):
    layer = QgsRasterLayer(stage.scene, "scene")
    QgsProject.instance().addMapLayer(layer)
    choose_sources(dialog, stage)
    assert dialog.patches.table.cellWidget(0, 0).currentText() == "scene"
    QgsProject.instance().removeMapLayer(layer.id())
    assert dialog.patches.table.sources()[0].scene == stage.scene
    assert dialog.patches.table.cellWidget(0, 0).currentText().endswith("/scene.tif")


def test_several_scenes_share_their_labels_or_have_their_own(dialog, stage, tmp_path):
    choose_sources(dialog, stage)
    dialog.patches.form.add_row.click()
    second = write_raster(tmp_path / "second.tif")
    dialog.patches.table.cellWidget(1, 0).choose(second)
    dialog.patches.table.cellWidget(1, 1).choose(stage.labels)
    parameters = dialog.patches.parameters()
    assert parameters["SCENE"] == [stage.scene, second]
    assert parameters["LABELS"] == [stage.labels]
    dialog.patches.form.remove_row.click()
    assert dialog.patches.parameters()["SCENE"] == [stage.scene]


def test_a_run_asks_for_what_the_dialog_says(looked, qtbot, home):
    looked.form.head_only.setChecked(True)
    running(looked, qtbot)
    words = asked(home)[-1]
    assert words[0] == "train"
    assert "--head-only" in words
    assert words[words.index("--start") + 1] == str(home / "models/tiny.safetensors")
    assert words[words.index("--output") + 1] == str(home / "models/harbour.safetensors")
    assert words[words.index("--patches") + 1].endswith("harbour.patchset")


def test_the_expert_form_begins_with_the_choice_and_has_the_last_word(looked):
    looked.form.thorough.setChecked(True)
    looked.form.expert.setChecked(True)
    assert looked.values() == effort.preset("thorough", 32)
    looked.settings.widget("epochs").setValue(7)
    assert looked.values()["epochs"] == 7


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [("loss", "balanced-softmax", "Sampling"), ("freeze", "stem", "Freeze"), ("backbone", "resnet50", "backbone")],
)
def test_a_bad_combination_cannot_be_started_and_says_why(looked, setting, value, words):
    looked.form.expert.setChecked(True)
    if setting == "freeze":
        looked.form.model.setCurrentIndex(looked.form.model.findData("random"))
    widget = looked.settings.widget(setting)
    widget.setCurrentIndex(widget.findData(value))
    assert words in looked.problem()
    assert not looked.run_button.isEnabled()
    assert looked.form.reason.text() == looked.problem()


@pytest.mark.parametrize("name", ["", "a/b", "tiny"])
def test_a_name_that_cannot_be_had_is_refused(looked, name):
    looked.form.model_name.setText(name)
    assert "name" in looked.problem()


def test_how_long_each_choice_takes_is_said_before_the_start(looked, monkeypatch):
    state = SimpleNamespace(kind="ready", details=DETAILS)
    monkeypatch.setattr("echopatch.ui.learning.fine_tune_dialog.engine_state", lambda: state)
    looked.refresh()
    assert "About" in looked.form.fine_tune_note.text()


def test_the_time_follows_from_patches_seen_and_the_measured_rate():
    work = effort.Work("resnet18", 1000, 160)
    # 8 epochs of 1,000 patches at a third of 100 a second, and what lies around them
    assert effort.training_seconds({}, work, DETAILS) == pytest.approx(10 + 8 * (30 + 0.5))
    assert effort.training_seconds({"head_only": True}, work, DETAILS) == pytest.approx(20)
    assert effort.training_seconds({}, work._replace(patch_px=80), DETAILS) == pytest.approx(10 + 8 * (7.5 + 0.5))
    assert effort.training_seconds({}, work, {}) is None


def test_a_model_that_came_out_is_judged_and_classifies_in_one_click(looked, qtbot, home, desk):
    running(looked, qtbot)
    assert not looked.run_button.isEnabled(), "one training at a time"
    (home / "go").touch()
    ended(looked, qtbot)
    assert "Better than its parent tiny: mean recall +0.125" in looked.run.result.toPlainText()
    looked.run.use_button.click()
    assert desk.classified == [str(home / "models/harbour.safetensors")]
    assert looked.form.model_name.text() == "harbour_2", "the next one does not replace it"
    assert looked.form.model.findData(str(home / "models/harbour.safetensors")) >= 0, "the next one can go on from it"


def test_a_run_that_is_asked_to_end_early_keeps_its_best(looked, qtbot, home):
    running(looked, qtbot)
    looked.run.finish_button.click()
    ended(looked, qtbot)
    assert (home / "models/harbour.safetensors").exists()
    assert not (home / "go").exists()


def test_a_cancelled_run_says_that_it_goes_on_from_there(looked, qtbot):
    running(looked, qtbot)
    one = looked.run.view.job
    looked.run.view.cancel_button.click()
    ended(looked, qtbot)
    assert one.record.state == CANCELLED
    assert "goes on from there" in looked.run.note.text()
    assert looked.problem() == "", "it can be started again"


def test_a_failed_run_says_why(looked, qtbot, home):
    (home / "fail").touch()
    (home / "go").touch()
    looked.run_button.click()
    ended(looked, qtbot)
    assert "no finite number" in looked.run.view.text.text()


def test_closing_stops_nothing_and_the_dialog_comes_back_as_it_was(looked, qtbot, home, desk):
    running(looked, qtbot)
    looked.reject()
    (home / "go").touch()
    ended(looked, qtbot)
    assert any("done" in words[1] for words in desk.said), "the message bar says so"
    desk.fine_tune()
    assert desk._dialogs[FineTuneDialog] is looked
    assert "Better than its parent" in looked.run.result.toPlainText()


def test_unloading_while_it_runs_stops_it_without_a_word(looked, qtbot, desk):
    running(looked, qtbot)
    one = looked.run.view.job
    tasks.stop_all()
    desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: one.record.has_ended, timeout=20000)
    assert one.record.state == CANCELLED
    assert desk.said == []


def test_the_report_is_written_beside_the_patches_and_opened(looked, qtbot, home, monkeypatch):
    opened = []
    monkeypatch.setattr(run_page, "_open", opened.append)
    (home / "go").touch()
    running(looked, qtbot)
    ended(looked, qtbot)
    looked.run.report_button.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=20000)
    assert opened[0].endswith("harbour-report/report.html")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"verdict": "worse", "difference": -0.125, "interval": [-0.2, -0.05]}, "Worse than its parent tiny: mean recall −0.125"),
        ({"verdict": "undecided", "interval": [None, None]}, "Chance can explain the difference to its parent tiny: mean recall +0.125."),
    ],
)
def test_the_verdict_is_no_better_than_the_figures(changes, words):
    assert verdict_words(dataclasses.replace(CARD, metrics=METRICS, gate={**GATE, **changes})).startswith(words)


def test_the_chosen_device_goes_with_the_run(looked):
    settings.set_device("cpu")
    assert looked.parameters()["DEVICE"] == "cpu"


def test_labels_name_the_patch_set_beside_them(dialog, stage):
    choose_sources(dialog, stage)
    assert Path(dialog.patches.patch_set) == Path(stage.labels).with_name("harbour.patchset")
