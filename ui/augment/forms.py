"""What the pages have in common in laying themselves out, and in turning what they say into a run."""

from typing import Any, Dict, Mapping

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QWidget

from ..environment import PLUGIN_ROOT


def load_form(name: str, widget: QWidget) -> Any:
    """Lay a widget out by a form, and give the names in it."""
    form = uic.loadUiType(str(PLUGIN_ROOT / "ui" / "forms" / name))[0]()
    form.setupUi(widget)
    return form


def asks_for_file(widget: QgsFileWidget, kinds: str, is_new: bool = False) -> None:
    """Let a widget ask for a file of some kinds, one that is there or a new one."""
    mode = QgsFileWidget.StorageMode.SaveFile if is_new else QgsFileWidget.StorageMode.GetFile
    widget.setStorageMode(mode)
    widget.setFilter(kinds)


def parameters_of_run(values: Mapping[str, Any]) -> Dict[str, Any]:
    """Settings as parameters of their algorithm: names, which may have blanks, one a line; numbers side by side."""
    return {name.upper(): _word(name, value) for name, value in values.items()}


def _word(name: str, value: Any) -> Any:
    if not isinstance(value, tuple) or name == "arms":
        return list(value) if isinstance(value, tuple) else value
    return ("\n" if name == "classes" else " ").join(map(str, value))
