"""What the networks see: patches as images, changed alike, and whether they still differ."""

from pathlib import Path

import numpy as np
import pytest
import torch
from echopatch.core.contract.generator_size import size_of, stages_of
from echopatch.core.engine.generation.augmentation import Change, change_images, draw_change
from echopatch.core.engine.generation.collapse import spread
from echopatch.core.engine.generation.images import RealImages, Window, db_of, enlarged, halved, images_of
from echopatch.core.engine.generation.networks import Generator, Plan, draw_latent, noise_sides
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, read_patch_set
from torch import Tensor

WINDOW = Window(-30.0, 10.0)


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def uniform(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=seeded(seed)) * 2 - 1


def test_images_stand_for_db() -> None:
    db = torch.tensor([-30.0, -10.0, 10.0, -99.0, 55.0]).view(1, 1, 1, 5)
    images = images_of(db, WINDOW)
    assert images.flatten().tolist() == [-1, 0, 1, -1, 1]
    torch.testing.assert_close(db_of(images, WINDOW), db.clamp(-30, 10))
    assert db_of(torch.tensor([-1.5, 2.0]), WINDOW).tolist() == [-30, 10]


def test_what_has_no_data_becomes_the_mean_of_its_patch() -> None:
    db = torch.tensor([[-30.0, 10.0, 10.0, torch.nan], [torch.nan] * 4]).view(2, 1, 2, 2)
    images = images_of(db, WINDOW)
    assert images[0].flatten().tolist() == [-1, 1, 1, pytest.approx(1 / 3)]
    assert images[1].flatten().tolist() == [0, 0, 0, 0]


def test_coarse_patches_average_power_and_not_db() -> None:
    db = torch.tensor([[0.0, 10.0], [10.0, 20.0]]).view(1, 1, 2, 2)
    assert halved(db).item() == pytest.approx(10 * np.log10((1 + 10 + 10 + 100) / 4))
    assert halved(torch.tensor([[0.0, torch.nan], [0.0, 0.0]]).view(1, 1, 2, 2)).isnan().item()


def test_enlarging_keeps_the_mean_power_of_flat_ground_and_the_order_of_pixels() -> None:
    assert enlarged(torch.full((1, 1, 4, 4), -7.0), 8).flatten().tolist() == [pytest.approx(-7)] * 64
    row = enlarged(torch.tensor([[0.0, 10.0]] * 2)[None, None], 4)[0, 0, 0]
    # in linear power: 1, then 1 + 9 / 4, 1 + 27 / 4, 10
    np.testing.assert_allclose(row, 10 * np.log10([1, 3.25, 7.75, 10]), rtol=1e-5)
    same = uniform(1, 1, 4, 4)
    assert enlarged(same, 4) is same


def pictures_of(path: Path) -> tuple[PatchSet, Tensor]:
    """A set, and its patches in dB."""
    patch_set = read_patch_set(str(path))
    return patch_set, codes_to_db(torch.from_numpy(np.asarray(patch_set.codes).astype(np.int32)), patch_set.settings)


@pytest.mark.parametrize("scenario", ["full", "coarse"])
def test_images_are_whole_patches_of_their_class(toy_set, scenario: str) -> None:
    patch_set, db = pictures_of(toy_set("a", {"train": (3, 2)}))
    known = images_of(halved(db) if scenario == "coarse" else db, WINDOW)
    real = RealImages(patch_set, (np.arange(3), np.arange(3, 5)), WINDOW, scenario, balanced=True)
    images = real.draw(torch.tensor([0, 1] * 10), seeded())
    assert images.shape[-1] == size_of(scenario, 32) == known.shape[-1]
    found = [[row for row in range(5) if torch.equal(image, known[row])] for image in images]
    assert {row for one in found[::2] for row in one} == {0, 1, 2}
    assert {row for one in found[1::2] for row in one} == {3, 4}


def test_crops_are_windows_of_patches_of_their_class(toy_set) -> None:
    patch_set, db = pictures_of(toy_set("a", {"train": (3, 2)}))
    windows = images_of(db, WINDOW)[:, 0].unfold(1, 16, 1).unfold(2, 16, 1)
    images = RealImages(patch_set, (np.arange(3), np.arange(3, 5)), WINDOW, "crop", balanced=True).draw(torch.ones(8).long(), seeded())
    places = [torch.nonzero((windows == image[0]).all(dim=-1).all(dim=-1))[0].tolist() for image in images]
    assert {row for row, _, _ in places} == {3, 4}
    assert len({tuple(one) for one in places}) == 8


def test_classes_are_drawn_alike_often_or_as_often_as_they_come(toy_set) -> None:
    patch_set = read_patch_set(str(toy_set("a", {"train": (9, 1)}, patch_px=16)))
    rows = (np.arange(9), np.arange(9, 10))
    counts = [int((RealImages(patch_set, rows, WINDOW, "full", balanced).classes(4000, seeded()) == 1).sum()) for balanced in (True, False)]
    # 4000 draws: standard errors of 32 and 19
    assert counts == [pytest.approx(2000, abs=130), pytest.approx(400, abs=80)]


def still(count: int, size_px: int) -> Change:
    return Change(torch.zeros((count, 2), dtype=torch.int64), torch.full((count, 2), size_px), torch.zeros(count))


def test_no_change_changes_nothing() -> None:
    images = uniform(2, 1, 16, 16)
    assert torch.equal(change_images(images, still(2, 16)), images)


