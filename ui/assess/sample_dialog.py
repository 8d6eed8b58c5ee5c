"""The small dialog that draws cells of a result to label."""

from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ...core.contract.commands.sampling import SampleConfig
from .. import tasks
from ..jobs import job
from ..outputs import free_name, output_problem, writable_folder
from ..settings_form import SettingsForm, parameters_of
from ..translation import tr

_SUFFIX = ".gpkg"


class SampleDialog(QDialog):
    """Asks how many cells and how; the drawn ones open as a layer to label."""

    def __init__(self, result: str, on_drawn: Callable[[Dict[str, Any], tasks.Outcome], None], parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            result: GeoPackage to draw from.
            on_drawn: called with the parameters and the outcome, once the sample is there or is not; opens its layer.
            parent: window that the dialog belongs to.
        """
        super().__init__(parent)
        self._result, self._on_drawn = result, on_drawn
        self.setWindowTitle(tr("Draw a Sample of {name}").format(name=Path(result).stem))
        word = QLabel(tr("Cells are drawn by chance and open as a layer. Give every one its class, save the edits, and assess."))
        word.setWordWrap(True)
        self.settings = SettingsForm(SampleConfig, ("result",), {"output": _file_widget})
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.draw_button = self.buttons.addButton(tr("Draw"), QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        for widget in (word, self.settings, self.reason, self.buttons):
            layout.addWidget(widget)
        proposed = free_name(str(Path(writable_folder(result)) / f"{Path(result).stem}-sample{_SUFFIX}"))
        self.settings.show_values({"output": proposed})
        self.settings.changed.connect(self.refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.refresh()

    def problem(self) -> str:
        """Why nothing can be drawn; empty where it can."""
        if not Path(self._result).is_file():
            return tr("{path} is not there any more.").format(path=self._result)
        values = self.settings.values()
        found = output_problem(values.get("output") or "", _SUFFIX, bool(values.get("overwrite")))
        return found or self.settings.problem({"result": self._result})

    def refresh(self) -> None:
        """Show what stands in the way."""
        problem = self.problem()
        self.reason.setText(problem)
        self.draw_button.setEnabled(not problem)

    def accept(self) -> None:
        """Start the draw."""
        if self.problem():
            return
        parameters = parameters_of({"result": self._result, **self.settings.values(), "load": False})
        job.start(self.windowTitle(), "echopatch:drawsample", parameters, partial(self._on_drawn, parameters))
        super().accept()


def _file_widget() -> QWidget:
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
    widget.setFilter("GeoPackage (*.gpkg)")
    return widget
