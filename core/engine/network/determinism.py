"""Whether equal runs must come out equal on a GPU too."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def gpu_algorithms(deterministic: bool) -> Iterator[None]:
    """Let cuDNN time its algorithms, for all batches are alike; or take only those that give the same result every time.

    Args:
        deterministic: has to be asked for before the first computation on the GPU, when cuBLAS lays out its memory.
    """
    before = torch.are_deterministic_algorithms_enabled()
    if deterministic:
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(deterministic or before)
    try:
        with torch.backends.cudnn.flags(enabled=True, benchmark=not deterministic, deterministic=deterministic):
            yield
    finally:
        torch.use_deterministic_algorithms(before)
