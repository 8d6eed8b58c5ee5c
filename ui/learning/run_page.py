"""The page that shows a training live and what has come of it."""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from ...core.contract.errors import ModelError
from ...core.contract.model_card import read_card
from ...core.contract.training_run import ask_to_finish
from .. import tasks
from ..jobs.job import Job
from ..jobs.run_view import RunView
from ..outputs import free_name
from ..translation import error_text, tr
from .patches_page import Start
from .verdict import verdict_html

_RESULT_PX = 380


class RunPage(QWidget):
    """Follows the runs of one dialog, the last of which writes a model."""

    wants_to_classify = pyqtSignal(str)
    """With the model of this path."""

    def __init__(self, start: Start, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._start = start
        self._model, self._patch_set = "", ""
        self.view, self.result, self.note = RunView(), QTextBrowser(), QLabel()
        self.finish_button = QPushButton(tr("End Now, Keep the Best"))
        self.finish_button.setToolTip(tr("Ends the training after the epoch at hand; the best epoch so far becomes the model."))
        self.report_button, self.use_button = QPushButton(tr("Report…")), QPushButton(tr("Use for Classification…"))
        self._lay_out()
        self.view.add_button(self.finish_button)
        self.finish_button.clicked.connect(lambda _: self._finish())
        self.report_button.clicked.connect(lambda _: self._report())
        self.use_button.clicked.connect(lambda _: self.wants_to_classify.emit(self._model))
        self._show_result(False)

    def follow(self, job: Job, model: str, patch_set: str) -> None:
        """Show a training from its beginning.

        Args:
            job: of the run.
            model: file that it will write.
            patch_set: that it learns from.
        """
        self._model, self._patch_set = model, patch_set
        self.note.clear()
        self.result.clear()
        self._show_result(False)
        self.view.show_job(job)
        job.changed.connect(self._look)
        self._look()

    def show_outcome(self, outcome: tasks.Outcome) -> None:
        """Show what has come of the training; why there is nothing, the view says."""
        self._look()
        self.note.clear()
        if outcome.cancelled:
            self.note.setText(tr("Stopped. The epochs so far are kept: the same training with the same settings goes on from there."))
        if not outcome.ok:
            return
        try:
            card = read_card(self._model)
        except ModelError as error:
            self.note.setText(error_text(error))
            return
        self.result.setHtml(f"{verdict_html(card)}<p>{tr('The model lies in the model library:')}<br>{self._model}</p>")
        self.report_button.setEnabled(bool(card.metrics))
        self.use_button.setVisible(card.modality == "sar")
        self._show_result(True)

    def _lay_out(self) -> None:
        self.note.setWordWrap(True)
        self.result.setOpenExternalLinks(True)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._beside = QWidget()
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.result)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.report_button, self.use_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        beside.addLayout(buttons)
        splitter = QSplitter()
        splitter.addWidget(self.view)
        splitter.addWidget(self._beside)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([2 * _RESULT_PX, _RESULT_PX])
        rows = QVBoxLayout(self)
        rows.addWidget(splitter, 1)
        rows.addWidget(self.note)

    def _show_result(self, there: bool) -> None:
        self._beside.setVisible(there)

    def _look(self) -> None:
        """Ending early is offered once there is an epoch to keep."""
        job = self.view.job
        running = job is not None and job.record.state == "running"
        self.finish_button.setVisible(bool(running and job is not None and job.record.metrics))

    def _finish(self) -> None:
        try:
            asked = ask_to_finish(self._model)
        except OSError as error:
            self.note.setText(tr("The training could not be asked to end: {reason}").format(reason=error.strerror))
            return
        self.finish_button.setEnabled(not asked)
        self.note.setText(tr("The training ends after the epoch at hand.") if asked else tr("The training is about to end by itself."))

    def _report(self) -> None:
        """Judge the model anew, with all that belongs into a report, and open it."""
        report = free_name(str(Path(self._patch_set).with_name(f"{Path(self._model).stem}-report")))
        parameters = {"MODEL": self._model, "PATCHES": self._patch_set, "OUTPUT": report}
        title = tr("Report on {name}").format(name=Path(self._model).stem)
        self.report_button.setEnabled(False)
        self.note.setText(tr("The report is being written; it opens by itself."))
        self._start(title, "echopatch:evaluate", parameters, self._on_report)

    def _on_report(self, outcome: tasks.Outcome) -> None:
        self.report_button.setEnabled(True)
        self.note.setText(outcome.error)
        if outcome.ok:
            _open(outcome.results["REPORT"])


def _open(path: Any) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
