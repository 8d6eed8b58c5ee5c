"""The page that says what to learn from: patches cut from labelled scenes, or a patch set; looked at before any training begins."""

import json
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.contract.commands.patches import PatchesCutConfig
from ...core.contract.model_card import ModelCard
from .. import tasks
from ..environment import PLUGIN_ROOT, engine_state
from ..jobs.job import Job
from ..jobs.run_view import RunView
from ..labels.editing import NotEditable, save_all, unsaved, write_mark
from ..layers import add_split_map
from ..outputs import free_name, output_problem, writable_folder
from ..result import ResultBroken
from ..settings_form import SettingsForm, folder_widget, parameters_of
from ..translation import tr
from .patch_facts import facts_html, shortage, training_patches
from .sources import SourceTable, problem_of

Start = Callable[[str, str, Dict[str, Any], Callable[[tasks.Outcome], None]], Job]
"""Starts a run: title, algorithm, parameters, and whom to tell when it has ended."""
_FORM = PLUGIN_ROOT / "ui" / "forms" / "patches_page.ui"
_SUFFIX = ".patchset"
_ASKED_ABOVE = ("scene", "labels", "output", "optical", "overwrite")
_FOLDERS = {"keep_split": folder_widget, "incidence_from": folder_widget}


class PatchesPage(QWidget):
    """Collects scenes and labels, has patches cut, and shows what came out."""

    changed = pyqtSignal()
    """Something else is asked for, or has been found."""

    def __init__(self, start: Start, with_optical: bool = False, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a run.
            with_optical: whether each scene comes with an optical image.
            parent: widget that it belongs to.
        """
        super().__init__(parent)
        self._start, self._with_optical = start, with_optical
        self._proposed, self._made, self._split_layer = "", "", ""
        self._wish: Any = None
        self._seen: Optional[Tuple[Any, Dict[str, Any]]] = None
        self._warnings: List[str] = []
        self._job: Optional[Job] = None
        self.form = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.table = SourceTable(with_optical)
        self.cutting = SettingsForm(PatchesCutConfig, _ASKED_ABOVE, _FOLDERS)
        self.run = RunView()
        self._prepare()
        self.refresh()

    @property
    def patch_set(self) -> str:
        """Path of the patches to learn from."""
        widget = self.form.output if self.form.from_scenes.isChecked() else self.form.existing
        return widget.filePath().strip()

    @property
    def info(self) -> Optional[Dict[str, Any]]:
        """What is in the patches that are asked for; None until they have been looked at."""
        return self._seen[1] if self._seen is not None and self._seen[0] == self._asked() else None

    @property
    def labels(self) -> List[str]:
        """The files of labels."""
        return [one.labels for one in self.table.sources()] if self.form.from_scenes.isChecked() else []

    def problem(self) -> str:
        """Why nothing can be learned from these patches yet; empty where it can."""
        if self._job is not None:
            return tr("The patches are being looked at.")
        if self.info is None:
            return self.look_problem() or tr("Look at the patches first.")
        if self._with_optical and not self.info["optical"]:
            return tr("These patches have no optical images: cut them with optical images, or choose another patch set.")
        return shortage(self.info)

    def look_problem(self) -> str:
        """Why the patches cannot be looked at; empty where they can."""
        if engine_state().kind != "ready":
            return tr("The engine is not ready: set it up under Settings > Options > Echopatch.")
        if self.form.from_set.isChecked():
            return "" if Path(self.patch_set).is_dir() and self.patch_set else tr("Choose a patch set: a folder that ends in .patchset.")
        found = problem_of(self.table.sources(), self._with_optical) or output_problem(self.patch_set, _SUFFIX, self._is_ours())
        return found or self.cutting.problem(self._given())

    def look(self) -> None:
        """Cut the patches, where they are to be cut, and describe them."""
        if self._job is not None or self.look_problem() or not self.labels_are_saved():
            return
        self._wish, self._seen, self._warnings = self._asked(), None, []
        self._take_split_map_away()
        if self.form.from_set.isChecked():
            self._describe()
        else:
            title = tr("Cut patches: {name}").format(name=Path(self.patch_set).stem)
            self._follow(self._start(title, "echopatch:cutpatches", self.parameters(), self._on_cut))

    def labels_are_saved(self) -> bool:
        """Whether a run may begin: edits that are not in their file yet are saved, or left out knowingly."""
        changed = [path for path in dict.fromkeys(self.labels) if unsaved(path.partition("|")[0])]
        if not changed:
            return True
        names = ", ".join(Path(path.partition("|")[0]).name for path in changed)
        text = tr("{files} has edits that are not saved yet. Save them before patches are cut? Otherwise they are left out.")
        buttons = QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Ignore | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.question(self, tr("Unsaved Labels"), text.format(files=names), buttons, QMessageBox.StandardButton.Save)
        try:
            for path in changed if answer == QMessageBox.StandardButton.Save else ():
                save_all(path.partition("|")[0])
        except NotEditable as reason:
            QMessageBox.warning(self, tr("Unsaved Labels"), str(reason))
            return False
        return answer != QMessageBox.StandardButton.Cancel

    def parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm that cuts."""
        given = {name: list(value) if isinstance(value, tuple) else value for name, value in self._given().items()}
        return parameters_of({**self.cutting.values(), **given, "overwrite": self._is_ours()})

    def show_model(self, card: Optional[ModelCard]) -> None:
        """Cut patches such as the start model knows, unless the user has said otherwise."""
        if card is None:
            return
        wanted: Dict[str, Any] = {"patch_px": card.patch_px}
        if card.pixel_size_m is not None and not self._with_optical:
            wanted["patch_pixel_size_m"] = card.pixel_size_m
        self.cutting.show_values({**self.cutting.values(), **wanted})

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        cuts = self.form.from_scenes.isChecked()
        self.form.scenes_box.setEnabled(cuts)
        self.form.set_box.setEnabled(not cuts)
        problem = "" if self._job is not None else self.look_problem()
        self.form.look.setEnabled(not problem and self._job is None)
        self.form.look_reason.setText(problem)
        self.form.look_reason.setVisible(bool(problem))
        self.run.setVisible(self._job is not None or bool(self.run.record and self.run.record.error))
        self.form.facts.setHtml(facts_html(self.info, self._warnings) if self.info else _invitation(cuts))
        self.changed.emit()

    def close_for_good(self) -> None:
        """Hear no more of the project."""
        self.table.close_for_good()

    def _prepare(self) -> None:
        form = self.form
        form.table_place.addWidget(self.table)
        form.cutting_place.addWidget(self.cutting)
        form.run_place.addWidget(self.run)
        form.output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        form.output.setFilter(f"{tr('Patch sets')} (*{_SUFFIX})")
        form.existing.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        form.add_row.clicked.connect(lambda _: self.table.add())
        form.remove_row.clicked.connect(lambda _: self.table.remove_current())
        form.look.clicked.connect(lambda _: self.look())
        form.from_scenes.toggled.connect(lambda _: self.refresh())
        self.table.edited.connect(self._on_sources)
        self.cutting.changed.connect(self.refresh)
        for widget in (form.output, form.existing):
            widget.fileChanged.connect(lambda _: self.refresh())

    def _given(self) -> Dict[str, Any]:
        """What stands above the settings, as the command takes it; one file of labels may serve all scenes."""
        sources = self.table.sources()
        labels = tuple(one.labels for one in sources)
        given = {"scene": tuple(one.scene for one in sources), "labels": labels[:1] if len(set(labels)) == 1 else labels}
        optical = {"optical": tuple(one.optical for one in sources)} if self._with_optical else {}
        return {**given, **optical, "output": self.patch_set}

    def _asked(self) -> Any:
        """Tells one wish from another; labels that were edited since make another one."""
        if self.form.from_set.isChecked():
            return self.patch_set
        sources = tuple(self.table.sources())
        written = tuple(write_mark(one.labels.partition("|")[0]) for one in sources)
        return self.patch_set, sources, written, tuple(sorted(self.cutting.values().items()))

    def _is_ours(self) -> bool:
        """Whether what lies there was cut for an earlier look of this page, and may be cut anew."""
        return bool(self._made) and self.patch_set == self._made

    def _follow(self, job: Job) -> None:
        self._job = None if job.record.has_ended else job
        self.run.show_job(job)
        self.refresh()

    def _describe(self) -> None:
        title = tr("Describe patches: {name}").format(name=Path(self.patch_set).stem)
        self._follow(self._start(title, "echopatch:describepatches", {"PATCHES": self.patch_set}, self._on_described))

    def _on_cut(self, outcome: tasks.Outcome) -> None:
        self._job = None
        self._warnings += outcome.warnings
        if outcome.ok:
            self._made = str(outcome.results["OUTPUT"])
            self._describe()
        else:
            self.refresh()

    def _on_described(self, outcome: tasks.Outcome) -> None:
        self._job = None
        self._warnings += outcome.warnings
        if outcome.ok:
            self._seen = (self._wish, json.loads(outcome.results["INFO"]))
            self._show_split_map()
        self.refresh()

    def _show_split_map(self) -> None:
        if self.info is None or not self.info["georeferenced"]:
            return
        try:
            self._split_layer = add_split_map(self.patch_set).id()
        except ResultBroken as broken:
            self._warnings.append(str(broken))

    def _take_split_map_away(self) -> None:
        """Before its file is written anew; the user may have removed it."""
        if self._split_layer in QgsProject.instance().mapLayers():
            QgsProject.instance().removeMapLayer(self._split_layer)
        self._split_layer = ""

    def _on_sources(self) -> None:
        """Offer a free name beside the labels, unless the user has named the patch set, or it has been cut already."""
        written = self.form.output.filePath().strip()
        if written in ("", self._proposed) and not self._is_ours() and self.labels and self.labels[0]:
            near = self.labels[0].partition("|")[0]
            self._proposed = free_name(str(Path(writable_folder(near)) / (Path(near).stem + _SUFFIX)))
            self.form.output.setFilePath(self._proposed)
        self.refresh()


def training_count(page: PatchesPage) -> int:
    """How many patches there are to train on; 0 where that is not known yet."""
    return training_patches(page.info) if page.info else 0


def _invitation(cuts: bool) -> str:
    text = (
        tr("Choose scenes and labels, then look: patches are cut, counted by class, and shown on the map as training, validation and test.")
        if cuts
        else tr("Choose a patch set, then look: its patches are counted by class, and shown on the map as training, validation and test.")
    )
    return f"<p>{text}</p>"
