"""Products: found, read from their annotation, calibrated, and refused when broken."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.errors import SceneError
from echopatch.core.contract.sentences import sentence
from echopatch.core.engine.scene.annotation import NoisePolynomial, read_annotation
from echopatch.core.engine.scene.calibration import noise_power
from echopatch.core.engine.scene.georeference import read_geolocation_grid
from echopatch.core.engine.scene.scene import Scene, open_scene
from echopatch.core.engine.scene.windows import Window

Product = Callable[..., Path]
DN = np.full((20, 30), 109, np.uint16)
WHOLE = Window(0, 0, 20, 30)


def opened(folder: Path, channels: Sequence[str] | None = None, **options: object) -> Scene:
    return open_scene(str(folder), SceneOptions(**options), channels)


def mean_db(scene: Scene, quantity: str) -> float:
    power = scene.read_power(Window(0, 0, scene.info.rows, scene.info.columns), quantity)
    return float(10 * np.log10(np.nanmean(power)))


@pytest.mark.parametrize(("quantity", "expected_db"), [("beta0", -9.25), ("sigma0", -11.26), ("gamma0", -10.17)])
def test_a_digital_number_is_calibrated_as_the_worked_example_says(tiny_product: Product, quantity: str, expected_db: float) -> None:
    with opened(tiny_product({"HH": DN}, gim=np.full_like(DN, 3900))) as scene:
        assert mean_db(scene, quantity) == pytest.approx(expected_db, abs=0.005)


def test_annotated_noise_is_a_polynomial_in_range_time_as_the_worked_example_says() -> None:
    polynomial = NoisePolynomial("HH", 0.0, (4.2e-3, 4.4e-3), 4.3e-3, (300, -6e4, 2.5e11, 3e14))
    power = noise_power([polynomial], np.array([4.35e-3, 4.45e-3]), np.zeros(2))
    assert power[0] == pytest.approx(959.5, abs=0.05)
    assert 10 * np.log10(1e-5 * power[0]) == pytest.approx(-20.18, abs=0.005)
    assert power[1] == 0  # beyond its range


def test_noise_is_linear_between_records_and_held_beyond_them() -> None:
    records = [NoisePolynomial("HH", time, (0, 1), 0.0, (level,)) for time, level in ((10.0, 100.0), (20.0, 200.0))]
    power = noise_power(records, np.full(4, 0.5), np.array([0.0, 10.0, 15.0, 30.0]))
    np.testing.assert_allclose(power, [100, 100, 150, 200])


def test_noise_stays_in_unless_asked_for(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN}, grid=True)
    with opened(folder) as scene:
        assert scene.info.noise == "in"
        before = scene.read_power(WHOLE, "beta0")[0, 0]
    with opened(folder, subtract_noise=True) as scene:
        assert scene.info.noise == "subtracted"
        after = scene.read_power(WHOLE, "beta0")[0, 0]
    share = (np.arange(30) + 0.5) / 30 * 1e-4  # range time past the reference
    noise = 1e-5 * (300 - 6e4 * share + 2.5e11 * share**2 + 3e14 * share**3)
    np.testing.assert_allclose(before - after, noise, rtol=0.02)


def test_power_below_its_noise_ends_at_the_noise_not_below_zero(tiny_product: Product) -> None:
    with opened(tiny_product({"HH": np.full_like(DN, 5)}, grid=True), subtract_noise=True) as scene:
        power = scene.read_power(WHOLE, "beta0")
    assert power[0, 0, 0] == pytest.approx(1e-5 * 300, rel=0.02)


def test_noise_that_is_corrected_already_is_never_subtracted(tiny_product: Product) -> None:
    edit = {"<noiseCorrectedFlag>false": "<noiseCorrectedFlag>true"}
    with opened(tiny_product({"HH": DN}, grid=True, edit=edit), subtract_noise=True) as scene:
        assert ("scene-noise-ignored", {}) in scene.info.warnings
        assert mean_db(scene, "beta0") == pytest.approx(-9.25, abs=0.005)


def test_zero_is_no_data(tiny_product: Product) -> None:
    dn = DN.copy()
    dn[:, :5] = 0
    with opened(tiny_product({"HH": dn})) as scene:
        missing = np.isnan(scene.read_power(WHOLE, "gamma0")[0])
    np.testing.assert_array_equal(missing, dn == 0)


def test_the_last_digit_of_the_incidence_mask_is_a_flag_and_zero_is_unknown(tiny_product: Product) -> None:
    gim = np.full_like(DN, 3912)
    gim[0] = 0
    with opened(tiny_product({"HH": DN}, gim=gim)) as scene:
        angles = scene.incidence_deg(WHOLE)
        assert scene.info.incidence_source == "mask"
        assert np.isnan(scene.read_power(WHOLE, "sigma0")[0, 0]).all()
        assert not np.isnan(scene.read_power(WHOLE, "beta0")).any()
    assert angles is not None
    assert np.isnan(angles[0]).all()
    np.testing.assert_allclose(angles[1:], 39.1, rtol=1e-6)


@pytest.mark.parametrize(("grid", "source"), [(True, "grid"), (False, "corners")])
def test_without_a_mask_the_angle_comes_from_grid_or_corners(tiny_product: Product, grid: bool, source: str) -> None:
    with opened(tiny_product({"HH": DN}, grid=grid)) as scene:
        assert scene.info.incidence_source == source
        angles = scene.incidence_deg(Window(3, 10, 2, 15))
    assert angles is not None
    np.testing.assert_allclose(angles, np.broadcast_to(30 + 10 * (np.arange(10, 25) + 0.5) / 30, (2, 15)), atol=2e-3)


def test_the_factor_between_quantities_is_that_of_the_angle_at_each_pixel(tiny_product: Product) -> None:
    with opened(tiny_product({"HH": DN}, grid=True)) as scene:
        angles = np.deg2rad(scene.incidence_deg(WHOLE))
        ratio = scene.read_power(WHOLE, "gamma0") / scene.read_power(WHOLE, "beta0")
    np.testing.assert_allclose(ratio[0], np.tan(angles), rtol=1e-4)


def test_a_mask_of_another_size_is_passed_over_with_a_warning(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN}, gim=np.full_like(DN, 3900))
    other = {"driver": "GTiff", "count": 1, "dtype": "uint16", "height": 5, "width": 5, "transform": Affine(2, 0, 0, 0, -2, 0)}
    with rasterio.open(folder / "AUXRASTER" / "GIM.tif", "w", **other) as file:
        file.write(np.full((1, 5, 5), 3900, np.uint16))
    with opened(folder) as scene:
        assert scene.info.incidence_source == "corners"
        assert scene.info.warnings[-1][0] == "scene-mask-unfit"


def test_only_the_centre_angle_is_used_with_a_warning(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN}, edit={"sceneCornerCoord": "oldCornerCoord"})
    with opened(folder) as scene:
        assert scene.info.incidence_source == "centre"
        assert scene.info.incidence_deg == (35.0, 35.0)
        assert scene.info.warnings[-1][0] == "scene-incidence-centre-only"


def test_a_grid_over_other_ground_is_refused(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN}, grid=True)
    grid = folder / "ANNOTATION" / "GEOREF.xml"
    grid.write_text(grid.read_text().replace("<lat>47.", "<lat>17.").replace("<lat>48.", "<lat>18."))
    with pytest.raises(SceneError, match=r"GEOREF\.xml covers 0 %"):
        opened(folder)


def test_range_and_azimuth_times_of_the_grid_are_absolute(tiny_product: Product) -> None:
    grid = read_geolocation_grid(tiny_product({"HH": DN}, grid=True) / "ANNOTATION" / "GEOREF.xml")
    np.testing.assert_allclose(grid.range_s[0], 4.3e-3 + 1e-4 * np.array([-0.25, 0.25, 0.75, 1.25]))
    assert grid.time_s[3, 0] - grid.time_s[0, 0] == pytest.approx(1.5)
    assert grid.longitude.max() < 180


def test_row_spacing_of_the_annotation_runs_along_a_row(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN}, edit={'<rowSpacing units="m">1.0': '<rowSpacing units="m">2.0'})
    annotation = read_annotation(folder / f"{folder.name}.xml")
    assert (annotation.row_spacing_m, annotation.column_spacing_m) == (1.0, 2.0)


def test_a_product_is_found_from_its_folder_its_xml_and_the_delivery_around_it(tiny_product: Product, tmp_path: Path) -> None:
    folder = tiny_product({"HH": DN})
    delivery = tmp_path / "dims_op_oc_1"
    inner = delivery / "TSX-1.SAR.L1B" / folder.name
    shutil.copytree(folder, inner)
    for path in (folder, folder / f"{folder.name}.xml", delivery):
        with opened(path) as scene:
            assert scene.info.scene_id == folder.name
    renamed = folder.rename(tmp_path / "my scene")
    with opened(renamed) as scene:
        assert scene.info.kind == "EEC"


def test_what_gdal_leaves_beside_a_product_is_no_second_product(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN})
    (annotation,) = folder.glob("*.xml")
    annotation.with_name(f"{annotation.name}.aux.xml").write_text("<PAMDataset/>")
    with opened(folder) as scene:
        assert scene.info.path == str(annotation)


def test_what_is_known_of_a_product_comes_from_its_files(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN, "VV": DN}, gim=np.full_like(DN, 3900))
    with opened(folder) as scene:
        info = scene.info
        names = {Path(name).name for name, _, _ in scene.files}
    assert (info.mission, info.mode, info.resolution_variant, info.bands, info.looks) == ("TSX-1", "HS", "SE", ("HH", "VV"), 3.0)
    assert info.row_spacing_m == pytest.approx(1.0, rel=1e-3)
    assert info.footprint is not None
    assert info.footprint[0] == pytest.approx((11.0, 47.99), abs=0.02)
    assert names == {f"{folder.name}.xml", "IMAGE_HH_SRA_spot_050.tif", "IMAGE_VV_SRA_spot_050.tif", "GIM.tif"}


def test_bands_come_in_the_order_of_the_channels_that_a_model_names(tiny_product: Product) -> None:
    folder = tiny_product({"VV": DN, "HH": DN * 2})
    for channels, bands in ((("HH", "VV"), ("HH", "VV")), (("VV", "HH"), ("VV", "HH")), (("HV", "HH"), ("VV", "HH"))):
        with opened(folder, channels=channels) as scene:
            assert scene.info.bands == bands
            power = scene.read_power(WHOLE, "dn")[:, 0, 0]
        np.testing.assert_allclose(power, [218.0**2 if band == "HH" else 109.0**2 for band in bands])


def test_a_cross_polarised_band_finds_its_channel_beside_co(tiny_product: Product) -> None:
    with opened(tiny_product({"HV": DN, "HH": DN}), channels=("co", "HV")) as scene:
        assert scene.info.bands == ("HH", "HV")


def test_a_mask_that_the_annotation_lists_but_nobody_delivered_brings_a_warning(tiny_product: Product) -> None:
    file = "<file><location><path>AUXRASTER</path><filename>GIM.tif</filename></location></file>"
    edit = {"<productComponents>": f"<productComponents><auxRasterFiles><type>GIM</type>{file}</auxRasterFiles>"}
    with opened(tiny_product({"HH": DN}, grid=True, edit=edit)) as scene:
        assert [code for code, _ in scene.info.warnings] == ["scene-mask-missing"]
        assert scene.info.incidence_source == "grid"


@pytest.mark.parametrize("old", ["<numberOfRows>20</numberOfRows>", "<azimuthLooks>1.5</azimuthLooks>", "<calFactor>1.0E-05</calFactor>"])
def test_a_number_that_is_none_is_named(tiny_product: Product, old: str) -> None:
    element = old[1 : old.index(">")]
    with pytest.raises(SceneError, match=f"{element} holds 'nan', which cannot be right"):
        opened(tiny_product({"HH": DN}, edit={old: f"<{element}>nan</{element}>"}))


def test_a_grid_that_names_one_point_twice_is_refused(tiny_product: Product) -> None:
    file = tiny_product({"HH": DN}, grid=True) / "ANNOTATION" / "GEOREF.xml"
    text = file.read_text(encoding="utf-8")
    for wrong in ("iaz='1' irg='1'", "iaz='x' irg='2'"):
        file.write_text(text.replace("iaz='1' irg='2'", wrong), encoding="utf-8")
        with pytest.raises(SceneError, match="geolocationGrid/gridPoint holds 'iaz"):
            read_geolocation_grid(file)


def test_bands_are_chosen_by_polarisation_in_any_order(tiny_product: Product) -> None:
    folder = tiny_product({"HH": DN, "VV": DN * 2})
    with opened(folder, bands=("VV", "HH")) as scene:
        power = scene.read_power(WHOLE, "dn")
        assert scene.info.bands == ("VV", "HH")
    np.testing.assert_allclose(power[:, 0, 0], [218.0**2, 109.0**2])
    with pytest.raises(SceneError, match="has the bands HH, VV, 1 are needed: choose with --bands"):
        opened(folder, channels=("HH",))
    with pytest.raises(SceneError, match="no band 'HV': choose among HH, VV"):
        opened(folder, bands=("HV",))


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ({"<productVariant>EEC": "<productVariant>SSC"}, "is an SSC product, in radar geometry"),
        ({"<productVariant>EEC": "<productVariant>MGD"}, "is an MGD product, in radar geometry"),
        ({"<radiometricCorrection>CALIBRATED": "<radiometricCorrection>NOTCALIBRATED"}, "not calibrated"),
        ({"<calFactor>1.0E-05</calFactor>": ""}, "lacks the element calibrationConstant/calFactor"),
        ({"<calFactor>1.0E-05": "<calFactor>much"}, "calFactor holds 'much'"),
        ({"<calFactor>1.0E-05": "<calFactor>0"}, "calFactor holds '0.0'"),
        ({"calibrationConstant": "otherConstant"}, "lacks the element .*calibrationConstant.*HH"),
        ({"<numberOfRows>20</numberOfRows>": ""}, "lacks the element .*imageRaster/numberOfRows"),
        ({"<numberOfRows>20": "<numberOfRows>200"}, "has 20 x 30 pixels, the annotation says 200 x 30"),
        ({"<polLayer>HH</polLayer><file>": "<file>"}, "lacks the element .*imageData/polLayer"),
        ({"_SRA_spot_050.tif": "_SRA_spot_051.tif"}, "IMAGE_HH_SRA_spot_051.tif is missing"),
        ({"level1Product": "otherProduct"}, "its root is 'otherProduct'"),
        ({"</productInfo>": ""}, "is not XML"),
    ],
)  # fmt: skip
def test_a_broken_product_is_refused_in_one_line(tiny_product: Product, edit: dict[str, str], message: str) -> None:
    with pytest.raises(SceneError, match=message) as raised:
        opened(tiny_product({"HH": DN}, edit=edit))
    assert "\n" not in str(raised.value)


def test_a_cut_image_is_noticed_on_opening(tiny_product: Product) -> None:
    folder = tiny_product({"HH": np.full((300, 200), 109, np.uint16)})
    image = folder / "IMAGEDATA" / "IMAGE_HH_SRA_spot_050.tif"
    image.write_bytes(image.read_bytes()[:60_000])
    with pytest.raises(SceneError, match="is cut short"):
        opened(folder)


def test_a_product_without_data_is_refused(tiny_product: Product) -> None:
    with pytest.raises(SceneError, match="holds no data: every pixel is nodata"):
        opened(tiny_product({"HH": np.zeros_like(DN)}))


def test_a_single_valid_pixel_is_data(tiny_product: Product) -> None:
    dn = np.zeros((600, 600), np.uint16)
    dn[301, 299] = 7
    with opened(tiny_product({"HH": dn})) as scene:
        assert scene.info.rows == 600


def test_archives_and_folders_of_several_products_are_refused(tiny_product: Product, tmp_path: Path) -> None:
    archive = tmp_path / "product.zip"
    archive.write_bytes(b"PK")
    with pytest.raises(SceneError, match="is an archive: unpack it"):
        opened(archive)
    folder = tiny_product({"HH": DN})
    shutil.copytree(folder, tmp_path / "other" / folder.name)
    with pytest.raises(SceneError, match="holds 2 products"):
        opened(tmp_path)
    with pytest.raises(SceneError, match="holds no TerraSAR-X"):
        opened(folder / "IMAGEDATA")
    with pytest.raises(SceneError, match="nowhere does not exist"):
        opened(tmp_path / "nowhere")


def test_the_user_cannot_contradict_a_product(tiny_product: Product) -> None:
    with pytest.raises(SceneError, match="says itself what --pixel-size-m would"):
        opened(tiny_product({"HH": DN}), pixel_size_m=2.0)


def test_doubts_about_a_product_are_warnings(tiny_product: Product) -> None:
    edit = {
        "<timeUTC>2020-01-01T00:00:00.000000Z": "<timeUTC>2007-10-01T00:00:00.000000Z",
        "<lookDirection>RIGHT": "<lookDirection>LEFT",
        "<size>-1</size>": "<size>7</size>",
        "<radiometricCorrection>CALIBRATED": "<radiometricCorrection>RELCALIBRATED",
    }
    folder = tiny_product({"HH": DN}, edit=edit)
    (folder / "SUPPORT").mkdir()
    (folder / "SUPPORT" / "GEOLOCATION_AND_TIMING_PROBLEM.txt").touch()
    with opened(folder) as scene:
        warnings = scene.info.warnings
    assert {code for code, _ in warnings} == {
        "scene-timing-problem", "scene-commissioning", "scene-left-looking", "scene-file-size", "scene-calibration-doubtful"
    }  # fmt: skip
    assert all(sentence(code, values) for code, values in warnings)
