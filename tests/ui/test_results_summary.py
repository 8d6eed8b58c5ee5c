"""A result in numbers: what the panel and the message bar say is what the GeoPackage holds."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.ui import tasks
from echopatch.ui.bar_chart import BarChart
from echopatch.ui.classify import desk, runs
from echopatch.ui.result import ResultBroken
from echopatch.ui.result_panel import ResultPanel
from echopatch.ui.result_summary import read_summary
from echopatch.ui.result_words import facts_of_run, one_line, run_html
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QMainWindow, QPushButton

RUN = {
    "complete": 1, "command": "echopatch classify --scene a --model m", "model_name": "tiny", "model_sha256": "ab" * 32, "scene_id": "TSX1",
    "asserted": json.dumps({"quantity": "gamma0"}), "versions": json.dumps({"echopatch": "0.1.0", "torch": "2"}), "device": "cpu",
    "precision": "bf16", "finished": "2026-01-02T03:04:05Z", "seconds": 42.0,
    "warnings": json.dumps([{"code": "classify-unlike-looks", "message": "m", "values": {"scene": "9", "model": "1..6"}}]),
}  # fmt: skip
# class code, status, area in m², cells, confidence
REGIONS = [(7, "ok", 3_000_000.0, 300, 0.9), (7, "unsure", 1_000_000.0, 100, 0.4), (1, "ok", 50_000.0, 5, 0.8), (1, "ok", 10_000.0, 1, 0.5)]


@pytest.fixture
def result(tmp_path) -> Path:
    """The tables of a result that the summary reads."""
    path = tmp_path / "numbers.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE classes (fid INTEGER PRIMARY KEY, code, name, colour)")
        database.executemany("INSERT INTO classes VALUES (NULL, ?, ?, ?)", [(one.code, one.name, one.colour) for one in TERRASAR_X_LEGEND])
        database.execute("CREATE TABLE regions (class_code, status, area_m2, cells, confidence)")
        database.executemany("INSERT INTO regions VALUES (?, ?, ?, ?, ?)", REGIONS)
        database.execute("CREATE TABLE cells (status)")
        database.executemany("INSERT INTO cells VALUES (?)", [("ok",)] * 306 + [("unsure",)] * 100)
        database.execute(f"CREATE TABLE runs (fid INTEGER PRIMARY KEY, {', '.join(RUN)})")
        database.execute(f"INSERT INTO runs VALUES (NULL, {', '.join('?' * len(RUN))})", tuple(RUN.values()))  # noqa: S608
    return path


def test_the_numbers_are_those_of_the_regions(result):
    summary = read_summary(str(result))
    water, settlements = summary.largest
    assert [one.code for one in summary.classes] == [1, 2, 3, 4, 5, 6, 7]
    assert (water.name, water.area_m2, water.unsure_m2, water.cells, water.regions) == ("Water bodies", 4e6, 1e6, 400, 2)
    assert water.confidence == pytest.approx((0.9 * 300 + 0.4 * 100) / 400)
    assert (settlements.area_m2, settlements.unsure_m2) == (60_000, 0)
    assert (summary.cells, summary.unsure_cells, summary.regions, summary.area_m2) == (406, 100, 4, 4_060_000)
    assert summary.complete


def test_warnings_are_sentences_for_the_user(result):
    assert read_summary(str(result)).warnings == ("The scene has 9 looks, the model was trained on 1..6: trust the result less",)


def test_one_line_names_the_largest_classes_the_doubts_and_the_time(result):
    line = one_line(read_summary(str(result)))
    assert line == "406 cells, Water bodies 98.5 %, Settlements 1.5 %, 24.6 % unsure in 42 s: numbers"


def test_the_facts_tell_how_the_result_came_about(result):
    facts = dict(facts_of_run(read_summary(str(result))))
    assert facts["Your word"] == "quantity = gamma0"
    assert facts["Model"].startswith("tiny (SHA-256 abababababab")
    assert facts["Computed"] == "2026-01-02 03:04 UTC, 42 s"
    assert facts["Total area"] == "4.06 km²"


def test_the_panel_shows_warnings_and_the_console_line_and_keeps_markup_out(result, qtbot):
    with closing(sqlite3.connect(result)) as database, database:
        database.execute("UPDATE runs SET command = 'echopatch <b>', complete = 0")
    html = run_html(read_summary(str(result)))
    assert "echopatch &lt;b&gt;" in html
    assert "9 looks" in html
    assert "incomplete" in html


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to be taken for one"])
def test_a_file_that_is_no_result_is_refused(tmp_path, content):
    (tmp_path / "other.gpkg").write_bytes(content)
    with pytest.raises(ResultBroken, match=r"other\.gpkg is no whole result"):
        read_summary(str(tmp_path / "other.gpkg"))


def test_reading_never_changes_a_result_nor_makes_one(result, tmp_path):
    before = result.read_bytes()
    read_summary(str(result))
    assert result.read_bytes() == before
    with pytest.raises(ResultBroken):
        read_summary(str(tmp_path / "none.gpkg"))
    assert not (tmp_path / "none.gpkg").exists()


def test_the_longest_bar_is_the_largest_class_in_its_colour(result, qtbot):
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.show_classes(read_summary(str(result)).classes)
    picture = chart.grab().toImage()
    row = chart._row_px()
    blue = sum(picture.pixelColor(x, round(6.5 * row)) == QColor("#2b7bba") for x in range(500))
    red = sum(picture.pixelColor(x, round(0.5 * row)) == QColor("#d7301f") for x in range(500))
    assert blue > 20 * max(1, red)
    assert "Water bodies 4.00 km²" in chart.accessibleDescription()


def test_the_panel_copies_the_console_line(result, qtbot):
    panel = ResultPanel()
    qtbot.addWidget(panel)
    assert not panel._copy.isEnabled()
    panel.show_summary(read_summary(str(result)))
    panel._copy.click()
    assert QgsApplication.clipboard().text() == RUN["command"]
    assert panel.minimumSizeHint().width() < 500


class Iface:
    """The parts of QGIS's window that the desk uses."""

    def __init__(self, window, canvas):
        self.window, self.canvas, self.bar = window, canvas, QgsMessageBar(window)
        self.docks, self.log_shown = [], []

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def addDockWidget(self, area, dock):
        self.docks.append(dock)
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.docks.remove(dock)
        self.window.removeDockWidget(dock)

    def openMessageLog(self):
        self.log_shown.append(True)

    def texts(self) -> str:
        return " ".join(item.text() for item in self.bar.items())


