"""Whole simulated images: calibration, class levels, polarisations and looks."""

import dataclasses

import numpy as np
import pytest
import shapely
from echopatch.core.contract.commands.simulate import CLASS_MIXES, SimulateConfig
from echopatch.core.engine.simulation.day import make_day
from echopatch.core.engine.simulation.frame import place_frame
from echopatch.core.engine.simulation.geocode import geocoded, inside, map_blocks
from echopatch.core.engine.simulation.ground import lay_ground
from echopatch.core.engine.simulation.imaging import Scene, image_strip
from echopatch.core.engine.simulation.landscape import landscape_of, make_landscape
from echopatch.core.engine.simulation.noise import noise_model
from echopatch.core.engine.simulation.objects import content, points, trihedral_rcs_m2
from echopatch.core.engine.simulation.parcels import WATER, Parcel
from echopatch.core.engine.simulation.random_fields import Strip
from echopatch.core.engine.simulation.simulate import make_scene

# medians of sigma nought by class that a simulation of this recipe gave, dB
MEDIANS_DB = {1: -11.5, 2: -13.7, 3: -18.1, 4: -13.8, 5: -10.7, 6: -15.1, 7: -20.0}


def sigma0_db(scene: Scene, beta0: np.ndarray) -> np.ndarray:
    sine = np.sin(np.radians(scene.frame.incidence_deg(np.arange(scene.frame.side_px) + 0.5)))
    return np.asarray(10 * np.log10(np.maximum(beta0, 1e-6) * sine))


def imaged(scene: Scene, polarisations: tuple[str, ...] = ("HH",)) -> np.ndarray:
    side = scene.frame.side_px
    return np.concatenate(
        [image_strip(scene, polarisations, Strip(row, min(256, side - row), side)).beta0 for row in range(0, side, 256)], 1
    )


@pytest.fixture(scope="module")
def balanced() -> tuple[Scene, np.ndarray, np.ndarray]:
    """A balanced scene, its class codes, and its beta nought in HH and HV."""
    scene = make_scene(SimulateConfig(output="x", seed=4, size_px=1100, optical=False))
    ground = lay_ground(scene.landscape, scene.frame, Strip(0, scene.frame.side_px, scene.frame.side_px))
    codes = np.array([parcel.class_code for parcel in scene.landscape.parcels] + [0])[ground.parcel]
    return scene, codes, imaged(scene, ("HH", "HV"))


@pytest.mark.parametrize("code", MEDIANS_DB)
def test_the_median_of_each_class_is_near_its_level(balanced: tuple[Scene, np.ndarray, np.ndarray], code: int) -> None:
    scene, codes, beta0 = balanced
    assert np.median(sigma0_db(scene, beta0[0])[codes == code]) == pytest.approx(MEDIANS_DB[code], abs=3.0)


def test_built_up_areas_have_heavy_tails_and_water_has_none(balanced: tuple[Scene, np.ndarray, np.ndarray]) -> None:
    scene, codes, beta0 = balanced
    top_db = {code: np.percentile(sigma0_db(scene, beta0[0])[codes == code], 99.9) for code in (1, 2, 5, 7)}
    assert min(top_db[1], top_db[2]) > top_db[5] + 4
    assert top_db[5] > top_db[7] + 8


def test_the_cross_polarised_image_is_darker_and_its_speckle_is_its_own(balanced: tuple[Scene, np.ndarray, np.ndarray]) -> None:
    scene, codes, beta0 = balanced
    co, cross = (sigma0_db(scene, band) for band in beta0)
    lost_db = {code: np.median(co[codes == code]) - np.median(cross[codes == code]) for code in (4, 5)}
    assert 3 < lost_db[5] < lost_db[4] < 11
    water = codes == 7
    assert abs(np.corrcoef(beta0[0][water], beta0[1][water])[0, 1]) < 0.3


