"""Polygons and points of other layers become labels by the rule of ``patches cut``."""

import pytest
from conftest import PRODUCT
from echopatch.ui.labels.cells import Cells, Row
from echopatch.ui.labels.cover import BELOW, CONFLICT, INVALID, LABELLED, TIE, cover_cells, to_pixels
from echopatch.ui.labels.grid import grid_over
from qgis.core import QgsGeometry

INFO = {**PRODUCT, "scene_id": "s", "crs_wkt": "x", "rows": 30, "columns": 40, "transform": [1.25, 0, 1000, 0, -1.25, 2000]}
GRID = grid_over(INFO, 10, 10, 1.25)  # 3 rows, 4 columns
CELLS = Cells(GRID, (Row(number, place, None, None) for number, place in enumerate(GRID.places(), 1) if place != (2, 0)))


def box(left: float, top: float, right: float, bottom: float) -> QgsGeometry:
    return QgsGeometry.fromWkt(f"POLYGON(({left} {top}, {right} {top}, {right} {bottom}, {left} {bottom}, {left} {top}))")


def labelled(*shapes, min_cover=0.6):
    return cover_cells(CELLS, shapes, min_cover, lambda: True)


def test_a_cell_that_is_covered_enough_is_labelled():
    covered = labelled(("Water", box(0, 0, 26, 10)))  # two cells whole, the third to 0.6
    assert covered.names == {(0, 0): "Water", (0, 1): "Water", (0, 2): "Water"}
    assert labelled(("Water", box(0, 0, 25.9, 10))).counts == {LABELLED: 2, BELOW: 1, TIE: 0, CONFLICT: 0, INVALID: 0}


def test_parts_of_one_class_add_up_but_not_twice():
    left, right = box(0, 0, 4, 10), box(4, 0, 7, 10)
    assert labelled(("Water", left), ("Water", right)).names == {(0, 0): "Water"}
    assert labelled(("Water", left), ("Water", left)).names == {}


def test_the_class_that_covers_most_wins():
    covered = labelled(("Water", box(0, 0, 7, 10)), ("Town", box(7, 0, 10, 10)))
    assert covered.names == {(0, 0): "Water"}


def test_equal_halves_are_a_tie():
    covered = labelled(("Water", box(0, 0, 5, 10)), ("Town", box(5, 0, 10, 10)), min_cover=0.5)
    assert (covered.names, covered.disputed, covered.counts[TIE]) == ({}, [(0, 0)], 1)


def test_disputed_ground_counts_for_nobody():
    # water covers 0.8, of which town claims 0.3 too: 0.5 of its own is too little
    covered = labelled(("Water", box(0, 0, 8, 10)), ("Town", box(5, 0, 10, 10)))
    assert (covered.names, covered.disputed, covered.counts[CONFLICT]) == ({}, [(0, 0)], 1)
    # with 0.1 disputed, 0.7 is enough
    assert labelled(("Water", box(0, 0, 8, 10)), ("Town", box(7, 0, 10, 10))).names == {(0, 0): "Water"}


def test_a_polygon_that_crosses_itself_is_left_out_and_counted():
    bow = QgsGeometry.fromWkt("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))")
    assert labelled(("Water", bow)).counts[INVALID] == 1


def test_a_point_labels_the_cell_that_holds_it():
    points = QgsGeometry.fromWkt("MULTIPOINT((5 5), (35 25), (50 5))")
    assert labelled(("Water", points)).names == {(0, 0): "Water", (2, 3): "Water"}
    assert labelled(("Water", points), ("Town", QgsGeometry.fromWkt("POINT(1 1)"))).disputed == [(0, 0)]


def test_of_a_turned_scene_pixels_are_found_again():
    grid = grid_over({**INFO, "transform": [1.0, 0.75, 1000, 0.75, -1.0, 2000]}, 10, 10, 1.25)
    to_map, _ = to_pixels(grid).inverted()
    assert to_map.map(10.0, 20.0) == pytest.approx(grid.outline((2, 1))[0])
    assert to_pixels(grid).map(*grid.centre((1, 2))) == pytest.approx((25, 15))


def test_places_without_a_cell_count_for_nothing():
    assert sum(labelled(("Water", box(0, 20, 10, 28))).counts.values()) == 0


def test_a_stop_leaves_early():
    assert cover_cells(CELLS, [("Water", box(0, 0, 40, 30))], 0.6, lambda: False).names == {}
