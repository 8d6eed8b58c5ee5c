"""Brings the review dock, its queues and QGIS's window together."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer

from ...core.contract.errors import EchopatchError
from .. import tasks
from ..docks import add_at_right
from ..labels.file import open_labels
from ..labels.store import LabelStore
from ..labels.style import dress_labels
from ..layers import add_on_top, layers_of
from ..translation import Told, any_error_text, tr
from .dock import ReviewDock
from .making import Queue, make_queue
from .queue import orders_of
from .session import ReviewSession

_PANEL_PX = 360


class ReviewDesk:
    """Opens reviews and shows the dock; all of it is gone after ``close``, unsaved answers stay with their layer."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._result = ""
        self._task: Optional[tasks.SmallTask] = None
        self.dock: Optional[ReviewDock] = None

    def open(self, layer: Optional[QgsMapLayer] = None) -> None:
        """Show the dock, with the result that a layer belongs to; a review under way goes on where there is none."""
        self._show_dock()
        path = layer.source().partition("|")[0] if isinstance(layer, QgsVectorLayer) else ""
        if self.dock is None or not path.endswith(".gpkg") or (self.dock.page is not None and path == self.dock.page.session.store.path):
            return
        try:
            orders = orders_of(path)
        except Told as broken:
            if self.dock.page is None:
                self.dock.show_note(str(broken))
            return
        self._result = path
        self.dock.leave_review()
        self.dock.ask(path, orders)

    def close(self) -> None:
        """Take everything off QGIS's window."""
        if self._task is not None:
            self._task.cancel()
        if self.dock is not None:
            self.dock.leave_review()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None

    def _begin(self) -> None:
        """Make the queue in the background."""
        if self.dock is None:
            return
        result, labels, wanted = self._result, self.dock.labels_path, self.dock.queue
        self.dock.show_note(tr("The queue is made…"), busy=True)
        self._task = tasks.run_small(tr("Make the queue"), lambda task: make_queue(result, labels, wanted, task), self._on_made)

    def _on_made(self, task: tasks.SmallTask) -> None:
        self._task = None
        if self.dock is None:
            return
        self.dock.show_note(task.error)
        if task.outcome is not None:
            self._show(task.outcome)

    def _show(self, queue: Queue) -> None:
        try:
            store = self._store_of(queue.labels)
        except (Told, EchopatchError) as error:
            self._iface.messageBar().pushMessage("Echopatch", any_error_text(error), Qgis.MessageLevel.Warning, 0)
            return
        if self.dock is not None:
            self.dock.show_review(ReviewSession(store, queue.asked, queue.model_sha256), self._result)

    def _store_of(self, path: str) -> LabelStore:
        """The labels of a file, its layer in the project.

        Raises:
            LabelsBroken: it is no file of labels.
            ConfigError: a class of its legend is none.
        """
        found = [one for one in layers_of(path) if isinstance(one, QgsVectorLayer) and "origin" in one.fields().names()]
        layer = found[0] if found else open_labels(path, Path(path).stem)
        store = LabelStore(layer)
        dress_labels(layer, store.legend, store.grid)
        if not found:
            add_on_top(layer)
        return store

    def _show_dock(self) -> None:
        if self.dock is None:
            self.dock = ReviewDock(self._iface.mapCanvas(), self._iface.mainWindow())
            self.dock.wanted.connect(self._begin)
            add_at_right(self._iface, self.dock, _PANEL_PX)
        self.dock.setUserVisible(True)
