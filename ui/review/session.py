"""A review under way: which cell is asked about, what each key does to it, and how often the map was wrong; no widgets here."""

from typing import Dict, List, Optional, Sequence, Set

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ..labels.store import REVIEW, LabelStore, MapAnswer
from ..translation import Told, tr
from .queue import Asked

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = {*range(Qt.Key.Key_1, Qt.Key.Key_9 + 1), *_ENTER, Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_M, Qt.Key.Key_Backspace}


class ReviewSession(QObject):
    """One analyst at one queue. An answer is a label of the store: accepted where it is the map's class, else corrected."""

    moved = pyqtSignal()
    """Another cell is asked about, or none is left."""
    map_wanted = pyqtSignal()
    """The map is to be shown, or hidden if it is."""
    refused = pyqtSignal(str)
    """Something could not be done; the text says why."""

    def __init__(self, store: LabelStore, asked: Sequence[Asked], model_sha256: str, parent: Optional[QObject] = None) -> None:
        """Begin with the first cell that has no label.

        Args:
            store: with the cells of the queue.
            asked: in the order in which they are asked about; cells that the store does not have are left out.
            model_sha256: of the model that the map is of.
            parent: that the session dies with.
        """
        super().__init__(parent)
        self.store, self._model_sha256 = store, model_sha256
        cells = [(store.cells.cell_of(one.place), one) for one in asked]
        self._asked: Dict[int, Asked] = {cell: one for cell, one in cells if cell is not None}
        self._order: List[int] = list(self._asked)
        self._current: Optional[int] = None
        self._seen: List[int] = []
        self._skipped: Set[int] = set()
        self.go_next()

    @property
    def current(self) -> Optional[int]:
        """The cell that is asked about; None when all are answered."""
        return self._current

    @property
    def asked(self) -> Optional[Asked]:
        """What the map says of it."""
        return None if self._current is None else self._asked[self._current]

    @property
    def total(self) -> int:
        """Cells of the queue."""
        return len(self._order)

    @property
    def reviewed(self) -> int:
        """How many of them have an answer."""
        labelled = self.store.cells.labelled
        return sum(cell in labelled for cell in self._order)

    @property
    def changed(self) -> int:
        """For how many of them it is another class than the map's."""
        labelled = self.store.cells.labelled
        return sum(labelled.get(cell, one.name) != one.name for cell, one in self._asked.items())

    def accept(self) -> None:
        """The map is right."""
        if self.asked is not None:
            self.answer(self.asked.name)

    def answer(self, name: str) -> None:
        """Say what the cell is, and go on."""
        if self._current is None or self.asked is None:
            return
        if name not in {one.name for one in self.store.legend}:
            self.refused.emit(tr("“{name}” is no class of these labels any more.").format(name=tr(name)))
            return
        try:
            self.store.set_class([self._current], name, REVIEW, {self._current: MapAnswer(self.asked.name, self._model_sha256)})
        except Told as refusal:
            self.refused.emit(str(refusal))
            return
        self._seen.append(self._current)
        self.go_next()

    def skip(self) -> None:
        """Leave the cell for the end."""
        if self._current is not None:
            self._skipped.add(self._current)
            self._seen.append(self._current)
            self.go_next()

    def back(self) -> None:
        """Ask about the cell before once more."""
        if self._seen:
            self._go_to(self._seen.pop())

    def undo(self) -> None:
        """Take the last answer back, and ask about its cell again."""
        self.store.undo()
        self.back()

    def go_next(self) -> None:
        """Ask about the first cell without an answer; those skipped come again when there is no other."""
        left = [cell for cell in self._order if cell not in self.store.cells.labelled]
        fresh = [cell for cell in left if cell not in self._skipped]
        if left and not fresh:
            self._skipped.clear()
        self._go_to(next(iter(fresh or left), None))

    def knows(self, key: int) -> bool:
        """Whether a key stands for anything."""
        return key in _KEYS

    def press(self, key: int) -> bool:
        """Do what a key stands for: Enter accepts, 1 to 9 name a class, S skips, P goes back, Backspace undoes, M shows the map."""
        if not self.knows(key):
            return False
        if key in _ENTER:
            self.accept()
        elif key == Qt.Key.Key_S:
            self.skip()
        elif key == Qt.Key.Key_P:
            self.back()
        elif key == Qt.Key.Key_M:
            self.map_wanted.emit()
        elif key == Qt.Key.Key_Backspace:
            self.undo()
        elif key - Qt.Key.Key_1 < len(self.store.legend):
            self.answer(self.store.legend[key - Qt.Key.Key_1].name)
        return True

    def _go_to(self, cell: Optional[int]) -> None:
        self._current = cell
        self.moved.emit()
