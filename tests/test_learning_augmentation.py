"""Changes of patches that leave the class alone."""

import dataclasses

import pytest
import torch
from echopatch.core.engine.patches.augmentation import NO_AUGMENTATION, Augmentation, augment, lose_edges

FLIPS = dataclasses.replace(NO_AUGMENTATION, flips=True)
SHIFTS = dataclasses.replace(NO_AUGMENTATION, shift_share=0.25)
GAINS = dataclasses.replace(NO_AUGMENTATION, gain_db=1.5)


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def patches(count: int = 64, channels: int = 2, side: int = 8) -> torch.Tensor:
    return torch.randn(count, channels, side, side, generator=generator(9))


def orientations(patch: torch.Tensor, turns: bool) -> list[torch.Tensor]:
    mirrored = [patch, patch.flip(1), patch.flip(2), patch.flip(1, 2)]
    return mirrored + [one.mT for one in mirrored] if turns else mirrored


@pytest.mark.parametrize("turns", [False, True])
def test_each_patch_becomes_one_of_its_mirror_images_and_all_of_them_occur(turns: bool) -> None:
    before = patches()
    after = augment(before, dataclasses.replace(FLIPS, quarter_turns=turns), generator())
    seen = set()
    for old, new in zip(before, after, strict=True):
        matches = [place for place, one in enumerate(orientations(old, turns)) if torch.equal(one, new)]
        assert len(matches) == 1
        seen.add(matches[0])
    assert seen == set(range(8 if turns else 4))


def test_a_shift_moves_the_content_and_completes_it_by_reflection() -> None:
    line = torch.arange(8.0)
    before = (line[:, None] * 10 + line).expand(50, 1, 8, 8)
    after = augment(before, SHIFTS, generator())
    reflected = {-2: [2, 1, 0, 1, 2, 3, 4, 5], -1: [1, 0, 1, 2, 3, 4, 5, 6], 0: list(range(8)),
                 1: [1, 2, 3, 4, 5, 6, 7, 6], 2: [2, 3, 4, 5, 6, 7, 6, 5]}  # fmt: skip
    rows = {tuple((one[0, :, 0] // 10).tolist()) for one in after}
    columns = {tuple((one[0, 0] % 10).tolist()) for one in after}
    assert rows == columns == {tuple(map(float, one)) for one in reflected.values()}


def test_a_gain_is_one_small_offset_per_patch() -> None:
    before = patches()
    gains = augment(before, GAINS, generator()) - before
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


def test_nodata_stays_nodata() -> None:
    before = patches()
    before[:, :, 0, 0] = float("nan")
    after = augment(before, Augmentation(shift_share=0.0, edge_share=0.0), generator())
    assert torch.equal(after.isnan().sum(dim=(1, 2, 3)), torch.full((64,), 2))


def test_equal_generators_change_alike_and_none_changes_nothing() -> None:
    everything = Augmentation(quarter_turns=True, edge_share=0.5)
    first, second = (augment(patches(), everything, generator(3)) for _ in range(2))
    torch.testing.assert_close(first, second, rtol=0, atol=0, equal_nan=True)
    assert torch.equal(augment(patches(), NO_AUGMENTATION, generator()), patches())
