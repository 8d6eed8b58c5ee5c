"""The part of a dock page that switches the live map on and off, and says how it is doing."""

from pathlib import Path
from typing import Any, Mapping, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from .. import settings
from ..classify.model_choice import ModelChoice
from ..environment import PLUGIN_ROOT, EngineMissing, engine_program
from ..figures import count_text, number_text
from ..jobs.job import Job
from ..jobs.job import start as start_job
from ..tasks import Outcome
from ..translation import tr
from .live_map import LiveMap
from .store import LabelStore

_FORM = PLUGIN_ROOT / "ui" / "forms" / "live_map.ui"
_GRID_FILE = "grid.json"
_SUFFIX = ".features"


class LiveMapBox(QWidget):
    """Serves the labels of one dock page, one live map at a time."""

    def __init__(self, store: LabelStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.form: Any = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.live: Optional[LiveMap] = None
        self._store = store
        self._embedding: Optional[Job] = None
        self._closed = False
        self._fill()
        self.form.start.clicked.connect(self._on_start)
        self.form.opacity.valueChanged.connect(self._on_opacity)
        self.form.every.valueChanged.connect(self._on_every)
        self.form.features.fileChanged.connect(self._show_state)
        self._show_state()

    def close_live(self) -> None:
        """End what runs, for good."""
        self._closed = True
        self.stop()

    def stop(self) -> None:
        """End the map, or the look at the scene that was to come before it."""
        if self._embedding is not None:
            self._embedding.cancel()
        if self.live is not None:
            self.live.stop()

    def _fill(self) -> None:
        form = self.form
        form.box.setTitle(tr("Live Map"))
        self.model = ModelChoice(form, self)
        form.features_label.setText(tr("Feature grid"))
        form.features.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        form.features.setToolTip(tr("Folder NAME.features: what the model sees of the scene. Made once, then used again."))
        form.features.setFilePath(str(Path(self._store.path).with_suffix(_SUFFIX)))
        form.every_label.setText(tr("New map after"))
        form.every.setSuffix(tr(" labels"))
        form.every.setValue(settings.live_map_every())
        form.every.setToolTip(tr("Fewer labels are learned from after a short pause."))
        form.opacity_label.setText(tr("Opacity"))

    def _on_start(self) -> None:
        if self.live is not None or self._embedding is not None:
            self.stop()
        elif self._has_grid():
            self._begin()
        else:
            self._embed()
        self._show_state()

    def _has_grid(self) -> bool:
        return (Path(self.form.features.filePath()) / _GRID_FILE).is_file()

    def _embed(self) -> None:
        """Let the model look at the scene; the live map begins when it has."""
        try:
            engine_program()
        except EngineMissing as missing:
            self.form.status.setText(str(missing))
            return
        folder = self.form.features.filePath()
        output = folder if folder.endswith(_SUFFIX) else folder + _SUFFIX
        self.form.features.setFilePath(output)
        given = {"SCENE": self._store.grid.scene, "MODEL": self.model.path, "OUTPUT": output}
        title = tr("Look at {scene}").format(scene=Path(self._store.grid.scene).name)
        self.form.status.setText(tr("The model looks at the scene, once; labels can be given meanwhile."))
        self._embedding = start_job(title, "echopatch:embedscene", given, self._on_embedded)

    def _on_embedded(self, outcome: Outcome) -> None:
        self._embedding = None
        if self._closed:
            return
        self.form.status.setText(outcome.error)
        if outcome.ok:
            self._begin()
        self._show_state()

    def _begin(self) -> None:
        self.form.status.setText(tr("The engine starts."))
        self.live = LiveMap(self._store, self.form.features.filePath(), self.form.every.value())
        self.live.painted.connect(self._on_painted)
        self.live.troubled.connect(self.form.status.setText)
        self.live.ended.connect(self._on_ended)
        self.live.set_opacity(self.form.opacity.value() / 100)
        self.live.learn()

    def _on_painted(self, figures: Mapping[str, Any]) -> None:
        text = tr("{labels} labels, mapped in {seconds} s.")
        words = [text.format(labels=count_text(figures["labels"]), seconds=number_text(figures["seconds"], 1))]
        if figures.get("accuracy") is not None:
            right = round(figures["accuracy"] * figures["judged"])  # a share of a handful would promise too much
            text = tr("In places left out, {right} of {judged} are answered rightly.")
            words.append(text.format(right=count_text(right), judged=count_text(figures["judged"])))
        self.form.status.setText(" ".join(words))

    def _on_ended(self, reason: str) -> None:
        self.live = None
        if not self._closed:
            self.form.status.setText(reason)
            self._show_state()

    def _on_opacity(self, percent: int) -> None:
        if self.live is not None:
            self.live.set_opacity(percent / 100)

    def _on_every(self, labels: int) -> None:
        settings.set_live_map_every(labels)
        if self.live is not None:
            self.live.every = labels

    def _show_state(self) -> None:
        form, busy = self.form, self.live is not None or self._embedding is not None
        words = tr("Start the Live Map") if self._has_grid() else tr("Look at the Scene and Start the Live Map")
        form.start.setText(tr("Stop the Live Map") if busy else words)
        for widget in (form.model, form.features):
            widget.setEnabled(not busy)
