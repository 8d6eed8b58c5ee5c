"""A split that is kept: the old test places stay test, whatever is added; and splits by scene or by group alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from echopatch.core.contract.commands.patches import PatchesCutConfig, PatchesImportConfig, SplitOptions
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import PatchSetError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.patches.chips import import_chips
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.overlaps import overlapping_pairs
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set
from echopatch.core.engine.patches.splits import Places, split_by_place

SIDE = 20


class Listener(Silent):
    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {}

    def warning(self, code: str, **values: Any) -> None:
        self.said[code] = values


def write_points(path: Path, count: int) -> Path:
    """Points at random; the first ones are the same whatever the count."""
    places = np.random.default_rng(7).uniform((500_020, 5_299_620), (500_380, 5_299_980), (400, 2))[:count]
    names = [("sea", "land", "town")[number % 3] for number in range(count)]
    frame = geopandas.GeoDataFrame({"class": names}, geometry=geopandas.points_from_xy(*places.T), crs=32632)
    frame.to_file(path, layer="labels")
    return path


def run(scene: str, labels: Path, **split: Any) -> tuple[PatchSet, Listener]:
    output, listener = labels.with_suffix(".patchset"), Listener()
    config = PatchesCutConfig(
        scene=(scene,), labels=(str(labels),), output=str(output), patch_px=SIDE, patch_pixel_size_m=1.0, point_distance_m=0.0,
        options=SceneOptions(quantity="gamma0"), split=SplitOptions(**{"block_m": 60.0, "test_share": 0.25, **split}),
    )  # fmt: skip
    cut(config, listener)
    return read_patch_set(str(output)), listener


@pytest.fixture
def scene(write_raster: Callable[..., str]) -> str:
    return write_raster(np.random.default_rng(0).exponential(0.1, (400, 400)))


def split_of_places(patches: PatchSet) -> dict[tuple[int, int], str]:
    return {(one.row, one.col): one.split for one in patches.index.itertuples()}


@pytest.mark.parametrize("seed", range(3))
def test_added_labels_never_bring_an_old_test_place_into_training(tmp_path: Path, scene: str, seed: int) -> None:
    old, _ = run(scene, write_points(tmp_path / "old.gpkg", 80), seed=seed)
    new, listener = run(scene, write_points(tmp_path / "new.gpkg", 240), seed=seed + 1, keep_split=str(old.folder))
    assert len(new.index) > len(old.index)
    for split in ("train", "validation", "test"):
        before = old.index.geometry[old.index["split"] == split].to_numpy()
        for other in {"train", "validation", "test"} - {split}:
            now = new.index.geometry[new.index["split"] == other].to_numpy()
            assert shapely.area(shapely.intersection(before[:, None], now[None])).max() == 0
    # every old patch that is there still has its split, and no test patch was lost
    before, now = split_of_places(old), split_of_places(new)
    assert all(now[place] == split for place, split in before.items() if place in now)
    assert {place for place, split in before.items() if split == "test"} <= now.keys()
    assert "patches-keep-split-lost" not in listener.said


def test_a_patch_between_two_sides_is_left_out_and_lost_test_places_are_counted(tmp_path: Path, write_raster: Callable[..., str]) -> None:
    """Patches in one row with gaps of 5 px; a new one over the gap between a test and a training place; most test places unlabelled."""
    scene = write_raster(np.random.default_rng(0).exponential(0.1, (60, 400)))

    def labels(path: Path, columns: list[float]) -> Path:
        names = [("sea", "land")[number % 2] for number in range(len(columns))]
        places = geopandas.points_from_xy(500_000 + np.array(columns), np.full(len(columns), 5_300_000 - 30))
        geopandas.GeoDataFrame({"class": names}, geometry=places, crs=32632).to_file(path, layer="labels")
        return path

    centres = [30.0 + 25 * number for number in range(14)]
    old, _ = run(scene, labels(tmp_path / "old.gpkg", centres), split_by="groups")
    split = dict(zip(centres, old.index.sort_values("col")["split"], strict=True))
    tested = [one for one in centres if split[one] == "test"]
    bridged = next(one for one in tested if split.get(one + 25) == "train")
    added = [*(one for one in centres if split[one] != "test" or one == bridged), bridged + 12.5]
    new, listener = run(scene, labels(tmp_path / "new.gpkg", added), split_by="groups", keep_split=str(old.folder))
    assert listener.said["patches-keep-split-torn"] == {"count": 1, "path": str(old.folder)}
    assert listener.said["patches-keep-split-lost"] == {"count": len(tested) - 1, "total": len(tested), "path": str(old.folder)}
    assert "patches-at-split-border" not in listener.said
    now = dict(zip(new.index["col"] + SIDE / 2, new.index["split"], strict=True))
    assert now == {one: side for one, side in split.items() if side != "test" or one == bridged}


def test_new_patches_that_overlap_only_a_test_place_are_tested_on(tmp_path: Path, scene: str) -> None:
    old, _ = run(scene, write_points(tmp_path / "old.gpkg", 60), split_by="groups")
    tested = old.index[old.index["split"] == "test"].iloc[0]
    beside = shapely.Point(tested.geometry.centroid.x + 3, tested.geometry.centroid.y + 3)
    frame = geopandas.read_file(tmp_path / "old.gpkg", layer="labels")
    added = pd.concat([frame, geopandas.GeoDataFrame({"class": ["sea"]}, geometry=[beside], crs=32632)])
    added.to_file(tmp_path / "new.gpkg", layer="labels")
    new, _ = run(scene, tmp_path / "new.gpkg", split_by="groups", keep_split=str(old.folder))
    assert split_of_places(new)[tested["row"] - 3, tested["col"] + 3] == "test"


def test_chips_keep_their_split_by_pixels_and_by_group(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for number in range(80):
        np.save(tmp_path / f"{number}.npy", random.integers(1, 250, (SIDE, SIDE)).astype(np.uint8))

    def import_rows(name: str, rows: list[str], **split: Any) -> PatchSet:
        (tmp_path / f"{name}.csv").write_text("path,label,group\n" + "\n".join(rows))
        output = str(tmp_path / f"{name}.patchset")
        import_chips(PatchesImportConfig(table=str(tmp_path / f"{name}.csv"), output=output, split=SplitOptions(**split)), Silent())
        return read_patch_set(output)

    old = import_rows("old", [f"{n}.npy,{'sea' if n % 2 else 'land'},{f'g{n // 4}' if n < 20 else ''}" for n in range(40)])
    # no group is named for the old chips any more, but new ones of the old groups come along
    rows = [f"{n}.npy,{'sea' if n % 2 else 'land'},{f'g{n - 40}' if 40 <= n < 45 else ''}" for n in range(80)]
    new = import_rows("new", rows, keep_split=str(old.folder), seed=5)
    was = dict(zip(old.index["file"], old.index["split"], strict=True))
    now = dict(zip(new.index["file"], new.index["split"], strict=True))
    assert all(now[name] == split for name, split in was.items())
    of_group = dict(zip(old.index["group"], old.index["split"], strict=True))
    assert all(now[f"{n}.npy"] == of_group[f"g{n - 40}"] for n in range(40, 45))


def test_a_table_with_splits_of_its_own_takes_no_other(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.ones((SIDE, SIDE), dtype=np.uint8))
    (tmp_path / "t.csv").write_text("path,label,split\na.npy,sea,train\n")
    config = PatchesImportConfig(
        table=str(tmp_path / "t.csv"), output=str(tmp_path / "o.patchset"), split=SplitOptions(keep_split="x.patchset")
    )
    with pytest.raises(PatchSetError, match="gives the split itself"):
        import_chips(config, Silent())


def test_a_missing_older_set_is_named(tmp_path: Path, scene: str) -> None:
    with pytest.raises(PatchSetError, match=r"nowhere\.patchset does not exist"):
        run(scene, write_points(tmp_path / "a.gpkg", 20), keep_split="nowhere.patchset")
    assert not (tmp_path / "a.patchset").exists()


def test_whole_scenes_go_to_one_side_and_scenes_of_one_place_together() -> None:
    """Six scenes 10 km apart, but the first two overlap."""
    scenes = np.repeat(np.arange(6), 25)
    x, y = (np.tile(one.ravel(), 6) for one in np.meshgrid(np.arange(0, 1000, 200.0), np.arange(0, 1000, 200.0)))
    x = x + np.array([0, 100, 1e4, 2e4, 3e4, 4e4])[scenes]
    outlines = np.asarray(shapely.box(x, y, x + 200, y + 200))
    split = split_by_place(Places(outlines, np.arange(150) % 3, scenes), SplitOptions(split_by="scenes", test_share=0.2))
    assert split.kept.all()
    sides = [set(split.side[scenes == one]) for one in range(6)]
    assert all(len(one) == 1 for one in sides)
    assert sides[0] == sides[1]
    assert {0, 1, 2} == set.union(*sides)


def test_groups_alone_are_only_what_overlaps() -> None:
    random = np.random.default_rng(0)
    x, y = random.uniform(0, 4000, (2, 150))
    outlines = np.asarray(shapely.box(x, y, x + 100, y + 100))
    split = split_by_place(Places(outlines, np.zeros(150, dtype=int), np.zeros(150, dtype=int)), SplitOptions(split_by="groups"))
    assert split.kept.all()
    first, second = overlapping_pairs(outlines)
    assert (split.side[first] == split.side[second]).all()
    pairs = set(zip(first.tolist(), second.tolist(), strict=True))
    alone = [one for one in range(150) if not any(one in pair for pair in pairs)]
    assert len(set(split.group[alone])) == len(alone)
