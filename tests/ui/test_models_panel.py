"""The panel of models: what it says of each, and what can be done with the library."""

import dataclasses
import hashlib
import json
import struct
from pathlib import Path

import pytest
from echopatch.core.contract.commands.export import FORMATS, ExportConfig
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.ui import settings, tasks
from echopatch.ui.fields import fields_of
from echopatch.ui.jobs import job
from echopatch.ui.models import dialog, export_dialog, library, model_pages
from echopatch.ui.setup import models as setup_models
from echopatch.ui.translation import Told
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox

SIZE = len(TERRASAR_X_LEGEND)
NAMES = [one.name for one in TERRASAR_X_LEGEND]
CONFUSION = [[8 if row == column else 2 * (column == 0) for column in range(SIZE)] for row in range(SIZE)]
METRICS = {
    "patches": 68, "accuracy": 56 / 68, "mean_recall": 0.83, "confusion": CONFUSION,
    "recall": dict.fromkeys(NAMES, 0.8), "precision": {**dict.fromkeys(NAMES, 1.0), "Settlements": 0.4}, "f1": dict.fromkeys(NAMES, None),
}  # fmt: skip
CARD = ModelCard(
    "born", "resnet18", (), ("co",), TERRASAR_X_LEGEND, 160, 1.25, Radiometry(), (1.0, 6.0), (25.0, 45.0), (),
    metrics=METRICS, licence="CC0-1.0", provenance="Nothing but noise.",
)  # fmt: skip
# model info says that the file answers, or what is wrong with it
ENGINE = """
if "broken" in words[2]:
    say("failure", code="model-answers-nothing", values={"path": words[2]}, message="no number", detail="")
elif "slow" in words[2]:
    sys.stdin.readline()
    say("failure", code="cancelled", values={}, message="stopped", detail="")
else:
    say("result", outputs={"text": "", "info": {}})
"""


def write_model(path: Path, **changes) -> str:
    """A model file without weights: the host reads the card alone. Returns its checksum."""
    header = json.dumps({"__metadata__": {"echopatch": dataclasses.replace(CARD, **changes).to_json()}}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(autouse=True)
def folder(home, tmp_path, monkeypatch):
    """An empty library; whether a model lies in this checkout makes no difference."""
    monkeypatch.setattr(setup_models, "_SHIPPED", tmp_path / "checkout")
    (home / "models").mkdir(parents=True)
    return home / "models"


@pytest.fixture
def family(folder):
    """A grandparent, a parent and a child, and a student of an optical teacher who is not here."""
    eldest = write_model(folder / "eldest.safetensors", name="eldest")
    training = {"parent_sha256": eldest, "config": {"start": "first-name.safetensors"}}
    parent = write_model(folder / "parent.safetensors", name="parent", training=training)
    write_model(
        folder / "child.safetensors", training={"parent_sha256": parent, "teacher_sha256": "cd" * 32, "config": {"teacher": "sage"}}
    )
    return {"eldest": eldest, "parent": parent}


@pytest.fixture
def opened():
    return []


@pytest.fixture
def make(qtbot, stand_in, provider, opened):
    def open_dialog(name=""):
        stand_in(ENGINE)
        one = dialog.ModelsDialog(opened.append)
        qtbot.addWidget(one)
        one.show()
        if name:
            one.list.choose(str(setup_models.model_folder() / f"{name}.safetensors"))
        qtbot.waitUntil(lambda: one.list.chosen is None or bool(one.pages.origin.sha256), timeout=10000)
        return one

    return open_dialog


def names(one) -> list:
    return [model.name for model in one.list.models]


def test_the_card_is_shown_with_classes_and_licence(make, family):
    text = make("child").form.card.toPlainText()
    assert [words for words in (*NAMES, "resnet18", "Nothing but noise.", "CC0-1.0") if words not in text] == []


def test_figures_and_confusion_come_from_the_card(make, family):
    pages = make("child").pages
    recall, precision = (pages.figures.topLevelItem(0).text(column) for column in (1, 2))
    assert (recall, precision) == ("80.0 %", "40.0 %")
    assert pages.figures.topLevelItem(0).text(3) == "-"
    assert "Industrial areas taken for Settlements: 2 of 10 (20.0 %)" in pages.confusion.accessibleDescription()
    assert "Mean recall 83.0 %" in make("child").form.tested.text()


def test_a_card_without_figures_says_so_and_shows_no_empty_table(make, folder):
    write_model(folder / "bare.safetensors", metrics={})
    one = make("bare")
    assert "no figures of a test" in one.form.tested.text()
    assert one.pages.figures.isHidden()
    assert one.pages.confusion.isHidden()


def test_a_model_that_is_worse_than_its_parent_says_so(make, folder):
    gate = {"verdict": "worse", "difference": -0.043, "interval": [-0.08, -0.01], "parent": "elder"}
    write_model(folder / "worse.safetensors", gate=gate)
    assert "Worse than its parent elder" in make("worse").form.tested.text()


def test_the_chain_of_parents_is_followed_by_checksums(make, family):
    one = make("child")
    told = [(found.child, found.role, found.name, found.sha256) for found in one.pages.origin.ancestors]
    assert told == [
        ("child", "parent", "parent", family["parent"]),
        ("child", "teacher", "sage", "cd" * 32),
        ("parent", "parent", "eldest", family["eldest"]),
    ]
    text = one.form.origin.toPlainText()
    assert "sage (not in the library)" in text
    assert family["eldest"] in text.replace("\n", "")


def test_a_renamed_parent_is_still_known_and_a_link_leads_to_it(make, family, folder, qtbot):
    (folder / "eldest.safetensors").rename(folder / "renamed.safetensors")
    one = make("child")
    assert [found.name for found in one.pages.origin.ancestors][-1] == "renamed"
    one.pages.followed.emit(str(folder / "renamed.safetensors"))
    assert one.list.chosen.name == "renamed"
    qtbot.waitUntil(lambda: one.pages.origin.children == ["parent"], timeout=10000)


def test_models_that_name_each_other_do_not_run_in_a_circle():
    one = library.LibraryModel("a.safetensors", dataclasses.replace(CARD, training={"parent_sha256": "bb"}))
    other = library.LibraryModel("b.safetensors", dataclasses.replace(CARD, training={"parent_sha256": "aa"}))
    assert [found.sha256 for found in library.ancestry(one, {"aa": one, "bb": other})] == ["bb", "aa"]


def test_the_checksum_is_copied(make, family):
    one = make("parent")
    one.form.copy_sum.click()
    assert QgsApplication.clipboard().text() == family["parent"]


def test_renaming_changes_no_byte_and_follows_the_last_used_model(make, family, folder, monkeypatch):
    settings.set_last_model(str(folder / "parent.safetensors"))
    one = make("parent")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("harbour 2026", True))
    one.form.rename_model.click()
    renamed = folder / "harbour 2026.safetensors"
    assert hashlib.sha256(renamed.read_bytes()).hexdigest() == family["parent"]
    assert one.list.chosen.path == settings.last_model() == str(renamed)


