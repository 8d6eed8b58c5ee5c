"""Mixup and CutMix."""

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.training_options import AugmentationOptions
from echopatch.core.engine.patches.mixing import Mixture, draw_mixture, mix, mix_images
from scipy import stats

NAN = float("nan")
MIXUP = AugmentationOptions(mixup=0.4, mixed_share=1.0)
CUTMIX = AugmentationOptions(cutmix=1.0, mixed_share=1.0)


def drawn(options: AugmentationOptions, count: int = 64, side: int = 20, seed: int = 0) -> Mixture:
    mixture = draw_mixture(count, side, options, torch.Generator().manual_seed(seed))
    assert mixture is not None
    return mixture


def patches(count: int = 64, side: int = 20) -> torch.Tensor:
    return torch.randn(count, 2, side, side, generator=torch.Generator().manual_seed(9))


def test_a_mixture_is_worked_out_by_hand() -> None:
    db = torch.tensor([[[[0.0, 8.0]]], [[[4.0, 4.0]]]])
    own = torch.tensor([[[[0.75, 0.75]]], [[[1.0, 0.0]]]])
    mixed, shares = mix(db, torch.eye(3)[[2, 0]], Mixture(torch.tensor([1, 0]), own))
    assert mixed.flatten(1).tolist() == [[1.0, 7.0], [4.0, 8.0]]
    assert shares.tolist() == [[0.25, 0.0, 0.75], [0.5, 0.0, 0.5]]


def test_mixup_blends_whole_patches_by_a_share_from_a_beta_distribution() -> None:
    mixture = drawn(MIXUP, 2000, 4)
    assert (mixture.own == mixture.own[:, :, :1, :1]).all()
    assert stats.kstest(mixture.own[:, 0, 0, 0].numpy(), stats.beta(0.4, 0.4).cdf).pvalue > 0.01
    assert sorted(mixture.partners.tolist()) == list(range(2000))  # so the shares of the classes in a batch stay
    before = patches()
    mixture = drawn(MIXUP)
    share = mixture.own[:, :, :1, :1]
    torch.testing.assert_close(mix_images(before, mixture), share * before + (1 - share) * before[mixture.partners])


def test_cutmix_pastes_one_box_whose_area_is_the_partners_share() -> None:
    mixture = drawn(CUTMIX, 400, 50)
    own = mixture.own[:, 0]
    assert set(own.unique().tolist()) == {0.0, 1.0}
    pasted = own == 0
    rows, columns = pasted.any(dim=2), pasted.any(dim=1)
    assert torch.equal(pasted, rows[:, :, None] & columns[:, None, :])
    for lines in (rows, columns):
        assert (torch.diff(lines.int(), dim=1).abs().sum(dim=1) <= 2).all()  # one run of lines
    inside = ~(rows[:, 0] | rows[:, -1] | columns[:, 0] | columns[:, -1])
    assert (rows.sum(1) - columns.sum(1)).abs()[inside].max() <= 1  # of the form of the patch, where the border does not cut it
    before = patches(400, 50)
    mixed, shares = mix(before, torch.eye(400), mixture)
    assert torch.equal(mixed, torch.where(own[:, None] == 1, before, before[mixture.partners]))
    lost = 1 - shares[torch.arange(400), torch.arange(400)]
    others = mixture.partners != torch.arange(400)
    torch.testing.assert_close(lost[others], pasted.float().mean(dim=(1, 2))[others])


def test_labels_go_by_the_pixels_that_hold_data() -> None:
    db = torch.ones(2, 1, 2, 4)
    db[0, :, :, 0] = NAN  # of the left half, half is lost
    own = torch.ones(2, 1, 2, 4)
    own[..., 2:] = 0
    mixed, shares = mix(db, torch.eye(2), Mixture(torch.tensor([1, 0]), own))
    assert mixed[0, 0].isnan().tolist() == [[True, False, False, False]] * 2
    torch.testing.assert_close(shares, torch.tensor([[1 / 3, 2 / 3], [0.5, 0.5]]))


def test_blended_nodata_is_nodata_and_pasted_nodata_stays_in_its_box() -> None:
    db = torch.zeros(2, 1, 1, 3)
    db[1, ..., 0] = NAN
    half, left = torch.full((2, 1, 1, 3), 0.5), torch.tensor([0.0, 1.0, 1.0]).expand(2, 1, 1, 3)
    partners = torch.tensor([1, 0])
    assert mix_images(db, Mixture(partners, half)).isnan().flatten(1).tolist() == [[True, False, False]] * 2
    assert mix_images(db, Mixture(partners, left)).isnan().flatten(1).tolist() == [[True, False, False], [False, False, False]]


def test_a_mixture_of_nothing_but_nodata_keeps_its_label() -> None:
    empty = torch.full((2, 1, 4, 4), NAN)
    _, shares = mix(empty, torch.eye(2), Mixture(torch.tensor([1, 0]), torch.full((2, 1, 4, 4), 0.5)))
    assert shares.tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_an_optical_companion_is_mixed_as_its_radar_patch_is() -> None:
    radar, mixture = patches(), drawn(CUTMIX)
    optical = (3 * radar[:, :1] + 1).expand(64, 3, 20, 20)
    assert torch.equal(mix_images(optical, mixture), (3 * mix_images(radar, mixture)[:, :1] + 1).expand(64, 3, 20, 20))


def test_the_asked_share_of_batches_is_mixed_by_either_kind_in_turns_of_chance() -> None:
    generator = torch.Generator().manual_seed(0)
    options = AugmentationOptions(mixup=0.4, cutmix=1.0, mixed_share=0.25)
    mixtures = [draw_mixture(8, 8, options, generator) for _ in range(1000)]
    given = [one for one in mixtures if one is not None]
    # standard deviation 14 of 250, and 8 of 125
    assert 205 < len(given) < 295
    assert 95 < sum(set(one.own.unique().tolist()) <= {0.0, 1.0} for one in given) < 160


def test_nothing_is_mixed_or_drawn_unless_asked_for() -> None:
    generator = torch.Generator().manual_seed(0)
    assert draw_mixture(8, 8, AugmentationOptions(), generator) is None
    assert torch.equal(torch.rand(3, generator=generator), torch.rand(3, generator=torch.Generator().manual_seed(0)))


@pytest.mark.parametrize("options", [MIXUP, CUTMIX])
def test_equal_generators_mix_alike(options: AugmentationOptions) -> None:
    first, second, other = drawn(options, seed=1), drawn(options, seed=1), drawn(options, seed=2)
    assert all(map(torch.equal, first, second))
    assert not np.array_equal(first.own, other.own)
