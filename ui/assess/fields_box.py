"""The fields of the dialog: each question shows those that it asks for."""

from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.contract.commands.assessment import EvaluateConfig
from ...core.contract.commands.patches import PatchesCutConfig
from ...core.contract.commands.sampling import AreasConfig
from ..binding import bind, show, value_of
from ..fields import fields_of
from ..learning.path_choice import PathChoice, labels_choice
from ..models.model_pick import ModelPick
from ..outputs import free_name, writable_folder
from ..processing.parameters import label_of
from ..scene_part import ScenePart
from ..translation import tr
from ..words import device_words

_EVALUATE, _CUT, _AREAS = fields_of(EvaluateConfig), fields_of(PatchesCutConfig), fields_of(AreasConfig)
_BOUND = (*(_EVALUATE[name] for name in ("patches", "split", "trained_on", "output", "overwrite")), _CUT["min_cover"])
_ROWS = (
    "model", "other", "patches", "split", "trained_on", "scene", "labels", "label_field", "min_cover", "result", "sample", "device",
)  # fmt: skip
"""Fields that come and go; the report is always asked for."""
_DEVICES = ("auto", "cpu", "cuda", "mps")


class FieldsBox(QObject):
    """Knows what is said in each field."""

    changed = pyqtSignal()

    def __init__(self, form: Any) -> None:
        """Fill the fields of a form."""
        super().__init__()
        self._form = form
        self._proposed = ""
        self.model, self.other = ModelPick(), ModelPick(place=1)
        kinds = tr("GeoPackage (*.gpkg)")
        self.labels, self.result, self.sample = labels_choice(), PathChoice(result_of, kinds), PathChoice(sample_of, kinds)
        for name in ("model", "other", "labels", "result", "sample"):
            getattr(form, f"{name}_place").addWidget(getattr(self, name))
        self.scene = ScenePart(form, PatchesCutConfig, form.scene_settings)
        bind(form, _BOUND, self.changed.emit)
        self._name_fields()
        self._fill_devices()
        for signal in (self.model.changed, self.other.changed, self.scene.changed, self.result.currentTextChanged,
                       self.sample.currentTextChanged, form.label_field.currentTextChanged):  # fmt: skip
            signal.connect(lambda *_: self.changed.emit())
        self.labels.currentTextChanged.connect(self._on_labels)

    def show_fields(self, asked: Tuple[str, ...]) -> None:
        """Show the fields that a question asks for."""
        form = self._form
        places = {name: getattr(self, name) for name in ("model", "other", "labels", "result", "sample")}
        for name in _ROWS:
            for widget in (getattr(form, f"{name}_label"), places.get(name) or getattr(form, name)):
                widget.setVisible(name in asked)
        form.browse.setVisible("scene" in asked)
        self.scene.settings.setVisible("scene" in asked)

    def values(self) -> Dict[str, Any]:
        """What is said in each field."""
        bound = {field.name: value_of(self._form, field) for field in _BOUND}
        chosen = {name: getattr(self, name).path for name in ("model", "other", "labels", "result", "sample")}
        device = self._form.device.currentData()
        return {
            **bound, **chosen, "scene": self.scene.box.path, "scene_settings": self.scene.values(),
            "label_field": self._form.label_field.currentText().strip(), "device": "" if device == _DEVICES[0] else device,
        }  # fmt: skip

    def choose_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Fill the fields that a layer of the project can fill."""
        for choice, path_of in ((self.result, result_of), (self.sample, sample_of)):
            if layer is not None and path_of(layer):
                choice.choose(path_of(layer))

    def propose(self, near: str, stem: str) -> None:
        """Offer a free name for the report, unless the user has named it."""
        written = self._form.output.filePath()
        if written in ("", self._proposed):
            name = tr("{name}-report").format(name=stem) if stem else tr("report")
            self._proposed = free_name(str(Path(writable_folder(near)) / name))
            show(self._form.output, self._proposed)

    def release_output(self) -> None:
        """The report is written: from now on another name may be offered, whoever has chosen this one."""
        self._proposed = self._form.output.filePath()

    def close_for_good(self) -> None:
        """Hear no more of the project, and ask the engine no longer."""
        self.scene.close()
        for choice in (self.labels, self.result, self.sample):
            choice.close_for_good()

    def _name_fields(self) -> None:
        """Labels and tips of the fields that are no plain widgets; the contract knows them."""
        named = {"model": _EVALUATE["model"], "labels": _CUT["labels"], "label_field": _CUT["label_field"], "result": _AREAS["result"],
                 "sample": _AREAS["labels"], "device": _EVALUATE["device"]}  # fmt: skip
        for name, field in named.items():
            label = getattr(self._form, f"{name}_label")
            label.setText(label_of(field))
            for widget in (label, getattr(self, name, None) or getattr(self._form, name)):
                widget.setToolTip(tr(field.help))
        self._form.other_label.setText(tr("Second model"))

    def _fill_devices(self) -> None:
        for device in _DEVICES:
            self._form.device.addItem(device_words(device), device)
        self._form.device.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _on_labels(self, *_: object) -> None:
        """Offer the fields of the labels, the one that the contract expects first."""
        combo, path = self._form.label_field, self.labels.path
        combo.blockSignals(True)
        combo.clear()
        names = [field.name() for field in QgsVectorLayer(path, "", "ogr").fields()] if path else []
        combo.addItems(names)
        usual = _CUT["label_field"].default
        combo.setCurrentText(usual if usual in names or not names else names[0])
        combo.blockSignals(False)
        self.changed.emit()


def result_of(layer: QgsMapLayer) -> str:
    """The result that a layer shows regions or cells of; empty for another layer."""
    return _file_with(layer, ("regions", "cells"))


def sample_of(layer: QgsMapLayer) -> str:
    """The sample whose cells a layer shows; empty for another layer."""
    is_sample = isinstance(layer, QgsVectorLayer) and layer.fields().indexOf("inclusion_probability") >= 0
    return _file_with(layer, ("labels",)) if is_sample else ""


def _file_with(layer: QgsMapLayer, tables: Tuple[str, ...]) -> str:
    path, _, table = layer.source().partition("|layername=")
    return path if isinstance(layer, QgsVectorLayer) and path.endswith(".gpkg") and table.partition("|")[0] in tables else ""
