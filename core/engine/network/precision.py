"""Which number format computes faster here: bfloat16 or float32."""

import time
from collections.abc import Callable

import torch

_WORTH_IT = 1.1
"""bfloat16 must be this much faster, so that chance does not choose, and equal runs stay equal."""
_REPEATS = 3


def autocast(device: torch.device, precision: str) -> torch.autocast:
    """A block in which the network computes in ``bf16`` or ``fp32``."""
    return torch.autocast(device.type, torch.bfloat16, enabled=precision == "bf16")


def faster_precision(device: torch.device, work: Callable[[], object]) -> str:
    """Time a piece of work in both precisions and name the faster, ``bf16`` or ``fp32``.

    Args:
        device: where it computes; on MPS bfloat16 is not tried.
        work: run several times, under autocast.
    """
    if device.type == "mps":
        return "fp32"
    seconds = {precision: _seconds(device, precision, work) for precision in ("fp32", "bf16")}
    return "bf16" if seconds["bf16"] * _WORTH_IT < seconds["fp32"] else "fp32"


def _seconds(device: torch.device, precision: str, work: Callable[[], object]) -> float:
    """The least time of some runs, after one that warms up."""
    times = []
    for _ in range(1 + _REPEATS):
        started = time.perf_counter()
        with autocast(device, precision):
            work()
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        times.append(time.perf_counter() - started)
    return min(times[1:])
