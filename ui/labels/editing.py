"""QGIS's edit sessions on files of labels: begun, asked about, and saved."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer

from ..database import open_to_read
from ..layers import layers_of
from ..translation import Told, tr


class NotEditable(Told):
    """QGIS does not let the labels be changed or saved; the text says why."""


def unsaved(path: str) -> bool:
    """Whether layers of the project hold edits of this file that are not in it yet: whoever gives it to the engine asks first."""
    return any(isinstance(layer, QgsVectorLayer) and layer.isModified() for layer in layers_of(path))


def write_mark(path: str) -> Any:
    """Differs once something else has been written into a file; None where it cannot be read.

    A GeoPackage keeps the time itself: QGIS touches the file when it merely opens it.
    """
    try:
        if Path(path).suffix.lower() != ".gpkg":
            return Path(path).stat().st_mtime_ns
        with closing(open_to_read(path)) as database:
            return database.execute("SELECT MAX(last_change) FROM gpkg_contents").fetchone()
    except (OSError, sqlite3.Error):
        return None


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
