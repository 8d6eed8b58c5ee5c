"""Labels go through QGIS's edit buffer, and the store knows at once what each cell is called."""

import sqlite3
from contextlib import closing
from datetime import datetime, timezone

import pytest
from conftest import PRODUCT
from echopatch.core.contract.legend import LandClass
from echopatch.ui.labels import editing
from echopatch.ui.labels.cells import BY_ROWS, BY_SAMPLE, NEAREST
from echopatch.ui.labels.editing import NotEditable
from echopatch.ui.labels.file import LabelsBroken, NewLabels, create_labels, open_labels, read_grid
from echopatch.ui.labels.grid import NoGrid, grid_over, nearest_first
from echopatch.ui.labels.store import HAND, LAYER, REVIEW, Drawn, LabelStore, MapAnswer
from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProject

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
CLASSES = (LandClass(1, "Water", "#2b7bba"), LandClass(2, "Town", "#d7301f"))
INFO = {**PRODUCT, "scene_id": "s", "crs_wkt": "x", "rows": 480, "columns": 640, "transform": [1.25, 0, 500000, 0, -1.25, 5300000]}


@pytest.fixture
def file(tmp_path):
    path = str(tmp_path / "labels.gpkg")
    grid = grid_over(INFO, 160, 160, 1.25)
    create_labels(path, NewLabels(grid, UTM, CLASSES), list(grid.places()), lambda share: True)
    return path


@pytest.fixture
def store(file):
    layer = open_labels(file, "Labels")
    QgsProject.instance().addMapLayer(layer)
    return LabelStore(layer)


def stored(file, sql="SELECT row, col, class, origin FROM labels WHERE class IS NOT NULL ORDER BY row, col"):
    with closing(sqlite3.connect(file)) as database:
        return database.execute(sql).fetchall()


def test_a_new_file_has_one_unlabelled_cell_per_whole_patch(store, file):
    assert len(store.cells) == 12
    assert store.counts == {"Water": 0, "Town": 0}
    assert stored(file, "SELECT COUNT(*), MIN(row), MAX(row), MAX(col) FROM labels") == [(12, 0, 2, 3)]
    assert store.grid == read_grid(file)
    box = store.outline(store.cells.cell_of((1, 2))).boundingBox()
    assert (box.xMinimum(), box.yMaximum(), box.width()) == (500000 + 2 * 200, 5300000 - 200, 200)


def test_a_scene_of_other_spacing_gets_cells_of_the_patches_size():
    # 480 rows of 1 m, patches of 160 px of 1.25 m: 200 m each
    info = {**INFO, "row_spacing_m": 1.0, "column_spacing_m": 1.0, "transform": [1, 0, 0, 0, -1, 0]}
    grid = grid_over(info, 160, 160, 1.25)
    assert (grid.rows, grid.columns) == (2, 3)
    assert grid.outline((0, 0)) == [(0, 0), (200, 0), (200, -200), (0, -200)]


def test_a_turned_scene_finds_the_cell_that_holds_a_point():
    grid = grid_over({**INFO, "transform": [1.0, 0.75, 100, 0.75, -1.0, 200]}, 160, 160, 1.25)
    for place in grid.places():
        assert grid.place_at(grid.centre(place)) == place
    assert grid.place_at((0, 0)) is None


def test_of_overlapping_cells_the_nearest_middle_counts():
    grid = grid_over({**INFO, "transform": [1, 0, 0, 0, -1, 0]}, 160, 80, 1.25)
    assert (grid.rows, grid.columns) == (5, 7)
    assert grid.place_at((85, -85)) == (0, 0)
    assert grid.place_at((125, -85)) == (0, 1)


@pytest.mark.parametrize(("change", "word"), [({"crs_wkt": ""}, "map"), ({"row_spacing_m": None}, "pixel size"), ({"rows": 159}, "160 px")])
def test_no_grid_says_why(change, word):
    with pytest.raises(NoGrid, match=word):
        grid_over({**INFO, **change}, 160, 160, 1.25)


def test_labels_reach_the_file_when_they_are_saved_and_not_before(store, file):
    store.set_class([store.cells.cell_of((0, 1)), store.cells.cell_of((2, 3))], "Water", HAND)
    assert stored(file) == []
    assert store.layer.isModified()
    assert editing.unsaved(file)
    editing.save_all(file)
    assert stored(file) == [(0, 1, "Water", "hand"), (2, 3, "Water", "hand")]
    assert not editing.unsaved(file)


