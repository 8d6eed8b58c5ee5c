"""Runs and their records: heard while they run, kept when they end, listed with line, log and outputs."""

import json
import struct
import zlib
from pathlib import Path

import pytest
from echopatch.ui import tasks
from echopatch.ui.jobs import history, job
from echopatch.ui.jobs.dock import JobsDock
from echopatch.ui.jobs.record import CANCELLED, DONE, FAILED, RUNNING, WAITING, JobRecord, record_from
from echopatch.ui.jobs.run_view import RunView
from echopatch.ui.jobs.words import left_s, took_words
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QApplication

DESCRIBE = "echopatch:describescene"
TALK = """
import threading
threading.Thread(target=lambda: (sys.stdin.readline(), say("failure", code="cancelled", values={}, message="stopped", detail=""),
                                 os._exit(3)), daemon=True).start()
home = os.environ["ECHOPATCH_HOME"]
say("progress", done=1, total=4, code="progress-training", text="Training")
say("metric", step=1, values={"training_loss": 1.25, "mean_recall": 0.5})
say("warning", code="training-resumed", values={"epoch": 1, "folder": "f"}, message="resumed")
say("picture", name="curves", path=home + "/curves.png")
while not os.path.exists(home + "/go"):
    time.sleep(0.02)
say("result", outputs={"text": "a scene", "info": {"kind": "EEC"}})
"""


def write_png(path: Path, side: int = 8) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(side) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


@pytest.fixture
def scene(tmp_path):
    (tmp_path / "scene").mkdir()
    return {"SCENE": str(tmp_path / "scene")}


@pytest.fixture(autouse=True)
def nothing_left(qtbot):
    yield
    tasks.stop_all()
    qtbot.waitUntil(lambda: not tasks.running_jobs(), timeout=20000)
    job._jobs.clear()


@pytest.fixture
def start(provider, stand_in, scene, home):
    write_png(home / "curves.png")

    def one(code=TALK, title="Look", on_finished=lambda outcome: None):
        stand_in(code)
        return job.start(title, DESCRIBE, scene, on_finished)

    return one


@pytest.fixture
def go(home):
    return (home / "go").touch


def heard(qtbot, one):
    qtbot.waitUntil(lambda: bool(one.record.pictures), timeout=20000)


def ended(qtbot, one):
    qtbot.waitUntil(lambda: one.record.has_ended, timeout=20000)


def test_a_record_holds_what_the_run_says_while_it_says_it(start, qtbot, go):
    one = start()
    heard(qtbot, one)
    record = one.record
    assert (record.state, record.done, record.total) == (RUNNING, 1, 4)
    assert record.metrics == [{"step": 1, "training_loss": 1.25, "mean_recall": 0.5}]
    assert record.pictures["curves"].endswith("curves.png")
    assert record.console_line.startswith("echopatch info")
    assert len(record.warnings) == 1
    go()
    ended(qtbot, one)
    assert record.state == DONE
    assert record.outputs["TEXT"] == "a scene"
    assert "echopatch info" in record.log
    assert record.started_s <= record.ended_s


def test_a_failure_is_on_record_with_its_sentence(start, qtbot):
    one = start('say("failure", code="scene-no-product", values={"path": "x"}, message="...", detail="")')
    ended(qtbot, one)
    assert one.record.state == FAILED
    assert one.record.error.startswith("x holds no TerraSAR-X")


def test_a_run_that_cannot_begin_is_on_record_as_failed(provider, stand_in, qtbot):
    stand_in(TALK)
    outcomes = []
    one = job.start("Look", DESCRIBE, {"SCENE": "/no/such/scene"}, outcomes.append)
    ended(qtbot, one)
    assert one.record.state == FAILED
    assert len(outcomes) == 1


def test_the_second_run_waits_and_says_so(start, qtbot, go):
    first, second = start(), start()
    heard(qtbot, first)
    assert second.record.state == WAITING
    go()
    ended(qtbot, second)
    assert (first.record.state, second.record.state) == (DONE, DONE)


def test_cancel_stops_a_run_and_a_waiting_one(start, qtbot):
    first, second = start(), start()
    heard(qtbot, first)
    second.cancel()
    ended(qtbot, second)
    assert first.record.state == RUNNING
    first.cancel()
    assert first.is_stopping
    ended(qtbot, first)
    assert (first.record.state, second.record.state) == (CANCELLED, CANCELLED)


def test_a_record_is_read_as_it_was_written(start, qtbot, go):
    go()
    one = start()
    ended(qtbot, one)
    assert history.past_records() == [one.record]
    assert record_from(one.record.to_json()) == one.record


def test_a_run_whose_window_is_gone_counts_as_failed():
    history.save(JobRecord("1", "Train", "echopatch:train", 1.0, state=RUNNING, started_s=2.0))
    (record,) = history.past_records()
    assert record.state == FAILED
    assert took_words(record) == ""
    assert "QGIS ended" in record.error


