"""A reporter for the many trainings of a study: one bar for all, each warning once, no figures and pictures of single runs."""

from collections.abc import Mapping
from typing import Any

from ...contract.reporting import Reporter

_EXPECTED = ("training-no-validation", "training-resumed", "head-only-uncalibrated", "gan-few", "gan-filter-gave-up")
"""Warnings of what a study does on purpose."""
_LONG = ("progress-training", "progress-gan")
"""What takes most of the time of a run, and tells how far it is."""


class Quiet:
    """Passes on what concerns the study as a whole.

    Args:
        report: hears it.
        total: of the study: its trainings, or the seconds that they will take.
        code: of the progress.
    """

    def __init__(self, report: Reporter, total: int, code: str = "progress-curve") -> None:
        self._report = report
        self._total, self._code = total, code
        self._done = self._ahead = 0
        self._shown = 0
        self._warned: set[str] = set()

    def advance(self, done: int, ahead: int = 0) -> None:
        """Say how much is done. A safe point.

        Args:
            done: of the total.
            ahead: how much of it the run that begins now will add; the bar follows within it. With 0 it waits for its end.
        """
        self._done, self._ahead, self._shown = done, ahead, done
        self._report.progress(done, self._total, self._code)

    def progress(self, done: int, total: int, code: str) -> None:
        """A safe point; the bar counts for the study."""
        if self._ahead and total and code in _LONG:
            self._shown = self._done + self._ahead * done // total
        self._report.progress(self._shown, self._total, self._code)

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Say nothing."""

    def picture(self, name: str, path: str) -> None:
        """Say nothing."""

    def warning(self, code: str, **values: Any) -> None:
        """Pass on what has not been said before."""
        if code not in self._warned and code not in _EXPECTED:
            self._warned.add(code)
            self._report.warning(code, **values)
