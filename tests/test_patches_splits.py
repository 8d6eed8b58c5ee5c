"""Splits: no place on both sides, shares near their targets, every class everywhere where that is possible."""

import itertools

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from affine import Affine
from echopatch.core.contract.commands.patches import SplitOptions
from echopatch.core.contract.errors import PatchSetError
from echopatch.core.engine.patches.footprints import common_crs, plane_outlines, reproject, window_outlines
from echopatch.core.engine.patches.index import SPLITS
from echopatch.core.engine.patches.overlaps import leaks, overlapping_pairs, refuse_leaks
from echopatch.core.engine.patches.splits import (
    Places,
    lacking_classes,
    split_by_group,
    split_by_place,
    wanted_splits,
)
from pyproj import CRS, Transformer

SHARES = np.array([0.7, 0.15, 0.15])


def squares(x: np.ndarray, y: np.ndarray, side: float) -> np.ndarray:
    return np.asarray(shapely.box(x, y, x + side, y + side))


def places(outlines: np.ndarray, classes: np.ndarray, scenes: np.ndarray | None = None) -> Places:
    return Places(outlines, classes, np.zeros(len(outlines), dtype=int) if scenes is None else scenes)


def overlapping_sides(bounds: np.ndarray, side: np.ndarray) -> int:
    """Independent of the code under test: overlaps of boxes by comparing bounds, all against all."""
    low = np.maximum(bounds[:, None, :2], bounds[None, :, :2])
    high = np.minimum(bounds[:, None, 2:], bounds[None, :, 2:])
    overlap = ((high - low) > 1e-6).all(axis=2)
    return int((overlap & (side[:, None] != side[None])).sum())


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("block_m", [0.0, 300.0, 1000.0])
def test_in_random_layouts_no_kept_patches_overlap_across_sides_or_groups(seed: int, block_m: float) -> None:
    random = np.random.default_rng(seed)
    x, y = random.uniform(0, 6000, (2, 300))
    outlines = squares(x, y, 200.0)
    split = split_by_place(places(outlines, random.integers(0, 4, 300)), SplitOptions(block_m=block_m, seed=seed))
    bounds = shapely.bounds(outlines)[split.kept]
    assert overlapping_sides(bounds, split.side[split.kept]) == 0
    assert overlapping_sides(bounds, split.group[split.kept]) == 0
    for group in np.unique(split.group[split.kept]):
        assert len(set(split.side[split.kept & (split.group == group)])) == 1


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("stride", [100, 200])
def test_shares_are_near_their_targets_on_a_fully_labelled_scene(seed: int, stride: int) -> None:
    x, y = (one.ravel() for one in np.meshgrid(np.arange(0, 8000, stride), np.arange(0, 8000, stride)))
    classes = (np.sin(x / 900) + np.sin(y / 700) > 0).astype(int) + 2 * (x > 6500)
    split = split_by_place(places(squares(x * 1.0, y * 1.0, 200.0), classes), SplitOptions(seed=seed))
    kept = split.kept
    assert kept.mean() > 0.85 if stride < 200 else kept.all()
    for one in np.unique(classes):
        share = np.bincount(split.side[kept & (classes == one)], minlength=3) / (kept & (classes == one)).sum()
        assert np.abs(share - SHARES).max() < 0.12
    assert np.abs(np.bincount(split.side[kept], minlength=3) / kept.sum() - SHARES).max() < 0.06


