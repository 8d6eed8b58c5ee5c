"""Batches of a patch set, and the statistics of its pixels."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.training_options import AugmentationOptions
from echopatch.core.contract.model_card import HISTOGRAM_BINS, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.batches import PatchReader
from echopatch.core.engine.learning.splits import splits_of
from echopatch.core.engine.learning.statistics import (
    CODES,
    count_codes,
    db_of_codes,
    scaled_moments,
    share_beyond,
    window_histogram,
    window_of,
)
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, db_to_codes, read_patch_set
from echopatch.core.engine.patches.samplers import even_parts

RADIOMETRY = Radiometry(mean=0.6, std=0.2)
CPU = torch.device("cpu")


@pytest.fixture
def patch_set(toy_set: Callable[..., Path]) -> PatchSet:
    return read_patch_set(str(toy_set("a", {"train": (4, 3), "test": (2, 1)})))


@pytest.mark.parametrize(
    ("patches", "batch_size", "sizes"), [(10, 4, [4, 3, 3]), (4, 4, [4]), (5, 2, [3, 2]), (3, 2, [3]), (1, 4, [1]), (9, 8, [5, 4])]
)
def test_batches_are_even_and_none_is_left_with_one_patch(patches: int, batch_size: int, sizes: list[int]) -> None:
    parts = even_parts(np.arange(patches), batch_size)
    assert [len(part) for part in parts] == sizes
    np.testing.assert_array_equal(np.concatenate(parts), np.arange(patches))


def test_inputs_are_the_patches_through_the_models_door(patch_set: PatchSet) -> None:
    splits = splits_of(patch_set)
    order = np.array([6, 0, 3, 3, 9])
    batches = list(PatchReader(patch_set, splits.labels, RADIOMETRY, CPU).batches(order, 3))
    indices = np.concatenate([batch.indices for batch in batches])
    np.testing.assert_array_equal(indices, [0, 3, 6, 3, 9])  # forwards within each batch
    db = codes_to_db(torch.from_numpy(patch_set.codes[indices]), patch_set.settings)
    wanted = ((db + 30).clamp(0, 40) / 40 - RADIOMETRY.mean) / RADIOMETRY.std
    given = torch.cat([batch.inputs for batch in batches])
    assert given.dtype == torch.float32
    # a grey level is 1 / 255 of the window, so half of one over the standard deviation is the largest rounding
    torch.testing.assert_close(given, wanted, atol=0.501 / 255 / RADIOMETRY.std, rtol=0)
    assert torch.cat([batch.labels for batch in batches]).tolist() == [0, 0, 1, 0, 1]


def test_nodata_reaches_the_network_as_nothing(patch_set: PatchSet) -> None:
    coded = np.array(patch_set.codes[:2])
    coded[:, :, :5] = 0
    emptied = PatchSet(patch_set.folder, patch_set.settings, patch_set.index, coded, None, "")
    (batch,) = PatchReader(emptied, np.zeros(2, np.int64), RADIOMETRY, CPU).batches(np.arange(2), 2)
    assert torch.equal(batch.inputs[:, :, :5], torch.zeros_like(batch.inputs[:, :, :5]))
    assert (batch.inputs[:, :, 5:] != 0).float().mean() > 0.9


def test_equal_seeds_augment_alike(patch_set: PatchSet) -> None:
    reader = PatchReader(patch_set, splits_of(patch_set).labels, RADIOMETRY, CPU)
    first, same, other = ([one.inputs for one in reader.batches(np.arange(10), 4, AugmentationOptions(), seed)] for seed in (1, 1, 2))
    assert all(map(torch.equal, first, same))
    assert not any(map(torch.equal, first, other))


def test_mixed_batches_carry_the_shares_of_their_labels(patch_set: PatchSet) -> None:
    reader = PatchReader(patch_set, splits_of(patch_set).labels, RADIOMETRY, CPU)
    (batch,) = reader.batches(np.arange(10), 10, AugmentationOptions(cutmix=1.0, mixed_share=1.0), 1)
    assert batch.labels.shape == (10, len(patch_set.settings.classes))
    torch.testing.assert_close(batch.labels.sum(dim=1), torch.ones(10))
    assert ((batch.labels > 0).sum(dim=1) == 2).any()


def test_a_failed_read_is_raised_where_the_batch_is_asked_for(patch_set: PatchSet) -> None:
    with pytest.raises(IndexError):
        list(PatchReader(patch_set, splits_of(patch_set).labels, RADIOMETRY, CPU).batches(np.array([99]), 4))


def test_splits_follow_the_index(patch_set: PatchSet) -> None:
    splits = splits_of(patch_set)
    assert splits.labels.tolist() == [0] * 4 + [1] * 3 + [0] * 2 + [1]
    assert (splits.train.tolist(), splits.validation.tolist(), splits.test.tolist()) == (list(range(7)), [], [7, 8, 9])


def test_code_counts_are_those_of_the_chosen_patches_without_nodata(patch_set: PatchSet) -> None:
    rows = np.array([0, 2, 5])
    counts = count_codes(patch_set, rows, Silent())
    assert counts.sum() == 3 * 32 * 32
    np.testing.assert_array_equal(np.repeat(np.arange(CODES), counts), np.sort(patch_set.codes[rows].ravel()))


def counts_of(db: list[float], patch_set: PatchSet) -> np.ndarray:
    return np.bincount(db_to_codes(np.array(db, np.float32), patch_set.settings), minlength=CODES)


def test_statistics_of_known_pixels(patch_set: PatchSet) -> None:
    # through the default window -30..10 dB: black, black (clipped), the middle, white
    counts, db = counts_of([-30.0, -50.0, -10.0, 10.0], patch_set), db_of_codes(patch_set)
    mean, std = scaled_moments(db, counts, Radiometry())
    levels = np.array([0, 0, 128 / 255, 1])
    assert (mean, std) == (pytest.approx(levels.mean(), abs=0.002), pytest.approx(levels.std(), abs=0.002))
    histogram = window_histogram(db, counts, Radiometry())
    assert len(histogram) == HISTOGRAM_BINS
    assert {place: share for place, share in enumerate(histogram) if share} in ({0: 0.5, 32: 0.25, 63: 0.25}, {0: 0.5, 31: 0.25, 63: 0.25})
    assert share_beyond(db, counts, Radiometry(floor_db=-30.1, ceiling_db=10.1)) == 0.25


def test_the_window_of_chips_leaves_the_promised_share_outside(patch_set: PatchSet) -> None:
    values = np.random.default_rng(0).normal(loc=-10, scale=4, size=200_000)
    counts = counts_of(values.tolist(), patch_set)
    # normal quantiles: 1 % lies beyond 2.326 standard deviations; whole dB outwards
    assert window_of(db_of_codes(patch_set), counts, 0.01) == (-20.0, 0.0)
    assert window_of(db_of_codes(patch_set), counts_of([3.2], patch_set), 0.01) == (3.0, 4.0)
