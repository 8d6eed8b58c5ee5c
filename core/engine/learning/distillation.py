"""What a student learns from a teacher, and from how its answers are spread: the losses of Balanced Cross-KD and published kin.

Of Balanced Cross-KD (SPIE 2023) only the abstract was at hand: soft answers of the teacher, a distributed entropy loss and an equal
diversity loss for "compact yet diverse" answers. The forms here are the closest published ones, each named where it stands.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ...contract.commands.distil import DistillationOptions
from ..network.networks import PatchNetwork
from ..patches.samplers import PhaseDraw
from .batches import Batch
from .losses import LabelLoss, Loss, Terms, class_weights, weighted_mean

_LEAST_SHARE = 1e-5
"""Added to every share, as the code of SHOT adds it in the logarithm: a class that is never answered keeps a slope."""


@dataclass(frozen=True)
class Distillation:
    """The teaching of a run: see ``Teaching``."""

    teacher: PatchNetwork
    """On the device of the student; learns nothing."""
    options: DistillationOptions
    counts: NDArray[np.int64]
    """Training patches of each class, (K,)."""
    with_labels: bool

    def __call__(self, of_labels: LabelLoss, draw: PhaseDraw) -> Loss:
        """What a step lowers while patches are drawn so."""
        return lambda network, batch: self._terms(network, batch, of_labels, draw)

    def _terms(self, network: PatchNetwork, batch: Batch, of_labels: LabelLoss, draw: PhaseDraw) -> Terms:
        options = self.options
        means = network.features(batch.inputs).mean(dim=(2, 3))
        logits = network.answer(means)
        terms: Terms = {}
        if self.with_labels and options.teacher_weight < 1:
            terms["labels"] = (1 - options.teacher_weight) * of_labels(logits, batch.labels, batch.weights)
        if options.teacher_weight > 0 or options.similarity_weight > 0:
            terms |= self._teacher_terms(network.of_body(means), logits, batch)
        if options.entropy_weight > 0:
            terms["entropy"] = options.entropy_weight * distributed_entropy(logits)
        if options.diversity_weight > 0:
            target = diversity_target(options.diversity, draw)
            spread = logits.new_zeros(()) if target is None else equal_diversity(logits, torch.from_numpy(target).to(logits))
            terms["diversity"] = options.diversity_weight * spread
        return terms

    def _teacher_terms(self, features: Tensor, logits: Tensor, batch: Batch) -> Terms:
        if batch.companions is None:
            raise ValueError("the batch holds nothing for the teacher to look at")
        options = self.options
        with torch.no_grad():
            seen = self.teacher.features(batch.companions).mean(dim=(2, 3))
            answers = in_full(self.teacher.answer(seen))
        terms: Terms = {}
        if options.teacher_weight > 0:
            share = options.teacher_weight if self.with_labels else 1.0
            target = balanced_answers(answers / options.temperature, teacher_weights(self.counts, options.teacher_balance))
            terms["teacher"] = share * soft_loss(logits, target, options.temperature, batch.weights)
        if options.similarity_weight > 0:
            terms["similarity"] = options.similarity_weight * similarity_loss(features, self.teacher.of_body(seen))
        return terms


def in_full(values: Tensor) -> Tensor:
    """The same values in single precision at least: half of it has too few digits for a loss."""
    return values.to(torch.promote_types(values.dtype, torch.float32))


def soft_loss(student: Tensor, target: Tensor, temperature: float, weights: Tensor | None = None) -> Tensor:
    """T^2 KL(target || softmax(student / T)): weighted mean over the batch, scalar, nats.

    Args:
        student: logits, (N, K).
        target: the teacher's softened answers, (N, K), each with sum 1; get no gradient.
        temperature: T > 0; its square keeps the slope independent of it.
        weights: of each patch, (N,), mean 1; None where all count alike.

    Raises:
        ValueError: the shapes differ, which kl_div would broadcast in silence.

    Source: Hinton, Vinyals and Dean 2015, arXiv 1503.02531, section 2.
    """
    if student.shape != target.shape:
        raise ValueError(f"student {tuple(student.shape)} and teacher {tuple(target.shape)} must match")
    log_student = F.log_softmax(in_full(student) / temperature, dim=1)
    return temperature**2 * weighted_mean(F.kl_div(log_student, target.detach(), reduction="none").sum(dim=1), weights)


def teacher_weights(counts: NDArray[np.int64], beta: float) -> NDArray[np.float64]:
    """How much each class weighs in the teacher's answer, (K,): see ``class_weights``; all alike where beta is 0.

    Args:
        counts: training patches of each class, (K,); one without patches weighs nothing, but for a beta of 0.
        beta: 0..1.
    """
    even = np.full(len(counts), 1 / len(counts))
    return class_weights(counts, even, beta) if beta > 0 else np.ones(len(counts))


def balanced_answers(softened: Tensor, weights: NDArray[np.float64]) -> Tensor:
    """Answers in which each class weighs as given: softmax(z)_k w_k, brought to sum 1, (N, K).

    Args:
        softened: logits over the temperature, (N, K).
        weights: of the classes, (K,), of any sum; a class of weight 0 keeps none of the answer.

    Source: Zhang et al., Balanced knowledge distillation for long-tailed learning, Neurocomputing 2023, arXiv 2104.10510, equation 7.
    """
    with np.errstate(divide="ignore"):
        log_weights = torch.from_numpy(np.log(weights)).to(softened)
    return F.softmax(softened + log_weights, dim=1)


def similarity_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """How differently two networks see which patches of a batch are alike: scalar.

    Args:
        student: features, (N, F).
        teacher: features, (N, F'), of any width; get no gradient.

    Source: Tung and Mori, Similarity-preserving knowledge distillation, ICCV 2019, arXiv 1907.09682, equations 2 to 4.
    """
    with torch.autocast(student.device.type, enabled=False):  # a product in half precision would hide small differences
        ours, theirs = (F.normalize(one @ one.T, dim=1) for one in (in_full(student), in_full(teacher.detach())))
    return (ours - theirs).square().mean()


def distributed_entropy(logits: Tensor) -> Tensor:
    """Mean entropy of the answers, scalar, nats: low where each answer is compact.

    Args:
        logits: (N, K).

    Source: the first term of Liang et al., Do we really need to access the source data? (SHOT), ICML 2020, arXiv 2002.08546,
    equation 3. That Balanced Cross-KD means this by "distributed entropy" is inferred from its abstract.
    """
    log_p = F.log_softmax(in_full(logits), dim=1)
    return -(log_p.exp() * log_p).sum(dim=1).mean()


def equal_diversity(logits: Tensor, target: Tensor) -> Tensor:
    """KL(mean answer || target), scalar, nats: 0 where the answers of the batch are spread like the target.

    Towards a uniform target this is the loss that the group of Balanced Cross-KD calls equal diversity in later work, the negative
    entropy of the mean answer, but for a constant. A uniform target is wrong where classes are drawn unevenly.

    Args:
        logits: (N, K).
        target: shares of the classes, (K,), sum 1.

    Source: the second term of SHOT, arXiv 2002.08546, equation 3.
    """
    mean, target = F.softmax(in_full(logits), dim=1).mean(dim=0) + _LEAST_SHARE, in_full(target) + _LEAST_SHARE
    return (mean * (mean.log() - target.log())).sum()


def diversity_target(diversity: str, draw: PhaseDraw) -> NDArray[np.float64] | None:
    """What the mean answer is drawn to while patches are drawn so, (K,); None for nothing."""
    if diversity == "prior":
        return draw.shares
    if diversity == "balanced" and draw.phase != "balanced":
        return None
    return np.full(len(draw.shares), 1 / len(draw.shares))
