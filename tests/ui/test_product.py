"""Opening a product: what is looked at, what is shown, what is added."""

import json
import zipfile
from pathlib import Path

import pytest
from echopatch.ui.product import unpack
from echopatch.ui.product_dialog import ProductDialog
from echopatch.ui.scene_facts import facts_html, facts_of
from echopatch.ui.translation import Told
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

gdal.UseExceptions()
NAME = "TSX1_SAR__EEC_SE___HS_S_SRA_20200716T170626_20200716T170627"


def info(path: Path, **other) -> dict:
    return {
        "scene_id": NAME,
        "path": str(path),
        "kind": "EEC",
        "mission": "TSX-1",
        "mode": "HS",
        "resolution_variant": "SE",
        "bands": ["HH"],
        "rows": 10,
        "columns": 20,
        "row_spacing_m": 1.25,
        "column_spacing_m": 1.25,
        "crs": "EPSG:32632",
        "quantity": "beta0",
        "calibration_factors": [1.04e-5],
        "looks": 1.0,
        "incidence_deg": [34.2, 35.9],
        "acquired": "2020-07-16T17:06:26.592707Z",
        "footprint": [[11.0, 48.0], [11.1, 48.0], [11.1, 47.9], [11.0, 47.9]],
        "orbit_direction": "ASCENDING",
        "look_direction": "RIGHT",
        "warnings": [],
        "unknown": [],
        **other,
    }


@pytest.fixture
def product(tmp_path) -> Path:
    """A product folder with two images, one for each polarisation."""
    folder = tmp_path / NAME
    (folder / "IMAGEDATA").mkdir(parents=True)
    (folder / f"{NAME}.xml").write_text("<level1Product/>")
    for band in ("HH", "HV"):
        dataset = gdal.GetDriverByName("GTiff").Create(str(folder / "IMAGEDATA" / f"IMAGE_{band}.tif"), 20, 10, 1, gdal.GDT_UInt16)
        dataset.SetGeoTransform((500000, 1, 0, 5300000, 0, -1))
        dataset.GetRasterBand(1).Fill(100)
    return folder


@pytest.fixture
def archive(product, tmp_path) -> Path:
    path = tmp_path / "delivery.zip"
    with zipfile.ZipFile(path, "w") as opened:
        for file in product.rglob("*"):
            opened.write(file, file.relative_to(product.parent))
    return path


@pytest.fixture
def answers(stand_in, product):
    """Have the engine say this of the product."""

    def say(**other) -> None:
        facts = info(product / f"{NAME}.xml", **other)
        stand_in(f'say("result", outputs={{"text": "", "info": json.loads({json.dumps(facts)!r})}})')

    return say


@pytest.fixture
def dialog(qtbot):
    added = []
    one = ProductDialog(added.extend)
    one.added = added
    qtbot.addWidget(one)
    one.show()
    return one


def look(dialog, path, qtbot) -> None:
    dialog.open_path(str(path))
    qtbot.waitUntil(dialog.progress.isHidden, timeout=20_000)


def test_a_typed_path_is_looked_at_once(dialog, qtbot, answers, product):
    answers()
    qtbot.keyClicks(dialog.path, str(product))
    qtbot.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.add.isEnabled, timeout=20_000)
    dialog.path.editingFinished.emit()
    assert dialog.progress.isHidden()
    assert dialog.isVisible()


def test_nothing_can_be_added_before_something_was_found(dialog):
    assert not dialog.add.isEnabled()
    assert dialog.progress.isHidden()


def test_what_was_found_is_shown_before_anything_is_added(dialog, qtbot, answers, product):
    answers()
    look(dialog, product, qtbot)
    text = dialog.facts.toPlainText()
    for fact in ("EEC · TSX-1 · HS · SE", "2020-07-16 17:06:26 UTC", "10 rows × 20 columns", "1.250 m", "34.2° – 35.9°", "EPSG:32632"):
        assert fact in text
    assert QgsProject.instance().mapLayers() == {}
    assert dialog.add.isEnabled()


