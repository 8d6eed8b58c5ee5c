"""The classifications that wait or run, each with its progress and a button that stops it."""

from pathlib import Path
from typing import Dict, List, Tuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..translation import tr
from . import runs

_LOOK_MS = 250
_LABEL_CHARACTERS = 60
_Row = Tuple[QLabel, QProgressBar, QPushButton]


class RunsBox(QObject):
    """Fills a widget with one row per run; looks at them a few times a second."""

    def __init__(self, area: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._area = area
        self._layout = QGridLayout(area)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setColumnStretch(1, 1)
        self._rows: Dict[str, _Row] = {}
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_LOOK_MS)
        self.look()

    def look(self) -> None:
        """Show what waits and runs at this moment."""
        there = runs.under_way()
        self._area.setVisible(bool(there))
        outputs = [run.output for run, _ in there]
        for output in [one for one in self._rows if one not in outputs]:
            self._drop(output)
        for run, task in there:
            if run.output not in self._rows:
                self._rows[run.output] = self._new_row(run, task)
            _show(self._rows[run.output], task)

    def _new_row(self, run: runs.Run, task: QgsTask) -> _Row:
        text = tr("{scene} → {result}").format(scene=run.scene_name, result=Path(run.output).name)
        metrics = self._area.fontMetrics()
        label = QLabel(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, metrics.averageCharWidth() * _LABEL_CHARACTERS))
        label.setToolTip(run.output)
        bar, button = QProgressBar(), QPushButton(tr("Cancel"))
        bar.setRange(0, 100)
        bar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button.clicked.connect(lambda _: task.cancel())
        number = self._layout.rowCount()
        for column, widget in enumerate((label, bar, button)):
            self._layout.addWidget(widget, number, column)
        return label, bar, button

    def _drop(self, output: str) -> None:
        widgets: List[QWidget] = list(self._rows.pop(output))
        for widget in widgets:
            self._layout.removeWidget(widget)
            widget.deleteLater()


def _show(row: _Row, task: QgsTask) -> None:
    _, bar, button = row
    waits = task.status() in (QgsTask.TaskStatus.Queued, QgsTask.TaskStatus.OnHold)
    bar.setValue(round(task.progress()))
    bar.setFormat(tr("waiting") if waits else tr("stopping") if task.isCanceled() else "%p %")
    button.setEnabled(not task.isCanceled())
