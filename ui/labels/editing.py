"""QGIS's edit sessions on files of labels: begun, asked about, and saved."""

from pathlib import Path

from qgis.core import QgsVectorLayer

from ..layers import layers_of
from ..translation import Told, tr


class NotEditable(Told):
    """QGIS does not let the labels be changed or saved; the text says why."""


def unsaved(path: str) -> bool:
    """Whether layers of the project hold edits of this file that are not in it yet: whoever gives it to the engine asks first."""
    return any(isinstance(layer, QgsVectorLayer) and layer.isModified() for layer in layers_of(path))


def save_all(path: str) -> None:
    """Write all edits of this file into it, and go on editing.

    Raises:
        NotEditable: QGIS could not write them.
    """
    for layer in layers_of(path):
        if isinstance(layer, QgsVectorLayer) and layer.isModified():
            save_edits(layer)


def start_editing(layer: QgsVectorLayer) -> None:
    """Let a layer be edited, if it is not already.

    Raises:
        NotEditable: QGIS does not let it.
    """
    if not layer.isEditable() and not layer.startEditing():
        text = tr("QGIS does not let {file} be edited: the file is read-only, or another program holds it.")
        raise NotEditable(text.format(file=Path(layer.source().partition("|")[0]).name))


def save_edits(layer: QgsVectorLayer) -> None:
    """Write the edits of a layer into its file, and go on editing.

    Raises:
        NotEditable: QGIS could not write them; they stay in the buffer.
    """
    if layer.isEditable() and not layer.commitChanges(False):
        raise NotEditable(tr("The labels could not be saved: {reason}").format(reason="; ".join(layer.commitErrors())))