@pytest.fixture
def iface(qtbot, qgis_canvas):
    window = QMainWindow()
    qtbot.addWidget(window)
    return Iface(window, qgis_canvas)


@pytest.fixture
def one(iface):
    made = desk.ClassifyDesk(iface)
    yield made
    made.close()


def outcome(**changes) -> tasks.Outcome:
    return tasks.Outcome(**{"ok": True, "cancelled": False, "results": {}, "error": "", "warnings": (), "log": "", **changes})


def test_a_finished_run_becomes_a_group_and_one_line_with_details(one, iface, result_gpkg, result, monkeypatch, qtbot):
    summary = read_summary(str(result))
    monkeypatch.setattr(desk, "read_summary", lambda path: summary)
    one._on_finished(runs.Run("scene", str(result_gpkg)), outcome())
    qtbot.waitUntil(lambda: "406 cells" in iface.texts(), timeout=10000)
    assert QgsProject.instance().layerTreeRoot().findGroup("result") is not None
    assert iface.docks == []  # nothing opens unasked
    iface.bar.findChild(QPushButton).click()
    (panel,) = iface.docks
    assert panel.summary is summary
    one.close()
    assert iface.docks == []


def test_a_failed_run_says_why_and_shows_the_log(one, iface):
    one._on_finished(runs.Run("scene", "r.gpkg"), outcome(ok=False, error="The disk is full."))
    assert "scene was not classified. The disk is full." in iface.texts()
    iface.bar.findChild(QPushButton).click()
    assert iface.log_shown == [True]


def test_a_stopped_run_says_where_its_part_lies(one, iface, tmp_path):
    run = runs.Run("scene", str(tmp_path / "r.gpkg"))
    one._on_finished(run, outcome(ok=False, cancelled=True))
    assert iface.texts() == "scene: stopped as asked."
    (tmp_path / "r.partial.gpkg").touch()
    one._on_finished(run, outcome(ok=False, cancelled=True))
    assert "r.partial.gpkg" in iface.texts()


def test_a_result_that_cannot_be_shown_is_reported(one, iface, result):
    one._on_finished(runs.Run("scene", str(result)), outcome())
    assert "no whole result" in iface.texts()
    assert not QgsProject.instance().mapLayers()


def test_nothing_is_said_or_added_after_the_plugin_has_gone(one, iface, result_gpkg):
    one.close()
    one._on_finished(runs.Run("scene", str(result_gpkg)), outcome())
    assert iface.texts() == ""
    assert not QgsProject.instance().mapLayers()


def test_the_summary_of_the_current_layers_result_can_be_asked_for(one, iface, result, monkeypatch, qtbot):
    one.show_result_of(None)
    assert "Select a layer of a result" in iface.texts()
    one.show_result_of(SimpleNamespace(source=lambda: f"{result}|layername=regions"))
    qtbot.waitUntil(lambda: bool(iface.docks), timeout=10000)
    assert iface.docks[0].summary.cells == 406
    one.show_result_of(QgsVectorLayer("Polygon", "other", "memory"))
    assert len(iface.docks) == 1


def test_the_desk_opens_one_dialog_and_takes_it_away(one, iface, stand_in, qtbot):
    stand_in('say("failure", code="cancelled", values={}, message="", detail="")')
    one.open(None)
    first = one._dialog
    one.open(None)
    assert one._dialog is first
    assert first.isVisible()
    one.close()
    assert not first.isVisible()
    qtbot.waitUntil(lambda: one._dialog is None, timeout=5000)
