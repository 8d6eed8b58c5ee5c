"""Drawing a sample of cells to label, in the dock."""

from typing import Any, Dict, Optional, Tuple

from qgis.PyQt.QtCore import QObject

from .. import tasks
from ..compat import POLYGON_FILTER
from ..figures import count_text, share_text
from ..translation import Told, tr
from .cells import BY_SAMPLE
from .cover import cover_cells
from .sampling import SIMPLE, SPREAD, STRATIFIED, draw
from .session import LabelSession
from .shapes import LayerShapes, class_field


class SampleBox(QObject):
    """Asks for a design, draws, and lets the session go through the drawn cells."""

    def __init__(self, form: Any, session: LabelSession, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._session = form, session
        self._task: Optional[tasks.SmallTask] = None
        for design, words in (
            (SIMPLE, tr("Random: every cell alike")),
            (STRATIFIED, tr("Stratified: as many of each class of a map")),
            (SPREAD, tr("Spread: one in each neighbourhood")),
        ):
            form.design.addItem(words, design)
        form.strata.setFilters(POLYGON_FILTER)
        form.strata.setExceptedLayerList([session.store.layer])
        form.strata.layerChanged.connect(self._on_layer)
        form.design.currentIndexChanged.connect(lambda _: self._show())
        form.draw.clicked.connect(lambda _: self.draw())
        session.store.changed.connect(self._show)
        self._on_layer(form.strata.currentLayer())
        self._show()

    def draw(self) -> None:
        """Draw a sample in place of the one before."""
        if self._form.design.currentData() != STRATIFIED:
            self._take({})
            return
        layer = self._form.strata.currentLayer()
        if layer is None:
            self._session.refused.emit(tr("Choose the map whose classes are the strata, such as the regions of a result."))
            return
        shapes, cells = LayerShapes(layer, self._form.strata_field.currentField(), self._session.store), self._session.store.cells
        self._form.draw.setEnabled(False)
        self._task = tasks.run_small(
            tr("Find the strata of the cells"),
            lambda task: cover_cells(cells, shapes.read(), 0.0, lambda: not task.isCanceled()).names,
            self._on_strata,
        )

    def close(self) -> None:
        """Wait for nothing any longer."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _on_strata(self, task: tasks.SmallTask) -> None:
        if task is not self._task:
            return
        self._task = None
        self._form.draw.setEnabled(True)
        if task.outcome is None:
            self._session.refused.emit(task.error)
        else:
            self._take(task.outcome)

    def _take(self, strata: Dict[Tuple[int, int], str]) -> None:
        form, store = self._form, self._session.store
        design = form.design.currentData()
        named = {cell: strata[store.cells.place_of(cell)] for cell in store.cells if store.cells.place_of(cell) in strata}
        try:
            drawn = draw(store.cells, form.sample_count.value(), form.seed.value(), design, named)
            store.set_sample(drawn, _RECORDS[design])
        except Told as refusal:
            self._session.refused.emit(str(refusal))
            return
        self._session.go_through(BY_SAMPLE)
        self._session.go_next()

    def _on_layer(self, layer: Any) -> None:
        self._form.strata_field.setLayer(layer)
        self._form.strata_field.setField(class_field(layer))

    def _show(self) -> None:
        form, cells = self._form, self._session.store.cells
        stratified = form.design.currentData() == STRATIFIED
        for widget in (form.strata, form.strata_label, form.strata_field, form.strata_field_label):
            widget.setVisible(stratified)
        sample, labelled = cells.sample, cells.labelled
        done = sum(cell in labelled for cell in sample)
        text = tr("{done} of {all} drawn cells are labelled ({share}).")
        words = text.format(done=count_text(done), all=count_text(len(sample)), share=share_text(done / len(sample))) if sample else ""
        form.sample_note.setText(words)


_RECORDS = {SIMPLE: "simple random", STRATIFIED: "stratified random", SPREAD: "spread random"}
"""As the field ``label_sampling`` says it, which no language changes."""
