"""The labels of a scene's patches: what each cell is called, changed through QGIS's own edit buffer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QObject, QTimer, pyqtSignal

from ...core.contract.legend import LandClass
from ..compat import is_null
from ..layers import layers_of
from ..translation import Told, tr
from .file import LabelsBroken, read_classes, read_grid, write_classes
from .grid import CellGrid, Place, Point, nearest_first

HAND, REVIEW, LAYER = "hand", "review", "layer"
"""Where a label comes from."""
BY_ROWS, NEAREST, BY_SAMPLE = "rows", "nearest", "sample"
"""Orders in which cells are gone through: row by row, the nearest first, as a sample was drawn."""


class NotEditable(Told):
    """QGIS does not let the labels be changed; the text says why."""


@dataclass(frozen=True)
class MapAnswer:
    """What a map had said of a cell before it was labelled."""

    name: str
    """Of the class."""
    model_sha256: str = ""


@dataclass(frozen=True)
class Drawn:
    """A cell of a random sample."""

    cell: int
    inclusion_probability: float


class LabelStore(QObject):
    """Cells and their classes. A cell is known by its feature's id; counts are kept up without looking through all cells.

    All changes go through the edit buffer of the layer: QGIS's undo, save and discard work on them, and the store follows.
    """

    changed = pyqtSignal()
    """Classes of cells have changed, by whomever; told once for many changes, when the event loop comes round."""
    legend_changed = pyqtSignal()
    gone = pyqtSignal()
    """The layer is about to be deleted, by whomever; the store is of no use any longer."""

    def __init__(self, layer: QgsVectorLayer, parent: Optional[QObject] = None) -> None:
        """Read which cells there are, once.

        Args:
            layer: as ``open_labels`` gives it; belongs to whoever adds it to a project.
            parent: that the store dies with.

        Raises:
            LabelsBroken: the file lacks its legend or its grid, or is of a newer version.
        """
        super().__init__(parent)
        self.layer = layer
        self.path = layer.source().partition("|")[0]
        self.grid: CellGrid = read_grid(self.path)
        self.legend: Tuple[LandClass, ...] = read_classes(self.path)
        self._field: Mapping[str, int] = {field.name(): number for number, field in enumerate(layer.fields())}
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.timeout.connect(self.changed)
        self._read()
        layer.attributeValueChanged.connect(self._on_value)
        layer.committedFeaturesRemoved.connect(self._on_features)
        layer.committedFeaturesAdded.connect(self._on_features)
        layer.willBeDeleted.connect(self.gone)

    @property
    def cells(self) -> int:
        """How many there are."""
        return len(self._place)

    @property
    def labelled(self) -> Mapping[int, str]:
        """Class of each cell that has one, unsaved edits among them; a copy."""
        return dict(self._class)

    @property
    def labelled_cells(self) -> int:
        """How many have a class."""
        return len(self._class)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cells each class has, those of the legend first; a copy."""
        return {**{one.name: 0 for one in self.legend}, **self._counts}

    @property
    def sample(self) -> Sequence[int]:
        """Cells of the random sample, in the order of drawing; empty where none was drawn."""
        return [cell for _, cell in sorted((number, cell) for cell, number in self._sample.items())]

    @property
    def unsaved(self) -> bool:
        """Whether the edit buffer holds changes."""
        return self.layer.isModified()

    def class_of(self, cell: int) -> Optional[str]:
        """Name of the cell's class; None while it has none."""
        return self._class.get(cell)

    def place_of(self, cell: int) -> Place:
        """Row and column of a cell."""
        return self._place[cell]

    def cell_of(self, place: Place) -> Optional[int]:
        """The cell of a row and column; None where the file has none."""
        return self._cell.get(place)

    def cell_at(self, point: Point) -> Optional[int]:
        """The cell that holds a point of the layer's CRS; None where there is none."""
        place = self.grid.place_at(point)
        return None if place is None else self._cell.get(place)

    def outline(self, cell: int) -> QgsGeometry:
        """The polygon of a cell, in the layer's CRS."""
        return QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in self.grid.outline(self._place[cell])]])

    def set_class(self, cells: Iterable[int], name: Optional[str], origin: str, said: Optional[Mapping[int, MapAnswer]] = None) -> None:
        """Label cells, as one step of QGIS's undo; editing begins where it has not.

        Args:
            cells: to label.
            name: of the class; None takes their labels away.
            origin: ``HAND``, ``REVIEW`` or ``LAYER``.
            said: what a map had said of some of them.

        Raises:
            NotEditable: QGIS does not let the layer be edited.
            ValueError: no such class in the legend.
        """
        self.set_classes({cell: name for cell in cells}, origin, said)

    def set_classes(self, names: Mapping[int, Optional[str]], origin: str, said: Optional[Mapping[int, MapAnswer]] = None) -> None:
        """As ``set_class``, with a class of its own for each cell."""
        strange = set(names.values()) - {one.name for one in self.legend} - {None}
        if strange:
            raise ValueError(f"no classes {strange} in the legend")
        answers, now = said or {}, QDateTime.currentDateTimeUtc()
        changes = {cell: _attributes(name, origin, answers.get(cell), now) for cell, name in names.items()}
        self._change(tr("Label {count} cells").format(count=len(changes)), changes)

    def set_sample(self, drawn: Sequence[Drawn], sampling: str) -> None:
        """Store a random sample in place of the one before, as one step of undo; labels stay.

        Args:
            drawn: cells in the order of drawing.
            sampling: how they were drawn, in words.

        Raises:
            NotEditable: QGIS does not let the layer be edited.
        """
        nothing = {"sample": None, "inclusion_probability": None, "label_sampling": None}
        changes: Dict[int, Dict[str, Any]] = {cell: nothing for cell in self._sample}
        for number, one in enumerate(drawn, 1):
            changes[one.cell] = {"sample": number, "inclusion_probability": one.inclusion_probability, "label_sampling": sampling}
        self._change(tr("Draw a sample of {count} cells").format(count=len(drawn)), changes)

    def set_legend(self, classes: Sequence[LandClass], renamed: Optional[Mapping[str, str]] = None) -> None:
        """Replace the legend, in the file at once; labels of renamed classes follow, as one step of undo.

        Args:
            classes: with codes and names that differ.
            renamed: new name by old one.

        Raises:
            LabelsBroken: a class that cells have would be gone, or the file cannot be written.
            NotEditable: QGIS does not let the layer be edited.
        """
        new_names = renamed or {}
        lost = [name for name in self._counts if new_names.get(name, name) not in {one.name for one in classes}]
        if lost:
            text = tr("{count} cells are labelled “{name}”: give them another class first.")
            raise LabelsBroken(text.format(count=self._counts[lost[0]], name=lost[0]))
        write_classes(self.path, classes)
        self.legend = tuple(classes)
        follow = {cell: {"class": new_names[name]} for cell, name in self._class.items() if name in new_names}
        if follow:
            self._change(tr("Rename a class"), follow)
        self.legend_changed.emit()

    def undo(self) -> None:
        """Take the last step back, as QGIS's own undo does."""
        self.layer.undoStack().undo()

    def save(self) -> None:
        """Write the edits into the file, and go on editing.

        Raises:
            NotEditable: QGIS could not write them; they stay in the buffer.
        """
        save_edits(self.layer)

    def next_unlabelled(self, after: Optional[int], order: str) -> Optional[int]:
        """The next cell without a class; None where all have one.

        Args:
            after: the cell to go on from; None for the beginning. In the order of a sample, only a cell of the sample counts.
            order: ``BY_ROWS``, ``NEAREST`` or ``BY_SAMPLE``; each but the last begins again at the end.
        """
        if order == BY_SAMPLE:
            return next((cell for cell in self._from(self.sample, after) if cell not in self._class), None)
        if order == NEAREST and after is not None:
            around = (self._cell.get(place) for place in nearest_first(self.grid, self._place[after]))
            return next((cell for cell in around if cell is not None and cell not in self._class), None)
        return next((cell for cell in self._from(self._order, after) if cell not in self._class), None)

    def neighbour(self, cell: int, rows: int, columns: int) -> int:
        """The next cell of the file in a direction; the cell itself where there is none.

        Args:
            cell: to go from.
            rows: -1, 0 or 1, downwards.
            columns: -1, 0 or 1, to the right of the image.
        """
        row, column = self._place[cell]
        while 0 <= row < self.grid.rows and 0 <= column < self.grid.columns:
            row, column = row + rows, column + columns
            if (row, column) in self._cell:
                return self._cell[row, column]
        return cell

    def _from(self, cells: Sequence[int], after: Optional[int]) -> Iterable[int]:
        start = cells.index(after) + 1 if after in cells else 0
        yield from cells[start:]
        yield from cells[:start]

    def _change(self, title: str, changes: Mapping[int, Mapping[str, Any]]) -> None:
        start_editing(self.layer)
        self.layer.beginEditCommand(title)
        for cell, values in changes.items():
            for name, value in values.items():
                self.layer.changeAttributeValue(cell, self._field[name], value)
        self.layer.endEditCommand()

    def _read(self) -> None:
        """Look through all cells: when the file is opened, and after cells were added or removed in QGIS."""
        names = ["row", "col", "class", "sample"]
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(names, self.layer.fields())
        self._place: Dict[int, Place] = {}
        self._class: Dict[int, str] = {}
        self._sample: Dict[int, int] = {}
        self._counts: Dict[str, int] = {}
        for feature in self.layer.getFeatures(request):
            row, column, name, number = (feature[name] for name in names)
            if is_null(row) or is_null(column):
                continue  # somebody's own polygon
            self._place[feature.id()] = (row, column)
            self._count(feature.id(), name)
            if not is_null(number):
                self._sample[feature.id()] = number
        self._cell: Dict[Place, int] = {place: cell for cell, place in self._place.items()}
        self._order: List[int] = [self._cell[place] for place in sorted(self._cell)]

    def _count(self, cell: int, name: Any) -> None:
        before = self._class.pop(cell, None)
        if before is not None:
            self._counts[before] -= 1
            if not self._counts[before]:
                del self._counts[before]
        if not is_null(name) and name:
            self._class[cell] = name
            self._counts[name] = self._counts.get(name, 0) + 1

    def _on_value(self, cell: int, field: int, value: Any) -> None:
        """Whatever has changed a value: the store, undo, discarded edits, the attribute table."""
        if cell not in self._place:
            return
        if field == self._field["class"]:
            self._count(cell, value)
        elif field == self._field["sample"]:
            if is_null(value):
                self._sample.pop(cell, None)
            else:
                self._sample[cell] = value
        else:
            return
        self._told.start(0)

    def _on_features(self, *_: Any) -> None:
        self._read()
        self._told.start(0)


