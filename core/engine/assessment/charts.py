"""Charts of an assessment, all of one look; sizes in inches of 96 screen pixels, drawn twice as fine."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.ticker import MaxNLocator, PercentFormatter

from .calibration import ERROR_BINS, Coverage, Reliability
from .intervals import Figure

DPI = 192
PERCENT = PercentFormatter(1, decimals=0, symbol=" %")
INK, SOFT, GRID = "#1b2430", "#5b6675", "#dde2e8"
_LEAST_GAP = 0.05
"""Thresholds that keep nearly the same patches are marked once."""
BLUE, ORANGE = "#1f5f99", "#c9680f"
"""Told apart by people who do not see red and green apart; markers differ too."""


def new_drawing(width_in: float, height_in: float) -> Drawing:
    """An empty figure; not pyplot's: no window system, no global state."""
    return Drawing(figsize=(width_in, height_in), layout="constrained")


def plain(axes: Axes, grid: str = "both") -> Axes:
    """Axes without a frame, with a faint grid along ``x``, ``y`` or ``both``."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(SOFT)
    axes.tick_params(colors=SOFT, labelcolor=INK, labelsize=9)
    axes.grid(axis=grid, color=GRID, linewidth=0.8)  # type: ignore[arg-type]
    axes.set_axisbelow(True)
    return axes


def draw_classes(names: Sequence[str], recall: Sequence[Figure], precision: Sequence[Figure], path: Path) -> None:
    """Write a PNG: recall and precision of each class with their intervals.

    Args:
        names: of the classes.
        recall: of each class.
        precision: of each class.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    drawing = new_drawing(6.2, 1.15 + 0.44 * len(names))
    axes = plain(drawing.add_subplot(), "x")
    found, right = "recall: share of it that is found", "precision: share of its answers that is right"
    series = ((found, recall, "o", BLUE, -0.14), (right, precision, "D", ORANGE, 0.14))
    for label, figures, marker, colour, shift in series:
        for place, one in enumerate(figures):
            _draw_figure(axes, one, place + shift, marker, colour)
        axes.plot([], [], marker, color=colour, markersize=6, label=label)
    axes.plot([], [], "o", markerfacecolor="white", markeredgecolor=SOFT, label="hollow: no reliable interval")
    axes.set_yticks(range(len(names)), names, parse_math=False)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(-0.02, 1.02)
    axes.xaxis.set_major_formatter(PERCENT)
    drawing.legend(loc="outside upper left", ncols=2, fontsize=8.5, frameon=False, handletextpad=0.3, columnspacing=1.4)
    drawing.savefig(path, dpi=DPI)


def _draw_figure(axes: Axes, figure: Figure, height: float, marker: str, colour: str) -> None:
    if figure.bounded:
        axes.plot([figure.low, figure.high], [height, height], color=colour, linewidth=2, alpha=0.75 if figure.reliable else 0.35)
    axes.plot(figure.value, height, marker, color=colour, markersize=6, markerfacecolor=colour if figure.reliable else "white")


def draw_reliability(after: Reliability, before: Reliability, path: Path) -> None:
    """Write a PNG: how many of the answers of each confidence are right, with and without the temperature.

    Raises:
        OSError: cannot be written.
    """
    drawing = new_drawing(5.0, 4.6)
    top, bottom = drawing.subplots(2, 1, sharex=True, gridspec_kw={"height_ratios": [4, 1]})
    plain(top).plot([0, 1], [0, 1], color=SOFT, linewidth=1, linestyle=(0, (4, 3)))
    top.plot(before.confidence, before.accuracy, "s", color=ORANGE, markerfacecolor="white", markersize=5, label="without temperature")
    known = after.patches > 0
    sizes = 18 + 160 * after.patches[known] / after.patches.max()
    top.vlines(after.confidence[known], after.confidence[known], after.accuracy[known], color=BLUE, linewidth=1.5, alpha=0.35)
    top.scatter(after.confidence[known], after.accuracy[known], sizes, color=BLUE, zorder=3, clip_on=False, label="with temperature")
    top.annotate("too modest", (0.04, 0.93), color=SOFT, fontsize=8.5, xycoords="axes fraction")
    top.annotate("too sure", (0.8, 0.12), color=SOFT, fontsize=8.5, xycoords="axes fraction")
    top.set_ylabel("share of right answers", color=INK)
    top.legend(loc="upper left", bbox_to_anchor=(0, 0.9), fontsize=8.5, frameon=False)
    edges = np.linspace(0, 1, ERROR_BINS + 1)
    plain(bottom, "y").bar(edges[:-1], after.patches, 1 / ERROR_BINS, align="edge", color=BLUE, edgecolor="white", linewidth=0.8)
    bottom.set_ylabel("patches", color=INK)
    bottom.set_xlabel("confidence", color=INK)
    bottom.set_xlim(0, 1)
    for axis in (top.xaxis, top.yaxis):
        axis.set_major_formatter(PERCENT)
    drawing.savefig(path, dpi=DPI)


def draw_coverage(curve: Coverage, marks: Coverage, path: Path) -> None:
    """Write a PNG: how good the kept answers are when only the surest are kept.

    Args:
        curve: at each share.
        marks: thresholds to mark on the curve.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    drawing = new_drawing(5.0, 4.6)
    axes = plain(drawing.add_subplot())
    axes.plot(curve.kept, curve.accuracy, color=ORANGE, linewidth=1.5, label="accuracy of the kept")
    axes.plot(curve.kept, curve.mean_recall, color=BLUE, linewidth=2, label="mean recall of the kept")
    shown = (np.diff(marks.kept, prepend=np.inf) < -_LEAST_GAP) & (marks.kept > 0) & (marks.kept < 1)
    axes.plot(marks.kept[shown], marks.mean_recall[shown], "o", color=BLUE, markersize=5)
    for threshold, kept, height in zip(marks.threshold[shown], marks.kept[shown], marks.mean_recall[shown], strict=True):
        axes.annotate(f"{threshold:.2g}", (kept, height), (0, -13), textcoords="offset points", ha="center", fontsize=8, color=SOFT)
    low = np.nanmin([curve.accuracy, curve.mean_recall])
    axes.set_ylim(max(0.0, np.floor(low * 10 - 0.5) / 10), 1.01)
    axes.yaxis.set_major_locator(MaxNLocator(steps=[1, 2, 5], min_n_ticks=3))
    axes.set_xlim(0, 1.02)
    axes.set_xlabel("share of the patches that is kept (dots: least confidence)", color=INK)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PERCENT)
    axes.legend(loc="lower left", fontsize=8.5, frameon=False)
    drawing.savefig(path, dpi=DPI)
