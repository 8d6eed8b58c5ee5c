"""Compare a classified simulated scene with its truth, draw both beside the scene, and say how well it went.

usage: python benchmarks/demo.py SIMULATED_FOLDER RESULT.gpkg PICTURE.png
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import rasterio
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.engine.scene.scene import open_scene
from echopatch.core.engine.scene.windows import Window
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from numpy.typing import NDArray

SHOWN_DB = (-24.0, 6.0)
SHOWN_PX = 1024
INK, PALE = "#222222", "#8a8a8a"
Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class Comparison:
    """Cells with what is there and what was found."""

    cells: gpd.GeoDataFrame
    """With ``truth``: the class that covers most of the cell."""
    truth: gpd.GeoDataFrame
    legend: pd.DataFrame
    """``code``, ``name``, ``colour``."""

    @property
    def accuracy(self) -> float:
        """Share of cells that are right, whatever their status."""
        return float((self.cells["class_code"] == self.cells["truth"]).mean())

    @property
    def recalls(self) -> dict[int, float]:
        """Share of the cells of each class that were found, by its code."""
        right = self.cells["class_code"] == self.cells["truth"]
        return {int(code): float(share) for code, share in right.groupby(self.cells["truth"]).mean().items()}


def compare(labels: Path, result: Path) -> Comparison:
    """Give every cell of a result the class that covers most of it in the truth; cells outside the truth are left out."""
    cells = gpd.read_file(result, layer="cells")
    truth = gpd.read_file(labels)
    pieces = gpd.overlay(cells[["geometry"]].reset_index(), truth[["class_code", "geometry"]], how="intersection")
    cover = pieces.assign(area=pieces.area).groupby(["index", "class_code"])["area"].sum().reset_index()
    most = cover.loc[cover.groupby("index")["area"].idxmax()].set_index("index")["class_code"]
    cells = cells.loc[most.index].assign(truth=most)
    return Comparison(cells, truth, pd.DataFrame(gpd.read_file(result, layer="classes")))


def quicklook(product: Path) -> tuple[NDArray[np.float32], Extent]:
    """Gamma nought of the first band in dB, averaged in power to about 1024 px (NaN: no data), and its extent for a plot."""
    with open_scene(str(product), SceneOptions()) as scene:
        info = scene.info
        step = max(1, info.rows // SHOWN_PX)
        rows, columns = info.rows // step, info.columns // step
        power = scene.read_power(Window(0, 0, rows * step, columns * step), "gamma0")[0]
    blocks = power.reshape(rows, step, columns, step)
    valid = np.isfinite(blocks)
    counts = valid.sum((1, 3))
    mean = np.where(valid, blocks, 0).sum((1, 3)) / np.maximum(counts, 1)
    mean = np.where(counts > 0, np.maximum(mean, 1e-9), np.nan)
    west, south, east, north = rasterio.transform.array_bounds(rows * step, columns * step, info.transform)
    return (10 * np.log10(mean)).astype(np.float32), (west, east, south, north)


def draw(comparison: Comparison, product: Path, picture: Path) -> None:
    """Scene, truth and result side by side over one legend with the recall of each class."""
    image, extent = quicklook(product)
    colours = dict(zip(comparison.legend["code"], comparison.legend["colour"], strict=True))
    plt.rcParams.update({"font.family": "DejaVu Sans", "font.size": 11, "text.color": INK})
    figure, axes = plt.subplots(1, 3, figsize=(15, 6.3), facecolor="white")
    figure.subplots_adjust(left=0.012, right=0.988, top=0.915, bottom=0.155, wspace=0.03)
    axes[0].imshow(image, cmap="gray", vmin=SHOWN_DB[0], vmax=SHOWN_DB[1], extent=extent, interpolation="antialiased")
    _polygons(axes[1], comparison.truth, comparison.truth["class_code"].map(colours))
    cells = comparison.cells
    for status, alpha in (("ok", 1.0), ("unsure", 0.45)):
        some = cells[(cells["status"] == "ok") == (status == "ok")]
        _polygons(axes[2], some, some["class_code"].map(colours), alpha)
    found = f"Echopatch: {comparison.accuracy:.1%} of {len(cells):,} cells right"
    for panel, title in zip(axes, ("Simulated TerraSAR-X scene, gamma nought", "Truth", found), strict=True):
        _frame(panel, title, extent)
    _scale_bar(axes[0], extent)
    _legend(figure, comparison)
    figure.savefig(picture, dpi=110)
    plt.close(figure)


def _polygons(axes: Axes, shapes: gpd.GeoDataFrame, colours: pd.Series, alpha: float = 1.0) -> None:
    if len(shapes):
        # edges of the face's colour close the hairlines that anti-aliasing leaves between neighbours
        edges = colours if alpha == 1.0 else "none"
        shapes.plot(ax=axes, color=colours, edgecolor=edges, linewidth=0.3, alpha=alpha, aspect=None)


def _frame(axes: Axes, title: str, extent: Extent) -> None:
    axes.set(xlim=extent[:2], ylim=extent[2:], xticks=[], yticks=[], xlabel="", ylabel="", aspect="equal")
    axes.set_title(title, loc="left", fontsize=12.5, pad=7)
    for spine in axes.spines.values():
        spine.set(color=PALE, linewidth=0.8)


def _scale_bar(axes: Axes, extent: Extent, length_m: float = 500.0) -> None:
    x, y = extent[0] + 0.04 * (extent[1] - extent[0]), extent[2] + 0.04 * (extent[3] - extent[2])
    box = {"boxstyle": "round,pad=0.35", "facecolor": "black", "alpha": 0.55, "edgecolor": "none"}
    axes.plot([x, x + length_m], [y, y], color="white", linewidth=3, solid_capstyle="butt")
    axes.annotate(f"{length_m:g} m", (x, y), (0, 7), textcoords="offset points", color="white", fontsize=10, bbox=box)


def _legend(figure: Figure, comparison: Comparison) -> None:
    recalls = comparison.recalls
    entries = [
        Patch(facecolor=one.colour, label=f"{one.name}  {recalls[one.code]:.0%}" if one.code in recalls else one.name)
        for one in comparison.legend.itertuples()
    ]
    entries.append(Patch(facecolor=PALE, alpha=0.45, label="pale: unsure"))
    figure.legend(
        handles=entries, loc="lower center", ncols=4, frameon=False, handlelength=1.1, handleheight=1.1, bbox_to_anchor=(0.5, 0.03)
    )
    figure.text(0.988, 0.012, "Per cent: cells of the class that were found", ha="right", fontsize=9, color=PALE)


def summary(comparison: Comparison, result: Path, picture: Path) -> str:
    """What the demo ends with."""
    recalls = comparison.recalls
    lines = [
        f"result       {result}   (open it in QGIS: it comes coloured)",
        f"accuracy     {comparison.accuracy:.3f} of {len(comparison.cells):,} cells, against the simulated truth",
        f"mean recall  {np.mean(list(recalls.values())):.3f} over {len(recalls)} classes",
        f"picture      {picture}",
    ]
    return "\n".join(lines)


def main(simulated: str, result: str, picture: str) -> None:
    """Compare, draw and print the summary."""
    folder = Path(simulated)
    comparison = compare(folder / "labels.gpkg", Path(result))
    draw(comparison, next(folder.glob("TSX1_SAR__*")), Path(picture))
    print(summary(comparison, Path(result), Path(picture)))


if __name__ == "__main__":
    main(*sys.argv[1:])
