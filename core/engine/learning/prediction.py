"""What a network answers for patches of a set."""

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..network.networks import PatchNetwork
from .batches import PatchReader

SafePoint = Callable[[int], None]


@torch.inference_mode()
def predict(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], batch_size: int, safe_point: SafePoint) -> Tensor:
    """Logits of patches, float32 on the CPU, (N, classes); the caller chooses the precision by autocast.

    Args:
        network: on the device of the reader; is put into evaluation mode.
        reader: of the patch set.
        rows: of the patch set, ascending; the answers have their order.
        batch_size: patches per step.
        safe_point: called before each step with the number of patches done.

    Raises:
        Cancelled: by the safe point.
    """
    network.eval()
    answers = []
    done = 0
    for batch in reader.batches(rows, batch_size):
        safe_point(done)
        answers.append(network(batch.inputs).float())
        done += len(batch.indices)
    return torch.cat(answers).cpu()
