"""A confusion matrix as a picture."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure


def draw_confusion(confusion: Sequence[Sequence[int]], names: Sequence[str], title: str, path: Path) -> None:
    """Write a PNG: shares of the true class as shades, with the numbers of patches.

    Args:
        confusion: counts, rows truth, columns answers.
        names: of the classes.
        title: above the picture, a few lines.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    counts = np.asarray(confusion)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    side = max(5.0, 3 + 0.62 * len(names))
    figure = Figure(figsize=(side + 0.6, side), layout="constrained")  # not pyplot: no window system, no global state
    axes = figure.add_subplot()
    image = axes.imshow(shares, vmin=0, vmax=1, cmap="Blues")
    for (row, column), count in np.ndenumerate(counts):
        if count:
            colour = "white" if shares[row, column] > 0.55 else "black"
            axes.text(column, row, f"{count}\n{shares[row, column]:.0%}", ha="center", va="center", color=colour, fontsize=8)
    axes.set_xticks(range(len(names)), names, rotation=40, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("answer")
    axes.set_ylabel("truth")
    axes.set_title(title, fontsize=10)
    figure.colorbar(image, ax=axes, label="share of the true class", fraction=0.046, pad=0.03)
    figure.savefig(path, dpi=120, bbox_inches="tight")  # long class names make room for themselves
