"""Brings the dialogs that train, their runs and their models together in QGIS's window."""

from functools import partial
from typing import Any, Callable, Dict, Type, Union

from qgis.core import Qgis

from .. import tasks
from ..augment.dialog import AugmentDialog
from ..jobs import job
from ..setup.pages import ensure_engine
from ..translation import tr
from .dialog import LearningDialog
from .distil_dialog import DistilDialog
from .fine_tune_dialog import FineTuneDialog

Dialog = Union[LearningDialog, AugmentDialog]
_GLANCE_S = 8


class LearningDesk:
    """Opens the dialogs, which keep what they show while they are closed; all of it is gone after ``close``."""

    def __init__(self, iface: Any, classify_with: Callable[[str], None]) -> None:
        """Open nothing yet.

        Args:
            iface: of QGIS.
            classify_with: opens the dialog that classifies, with the model of a path.
        """
        self._iface = iface
        self._classify_with = classify_with
        self._dialogs: Dict[Type[Dialog], Dialog] = {}
        self._closed = False

    def fine_tune(self) -> None:
        """Show the dialog that trains on the user's labels."""
        self._open(FineTuneDialog)

    def distil(self) -> None:
        """Show the dialog in which optical images teach."""
        self._open(DistilDialog)

    def augment(self) -> None:
        """Show the dialog that makes synthetic patches for rare classes."""
        self._open(AugmentDialog)

    def start(self, title: str, algorithm_id: str, parameters: Dict[str, Any], on_finished: Callable[[tasks.Outcome], None]) -> job.Job:
        """Start a run of a dialog; once the desk is closed, nobody is told of its end."""
        return job.start(title, algorithm_id, parameters, partial(self._pass_on, title, on_finished))

    def close(self) -> None:
        """Undo everything; a run that goes on ends without a word."""
        self._closed = True
        for dialog in self._dialogs.values():
            dialog.close_for_good()
        self._dialogs.clear()

    def _open(self, kind: Type[Dialog]) -> None:
        if not ensure_engine(self._iface.mainWindow()):
            return
        if kind not in self._dialogs:
            self._dialogs[kind] = self._made(kind)
        self._dialogs[kind].show()
        self._dialogs[kind].raise_()

    def _made(self, kind: Type[Dialog]) -> Dialog:
        dialog = kind(self.start, self._iface.mainWindow())
        if isinstance(dialog, AugmentDialog):
            dialog.wants_to_train.connect(self._train_with)
        else:
            dialog.wants_to_classify.connect(self._classify_with)
        return dialog

    def _train_with(self, patch_set: str, synthetic: str) -> None:
        """Show the dialog that trains, with a patch set and synthetic patches beside it."""
        self.fine_tune()
        dialog = self._dialogs.get(FineTuneDialog)
        if isinstance(dialog, FineTuneDialog):
            dialog.choose_patches(patch_set, synthetic)

    def _pass_on(self, title: str, on_finished: Callable[[tasks.Outcome], None], outcome: tasks.Outcome) -> None:
        if self._closed:
            return
        on_finished(outcome)
        if not any(dialog.isVisible() for dialog in self._dialogs.values()):
            self._tell(title, outcome)

    def _tell(self, title: str, outcome: tasks.Outcome) -> None:
        """Say in the message bar what no open dialog shows."""
        if outcome.ok:
            self._say(tr("{title}: done.").format(title=title), Qgis.MessageLevel.Success)
        elif outcome.cancelled:
            self._say(tr("{title}: stopped as asked.").format(title=title), Qgis.MessageLevel.Info)
        else:
            self._say(f"{title}: {outcome.error}", Qgis.MessageLevel.Critical)

    def _say(self, text: str, level: Qgis.MessageLevel) -> None:
        self._iface.messageBar().pushMessage("Echopatch", text, level, 0 if level == Qgis.MessageLevel.Critical else _GLANCE_S)