@pytest.mark.parametrize(("name", "reason"), [("child", "already"), ("a/b", "cannot be"), (" ", "cannot be"), (".x", "cannot be")])
def test_a_name_that_cannot_be_had_is_refused(make, family, name, reason):
    one = make("parent")
    one.rename_to(name)
    assert reason in one.form.note.text()
    assert names(one) == ["child", "eldest", "parent"]


def test_deleting_asks_and_names_the_children(make, family, folder, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda *given: asked.append(given[2]) or QMessageBox.StandardButton.No)
    one = make("parent")
    one.form.delete_model.click()
    assert "child learned from it" in asked[0]
    assert (folder / "parent.safetensors").exists()
    monkeypatch.setattr(QMessageBox, "question", lambda *given: QMessageBox.StandardButton.Yes)
    one.form.delete_model.click()
    assert names(one) == ["child", "eldest"]
    assert not (folder / "parent.safetensors").exists()


def test_models_outside_the_library_are_neither_renamed_nor_deleted(make, family, tmp_path):
    write_model(tmp_path / "checkout" / "built.safetensors")
    one = make("child")
    one.list.choose(str(tmp_path / "checkout" / "built.safetensors"))
    assert not one.form.delete_model.isEnabled()
    assert not one.form.rename_model.isEnabled()
    for change in (library.delete_model, lambda path: library.rename_model(path, "mine")):
        with pytest.raises(Told, match="does not lie in the library"):
            change(str(tmp_path / "checkout" / "built.safetensors"))


def test_an_imported_model_is_opened_by_the_engine_first(make, tmp_path, qtbot):
    write_model(tmp_path / "theirs.safetensors")
    one = make()
    one.import_file(str(tmp_path / "theirs.safetensors"))
    assert not one.form.import_model.isEnabled()
    qtbot.waitUntil(lambda: names(one) == ["theirs"], timeout=20000)
    assert "it answers" in one.form.note.text()
    assert one.list.chosen.is_own


