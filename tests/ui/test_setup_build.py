"""Environments built for real from a folder of tiny wheels, and by stand-in commands that fail, hang and leave halves behind."""

import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from echopatch.core.contract.errors import Cancelled
from echopatch.ui import environment, settings
from echopatch.ui.setup import build, plan, torch_source
from echopatch.ui.setup.build import SetupFailed, Watch
from echopatch.ui.setup.plan import Step, Tools, Wishes

NEVER = lambda: False  # noqa: E731
STAND_IN_ENGINE = """
import importlib, json, sys
print(json.dumps({"type": "progress", "done": 1, "total": 2, "code": "progress-doctor", "values": {}}), flush=True)
for name in NEEDED:
    importlib.import_module(name)
print(json.dumps({"type": "result", "outputs": {"text": "", "info": {"device": "cpu", "python": sys.executable}}}), flush=True)
"""
MAKE_FOLDER = """
import os, sys
folder = sys.argv[1]
os.makedirs(os.path.join(folder, "bin"))
os.symlink(sys.executable, os.path.join(folder, "bin", "python"))
open(os.path.join(folder, "pyvenv.cfg"), "w").write("home = " + os.path.dirname(sys.executable))
"""
CHILD_THAT_OUTLIVES = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("child", child.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def engine_that_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "disk_needed", lambda choice, has_nvidia: 1000)
    use_engine(tmp_path, monkeypatch)


def use_engine(folder: Path, monkeypatch: pytest.MonkeyPatch, needed: str = "()") -> None:
    launcher = folder / "stand_in_engine.py"
    launcher.write_text(STAND_IN_ENGINE.replace("NEEDED", needed))
    monkeypatch.setattr(build, "LAUNCHER", launcher)


def silent(is_cancelled: Callable[[], bool] = NEVER) -> Watch:
    return Watch(lambda share, text: None, is_cancelled)


def script(code: str, *arguments: str) -> tuple:
    return (sys.executable, "-c", code, *arguments)


def good_steps(folder: Path) -> list[Step]:
    return [Step("Making", (script(MAKE_FOLDER, str(folder)),), 0.5), Step("Installing", (script("print('installed')"),), 0.5)]


def failing_steps(folder: Path) -> list[Step]:
    return [*good_steps(folder), Step("Installing PyTorch", (script("import sys; sys.exit('[Errno 28] No space left on device')"),), 0.5)]


def folders() -> list[str]:
    return sorted(path.name for path in environment.environments_folder().iterdir() if path.is_dir())


def tiny_wheel(folder: Path, name: str, version: str) -> None:
    folder.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", "")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", f"{name}/__init__.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fake index: the packages of a requirement file of one line, and torch."""
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    (requirements / "engine.txt").write_text("tinypackage==1.0\n")
    for name in ("torch.in", "install_torch.py"):
        shutil.copy(environment.REQUIREMENTS / name, requirements)
    for module in (plan, torch_source):
        monkeypatch.setattr(module, "REQUIREMENTS", requirements)
    for name, version in (("tinypackage", "1.0"), ("torch", "2.13.0"), ("torchvision", "0.28.0")):
        tiny_wheel(tmp_path / "wheels", name, version)
    use_engine(tmp_path, monkeypatch, needed="('tinypackage', 'torch', 'torchvision')")
    return tmp_path / "wheels"


@pytest.mark.parametrize(
    "uv", ["no/uv/here", pytest.param(shutil.which("uv"), marks=pytest.mark.skipif(not shutil.which("uv"), reason="no uv"))]
)
def test_an_environment_is_built_from_a_folder_without_network(wheels: Path, uv: str) -> None:
    wishes, tools = Wishes(wheels=str(wheels)), Tools(uv, (sys.executable,))
    details = build.build(wishes, lambda folder: plan.plan(wishes, tools, folder), silent())
    python, _ = environment.engine_program()
    assert details["python"] == python
    assert environment.engine_state().details == details
    installed = subprocess.run(
        [python, "-c", "import tinypackage, torch; print(torch.__file__)"], capture_output=True, text=True, check=True
    )
    assert str(environment.environments_folder()) in installed.stdout


def test_a_package_that_the_folder_lacks_is_named(wheels: Path) -> None:
    (wheels / "tinypackage-1.0-py3-none-any.whl").unlink()
    wishes, tools = Wishes(wheels=str(wheels)), Tools("no/uv/here", (sys.executable,))
    with pytest.raises(SetupFailed, match=r"Installing the packages did not work\. The package tinypackage==1\.0 was not found"):
        build.build(wishes, lambda folder: plan.plan(wishes, tools, folder), silent())
    assert environment.engine_state().kind == "none"


def test_a_set_up_ends_ready_and_leaves_no_cache(home: Path) -> None:
    seen = []
    build.build(Wishes(), good_steps, Watch(lambda share, text: seen.append((share, text)), NEVER))
    assert environment.engine_state().kind == "ready"
    assert not (home / "cache").exists()
    shares = [share for share, _ in seen]
    assert shares == sorted(shares)
    assert shares[-1] <= 1


def test_a_set_up_takes_the_place_of_a_chosen_python() -> None:
    settings.set_engine_python(sys.executable)
    build.build(Wishes(), good_steps, silent())
    assert settings.engine_python() == ""


