"""The product folder that simulate writes: readable, valid, calibrated, and true to its own labels."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import rasterio
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.errors import Cancelled, ConfigError, OutputError
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.simulation.frame import Frame, place_frame
from echopatch.core.engine.simulation.orbit import satellite_states
from echopatch.core.engine.simulation.product import Product
from echopatch.core.engine.simulation.rasters import encode_incidence
from echopatch.core.engine.simulation.simulate import make_scene, simulate
from lxml import etree
from pyproj import Transformer
from rasterio.features import rasterize

SIZE_PX = 640


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> tuple[SimulateConfig, Path, Path]:
    """Config, product folder and output folder of a small dual-polarised scene."""
    config = SimulateConfig(output=str(tmp_path_factory.mktemp("simulated") / "scene"), seed=11, size_px=SIZE_PX, second_polarisation="HV")
    return config, Path(str(simulate(config, Silent())["product"])), Path(config.output)


def main_xml(product: Path) -> etree._Element:
    return etree.parse(product / f"{product.name}.xml").getroot()


def image(product: Path, polarisation: str = "HH") -> np.ndarray:
    with rasterio.open(next((product / "IMAGEDATA").glob(f"IMAGE_{polarisation}_*.tif"))) as source:
        return np.asarray(source.read(1))


def number(root: etree._Element, path: str) -> float:
    return float(root.findtext(path) or "nan")


@pytest.mark.parametrize(("document", "schema"), [("main", "level1Product.xsd"), ("georef", "geoReference.xsd")])
def test_annotations_follow_the_real_schema(scene: tuple[SimulateConfig, Path, Path], test_data: Path, document: str, schema: str) -> None:
    _, product, _ = scene
    path = product / f"{product.name}.xml" if document == "main" else product / "ANNOTATION" / "GEOREF.xml"
    rules = etree.XMLSchema(etree.parse(next(test_data.glob(f"tsx_products/TDX1*/SUPPORT/{schema}"))))
    assert rules.validate(etree.parse(path)), rules.error_log


def test_every_file_that_the_annotation_names_is_there(scene: tuple[SimulateConfig, Path, Path]) -> None:
    _, product, output = scene
    places = main_xml(product).findall("productComponents//location")
    assert len(places) == 11
    for place in places:
        assert (product / str(place.findtext("path")) / str(place.findtext("filename"))).is_file()
    assert sorted(path.name for path in output.iterdir()) == [product.name, "echopatch-simulation.txt", "labels.gpkg", "optical.tif"]


def test_gdal_opens_the_product_as_terrasar_x(scene: tuple[SimulateConfig, Path, Path]) -> None:
    config, product, _ = scene
    with rasterio.open(product / f"{product.name}.xml") as source:
        assert source.driver == "TSX"
        assert (source.count, source.height, source.width) == (2, SIZE_PX, SIZE_PX)
        assert source.crs.is_projected
        assert source.res == (config.pixel_size_m, config.pixel_size_m)
        assert [source.tags(band)["POLARIMETRIC_INTERP"] for band in (1, 2)] == ["HH", "HV"]
        assert np.array_equal(source.read(1), image(product))


def test_images_are_striped_and_a_tilted_square_holds_the_data(scene: tuple[SimulateConfig, Path, Path]) -> None:
    config, product, _ = scene
    with rasterio.open(next((product / "IMAGEDATA").glob("IMAGE_HH_*.tif"))) as source:
        assert not source.profile["tiled"]
        assert source.dtypes == ("uint16",)
    valid = image(product) > 0
    assert valid.mean() == pytest.approx(place_frame(config).side_px ** 2 / SIZE_PX**2, abs=0.003)
    assert not valid[[0, 0, -1, -1], [0, -1, 0, -1]].any()


def test_the_annotated_statistics_are_those_of_the_image(scene: tuple[SimulateConfig, Path, Path]) -> None:
    _, product, _ = scene
    statistics = main_xml(product).find("productQuality/imageDataQuality[@layerIndex='2']/imageDataStatistics")
    assert statistics is not None
    numbers = image(product, "HV")[image(product, "HV") > 0].astype(float)
    assert [number(statistics, name) for name in ("mean", "stdDev", "min", "max")] == pytest.approx(
        [numbers.mean(), numbers.std(), numbers.min(), numbers.max()]
    )


def test_equal_seeds_give_equal_files_whatever_the_number_of_threads(
    scene: tuple[SimulateConfig, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, product, _ = scene
    monkeypatch.setattr("os.cpu_count", lambda: 7)
    again = SimulateConfig(output=str(tmp_path / "again"), seed=11, size_px=SIZE_PX, second_polarisation="HV")
    other = Path(str(simulate(again, Silent())["product"]))
    for path in sorted(product.rglob("*.*")):
        if path.is_file():
            assert path.read_bytes() == (other / path.relative_to(product)).read_bytes(), path.name
    assert (tmp_path / "again" / "optical.tif").read_bytes() == (Path(config.output) / "optical.tif").read_bytes()


def test_another_seed_is_another_scene(scene: tuple[SimulateConfig, Path, Path], tmp_path: Path) -> None:
    other = simulate(SimulateConfig(output=str(tmp_path / "other"), seed=12, size_px=SIZE_PX, optical=False), Silent())
    assert "optical" not in other
    assert not np.array_equal(image(Path(str(other["product"]))), image(scene[1]))


def test_labels_tile_the_valid_area_without_overlap(scene: tuple[SimulateConfig, Path, Path]) -> None:
    config, product, output = scene
    labels, frame = gpd.read_file(output / "labels.gpkg", layer="labels"), place_frame(config)
    assert labels.crs.to_epsg() == frame.epsg
    assert labels.area.sum() == pytest.approx(frame.side_m**2, rel=1e-4)
    assert labels.union_all().area == pytest.approx(labels.area.sum(), rel=1e-6)
    assert labels.geometry.is_valid.all()
    assert set(labels["class_code"]) <= set(range(1, 8))
    covered = rasterize(labels.geometry, (SIZE_PX, SIZE_PX), transform=frame.map_transform) > 0
    assert (covered == (image(product) > 0)).mean() > 0.998


def test_the_gim_says_the_incidence_that_the_georeference_says(scene: tuple[SimulateConfig, Path, Path]) -> None:
    config, product, _ = scene
    with rasterio.open(product / "AUXRASTER" / "GIM.tif") as source:
        mask, transform, crs = source.read(1), source.transform, source.crs
    assert np.array_equal(mask > 0, image(product) > 0)
    points = etree.parse(product / "ANNOTATION" / "GEOREF.xml").getroot().findall("geolocationGrid/gridPoint")
    places = gpd.points_from_xy([number(p, "lon") for p in points], [number(p, "lat") for p in points], crs=4326).to_crs(crs)
    angles = [number(point, "inc") for point in points]
    checked = 0
    for place, angle in zip(places, angles, strict=True):
        column, row = (int(value) for value in ~transform @ (place.x, place.y))
        if 0 <= row < SIZE_PX and 0 <= column < SIZE_PX and mask[row, column]:
            assert (mask[row, column] - mask[row, column] % 10) / 100 == pytest.approx(angle, abs=0.06)
            checked += 1
    assert checked >= 1
    assert (min(angles) + max(angles)) / 2 == pytest.approx(config.incidence_deg, abs=0.05)


def test_gim_codes_give_back_angle_and_flag() -> None:
    codes = encode_incidence(np.array([39.12, 20.0, 54.96]), np.array([2, 0, 3], np.uint8))
    assert codes.tolist() == [3912, 2000, 5503]
    assert ((codes - codes % 10) / 100).tolist() == [39.1, 20.0, 55.0]


def test_corner_angles_and_times_agree_with_a_spherical_earth(scene: tuple[SimulateConfig, Path, Path]) -> None:
    config, product, _ = scene
    root, frame = main_xml(product), place_frame(config)
    near, far = (number(root, f"productInfo/sceneInfo/rangeTime/{end}Pixel") for end in ("first", "last"))
    # over a short stretch, slant range grows by the sine of the incidence angle
    slant_m = (far - near) * 299_792_458 / 2
    assert slant_m == pytest.approx(frame.side_m * np.sin(np.radians(config.incidence_deg)), rel=1e-3)
    angles = [number(corner, "incidenceAngle") for corner in root.findall("productInfo/sceneInfo/sceneCornerCoord")]
    assert angles[0] == angles[2] < config.incidence_deg < angles[1] == angles[3]


def test_the_orbit_sees_the_scene_centre_under_the_annotated_incidence(scene: tuple[SimulateConfig, Path, Path]) -> None:
    product = Product(make_scene(scene[0]))
    position, velocity = satellite_states(product, np.zeros(1))
    lon, lat = product.centre_lonlat
    target = np.array(Transformer.from_crs(4979, 4978, always_xy=True).transform(lon, lat, product.frame.height_m))
    line = position[0] - target
    up = np.array(
        [np.cos(np.radians(lat)) * np.cos(np.radians(lon)), np.cos(np.radians(lat)) * np.sin(np.radians(lon)), np.sin(np.radians(lat))]
    )
    assert np.degrees(np.arccos(line @ up / np.linalg.norm(line))) == pytest.approx(35.0, abs=1e-6)
    assert abs(line @ velocity[0]) / np.linalg.norm(line) < 1e-6  # zero Doppler
    assert 2 * np.linalg.norm(line) / 299_792_458 == pytest.approx(
        product.frame.range_time_s(np.array([product.frame.side_px / 2]))[0], rel=1e-9
    )


def test_overwrite_replaces_only_a_folder_that_simulate_wrote(tmp_path: Path) -> None:
    small = {"size_px": 256, "optical": False, "overwrite": True}
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputError, match="was not written by simulate"):
        simulate(SimulateConfig(output=str(tmp_path / "mine"), **small), Silent())
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"
    for seed in (1, 2):
        simulate(SimulateConfig(output=str(tmp_path / "ours"), seed=seed, **small), Silent())
    assert len(list((tmp_path / "ours").glob("TSX1*"))) == 1
    with pytest.raises(OutputError, match="exists already"):
        simulate(SimulateConfig(output=str(tmp_path / "ours"), size_px=256), Silent())


def test_a_cancelled_run_leaves_nothing(tmp_path: Path) -> None:
    class Impatient(Silent):
        def progress(self, done: int, total: int, code: str) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        simulate(SimulateConfig(output=str(tmp_path / "scene"), size_px=256), Impatient())
    assert list(tmp_path.iterdir()) == []


def test_polarisations_that_the_sensor_cannot_take_together_are_refused() -> None:
    with pytest.raises(ConfigError, match="HH and VH"):
        SimulateConfig(output="x", second_polarisation="VH")


@pytest.mark.parametrize("seed", range(6))
def test_frames_fill_their_image_whatever_the_flight_direction(seed: int) -> None:
    frame: Frame = place_frame(SimulateConfig(output="x", seed=seed, size_px=1000))
    corners = [~frame.map_transform @ (frame.to_map @ (x, y)) for x in (0, frame.side_px) for y in (0, frame.side_px)]
    low, high = np.min(corners), np.max(corners)
    assert 0 <= low <= 5
    assert 995 <= high <= 1000
    east_of_near_range = (frame.to_map @ (1, 0))[0] > (frame.to_map @ (0, 0))[0]
    assert east_of_near_range == frame.ascending  # it looks to the right
