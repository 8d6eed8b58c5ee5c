"""One run as it goes on: what it does, how long it will take, its figures, pictures and warnings, and a button that stops it."""

import time
from html import escape
from typing import Dict, Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from ..figures import duration_text
from ..translation import tr
from .job import Job
from .picture import Picture
from .record import DONE, WAITING, JobRecord
from .words import left_s, metric_words, state_words, step_words, took_words

_LOOK_MS = 500


class RunView(QWidget):
    """Shows a job, live, or a record of the past; pictures come as tabs, by their names, and warnings as the last one."""

    asked_to_cancel = pyqtSignal()
    """The user has pressed Cancel; the job has been asked to stop."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        """Show nothing at first."""
        super().__init__(parent)
        self._job: Optional[Job] = None
        self._record: Optional[JobRecord] = None
        self._stage, self._stage_began_s = "", 0.0
        self._pictures: Dict[str, Picture] = {}
        self._warned = 0
        self.title, self.text, self.figures, self.warnings = QLabel(), QLabel(), QLabel(), QTextBrowser(self)
        self.bar, self.cancel_button, self.tabs = QProgressBar(), QPushButton(tr("Cancel")), QTabWidget()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self.cancel_button.clicked.connect(self._on_cancel)
        self._look()

    @property
    def job(self) -> Optional[Job]:
        """What it shows; None for nothing or a past record."""
        return self._job

    @property
    def record(self) -> Optional[JobRecord]:
        """What is known of the run that it shows."""
        return self._record

    def show_job(self, job: Job) -> None:
        """Follow a run of this window."""
        self._let_go()
        self._job = job
        job.changed.connect(self._look)
        self._show(job.record)
        self._timer.start(_LOOK_MS)

    def show_record(self, record: JobRecord) -> None:
        """Show a run of the past."""
        self._let_go()
        self._show(record)

    def add_button(self, button: QPushButton) -> None:
        """Put a button of the dialog's own beside Cancel."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def picture_words(self, name: str) -> str:
        """The title of a picture's tab."""
        words = {
            "curves": tr("Curves"), "confusion": tr("Confusion Matrix"), "rates": tr("Learning Rates"), "preview": tr("Preview"),
            "convergence": tr("Convergence"),
        }  # fmt: skip
        return words.get(name, name.replace("_", " ").title())

    def _lay_out(self) -> None:
        self.title.setStyleSheet("font-weight: bold")
        self.warnings.hide()
        for label in (self.text, self.figures):
            label.setWordWrap(True)
        self.bar.setTextVisible(True)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.bar, 1)
        self._buttons.addWidget(self.cancel_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.title)
        rows.addLayout(self._buttons)
        rows.addWidget(self.text)
        rows.addWidget(self.figures)
        rows.addWidget(self.tabs, 1)

    def _show(self, record: JobRecord) -> None:
        self._record = record
        self._stage, self._stage_began_s = record.text, time.monotonic()
        self.tabs.clear()
        self._pictures.clear()
        self._warned = 0
        self._look()

    def _let_go(self) -> None:
        self._timer.stop()
        if self._job is not None and not sip.isdeleted(self._job):
            self._job.changed.disconnect(self._look)
        self._job = None

    def _look(self) -> None:
        """Show what is known at this moment."""
        record = self._record
        for widget in (self.title, self.bar, self.cancel_button):
            widget.setVisible(record is not None)
        if record is None:
            return
        if record.text != self._stage:
            self._stage, self._stage_began_s = record.text, time.monotonic()
        self.title.setText(record.title)
        self._show_bar(record)
        self.text.setText(self._said(record))
        self._show_figures(record)
        self._show_pictures(record)
        self._show_warnings(record)
        self.tabs.setVisible(self.tabs.count() > 0)
        if record.has_ended:
            self._timer.stop()

    def _show_bar(self, record: JobRecord) -> None:
        stopping = self._job is not None and self._job.is_stopping
        self.cancel_button.setVisible(self._job is not None and not record.has_ended)
        self.cancel_button.setEnabled(not stopping)
        # a bar without an end moves to and fro, which is for those that are at work
        self.bar.setRange(0, 0 if record.state == "running" and not record.total else max(1, record.total))
        self.bar.setValue(self.bar.maximum() if record.state == DONE else record.done)
        self.bar.setFormat(tr("stopping") if stopping else "%p %" if record.state in (DONE, "running") else state_words(record.state))

    def _said(self, record: JobRecord) -> str:
        """What it does and how long the stage will take; or how it has ended."""
        if record.error:
            return record.error
        if record.state == WAITING:
            return tr("Waits for the runs before it.")
        if record.has_ended:
            return tr("{state} after {time}").format(state=state_words(record.state).capitalize(), time=took_words(record))
        left = left_s(record, time.monotonic() - self._stage_began_s)
        said = tr("{text}, for {time} so far").format(text=record.text or tr("Starting"), time=took_words(record))
        return said if left is None else tr("{said}; about {time} left").format(said=said, time=duration_text(left))

    def _show_figures(self, record: JobRecord) -> None:
        self.figures.setVisible(bool(record.metrics))
        if record.metrics:
            row = record.metrics[-1]
            figures = " · ".join(f"{escape(name)} <b>{escape(value)}</b>" for name, value in metric_words(row).items())
            self.figures.setText(f"{escape(step_words(record))}: {figures}")

    def _show_pictures(self, record: JobRecord) -> None:
        for name, path in record.pictures.items():
            if name not in self._pictures:
                self._pictures[name] = Picture()
                self.tabs.insertTab(len(self._pictures) - 1, self._pictures[name], self.picture_words(name))
                self.tabs.setCurrentIndex(0)
            self._pictures[name].show_file(path)

    def _show_warnings(self, record: JobRecord) -> None:
        if len(record.warnings) == self._warned:
            return
        self._warned = len(record.warnings)
        self.warnings.setHtml("".join(f"<p>⚠ {escape(one)}</p>" for one in record.warnings))
        title = tr("⚠ Warnings ({count})").format(count=self._warned)
        if self.tabs.indexOf(self.warnings) < 0:
            self.tabs.addTab(self.warnings, title)
        self.tabs.setTabText(self.tabs.indexOf(self.warnings), title)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.asked_to_cancel.emit()
