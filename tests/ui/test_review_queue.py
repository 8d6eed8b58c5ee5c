"""The least certain cells come first and lie apart; an answer is a label that remembers what the map had said."""

import sqlite3
from contextlib import closing

import pytest
from echopatch.ui.labels.file import LabelsBroken, open_labels
from echopatch.ui.labels.store import LabelStore
from echopatch.ui.result import ResultBroken
from echopatch.ui.review.making import make_queue
from echopatch.ui.review.queue import (
    CONFIDENCE,
    ENTROPY,
    MARGIN,
    NOVELTY,
    Wanted,
    orders_of,
    read_asked,
    read_result,
    spread_out,
    uncertain_places,
)
from echopatch.ui.review.session import ReviewSession
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from review_map import COLUMNS, ROWS, SHA256, SIDE_M, X, Y, write_review_map


class Going:
    def isCanceled(self):
        return False


@pytest.fixture
def result(tmp_path):
    return write_review_map(tmp_path / "town.gpkg")


@pytest.fixture
def labels(tmp_path):
    return str(tmp_path / "town-review.gpkg")


def far(one, other):
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


# ------------------------------------------------------------------------------------------------------------------ the order


def test_cells_that_are_far_apart_come_in_their_order():
    places = [(0, 0), (9, 9), (0, 9), (9, 0)]
    assert spread_out(places, 9, 99) == places


def test_a_near_cell_waits_for_a_later_round_and_keeps_its_order_there():
    assert spread_out([(0, 0), (0, 1), (0, 4), (0, 8)], 8, 99) == [(0, 0), (0, 8), (0, 4), (0, 1)]


