"""The loss and the learning rate against values worked out by hand."""

import itertools
import math

import numpy as np
import pytest
import torch
from echopatch.core.contract.commands.training_options import LossOptions
from echopatch.core.engine.learning.batches import Batch
from echopatch.core.engine.learning.losses import label_loss, training_loss
from echopatch.core.engine.learning.optimiser import rate_share


def test_cross_entropy_is_worked_out_by_hand() -> None:
    batch = Batch(torch.tensor([[0.0, math.log(3.0)]]), torch.tensor([1]), np.array([0]))
    counts, shares = np.array([1, 1]), np.array([0.5, 0.5])
    # smoothing 0.2 over two classes: 0.9 on the label, 0.1 on the other
    for smoothing, wanted in ((0.0, math.log(4 / 3)), (0.2, 0.9 * math.log(4 / 3) + 0.1 * math.log(4))):
        loss = training_loss(label_loss(LossOptions(label_smoothing=smoothing), counts, shares, 0.0))
        terms = loss(torch.nn.Identity(), batch)
        assert set(terms) == {"labels"}
        assert terms["labels"].item() == pytest.approx(wanted)


def test_the_learning_rate_rises_straight_and_falls_as_a_cosine() -> None:
    shares = [rate_share(step, 100, 0.1) for step in range(100)]
    np.testing.assert_allclose(shares[:11], np.arange(1, 12) / 11)
    assert shares[55] == pytest.approx(0.5)
    assert all(later < earlier for earlier, later in itertools.pairwise(shares[10:]))
    assert shares[-1] < 0.001
    assert rate_share(0, 1, 0.0) == 1.0
