"""Where the engine is and whether it is ready."""

import json
import os
import subprocess
import sys
import timeit
from pathlib import Path

import pytest
from echopatch.ui import environment, settings

HOLD_LOCK = """
import os, sys
from qgis.PyQt.QtCore import QLockFile
lock = QLockFile(sys.argv[1]); lock.setStaleLockTime(0)
print(lock.tryLock(0), flush=True)
if sys.argv[2] == "die": os._exit(1)
sys.stdin.read()
"""


def make_environment(name: str = "made") -> Path:
    folder = environment.environments_folder() / name
    python = environment.python_inside(folder)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\nversion = 3.11\n")
    return folder


def mark(folder: Path) -> None:
    environment.marker_file().write_text(json.dumps({"folder": folder.name, "details": {"device": "cpu"}}))


def test_without_a_marker_there_is_no_engine() -> None:
    assert environment.engine_state().kind == "none"


def test_an_environment_without_a_marker_is_not_taken_for_an_engine() -> None:
    make_environment()
    assert environment.engine_state().kind == "none"


def test_a_marked_environment_is_ready_with_what_doctor_said() -> None:
    folder = make_environment()
    mark(folder)
    state = environment.engine_state()
    assert (state.kind, state.details) == ("ready", {"device": "cpu"})
    assert environment.engine_program() == (str(environment.python_inside(folder)), str(environment.LAUNCHER))


def test_an_engine_whose_files_are_gone_is_broken() -> None:
    folder = make_environment()
    mark(folder)
    environment.python_inside(folder).unlink()
    assert environment.engine_state().kind == "broken"


def test_an_engine_whose_foundation_is_gone_is_broken() -> None:
    folder = make_environment()
    mark(folder)
    (folder / "pyvenv.cfg").write_text("home = gone/with/the/update\n")
    state = environment.engine_state()
    assert state.kind == "broken"
    assert "updated" in state.reason


def test_a_broken_marker_counts_for_nothing() -> None:
    environment.environments_folder().mkdir(parents=True)
    environment.marker_file().write_text('{"folder": ')
    assert environment.engine_state().kind == "none"


def test_an_engine_of_other_packages_is_told_apart_from_none() -> None:
    environment.environments_folder().mkdir(parents=True)
    (environment.environments_folder() / "0123abc.json").write_text("{}")
    state = environment.engine_state()
    assert state.kind == "none"
    assert "other packages" in state.reason


def test_the_chosen_python_is_used_instead() -> None:
    settings.set_engine_python(sys.executable)
    assert environment.engine_program()[0] == sys.executable


def test_a_chosen_python_that_is_gone_is_broken_and_named() -> None:
    settings.set_engine_python("gone/python")
    state = environment.engine_state()
    assert state.kind == "broken"
    assert "gone/python" in state.reason


def test_what_doctor_said_of_another_python_is_not_shown() -> None:
    environment.environments_folder().mkdir(parents=True)
    environment.chosen_marker_file().write_text(json.dumps({"python": "other", "details": {"device": "cuda"}}))
    settings.set_engine_python(sys.executable)
    assert environment.engine_state().details == {}


def test_a_missing_engine_says_how_to_set_it_up() -> None:
    with pytest.raises(environment.EngineMissing, match="Settings > Options > Echopatch"):
        environment.engine_program()


def test_the_key_follows_the_pinned_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = environment.environment_key()
    for name in ("engine.txt", "torch.in"):
        (tmp_path / name).write_text((environment.REQUIREMENTS / name).read_text())
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    assert environment.environment_key() == before
    (tmp_path / "torch.in").write_text("torch==3.0.0\n")
    assert environment.environment_key() != before


@pytest.mark.parametrize(("how", "kind"), [("live", "busy"), ("die", "none")])
def test_the_lock_of_a_living_process_counts_and_that_of_a_dead_one_does_not(how: str, kind: str) -> None:
    lock = environment.environments_folder() / "setup.lock"
    lock.parent.mkdir(parents=True)
    command = [sys.executable, "-c", HOLD_LOCK, str(lock), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        if how == "die":
            other.wait()
        assert environment.engine_state().kind == kind


def test_the_engine_gets_nothing_of_qgis_that_would_lead_it_astray() -> None:
    given = {
        "PATH": "/usr/bin",
        "PYTHONHOME": "x",
        "PYTHONPATH": "x",
        "PROJ_LIB": "x",
        "GDAL_DATA": "x",
        "LD_LIBRARY_PATH": "x",
        "LANG": "C",
    }
    assert environment.child_environment(given) == {"PATH": "/usr/bin", "LANG": "C", "PYTHONUTF8": "1"}


def test_the_engine_gets_no_folder_and_no_file_of_an_osgeo4w_installation() -> None:
    root = Path("apps", "qgis")
    given = {
        "OSGEO4W_ROOT": str(root),
        "PATH": os.pathsep.join((str(root / "bin"), "windows")),
        "SSL_CERT_FILE": str(root / "bin" / "curl-ca-bundle.crt"),
        "USERPROFILE": "me",
    }
    assert environment.child_environment(given) == {"PATH": "windows", "USERPROFILE": "me", "PYTHONUTF8": "1"}


def test_asking_for_the_state_takes_no_time() -> None:
    mark(make_environment())
    assert min(timeit.repeat(environment.engine_state, number=1, repeat=20)) < 0.005