@pytest.mark.parametrize("apart", [1, 3, 7])
def test_rounds_keep_their_distance_and_lose_no_cell(apart):
    places = [(row * 7 % 20, row * column * 11 % 17) for row in range(20) for column in range(17)]
    places = list(dict.fromkeys(places))
    taken = spread_out(places, apart, len(places))
    assert sorted(taken) == sorted(places)
    distance, count = apart, 0
    # the plain rule: round by round, every candidate against all that are taken
    expected, left = [], list(places)
    while left:
        later = []
        for place in left:
            (expected if all(far(place, one) >= distance for one in expected) else later).append(place)
        left, distance, count = later, max(1, distance // 2), count + 1
    assert taken == expected
    assert count <= 4


def test_no_more_cells_than_are_wanted():
    assert spread_out([(0, 0), (0, 1), (5, 5), (9, 9)], 5, 2) == [(0, 0), (5, 5)]


def test_the_order_is_that_of_the_figure(result):
    grid = read_result(result).grid
    near = Wanted(MARGIN, 0.0, 3)
    assert uncertain_places(result, grid, near) == [(0, 0), (0, 1), (0, 2)]
    assert uncertain_places(result, grid, Wanted(ENTROPY, 0.0, 2)) == [(0, 0), (0, 1)]
    assert uncertain_places(result, grid, Wanted(CONFIDENCE, 0.0, 1)) == [(0, 0)]
    # 170 m are five cells of 40 m; of the twelve least certain cells two lie so far apart, and these two half as far from them
    assert uncertain_places(result, grid, Wanted(MARGIN, 170.0, 4)) == [(0, 0), (0, 5), (0, 2), (0, 7)]
    assert orders_of(result) == ["margin", "entropy", "confidence"]


def test_a_map_that_knows_what_is_unknown_can_be_reviewed_by_that(tmp_path):
    result = write_review_map(tmp_path / "novel.gpkg", novelty={(5, 6): 3.0, (9, 1): 2.0})
    assert orders_of(result) == [MARGIN, ENTROPY, CONFIDENCE, NOVELTY]
    reviewed = read_result(result)
    assert uncertain_places(result, reviewed.grid, Wanted(NOVELTY, 0.0, 2)) == [(5, 6), (9, 1)]
    (first,) = read_asked(reviewed, [(5, 6)])
    assert first.figures["novelty"] == 3


def test_no_sure_cell_is_asked_about_to_fill_a_gap(result):
    grid = read_result(result).grid
    taken = uncertain_places(result, grid, Wanted(MARGIN, 1e5, 10))
    assert sorted(taken) <= [(0, column) for column in range(COLUMNS)] + [(1, 0), (1, 1)]
    assert len(uncertain_places(result, grid, Wanted(MARGIN, 0.0, 50))) == 50


def test_the_grid_is_that_of_the_patches_around_the_cells(result):
    grid = read_result(result).grid
    assert (grid.patch_px, grid.stride_px, grid.rows, grid.columns, grid.scene) == (160, 32, ROWS, COLUMNS, "/scenes/a")
    for place in ((0, 0), (3, 7)):
        x, y = grid.centre(place)
        assert (round(x, 6), round(y, 6)) == (X + (place[1] + 0.5) * SIDE_M, Y - (place[0] + 0.5) * SIDE_M)
    upper_left, _, lower_right, _ = grid.outline((3, 7))
    assert (round(lower_right[0] - upper_left[0], 6), round(upper_left[1] - lower_right[1], 6)) == (200, 200)


def test_what_is_no_result_is_refused_by_name(tmp_path):
    path = tmp_path / "other.gpkg"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE a (b)")
    for look in (orders_of, read_result):
        with pytest.raises(ResultBroken, match=r"other\.gpkg is no whole result"):
            look(str(path))


# ---------------------------------------------------------------------------------------------------------------- the answers


@pytest.fixture
def session(result, labels):
    queue = make_queue(result, labels, Wanted(MARGIN, 170.0, 4), Going())
    layer = open_labels(labels, "Labels")
    QgsProject.instance().addMapLayer(layer)
    return ReviewSession(LabelStore(layer), queue.asked, queue.model_sha256)


def stored(session):
    session.store.save()
    with closing(sqlite3.connect(session.store.path)) as database:
        return database.execute(
            "SELECT row, col, class, origin, map_class, map_model FROM labels WHERE class IS NOT NULL ORDER BY fid"
        ).fetchall()


def test_the_file_has_the_cells_of_the_queue_and_no_others(session):
    assert len(session.store.cells) == session.total == 4
    assert [one.name for one in session.store.legend] == ["Water", "Town", "Field"]
    asked = session.asked
    assert (asked.place, asked.name, asked.status) == ((0, 0), "Water", "unsure")
    assert list(asked.probabilities) == ["Water", "Town", "Field"]
    assert asked.figures["margin"] == pytest.approx(0.005)


def test_enter_accepts_and_a_digit_corrects(session):
    session.press(Qt.Key.Key_Return)
    assert session.asked.place == (0, 5)
    session.press(Qt.Key.Key_3)
    session.press(Qt.Key.Key_1)
    assert stored(session) == [
        (0, 0, "Water", "review", "Water", SHA256), (0, 5, "Field", "review", "Water", SHA256), (0, 2, "Water", "review", "Water", SHA256),
    ]  # fmt: skip
    assert (session.reviewed, session.changed, session.total) == (3, 1, 4)


def test_what_was_skipped_comes_again_at_the_end(session):
    session.press(Qt.Key.Key_S)
    seen = [session.asked.place]
    for _ in range(3):
        session.press(Qt.Key.Key_Enter)
        seen.append(session.asked.place)
    assert seen == [(0, 5), (0, 2), (0, 7), (0, 0)]
    session.accept()
    assert session.asked is None
    assert session.current is None
    session.accept()
    assert session.reviewed == 4


def test_all_can_be_skipped_again_and_again(session):
    places = []
    for _ in range(8):
        places.append(session.asked.place)
        session.skip()
    assert places == [(0, 0), (0, 5), (0, 2), (0, 7)] * 2


def test_back_and_undo_return_to_the_cell_before(session):
    session.accept()
    session.press(Qt.Key.Key_P)
    assert session.asked.place == (0, 0)
    assert session.reviewed == 1
    session.press(Qt.Key.Key_2)
    assert (session.asked.place, session.changed) == ((0, 5), 1)
    session.press(Qt.Key.Key_Backspace)
    assert session.asked.place == (0, 0)
    assert (session.reviewed, session.changed) == (1, 0)


def test_discarded_edits_are_no_answers(session):
    session.accept()
    session.store.layer.rollBack()
    assert session.reviewed == 0


def test_digits_beyond_the_legend_and_other_keys_do_nothing(session):
    assert session.press(Qt.Key.Key_4)
    assert not session.press(Qt.Key.Key_X)
    assert session.reviewed == 0


def test_a_review_goes_on_where_it_was(session, result, labels):
    session.accept()
    session.store.save()
    queue = make_queue(result, labels, Wanted(MARGIN, 0.0, 99), Going())
    assert [one.place for one in queue.asked] == [(0, 0), (0, 5), (0, 2), (0, 7)]
    again = ReviewSession(session.store, queue.asked, queue.model_sha256)
    assert again.asked.place == (0, 5)


def test_answers_of_another_grid_are_refused(result, labels, tmp_path):
    make_queue(result, labels, Wanted(), Going())
    with closing(sqlite3.connect(labels)) as database, database:
        database.execute("UPDATE grid SET stride_px = 64")
    with pytest.raises(LabelsBroken, match="not those of this map"):
        make_queue(result, labels, Wanted(), Going())


def test_a_cancelled_queue_leaves_no_file(result, labels, tmp_path):
    class Stopped:
        def isCanceled(self):
            return True

    with pytest.raises(LabelsBroken, match="Stopped"):
        make_queue(result, labels, Wanted(), Stopped())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["town.gpkg"]
