"""The host's side of the seam, with stand-in engines for each way a run can go."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from echopatch.core.contract.client import EngineFailed, Request, _messages, run_engine

PREAMBLE = """
import json, os, signal, subprocess, sys, time
def say(kind, **fields):
    sys.stdout.write(json.dumps(dict(type=kind, **fields)) + "\\n"); sys.stdout.flush()
"""


@pytest.fixture
def engine(tmp_path: Path):
    """Make a request to a stand-in engine of a few lines."""

    def make(code: str) -> Request:
        script = tmp_path / "engine.py"
        script.write_text(PREAMBLE + code)
        return Request([sys.executable, str(script)], ["classify"], {"PYTHONUTF8": "1"}, tmp_path / "engine.log")

    return make


class EndsWhileNobodyListens:
    """A process that says its last word and ends in the moment in which it is asked whether it lives."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self.stdout = self._lines()

    def _lines(self) -> Iterator[bytes]:
        self._asked.wait()
        yield b'{"type": "result", "outputs": {}}\n'

    def poll(self) -> int:
        self._asked.set()
        return 0


def test_the_last_word_of_an_engine_is_heard_however_late_it_comes() -> None:
    assert [message for message in _messages(EndsWhileNobodyListens()) if message] == [{"type": "result", "outputs": {}}]


def never() -> bool:
    return False


def run(request: Request, is_cancelled=never, patience_s: float = 0.5):
    messages: list = []
    return run_engine(request, messages.append, is_cancelled, patience_s), messages


def alive(pid: int) -> bool:
    """Whether a process runs; one that is dead but not yet collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(condition, seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def test_the_outputs_of_the_last_message_come_back(engine):
    outputs, messages = run(
        engine('say("progress", done=1, total=2, text="Klassifiziere"); say("result", outputs={"result": "über.gpkg"})')
    )
    assert outputs == {"result": "über.gpkg"}
    assert messages == [{"type": "progress", "done": 1, "total": 2, "text": "Klassifiziere"}]


def test_the_engine_gets_its_arguments_and_nothing_of_the_hosts_environment(engine, monkeypatch):
    monkeypatch.setenv("PROJ_LIB", "/of/the/host")
    code = 'say("result", outputs={"arguments": sys.argv[1:], "environment": sorted(os.environ)})'
    outputs, _ = run(engine(code))
    assert outputs["arguments"] == ["classify", "--json-lines"]
    assert "PROJ_LIB" not in outputs["environment"]
    assert "PYTHONUTF8" in outputs["environment"]


def test_a_failure_comes_back_with_its_code_and_values(engine):
    code = 'say("failure", code="file-missing", values={"path": "a.tif"}, message="a.tif does not exist", detail="")'
    with pytest.raises(EngineFailed, match=r"a\.tif does not exist") as caught:
        run(engine(code))
    assert caught.value.failure.code == "file-missing"
    assert caught.value.failure.values == {"path": "a.tif"}
    assert not caught.value.cancelled


def test_chatter_on_stdout_is_passed_on_and_breaks_nothing(engine):
    code = 'print("loading..."); print("[1, 2]", flush=True); os.write(1, b"\\xff\\xfe\\n"); say("result", outputs={})'
    _, messages = run(engine(code))
    assert [message["type"] for message in messages] == ["chatter"] * 3
    assert messages[0]["text"] == "loading..."


def test_stderr_goes_to_the_log(engine, tmp_path):
    run(engine('sys.stderr.write("a warning of a library\\n"); say("result", outputs={})'))
    assert (tmp_path / "engine.log").read_text() == "a warning of a library\n"


@pytest.mark.parametrize(
    ("code", "how"), [("sys.exit(5)", "exit code 5"), ("os.kill(os.getpid(), signal.SIGKILL)", "signal 9")], ids=["exits", "is killed"]
)
def test_an_engine_that_ends_without_a_word_is_reported_dead(engine, code, how):
    with pytest.raises(EngineFailed) as caught:
        run(engine(f'sys.stderr.write("the reason\\n"); sys.stderr.flush(); {code}'))
    assert caught.value.failure.code == "engine-died"
    assert caught.value.failure.values["how"] == how
    assert caught.value.failure.detail == "the reason"


def test_an_interpreter_that_does_not_exist_is_reported(tmp_path):
    request = Request(["/no/such/python"], ["doctor"], {}, tmp_path / "log")
    with pytest.raises(EngineFailed) as caught:
        run(request)
    assert caught.value.failure.code == "engine-start"


def test_a_cancel_reaches_a_silent_engine_as_a_message(engine):
    code = """
assert sys.stdin.readline() == "cancel\\n"
say("failure", code="cancelled", values={}, message="stopped as asked", detail="saved")
"""
    with pytest.raises(EngineFailed) as caught:
        run(engine(code), is_cancelled=lambda: True, patience_s=10)
    assert caught.value.cancelled
    assert caught.value.failure.detail == "saved"


@pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")
def test_an_engine_deaf_to_cancel_is_killed_with_its_children(engine, tmp_path):
    code = f"""
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open({str(tmp_path / "pids")!r}, "w").write(f"{{os.getpid()}} {{child.pid}}")
say("progress", done=0, total=1, text="")
time.sleep(600)
"""
    pids = tmp_path / "pids"
    started = time.monotonic()
    with pytest.raises(EngineFailed) as caught:
        run(engine(code), is_cancelled=pids.exists, patience_s=0.3)
    assert caught.value.cancelled
    assert time.monotonic() - started < 10
    assert wait_for(lambda: not any(alive(int(pid)) for pid in pids.read_text().split()))


@pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")
def test_children_of_a_dead_engine_do_not_live_on(engine, tmp_path):
    code = f"""
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open({str(tmp_path / "pid")!r}, "w").write(str(child.pid))
os.kill(os.getpid(), signal.SIGKILL)
"""
    with pytest.raises(EngineFailed):
        run(engine(code))
    child = int((tmp_path / "pid").read_text())
    dead = wait_for(lambda: not alive(child))
    if not dead:
        os.kill(child, signal.SIGKILL)
    assert dead


def test_a_host_that_raises_while_listening_leaves_no_engine(engine, tmp_path):
    code = f'open({str(tmp_path / "pid")!r}, "w").write(str(os.getpid())); say("progress", done=0, total=1, text=""); time.sleep(600)'

    def broken(message):
        raise RuntimeError("the dialog is gone")

    with pytest.raises(RuntimeError, match="the dialog is gone"):
        run_engine(engine(code), broken, never)
    assert wait_for(lambda: not alive(int((tmp_path / "pid").read_text())))
