"""A confusion matrix as a picture."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .charts import DPI, INK, PERCENT, SOFT, new_drawing

_MOST_NUMBERED = 20
"""Beyond so many classes the numbers would be too small to read."""


def draw_confusion(confusion: Sequence[Sequence[int]], names: Sequence[str], title: str, path: Path) -> None:
    """Write a PNG: shares of the true class as shades, with the numbers of patches.

    Args:
        confusion: counts, rows truth, columns answers.
        names: of the classes.
        title: above the picture, a few lines; empty for none.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    counts = np.asarray(confusion)
    totals = counts.sum(axis=1)
    shares = counts / np.maximum(totals[:, None], 1)
    side = min(14.0, 2.9 + 0.66 * len(names))
    drawing = new_drawing(side + 0.9, side)
    axes = drawing.add_subplot()
    image = axes.imshow(shares, vmin=0, vmax=1, cmap="Blues")
    for (row, column), count in np.ndenumerate(counts):
        if count and len(names) <= _MOST_NUMBERED:
            colour = "white" if shares[row, column] > 0.55 else INK
            axes.text(column, row, f"{count}\n{100 * shares[row, column]:.0f} %", ha="center", va="center", color=colour, fontsize=8)
    axes.set_xticks(range(len(names)), names, rotation=40, ha="right", rotation_mode="anchor", fontsize=9, parse_math=False)
    axes.set_yticks(
        range(len(names)), [f"{name} ({total})" for name, total in zip(names, totals, strict=True)], fontsize=9, parse_math=False
    )
    axes.set_xlabel("the model's answer", color=INK)
    axes.set_ylabel("truth (patches)", color=INK)
    axes.set_xticks(np.arange(len(names) + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(len(names) + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1.5)
    axes.tick_params(which="both", length=0)
    axes.spines[:].set_visible(False)
    if title:
        axes.set_title(title, fontsize=10, parse_math=False)
    bar = drawing.colorbar(image, ax=axes, fraction=0.046, pad=0.03, format=PERCENT)
    bar.set_label("share of the true class", color=INK)
    bar.outline.set_visible(False)
    bar.ax.tick_params(labelsize=8.5, colors=SOFT)
    drawing.savefig(path, dpi=DPI, bbox_inches="tight")  # long class names make room for themselves
