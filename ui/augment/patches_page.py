"""The page that says which patches to learn from, and which classes are to get more of them."""

from pathlib import Path
from typing import Optional, Tuple

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...core.contract.commands.generation import FEW_PATCHES, LEAST_PATCHES
from .. import settings
from ..figures import number_text
from ..reason import show_reason
from ..translation import Told, tr
from .class_list import ClassList
from .forms import load_form
from .patch_counts import RARE_SHARE, ClassCount, PatchCounts, rare_classes, read_counts


class PatchesPage(QWidget):
    """Counts the patches of a set by class, and lets classes be chosen; needs no engine."""

    changed = pyqtSignal()
    """Other patches or classes are chosen."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.counts: Optional[PatchCounts] = None
        """Of the chosen set; None where none is chosen."""
        self._refusal = ""
        self.form = load_form("augment_patches.ui", self)
        self.classes = ClassList()
        self.form.classes_place.addWidget(self.classes)
        self.form.patches.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.form.patches.setDefaultRoot(settings.last_folder("patches"))
        self.form.legend.setText(_legend())
        self.form.patches.fileChanged.connect(lambda _: self._read())
        self.classes.edited.connect(self._on_edited)
        self._show()

    @property
    def patch_set(self) -> str:
        """Path of the chosen set; empty where none is chosen."""
        return self.counts.folder if self.counts else ""

    @property
    def chosen(self) -> Tuple[ClassCount, ...]:
        """The classes to enlarge."""
        names = self.classes.chosen
        return tuple(one for one in self.counts.classes if one.name in names) if self.counts else ()

    @property
    def rarest(self) -> int:
        """Training patches of the smallest class to enlarge; 0 without any."""
        return min((one.train for one in self.chosen), default=0)

    def choose(self, patch_set: str) -> None:
        """Look at a patch set."""
        self.form.patches.setFilePath(patch_set)

    def problem(self) -> str:
        """Why no generator can learn from these patches; empty where one can."""
        if self.counts is None:
            return self._refusal or tr("Choose a patch set: a folder that ends in .patchset.")
        if self.counts.quantity == "rgb":
            return tr("These are optical images: a generator learns from radar patches.")
        if not self.counts.count("train"):
            return tr("This set has no real training patches: choose the one that a model is trained on.")
        if not self.chosen:
            return tr("Tick at least one class that is to get more patches.")
        return ""

    def _read(self) -> None:
        path = self.form.patches.filePath().strip()
        self.counts, self._refusal = None, ""
        try:
            self.counts = read_counts(path) if path else None
        except Told as told:
            self._refusal = str(told)
        if self.counts:
            settings.set_last_folder("patches", str(Path(path).parent))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        counts = self.counts
        self.classes.show_classes(counts.classes if counts else (), rare_classes(counts) if counts else ())
        self.classes.setEnabled(counts is not None)
        self._show_reason()

    def _show_reason(self) -> None:
        show_reason(self.form.reason_icon, self.form.reason, self.problem())

    def _on_edited(self) -> None:
        self._show_reason()
        self.changed.emit()


def _legend() -> str:
    text = tr(
        "Rare (hatched): fewer than {share} % of the training patches of the largest class. Few: fewer than {few}, too few for a generator "
        "that learns of the class alone. A class needs {least}. The rare ones are ticked at first."
    )
    return text.format(share=number_text(100 * RARE_SHARE, 0), few=FEW_PATCHES, least=LEAST_PATCHES)
