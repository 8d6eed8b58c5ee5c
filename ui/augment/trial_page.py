"""The page that asks whether synthetic patches help: the same training with and without, several times, class by class."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from ...core.contract.commands.generation import GeneratorOptions
from ...core.contract.commands.generation_trial import GanTrialConfig
from .. import tasks
from ..assess.report_view import ReportView
from ..environment import engine_state
from ..fields import fields_of
from ..figures import duration_text
from ..learning.fine_tune_dialog import chosen_device
from ..learning.patches_page import Start
from ..outputs import free_name, output_problem, writable_folder
from ..settings_form import SettingsForm
from ..translation import Told, tr
from .effort import CAREFUL, QUICK, WHOLE, Subject, trial_preset, trial_seconds
from .findings import read_trial
from .forms import asks_for_file, parameters_of_run
from .generator_page import GeneratorPage, scenario_title
from .patches_page import PatchesPage
from .step_page import StepPage

_EFFORTS = (QUICK, CAREFUL, WHOLE)
_ASKED_ELSEWHERE = ("patches", "output", "classes", "overwrite")


class TrialPage(StepPage):
    """Starts a trial with the generator of the page before, and shows its verdicts."""

    FORM = "augment_trial.ui"

    def __init__(self, start: Start, patches: PatchesPage, generator: GeneratorPage, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a run.
            patches: the page that says which patches and classes.
            generator: the page that says how generators are built and learn.
            parent: widget that it belongs to.
        """
        super().__init__(start, patches, parent)
        self.generator = generator
        self.settings = SettingsForm(GanTrialConfig, _ASKED_ELSEWHERE)
        self.answers, self.verdict = QTabWidget(), ReportView()
        self._lay_out()
        self._on_choice()

    @property
    def effort(self) -> str:
        """Of the simple mode."""
        return next(one for one in _EFFORTS if getattr(self.form, one).isChecked())

    @property
    def output(self) -> str:
        """The report folder to write."""
        return str(self.form.output.filePath().strip())

    def values(self) -> Dict[str, Any]:
        """The settings of the command that differ from their defaults."""
        return self.settings.values() if self.form.expert.isChecked() else self._simple(self.effort)

    def parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm."""
        return parameters_of_run({**self.values(), **self._given()})

    def own_problem(self) -> str:
        """What patches, generator, contract and output say."""
        if self.patches.problem():
            return self.patches.problem()
        untested = [tr(one.name) for one in self.patches.chosen if not one.test]
        if untested:
            text = tr("There are no test patches of {names}: a trial could say nothing of them. Split the set anew, or untick them.")
            return text.format(names=", ".join(untested))
        found = self.generator.size_problem() or self.settings.problem({**self.values(), **self._given()})
        return found or output_problem(self.output, "", False)

    def refresh(self) -> None:
        """Show what each choice costs, and offer a name."""
        patch_set = self.patches.patch_set
        if patch_set:
            self.propose(free_name(str(Path(writable_folder(patch_set)) / f"{Path(patch_set).stem}-trial")))
        expert = self.form.expert.isChecked()
        self.settings.setVisible(expert)
        self.form.effort_box.setVisible(not expert)
        for effort in _EFFORTS:
            getattr(self.form, f"{effort}_note").setText(f"{effort_words(effort)} {self._time(self._simple(effort))}")
        self.form.estimate.setText(self._time(self.values()) if expert else "")
        words = tr("Each generator is built as on the page “Generator”: {scenario}, width {width}, {steps} steps.")
        said = {one: self.values().get(one, getattr(GeneratorOptions, one)) for one in ("scenario", "width", "steps")}
        self.form.generator_word.setText(words.format(**{**said, "scenario": scenario_title(said["scenario"])}))
        self.form.generator_word.setVisible(not expert)
        self.form.begin.setText(tr("Go On with the Trial") if self._goes_on() else tr("Start Trial"))
        super().refresh()
        self.form.begin.setEnabled(not self.problem())

    def start_trial(self) -> None:
        """Start the trial, or go on with one that was stopped."""
        if self.problem():
            return
        output = self.output
        run = (tr("Do synthetic patches help? {name}").format(name=Path(self.patches.patch_set).stem), "echopatch:trialsynthetic")
        self.answers.setCurrentIndex(0)
        self.begin(run, self.parameters(), lambda outcome: self._on_tried(output, outcome))

    def _lay_out(self) -> None:
        form = self.form
        form.expert_place.addWidget(self.settings)
        asks_for_file(form.output, "", is_new=True)
        self.answers.addTab(self.view, tr("Run"))
        self.place_run(self.answers, tr("The verdict on each class appears here: helps, harms, no effect, or not enough evidence."))
        for name in (*_EFFORTS, "expert"):
            getattr(form, name).toggled.connect(lambda _: self._on_choice())
        form.output.fileChanged.connect(lambda _: self.refresh())
        self.settings.changed.connect(self.refresh)
        self.generator.changed.connect(self._on_choice)
        self.patches.changed.connect(self._on_choice)
        form.begin.clicked.connect(lambda _: self.start_trial())

    def _simple(self, effort: str) -> Dict[str, Any]:
        """What an effort stands for, with the generator of its page, where the trial has the same settings."""
        shared = fields_of(GeneratorOptions)
        generator = {name: value for name, value in self.generator.values().items() if name in shared}
        learn_all = self.generator.form.learn_all.isChecked()
        other = {} if learn_all == GanTrialConfig.learn_all else {"learn_all": learn_all}
        return {**trial_preset(effort, self.patches.rarest), **generator, **other, **chosen_device()}

    def _given(self) -> Dict[str, Any]:
        return {"patches": self.patches.patch_set, "output": self.output, "classes": tuple(one.name for one in self.patches.chosen)}

    def _goes_on(self) -> bool:
        output = Path(self.output)
        return bool(self.output) and self._job is None and output.with_name(f"{output.stem}.partial.trial").is_dir()

    def _time(self, values: Dict[str, Any]) -> str:
        """How long a trial takes here, in words; empty where nobody knows."""
        counts = self.patches.counts
        if counts is None:
            return ""
        subject = Subject(counts.patch_px, counts.count("train"), self.patches.rarest)
        seconds = trial_seconds(values, subject, engine_state().details)
        return "" if seconds is None else tr("About {time} here; timed exactly when it begins.").format(time=duration_text(seconds))

    def _on_choice(self) -> None:
        """The expert's form begins with what the simple mode would do."""
        if not self.form.expert.isChecked() or self.sender() is self.form.expert:
            self.settings.blockSignals(True)
            self.settings.show_values(self._simple(self.effort))
            self.settings.blockSignals(False)
        self.refresh()

    def _on_tried(self, output: str, outcome: tasks.Outcome) -> None:
        if outcome.cancelled:
            self.note.setText(tr("Stopped. The finished runs are kept: the same settings go on from there."))
        if not outcome.ok:
            return
        try:
            self.verdict.show_findings(read_trial(output, str(outcome.results["VERDICT"])))
        except Told as told:
            self.note.setText(str(told))
            return
        if self.answers.indexOf(self.verdict) < 0:
            self.answers.addTab(self.verdict, tr("Verdict"))
        self.answers.setCurrentWidget(self.verdict)


def effort_words(effort: str) -> str:
    """What an effort of the simple mode does."""
    words = {
        QUICK: tr(
            "Filtered synthetic patches against none, and against oversampling, with half and all of the rare patches, three times: "
            "shows large effects only."
        ),
        CAREFUL: tr("Every way to help rare classes, with half and all of the rare patches, five times: what to rest a decision on."),
        WHOLE: tr("Every way, from a handful of patches of each class to all of them: where synthetic patches begin to help, if anywhere."),
    }
    return words[effort]
