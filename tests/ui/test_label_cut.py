"""What was labelled in QGIS is what ``patches cut`` cuts: the cells where they lie, their classes, and how they were drawn."""

import sqlite3
from contextlib import closing

import pytest
from conftest import PRODUCT
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.legend import LandClass
from echopatch.ui import engine
from echopatch.ui.labels.data import places_with_data
from echopatch.ui.labels.file import NewLabels, create_labels, open_labels
from echopatch.ui.labels.grid import grid_over
from echopatch.ui.labels.store import HAND, Drawn, LabelStore
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
CLASSES = (LandClass(1, "Water", "#2b7bba"), LandClass(2, "Town", "#d7301f"), LandClass(3, "Ice", "#ffffff"))
# turned by 36.9 degrees, pixels of 1.25 m
TURNED = (500000, 1.0, 0.75, 5300000, 0.75, -1.0)


@pytest.fixture
def scene(tmp_path):
    """A raster of 128 x 160 pixels whose last 40 columns hold no data."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "scene.tif"), 160, 128, 1, gdal.GDT_UInt16)
    dataset.SetGeoTransform(TURNED)
    dataset.SetProjection(UTM.toWkt())
    dataset.GetRasterBand(1).Fill(0)
    dataset.GetRasterBand(1).WriteRaster(0, 0, 120, 128, b"\x64\x00" * 120 * 128)
    return str(tmp_path / "scene.tif")


@pytest.fixture
def grid(scene):
    transform = [1.0, 0.75, 500000, 0.75, -1.0, 5300000]
    return grid_over(
        {**PRODUCT, "scene_id": "s", "crs_wkt": "x", "path": scene, "rows": 128, "columns": 160, "transform": transform}, 32, 32, 1.25
    )


def test_cells_without_data_are_left_out_of_a_turned_scene(grid, scene):
    places = places_with_data(grid, scene, lambda share: True)
    assert places == [(row, column) for row in range(4) for column in range(3)]


def test_labelled_cells_become_the_patches_that_lie_there(grid, scene, tmp_path, real_engine):
    path = str(tmp_path / "labels.gpkg")
    create_labels(path, NewLabels(grid, UTM, CLASSES), list(grid.places()), lambda share: True)
    store = LabelStore(open_labels(path, "labels"))
    store.set_sample([Drawn(store.cells.cell_of((1, 2)), 0.25)], "spread random")
    store.set_class([store.cells.cell_of((1, 2))], "Water", HAND)
    store.set_class([store.cells.cell_of((3, 0))], "Town", HAND)
    store.save()
    options = SceneOptions(quantity="gamma0", pixel_size_m=1.25)
    config = PatchesCutConfig((scene,), (path,), str(tmp_path / "a.patchset"), patch_px=32, options=options)
    outputs = engine.run("patches cut", config, lambda message: None, lambda: False)
    assert outputs["patches"] == 2
    sql = "SELECT row, col, class, label, inclusion_probability, label_sampling FROM patches ORDER BY row"
    with closing(sqlite3.connect(tmp_path / "a.patchset" / "index.gpkg")) as index:
        assert index.execute(sql).fetchall() == [(32, 64, "Water", 1, 0.25, "spread random"), (96, 0, "Town", 2, None, "squares")]
