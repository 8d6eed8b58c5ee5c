"""The stages of a network between input and answer: which learn, and which keep what they know."""

import re

from torch import nn

from .networks import PatchNetwork

STEM_DEPTH, HEAD_DEPTH = 0, 5
_STAGE = re.compile(r"(?:^|\.)layer([1-4])\.")
_STEM = re.compile(r"(?:^|\.)(?:conv1|bn1)\.(?:weight|bias)$")


def depth_of(name: str) -> int:
    """The stage of a parameter: 0 for the stem, 1..4 for the stages of the body, 5 for the head.

    Args:
        name: of the parameter in a ``PatchNetwork``; what belongs to no stage of a ResNet counts to the last one.
    """
    stage = _STAGE.search(name)
    if name.startswith("head."):
        return HEAD_DEPTH
    if stage:
        return int(stage.group(1))
    return STEM_DEPTH if _STEM.search(name) else HEAD_DEPTH - 1


def learn_except(network: PatchNetwork, frozen: str) -> None:
    """Put a network into training mode, but for a part of it that stays as it is, its batch statistics too.

    Args:
        network: changed in place.
        frozen: ``none``, ``stem`` or ``body``.

    Raises:
        ValueError: no such part.
    """
    depths = {"none": -1, "stem": STEM_DEPTH, "body": HEAD_DEPTH - 1}
    if frozen not in depths:
        raise ValueError(f"cannot freeze '{frozen}': choose one of {', '.join(depths)}")
    network.train()
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(depth_of(name) > depths[frozen])
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d) and not any(one.requires_grad for one in module.parameters()):
            module.eval()  # else it would go on learning the mean and variance of its input
