"""Rasters: read on the user's word, placed on the ground, refused with the choices named."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import ConfigError, SceneError
from echopatch.core.engine.scene.scene import Scene, open_scene
from echopatch.core.engine.scene.windows import Window
from rasterio.shutil import copy as copy_raster

UTM = {"crs": "EPSG:32632", "transform": Affine(2, 0, 600000, 0, -3, 5300000)}
Writer = Callable[..., str]


@pytest.fixture
def raster(tmp_path: Path) -> Writer:
    def write(pixels: np.ndarray, **profile: object) -> str:
        bands = pixels if pixels.ndim == 3 else pixels[None]
        count, rows, columns = bands.shape
        size = {"driver": "GTiff", "count": count, "height": rows, "width": columns, "dtype": bands.dtype}
        with rasterio.open(tmp_path / "raster.tif", "w", **{**size, **profile}) as file:
            file.write(bands)
        return str(tmp_path / "raster.tif")

    return write


def read(path: str, wanted: str, **options: object) -> np.ndarray:
    with open_scene(path, SceneOptions(**options)) as scene:
        return scene.read_power(Window(0, 0, scene.info.rows, scene.info.columns), wanted)


def opened(path: str, channels: Sequence[str] | None = None, **options: object) -> Scene:
    return open_scene(path, SceneOptions(**options), channels)


@pytest.mark.parametrize(
    ("pixels", "options"),
    [
        (np.uint16(100), {"quantity": "amplitude", "calibration_factor": 1e-5}),
        (np.int16(100), {"quantity": "amplitude", "calibration_factor": 1e-5}),
        (np.uint32(10000), {"quantity": "intensity", "calibration_factor": 1e-5}),
        (np.float32(0.1), {"quantity": "beta0"}),
        (np.float64(-10.0), {"quantity": "beta0", "decibel": True}),
    ],
)
def test_the_same_beta_nought_is_read_however_it_is_stored(raster: Writer, pixels: np.generic, options: dict[str, object]) -> None:
    path = raster(np.full((4, 5), pixels), **UTM)
    np.testing.assert_allclose(read(path, "beta0", **options), np.full((1, 4, 5), 0.1), rtol=1e-6)


def test_one_quantity_becomes_another_by_the_asserted_angle(raster: Writer) -> None:
    path = raster(np.full((4, 5), 0.1, np.float32), **UTM)
    said = {"quantity": "sigma0", "incidence_deg": 30.0}
    np.testing.assert_allclose(read(path, "beta0", **said), 0.2, rtol=1e-6)  # over sin 30 deg
    np.testing.assert_allclose(read(path, "gamma0", **said), 0.1 / np.cos(np.pi / 6), rtol=1e-6)


def test_what_the_user_says_is_marked_as_asserted(raster: Writer) -> None:
    path = raster(np.full((4, 5), 100, np.uint16), **UTM)
    with opened(path, quantity="amplitude", calibration_factor=2e-5, calibrated_to="sigma0", incidence_deg=35.0) as scene:
        assert scene.info.asserted == {
            "quantity": "amplitude", "calibration_factor": 2e-5, "calibrated_to": "sigma0", "incidence_deg": 35.0
        }  # fmt: skip
        assert scene.info.quantity == "sigma0"
        assert scene.info.incidence_source == "asserted"


@pytest.mark.parametrize(
    ("dtype", "options", "missing"),
    [
        ("uint8", {"quantity": "amplitude"}, [True, False, False]),
        ("float32", {"quantity": "amplitude"}, [True, True, False]),
        ("float32", {"quantity": "intensity"}, [True, True, False]),
        ("float32", {"quantity": "beta0"}, [False, True, False]),
    ],
)
def test_zero_is_no_data_in_digital_numbers_and_no_signal_in_calibrated_power(
    raster: Writer, dtype: str, options: dict[str, object], missing: list[bool]
) -> None:
    values = np.array([[0, np.nan, 3]]) if dtype == "float32" else np.array([[0, 2, 3]])
    quantity = "beta0" if options["quantity"] == "beta0" else "dn"
    power = read(raster(values.astype(dtype), **UTM), quantity, **options)
    assert np.isnan(power[0, 0]).tolist() == missing


def test_a_declared_nodata_value_is_the_only_one(raster: Writer) -> None:
    power = read(raster(np.array([[0, 255, 3]], np.uint8), nodata=255, **UTM), "dn", quantity="amplitude")
    np.testing.assert_array_equal(power[0, 0], [0, np.nan, 9])


def test_a_mask_band_marks_no_data(raster: Writer, tmp_path: Path) -> None:
    path = raster(np.full((2, 3), 0.1, np.float32), **UTM)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as file:
        file.write_mask(np.array([[True, False, True], [True, True, True]]))
    assert np.isnan(read(path, "beta0", quantity="beta0")[0]).tolist() == [[False, True, False], [False, False, False]]


def test_scale_and_offset_of_the_file_are_applied(raster: Writer) -> None:
    path = raster(np.array([[10, 20]], np.int16), **UTM)
    with rasterio.open(path, "r+") as file:
        file.scales, file.offsets = (0.01,), (1.0,)
    np.testing.assert_allclose(read(path, "beta0", quantity="beta0")[0, 0], [1.1, 1.2], rtol=1e-6)


def test_areas_of_zeros_without_declared_nodata_bring_a_warning(raster: Writer) -> None:
    pixels = np.full((300, 300), 0.1, np.float32)
    pixels[:80, :90] = 0
    with opened(raster(pixels, **UTM), quantity="gamma0") as scene:
        assert scene.info.warnings == (("scene-zero-areas", {}),)
    pixels[40, 40] = 0.1
    with opened(raster(pixels, **UTM), quantity="gamma0") as scene:
        assert scene.info.warnings == ()


def test_zeros_that_would_be_bright_or_are_not_the_declared_nodata_bring_a_warning(raster: Writer) -> None:
    pixels = np.full((300, 300), -12.5, np.float32)
    pixels[:80, :90] = 0
    with opened(raster(pixels, **UTM), quantity="gamma0", decibel=True) as scene:
        assert scene.info.warnings == (("scene-zero-decibels", {}),)
    with opened(raster(pixels, **UTM, nodata=-9999), quantity="gamma0") as scene:
        assert scene.info.warnings == (("scene-zero-areas", {}),)
    with opened(raster(pixels, **UTM, nodata=0), quantity="gamma0", decibel=True) as scene:
        assert scene.info.warnings == ()


def test_a_local_coordinate_system_is_no_place(raster: Writer) -> None:
    path = raster(np.ones((4, 5), np.float32), crs='LOCAL_CS["site",UNIT["metre",1]]', transform=UTM["transform"])
    with pytest.raises(SceneError, match="give --pixel-size-m"):
        opened(path, quantity="gamma0")
    with opened(path, quantity="gamma0", pixel_size_m=2.5) as scene:
        assert (scene.info.crs_wkt, scene.info.row_spacing_m) == (None, 2.5)


def test_a_raster_made_of_others_changes_with_them(raster: Writer, tmp_path: Path) -> None:
    source, mosaic = raster(np.ones((4, 5), np.float32), **UTM), tmp_path / "mosaic.vrt"
    copy_raster(source, mosaic, driver="VRT")
    (tmp_path / "raster.tif.aux.xml").write_text("<PAMDataset/>")  # what a GIS leaves behind is no part of it
    with opened(str(mosaic), quantity="gamma0") as scene:
        assert [name for name, _, _ in scene.files] == [str(mosaic), source]


def test_spacing_between_rows_and_columns_comes_from_the_transform(raster: Writer) -> None:
    with opened(raster(np.ones((4, 5), np.float32), **UTM), quantity="gamma0") as scene:
        assert scene.info.row_spacing_m == pytest.approx(3, rel=1e-3)
        assert scene.info.column_spacing_m == pytest.approx(2, rel=1e-3)


def test_a_map_that_stretches_the_ground_gives_true_spacing(raster: Writer) -> None:
    north = 8399737.9  # 60 deg N in Web Mercator, which doubles lengths there
    place = {"crs": "EPSG:3857", "transform": Affine(2, 0, 1e6, 0, -2, north)}
    with opened(raster(np.ones((4, 5), np.float32), **place), quantity="gamma0") as scene:
        assert scene.info.column_spacing_m == pytest.approx(1, rel=5e-3)


def test_a_rotated_image_beyond_180_degrees_is_turned_back_and_measured(raster: Writer) -> None:
    angle = np.deg2rad(20)
    step = 1e-5
    # at the equator a degree is about 111.3 km east and 110.6 km north
    place = Affine(step * np.cos(angle), step * np.sin(angle), 250.0, step * np.sin(angle), -step * np.cos(angle), 0.0)
    with opened(raster(np.ones((4, 5), np.float32), crs="EPSG:4326", transform=place), quantity="gamma0") as scene:
        info = scene.info
    assert info.transform.c == -110
    assert info.column_spacing_m == pytest.approx(1.11, rel=5e-3)
    assert info.row_spacing_m == pytest.approx(1.11, rel=5e-3)
    assert info.footprint is not None
    assert all(-110.001 < longitude < -109.999 for longitude, _ in info.footprint)


def test_an_image_across_the_antimeridian_keeps_its_numbers(raster: Writer) -> None:
    place = Affine(1e-3, 0, 179.998, 0, -1e-3, 0)
    with opened(raster(np.ones((4, 5), np.float32), crs="EPSG:4326", transform=place), quantity="gamma0") as scene:
        assert scene.info.transform.c == pytest.approx(179.998)


def test_an_asserted_pixel_size_that_the_file_contradicts_is_refused(raster: Writer) -> None:
    path = raster(np.ones((4, 5), np.float32), **UTM)
    with pytest.raises(SceneError, match=r"3 m \(rows\) and 2 m \(columns\) apart, --pixel-size-m says 2"):
        opened(path, quantity="gamma0", pixel_size_m=2.0)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_without_a_crs_places_are_columns_and_negative_rows(raster: Writer) -> None:
    with opened(raster(np.ones((4, 5), np.float32)), quantity="gamma0", pixel_size_m=1.5) as scene:
        assert scene.info.transform @ (3, 2) == (3, -2)
        assert scene.info.crs_wkt is None
        assert scene.info.warnings == (("scene-no-crs", {}),)
        assert (scene.info.row_spacing_m, scene.info.column_spacing_m) == (1.5, 1.5)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_raster_that_says_nothing_is_refused_with_every_flag_named(raster: Writer) -> None:
    path = raster(np.ones((4, 5), np.uint16))
    with pytest.raises(SceneError, match="--pixel-size-m, and --quantity amplitude or intensity with --calibration-factor"):
        opened(path)
    with pytest.raises(SceneError, match="give --pixel-size-m"):
        opened(path, quantity="amplitude")
    with opened(path, quantity="amplitude", pixel_size_m=1.0) as scene, pytest.raises(SceneError, match="give --calibration-factor"):
        scene.check_quantity("gamma0")
    with (
        opened(path, quantity="amplitude", pixel_size_m=1.0, calibration_factor=1e-5) as scene,
        pytest.raises(SceneError, match="give --incidence-deg, or --incidence-from"),
    ):
        scene.read_power(Window(0, 0, 1, 1), "gamma0")


def test_calibrated_power_is_not_digital_numbers(raster: Writer) -> None:
    with opened(raster(np.ones((4, 5), np.float32), **UTM), quantity="gamma0") as scene, pytest.raises(SceneError, match="not digital"):
        scene.check_quantity("dn")


def test_incidence_from_a_product_over_the_same_ground(raster: Writer, tiny_product: Callable[..., Path]) -> None:
    product = tiny_product({"HH": np.full((20, 30), 100, np.uint16)}, grid=True)
    place = Affine(2, 0, 649000, 0, -2, 5317000)
    with opened(
        raster(np.ones((10, 15), np.float32), crs="EPSG:32632", transform=place), quantity="sigma0", incidence_from=str(product)
    ) as scene:
        angles = scene.incidence_deg(Window(0, 0, 10, 15))
        names = [Path(name).name for name, _, _ in scene.files]
        assert scene.info.incidence_source == "product"
    assert angles is not None
    np.testing.assert_allclose(angles[0], 30 + 10 * (np.arange(15) + 0.5) / 15, atol=2e-3)
    assert "GEOREF.xml" in names


def test_incidence_from_a_product_elsewhere_is_refused(raster: Writer, tiny_product: Callable[..., Path]) -> None:
    product = tiny_product({"HH": np.full((20, 30), 100, np.uint16)}, grid=True)
    with pytest.raises(SceneError, match="covers 0 % of the image: it belongs to another product"):
        opened(raster(np.ones((10, 15), np.float32), **UTM), quantity="sigma0", incidence_from=str(product))


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_incidence_from_a_product_for_a_raster_that_lies_nowhere_is_that_of_its_centre(
    raster: Writer, tiny_product: Callable[..., Path]
) -> None:
    product = tiny_product({"HH": np.full((20, 30), 100, np.uint16)})
    with opened(raster(np.ones((4, 5), np.float32)), quantity="sigma0", pixel_size_m=1.0, incidence_from=str(product)) as scene:
        assert scene.info.incidence_deg == (35.0, 35.0)
        assert scene.info.warnings[-1] == ("scene-incidence-of-centre", {"angle": "35.0", "low": "30.0", "high": "40.0"})


def test_bands_carry_the_polarisations_of_their_descriptions(raster: Writer) -> None:
    path = raster(np.stack([np.full((4, 5), 1, np.float32), np.full((4, 5), 2, np.float32)]), **UTM)
    with rasterio.open(path, "r+") as file:
        file.descriptions = ("hh", "VV")
    with opened(path, quantity="gamma0", bands=("VV",), channels=("HH",)) as scene:
        assert scene.info.bands == ("VV",)
        assert scene.read_power(Window(0, 0, 1, 1), "gamma0") == 2
    with pytest.raises(SceneError, match="has the bands HH, VV, 1 are needed: choose with --bands"):
        opened(path, quantity="gamma0", channels=("HH",))
    with pytest.raises(SceneError, match=r"has 2 band\(s\) \(HH, VV\), 3 are needed"):
        opened(path, quantity="gamma0", channels=("HH", "HV", "VV"))
    with pytest.raises(SceneError, match=r"--bands names 1 band\(s\), 2 are needed"):
        opened(path, quantity="gamma0", bands=("2",), channels=("HH", "VV"))
    with pytest.raises(SceneError, match="names a band twice"):
        opened(path, quantity="gamma0", bands=("1", "HH"))


@pytest.mark.parametrize("options", [{}, {"quantity": "amplitude", "calibration_factor": 1e-5}])
def test_complex_rasters_are_refused(raster: Writer, options: dict[str, object]) -> None:
    with pytest.raises(SceneError, match="holds complex numbers"):
        opened(raster(np.ones((4, 5), np.complex64), **UTM), **options)


@pytest.mark.parametrize("value", [np.nan, -9999.0])
def test_rasters_without_data_are_refused(raster: Writer, value: float) -> None:
    with pytest.raises(SceneError, match="holds no data"):
        opened(raster(np.full((400, 500), value, np.float32), nodata=-9999.0, **UTM), quantity="gamma0")


@pytest.mark.parametrize("content", [b"", b"not an image", b"II*\0\x08\0\0\0"])
def test_files_that_are_no_image_are_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.tif"
    path.write_bytes(content)
    with pytest.raises(SceneError, match=r"broken\.tif cannot be read") as raised:
        opened(str(path))
    assert "\n" not in str(raised.value)


def test_a_compressed_file_that_is_cut_is_noticed(raster: Writer) -> None:
    random = np.random.default_rng(0).random((500, 500), np.float32)
    path = Path(raster(random, compress="deflate", **UTM))
    path.write_bytes(path.read_bytes()[:-20_000])
    with pytest.raises(SceneError, match=r"is cut short|cannot be read"):
        opened(str(path), quantity="gamma0")


def test_a_damaged_block_is_named_when_it_is_read(raster: Writer) -> None:
    random = np.random.default_rng(0).random((500, 500), np.float32)
    path = Path(raster(random, compress="deflate", tiled=True, blockxsize=256, blockysize=256, **UTM))
    with rasterio.open(path) as file:
        begin = int(file.get_tag_item("BLOCK_OFFSET_1_1", "TIFF", bidx=1))
    content = bytearray(path.read_bytes())
    content[begin : begin + 100] = bytes(100)
    path.write_bytes(bytes(content))
    with pytest.raises(SceneError, match=r"cannot be read at row \d+.*damaged"):
        read(str(path), "gamma0", quantity="gamma0")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"calibration_factor": 1e-5}, "--quantity amplitude"),
        ({"calibration_factor": 1e-5, "quantity": "gamma0"}, "--quantity amplitude"),
        ({"calibrated_to": "sigma0", "quantity": "amplitude"}, "--calibrated-to"),
        ({"incidence_deg": 30.0, "incidence_from": "x"}, "not both"),
    ],
)
def test_assertions_that_do_not_go_together_are_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        SceneOptions(**options)


def test_the_files_of_a_scene_change_when_one_is_written_to(raster: Writer) -> None:
    with opened(raster(np.ones((4, 5), np.float32), **UTM), quantity="gamma0") as scene:
        before = scene.files
    with opened(raster(np.ones((6, 5), np.float32), **UTM), quantity="gamma0") as scene:
        assert scene.files != before
