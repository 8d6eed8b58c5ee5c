"""Where the engine lives, whether it is ready, and the surroundings its processes get."""

import configparser
import hashlib
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import QLockFile, QStandardPaths

from . import settings
from .translation import Told, tr

PLUGIN_ROOT = Path(__file__).resolve().parents[1]
LAUNCHER = PLUGIN_ROOT / "core" / "engine"
REQUIREMENTS = PLUGIN_ROOT / "requirements"
_PINS = ("engine.txt", "torch.in")
# What QGIS and its start scripts set for themselves would lead another Python to QGIS's own libraries
_HOST_ONLY = ("GDAL_", "PROJ_", "QGIS_", "QT_", "OSGEO4W_")
_HOST_ONLY_NAMES = {
    "DYLD_FALLBACK_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "LD_LIBRARY_PATH",
    "PYTHONEXECUTABLE",
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSAFEPATH",
    "PYTHONSTARTUP",
    "QT_PLUGIN_PATH",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
}


@dataclass(frozen=True)
class EngineState:
    """What is known of the engine without starting it."""

    kind: str
    """``none``, ``ready``, ``broken``, or ``busy`` while it is being set up."""
    python: Optional[str] = None
    """The interpreter that runs the engine, or was meant to."""
    reason: str = ""
    """For the user: why it is not ready."""
    details: Dict[str, Any] = field(default_factory=dict)
    """What ``doctor`` said when the engine was last checked."""


class EngineMissing(Told):
    """The engine cannot be started; the text says how to set it up."""


def engine_home() -> Path:
    """The folder of environments, models and logs: outside the plugin, one for all profiles of the user."""
    chosen = os.environ.get("ECHOPATCH_HOME")
    if chosen:
        return Path(chosen)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "echopatch"


def engine_log() -> Path:
    """The file that takes what engine processes say beside their messages."""
    home = engine_home()
    home.mkdir(parents=True, exist_ok=True)
    return home / "engine.log"


def environments_folder() -> Path:
    """The folder of the environments Echopatch has built."""
    return engine_home() / "environments"


def environment_key() -> str:
    """Names the pinned packages of this plugin; an environment of another key is of no use to it."""
    texts = [(REQUIREMENTS / name).read_text(encoding="utf-8") for name in _PINS]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def marker_file() -> Path:
    """The record of the whole environment of this key, written when everything else is done: without it there is none."""
    return environments_folder() / f"{environment_key()}.json"


def chosen_marker_file() -> Path:
    """What ``doctor`` said of the Python that the user has chosen."""
    return environments_folder() / "chosen.json"


def setup_lock() -> QLockFile:
    """The lock that whoever changes the environments holds; it dies with its process."""
    environments_folder().mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(environments_folder() / "setup.lock"))
    lock.setStaleLockTime(0)  # never by age: an installation may take an hour
    return lock


def engine_state() -> EngineState:
    """Whether the engine can be started; reads a few small files and starts nothing."""
    chosen = settings.engine_python()
    state = _chosen_state(chosen) if chosen else _managed_state()
    if state.kind != "ready" and _is_being_set_up():
        return EngineState("busy", state.python, tr("The engine is being set up."))
    return state


def engine_program() -> Tuple[str, str]:
    """Interpreter and launcher, as the client starts them.

    Raises:
        EngineMissing: there is no engine, or it is broken.
    """
    state = engine_state()
    if state.kind != "ready" or state.python is None:
        way_out = tr("Set the engine up under Settings > Options > Echopatch.")
        raise EngineMissing(f"{state.reason} {way_out}")
    return state.python, str(LAUNCHER)


def child_environment(base: Optional[Mapping[str, str]] = None) -> Dict[str, str]:
    """The environment of an engine process: that of QGIS without what would lead another Python astray.

    Args:
        base: variables to start from; those of this process when left out.
    """
    given = os.environ if base is None else base
    host_folder = given.get("OSGEO4W_ROOT", "")
    kept = {name: value for name, value in given.items() if not _is_the_hosts(name.upper())}
    if host_folder:
        kept = {name: value for name, value in kept.items() if name.upper() == "PATH" or not _is_below(host_folder, value)}
        kept["PATH"] = os.pathsep.join(one for one in given.get("PATH", "").split(os.pathsep) if not _is_below(host_folder, one))
    return {**kept, "PYTHONUTF8": "1"}


def python_inside(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def read_marker(path: Path) -> Dict[str, Any]:
    """A marker's content; empty when there is none or it is no marker."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _chosen_state(python: str) -> EngineState:
    if not Path(python).is_file():
        return EngineState("broken", python, tr("The chosen Python {python} is gone.").format(python=python))
    known = read_marker(chosen_marker_file())
    details = known.get("details", {}) if known.get("python") == python else {}
    return EngineState("ready", python, details=details)


def _managed_state() -> EngineState:
    known = read_marker(marker_file())
    if not known:
        return _state_without_marker()
    environment = environments_folder() / str(known.get("folder", ""))
    python = python_inside(environment)
    if not python.is_file():
        return EngineState("broken", str(python), tr("The engine's files are gone."))
    if not _foundation(environment).exists():
        reason = tr("The Python that the engine was built on is gone, as happens when QGIS or Python is updated.")
        return EngineState("broken", str(python), reason)
    return EngineState("ready", str(python), details=known.get("details", {}))


def _state_without_marker() -> EngineState:
    others = [path for path in environments_folder().glob("*.json") if path != chosen_marker_file()]
    if others:
        return EngineState("none", reason=tr("This version of Echopatch needs other packages than the engine that is there."))
    return EngineState("none", reason=tr("The engine of Echopatch is not set up yet."))


def _foundation(environment: Path) -> Path:
    """The folder of the Python that a virtual environment stands on, from its ``pyvenv.cfg``."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string("[venv]\n" + (environment / "pyvenv.cfg").read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error):
        return environment / "pyvenv.cfg"
    return Path(parser["venv"].get("home", str(environment)))


def _is_being_set_up() -> bool:
    """Another window, or this one, holds the lock; one left by a dead process counts for nothing."""
    if not (environments_folder() / "setup.lock").exists():
        return False
    lock = setup_lock()
    free = lock.tryLock(0)
    if free:
        lock.unlock()
    return not free


def _is_the_hosts(name: str) -> bool:
    return name.startswith(_HOST_ONLY) or name in _HOST_ONLY_NAMES


def _is_below(folder: str, path: str) -> bool:
    return os.path.normcase(path).startswith(os.path.normcase(folder))
