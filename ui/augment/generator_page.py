"""The page that trains a generator: what it makes, how large it is, and the patches that it makes meanwhile."""

from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...core.contract.commands.generation import LEAST_PATCHES, SCENARIOS, GanTrainConfig, GeneratorOptions
from ...core.contract.commands.generation_trial import GanTrialConfig
from ...core.contract.errors import EchopatchError
from ...core.contract.generator_size import check_size
from ...core.contract.training_run import run_in_progress
from .. import tasks
from ..environment import engine_state
from ..fields import config_of
from ..figures import duration_text, number_text
from ..learning.fine_tune_dialog import chosen_device
from ..learning.patches_page import Start
from ..outputs import free_name, output_problem, writable_folder
from ..settings_form import SettingsForm
from ..translation import error_text, tr
from .effort import LARGE, SMALL, USUAL, generator_preset, generator_seconds
from .forms import asks_for_file, parameters_of_run
from .patches_page import PatchesPage
from .step_page import StepPage

_SIZES = (SMALL, USUAL, LARGE)
_SUFFIX = ".safetensors"
_ASKED_ELSEWHERE = ("patches", "output", "classes", "overwrite")


class GeneratorPage(StepPage):
    """Trains a generator; the simple mode has a choice of scenario and size, the expert mode every setting of the command."""

    FORM = "augment_generator.ui"
    trained = pyqtSignal(str)
    """A generator has been written to this path."""

    def __init__(self, start: Start, patches: PatchesPage, parent: Optional[QWidget] = None) -> None:
        """Show the form; see ``StepPage``."""
        super().__init__(start, patches, parent)
        self.settings = SettingsForm(GanTrainConfig, _ASKED_ELSEWHERE)
        self._lay_out()
        self._on_choice()

    @property
    def scenario(self) -> str:
        """What the generator makes, of the contract's scenarios."""
        if self.form.expert.isChecked():
            return str(self.settings.values().get("scenario", GeneratorOptions.scenario))
        return next(one for one in SCENARIOS if getattr(self.form, one).isChecked())

    @property
    def size(self) -> str:
        """Of the simple mode."""
        return next(one for one in _SIZES if getattr(self.form, one).isChecked())

    @property
    def output(self) -> str:
        """The generator file to write."""
        return str(self.form.output.filePath().strip())

    def values(self) -> Dict[str, Any]:
        """The settings of the command that differ from their defaults."""
        return self.settings.values() if self.form.expert.isChecked() else self._simple(self.size)

    def learned_classes(self) -> Tuple[str, ...]:
        """The classes that the generator learns: those to enlarge, or all that have patches enough."""
        if not self.form.learn_all.isChecked() or self.patches.counts is None:
            return tuple(one.name for one in self.patches.chosen)
        return tuple(one.name for one in self.patches.counts.classes if one.train >= LEAST_PATCHES)

    def parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm."""
        return parameters_of_run({**self.values(), **self._given()})

    def own_problem(self) -> str:
        """What the patches, the contract and the output say."""
        found = self.patches.problem() or self.size_problem() or self.settings.problem({**self.values(), **self._given()})
        return found or output_problem(self.output, _SUFFIX, False)

    def size_problem(self) -> str:
        """Why a generator of these settings cannot make patches of this size, in the engine's words; empty where it can."""
        counts, values = self.patches.counts, self.values()
        if counts is None:
            return ""
        try:
            check_size(config_of(GeneratorOptions, {**values, "scenario": self.scenario}), counts.patch_px)
        except EchopatchError as refused:
            return error_text(refused, "gan train")
        return ""

    def refresh(self) -> None:
        """Show how long it takes, and offer a name."""
        patch_set = self.patches.patch_set
        if patch_set:
            self.propose(free_name(str(Path(writable_folder(patch_set)) / f"{Path(patch_set).stem}-generator{_SUFFIX}")))
        expert = self.form.expert.isChecked()
        self.settings.setVisible(expert)
        for box in (self.form.scenario_box, self.form.size_box):
            box.setVisible(not expert)
        for size in _SIZES:
            note = getattr(self.form, f"{size}_note")
            note.setText(f"{size_words(size)} {self._time(self._simple(size))}")
        self.form.estimate.setText(self._time(self.values()) if expert else "")
        self.form.train.setText(tr("Go On Training") if self._goes_on() else tr("Train Generator"))
        super().refresh()
        self.form.train.setEnabled(not self.problem())

    def train(self) -> None:
        """Start the training, or go on with one that was stopped."""
        if self.problem():
            return
        output, title = self.output, tr("Train generator {name}").format(name=Path(self.output).stem)
        self.begin((title, "echopatch:traingenerator"), self.parameters(), lambda outcome: self._on_trained(output, outcome))

    def _lay_out(self) -> None:
        form = self.form
        form.expert_place.addWidget(self.settings)
        self.place_run(self.view, tr("While the generator learns, the patches that it makes appear here, and the curves of its figures."))
        asks_for_file(form.output, tr("Generators (*.safetensors)"), is_new=True)
        for scenario in SCENARIOS:
            getattr(form, f"{scenario}_note").setText(scenario_words(scenario))
            getattr(form, scenario).setChecked(scenario == GeneratorOptions.scenario)
        form.learn_all.setChecked(GanTrialConfig.learn_all)
        form.learn_all.setToolTip(tr("What all classes have in common, such as speckle, is then learned from all of them."))
        for name in (*SCENARIOS, *_SIZES, "expert"):
            getattr(form, name).toggled.connect(lambda _: self._on_choice())
        form.learn_all.toggled.connect(lambda _: self._on_edit())
        form.output.fileChanged.connect(lambda _: self.refresh())
        self.settings.changed.connect(self._on_edit)
        form.train.clicked.connect(lambda _: self.train())

    def _simple(self, size: str) -> Dict[str, Any]:
        scenario = next(one for one in SCENARIOS if getattr(self.form, one).isChecked())
        other = {} if scenario == GeneratorOptions.scenario else {"scenario": scenario}
        return {**other, **generator_preset(size), **chosen_device()}

    def _given(self) -> Dict[str, Any]:
        return {"patches": self.patches.patch_set, "output": self.output, "classes": self.learned_classes()}

    def _goes_on(self) -> bool:
        return bool(self.output) and self._job is None and run_in_progress(self.output).is_dir()

    def _time(self, values: Dict[str, Any]) -> str:
        """How long a training takes here, in words; empty where nobody knows."""
        counts = self.patches.counts
        seconds = generator_seconds(values, counts.patch_px, engine_state().details) if counts else None
        return "" if seconds is None else tr("About {time} here.").format(time=duration_text(seconds))

    def _on_choice(self) -> None:
        """The expert's form begins with what the simple mode would do."""
        self.settings.blockSignals(True)
        self.settings.show_values(self._simple(self.size))
        self.settings.blockSignals(False)
        self._on_edit()

    def _on_edit(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_trained(self, output: str, outcome: tasks.Outcome) -> None:
        if outcome.ok:
            self.trained.emit(output)
            self.note.setText(_ending(outcome))
        elif outcome.cancelled:
            self.note.setText(tr("Stopped. All whole steps are kept: the same settings go on from there."))


def scenario_title(scenario: str) -> str:
    """What the patches of a scenario are called."""
    return {"full": tr("whole patches"), "coarse": tr("coarse patches"), "crop": tr("pieces of patches")}[scenario]


def scenario_words(scenario: str) -> str:
    """What a generator of a scenario makes."""
    words = {
        "full": tr("The patches as they are, with all their detail. The hardest to learn, and four times as long as the others."),
        "coarse": tr("The whole patch at twice the pixel size, then enlarged: the pattern of the ground without its finest detail."),
        "crop": tr("Half the side at full detail, then enlarged: single objects and speckle, but twice as large as on the ground."),
    }
    return words[scenario]


def size_words(size: str) -> str:
    """What a size of the simple mode is for."""
    words = {
        SMALL: tr("Half the channels, a quarter of the steps: to see soon whether these patches can be learned at all."),
        USUAL: tr("The measured default."),
        LARGE: tr("Twice the channels, five times the steps: for a GPU."),
    }
    return words[size]


def _ending(outcome: tasks.Outcome) -> str:
    """How a training has ended."""
    figures = {name: number_text(float(outcome.results[name.upper()]), 2) for name in ("convergence", "diversity")}
    if outcome.results["ENDED"] == "collapsed":
        text = tr("The patches had become all alike (diversity {diversity} of the real one): the last sound generator is kept.")
    else:
        text = tr("Done: M is {convergence}, and the patches differ {diversity} times as much as real ones. Make patches on the next page.")
    return text.format(**figures)
