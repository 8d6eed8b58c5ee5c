"""The loss and the learning rate against values worked out by hand."""

import itertools
import math

import numpy as np
import pytest
import torch
from echopatch.core.engine.learning.batches import Batch
from echopatch.core.engine.learning.losses import cross_entropy
from echopatch.core.engine.learning.optimiser import rate_share


def test_cross_entropy_is_worked_out_by_hand() -> None:
    batch = Batch(torch.tensor([[0.0, math.log(3.0)]]), torch.tensor([1]), np.array([0]))
    network = torch.nn.Identity()
    assert cross_entropy(0.0)(network, batch).item() == pytest.approx(math.log(4 / 3))
    # smoothing 0.2 over two classes: 0.9 on the label, 0.1 on the other
    assert cross_entropy(0.2)(network, batch).item() == pytest.approx(0.9 * math.log(4 / 3) + 0.1 * math.log(4))


def test_the_learning_rate_rises_straight_and_falls_as_a_cosine() -> None:
    shares = [rate_share(step, 100, 0.1) for step in range(100)]
    np.testing.assert_allclose(shares[:11], np.arange(1, 12) / 11)
    assert shares[55] == pytest.approx(0.5)
    assert all(later < earlier for earlier, later in itertools.pairwise(shares[10:]))
    assert shares[-1] < 0.001
    assert rate_share(0, 1, 0.0) == 1.0
