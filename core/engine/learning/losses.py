"""What a training step lowers: named terms of a network's answers to a batch, and first of all the loss of its labels.

Labels may be mixed: the loss of a patch is the mean of its losses under each label, weighted by the shares of the labels (Zhang et
al., mixup, ICLR 2018, arXiv 1710.09412), so every loss here takes mixup, CutMix and label smoothing alike.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ...contract.commands.training_options import LossOptions
from ..network.networks import PatchNetwork
from .batches import Batch

Terms = dict[str, Tensor]
"""Scalars by name, means over the batch in nats, each with its weight; a step lowers their sum."""
Loss = Callable[[PatchNetwork, Batch], Terms]
"""Takes the network and a batch, so that it may ask more than the answers: features, or a teacher."""
LabelLoss = Callable[[Tensor, Tensor, Tensor | None], Tensor]
"""Of logits, (N, K), and of labels and weights as a batch holds them, a scalar: the weighted mean over the batch, in nats."""
Counts = NDArray[np.int64] | NDArray[np.float64]
"""Patches of each class, (K,); broken numbers where some weigh less than others."""
LabelLosses = Callable[[Tensor], Tensor]
"""From logits, (N, K), the loss that each patch has under each label, (N, K), nats."""

DEFERRED_FROM = 0.8
"""Share of the run after which ``ldam-drw`` weighs the classes: the paper's epoch 160 of 200."""
LARGEST_MARGIN, MARGIN_SCALE = 0.5, 30.0
"""Of ``ldam-drw``, as in the code of its authors."""
_LEAST_DOUBT = 1e-6  # below it the slope of a power under 1 would have no bound


def total(terms: Terms) -> Tensor:
    """What a step lowers, scalar."""
    return torch.stack(list(terms.values())).sum()


def sums(some: Terms, more: Terms) -> Terms:
    """Term by term; one that only ``more`` has counts as nought before."""
    return some | {name: some[name] + term if name in some else term for name, term in more.items()}


def training_loss(label_loss: LabelLoss) -> Loss:
    """The loss of labels alone."""
    return lambda network, batch: {"labels": label_loss(network(batch.inputs), batch.labels, batch.weights)}


def label_loss(options: LossOptions, counts: Counts, drawn: NDArray[np.float64], done: float) -> LabelLoss:
    """What labels ask of logits, as long as patches are drawn alike.

    Args:
        options: which loss.
        counts: training patches of each class, (K,).
        drawn: share of each class in what is drawn, as it weighs, (K,), sum 1: the prior that an adjusted loss has to undo, which
            is that of the patches only where they are drawn as they are.
        done: share of the run before this epoch, 0..1.
    """
    if options.loss == "ce" and options.class_weights == "none":
        return _cross_entropy(options.label_smoothing)
    label_losses = _label_losses(options, counts, drawn)
    by_class = torch.from_numpy(_label_weights(options, counts, drawn, done)).float()

    def loss(logits: Tensor, labels: Tensor, weights: Tensor | None = None) -> Tensor:
        logits = logits.float()
        shares = label_shares(labels, logits.shape[1], options.label_smoothing)
        return weighted_mean((shares * by_class.to(logits.device) * label_losses(logits)).sum(dim=1), weights)

    return loss


def _cross_entropy(label_smoothing: float) -> LabelLoss:
    plain = partial(F.cross_entropy, label_smoothing=label_smoothing)

    def loss(logits: Tensor, labels: Tensor, weights: Tensor | None = None) -> Tensor:
        return plain(logits, labels) if weights is None else weighted_mean(plain(logits, labels, reduction="none"), weights)

    return loss


def weighted_mean(losses: Tensor, weights: Tensor | None) -> Tensor:
    """The mean over a batch, scalar.

    Args:
        losses: of each patch, (N,).
        weights: of each patch, (N,), mean 1; None where all count alike.
    """
    return losses.mean() if weights is None else (losses * weights).mean()


def _label_losses(options: LossOptions, counts: Counts, drawn: NDArray[np.float64]) -> LabelLosses:
    if options.loss == "focal":
        return lambda logits: focal_losses(logits, options.focal_gamma)
    if options.loss == "ldam-drw":
        margins = torch.from_numpy(class_margins(counts)).float()
        return lambda logits: margin_losses(logits, margins.to(logits.device))
    strength = {"ce": 0.0, "balanced-softmax": 1.0, "logit-adjusted": options.adjustment}[options.loss]
    offsets = torch.from_numpy(strength * log_prior(drawn)).float()
    return lambda logits: adjusted_losses(logits, offsets.to(logits.device))


def _label_weights(options: LossOptions, counts: Counts, drawn: NDArray[np.float64], done: float) -> NDArray[np.float64]:
    kind = options.class_weights
    if options.loss == "ldam-drw" and done >= DEFERRED_FROM:
        kind = "effective"
    if kind == "none":
        return np.ones(len(counts))
    beta = options.effective_beta if kind == "effective" else 1.0
    return class_weights(counts, drawn, beta)


