"""The part of a form that asks for a scene, and for what its file does not say."""

from typing import Any, Dict, Optional, Type

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QLayout

from .classify import radiometry
from .classify.checks import HOPELESS
from .classify.scene_box import SceneBox
from .fields import fields_of
from .settings_form import SettingsForm, folder_widget
from .translation import sentence_text, tr

_GROUP = "options"
"""Of the settings that say how to read a scene, in every command that has them."""


class ScenePart(QObject):
    """Knows which scene is chosen, what the engine says of it, and what the user adds."""

    changed = pyqtSignal()

    def __init__(self, form: Any, config: Type[Any], place: QLayout) -> None:
        """Fill ``scene``, ``scene_label`` and ``browse`` of a form.

        Args:
            form: that has them.
            config: of the command that reads the scene.
            place: takes the settings of the scene.
        """
        super().__init__()
        self.box = SceneBox(form, self)
        self._fields = fields_of(config)
        others = [name for name, field in self._fields.items() if field.group != _GROUP]
        self.settings = SettingsForm(config, others, {"incidence_from": folder_widget})
        place.addWidget(self.settings)
        self.box.changed.connect(self.changed)
        self.settings.changed.connect(self.changed)

    def choose(self, layer: Optional[QgsMapLayer]) -> None:
        """Show this layer's scene; None looks at the one that the form shows."""
        self.box.choose_layer(layer)

    def values(self) -> Dict[str, Any]:
        """The settings of the scene that differ from their defaults."""
        return self.settings.values()

    def problem(self, quantity: str) -> str:
        """Why the scene cannot be read, the first thing to do first; empty where it can.

        Args:
            quantity: that the model wants.
        """
        if self.box.refusal or not self.box.path:
            return self.box.refusal or tr("Choose a scene: a raster layer, a product folder or a raster file.")
        if self.box.info is None:
            return tr("Looking at the scene…")
        said = {name: self.values().get(name, self._fields[name].default) for name in radiometry.SETTINGS}
        for warning in self.box.info["warnings"]:
            if warning["code"] in HOPELESS:
                return sentence_text(warning["code"], warning, warning["text"])
        return next(iter(radiometry.missing(self.box.info, said, quantity)), "")

    def close(self) -> None:
        """Ask the engine no longer."""
        self.box.close()
