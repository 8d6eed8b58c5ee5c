"""The dialog that makes synthetic patches: classes with the rare ones marked, a generator, what it makes, and whether that helps."""

import dataclasses
import json
import sqlite3
import struct
from contextlib import closing
from types import SimpleNamespace

import pytest
from echopatch.core.contract.commands.generation import GanSampleConfig, GanTrainConfig, GeneratorOptions
from echopatch.core.contract.commands.generation_trial import GanTrialConfig
from echopatch.core.contract.generator_card import GENERATOR_KEY, GeneratorCard
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.ui import tasks
from echopatch.ui.augment import effort, generator_page
from echopatch.ui.augment.dialog import AugmentDialog
from echopatch.ui.augment.findings import read_quality, read_trial
from echopatch.ui.augment.patch_counts import rare_classes, read_counts
from echopatch.ui.fields import fields_of
from echopatch.ui.jobs import job
from echopatch.ui.jobs.record import CANCELLED
from echopatch.ui.learning.desk import LearningDesk
from echopatch.ui.learning.fine_tune_dialog import FineTuneDialog
from echopatch.ui.settings_form import SettingsForm
from echopatch.ui.translation import Told
from learning_stage import write_model
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow

LEGEND = (*TERRASAR_X_LEGEND[:2], TERRASAR_X_LEGEND[6])
COUNTS = {1: (10, 2, 4), 2: (100, 20, 20), 7: (60, 10, 9)}
CARD = GeneratorCard("g", LEGEND, True, "full", 64, 64, 2.5, ("HH",), "gamma0", -30.0, 10.0, 32, 64, "paper", True, {
    "patches_by_class": {"Settlements": 10, "Industrial areas": 100, "Water bodies": 60}, "steps": 4000,
})  # fmt: skip
# a training goes on until there is a file called "go", or a cancel; the rest is done at once
ENGINE = """
import threading
home = os.environ["ECHOPATCH_HOME"]
with open(home + "/asked", "a") as asked:
    asked.write(json.dumps(words) + "\\n")
output = given("--output")
if words[:2] == ["gan", "train"]:
    partial = output.replace(".safetensors", ".partial.run")
    os.makedirs(partial, exist_ok=True)
    threading.Thread(target=lambda: (sys.stdin.readline(), say("failure", code="cancelled", values={}, message="stopped", detail=""),
                                     os._exit(3)), daemon=True).start()
    say("metric", step=0, values={"seconds_per_step": 0.5, "expected_minutes": 33.0})
    say("metric", step=20, values={"real": 0.5, "made": 0.25, "convergence": 0.75, "k": 0.1, "diversity": 0.5})
    while not os.path.exists(home + "/go"):
        time.sleep(0.02)
    shutil.copy(home + "/generator.safetensors", output)
    shutil.rmtree(partial)
    say("result", outputs={"generator": output, "run": output, "steps": 4000, "convergence": 0.5, "diversity": 0.9, "ended": "whole"})
elif words[:2] == ["gan", "sample"]:
    shutil.copytree(home + "/real.patchset", output)
    numbers = {"kept": {"Settlements": 8}, "made": {"Settlements": 12}, "improbable": {"Settlements": 3}, "far": {"Settlements": 1}}
    say("result", outputs={"patches": output, "count": 8, **numbers})
else:
    os.makedirs(output)
    name = "trial.json" if words[1] == "trial" else "metrics.json"
    shutil.copy(home + "/" + name, output)
    say("result", outputs={"report": output, "verdict": "A sentence of the engine.", "runs": 4, "patches": 8, "copies": 0})
"""


def gain(value, low, high, verdict):
    return {"value": value, "low": low, "high": high, "p": 0.01, "adjusted_p": 0.02, "places": None, "verdict": verdict}


