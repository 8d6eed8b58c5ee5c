"""Scenes of real pixels: the calibrated quicklook of a TanDEM-X product and windows without georeference."""

import re
from pathlib import Path

import numpy as np
import pytest
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import SceneError
from echopatch.core.engine.scene.georeference import read_geolocation_grid
from echopatch.core.engine.scene.grid import ModelGrid
from echopatch.core.engine.scene.scene import open_scene
from echopatch.core.engine.scene.windows import Window
from pyproj import Geod


@pytest.fixture
def spotlight(test_data: Path) -> Path:
    return next((test_data / "tsx_products").glob("TDX1_SAR__SSC*"))


@pytest.fixture
def quicklook(spotlight: Path) -> str:
    return str(spotlight / "AUXRASTER" / "CAL_QL_MRES_HH.tif")


def test_the_quicklook_lies_where_its_own_kml_puts_it(quicklook: str) -> None:
    with open_scene(quicklook, SceneOptions(quantity="amplitude")) as scene:
        info = scene.info
    assert info.footprint is not None
    text = re.search(r"<coordinates>\s*(.*?)\s*</coordinates>", Path(quicklook + ".kml").read_text(), re.DOTALL)
    assert text is not None
    lower_left, lower_right, upper_right, upper_left = (tuple(map(float, one.split(","))) for one in text[1].split())
    for ours, theirs in zip(info.footprint, (upper_left, upper_right, lower_right, lower_left), strict=True):
        assert -110 < ours[0] < -109  # theirs counts on beyond 180
        assert Geod(ellps="WGS84").inv(*ours, *theirs)[2] < 15
    assert (info.row_spacing_m, info.column_spacing_m) == (pytest.approx(3.03, abs=0.01), pytest.approx(2.65, abs=0.01))


def test_the_quicklook_gives_sigma_nought_by_its_documented_factor(quicklook: str, spotlight: Path) -> None:
    options = SceneOptions(quantity="amplitude", calibration_factor=2.138e-5, calibrated_to="sigma0", incidence_from=str(spotlight))
    with open_scene(quicklook, options) as scene:
        window = Window(400, 1000, 200, 300)
        db = 10 * np.log10(scene.read_power(window, "sigma0"))
        dn = 10 * np.log10(scene.read_power(window, "dn"))
        gamma = 10 * np.log10(scene.read_power(window, "gamma0"))
        angles = scene.incidence_deg(window)
        assert scene.info.asserted["incidence_from"] == str(spotlight)
    np.testing.assert_allclose(db, dn - 46.7, atol=2e-3)
    assert -20 < np.nanmedian(db) < -5
    assert angles is not None
    assert ((angles > 28.5) & (angles < 29.2)).all()
    np.testing.assert_allclose(gamma - db, -10 * np.log10(np.cos(np.deg2rad(angles)))[None], atol=1e-3)


def test_the_quicklook_reaches_a_models_pixel_size_by_tiles(quicklook: str) -> None:
    options = SceneOptions(quantity="amplitude", calibration_factor=2.138e-5, calibrated_to="sigma0", incidence_deg=28.8)
    with open_scene(quicklook, options) as scene:
        grid = ModelGrid(scene, 4.0, "gamma0")
        whole = grid.read_power(Window(0, 0, grid.rows, grid.columns))
        part = grid.read_power(Window(100, 333, 64, 65))
    assert (grid.rows, grid.columns) == (round(957 * 3.0304 / 4), round(2441 * 2.6463 / 4))
    np.testing.assert_array_equal(part, whole[:, 100:164, 333:398])


@pytest.mark.parametrize("name", ["tsx_3527_vv_r2517_c3871_amplitude.tif", "tsx_1550_hh_r2103_c4911_amplitude.tif"])
def test_an_amplitude_window_needs_the_users_word(test_data: Path, name: str) -> None:
    path = str(test_data / "tsx_windows" / name)
    with pytest.raises(SceneError, match="--pixel-size-m"):
        open_scene(path, SceneOptions())
    said = SceneOptions(quantity="amplitude", calibration_factor=1e-5, incidence_deg=35.0, pixel_size_m=1.0)
    with open_scene(path, said) as scene:
        power = scene.read_power(Window(0, 0, scene.info.rows, scene.info.columns), "gamma0")
        assert scene.info.crs_wkt is None
        assert scene.info.warnings == (("scene-no-crs", {}),)
        assert set(scene.info.asserted) == {"quantity", "calibration_factor", "calibrated_to", "incidence_deg", "pixel_size_m"}
    assert -25 < 10 * np.log10(np.nanmedian(power)) < 0


def test_a_complex_window_is_refused(test_data: Path) -> None:
    with pytest.raises(SceneError, match="holds complex numbers"):
        open_scene(str(test_data / "tsx_windows" / "tsx_1550_hh_r2103_c4911_slc.tif"), SceneOptions())


def test_the_brightness_window_is_beta_nought(test_data: Path) -> None:
    path = str(test_data / "tsx_windows" / "pangkalanbuun_hh_brightness.tif")
    with open_scene(path, SceneOptions(quantity="beta0", incidence_deg=35.0, pixel_size_m=3.0)) as scene:
        window = Window(0, 0, 250, 250)
        beta, sigma = scene.read_power(window, "beta0"), scene.read_power(window, "sigma0")
    assert not np.isnan(beta).any()
    np.testing.assert_allclose(sigma, beta * np.sin(np.deg2rad(35)), rtol=1e-6)


@pytest.mark.parametrize("pattern", ["TDX1_SAR__SSC*", "TSX1_SAR__SSC*"])
def test_complex_products_are_refused_by_name(test_data: Path, pattern: str) -> None:
    folder = next((test_data / "tsx_products").glob(pattern))
    with pytest.raises(SceneError, match="is an SSC product, in radar geometry"):
        open_scene(str(folder), SceneOptions())


def test_the_stripmap_grid_has_all_its_points(test_data: Path) -> None:
    grid = read_geolocation_grid(next((test_data / "tsx_products").glob("TSX1_SAR__SSC*")) / "ANNOTATION" / "GEOREF.xml")
    assert grid.latitude.shape == (122, 68)
    assert not np.isnan(grid.incidence_deg).any()
    assert grid.incidence_deg[0, 0] < grid.incidence_deg[0, -1]
