"""The choice of a model, with its card."""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.contract.errors import ModelError
from ...core.contract.model_card import ModelCard, read_card
from .. import settings
from ..setup.models import installed_models
from ..translation import error_text, tr

_OTHER = ""


class ModelChoice(QObject):
    """Knows which model is chosen."""

    changed = pyqtSignal()

    def __init__(self, form: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._combo = form.model
        self._cards: Dict[str, ModelCard] = {}
        form.model_label.setText(tr("Model"))
        self._offer_installed()
        self._combo.addItem(tr("Other file…"), _OTHER)
        used = settings.last_model()
        self._last = self._combo.findData(used) if used in self._cards else 0 if self._cards else -1
        self._combo.setCurrentIndex(self._last)
        self._combo.activated.connect(self._on_activated)
        self.refusal = ""
        """Why a picked file cannot classify a scene."""

    @property
    def path(self) -> str:
        """Of the model file; empty where none is chosen."""
        return self._combo.currentData() or ""

    @property
    def card(self) -> Optional[ModelCard]:
        """Of the chosen model."""
        return self._cards.get(self.path)

    def choose_path(self, path: str) -> None:
        """Choose a model file, which is offered from now on."""
        self.refusal = ""
        try:
            if path not in self._cards:
                self._add(path, _radar_card(path))
        except ModelError as error:
            self.refusal = error_text(error)
            self._combo.setCurrentIndex(self._last)
            self.changed.emit()
            return
        self._combo.setCurrentIndex(self._combo.findData(path))
        self._last = self._combo.currentIndex()
        self.changed.emit()

    def look_again(self) -> None:
        """Offer what has come into the library meanwhile, too."""
        self._offer_installed()
        self._last = self._combo.currentIndex()

    def _offer_installed(self) -> None:
        for path, card in installed_models():
            if card.modality == "sar" and path not in self._cards:
                self._add(path, card)

    def _add(self, path: str, card: ModelCard) -> None:
        self._cards[path] = card
        place = len(self._cards) - 1  # above "Other file…"
        self._combo.insertItem(place, Path(path).stem, path)
        self._combo.setItemData(place, path, Qt.ItemDataRole.ToolTipRole)

    def _on_activated(self, index: int) -> None:
        if self._combo.itemData(index) != _OTHER:
            self._last, self.refusal = index, ""
            settings.set_last_model(self.path)
            self.changed.emit()
            return
        kinds = tr("Echopatch models (*.safetensors)")
        path, _ = QFileDialog.getOpenFileName(self._combo, tr("Model"), settings.last_folder("model"), kinds)
        if path:
            settings.set_last_folder("model", str(Path(path).parent))
            self.choose_path(path)
        else:
            self._combo.setCurrentIndex(self._last)


def _radar_card(path: str) -> ModelCard:
    """The card of a model that looks at radar scenes.

    Raises:
        ModelError: the file cannot be used, or its model looks at other images.
    """
    card = read_card(path)
    if card.modality != "sar":
        raise ModelError("model-not-for-radar", path=path, modality=card.modality)
    return card