TRIAL = {
    "chosen": ["Settlements"], "margin": 0.03, "repetitions": 3,
    "verdicts": {"given": 2, "apart_unadjusted": 1, "apart_by_chance": 0.1},
    "comparisons": [
        {"size": 5, "kind": "alone", "arm": "gan-filter", "against": "none", "gains": {
            "mean recall": gain(0.02, -0.01, 0.05, "not enough evidence"), "Settlements": gain(0.125, 0.05, 0.2, "helps")}},
        {"size": 0, "kind": "cheaper", "arm": "gan-filter", "against": "oversampling", "gains": {}},
    ],
}  # fmt: skip
QUALITY = {
    "caveats": [
        {"level": "note", "code": "quality-frechet-bias", "values": {"patches": 8}, "text": "..."},
        {"level": "alarm", "code": "quality-copies", "values": {"cases": "Settlements 1 / 8"}, "text": "..."},
    ],
    "classes": [{
        "code": 1, "name": "Settlements", "patches": {"synthetic": 8, "training": 10, "held_out": 0}, "memorisation": {"copies": 1},
        "distances": {"synthetic": {"levels_db": 1.5, "kernel": 0.02}, "real": {"levels_db": 0.5, "kernel": None},
                      "held_out": {"levels_db": 0.25, "kernel": 0.005}},
        "properties": {
            "synthetic": {"looks": 3.0, "rows_px": 4.0, "columns_px": 1.0, "similarity": 0.25},
            "real": {"looks": 2.0, "rows_px": 1.0, "columns_px": 1.0, "similarity": 0.125},
        },
    }],
}  # fmt: skip


def write_set(folder, counts=None, **changes):
    """A patch set without pixels: the host reads description and index alone."""
    folder.mkdir(parents=True)
    settings = {"patch_px": 64, "quantity": "gamma0", "classes": [dataclasses.asdict(one) for one in LEGEND], **changes}
    (folder / "set.json").write_text(json.dumps(settings))
    with closing(sqlite3.connect(folder / "index.gpkg")) as database, database:
        database.execute("CREATE TABLE patches (label INTEGER, split TEXT, source TEXT)")
        for code, numbers in (counts or COUNTS).items():
            for split, number in zip(("train", "validation", "test"), numbers, strict=True):
                database.executemany("INSERT INTO patches VALUES (?, ?, 'real')", [(code, split)] * number)
        database.execute("INSERT INTO patches VALUES (1, 'train', 'synthetic')")
    return str(folder)


