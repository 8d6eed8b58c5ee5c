"""The dialog that writes a model for other programs, and the 8-bit raster that they feed it with."""

from functools import partial
from pathlib import Path
from typing import Any, Dict, Optional

from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...core.contract.commands.export import ExportConfig
from ...core.contract.commands.scene import CalibrateConfig
from ...core.contract.model_card import ModelCard
from ...core.contract.sentences import SENTENCES
from .. import tasks
from ..binding import bind, value_of
from ..environment import PLUGIN_ROOT
from ..fields import fields_of
from ..help import open_help
from ..icons import icon
from ..jobs import job
from ..jobs.run_view import RunView
from ..layers import add_file
from ..outputs import free_name, output_problem, writable_folder
from ..reason import show_reason
from ..scene_part import ScenePart
from ..settings_form import parameters_of
from ..translation import Told, sentence_text, tr

_FORM = PLUGIN_ROOT / "ui" / "forms" / "export.ui"
_FIELDS = fields_of(ExportConfig)
_SUFFIXES = {"onnx": ".onnx", "deepness": ".onnx", "stac-mlm": ".json"}
_TIF = ".tif"


class ExportDialog(QDialog):
    """Writes one model in other formats; closing it stops nothing."""

    def __init__(self, model: str, card: ModelCard, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            model: path of the file.
            card: of the model.
            parent: window that the dialog belongs to.
        """
        super().__init__(parent)
        self._model, self._card = model, card
        self._proposed = {"output": "", "grey": ""}
        self.form = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon("models"))
        self.setWindowTitle(tr("Export {name}").format(name=Path(model).stem))
        self.scene = ScenePart(self.form, CalibrateConfig, self.form.scene_settings)
        self.run_view = RunView()
        self.form.run.addWidget(self.run_view)
        self.run_view.hide()
        self._prepare()
        self.scene.choose(None)
        self.refresh()

    def file_problem(self) -> str:
        """Why the model file cannot be written; empty when it can."""
        asked = self._asked()
        if not Path(self._model).is_file():
            return tr("{path} is not there any more.").format(path=self._model)
        if asked["to"] == "deepness" and self._card.pixel_size_m is None:
            return sentence_text("export-deepness-size", {"path": Path(self._model).name}, SENTENCES["export-deepness-size"], "export")
        return output_problem(asked["output"] or "", _SUFFIXES[asked["to"]], asked["overwrite"])

    def raster_problem(self) -> str:
        """Why the 8-bit raster cannot be written; empty when it can."""
        if not Path(self._model).is_file():
            return tr("{path} is not there any more.").format(path=self._model)
        if self._card.pixel_size_m is None:
            return tr("The model was trained on patches of unknown pixel size: nobody knows which raster it needs.")
        found = self.scene.problem(self._card.radiometry.quantity)
        return found or output_problem(self.form.grey.filePath().strip(), _TIF, self.form.overwrite.isChecked())

    def write_model(self) -> None:
        """Start the export."""
        if not self.file_problem():
            parameters = parameters_of({"model": self._model, **self._asked()})
            title = tr("Export {name}").format(name=Path(self._model).stem)
            self._follow(job.start(title, "echopatch:exportmodel", parameters, lambda outcome: None))

    def write_raster(self) -> None:
        """Start the writing of the picture that the model sees of the scene; it becomes a layer."""
        if not self.raster_problem():
            target = self.form.grey.filePath().strip()
            asked = {"scene": self.scene.box.path, "model": self._model, "scale": "model", "output": target, **self.scene.values()}
            title = tr("8-bit raster of {scene}").format(scene=self.scene.box.name)
            parameters = parameters_of({**asked, "overwrite": self.form.overwrite.isChecked()})
            self._follow(job.start(title, "echopatch:calibrate", parameters, partial(_add_raster, target)))

    def reject(self) -> None:
        """Close; what runs goes on."""
        self.scene.close()
        super().reject()

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        self._propose()
        to = str(value_of(self.form, _FIELDS["to"]))
        self.form.word.setText(_words()[to])
        self.form.raster.setVisible(to != "stac-mlm")
        for problem, name, button in ((self.file_problem(), "file", "write_model"), (self.raster_problem(), "raster", "write_raster")):
            show_reason(getattr(self.form, f"{name}_icon"), getattr(self.form, f"{name}_reason"), problem)
            getattr(self.form, button).setEnabled(not problem)

    def _prepare(self) -> None:
        form = self.form
        bind(form, (_FIELDS[name] for name in ("to", "output", "overwrite")), self.refresh)
        form.raster_word.setText(_raster_words())
        form.grey_label.setText(tr("Raster"))
        form.grey.setFilter("GeoTIFF (*.tif)")
        form.grey.fileChanged.connect(lambda _: self.refresh())
        self.scene.changed.connect(self.refresh)
        form.write_model.clicked.connect(lambda _: self.write_model())
        form.write_raster.clicked.connect(lambda _: self.write_raster())
        form.buttons.rejected.connect(self.reject)
        form.buttons.helpRequested.connect(partial(open_help, "qgis-models"))

    def _asked(self) -> Dict[str, Any]:
        return {name: value_of(self.form, _FIELDS[name]) for name in ("to", "output", "overwrite")}

    def _propose(self) -> None:
        """Offer names, unless the user has chosen others."""
        to = str(value_of(self.form, _FIELDS["to"]))
        stem = Path(self._model).stem + ("_deepness" if to == "deepness" else "")
        self._offer("output", str(Path(writable_folder("")) / f"{stem}{_SUFFIXES[to]}"))
        if self.scene.box.path:
            scene = self.scene.box.path
            self._offer("grey", str(Path(writable_folder(scene)) / f"{Path(scene).stem}_8bit{_TIF}"))

    def _offer(self, name: str, path: str) -> None:
        widget = getattr(self.form, name)
        if widget.filePath() == self._proposed[name]:
            self._proposed[name] = free_name(path)
            widget.blockSignals(True)
            widget.setFilePath(self._proposed[name])
            widget.blockSignals(False)

    def _follow(self, started: job.Job) -> None:
        self.run_view.show()
        self.run_view.show_job(started)
        started.ended.connect(self.refresh)


def _add_raster(path: str, outcome: tasks.Outcome) -> None:
    if outcome.ok:
        try:
            add_file(path)
        except Told:
            return  # written and whole, but QGIS cannot show it: the run's record says where it lies


def _words() -> Dict[str, str]:
    """What each format is good for."""
    return {
        "onnx": tr("For ONNX Runtime and whatever reads ONNX: 256 grey levels in, probabilities of the classes out."),
        "deepness": tr(
            "For the QGIS plugin Deepness: it fills in tile size, pixel size and classes by itself. Leave its class threshold at "
            "0, and its removal of small areas."
        ),
        "stac-mlm": tr("A STAC item for a catalogue of models: what the model needs, what it answers, and its checksum."),
    }


def _raster_words() -> str:
    return tr(
        "The exported model sees 256 grey levels over its own dB window, at its own pixel size, and takes any other raster without "
        "a word: from the scene itself, its answers would mean nothing. This writes the right raster and adds it to the project."
    )
