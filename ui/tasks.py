"""Background work: algorithms one after another, small work at once; keeps alive what a task needs until it has ended."""

import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsTask
from qgis.PyQt.QtCore import QTimer, pyqtSignal

from . import engine
from .translation import any_error_text

_ENDED = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
_TICK_S = 0.02


@dataclass(frozen=True)
class Outcome:
    """How a run has ended."""

    ok: bool
    cancelled: bool
    results: Dict[str, Any]
    """Outputs of the algorithm by name; empty unless it went well."""
    error: str
    """For the user: why it failed; empty otherwise."""
    warnings: Tuple[str, ...]
    log: str
    """Everything the run has said."""


class RunFeedback(QgsProcessingFeedback):
    """Remembers what the user should be told in the end, and passes on what the run says meanwhile."""

    said = pyqtSignal(object)
    """A message of the contract's kinds, its ``text`` for the user; of the kind ``command`` for the run as a console line."""

    def __init__(self) -> None:
        super().__init__(False)  # the outcome is shown once, by whoever started the run
        self.errors: List[str] = []
        self.warnings: List[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - the names of QGIS
        """Remember an error."""
        self.errors.append(error)
        super().reportError(error, fatalError)

    def pushWarning(self, warning: str) -> None:
        """Remember a warning."""
        self.warnings.append(warning)
        super().pushWarning(warning)

    def pushCommandInfo(self, info: str) -> None:
        """Pass the console line on."""
        self.hear({"type": "command", "text": info})
        super().pushCommandInfo(info)

    def hear(self, message: Mapping[str, Any]) -> None:
        """Pass a message of the engine on."""
        self.said.emit(dict(message))


@dataclass
class Job:
    """A run that waits, or is at work, with everything that must live as long as it does."""

    task: QgsTask
    feedback: RunFeedback
    context: QgsProcessingContext
    on_finished: Callable[[Outcome], None]
    results: Dict[str, Any] = field(default_factory=dict)
    ok: bool = False
    cancelled: bool = False


class SmallTask(QgsTask):
    """Work of seconds that need not wait for the long runs."""

    def __init__(self, title: str, work: Callable[["SmallTask"], Any]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self.outcome: Any = None
        """What the work gave; None unless it went well."""
        self.error = ""
        """For the user: why it failed; empty after a cancel."""

    def run(self) -> bool:
        """Do the work; an exception that left this method would take QGIS down with it."""
        try:
            self.outcome = self._work(self)
        except Exception as error:  # noqa: BLE001 - the boundary of the thread
            self.error = "" if self.isCanceled() else any_error_text(error)
            return False
        return not self.isCanceled()


_jobs: List[Job] = []
"""Waiting and running algorithms, in the order in which they were asked for; the first one runs."""
_small: List[SmallTask] = []


def run_algorithm(
    algorithm_id: str,
    parameters: Dict[str, Any],
    on_finished: Callable[[Outcome], None],
    on_said: Optional[Callable[[Mapping[str, Any]], None]] = None,
) -> QgsTask:
    """Start an algorithm in the background, or queue it behind the ones that run.

    Args:
        algorithm_id: such as ``echopatch:classify``.
        parameters: as for ``processing.run``.
        on_finished: called once, on the main thread, however the run ends.
        on_said: method of a ``QObject``; takes each message of the run, on the main thread.

    Raises:
        ValueError: no such algorithm.
    """
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    if algorithm is None:
        raise ValueError(f"no algorithm {algorithm_id}")
    context, feedback = QgsProcessingContext(), RunFeedback()
    if on_said is not None:
        feedback.said.connect(on_said)
    context.setProject(QgsProject.instance())
    context.setFeedback(feedback)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    job = Job(task, feedback, context, on_finished)
    if task.isCanceled():  # its inputs could not be read; the task manager would never speak of it
        QTimer.singleShot(0, partial(_tell, job))
        return task
    task.executed.connect(partial(_keep_results, job))
    task.taskCompleted.connect(partial(_end, job))
    task.taskTerminated.connect(partial(_end, job))
    if _jobs:
        task.hold()
    _jobs.append(job)
    QgsApplication.taskManager().addTask(task)
    return task


def run_small(title: str, work: Callable[[SmallTask], Any], on_finished: Callable[[SmallTask], None]) -> SmallTask:
    """Do small work in the background at once.

    Args:
        title: shown in the task bar.
        work: runs in a thread of its own, without layers of the project and widgets.
        on_finished: called once, on the main thread, with the task and its outcome.
    """
    task = SmallTask(title, work)
    task.taskCompleted.connect(partial(_end_small, task, on_finished))
    task.taskTerminated.connect(partial(_end_small, task, on_finished))
    _small.append(task)
    QgsApplication.taskManager().addTask(task)
    return task


def running_jobs() -> Tuple[Job, ...]:
    """All algorithms that run or wait, the running one first."""
    return tuple(_jobs)


def stop_all(patience_s: float = 3.0) -> bool:
    """Cancel everything and wait a moment; whether all engine processes have ended.

    What is left has been told to stop, and is killed by the thread that waits for it.
    """
    tasks = [*_small, *(job.task for job in reversed(_jobs))]  # the waiting ones first, or the next would start
    for task in tasks:
        task.cancel()
    deadline = time.monotonic() + patience_s
    stopped = engine.stop_runs(patience_s)
    while any(task.status() not in _ENDED for task in tasks) and time.monotonic() < deadline:
        time.sleep(_TICK_S)
    return stopped


def _keep_results(job: Job, ok: bool, results: Dict[str, Any]) -> None:
    job.ok, job.results = ok, results


def _end(job: Job) -> None:
    """Start the next run, and tell whoever waits for this one."""
    if job not in _jobs:
        return
    _jobs.remove(job)
    job.cancelled = job.task.isCanceled() and not job.ok
    if _jobs:
        _jobs[0].task.unhold()
    _tell(job)


def _end_small(task: SmallTask, on_finished: Callable[[SmallTask], None]) -> None:
    if task in _small:
        _small.remove(task)
        on_finished(task)


def _tell(job: Job) -> None:
    job.on_finished(_outcome(job))


def _outcome(job: Job) -> Outcome:
    failed = not job.ok and not job.cancelled
    return Outcome(
        ok=job.ok,
        cancelled=job.cancelled,
        results=dict(job.results) if job.ok else {},
        error="\n".join(job.feedback.errors) if failed else "",
        warnings=tuple(job.feedback.warnings),
        log=job.feedback.textLog(),
    )
