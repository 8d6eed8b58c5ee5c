"""Where a result goes: beside the project or the scene, under a name that is free."""

import os
import re
from pathlib import Path
from typing import List

from qgis.core import QgsProject

from ..layers import layers_of
from ..translation import tr
from . import runs

SUFFIX = ".gpkg"
_PRODUCT_NAME = re.compile(r"^([A-Z]{3}\d)_SAR__.*?_(\d{8}T\d{6})_.*$")
"""Satellite and time are what tells products apart for people."""


def proposed_output(scene: str, what: str = "classified") -> str:
    """A free name for what is made of a scene; empty where there is no scene.

    Beside the project where it is saved, else beside the scene where that can be written to, else in the user's home.

    Args:
        scene: its path.
        what: is made, for the name.
    """
    if not scene:
        return ""
    path = Path(scene)
    if path.suffix.lower() == ".xml":
        path = path.parent  # a product is named by its folder, and nothing is written into it
    folders = (QgsProject.instance().absolutePath(), str(path.parent), str(Path.home()))
    folder = next((one for one in folders if one and os.access(one, os.W_OK)), folders[-1])
    stem = _PRODUCT_NAME.sub(r"\1_\2", path.name) if path.is_dir() else path.stem
    return free_name(str(Path(folder) / f"{stem}_{what}{SUFFIX}"))


def free_name(output: str) -> str:
    """The name itself if nothing has it, else the same with a number."""
    path = Path(output)
    number = 2
    while path.exists() or runs.writes(str(path)):
        path = Path(output).with_name(f"{Path(output).stem}_{number}{Path(output).suffix}")
        number += 1
    return str(path)


def output_problem(output: str, overwrite: bool) -> str:
    """Why a result cannot go there; empty when it can."""
    path = Path(output)
    if not output:
        return tr("Name a file for the result.")
    if path.suffix.lower() != SUFFIX:
        return tr("The result is a GeoPackage: its name must end in {suffix}.").format(suffix=SUFFIX)
    if not path.is_absolute() or not path.parent.is_dir():
        return tr("The folder {folder} does not exist: create it, or choose another one.").format(folder=path.parent)
    if not os.access(path.parent, os.W_OK):
        return tr("The folder {folder} cannot be written to: choose another one.").format(folder=path.parent)
    if runs.writes(output):
        return tr("{name} is being written by another run: use {free}.").format(name=path.name, free=Path(free_name(output)).name)
    return _taken(output, overwrite) if path.exists() else ""


def _taken(output: str, overwrite: bool) -> str:
    """Why an existing file stays as it is."""
    name, free = Path(output).name, Path(free_name(output)).name
    layers: List[str] = [layer.name() for layer in layers_of(output)]
    if layers:
        text = tr("{name} is open in this project: use {free}, or remove the layers {layers} first.")
        return text.format(name=name, free=free, layers=", ".join(layers))
    if not overwrite:
        return tr("{name} exists already: use {free}, or tick “Overwrite”.").format(name=name, free=free)
    return ""
