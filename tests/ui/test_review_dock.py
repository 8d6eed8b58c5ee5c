"""The review in QGIS's window: from a layer of a result to answers, with the keys of the map, and gone without a trace."""

import time

import pytest
from echopatch.ui import tasks
from echopatch.ui.labels.desk import LabelDesk
from echopatch.ui.layers import add_file
from echopatch.ui.review.desk import ReviewDesk
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow
from review_map import write_review_map


class Iface:
    """As much of QGIS's window as the review asks for."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.window)

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)


def wait_for(condition, seconds=8.0):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    return bool(condition())


@pytest.fixture
def iface(qtbot):
    one = Iface()
    qtbot.addWidget(one.window)
    one.window.resize(900, 600)
    one.window.show()
    return one


@pytest.fixture
def desk(iface):
    one = ReviewDesk(iface)
    yield one
    one.close()
    assert wait_for(lambda: not tasks._small)


@pytest.fixture
def result(tmp_path, iface):
    layer = add_file(write_review_map(tmp_path / "town.gpkg") + "|layername=cells", "Cells")
    iface.canvas.setDestinationCrs(layer.crs())
    iface.canvas.setExtent(layer.extent())
    return layer


def begun(desk, result, cells=6):
    desk.open(result)
    desk.dock.form.apart.setValue(0)
    desk.dock.form.most.setValue(cells)
    desk.dock.form.begin.click()
    assert wait_for(lambda: desk.dock.page is not None)
    return desk.dock.page


def test_the_form_says_what_the_settings_are_and_where_answers_go(desk, result, tmp_path):
    desk.open(result)
    form = desk.dock.form
    assert form.result.text() == "town.gpkg"
    assert [form.order.itemText(number) for number in range(form.order.count())] == [
        "Smallest margin", "Largest entropy", "Smallest confidence",
    ]  # fmt: skip
    assert (form.apart.value(), form.most.value()) == (500, 100)
    assert form.labels.filePath() == str(tmp_path / "town-review.gpkg")
    assert form.begin.text() == "Review 100 Cells"
    assert form.begin.isEnabled()


@pytest.mark.parametrize("layer", [None, QgsVectorLayer("Point", "p", "memory")])
def test_without_a_result_it_says_what_to_do(desk, layer):
    desk.open(layer)
    assert "Select a layer of a result first" in desk.dock.form.start_note.text()
    assert not desk.dock.form.begin.isEnabled()


def test_the_map_takes_the_keys_and_follows(desk, result, iface):
    page = begun(desk, result)
    assert page.form.accept.text() == "Accept “Water”"
    assert page.form.figures.text() == "0 of 6 reviewed, 0 changed"
    place = page.form.place.text()
    assert place == "Row 0, column 0 · margin 0.01 · entropy 0.99 · confidence 0.45 · unsure"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_S):
        QTest.keyClick(iface.canvas, key)
    assert wait_for(lambda: page.form.figures.text() == "2 of 6 reviewed, 1 changed (50.0 %)")
    assert page.session.asked.place == (0, 3)
    assert page.form.progress.value() == 2
    assert iface.canvas.extent().contains(page.session.store.centre(page.session.current))
    QTest.keyClick(iface.canvas, Qt.Key.Key_Backspace)
    QTest.keyClick(iface.canvas, Qt.Key.Key_Backspace)
    assert wait_for(lambda: page.form.figures.text() == "0 of 6 reviewed, 0 changed")


def test_the_rows_name_the_likeliest_classes_and_can_be_clicked(desk, result):
    page = begun(desk, result)
    answers = page.answers
    assert answers.accessibleDescription() == "Water 45.3 %; Town 44.8 %; Field 10.0 %"
    rows = answers.sizeHint().height() / 3
    QTest.mouseClick(answers, Qt.MouseButton.LeftButton, pos=QPoint(20, int(1.5 * rows)))
    assert page.session.store.counts == {"Water": 0, "Town": 1, "Field": 0}
    assert answers.class_at(QPoint(0, int(9 * rows))) == ""


def test_the_map_is_hidden_while_its_cells_are_judged_and_comes_back(desk, result, iface):
    node = QgsProject.instance().layerTreeRoot().findLayer(result.id())
    page = begun(desk, result)
    assert not node.itemVisibilityChecked()
    QTest.keyClick(iface.canvas, Qt.Key.Key_M)
    assert node.itemVisibilityChecked()
    assert page.form.show_map.isChecked()
    QTest.keyClick(iface.canvas, Qt.Key.Key_M)
    assert not node.itemVisibilityChecked()
    desk.dock.leave_review()
    assert node.itemVisibilityChecked()


def test_when_all_is_reviewed_it_says_so(desk, result):
    page = begun(desk, result, cells=2)
    page.form.accept.click()
    page.form.accept.click()
    assert page.form.place.text() == "All cells of this queue are reviewed."
    assert not page.form.accept.isEnabled()
    page.form.save.click()
    assert wait_for(lambda: not page.form.save.isEnabled())


def test_a_file_that_is_there_is_gone_on_with(desk, result):
    page = begun(desk, result, cells=3)
    page.form.accept.click()
    page.form.save.click()
    page.form.another.click()
    assert desk.dock.page is None
    assert desk.dock.form.begin.text() == "Go On with the Review"
    assert not desk.dock.form.most.isEnabled()
    desk.dock.form.begin.click()
    assert wait_for(lambda: desk.dock.page is not None)
    assert desk.dock.page.session.asked.place == (0, 1)
    assert len([one for one in QgsProject.instance().mapLayers().values() if one.name() == "town-review"]) == 1


def test_trouble_is_a_line_in_the_dock(desk, result, tmp_path):
    desk.open(result)
    desk.dock.form.labels.setFilePath(str(tmp_path / "none" / "a.gpkg"))
    desk.dock.form.begin.click()
    assert wait_for(lambda: "cannot be written" in desk.dock.form.start_note.text())
    assert desk.dock.form.begin.isEnabled()


@pytest.mark.parametrize("how", ["layer removed", "project closed", "result removed", "desk closed"])
def test_whatever_goes_the_map_is_left_as_it_was(desk, result, iface, how):
    bands = len(iface.canvas.scene().items())
    page = begun(desk, result)
    page.session.accept()
    if how == "result removed":
        QgsProject.instance().removeMapLayer(result.id())
        page.session.accept()
        assert page.session.reviewed == 2
        return
    if how == "layer removed":
        QgsProject.instance().removeMapLayer(page.session.store.layer.id())
    elif how == "project closed":
        QgsProject.instance().clear()
    else:
        desk.close()
    assert desk.dock is None or desk.dock.page is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(iface.canvas.scene().items()) == bands
    QTest.keyClick(iface.canvas, Qt.Key.Key_Return)
    if how == "desk closed":
        layers = [one for one in QgsProject.instance().mapLayers().values() if one.name() == "town-review"]
        assert layers[0].isModified()
        layers[0].rollBack()


def test_a_queue_that_is_being_made_is_forgotten_for_another_result(desk, result, tmp_path):
    desk.open(result)
    desk.dock.form.begin.click()
    other = add_file(write_review_map(tmp_path / "village.gpkg") + "|layername=cells", "Cells")
    desk.open(other)
    assert wait_for(lambda: not tasks._small)
    assert desk.dock.page is None
    assert desk.dock.form.result.text() == "village.gpkg"
    assert desk.dock.form.begin.isEnabled()


def test_the_plugin_may_go_while_a_queue_is_made(desk, result):
    desk.open(result)
    desk.dock.form.begin.click()
    desk.close()
    assert wait_for(lambda: not tasks._small)
    assert desk.dock is None


def test_docks_share_their_place_as_tabs(desk, result, iface):
    labels = LabelDesk(iface)
    labels.open()
    desk.open(result)
    assert iface.window.tabifiedDockWidgets(desk.dock) == [labels.dock]
    labels.close()


def test_keys_and_outline_are_off_the_map_while_the_dock_is_closed(desk, result, iface):
    page = begun(desk, result)
    desk.dock.close()
    QTest.keyClick(iface.canvas, Qt.Key.Key_Return)
    assert page.session.reviewed == 0
    assert not page._cell.isVisible()
    desk.open()
    assert page._cell.isVisible()
    QTest.keyClick(iface.canvas, Qt.Key.Key_Return)
    assert page.session.reviewed == 1
