"""The dialog in which optical images teach: co-registration shown, a teacher trained or chosen, and then the student."""

from types import SimpleNamespace

import pytest
from conftest import write_table
from echopatch.core.contract.commands.distil import DistilConfig
from echopatch.ui import tasks
from echopatch.ui.fields import fields_of
from echopatch.ui.jobs import job
from echopatch.ui.jobs.record import CANCELLED
from echopatch.ui.learning.desk import LearningDesk
from echopatch.ui.learning.distil_dialog import DistilDialog
from learning_stage import ENGINE, asked, info_of, set_stage, write_model, write_raster
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow


@pytest.fixture(autouse=True)
def nothing_left(qtbot):
    yield
    tasks.stop_all()
    qtbot.waitUntil(lambda: not tasks.running_jobs(), timeout=20000)
    job._jobs.clear()


@pytest.fixture
def stage(provider, stand_in, home, tmp_path):
    home.mkdir(parents=True, exist_ok=True)
    set_stage(home, optical=True)
    write_model(home / "models/sky.safetensors", modality="optical", name="sky")
    stand_in(ENGINE)
    labels = tmp_path / "harbour.gpkg"
    write_table(labels, "labels", "Polygon?crs=EPSG:32632&field=class:string", [((500000, 5299900, 50), "Settlements")])
    return SimpleNamespace(
        scene=write_raster(tmp_path / "scene.tif"), labels=str(labels), optical=write_raster(tmp_path / "optical.tif")
    )  # fmt: skip


@pytest.fixture
def desk(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = SimpleNamespace(pushMessage=lambda *words: None)
    one = LearningDesk(SimpleNamespace(mainWindow=lambda: window, messageBar=lambda: bar), lambda model: None)
    yield one
    one.close()


@pytest.fixture
def dialog(stage, desk):
    desk.distil()
    return desk._dialogs[DistilDialog]


@pytest.fixture
def looked(dialog, stage, qtbot):
    for column, path in enumerate((stage.scene, stage.labels, stage.optical)):
        dialog.patches.table.cellWidget(0, column).choose(path)
    dialog.patches.form.look.click()
    qtbot.waitUntil(lambda: dialog.patches._job is None, timeout=20000)
    return dialog


def trainings(home):
    return [words for words in asked(home) if words[0] in ("train", "distil")]


def ended(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=20000)


def test_each_scene_needs_its_optical_image(dialog, stage):
    dialog.patches.table.cellWidget(0, 0).choose(stage.scene)
    dialog.patches.table.cellWidget(0, 1).choose(stage.labels)
    assert dialog.problem() == "Each row needs a scene, its labels and an optical image."


def test_patches_are_cut_with_their_optical_images(looked, stage, home):
    words = asked(home)[0]
    assert words[words.index("--optical") + 1] == stage.optical
    assert "--patch-pixel-size-m" not in words, "the optical images decide nothing, nor does the start model"


def test_defaults_are_those_of_the_contract(dialog):
    assert dialog.student_settings.values() == {}
    assert dialog.teacher_settings.values() == {}


def test_the_expert_form_of_the_student_holds_every_setting_that_is_not_asked_elsewhere(dialog):
    elsewhere = {"patches", "output", "start", "teacher", "overwrite"}
    assert set(dialog.student_settings._fields) == set(fields_of(DistilConfig)) - elsewhere


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        ({"down_px": 0.3, "right_px": 0.4}, "✓ 0.5 px off (± 0.2 px), near enough."),
        ({"down_px": 3.0, "right_px": 4.0}, "⚠ 5.0 px off"),
        ({"down_px": None, "right_px": None}, "⚠ Could not be estimated from 30 pairs."),
    ],
)
def test_where_the_optical_image_lies_is_shown(dialog, stage, qtbot, home, offset, words):
    set_stage(home, optical=True, optical_offsets=[{**info_of(optical=True)["optical_offsets"][0], **offset}])
    dialog.patches.form.from_set.setChecked(True)
    dialog.patches.form.existing.setFilePath(str(home / "cut.patchset"))
    dialog.patches.look()
    qtbot.waitUntil(lambda: dialog.patches._job is None, timeout=20000)
    assert words in dialog.patches.form.facts.toPlainText()


def test_patches_without_optical_images_teach_nothing(dialog, qtbot, home):
    set_stage(home, optical=False)
    dialog.patches.form.from_set.setChecked(True)
    dialog.patches.form.existing.setFilePath(str(home / "cut.patchset"))
    dialog.patches.look()
    qtbot.waitUntil(lambda: dialog.patches._job is None, timeout=20000)
    assert dialog.problem().startswith("These patches have no optical images")


