"""The panel of models: what each is, how good, where it comes from; import, rename, delete, and the ways out."""

from functools import partial
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from .. import settings, tasks
from ..environment import PLUGIN_ROOT
from ..help import open_help
from ..icons import icon
from ..setup.models import model_folder
from ..translation import Told, tr
from . import library
from .export_dialog import ExportDialog
from .model_list import ModelList
from .model_pages import ModelPages

_FORM = PLUGIN_ROOT / "ui" / "forms" / "models.ui"
_LIST_PX, _MODEL_PX = 360, 620


class ModelsDialog(QDialog):
    """Shows the library of models, and keeps it in order."""

    def __init__(self, assess: Callable[[str], None], parent: Optional[QWidget] = None) -> None:
        """Show what is there.

        Args:
            assess: opens the dialog that judges a model, by the path of its file.
            parent: window that the dialog belongs to.
        """
        super().__init__(parent)
        self._assess = assess
        self._import: Optional[tasks.SmallTask] = None
        self.form = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon("models"))
        self.form.columns.setSizes([_LIST_PX, _MODEL_PX])
        self.list, self.pages = ModelList(self.form, self), ModelPages(self.form, self)
        self._connect()
        self.list.look()

    def import_file(self, path: str) -> None:
        """Take a model into the library, once the engine has opened it."""
        self._say(tr("The engine opens {name} and asks it about a patch…").format(name=Path(path).name))
        work = partial(_import, path)
        self._import = tasks.run_small(tr("Import a model"), work, self._on_imported)
        self._show_state()

    def rename_to(self, name: str) -> None:
        """Give the chosen model another name."""
        if self.list.chosen is not None:
            self._change(partial(library.rename_model, self.list.chosen.path, name), tr("Renamed; the checksum is the same as before."))

    def reject(self) -> None:
        """Close; an import that is not done yet comes to nothing."""
        self.list.close()
        self.pages.close()
        self._cancel()
        self._import = None
        super().reject()

    def _connect(self) -> None:
        form = self.form
        pressed = {
            form.import_model: self._ask_file, form.rename_model: self._ask_name, form.delete_model: self._ask_to_delete,
            form.open_folder: _open_folder, form.export_model: self._export, form.copy_sum: self._copy_sum, form.cancel: self._cancel,
            form.assess: lambda: self.list.chosen and self._assess(self.list.chosen.path),
        }  # fmt: skip
        for button, slot in pressed.items():
            button.clicked.connect(lambda _=False, slot=slot: slot())
        self.list.changed.connect(self._show_chosen)
        self.pages.traced.connect(self._show_state)
        self.pages.followed.connect(self.list.choose)
        form.buttons.rejected.connect(self.reject)
        form.buttons.helpRequested.connect(partial(open_help, "qgis-models"))

    def _show_chosen(self) -> None:
        self.pages.show_model(self.list.chosen, self.list.models)
        self._show_state()

    def _show_state(self) -> None:
        """Which buttons can be pressed, and why others cannot."""
        form, model = self.form, self.list.chosen
        own = model is not None and model.is_own
        for button in (form.rename_model, form.delete_model):
            button.setEnabled(own)
            button.setToolTip("" if own or model is None else tr("This model belongs to Echopatch itself, and stays as it is."))
        radar = model is not None and model.card.modality == "sar"
        form.export_model.setEnabled(radar)
        form.export_model.setToolTip("" if radar or model is None else tr("Models of optical images cannot be exported."))
        form.assess.setEnabled(model is not None)
        form.copy_sum.setEnabled(bool(self.pages.origin.sha256))
        form.import_model.setEnabled(self._import is None)
        for widget in (form.progress, form.cancel):
            widget.setVisible(self._import is not None)

    def _change(self, change: Callable[[], object], done: str) -> None:
        """Change the library and say how it went; where the change gives a path, that model is shown."""
        try:
            path = change()
        except (Told, OSError) as error:
            self._say(str(error))
            return
        self._say(done)
        self.list.look()
        if isinstance(path, str):
            self.list.choose(path)

    def _on_imported(self, task: tasks.SmallTask) -> None:
        if task is not self._import:  # the dialog was closed meanwhile
            return
        self._import = None
        if task.outcome:
            self._change(lambda: task.outcome, tr("Imported: the engine opens it, and it answers."))
        else:
            self._say(task.error or tr("The import was stopped."))
        self._show_state()

    def _ask_file(self) -> None:
        kinds = tr("Echopatch models (*.safetensors)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Import a Model"), settings.last_folder("model"), kinds)
        if path:
            settings.set_last_folder("model", str(Path(path).parent))
            self.import_file(path)

    def _ask_name(self) -> None:
        if self.list.chosen is not None:
            name, agreed = QInputDialog.getText(self, tr("Rename the Model"), tr("New name"), text=self.list.chosen.name)
            if agreed:
                self.rename_to(name)

    def _ask_to_delete(self) -> None:
        model = self.list.chosen
        if model is None:
            return
        question = tr("Delete {path}? This cannot be undone.").format(path=model.path)
        if self.pages.origin.children:
            more = tr("{names} learned from it, and will name it by its checksum alone.")
            question = f"{question}\n\n{more.format(names=', '.join(self.pages.origin.children))}"
        choices = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        agreed = QMessageBox.question(self, tr("Delete the Model"), question, choices, QMessageBox.StandardButton.No)
        if agreed == QMessageBox.StandardButton.Yes:
            self._change(partial(library.delete_model, model.path), tr("{name} is deleted.").format(name=model.name))

    def _export(self) -> None:
        if self.list.chosen is not None:
            dialog = ExportDialog(self.list.chosen.path, self.list.chosen.card, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _copy_sum(self) -> None:
        QgsApplication.clipboard().setText(self.pages.origin.sha256)
        self._say(tr("The checksum is in the clipboard."))

    def _cancel(self) -> None:
        if self._import is not None:
            self._import.cancel()

    def _say(self, text: str) -> None:
        self.form.note.setText(text)


def _import(path: str, task: tasks.SmallTask) -> str:
    return library.import_model(path, task.isCanceled)


def _open_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(model_folder())))
