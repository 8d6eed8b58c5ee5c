"""What is done to build an environment: a list of steps, each with the commands that can do it. Nothing is run here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Sequence, Tuple

from ..environment import REQUIREMENTS, engine_home, python_inside
from ..translation import tr
from .pythons import PYTHON_RANGE, bootstrap_folder, bootstrap_uv
from .torch_source import torch_attempts

Command = Tuple[str, ...]
_MAKE_VENV = "import sys, venv; sys.version_info < (3, 10) and sys.exit('this Python is older than 3.10'); venv.main(sys.argv[1:])"
_NO_PIP_SOURCE_BUILDS = ("--only-binary", ":all:")
# They would send packages elsewhere than into the new environment
_MISLEADING = {"PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_ROOT", "PIP_TARGET", "PIP_USER", "UV_PROJECT_ENVIRONMENT", "UV_SYSTEM_PYTHON"}


@dataclass(frozen=True)
class Wishes:
    """What the user wants an environment to be made of."""

    torch: str = "auto"
    wheels: str = ""
    """Folder with wheels for a machine without network; empty installs from the network."""
    proxy: str = ""


@dataclass(frozen=True)
class Tools:
    """What was found to build with."""

    uv: str
    """The program; empty when it has to be brought first."""
    pythons: Tuple[str, ...]
    """Interpreters to try where uv cannot provide one."""


@dataclass(frozen=True)
class Step:
    """One stage of the set-up."""

    title: str
    attempts: Tuple[Command, ...]
    """Commands tried in turn until one works."""
    share: float
    """Of the whole time, roughly."""
    optional: bool = False
    """The set-up goes on without it."""


def plan(wishes: Wishes, tools: Tools, folder: Path) -> List[Step]:
    """The steps that make a whole environment in a folder, but for the last check.

    Each step but the first tries uv and then pip: uv is faster and brings its own Python, pip knows the mirrors of the user's pip settings.
    """
    uv = tools.uv or bootstrap_uv()
    python = str(python_inside(folder))
    source = _source(wishes.wheels)
    requirements = ("--requirement", str(REQUIREMENTS / "engine.txt"), *_NO_PIP_SOURCE_BUILDS, *source)
    uv_packages = (uv, "pip", "install", "--python", python, *requirements)
    pip_packages = (python, "-m", "pip", "install", "--progress-bar", "off", *requirements)
    steps = [
        Step(tr("Making a Python environment"), _make_environment(uv, tools.pythons, folder, bool(wishes.wheels)), 0.05),
        Step(tr("Installing the packages"), (uv_packages, pip_packages), 0.35),
        Step(tr("Installing PyTorch"), torch_attempts(wishes.torch, wishes.wheels, uv, python), 0.5),
    ]
    return [*([] if tools.uv else _bring_uv(tools.pythons, source)), *(step for step in steps if step.attempts)]


def installer_environment(child: Mapping[str, str], proxy: str) -> Dict[str, str]:
    """Variables of the installers: everything they keep stays below the engine's folder, and they ask no questions.

    Args:
        child: the environment of the engine's processes.
        proxy: URL from QGIS's network settings; it may hold a user name, so it never stands in a command or a log.
    """
    home = engine_home()
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), proxy) if proxy else {}
    kept = {name: value for name, value in child.items() if name.upper() not in _MISLEADING}
    own = {
        "PIP_CACHE_DIR": str(home / "cache" / "pip"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PYTHONUNBUFFERED": "1",
        "TMPDIR": str(home / "cache"),  # the system's is often too small for torch
        "TEMP": str(home / "cache"),
        "TMP": str(home / "cache"),
        "UV_CACHE_DIR": str(home / "cache" / "uv"),
        "UV_SYSTEM_CERTS": "1",  # the certificates of a company are known to the system alone
        "UV_NO_PROGRESS": "1",
        "UV_PYTHON_INSTALL_DIR": str(home / "python"),
    }
    return {**kept, **proxies, **own}


def _make_environment(uv: str, pythons: Sequence[str], folder: Path, offline: bool) -> Tuple[Command, ...]:
    by_uv = (uv, "venv", "--seed", "--clear", "--python", PYTHON_RANGE, *(("--offline",) if offline else ()), str(folder))
    by_pythons = tuple((python, "-c", _MAKE_VENV, "--clear", str(folder)) for python in pythons)
    # offline, uv cannot seed pip, which the venv of any Python carries with it
    return (*by_pythons, by_uv) if offline else (by_uv, *by_pythons)


def _bring_uv(pythons: Sequence[str], source: Sequence[str]) -> List[Step]:
    folder = bootstrap_folder()
    made = tuple((python, "-c", _MAKE_VENV, "--clear", str(folder)) for python in pythons)
    installed = (str(python_inside(folder)), "-m", "pip", "install", "--progress-bar", "off", *_NO_PIP_SOURCE_BUILDS, *source, "uv")
    title = tr("Bringing the installer uv")
    return [Step(title, made, 0.02, optional=True), Step(title, (installed,), 0.03, optional=True)]


def _source(wheels: str) -> Tuple[str, ...]:
    return ("--no-index", "--find-links", wheels) if wheels else ()
