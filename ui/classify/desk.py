"""Brings dialog, runs and results together in QGIS's window."""

from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from qgis.core import Qgis, QgsMapLayer, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton

from .. import tasks
from ..docks import add_at_right
from ..layers import add_result
from ..result_panel import ResultPanel
from ..result_summary import Summary, read_summary
from ..result_words import one_line
from ..setup.pages import ensure_engine
from ..translation import Told, tr
from . import runs
from .dialog import ClassifyDialog

_PARTIAL = ".partial.gpkg"
_GLANCE_S = 8
"""How long a message stays that asks for nothing; the others wait for the user."""
_PANEL_PX = 400


class ClassifyDesk:
    """Opens the dialog, starts its runs, and shows what comes of them; all of it is gone after ``close``."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dialog: Optional[ClassifyDialog] = None
        self._panel: Optional[ResultPanel] = None
        self._closed = False

    def open(self, layer: Optional[QgsMapLayer] = None) -> None:
        """Show the dialog with a layer, or bring the one that is open to the front."""
        if not ensure_engine(self._iface.mainWindow()):
            return
        if self._dialog is None or sip.isdeleted(self._dialog):
            self._dialog = ClassifyDialog(self.start, self._iface.mapCanvas(), self._iface.mainWindow())
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.destroyed.connect(self._forget_dialog)
        if isinstance(layer, QgsRasterLayer) or not self._dialog.isVisible():
            self._dialog.choose(layer if isinstance(layer, QgsRasterLayer) else None)
        self._dialog.show()
        self._dialog.raise_()

    def open_with(self, model: str) -> None:
        """Show the dialog with a model, and the current layer."""
        self.open(self._iface.activeLayer())
        if self._dialog is not None:
            self._dialog.model.choose_path(model)

    def start(self, run: runs.Run, parameters: Dict[str, Any]) -> None:
        """Start a classification, or queue it."""
        waits = bool(tasks.running_jobs())
        runs.start(run, parameters, self._on_finished)
        text = tr("{scene} waits for the runs before it.") if waits else tr("{scene} is being classified; QGIS can be used meanwhile.")
        self._say(text.format(scene=run.scene_name), Qgis.MessageLevel.Info)

    def show_result_of(self, layer: Optional[QgsMapLayer]) -> None:
        """Sum up the result that a layer belongs to, in the panel."""
        path = layer.source().partition("|")[0] if layer is not None else ""
        if not path.endswith(".gpkg"):
            self._say(tr("Select a layer of a result first, such as its regions."), Qgis.MessageLevel.Info)
            return
        tasks.run_small(tr("Sum up the result"), lambda _: read_summary(path), self._on_read)

    def close(self) -> None:
        """Take away everything that was added to QGIS's window."""
        self._closed = True
        if self._dialog is not None and not sip.isdeleted(self._dialog):
            self._dialog.close()
        if self._panel is not None:
            self._iface.removeDockWidget(self._panel)
            self._panel.deleteLater()
            self._panel = None

    def _on_finished(self, run: runs.Run, outcome: tasks.Outcome) -> None:
        if self._closed:
            return
        if outcome.cancelled:
            self._tell_of_stop(run)
        elif not outcome.ok:
            text = tr("{scene} was not classified. {reason}").format(scene=run.scene_name, reason=outcome.error)
            self._say(text, Qgis.MessageLevel.Critical, tr("Show Log"), self._iface.openMessageLog)
        else:
            self._add(run)

    def _add(self, run: runs.Run) -> None:
        try:
            add_result(run.output, Path(run.output).stem)
        except Told as broken:
            self._say(str(broken), Qgis.MessageLevel.Critical)
            return
        tasks.run_small(tr("Sum up the result"), lambda _: read_summary(run.output), self._on_summed_up)

    def _tell_of_stop(self, run: runs.Run) -> None:
        partial_result = Path(run.output).with_suffix(_PARTIAL)
        text = tr("{scene}: stopped as asked.").format(scene=run.scene_name)
        if partial_result.exists():
            more = tr("What was done lies in {file}; the same run with the same settings goes on from there.")
            text = f"{text} {more.format(file=partial_result.name)}"
        self._say(text, Qgis.MessageLevel.Info)

    def _on_summed_up(self, task: tasks.SmallTask) -> None:
        if self._closed or task.outcome is None:
            return
        level = Qgis.MessageLevel.Warning if task.outcome.warnings else Qgis.MessageLevel.Success
        self._say(one_line(task.outcome), level, tr("Details"), partial(self._show_panel, task.outcome))

    def _on_read(self, task: tasks.SmallTask) -> None:
        if self._closed:
            return
        if task.outcome is None:
            self._say(task.error, Qgis.MessageLevel.Warning)
        else:
            self._show_panel(task.outcome)

    def _show_panel(self, summary: Summary) -> None:
        if self._panel is None:
            self._panel = ResultPanel(self._iface.mainWindow())
            add_at_right(self._iface, self._panel, _PANEL_PX)
        self._panel.show_summary(summary)
        self._panel.setUserVisible(True)

    def _say(self, text: str, level: Qgis.MessageLevel, button: str = "", action: Optional[Callable[[], Any]] = None) -> None:
        bar = self._iface.messageBar()
        if action is None:
            bar.pushMessage("Echopatch", text, level, _GLANCE_S if level == Qgis.MessageLevel.Info else 0)
            return
        item = bar.createMessage("Echopatch", text)
        press = QPushButton(button, item)
        press.clicked.connect(lambda _: action())
        item.layout().addWidget(press)
        bar.pushWidget(item, level)

    def _forget_dialog(self) -> None:
        self._dialog = None
