"""The host's side of the seam: start an engine process, listen to it, cancel it, and never leave one behind."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence

from .sentences import sentence

TICK_S = 0.2
"""How often a silent engine is asked about, so that a cancel is seen at once."""
PATIENCE_S = 10.0
"""How long a cancelled engine may take to its next safe point before it is killed."""
_LOG_TAIL_LINES = 40
_FINAL = ("result", "failure")


@dataclass(frozen=True)
class Request:
    """One engine run to start."""

    program: Sequence[str]
    """Interpreter and launcher, such as ``(python, PLUGIN_FOLDER/core/engine)``."""
    arguments: Sequence[str]
    """Command and flags; ``--json-lines`` is added."""
    environment: Mapping[str, str]
    """The whole environment of the process: nothing of the host's leaks in."""
    log: Path
    """File that takes the engine's stderr; appended to."""


@dataclass(frozen=True)
class Failure:
    """Why a run gave no result."""

    code: str
    """Of the table of sentences; ``engine-died`` and ``engine-start`` are the client's own."""
    message: str
    values: Dict[str, Any] = field(default_factory=dict)
    detail: str = ""
    """For the log: a traceback, or the end of stderr."""


class EngineFailed(Exception):  # noqa: N818 - it carries a failure
    """The run ended without a result; ``cancelled`` when that was asked for."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure

    @property
    def cancelled(self) -> bool:
        """The run stopped because it was asked to."""
        return self.failure.code == "cancelled"


def run_engine(
    request: Request,
    on_message: Callable[[Mapping[str, Any]], None],
    is_cancelled: Callable[[], bool],
    patience_s: float = PATIENCE_S,
) -> Dict[str, Any]:
    """Run a command in an engine process and give its outputs.

    Args:
        request: what to run.
        on_message: takes each message but the last: ``type`` is progress, metric, picture, warning or chatter.
        is_cancelled: asked at every tick.
        patience_s: seconds from a cancel to the kill of the whole process tree.

    Raises:
        EngineFailed: the engine reported a failure, died, could not start, or was cancelled.
    """
    with request.log.open("ab") as log:
        process = _start(request, log)
        try:
            final = _listen(process, on_message, is_cancelled, patience_s)
        finally:
            _end(process)
    if final is not None and final["type"] == "result":
        return dict(final["outputs"])
    raise EngineFailed(_failure(final, process.returncode, is_cancelled(), request.log))


def _start(request: Request, log: IO[bytes]) -> "subprocess.Popen[bytes]":
    command = [*request.program, *request.arguments, "--json-lines"]
    # its own session on POSIX and its own group on Windows: the whole tree can be ended, and no console window flashes
    windows = sys.platform == "win32"
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) if windows else 0
    try:
        return subprocess.Popen(  # nosec B603: a list, no shell, and the program is the interpreter the user chose
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=dict(request.environment),
            start_new_session=not windows,
            creationflags=flags,
        )
    except OSError as error:
        raise EngineFailed(_own_failure("engine-start", reason=str(error))) from error


def _listen(
    process: "subprocess.Popen[bytes]",
    on_message: Callable[[Mapping[str, Any]], None],
    is_cancelled: Callable[[], bool],
    patience_s: float,
) -> Optional[Dict[str, Any]]:
    """Pass messages on until the last one; None when the engine ended without one."""
    deadline = None
    for message in _messages(process):
        if deadline is None and is_cancelled():
            _ask_to_cancel(process)
            deadline = time.monotonic() + patience_s
        if deadline is not None and time.monotonic() > deadline:
            return None
        if message is None:
            continue
        if message["type"] in _FINAL:
            return message
        on_message(message)
    return None


def _messages(process: "subprocess.Popen[bytes]") -> Iterator[Optional[Dict[str, Any]]]:
    """Each message as it comes, and None at every tick without one, until the engine ends."""
    lines: queue.Queue[Optional[bytes]] = queue.Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, name="engine-reader", daemon=True).start()
    while True:
        # asked before the wait: what it said last has then had a tick to arrive
        ended = process.poll() is not None
        try:
            line = lines.get(timeout=TICK_S)
        except queue.Empty:
            if ended:
                return  # its stream is still open: a child of the dead engine holds it
            yield None
            continue
        if line is None:
            return
        yield _parse(line)


def _parse(line: bytes) -> Dict[str, Any]:
    """A message; what is none becomes chatter for the log."""
    text = line.decode("utf-8", errors="replace").rstrip("\r\n")
    try:
        message = json.loads(text)
    except ValueError:
        message = None
    if isinstance(message, dict) and isinstance(message.get("type"), str):
        return message
    return {"type": "chatter", "text": text}


def _ask_to_cancel(process: "subprocess.Popen[bytes]") -> None:
    try:
        if process.stdin is not None:
            process.stdin.write(b"cancel\n")
            process.stdin.flush()
    except OSError:
        return  # it is gone already, which is what was wanted


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Wait a moment for a process that has said its last word, then end whatever is left of it and its children."""
    if process.stdin is not None:
        _close(process.stdin)
    try:
        process.wait(timeout=1.0)
    except subprocess.TimeoutExpired:
        kill_tree(process)
        process.wait()
    kill_tree(process)
    if process.stdout is not None:
        _close(process.stdout)  # not before the end: closing waits for the reader, and the reader for the process


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # a broken pipe has nothing left to flush


def kill_tree(process: "subprocess.Popen[bytes]") -> None:
    """Kill an engine and every process it has started."""
    if sys.platform == "win32":
        command = [str(Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"), "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # nosec B603: a fixed program and a number
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)  # the engine leads its own session, so its group has its number
    except ProcessLookupError:
        return


def _failure(final: Optional[Mapping[str, Any]], returncode: int, cancelled: bool, log: Path) -> Failure:
    if final is not None:
        return Failure(final["code"], final["message"], dict(final.get("values", {})), final.get("detail", ""))
    if cancelled:
        return _own_failure("cancelled")
    how = f"signal {-returncode}" if returncode < 0 else f"exit code {returncode}"
    return _own_failure("engine-died", "\n".join(_tail(log)), how=how, log=str(log))


def _own_failure(code: str, detail: str = "", **values: Any) -> Failure:
    """What the client itself has to say, with its sentence from the table."""
    return Failure(code, sentence(code, values), values, detail)


def _tail(log: Path) -> List[str]:
    return log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_TAIL_LINES:]
