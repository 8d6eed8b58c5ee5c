"""What the dock shows of one file of labels."""

from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QSizePolicy, QStyle, QWidget

from ..environment import PLUGIN_ROOT
from ..figures import count_text, number_text
from ..help import open_help
from ..icons import icon
from ..translation import Told, tr
from .cells import BY_ROWS, BY_SAMPLE, NEAREST
from .grid import side_m
from .layer_box import LayerBox
from .legend_box import LegendBox
from .live_box import LiveMapBox
from .map_tool import CellView, Keys, LabelTool
from .sample_box import SampleBox
from .session import LabelSession
from .store import LabelStore

_FORM = PLUGIN_ROOT / "ui" / "forms" / "labels.ui"
_HELP_PAGE = "qgis-label"


class LabelPage(QWidget):
    """Labels one file; ``close_labels`` takes everything off the map that belongs to it."""

    def __init__(self, store: LabelStore, canvas: QgsMapCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self.form: Any = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        store.setParent(self)
        self.store, self._canvas = store, canvas
        self.session = LabelSession(store, self)
        self.view = CellView(canvas, self.session)
        self.tool = LabelTool(canvas, self.session)
        self.legend = LegendBox(self.form, self.session, self)
        self.sample = SampleBox(self.form, self.session, self)
        self.layer = LayerBox(self.form, self.session, self.view, self)
        self.live = LiveMapBox(store, self)
        self.form.live_map_place.addWidget(self.live)
        self._keys = Keys(self.session, self)
        self._labelled_on_map = True
        self.legend.table.installEventFilter(self._keys)
        self._prepare()
        self._connect()
        self._show_edits()
        self._show_place()

    def start(self) -> None:
        """Label on the map, from the first cell that has no class."""
        self.form.on_map.setChecked(True)
        if self.session.current is None:
            if self.store.cells.sample:
                self.session.go_through(BY_SAMPLE)
            self.session.go_next()
        self._canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the dock as wide as what it holds: it scrolls up and down only, and boxes are opened and texts change."""
        if event.type() == QEvent.Type.LayoutRequest:
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            self.form.scroll.setMinimumWidth(self.form.scroll_content.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)

    def show_on_map(self, shown: bool) -> None:
        """Take outlines and keys off the map while the dock is closed or behind another one, and give them back after it."""
        self.view.set_shown(shown)
        if shown:
            self.form.on_map.setChecked(self._labelled_on_map)
        else:
            self._labelled_on_map = self.form.on_map.isChecked()
            self.form.on_map.setChecked(False)

    def close_labels(self) -> None:
        """Leave the map as it was, and the layer as it is."""
        self.live.close_live()
        self.store.leave()
        self._canvas.mapToolSet.disconnect(self._on_tool)
        self.sample.close()
        self.layer.close()
        self.tool.take_away()
        self.view.take_away()

    def _prepare(self) -> None:
        form, grid = self.form, self.store.grid
        font = form.file_name.font()
        font.setBold(True)
        form.file_name.setFont(font)
        form.file_name.setText(Path(self.store.path).name)
        form.file_name.setToolTip(self.store.path)
        note = tr("{count} cells of {metres} m")
        form.file_note.setText(note.format(count=count_text(len(self.store.cells)), metres=number_text(side_m(grid), 0)))
        form.file_note.setToolTip(grid.scene)
        for label in (form.file_name, form.file_note):  # a long name must not widen the dock
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        form.keys.setText(tr("1–9 label · 0 clears · Backspace undoes · Enter skips · N next · P back · arrows move"))
        for order, words in ((NEAREST, tr("The nearest first")), (BY_ROWS, tr("Row by row")), (BY_SAMPLE, tr("The drawn sample"))):
            form.order.addItem(words, order)
        form.goes_on.setChecked(self.session.goes_on)
        form.follows.setChecked(self.view.follows)
        for button, name in (
            (form.new_other, "mActionFileNew"), (form.open_other, "mActionFileOpen"), (form.save, "mActionSaveEdits"),
            (form.help, "mActionHelpContents"), (form.undo, "mActionUndo"), (form.next, "mActionArrowRight"),
        ):  # fmt: skip
            button.setIcon(QgsApplication.getThemeIcon(f"/{name}.svg"))
            button.setToolTip(button.text())
        form.on_map.setIcon(icon("label"))
        form.trouble.hide()
        form.scroll_content.installEventFilter(self)

    def _connect(self) -> None:
        form, session = self.form, self.session
        form.on_map.toggled.connect(self._on_map)
        form.undo.clicked.connect(lambda _: session.undo())
        form.next.clicked.connect(lambda _: self._next())
        form.help.clicked.connect(lambda _: open_help(_HELP_PAGE))
        form.save.clicked.connect(lambda _: self._try(self.store.save))
        form.order.currentIndexChanged.connect(lambda _: setattr(session, "order", form.order.currentData()))
        form.goes_on.toggled.connect(lambda on: setattr(session, "goes_on", on))
        form.follows.toggled.connect(lambda on: setattr(self.view, "follows", on))
        session.order_changed.connect(lambda: form.order.setCurrentIndex(form.order.findData(session.order)))
        session.moved.connect(self._show_place)
        session.refused.connect(self._show_trouble)
        self.store.changed.connect(self._on_changed)
        self.store.edits_changed.connect(self._show_edits)
        self._canvas.mapToolSet.connect(self._on_tool)

    def _next(self) -> None:
        if not self.session.go_next():
            self._show_trouble(tr("Every cell of this order has a class."))
        self._canvas.setFocus()

    def _on_map(self, on: bool) -> None:
        if on:
            self._canvas.setMapTool(self.tool)
        else:
            self._canvas.unsetMapTool(self.tool)

    def _on_tool(self, tool: Any, before: Any = None) -> None:
        """The user may take another tool of QGIS at any time."""
        self.form.on_map.setChecked(tool is self.tool)

    def _on_changed(self) -> None:
        self.form.trouble.hide()
        self.store.layer.triggerRepaint()
        self._show_place()

    def _show_place(self) -> None:
        cell, cells = self.session.current, self.store.cells
        if cell is None:
            self.form.place.setText(tr("No cell is chosen: right-click one, or press N."))
            return
        row, column = cells.place_of(cell)
        name = cells.class_of(cell)
        text = tr("Row {row}, column {column}: {name}")
        self.form.place.setText(text.format(row=row, column=column, name=tr(name) if name else tr("not labelled")))

    def _show_edits(self) -> None:
        self.form.save.setEnabled(self.store.layer.isModified())
        self.form.undo.setEnabled(self.store.layer.undoStack().canUndo())

    def _show_trouble(self, text: str) -> None:
        self.form.trouble.setText(f"⚠ {text}")
        self.form.trouble.show()

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Told as refusal:
            self._show_trouble(str(refusal))
