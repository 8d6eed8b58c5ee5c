"""Cells dissolved into regions, and small regions merged."""

import numpy as np
import pytest
import shapely
from affine import Affine
from echopatch.core.engine.mapping.cells import CellGrid
from echopatch.core.engine.mapping.regions import dissolve, region_polygons, region_sums


def keys(*rows: str) -> np.ndarray:
    """A grid of keys from digits; a point is no cell."""
    return np.array([[-1 if one == "." else int(one) for one in row] for row in rows])


def shown(regions: object) -> list[str]:
    values = np.concatenate([[-1], regions.keys])[regions.labels]
    return ["".join("." if one < 0 else str(one) for one in row) for row in values]


def test_cells_that_touch_by_a_corner_only_are_two_regions() -> None:
    regions = dissolve(keys("12", "21"), np.ones((2, 2)), 0)
    assert sorted(regions.keys.tolist()) == [1, 1, 2, 2]


def test_a_small_region_joins_the_neighbour_with_the_longest_border() -> None:
    grid = keys("1112222", "1132222", "1112222")
    assert shown(dissolve(grid, np.ones(grid.shape), 2)) == ["1112222", "1112222", "1112222"]
    grid = keys("1122222", "1132222", "1112222")
    assert shown(dissolve(grid, np.ones(grid.shape), 2)) == ["1122222", "1122222", "1112222"]


def test_regions_grow_until_none_is_small() -> None:
    grid = keys("1234444444")
    assert shown(dissolve(grid, np.ones(grid.shape), 4)) == ["4444444444"]


def test_two_parts_of_one_class_become_one_region_when_what_parted_them_is_merged() -> None:
    grid = keys("1112111", "1112111")
    regions = dissolve(grid, np.ones(grid.shape), 3)
    assert regions.keys.tolist() == [1]
    assert region_sums(regions, np.ones(grid.shape)).tolist() == [14]


def test_a_small_island_without_neighbours_stays() -> None:
    grid = keys("1..22", "...22")
    assert shown(dissolve(grid, np.ones(grid.shape), 3)) == ["1..22", "...22"]


def test_nothing_answered_gives_no_regions() -> None:
    regions = dissolve(keys("..", ".."), np.ones((2, 2)), 5)
    assert len(regions.keys) == 0


@pytest.mark.parametrize("seed", range(5))
def test_merging_keeps_every_cell_and_leaves_no_small_region_beside_another(seed: int) -> None:
    random = np.random.default_rng(seed)
    grid = random.integers(-1, 4, (30, 40))
    areas = random.uniform(0.5, 1.5, grid.shape)
    regions = dissolve(grid, areas, 6.0)
    assert ((regions.labels > 0) == (grid >= 0)).all()
    assert region_sums(regions, areas).sum() == pytest.approx(areas[grid >= 0].sum())
    for number in np.flatnonzero(region_sums(regions, areas) < 6.0) + 1:
        own = np.pad(regions.labels == number, 1)
        beside = (np.roll(own, 1, 0) | np.roll(own, -1, 0) | np.roll(own, 1, 1) | np.roll(own, -1, 1))[1:-1, 1:-1]
        assert set(np.unique(regions.labels[beside])) <= {0, number}


@pytest.mark.parametrize("seed", range(3))
def test_outlines_have_the_area_of_their_cells_and_do_not_overlap(seed: int) -> None:
    grid = np.random.default_rng(seed).integers(-1, 3, (12, 15))
    cells = CellGrid(12 * 32 - 7, 15 * 32 - 20, 32, 32, 0.5, (1.0, 1.0), Affine(0.8, -0.6, 100, -0.6, -0.8, 50), None)
    regions = dissolve(grid, cells.areas_m2, 0)
    polygons = region_polygons(regions, cells)
    assert shapely.is_valid(polygons).all()
    np.testing.assert_allclose(shapely.area(polygons), region_sums(regions, cells.areas_m2))
    assert shapely.union_all(polygons).area == pytest.approx(cells.areas_m2[grid >= 0].sum())


def test_a_region_around_another_has_a_hole() -> None:
    grid = keys("111", "121", "111")
    cells = CellGrid(3, 3, 1, 1, 0.5, (1.0, 1.0), Affine(1, 0, 0, 0, -1, 0), None)
    regions = dissolve(grid, cells.areas_m2, 0)
    outer = region_polygons(regions, cells)[list(regions.keys).index(1)]
    assert len(outer.interiors) == 1
    assert outer.area == 8
