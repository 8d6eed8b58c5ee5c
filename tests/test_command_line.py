"""The command line: exit codes, answers for people and for programs, cancelling."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from echopatch.core.contract.commands import COMMANDS, Command
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.doctor import DoctorConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, SceneError
from echopatch.core.contract.settings import command_arguments
from echopatch.core.engine import command_line
from echopatch.core.engine.command_line import main, parse

ENGINE = Path(command_line.__file__).parent


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch):
    """Let the command ``doctor`` run a function of the test's own."""

    def use(function):
        monkeypatch.setitem(COMMANDS, "doctor", Command(DoctorConfig, "unused:unused"))
        monkeypatch.setattr(command_line, "load", lambda command: function)

    return use


def test_a_finished_command_exits_with_0_and_prints_its_outputs(runs, capfd):
    runs(lambda config, report: {"result": "map.gpkg", "cells": 1200})
    assert main(["doctor"]) == 0
    assert capfd.readouterr().out == "result: map.gpkg\ncells: 1200\n"


def test_what_the_user_can_fix_is_one_line_and_exit_1(runs, capfd):
    def fail(config, report):
        raise SceneError("file-missing", path="nowhere.tif")

    runs(fail)
    assert main(["doctor"]) == 1
    captured = capfd.readouterr()
    assert captured.err == "echopatch: nowhere.tif does not exist: check the path\n"
    assert captured.out == ""


def test_wrong_flags_exit_with_2(capfd):
    assert main(["doctor", "--no-such-flag", "3"]) == 2
    assert "no-such-flag" in capfd.readouterr().err


def test_an_unknown_command_names_the_known_ones(capfd):
    assert main(["clasify"]) == 1
    assert "clasify" in (error := capfd.readouterr().err)
    assert "classify" in error


def test_cancelling_exits_with_3(runs, capfd):
    def cancelled(config, report):
        raise Cancelled

    runs(cancelled)
    assert main(["doctor"]) == 3
    assert capfd.readouterr().err == "echopatch: stopped as asked\n"


def test_a_bug_exits_with_70_and_leaves_a_traceback(runs, capfd):
    def bug(config, report):
        return 1 / 0

    runs(bug)
    assert main(["doctor"]) == 70
    error = capfd.readouterr().err
    assert "Traceback" in error
    assert "ZeroDivisionError" in error.splitlines()[-1]


def test_a_value_out_of_bounds_names_the_flag_and_the_bound(capfd):
    words = ["classify", "--scene", "a", "--model", "b", "--output", "c.gpkg", "--min-confidence", "1.5"]
    assert main(words) == 1
    assert "--min-confidence must be at most 1.0, got 1.5" in capfd.readouterr().err


def test_grouped_settings_and_a_negative_extent_come_back_from_their_console_line():
    config = ClassifyConfig(
        scene="a scene.tif",
        model="m.safetensors",
        output="o.gpkg",
        extent=(-109.5, -27.2, -109.3, -27.1),
        options=SceneOptions(bands=("HH",), quantity="amplitude", calibration_factor=2.138e-5, decibel=False),
        overwrite=True,
    )
    assert parse("classify", COMMANDS["classify"], command_arguments(config)) == config


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capfd):
    assert main([*name.split(), "--help"]) == 0
    assert COMMANDS[name].summary.split(":")[0] in " ".join(capfd.readouterr().out.split())


STAND_IN = """
import os, sys, time
from echopatch.core.engine import command_line
def work(config, report):
    print("chatter of a library")
    os.write(1, b"chatter of native code\\n")
    report.warning("device-wait", device="cuda:0", holder="17")
    report.metric(3, {{"loss": float("nan"), "accuracy": 0.5}})
    for done in range({steps}):
        report.progress(done, {steps}, "progress-doctor")
        time.sleep(0.01)
    return {{"result": "x.gpkg", "cells": 3}}
command_line.load = lambda command: work
sys.exit(command_line.main(["doctor", "--json-lines"]))
"""


def start(steps: int) -> "subprocess.Popen[str]":
    code = STAND_IN.format(steps=steps)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", code], **pipes, text=True)


def test_json_lines_carry_nothing_but_messages_and_end_with_one_result():
    with start(steps=3) as engine:
        lines = [json.loads(line) for line in engine.stdout]
        chatter = engine.stderr.read()
    assert engine.returncode == 0
    assert [line["type"] for line in lines if line["type"] != "progress"] == ["warning", "metric", "result"]
    assert lines[-1]["outputs"] == {"result": "x.gpkg", "cells": 3}
    assert lines[0]["message"] == "waiting for another Echopatch run on cuda:0 (process 17)"
    assert next(line for line in lines if line["type"] == "metric")["values"] == {"loss": None, "accuracy": 0.5}
    assert "chatter of a library" in chatter
    assert "chatter of native code" in chatter


@pytest.mark.parametrize("wish", ["cancel\n", None], ids=["a cancel line", "the end of stdin"])
def test_json_lines_stop_at(wish):
    with start(steps=3000) as engine:
        engine.stdout.readline()
        if wish:
            engine.stdin.write(wish)
        engine.stdin.close()
        lines = [json.loads(line) for line in engine.stdout]
        engine.stderr.read()  # to its end: Python exits with 120 when the last of its chatter finds nobody to read it
    assert engine.returncode == 3
    assert lines[-1]["type"] == "failure"
    assert lines[-1]["code"] == "cancelled"


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["told at the end", "told at once"])
def test_an_answer_that_nobody_reads_to_its_end_is_no_bug(unbuffered):
    code = "import sys; from echopatch.core.engine.command_line import main; sys.exit(main(['--help']))"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": {**os.environ, "PYTHONUNBUFFERED": unbuffered}}
    with subprocess.Popen([sys.executable, "-c", code], **pipes, text=True) as process:
        process.stdout.close()  # before anything is written, as by a ``head`` that has seen enough
        assert process.stderr.read() == ""
    assert process.returncode == 3


def test_the_launcher_runs_from_a_plugin_folder_of_any_name(tmp_path):
    root = tmp_path / "some-folder_main"
    shutil.copytree(ENGINE.parent, root / "core", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "__init__.py").write_text('__version__ = "9.8.7"\n')
    done = subprocess.run(
        [sys.executable, str(root / "core" / "engine"), "--version"], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout == "echopatch 9.8.7\n"
