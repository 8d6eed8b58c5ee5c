"""What a training step lowers; a loss takes the network and a batch, so that one may also ask a teacher."""

from collections.abc import Callable

from torch import Tensor
from torch.nn import functional as F

from ..network.networks import PatchNetwork
from .batches import Batch

Loss = Callable[[PatchNetwork, Batch], Tensor]
"""Gives a scalar, the mean over the batch, in nats."""


def cross_entropy(label_smoothing: float) -> Loss:
    """Cross-entropy with the share ``label_smoothing`` (0..1) of each label spread evenly over all classes.

    Source: Szegedy et al., Rethinking the Inception architecture, CVPR 2016, arXiv 1512.00567, section 7.
    """

    def loss(network: PatchNetwork, batch: Batch) -> Tensor:
        return F.cross_entropy(network(batch.inputs), batch.labels, label_smoothing=label_smoothing)

    return loss
