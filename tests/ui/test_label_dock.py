"""The dock labels with keys and sweeps, survives what happens around it, and leaves nothing on the map."""

import gc

import pytest
from conftest import PRODUCT, write_table
from echopatch.core.contract.legend import LandClass
from echopatch.ui.labels.cells import BY_ROWS, BY_SAMPLE
from echopatch.ui.labels.desk import LabelDesk
from echopatch.ui.labels.dock import LabelDock
from echopatch.ui.labels.file import NewLabels, create_labels, open_labels, read_classes
from echopatch.ui.labels.grid import grid_over
from echopatch.ui.labels.sampling import SPREAD, STRATIFIED
from echopatch.ui.labels.style import dress_labels, keep_style
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapMouseEvent, QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtWidgets import QMainWindow

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
CLASSES = (LandClass(1, "Water", "#2b7bba"), LandClass(2, "Town", "#d7301f"))
INFO = {**PRODUCT, "scene_id": "s", "crs_wkt": "x", "rows": 640, "columns": 800, "transform": [1.25, 0, 500000, 0, -1.25, 5300000]}


class Bar:
    def __init__(self):
        self.said = []

    def pushMessage(self, title, text, level, duration=0):
        self.said.append(text)


class Iface:
    def __init__(self, canvas):
        self.window, self.canvas, self.bar = QMainWindow(), canvas, Bar()
        self.active = None

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def activeLayer(self):
        return self.active

    def setActiveLayer(self, layer):
        self.active = layer

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)


@pytest.fixture
def file(tmp_path):
    path = str(tmp_path / "labels.gpkg")
    grid = grid_over(INFO, 160, 160, 1.25)  # 4 rows, 5 columns of 200 m
    create_labels(path, NewLabels(grid, UTM, CLASSES), list(grid.places()), lambda share: True)
    layer = open_labels(path, "labels")
    dress_labels(layer, CLASSES, grid)
    keep_style(layer)
    return path


@pytest.fixture
def iface(qgis_canvas, qtbot):
    qgis_canvas.resize(500, 400)
    qgis_canvas.setDestinationCrs(UTM)
    qgis_canvas.setExtent(QgsRectangle(500000, 5299200, 501000, 5300000))
    one = Iface(qgis_canvas)
    qtbot.addWidget(one.window)
    return one


@pytest.fixture
def desk(iface):
    one = LabelDesk(iface)
    yield one
    one.close()


@pytest.fixture
def page(desk, file):
    desk.open_file(file)
    return desk.dock.page


def press(widget, *keys):
    """As the keyboard does."""
    from qgis.PyQt.QtTest import QTest

    for key in keys:
        QTest.keyClick(widget, key)


def mouse(page, kind, place, button=Qt.MouseButton.LeftButton):
    """A mouse event in the middle of a cell."""
    canvas = page.tool.canvas()
    pixel = canvas.getCoordinateTransform().transform(page.store.centre(page.store.cells.cell_of(place)))
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    return QgsMapMouseEvent(canvas, kind, QPoint(int(pixel.x()), int(pixel.y())), button, held)


def test_it_opens_at_the_first_cell_and_listens_to_the_keys_of_the_map(page, iface):
    assert iface.canvas.mapTool() is page.tool
    assert page.form.on_map.isChecked()
    assert page.session.current == 1
    assert iface.active is page.store.layer
    assert QgsProject.instance().mapLayers() == {page.store.layer.id(): page.store.layer}


def test_digits_label_and_move_on_to_the_nearest(page, iface):
    press(iface.canvas, Qt.Key.Key_2, Qt.Key.Key_1)
    assert page.store.cells.class_of(1) == "Town"
    assert page.store.counts == {"Water": 1, "Town": 1}
    assert page.session.current not in (1, None)
    assert page.session.brush.name == "Water"


def test_a_digit_beyond_the_legend_does_nothing(page, iface):
    press(iface.canvas, Qt.Key.Key_7)
    assert page.store.cells.labelled == {}


