"""Differences between models as a picture."""

from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

PICTURE_FILE = "comparison.png"
_SURE, _UNSURE = "#1b6ca8", "#8a949b"


def draw_comparison(figures: dict[str, Any], path: Path) -> None:
    """Write a PNG: for each compared model its differences to the first, with intervals; zero is no difference.

    Args:
        figures: of the command ``compare``.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    pairs = figures["comparisons"]
    rows = 2 + len(pairs[0]["recall"])
    figure = Figure(figsize=(8, len(pairs) * (1.5 + 0.4 * rows)), layout="constrained")  # not pyplot: no window system, no global state
    for axes, pair in zip(figure.subplots(len(pairs), 1, squeeze=False, sharex=True)[:, 0], pairs, strict=True):
        _draw_pair(axes, pair)
    figure.savefig(path, dpi=200)


def _draw_pair(axes: Axes, pair: dict[str, Any]) -> None:
    told = {"mean recall": pair["mean_recall"], "accuracy": pair["accuracy"], **pair["recall"]}
    for place, one in enumerate(told.values()):
        if one["value"] is None:
            axes.text(0, place, " no patches", va="center", color=_UNSURE, fontsize=9)
            continue
        colour = _SURE if one["low"] > 0 or one["high"] < 0 else _UNSURE
        axes.plot([one["low"], one["high"]], [place, place], color=colour, linewidth=2.4 if place < 2 else 1.6)
        axes.plot([one["value"]], [place], "o", color=colour, markersize=8 if place < 2 else 5)
    axes.axvline(0, color="black", linewidth=1)
    axes.axhline(1.5, color="#d0d5d9", linewidth=1)
    axes.set_yticks(np.arange(len(told)), list(told))
    axes.invert_yaxis()
    reach = max(abs(end) for end in axes.get_xlim())
    axes.set_xlim(-reach, reach)
    axes.set_xlabel(
        f"← {pair['first']} better     difference, {100 * pair['level']:.3g} % interval     {pair['second']} better →", fontsize=9
    )
    axes.set_title(f"{pair['second']} against {pair['first']}", fontsize=10, loc="left")
    axes.grid(axis="x", alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
