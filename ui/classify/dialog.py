"""The dialog that classifies a scene: collects the parameters of ``echopatch:classify``, and says what stands in the way."""

from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from qgis.core import QgsApplication, QgsMapLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from .. import settings
from ..binding import bind, value_of
from ..environment import PLUGIN_ROOT, engine_state
from ..figures import count_text, number_text
from ..help import open_help
from ..icons import icon
from ..scene_facts import facts_html
from ..translation import tr
from ..words import device_words
from . import checks, output
from .area_box import AreaBox
from .bands_box import BandsBox
from .card_facts import card_html
from .checks import FIELDS
from .estimate_words import estimate_words
from .model_choice import ModelChoice
from .radiometry_box import RadiometryBox
from .runs import Run
from .runs_box import RunsBox
from .scene_box import SceneBox

_FORM = PLUGIN_ROOT / "ui" / "forms" / "classify.ui"
_PLAIN = (
    "mode", "stride_px", "min_confidence", "min_area_m2", "min_valid", "batch_size", "precision", "smooth", "unknown", "test_time",
    "raster", "allow_upsampling", "subtract_noise", "output", "overwrite",
)  # fmt: skip
_ICON_PX = 16


class ClassifyDialog(QDialog):
    """Starts classifications; closing it stops none of them."""

    def __init__(self, start: Callable[[Run, Dict[str, Any]], None], canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        """Show the form.

        Args:
            start: starts a classification with the parameters of the algorithm.
            canvas: whose extent can be taken, and on which a rectangle can be drawn.
            parent: window that the dialog belongs to.
        """
        super().__init__(parent)
        self._start = start
        self._ready = False
        self._proposed = ""
        self.form = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon("classify"))
        self.run_button = self.form.buttons.addButton(tr("Classify"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.run_button.setIcon(icon("classify"))
        self.scene = SceneBox(self.form, self)
        self.model = ModelChoice(self.form, self)
        self.radiometry = RadiometryBox(self.form, self.refresh)
        self.bands = BandsBox(self.form, self.refresh)
        self.area = AreaBox(self.form, canvas, self)
        self.runs = RunsBox(self.form.runs, self)
        bind(self.form, map(FIELDS.get, _PLAIN), self.refresh)
        self._prepare()
        self._ready = True
        self.refresh()

    def choose(self, layer: Optional[QgsMapLayer]) -> None:
        """Show this layer's scene."""
        self.scene.choose_layer(layer)

    def wish(self) -> checks.Wish:
        """Everything the dialog says at this moment."""
        plain = {name: value_of(self.form, FIELDS[name]) for name in _PLAIN}
        values = {**plain, **self.radiometry.values(), "device": self.form.device.currentData()}
        return checks.Wish(self.scene.path, self.scene.info, self.model.path, self.model.card, values, self.bands.chosen())

    def problem(self) -> str:
        """What stands in the way of a start, the first thing to do first; empty when nothing does."""
        wish, info = self.wish(), self.scene.info
        if engine_state().kind != "ready":
            return tr("The engine is not ready: set it up under Settings > Options > Echopatch.")
        if self.scene.refusal or not wish.scene:
            return self.scene.refusal or tr("Choose a scene: a raster layer, a product folder or a raster file.")
        if self.model.refusal or wish.card is None:
            return self.model.refusal or tr("Choose a model; new ones come from Settings > Options > Echopatch.")
        if info is None:
            return tr("Looking at the scene…")
        found = next(checks.problems(wish), "") or self.area.problem(info)
        return found or output.output_problem(wish.values["output"] or "", wish.values["overwrite"])

    def parameters(self) -> Dict[str, Any]:
        """The parameters of the algorithm."""
        wish = self.wish()
        given = {"scene": wish.scene, "model": wish.model, **checks.settings_given(wish)}
        changed = {name: value for name, value in given.items() if FIELDS[name].required or value != FIELDS[name].default}
        texts = {name: " ".join(value) if isinstance(value, tuple) else value for name, value in changed.items()}
        return {**{name.upper(): value for name, value in texts.items()}, **self.area.parameters(), "LOAD": False}

    def accept(self) -> None:
        """Start the run; the dialog stays for the next one."""
        if self.problem():
            return
        self._start(Run(Path(self.scene.name).name, str(value_of(self.form, FIELDS["output"]))), self.parameters())
        settings.set_device(str(self.form.device.currentData()))
        self.runs.look()
        self._propose(self.scene.path)
        self.refresh()

    def reject(self) -> None:
        """Close, as the window's own button does; runs go on."""
        self.scene.close()
        self.area.close()
        super().reject()

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        if not self._ready:
            return
        wish = self.wish()
        self.radiometry.show_scene(wish.info, wish.card)
        problem = self.problem()
        self.run_button.setEnabled(not problem)
        self._show_reason(problem)
        self.form.facts.setHtml(self._facts(wish))
        self.form.estimate.setText(estimate_words(wish, self.area) if wish.info else "")

    def _prepare(self) -> None:
        form = self.form
        self._fill_devices()
        self._align_labels()
        form.output.setFilter("GeoPackage (*.gpkg)")
        form.raster.setFilter("GeoTIFF (*.tif)")
        form.incidence_from.setDialogTitle(tr("Product Folder"))
        self.scene.changed.connect(self._on_scene)
        self.model.changed.connect(self._on_model)
        self.area.changed.connect(self.refresh)
        form.buttons.accepted.connect(self.accept)
        form.buttons.rejected.connect(self.reject)
        form.buttons.helpRequested.connect(partial(open_help, "qgis"))

    def _fill_devices(self) -> None:
        combo, field = self.form.device, FIELDS["device"]
        self.form.device_label.setText(tr(field.label))
        for widget in (combo, self.form.device_label):
            widget.setToolTip(tr(field.help))
        known = engine_state().details.get("devices", {})
        found = {name: what for name, what in known.items() if not what.startswith("none")} or {"cpu": "", "cuda": "", "mps": ""}
        for device, what in {field.default: "", **found}.items():
            combo.addItem(device_words(device, what), device)
        combo.setCurrentIndex(max(0, combo.findData(settings.device())))
        combo.currentIndexChanged.connect(lambda _: self.refresh())

    def _align_labels(self) -> None:
        """Let the widgets of all groups begin at one line."""
        labels = [label for label in self.findChildren(QLabel) if label.objectName().endswith("_label")]
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(width)

    def _on_scene(self) -> None:
        self.form.scene_note.setText(_scene_note(self.scene))
        self._propose(self.scene.path)
        self._on_model()

    def _on_model(self) -> None:
        self.bands.show_scene(self.scene.info, self.model.card)
        self.refresh()

    def _propose(self, scene: str) -> None:
        """Offer a free name, unless the user has named the result."""
        if value_of(self.form, FIELDS["output"]) in (None, self._proposed):
            self._proposed = output.proposed_output(scene)
            self.form.output.setFilePath(self._proposed)

    def _show_reason(self, problem: str) -> None:
        wait = self.scene.is_looking
        name = "/mIconInfo.svg" if wait else "/mIconWarning.svg"
        self.form.reason_icon.setPixmap(QgsApplication.getThemeIcon(name).pixmap(_ICON_PX, _ICON_PX))
        self.form.reason_icon.setVisible(bool(problem))
        self.form.reason.setText(problem)

    def _facts(self, wish: checks.Wish) -> str:
        parts = []
        doubts = "".join(f"<p>⚠ {escape(one)}</p>" for one in checks.doubts(wish))
        if doubts:
            parts.append(f"<h4>{escape(tr('Before You Start'))}</h4>{doubts}")
        if wish.card is not None:
            parts.append(f"<h4>{escape(tr('Model'))}: {escape(Path(self.model.path).stem)}</h4>{card_html(wish.card)}")
        if wish.info is not None:
            parts.append(f"<h4>{escape(tr('Scene'))}</h4>{facts_html(wish.info, [])}")
        return "".join(parts)


def _scene_note(scene: SceneBox) -> str:
    """The scene in one line."""
    if scene.is_looking:
        return tr("Looking at the scene…")
    info = scene.info
    if info is None:
        return ""
    size = tr("{rows} × {columns} pixels").format(rows=count_text(info["rows"]), columns=count_text(info["columns"]))
    spacing = f"{number_text(info['row_spacing_m'], 2)} m" if info["row_spacing_m"] else ""
    if info["kind"] == "raster":
        return " · ".join(filter(None, (tr("raster"), size, spacing)))
    return " · ".join(filter(None, (info["kind"], " ".join(info["bands"]), size, spacing)))
