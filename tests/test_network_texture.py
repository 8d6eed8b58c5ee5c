"""Texture statistics and features against numpy, and against what is known of simple images."""

import numpy as np
import pytest
import torch
from echopatch.core.engine.network.texture import BINS, FEATURES, STATISTICS, TextureStatistics, texture_features

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
RINGS, SECTORS = slice(BINS, BINS + 8), slice(BINS + 8, BINS + 24)


def _speckle(shape: tuple[int, ...], seed: int = 0) -> torch.Tensor:
    """Grey levels scaled to 0..1."""
    grey = np.random.default_rng(seed).gamma(3.0, 25.0, shape).clip(0, 255).round()
    return torch.from_numpy(grey.astype(np.float32)) / 255


def _features(image: torch.Tensor) -> torch.Tensor:
    return texture_features(TextureStatistics(0.0, 1.0)(image).mean(dim=(2, 3)))


def test_percentiles_and_moments_are_those_of_numpy_within_a_histogram_bin() -> None:
    image = _speckle((2, 1, 96, 64))
    found = _features(image)
    flat = image.flatten(1).double().numpy()
    np.testing.assert_allclose(found[:, :9], np.percentile(flat, PERCENTILES, axis=1).T, atol=1 / BINS)
    np.testing.assert_allclose(found[:, 9], flat.mean(1), atol=0.5 / BINS)
    np.testing.assert_allclose(found[:, 10], flat.std(1), atol=0.5 / BINS)
    third = ((flat - flat.mean(1, keepdims=True)) ** 3).mean(1) / flat.std(1) ** 3
    np.testing.assert_allclose(found[:, 11], third, atol=0.05)


def test_means_over_blocks_give_the_histogram_of_the_whole_patch() -> None:
    image = _speckle((1, 1, 160, 160))
    counted = TextureStatistics(0.0, 1.0)(image)[:, :BINS].mean(dim=(2, 3))[0]
    expected = np.bincount((image.numpy().ravel() * 255).round().astype(int) * BINS // 256, minlength=BINS) / 160**2
    np.testing.assert_allclose(counted, expected, atol=1e-6)


def test_the_same_grey_levels_give_the_same_statistics_whatever_standardised_them() -> None:
    image = _speckle((1, 2, 64, 64))
    standardised = (image - 0.41) / 0.16
    torch.testing.assert_close(TextureStatistics(0.41, 0.16)(standardised), TextureStatistics(0.0, 1.0)(image))


@pytest.mark.parametrize(("cycles", "ring", "octave"), [(3, 1, 1), (6, 3, 2), (13, 6, 3)])
def test_a_wave_is_found_in_the_ring_and_the_octave_of_its_frequency(cycles: int, ring: int, octave: int) -> None:
    wave = 0.5 + 0.3 * torch.sin(2 * torch.pi * cycles * torch.arange(256) / 32)
    noise = 0.05 * torch.from_numpy(np.random.default_rng(0).normal(size=(256, 256)).astype(np.float32))
    along_columns = TextureStatistics(0.0, 1.0)((wave + noise)[None, None]).mean(dim=(2, 3))[0]
    along_rows = TextureStatistics(0.0, 1.0)((wave[:, None] + noise)[None, None]).mean(dim=(2, 3))[0]
    assert int(along_columns[RINGS].argmax()) == ring
    assert divmod(int(along_columns[SECTORS].argmax()), 4) == (octave, 0)
    assert divmod(int(along_rows[SECTORS].argmax()), 4) == (octave, 3)


def test_white_noise_has_the_same_power_in_every_octave_and_direction() -> None:
    noise = 0.5 + 0.1 * torch.from_numpy(np.random.default_rng(1).normal(size=(1, 1, 512, 512)).astype(np.float32))
    # of 256 blocks; the level is the variance, for a Hann window of unit mean square and an orthonormal transform
    powers = TextureStatistics(0.0, 1.0)(noise)[0, SECTORS].exp().mean(dim=(1, 2))
    np.testing.assert_allclose(powers[4:], 0.01, rtol=0.25)


def test_mirror_images_have_nearly_the_same_features() -> None:
    image = _speckle((8, 1, 64, 64))
    plain, spread = _features(image), _features(_speckle((64, 1, 64, 64), seed=9)).std(0)
    for axis in (2, 3):
        assert float(((_features(image.flip(axis)) - plain).abs() / (spread + 1e-6)).median()) < 0.1


def test_channels_stand_one_after_the_other() -> None:
    image = _speckle((3, 2, 64, 64))
    both = TextureStatistics(0.0, 1.0)(image)
    assert both.shape == (3, 2 * STATISTICS, 2, 2)
    torch.testing.assert_close(both[:, STATISTICS:], TextureStatistics(0.0, 1.0)(image[:, 1:]))
    assert _features(image).shape == (3, 2 * FEATURES)


@pytest.mark.parametrize("side", [16, 50, 80])
def test_sizes_that_are_no_multiple_of_a_block_are_completed(side: int) -> None:
    statistics = TextureStatistics(0.0, 1.0)(_speckle((1, 1, side, side)))
    assert statistics.shape[2:] == (-(-side // 32),) * 2
    assert torch.isfinite(texture_features(statistics.mean(dim=(2, 3)))).all()


@pytest.mark.parametrize("level", [0.0, 0.3, 1.0])
def test_a_patch_without_any_contrast_has_finite_features(level: float) -> None:
    assert torch.isfinite(_features(torch.full((1, 1, 64, 64), level))).all()


def test_a_large_image_gives_by_strips_what_it_gives_as_a_whole() -> None:
    image = _speckle((1, 1, 2112, 64))
    texture = TextureStatistics(0.0, 1.0)
    torch.testing.assert_close(texture(image), texture._of_strip(image))
