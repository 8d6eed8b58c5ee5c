"""Pictures of a GAN while it learns: a sheet of made patches, and the curves of its figures."""

import os
from pathlib import Path

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from torch import Tensor

PREVIEW_FILE, CURVES_FILE = "preview.png", "curves.png"
PREVIEW_COLUMNS = 8
_DPI = 100
_TILE_PX, _GAP_PX, _HEAD_PX, _NAME_PX = 96, 4, 26, 20
_REAL, _MADE, _M, _K, _RATE = "#333333", "#d55e00", "#0072b2", "#009e73", "#7f8c8d"
"""Colours that the colour-blind can tell apart too (Okabe and Ito)."""


def write_preview(images: Tensor, names: list[str], title: str, path: Path) -> None:
    """Write a PNG of made images, one or more rows of eight for each class, in one fixed grey window.

    Args:
        images: first channel is shown, (classes * rows * 8, C, S, S), in -1..1, class by class.
        names: of the classes.
        title: above all.
        path: of the PNG, which appears whole.

    Raises:
        OSError: cannot be written.
    """
    each = len(images) // len(names)
    step_px = _TILE_PX + _GAP_PX
    block_px = _NAME_PX + each // PREVIEW_COLUMNS * step_px
    width = PREVIEW_COLUMNS * step_px + _GAP_PX
    height = _HEAD_PX + len(names) * block_px
    sheet = np.full((height, width, 3), 255, np.uint8)
    for number, tile in enumerate(_tiles(images)):
        block, place = divmod(number, each)
        x = _GAP_PX + place % PREVIEW_COLUMNS * step_px
        y = _HEAD_PX + block * block_px + _NAME_PX + place // PREVIEW_COLUMNS * step_px
        sheet[y : y + _TILE_PX, x : x + _TILE_PX] = tile[..., None]
    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    figure.figimage(sheet)
    figure.text(_GAP_PX / width, 1 - 6 / height, title, fontsize=9, va="top", color="#444444")
    for block, name in enumerate(names):
        top = _HEAD_PX + block * block_px + 4
        figure.text(_GAP_PX / width, 1 - top / height, name, fontsize=9, va="top", weight="bold")
    _save(figure, path)


def _tiles(images: Tensor) -> NDArray[np.uint8]:
    """The first channel as grey levels, (N, tile, tile), without any smoothing."""
    size = images.shape[-1]
    places = torch.arange(_TILE_PX) * size // _TILE_PX
    grey = ((images[:, 0].clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    picked: NDArray[np.uint8] = grey[:, places][:, :, places].numpy()
    return picked


def draw_curves(history: list[dict[str, float]], path: Path) -> None:
    """Write a PNG of a run: what both networks lose, the convergence measure, k with the rate, and the diversity.

    Args:
        history: one row for every few steps, in order, at least one.
        path: of the PNG, which appears whole.

    Raises:
        OSError: cannot be written.
    """
    figure = Figure(figsize=(7.2, 7.6), layout="constrained")
    losses, measure, balance, diversity = figure.subplots(4, 1, sharex=True)
    _line(losses, history, "real", "L(x), of real patches", _REAL)
    _line(losses, history, "made", "L(G(z)), of made ones", _MADE)
    losses.set_ylabel("reconstruction loss")
    _line(measure, history, "convergence", "M", _M)
    measure.set_ylabel("convergence M")
    for axes in (losses, measure):
        axes.set_yscale("log")
    _line(balance, history, "k", "k", _K)
    balance.set_ylabel("k")
    balance.set_ylim(-0.02, 1.02)
    behind = balance.twinx()
    _line(behind, history, "learning_rate", "learning rate", _RATE)
    behind.set_ylabel("learning rate", color=_RATE)
    behind.set_ylim(bottom=0)
    _line(diversity, history, "diversity", "made / real", _MADE)
    diversity.axhline(1, color=_REAL, linewidth=0.8, linestyle="--")
    diversity.set_ylabel("diversity")
    diversity.set_ylim(bottom=0)
    diversity.set_xlabel("step")
    losses.legend(frameon=False, fontsize=9)
    _save(figure, path)


def _line(axes: Axes, history: list[dict[str, float]], name: str, label: str, colour: str) -> None:
    axes.plot([row["step"] for row in history], [row[name] for row in history], color=colour, label=label, linewidth=1.4)
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)


def _save(figure: Figure, path: Path) -> None:
    fresh = path.with_name("fresh-" + path.name)
    figure.savefig(fresh, dpi=_DPI)
    os.replace(fresh, path)
