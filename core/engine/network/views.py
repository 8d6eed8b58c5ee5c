"""Looking at a patch again, mirrored or turned: test-time augmentation."""

from collections.abc import Mapping
from itertools import product
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ...contract.errors import ModelError
from ...contract.model_card import ModelCard
from .networks import PatchNetwork


class View(NamedTuple):
    """A way to lay an image before a network: rows and columns exchanged first, then mirrored."""

    exchanged: bool = False
    rows_mirrored: bool = False
    columns_mirrored: bool = False

    def of(self, image: Tensor) -> Tensor:
        """An image (..., rows, columns) seen this way."""
        if self.exchanged:
            image = image.transpose(-1, -2)
        mirrored = [axis for axis, chosen in ((-2, self.rows_mirrored), (-1, self.columns_mirrored)) if chosen]
        return image.flip(mirrored) if mirrored else image

    def undone(self, image: Tensor) -> Tensor:
        """The image (..., rows, columns) that looks like this, seen this way."""
        mirrored = [axis for axis, chosen in ((-2, self.rows_mirrored), (-1, self.columns_mirrored)) if chosen]
        image = image.flip(mirrored) if mirrored else image
        return image.transpose(-1, -2) if self.exchanged else image


AS_IT_IS = View()


def views_of(test_time: str, card: ModelCard) -> tuple[View, ...]:
    """The ways to look that a setting asks of a model.

    Args:
        test_time: ``none``; ``flips``, as far as the model was trained with them: along azimuth and range, or along azimuth alone
            where its training kept the look direction; ``turns``, also with rows and columns exchanged.
        card: of the model; one that does not say how it was trained is believed to know all.

    Raises:
        ModelError: the model was trained without what is asked.
    """
    if test_time == "none":
        return (AS_IT_IS,)
    trained = _augmentation(card)
    known = not trained or (bool(trained.get("augment", True)) and bool(trained.get("flips", True)))
    if test_time == "turns":
        known = known and bool(trained.get("quarter_turns", not trained))
    if not known:
        raise ModelError("test-time-untrained", name=card.name, wanted=test_time)
    both = (False, True)
    columns = (False,) if trained.get("keep_look_direction", False) else both
    return tuple(View(*one) for one in product(both if test_time == "turns" else (False,), both, columns))


def _augmentation(card: ModelCard) -> Mapping[str, Any]:
    config = card.training.get("config", {})
    grouped: Mapping[str, Any] = config.get("augmentation", config)
    return grouped


@torch.inference_mode()
def averaged_probabilities(network: PatchNetwork, inputs: Tensor, temperature: float, views: tuple[View, ...]) -> Tensor:
    """Class probabilities (N, classes) of network input (N, C, P, P), averaged over some ways to look at it.

    Those of an ensemble are the mean of this over its networks, each with the input that its own radiometry gives.
    """
    return torch.stack([(network(view.of(inputs)).float() / temperature).softmax(1) for view in views]).mean(0)
