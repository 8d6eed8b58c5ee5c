"""Which device computes, and whose turn it is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from filelock import FileLock, Timeout

from ..contract.errors import DeviceError
from ..contract.reporting import Reporter
from .output import lock_folder

_WAIT_S = 1.0


def choose_device(name: str) -> torch.device:
    """The device of a name: ``auto`` takes CUDA, then MPS, then the CPU.

    Raises:
        DeviceError: no such name, or no such device here.
    """
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda", 0)
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    kind, _, index = name.partition(":")
    if kind not in ("cpu", "cuda", "mps") or (index and not (kind == "cuda" and index.isdigit())) or name.endswith(":"):
        raise DeviceError("device-unknown", device=name)
    if kind == "cuda" and int(index or 0) >= _cuda_count():
        raise DeviceError("device-missing", device=name, reason=why_no_cuda())
    if kind == "mps" and not torch.backends.mps.is_available():
        raise DeviceError("device-missing", device=name, reason="no Apple GPU that this torch can use")
    return torch.device("cuda", int(index or 0)) if kind == "cuda" else torch.device(kind)


def _cuda_count() -> int:
    return torch.cuda.device_count() if torch.cuda.is_available() else 0


def why_no_cuda() -> str:
    """Why CUDA cannot be used, in a few words."""
    if torch.version.cuda is None:
        return f"torch {torch.__version__} is built without CUDA"
    if not torch.cuda.is_available():
        return f"torch {torch.__version__} is built for CUDA {torch.version.cuda}, but no driver or GPU answers"
    return f"{torch.cuda.device_count()} CUDA device(s) answer"


@contextmanager
def device_turn(device: torch.device, report: Reporter) -> Iterator[None]:
    """Wait until no other run of this user computes on the device, then hold it; the CPU is never waited for.

    Raises:
        Cancelled: the user gave up waiting.
    """
    if device.type == "cpu":
        yield
        return
    path = lock_folder() / f"device-{device.type}-{device.index or 0}.lock"
    holder = path.with_suffix(".pid")
    lock = FileLock(path)
    waiting = False
    while True:
        try:
            lock.acquire(timeout=_WAIT_S if waiting else 0)
            break
        except Timeout:
            if not waiting:
                report.warning("device-wait", device=str(device), holder=holder.read_text() if holder.exists() else "?")
            waiting = True
            report.progress(0, 0, "progress-waiting")
    try:
        holder.write_text(str(os.getpid()))
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()
