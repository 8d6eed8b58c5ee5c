"""The optical companion: seasons, clouds, haze and a wrong place change it alone, and by as much as was asked for."""

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from echopatch.core.contract.commands.simulate import SEASONS, OpticalOptions, SimulateConfig
from echopatch.core.contract.errors import ConfigError
from echopatch.core.engine.simulation.broad_fields import broad_noise, lattice_of, spread_out
from echopatch.core.engine.simulation.day import cloud_shade, make_day, veil
from echopatch.core.engine.simulation.frame import place_frame
from echopatch.core.engine.simulation.imaging import Scene, StripImages, image_strip
from echopatch.core.engine.simulation.random_fields import Strip
from echopatch.core.engine.simulation.rasters import write_optical
from echopatch.core.engine.simulation.seasons import SEASONS as LOOKS
from echopatch.core.engine.simulation.seasons import on_ramp
from echopatch.core.engine.simulation.simulate import make_scene

HARD = OpticalOptions(season="winter", cloud_share=0.2, haze=0.4)


def scene_with(companion: OpticalOptions, size_px: int = 420) -> Scene:
    return make_scene(SimulateConfig(output="x", seed=3, size_px=size_px, companion=companion))


def images(scene: Scene, rows: int = 140) -> StripImages:
    """All rows of a scene, computed by strips of so many rows."""
    side = scene.frame.side_px
    parts = [image_strip(scene, ("HH",), Strip(row, min(rows, side - row), side)) for row in range(0, side, rows)]
    return StripImages(*(np.concatenate(bands, axis=1) for bands in zip(*parts, strict=True)))


@pytest.fixture(scope="module")
def clear() -> StripImages:
    return images(scene_with(OpticalOptions()))


def test_the_radar_image_does_not_know_the_day_of_the_optical_one(clear: StripImages) -> None:
    hard = images(scene_with(HARD))
    assert np.array_equal(hard.beta0, clear.beta0)
    assert np.mean(np.abs(hard.rgb.astype(int) - clear.rgb)) > 30


def test_clouds_and_haze_do_not_depend_on_how_the_frame_is_cut_into_strips() -> None:
    frame, day = (scene := scene_with(HARD)).frame, scene.day
    whole, part = Strip(-50, 400, frame.side_px), Strip(33, 90, frame.side_px)
    rows = slice(83, 173)
    for field, cut in zip(veil(day, frame, whole), veil(day, frame, part), strict=True):
        np.testing.assert_allclose(cut, field[:, rows], rtol=1e-5, atol=1e-4)
    np.testing.assert_allclose(cloud_shade(day, frame, part), cloud_shade(day, frame, whole)[rows], rtol=1e-5)


@pytest.mark.parametrize("share", [0.1, 0.4])
def test_clouds_hide_the_share_that_was_asked_for(share: float) -> None:
    scene = scene_with(OpticalOptions(cloud_share=share), size_px=1000)
    hidden = veil(scene.day, scene.frame, Strip(0, scene.frame.side_px, scene.frame.side_px)).through[0] < 0.5
    assert hidden.mean() == pytest.approx(share, abs=0.03)


def test_shadows_of_clouds_lie_away_from_the_sun_by_the_height_of_the_clouds() -> None:
    scene = scene_with(OpticalOptions(cloud_share=0.2), size_px=1400)
    strip = Strip(0, scene.frame.side_px, scene.frame.side_px)
    clouds = 1 - veil(scene.day, scene.frame, strip).through[0]
    shade = 1 - cloud_shade(scene.day, scene.frame, strip)
    columns, rows = (round(-part * 700 / scene.frame.pixel_size_m) for part in scene.day.sun)
    moved = np.roll(clouds, (rows, columns), axis=(0, 1))
    inner = tuple(slice(max(shift, 0), strip.columns + min(shift, 0)) for shift in (rows, columns))
    assert np.corrcoef(moved[inner].ravel(), shade[inner].ravel())[0, 1] > 0.98
    assert abs(np.corrcoef(clouds[inner].ravel(), shade[inner].ravel())[0, 1]) < 0.5