def test_a_review_keeps_what_the_map_had_said(store, file):
    cell = store.cells.cell_of((0, 0))
    store.set_class([cell], "Town", REVIEW, {cell: MapAnswer("Water", "abc")})
    store.save()
    sql = "SELECT class, origin, map_class, map_model FROM labels WHERE class IS NOT NULL"
    assert stored(file, sql) == [("Town", "review", "Water", "abc")]
    ((when,),) = stored(file, "SELECT labelled_at FROM labels WHERE class IS NOT NULL")
    age = datetime.now(timezone.utc) - datetime.fromisoformat(when[:19]).replace(tzinfo=timezone.utc)
    assert abs(age.total_seconds()) < 60


def test_one_undo_takes_back_one_step_however_many_cells_it_had(store):
    store.set_class([store.cells.cell_of((0, 0))], "Town", HAND)
    store.set_class([store.cells.cell_of((0, 0)), store.cells.cell_of((0, 1))], "Water", LAYER)
    assert store.counts == {"Water": 2, "Town": 0}
    store.undo()
    assert store.counts == {"Water": 0, "Town": 1}
    store.undo()
    assert store.counts == {"Water": 0, "Town": 0}
    store.undo()  # nothing left
    store.layer.undoStack().redo()
    assert store.cells.class_of(store.cells.cell_of((0, 0))) == "Town"


def test_an_undo_brings_the_whole_label_back_that_was_there(store, file):
    cell = store.cells.cell_of((0, 0))
    store.set_class([cell], "Town", REVIEW, {cell: MapAnswer("Water", "ab")})
    store.save()
    before = store.layer.getFeature(cell).attributes()
    store.set_class([cell], "Water", HAND)
    store.undo()
    assert store.layer.getFeature(cell).attributes() == before
    store.save()
    assert stored(file) == [(0, 0, "Town", "review")]


def test_edits_discarded_in_qgis_are_discarded_in_the_counts(store):
    store.set_class([store.cells.cell_of((0, 0))], "Town", HAND)
    store.save()
    store.set_class([store.cells.cell_of((0, 0)), store.cells.cell_of((1, 1))], "Water", HAND)
    store.layer.rollBack()
    assert store.cells.labelled == {store.cells.cell_of((0, 0)): "Town"}
    assert store.counts == {"Water": 0, "Town": 1}


def test_a_class_taken_away_leaves_no_trace(store, file):
    store.set_class([1], "Town", HAND)
    store.set_class([1], None, HAND)
    store.save()
    assert len(store.cells.labelled) == 0
    assert stored(file, "SELECT COUNT(*) FROM labels WHERE origin IS NOT NULL OR labelled_at IS NOT NULL") == [(0,)]


def test_a_value_typed_into_the_attribute_table_counts(store, qtbot):
    with qtbot.waitSignal(store.changed):
        store.layer.startEditing()
        store.layer.changeAttributeValue(3, store.layer.fields().indexOf("class"), "Water")
    assert store.counts["Water"] == 1


def test_cells_deleted_in_qgis_are_gone(store):
    store.set_class([1, 2], "Water", HAND)
    store.layer.deleteFeature(1)
    store.layer.commitChanges()
    assert len(store.cells) == 11
    assert store.counts["Water"] == 1


def test_moving_and_labelling_look_at_no_other_cell(store, monkeypatch):
    asked, labelled, look = [], [], store.layer.getFeatures
    monkeypatch.setattr(store.layer, "getFeatures", lambda request: asked.append(request.filterFids()) or look(request))
    cell = store.cells.next_unlabelled(None, BY_ROWS)
    for _ in range(5):
        labelled.append({cell})
        store.set_class([cell], "Water", HAND)
        cell = store.cells.next_unlabelled(cell, NEAREST)
        store.outline(store.cells.neighbour(cell, 1, 0))
    assert store.counts["Water"] == 5
    assert [set(cells) for cells in asked] == labelled