@pytest.mark.parametrize(("name", "reason"), [("broken", "no number"), ("other", "card")])
def test_a_file_that_is_no_working_model_stays_outside(make, tmp_path, folder, qtbot, name, reason):
    path = tmp_path / f"{name}.safetensors"
    write_model(path)
    if name == "other":
        path.write_bytes(struct.pack("<Q", 2) + b"{}")
    one = make()
    one.import_file(str(path))
    qtbot.waitUntil(one.form.import_model.isEnabled, timeout=20000)
    assert reason in one.form.note.text()
    assert list(folder.iterdir()) == []


def test_an_import_can_be_cancelled_and_closing_cancels_it(make, tmp_path, folder, qtbot):
    write_model(tmp_path / "slow.safetensors")
    one = make()
    for stop in (one.form.cancel.click, one.reject):
        one.import_file(str(tmp_path / "slow.safetensors"))
        stop()
        qtbot.waitUntil(lambda: not tasks._small, timeout=20000)
        assert list(folder.iterdir()) == []


def test_the_plugin_may_go_while_a_model_is_imported(make, tmp_path, folder, qtbot):
    write_model(tmp_path / "slow.safetensors")
    one = make()
    one.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    one.import_file(str(tmp_path / "slow.safetensors"))
    one.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(one)
    with qtbot.captureExceptions() as raised:
        tasks.stop_all()
        qtbot.waitUntil(lambda: not tasks._small, timeout=20000)
    assert raised == []
    assert list(folder.iterdir()) == []


def test_a_model_deleted_by_somebody_else_while_it_is_shown_goes_away(make, family, folder):
    one = make("child")
    (folder / "child.safetensors").unlink()
    one.rename_to("new")
    assert "not there any more" in one.form.note.text()
    one.list.look()
    assert names(one) == ["eldest", "parent"]
    for left in ("eldest", "parent"):
        (folder / f"{left}.safetensors").unlink()
    one.list.look()
    assert one.list.chosen is None
    assert "There is no model yet" in one.form.title.text()
    assert not one.form.assess.isEnabled()


def test_a_checksum_is_worked_out_once_per_state_of_a_file(make, family, monkeypatch, qtbot, folder):
    make("child")
    monkeypatch.setattr(library.hashlib, "sha256", None)
    one = make("parent")
    assert one.pages.origin.sha256 == family["parent"]


def test_nothing_is_shown_of_checksums_after_the_dialog_is_closed(make, family, qtbot, monkeypatch):
    one = make("child")
    heard = []
    one.pages.traced.connect(lambda: heard.append(True))
    one.list.choose(one.list.models[0].path)
    one.pages.show_model(one.list.models[1], one.list.models)
    one.reject()
    qtbot.waitUntil(lambda: not tasks._small, timeout=10000)
    assert heard == []


def test_assess_opens_with_the_chosen_model(make, family, folder, opened):
    make("parent").form.assess.click()
    assert opened == [str(folder / "parent.safetensors")]


def test_models_of_optical_images_are_not_offered_for_export(make, folder):
    write_model(folder / "teacher.safetensors", modality="optical")
    assert not make("teacher").form.export_model.isEnabled()


@pytest.fixture
def started(monkeypatch):
    found = []

    def start(title, algorithm, parameters, on_finished):
        found.append((algorithm, parameters))
        return job.Job(job.JobRecord("key", title, algorithm, 0.0))

    monkeypatch.setattr(export_dialog.job, "start", start)
    return found


@pytest.fixture
def export(qtbot, stand_in, folder, tmp_path, provider):
    """The export dialog, once the engine has said what the scene in the project is."""

    def open_dialog(**changes):
        write_model(folder / "mine.safetensors", **changes)
        stand_in(f'say("result", outputs={{"text": "", "info": json.load(open({str(tmp_path / "info.json")!r}))}})')
        one = export_dialog.ExportDialog(str(folder / "mine.safetensors"), dataclasses.replace(CARD, **changes))
        qtbot.addWidget(one)
        one.show()
        qtbot.waitUntil(lambda: not one.scene.box.is_looking, timeout=20000)
        return one

    return open_dialog


@pytest.fixture
def scene(tmp_path):
    """A raster layer that is calibrated, and how to say otherwise."""
    from conftest import PRODUCT

    path = tmp_path / "scene.tif"
    gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1, gdal.GDT_UInt16).FlushCache()

    def say(**changes):
        (tmp_path / "info.json").write_text(json.dumps({**PRODUCT, **changes}))

    say()
    layer = QgsRasterLayer(str(path), "scene")
    QgsProject.instance().addMapLayer(layer)
    say.layer = layer
    return say


def test_the_formats_and_the_default_are_those_of_the_contract(export, scene):
    form, field = export().form, fields_of(ExportConfig)["to"]
    assert tuple(form.to.itemData(place) for place in range(form.to.count())) == FORMATS
    assert form.to.currentData() == field.default
    assert form.to.toolTip() == field.help