def write_generator(path, **changes):
    card = dataclasses.replace(CARD, **changes)
    header = json.dumps({"__metadata__": {GENERATOR_KEY: card.to_json()}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return str(path)


@pytest.fixture(autouse=True)
def nothing_left(qtbot):
    yield
    tasks.stop_all()
    qtbot.waitUntil(lambda: not tasks.running_jobs(), timeout=20000)
    job._jobs.clear()


@pytest.fixture
def stage(provider, stand_in, home):
    """An engine, real patches, a generator, and reports."""
    home.mkdir(parents=True, exist_ok=True)
    stand_in(ENGINE)
    write_generator(home / "generator.safetensors")
    (home / "trial.json").write_text(json.dumps(TRIAL))
    (home / "metrics.json").write_text(json.dumps(QUALITY))
    return SimpleNamespace(patches=write_set(home / "real.patchset"), generator=str(home / "generator.safetensors"))


@pytest.fixture
def desk(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    said = []
    bar = SimpleNamespace(pushMessage=lambda *words: said.append(words))
    one = LearningDesk(SimpleNamespace(mainWindow=lambda: window, messageBar=lambda: bar), lambda path: None)
    one.said = said
    yield one
    one.close()


@pytest.fixture
def dialog(stage, desk):
    desk.augment()
    return desk._dialogs[AugmentDialog]


@pytest.fixture
def ready(dialog, stage):
    dialog.patches.choose(stage.patches)
    return dialog


def asked(home):
    return [json.loads(line) for line in (home / "asked").read_text().splitlines()]


def after(words, flag):
    """The words behind a flag, up to the next one."""
    rest = words[words.index(flag) + 1 :]
    return rest[: next((place for place, word in enumerate(rest) if word.startswith("--")), len(rest))]


def ended(page, qtbot):
    qtbot.waitUntil(lambda: not page.is_running, timeout=20000)


def training(dialog, qtbot):
    dialog.generator.form.train.click()
    qtbot.waitUntil(lambda: len(dialog.generator.view.record.metrics) == 2, timeout=20000)


def tick(dialog, *names):
    dialog.patches.classes.show_classes(dialog.patches.counts.classes, names)
    dialog.patches.classes.edited.emit()


def test_synthetic_patches_are_not_counted_and_the_rare_class_is_marked(stage):
    counts = read_counts(stage.patches)
    assert [(one.name, one.train, one.is_rare, one.is_few) for one in counts.classes] == [
        ("Settlements", 10, True, True), ("Industrial areas", 100, False, False), ("Water bodies", 60, False, False),
    ]  # fmt: skip
    assert (counts.count("train"), counts.count("test")) == (170, 33)
    assert rare_classes(counts) == ("Settlements",)


def test_without_a_rare_class_the_smallest_one_is_proposed(tmp_path):
    counts = read_counts(write_set(tmp_path / "even.patchset", {1: (30, 0, 0), 2: (31, 0, 0), 7: (1, 0, 0)}))
    assert rare_classes(counts) == ("Settlements",), "one patch is too few to learn from"


def test_a_folder_that_is_no_patch_set_says_so(tmp_path):
    with pytest.raises(Told, match="is no patch set"):
        read_counts(str(tmp_path))


def test_the_first_page_says_what_is_missing(dialog, stage, tmp_path):
    assert dialog.patches.problem() == "Choose a patch set: a folder that ends in .patchset."
    dialog.patches.choose(str(tmp_path))
    assert "is no patch set" in dialog.patches.problem()
    dialog.patches.choose(stage.patches)
    assert dialog.patches.problem() == ""
    assert dialog.patches.classes.chosen == ("Settlements",)
    tick(dialog)
    assert "Tick at least one class" in dialog.patches.problem()
    assert not dialog.generator.form.train.isEnabled()
    assert not dialog.trial.form.begin.isEnabled()


def test_optical_chips_are_refused(dialog, tmp_path):
    dialog.patches.choose(write_set(tmp_path / "optical.patchset", quantity="rgb"))
    assert "optical images" in dialog.generator.problem()


def test_defaults_are_those_of_the_contract(ready):
    assert ready.generator.values() == {}
    assert ready.generator.scenario == GeneratorOptions.scenario
    assert ready.generator.form.learn_all.isChecked() == GanTrialConfig.learn_all
    assert ready.make.form.count.value() == GanSampleConfig.count
    ready.generator.form.expert.setChecked(True)
    assert ready.generator.values() == {}


def test_the_expert_forms_hold_every_setting_that_is_not_asked_elsewhere(ready):
    elsewhere = {"patches", "output", "classes", "overwrite"}
    assert set(ready.generator.settings._fields) == set(fields_of(GanTrainConfig)) - elsewhere
    assert set(ready.trial.settings._fields) == set(fields_of(GanTrialConfig)) - elsewhere
    own = elsewhere | {"generator", "count", "model"}
    assert set(ready.make.settings._fields) == set(fields_of(GanSampleConfig)) - own


def test_arms_are_ticked_in_a_list(qtbot):
    form = SettingsForm(GanTrialConfig)
    qtbot.addWidget(form)
    assert form.values() == {}
    with qtbot.waitSignal(form.changed):
        form.show_values({"arms": ("none", "gan")})
    assert form.values() == {"arms": ("none", "gan")}


def test_the_expert_form_begins_with_the_simple_choice(ready):
    ready.generator.form.crop.setChecked(True)
    ready.generator.form.small.setChecked(True)
    ready.generator.form.expert.setChecked(True)
    assert ready.generator.values() == {"scenario": "crop", "width": GeneratorOptions.width // 2, "steps": GeneratorOptions.steps // 4}
    assert ready.generator.scenario == "crop"


# 160 -> 80 -> 40 -> 20 -> 10; 100 -> 50 -> 25; 60 -> 30 -> 15; half of 32 is 16 -> 8
SIZES = [(160, "full", True), (100, "full", False), (60, "full", True), (32, "crop", True)]


@pytest.mark.parametrize(("patch_px", "scenario", "can"), SIZES)
def test_patches_that_cannot_be_made_are_refused_by_scenario(ready, tmp_path, patch_px, scenario, can):
    ready.patches.choose(write_set(tmp_path / "other.patchset", patch_px=patch_px))
    getattr(ready.generator.form, scenario).setChecked(True)
    assert (ready.generator.size_problem() == "") == can


def test_the_time_of_a_generator_follows_its_pixels_and_its_width():
    details = {"device": "cpu", "patches_per_s": {"fp32": 100.0}}
    measured = {"width": 16, "batch_size": 16, "steps": 1000}
    assert effort.generator_seconds(measured, 64, details) == pytest.approx(440), "44 passes a step, 100 passes a second"
    assert effort.generator_seconds(measured, 128, details) == pytest.approx(4 * 440)
    assert effort.generator_seconds({**measured, "scenario": "crop"}, 128, details) == pytest.approx(440)
    assert effort.generator_seconds({**measured, "width": 32}, 64, details) == pytest.approx(1270, rel=0.03), "127 were measured"
    assert effort.generator_seconds(measured, 64, {}) is None


def test_each_size_says_its_own_time(ready, monkeypatch):
    details = {"device": "cpu", "patches_per_s": {"fp32": 400.0}}
    monkeypatch.setattr(generator_page, "engine_state", lambda: SimpleNamespace(kind="ready", details=details))
    ready.generator.form.small.setChecked(True)
    times = [getattr(ready.generator.form, f"{size}_note").text().partition(" About ")[2] for size in ("small", "usual", "large")]
    assert len(set(times)) == 3


def test_a_generator_is_trained_followed_and_taken_to_the_next_page(ready, qtbot, home):
    training(ready, qtbot)
    assert not ready.generator.form.train.isEnabled()
    assert "under way" in ready.generator.problem()
    assert "convergence M" in ready.generator.view.figures.text()
    (home / "go").touch()
    ended(ready.generator, qtbot)
    words = asked(home)[0]
    assert after(words, "--classes") == ["Settlements", "Industrial areas", "Water bodies"], "all are learned"
    assert ready.make.generator == after(words, "--output")[0]
    assert "Settlements (10)" in ready.make.form.card.text()
    assert ready.make.made_classes() == ("Settlements",), "only the ticked ones are made"
    assert "0.90" in ready.generator.note.text()


def test_only_the_ticked_classes_are_learned_on_demand(ready):
    ready.generator.form.learn_all.setChecked(False)
    assert ready.generator.learned_classes() == ("Settlements",)
    assert ready.trial.values()["learn_all"] is False


def test_a_cancel_keeps_the_steps_and_the_same_settings_go_on(ready, qtbot, home):
    training(ready, qtbot)
    record, output = ready.generator.view.record, ready.generator.output
    ready.generator.view.cancel_button.click()
    ended(ready.generator, qtbot)
    assert record.state == CANCELLED
    assert "go on from there" in ready.generator.note.text()
    assert ready.generator.output == output, "the name stays"
    assert ready.generator.form.train.text() == "Go On Training"
    (home / "go").touch()
    training(ready, qtbot)
    ended(ready.generator, qtbot)
    first, second = asked(home)
    assert first == second


def test_closing_the_dialog_leaves_the_run_going(ready, desk, qtbot, home):
    training(ready, qtbot)
    ready.reject()
    (home / "go").touch()
    ended(ready.generator, qtbot)
    assert any("done" in words[1] for words in desk.said)
    desk.augment()
    assert ready.isVisible()
    assert ready.make.generator


def test_the_plugin_may_go_while_a_generator_learns(ready, desk, qtbot):
    training(ready, qtbot)
    desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert tasks.stop_all()
    qtbot.waitUntil(lambda: not tasks.running_jobs(), timeout=20000)
    assert desk.said == []


def made(ready, stage, qtbot):
    ready.make.form.generator.setFilePath(stage.generator)
    ready.make.form.make.click()
    ended(ready.make, qtbot)


def test_what_was_kept_and_dropped_is_shown_by_class(ready, stage, qtbot, home):
    made(ready, stage, qtbot)
    words = asked(home)[0]
    assert after(words, "--classes") == ["Settlements"]
    assert after(words, "--model"), "a model of the library knows the classes, and filters"
    assert ready.make.answers.currentWidget() is ready.make.kept
    assert ready.make.kept.headline.text() == "Kept 8 of 12 patches."
    (row,) = ready.make.kept.findings.rows
    assert [one.text for one in row.figures] == ["12", "8", "3", "1"]


def test_a_filter_must_know_the_classes(ready, stage, home):
    ready.make.form.generator.setFilePath(stage.generator)
    assert ready.make.form.filtered.isChecked(), "the first model of the library can"
    ready.make.form.filtered.click()
    ready.make.form.filtered.click()
    ready.make.filter.choose(write_model(home / "other.safetensors", classes=(LandClass(1, "Corn", "#ffffff"),)))
    assert "does not know the class 'Settlements'" in ready.make.problem()
    ready.make.filter.choose(write_model(home / "fit.safetensors"))
    assert ready.make.problem() == ""
    parameters = ready.make.parameters()
    assert parameters["MODEL"] == str(home / "fit.safetensors")
    assert parameters["PATCHES"] == stage.patches


def test_a_filter_that_is_not_wanted_stays_off(ready, stage):
    ready.make.form.generator.setFilePath(stage.generator)
    ready.make.form.filtered.click()
    ready.make.refresh()
    assert "MODEL" not in ready.make.parameters()


def test_a_mixture_cannot_be_made_without_a_filter(ready, home):
    ready.make.form.generator.setFilePath(write_generator(home / "mixed.safetensors", conditional=False))
    assert ready.make.problem() == ""
    ready.make.form.filtered.click()
    assert "a model must say which is which" in ready.make.problem()


def test_a_classifier_is_no_generator(ready, home):
    ready.make.form.generator.setFilePath(write_model(home / "model.safetensors"))
    assert "is no generator" in ready.make.problem()
    assert not ready.make.form.make.isEnabled()


def test_quality_is_shown_beside_the_real_figures(ready, stage, qtbot):
    made(ready, stage, qtbot)
    ready.make.form.assess.click()
    ended(ready.make, qtbot)
    assert ready.make.answers.currentWidget() is ready.make.quality
    findings = ready.make.quality.findings
    assert findings.headline == "A sentence of the engine."
    assert [one.text for one in findings.rows[0].figures] == [
        "1.5 (0.5)",
        "3.0 (2.0)",
        "2.0 (1.0)",
        "0.020 (0.005)",
        "0.25 (0.13)",
        "1 / 8",
    ]
    assert [one.level for one in findings.remarks] == ["alarm", "note"]
    assert findings.report.endswith("report.html")


def test_the_dialog_that_trains_opens_with_the_synthetic_patches(ready, stage, desk, qtbot):
    made(ready, stage, qtbot)
    ready.make.form.train.click()
    dialog = desk._dialogs[FineTuneDialog]
    assert dialog.patches.patch_set == stage.patches
    assert dialog.values()["add"] == (f"{ready.make.made}/set.json",)


def test_a_trial_needs_test_patches_of_what_it_judges(ready, tmp_path):
    ready.patches.choose(write_set(tmp_path / "untested.patchset", {1: (10, 2, 0), 2: (100, 0, 9)}))
    assert "no test patches of Settlements" in ready.trial.problem()
    assert not ready.trial.form.begin.isEnabled()


def test_a_trial_asks_for_half_and_all_of_the_rare_patches_with_the_generator_of_its_page(ready, qtbot, home):
    ready.generator.form.small.setChecked(True)
    ready.trial.form.begin.click()
    ended(ready.trial, qtbot)
    words = asked(home)[0]
    assert (after(words, "--sizes"), after(words, "--arms")) == (["5"], ["none", "oversampling", "gan-filter"])
    assert (after(words, "--width"), after(words, "--seeds")) == ([str(GeneratorOptions.width // 2)], ["3"])
    assert "--rare-only" in words
    assert ready.trial.answers.currentWidget() is ready.trial.verdict
    assert ready.trial.verdict.headline.text() == "A sentence of the engine."


def test_the_learning_curve_is_the_contracts_own_trial(ready):
    ready.trial.form.whole_trial.setChecked(True)
    assert ready.trial.values() == {}


def test_a_trial_shows_gains_by_synthetic_patches_alone(stage, home):
    findings = read_trial(str(home), "said")
    assert [one.title for one in findings.columns] == ["gan-filter − none, 5 per class"], "what costs less stands in the report"
    mean, settlements = findings.rows
    assert settlements.name == "★ Settlements"
    assert settlements.figures[0].text == "+12.5  helps"
    assert settlements.figures[0].reliable
    assert not mean.figures[0].reliable, "hollow: there is not enough evidence"


@pytest.mark.parametrize("read", [read_quality, read_trial])
def test_a_report_that_is_not_whole_says_so(read, tmp_path):
    (tmp_path / "metrics.json").write_text("{}")
    (tmp_path / "trial.json").write_text("{}")
    with pytest.raises(Told, match="no whole report"):
        read(str(tmp_path), "")
