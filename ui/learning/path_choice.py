"""A choice among the layers of the project, and files beside it."""

from pathlib import Path
from typing import Callable, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QWidget

from .. import settings
from ..scenes import LayerUnfit, scene_path
from ..translation import tr

_ASK_FILE, _ASK_FOLDER = "?file", "?folder"
_CHARACTERS = 18
PathOf = Callable[[QgsMapLayer], str]


class PathChoice(QComboBox):
    """Knows the path of the chosen layer or file; a layer that leaves the project leaves its path chosen, as a file."""

    path_changed = pyqtSignal()
    """Another path is chosen; not when the same one is called differently."""

    def __init__(self, path_of: PathOf, filters: str, folders: bool = False, parent: Optional[QWidget] = None) -> None:
        """Offer what is in the project.

        Args:
            path_of: the path of a layer; empty for one that is not offered.
            filters: of the file dialog.
            folders: whether a folder may be chosen too.
            parent: widget that it belongs to.
        """
        super().__init__(parent)
        self._path_of, self._filters, self._folders = path_of, filters, folders
        self._files: List[str] = []
        self._last = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARACTERS)
        self._fill()
        QgsProject.instance().layersAdded.connect(self._fill)
        QgsProject.instance().layersRemoved.connect(self._fill)
        self.activated.connect(self._on_activated)

    @property
    def path(self) -> str:
        """Of what is chosen; empty for nothing."""
        return self._last

    def choose(self, path: str) -> None:
        """Choose a path, which is offered from now on."""
        if path and self.findData(path) < 0:
            self._files.append(path)
            self._fill()
        self._set(path)

    def close_for_good(self) -> None:
        """Hear no more of the project."""
        QgsProject.instance().layersAdded.disconnect(self._fill)
        QgsProject.instance().layersRemoved.disconnect(self._fill)

    def _fill(self, *_: object) -> None:
        layers = _offered(self._path_of)
        known = {path for path, _ in layers}
        files = [one for one in (*self._files, self._last) if one and one not in known and Path(one.partition("|")[0]).exists()]
        chosen = self._last if self._last in known or self._last in files else ""
        self.blockSignals(True)
        self.clear()
        self.addItem("", "")
        for path, name in (*layers, *((one, _file_words(one)) for one in dict.fromkeys(files))):
            self.addItem(name, path)
            self.setItemData(self.count() - 1, path, Qt.ItemDataRole.ToolTipRole)
        self.addItem(tr("File…"), _ASK_FILE)
        if self._folders:
            self.addItem(tr("Product Folder…"), _ASK_FOLDER)
        self.blockSignals(False)
        self._set(chosen)

    def _set(self, path: str) -> None:
        changed = path != self._last
        self._last = path
        self.setCurrentIndex(max(0, self.findData(path)))
        self.setToolTip(path)
        if changed:
            self.path_changed.emit()

    def _on_activated(self, index: int) -> None:
        asked = self.itemData(index)
        if asked not in (_ASK_FILE, _ASK_FOLDER):
            self._set(asked)
            return
        start = settings.last_folder("learning")
        if asked == _ASK_FILE:
            path, _ = QFileDialog.getOpenFileName(self, tr("File"), start, self._filters)
        else:
            path = QFileDialog.getExistingDirectory(self, tr("Product Folder"), start)
        if path:
            settings.set_last_folder("learning", str(Path(path).parent))
        self.choose(path or self._last)


def scene_choice() -> PathChoice:
    """A choice among scenes."""
    kinds = f"{tr('Products and rasters')} (*.xml *.tif *.tiff *.vrt *.img);;{tr('All files')} (*)"
    return PathChoice(_scene_of, kinds, folders=True)


def image_choice() -> PathChoice:
    """A choice among images, such as optical ones."""
    return PathChoice(_image_of, f"{tr('Rasters')} (*.tif *.tiff *.vrt *.jp2 *.img);;{tr('All files')} (*)")


def labels_choice() -> PathChoice:
    """A choice among vector files."""
    return PathChoice(_vectors_of, f"{tr('Vector files')} (*.gpkg *.shp *.geojson *.json *.fgb *.kml);;{tr('All files')} (*)")


def _offered(path_of: PathOf) -> List[Tuple[str, str]]:
    """Path and name of each layer that will do, each path once, in the order of their names."""
    layers = sorted(QgsProject.instance().mapLayers().values(), key=lambda layer: str(layer.name()).lower())
    return list({path: (path, layer.name()) for path, layer in ((path_of(one), one) for one in layers) if path}.values())


def _file_words(path: str) -> str:
    """A file with its folder: files of labels often have the same name."""
    file = Path(path.partition("|")[0])
    return f"{file.parent.name}/{file.name}"


def _scene_of(layer: QgsMapLayer) -> str:
    try:
        return scene_path(layer) if isinstance(layer, QgsRasterLayer) else ""
    except LayerUnfit:
        return ""


def _image_of(layer: QgsMapLayer) -> str:
    return layer.source() if isinstance(layer, QgsRasterLayer) and Path(layer.source()).is_file() else ""


def _vectors_of(layer: QgsMapLayer) -> str:
    is_file = isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr" and Path(layer.source().partition("|")[0]).is_file()
    return layer.source() if is_file else ""