@pytest.mark.parametrize("text", ["", "[]", '{"key": "1"}', '{"key": '])
def test_a_broken_record_is_passed_over(home, text):
    (home / "jobs").mkdir(parents=True)
    (home / "jobs" / "1.json").write_text(text)
    assert history.past_records() == []


def test_what_a_newer_plugin_has_written_is_read_without_it():
    content = {**json.loads(JobRecord("1", "Train", "a", 1.0).to_json()), "moon": "full"}
    assert record_from(json.dumps(content)).title == "Train"


def test_the_last_hundred_are_kept():
    for number in range(103):
        history.save(JobRecord(f"{number:03}", "Train", "a", float(number), state=DONE))
    keys = [record.key for record in history.past_records()]
    assert keys == [f"{number:03}" for number in range(102, 2, -1)]


def test_a_disk_that_takes_no_record_harms_no_run(start, qtbot, home, go):
    (home / "jobs").write_text("in the way")
    go()
    one = start()
    ended(qtbot, one)
    assert one.record.state == DONE


@pytest.mark.parametrize(("done", "stage_s", "left"), [(25, 10.0, 30.0), (0, 10.0, None), (25, 1.0, None), (100, 10.0, 0.0)])
def test_the_time_left_follows_from_the_stage_so_far(done, stage_s, left):
    assert left_s(JobRecord("1", "t", "a", 0.0, done=done, total=100), stage_s) == left


def test_the_view_shows_a_run_live_and_its_end(start, qtbot, go):
    view = RunView()
    qtbot.addWidget(view)
    view.show()
    one = start()
    view.show_job(one)
    heard(qtbot, one)
    assert view.cancel_button.isEnabled()
    assert "mean recall (validation) <b>0.500</b>" in view.figures.text()
    assert [view.tabs.tabText(tab) for tab in range(view.tabs.count())] == ["Curves", "⚠ Warnings (1)"]
    assert not view.tabs.widget(0).is_empty
    go()
    ended(qtbot, one)
    assert view.text.text().startswith("Done after")
    assert not view.cancel_button.isVisible()


def test_a_picture_is_read_anew_when_it_changes(start, qtbot, home):
    view = RunView()
    qtbot.addWidget(view)
    one = start()
    view.show_job(one)
    heard(qtbot, one)
    write_png(home / "curves.png", 16)
    view._look()
    assert view.tabs.widget(0)._pixmap.width() == 16
    (home / "curves.png").unlink()
    view._look()
    assert view.tabs.widget(0)._pixmap.width() == 16


def test_a_run_outlives_the_view_that_shows_it(start, qtbot, go):
    view = RunView()
    one = start()
    view.show_job(one)
    heard(qtbot, one)
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go()
    ended(qtbot, one)
    assert one.record.state == DONE


@pytest.fixture
def dock(qtbot):
    one = JobsDock()
    qtbot.addWidget(one)
    yield one
    one.close_for_good()


def titles(dock):
    return [item.text(0) for item in dock._items()]


def test_the_dock_lists_past_runs_and_new_ones_above(start, qtbot, go, provider):
    history.save(JobRecord("1", "Old", "echopatch:train", 1.0, state=DONE, log="the log", console_line="echopatch train"))
    dock = JobsDock()
    qtbot.addWidget(dock)
    start(title="New")
    assert titles(dock) == ["New", "Old"]
    dock.list.setCurrentItem(dock._items()[1])
    assert dock.log.toPlainText() == "the log"
    dock.copy_button.click()
    assert QApplication.clipboard().text() == "echopatch train"
    dock.close_for_good()


def test_the_dock_follows_a_run_to_its_outputs(dock, start, qtbot, go):
    one = start(title="New")
    heard(qtbot, one)
    assert dock.line.text().startswith("echopatch info")
    assert not dock.remove_button.isEnabled()
    go()
    ended(qtbot, one)
    assert dock._items()[0].text(1) == "done"
    assert dock.outputs.list.topLevelItemCount() == 2
    assert "echopatch info" in dock.log.toPlainText()


def test_a_run_taken_off_the_list_does_not_come_back(dock, start, qtbot, go):
    go()
    one = start()
    ended(qtbot, one)
    dock.remove_button.click()
    assert titles(dock) == []
    assert history.past_records() == []
    assert job.jobs() == ()


def test_outputs_are_added_to_the_project_as_layers(dock, result_gpkg, tmp_path):
    history.save(JobRecord("1", "Classify", "echopatch:classify", 1.0, state=DONE, outputs={"OUTPUT": str(result_gpkg), "CELLS": 3}))
    dock._add(history.past_records()[0])
    dock.list.setCurrentItem(dock._items()[0])
    dock.outputs.list.setCurrentItem(dock.outputs.list.topLevelItem(0))
    assert dock.outputs.add_button.isEnabled()
    dock.outputs.add_button.click()
    assert {layer.name() for layer in QgsProject.instance().mapLayers().values()} == {"Regions", "Cells", "Run"}
    dock.outputs.list.setCurrentItem(dock.outputs.list.topLevelItem(1))
    assert not dock.outputs.open_button.isEnabled()
