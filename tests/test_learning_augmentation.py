"""Changes of patches that leave the class alone."""

from typing import Any

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.training_options import AugmentationOptions
from echopatch.core.contract.errors import ConfigError
from echopatch.core.engine.patches.augmentation import Geometry, change_radiometry, draw_geometry, lose_edges, move, move_db
from echopatch.core.engine.patches.speckle import fresh_speckle, looks_of_spread, neighbourhood_mean, respeckle, speckle_db
from echopatch.core.engine.simulation.random_fields import Strip
from echopatch.core.engine.simulation.speckle import speckled
from scipy import stats

NOTHING: dict[str, Any] = {"flips": False, "shift_share": 0.0, "gain_db": 0.0, "edge_share": 0.0}


def only(**settings: Any) -> AugmentationOptions:
    """Augmentation that does nothing but this."""
    return AugmentationOptions(**{**NOTHING, **settings})


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def augment(db: torch.Tensor, options: AugmentationOptions, chance: torch.Generator) -> torch.Tensor:
    """Geometry, then radiometry, as a reader of patches does it."""
    return change_radiometry(move_db(db, draw_geometry(len(db), db.shape[-1], options, chance)), options, chance)


def patches(count: int = 64, channels: int = 2, side: int = 8) -> torch.Tensor:
    return torch.randn(count, channels, side, side, generator=generator(9))


def orientations(patch: torch.Tensor, turns: bool) -> list[torch.Tensor]:
    mirrored = [patch, patch.flip(1), patch.flip(2), patch.flip(1, 2)]
    return mirrored + [one.mT for one in mirrored] if turns else mirrored


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({"flips": True}, range(4)),
        ({"flips": True, "quarter_turns": True}, range(8)),
        ({"flips": True, "keep_look_direction": True}, [0, 1]),
        ({"quarter_turns": True}, [0, 4]),
        ({}, [0]),
    ],
    ids=["flips", "flips and turns", "azimuth flips", "turns", "nothing"],
)
def test_each_patch_becomes_one_of_its_mirror_images_and_all_of_them_occur(settings: dict[str, bool], wanted: list[int]) -> None:
    before = patches()
    after = augment(before, only(**settings), generator())
    seen = set()
    for old, new in zip(before, after, strict=True):
        matches = [place for place, one in enumerate(orientations(old, turns=True)) if torch.equal(one, new)]
        assert len(matches) == 1
        seen.add(matches[0])
    assert seen == set(wanted)


def test_a_flip_done_twice_is_none() -> None:
    before = patches()
    geometry = draw_geometry(64, 8, only(flips=True), generator())
    assert not torch.equal(move(before, geometry), before)
    assert torch.equal(move(move(before, geometry), geometry), before)


