"""The lower part of the set-up page: the models that are there, and the ways to get one."""

from functools import partial
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..translation import tr
from .models import add_model, fetch_model, installed_models, model_folder, shipped_model
from .practice import train_practice_model
from .words import model_words


class ModelBox(QGroupBox):
    """Lists the models; asks for ``work`` to be done in the background when the user wants one more."""

    work = pyqtSignal(str, object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Models"), parent)
        self._list = QTreeWidget()
        self._list.setHeaderLabels([tr("Model"), tr("What it tells apart")])
        self._list.setRootIsDecorated(False)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMinimumHeight(self._list.fontMetrics().height() * 6)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._download, self._add = QPushButton(tr("Download")), QPushButton(tr("Add File…"))
        self._train, self._open = QPushButton(tr("Train a Small One")), QPushButton(tr("Open Folder"))
        self._download.setToolTip(tr("Brings the model of this version from its release, or from the offline folder, and checks it."))
        self._add.setToolTip(tr("Copies a model file into the folder of models."))
        self._train.setToolTip(tr("Simulates a few scenes and trains on them for some minutes: to try Echopatch, not for real scenes."))
        self._download.clicked.connect(partial(self._ask, tr("Downloading the model"), lambda watch: fetch_model(shipped_model(), watch)))
        self._train.clicked.connect(partial(self._ask, tr("Training a small model"), train_practice_model))
        self._add.clicked.connect(self._pick)
        self._open.clicked.connect(_open_folder)
        buttons = QHBoxLayout()
        for button in (self._download, self._add, self._train):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list)
        layout.addLayout(buttons)

    def show_models(self, can_train: bool, busy: bool) -> None:
        """Show the models that are there.

        Args:
            can_train: the engine is ready.
            busy: something is going on that must end first.
        """
        models = installed_models()
        names = [path for path, _ in models]
        if names != self._shown or not names:
            self._fill(models)
        for button in (self._download, self._add):
            button.setEnabled(not busy)
        self._train.setEnabled(can_train and not busy)

    _shown: Any = None

    def _fill(self, models: Any) -> None:
        self._shown = [path for path, _ in models]
        self._list.clear()
        for path, card in models:
            item = QTreeWidgetItem([Path(path).stem, model_words(card)])
            item.setToolTip(0, path)
            item.setToolTip(1, card.provenance)
            self._list.addTopLevelItem(item)
        if not models:
            self._list.addTopLevelItem(QTreeWidgetItem([tr("none yet"), tr("download the model of this version, or add a file")]))

    def _ask(self, title: str, work: Any, _checked: bool = False) -> None:
        self.work.emit(title, work)

    def _pick(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Add a Model"), str(model_folder()), tr("Echopatch models (*.safetensors)"))
        if path:
            self.work.emit(tr("Adding the model"), lambda _watch: add_model(path))


def _open_folder() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(model_folder())))
