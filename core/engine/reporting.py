"""How a running command speaks: bars and lines for people, JSON lines for programs."""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from types import FrameType
from typing import Any, TextIO

from tqdm import tqdm

from ..contract.errors import Cancelled
from ..contract.sentences import sentence

_SECONDS_BETWEEN_PROGRESS = 0.2


class CancelFlag:
    """Set by Ctrl-C, SIGTERM, a ``cancel`` line or the end of stdin; asked at every safe point."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask the run to stop."""
        self._event.set()

    def check(self) -> None:
        """Stop here if asked to.

        Raises:
            Cancelled: the user asked to stop.
        """
        if self._event.is_set():
            raise Cancelled

    def listen_to_signals(self) -> None:
        """The first signal asks to stop; a second Ctrl-C stops at once."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.set()

    def listen_to(self, stream: TextIO) -> None:
        """Take a ``cancel`` line, or the end of the stream (the host is gone), as the wish to stop."""

        def listen() -> None:
            for line in stream:
                if line.strip() == "cancel":
                    break
            self.set()

        threading.Thread(target=listen, name="cancel-listener", daemon=True).start()


class Terminal:
    """Progress bars and plain lines on stderr."""

    def __init__(self, cancel: CancelFlag) -> None:
        self._cancel = cancel
        self._bar: tqdm[Any] | None = None
        self._code = ""

    def progress(self, done: int, total: int, code: str) -> None:
        """Move the bar of this stage."""
        self._cancel.check()
        if self._bar is None or code != self._code:
            self.close()
            # a first report beyond 0 is a resumed run: the bar's rate counts what this run does
            self._bar = tqdm(desc=sentence(code, {}), total=total or None, initial=done, file=sys.stderr, dynamic_ncols=True, disable=None)
            self._code = code
        self._bar.total = total or None
        self._bar.update(done - self._bar.n)

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """One line of figures."""
        self._say(f"{step:4d}  " + "  ".join(f"{name} {value:.4g}" for name, value in values.items()))

    def picture(self, name: str, path: str) -> None:
        """Where a picture is."""
        self._say(f"{name}: {path}")

    def warning(self, code: str, **values: Any) -> None:
        """One line that begins with 'warning'."""
        self._say(f"warning: {sentence(code, values)}")

    def result(self, outputs: Mapping[str, Any]) -> None:
        """The outputs, one a line, or the text that the command gives."""
        self.close()
        lines = [outputs["text"]] if "text" in outputs else [f"{name}: {_readable(value)}" for name, value in outputs.items()]
        sys.stdout.write("\n".join(lines) + "\n")

    def failure(self, code: str, values: Mapping[str, Any], message: str, detail: str) -> None:
        """One line, and the traceback if there is one."""
        self.close()
        sys.stderr.write(f"{detail}echopatch: {message}\n")

    def close(self) -> None:
        """End the bar that is shown."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _say(self, line: str) -> None:
        tqdm.write(line, file=sys.stderr)


def _readable(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.4g}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_readable(one)}" for name, one in value.items())
    return str(value)


class JsonLines:
    """One JSON object a line, on a private copy of stdout.

    File descriptor 1 is pointed at stderr, so that no print and no native library can break the stream.
    """

    def __init__(self, cancel: CancelFlag) -> None:
        self._cancel = cancel
        self._stream = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
        os.dup2(2, 1)
        self._last = 0.0
        self._code = ""

    def progress(self, done: int, total: int, code: str) -> None:
        """Say how far, at most five times a second."""
        self._cancel.check()
        now = time.monotonic()
        if code != self._code or done >= total or now - self._last >= _SECONDS_BETWEEN_PROGRESS:
            self._last, self._code = now, code
            self._send("progress", done=done, total=total, code=code, text=sentence(code, {}))

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Figures of one step."""
        self._send("metric", step=step, values=dict(values))

    def picture(self, name: str, path: str) -> None:
        """A PNG."""
        self._send("picture", name=name, path=path)

    def warning(self, code: str, **values: Any) -> None:
        """Something the user should know."""
        self._send("warning", code=code, values=values, message=sentence(code, values))

    def result(self, outputs: Mapping[str, Any]) -> None:
        """The last line of a run that succeeded."""
        self._send("result", outputs=dict(outputs))

    def failure(self, code: str, values: Mapping[str, Any], message: str, detail: str) -> None:
        """The last line of a run that did not."""
        self._send("failure", code=code, values=dict(values), message=message, detail=detail)

    def _send(self, kind: str, **fields: Any) -> None:
        try:
            # strings for what JSON does not know (paths); a nan is no JSON, so it becomes null
            text = json.dumps({"type": kind, **_finite(fields)}, ensure_ascii=False, default=str, allow_nan=False)
            self._stream.write(text + "\n")
            self._stream.flush()
        except BrokenPipeError:
            self._cancel.set()


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, Mapping):
        return {name: _finite(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    return value