def test_a_shift_moves_the_content_and_completes_it_by_reflection() -> None:
    line = torch.arange(8.0)
    before = (line[:, None] * 10 + line).expand(50, 1, 8, 8)
    after = augment(before, only(shift_share=0.25), generator())
    reflected = {-2: [2, 1, 0, 1, 2, 3, 4, 5], -1: [1, 0, 1, 2, 3, 4, 5, 6], 0: list(range(8)),
                 1: [1, 2, 3, 4, 5, 6, 7, 6], 2: [2, 3, 4, 5, 6, 7, 6, 5]}  # fmt: skip
    rows = {tuple((one[0, :, 0] // 10).tolist()) for one in after}
    columns = {tuple((one[0, 0] % 10).tolist()) for one in after}
    assert rows == columns == {tuple(map(float, one)) for one in reflected.values()}


def test_a_zoom_scales_rows_and_columns_alike_about_the_centre() -> None:
    side = 41
    geometry = draw_geometry(200, side, only(zoom_share=0.2), generator())
    assert torch.equal(geometry.rows, geometry.columns)
    lines = geometry.rows.numpy()
    middle = slice(10, 31)  # where nothing is reflected
    steps = np.diff(lines[:, middle], axis=1)
    np.testing.assert_allclose(steps, steps[:, :1].repeat(20, axis=1), atol=1e-4)
    assert 1 / 1.2 - 1e-4 < steps.min() < 0.85
    assert 1.17 < steps.max() < 1.2 + 1e-4
    np.testing.assert_allclose(lines[:, 20], 20)


def test_a_zoomed_patch_is_interpolated_in_linear_power() -> None:
    geometry = Geometry(torch.tensor([[0.0, 0.5, 2.0]]), torch.tensor([[0.0, 1.25, 1.0]]), torch.tensor([False]))
    power = torch.tensor([[1.0, 3.0, 5.0], [5.0, 7.0, 9.0], [100.0, 200.0, 300.0]])[None, None]
    wanted = torch.tensor([[1.0, 3.5, 3.0], [3.0, 5.5, 5.0], [100.0, 225.0, 200.0]])[None, None]
    torch.testing.assert_close(move(power, geometry), wanted)
    torch.testing.assert_close(move_db(10 * power.log10(), geometry), 10 * wanted.log10())


def test_nodata_in_a_zoom_goes_with_its_nearest_pixel_and_takes_no_part() -> None:
    nan = float("nan")
    places = torch.tensor([[0.0, 0.4, 0.6, 1.4]])
    power = torch.tensor([2.0, nan, 8.0, 8.0]).expand(1, 1, 4, 4)
    moved = move(power, Geometry(torch.arange(4.0)[None], places, torch.tensor([False])))
    torch.testing.assert_close(moved[0, 0, 0], torch.tensor([2.0, 2.0, nan, nan]), equal_nan=True)


def test_a_zoom_keeps_the_mean_power() -> None:
    before = single_look(160).expand(20, 1, 160, 160)
    after = augment(before, only(zoom_share=0.2), generator())
    assert linear(after).mean() == pytest.approx(linear(before).mean(), rel=0.02)


def test_the_strongest_zoom_and_shift_stay_inside_the_patch() -> None:
    for side in (2, 7, 32):
        geometry = draw_geometry(500, side, AugmentationOptions(zoom_share=0.5, shift_share=0.5), generator())
        for lines in geometry[:2]:
            assert lines.min() >= 0
            assert lines.max() <= side - 1


@pytest.mark.parametrize("zoom_share", [0.0, 0.1])
def test_a_patch_and_its_optical_companion_stay_a_pair(zoom_share: float) -> None:
    options = AugmentationOptions(zoom_share=zoom_share, quarter_turns=True)
    radar = torch.rand(16, 1, 32, 32, generator=generator())
    geometry = draw_geometry(16, 32, options, generator())
    optical = (3 * radar + 1).expand(16, 3, 32, 32)
    torch.testing.assert_close(move(optical, geometry), (3 * move(radar, geometry) + 1).expand(16, 3, 32, 32))
    assert not torch.equal(move(radar, geometry), radar)


def test_without_a_zoom_an_image_of_bytes_is_moved_as_it_is() -> None:
    bytes_ = torch.arange(64, dtype=torch.uint8).reshape(1, 1, 8, 8).expand(9, 3, 8, 8)
    moved = move(bytes_, draw_geometry(9, 8, AugmentationOptions(quarter_turns=True), generator()))
    assert moved.dtype == torch.uint8
    assert not torch.equal(moved, bytes_)


def test_the_geometry_of_a_batch_is_the_same_whatever_happens_to_its_radiometry() -> None:
    before, quiet = patches(side=32), AugmentationOptions(gain_db=0.0, edge_share=0.0)
    geometry = draw_geometry(64, 32, quiet, generator(5))
    assert torch.equal(augment(before, quiet, generator(5)), move(before, geometry))
    loud = AugmentationOptions(gain_db=2.0, speckle_share=1.0, edge_share=0.5)
    assert all(map(torch.equal, draw_geometry(64, 32, loud, generator(5)), geometry))


def test_a_gain_is_one_small_offset_per_patch() -> None:
    before = patches()
    gains = augment(before, only(gain_db=1.5), generator()) - before
    torch.testing.assert_close(gains, gains[:, :1, :1, :1].expand_as(gains), atol=1e-5, rtol=0)
    per_patch = gains[:, 0, 0, 0]
    assert per_patch.abs().max() <= 1.5001
    assert per_patch.min() < -0.5
    assert per_patch.max() > 0.5


def test_a_lost_edge_is_a_wedge_of_the_promised_size_and_the_rest_is_untouched() -> None:
    before = patches(400, side=32)
    after = lose_edges(before, 0.5, 0.4, generator())
    lost = after.isnan()
    assert torch.equal(after[~lost], before[~lost])
    share = lost.float().mean(dim=(1, 2, 3))
    assert 0.35 < (share > 0).float().mean() < 0.55  # half, less the wedges thinner than a pixel
    assert share.max() <= 0.42  # a straight edge at 0.4 of the side, to within a line of pixels
    assert torch.equal(lost[:, 0], lost[:, 1])
    in_corner = lost[:, 0, [0, 0, -1, -1], [0, -1, 0, -1]].any(dim=1)
    assert torch.equal(in_corner, share > 0)  # every wedge reaches the border


@pytest.mark.parametrize("looks", [1.0, 1.7, 4.0, 12.0])
def test_fresh_speckle_is_a_gamma_variable_of_mean_one(looks: float) -> None:
    normal = torch.randn(400_000, generator=generator())
    power = 10 ** (speckle_db(normal, torch.tensor(looks)).double().numpy() / 10)
    assert power.mean() == pytest.approx(1, abs=0.006)
    assert 1 / power.var() == pytest.approx(looks, rel=0.03)
    # quantile by quantile as the exact distribution, but for its darkest part
    for share in (0.25, 0.5, 0.75, 0.95, 0.999):
        exact = 10 * np.log10(stats.gamma.ppf(share, looks, scale=1 / looks))
        assert 10 * np.log10(np.quantile(power, share)) == pytest.approx(exact, abs=0.2)


@pytest.mark.parametrize("looks", [1.2, 2.0, 4.0, 16.0])
def test_looks_are_read_from_the_spread_of_the_logarithm(looks: float) -> None:
    drawn = torch.from_numpy(np.log(stats.gamma.rvs(looks, size=200_000, random_state=0)))
    assert looks_of_spread(drawn.std()).item() == pytest.approx(looks, rel=0.1)


def single_look(side: int = 512) -> torch.Tensor:
    """An even ground of -10 dB as a sensor of 2.4 px resolution sees it, in one look, dB, (1, 1, side, side)."""
    strip = Strip(0, side, side)
    power = speckled(np.full((side, side), 0.1, np.float32), np.zeros((side, side), np.complex64), 1, 0, strip)
    return torch.from_numpy(10 * np.log10(power))[None, None]


def linear(db: torch.Tensor) -> np.ndarray:
    return 10 ** (db.double().numpy() / 10)


def equivalent_looks(db: torch.Tensor) -> float:
    power = linear(db)
    return float(power.mean() ** 2 / power.var())


def correlation(db: torch.Tensor) -> float:
    """Of neighbouring pixels in linear power."""
    power = linear(db)
    return float(np.corrcoef(power[..., 1:].ravel(), power[..., :-1].ravel())[0, 1])


def respeckled(before: torch.Tensor, averaging: float, put_back: float) -> torch.Tensor:
    """All of it changed to one degree, by noise that correlates as the shipped one does."""
    white = torch.randn(before.shape, generator=generator())
    normal = neighbourhood_mean(white) / (6 / 16)
    return fresh_speckle(before, torch.full((1, 1, 1, 1), averaging), torch.full((1, 1, 1, 1), put_back), normal)


def test_to_average_down_keeps_the_mean_power_and_gains_looks() -> None:
    before = single_look()
    assert equivalent_looks(before) == pytest.approx(1, rel=0.1)
    looks = [equivalent_looks(respeckled(before, averaging, 0.0)) for averaging in (0.0, 0.5, 1.0)]
    assert looks == sorted(looks)
    assert looks[-1] > 1.5
    assert linear(respeckled(before, 1.0, 0.0)).mean() == pytest.approx(linear(before).mean(), rel=1e-3)


@pytest.mark.parametrize("averaging", [0.3, 0.6, 1.0])
def test_fresh_speckle_keeps_the_mean_power_and_multiplies_variances(averaging: float) -> None:
    before = single_look()
    averaged, after = (respeckled(before, averaging, put_back) for put_back in (0.0, 1.0))
    assert linear(after).mean() == pytest.approx(linear(before).mean(), rel=0.01)
    ratio = linear(after - averaged)  # the new speckle itself
    assert ratio.mean() == pytest.approx(1, abs=0.01)
    # independent factors: 1 + 1/L = (1 + 1/L1) (1 + 1/L2)
    wanted = 1 / ((1 + 1 / equivalent_looks(averaged)) * (1 + ratio.var()) - 1)
    assert equivalent_looks(after) == pytest.approx(wanted, rel=0.03)


@pytest.mark.parametrize("averaging", [0.3, 0.6, 1.0])
def test_a_patch_leaves_with_no_fewer_looks_than_it_came_with_and_no_more_than_averaging_gives(averaging: float) -> None:
    before = single_look()
    looks = [equivalent_looks(respeckled(before, averaging, put_back)) for put_back in (1.0, 0.5, 0.0)]
    assert 0.97 * equivalent_looks(before) < looks[0] < looks[1] < looks[2]


def test_fresh_speckle_is_as_coarse_as_the_sensors() -> None:
    before = single_look()
    assert correlation(before) == pytest.approx(correlation(respeckled(before, 0.5, 1.0)), abs=0.15)


def test_speckle_is_changed_for_the_chosen_share_in_ways_of_their_own() -> None:
    before = single_look(64).expand(200, 2, 64, 64)
    after = respeckle(before, 0.5, generator())
    changed = (after != before).flatten(1).any(dim=1)
    assert 0.38 < changed.float().mean() < 0.62
    fresh = after[changed][:, 0].flatten(1)
    assert len(fresh.unique(dim=0)) == len(fresh)
    assert not torch.equal(after[changed][:, 0], after[changed][:, 1])  # polarisations have speckle of their own


def test_the_mean_over_neighbours_is_worked_out_by_hand_beside_nodata() -> None:
    nan = float("nan")
    power = torch.tensor([[4.0, nan, 8.0], [nan, nan, nan], [nan, nan, 2.0]])[None, None]
    # corners repeat outwards, so the upper left sees itself with weights 4 + 2 + 2 + 1; all others it sees are nodata
    wanted = torch.tensor([[4.0, nan, 8.0], [nan, nan, nan], [nan, nan, 2.0]])[None, None]
    torch.testing.assert_close(neighbourhood_mean(power), wanted, equal_nan=True)
    row = torch.tensor([1.0, 3.0, nan]).expand(1, 1, 3, 3)
    torch.testing.assert_close(neighbourhood_mean(row)[0, 0, 1], torch.tensor([(3 * 1 + 3) / 4, (1 + 2 * 3) / 3, nan]), equal_nan=True)


def test_nodata_stays_nodata_and_reaches_no_neighbour() -> None:
    before = patches(side=16)
    before[:, :, 0, 0] = float("nan")
    before[:, 0, 8:, :] = float("nan")
    after = augment(before, only(flips=True, quarter_turns=True, gain_db=1.0, speckle_share=1.0), generator())
    assert torch.equal(after.isnan().sum(dim=(2, 3)), before.isnan().sum(dim=(2, 3)))


def test_a_patch_without_any_data_comes_through() -> None:
    empty = torch.full((4, 1, 16, 16), float("nan"))
    assert augment(empty, AugmentationOptions(speckle_share=1.0, zoom_share=0.1), generator()).isnan().all()


def test_equal_generators_change_alike() -> None:
    everything = AugmentationOptions(quarter_turns=True, edge_share=0.5, zoom_share=0.1, speckle_share=0.5)
    first, second = (augment(patches(), everything, generator(3)) for _ in range(2))
    torch.testing.assert_close(first, second, rtol=0, atol=0, equal_nan=True)


def test_the_patches_themselves_are_never_changed() -> None:
    before = patches(side=16)
    augment(before, AugmentationOptions(speckle_share=1.0, edge_share=1.0), generator())
    assert torch.equal(before, patches(side=16))


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"keep_look_direction": True, "quarter_turns": True}, "augmentation-turns-look"),
        ({"augment": False, "mixup": 0.2}, "augmentation-off-but-mixed"),
        ({"augment": False, "cutmix": 1.0}, "augmentation-off-but-mixed"),
    ],
)
def test_settings_that_contradict_each_other_are_refused(settings: dict[str, Any], code: str) -> None:
    with pytest.raises(ConfigError, match="use one") as caught:
        AugmentationOptions(**settings)
    assert caught.value.code == code
