"""The model's grid: resampled in linear power, completed by reflection, the same by tiles as whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import SceneError
from echopatch.core.engine.scene.grid import ModelGrid
from echopatch.core.engine.scene.resample import resample, taps
from echopatch.core.engine.scene.scene import Scene, open_scene
from echopatch.core.engine.scene.windows import Window, tiles
from rasterio.enums import Resampling
from rasterio.warp import reproject

RANDOM = np.random.default_rng(0).exponential(size=(61, 83)).astype(np.float32)
Opener = Callable[..., Scene]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Opener]:
    opened: list[Scene] = []

    def write(power: np.ndarray, row_m: float = 1.0, column_m: float = 1.0) -> Scene:
        rows, columns = power.shape
        place = Affine(column_m, 0, 500000, 0, -row_m, 5300000)
        kind = {"driver": "GTiff", "count": 1, "height": rows, "width": columns, "dtype": "float32", "nodata": float("nan")}
        with rasterio.open(tmp_path / "scene.tif", "w", crs="EPSG:32632", transform=place, **kind) as file:
            file.write(power, 1)
        opened.append(open_scene(str(tmp_path / "scene.tif"), SceneOptions(quantity="gamma0")))
        return opened[-1]

    yield write
    for one in opened:
        one.close()


def whole(grid: ModelGrid) -> np.ndarray:
    return grid.read_power(Window(0, 0, grid.rows, grid.columns))[0]


def test_a_scene_within_one_per_cent_is_taken_as_it_is(scene: Opener) -> None:
    grid = ModelGrid(scene(RANDOM), 1.009, "gamma0")
    assert (grid.rows, grid.columns) == RANDOM.shape
    np.testing.assert_array_equal(whole(grid), RANDOM)


def test_a_finer_scene_becomes_the_mean_power_of_each_area(scene: Opener) -> None:
    grid = ModelGrid(scene(RANDOM[:60, :80], 1.0, 0.5), 2.0, "gamma0")
    blocks = RANDOM[:60, :80].reshape(30, 2, 20, 4).mean(axis=(1, 3))
    np.testing.assert_allclose(whole(grid), blocks, rtol=1e-5)
    assert grid.spacing_m == pytest.approx((2.0, 2.0))


def test_pixels_are_shared_by_the_areas_they_lie_in() -> None:
    values = np.array([[1.0, 2.0, 3.0]], np.float32)
    got = resample(values, taps(0, 1, 1, 1), taps(0, 2, 1.5, 3))
    np.testing.assert_allclose(got, [[(1 + 0.5 * 2) / 1.5, (0.5 * 2 + 3) / 1.5]], rtol=1e-6)


def test_a_coarser_scene_is_interpolated_between_pixel_centres() -> None:
    values = np.array([[1.0, 3.0]], np.float32)
    got = resample(values, taps(0, 1, 1, 1), taps(0, 4, 0.5, 2))
    np.testing.assert_allclose(got, [[1.0, 1.5, 2.5, 3.0]], rtol=1e-6)


@pytest.mark.parametrize(("pixel_size_m", "method"), [(2.0, Resampling.average), (2.5, Resampling.average), (0.5, Resampling.bilinear)])
def test_resampling_agrees_with_gdal_inside_the_scene(scene: Opener, pixel_size_m: float, method: Resampling) -> None:
    opened = scene(RANDOM[:60, :80])
    grid = ModelGrid(opened, pixel_size_m, "gamma0")
    theirs = np.empty((grid.rows, grid.columns), np.float32)
    place = {"src_transform": opened.info.transform, "dst_transform": grid.transform, "src_crs": grid.crs_wkt, "dst_crs": grid.crs_wkt}
    reproject(RANDOM[:60, :80], theirs, resampling=method, **place)
    np.testing.assert_allclose(whole(grid)[2:-2, 2:-2], theirs[2:-2, 2:-2], rtol=2e-3)


@pytest.mark.parametrize("pixel_size_m", [1.0, 0.7, 1.3, 2.0, 3.7])
@pytest.mark.parametrize("holes", [False, True])
def test_reading_by_tiles_equals_reading_whole_to_the_last_bit(scene: Opener, pixel_size_m: float, holes: bool) -> None:
    power = RANDOM.copy()
    if holes:
        power[20:33, 40:47] = np.nan
    grid = ModelGrid(scene(power), pixel_size_m, "gamma0")
    by_tiles = np.empty((grid.rows, grid.columns), np.float32)
    for window in tiles(grid.rows, grid.columns, 7):
        by_tiles[window.row : window.row + window.rows, window.column : window.column + window.columns] = grid.read_power(window)[0]
    np.testing.assert_array_equal(by_tiles, whole(grid))


def test_missing_pixels_do_not_darken_their_neighbours(scene: Opener) -> None:
    power = np.ones((6, 6), np.float32)
    power[0, 0] = np.nan  # one of the four of its area
    power[2:4, 2:4] = np.nan  # a whole area
    got = whole(ModelGrid(scene(power), 2.0, "gamma0"))
    expected = np.ones((3, 3))
    expected[1, 1] = np.nan
    np.testing.assert_allclose(got, expected, rtol=1e-6)


@pytest.mark.parametrize("pixel_size_m", [1.0, 2.0])
@pytest.mark.parametrize("window", [Window(-5, -9, 20, 30), Window(50, 70, 30, 40), Window(-200, -300, 500, 700), Window(-40, 90, 10, 10)])
def test_beyond_the_edges_the_grid_is_mirrored_as_numpy_pads(scene: Opener, pixel_size_m: float, window: Window) -> None:
    grid = ModelGrid(scene(RANDOM), pixel_size_m, "gamma0")
    margin = 800
    padded = np.pad(whole(grid), margin, mode="reflect")
    row, column = window.row + margin, window.column + margin
    np.testing.assert_array_equal(grid.read_power(window)[0], padded[row : row + window.rows, column : column + window.columns])


def test_a_scene_of_one_row_is_mirrored_too(scene: Opener) -> None:
    grid = ModelGrid(scene(RANDOM[:1]), 1.0, "gamma0")
    np.testing.assert_array_equal(grid.read_power(Window(-3, 0, 7, 83))[0], np.repeat(RANDOM[:1], 7, axis=0))


def test_the_grid_starts_at_the_scenes_corner_and_keeps_its_ground(scene: Opener) -> None:
    opened = scene(RANDOM[:60, :80])
    grid = ModelGrid(opened, 2.0, "gamma0")
    assert grid.transform @ (0, 0) == opened.info.transform @ (0, 0)
    assert grid.transform @ (grid.columns, grid.rows) == pytest.approx(opened.info.transform @ (80, 60), abs=1e-3)


def test_more_than_twofold_upsampling_needs_the_users_wish(scene: Opener) -> None:
    opened = scene(RANDOM, 3.0, 1.0)
    with pytest.raises(SceneError, match=r"pixels of 3 m, the model wants 1\.4 m: .*--allow-upsampling"):
        ModelGrid(opened, 1.4, "gamma0")
    assert ModelGrid(opened, 1.4, "gamma0", allow_upsampling=True).rows == round(61 * 3 / 1.4)
    assert ModelGrid(opened, 1.5, "gamma0").rows == 122


def test_a_quantity_that_the_scene_cannot_give_is_refused_when_the_grid_is_laid(scene: Opener) -> None:
    with pytest.raises(SceneError, match="--incidence-deg"):
        ModelGrid(scene(RANDOM), 1.0, "sigma0")


def test_incidence_follows_the_grid(tiny_product: Callable[..., Path]) -> None:
    folder = tiny_product({"HH": np.full((20, 30), 100, np.uint16)}, grid=True)
    with open_scene(str(folder), SceneOptions()) as opened:
        grid = ModelGrid(opened, 2.0, "gamma0")
        angles = grid.read_incidence_deg(Window(0, 0, 10, 15))
        beyond = grid.read_incidence_deg(Window(-3, -3, 10, 15))
    assert angles is not None
    assert beyond is not None
    np.testing.assert_allclose(angles, np.broadcast_to(30 + 10 * (np.arange(15) + 0.5) / 15, (10, 15)), atol=3e-3)
    np.testing.assert_array_equal(beyond[3:, 3:], angles[:7, :12])


def test_incidence_is_none_where_nobody_knows_it(scene: Opener) -> None:
    assert ModelGrid(scene(RANDOM), 1.0, "gamma0").read_incidence_deg(Window(0, 0, 2, 2)) is None