def test_the_teacher_is_trained_first_and_then_teaches(looked, qtbot, home):
    (home / "go").touch()
    looked.run_button.click()
    assert looked.run.view.record.title == "Teacher of harbour (1 of 2)"
    ended(looked, qtbot)
    teacher, student = trainings(home)
    path = str(home / "models/harbour-teacher.safetensors")
    assert (teacher[0], student[0]) == ("train", "distil")
    assert teacher[teacher.index("--modality") + 1] == "optical"
    assert teacher[teacher.index("--output") + 1] == student[student.index("--teacher") + 1] == path
    assert looked.run.view.record.title == "Student: harbour (2 of 2)"
    assert "Better than its parent" in looked.run.result.toPlainText()


def test_a_teacher_that_is_there_teaches_at_once(looked, qtbot, home):
    looked.form.teacher.setCurrentIndex(looked.form.teacher.findText("sky (optical)"))
    looked.refresh()
    (home / "go").touch()
    looked.run_button.click()
    ended(looked, qtbot)
    (student,) = trainings(home)
    assert student[student.index("--teacher") + 1] == str(home / "models/sky.safetensors")


def test_what_is_edited_while_the_teacher_learns_is_for_the_next_time(looked, qtbot, home):
    looked.run_button.click()
    qtbot.waitUntil(lambda: bool(looked.run.view.record.metrics), timeout=20000)
    looked.form.model_name.setText("another")
    (home / "go").touch()
    ended(looked, qtbot)
    student = trainings(home)[1]
    assert student[student.index("--output") + 1] == str(home / "models/harbour.safetensors")


def test_without_a_teacher_there_is_no_student(looked, qtbot, home):
    (home / "fail").touch()
    (home / "go").touch()
    looked.run_button.click()
    ended(looked, qtbot)
    assert len(trainings(home)) == 1
    assert "no finite number" in looked.run.view.text.text()


def test_cancelling_the_teacher_ends_all(looked, qtbot, home):
    looked.run_button.click()
    qtbot.waitUntil(lambda: bool(looked.run.view.record.metrics), timeout=20000)
    looked.run.view.cancel_button.click()
    ended(looked, qtbot)
    assert len(trainings(home)) == 1


def test_closing_stops_nothing_not_even_the_students_turn(looked, qtbot, home):
    looked.run_button.click()
    qtbot.waitUntil(lambda: bool(looked.run.view.record.metrics), timeout=20000)
    looked.reject()
    (home / "go").touch()
    ended(looked, qtbot)
    assert [words[0] for words in trainings(home)] == ["train", "distil"]


def test_unloading_while_the_teacher_learns_stops_it_and_starts_no_student(looked, qtbot, home, desk):
    looked.run_button.click()
    qtbot.waitUntil(lambda: bool(looked.run.view.record.metrics), timeout=20000)
    one = looked.run.view.job
    tasks.stop_all()
    desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: one.record.has_ended, timeout=20000)
    assert one.record.state == CANCELLED
    assert len(trainings(home)) == 1


@pytest.mark.parametrize(
    ("form", "name", "value", "words"),
    [
        ("student_settings", "loss", "balanced-softmax", "Sampling"),
        ("teacher_settings", "loss", "balanced-softmax", "Sampling"),
        ("teacher_settings", "freeze", "stem", ""),
    ],
)
def test_a_bad_combination_of_either_cannot_be_started_and_says_why(looked, form, name, value, words):
    widget = getattr(looked, form).widget(name)
    widget.setCurrentIndex(widget.findData(value))
    assert words in looked.problem()
    assert looked.run_button.isEnabled() == (not words)


def test_a_file_that_is_no_model_cannot_teach(looked, tmp_path):
    (tmp_path / "x.safetensors").write_bytes(b"no model")
    looked.choose_teacher(str(tmp_path / "x.safetensors"))
    assert "x.safetensors" in looked.problem()


def test_an_optical_layer_that_is_removed_leaves_its_file_chosen(dialog, stage):
    layer = QgsRasterLayer(stage.optical, "sky image")
    QgsProject.instance().addMapLayer(layer)
    dialog.patches.table.cellWidget(0, 2).choose(stage.optical)
    QgsProject.instance().removeMapLayer(layer.id())
    assert dialog.patches.table.sources()[0].optical == stage.optical
