"""Brings the dialog that judges, and the panel of models, into QGIS's window."""

from typing import Any, Optional

from qgis.core import QgsMapLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

from ..models.dialog import ModelsDialog
from ..setup.pages import ensure_engine
from .dialog import AssessDialog


class AssessDesk:
    """Opens both, each once; all of it is gone after ``close``."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dialog: Optional[AssessDialog] = None
        self._models: Optional[ModelsDialog] = None

    def open(self, layer: Optional[QgsMapLayer] = None) -> None:
        """Show the dialog that judges, with a layer of a result or a sample if it is one."""
        dialog = self._shown()
        if dialog is not None:
            dialog.choose_layer(layer)

    def open_with(self, model: str) -> None:
        """Show the dialog that judges, with the model of a path."""
        dialog = self._shown()
        if dialog is not None:
            dialog.choose_layer(None)
            dialog.fields.model.choose(model)

    def open_models(self) -> None:
        """Show the panel of models."""
        if self._models is None or sip.isdeleted(self._models):
            self._models = ModelsDialog(self.open_with, self._iface.mainWindow())
            self._models.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._models.show()
        self._models.raise_()

    def close(self) -> None:
        """Take both away."""
        if self._models is not None and not sip.isdeleted(self._models):
            self._models.close()
        if self._dialog is not None:
            self._dialog.close_for_good()
            self._dialog = None

    def _shown(self) -> Optional[AssessDialog]:
        """The dialog, shown; None where the engine is not there and the user does not set it up."""
        if not ensure_engine(self._iface.mainWindow()):
            return None
        if self._dialog is None:
            self._dialog = AssessDialog(self._iface.mainWindow())
        self._dialog.show()
        self._dialog.raise_()
        return self._dialog
