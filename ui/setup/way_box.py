"""The middle part of the set-up page: how the engine comes by its Python."""

from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QGroupBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from .. import settings
from ..translation import tr
from .torch_source import AUTO, CPU, CUDA

_INDENT_PX = 22


class WayBox(QGroupBox):
    """An environment that Echopatch builds, and of what, or a Python that the user names."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Environment"), parent)
        self._managed = QRadioButton(tr("Let Echopatch build an environment of its own (recommended)"))
        self._own = QRadioButton(tr("Use this Python instead:"))
        self._group = QButtonGroup(self)
        self._group.addButton(self._managed)
        self._group.addButton(self._own)
        self._torch, self._proxy = _torch_combo(), QLabel()
        self._wheels = _file_widget(tr("Only for computers without network: folder with wheels and models"))
        self._wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._uv = _file_widget(tr("Found by itself, or brought along"))
        self._python = _file_widget(tr("Python 3.10 or newer with PyTorch and the packages of requirements/engine.txt"))
        self._arrange()
        self._managed.toggled.connect(self._switch)
        self.load()

    def load(self) -> None:
        """Show what is in the settings."""
        self._torch.setCurrentIndex(max(0, self._torch.findData(settings.torch_choice())))
        self._wheels.setFilePath(settings.offline_folder())
        self._uv.setFilePath(settings.uv_program())
        self._python.setFilePath(settings.engine_python())
        self._proxy.setText(_proxy_words())
        (self._own if settings.engine_python() else self._managed).setChecked(True)
        self._switch()

    def keep(self) -> None:
        """Write what was entered into the settings, but for the Python, which is used once it has passed its check."""
        settings.set_torch_choice(self._torch.currentData())
        settings.set_offline_folder(self._wheels.filePath())
        settings.set_uv_program(self._uv.filePath())

    def is_managed(self) -> bool:
        """Whether Echopatch is to build the environment."""
        return self._managed.isChecked()

    def python(self) -> str:
        """The Python that the user names."""
        return self._python.filePath()

    def _arrange(self) -> None:
        choices = QFormLayout()
        choices.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        choices.addRow(tr("PyTorch"), self._torch)
        choices.addRow(tr("Offline folder"), self._wheels)
        choices.addRow(tr("Installer uv"), self._uv)
        choices.addRow(tr("Proxy"), self._proxy)
        chosen = QVBoxLayout()
        chosen.addWidget(self._python)
        layout = QVBoxLayout(self)
        for button, below in ((self._managed, choices), (self._own, chosen)):
            below.setContentsMargins(_INDENT_PX, 0, 0, 6)
            layout.addWidget(button)
            layout.addLayout(below)

    def _switch(self) -> None:
        managed = self.is_managed()
        for widget in (self._torch, self._wheels, self._uv):
            widget.setEnabled(managed)
        self._python.setEnabled(not managed)
        self.changed.emit()


def _torch_combo() -> QComboBox:
    combo = QComboBox()
    combo.addItem(tr("Automatic: the build for this computer's graphics card"), AUTO)
    combo.addItem(tr("Without GPU: the small build"), CPU)
    for choice in CUDA:
        combo.addItem(tr("NVIDIA GPU: CUDA {version}").format(version=f"{choice[2:4]}.{choice[4:]}"), choice)
    return combo


def _file_widget(placeholder: str) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.lineEdit().setPlaceholderText(placeholder)
    return widget


def _proxy_words() -> str:
    address, where = QUrl(settings.proxy_url()), tr("Settings > Options > Network")
    return tr("none ({where})").format(where=where) if address.isEmpty() else f"{address.host()}:{address.port()} ({where})"
