"""Set-up work in the background: QGIS shows it in its task bar and stays usable."""

import traceback
from typing import Any, Callable, List, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...core.contract.errors import Cancelled
from ..translation import tr
from .build import SetupFailed, Watch

# The task manager owns tasks in C++ alone: without a reference here Python would collect the object with its work
_ALIVE: List["SetupTask"] = []


class SetupTask(QgsTask):
    """Runs one piece of set-up work; ``ended`` comes on the main thread, whatever happened."""

    said = pyqtSignal(str)
    ended = pyqtSignal()

    def __init__(self, title: str, work: Callable[[Watch], Any]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self.text = title
        """What is going on."""
        self.outcome: Any = None
        """What the work gave; None until it has worked."""
        self.failure: Optional[SetupFailed] = None
        """Why it gave nothing; None after a cancel."""

    def run(self) -> bool:
        """Do the work; an exception that left this method would take QGIS down with it."""
        try:
            self.outcome = self._work(Watch(self._show, self.isCanceled))
        except Cancelled:
            return False
        except SetupFailed as failure:
            self.failure = failure
        except Exception as error:  # noqa: BLE001 - the boundary of the thread
            self.failure = SetupFailed(tr("The set-up stopped at an error of its own: {error}").format(error=error), traceback.format_exc())
        return self.failure is None

    def finished(self, result: bool) -> None:
        """Tell whoever listens, and let go of the task."""
        if self in _ALIVE:
            _ALIVE.remove(self)
        self.ended.emit()

    def _show(self, share: float, text: str) -> None:
        self.setProgress(min(100.0, 100.0 * share))
        if text != self.text:
            self.text = text
            self.said.emit(text)


def start(title: str, work: Callable[[Watch], Any]) -> SetupTask:
    """Start work in the background."""
    task = SetupTask(title, work)
    _ALIVE.append(task)
    QgsApplication.taskManager().addTask(task)
    return task


def running() -> Optional[SetupTask]:
    """The set-up work that is going on in this window, for a page that is opened while it runs."""
    return _ALIVE[-1] if _ALIVE else None


def stop_all(patience_ms: int = 15000) -> None:
    """Cancel all set-up work and wait for its end; for the plugin's ``unload``."""
    for task in tuple(_ALIVE):
        task.cancel()
        task.waitForFinished(patience_ms)