def test_a_failing_step_says_what_to_do_and_what_was_run_and_leaves_nothing() -> None:
    with pytest.raises(SetupFailed, match=r"Installing PyTorch did not work\. The disk is full") as failed:
        build.build(Wishes(), failing_steps, silent())
    assert failed.value.detail.startswith(f"$ {sys.executable} -c")
    assert "No space left" in build.setup_log().read_text()
    assert environment.engine_state().kind == "none"
    assert folders() == []


def test_the_next_command_of_a_step_is_tried_when_one_fails(tmp_path: Path) -> None:
    def steps(folder: Path) -> list[Step]:
        make, install = good_steps(folder)
        attempts = (("no/such/program",), script("import sys; sys.exit(3)"), *install.attempts)
        return [make, Step("Installing", attempts, 0.5)]

    build.build(Wishes(), steps, silent())
    assert environment.engine_state().kind == "ready"


def test_the_set_up_goes_on_without_an_optional_step() -> None:
    build.build(Wishes(), lambda folder: [Step("Bringing uv", (("no/such/program",),), 0.1, optional=True), *good_steps(folder)], silent())
    assert environment.engine_state().kind == "ready"


def test_a_cancel_ends_the_whole_tree_of_the_installer_and_leaves_nothing() -> None:
    cancelled = threading.Event()
    said: list[str] = []

    def progress(share: float, text: str) -> None:
        said.append(text)
        if "child" in text:
            cancelled.set()

    def steps(folder: Path) -> list[Step]:
        return [*good_steps(folder), Step("Installing PyTorch", (script(CHILD_THAT_OUTLIVES),), 0.5)]

    started = time.monotonic()
    with pytest.raises(Cancelled):
        build.build(Wishes(), steps, Watch(progress, cancelled.is_set))
    assert time.monotonic() - started < 10
    child = int(said[-1].split()[-1])
    assert is_gone(child)
    assert environment.engine_state().kind == "none"
    assert folders() == []


def is_gone(pid: int) -> bool:
    for _ in range(50):
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "State:\tZ" in status.read_text():
            return True
        time.sleep(0.1)
    return False


def test_a_second_window_is_told_to_wait() -> None:
    lock = environment.setup_lock()
    assert lock.tryLock(0)
    try:
        for work in (lambda: build.build(Wishes(), good_steps, silent()), lambda: build.remove(silent())):
            with pytest.raises(SetupFailed, match="Another QGIS window"):
                work()
    finally:
        lock.unlock()


def test_too_little_disk_is_told_before_anything_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "disk_needed", lambda choice, has_nvidia: 2**60)
    with pytest.raises(SetupFailed, match="needs 1073741824 GiB of disk space"):
        build.build(Wishes(), good_steps, silent())
    assert folders() == []


def test_what_a_dead_set_up_left_half_made_is_removed_by_the_next() -> None:
    half = environment.environments_folder() / "half"
    half.mkdir(parents=True)
    (half / "something").touch()
    build.build(Wishes(), good_steps, silent())
    assert "half" not in folders()
    assert len(folders()) == 1


def test_a_repair_takes_the_place_of_the_engine_that_was_there() -> None:
    build.build(Wishes(), good_steps, silent())
    before = environment.engine_program()
    environment.python_inside(Path(before[0]).parents[1]).unlink()
    assert environment.engine_state().kind == "broken"
    build.build(Wishes(), good_steps, silent())
    assert environment.engine_program() != before
    assert len(folders()) == 1


def test_a_repair_that_fails_leaves_the_engine_that_was_there() -> None:
    build.build(Wishes(), good_steps, silent())
    before = environment.engine_program()
    with pytest.raises(SetupFailed):
        build.build(Wishes(), failing_steps, silent())
    assert environment.engine_program() == before


def test_an_engine_that_does_not_work_is_never_taken_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engine(tmp_path, monkeypatch, needed="('no_such_package',)")
    with pytest.raises(SetupFailed, match="This Python lacks the package no_such_package"):
        build.build(Wishes(), good_steps, silent())
    assert environment.engine_state().kind == "none"


def test_removing_leaves_models_and_no_engine(home: Path) -> None:
    build.build(Wishes(), good_steps, silent())
    (home / "models").mkdir()
    (home / "python").mkdir()
    assert build.removable()
    build.remove(silent())
    assert environment.engine_state().kind == "none"
    assert not build.removable()
    assert folders() == []
    assert (home / "models").exists()
    assert not (home / "python").exists()


def test_an_engine_that_is_removed_while_it_is_used_is_missed_by_name() -> None:
    build.build(Wishes(), good_steps, silent())
    shutil.rmtree(environment.environments_folder() / folders()[0])
    with pytest.raises(environment.EngineMissing, match="files are gone"):
        environment.engine_program()


def test_a_python_that_passes_its_check_is_used_with_what_it_said() -> None:
    build.adopt(sys.executable, silent())
    state = environment.engine_state()
    assert (state.kind, state.python, state.details["device"]) == ("ready", sys.executable, "cpu")


def test_a_python_that_fails_its_check_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_engine(tmp_path, monkeypatch, needed="('torch_is_not_here',)")
    with pytest.raises(SetupFailed, match="lacks the package torch_is_not_here"):
        build.adopt(sys.executable, silent())
    assert settings.engine_python() == ""


def test_a_python_that_is_not_there_is_named() -> None:
    with pytest.raises(SetupFailed, match="no Python at gone/python"):
        build.adopt("gone/python", silent())
