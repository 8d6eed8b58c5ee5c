"""Labels from another layer, in the dock: shown on the map first, then taken over."""

from typing import Any, Dict, List, Mapping, Optional

from qgis.PyQt.QtCore import QObject

from ...core.contract.commands.patches import PatchesCutConfig
from ...core.contract.legend import LandClass
from .. import tasks
from ..binding import bind
from ..compat import POINT_FILTER, POLYGON_FILTER
from ..fields import fields_of
from ..figures import count_text
from ..translation import Told, tr
from .cells import Cells
from .cover import BELOW, CONFLICT, INVALID, TIE, Covered, cover_cells
from .legend import free_colour
from .map_tool import CellView
from .session import LabelSession
from .shapes import LayerShapes, class_field
from .store import LAYER

_DISPUTED = "#000000"


class LayerBox(QObject):
    """Asks for a layer, previews which cells it labels, and labels them."""

    def __init__(self, form: Any, session: LabelSession, view: CellView, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._session, self._view = form, session, view
        self._task: Optional[tasks.SmallTask] = None
        self._names: Dict[int, str] = {}
        form.source.setFilters(POINT_FILTER | POLYGON_FILTER)
        form.source.setExceptedLayerList([session.store.layer])
        bind(form, [fields_of(PatchesCutConfig)["min_cover"]], self.forget)
        form.source.layerChanged.connect(self._on_layer)
        form.source_field.fieldChanged.connect(lambda _: self.forget())
        form.replace.toggled.connect(lambda _: self.forget())
        form.preview.clicked.connect(lambda _: self.preview())
        form.take_over.clicked.connect(lambda _: self.take_over())
        self._on_layer(form.source.currentLayer())

    def preview(self) -> None:
        """Find out, in the background, which cells the layer labels, and show them on the map."""
        self.forget()
        form, store = self._form, self._session.store
        layer, field = form.source.currentLayer(), form.source_field.currentField()
        if layer is None or not field:
            form.source_note.setText(tr("Choose a layer of points or polygons, and its field with the class."))
            return
        shapes, cells, min_cover = LayerShapes(layer, field, store), store.cells, form.min_cover.value()
        form.preview.setEnabled(False)
        self._task = tasks.run_small(
            tr("Labels from {layer}").format(layer=layer.name()),
            lambda task: cover_cells(cells, shapes.read(), min_cover, lambda: not task.isCanceled()),
            self._on_covered,
        )

    def take_over(self) -> None:
        """Label the cells that the preview shows; classes that the legend lacks come into it."""
        names, store = self._names, self._session.store
        self.forget()
        try:
            missing = _missing(store.legend, names)
            if missing:
                store.set_legend([*store.legend, *missing])
            store.set_classes(names, LAYER)
        except Told as refusal:
            self._session.refused.emit(str(refusal))
            return
        self._form.source_note.setText(tr("{count} cells were labelled.").format(count=count_text(len(names))))

    def forget(self) -> None:
        """Take the preview away."""
        self.close()
        self._names = {}
        self._view.show_preview({})
        self._form.preview.setEnabled(True)
        self._form.take_over.setEnabled(False)
        self._form.source_note.clear()

    def close(self) -> None:
        """Wait for nothing any longer."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _on_layer(self, layer: Any) -> None:
        self._form.source_field.setLayer(layer)
        self._form.source_field.setField(class_field(layer))
        self.forget()

    def _on_covered(self, task: tasks.SmallTask) -> None:
        if task is not self._task:
            return
        self._task = None
        self._form.preview.setEnabled(True)
        if task.outcome is None:
            self._form.source_note.setText(task.error)
            return
        covered, cells, labelled = task.outcome, self._session.store.cells, self._session.store.cells.labelled
        by_fold = {one.name.casefold(): one.name for one in self._session.store.legend}
        found = {cell: by_fold.get(name.casefold(), name) for cell, name in _by_cell(cells, covered).items()}
        self._names = {cell: name for cell, name in found.items() if self._form.replace.isChecked() or cell not in labelled}
        self._show(covered, len(found) - len(self._names))

    def _show(self, covered: Covered, kept: int) -> None:
        store = self._session.store
        missing = _missing(store.legend, self._names)
        colours = {one.name: one.colour for one in (*store.legend, *missing)}
        shown: Dict[str, List[int]] = {}
        for cell, name in self._names.items():
            shown.setdefault(colours[name], []).append(cell)
        shown[_DISPUTED] = [cell for cell in map(store.cells.cell_of, covered.disputed) if cell is not None]
        self._view.show_preview(shown)
        self._form.source_note.setText(_words(covered, len(self._names), kept, [one.name for one in missing]))
        self._form.take_over.setEnabled(bool(self._names))


def _by_cell(cells: Cells, covered: Covered) -> Dict[int, str]:
    """Class of each cell that the file still has."""
    found = ((cells.cell_of(place), name) for place, name in covered.names.items())
    return {cell: name for cell, name in found if cell is not None}


def _missing(legend: Any, names: Mapping[int, str]) -> List[LandClass]:
    """Classes that the legend lacks."""
    known = {one.name for one in legend}
    first = max((one.code for one in legend), default=0) + 1
    new = sorted(set(names.values()) - known)
    return [LandClass(first + number, name, free_colour(len(legend) + number)) for number, name in enumerate(new)]


def _words(covered: Covered, labels: int, kept: int, missing: List[str]) -> str:
    counts = covered.counts
    disputed = counts[TIE] + counts[CONFLICT]
    said = [
        (labels, tr("{count} cells get a class.")),
        (kept, tr("{count} keep the label they have.")),
        (counts[BELOW], tr("{count} are covered too little.")),
        (disputed, tr("{count} are claimed by two classes (black) and get none.")),
        (counts[INVALID], tr("{count} polygons cross themselves and are left out.")),
    ]
    parts = [text.format(count=count_text(count)) for number, (count, text) in enumerate(said) if count or not number]
    if missing:
        parts.append(tr("New in the legend: {names}.").format(names=", ".join(missing)))
    return " ".join(parts)
