"""What the pages that start runs share: why none can be started, the run itself, and where a stopped one goes on."""

from functools import partial
from typing import Any, Callable, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from .. import tasks
from ..environment import engine_state
from ..jobs.job import Job
from ..jobs.run_view import RunView
from ..learning.patches_page import Start
from ..reason import show_reason
from ..translation import tr
from .forms import load_form
from .patches_page import PatchesPage


class StepPage(QWidget):
    """A page with a form on the left and its run on the right."""

    changed = pyqtSignal()
    """Something else is asked for, or a run has begun or ended."""
    FORM = ""
    """Name of the layout."""

    def __init__(self, start: Start, patches: PatchesPage, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a run.
            patches: the page that says which patches and classes.
            parent: widget that it belongs to.
        """
        super().__init__(parent)
        self._start, self.patches = start, patches
        self._job: Optional[Job] = None
        self._proposed = ""
        self.view, self.note = RunView(), QLabel()
        self.note.setWordWrap(True)
        self.view.tabs.hide()  # an empty frame until there is a picture
        self.form = load_form(self.FORM, self)
        for part in (self.form.settings.viewport(), self.form.settings_content):
            part.setAutoFillBackground(False)  # else the form is a grey field on its page
        patches.changed.connect(self.refresh)

    @property
    def is_running(self) -> bool:
        """A run of this page waits or is at work."""
        return self._job is not None

    def problem(self) -> str:
        """What stands in the way of a start, the first thing to do first; empty when nothing does."""
        if engine_state().kind != "ready":
            return tr("The engine is not ready: set it up under Settings > Options > Echopatch.")
        if self._job is not None:
            return tr("A run of this page is under way.")
        return self.own_problem()

    def own_problem(self) -> str:
        """What this page says of its own."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        show_reason(self.form.reason_icon, self.form.reason, self.problem())

    def begin(self, run: Tuple[str, str], parameters: Mapping[str, Any], on_ended: Callable[[tasks.Outcome], None]) -> None:
        """Start a run and show it.

        Args:
            run: its title and its algorithm.
            parameters: of the algorithm.
            on_ended: told of its end, unless the dialog has gone for good.
        """
        title, algorithm = run
        self._job = self._start(title, algorithm, dict(parameters), partial(self._end, on_ended))
        self.view.show_job(self._job)
        self.note.clear()
        self.refresh()
        self.changed.emit()

    def place_run(self, answers: QWidget, invitation: str) -> None:
        """Put what shows the run and its outcome beside the form, and below it words that invite to the first run."""
        self.form.run_place.addWidget(answers, 1)
        self.form.run_place.addWidget(self.note)
        self.note.setText(invitation)

    def propose(self, path: str) -> None:
        """Offer a name for the output, unless the user has chosen one."""
        written = self.form.output.filePath().strip()
        if written in ("", self._proposed) and path != self._proposed:
            self._proposed = path
            self.form.output.setFilePath(path)

    def _end(self, on_ended: Callable[[tasks.Outcome], None], outcome: tasks.Outcome) -> None:
        self._job = None
        on_ended(outcome)
        self.refresh()
        self.changed.emit()
