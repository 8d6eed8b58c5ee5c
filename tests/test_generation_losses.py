"""The losses of the GAN, against hand-worked values and numpy."""

import math

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.generation import GeneratorOptions
from echopatch.core.engine.generation.losses import (
    HISTOGRAM_BINS,
    class_loss,
    distance_of,
    histogram_distance,
    pixel_distance,
    soft_histograms,
    spatial_distance,
)
from torch import Tensor

CENTRES = torch.linspace(-1, 1, HISTOGRAM_BINS)


def images_like(count: int = 2, size: int = 8, seed: int = 0) -> Tensor:
    return torch.rand((count, 1, size, size), generator=torch.Generator().manual_seed(seed)) * 2 - 1


def flat(*values: float, size: int = 2) -> Tensor:
    """Images of one value each."""
    return torch.tensor(values)[:, None, None, None].expand(-1, 1, size, size).clone()


def by_hand(image: np.ndarray) -> np.ndarray:
    """A soft histogram, bin by bin: each bin a triangle over its two neighbours."""
    width = 2 / (HISTOGRAM_BINS - 1)
    distance = np.abs(image.ravel()[:, None] - CENTRES.numpy().astype(np.float64)[None, :])
    return np.maximum(0, 1 - distance / width).mean(axis=0)


def test_soft_histograms_are_those_of_triangular_bins() -> None:
    images = images_like()
    expected = np.stack([by_hand(one) for one in images[:, 0].double().numpy()])
    np.testing.assert_allclose(soft_histograms(images)[:, 0], expected, atol=1e-6)


def test_soft_histograms_sum_to_one_and_count_the_ends() -> None:
    images = torch.cat([images_like(), flat(-1.0, 1.0, 3.0, -3.0, size=8)])
    histograms = soft_histograms(images)[:, 0]
    torch.testing.assert_close(histograms.sum(dim=1), torch.ones(6))
    assert histograms[2:, [0, -1]].tolist() == [[1, 0], [0, 1], [0, 1], [1, 0]]


def test_at_the_centres_of_bins_a_soft_histogram_is_a_plain_one() -> None:
    values = CENTRES[torch.randint(HISTOGRAM_BINS, (1, 1, 16, 16), generator=torch.Generator().manual_seed(3))]
    edges = np.linspace(-1 - 1 / 63, 1 + 1 / 63, HISTOGRAM_BINS + 1)
    counts, _ = np.histogram(values.numpy(), bins=edges)
    np.testing.assert_allclose(soft_histograms(values)[0, 0], counts / 256, atol=1e-5)


def test_a_soft_histogram_has_the_gradient_of_its_triangles() -> None:
    images = images_like(1, 4).double().requires_grad_()
    weights = torch.rand(HISTOGRAM_BINS, generator=torch.Generator().manual_seed(1)).double()
    (soft_histograms(images)[0, 0].double() * weights).sum().backward()
    width = 2 / (HISTOGRAM_BINS - 1)
    lower = ((images.detach() + 1) / width).floor().long()
    torch.testing.assert_close(images.grad, (weights[lower + 1] - weights[lower]) / width / 16, rtol=1e-4, atol=1e-6)


def test_what_is_no_number_makes_the_histogram_none_instead_of_breaking_it() -> None:
    images = images_like()
    images[1, 0, 0, 0] = math.nan
    assert histogram_distance(images_like(seed=1), images).isnan().tolist() == [False, True]


def test_the_histogram_loss_draws_grey_levels_to_those_of_the_image() -> None:
    image = flat(0.0)
    made = flat(0.015).requires_grad_()  # in the same bin as 0
    histogram_distance(image, made).sum().backward()
    assert (made.grad > 0).all()


def test_the_histogram_loss_by_hand() -> None:
    # all in one bin against all in another one: two bins differ by 1, of 64
    assert histogram_distance(flat(-1.0), flat(1.0)).tolist() == [pytest.approx(2 / 64)]
    half = flat(-1.0)
    half[..., 0] = 1.0
    assert histogram_distance(flat(-1.0), half).tolist() == [pytest.approx(2 * 0.25 / 64)]


def test_the_histogram_loss_does_not_see_where_pixels_lie_but_that_of_cells_does() -> None:
    image = images_like(1)
    moved = image.flip(2)
    assert histogram_distance(image, moved).item() == pytest.approx(0, abs=1e-12)
    assert histogram_distance(image, moved, cells=2).item() > 1e-5


def test_cells_are_the_squares_of_an_image() -> None:
    image = torch.arange(4.0).view(2, 2).repeat_interleave(4, 0).repeat_interleave(4, 1)[None, None] / 3 * 2 - 1
    histograms = soft_histograms(image, cells=2)[0]
    assert histograms.argmax(dim=1).tolist() == [0, 21, 42, 63]
    torch.testing.assert_close(histograms.max(dim=1).values, torch.ones(4), atol=1e-5, rtol=0)
    whole = soft_histograms(image)[0, 0]
    torch.testing.assert_close(histograms.mean(dim=0), whole)


def test_cells_that_do_not_part_an_image_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="8 px cannot be parted into 3 cells"):
        soft_histograms(images_like(), cells=3)


def test_shares_keep_both_terms_in_sight_where_counts_would_drown_the_spatial_one() -> None:
    image, blurred = images_like(1, 64), torch.nn.functional.avg_pool2d(images_like(1, 64), 3, stride=1, padding=1)
    shares, space = histogram_distance(image, blurred).item(), spatial_distance(image, blurred).item()
    counts = (64 * 64) ** 2 * shares
    assert 0.1 < shares / (0.001 * space) < 1000
    assert counts / (0.001 * space) > 1e6


def test_pixel_and_spatial_distance_by_hand() -> None:
    image, other = flat(0.0, 0.5), flat(0.2, 0.5)
    other[1, 0, 0, 0] = -0.5  # one pixel of four, by 1
    torch.testing.assert_close(pixel_distance(image, other), torch.tensor([0.2, 0.25]))
    torch.testing.assert_close(spatial_distance(image, other), torch.tensor([0.04, 0.25]))


def test_the_loss_of_the_paper_weighs_space_by_omega() -> None:
    image, other = images_like(), images_like(seed=1)
    distance = distance_of(GeneratorOptions(reconstruction="histogram", spatial_weight=0.25, histogram_cells=1, histogram_scales=1))
    torch.testing.assert_close(distance(image, other), histogram_distance(image, other) + 0.25 * spatial_distance(image, other))


def test_l1_is_the_loss_of_the_original() -> None:
    image, other = images_like(), images_like(seed=1)
    torch.testing.assert_close(distance_of(GeneratorOptions(reconstruction="l1"))(image, other), (image - other).abs().mean(dim=(1, 2, 3)))


def test_the_class_loss_by_hand() -> None:
    logits = torch.tensor([[0.0, 0.0], [math.log(3), 0.0]])
    # of two and two thirds of the chances
    assert class_loss(logits, torch.tensor([0, 0])).item() == pytest.approx((math.log(2) + math.log(4 / 3)) / 2)
