"""Which squares of a patch speak for a class, and which against it: class activation maps.

The head takes the mean over the features of a patch, so that its answer is a sum over squares of 32 px. Where the head is one linear
layer, the part of each square is exact (class activation maps: Zhou et al. 2016, arXiv:1512.04150, section 2). Any other head is
replaced by its tangent at the mean, which is what the gradient weights of Grad-CAM are (Selvaraju et al. 2017, arXiv:1610.02391,
section 3). Either way the mean over the squares of a patch is the score that the patch was answered by.
"""

from collections.abc import Callable

import torch
from torch import Tensor

from ..network.networks import BODY_STRIDE_PX
from .cells import CellGrid


def squares_per_side(cells: CellGrid) -> int:
    """Squares of about 32 px along a side of a cell."""
    return max(1, round(cells.stride_px / BODY_STRIDE_PX))


def sampling(cells: CellGrid) -> Tensor:
    """Weights that interpolate, at the squares of a cell, between the features of its patch: along one side, (squares, features).

    A row of NaN stands for a square outside the patch, of which nothing was seen.
    """
    count, squares = -(-cells.patch_px // BODY_STRIDE_PX), squares_per_side(cells)
    middle_px = cells.lead_px + (torch.arange(squares, dtype=torch.float64) + 0.5) * cells.stride_px / squares
    place = (middle_px / BODY_STRIDE_PX - 0.5).clamp(0, count - 1)[:, None]  # among the middles of the features
    weights = (1 - (place - torch.arange(count)).abs()).clamp_min(0)
    weights[(middle_px < 0) | (middle_px > cells.patch_px)] = torch.nan
    return weights.float()


def patch_squares(features: Tensor, cells: CellGrid) -> Tensor:
    """Features at the squares of the cells of some patches: (n, F, squares, squares) from the body's (n, F, rows, columns)."""
    weights = sampling(cells).to(features.device)
    return torch.einsum("nfrc,ar,bc->nfab", features, weights, weights)


def dense_squares(features: Tensor, cells: CellGrid) -> Tensor:
    """Features at the squares of all cells of a block: (rows, columns, F, squares, squares).

    Args:
        features: of the body over the patches of the block, without the halo, (F, rows, columns), one per 32 px.
        cells: patch and stride, multiples of 32 px.
    """
    weights = sampling(cells).to(features.device)
    step, count = cells.stride_px // BODY_STRIDE_PX, weights.shape[1]
    along_rows = features.unfold(1, count, step) @ weights.T  # (F, cells, columns, squares)
    both = along_rows.unfold(2, count, step) @ weights.T  # (F, cells, cells, squares of rows, squares of columns)
    return both.permute(1, 2, 0, 3, 4)


def evidence(scores: Callable[[Tensor], Tensor], features: Tensor, squares: Tensor) -> Tensor:
    """What each square says of each class, in units of the score less its mean over the classes: (n, squares, squares, classes).

    Args:
        scores: the head: (m, F) to (m, classes).
        features: means over the patches, (n, F).
        squares: features at the squares of each cell, (n, F, squares, squares).
    """
    with torch.inference_mode(False), torch.enable_grad():
        means = features.clone().requires_grad_()
        score = scores(means)
        slopes = [torch.autograd.grad(one.sum(), means, retain_graph=True)[0] for one in score.unbind(1)]
    away = squares - features[:, :, None, None]
    change = torch.stack([torch.einsum("nf,nfab->nab", slope, away) for slope in slopes], dim=-1)
    tangent = score.detach()[:, None, None] + change
    return tangent - tangent.mean(-1, keepdim=True)
