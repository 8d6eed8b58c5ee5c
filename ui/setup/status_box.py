"""The upper part of the set-up page: the state, and while something runs its progress."""

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..environment import EngineState
from ..translation import tr
from .build import SetupFailed
from .task import SetupTask
from .words import state_words

_ICON_PX = 32


class StatusBox(QFrame):
    """State, progress and the last failure of the engine's set-up."""

    cancelled = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._icon, self._headline, self._lines = QLabel(), QLabel(), _wrapping_label()
        self._bar, self._text, self._failure = QProgressBar(), QLabel(), _wrapping_label()
        self._failure_icon = QLabel()
        self._failure_icon.setPixmap(QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(_ICON_PX, _ICON_PX))
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.clicked.connect(self._ask_to_cancel)
        font = self._headline.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._headline.setFont(font)
        self._bar.setRange(0, 100)
        self._icon.setFixedWidth(_ICON_PX + 8)
        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._headline, 0, 1, 1, 2)
        layout.addWidget(self._lines, 1, 1, 1, 2)
        layout.addWidget(self._bar, 2, 1)
        layout.addWidget(self._cancel, 2, 2)
        layout.addWidget(self._text, 3, 1, 1, 2)
        layout.addWidget(self._failure_icon, 4, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._failure, 4, 1, 1, 2)
        self.show_failure(None)

    def show_state(self, state: EngineState, task: Optional[SetupTask]) -> None:
        """Show a state, and the task that is going on in this window."""
        words = state_words(state)
        self._icon.setPixmap(QgsApplication.getThemeIcon(words.icon if task is None else "/mTaskRunning.svg").pixmap(_ICON_PX, _ICON_PX))
        self._headline.setText(words.headline if task is None else task.description())
        self._lines.setText("\n".join(words.lines))
        self._lines.setVisible(task is None)
        for widget in (self._bar, self._cancel, self._text):
            widget.setVisible(task is not None)
        if task is not None and not self._running:
            self._begin(task)
        self._running = task is not None

    def show_progress(self, percent: float) -> None:
        """Show how far the task is."""
        self._bar.setValue(round(percent))

    def show_text(self, text: str) -> None:
        """Show what the task is doing, on one line."""
        metrics = self._text.fontMetrics()
        self._text.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._bar.width() + self._cancel.width()))

    def show_failure(self, failure: Optional[SetupFailed]) -> None:
        """Show why the last task failed, with what it ran and what that said; None hides it."""
        for widget in (self._failure_icon, self._failure):
            widget.setVisible(failure is not None)
        if failure is not None:
            self._failure.setText(f"{failure}\n\n{_last_lines(failure.detail)}".strip())

    _running = False

    def _begin(self, task: SetupTask) -> None:
        self.show_failure(None)
        self._cancel.setEnabled(task.canCancel())
        self.show_progress(task.progress())
        self.show_text(task.text)

    def _ask_to_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.show_text(tr("Cancelling"))
        self.cancelled.emit()


def _wrapping_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _last_lines(detail: str) -> str:
    """The command and the end of what it said, short enough to stand on the page."""
    lines = [line for line in detail.splitlines() if line.strip()]
    command = [line for line in lines if line.startswith("$ ")][-1:]
    said = [line for line in lines if not line.startswith("$ ")][-3:]
    return "\n".join(line[:300] for line in (*command, *said))
