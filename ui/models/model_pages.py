"""What is shown of one model: its card, how good it is, and where it comes from."""

from functools import partial
from pathlib import Path
from typing import Any, List, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QTextOption

from .. import tasks
from ..classify.card_facts import card_html
from ..confusion_view import ConfusionView
from ..figure_table import FigureTable
from ..translation import tr
from . import pages
from .library import LibraryModel, ancestry, by_checksum, descendants, sha256_of


class ModelPages(QObject):
    """Fills the pages of a form; checksums, and what follows from them, come a moment later."""

    traced = pyqtSignal()
    """The checksum and the relatives of the model are known."""
    followed = pyqtSignal(str)
    """The user wants to see a relative, by its path."""

    def __init__(self, form: Any, parent: QObject) -> None:
        """Fill ``title``, ``card``, ``tested``, ``accuracy_rows`` and ``origin`` of a form."""
        super().__init__(parent)
        self._form = form
        self._model: Optional[LibraryModel] = None
        self._task: Optional[tasks.SmallTask] = None
        self.origin = pages.Origin()
        """Of the model that is shown."""
        self.figures, self.confusion = FigureTable(), ConfusionView()
        form.accuracy_rows.addWidget(self.figures)
        form.accuracy_rows.addWidget(self.confusion)
        form.accuracy_rows.addStretch(1)
        form.origin.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        form.origin.anchorClicked.connect(lambda url: self.followed.emit(url.toString()[len(pages.LINK) :]))

    def show_model(self, model: Optional[LibraryModel], models: List[LibraryModel]) -> None:
        """Show a model.

        Args:
            model: None where there is none.
            models: its possible relatives.
        """
        self.close()
        self._model, self.origin = model, pages.Origin()
        self._form.pages.setEnabled(model is not None)
        if model is None:
            self._form.title.setText(tr("There is no model yet: import one, download the shipped one in the options, or train your own."))
            self._form.card.clear()
            self._form.origin.clear()
            self._show_figures((), None)
            self._form.tested.clear()
            return
        self._form.title.setText(model.name)
        self._form.card.setHtml(card_html(model.card))
        self._form.tested.setText(pages.tested_words(model.card))
        self._show_figures(pages.figure_rows(model.card), pages.confusion_of(model.card))
        self._show_origin()
        self._task = tasks.run_small(tr("Checksums of models"), partial(_trace, model, models), self._on_traced)

    def close(self) -> None:
        """Work no more in the background."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show_figures(self, rows: Any, matrix: Any) -> None:
        self.figures.setVisible(bool(rows))
        self.figures.show_rows(pages.figure_columns(), rows, tr("Class"))
        self.confusion.show_matrix(matrix)

    def _show_origin(self) -> None:
        if self._model is not None:
            file = Path(self._model.path)
            self._form.origin.setHtml(pages.origin_html(self._model, self.origin, file.stat().st_size if file.is_file() else 0))

    def _on_traced(self, task: tasks.SmallTask) -> None:
        if task is not self._task:  # of another model, or of a closed dialog
            return
        self._task = None
        if task.outcome is not None:
            self.origin = task.outcome
            self._show_origin()
            self.traced.emit()


def _trace(model: LibraryModel, models: List[LibraryModel], task: tasks.SmallTask) -> pages.Origin:
    """Checksum, ancestors and descendants of a model; in a thread of its own."""
    sha256 = sha256_of(model.path, task.isCanceled)
    return pages.Origin(sha256, ancestry(model, by_checksum(models, task.isCanceled)), descendants(sha256, models))
