"""Measuring: a reporter that keeps time, rounds that take turns, and figures with their spread."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Stopwatch:
    """A reporter that notes when each progress report came."""

    marks: list[tuple[float, str]] = field(default_factory=list)

    def progress(self, done: int, total: int, code: str) -> None:
        """Note the time."""
        self.marks.append((time.perf_counter(), code))

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Not of interest."""

    def picture(self, name: str, path: str) -> None:
        """Not of interest."""

    def warning(self, code: str, **values: Any) -> None:
        """Not of interest."""

    def times(self, code: str) -> list[float]:
        """When reports of a code came."""
        return [moment for moment, one in self.marks if one == code]


@dataclass(frozen=True)
class Figure:
    """What repeated measurements gave: the median, and the least and the largest."""

    median: float
    least: float
    largest: float

    def text(self, form: str = ".2f") -> str:
        """Such as ``0.93 (0.91 to 0.95)``."""
        return f"{self.median:{form}} ({self.least:{form}} to {self.largest:{form}})"


def figure(values: list[float]) -> Figure:
    """Median and spread."""
    return Figure(statistics.median(values), min(values), max(values))


def in_turns(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Measure each work once a round: what slows the machine for a while slows all of them alike.

    Args:
        works: each gives its own figure, such as a rate.
        rounds: after one that warms up and is not counted.
    """
    for work in works.values():
        work()
    figures: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            figures[name].append(work())
    return figures


def seconds_of(work: Callable[[], object]) -> float:
    """Wall-clock time of a work."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