@pytest.mark.parametrize(("to", "suffix"), [("onnx", "mine.onnx"), ("deepness", "mine_deepness.onnx"), ("stac-mlm", "mine.json")])
def test_each_format_is_written_under_its_own_name(export, scene, started, tmp_path, monkeypatch, folder, to, suffix):
    monkeypatch.setattr(export_dialog, "writable_folder", lambda near: str(tmp_path))
    one = export()
    one.form.to.setCurrentIndex(FORMATS.index(to))
    one.form.write_model.click()
    asked = {"MODEL": str(folder / "mine.safetensors"), "TO": to, "OUTPUT": str(tmp_path / suffix), "OVERWRITE": False}
    assert started == [("echopatch:exportmodel", asked)]
    assert one.form.raster.isVisible() == (to != "stac-mlm")


def test_the_raster_that_deepness_needs_is_written_of_the_scene(export, scene, started, tmp_path, folder):
    one = export()
    assert "256 grey levels" in one.form.raster_word.text()
    one.form.write_raster.click()
    ((algorithm, asked),) = started
    assert algorithm == "echopatch:calibrate"
    assert asked == {
        "SCENE": str(tmp_path / "scene.tif"), "MODEL": str(folder / "mine.safetensors"), "SCALE": "model",
        "OUTPUT": str(tmp_path / "scene_8bit.tif"), "OVERWRITE": False,
    }  # fmt: skip


def test_the_written_raster_becomes_a_layer_even_after_the_dialog_has_gone(scene, tmp_path):
    export_dialog._add_raster(str(tmp_path / "scene.tif"), tasks.Outcome(True, False, {}, "", (), ""))
    assert len(QgsProject.instance().mapLayersByName("scene")) == 2
    export_dialog._add_raster(str(tmp_path / "gone.tif"), tasks.Outcome(True, False, {}, "", (), ""))
    export_dialog._add_raster(str(tmp_path / "scene.tif"), tasks.Outcome(False, True, {}, "", (), ""))
    assert len(QgsProject.instance().mapLayers()) == 2


def test_what_cannot_be_exported_says_why(export, scene, started):
    one = export(pixel_size_m=None)
    assert "unknown pixel size" in one.raster_problem()
    assert one.file_problem() == ""
    one.form.to.setCurrentIndex(FORMATS.index("deepness"))
    assert "Deepness asks for it" in one.form.file_reason.text()
    assert not one.form.write_model.isEnabled()
    one.write_model()
    one.write_raster()
    assert started == []


def test_an_existing_file_is_replaced_on_the_users_word_alone(export, scene, started, tmp_path):
    one = export()
    (tmp_path / "there.onnx").touch()
    one.form.output.setFilePath(str(tmp_path / "there.onnx"))
    assert "exists already" in one.form.file_reason.text()
    one.form.overwrite.setChecked(True)
    assert one.file_problem() == ""


def test_a_raster_that_does_not_say_what_its_pixels_are_is_asked_about(export, scene, tmp_path):
    scene(kind="raster", quantity="", calibration_factors=[], unknown=[{"code": "info-unknown-quantity", "text": ""}])
    one = export()
    assert one.raster_problem() != ""
    one.scene.settings.show_values({"quantity": "gamma0"})
    assert one.raster_problem() == ""


def test_a_scene_or_a_model_that_goes_away_cannot_be_used(export, scene, folder):
    one = export()
    QgsProject.instance().removeMapLayer(scene.layer.id())
    assert "Choose a scene" in one.form.raster_reason.text()
    (folder / "mine.safetensors").unlink()
    one.refresh()
    assert "not there any more" in one.form.file_reason.text()
    assert not one.form.write_model.isEnabled()


def test_the_real_engine_opens_imports_and_exports_the_shipped_model(real_engine, provider, qtbot, tmp_path, monkeypatch):
    shipped = Path(setup_models.__file__).parents[2] / "resources/models/echopatch-sim-resnet10.safetensors"
    if not shipped.is_file():
        pytest.skip("the shipped model is not in this checkout")
    path = library.import_model(str(shipped), lambda: False)
    monkeypatch.setattr(export_dialog, "writable_folder", lambda near: str(tmp_path))
    one = export_dialog.ExportDialog(path, library.read_card(path))
    qtbot.addWidget(one)
    one.form.to.setCurrentIndex(FORMATS.index("stac-mlm"))
    one.write_model()
    qtbot.waitUntil(lambda: one.run_view.job.record.has_ended, timeout=60000)
    item = json.loads((tmp_path / f"{shipped.stem}.json").read_text())
    assert item["assets"]["model"]["file:checksum"].endswith(model_pages.sha256_of(path, lambda: False))