def unsaved(path: str) -> bool:
    """Whether layers of the project hold edits of this file that are not in it yet: whoever gives it to the engine asks first."""
    return any(isinstance(layer, QgsVectorLayer) and layer.isModified() for layer in layers_of(path))


def save_all(path: str) -> None:
    """Write all edits of this file into it, and go on editing.

    Raises:
        NotEditable: QGIS could not write them.
    """
    for layer in layers_of(path):
        if isinstance(layer, QgsVectorLayer) and layer.isModified():
            save_edits(layer)


def start_editing(layer: QgsVectorLayer) -> None:
    """Let a layer be edited, if it is not already.

    Raises:
        NotEditable: QGIS does not let it.
    """
    if not layer.isEditable() and not layer.startEditing():
        text = tr("QGIS does not let {file} be edited: the file is read-only, or another program holds it.")
        raise NotEditable(text.format(file=Path(layer.source().partition("|")[0]).name))


def save_edits(layer: QgsVectorLayer) -> None:
    """Write the edits of a layer into its file, and go on editing.

    Raises:
        NotEditable: QGIS could not write them; they stay in the buffer.
    """
    if layer.isEditable() and not layer.commitChanges(False):
        raise NotEditable(tr("The labels could not be saved: {reason}").format(reason="; ".join(layer.commitErrors())))


def _attributes(name: Optional[str], origin: str, said: Optional[MapAnswer], now: QDateTime) -> Dict[str, Any]:
    if name is None:
        return dict.fromkeys(("class", "origin", "map_class", "map_model", "labelled_at"))
    return {
        "class": name,
        "origin": origin,
        "map_class": said.name if said else None,
        "map_model": said.model_sha256 or None if said else None,
        "labelled_at": now,
    }
