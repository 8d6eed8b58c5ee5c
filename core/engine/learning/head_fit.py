"""The fit of a head, and of a texture expert beside it, to the features of labelled patches or cells."""

import dataclasses
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ...contract.commands.learning import TrainConfig
from ...contract.errors import ConfigError
from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ..assessment.calibration import fit_temperature
from ..network.experts import TextureExpert
from ..network.model_file import half_weight, round_weights
from ..network.networks import PatchNetwork
from .card import training_record
from .expert import LEAST_TO_SETTLE, Seen, fit_expert, settle
from .head_sources import Material
from .left_out import LeftOut, left_out
from .linear_head import fit_linear_head
from .penalty import DEFAULT_PENALTY, PENALTIES, Choice, choose_penalty, folds_over


class HeadFit(NamedTuple):
    """What came out of fitting."""

    card: ModelCard
    """With the temperature; record and figures come later."""
    choice: Choice
    left: LeftOut | None
    """None with too few places to leave one out."""


def stored_half(config: TrainConfig, material: Material) -> bool:
    """Whether the weights can be stored as 16-bit floats: those of a body that was stored so before, which must stay as it is.

    Raises:
        ConfigError: it is asked for a body that would be rounded.
    """
    body = material.network.body.state_dict().values()
    half = all(torch.equal(half_weight(tensor).to(tensor.dtype), tensor) for tensor in body)
    if config.half_file and not half:
        raise ConfigError("head-only-half-file", start=config.start)
    return half


def fit_head(config: TrainConfig, material: Material, half: bool, report: Reporter) -> HeadFit:
    """Give the network its head, and a texture expert where one is wanted and has something to say."""
    examples, network = material.examples, material.network
    choice = _choice(config, material, report)
    left = left_out(examples, choice, material.card.radiometry)
    fit_linear_head(examples.lesson(), len(examples.classes), choice.penalty).into(_last_layer(network))
    if examples.statistics is not None:
        expert = _expert(material, left)
        network.expert = expert if float(expert.share) > 0 else None
    if half:
        round_weights(network)
    validation, temperature = examples.splits.validation, 1.0
    if len(validation):
        temperature = fit_temperature(examples.splits.labels[validation], logits_of(material, validation))
    elif left is not None:
        temperature = fit_temperature(left.labels, left.answers(network.expert))
    else:
        report.warning("head-only-uncalibrated")
    card = dataclasses.replace(material.card, temperature=temperature, texture_expert=network.expert is not None)
    return HeadFit(card, choice, left)


def _choice(config: TrainConfig, material: Material, report: Reporter) -> Choice:
    """The penalty that the user gives, else the one that left-out places speak for, mirrored views left aside."""
    examples, given = material.examples, config.head.penalty
    lesson = dataclasses.replace(examples, mirrored=()).lesson()
    folds = folds_over(lesson.labels, examples.places(), config.seed)
    penalties = (given,) if given is not None else PENALTIES if folds else (DEFAULT_PENALTY,)
    if given is None and not folds:
        report.warning("head-only-fixed-penalty", penalty=DEFAULT_PENALTY)

    def safe_point(done: int, total: int) -> None:
        report.progress(done, total, "progress-fitting")

    return choose_penalty(penalties, lesson, folds, len(examples.classes), safe_point)


def _expert(material: Material, left: LeftOut | None) -> TextureExpert:
    """The expert of all training rows; its say follows from rows that neither it nor the head has learned from."""
    examples, train, validation = material.examples, material.examples.splits.train, material.examples.splits.validation
    labels = examples.splits.labels
    expert = fit_expert(examples.texture(train), labels[train], len(examples.classes), material.card.radiometry)
    if len(validation) >= LEAST_TO_SETTLE:
        logits = material.network.head(torch.from_numpy(examples.features[validation])).detach()
        settle(expert, Seen(logits, examples.texture(validation), labels[validation]))
    elif left is not None:
        left.settle(expert)
    return expert


def _last_layer(network: PatchNetwork) -> nn.Linear:
    """The one layer that a head of no hidden layers is made of.

    Raises:
        ValueError: the head is made of others.
    """
    if len(network.head) != 1 or not isinstance(network.head[0], nn.Linear):
        raise ValueError("a head that is fitted at once is one linear layer")
    return network.head[0]


@torch.inference_mode()
def logits_of(material: Material, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Of the whole network, (rows, K)."""
    network = material.network
    return np.asarray(network.answer(material.examples.means(rows, with_texture=network.expert is not None)).numpy())


def head_record(material: Material, choice: Choice, figures: dict[str, Any]) -> dict[str, Any]:
    """What the card says of the fit."""
    places = {name: figures[name] for name in ("patches", "accuracy", "mean_recall", "loss", "ece")} if figures else {}
    facts = {"head_only": True, "penalty": choice.penalty, "width": material.examples.features.shape[1]}
    return training_record(material.request, {**facts, **({} if len(material.examples.splits.test) else {"cross_validation": places})})
