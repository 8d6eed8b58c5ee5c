"""The command calibrate: what is written is what was read, tells what it is, and appears whole or not at all."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from echopatch.core.contract.commands.scene import CalibrateConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, OutputError, SceneError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.scene.calibrate import LEAST_DB, calibrate
from echopatch.core.engine.scene.scene import open_scene
from echopatch.core.engine.scene.windows import Window

Product = Callable[..., Path]
DN = np.random.default_rng(0).integers(1, 400, (600, 700)).astype(np.uint16)
DN[:40] = 0
CARD = ModelCard(
    name="toy",
    backbone="resnet10",
    head=(),
    channels=("HH",),
    classes=TERRASAR_X_LEGEND,
    patch_px=64,
    pixel_size_m=2.0,
    radiometry=Radiometry("gamma0", -30.0, 10.0, 0.5, 0.25),
    looks=(1.0, 6.0),
    incidence_deg=(20.0, 55.0),
    histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
)


@pytest.fixture
def product(tiny_product: Product) -> Path:
    return tiny_product({"HH": DN}, gim=np.full_like(DN, 3500))


def run(folder: Path, output: Path, **settings: object) -> None:
    calibrate(CalibrateConfig(scene=str(folder), output=str(output), **settings), Silent())


def whole_power(path: Path, quantity: str, **options: object) -> np.ndarray:
    with open_scene(str(path), SceneOptions(**options)) as scene:
        return scene.read_power(Window(0, 0, scene.info.rows, scene.info.columns), quantity)


@pytest.mark.parametrize("scale", ["linear", "db"])
@pytest.mark.parametrize("quantity", ["gamma0", "beta0"])
def test_a_calibrated_raster_opens_again_without_assertions(product: Path, tmp_path: Path, scale: str, quantity: str) -> None:
    output = tmp_path / "calibrated.tif"
    run(product, output, scale=scale, calibrated_quantity=quantity)
    with open_scene(str(output), SceneOptions()) as scene:
        info = scene.info
    with open_scene(str(product), SceneOptions()) as scene:
        first = scene.info
    np.testing.assert_allclose(whole_power(output, quantity), whole_power(product, quantity), rtol=1e-5)
    assert (info.quantity, info.scene_id, info.bands, info.looks) == (quantity, product.name, ("HH",), 3.0)
    assert (info.transform, info.incidence_deg, info.asserted) == (first.transform, first.incidence_deg, {})


def test_a_calibrated_raster_in_degrees_opens_again(tmp_path: Path) -> None:
    place = {"crs": "EPSG:4326", "transform": Affine(2e-5, 0, 11, 0, -2e-5, 48)}
    with rasterio.open(tmp_path / "degrees.tif", "w", driver="GTiff", count=1, dtype="float32", height=40, width=50, **place) as file:
        file.write(np.ones((1, 40, 50), np.float32))
    run(tmp_path / "degrees.tif", tmp_path / "calibrated.tif", options=SceneOptions(quantity="gamma0"))
    with open_scene(str(tmp_path / "calibrated.tif"), SceneOptions()) as scene:
        assert scene.info.row_spacing_m == pytest.approx(2.22, abs=0.01)
        assert scene.info.column_spacing_m == pytest.approx(1.49, abs=0.01)


def test_the_images_of_a_product_are_never_overwritten(product: Path) -> None:
    image = next((product / "IMAGEDATA").iterdir())
    before = image.read_bytes()
    for scene in (product, product / f"{product.name}.xml"):
        with pytest.raises(OutputError, match="is an input of this command"):
            run(scene, image, overwrite=True)
    assert image.read_bytes() == before


def test_decibels_are_those_of_linear_power(product: Path, tmp_path: Path) -> None:
    run(product, tmp_path / "db.tif", scale="db")
    with rasterio.open(tmp_path / "db.tif") as file:
        db = file.read(1)
        assert file.nodata is not None
        assert np.isnan(file.nodata)
    expected = 10 * np.log10(1e-5 * DN[40:].astype(float) ** 2 * np.tan(np.deg2rad(35)))
    np.testing.assert_allclose(db[40:], expected, atol=1e-4)
    assert np.isnan(db[:40]).all()


def test_no_signal_is_a_finite_number_of_decibels(tmp_path: Path) -> None:
    kind = {"driver": "GTiff", "count": 1, "height": 4, "width": 5, "dtype": "float32", "crs": "EPSG:32632"}
    with rasterio.open(tmp_path / "power.tif", "w", transform=Affine(2, 0, 600000, 0, -2, 5300000), **kind) as file:
        file.write(np.array([[[0, 1, 1, 1, 1]] * 4], np.float32))
    run(tmp_path / "power.tif", tmp_path / "db.tif", options=SceneOptions(quantity="gamma0"))
    with rasterio.open(tmp_path / "db.tif") as file:
        np.testing.assert_array_equal(file.read(1)[0], [LEAST_DB, 0, 0, 0, 0])


def test_the_output_is_a_cloud_optimised_geotiff_with_overviews(product: Path, tmp_path: Path) -> None:
    run(product, tmp_path / "cog.tif")
    with rasterio.open(tmp_path / "cog.tif") as file:
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert file.overviews(1)
        assert file.dtypes == ("float32",)
        assert file.descriptions == ("HH",)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["TSX1_SAR__EEC_SE___HS_S_SRA_20200101T000000_20200101T000001", "cog.tif"]


def test_the_models_picture_is_what_the_model_sees(product: Path, tmp_path: Path) -> None:
    model = tmp_path / "toy.safetensors"
    save_model(model, build_network("resnet10", (), 1, 7), CARD)
    run(product, tmp_path / "picture.tif", scale="model", model=str(model))
    with rasterio.open(tmp_path / "picture.tif") as file:
        picture, valid = file.read(1), file.read_masks(1)
        assert file.transform.a == 2
    power = 1e-5 * DN.astype(float) ** 2 * np.tan(np.deg2rad(35))
    mean = power.reshape(300, 2, 350, 2).mean(axis=(1, 3))[20:]
    expected = np.clip(np.round((10 * np.log10(mean) + 30) / 40 * 255), 0, 255)
    assert np.abs(picture[20:].astype(int) - expected).max() <= 1  # float32 rounds halves the other way at times
    assert (picture[20:] == expected).mean() > 0.999
    assert (valid[:20] == 0).all()
    assert (valid[20:] == 255).all()
    with pytest.raises(SceneError, match="is the 8-bit picture of a model"):
        open_scene(str(tmp_path / "picture.tif"), SceneOptions())


def test_what_the_user_asserted_stays_with_the_raster(tmp_path: Path) -> None:
    kind = {"driver": "GTiff", "count": 1, "height": 4, "width": 5, "dtype": "uint16", "transform": Affine(1, 0, 9, 0, -1, 0)}
    with rasterio.open(tmp_path / "dn.tif", "w", **kind) as file:
        file.write(np.full((1, 4, 5), 100, np.uint16))
    said = SceneOptions(quantity="amplitude", calibration_factor=1e-5, pixel_size_m=1.5, incidence_deg=30.0)
    run(tmp_path / "dn.tif", tmp_path / "gamma.tif", options=said)
    with open_scene(str(tmp_path / "gamma.tif"), SceneOptions()) as scene:
        assert scene.info.asserted["calibration_factor"] == 1e-5
        assert scene.info.asserted["incidence_deg"] == 30.0
        assert scene.info.row_spacing_m == 1.5
    with pytest.raises(SceneError, match="says itself what --quantity would"):
        open_scene(str(tmp_path / "gamma.tif"), SceneOptions(quantity="sigma0"))


def test_an_existing_output_is_kept_unless_overwriting_is_asked_for(product: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.tif"
    output.write_text("mine")
    with pytest.raises(OutputError, match="exists already"):
        run(product, output)
    assert output.read_text() == "mine"
    run(product, output, overwrite=True)
    assert whole_power(output, "gamma0").shape == (1, 600, 700)


def test_a_cancelled_run_leaves_nothing(product: Path, tmp_path: Path) -> None:
    class Impatient(Silent):
        def progress(self, done: int, total: int, code: str) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        calibrate(CalibrateConfig(scene=str(product), output=str(tmp_path / "out.tif")), Impatient())
    assert [one.name for one in tmp_path.iterdir()] == [product.name]


def test_a_failed_read_leaves_nothing(product: Path, tmp_path: Path) -> None:
    image = product / "IMAGEDATA" / "IMAGE_HH_SRA_spot_050.tif"
    image.write_bytes(image.read_bytes()[:100_000])
    with pytest.raises(SceneError, match="is cut short"):
        run(product, tmp_path / "out.tif")
    assert [one.name for one in tmp_path.iterdir()] == [product.name]


def test_a_models_picture_needs_a_model_and_the_other_way_round() -> None:
    for settings in ({"scale": "model"}, {"model": "m.safetensors"}):
        with pytest.raises(ConfigError, match="--scale model needs --model"):
            CalibrateConfig(scene="s", output="o.tif", **settings)


def test_a_model_of_unknown_pixel_size_draws_no_picture(product: Path, tmp_path: Path) -> None:
    model = tmp_path / "start.safetensors"
    save_model(model, build_network("resnet10", (), 1, 7), dataclasses.replace(CARD, pixel_size_m=None))
    with pytest.raises(Exception, match="unknown pixel size"):
        run(product, tmp_path / "out.tif", scale="model", model=str(model))
