"""The dock of the review: a form for a queue, and then the queue."""

from pathlib import Path
from typing import Any, List, Optional

from qgis.gui import QgsDockWidget, QgsFileWidget, QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QWidget

from ..environment import PLUGIN_ROOT
from ..figures import count_text
from ..translation import tr
from .page import ReviewPage, help_opener
from .queue import CONFIDENCE, ENTROPY, MARGIN, NOVELTY, Wanted
from .session import ReviewSession

_FORM = PLUGIN_ROOT / "ui" / "forms" / "review.ui"
_START, _WORK = 0, 1


class ReviewDock(QgsDockWidget):
    """Shows one review at a time."""

    wanted = pyqtSignal()
    """The user wants the queue that the form describes."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Echopatch Review"), parent)
        self.setObjectName("EchopatchReview")
        self._canvas = canvas
        self.page: Optional[ReviewPage] = None
        """Of the review under way; None before it."""
        self._pages = QStackedWidget(self)
        self.form: Any = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self._pages)
        self.setWidget(self._pages)
        self.visibilityChanged.connect(self._on_visibility)
        self._prepare()

    @property
    def labels_path(self) -> str:
        """The file that takes the answers."""
        return self.form.labels.filePath()

    @property
    def queue(self) -> Wanted:
        """What the form describes."""
        return Wanted(self.form.order.currentData(), self.form.apart.value(), self.form.most.value())

    def ask(self, result: str, orders: List[str]) -> None:
        """Let the user describe a queue.

        Args:
            result: path of the GeoPackage.
            orders: that it has figures for.
        """
        form, words = self.form, _order_words()
        form.result.setText(Path(result).name)
        form.result.setToolTip(result)
        form.order.clear()
        for order in orders:
            form.order.addItem(words[order], order)
        form.labels.setFilePath(str(Path(result).with_name(f"{Path(result).stem}-review.gpkg")))
        self.show_note("")
        self._pages.setCurrentIndex(_START)

    def show_note(self, text: str, busy: bool = False) -> None:
        """Say something below the form; while it is busy nothing else can be begun."""
        self.form.start_note.setText(text)
        self.form.begin.setEnabled(not busy and bool(self.form.result.text()))
        self._show_begin()

    def show_review(self, session: ReviewSession, result: str) -> None:
        """Go through a queue of a result."""
        self.leave_review()
        self.page = ReviewPage(self.form, session, self._canvas, result)
        self.page.setParent(self)
        session.setParent(self.page)
        session.store.setParent(self.page)
        session.store.gone.connect(self.leave_review)
        self._pages.setCurrentIndex(_WORK)
        self.page.start()

    def _on_visibility(self, visible: bool) -> None:
        if self.page is not None:
            self.page.show_on_map(visible)

    def leave_review(self) -> None:
        """Back to the form, as when the layer of labels is removed."""
        page, self.page = self.page, None
        if page is not None:
            page.session.store.gone.disconnect(self.leave_review)
            page.close_review()
            page.deleteLater()
            self.show_note("")
            self._pages.setCurrentIndex(_START)

    def _prepare(self) -> None:
        form, default = self.form, Wanted()
        form.apart.setValue(default.apart_m)
        form.most.setValue(default.most)
        form.apart.setToolTip(tr("No two cells of the first round are nearer than this, of each next round than half of it."))
        form.labels.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        form.labels.setConfirmOverwrite(False)
        form.labels.setFilter("GeoPackage (*.gpkg)")
        form.labels.setToolTip(tr("Answers are labels of this file; one that is there is gone on with."))
        form.labels.fileChanged.connect(self._show_begin)
        form.begin.clicked.connect(lambda _: self.wanted.emit())
        form.another.clicked.connect(lambda _: self.leave_review())
        form.start_help.clicked.connect(lambda _: help_opener())
        form.work_help.clicked.connect(lambda _: help_opener())
        self.show_note(tr("Select a layer of a result first, such as its cells, and choose “Review Uncertain Cells…” again."))

    def _show_begin(self) -> None:
        there = Path(self.labels_path).is_file()
        words = tr("Go On with the Review") if there else tr("Review {count} Cells").format(count=count_text(self.form.most.value()))
        self.form.begin.setText(words)
        for widget in (self.form.most, self.form.apart):
            widget.setEnabled(not there)


def _order_words() -> "dict[str, str]":
    return {
        MARGIN: tr("Smallest margin"),
        ENTROPY: tr("Largest entropy"),
        CONFIDENCE: tr("Smallest confidence"),
        NOVELTY: tr("Most unlike the training data"),
    }
