"""Cells are drawn by chance, and each carries how likely that was."""

from collections import Counter
from itertools import pairwise

import pytest
from conftest import PRODUCT
from echopatch.ui.labels.cells import Cells, Row
from echopatch.ui.labels.grid import grid_over
from echopatch.ui.labels.sampling import SIMPLE, SPREAD, STRATIFIED, NoSample, draw, hilbert_distance

INFO = {**PRODUCT, "scene_id": "s", "crs_wkt": "x", "rows": 80, "columns": 80, "transform": [1.25, 0, 0, 0, -1.25, 0]}


@pytest.fixture
def cells():
    grid = grid_over(INFO, 10, 10, 1.25)
    return Cells(grid, (Row(number, place, None, None) for number, place in enumerate(grid.places(), 1)))


def test_a_simple_sample_has_no_cell_twice_and_one_probability(cells):
    drawn = draw(cells, 16, 0, SIMPLE)
    assert len({one.cell for one in drawn}) == 16
    assert {one.inclusion_probability for one in drawn} == {0.25}
    assert drawn == draw(cells, 16, 0, SIMPLE)
    assert drawn != draw(cells, 16, 1, SIMPLE)


def test_each_cell_is_drawn_as_often_as_its_probability_says(cells):
    times = Counter(one.cell for seed in range(200) for one in draw(cells, 16, seed, SPREAD))
    assert len(times) == 64
    # binomial with 200 tries of 0.25: mean 50, standard deviation 6.1
    assert all(22 < count < 78 for count in times.values())


def test_strata_get_equal_numbers_and_small_ones_all_they_have(cells):
    strata = {cell: "Town" if cell <= 3 else "Water" if cell <= 33 else "Field" for cell in cells}
    drawn = draw(cells, 23, 0, STRATIFIED, strata)
    assert Counter(strata[one.cell] for one in drawn) == {"Town": 3, "Water": 10, "Field": 10}
    chances = {strata[one.cell]: one.inclusion_probability for one in drawn}
    assert chances == {"Town": 1.0, "Water": pytest.approx(1 / 3), "Field": pytest.approx(10 / 31)}
    # Horvitz and Thompson: the weights of the drawn cells add up to all cells
    assert sum(1 / one.inclusion_probability for one in drawn) == pytest.approx(64)


def test_a_spread_sample_has_one_cell_in_each_quarter_of_a_quarter(cells):
    drawn = draw(cells, 16, 0, SPREAD)
    places = [cells.place_of(one.cell) for one in drawn]
    assert {(row // 2, column // 2) for row, column in places} == {(row, column) for row in range(4) for column in range(4)}


def test_hilbert_walks_from_neighbour_to_neighbour():
    places = sorted(((row, column) for row in range(16) for column in range(16)), key=lambda place: hilbert_distance(place, 4))
    steps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(places)]
    assert set(steps) == {1}
    assert sorted(hilbert_distance(place, 4) for place in places) == list(range(256))


@pytest.mark.parametrize(("count", "design", "strata"), [(65, SIMPLE, None), (1, STRATIFIED, {1: "Town", 2: "Water"}), (0, SPREAD, None)])
def test_what_cannot_be_drawn_is_refused(cells, count, design, strata):
    with pytest.raises(NoSample, match=str(count) if count != 1 else "2 classes"):
        draw(cells, count, 0, design, strata)
