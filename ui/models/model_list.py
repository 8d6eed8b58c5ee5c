"""The list of the models that are there, kept up to date while it is looked at."""

from typing import Any, List, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidgetItem

from .. import settings
from ..figures import share_text
from . import library
from .library import LibraryModel

_LOOK_MS = 1000
"""How often the library is looked at: runs put models there, and other windows take them away."""


class ModelList(QObject):
    """Knows which models there are, and which is chosen."""

    changed = pyqtSignal()
    """Another model is chosen, or the chosen one is another file."""

    def __init__(self, form: Any, parent: QObject) -> None:
        """Fill the tree ``models`` of a form."""
        super().__init__(parent)
        self._tree = form.models
        self._mark: object = None
        self.models: List[LibraryModel] = []
        """In the order of the list."""
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.currentItemChanged.connect(lambda *_: self.changed.emit())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    @property
    def chosen(self) -> Optional[LibraryModel]:
        """None in an empty library."""
        number = self._tree.indexOfTopLevelItem(self._tree.currentItem()) if self._tree.currentItem() else -1
        return self.models[number] if 0 <= number < len(self.models) else None

    def look(self) -> None:
        """List the library as it is now, if anything has changed."""
        mark = library.library_mark()
        if mark != self._mark:
            self._mark = mark
            self._fill(self.chosen.path if self.chosen else settings.last_model())

    def choose(self, path: str) -> None:
        """Choose a model by its path; one that is not there changes nothing."""
        for number, model in enumerate(self.models):
            if model.path == path:
                self._tree.setCurrentItem(self._tree.topLevelItem(number))

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _fill(self, path: str) -> None:
        """List everything anew, with this model chosen if it is still there, else the first."""
        self.models = library.library()
        self._tree.blockSignals(True)
        self._tree.clear()
        self._tree.addTopLevelItems([_item(model) for model in self.models])
        self._tree.setCurrentItem(self._tree.topLevelItem(0))
        self.choose(path)
        self._tree.blockSignals(False)
        self.changed.emit()


def _item(model: LibraryModel) -> QTreeWidgetItem:
    recall = model.card.metrics.get("mean_recall")
    item = QTreeWidgetItem([model.name, "-" if recall is None else share_text(recall)])
    item.setToolTip(0, model.path)
    return item
