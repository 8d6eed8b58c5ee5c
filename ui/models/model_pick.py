"""A choice among the models of the library, and files beside it."""

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QWidget

from ...core.contract.errors import ModelError
from ...core.contract.model_card import ModelCard, read_card
from .. import settings
from ..translation import error_text, tr
from .library import library

_OTHER = ""
_CHARACTERS = 24


class ModelPick(QComboBox):
    """Knows the path of the chosen model; unlike the choice for scenes it offers models of optical images too."""

    changed = pyqtSignal()

    def __init__(self, place: int = 0, parent: Optional[QWidget] = None) -> None:
        """Offer the library.

        Args:
            place: of the model that is chosen at first, beginning with the one that was used last.
            parent: widget that it belongs to.
        """
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARACTERS)
        paths = [model.path for model in library()]
        for path in paths:
            self._offer(path)
        self.addItem(tr("Other file…"), _OTHER)
        self._last = ""
        paths.sort(key=lambda path: path != settings.last_model())
        self.choose(paths[place] if place < len(paths) else "")
        self.activated.connect(self._on_activated)

    @property
    def path(self) -> str:
        """Of the chosen model; empty for none."""
        return self._last

    def card(self) -> Optional[ModelCard]:
        """Of the chosen model, as its file is now; None where there is none to read."""
        try:
            return read_card(self._last) if self._last else None
        except ModelError:
            return None

    def refusal(self) -> str:
        """Why the chosen model cannot be used; empty where it can."""
        if not self._last:
            return tr("Choose a model.")
        try:
            read_card(self._last)
        except ModelError as error:
            return error_text(error)
        return ""

    def choose(self, path: str) -> None:
        """Choose a model, which is offered from now on."""
        if path and self.findData(path) < 0:
            self._offer(path, self.count() - 1)
        self._last = path
        self.setCurrentIndex(self.findData(path) if path else -1)
        self.changed.emit()

    def _offer(self, path: str, place: int = -1) -> None:
        place = self.count() if place < 0 else place
        self.insertItem(place, Path(path).stem, path)
        self.setItemData(place, path, Qt.ItemDataRole.ToolTipRole)

    def _on_activated(self, index: int) -> None:
        if self.itemData(index) != _OTHER:
            self.choose(self.itemData(index))
            return
        kinds = tr("Echopatch models (*.safetensors)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Model"), settings.last_folder("model"), kinds)
        if path:
            settings.set_last_folder("model", str(Path(path).parent))
        self.choose(path or self._last)
