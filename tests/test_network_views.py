"""Looking at patches mirrored and turned."""

import dataclasses

import pytest
import torch
from echopatch.core.contract.errors import ModelError
from echopatch.core.engine.network.model_file import Model
from echopatch.core.engine.network.views import AS_IT_IS, View, averaged_probabilities, views_of

EVERY = [View(*map(bool, (n & 4, n & 2, n & 1))) for n in range(8)]


@pytest.mark.parametrize("view", EVERY)
def test_every_view_can_be_undone(view: View) -> None:
    image = torch.arange(24.0).reshape(2, 3, 4)
    torch.testing.assert_close(view.undone(view.of(image)), image)


def test_the_eight_views_differ() -> None:
    image = torch.arange(9).reshape(3, 3)
    assert len({tuple(view.of(image).flatten().tolist()) for view in EVERY}) == 8


def trained(model: Model, config: dict) -> Model:
    return dataclasses.replace(model, card=dataclasses.replace(model.card, training={"config": config}))


@pytest.mark.parametrize(
    ("wanted", "augmentation", "count"),
    [
        ("none", {"augment": False}, 1),
        ("flips", {"augment": True, "flips": True}, 4),
        ("flips", {"augment": True, "flips": True, "keep_look_direction": True}, 2),
        ("turns", {"augment": True, "flips": True, "quarter_turns": True}, 8),
    ],
)
def test_a_model_is_looked_at_as_it_was_trained(brightness_model: Model, wanted: str, augmentation: dict, count: int) -> None:
    for config in (augmentation, {"augmentation": augmentation}):
        views = views_of(wanted, trained(brightness_model, config).card)
        assert len(set(views)) == count
        assert views[0] == AS_IT_IS
    rows_alone = augmentation.get("keep_look_direction", False)
    assert not (rows_alone and any(view.columns_mirrored or view.exchanged for view in views))


@pytest.mark.parametrize(
    ("wanted", "augmentation"),
    [("flips", {"augment": False}), ("flips", {"augment": True, "flips": False}), ("turns", {"augment": True, "flips": True})],
)
def test_views_that_training_never_showed_are_refused_by_name(brightness_model: Model, wanted: str, augmentation: dict) -> None:
    with pytest.raises(ModelError, match=f"brightness.*{wanted}"):
        views_of(wanted, trained(brightness_model, {"augmentation": augmentation}).card)


def test_a_model_that_does_not_say_how_it_was_trained_may_be_looked_at_in_any_way(brightness_model: Model) -> None:
    assert len(views_of("turns", brightness_model.card)) == 8


def test_probabilities_are_the_mean_over_the_views(brightness_model: Model) -> None:
    inputs = torch.randn(3, 1, 96, 96, generator=torch.Generator().manual_seed(0))
    network = brightness_model.network
    network.body.append(torch.nn.AdaptiveMaxPool2d((3, 1)))  # depends on what lies in rows, and on nothing that mirroring leaves
    network.body.append(torch.nn.Upsample(size=(1, 1)))  # takes the first
    views = views_of("flips", brightness_model.card)
    by_hand = sum((network(view.of(inputs)) / 2).softmax(1) for view in views) / 4
    torch.testing.assert_close(averaged_probabilities(network, inputs, 2.0, views), by_hand)
    assert not torch.allclose(averaged_probabilities(network, inputs, 2.0, (AS_IT_IS,)), by_hand, atol=1e-4)
