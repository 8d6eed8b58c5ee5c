"""The dialog that trains a model on labels of the user's own, in a simple and in an expert mode."""

from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QWidget

from ...core.contract.commands.learning import TrainConfig
from .. import settings
from ..environment import engine_state
from ..figures import duration_text
from ..settings_form import SettingsForm
from ..translation import tr
from .dialog import LearningDialog, is_resumed
from .effort import FINE_TUNE, HEAD_ONLY, THOROUGH, Work, preset, training_seconds
from .patches_page import Start, training_count

_CHOICES = (HEAD_ONLY, FINE_TUNE, THOROUGH)
_BACKBONE = "resnet18"
"""Of a start without a model."""
ASKED_ELSEWHERE = ("patches", "output", "start", "modality", "overwrite", "json")
SET_FILE = "set.json"
"""In every patch set."""
FEATURE_GRIDS = ("features", "labels", "label_field", "min_cover", "validation_share", "test_share", "block_m", "most_cells")
"""Settings of training from feature grids, which this dialog does not do."""


class FineTuneDialog(LearningDialog):
    """Trains a model; the simple mode has three choices, the expert mode every setting of the command."""

    FORM, NAME = "fine_tune.ui", "fine_tune"

    def __init__(self, start: Start, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a run.
            parent: window that the dialog belongs to.
        """
        super().__init__(start, False, parent)
        self.settings = SettingsForm(TrainConfig, (*ASKED_ELSEWHERE, *FEATURE_GRIDS), {"add": patch_sets_widget})
        self._shown: Mapping[str, Any] = {}
        self.form.expert_place.addWidget(self.settings)
        self.settings.changed.connect(self.refresh)
        for choice in _CHOICES:
            getattr(self.form, choice).toggled.connect(lambda _: self._on_choice())
        self.form.expert.toggled.connect(lambda _: self._on_choice())
        self._ready = True
        self._on_choice()
        self._on_model()

    @property
    def choice(self) -> str:
        """Of the simple mode."""
        return next(one for one in _CHOICES if getattr(self.form, one).isChecked())

    def values(self) -> Dict[str, Any]:
        """The settings of the command that differ from their defaults."""
        if self.form.expert.isChecked():
            return self.settings.values()
        return {**preset(self.choice, training_count(self.patches)), **chosen_device()}

    def choose_patches(self, patch_set: str, synthetic: str) -> None:
        """Learn from a patch set that is there and, beside it, from a synthetic one, which the expert's form then shows."""
        self.patches.form.from_set.setChecked(True)
        self.patches.form.existing.setFilePath(patch_set)
        self.form.expert.setChecked(True)
        # several sets are asked for by files inside them, for QGIS has no widget for several folders
        self.settings.show_values({**self.settings.values(), "add": (str(Path(synthetic) / SET_FILE),)})
        self.settings.unfold("added")

    def settings_problem(self) -> str:
        """What the contract says of the settings."""
        if not self.model.path:
            return tr("Choose a start model; new ones come from Settings > Options > Echopatch.")
        backbone = self.values().get("backbone")
        if backbone and self.model.card is not None and backbone != self.model.card.backbone:
            text = tr("The start model is a {theirs}: choose that backbone, leave it out, or start from random weights.")
            return text.format(theirs=self.model.card.backbone)
        return self.settings.problem(self._given())

    def begin(self) -> None:
        """Start the training."""
        title = tr("Train {name}").format(name=self.form.model_name.text().strip())
        self.follow(self._start(title, "echopatch:train", self.parameters(), self.on_finished), self.output)

    def parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm."""
        return parameters_of_training({**self.values(), **self._given()})

    def show_settings(self) -> None:
        """Show how long each choice takes, and the expert's form where it is asked for."""
        expert = self.form.expert.isChecked()
        self.form.expert_area.setVisible(expert)
        for choice in _CHOICES:
            note = getattr(self.form, f"{choice}_note")
            note.setVisible(not expert)
            getattr(self.form, choice).setEnabled(not expert)
            note.setText(f"{choice_words(choice)} {self._time_words(preset(choice, training_count(self.patches)))}")
        more = tr("Goes on with a training of this name that was stopped.") if is_resumed(self.output) else ""
        self.form.model_name.setToolTip(more)

    def _given(self) -> Dict[str, Any]:
        return {"patches": self.patches.patch_set, "output": self.output, "start": self.model.path}

    def _on_choice(self) -> None:
        """The expert's form begins with what the simple mode would do."""
        if self._ready:
            self.settings.show_values({**preset(self.choice, training_count(self.patches)), **chosen_device()})
            self.refresh()

    def _on_patches(self) -> None:
        if self._ready and not self.form.expert.isChecked():
            self.settings.blockSignals(True)
            self.settings.show_values({**preset(self.choice, training_count(self.patches)), **chosen_device()})
            self.settings.blockSignals(False)
        super()._on_patches()

    def _time_words(self, values: Mapping[str, Any]) -> str:
        info, card = self.patches.info, self.model.card
        if info is None:
            return ""
        work = Work(card.backbone if card else _BACKBONE, training_count(self.patches), info["patch_px"])
        seconds = training_seconds({**values, **chosen_device()}, work, engine_state().details)
        return "" if seconds is None else tr("About {time} here.").format(time=duration_text(seconds))


def choice_words(choice: str) -> str:
    """What a choice of the simple mode does."""
    words = {
        HEAD_ONLY: tr("The start model stays as it is, only its last layer learns: seconds. To look around, and for a handful of labels."),
        FINE_TUNE: tr("All of the start model learns on, in the measured default way: minutes."),
        THOROUGH: tr("Three times as long, the last layer first, early layers slowly; ends by itself when nothing gets better."),
    }
    return words[choice]


def parameters_of_training(values: Mapping[str, Any]) -> Dict[str, Any]:
    """Settings of a training as parameters of its algorithm; synthetic patch sets are a list of folders."""
    return {name.upper(): list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def chosen_device() -> Dict[str, Any]:
    """The device that the user has chosen for runs, where it is not the default."""
    device = settings.device()
    return {} if device == "auto" else {"device": device}


def patch_sets_widget() -> QWidget:
    """Several patch sets, each by any file inside."""
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
    return widget
