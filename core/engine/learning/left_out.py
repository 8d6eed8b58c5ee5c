"""Answers for places that were left out of a fit: what they say of its confidence, of the expert's share, and of its figures."""

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...contract.model_card import Radiometry
from ..network.experts import TextureExpert, mixed
from .examples import Examples
from .expert import fit_expert, say_of
from .penalty import Choice

_SURE = 2.0
"""Standard errors."""
_LEAST_PLACES = 5
"""From which a standard error can be told."""


class LeftOut(NamedTuple):
    """Training rows, each answered for by a fit that had not learned from its place."""

    labels: NDArray[np.int64]
    """Class index, (rows,)."""
    logits: Tensor
    """Of the heads, (rows, K)."""
    texture: Tensor | None
    """Probabilities of the texture experts, (rows, K); None without statistics."""
    groups: NDArray[np.intp]
    """What was left out together, (rows,)."""

    def settle(self, expert: TextureExpert) -> None:
        """Give the expert of all rows the say that left-out places speak for; its share stays unless they are sure of another.

        Sure means that the true classes become more likely by twice the standard error over places. On real chips of two radars,
        where the usual share is near the best, choosing the likeliest one cost up to 0.03 of mean recall and this rule 0.01 at most;
        on simulated scenes, where the body is at home, it gave the head the whole say, and 0.05 to mean recall.
        """
        if self.texture is None:
            return
        say = say_of(self.labels, self.logits, self.texture)
        expert.temperature.fill_(say.temperature)
        network = self.logits / say.temperature
        gain = self._losses(mixed(self.texture, network, expert.share)) - self._losses(mixed(self.texture, network, say.share))
        of_places = np.bincount(np.unique(self.groups, return_inverse=True)[1].reshape(-1), gain - gain.mean())
        if len(of_places) >= _LEAST_PLACES and gain.mean() > _SURE * np.sqrt(np.square(of_places).sum()) / len(gain):
            expert.share.fill_(say.share)

    def _losses(self, logits: Tensor) -> NDArray[np.float64]:
        """-log p of the true class for each row, nats."""
        return -np.asarray(logits.double().log_softmax(1).numpy())[np.arange(len(self.labels)), self.labels]

    def answers(self, expert: TextureExpert | None) -> NDArray[np.float32]:
        """Logits of heads and experts together, with the say that the expert of all rows has, (rows, K)."""
        if expert is None or self.texture is None:
            return np.asarray(self.logits.numpy())
        return np.asarray(mixed(self.texture, self.logits / expert.temperature, expert.share).numpy())


def left_out(examples: Examples, choice: Choice, radiometry: Radiometry) -> LeftOut | None:
    """What the chosen penalty's heads, and experts beside them, answer for left-out places; None with too few places.

    Args:
        examples: to learn from.
        choice: the penalty, with the folds and answers of its heads.
        radiometry: that standardised the patches.
    """
    if choice.logits is None:
        return None
    train, labels = examples.splits.train, examples.splits.labels
    texture = None
    if examples.statistics is not None:
        parts = []
        for known, asked in choice.folds:
            expert = fit_expert(examples.texture(train[known]), labels[train[known]], len(examples.classes), radiometry)
            parts.append(expert(examples.texture(train[asked])).detach())
        texture = torch.cat(parts)
    rows = train[choice.rows]
    return LeftOut(labels[rows], torch.from_numpy(choice.logits), texture, examples.groups[rows])
