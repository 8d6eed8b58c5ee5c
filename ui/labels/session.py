"""Labelling with the keyboard: which cell is the current one, and what each key does to it; no widgets here."""

from typing import Dict, Iterable, List, Optional, Set, Tuple

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ...core.contract.legend import LandClass
from ..translation import Told
from .cells import NEAREST
from .store import HAND, LabelStore

_ARROWS: Dict[int, Tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip
_KEYS = {
    *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1), Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_N, Qt.Key.Key_P, *_ARROWS,
}  # fmt: skip
_MOST_REMEMBERED = 1000


class LabelSession(QObject):
    """One analyst at one file of labels."""

    moved = pyqtSignal()
    """Another cell is the current one, or none is any longer."""
    chosen = pyqtSignal()
    """Another class is the one that clicks give."""
    order_changed = pyqtSignal()
    refused = pyqtSignal(str)
    """Something could not be done; the text says why."""

    def __init__(self, store: LabelStore, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.store = store
        self.order = NEAREST
        """In which cells are gone through."""
        self.goes_on = True
        """Whether a digit, once it has labelled the current cell, moves to the next unlabelled one."""
        self.brush: Optional[LandClass] = store.legend[0] if store.legend else None
        """The class that clicks give."""
        self._current: Optional[int] = None
        self._labelled: List[int] = []
        self._visited: List[int] = []
        self._skipped: Set[int] = set()
        store.legend_changed.connect(self._on_legend)

    @property
    def current(self) -> Optional[int]:
        """The cell that keys label; None where there is none, or it was deleted."""
        return self._current if self._current in self.store.cells else None

    def go_to(self, cell: Optional[int]) -> None:
        """Make a cell the current one; None leaves it as it is."""
        if cell is None:
            return
        if self._current is not None and self._current != cell:
            self._visited = [*self._visited[-_MOST_REMEMBERED:], self._current]
        self._current = cell
        self.moved.emit()

    def go_next(self) -> bool:
        """Go to the next cell without a class; whether there was one. Skipped ones come last."""
        find = self.store.cells.next_unlabelled
        cell = find(self.current, self.order, self._skipped)
        if cell is None:
            self._skipped = set()
            cell = find(self.current, self.order)
        self.go_to(cell)
        return cell is not None

    def skip(self) -> None:
        """Leave the current cell for later, and go on."""
        if self.current is not None:
            self._skipped.add(self.current)
        self.go_next()

    def go_back(self) -> None:
        """Go to the cell that was the current one before."""
        if self._visited:
            self._current = self._visited.pop()
            self.moved.emit()

    def go_through(self, order: str) -> None:
        """Go through the cells in another order."""
        self.order = order
        self.order_changed.emit()

    def choose(self, brush: LandClass) -> None:
        """Let clicks give this class."""
        self.brush = brush
        self.chosen.emit()

    def paint(self, cells: Iterable[int]) -> None:
        """Give cells the chosen class, as one step of undo; the last one becomes the current cell."""
        painted = list(cells)
        if painted and self.brush is not None and self._label(painted, self.brush.name):
            self.go_to(painted[-1])

    def label(self, name: Optional[str]) -> None:
        """Give the current cell a class, or take it away, and go on where that is wished."""
        if self.current is None or not self._label([self.current], name):
            return
        if name is not None and self.goes_on:
            self.go_next()

    def undo(self) -> None:
        """Take the last step back, and return to its cell."""
        self.store.undo()
        self.go_to(self._labelled.pop() if self._labelled else None)

    def knows(self, key: int) -> bool:
        """Whether a key stands for anything."""
        return key in _KEYS

    def press(self, key: int) -> bool:
        """Do what a key stands for; whether it stands for anything.

        1 to 9 label with the classes of the legend, 0 and Delete take the label away, Backspace undoes, arrows move by one cell,
        N goes to the next unlabelled cell, Enter too, leaving the current one for later, and P back to the cell before.
        """
        if not self.knows(key):
            return False
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._digit(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Delete):
            self.label(None)
        elif key == Qt.Key.Key_Backspace:
            self.undo()
        elif key == Qt.Key.Key_N:
            self.go_next()
        elif key == Qt.Key.Key_P:
            self.go_back()
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        else:
            self.skip()
        return True

    def _step(self, rows: int, columns: int) -> None:
        if self.current is None:
            self.go_next()
        else:
            self.go_to(self.store.cells.neighbour(self.current, rows, columns))

    def _digit(self, number: int) -> None:
        if number < len(self.store.legend):
            self.choose(self.store.legend[number])
            self.label(self.store.legend[number].name)

    def _label(self, cells: List[int], name: Optional[str]) -> bool:
        try:
            self.store.set_class(cells, name, HAND)
        except Told as refusal:
            self.refused.emit(str(refusal))
            return False
        self._labelled = [*self._labelled[-_MOST_REMEMBERED:], cells[-1]]
        return True

    def _on_legend(self) -> None:
        names = [one.name for one in self.store.legend]
        if self.brush is None or self.brush.name not in names:
            self.brush = self.store.legend[0] if self.store.legend else None
        else:
            self.brush = self.store.legend[names.index(self.brush.name)]
        self.chosen.emit()
