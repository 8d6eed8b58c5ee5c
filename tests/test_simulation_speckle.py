"""Speckle, point targets and random planes against known answers."""

import numpy as np
import pytest
from echopatch.core.engine.simulation.random_fields import Strip, smooth_noise, white_noise
from echopatch.core.engine.simulation.speckle import HALO_PX, RESOLUTION_PX, speckled

ROWS, COLUMNS = 400, 500


def looks_of(count: int, power: float = 0.1) -> np.ndarray:
    strip = Strip(0, ROWS, COLUMNS)
    flat, nothing = np.full((ROWS, COLUMNS), power, np.float32), np.zeros((ROWS, COLUMNS), np.complex64)
    total = sum(speckled(flat, nothing, 5, 1000 + 2 * look, strip) for look in range(count))
    return np.asarray(total / count)[HALO_PX:-HALO_PX, HALO_PX:-HALO_PX]


@pytest.mark.parametrize("looks", [1, 2, 4, 6])
def test_flat_ground_of_l_looks_varies_by_one_over_root_l(looks: int) -> None:
    image = looks_of(looks)
    assert image.std() / image.mean() == pytest.approx(1 / np.sqrt(looks), rel=0.03)


def test_one_look_of_flat_ground_is_exponential_with_the_mean_asked_for() -> None:
    image = looks_of(1, power=0.1)
    assert image.mean() == pytest.approx(0.1, rel=0.02)
    assert np.median(image) == pytest.approx(0.1 * np.log(2), rel=0.02)
    # the amplitude of one look is Rayleigh: sd over mean is sqrt(4 / pi - 1)
    assert np.sqrt(image).std() / np.sqrt(image).mean() == pytest.approx(0.5227, rel=0.02)


@pytest.mark.parametrize("axis", [0, 1])
def test_neighbours_are_as_correlated_as_in_spatially_enhanced_products(axis: int) -> None:
    centred = np.moveaxis(looks_of(1) - looks_of(1).mean(), axis, 0)
    lags = [float((centred[lag:] * centred[: len(centred) - lag]).mean() / centred.var()) for lag in (1, 2, 3)]
    # resolution 1.1 m at 0.5 m spacing gives .76, .33, .08
    assert lags == pytest.approx([0.76, 0.33, 0.08], abs=0.05)


def test_a_point_keeps_its_energy_and_has_the_resolution_of_the_sensor() -> None:
    strip = Strip(0, 128, 128)
    points = np.zeros((128, 128), np.complex64)
    points[64, 64] = 3 + 4j
    image = speckled(np.zeros((128, 128), np.float32), points, 0, 1000, strip)
    assert image.sum() == pytest.approx(25, rel=1e-3)
    half = image[64] / image[64, 64] >= 0.5
    profile = np.interp(np.arange(60, 68, 0.01), np.arange(128), image[64] / image[64, 64])
    assert half.sum() in (2, 3)
    assert (profile >= 0.5).sum() * 0.01 == pytest.approx(RESOLUTION_PX, abs=0.35)
    assert image[:, 64 + HALO_PX :].max() < 1e-4 * image.max()


def test_random_planes_do_not_depend_on_how_the_frame_is_cut() -> None:
    whole = white_noise(3, 7, Strip(-20, 300, 50))
    assert np.array_equal(whole[120:200], white_noise(3, 7, Strip(100, 80, 50)))
    smooth = smooth_noise(3, 7, Strip(0, 300, 50), 2.0)
    np.testing.assert_allclose(smooth[100:180], smooth_noise(3, 7, Strip(100, 80, 50), 2.0), atol=1e-5)
    assert not np.array_equal(whole, white_noise(3, 8, Strip(-20, 300, 50)))
    assert not np.array_equal(whole, white_noise(4, 7, Strip(-20, 300, 50)))


@pytest.mark.parametrize("sigma_px", [0.1, 0.8, 3.0, 12.0])
def test_smooth_noise_is_standard_normal(sigma_px: float) -> None:
    noise = smooth_noise(1, 2, Strip(0, 600, 600), sigma_px)
    assert noise.std() == pytest.approx(1, abs=0.08)