def test_a_block_goes_to_one_side_as_a_whole() -> None:
    x, y = (one.ravel() for one in np.meshgrid(np.arange(0, 4000, 200.0), np.arange(0, 4000, 200.0)))
    split = split_by_place(places(squares(x, y, 200.0), np.zeros(400, dtype=int)), SplitOptions(block_m=1000.0))
    blocks = (x // 1000) * 10 + y // 1000
    assert split.kept.all()
    assert pd.Series(split.side).groupby(blocks).nunique().max() == 1
    assert len(np.unique(split.group)) == 16


def test_touching_patches_do_not_overlap_and_one_pixel_more_does() -> None:
    first, second = overlapping_pairs(squares(np.array([0.0, 200.0, 398.75]), np.zeros(3), 200.0))
    assert list(zip(first, second, strict=True)) == [(1, 2)]


def test_single_patches_are_split_by_class_to_within_one() -> None:
    classes = np.repeat([0, 1, 2], [100, 40, 20])
    side = split_by_group(np.arange(160), classes, SplitOptions())
    for one, count in enumerate([100, 40, 20]):
        assert np.abs(np.bincount(side[classes == one], minlength=3) - SHARES * count).max() <= 1


def test_every_side_has_every_class_when_three_groups_hold_it() -> None:
    groups = np.repeat(np.arange(9), [30, 1, 1, 10, 10, 10, 50, 40, 5])
    classes = np.repeat([0, 0, 0, 1, 1, 1, 2, 2, 2], [30, 1, 1, 10, 10, 10, 50, 40, 5])
    side = split_by_group(groups, classes, SplitOptions())
    for one in range(3):
        assert set(side[classes == one]) == {0, 1, 2}


@pytest.mark.parametrize("seed", range(6))
def test_few_mixed_groups_lack_no_class_that_any_assignment_could_give(seed: int) -> None:
    """All 3^7 assignments are tried: where one gives every side every class, the split does so too."""
    random = np.random.default_rng(seed)
    counts = random.integers(1, 20, (7, 3)) * (random.random((7, 3)) < 0.6)
    counts[0] += 1
    sides = np.array(list(itertools.product(range(3), repeat=7)))
    has = np.stack([((sides == one)[:, :, None] & (counts > 0)[None]).any(axis=1) for one in range(3)], axis=1)
    groups, classes = (np.repeat(one.ravel(), counts.ravel()) for one in np.indices(counts.shape))
    side = split_by_group(groups, classes, SplitOptions(seed=seed))
    lacking = 9 - len(set(zip(side.tolist(), classes.tolist(), strict=True)))
    assert lacking == (~has).sum(axis=(1, 2)).min()


def test_a_class_of_one_group_goes_to_training() -> None:
    groups = np.concatenate([np.arange(30), np.full(5, 30)])
    classes = np.repeat([0, 1], [30, 5])
    assert set(split_by_group(groups, classes, SplitOptions())[classes == 1]) == {0}


def test_equal_seeds_give_equal_splits_and_others_give_others() -> None:
    groups, classes = np.arange(60), np.zeros(60, dtype=int)
    one, same, other = (split_by_group(groups, classes, SplitOptions(seed=seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_a_side_without_a_share_gets_nothing() -> None:
    side = split_by_group(np.arange(50), np.zeros(50, dtype=int), SplitOptions(validation_share=0.2, test_share=0.0))
    assert np.bincount(side, minlength=3).tolist() == [40, 10, 0]


@pytest.mark.parametrize(("validation", "test", "sizes"), [(0.0, 1.0, [0, 0, 50]), (0.3, 0.7, [0, 15, 35]), (0.5, 0.5, [0, 25, 25])])
def test_a_set_may_be_for_judging_only(validation: float, test: float, sizes: list[int]) -> None:
    options = SplitOptions(validation_share=validation, test_share=test)
    side = split_by_group(np.arange(50), np.zeros(50, dtype=int), options)
    assert np.bincount(side, minlength=3).tolist() == sizes
    assert wanted_splits(options) == tuple(split for split, size in zip(SPLITS, sizes, strict=True) if size)


def make_index(split: list[str], group: list[str], x: list[float], crs: str | None = "EPSG:32633") -> pd.DataFrame:
    frame = pd.DataFrame(
        {"split": split, "source": "real", "group": group, "scene": "S", "row": 0, "col": [int(one / 1.25) for one in x], "class": "a"}
    )
    if crs is None:
        return frame
    return geopandas.GeoDataFrame(frame, geometry=squares(np.array(x), np.zeros(len(x)), 200.0), crs=crs)


PATCH_PX, PIXEL_SIZE_M = 160, 1.25


@pytest.mark.parametrize("crs", ["EPSG:32633", None])
def test_leaks_are_counted_by_outline_and_by_group(crs: str | None) -> None:
    index = make_index(["train", "test", "test", "train"], ["1", "2", "3", "3"], [0, 100, 1000, 2000], crs)
    found = leaks(index, PATCH_PX, PIXEL_SIZE_M)
    assert (found.overlaps, found.groups, found.named) == (1, ("3",), ("1", "2", "3"))
    with pytest.raises(PatchSetError, match=r"1 pair.*1 group.*groups 1, 2, 3\)"):
        refuse_leaks(index, PATCH_PX, PIXEL_SIZE_M)


def test_chips_of_unknown_place_leak_by_group_only() -> None:
    index = make_index(["train", "test"], ["1", "1"], [0, 100], None).assign(row=pd.NA, col=pd.NA)
    assert leaks(index, PATCH_PX, PIXEL_SIZE_M).groups == ("1",)
    assert leaks(index, PATCH_PX, PIXEL_SIZE_M).overlaps == 0


def test_scenes_without_crs_do_not_overlap_each_other() -> None:
    index = make_index(["train", "test"], ["1", "2"], [0, 0], None).assign(scene=["A", "B"])
    assert leaks(index, PATCH_PX, PIXEL_SIZE_M).overlaps == 0


def test_classes_that_a_split_lacks_are_named() -> None:
    index = make_index(["train", "train", "test"], ["1", "2", "3"], [0, 1000, 2000]).assign(**{"class": ["a", "b", "a"]})
    assert lacking_classes(index, SPLITS) == {"validation": ["a", "b"], "test": ["b"]}
    assert lacking_classes(index, ["train", "test"]) == {"test": ["b"]}


def test_one_place_seen_in_two_zones_overlaps() -> None:
    """The same ground in UTM 32 and 33, and once more beside it."""
    here = geopandas.GeoSeries([shapely.box(500000, 5300000, 500200, 5300200)], crs="EPSG:32633").to_crs("EPSG:32632")
    there = np.array([*here, shapely.affinity.translate(here[0], 400, 0)])
    both = [CRS("EPSG:32633").to_wkt(), CRS("EPSG:32632").to_wkt()]
    target = common_crs(both)
    assert target == "EPSG:4326"
    outlines = np.concatenate(
        [reproject(np.array([shapely.box(500000, 5300000, 500200, 5300200)]), both[0], target), reproject(there, both[1], target)]
    )
    frame = geopandas.GeoDataFrame({"row": 0, "col": 0, "scene": ["A", "B", "B"]}, geometry=outlines, crs=target)
    plane = plane_outlines(frame, 160, 1.25)
    assert plane is not None
    first, second = overlapping_pairs(plane)
    assert list(zip(first, second, strict=True)) == [(0, 1)]
    np.testing.assert_allclose(shapely.area(plane), 200.0**2, rtol=0.01)


def test_scenes_of_one_crs_keep_it() -> None:
    wkt = CRS("EPSG:32633").to_wkt()
    assert CRS.from_wkt(str(common_crs([wkt, None, wkt]))) == CRS("EPSG:32633")
    assert common_crs([None, None]) is None


def test_longitudes_above_180_and_across_the_date_line_are_normalised() -> None:
    wkt = CRS("EPSG:4326").to_wkt()
    [far] = reproject(np.array([shapely.box(250.0, -27, 250.1, -26.9)]), wkt, wkt)
    np.testing.assert_allclose(far.bounds, (-110.0, -27, -109.9, -26.9))
    date_line_m, _ = Transformer.from_crs("EPSG:4326", "EPSG:32660", always_xy=True).transform(180.0, 0.001)
    straddling = shapely.box(date_line_m - 100, 0, date_line_m + 100, 200)
    [outline] = reproject(np.array([straddling]), CRS("EPSG:32660").to_wkt(), "EPSG:4326")
    width_deg = outline.bounds[2] - outline.bounds[0]
    assert width_deg == pytest.approx(200 / 111320, rel=0.01)


def test_outlines_follow_a_rotated_transform() -> None:
    rotated = Affine.translation(1000, 2000) @ Affine.rotation(30) @ Affine.scale(2, -2)
    [outline] = window_outlines(np.array([10]), np.array([20]), 5, rotated)
    expected = [rotated @ corner for corner in [(20, 10), (25, 10), (25, 15), (20, 15)]]
    np.testing.assert_allclose(list(outline.exterior.coords)[:4], expected)
    assert outline.area == pytest.approx(100)
