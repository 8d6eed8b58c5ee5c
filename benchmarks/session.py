"""Measure what the sitting of tests/window/session.py has made, against what the simulator knows.

usage: python benchmarks/session.py WORK_FOLDER
"""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import rasterio
from demo import compare

MAPS = {"shipped model": "first", "after the first fine-tuning": "second", "after the second": "third"}


def labelled_ground(work: Path) -> gpd.GeoSeries:
    """All patches that were labelled or reviewed."""
    files = [gpd.read_file(work / name, layer="labels") for name in ("labels.gpkg", "second-review.gpkg")]
    return pd.concat([one[one["class"].notna()] for one in files]).geometry


def unseen_cells(work: Path, result: str) -> gpd.GeoDataFrame:
    """The cells of a map that touch no labelled patch, with ``truth``: the class that covers most of each."""
    compared = compare(work / "scene" / "labels.gpkg", work / f"{result}.gpkg")
    names = dict(zip(compared.legend["code"], compared.legend["name"], strict=True))
    cells = compared.cells.assign(truth=compared.cells["truth"].map(names))
    return cells[~cells.intersects(labelled_ground(work).to_crs(cells.crs).union_all())]


def live_answers(work: Path, cells: gpd.GeoDataFrame) -> dict[str, pd.Series]:
    """What the live maps that were kept say of cells."""
    middles = list(zip(cells.centroid.x, cells.centroid.y, strict=True))
    found = {}
    for path in sorted(work.glob("live-*.tif"), key=lambda one: int(one.stem.split("-")[1])):
        with rasterio.open(path) as live:
            answers = [live.tags().get(f"class_{values[0]}") for values in live.sample(middles, indexes=1)]
        found[f"live map, {path.stem.split('-')[1]} labels"] = pd.Series(answers, index=cells.index)
    return found


def figures(work: Path) -> pd.DataFrame:
    """``accuracy`` and ``mean_recall`` of each map, in the order in which they were made, over the same cells."""
    maps = {name: unseen_cells(work, result) for name, result in MAPS.items()}
    start = next(iter(maps.values()))
    answers = {name: cells["class"] for name, cells in maps.items()}
    (first, *later), live = answers.items(), live_answers(work, start)
    right = pd.DataFrame({name: answer == start["truth"] for name, answer in dict([first, *live.items(), *later]).items()})
    return pd.DataFrame({"accuracy": right.mean(), "mean_recall": right.groupby(start["truth"]).mean().mean()})


def check(found: pd.DataFrame) -> list[str]:
    """What has not come as it should."""
    live = [name for name in found.index if name.startswith("live")]
    first, second, third = MAPS
    rising = [(first, second), (second, third), (live[0], live[-1])]
    return [f"{after} is no better than {before}" for before, after in rising if not (found.loc[after] > found.loc[before]).all()]


def main(folder: str) -> None:
    """Print the table, and complain."""
    work = Path(folder)
    if not (work / "done").exists():
        sys.exit("session: QGIS did not come to the end; see what it said above")
    found = figures(work)
    print(f"session: {len(unseen_cells(work, 'first')):,} cells that touch no labelled patch, against the simulated truth")
    print(found.to_string(float_format="{:.3f}".format))
    sys.exit("\n".join(check(found)) or 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
