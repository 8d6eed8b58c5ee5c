"""Runs engine commands for whoever asks; waits, so never call it from the main thread."""

import shlex
import threading
import time
from typing import Any, Callable, Dict, Mapping

from ..core.contract.client import Request, run_engine
from ..core.contract.settings import command_arguments
from .environment import child_environment, engine_log, engine_program

_stopping = threading.Event()
_runs: Dict[int, threading.Thread] = {}
_TICK_S = 0.02


def run(
    command: str,
    config: Any,
    on_message: Callable[[Mapping[str, Any]], None],
    is_cancelled: Callable[[], bool],
) -> Dict[str, Any]:
    """Run a command and give its outputs.

    Args:
        command: of the contract's table, such as ``patches cut``.
        config: its settings.
        on_message: takes each message but the last, in the calling thread.
        is_cancelled: asked at every tick.

    Raises:
        EngineMissing: the engine is not set up.
        EngineFailed: the run gave no result.
    """
    arguments = (*command.split(), *command_arguments(config))
    request = Request(engine_program(), arguments, child_environment(), engine_log())
    thread = threading.current_thread()
    _runs[id(thread)] = thread
    try:
        return run_engine(request, on_message, lambda: _stopping.is_set() or is_cancelled())
    finally:
        del _runs[id(thread)]


def console_line(command: str, config: Any) -> str:
    """The same run as a line for a terminal."""
    return shlex.join(("echopatch", *command.split(), *command_arguments(config)))


def stop_runs(patience_s: float) -> bool:
    """Ask every running engine to stop; whether all have within the patience.

    One that has not is killed by the client, a little later, in the thread that waits for it.
    """
    deadline = time.monotonic() + patience_s
    _stopping.set()
    while _runs and time.monotonic() < deadline:
        time.sleep(_TICK_S)
    stopped = not _runs
    _stopping.clear()
    return stopped
