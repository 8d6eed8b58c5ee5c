"""The dialog that lays a grid of cells over a scene and begins a new file of labels."""

from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsRasterLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QWidget

from ...core.contract.commands.patches import PatchesCutConfig
from ...core.contract.legend import TERRASAR_X_LEGEND, LandClass
from ...core.contract.model_card import ModelCard
from .. import binding, tasks
from ..classify.card_facts import legend_html
from ..classify.output import output_problem, proposed_output
from ..classify.scene_box import SceneBox
from ..environment import PLUGIN_ROOT, engine_state
from ..fields import fields_of
from ..figures import count_text, number_text
from ..help import open_help
from ..icons import icon
from ..product import images_of
from ..setup.models import installed_models
from ..translation import Told, tr
from .data import places_with_data
from .file import NewLabels, create_labels
from .grid import CellGrid, NoGrid, grid_over, side_m
from .legend import legend_of_file
from .legend_box import ask_legend_file

_FORM = PLUGIN_ROOT / "ui" / "forms" / "labels_new.ui"
_FIELDS = [fields_of(PatchesCutConfig)[name] for name in ("patch_px", "stride_px", "patch_pixel_size_m")]
_FROM_FILE = "file"
_HELP_PAGE = "qgis-label"


class NewLabelsDialog(QDialog):
    """Collects scene, patch size, legend and file; makes the file in the background."""

    created = pyqtSignal(str)
    """The path of the new file."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.form: Any = uic.loadUiType(str(_FORM))[0]()
        self.form.setupUi(self)
        self.setWindowIcon(icon("label"))
        self._task: Optional[tasks.SmallTask] = None
        self._legends: Dict[str, Tuple[LandClass, ...]] = {}
        self._proposed, self._file_refusal = "", ""
        self.create_button = self.form.buttons.addButton(tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.scene = SceneBox(self.form, self)
        binding.bind(self.form, _FIELDS, self.refresh)
        self._fill()
        self._connect()
        self.refresh()

    def choose(self, layer: Optional[QgsMapLayer]) -> None:
        """Lay the cells over this layer's scene."""
        self.scene.choose_layer(layer)

    def choose_legend(self, path: str) -> None:
        """Take the legend from a file."""
        try:
            self._add_legend(tr("{file} (classes of the file)").format(file=Path(path).name), path, legend_of_file(path))
            self._file_refusal = ""
            self.form.legend.setCurrentIndex(self.form.legend.findData(path))
        except Told as refusal:
            self._file_refusal = str(refusal)
        self.refresh()

    @property
    def classes(self) -> Tuple[LandClass, ...]:
        """The chosen legend."""
        return self._legends.get(self.form.legend.currentData(), TERRASAR_X_LEGEND)

    @property
    def output(self) -> str:
        """Path of the file, with its ending."""
        path = self.form.output.filePath().strip()
        return path if not path or path.lower().endswith(".gpkg") else f"{path}.gpkg"

    def grid(self) -> CellGrid:
        """The cells as the form asks for them.

        Raises:
            NoGrid: the scene does not allow it, or is not known yet.
        """
        if self.scene.info is None:
            raise NoGrid(
                self.scene.refusal or tr("Looking at the scene…") if self.scene.path or self.scene.refusal else tr("Choose a scene.")
            )
        patch_px, stride_px, pixel_size_m = (binding.value_of(self.form, field) for field in _FIELDS)
        return grid_over(self.scene.info, patch_px, stride_px or patch_px, pixel_size_m)

    def problem(self) -> str:
        """What stands in the way, the first thing to do first; empty when nothing does."""
        if engine_state().kind != "ready":
            return tr("The engine is not ready: set it up under Settings > Options > Echopatch.")
        try:
            self.grid()
        except NoGrid as reason:
            return str(reason)
        path = Path(self.output)
        if self.output and path.exists():
            return tr("{file} is there already: continue it from the dock, or choose another name.").format(file=path.name)
        return self._file_refusal or output_problem(self.output, overwrite=False)

    def accept(self) -> None:
        """Make the file; the dialog closes when it is whole."""
        if self.problem() or self._task is not None or self.scene.info is None:
            return
        info, grid, path, image = self.scene.info, self.grid(), self.output, self._image()
        new = NewLabels(grid, QgsCoordinateReferenceSystem.fromWkt(info["crs_wkt"]), self.classes)

        def make(task: tasks.SmallTask) -> str:
            def go_on(done: float, first: float = 0.5) -> bool:
                task.setProgress(100 * (first + 0.5 * done))
                return not task.isCanceled()

            places = places_with_data(grid, image, lambda done: go_on(done, 0.0)) if image else list(grid.places())
            create_labels(path, new, places, go_on)
            return path

        self._task = tasks.run_small(tr("New labels"), make, self._on_made)
        self._task.progressChanged.connect(lambda done: self.form.progress.setValue(round(done)))
        self.form.progress.show()
        self.refresh()

    def reject(self) -> None:
        """Close, and stop what is being made."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self.scene.close()
        super().reject()

    def refresh(self) -> None:
        """Show what follows from what the form says."""
        form, problem = self.form, self.problem()
        form.legend_note.setText(legend_html(self.classes))
        self.create_button.setEnabled(not problem and self._task is None)
        form.reason.setText(problem)
        form.reason.setVisible(bool(problem))
        try:
            grid = self.grid()
        except NoGrid:
            form.grid_note.clear()
            return
        text = tr("{rows} × {columns} = {count} cells of {metres} m; those without data are left out.")
        count = count_text(grid.rows * grid.columns)
        form.grid_note.setText(text.format(rows=grid.rows, columns=grid.columns, count=count, metres=number_text(side_m(grid), 0)))

    def _fill(self) -> None:
        form = self.form
        form.model.addItem(tr("Default of the paper"), None)
        self._add_legend(tr("TerraSAR-X land cover"), "", TERRASAR_X_LEGEND)
        for path, card in installed_models():
            if card.modality == "sar":
                form.model.addItem(Path(path).stem, card)
                self._add_legend(tr("{model} (classes of the model)").format(model=Path(path).stem), path, card.classes)
        form.legend.addItem(tr("From a File…"), _FROM_FILE)
        form.output.setStorageMode(form.output.StorageMode.SaveFile)
        form.output.setFilter("GeoPackage (*.gpkg)")
        form.output.setDialogTitle(tr("Labels"))
        form.progress.hide()
        labels = [label for label in self.findChildren(QLabel) if label.objectName().endswith("_label")]
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:  # the widgets of all groups begin at one line
            label.setMinimumWidth(width)

    def _connect(self) -> None:
        form = self.form
        self.scene.changed.connect(self._on_scene)
        form.model.currentIndexChanged.connect(lambda _: self._on_model(form.model.currentData()))
        form.legend.currentIndexChanged.connect(lambda _: self.refresh())
        form.legend.activated.connect(self._on_legend)
        form.output.fileChanged.connect(lambda _: self.refresh())
        form.buttons.accepted.connect(self.accept)
        form.buttons.rejected.connect(self.reject)
        form.buttons.helpRequested.connect(lambda: open_help(_HELP_PAGE))

    def _add_legend(self, words: str, key: str, classes: Tuple[LandClass, ...]) -> None:
        self._legends[key] = classes
        if self.form.legend.findData(key) < 0:
            place = self.form.legend.findData(_FROM_FILE)
            self.form.legend.insertItem(place if place >= 0 else self.form.legend.count(), words, key)

    def _on_legend(self, index: int) -> None:
        if self.form.legend.itemData(index) == _FROM_FILE:
            self.form.legend.setCurrentIndex(0)
            path = ask_legend_file(self)
            if path:
                self.choose_legend(path)

    def _on_model(self, card: Optional[ModelCard]) -> None:
        defaults = [field.default for field in _FIELDS]
        values = defaults if card is None else [card.patch_px, None, card.pixel_size_m or defaults[2]]
        for field, value in zip(_FIELDS, values):
            binding.show_value(self.form, field, value)
        if card is not None:
            self.form.legend.setCurrentIndex(self.form.legend.findData(self._key_of(card)))
        self.refresh()

    def _key_of(self, card: ModelCard) -> str:
        return next((key for key, classes in self._legends.items() if key and classes == card.classes), "")

    def _on_scene(self) -> None:
        info = self.scene.info
        self.form.scene_note.setText(f"{info['kind']} · {' '.join(info['bands'])}" if info else "")
        if self.form.output.filePath().strip() in ("", self._proposed):
            self._proposed = proposed_output(self.scene.path, "labels")
            self.form.output.setFilePath(self._proposed)
        self.refresh()

    def _image(self) -> str:
        """The image that tells where there is data; empty where none can be looked at."""
        layer = self.form.scene.currentLayer()
        if isinstance(layer, QgsRasterLayer):
            return str(layer.source())
        images = images_of(self.scene.info) if self.scene.info else []
        return str(images[0]) if images else ""

    def _on_made(self, task: tasks.SmallTask) -> None:
        if task is not self._task:
            return
        self._task = None
        self.form.progress.hide()
        self.refresh()
        if task.outcome is None:
            self.form.reason.setText(task.error)
            self.form.reason.show()
            return
        self.scene.close()
        super().accept()
        self.created.emit(task.outcome)
