"""What the dialogs that train a model share: patches first, then the settings, then the run and its result."""

from pathlib import Path
from typing import Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from ...core.contract.training_run import run_in_progress
from .. import tasks
from ..classify.model_choice import ModelChoice
from ..environment import PLUGIN_ROOT
from ..help import open_help
from ..icons import icon
from ..jobs.job import Job
from ..outputs import free_name, name_problem
from ..reason import show_reason
from ..setup.models import model_folder
from ..translation import tr
from .patches_page import PatchesPage, Start
from .run_page import RunPage

RANDOM = "random"
"""The start that is no model."""


class LearningDialog(QDialog):
    """A dialog with three pages; closing it stops nothing, and it comes back as it was left."""

    FORM = ""
    """Name of the layout."""
    NAME = ""
    """Of icon and help page."""
    wants_to_classify = pyqtSignal(str)
    """With the model of this path."""

    def __init__(self, start: Start, with_optical: bool, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a run.
            with_optical: whether each scene comes with an optical image.
            parent: window that the dialog belongs to.
        """
        super().__init__(parent)
        self._start = start
        self._ready = False
        self._proposed = ""
        self._job: Optional[Job] = None
        self.form = uic.loadUiType(str(PLUGIN_ROOT / "ui" / "forms" / self.FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon(self.NAME))
        self.run_button = self.form.buttons.addButton(tr("Start Training"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.patches = PatchesPage(start, with_optical)
        self.run = RunPage(start)
        asks_for_model = self.form.model_label.text()
        self.model = ModelChoice(self.form, self)
        self.form.model_label.setText(asks_for_model)
        self._lay_out()

    @property
    def output(self) -> str:
        """The model file to write, in the library."""
        return str(model_folder() / f"{self.form.model_name.text().strip()}.safetensors")

    @property
    def is_running(self) -> bool:
        """A training of this dialog waits or is at work."""
        return self._job is not None

    def problem(self) -> str:
        """What stands in the way of a start, the first thing to do first; empty when nothing does."""
        if self._job is not None:
            return tr("A training of this dialog is under way.")
        return self.patches.problem() or self.model.refusal or self.settings_problem() or self._name_problem()

    def settings_problem(self) -> str:
        """What is wrong with the settings; empty for nothing."""
        raise NotImplementedError

    def begin(self) -> None:
        """Start the first run of the training, and follow it."""
        raise NotImplementedError

    def show_settings(self) -> None:
        """Show what follows from the patches and the start model."""

    def accept(self) -> None:
        """Start the training and show it; the dialog stays."""
        # labels that are saved only now are not in the patches yet
        if not self.problem() and self.patches.labels_are_saved() and not self.problem():
            self.begin()
            self.form.pages.setCurrentWidget(self.form.run_page)
        self.patches.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Labels may have been edited while another window was worked in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._ready:
            self.patches.refresh()

    def follow(self, job: Job, model: str) -> None:
        """Show a run, which waits or is at work from now on, and the model file that it will write."""
        self._job = job
        self.run.follow(job, model, self.patches.patch_set)

    def on_finished(self, outcome: tasks.Outcome) -> None:
        """The last run has ended."""
        self._job = None
        self.run.show_outcome(outcome)
        if outcome.ok:
            self.model.look_again()
            self._propose_name()
        self.refresh()

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        if not self._ready:
            return
        self.show_settings()
        problem = self.problem()
        self.run_button.setEnabled(not problem)
        show_reason(self.form.reason_icon, self.form.reason, problem)

    def close_for_good(self) -> None:
        """Hear no more of the project, and go."""
        self._ready = False
        self.patches.close_for_good()
        self.close()
        self.deleteLater()

    def _lay_out(self) -> None:
        form = self.form
        form.patches_place.addWidget(self.patches)
        form.run_place.addWidget(self.run)
        self.run.wants_to_classify.connect(self.wants_to_classify)
        self.patches.changed.connect(self._on_patches)
        self.model.changed.connect(self._on_model)
        form.model_name.textChanged.connect(lambda _: self.refresh())
        form.expert.toggled.connect(lambda _: self.refresh())
        form.buttons.accepted.connect(self.accept)
        form.buttons.rejected.connect(self.reject)
        form.buttons.helpRequested.connect(lambda: open_help(f"qgis-{self.NAME.replace('_', '-')}"))
        offer_random(form.model)

    def _on_patches(self) -> None:
        self._propose_name()
        self.refresh()

    def _on_model(self) -> None:
        self.patches.show_model(self.model.card)
        self.refresh()

    def _propose_name(self) -> None:
        """Offer a free name, unless the user has named the model."""
        if not self._ready:
            return
        written = self.form.model_name.text().strip()
        if written in ("", self._proposed) or (model_folder() / f"{written}.safetensors").exists():
            stem = Path(self.patches.patch_set).stem or tr("model")
            self._proposed = Path(free_name(str(model_folder() / f"{stem}.safetensors"))).stem
            self.form.model_name.setText(self._proposed)

    def _name_problem(self) -> str:
        name = self.form.model_name.text().strip()
        if name and Path(self.output).exists():
            return tr("There is a model {name} already: choose another name.").format(name=name)
        return name_problem(name)


def offer_random(combo: QComboBox) -> None:
    """Offer a start without a model, above the choice of a file."""
    combo.insertItem(combo.count() - 1, tr("None: random weights"), RANDOM)


def is_resumed(model: str) -> bool:
    """Whether there is a stopped training of this name to go on with."""
    return run_in_progress(model).is_dir()
