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


def live_accuracies(work: Path, cells: gpd.GeoDataFrame) -> dict[int, float]:
    """Of the live maps that were kept, by the number of labels: share of the cells that are right."""
    middles = list(zip(cells.centroid.x, cells.centroid.y, strict=True))
    found = {}
    for path in sorted(work.glob("live-*.tif"), key=lambda one: int(one.stem.split("-")[1])):
        with rasterio.open(path) as live:
            answers = [live.tags().get(f"class_{values[0]}") for values in live.sample(middles, indexes=1)]
        found[int(path.stem.split("-")[1])] = float((pd.Series(answers, index=cells.index) == cells["truth"]).mean())
    return found


def accuracies(work: Path) -> dict[str, float]:
    """Of each map, over the same cells."""
    maps = {name: unseen_cells(work, result) for name, result in MAPS.items()}
    right = {name: float((cells["class"] == cells["truth"]).mean()) for name, cells in maps.items()}
    live = live_accuracies(work, next(iter(maps.values())))
    return {**right, **{f"live map, {labels} labels": share for labels, share in live.items()}}


def check(figures: dict[str, float]) -> list[str]:
    """What has not come as it should."""
    first, second, third = (figures[name] for name in MAPS)
    live = [share for name, share in figures.items() if name.startswith("live")]
    rules = {
        "the first fine-tuning made the map no better": second > first,
        "the second fine-tuning made the map no better": third > second,
        "the live map did not follow the labels": live[-1] > live[0],
    }
    return [text for text, holds in rules.items() if not holds]


def main(folder: str) -> None:
    """Print the table, and complain."""
    work = Path(folder)
    if not (work / "done").exists():
        sys.exit("session: QGIS did not come to the end; see what it said above")
    figures = accuracies(work)
    count = len(unseen_cells(work, "first"))
    print(f"session: accuracy of {count:,} cells that touch no labelled patch, against the simulated truth")
    for name, share in figures.items():
        print(f"  {name:30s} {share:.3f}")
    sys.exit("\n".join(check(figures)) or 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
