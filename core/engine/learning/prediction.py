"""What a network answers for patches of a set."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...contract.reporting import Reporter
from ..network.networks import PatchNetwork
from .batches import PatchReader


@torch.inference_mode()
def predict(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], batch_size: int, report: Reporter) -> Tensor:
    """Logits of patches, float32 on the CPU, (N, classes); the caller chooses the precision by autocast.

    Args:
        network: on the device of the reader; is put into evaluation mode.
        reader: of the patch set.
        rows: of the patch set, ascending; the answers have their order.
        batch_size: patches per step.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    network.eval()
    answers = []
    done = 0
    for batch in reader.batches(rows, batch_size):
        report.progress(done, len(rows), "progress-judging")
        answers.append(network(batch.inputs).float())
        done += len(batch.indices)
    report.progress(done, len(rows), "progress-judging")
    return torch.cat(answers).cpu()
