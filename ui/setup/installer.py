"""Running one installer: its words into the log, its whole process tree ended on a cancel."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Mapping, Sequence, Tuple

from ...core.contract.client import kill_tree
from ...core.contract.errors import Cancelled

_TICK_S = 0.2
_TAIL_BYTES = 8000


def run_installer(
    command: Sequence[str], environment: Mapping[str, str], log: Path, on_line: Callable[[str], None], is_cancelled: Callable[[], bool]
) -> Tuple[bool, str]:
    """Run a command to its end; whether it worked, and the last it said.

    Args:
        command: program and arguments.
        environment: all variables of the process.
        log: file that takes the command and its output; appended to.
        on_line: takes the newest line of output, at every tick.
        is_cancelled: asked at every tick.

    Raises:
        Cancelled: the user asked to stop; nothing of the command runs any more.
    """
    started = _write(log, f"\n$ {shown(command)}\n")
    try:
        with log.open("ab") as output:
            process = _start(command, environment, output, log.parent)
    except OSError as error:
        _write(log, f"{error}\n")
        return False, str(error)
    _wait(process, lambda: on_line(_last_line(log, started)), is_cancelled)
    return process.returncode == 0, _tail(log, started)


def shown(command: Sequence[str]) -> str:
    """A command as a person would type it."""
    return " ".join(f'"{word}"' if " " in word else word for word in command)


def _start(command: Sequence[str], environment: Mapping[str, str], output: object, folder: Path) -> "subprocess.Popen[bytes]":
    # its own session on POSIX and its own group on Windows: the whole tree can be ended, and no console window flashes
    windows = sys.platform == "win32"
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) if windows else 0
    return subprocess.Popen(  # nosec B603: a list, no shell, and the commands are those of the plan
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=dict(environment),
        cwd=folder,
        start_new_session=not windows,
        creationflags=flags,
    )


def _wait(process: "subprocess.Popen[bytes]", on_tick: Callable[[], None], is_cancelled: Callable[[], bool]) -> None:
    try:
        while process.poll() is None:
            if is_cancelled():
                raise Cancelled
            on_tick()
            time.sleep(_TICK_S)
    finally:
        if process.poll() is None:
            kill_tree(process)
            process.wait()


def _write(log: Path, text: str) -> int:
    """Append to the log; the size it then has."""
    with log.open("a", encoding="utf-8") as file:
        file.write(text)
    return log.stat().st_size


def _tail(log: Path, start: int) -> str:
    """The end of what was written to the log since a place in it."""
    with log.open("rb") as file:
        file.seek(max(start, log.stat().st_size - _TAIL_BYTES))
        return file.read().decode("utf-8", errors="replace")


def _last_line(log: Path, start: int) -> str:
    lines = [line.strip() for line in _tail(log, start).splitlines() if line.strip()]
    return lines[-1] if lines else ""
