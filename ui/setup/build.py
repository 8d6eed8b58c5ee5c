"""Building, checking and removing the engine's environment; runs in a background task and touches no widget."""

import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping

from ... import __version__
from ...core.contract.client import EngineFailed, Request, run_engine
from ...core.contract.errors import Cancelled
from .. import settings
from ..environment import (
    LAUNCHER,
    child_environment,
    chosen_marker_file,
    engine_home,
    environment_key,
    environments_folder,
    marker_file,
    python_inside,
    read_marker,
    setup_lock,
)
from ..translation import message_text, tr
from .installer import run_installer, shown
from .plan import Step, Wishes, installer_environment
from .torch_source import disk_needed
from .trouble import advice

_DOCTOR_SHARE = 0.05
_GIB = 2**30


class SetupFailed(Exception):  # noqa: N818 - says what is the case, as the contract's errors do
    """The set-up could not be done.

    Args:
        reason: what happened and what to do, for the user.
        detail: command and last words of its output, for the curious.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.detail = detail


@dataclass(frozen=True)
class Watch:
    """How a long piece of work speaks to whoever waits for it."""

    progress: Callable[[float, str], None]
    """Takes the share that is done, 0..1, and what is going on."""
    is_cancelled: Callable[[], bool]


def setup_log() -> Path:
    """The log of the installers."""
    engine_home().mkdir(parents=True, exist_ok=True)
    return engine_home() / "setup.log"


def build(wishes: Wishes, steps_for: Callable[[Path], List[Step]], watch: Watch) -> Dict[str, Any]:
    """Make a new environment, check it, and only then put it in the place of the one before.

    Args:
        wishes: what it is made of.
        steps_for: the plan for the folder that it is given.
        watch: progress and cancel.

    Returns:
        What ``doctor`` said.

    Raises:
        SetupFailed: with what to do about it.
        Cancelled: the user asked to stop; nothing is left that could be taken for an environment.
    """
    with _Turn():
        bytes_needed = disk_needed(wishes.torch, shutil.which("nvidia-smi") is not None)
        _check_disk(bytes_needed)
        _remove_unmarked()
        folder = environments_folder() / f"{environment_key()}-{time.time_ns():x}"
        try:
            done = _run_steps(steps_for(folder), installer_environment(child_environment(), wishes.proxy), bytes_needed, watch)
            details = doctor(str(python_inside(folder)), Watch(lambda share, text: watch.progress(done, text), watch.is_cancelled))
            _write_marker(marker_file(), {"folder": folder.name, "echopatch": __version__, "details": details})
        except BaseException:
            _remove_folder(folder)
            raise
        settings.set_engine_python("")
        _remove_unmarked()
        _remove_folder(engine_home() / "cache")
        return details


def adopt(python: str, watch: Watch) -> Dict[str, Any]:
    """Check a Python that the user has chosen, note what ``doctor`` said of it, and run the engine with it from now on.

    Raises:
        SetupFailed: it does not run the engine.
        Cancelled: the user asked to stop.
    """
    if not Path(python).is_file():
        raise SetupFailed(tr("There is no Python at {python}.").format(python=python))
    with _Turn():
        details = doctor(python, watch)
        _write_marker(chosen_marker_file(), {"python": python, "echopatch": __version__, "details": details})
        settings.set_engine_python(python)
        return details


def removable() -> bool:
    """Whether there is an environment that ``remove`` would remove."""
    return bool(_markers())


def remove(watch: Watch) -> Dict[str, Any]:
    """Remove every environment and what the installers kept; models stay.

    Raises:
        SetupFailed: a file resists, as one in use does on Windows.
    """
    with _Turn():
        for marker in _markers():
            marker.unlink()
        watch.progress(0.1, tr("Removing the engine"))
        folders = [path for path in environments_folder().iterdir() if path.is_dir()]
        for folder in [*folders, *(engine_home() / name for name in ("bootstrap", "cache", "python"))]:
            _remove_folder(folder)
            if folder.exists():
                reason = tr("Some files of {folder} are in use. Close other QGIS windows and running jobs, then remove again.")
                raise SetupFailed(reason.format(folder=folder))
    return {}


def doctor(python: str, watch: Watch) -> Dict[str, Any]:
    """Start the engine with a Python and have it examine itself.

    Raises:
        SetupFailed: it does not start, or something it needs does not work.
        Cancelled: the user asked to stop.
    """
    watch.progress(0.0, tr("Checking the engine"))
    request = Request((python, str(LAUNCHER)), ("doctor",), child_environment(), setup_log())

    def listen(message: Mapping[str, Any]) -> None:
        if message["type"] == "progress":
            watch.progress(message["done"] / max(message["total"], 1), message_text(message))

    try:
        return dict(run_engine(request, listen, watch.is_cancelled)["info"])
    except EngineFailed as error:
        if error.cancelled:
            raise Cancelled from error
        failure = error.failure
        reason = tr("The engine does not work with this Python. {advice}").format(advice=advice(failure.detail or failure.message))
        raise SetupFailed(reason, f"$ {shown(request.program)} doctor\n{failure.detail or failure.message}") from error


class _Turn:
    """Holds the lock of the set-up, so that two QGIS windows do not trip over each other."""

    def __enter__(self) -> None:
        self._lock = setup_lock()
        if not self._lock.tryLock(0):
            raise SetupFailed(tr("Another QGIS window is setting the engine up. Wait until it has finished."))

    def __exit__(self, *_: object) -> None:
        self._lock.unlock()


def _check_disk(needed: int) -> None:
    free = shutil.disk_usage(engine_home()).free
    if free < needed:
        text = tr("The set-up needs {needed} GiB of disk space at {folder}, and {free} GiB are free. Make room, then try again.")
        raise SetupFailed(text.format(needed=f"{needed / _GIB:.0f}", free=f"{free / _GIB:.1f}", folder=engine_home()))


def _run_steps(steps: List[Step], environment: Mapping[str, str], bytes_needed: int, watch: Watch) -> float:
    """Run the steps in order; the share of the whole that is then done."""
    (engine_home() / "cache").mkdir(parents=True, exist_ok=True)
    whole = sum(step.share for step in steps) + _DOCTOR_SHARE
    done = 0.0
    for step in steps:
        share = step.share / whole
        failed = _run_step(step, environment, Watch(_growing(watch, done, share, share * bytes_needed), watch.is_cancelled))
        if failed and not step.optional:
            text = tr("{step} did not work. {advice}").format(step=step.title, advice=advice(failed))
            raise SetupFailed(text, failed)
        done += share
    return done


def _run_step(step: Step, environment: Mapping[str, str], watch: Watch) -> str:
    """Try the commands of a step until one works: empty then, else what all of them said."""
    said = ""

    def show(line: str) -> None:
        watch.progress(0.0, f"{step.title}: {line}" if line else step.title)

    for command in step.attempts:
        worked, output = run_installer(command, environment, setup_log(), show, watch.is_cancelled)
        if worked:
            return ""
        said += f"$ {shown(command)}\n{output.strip()}\n"
    return said or step.title


def _growing(watch: Watch, done: float, share: float, expected_bytes: float) -> Callable[[float, str], None]:
    """Progress inside a step, told by how full the disk gets: installers that write to a log show no bar of their own."""
    free = shutil.disk_usage(engine_home()).free

    def progress(_: float, text: str) -> None:
        written = max(0, free - shutil.disk_usage(engine_home()).free)
        watch.progress(done + share * min(written / expected_bytes, 0.95), text)

    return progress


def _write_marker(path: Path, content: Dict[str, Any]) -> None:
    """Write a marker in one stroke: it is there whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content, indent=2), encoding="utf-8")
    os.replace(part, path)


def _markers() -> List[Path]:
    return [path for path in environments_folder().glob("*.json") if path != chosen_marker_file()]


def _remove_unmarked() -> None:
    """Remove the folders that no marker names: half-made environments, and the one before."""
    marked = {str(read_marker(path).get("folder", "")) for path in _markers()}
    for path in environments_folder().iterdir():
        if path.is_dir() and path.name not in marked:
            _remove_folder(path)


def _remove_folder(folder: Path) -> None:
    """Remove as much as can be removed; what is in use on Windows goes the next time."""
    shutil.rmtree(folder, ignore_errors=True)
