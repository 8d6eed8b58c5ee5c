"""What the review dock shows while cells are asked about."""

from functools import partial
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication, QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from ..compat import POLYGON_GEOMETRY
from ..figures import count_text, number_text, share_text
from ..help import open_help
from ..labels.map_tool import CellView, Keys
from ..translation import Told, tr
from .answer_list import AnswerList
from .map_visibility import MapVisibility
from .session import ReviewSession

_CELL = QColor("#ffffff")
_SIDES_SHOWN = 6
"""Patches across the map at first."""
_HELP_PAGE = "qgis-review"


class ReviewPage(QObject):
    """Serves one session; ``close_review`` takes everything off the map that belongs to it."""

    def __init__(self, form: Any, session: ReviewSession, canvas: QgsMapCanvas, result: str) -> None:
        """Show a session.

        Args:
            form: of the dock.
            session: at its first cell.
            canvas: of the map.
            result: path of the map under review.
        """
        super().__init__()
        self.form, self.session, self._canvas = form, session, canvas
        self.view = CellView(canvas, session)
        self._cell = QgsRubberBand(canvas, POLYGON_GEOMETRY)
        self._cell.setFillColor(QColor(0, 0, 0, 0))
        self._cell.setStrokeColor(_CELL)
        self._cell.setLineStyle(Qt.PenStyle.DashLine)
        self.answers = AnswerList()
        self.answers.picked.connect(session.answer)
        self._keys = Keys(session, self)
        canvas.installEventFilter(self._keys)
        self._shown = MapVisibility(result)
        self._prepare()
        self._links = [
            (form.accept.clicked, lambda _: session.accept()),
            (form.skip.clicked, lambda _: session.skip()),
            (form.back.clicked, lambda _: session.back()),
            (form.undo.clicked, lambda _: session.undo()),
            (form.save.clicked, lambda _: self._try(session.store.save)),
            (form.show_map.toggled, self._shown.show),
            (session.map_wanted, form.show_map.toggle),
            (session.moved, self._show),
            (session.refused, self._show_trouble),
            (session.store.changed, self._show_figures),
            (session.store.legend_changed, self._show),
            (session.store.edits_changed, self._show_edits),
        ]
        for signal, slot in self._links:
            signal.connect(slot)
        self._show()
        self._show_edits()

    def start(self) -> None:
        """Show the first cell, and let the keys reach the session."""
        self._shown.show(False)
        self._zoom_in()
        self.view.show_current()
        self._canvas.setFocus()

    def show_on_map(self, shown: bool) -> None:
        """Take outlines and keys off the map while the dock is closed or behind another one, and give them back after it."""
        self.view.set_shown(shown)
        self._cell.setVisible(shown)
        self._canvas.removeEventFilter(self._keys)
        if shown:
            self._canvas.installEventFilter(self._keys)

    def close_review(self) -> None:
        """Leave the map as it was, and the labels as they are."""
        self._canvas.removeEventFilter(self._keys)
        self._shown.restore()
        for signal, slot in self._links:
            signal.disconnect(slot)
        self.view.take_away()
        self._canvas.scene().removeItem(self._cell)
        self.session.moved.disconnect(self.view.show_current)
        self.session.store.leave()
        self.answers.deleteLater()

    def _prepare(self) -> None:
        form = self.form
        form.answers.addWidget(self.answers)
        font = form.file_name.font()
        font.setBold(True)
        form.file_name.setFont(font)
        form.file_name.setText(Path(self.session.store.path).name)
        form.file_name.setToolTip(self.session.store.path)
        form.keys.setText(tr("Enter accepts · 1 to 9 name the class · S skips · P goes back · Backspace undoes · M shows the map"))
        form.show_map.setText(tr("Show the Map"))
        form.show_map.setChecked(False)
        form.another.setText(tr("Another Queue…"))
        for button, name in ((form.another, "mActionFileNew"), (form.save, "mActionSaveEdits"), (form.work_help, "mActionHelpContents")):
            button.setIcon(QgsApplication.getThemeIcon(f"/{name}.svg"))
            button.setToolTip(button.text())
        for widget in (form.accept, form.skip, form.back, form.undo):
            widget.setAutoDefault(False)

    def _show(self) -> None:
        """What is asked now."""
        form, session, asked = self.form, self.session, self.session.asked
        form.trouble.hide()
        for widget in (form.accept, form.skip):
            widget.setEnabled(asked is not None)
        legend = session.store.legend
        if asked is None:
            self._cell.reset(POLYGON_GEOMETRY)
            form.place.setText(tr("All cells of this queue are reviewed."))
            form.accept.setText(tr("Accept"))
            self.answers.show_answer(legend, {}, "")
        else:
            self._outline_cell(session.current)
            form.place.setText(self._place_text())
            form.accept.setText(tr("Accept “{name}”").format(name=tr(asked.name)))
            self.answers.show_answer(legend, asked.probabilities, asked.name)
        self._show_figures()

    def _zoom_in(self) -> None:
        """Show the first patch with its surroundings; from there the map follows."""
        cell, store = self.session.current, self.session.store
        if cell is None:
            return
        patch = QgsGeometry(store.outline(cell))
        crs = self._canvas.mapSettings().destinationCrs()
        patch.transform(QgsCoordinateTransform(store.layer.crs(), crs, QgsProject.instance()))
        self._canvas.setExtent(patch.boundingBox().scaled(_SIDES_SHOWN))
        self._canvas.refresh()

    def _outline_cell(self, cell: int) -> None:
        """The cell of the map, in the middle of the patch that the model has looked at."""
        store = self.session.store
        share, patch, middle = store.grid.stride_px / store.grid.patch_px, store.outline(cell), store.centre(cell)
        corners = [
            QgsPointXY(middle.x() + share * (one.x() - middle.x()), middle.y() + share * (one.y() - middle.y()))
            for one in patch.asPolygon()[0]
        ]
        self._cell.setToGeometry(QgsGeometry.fromPolygonXY([corners]), store.layer)

    def _place_text(self) -> str:
        asked = self.session.asked
        if asked is None:
            return ""
        words = {"confidence": tr("confidence"), "margin": tr("margin"), "entropy": tr("entropy"), "novelty": tr("novelty")}
        figures = [f"{words[name]} {number_text(value, 2)}" for name, value in asked.figures.items()]
        status = {"unsure": tr("unsure"), "unknown": tr("unknown")}.get(asked.status, "")
        row, column = asked.place
        return " · ".join(filter(None, (tr("Row {row}, column {column}").format(row=row, column=column), *figures, status)))

    def _show_figures(self) -> None:
        session, form = self.session, self.form
        reviewed, changed = session.reviewed, session.changed
        form.progress.setMaximum(max(1, session.total))
        form.progress.setValue(reviewed)
        text = tr("{reviewed} of {total} reviewed, {changed} changed").format(
            reviewed=count_text(reviewed), total=count_text(session.total), changed=count_text(changed)
        )
        form.figures.setText(f"{text} ({share_text(changed / reviewed)})" if reviewed else text)

    def _show_edits(self) -> None:
        layer = self.session.store.layer
        self.form.save.setEnabled(layer.isModified())
        self.form.undo.setEnabled(layer.undoStack().canUndo())

    def _show_trouble(self, text: str) -> None:
        self.form.trouble.setText(f"⚠ {text}")
        self.form.trouble.show()

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Told as refusal:
            self._show_trouble(str(refusal))


help_opener = partial(open_help, _HELP_PAGE)
"""What the Help buttons of the dock do."""
