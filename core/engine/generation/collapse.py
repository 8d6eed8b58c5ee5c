"""Whether a generator has forgotten how to make patches that differ."""

import torch
from torch import Tensor
from torch.nn import functional

_SEEN_PX = 8
COLLAPSED = 0.15
"""Share of the real spread below which made patches are taken for all alike."""
ALIVE = 0.3
"""Share above which a generator has once made patches that differ."""


def spread(images: Tensor, classes: Tensor) -> float:
    """Mean distance between two images of one class, averaged to 8 x 8 px, so that speckle does not count.

    Args:
        images: (N, C, S, S), in -1..1.
        classes: class index, (N,), int64.

    Returns:
        The root mean square over pixels, averaged over pairs and then over the classes that have pairs; 0 without any pair.
    """
    seen = functional.adaptive_avg_pool2d(images.float(), _SEEN_PX).flatten(1)
    alike = [seen[classes == one] for one in sorted(set(classes.tolist()))]
    distances = [functional.pdist(some).mean() for some in alike if len(some) > 1]
    return float(torch.stack(distances).mean()) / seen.shape[1] ** 0.5 if distances else 0.0
