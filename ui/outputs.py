"""Where a run may write, and which names are free; no widgets here."""

import os
from pathlib import Path

from qgis.core import QgsProject

from .layers import layers_of
from .translation import tr

_FORBIDDEN = '<>:"/\\|?*'
"""In names of files, on any system."""


def writable_folder(near: str) -> str:
    """Beside the project where it is saved, else beside a file where that can be written to, else the user's home."""
    folders = (QgsProject.instance().absolutePath(), str(Path(near).parent) if near else "", str(Path.home()))
    return next((one for one in folders if one and os.access(one, os.W_OK)), folders[-1])


def free_name(path: str) -> str:
    """The name itself if nothing has it, else the same with a number."""
    free, number = Path(path), 2
    while free.exists():
        free = Path(path).with_name(f"{Path(path).stem}_{number}{Path(path).suffix}")
        number += 1
    return str(free)


def name_problem(name: str) -> str:
    """Why a model cannot be called so; empty where it can, on any system."""
    if name and not name.startswith(".") and not set(name) & set(_FORBIDDEN):
        return ""
    return tr("“{name}” cannot be the name of a file: use letters, digits, spaces, - and _.").format(name=name)


def output_problem(path: str, suffix: str, overwrite: bool) -> str:
    """Why a run cannot write there; empty when it can.

    Args:
        path: of a file, or of a folder.
        suffix: that its name must end in; empty for any.
        overwrite: whether what is there may be replaced.
    """
    output = Path(path)
    if not path:
        return tr("Name what is to be written.")
    if suffix and output.suffix.lower() != suffix:
        return tr("{name} must end in {suffix}.").format(name=output.name, suffix=suffix)
    if not output.is_absolute() or not output.parent.is_dir():
        return tr("The folder {folder} does not exist: create it, or choose another one.").format(folder=output.parent)
    if not os.access(output.parent, os.W_OK):
        return tr("The folder {folder} cannot be written to: choose another one.").format(folder=output.parent)
    return _taken(output, overwrite) if output.exists() else ""


def _taken(output: Path, overwrite: bool) -> str:
    """Why what is there stays as it is."""
    free, layers = Path(free_name(str(output))).name, [layer.name() for layer in layers_of(str(output))]
    if layers:
        text = tr("{name} is open in this project: use {free}, or remove the layers {layers} first.")
        return text.format(name=output.name, free=free, layers=", ".join(layers))
    if not overwrite:
        return tr("{name} exists already: use {free}, or tick “Overwrite”.").format(name=output.name, free=free)
    return ""