def test_haze_takes_most_from_blue_unevenly_and_brightens_dark_ground(clear: StripImages) -> None:
    scene = scene_with(OpticalOptions(haze=0.5))
    red, green, blue = veil(scene.day, scene.frame, Strip(0, scene.frame.side_px, scene.frame.side_px)).through
    assert np.all((red > green) & (green > blue))
    assert red.max() > 1.1 * red.min()
    hazy = images(scene).rgb
    dark = clear.rgb.max(axis=0) < 60
    assert hazy[:, dark].mean() > clear.rgb[:, dark].mean() + 40


def test_shadows_are_longer_and_ground_is_whiter_in_winter() -> None:
    lengths = [LOOKS[season].shadow_length for season in ("summer", "spring", "autumn", "winter")]
    assert lengths == sorted(lengths)
    snow = {season: np.mean(images(scene_with(OpticalOptions(season=season))).rgb.min(axis=0) > 190) for season in ("summer", "winter")}
    assert snow["winter"] > snow["summer"] + 0.03


def test_no_snow_falls_in_the_desert() -> None:
    config = SimulateConfig(output="x", mix="arid", companion=OpticalOptions(season="winter"))
    assert make_day(config, place_frame(config)).season.snow_share == 0


def test_every_season_that_can_be_asked_for_has_its_looks() -> None:
    assert set(SEASONS) == set(LOOKS)


def test_a_ramp_meets_its_stops_and_their_middle() -> None:
    stops = ((0, 0, 0), (100, 50, 10), (200, 0, 10))
    colours = on_ramp(stops, np.array([0.0, 0.25, 0.5, 1.0], np.float32))
    assert colours.tolist() == [[0, 0, 0], [50, 25, 5], [100, 50, 10], [200, 0, 10]]


def test_broad_noise_is_normal_and_its_nodes_are_met_everywhere() -> None:
    strip = Strip(-37, 900, 1100)
    lattice = lattice_of(strip, 2.0)
    nodes = broad_noise(1, 0, lattice, ((60.0, 1.0), (25.0, 0.5)))
    assert nodes.mean() == pytest.approx(0, abs=0.1)
    assert nodes.std() == pytest.approx(1, abs=0.1)
    level = spread_out(np.ones_like(nodes), lattice, strip)
    np.testing.assert_allclose(level, 1, atol=1e-6)


def test_a_misplaced_companion_holds_the_same_pixels_elsewhere(tmp_path: Path) -> None:
    frame = place_frame(SimulateConfig(output="x", size_px=300))
    rgb = np.random.default_rng(0).integers(1, 255, (3, frame.side_px, frame.side_px), np.uint8)
    write_optical(tmp_path / "true.tif", rgb, frame, (0.0, 0.0))
    write_optical(tmp_path / "moved.tif", rgb, frame, (2.5, -4.0))
    with rasterio.open(tmp_path / "true.tif") as true, rasterio.open(tmp_path / "moved.tif") as moved:
        assert np.array_equal(true.read(), moved.read())
        assert moved.transform.almost_equals(true.transform @ Affine.translation(2.5, -4.0))
        # four rows up are north
        assert moved.bounds.top - true.bounds.top == pytest.approx(4 * frame.pixel_size_m)
        assert moved.bounds.left - true.bounds.left == pytest.approx(2.5 * frame.pixel_size_m)


@pytest.mark.parametrize(("name", "value"), [("season", "monsoon"), ("cloud_share", 1.2), ("haze", -0.1), ("optical_down_px", 1000.0)])
def test_a_companion_names_the_bad_value(name: str, value: object) -> None:
    with pytest.raises(ConfigError) as refused:
        OpticalOptions(**{name: value})
    assert "--" + name.replace("_", "-") in str(refused.value)
    assert str(value) in str(refused.value)
