"""The labels of a scene's patches: what each cell is called, changed through QGIS's own edit buffer."""

from dataclasses import dataclass
from typing import Any, Dict, Iterable, Iterator, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QObject, QTimer, pyqtSignal

from ...core.contract.legend import LandClass
from ..compat import is_null
from ..translation import tr
from .cells import Cells, Row
from .editing import save_edits, start_editing
from .file import LabelsBroken, read_classes, read_grid, write_classes
from .grid import CellGrid

HAND, REVIEW, LAYER = "hand", "review", "layer"
"""Where a label comes from."""


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
    """Changes labels; ``cells`` says at any moment what they are, without looking through the layer.

    All changes go through the edit buffer of the layer: QGIS's undo, save and discard work on them, and ``cells`` follows.
    """

    changed = pyqtSignal()
    """Classes of cells or the sample have changed, by whomever; told once for many changes, when the event loop comes round."""
    edits_changed = pyqtSignal()
    """There are more or fewer unsaved edits, or editing has begun or ended."""
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
        self.cells = Cells(self.grid, _rows(layer))
        self._field: Mapping[str, int] = {field.name(): number for number, field in enumerate(layer.fields())}
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.timeout.connect(self.changed)
        self._listening = [
            (layer.attributeValueChanged, self._on_value),
            (layer.committedFeaturesRemoved, self._read_again),
            (layer.committedFeaturesAdded, self._read_again),
            (layer.undoStack().indexChanged, self._on_edits),
            (layer.editingStarted, self._on_edits),
            (layer.editingStopped, self._on_edits),
            (layer.afterCommitChanges, self._on_edits),
            (layer.willBeDeleted, self._on_gone),
        ]
        for signal, slot in self._listening:
            signal.connect(slot)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cells each class has, those of the legend first, in its order."""
        return {**{one.name: 0 for one in self.legend}, **self.cells.counts}

    def outline(self, cell: int) -> QgsGeometry:
        """The polygon of a cell, in the layer's CRS."""
        return QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in self.grid.outline(self.cells.place_of(cell))]])

    def centre(self, cell: int) -> QgsPointXY:
        """The middle of a cell, in the layer's CRS."""
        return QgsPointXY(*self.grid.centre(self.cells.place_of(cell)))

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
        self.set_classes(dict.fromkeys(cells, name), origin, said)

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
        changes: Dict[int, Mapping[str, Any]] = dict.fromkeys(self.cells.sample, nothing)
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
        for name, count in self.cells.counts.items():
            if new_names.get(name, name) not in {one.name for one in classes}:
                text = tr("{count} cells are labelled “{name}”: give them another class first.")
                raise LabelsBroken(text.format(count=count, name=name))
        follow = {cell: {"class": new_names[name]} for cell, name in self.cells.labelled.items() if name in new_names}
        if follow:
            self._change(tr("Rename a class"), follow)
        write_classes(self.path, classes)
        self.legend = tuple(classes)
        self.legend_changed.emit()

    def leave(self) -> None:
        """Listen to the layer no longer, which stays as it is; the store is of no use any longer."""
        for signal, slot in self._listening:
            signal.disconnect(slot)
        self._listening = []
        self._told.stop()

    def undo(self) -> None:
        """Take the last step back, as QGIS's own undo does."""
        self.layer.undoStack().undo()

    def save(self) -> None:
        """Write the edits into the file, and go on editing.

        Raises:
            NotEditable: QGIS could not write them; they stay in the buffer.
        """
        save_edits(self.layer)

    def _change(self, title: str, changes: Mapping[int, Mapping[str, Any]]) -> None:
        start_editing(self.layer)
        request = QgsFeatureRequest().setFilterFids(list(changes)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        # QGIS looks up old values that it is not given one by one when it undoes, which takes minutes for some ten thousand cells
        before = {feature.id(): feature.attributes() for feature in self.layer.getFeatures(request)}
        self.layer.beginEditCommand(title)
        for cell, old in before.items():
            for name, value in changes[cell].items():
                field = self._field[name]
                self.layer.changeAttributeValue(cell, field, value, old[field])
        self.layer.endEditCommand()

    def _on_value(self, cell: int, field: int, value: Any) -> None:
        """Whatever has changed a value: the store, undo, discarded edits, the attribute table."""
        if cell not in self.cells or field not in (self._field["class"], self._field["sample"]):
            return
        note = self.cells.note_class if field == self._field["class"] else self.cells.note_sample
        note(cell, None if is_null(value) else value)
        self._told.start(0)

    def _on_edits(self, *_: Any) -> None:
        self.edits_changed.emit()

    def _on_gone(self) -> None:
        self.leave()
        self.gone.emit()

    def _read_again(self, *_: Any) -> None:
        """Cells were added or removed in QGIS, and saved."""
        self.cells = Cells(self.grid, _rows(self.layer))
        self._told.start(0)


def _rows(layer: QgsVectorLayer) -> Iterator[Row]:
    names = ["row", "col", "class", "sample"]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(names, layer.fields())
    for feature in layer.getFeatures(request):
        row, column, name, sample = (None if is_null(feature[one]) else feature[one] for one in names)
        if row is not None and column is not None:  # else it is somebody's own polygon
            yield Row(feature.id(), (row, column), name, sample)


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
