"""The form that sets the engine up: one widget, shown as an options page and as a dialog."""

from functools import partial
from typing import Callable, Optional

from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from .. import settings
from ..environment import engine_home, engine_state
from ..translation import tr
from . import build, task
from .model_box import ModelBox
from .plan import Tools, Wishes, plan
from .pythons import base_pythons, find_uv
from .status_box import StatusBox
from .way_box import WayBox

_WATCH_MS = 2000
"""How often the state is looked at: another window may set the engine up or remove it."""


class EngineForm(QWidget):
    """Shows the state of the engine, and builds, checks, repairs and removes it."""

    state_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._task: Optional[task.SetupTask] = None
        self._state = engine_state()
        self._status, self._way, self._models = StatusBox(), WayBox(), ModelBox()
        self._set_up, self._remove, self._log = QPushButton(), QPushButton(tr("Remove…")), QPushButton(tr("Show Log"))
        self._arrange()
        self._status.cancelled.connect(self._cancel)
        self._way.changed.connect(self.refresh)
        self._models.work.connect(self._start)
        self._set_up.clicked.connect(self.set_up)
        self._remove.clicked.connect(self._ask_and_remove)
        self._log.clicked.connect(_open_log)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_WATCH_MS)
        self._follow(task.running())

    def keep(self) -> None:
        """Remember what was entered for the next set-up."""
        self._way.keep()

    def apply(self) -> None:
        """Keep what was entered; a newly named Python is used once it has passed its check."""
        self._way.keep()
        if self._task is not None:
            return
        if self._way.is_managed():
            settings.set_engine_python("")
        elif self._way.python() not in ("", settings.engine_python()):
            self.set_up()

    def set_up(self) -> None:
        """Build the environment, or check the Python that is to be used instead, in the background."""
        self._way.keep()
        if not self._way.is_managed():
            self._start(tr("Checking the engine of Echopatch"), partial(build.adopt, self._way.python()))
            return
        wishes = Wishes(settings.torch_choice(), settings.offline_folder(), settings.proxy_url())
        tools = Tools(find_uv() or "", tuple(base_pythons()))
        self._start(tr("Setting up the engine of Echopatch"), partial(build.build, wishes, partial(plan, wishes, tools)))

    def refresh(self) -> None:
        """Look at the state and show it."""
        self._state = engine_state()
        busy = self._task is not None or self._state.kind == "busy"
        there = build.removable()
        self._status.show_state(self._state, self._task)
        self._way.setEnabled(not busy)
        self._set_up.setEnabled(not busy)
        self._remove.setEnabled(there and not busy)
        self._models.show_models(can_train=self._state.kind == "ready", busy=busy)
        if not self._way.is_managed():
            self._set_up.setText(tr("Check and Use"))
        else:
            self._set_up.setText(tr("Repair") if there else tr("Set Up"))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._set_up)
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(self._log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._status)
        layout.addWidget(self._way)
        layout.addLayout(row)
        layout.addWidget(self._models, 1)

    def _look(self) -> None:
        if self._task is None and engine_state() != self._state:
            self.refresh()

    def _ask_and_remove(self) -> None:
        question = tr("Remove the engine's environment from {folder}? Models and settings stay.").format(folder=engine_home())
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        if QMessageBox.question(self, tr("Remove the Engine"), question, buttons) == QMessageBox.StandardButton.Yes:
            self._start(tr("Removing the engine of Echopatch"), build.remove)

    def _start(self, title: str, work: Callable[[build.Watch], object]) -> None:
        self._follow(task.start(title, work))

    def _follow(self, started: Optional[task.SetupTask]) -> None:
        self._task = started
        if started is not None:
            started.said.connect(self._status.show_text)
            started.progressChanged.connect(self._status.show_progress)
            started.ended.connect(self._end)
        self.refresh()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        ended, self._task = self._task, None
        if ended is not None:
            self._status.show_failure(ended.failure)
            if ended.outcome is not None:
                self._way.load()
        self.refresh()
        self.state_changed.emit()


def _open_log() -> None:
    log = build.setup_log()
    log.touch()
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))
