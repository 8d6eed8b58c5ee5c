"""The dialog that lets optical images teach a radar model: a teacher is trained or chosen, then the student learns from it."""

from functools import partial
from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.contract.commands.distil import DistilConfig
from ...core.contract.commands.learning import TrainConfig
from ...core.contract.errors import ModelError
from ...core.contract.model_card import read_card
from .. import settings, tasks
from ..environment import engine_state
from ..figures import duration_text
from ..jobs.job import Job
from ..settings_form import SettingsForm
from ..setup.models import installed_models, model_folder
from ..translation import error_text, tr
from .dialog import LearningDialog
from .effort import Work, training_seconds
from .fine_tune_dialog import ASKED_ELSEWHERE, chosen_device, parameters_of_training, patch_sets_widget
from .patches_page import Start, training_count

_TRAIN_ONE, _OTHER = "", "?"
_BACKBONE = "resnet18"
"""Of a network whose start names none."""
_RADAR_ONLY = ("head_only", "head", "added", "speckle_share", "floor_db", "ceiling_db", "keep_look_direction")
_NOT_FOR_TEACHERS = tuple(name for name in (*ASKED_ELSEWHERE, *_RADAR_ONLY) if name != "start")


class DistilDialog(LearningDialog):
    """Trains a teacher on optical images where there is none yet, and then a student on radar patches and the teacher's answers."""

    FORM, NAME = "distil.ui", "distil"

    def __init__(self, start: Start, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a run.
            parent: window that the dialog belongs to.
        """
        super().__init__(start, True, parent)
        self.teacher_refusal = ""
        self.student_settings = SettingsForm(DistilConfig, (*ASKED_ELSEWHERE, "teacher"), {"add": patch_sets_widget})
        self.teacher_settings = SettingsForm(TrainConfig, _NOT_FOR_TEACHERS)
        self.form.student_place.addWidget(self.student_settings)
        self.form.teacher_place.addWidget(self.teacher_settings)
        for one in (self.student_settings, self.teacher_settings):
            one.changed.connect(self.refresh)
        self._fill_teachers()
        self.form.teacher.activated.connect(self._on_teacher)
        self._ready = True
        self._on_model()

    @property
    def teacher(self) -> str:
        """Path of the teacher: the chosen model, or the one that is trained first."""
        return self.form.teacher.currentData() or str(model_folder() / f"{self.form.model_name.text().strip()}-teacher.safetensors")

    @property
    def trains_teacher(self) -> bool:
        """Whether a teacher is trained first."""
        return self.form.teacher.currentData() == _TRAIN_ONE

    def settings_problem(self) -> str:
        """What the contract says of both trainings."""
        if self.teacher_refusal:
            return self.teacher_refusal
        if not self.model.path:
            return tr("Choose a start model; new ones come from Settings > Options > Echopatch.")
        found = self.teacher_settings.problem(self._teacher_given()) if self.trains_teacher else ""
        if not found and self.trains_teacher and Path(self.teacher).exists():
            return tr("There is a teacher {name} already: choose it, or another name.").format(name=Path(self.teacher).stem)
        return found or self.student_settings.problem(self._student_given())

    def begin(self) -> None:
        """Start with the teacher, or with the student where there is a teacher."""
        student = self.student_parameters()
        if self.trains_teacher:
            title = tr("Teacher of {name} (1 of 2)").format(name=self._name)
            parameters = parameters_of_training({**chosen_device(), **self.teacher_settings.values(), **self._teacher_given()})
            self.follow(self._start(title, "echopatch:train", parameters, partial(self._on_taught, student)), self.teacher)
        else:
            self._begin_student(student, tr("Student: {name}"))

    def student_parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm that trains the student."""
        return parameters_of_training({**chosen_device(), **self.student_settings.values(), **self._student_given()})

    def show_settings(self) -> None:
        """Show how long it takes, and the experts' forms where they are asked for."""
        self.form.expert_tabs.setVisible(self.form.expert.isChecked())
        self.form.teacher_area.setEnabled(self.trains_teacher)
        self.form.estimate.setText(self._estimate())

    @property
    def _name(self) -> str:
        return self.form.model_name.text().strip()

    def _teacher_given(self) -> Dict[str, Any]:
        return {"patches": self.patches.patch_set, "output": self.teacher, "modality": "optical"}

    def _student_given(self) -> Dict[str, Any]:
        return {"patches": self.patches.patch_set, "output": self.output, "start": self.model.path, "teacher": self.teacher}

    def _begin_student(self, parameters: Dict[str, Any], title: str) -> None:
        model = str(parameters["OUTPUT"])
        job: Job = self._start(title.format(name=Path(model).stem), "echopatch:distil", parameters, self.on_finished)
        self.follow(job, model)

    def _on_taught(self, student: Dict[str, Any], outcome: tasks.Outcome) -> None:
        """The teacher is there: the student's turn, with the settings of the start, whatever the form says by now."""
        if not outcome.ok:
            self.on_finished(outcome)
            return
        self._begin_student({**student, "TEACHER": str(outcome.results["OUTPUT"])}, tr("Student: {name} (2 of 2)"))
        self.refresh()

    def _fill_teachers(self) -> None:
        combo = self.form.teacher
        combo.addItem(tr("Train one on these optical images first"), _TRAIN_ONE)
        for path, card in sorted(installed_models(), key=lambda one: one[1].modality != "optical"):
            text = tr("{name} (optical)") if card.modality == "optical" else tr("{name} (radar)")
            combo.addItem(text.format(name=Path(path).stem), path)
        combo.addItem(tr("Other file…"), _OTHER)

    def _on_teacher(self, index: int) -> None:
        self.teacher_refusal = ""
        if self.form.teacher.itemData(index) == _OTHER:
            kinds = tr("Echopatch models (*.safetensors)")
            path, _ = QFileDialog.getOpenFileName(self, tr("Teacher"), settings.last_folder("model"), kinds)
            self.choose_teacher(path)
        self.refresh()

    def choose_teacher(self, path: str) -> None:
        """Choose a model file as the teacher; an empty path goes back to training one."""
        combo = self.form.teacher
        try:
            if path and combo.findData(path) < 0:
                read_card(path)
                combo.insertItem(combo.count() - 1, Path(path).stem, path)
        except ModelError as error:
            self.teacher_refusal = error_text(error)
        combo.setCurrentIndex(max(0, combo.findData(path)))
        self.refresh()

    def _estimate(self) -> str:
        """How long both trainings take at most, where that is known."""
        info, card = self.patches.info, self.model.card
        if info is None:
            return tr("How long it takes is known once the patches have been looked at.")
        count, details = training_count(self.patches), engine_state().details
        works = [
            ({**chosen_device(), **self.student_settings.values()}, Work(card.backbone if card else _BACKBONE, count, info["patch_px"]))
        ]
        if self.trains_teacher:
            works.append(({**chosen_device(), **self.teacher_settings.values()}, Work(_BACKBONE, count, info["patch_px"])))
        seconds: List[Optional[float]] = [training_seconds(values, work, details) for values, work in works]
        known = [one for one in seconds if one is not None]
        if len(known) < len(seconds):
            return tr("How long that takes is not known: the speed of this device has not been measured.")
        return tr("Expected time: about {time}.").format(time=duration_text(sum(known)))
