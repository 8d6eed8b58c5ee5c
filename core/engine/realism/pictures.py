"""Pictures of a report on synthetic patches: levels, texture, and real patches beside synthetic ones."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from numpy.typing import NDArray

from ...contract.model_card import Radiometry
from ..assessment.charts import BLUE, DPI, INK, ORANGE, SOFT, new_drawing, plain
from ..assessment.gallery import grey_patch
from ..patches.patch_set import DbWindow, PatchSet
from .compared import ComparedRows, Rows
from .pixel_figures import CODES, along_columns, along_rows, autocorrelation, by_radius
from .quality import Figures, Samples
from .sample_statistics import SampleStatistics

LEVELS_FILE, TEXTURE_FILE = "levels.png", "texture.png"
_ACROSS = 3
_LEVEL_BIN_DB = 1.0
"""Fine ones would show the steps of digital numbers."""
_SHOWN_SHARE = 0.0005
"""Of the pixels at each end of the levels that are not drawn."""
_ACROSS_HALF, _DOWN = 4, 3
"""Patches of each half of a sheet."""
_GAP_PX, _MIDDLE_SHARE = 4, 20
_SHEET_IN, _HEAD_IN = 8.4, 0.3


class Source(NamedTuple):
    """A curve of one kind of patches."""

    label: str
    sample: SampleStatistics | None
    colour: str
    style: str


def _sources(samples: Samples) -> list[Source]:
    return [
        Source("real, one half", samples.half, SOFT, "-"),
        Source("real, other half", samples.other_half, SOFT, ":"),
        Source("real, held out", samples.held_out, BLUE, "--"),
        Source("synthetic", samples.synthetic, ORANGE, "-"),
    ]


def draw_levels(parts: Sequence[Figures], window: DbWindow, path: Path) -> None:
    """Write a PNG: how the pixels of each class spread over levels.

    Raises:
        OSError: cannot be written.
    """
    edges = np.linspace(window.floor_db, window.ceiling_db, CODES)
    climb = np.cumsum(sum(one.sample.counts[1:] for part in parts for one in _sources(part.samples) if one.sample is not None))
    low, high = edges[np.searchsorted(climb / climb[-1], (_SHOWN_SHARE, 1 - _SHOWN_SHARE))]
    bins = np.arange(np.floor(low), np.ceil(high) + _LEVEL_BIN_DB, _LEVEL_BIN_DB)
    db = np.linspace(window.floor_db, window.ceiling_db, CODES - 1)

    def draw(axes: Axes, source: Source, counts: NDArray[np.int64]) -> None:
        shares, _ = np.histogram(db, bins, weights=counts / counts.sum())
        axes.plot((bins[1:] + bins[:-1]) / 2, 100 * shares, source.style, color=source.colour, linewidth=1.5, label=source.label)

    drawing, grid = _panels(parts, "level, dB", "% of the pixels")
    for axes, part in zip(grid, parts, strict=True):
        for source in _sources(part.samples):
            if source.sample is not None:
                draw(axes, source, source.sample.counts[1:])
        axes.set_ylim(bottom=0)
    _finish(drawing, grid[0], path)


def draw_texture(parts: Sequence[Figures], path: Path) -> None:
    """Write a PNG: the autocorrelation of each class by lag, over all directions; thin, for synthetic patches, along rows and columns.

    Raises:
        OSError: cannot be written.
    """
    drawing, grid = _panels(parts, "lag, px", "correlation")
    for axes, part in zip(grid, parts, strict=True):
        for source in _sources(part.samples):
            if source.sample is not None:
                profile = by_radius(autocorrelation(source.sample.covariance))
                axes.plot(profile, source.style, color=source.colour, linewidth=1.5, label=source.label)
        for sample, colour in ((part.samples.half, SOFT), (part.samples.synthetic, ORANGE)):
            correlation = autocorrelation(sample.covariance)
            axes.plot(along_rows(correlation), "^", color=colour, markersize=3, alpha=0.6)
            axes.plot(along_columns(correlation), ">", color=colour, markersize=3, alpha=0.6)
        axes.axhline(1 / np.e, color=SOFT, linewidth=0.8, linestyle=(0, (2, 3)))
        axes.set_ylim(top=1.02)
    for marker, label in (("^", "along rows"), (">", "along columns")):
        grid[0].plot([], [], marker, color=SOFT, markersize=4, label=label)
    _finish(drawing, grid[0], path)


def _panels(parts: Sequence[Figures], across: str, up: str) -> tuple[Drawing, list[Axes]]:
    """A small chart for each part, all of one scale."""
    columns = min(_ACROSS, len(parts))
    rows = -(-len(parts) // columns)
    drawing = new_drawing(max(5.2, 3.2 * columns), 0.6 + 2.3 * rows)
    grid = drawing.subplots(rows, columns, squeeze=False, sharex=True, sharey=False).flatten().tolist()
    for axes in grid[len(parts) :]:
        axes.set_axis_off()
    for place, (axes, part) in enumerate(zip(grid, parts, strict=False)):
        plain(axes).set_title(part.name, fontsize=10, loc="left", color=INK, parse_math=False)
        axes.tick_params(labelbottom=True)
        axes.set_xlabel(across, color=INK, fontsize=9)
        if place % columns == 0:
            axes.set_ylabel(up, color=INK, fontsize=9)
    return drawing, grid[: len(parts)]


def _finish(drawing: Drawing, first: Axes, path: Path) -> None:
    handles, labels = first.get_legend_handles_labels()
    drawing.legend(handles, labels, loc="outside upper left", ncols=6, fontsize=8.5, frameon=False, columnspacing=1.4, handlelength=1.8)
    drawing.savefig(path, dpi=DPI)


def draw_sheet(sets: tuple[PatchSet, PatchSet], found: ComparedRows, radiometry: Radiometry, path: Path) -> None:
    """Write a PNG: real training patches of a class on the left, synthetic ones on the right, as many of each.

    Args:
        sets: real and synthetic.
        found: rows of both.
        radiometry: the window of the grey levels.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    rows = (found.training, found.synthetic)
    count = min(_ACROSS_HALF * _DOWN, *map(len, rows))
    halves = [_mosaic(one, _spread(of_set, count), radiometry) for one, of_set in zip(sets, rows, strict=True)]
    height, width = halves[0].shape
    middle = np.full((height, width // _MIDDLE_SHARE), 255, np.uint8)
    sheet = np.concatenate([halves[0], middle, halves[1]], axis=1)
    picture_in = _SHEET_IN * height / sheet.shape[1]
    drawing = Drawing(figsize=(_SHEET_IN, picture_in + _HEAD_IN))
    axes = drawing.add_axes((0, 0, 1, picture_in / (picture_in + _HEAD_IN)))
    axes.set_axis_off()
    axes.imshow(sheet, cmap="gray", vmin=0, vmax=255, interpolation="nearest", aspect="auto")
    for left, text in ((0, f"{found.land_class.name}, real"), (width + middle.shape[1], "synthetic")):
        axes.annotate(text, (left, 0), (0, 4), textcoords="offset points", fontsize=10, color=INK, parse_math=False)
    drawing.savefig(path, dpi=DPI)


def _spread(rows: Rows, count: int) -> Rows:
    """So many rows, evenly over all."""
    return rows[np.linspace(0, len(rows) - 1, count).round().astype(np.int64)]


def _mosaic(patch_set: PatchSet, rows: NDArray[np.int64], radiometry: Radiometry) -> NDArray[np.uint8]:
    """Patches in rows of four, with white between them."""
    tiles = [np.pad(grey_patch(patch_set, int(row), radiometry), ((0, _GAP_PX), (0, _GAP_PX)), constant_values=255) for row in rows]
    tiles += [np.full_like(tiles[0], 255)] * (-len(tiles) % _ACROSS_HALF)
    return np.concatenate([np.concatenate(tiles[at : at + _ACROSS_HALF], axis=1) for at in range(0, len(tiles), _ACROSS_HALF)])