def test_every_image_is_added_to_the_group_of_the_scene(dialog, qtbot, answers, product):
    answers(bands=["HH", "HV"])
    look(dialog, product, qtbot)
    dialog.accept()
    assert [layer.name() for layer in dialog.added] == ["HH 2020-07-16", "HV 2020-07-16"]
    (group,) = QgsProject.instance().layerTreeRoot().children()
    assert group.name() == NAME
    assert dialog.isHidden()


def test_a_product_in_radar_geometry_is_added_as_its_footprint(dialog, qtbot, answers, product):
    later = {"code": "scene-variant-later", "text": "...", "path": "p.xml", "variant": "SSC"}
    answers(kind="SSC", warnings=[later])
    look(dialog, product, qtbot)
    assert "p.xml is an SSC product, in radar geometry" in dialog.facts.toPlainText()
    assert "Its footprint is added" in dialog.facts.toPlainText()
    dialog.accept()
    (layer,) = dialog.added
    assert "in radar geometry" in next(layer.getFeatures())["remark"]


def test_what_is_no_product_is_refused_in_the_dialog(dialog, qtbot, stand_in, tmp_path):
    stand_in('say("failure", code="scene-no-product", values={"path": "here"}, message="", detail="")')
    look(dialog, tmp_path, qtbot)
    assert dialog.facts.toPlainText().startswith("here holds no TerraSAR-X")
    assert not dialog.add.isEnabled()


def test_without_an_engine_the_dialog_says_what_to_do(dialog, qtbot, product):
    look(dialog, product, qtbot)
    assert "Options" in dialog.facts.toPlainText()


def test_a_zip_is_unpacked_beside_itself(dialog, qtbot, answers, archive):
    answers()
    look(dialog, archive, qtbot)
    assert (archive.parent / "delivery" / NAME / f"{NAME}.xml").is_file()
    assert dialog.add.isEnabled()


def test_a_zip_that_is_unpacked_already_is_not_unpacked_again(archive):
    (archive.parent / "delivery").mkdir()
    assert unpack(archive, lambda: False, lambda share: None) == archive.parent / "delivery"
    assert list((archive.parent / "delivery").iterdir()) == []


def test_a_damaged_zip_is_reported_and_leaves_nothing(tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(Told, match="cannot be unpacked"):
        unpack(tmp_path / "bad.zip", lambda: False, lambda share: None)
    assert [path.name for path in tmp_path.iterdir()] == ["bad.zip"]


def test_unpacking_can_be_stopped_and_leaves_nothing(archive):
    with pytest.raises(Told):
        unpack(archive, lambda: True, lambda share: None)
    assert not (archive.parent / "delivery").exists()
    assert not (archive.parent / "delivery.partial").exists()


def test_a_zip_cannot_write_outside_its_folder(tmp_path):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as opened:
        opened.writestr("../outside.txt", "x")
    unpack(tmp_path / "evil.zip", lambda: False, lambda share: None)
    assert not (tmp_path / "outside.txt").exists()
    assert (tmp_path / "evil" / "outside.txt").exists()


def test_closing_the_dialog_stops_looking(dialog, qtbot, stand_in, product, home):
    home.mkdir()
    stand_in("""
open(os.environ["ECHOPATCH_HOME"] + "/started", "w").close()
sys.stdin.readline()
open(os.environ["ECHOPATCH_HOME"] + "/stopped", "w").close()
""")
    dialog.open_path(str(product))
    qtbot.waitUntil((home / "started").exists, timeout=20_000)
    dialog.reject()
    qtbot.waitUntil((home / "stopped").exists, timeout=20_000)


def test_facts_are_text_whatever_the_product_says():
    assert "<b>bold</b>" not in facts_html(info(Path("x.xml"), mission="<b>bold</b>"), ["<i>note</i>"])


def test_unknown_facts_are_left_out():
    facts = dict(facts_of(info(Path("x"), looks=None, incidence_deg=None, row_spacing_m=None, acquired="", orbit_direction="")))
    assert [facts[name] for name in ("Looks", "Incidence angle", "Pixel size")] == ["", "", ""]