def test_a_shift_moves_by_pixels_and_mirrors_the_edge_in() -> None:
    images = uniform(1, 2, 16, 16)
    moved = change_images(images, still(1, 16)._replace(shift=torch.tensor([[2, -1]])))
    assert torch.equal(moved[:, :, :14, 1:], images[:, :, 2:, :15])
    assert torch.equal(moved[:, :, 14, 1:], images[:, :, 14, :15])  # row 16 mirrors row 14
    assert torch.equal(moved[:, :, :14, 0], images[:, :, 2:, 1])


def test_a_cut_takes_half_the_side_out() -> None:
    ones = torch.ones(2, 1, 16, 16)
    cut = change_images(ones, still(2, 16)._replace(cut=torch.tensor([[3, 4], [-4, 12]])))
    assert (cut == 0).sum(dim=(1, 2, 3)).tolist() == [64, 4 * 4]
    assert (cut[0, 0, 3:11, 4:12] == 0).all()
    assert (cut[1, 0, :4, 12:] == 0).all()


def test_brightness_is_added() -> None:
    brighter = change_images(torch.zeros(2, 1, 8, 8), still(2, 8)._replace(brightness=torch.tensor([0.25, -0.5])))
    assert brighter.mean(dim=(1, 2, 3)).tolist() == [0.25, -0.5]


def test_equal_changes_are_equal_and_bounded() -> None:
    images, change = uniform(64, 1, 16, 16), draw_change(64, 16, seeded())
    again = draw_change(64, 16, seeded())
    assert torch.equal(change_images(images, change), change_images(images, again))
    assert change.shift.abs().max() == 2
    assert change.brightness.abs().max() <= 0.05
    uncut = (change.cut == 16).all(dim=1)
    assert 20 <= int(uncut.sum()) <= 44  # half of 64, within three standard errors
    assert change.cut[~uncut].min() >= -4
    assert change.cut[~uncut].max() < 12


def test_the_gradient_of_a_change_goes_to_the_pixels_that_are_still_seen() -> None:
    images = uniform(1, 1, 16, 16).requires_grad_()
    cut = still(1, 16)._replace(cut=torch.tensor([[0, 0]]))
    change_images(images, cut).sum().backward()
    assert images.grad[0, 0, :8, :8].abs().sum() == 0
    assert (images.grad.flatten() == 1).sum() == 256 - 64


def test_images_all_alike_have_no_spread_even_with_speckle() -> None:
    alike = torch.full((8, 1, 32, 32), 0.3)
    assert spread(alike, torch.zeros(8, dtype=torch.int64)) == 0
    speckled = alike + 0.1 * torch.randn((8, 1, 32, 32), generator=seeded())
    different = uniform(8, 1, 1, 1).expand(-1, -1, 32, 32)
    nothing = torch.zeros(8, dtype=torch.int64)
    assert spread(speckled, nothing) < 0.1 * spread(different, nothing)


def test_spread_by_hand_is_that_within_classes() -> None:
    images = torch.tensor([0.0, 0.5, 0.0, 1.0, 9.0])[:, None, None, None].expand(-1, 1, 8, 8)
    # pairs of class 0 lie 0.5 apart, of class 1 1.0, class 2 has no pair
    assert spread(images, torch.tensor([0, 0, 1, 1, 2])) == pytest.approx(0.75)
    assert spread(images, torch.arange(5)) == 0.0


@pytest.mark.parametrize(("size_px", "stages"), [(8, 0), (15, 0), (16, 1), (20, 1), (80, 3), (160, 4), (96, 3)])
def test_sides_are_halved_down_to_8_to_15_px(size_px: int, stages: int) -> None:
    assert stages_of(size_px) == stages


@pytest.mark.parametrize("size_px", [7, 17, 100])
def test_other_sides_are_refused(size_px: int) -> None:
    with pytest.raises(ValueError, match=rf"{size_px} px cannot be halved down to 8\.\.15 px"):
        stages_of(size_px)


@pytest.mark.parametrize(("paper_layers", "bounded"), [(True, True), (False, False)])
def test_the_generator_makes_what_it_is_told_of(paper_layers: bool, bounded: bool) -> None:
    plan = Plan(channels=2, size_px=24, classes=3, width=4, code_length=5, paper_layers=paper_layers, speckle_input=True)
    assert noise_sides(plan) == [12, 24]
    torch.manual_seed(0)
    network = Generator(plan).eval()
    with torch.no_grad():
        for parameter in network.decoder.last.parameters():
            parameter.mul_(100)
        latent = draw_latent(plan, torch.tensor([0, 1]), seeded())
        images = network(latent)
        other = network(latent._replace(classes=torch.tensor([2, 1])))
    assert images.shape == (2, 2, 24, 24)
    assert (images.abs().max() <= 1) == bounded
    assert not torch.equal(images[0], other[0])
    torch.testing.assert_close(images[1], other[1])


def test_a_seed_means_the_same_latent_and_codes_fill_the_cube() -> None:
    plan = Plan(channels=1, size_px=16, classes=1, width=4, code_length=64, paper_layers=True, speckle_input=False)
    first, second = (draw_latent(plan, torch.zeros(50, dtype=torch.int64), seeded(3)) for _ in range(2))
    assert torch.equal(first.code, second.code)
    assert first.noises is None
    assert first.code.abs().max() <= 1
    assert float(first.code.var()) == pytest.approx(1 / 3, abs=0.02)
