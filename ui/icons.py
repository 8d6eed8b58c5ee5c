"""The plugin's own icons."""

from qgis.PyQt.QtGui import QIcon

from .environment import PLUGIN_ROOT

ICON_FOLDER = PLUGIN_ROOT / "resources" / "icons"


def icon(name: str) -> QIcon:
    """The icon of that name."""
    return QIcon(str(ICON_FOLDER / f"{name}.svg"))
