"""What a network sees in patches of a set, before its head: the numbers that a head, and a texture expert, take."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ..network.networks import PatchNetwork
from ..network.views import AS_IT_IS, View
from .batches import PatchReader
from .prediction import SafePoint

_BATCH_SIZE = 64


def features_of(
    network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], safe_point: SafePoint, view: View = AS_IT_IS
) -> NDArray[np.float32]:
    """Means of the body's features over each patch, (N, F): what the head takes.

    Args:
        network: on the device of the reader; is put into evaluation mode.
        reader: of the patch set.
        rows: of the patch set, ascending; the features have their order.
        safe_point: called before each step with the number of patches done.
        view: how the patches are laid before the network, mirrored or as they are.

    Raises:
        Cancelled: by the safe point.
    """
    network.eval()
    return means_of(network.body, reader, rows, safe_point, view)


@torch.inference_mode()
def means_of(
    module: nn.Module, reader: PatchReader, rows: NDArray[np.int64], safe_point: SafePoint, view: View = AS_IT_IS
) -> NDArray[np.float32]:
    """As ``features_of``, of any module that gives (N, F, rows, columns) for network input: the statistics of texture too."""
    parts = []
    done = 0
    for batch in reader.batches(rows, _BATCH_SIZE):
        safe_point(done)
        inputs = view.of(batch.inputs).contiguous(memory_format=torch.channels_last)
        parts.append(module(inputs).mean(dim=(2, 3)).float().cpu())
        done += len(batch.indices)
    return torch.cat(parts).numpy()
