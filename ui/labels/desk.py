"""Brings the dock, its files and QGIS's window together."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsMapLayer, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.contract.errors import EchopatchError
from .. import settings
from ..docks import add_at_right
from ..layers import add_on_top, layers_of
from ..setup.pages import ensure_engine
from ..translation import Told, any_error_text, tr
from .dock import LabelDock
from .file import LABELS_LAYER, open_labels, read_classes, read_grid
from .new_dialog import NewLabelsDialog
from .store import LabelStore
from .style import dress_labels, keep_style

_PANEL_PX = 360


class LabelDesk:
    """Opens files of labels and shows the dock; all of it is gone after ``close``, unsaved edits stay with their layer."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dialog: Optional[NewLabelsDialog] = None
        self.dock: Optional[LabelDock] = None

    def open(self, layer: Optional[QgsMapLayer] = None) -> None:
        """Show the dock; the current layer is taken up if it holds labels.

        Args:
            layer: that is the current one.
        """
        self._show_dock()
        if isinstance(layer, QgsVectorLayer) and _is_labels(layer):
            self.open_file(layer.source().partition("|")[0])

    def open_file(self, path: str) -> None:
        """Label the cells of a file; its layer is added to the project unless it is there."""
        self._show_dock()
        if self.dock is None or (self.dock.page is not None and self.dock.page.store.path == path):
            return
        try:
            store = store_of(path)
        except (Told, EchopatchError) as error:
            self._iface.messageBar().pushMessage("Echopatch", any_error_text(error), Qgis.MessageLevel.Warning, 0)
            return
        store.legend_changed.connect(lambda: _dress_and_keep(store))
        self._iface.setActiveLayer(store.layer)
        self.dock.show_labels(store)

    def new(self) -> None:
        """Ask for a scene and lay cells over it."""
        if not ensure_engine(self._iface.mainWindow()):
            return
        if self._dialog is None or sip.isdeleted(self._dialog):
            self._dialog = NewLabelsDialog(self._iface.mainWindow())
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.created.connect(self._on_created)
            layer = self._iface.activeLayer()
            self._dialog.choose(layer if isinstance(layer, QgsRasterLayer) else None)
        self._dialog.show()
        self._dialog.raise_()

    def close(self) -> None:
        """Take everything off QGIS's window."""
        if self._dialog is not None and not sip.isdeleted(self._dialog):
            self._dialog.reject()
        self._dialog = None
        if self.dock is not None:
            self.dock.close_labels()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None

    def _on_created(self, path: str) -> None:
        self._dialog = None
        layer = open_labels(path, Path(path).stem)
        dress_labels(layer, read_classes(path), read_grid(path))
        keep_style(layer)
        del layer  # the first style is kept before anybody else opens the file
        self.open_file(path)

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._iface.mainWindow(), tr("Continue Labels"), settings.last_folder("labels"), "GeoPackage (*.gpkg)"
        )
        if path:
            settings.set_last_folder("labels", str(Path(path).parent))
            self.open_file(path)

    def _show_dock(self) -> None:
        if self.dock is None:
            self.dock = LabelDock(self._iface.mapCanvas(), self._iface.mainWindow())
            self.dock.new_wanted.connect(self.new)
            self.dock.open_wanted.connect(self._ask_file)
            add_at_right(self._iface, self.dock, _PANEL_PX)
        self.dock.setUserVisible(True)


def store_of(path: str) -> LabelStore:
    """The labels of a file, their layer dressed and in the project.

    Raises:
        LabelsBroken: it is no file of labels.
        ConfigError: a class of its legend is none.
    """
    found = [one for one in layers_of(path) if isinstance(one, QgsVectorLayer) and _is_labels(one)]
    layer = found[0] if found else open_labels(path, Path(path).stem)
    store = LabelStore(layer)
    dress_labels(layer, store.legend, store.grid)
    if not found:
        add_on_top(layer)
    return store


def _is_labels(layer: QgsVectorLayer) -> bool:
    """Whether a layer is the cells of a file of labels, and not another table of the file or another plugin's layer."""
    names = layer.fields().names()
    return layer.source().endswith(f"|layername={LABELS_LAYER}") and "origin" in names and "inclusion_probability" in names


def _dress_and_keep(store: LabelStore) -> None:
    """Show the legend, and keep the style in the file, so that it opens coloured in any QGIS."""
    dress_labels(store.layer, store.legend, store.grid)
    keep_style(store.layer)
