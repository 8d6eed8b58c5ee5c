"""The dialog that judges models and results: asks one question, shows the run, and then the answer."""

from functools import partial
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsMapLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QWidget

from .. import tasks
from ..environment import PLUGIN_ROOT, engine_state
from ..help import open_help
from ..icons import icon
from ..jobs.job import Job
from ..jobs.run_view import RunView
from ..layers import add_file
from ..reason import show_reason
from ..result import sample_source
from ..translation import Told, tr
from .fields_box import FieldsBox
from .findings import read_findings
from .kinds import Wish, kinds
from .report_view import ReportView
from .sample_dialog import SampleDialog
from .steps import start_steps

_FORM = PLUGIN_ROOT / "ui" / "forms" / "assess.ui"
_FORM_PX, _ANSWER_PX = 400, 620


class AssessDialog(QDialog):
    """Asks, runs and answers; closing it stops nothing, and it comes back as it was left."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._kinds = kinds()
        self._job: Optional[Job] = None
        self._ready = False
        self.form = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon("assess"))
        self.run_button = self.form.buttons.addButton(tr("Assess"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.run_button.setIcon(icon("assess"))
        size = self.size()
        self.fields = FieldsBox(self.form)
        self.run_view, self.report = RunView(), ReportView()
        self._prepare()
        self._ready = True
        self._on_kind()
        self.resize(size)  # not as high as all fields of all questions together

    @property
    def kind(self) -> str:
        """Name of the question."""
        return str(self.form.kind.currentData())

    def ask(self, kind: str) -> None:
        """Show the fields of a question."""
        self.form.kind.setCurrentIndex(self.form.kind.findData(kind))

    def wish(self) -> Wish:
        """Everything the dialog says at this moment."""
        card = self.fields.model.card()
        scene = self.fields.scene.problem(card.radiometry.quantity) if card is not None and self.kind == "scene" else ""
        return Wish(self.kind, self.fields.values(), card, scene, self.fields.other.card())

    def problem(self) -> str:
        """What stands in the way of a start, the first thing to do first; empty when nothing does."""
        if engine_state().kind != "ready":
            return tr("The engine is not ready: set it up under Settings > Options > Echopatch.")
        if self._job is not None:
            return tr("A run of this dialog is under way.")
        asked = self._kinds[self.kind].asks
        for name, pick in (("model", self.fields.model), ("other", self.fields.other)):
            if name in asked and pick.path and pick.refusal():
                return pick.refusal()
        return self._kinds[self.kind].problem(self.wish())

    def accept(self) -> None:
        """Start the runs; the dialog stays and shows them."""
        if not self.problem():
            wish = self.wish()
            start_steps(self._kinds[self.kind].steps(wish), self._on_started, partial(self._on_finished, wish.values["output"]))

    def choose_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Fill in what a layer of the project says."""
        self.fields.choose_layer(layer)
        self.fields.scene.choose(None)

    def event(self, event: QEvent) -> bool:
        """Look again when the user comes back: the sample may be labelled by now."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.WindowActivate):
            self.refresh()
        return bool(super().event(event))

    def show_report(self, folder: str) -> None:
        """Show a report that is there."""
        try:
            self.report.show_findings(read_findings(folder))
        except Told as told:
            self.form.about.setText(str(told))
            self.form.answer.setCurrentWidget(self.form.nothing)
            return
        self.form.answer.setCurrentWidget(self.report)

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        if not self._ready:
            return
        values = self.fields.values()
        near = {"scene": values["scene"], "areas": values["result"]}.get(self.kind) or values["patches"] or ""
        self.fields.propose(near, Path(near or values["model"] or "").stem)
        problem = self.problem()
        self.run_button.setEnabled(not problem)
        show_reason(self.form.reason_icon, self.form.reason, problem)
        self.form.draw.setEnabled(bool(values["result"]))

    def close_for_good(self) -> None:
        """Hear no more of the project, and go; what runs is for others to stop."""
        self._ready = False
        self.fields.close_for_good()
        self.close()
        self.deleteLater()

    def _prepare(self) -> None:
        form = self.form
        form.columns.setSizes([_FORM_PX, _ANSWER_PX])
        form.answer.addWidget(self.run_view)
        form.answer.addWidget(self.report)
        form.about.setText(tr("The answer appears here: figures of each class with their intervals, and what speaks for and against them."))
        for name, kind in self._kinds.items():
            form.kind.addItem(kind.title, name)
        form.kind.currentIndexChanged.connect(lambda _: self._on_kind())
        form.draw.clicked.connect(lambda _: self._draw())
        self.fields.changed.connect(self.refresh)
        form.buttons.accepted.connect(self.accept)
        form.buttons.rejected.connect(self.reject)
        form.buttons.helpRequested.connect(partial(open_help, "qgis-assess"))

    def _on_kind(self) -> None:
        kind = self._kinds[self.kind]
        self.form.word.setText(kind.word)
        self.fields.show_fields(kind.asks)
        self.form.draw.setVisible(self.kind == "areas")
        self.refresh()

    def _on_started(self, started: Job) -> None:
        self._job = started
        if self._ready:
            self.run_view.show_job(started)
            self.form.answer.setCurrentWidget(self.run_view)
            self.refresh()

    def _on_finished(self, folder: str, outcome: tasks.Outcome) -> None:
        self._job = None
        if not self._ready:  # the plugin has gone
            return
        if outcome.ok:
            self.fields.release_output()
            self.show_report(folder)
        self.refresh()

    def _draw(self) -> None:
        SampleDialog(self.fields.result.path, self._on_drawn, self).open()

    def _on_drawn(self, parameters: Dict[str, Any], outcome: tasks.Outcome) -> None:
        if self._ready and outcome.ok:
            sample = str(parameters["OUTPUT"])
            add_file(sample_source(sample), Path(sample).stem)
            self.fields.sample.choose(sample)
