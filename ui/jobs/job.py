"""Starts runs, follows them, and keeps what they say: the way in which every dialog runs an algorithm.

job = start(tr("Fine-tune harbour"), "echopatch:train", parameters, self._on_trained)
RunView().show_job(job)
"""

import time
from functools import partial
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import tasks
from . import history
from .record import CANCELLED, DONE, FAILED, RUNNING, WAITING, JobRecord, hear


class Job(QObject):
    """A run that waits, is at work, or has ended; lives as long as this window of QGIS, whatever becomes of its dialog."""

    changed = pyqtSignal()
    """Its record says something new; on the main thread."""
    ended = pyqtSignal()
    """Once, however it ended; after ``on_finished`` of ``start``."""

    def __init__(self, record: JobRecord) -> None:
        super().__init__()
        self.record = record
        self.task: Optional[QgsTask] = None
        """Of QGIS; None once it has ended."""
        self._stopping = False

    @property
    def is_stopping(self) -> bool:
        """It was asked to stop and has not yet."""
        return self._stopping and not self.record.has_ended

    def cancel(self) -> None:
        """Ask it to stop; one that waits ends at once."""
        if self.task is not None and not self.record.has_ended:
            self._stopping = True
            self.task.cancel()
            self.changed.emit()

    def _on_said(self, message: Mapping[str, Any]) -> None:
        record = self.record
        if record.state == WAITING:  # the first thing it says is its command
            record.state, record.started_s = RUNNING, time.time()
            history.save(record)
        hear(record, message)
        self.changed.emit()

    def _end(self, on_finished: Callable[[tasks.Outcome], None], outcome: tasks.Outcome) -> None:
        record = self.record
        record.state = DONE if outcome.ok else CANCELLED if outcome.cancelled else FAILED
        record.ended_s = time.time()
        record.outputs, record.error, record.log = dict(outcome.results), outcome.error, outcome.log
        record.warnings = list(outcome.warnings)
        self.task = None
        history.save(record)
        on_finished(outcome)
        self.changed.emit()
        self.ended.emit()


class _Board(QObject):
    """Tells of new runs."""

    started = pyqtSignal(object)
    """A job, when it has been asked for."""


board = _Board()
_jobs: List[Job] = []


def start(title: str, algorithm_id: str, parameters: Dict[str, Any], on_finished: Callable[[tasks.Outcome], None]) -> Job:
    """Start an algorithm in the background, or queue it behind the ones that run, and keep its record.

    Args:
        title: of the run, for the user.
        algorithm_id: such as ``echopatch:train``.
        parameters: as for ``processing.run``.
        on_finished: called once, on the main thread, however the run ends; its owner may be gone by then and must not mind.

    Returns:
        The job; its record is filled while it runs.

    Raises:
        ValueError: no such algorithm.
    """
    asked_s = time.time()
    job = Job(JobRecord(f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(asked_s))}-{time.monotonic_ns()}", title, algorithm_id, asked_s))
    job.task = tasks.run_algorithm(algorithm_id, parameters, partial(job._end, on_finished), job._on_said)
    _jobs.append(job)
    board.started.emit(job)
    return job


def jobs() -> Tuple[Job, ...]:
    """All runs of this window, in the order in which they were asked for."""
    return tuple(_jobs)


def unfinished() -> Tuple[Job, ...]:
    """The runs that wait or are at work."""
    return tuple(job for job in _jobs if not job.record.has_ended)


def forget(job: Job) -> None:
    """Take a run that has ended off the list, and its record off the disk."""
    if job in _jobs and job.record.has_ended:
        _jobs.remove(job)
        history.forget(job.record)