def test_arrows_move_by_one_cell_and_not_the_map(page, iface):
    page.form.follows.setChecked(False)
    before = iface.canvas.extent()
    press(iface.canvas, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert page.store.cells.place_of(page.session.current) == (1, 1)
    assert iface.canvas.extent() == before


def test_backspace_undoes_and_returns_to_the_cell(page, iface):
    press(iface.canvas, Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_Backspace)
    assert page.store.cells.labelled == {}
    assert page.session.current == 1


def test_zero_clears_the_label(page, iface):
    page.session.goes_on = False
    press(iface.canvas, Qt.Key.Key_1, Qt.Key.Key_0)
    assert page.store.cells.labelled == {}


def test_enter_skips_a_cell_which_comes_back_at_the_end_and_p_goes_back(page, iface):
    page.session.go_through(BY_ROWS)
    assert page.form.order.currentData() == BY_ROWS
    press(iface.canvas, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_P)
    assert page.session.current == 2
    press(iface.canvas, Qt.Key.Key_N, *[Qt.Key.Key_1] * 18)
    assert page.session.current == 1
    assert len(page.store.cells.labelled) == 18


def test_a_key_with_control_is_qgis_own(page, iface):
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(iface.canvas, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.store.cells.labelled == {}


def test_keys_work_from_the_legend_too(page):
    press(page.legend.table, Qt.Key.Key_1)
    assert page.store.counts["Water"] == 1


def test_a_sweep_labels_what_it_passes_as_one_step(page, iface):
    page.legend.table.show_chosen(0)
    page.legend.table.setCurrentItem(page.legend.table.topLevelItem(1))  # as a click on the row does
    page.tool.canvasPressEvent(mouse(page, QEvent.Type.MouseButtonPress, (1, 1)))
    for place in ((1, 2), (1, 3), (2, 3)):
        page.tool.canvasMoveEvent(mouse(page, QEvent.Type.MouseMove, place))
    page.tool.canvasReleaseEvent(mouse(page, QEvent.Type.MouseButtonRelease, (2, 3)))
    assert page.store.counts == {"Water": 0, "Town": 4}
    assert page.store.cells.place_of(page.session.current) == (2, 3)
    page.session.undo()
    assert page.store.counts == {"Water": 0, "Town": 0}


def test_a_right_click_only_goes_there(page):
    page.tool.canvasPressEvent(mouse(page, QEvent.Type.MouseButtonPress, (2, 2), Qt.MouseButton.RightButton))
    assert page.store.cells.place_of(page.session.current) == (2, 2)
    assert page.store.cells.labelled == {}


def test_the_map_follows_and_zooms_where_cells_are_too_small(page, iface):
    iface.canvas.setExtent(QgsRectangle(400000, 5200000, 600000, 5400000))
    page.session.go_to(page.store.cells.cell_of((3, 4)))
    assert iface.canvas.extent().contains(page.store.centre(page.session.current))
    assert iface.canvas.extent().width() < 5000
    page.form.follows.setChecked(False)
    iface.canvas.setExtent(QgsRectangle(400000, 5200000, 600000, 5400000))
    page.session.go_to(1)
    assert iface.canvas.extent().width() > 100000


def test_another_tool_of_qgis_takes_the_keys_away(page, iface):
    tool = QgsMapToolPan(iface.canvas)
    iface.canvas.setMapTool(tool)
    assert not page.form.on_map.isChecked()
    press(iface.canvas, Qt.Key.Key_1)
    assert page.store.cells.labelled == {}
    page.form.on_map.setChecked(True)
    press(iface.canvas, Qt.Key.Key_1)
    assert page.store.counts["Water"] == 1


def test_counts_and_bars_follow_undo_and_discarded_edits(page, qtbot, iface):
    press(iface.canvas, Qt.Key.Key_1, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.legend.table.topLevelItem(0).text(2) == "2")
    assert page.form.totals.text() == "2 of 20 cells"
    assert page.form.save.isEnabled()
    page.store.layer.rollBack()
    qtbot.waitUntil(lambda: page.legend.table.topLevelItem(0).text(2) == "0")
    assert not page.form.save.isEnabled()
    press(iface.canvas, Qt.Key.Key_2)  # editing begins again
    assert page.store.counts == {"Water": 0, "Town": 1}


def test_saving_keeps_on_editing(page, iface):
    press(iface.canvas, Qt.Key.Key_1)
    page.form.save.click()
    assert not page.store.layer.isModified()
    assert page.store.layer.isEditable()


def test_the_style_in_the_file_leaves_the_cells_readable_and_opens_coloured(page, file):
    page.legend.set_colour(0, "#123456")
    assert len(list(page.store.layer.getFeatures())) == 20
    page.legend.set_colour(0, "#654321")
    fresh = QgsVectorLayer(f"{file}|layername=labels", "fresh", "ogr")
    first = fresh.renderer().rootRule().children()[0]
    assert first.label() == "Water"
    assert first.symbol().symbolLayer(0).fillColor().name() == "#654321"


def test_classes_are_added_renamed_coloured_and_removed(page, file):
    page.legend.add()
    assert [one.name for one in page.store.legend] == ["Water", "Town", "Class 1"]
    page.legend.rename(2, "Forest")
    page.legend.set_colour(2, "#00ff00")
    assert read_classes(file)[2] == LandClass(3, "Forest", "#00ff00")
    page.legend.table.show_chosen(2)
    page.legend.remove()
    assert read_classes(file) == CLASSES


def test_a_legend_that_contradicts_itself_is_refused_in_a_line(page):
    page.legend.rename(1, "water")
    assert "two classes" in page.form.trouble.text()
    assert page.store.legend == CLASSES
    assert page.legend.table.topLevelItem(1).text(1) == "Town"


def test_a_new_legend_keeps_classes_that_cells_have(page, iface):
    press(iface.canvas, Qt.Key.Key_2)
    page.legend.take([LandClass(1, "Forest", "#00ff00")])
    assert [(one.code, one.name) for one in page.store.legend] == [(1, "Forest"), (2, "Town")]


def test_a_sample_is_drawn_and_gone_through(page, qtbot):
    form = page.form
    form.design.setCurrentIndex(form.design.findData(SPREAD))
    form.sample_count.setValue(4)
    form.draw.click()
    assert len(page.store.cells.sample) == 4
    assert form.order.currentData() == BY_SAMPLE
    assert page.session.current == page.store.cells.sample[0]
    page.session.label("Water")
    qtbot.waitUntil(lambda: form.sample_note.text().startswith("1 of 4"))
    assert page.session.current == page.store.cells.sample[1]


def test_strata_come_from_a_map(page, tmp_path, qtbot):
    # the western two columns are mapped as water
    write_table(tmp_path / "map.gpkg", "regions", "Polygon?crs=EPSG:32632&field=class:string", [((500000, 5299200, 400), "Water"),
                ((500000, 5299600, 400), "Water"), ((500400, 5299600, 400), "Town")])  # fmt: skip
    layer = QgsVectorLayer(f"{tmp_path / 'map.gpkg'}|layername=regions", "regions", "ogr")
    QgsProject.instance().addMapLayer(layer)
    form = page.form
    form.design.setCurrentIndex(form.design.findData(STRATIFIED))
    form.strata.setLayer(layer)
    form.sample_count.setValue(4)
    form.draw.click()
    qtbot.waitUntil(lambda: len(page.store.cells.sample) == 4, timeout=10000)
    places = [page.store.cells.place_of(cell) for cell in page.store.cells.sample]
    assert sum(column < 2 for _, column in places) == 2
    page.store.save()
    chances = {feature["inclusion_probability"] for feature in page.store.layer.getFeatures() if feature["sample"]}
    assert chances == {2 / 8, 2 / 4}


def test_a_layer_is_shown_on_the_map_before_it_is_taken_over(page, tmp_path, qtbot):
    squares = [((500000, 5299800, 200), "town"), ((500200, 5299800, 200), "Forest"), ((500400, 5299800, 100), "Forest")]
    write_table(tmp_path / "areas.gpkg", "areas", "Polygon?crs=EPSG:32632&field=class:string", squares)
    layer = QgsVectorLayer(f"{tmp_path / 'areas.gpkg'}|layername=areas", "areas", "ogr")
    QgsProject.instance().addMapLayer(layer)
    form = page.form
    form.source.setLayer(layer)
    form.preview.click()
    qtbot.waitUntil(form.take_over.isEnabled, timeout=10000)
    assert "2 cells get a class" in form.source_note.text()
    assert "New in the legend: Forest." in form.source_note.text()
    assert page.store.cells.labelled == {}
    form.take_over.click()
    assert page.store.cells.labelled == {1: "Town", 2: "Forest"}
    assert [one.name for one in page.store.legend] == ["Water", "Town", "Forest"]


def test_labels_that_are_there_are_kept_unless_asked(page, tmp_path, qtbot):
    page.store.set_class([1], "Water", "hand")
    write_table(tmp_path / "areas.gpkg", "areas", "Polygon?crs=EPSG:32632&field=class:string", [((500000, 5299800, 200), "Town")])
    layer = QgsVectorLayer(f"{tmp_path / 'areas.gpkg'}|layername=areas", "areas", "ogr")
    QgsProject.instance().addMapLayer(layer)
    page.form.source.setLayer(layer)
    page.form.preview.click()
    qtbot.waitUntil(lambda: "1 keep" in page.form.source_note.text(), timeout=10000)
    page.form.replace.setChecked(True)
    page.form.preview.click()
    qtbot.waitUntil(page.form.take_over.isEnabled, timeout=10000)
    page.form.take_over.click()
    assert page.store.cells.class_of(1) == "Town"


def items(iface):
    return len(iface.canvas.scene().items())


def test_the_layer_removed_leaves_the_start_page_and_a_clean_map(desk, file, iface):
    before = items(iface)
    desk.open_file(file)
    press(iface.canvas, Qt.Key.Key_1)
    QgsProject.instance().removeMapLayer(desk.dock.page.store.layer)
    assert desk.dock.page is None
    assert items(iface) == before
    assert iface.canvas.mapTool() is None
    press(iface.canvas, Qt.Key.Key_1)


def test_the_project_closed_while_labelling(desk, file, iface):
    desk.open_file(file)
    press(iface.canvas, Qt.Key.Key_1)
    QgsProject.instance().clear()
    assert desk.dock.page is None
    desk.open_file(file)  # the file is as it was saved
    assert desk.dock.page.store.cells.labelled == {}


def test_the_plugin_unloaded_while_labelling_keeps_the_edits_with_the_layer(desk, file, iface, qtbot):
    before = items(iface)
    desk.open_file(file)
    layer = desk.dock.page.store.layer
    press(iface.canvas, Qt.Key.Key_1)
    desk.close()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert iface.window.findChildren(LabelDock) == []
    assert items(iface) == before
    assert layer.isModified()
    layer.undoStack().undo()  # nobody listens any longer
    assert not layer.isModified()


def test_a_file_opened_again_uses_the_layer_that_is_there(desk, file, iface):
    desk.open_file(file)
    layer = desk.dock.page.store.layer
    press(iface.canvas, Qt.Key.Key_1)
    desk.dock.close_labels()
    desk.open(layer)
    assert desk.dock.page.store.layer is layer
    assert desk.dock.page.store.counts["Water"] == 1
    assert len(QgsProject.instance().mapLayers()) == 1


def test_a_file_that_holds_no_labels_is_refused_in_the_message_bar(desk, result_gpkg, iface):
    desk.open_file(str(result_gpkg))
    assert "no file of labels" in iface.bar.said[0]
    assert desk.dock.page is None


def test_keys_and_outline_are_off_the_map_while_the_dock_is_closed(desk, page, iface):
    iface.window.show()
    desk.dock.close()
    assert iface.canvas.mapTool() is not page.tool
    assert not page.view._current.isVisible()
    desk.open()
    assert iface.canvas.mapTool() is page.tool
    assert page.view._current.isVisible()
