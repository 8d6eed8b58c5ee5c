"""The form that sets the engine up: one widget, shown as an options page and as a dialog."""

from functools import partial
from pathlib import Path
from typing import Any, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from .. import settings
from ..environment import engine_home, engine_state
from ..translation import tr
from . import build, task
from .model_box import ModelBox
from .plan import Tools, Wishes, plan
from .pythons import base_pythons, find_uv
from .status_box import StatusBox
from .torch_source import AUTO, CPU, CUDA

_WATCH_MS = 2000
"""How often the state is looked at while another window sets the engine up."""


class EngineForm(QWidget):
    """Shows the state of the engine, and builds, checks, repairs and removes it."""

    state_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._task: Optional[task.SetupTask] = None
        self._status = StatusBox(self)
        self._way = QGroupBox(tr("Environment"), self)
        self._fill_way()
        self._models = ModelBox(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._status)
        layout.addWidget(self._way)
        layout.addWidget(self._models, 1)
        self._status.cancelled.connect(self._cancel)
        self._models.work.connect(self._start)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self.refresh)
        self._watch.start(_WATCH_MS)
        self._load()
        self._follow(task.running())

    def apply(self) -> None:
        """Keep what was entered; a newly chosen Python is used once it has passed its check."""
        self.keep()
        python = self._python.filePath()
        if self._task is not None:
            return
        if self._managed.isChecked():
            settings.set_engine_python("")
        elif python and python != settings.engine_python():
            self._set_up()

    def refresh(self) -> None:
        """Look at the state again and show it."""
        state = engine_state()
        busy = self._task is not None or state.kind == "busy"
        self._status.show_state(state, self._task)
        self._way.setEnabled(not busy)
        self._models.show_models(can_train=state.kind == "ready", busy=busy)
        self._name_buttons()

    def _fill_way(self) -> None:
        self._managed = QRadioButton(tr("Let Echopatch build an environment of its own (recommended)"))
        self._own = QRadioButton(tr("Use this Python instead:"))
        group = QButtonGroup(self)
        group.addButton(self._managed)
        group.addButton(self._own)
        self._torch, self._wheels, self._uv = self._torch_combo(), QgsFileWidget(), QgsFileWidget()
        self._wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._wheels.lineEdit().setPlaceholderText(tr("Only for computers without network: folder with wheels and models"))
        self._uv.lineEdit().setPlaceholderText(tr("Found by itself, or brought along"))
        self._python = QgsFileWidget()
        self._python.lineEdit().setPlaceholderText(tr("Python 3.10 or newer with PyTorch and the packages of requirements/engine.txt"))
        choices = QFormLayout()
        choices.setContentsMargins(22, 0, 0, 6)
        choices.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        choices.addRow(tr("PyTorch"), self._torch)
        choices.addRow(tr("Offline folder"), self._wheels)
        choices.addRow(tr("Installer uv"), self._uv)
        choices.addRow(tr("Proxy"), QLabel(_proxy_words()))
        chosen = QVBoxLayout()
        chosen.setContentsMargins(22, 0, 0, 6)
        chosen.addWidget(self._python)
        layout = QVBoxLayout(self._way)
        for part in (self._managed, choices, self._own, chosen, self._button_row()):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        self._managed.toggled.connect(self._enable_way)

    def _torch_combo(self) -> QComboBox:
        combo = QComboBox()
        combo.addItem(tr("Automatic: the build for this computer's graphics card"), AUTO)
        combo.addItem(tr("Without GPU: the small build"), CPU)
        for choice in CUDA:
            combo.addItem(tr("NVIDIA GPU: CUDA {version}").format(version=f"{choice[2:4]}.{choice[4:]}"), choice)
        return combo

    def _button_row(self) -> QHBoxLayout:
        self._set_up_button, self._remove_button, log = QPushButton(), QPushButton(tr("Remove…")), QPushButton(tr("Show Log"))
        self._set_up_button.clicked.connect(self._set_up)
        self._remove_button.clicked.connect(self._ask_and_remove)
        log.clicked.connect(partial(_open, build.setup_log()))
        row = QHBoxLayout()
        row.addWidget(self._set_up_button)
        row.addWidget(self._remove_button)
        row.addStretch(1)
        row.addWidget(log)
        return row

    def _name_buttons(self) -> None:
        repair = tr("Repair") if build.removable() else tr("Set Up")
        self._set_up_button.setText(tr("Check and Use") if self._own.isChecked() else repair)
        self._remove_button.setEnabled(build.removable())

    def _enable_way(self) -> None:
        managed = self._managed.isChecked()
        for widget in (self._torch, self._wheels, self._uv):
            widget.setEnabled(managed)
        self._python.setEnabled(not managed)
        self._name_buttons()

    def _load(self) -> None:
        python = settings.engine_python()
        self._torch.setCurrentIndex(max(0, self._torch.findData(settings.torch_choice())))
        self._wheels.setFilePath(settings.offline_folder())
        self._uv.setFilePath(settings.uv_program())
        self._python.setFilePath(python)
        (self._own if python else self._managed).setChecked(True)
        self._enable_way()

    def keep(self) -> None:
        """Remember what was entered for the next set-up."""
        settings.set_torch_choice(self._torch.currentData())
        settings.set_offline_folder(self._wheels.filePath())
        settings.set_uv_program(self._uv.filePath())

    def _set_up(self) -> None:
        self.keep()
        if self._own.isChecked():
            python = self._python.filePath()
            self._start(tr("Checking the engine of Echopatch"), partial(build.adopt, python))
        else:
            wishes = Wishes(settings.torch_choice(), settings.offline_folder(), settings.proxy_url())
            tools = Tools(find_uv() or "", tuple(base_pythons()))
            self._start(tr("Setting up the engine of Echopatch"), partial(build.build, wishes, partial(plan, wishes, tools)))

    def _ask_and_remove(self) -> None:
        question = tr("Remove the engine's environment from {folder}? Models and settings stay.").format(folder=engine_home())
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(self, tr("Remove the Engine"), question, buttons)
        if answer == QMessageBox.StandardButton.Yes:
            self._start(tr("Removing the engine of Echopatch"), build.remove)

    def _start(self, title: str, work: Any) -> None:
        self._follow(task.start(title, work))

    def _follow(self, started: Optional[task.SetupTask]) -> None:
        self._task = started
        if started is not None:
            started.said.connect(self._status.show_text)
            started.progressChanged.connect(self._status.show_progress)
            started.ended.connect(self._end)
        self.refresh()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        ended, self._task = self._task, None
        self._status.show_failure(ended.failure if ended else None)
        if ended is not None and ended.outcome is not None:
            self._load()
        self.refresh()
        self.state_changed.emit()


def _proxy_words() -> str:
    address = QUrl(settings.proxy_url())
    where = tr("Settings > Options > Network")
    if address.isEmpty():
        return tr("none ({where})").format(where=where)
    return f"{address.host()}:{address.port()} ({where})"


def _open(path: Path) -> None:
    path.touch()
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
