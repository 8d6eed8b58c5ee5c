"""Pictures of a trial: recalls over the number of patches, and gains class by class."""

from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from ..studies.curve_plan import WHOLE
from .figures import MEAN
from .plan import ALONE
from .verdict import HARMS, HELPS, NO_EFFECT, UNKNOWN

CURVES_FILE, GAINS_FILE = "recalls.png", "gains.png"
ARM_COLOURS = {
    "none": "#333333",
    "classic": "#0072b2",
    "oversampling": "#7f8c8d",
    "gan": "#e69f00",
    "gan-filter": "#d55e00",
    "classic-gan": "#009e73",
}
VERDICT_COLOURS = {HELPS: "#009e73", HARMS: "#d55e00", NO_EFFECT: "#0072b2", UNKNOWN: "#a7afb4"}
"""Colours that the colour-blind can tell apart too (Okabe and Ito)."""
_MARKERS = ("o", "s", "^", "D", "v", "P")
_DODGE = 0.08
_DPI = 200


def size_label(size: int) -> str:
    """A number of patches per class, short."""
    return "all" if size == WHOLE else str(size)


def draw_recalls(figures: dict[str, Any], path: Path) -> None:
    """Write a PNG: mean recall over the patches per class, a line with its intervals for each arm, each run as a dot.

    Args:
        figures: of the trial.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    sizes, arms = figures["sizes"], figures["arms"]
    figure = Figure(figsize=(8, 4.8), layout="constrained")  # not pyplot: no window system, no global state
    axes = figure.add_subplot()
    for number, arm in enumerate(arms):
        points = [one["mean_recall"] for one in figures["points"] if one["arm"] == arm]
        places = [place + _DODGE * (number - (len(arms) - 1) / 2) for place in range(len(sizes))]
        values = [one["value"] for one in points]
        reach = [[value - one["low"] for value, one in zip(values, points, strict=True)]] * 2
        colour, marker = ARM_COLOURS[arm], _MARKERS[number % len(_MARKERS)]
        axes.errorbar(places, values, reach, color=colour, marker=marker, label=arm, linewidth=1.6, elinewidth=1.2, capsize=3)
        for place, one in zip(places, points, strict=True):
            axes.plot([place] * len(one["each"]), one["each"], ".", color=colour, alpha=0.45, markersize=4)
    _size_axis(axes, sizes)
    axes.set_ylabel("mean recall on test patches")
    seen = [value for one in figures["points"] for value in one["mean_recall"]["each"]]
    room = 0.3 * (max(seen) - min(seen)) + 0.02
    axes.set_ylim(max(0.0, min(seen) - room), min(1.01, max(seen) + room))
    axes.legend(loc="best", frameon=False, ncols=2, fontsize=9)
    axes.set_title(f"bars are 95 % intervals over {figures['repetitions']} repetitions, dots single runs", fontsize=10, loc="left")
    figure.savefig(path, dpi=_DPI)


def _size_axis(axes: Axes, sizes: list[int]) -> None:
    axes.xaxis.set_major_locator(FixedLocator(range(len(sizes))))
    axes.xaxis.set_major_formatter(FixedFormatter([size_label(one) for one in sizes]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlim(-0.5, len(sizes) - 0.5)
    axes.set_xlabel("real training patches per class")
    axes.grid(axis="y", alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)


def draw_gains(figures: dict[str, Any], path: Path) -> None:
    """Write a PNG: what synthetic patches gained class by class, a panel for each size and a column for each pair that tells it.

    Args:
        figures: of the trial, with at least one arm of synthetic patches.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    sizes, alone = figures["sizes"], [one for one in figures["comparisons"] if one["kind"] == ALONE]
    pairs = list(dict.fromkeys((one["arm"], one["against"]) for one in alone))
    rows = 1 + len(figures["tested"])
    figure = Figure(figsize=(2.2 + 2.9 * len(pairs), len(sizes) * (0.9 + 0.26 * rows)), layout="constrained")
    grid = figure.subplots(len(sizes), len(pairs), squeeze=False, sharex=True, sharey=True)
    found = {(one["size"], (one["arm"], one["against"])): one["gains"] for one in alone}
    for line, size in enumerate(sizes):
        for column, pair in enumerate(pairs):
            _draw_panel(grid[line, column], found[size, pair], figures["margin"])
            if line == 0:
                grid[line, column].set_title(f"{pair[0]} less {pair[1]}", fontsize=10, loc="left")
        grid[line, 0].set_ylabel("all patches" if size == WHOLE else f"{size} per class", fontsize=10)
    grid[0, 0].invert_yaxis()
    grid[0, 0].set_xlim(*_reach(figures))
    for axes in grid[-1]:
        axes.set_xlabel("gain of recall, points", fontsize=9)
    _verdict_legend(figure)
    figure.savefig(path, dpi=_DPI)


def _reach(figures: dict[str, Any]) -> tuple[float, float]:
    """The ends of the axis, in points: as far as any gain or interval over places; an interval of few repetitions may go beyond."""
    gains = [gain for one in figures["comparisons"] if one["kind"] == ALONE for gain in one["gains"].values()]
    ends = [figures["margin"], *(abs(end) for one in gains for end in (one["value"], *(one["places"] or ())))]
    reach = min(100.0, 115 * max(ends))
    return -reach, reach


def _draw_panel(axes: Axes, gains: dict[str, dict[str, Any]], margin: float) -> None:
    axes.axvspan(-100 * margin, 100 * margin, color="#eef1f3", linewidth=0, zorder=0)
    axes.axvline(0, color="black", linewidth=0.8)
    for place, (name, one) in enumerate(gains.items()):
        colour = VERDICT_COLOURS[one["verdict"]]
        axes.plot([100 * one["low"], 100 * one["high"]], [place, place], color=colour, linewidth=2.4 if name == MEAN else 1.5)
        if one["places"]:
            axes.plot([100 * end for end in one["places"]], [place, place], "|", color=colour, markersize=7)
        axes.plot([100 * one["value"]], [place], "o", color=colour, markersize=6 if name == MEAN else 4)
    axes.set_yticks(range(len(gains)), list(gains), fontsize=8)
    axes.tick_params(axis="x", labelsize=8)
    axes.grid(axis="x", alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)


def _verdict_legend(figure: Figure) -> None:
    first = figure.axes[0]
    lines = [first.plot([], [], "o-", color=colour, markersize=4, label=name)[0] for name, colour in VERDICT_COLOURS.items()]
    figure.legend(handles=lines, loc="outside lower center", ncols=len(lines), frameon=False, fontsize=9)
