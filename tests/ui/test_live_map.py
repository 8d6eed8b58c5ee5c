"""While labels are given the map follows: unsaved labels count, the newest win, and nothing is left behind when it ends."""

import threading
import time
from pathlib import Path

import pytest
from conftest import PRODUCT
from echopatch.core.contract.legend import LandClass
from echopatch.ui import settings, tasks
from echopatch.ui.labels.file import NewLabels, create_labels, open_labels
from echopatch.ui.labels.grid import grid_over
from echopatch.ui.labels.live_box import LiveMapBox
from echopatch.ui.labels.live_map import LiveMap
from echopatch.ui.labels.page import LabelPage
from echopatch.ui.labels.store import HAND, LabelStore
from osgeo import gdal, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QWidget

CLASSES = (LandClass(1, "Water", "#2b7bba"), LandClass(2, "Town", "#aa0000"), LandClass(3, "Field", "#e6c84f"))
INFO = {**PRODUCT, "scene_id": "s", "crs_wkt": "x", "rows": 480, "columns": 640, "transform": [1.25, 0, 500000, 0, -1.25, 5300000]}
QML = """<!DOCTYPE qgis><qgis version="3.22.0" styleCategories="Symbology"><pipe>
<rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor=""><rasterTransparency/><colorPalette>
<paletteEntry value="1" label="Town" color="#111111" alpha="255"/><paletteEntry value="2" label="Water" color="#222222" alpha="255"/>
</colorPalette></rasterrenderer></pipe><blendMode>0</blendMode></qgis>"""
# as ``relearn --follow``: a map for each file of labels that comes, until it is told to stop
FOLLOWS = """
import select
if "--follow" not in words: sys.exit(9)
labels, output, template, seen, maps = given("--labels"), given("--output"), {template!r}, None, 0
while True:
    state = os.stat(labels).st_mtime_ns if os.path.exists(labels) else None
    if state != seen:
        seen, maps = state, maps + 1
        shutil.copy(labels, {template!r} + ".seen.fgb")
        for end in (".tif", ".qml"):
            shutil.copy(template + end, output[:-4] + end)
        {says}
    if select.select([sys.stdin], [], [], 0.02)[0]:
        sys.stdin.readline()
        say("failure", code="cancelled", values={{}}, message="stopped", detail="")
        break
"""
PAINTS = 'say("metric", step=maps, values={"labels": 2, "cells": 9, "seconds": 0.4, "accuracy": 0.875, "judged": 8})'


def wait_for(condition, seconds=8.0):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)
    return bool(condition())


@pytest.fixture
def store(tmp_path):
    path, grid = str(tmp_path / "labels.gpkg"), grid_over(INFO, 160, 160, 1.25)
    create_labels(path, NewLabels(grid, QgsCoordinateReferenceSystem("EPSG:32632"), CLASSES), list(grid.places()), lambda share: True)
    layer = open_labels(path, "Labels")
    QgsProject.instance().addMapLayer(layer)
    return LabelStore(layer)


@pytest.fixture
def template(tmp_path):
    """What the stand-in engine gives as its map."""
    path = tmp_path / "template"
    raster = gdal.GetDriverByName("GTiff").Create(f"{path}.tif", 20, 15, 3, gdal.GDT_Byte)
    raster.SetGeoTransform((500000, 40, 0, 5300000, 0, -40))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    raster.SetProjection(reference.ExportToWkt())
    raster.GetRasterBand(1).Fill(2)
    raster = None
    Path(f"{path}.qml").write_text(QML)
    return str(path)


@pytest.fixture
def following(stand_in, template):
    def make(says=PAINTS):
        stand_in(FOLLOWS.format(template=template, says=says))
        return f"{template}.seen.fgb"

    return make


@pytest.fixture(autouse=True)
def nothing_left():
    yield
    QgsProject.instance().clear()
    assert wait_for(lambda: not tasks._small)


def label(store, *names):
    for cell, name in zip(store.cells, names, strict=False):
        store.set_class([cell], name, HAND)


def live_layers():
    return [one for one in QgsProject.instance().mapLayers().values() if one.name() == "Live map"]


def begin(store, every=5):
    live = LiveMap(store, "a.features", every)
    live.heard = {"painted": [], "troubled": [], "ended": []}
    for name, heard in live.heard.items():
        getattr(live, name).connect(heard.append)
    live.learn()
    return live


def test_the_map_shows_in_the_colours_of_the_labels(store, following):
    following()
    label(store, "Water", "Town")
    live = begin(store)
    assert wait_for(lambda: live.heard["painted"])
    assert live.heard["painted"][0]["accuracy"] == 0.875
    (layer,) = live_layers()
    assert layer.isValid()
    assert [one.id() for one in QgsProject.instance().layerTreeRoot().layerOrder()] == [store.layer.id(), layer.id()]
    entries = {one.label: one.color.name() for one in layer.renderer().classes()}
    assert entries == {"Town": "#aa0000", "Water": "#2b7bba"}
    live.set_opacity(0.25)
    assert layer.opacity() == 0.25
    live.stop()


def test_unsaved_labels_are_learned_from_where_they_lie(store, following):
    seen = following()
    label(store, "Water", "Town", "Town")
    assert store.layer.isModified()
    live = begin(store)
    assert wait_for(lambda: live.heard["painted"])
    points = QgsVectorLayer(seen, "seen", "ogr")
    found = {(one["class"], one["colour"], one.geometry().asPoint().x(), one.geometry().asPoint().y()) for one in points.getFeatures()}
    assert found == {
        ("Water", "#2b7bba", 500100.0, 5299900.0), ("Town", "#aa0000", 500300.0, 5299900.0), ("Town", "#aa0000", 500500.0, 5299900.0),
    }  # fmt: skip
    assert points.crs().authid() == "EPSG:32632"
    live.stop()


