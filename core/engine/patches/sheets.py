"""Contact sheets: the patches of each class side by side, in one fixed grey window, with split and group under each."""

from pathlib import Path

import numpy as np
import pandas as pd
import torch
from matplotlib.figure import Figure
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from ..output import check_output, whole
from .index import SPLITS
from .patch_set import CodedWindow, PatchSet, codes_to_db

_COLUMNS, _MOST_ROWS = 8, 8
_TILE_PX, _GAP_PX, _TEXT_PX, _HEAD_PX, _EDGE_PX = 160, 8, 18, 92, 16
_ROW_PX = _TILE_PX + _TEXT_PX + _GAP_PX
_DPI = 100
_SPLIT_COLOURS = dict(zip(SPLITS, ("#444444", "#1f5fa8", "#b3501e"), strict=True))
_NODATA_COLOUR = np.array([242, 213, 204], dtype=np.uint8)
_MOST_LETTERS = 30


def check_sheets_output(path: str, overwrite: bool, inputs: list[str]) -> Path:
    """Refuse a folder that could not be written in the end; one with other files is never replaced.

    Raises:
        OutputError: see ``output.check_output``.
        PatchSetError: something else than contact sheets is in the way.
    """
    output = check_output(path, "", overwrite, inputs)
    if output.exists() and not (output.is_dir() and all(one.match("class-*.png") for one in output.iterdir())):
        raise PatchSetError("patches-folder-not-replaced", path=path)
    return output


def write_sheets(patch_set: PatchSet, window: CodedWindow, output: Path, report: Reporter) -> None:
    """Write ``class-CODE.png`` for each class that has patches.

    Args:
        patch_set: of which at most 64 patches a class are shown, spread over its splits and groups.
        window: dB of black and of white, for all patches alike.
        output: folder to write, checked.
        report: hears progress.

    Raises:
        OutputError: cannot be written.
        Cancelled: the user stopped the run.
    """
    there = [one for one in patch_set.settings.classes if (patch_set.index["label"] == one.code).any()]
    with whole(output) as folder:
        folder.mkdir()
        for done, one in enumerate(there, 1):
            _draw(patch_set, one, window, folder / f"class-{one.code}.png")
            report.progress(done, len(there), "progress-sheets")
    for one in there:
        report.picture(one.name, str(output / f"class-{one.code}.png"))


def _draw(patch_set: PatchSet, land_class: LandClass, window: CodedWindow, path: Path) -> None:
    of_class = patch_set.index[patch_set.index["label"] == land_class.code]
    shown = _spread(of_class)
    rows = -(-len(shown) // _COLUMNS)
    width = 2 * _EDGE_PX + _COLUMNS * (_TILE_PX + _GAP_PX) - _GAP_PX
    height = _HEAD_PX + rows * _ROW_PX + _EDGE_PX
    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    _head(figure, patch_set, land_class, of_class, window)
    sheet = np.full((height, width, 3), 255, dtype=np.uint8)
    for place, (patch, split, group) in enumerate(zip(shown["patch"].tolist(), shown["split"], shown["group"], strict=True)):
        x, y = _EDGE_PX + place % _COLUMNS * (_TILE_PX + _GAP_PX), _HEAD_PX + place // _COLUMNS * _ROW_PX
        tile = _tile(patch_set, patch, window)
        sheet[y : y + len(tile), x : x + len(tile)] = tile
        under = (x / width, 1 - (y + _TILE_PX + 3) / height)
        figure.text(*under, _short(f"{patch}: {split}, group {group}"), fontsize=7.5, va="top", color=_SPLIT_COLOURS[split])
    figure.figimage(sheet)
    figure.savefig(path, dpi=_DPI)


def _head(figure: Figure, patch_set: PatchSet, land_class: LandClass, of_class: pd.DataFrame, window: CodedWindow) -> None:
    """The class, how many patches, and what the grey levels mean, above the patches."""
    settings, height = patch_set.settings, figure.get_figheight() * _DPI
    left = _EDGE_PX / (figure.get_figwidth() * _DPI)
    shown = min(len(of_class), _COLUMNS * _MOST_ROWS)
    counts = ", ".join(f"{name} {int((of_class['split'] == name).sum())}" for name in SPLITS)
    first = f"{len(of_class)} patches in {of_class['group'].nunique()} groups ({counts}); {shown} shown, with number, split and group"
    channel = f", channel {settings.channels[0]} of {len(settings.channels)}" if len(settings.channels) > 1 else ""
    spacing = "pixels of unknown size" if settings.pixel_size_m is None else f"{settings.pixel_size_m:g} m pixels"
    levels = f"{settings.quantity} from {window.floor_db:g} dB (black) to {window.ceiling_db:g} dB (white) in every patch"
    second = f"{levels}{channel}; {spacing}"
    figure.text(left, 1 - 14 / height, "\u25a0", fontsize=15, va="top", color=land_class.colour)
    heading = f"{land_class.code}  {land_class.name}"
    figure.text(left * 2.7, 1 - 14 / height, heading, fontsize=15, va="top", weight="bold")
    figure.text(left, 1 - 44 / height, first, fontsize=9, va="top")
    figure.text(left, 1 - 64 / height, second, fontsize=9, va="top", color="#444444")


def _spread(of_class: pd.DataFrame) -> pd.DataFrame:
    """At most so many patches as a sheet holds, evenly over splits and groups."""
    order = of_class.assign(side=of_class["split"].map(SPLITS.index)).sort_values(["side", "group", "patch"], kind="stable")
    most = _COLUMNS * _MOST_ROWS
    if len(order) <= most:
        return order
    chosen: pd.DataFrame = order.iloc[np.linspace(0, len(order) - 1, most).round().astype(int)]
    return chosen


def _tile(patch_set: PatchSet, patch: int, window: CodedWindow) -> NDArray[np.uint8]:
    """The first channel of a patch as a picture, (side, side, 3); large patches are averaged in power, small ones enlarged."""
    db = codes_to_db(torch.from_numpy(np.array(patch_set.codes[patch, 0])), patch_set.settings).numpy()
    step, times = -(-len(db) // _TILE_PX), max(1, _TILE_PX // len(db))
    side = len(db) // step
    power = 10 ** (db[: side * step, : side * step].reshape(side, step, side, step) / 10)
    db = 10 * np.log10(power.mean(axis=(1, 3))).repeat(times, axis=0).repeat(times, axis=1)
    share = (db - window.floor_db) / (window.ceiling_db - window.floor_db)
    grey = np.rint(255 * np.nan_to_num(np.clip(share, 0, 1))).astype(np.uint8)
    return np.where(np.isnan(db)[..., None], _NODATA_COLOUR, grey[..., None]).astype(np.uint8)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 3]}..."
