"""A reporter for the many trainings of a study: one bar for all, each warning once, no figures and pictures of single runs."""

from collections.abc import Mapping
from typing import Any

from ...contract.reporting import Reporter

_EXPECTED = ("training-no-validation", "training-resumed", "head-only-uncalibrated")
"""Warnings of what a study does on purpose."""


class Quiet:
    """Passes on what concerns the study as a whole.

    Args:
        report: hears it.
        total: trainings of the study.
    """

    def __init__(self, report: Reporter, total: int) -> None:
        self._report = report
        self._total = total
        self._done = 0
        self._warned: set[str] = set()

    def advance(self, done: int) -> None:
        """Say how many trainings are done. A safe point."""
        self._done = done
        self._report.progress(done, self._total, "progress-curve")

    def progress(self, done: int, total: int, code: str) -> None:
        """Only a safe point: the bar counts trainings."""
        self._report.progress(self._done, self._total, "progress-curve")

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Say nothing."""

    def picture(self, name: str, path: str) -> None:
        """Say nothing."""

    def warning(self, code: str, **values: Any) -> None:
        """Pass on what has not been said before."""
        if code not in self._warned and code not in _EXPECTED:
            self._warned.add(code)
            self._report.warning(code, **values)
