"""The model's door: dB to grey levels to network input."""

import torch
from echopatch.core.contract.model_card import Radiometry
from echopatch.core.engine.network.door import decibels, grey_levels, standardise

RADIOMETRY = Radiometry(floor_db=-30.0, ceiling_db=10.0, mean=0.4, std=0.2)
NAN, INF = float("nan"), float("inf")


def test_power_becomes_decibels() -> None:
    db = decibels(torch.tensor([1.0, 100.0, 0.001, 0.0, -1.0, NAN]))
    torch.testing.assert_close(db, torch.tensor([0.0, 20.0, -30.0, -INF, -INF, NAN]), equal_nan=True)


def test_the_window_has_256_levels_beyond_which_all_is_black_or_white() -> None:
    step_db = 40 / 255
    db = torch.tensor([-30.0, 10.0, -10.0, -30 + 0.49 * step_db, -30 + 0.51 * step_db, -INF, INF, -99.0, 99.0])
    assert grey_levels(db, RADIOMETRY).tolist() == [0, 255, 128, 0, 1, 0, 255, 0, 255]


def test_nodata_becomes_the_mean_and_after_standardising_nothing() -> None:
    grey = grey_levels(torch.tensor([NAN]), RADIOMETRY)
    assert grey.tolist() == [102]
    torch.testing.assert_close(standardise(grey, RADIOMETRY), torch.zeros(1), atol=1e-6, rtol=0)


def test_network_input_has_the_cards_mean_and_scale() -> None:
    inputs = standardise(torch.tensor([0, 51, 102, 255], dtype=torch.uint8), RADIOMETRY)
    torch.testing.assert_close(inputs, torch.tensor([-2.0, -1.0, 0.0, 3.0]), atol=1e-6, rtol=0)
