"""The live map: while labels are given, the engine learns from them and maps the scene again, a moment after each few."""

import os
import shutil
import tempfile
import weakref
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Mapping, Optional

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...core.contract.commands.relearn import RelearnConfig
from .. import engine, tasks
from ..compat import POINT, TEXT_TYPE
from ..layers import add_below
from ..translation import message_text, tr
from .store import LabelStore

_COMMAND = "relearn"
_PAUSE_MS = 1500
"""Without a label, after which the few that have come since the last map are learned from too."""


class LiveMap(QObject):
    """One engine that follows the labels of a store, saved or not, until it is stopped; the newest labels win."""

    painted = pyqtSignal(dict)
    """The map has changed; ``labels``, ``cells``, ``seconds``, and, where known, ``accuracy`` of the ``judged`` ones in places left out."""
    troubled = pyqtSignal(str)
    """Why there is no new map yet."""
    ended = pyqtSignal(str)
    """Once: it has stopped, by itself for the reason given, or as asked."""
    _said = pyqtSignal(object)

    def __init__(self, store: LabelStore, features: str, every: int) -> None:
        """Start the engine; it waits for ``learn``.

        Args:
            store: whose labels it follows; when its layer goes, the map goes too.
            features: folder of the feature grid of the scene.
            every: so many changes of labels bring a new map at once, fewer after a pause.
        """
        super().__init__()  # without a parent: it must live until its engine has ended
        self._store, self.every = store, every
        self._folder = Path(tempfile.mkdtemp(prefix="echopatch-live-map-"))
        weakref.finalize(self, shutil.rmtree, str(self._folder), True)  # at the latest; Windows keeps what a layer still shows
        self.layer: Optional[QgsRasterLayer] = None
        self._opacity, self._maps, self._changes, self._ended = 0.6, 0, 0, False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.learn)
        self._said.connect(self._on_said)
        store.changed.connect(self._on_labels)
        store.gone.connect(self.stop)
        config = RelearnConfig(features, str(self._labels), str(self._folder / "map.tif"), follow=True, overwrite=True)
        self._task = tasks.run_small(tr("Live map"), lambda task: self._follow(config, task), self._on_finished)

    @property
    def _labels(self) -> Path:
        return self._folder / "labels.fgb"

    def set_opacity(self, opacity: float) -> None:
        """Let the scene shine through, 0..1."""
        self._opacity = opacity
        if self.layer is not None:
            self.layer.setOpacity(opacity)
            self.layer.triggerRepaint()

    def learn(self) -> None:
        """Hand all labels to the engine, those that are not saved too."""
        self._changes = 0
        self._pause.stop()
        if len(self._store.cells.counts) < 2:
            self.troubled.emit(tr("The live map begins with labels of two classes."))
            return
        fresh = self._labels.with_name("new.fgb")
        _write_points(self._store, str(fresh))
        try:
            os.replace(fresh, self._labels)  # the engine never meets half a file
        except OSError:
            self._pause.start(_PAUSE_MS)  # Windows, while the engine reads: once more in a moment

    def stop(self) -> None:
        """Take the map away, and end the engine."""
        if self._ended:
            return
        self._task.cancel()
        self._end("")

    def _follow(self, config: RelearnConfig, task: tasks.SmallTask) -> Any:
        return engine.run(_COMMAND, config, self._said.emit, task.isCanceled)

    def _on_labels(self) -> None:
        self._changes += 1
        if self._changes >= self.every:
            self.learn()
        else:
            self._pause.start(_PAUSE_MS)

    def _on_said(self, message: Mapping[str, Any]) -> None:
        if self._ended:
            return
        if message["type"] == "metric":
            self._paint(int(message["step"]))
            self.painted.emit(dict(message["values"]))
        elif message["type"] == "warning":
            self.troubled.emit(message_text(message, _COMMAND))

    def _paint(self, number: int) -> None:
        """Show the newest map; QGIS gets a copy, for the engine will replace its own."""
        shown = self._folder / f"shown{number}.tif"
        for suffix in (".tif", ".qml"):
            shutil.copyfile(str(self._folder / f"map{suffix}"), str(shown.with_suffix(suffix)))
        if self.layer is None:
            self.layer = QgsRasterLayer(str(shown), tr("Live map"))
            add_below(self.layer, self._store.layer)
            self.layer.willBeDeleted.connect(self._on_layer_gone)
        else:
            self.layer.setDataSource(str(shown), self.layer.name(), "gdal", False)
            self.layer.loadNamedStyle(str(shown.with_suffix(".qml")))
        self._dress()
        for old in self._folder.glob("shown*"):
            if old.stem != shown.stem:
                with suppress(OSError):  # Windows lets go of a file a little later
                    old.unlink()

    def _dress(self) -> None:
        """In the colours that the labels have."""
        if self.layer is None:
            return
        colours = {one.name: one.colour for one in self._store.legend}
        entries = [
            QgsPalettedRasterRenderer.Class(one.value, QColor(colours.get(one.label, one.color.name())), tr(one.label))
            for one in self.layer.renderer().classes()
        ]
        self.layer.setRenderer(QgsPalettedRasterRenderer(self.layer.dataProvider(), 1, entries))
        self.layer.setOpacity(self._opacity)
        self.layer.triggerRepaint()

    def _on_layer_gone(self) -> None:
        self.layer = None
        self.stop()

    def _on_finished(self, task: tasks.SmallTask) -> None:
        self._end(task.error)
        shutil.rmtree(str(self._folder), ignore_errors=True)

    def _end(self, reason: str) -> None:
        if self._ended:
            return
        self._ended = True
        self._pause.stop()
        with suppress(TypeError, RuntimeError):  # the store may be gone already
            self._store.changed.disconnect(self._on_labels)
        if self.layer is not None:
            # not now: the project may be in the midst of removing its layers
            QTimer.singleShot(0, partial(_remove_layer, self.layer.id()))
            self.layer = None
        self.ended.emit(reason)


def _remove_layer(layer_id: str) -> None:
    if QgsProject.instance().mapLayer(layer_id) is not None:
        QgsProject.instance().removeMapLayer(layer_id)


def _write_points(store: LabelStore, path: str) -> None:
    """The middle of each labelled cell with its class: it stands for the patch around it, whatever the grid's cells are."""
    fields = QgsFields()
    for name in ("class", "colour"):
        fields.append(QgsField(name, TEXT_TYPE))
    colours = {one.name: one.colour for one in store.legend}
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "FlatGeobuf"
    writer = QgsVectorFileWriter.create(path, fields, POINT, store.layer.crs(), QgsCoordinateTransformContext(), options)
    for cell, name in store.cells.labelled.items():
        feature = QgsFeature(fields)
        feature.setAttributes([name, colours.get(name, "")])
        feature.setGeometry(QgsGeometry.fromPointXY(store.centre(cell)))
        writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    del writer  # closes the file
