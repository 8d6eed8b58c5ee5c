"""The legend as it is edited in the dock: classes added, renamed, coloured, removed, or taken from a file."""

import dataclasses
from typing import Any, Callable, Mapping, Optional, Sequence

from qgis.core import QgsApplication
from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QFileDialog, QMenu

from ...core.contract.legend import TERRASAR_X_LEGEND, LandClass
from .. import settings
from ..figures import count_text
from ..translation import Told, tr
from .class_table import ClassTable
from .file import LabelsBroken
from .legend import free_colour, legend_of_file, legend_problem
from .session import LabelSession


class LegendBox(QObject):
    """Shows legend and counts of a session in its table, and edits the legend."""

    def __init__(self, form: Any, session: LabelSession, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._session = form, session
        self.table = ClassTable()
        form.class_place.addWidget(self.table)
        self._prepare_buttons()
        self.table.chosen.connect(lambda row: session.choose(session.store.legend[row]))
        self.table.renamed.connect(self.rename)
        self.table.colour_wanted.connect(self._ask_colour)
        session.chosen.connect(self._show_chosen)
        session.store.changed.connect(self._show_counts)
        session.store.legend_changed.connect(self.show_legend)
        self.show_legend()

    def show_legend(self) -> None:
        """Show what the store says."""
        self.table.show_legend(self._session.store.legend)
        self._show_counts()
        self._show_chosen()

    def add(self) -> None:
        """Add a class, and let the user name it."""
        classes = self._session.store.legend
        names = {one.name for one in classes}
        name = next(name for name in (tr("Class {number}").format(number=number) for number in range(1, 10_000)) if name not in names)
        code = max((one.code for one in classes), default=0) + 1
        self._set([*classes, LandClass(code, name, free_colour(len(classes)))])
        self.table.show_chosen(len(classes))
        self.table.edit_name(len(classes))

    def remove(self) -> None:
        """Remove the marked class; one that cells have stays."""
        row, classes = self.table.row, self._session.store.legend
        if row >= 0:
            self._set([*classes[:row], *classes[row + 1 :]])

    def rename(self, row: int, name: str) -> None:
        """Give a class another name; its labels follow."""
        old = self._session.store.legend[row]
        self._change(row, dataclasses.replace(old, name=name), {old.name: name})

    def set_colour(self, row: int, colour: str) -> None:
        """Give a class another colour, ``#rrggbb``."""
        self._change(row, dataclasses.replace(self._session.store.legend[row], colour=colour))

    def take(self, classes: Sequence[LandClass]) -> None:
        """Use another legend; classes that cells have stay in it."""
        names = {one.name for one in classes}
        kept = [one for one in self._session.store.legend if one.name in self._session.store.cells.counts and one.name not in names]
        first = max(one.code for one in classes) + 1
        self._set([*classes, *(dataclasses.replace(one, code=code) for code, one in enumerate(kept, first))])

    def _change(self, row: int, new: LandClass, renamed: Optional[Mapping[str, str]] = None) -> None:
        classes = list(self._session.store.legend)
        classes[row] = new
        self._set(classes, renamed)

    def _set(self, classes: Sequence[LandClass], renamed: Optional[Mapping[str, str]] = None) -> None:
        problem = legend_problem(classes)
        try:
            if problem:
                raise LabelsBroken(tr("The legend stays as it was: {reason}").format(reason=problem))
            self._session.store.set_legend(classes, renamed)
        except Told as refusal:
            self._session.refused.emit(str(refusal))
            self.show_legend()

    def _prepare_buttons(self) -> None:
        form = self._form
        icons = ((form.add_class, "symbologyAdd"), (form.remove_class, "symbologyRemove"), (form.colour_class, "mIconColorBox"))
        for button, name in icons:
            button.setIcon(QgsApplication.getThemeIcon(f"/{name}.svg"))
            button.setToolTip(button.text())
        form.add_class.clicked.connect(lambda _: self.add())
        form.remove_class.clicked.connect(lambda _: self.remove())
        form.colour_class.clicked.connect(lambda _: self._ask_colour(self.table.row))
        menu = QMenu(form.legend)
        menu.addAction(tr("From a File…"), self._ask_file)
        menu.addAction(tr("TerraSAR-X Land Cover"), lambda: self.take(TERRASAR_X_LEGEND))
        form.legend.setMenu(menu)

    def _ask_colour(self, row: int) -> None:
        if row < 0:
            return
        colour = QgsColorDialog.getColor(QColor(self._session.store.legend[row].colour), self.table, tr("Colour of the Class"))
        if colour.isValid():
            self.set_colour(row, colour.name())

    def _ask_file(self) -> None:
        path = ask_legend_file(self.table)
        if path:
            self._try(lambda: self.take(legend_of_file(path)))

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Told as refusal:
            self._session.refused.emit(str(refusal))

    def _show_counts(self) -> None:
        store = self._session.store
        self.table.show_counts(store.counts)
        text = tr("{done} of {all} cells")
        self._form.totals.setText(text.format(done=count_text(len(store.cells.labelled)), all=count_text(len(store.cells))))

    def _show_chosen(self) -> None:
        codes = [one.code for one in self._session.store.legend]
        if self._session.brush is not None:
            self.table.show_chosen(codes.index(self._session.brush.code))


def ask_legend_file(parent: Any) -> str:
    """The file with a legend that the user chooses; empty for none."""
    kinds = tr("Legends") + " (*.gpkg *.qml *.csv *.safetensors)"
    path, _ = QFileDialog.getOpenFileName(parent, tr("Legend"), settings.last_folder("legend"), kinds)
    if path:
        settings.set_last_folder("legend", path.rpartition("/")[0])
    return path