def test_every_mix_gives_what_its_name_says() -> None:
    shares = {}
    for mix in CLASS_MIXES:
        config = SimulateConfig(output="x", seed=2, size_px=2400, mix=mix)
        parcels = make_landscape(config, place_frame(config)).parcels
        area = np.array([sum(parcel.outline.area for parcel in parcels if parcel.class_code == code) for code in range(1, 8)])
        shares[mix] = area / area.sum()
    assert shares["balanced"].min() > 0.07
    assert shares["rural"][[3, 4]].sum() > 0.5
    assert shares["urban"][[0, 1]].sum() > 0.4
    assert shares["coastal"][6] > 0.2
    assert shares["arid"][5] > 0.4


def test_regions_tile_the_ground_where_a_border_bends_across_itself() -> None:
    config = SimulateConfig(output="x", seed=11, size_px=2048, pixel_size_m=2.5, mix="coastal")
    side_m = place_frame(config).side_m
    parcels = make_landscape(config, place_frame(config)).parcels
    assert all(parcel.outline.is_valid for parcel in parcels)
    assert sum(parcel.outline.area for parcel in parcels) == pytest.approx(side_m**2, rel=1e-4)


def lake_with_a_trihedral(**settings: object) -> Scene:
    config = SimulateConfig(output="x", size_px=400, optical=False, **settings)
    frame = place_frame(config)
    lake = Parcel(shapely.box(0, 0, frame.side_m, frame.side_m), WATER, "lake", offset_db=-30)
    middle = np.full((1, 2), frame.side_m / 2)
    target = points(middle, 10 * np.log10([trihedral_rcs_m2(0.5)]), np.random.default_rng(0))
    return Scene(config, frame, landscape_of((lake,), content(points=[target])), noise_model(frame), make_day(config, frame))


@pytest.mark.parametrize("incidence_deg", [25.0, 45.0])
def test_a_trihedral_integrates_to_its_cross_section(incidence_deg: float) -> None:
    scene = lake_with_a_trihedral(incidence_deg=incidence_deg)
    frame = scene.frame
    beta0 = imaged(scene)[0]
    slant_area_m2 = frame.pixel_size_m**2 * np.sin(np.radians(incidence_deg))
    middle = frame.side_px // 2
    box = slice(middle - 15, middle + 16)
    background = np.median(beta0) / np.log(2)
    rcs_m2 = (beta0[box, box] - background).sum() * slant_area_m2
    assert rcs_m2 == pytest.approx(trihedral_rcs_m2(0.5), rel=0.05)
    block = next(map_blocks(frame))
    mapped = geocoded(beta0, frame, block, 3) * inside(frame, block)
    assert mapped.sum() == pytest.approx(beta0.sum(), rel=0.01)


@pytest.mark.parametrize("looks", [1, 2])
def test_noise_stays_in_spatially_enhanced_products(looks: int) -> None:
    scene = lake_with_a_trihedral(looks=looks)
    beta0 = imaged(scene)[0]
    assert np.mean(beta0[:100]) == pytest.approx(10**-2.25, rel=0.35)


def test_noise_is_taken_out_of_radiometrically_enhanced_products() -> None:
    scene = lake_with_a_trihedral(looks=6)
    assert scene.enhanced_radiometry
    assert np.mean(imaged(scene)[0][:100]) < 0.4 * 10**-2.25


def test_the_geocoded_speckle_keeps_its_statistics() -> None:
    scene = lake_with_a_trihedral()
    bright = dataclasses.replace(scene.landscape.parcels[0], offset_db=20.0)
    scene = dataclasses.replace(scene, landscape=landscape_of((bright,), content()))
    block = next(map_blocks(scene.frame))
    mapped = geocoded(imaged(scene)[0], scene.frame, block, 3)[inside(scene.frame, block)]
    # order 40 of the lake's texture adds (1 + 1 / L) / 40 to the squared variation
    assert mapped.std() / mapped.mean() == pytest.approx(np.sqrt(1 + 2 / 40), rel=0.06)
