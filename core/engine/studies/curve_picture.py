"""A learning curve as a picture."""

from pathlib import Path
from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, NullLocator

from .curve_plan import WHOLE

PICTURE_FILE = "curve.png"
_COLOURS = ("#1b6ca8", "#d1495b", "#2f8f4e", "#8e5ea2", "#e0a030", "#4d4d4d")
_MARKERS = ("o", "s", "^", "D", "v", "P")


def draw_curve(figures: dict[str, Any], path: Path) -> None:
    """Write a PNG: mean recall over the number of training patches, a line with its intervals for each arm, each run as a dot.

    Args:
        figures: of the command ``curve``.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    figure = Figure(figsize=(8, 4.8), layout="constrained")  # not pyplot: no window system, no global state
    axes = figure.add_subplot()
    for arm, name in enumerate(figures["arms"]):
        points = [one for one in figures["points"] if one["arm"] == arm]
        colour, marker = _COLOURS[arm % len(_COLOURS)], _MARKERS[arm % len(_MARKERS)]
        patches = [one["patches"] for one in points]
        low, high = ([one["mean_recall"][end] for one in points] for end in ("low", "high"))
        axes.fill_between(patches, low, high, color=colour, alpha=0.15, linewidth=0)
        axes.plot(patches, [one["mean_recall"]["value"] for one in points], marker=marker, color=colour, label=name, linewidth=2)
        for one in points:
            each = one["mean_recall"]["each"]
            axes.plot([one["patches"]] * len(each), each, ".", color=colour, alpha=0.45, markersize=4)
    axes.set_xscale("log")
    first = [one for one in figures["points"] if one["arm"] == 0]
    labels = ["all" if one["size"] == WHOLE else f"{one['size']} per class" for one in first]
    axes.xaxis.set_major_locator(FixedLocator([one["patches"] for one in first]))
    axes.xaxis.set_major_formatter(FixedFormatter([f"{one['patches']:.0f}\n{label}" for one, label in zip(first, labels, strict=True)]))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlabel("training patches")
    axes.set_ylabel("mean recall on test patches")
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower right", frameon=False)
    axes.set_title(f"{figures['patch_set']}: bands are 95 % intervals over {figures['seeds']} repetitions", fontsize=10, loc="left")
    figure.savefig(path, dpi=200)
