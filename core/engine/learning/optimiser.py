"""AdamW, and how its learning rate rises and falls."""

import math

import torch
from torch import nn


def adamw(network: nn.Module, learning_rate: float, weight_decay: float) -> torch.optim.AdamW:
    """AdamW that decays matrices and kernels, not the vectors: biases and batch norms have no scale to lose.

    Source: Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019, arXiv 1711.05101.
    """
    parameters = [one for one in network.parameters() if one.requires_grad]
    groups = [
        {"params": [one for one in parameters if one.dim() > 1], "weight_decay": weight_decay},
        {"params": [one for one in parameters if one.dim() <= 1], "weight_decay": 0.0},
    ]
    fused = all(one.device.type in ("cpu", "cuda") for one in parameters)
    return torch.optim.AdamW(groups, lr=learning_rate, fused=fused)


def rate_share(step: int, steps: int, warmup_share: float) -> float:
    """Share of the peak learning rate: a straight rise, then half a cosine down to nought.

    Args:
        step: from 0.
        steps: of the whole run.
        warmup_share: of the steps, 0..1.

    Source: Loshchilov and Hutter, SGDR, ICLR 2017, arXiv 1608.03983, equation 5 without restarts.
    """
    rising = warmup_share * steps
    if step < rising:
        return (step + 1) / (math.ceil(rising) + 1)
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / (steps - rising)))
