"""Mapped against estimated areas as a picture."""

from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

PICTURE_FILE = "areas.png"
_HA_M2, _KM2_M2 = 1e4, 1e6
_LARGE_M2 = 1e8
"""From here on square kilometres read better than hectares."""


def area_unit(area_m2: float) -> tuple[str, float]:
    """The unit that an area of this size reads well in: its sign, and its size in m2."""
    return ("km²", _KM2_M2) if area_m2 >= _LARGE_M2 else ("ha", _HA_M2)


def draw_areas(figures: dict[str, Any], title: str, path: Path) -> None:
    """Write a PNG: for each class the mapped area as a bar, the estimated one as a point with its 95 % interval.

    Args:
        figures: of ``assess``.
        title: above the picture.
        path: of the PNG.

    Raises:
        OSError: cannot be written.
    """
    classes = figures["classes"]
    unit, size_m2 = area_unit(figures["area_m2"])
    places = np.arange(len(classes))
    figure = Figure(figsize=(8, 1.6 + 0.55 * len(classes)), layout="constrained")  # not pyplot: no window system, no global state
    axes = figure.add_subplot()
    mapped = [one["mapped_m2"] / size_m2 for one in classes]
    axes.barh(places, mapped, 0.62, color=[one["colour"] for one in classes], alpha=0.45, label="mapped: cells counted")
    values = np.array([one["area_m2"]["value"] for one in classes]) / size_m2
    ends = np.array([one["area_m2"]["interval"] for one in classes]).T / size_m2
    reach = np.abs(ends - values)
    axes.errorbar(
        values, places, xerr=reach, fmt="o", color="black", markersize=5, capsize=4, elinewidth=1.4, label="estimated, 95 % interval"
    )
    axes.set_yticks(places, [one["name"] for one in classes])
    axes.invert_yaxis()
    axes.set_xlim(left=0)
    axes.set_xlabel(f"area, {unit}")
    axes.set_title(title, fontsize=10, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    figure.legend(loc="outside lower right", ncols=2, frameon=False, fontsize=9)
    figure.savefig(path, dpi=200)
