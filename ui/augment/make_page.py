"""The page that makes synthetic patches, shows what was kept of them, and how near they come to real ones."""

import json
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QTabWidget, QWidget

from ...core.contract.commands.generation import GanSampleConfig
from ...core.contract.errors import ModelError
from ...core.contract.generator_card import GeneratorCard, read_generator_card
from .. import tasks
from ..assess.report_view import ReportView
from ..binding import prepare
from ..fields import fields_of
from ..figures import count_text
from ..learning.fine_tune_dialog import chosen_device
from ..learning.patches_page import Start
from ..models.model_pick import ModelPick
from ..outputs import free_name, output_problem, writable_folder
from ..processing.parameters import label_of
from ..settings_form import SettingsForm
from ..translation import Told, error_text, sentence_text, tr
from .findings import kept_findings, read_quality
from .forms import asks_for_file, parameters_of_run
from .patches_page import PatchesPage
from .step_page import StepPage

_SUFFIX = ".patchset"
_ASKED_ABOVE = ("generator", "output", "count", "classes", "model", "patches", "overwrite")


class MakePage(StepPage):
    """Makes patches of the chosen classes with a generator; what a filter kept is counted, what was made is judged."""

    FORM = "augment_make.ui"
    wants_to_train = pyqtSignal(str, str)
    """With the patch set and its synthetic companion of these paths."""

    def __init__(self, start: Start, patches: PatchesPage, parent: Optional[QWidget] = None) -> None:
        """Show the form; see ``StepPage``."""
        super().__init__(start, patches, parent)
        self.made = ""
        """Path of the patches that were made last; empty before."""
        self._filter_is_asked_for = False
        self.settings = SettingsForm(GanSampleConfig, _ASKED_ABOVE)
        self.filter = ModelPick()
        self.answers, self.kept, self.quality = QTabWidget(), ReportView(), ReportView()
        self._lay_out()
        self.refresh()

    @property
    def generator(self) -> str:
        """The chosen generator file."""
        return str(self.form.generator.filePath().strip())

    @property
    def output(self) -> str:
        """The patch set to write."""
        return str(self.form.output.filePath().strip())

    def card(self) -> Optional[GeneratorCard]:
        """Of the chosen generator, as its file is now; None where there is none to read."""
        try:
            return read_generator_card(self.generator) if self.generator else None
        except ModelError:
            return None

    def made_classes(self) -> Tuple[str, ...]:
        """The classes to enlarge that the generator knows."""
        card = self.card()
        known = {one.name for one in card.classes} if card else set()
        return tuple(one.name for one in self.patches.chosen if one.name in known)

    def own_problem(self) -> str:
        """What generator, filter, contract and output say."""
        found = self._generator_problem() or (self.filter_problem() if self.form.filtered.isChecked() else "")
        return found or self.settings.problem(self._given()) or output_problem(self.output, _SUFFIX, False)

    def filter_problem(self) -> str:
        """Why the filter cannot judge what the generator makes; empty where it can."""
        if self.patches.counts is None:
            return tr("The filter compares with real patches: choose the patch set on the first page.")
        if self.filter.refusal():
            return self.filter.refusal()
        model, names = self.filter.card(), self.made_classes()
        known = {one.name for one in model.classes} if model else set()
        strange = next((name for name in names if name not in known), "")
        values = {"path": self.filter.path, "name": strange}
        return sentence_text("gan-filter-legend", values, strange, "gan sample") if strange else ""

    def parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm."""
        return parameters_of_run({**chosen_device(), **self.settings.values(), **self._given()})

    def refresh(self) -> None:
        """Show the generator's card, offer a name, and what can be done with what was made."""
        if self.generator and self.patches.patch_set:
            near = Path(writable_folder(self.patches.patch_set))
            self.propose(free_name(str(near / f"{Path(self.patches.patch_set).stem}-synthetic{_SUFFIX}")))
        card = self.card()
        self.form.card.setText(card_words(card) if card else "")
        self._propose_filter()
        self.filter.setEnabled(self.form.filtered.isChecked())
        self.settings.setVisible(self.form.expert.isChecked())
        super().refresh()
        self.form.make.setEnabled(not self.problem())
        there = bool(self.made) and Path(self.made).is_dir() and self.patches.counts is not None and not self.is_running
        for button in (self.form.assess, self.form.train):
            button.setEnabled(there)

    def make(self) -> None:
        """Start to make patches."""
        if self.problem():
            return
        output = self.output
        run = (tr("Make patches {name}").format(name=Path(output).stem), "echopatch:makepatches")
        self.answers.setCurrentIndex(0)
        self.begin(run, self.parameters(), lambda outcome: self._on_made(output, outcome))

    def assess(self) -> None:
        """Judge what was made, beside real patches."""
        report = free_name(str(Path(self.made).with_name(f"{Path(self.made).stem}-quality")))
        asked = {**chosen_device(), "synthetic": self.made, "patches": self.patches.patch_set, "output": report}
        run = (tr("Quality of {name}").format(name=Path(self.made).stem), "echopatch:assesssynthetic")
        self.answers.setCurrentIndex(0)
        self.begin(run, parameters_of_run(asked), lambda outcome: self._on_assessed(report, outcome))

    def _lay_out(self) -> None:
        form, count = self.form, fields_of(GanSampleConfig)["count"]
        form.count_label.setText(label_of(count))
        prepare(form.count, count)
        form.expert_place.addWidget(self.settings)
        form.filter_place.addWidget(self.filter)
        asks_for_file(form.generator, tr("Generators (*.safetensors)"))
        asks_for_file(form.output, tr("Patch sets (*.patchset)"), is_new=True)
        self.answers.addTab(self.view, tr("Run"))
        self.kept.open_button.hide()  # numbers alone: the report comes with the quality
        self.place_run(self.answers, tr("What was kept of the patches, and how near they come to real ones, appears here."))
        for signal in (form.generator.fileChanged, form.output.fileChanged, form.expert.toggled):
            signal.connect(lambda _: self.refresh())
        form.filtered.toggled.connect(lambda _: self._on_filter())
        self.filter.changed.connect(self.refresh)
        self.settings.changed.connect(self.refresh)
        form.make.clicked.connect(lambda _: self.make())
        form.assess.clicked.connect(lambda _: self.assess())
        form.train.clicked.connect(lambda _: self.wants_to_train.emit(self.patches.patch_set, self.made))

    def _given(self) -> Dict[str, Any]:
        given = {
            "generator": self.generator, "output": self.output, "count": self.form.count.value(), "classes": self.made_classes(),
        }  # fmt: skip
        if not self.form.filtered.isChecked():
            return given
        return {**given, "model": self.filter.path, "patches": self.patches.patch_set}

    def _propose_filter(self) -> None:
        """Filter wherever a model is at hand that can, until the user says otherwise."""
        if not self._filter_is_asked_for and self.made_classes():
            self.form.filtered.blockSignals(True)
            self.form.filtered.setChecked(not self.filter_problem())
            self.form.filtered.blockSignals(False)

    def _on_filter(self) -> None:
        self._filter_is_asked_for = True
        self.refresh()

    def _generator_problem(self) -> str:
        if not self.generator:
            return tr("Choose a generator, or train one on the page before.")
        try:
            card = read_generator_card(self.generator)
        except ModelError as error:
            return error_text(error, "gan sample")
        if self.patches.problem():
            return self.patches.problem()
        if not self.made_classes():
            names = ", ".join(tr(one.name) for one in card.classes)
            return tr("This generator knows {names}: tick one of them on the first page.").format(names=names)
        if not card.conditional and len(card.classes) > 1 and not self.form.filtered.isChecked():
            return sentence_text("gan-mixed-needs-model", {"path": self.generator}, "", "gan sample")
        return ""

    def _on_made(self, output: str, outcome: tasks.Outcome) -> None:
        if outcome.ok:
            self.made = str(outcome.results.get("OUTPUT", output))
            colours = {one.name: one.colour for one in self.patches.chosen}
            self.kept.show_findings(kept_findings(self.made, json.loads(outcome.results["INFO"]), colours))
            self._show(self.kept, tr("Kept and Dropped"))

    def _on_assessed(self, report: str, outcome: tasks.Outcome) -> None:
        if not outcome.ok:
            return
        try:
            self.quality.show_findings(read_quality(report, str(outcome.results["VERDICT"])))
        except Told as told:
            self.note.setText(str(told))
            return
        self._show(self.quality, tr("Quality"))

    def _show(self, page: QWidget, title: str) -> None:
        if self.answers.indexOf(page) < 0:
            self.answers.addTab(page, title)
        self.answers.setCurrentWidget(page)


def card_words(card: GeneratorCard) -> str:
    """What a generator says of itself."""
    counts: Dict[str, int] = card.training.get("patches_by_class", {})
    classes = ", ".join(f"{tr(one.name)} ({count_text(counts[one.name])})" if one.name in counts else tr(one.name) for one in card.classes)
    text = tr("Learned {classes} in {steps} steps; makes patches of {px} × {px} pixels.")
    return text.format(classes=classes, steps=count_text(card.training.get("steps", 0)), px=card.patch_px)