def test_every_few_labels_bring_a_new_map_in_the_same_layer(store, following):
    following()
    label(store, "Water", "Town")
    live = begin(store, every=1)
    assert wait_for(lambda: len(live.heard["painted"]) == 1)
    (layer,) = live_layers()
    source = layer.source()
    label(store, "Field")
    assert wait_for(lambda: len(live.heard["painted"]) == 2)
    assert live_layers() == [layer]
    assert layer.source() != source
    assert not Path(source).exists()
    live.stop()


def test_fewer_labels_are_learned_from_after_a_pause(store, following, monkeypatch):
    monkeypatch.setattr("echopatch.ui.labels.live_map._PAUSE_MS", 30)
    following()
    label(store, "Water", "Town")
    live = begin(store, every=100)
    assert wait_for(lambda: len(live.heard["painted"]) == 1)
    label(store, "Field")
    assert wait_for(lambda: len(live.heard["painted"]) == 2)
    live.stop()


def test_one_class_is_told_and_brings_no_map(store, following):
    following()
    label(store, "Water", "Water")
    live = begin(store)
    assert live.heard["troubled"] == ["The live map begins with labels of two classes."]
    label(store, "Town")
    live.learn()
    assert wait_for(lambda: live.heard["painted"])
    live.stop()


def test_what_the_engine_cannot_learn_from_is_one_line(store, following):
    following('say("warning", code="head-only-none-labelled", values={"path": "x"}, message="...")')
    label(store, "Water", "Town")
    live = begin(store)
    assert wait_for(lambda: live.heard["troubled"])
    assert live.heard["troubled"][0].startswith("No cell of x gets a label")
    assert live_layers() == []
    live.stop()


@pytest.mark.parametrize("how", ["stop", "layer removed", "labels removed", "project closed"])
def test_nothing_is_left_however_it_ends(store, following, how):
    following()
    label(store, "Water", "Town")
    live = begin(store)
    heard = live.heard
    assert wait_for(lambda: heard["painted"])
    folder = Path(live.layer.source()).parent
    if how == "stop":
        live.stop()
    elif how == "layer removed":
        QgsProject.instance().removeMapLayer(live.layer.id())
    elif how == "labels removed":
        QgsProject.instance().removeMapLayer(store.layer.id())
    else:
        QgsProject.instance().clear()
    assert heard["ended"] == [""]
    assert wait_for(lambda: not live_layers())
    assert wait_for(lambda: not tasks._small)
    assert wait_for(lambda: not [one for one in threading.enumerate() if one.name == "engine-reader"])
    assert wait_for(lambda: not folder.exists())
    assert heard["ended"] == [""]


def test_an_engine_that_dies_says_so_once(store, stand_in):
    stand_in("os.kill(os.getpid(), signal.SIGKILL)")
    label(store, "Water", "Town")
    live = begin(store)
    assert wait_for(lambda: live.heard["ended"])
    assert "The engine died (signal 9)" in live.heard["ended"][0]


@pytest.fixture
def box(qtbot, provider, store):
    one = LiveMapBox(store)
    qtbot.addWidget(one)
    return one


def test_a_feature_grid_that_is_there_is_used(box, store, following, tmp_path):
    following()
    (tmp_path / "mine.features").mkdir()
    (tmp_path / "mine.features/grid.json").touch()
    label(store, "Water", "Town")
    box.form.features.setFilePath(str(tmp_path / "mine.features"))
    assert box.form.start.text() == "Start the Live Map"
    box.form.start.click()
    assert wait_for(lambda: "left out" in box.form.status.text())
    assert box.form.status.text() == "2 labels, mapped in 0.4 s. In places left out, 7 of 8 are answered rightly."
    box.form.every.setValue(7)
    assert box.live.every == settings.live_map_every() == 7
    assert box.form.start.text() == "Stop the Live Map"
    box.form.start.click()
    assert box.live is None
    assert box.form.start.text() == "Start the Live Map"


def test_a_page_of_the_dock_ends_its_live_map(store, following, qtbot, provider, tmp_path):
    following()
    (tmp_path / "labels.features").mkdir()
    (tmp_path / "labels.features/grid.json").touch()
    label(store, "Water", "Town")
    parent = QWidget()
    qtbot.addWidget(parent)
    page = LabelPage(store, QgsMapCanvas(parent), parent)
    page.live.form.start.click()
    assert wait_for(live_layers)
    page.close_labels()
    assert wait_for(lambda: not live_layers())
    assert wait_for(lambda: not tasks._small)


def test_the_scene_is_looked_at_first_where_that_was_not_done(box, store, stand_in, template, tmp_path):
    embeds = """
if words[0] == "embed":
    os.makedirs(given("--output")); open(given("--output") + "/grid.json", "w").close()
    say("result", outputs={"features": given("--output"), "cells": 9}); sys.exit()
"""
    stand_in(embeds + FOLLOWS.format(template=template, says=PAINTS))
    scene = tmp_path / "scene"
    scene.mkdir()
    store.grid = store.grid.__class__(**{**store.grid.__dict__, "scene": str(scene)})
    model = tmp_path / "m.safetensors"
    model.touch()
    box.model._combo.insertItem(0, "m", str(model))
    box.model._combo.setCurrentIndex(0)
    label(store, "Water", "Town")
    assert box.form.start.text() == "Look at the Scene and Start the Live Map"
    box.form.start.click()
    assert "once" in box.form.status.text()
    assert wait_for(lambda: box.live is not None)
    assert wait_for(lambda: "mapped in" in box.form.status.text())
    assert (tmp_path / "labels.features/grid.json").is_file()
    box.close_live()
    assert box.live is None
    assert wait_for(lambda: not live_layers())
