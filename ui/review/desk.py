"""Brings the review dock, its queues and QGIS's window together."""

from typing import Any, Optional

from qgis.core import Qgis, QgsMapLayer, QgsVectorLayer

from ...core.contract.errors import EchopatchError
from .. import tasks
from ..docks import add_at_right
from ..labels.desk import store_of
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
        self._forget_task()
        self.dock.leave_review()
        self.dock.ask(path, orders)

    def close(self) -> None:
        """Take everything off QGIS's window."""
        self._forget_task()
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
        if task is not self._task or self.dock is None:  # of another result, or of a closed dock
            return
        self._task = None
        self.dock.show_note(task.error)
        if task.outcome is not None:
            self._show(task.outcome)

    def _forget_task(self) -> None:
        """A queue that is still being made is no longer wanted."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _show(self, queue: Queue) -> None:
        try:
            store = store_of(queue.labels)
        except (Told, EchopatchError) as error:
            self._iface.messageBar().pushMessage("Echopatch", any_error_text(error), Qgis.MessageLevel.Warning, 0)
            return
        if self.dock is not None:
            self.dock.show_review(ReviewSession(store, queue.asked, queue.model_sha256), self._result)

    def _show_dock(self) -> None:
        if self.dock is None:
            self.dock = ReviewDock(self._iface.mapCanvas(), self._iface.mainWindow())
            self.dock.wanted.connect(self._begin)
            add_at_right(self._iface, self.dock, _PANEL_PX)
        self.dock.setUserVisible(True)