def label_shares(labels: Tensor, classes: int, smoothing: float) -> Tensor:
    """Share of each class in the label of each patch, (N, classes), with the part ``smoothing`` spread evenly over all classes.

    Args:
        labels: class index, (N,), int64; or shares with sum 1, (N, classes).
        classes: number of classes.
        smoothing: 0..1.

    Source: Szegedy et al., Rethinking the Inception architecture, CVPR 2016, arXiv 1512.00567, section 7.
    """
    shares = labels if labels.dim() == 2 else F.one_hot(labels, classes)
    return shares * (1 - smoothing) + smoothing / classes


def adjusted_losses(logits: Tensor, offsets: Tensor) -> Tensor:
    """Cross-entropy of logits with an offset for each class: -log softmax(z + o)_k.

    Offsets of 0 give plain cross-entropy; log n_j gives balanced softmax (Ren et al., Balanced meta-softmax for long-tailed visual
    recognition, NeurIPS 2020, arXiv 2007.10740, equation 4); tau log pi_j gives logit adjustment (Menon et al., Long-tail learning
    via logit adjustment, ICLR 2021, arXiv 2007.07314, equation 10). At mapping the logits go without offsets, which is what
    helps the rare classes.

    Args:
        logits: (N, K).
        offsets: (K,).
    """
    return -F.log_softmax(logits + offsets, dim=1)


def log_prior(drawn: NDArray[np.float64]) -> NDArray[np.float64]:
    """log pi_j, (K,), of how often each class is drawn.

    A class that is never drawn counts as the most frequent one: its logit is then pushed down as cross-entropy would do, while a
    prior of nought would leave it free to win at mapping.

    Args:
        drawn: shares, (K,), sum 1.
    """
    prior: NDArray[np.float64] = np.log(np.where(drawn > 0, drawn, drawn.max()))
    return prior


def focal_losses(logits: Tensor, gamma: float) -> Tensor:
    """-(1 - p_k)^gamma log p_k: what is answered rightly with confidence counts little.

    Args:
        logits: (N, K).
        gamma: at least 0; 0 gives cross-entropy.

    Source: Lin et al., Focal loss for dense object detection, ICCV 2017, arXiv 1708.02002, equation 4, here over a softmax.
    """
    log_p = F.log_softmax(logits, dim=1)
    doubt = (-torch.expm1(log_p)).clamp_min(_LEAST_DOUBT)
    return -(doubt**gamma) * log_p


def margin_losses(logits: Tensor, margins: Tensor) -> Tensor:
    """Cross-entropy after the label's own logit is lowered by its margin: -log e^(s(z_k - m_k)) / (e^(s(z_k - m_k)) + sum_j!=k e^(s z_j)).

    The authors bring features and class vectors to length 1, which asks for a head of its own. Here the logits of a patch are brought
    to length 1 (as Wei et al., Mitigating neural network overconfidence with logit normalization, ICML 2022, arXiv 2205.09310), so
    that a network cannot outgrow the margins, and every head can learn this way.

    Args:
        logits: (N, K).
        margins: m of each class, (K,).

    Source: Cao et al., Learning imbalanced datasets with label-distribution-aware margin loss, NeurIPS 2019, arXiv 1906.07413,
    equations 12 and 13; s and the largest margin from the code of the authors.
    """
    unit = F.normalize(logits, dim=1)
    lowered = MARGIN_SCALE * (unit[:, None, :] - torch.diag(margins))  # row k: as if k were the label
    return -F.log_softmax(lowered, dim=2).diagonal(dim1=1, dim2=2)


def class_margins(counts: Counts) -> NDArray[np.float64]:
    """Margins in proportion to n_j^(-1/4), the largest 0.5, (K,); 0 for a class without patches.

    Args:
        counts: training patches of each class, (K,), at least one in all.

    Source: Cao et al. 2019, arXiv 1906.07413, equation 13.
    """
    roots = np.where(counts > 0, np.maximum(counts, 1) ** -0.25, 0.0)
    margins: NDArray[np.float64] = LARGEST_MARGIN * roots / roots.max()
    return margins


def class_weights(counts: Counts, drawn: NDArray[np.float64], beta: float) -> NDArray[np.float64]:
    """Weights in proportion to (1 - beta) / (1 - beta^n_j), with mean 1 over the draws, (K,); 0 for a class without patches.

    Args:
        counts: n_j, training patches of each class, (K,), at least one in all.
        drawn: share of each class in the draws, (K,), sum 1.
        beta: 0..1; 0 weighs all classes alike, 1 is the limit 1 / n_j.

    Source: Cui et al., Class-balanced loss based on effective number of samples, CVPR 2019, arXiv 1901.05555, equation 3; the mean
    is ours, so that a batch without rare classes keeps its scale.
    """
    present = np.maximum(counts, 1).astype(np.float64)
    # -expm1(n log beta) keeps its digits where beta^n is nearly 1
    effective = present if beta == 1 else np.ones_like(present) if beta == 0 else -np.expm1(present * np.log(beta)) / (1 - beta)
    weights = np.where(counts > 0, 1 / effective, 0.0)
    scaled: NDArray[np.float64] = weights / (weights * drawn).sum()
    return scaled
