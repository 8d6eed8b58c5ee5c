"""AdamW with a rate for each stage of the network, and how the rates rise and fall."""

import math
from collections import defaultdict

import torch
from torch import nn

from ..network.layers import HEAD_DEPTH, depth_of
from ..network.networks import PatchNetwork


def adamw(network: PatchNetwork, weight_decay: float, layer_decay: float = 1.0) -> torch.optim.AdamW:
    """AdamW that decays matrices and kernels, not the vectors: biases and batch norms have no scale to lose.

    Args:
        network: all of it, what is frozen for now too.
        weight_decay: of matrices and kernels.
        layer_decay: learning rate of each stage as a share of the next one's, the head's being 1.

    Sources: Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019, arXiv 1711.05101; rates by layer: Howard and
    Ruder, Universal language model fine-tuning, ACL 2018, arXiv 1801.06146, section 3.2.
    """
    stages: dict[tuple[int, bool], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        stages[depth_of(name), parameter.dim() > 1].append(parameter)
    groups = [
        {"params": parameters, "weight_decay": weight_decay if decays else 0.0, "stage_share": layer_decay ** (HEAD_DEPTH - depth)}
        for (depth, decays), parameters in sorted(stages.items())
    ]
    fused = all(one.device.type in ("cpu", "cuda") for one in network.parameters())
    return torch.optim.AdamW(groups, fused=fused)


def set_rate(optimiser: torch.optim.Optimizer, learning_rate: float) -> None:
    """Give each stage its share of a learning rate."""
    for group in optimiser.param_groups:
        group["lr"] = learning_rate * group["stage_share"]


def rate_share(step: int, steps: int, warmup_share: float) -> float:
    """Share of the peak learning rate: a straight rise, then half a cosine down to nought.

    Args:
        step: from 0.
        steps: of the whole rise and fall.
        warmup_share: of the steps, 0..1.

    Source: Loshchilov and Hutter, SGDR, ICLR 2017, arXiv 1608.03983, equation 5 without restarts.
    """
    rising = warmup_share * steps
    if step < rising:
        return (step + 1) / (math.ceil(rising) + 1)
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / (steps - rising)))
