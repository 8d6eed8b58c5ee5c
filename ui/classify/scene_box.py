"""The choice of a scene: a layer, or a product or file beside the project; what it is, the engine says in the background."""

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import QgsApplication, QgsMapLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu

from ...core.contract.commands.scene import InfoConfig
from .. import engine, settings, tasks
from ..compat import RASTER_FILTER
from ..scenes import LayerUnfit, scene_path
from ..translation import tr


class SceneBox(QObject):
    """Knows which scene is chosen, and asks the engine about it."""

    changed = pyqtSignal()

    def __init__(self, form: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._files: List[str] = []
        self._task: Optional[tasks.SmallTask] = None
        self.path = ""
        """Of the scene; empty where none is chosen, or the layer is none."""
        self.info: Optional[Dict[str, Any]] = None
        """What the engine says of it; None until it has."""
        self.refusal = ""
        """Why what is chosen cannot be classified."""
        form.scene_label.setText(tr("Scene"))
        form.scene.setFilters(RASTER_FILTER)
        form.scene.setAllowEmptyLayer(False)
        menu = QMenu(form.browse)
        menu.addAction(tr("Product Folder…"), self._choose_folder)
        menu.addAction(tr("File…"), self._choose_file)
        form.browse.setMenu(menu)
        form.browse.setIcon(QgsApplication.getThemeIcon("/mActionFileOpen.svg"))
        form.scene.currentIndexChanged.connect(lambda _: self.look())

    @property
    def is_looking(self) -> bool:
        """The engine has not answered yet."""
        return self._task is not None

    @property
    def name(self) -> str:
        """Of the layer, or of the file."""
        return self._form.scene.currentText()

    def choose_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose a layer of the project."""
        if layer is not None:
            self._form.scene.setLayer(layer)
        self.look()

    def choose_path(self, path: str) -> None:
        """Choose a product or file that is not in the project."""
        if path not in self._files:
            self._files.append(path)
            self._form.scene.setAdditionalItems(self._files)
        self._form.scene.setCurrentIndex(self._form.scene.findText(path))

    def look(self) -> None:
        """Ask the engine what the chosen scene is."""
        self._stop()
        self.path, self.info, self.refusal = "", None, ""
        try:
            self.path = self._chosen_path()
        except LayerUnfit as unfit:
            self.refusal = str(unfit)
        if self.path:
            path = self.path
            title = tr("Look at {path}").format(path=Path(path).name)
            self._task = tasks.run_small(title, lambda task: _ask(path, task), self._on_answer)
        self.changed.emit()

    def close(self) -> None:
        """Ask no longer, whatever becomes of the layers."""
        self._form.scene.blockSignals(True)
        self._stop()

    def _stop(self) -> None:
        asked, self._task = self._task, None
        if asked is not None:
            asked.cancel()

    def _chosen_path(self) -> str:
        layer = self._form.scene.currentLayer()
        if layer is not None:
            return scene_path(layer)
        text = self._form.scene.currentText()
        return scene_path(text) if text in self._files else ""

    def _on_answer(self, task: tasks.SmallTask) -> None:
        if task is not self._task:
            return  # another scene has been chosen meanwhile, or the dialog is closed
        self._task = None
        self.info, self.refusal = task.outcome, task.error
        self.changed.emit()

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self._form.browse, tr("Product Folder"), settings.last_folder("product"))
        self._take(path)

    def _choose_file(self) -> None:
        kinds = f"{tr('Products and rasters')} (*.xml *.tif *.tiff *.vrt *.img);;{tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._form.browse, tr("Scene"), settings.last_folder("product"), kinds)
        self._take(path)

    def _take(self, path: str) -> None:
        if path:
            settings.set_last_folder("product", str(Path(path).parent))
            self.choose_path(path)


def _ask(path: str, task: tasks.SmallTask) -> Dict[str, Any]:
    info: Dict[str, Any] = engine.run("info", InfoConfig(scene=path), lambda message: None, task.isCanceled)["info"]
    return info
