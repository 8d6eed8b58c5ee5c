"""Finding the programs that an environment is built with: a Python, and uv."""

import os
import shutil
import sys
from pathlib import Path
from typing import Iterable, List, Optional, Tuple

from .. import settings
from ..environment import engine_home

PYTHON_RANGE = ">=3.10,<3.15"
"""What the locked packages and torch are published for."""
_LEAST = (3, 10)


def host_pythons(platform: str, executable: str, prefix: str, version: Tuple[int, int]) -> List[str]:
    """Where the interpreter of this QGIS may lie: inside QGIS, ``sys.executable`` is QGIS itself on Windows and macOS.

    Args:
        platform: as ``sys.platform``.
        executable: as ``sys.executable``.
        prefix: as ``sys.prefix``.
        version: of the interpreter; one that is too old for the engine is no candidate.
    """
    if version < _LEAST:
        return []
    folder = Path(executable).parent
    number = f"{version[0]}.{version[1]}"
    if platform == "win32":
        packed = folder.parent / "apps" / f"Python{number.replace('.', '')}"
        return [str(Path(prefix) / "python.exe"), str(packed / "python.exe"), str(folder / "python.exe")]
    if platform == "darwin":
        return [str(Path(prefix) / "bin" / f"python{number}"), str(folder / "bin" / "python3"), str(folder / "python3")]
    return [str(Path(prefix) / "bin" / f"python{number}"), str(Path(prefix) / "bin" / "python3")]


def base_pythons() -> List[str]:
    """Interpreters that are there and may carry an environment, the likeliest first; none is started here."""
    named = [f"python3.{minor}" for minor in (13, 12, 11, 10)] + ["python3", "python"]
    on_path = [found for found in (shutil.which(name) for name in named) if found]
    return _existing([*host_pythons(sys.platform, sys.executable, sys.prefix, sys.version_info[:2]), *on_path])


def find_uv() -> Optional[str]:
    """The uv that the user chose, that is installed, or that an earlier set-up brought; None when there is none."""
    home = Path.home()
    places = [
        settings.uv_program(),
        shutil.which("uv") or "",
        *(str(home / folder / _program("uv")) for folder in (".local/bin", ".cargo/bin")),
        bootstrap_uv(),
    ]
    found = _existing(place for place in places if place)
    return found[0] if found else None


def bootstrap_folder() -> Path:
    """A small environment that holds nothing but uv."""
    return engine_home() / "bootstrap"


def bootstrap_uv() -> str:
    """Where uv lies once it is installed in the small environment."""
    folder = "Scripts" if sys.platform == "win32" else "bin"
    return str(bootstrap_folder() / folder / _program("uv"))


def _program(name: str) -> str:
    return f"{name}.exe" if sys.platform == "win32" else name


def _existing(paths: Iterable[str]) -> List[str]:
    """The files among them, each once, links to one file as one."""
    by_file = {}
    for path in paths:
        if Path(path).is_file():
            by_file.setdefault(os.path.realpath(path), path)
    return list(by_file.values())