def test_rows_come_one_after_the_other_and_begin_again(store):
    store.set_class([2, 12], "Water", HAND)
    assert store.cells.next_unlabelled(None, BY_ROWS) == 1
    assert store.cells.next_unlabelled(1, BY_ROWS) == 3
    assert store.cells.next_unlabelled(11, BY_ROWS) == 1
    store.set_class(range(1, 13), "Water", HAND)
    assert store.cells.next_unlabelled(5, BY_ROWS) is None
    assert store.cells.next_unlabelled(5, NEAREST) is None


def test_the_nearest_unlabelled_is_in_the_next_ring(store):
    middle = store.cells.cell_of((1, 1))
    ring = [store.cells.cell_of(place) for place in nearest_first(store.grid, (1, 1))]
    assert len(ring) == len(set(ring)) == 11
    store.set_class([middle, *ring[:8]], "Water", HAND)
    assert store.cells.place_of(store.cells.next_unlabelled(middle, NEAREST))[1] == 3


def test_a_sample_is_gone_through_as_it_was_drawn_and_keeps_its_probabilities(store, file):
    store.set_sample([Drawn(7, 0.5), Drawn(3, 0.25)], "simple random")
    assert store.cells.sample == [7, 3]
    assert store.cells.next_unlabelled(None, BY_SAMPLE) == 7
    store.set_class([7], "Water", HAND)
    assert store.cells.next_unlabelled(7, BY_SAMPLE) == 3
    store.set_sample([Drawn(5, 1.0)], "simple random")
    store.save()
    sql = "SELECT fid, sample, inclusion_probability, label_sampling FROM labels WHERE inclusion_probability IS NOT NULL"
    assert stored(file, sql) == [(5, 1, 1.0, "simple random")]
    assert store.cells.class_of(7) == "Water"


def test_arrows_stop_at_the_edge(store):
    assert store.cells.place_of(store.cells.neighbour(store.cells.cell_of((0, 0)), 1, 0)) == (1, 0)
    assert store.cells.neighbour(store.cells.cell_of((2, 3)), 0, 1) == store.cells.cell_of((2, 3))


def test_a_renamed_class_takes_its_labels_along(store, file, qtbot):
    store.set_class([1], "Town", HAND)
    with qtbot.waitSignal(store.legend_changed):
        store.set_legend([CLASSES[0], LandClass(2, "City", "#ff0000")], {"Town": "City"})
    assert store.counts == {"Water": 0, "City": 1}
    assert stored(file, "SELECT code, name, colour FROM classes ORDER BY code") == [(1, "Water", "#2b7bba"), (2, "City", "#ff0000")]


def test_a_class_with_labels_stays_in_the_legend(store):
    store.set_class([1], "Town", HAND)
    with pytest.raises(LabelsBroken, match="1 cells are labelled “Town”"):
        store.set_legend(CLASSES[:1])
    with pytest.raises(ValueError, match="Forest"):
        store.set_class([1], "Forest", HAND)


def test_a_read_only_file_says_so(store, monkeypatch):
    monkeypatch.setattr(store.layer, "startEditing", lambda: False)
    with pytest.raises(NotEditable, match=r"labels\.gpkg"):
        store.set_class([1], "Town", HAND)


def test_a_layer_that_is_removed_says_so(store, qtbot):
    with qtbot.waitSignal(store.gone):
        QgsProject.instance().removeMapLayer(store.layer)


def test_another_geopackage_is_refused_with_a_word_on_what_to_do(result_gpkg):
    with pytest.raises(LabelsBroken, match="From a Layer"):
        open_labels(str(result_gpkg), "Labels")


def test_a_stopped_or_empty_creation_leaves_no_file(tmp_path):
    grid = grid_over(INFO, 160, 160, 1.25)
    new = NewLabels(grid, UTM, CLASSES)
    with pytest.raises(LabelsBroken, match="Stopped"):
        create_labels(str(tmp_path / "labels.gpkg"), new, list(grid.places()), lambda share: False)
    with pytest.raises(LabelsBroken, match="enough data"):
        create_labels(str(tmp_path / "labels.gpkg"), new, [], lambda share: True)
    assert list(tmp_path.iterdir()) == []


def test_unlabelled_means_no_class_to_qgis_too(store):
    store.set_class([4], "Water", HAND)
    request = QgsFeatureRequest().setFilterExpression('"class" IS NULL')
    assert len(list(store.layer.getFeatures(request))) == 11
