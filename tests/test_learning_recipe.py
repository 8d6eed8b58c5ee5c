"""What training chooses where settings are left out."""

import pytest
from echopatch.core.contract.commands.learning import RunOptions, TrainConfig
from echopatch.core.contract.commands.training_options import SamplingOptions
from echopatch.core.engine.learning.recipe import settled


def _config(**changes: object) -> TrainConfig:
    return TrainConfig(output="m.safetensors", patches="a.patchset", **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("patches", "drawn", "epochs"), [(10, 320, 13), (400, 400, 10), (500, 500, 8), (20_000, 20_000, 8)])
def test_about_four_thousand_patches_are_seen_in_at_least_eight_epochs(patches: int, drawn: int, epochs: int) -> None:
    chosen = settled(_config(), "gamma0", patches)
    assert (chosen.drawing.epoch_patches, chosen.epochs) == (drawn, epochs)


def test_epochs_asked_for_are_passes_over_the_patches() -> None:
    chosen = settled(_config(epochs=5), "gamma0", 10)
    assert (chosen.epochs, chosen.drawing.epoch_patches) == (5, 10)
    assert settled(_config(drawing=SamplingOptions(epoch_patches=64)), "gamma0", 10).epochs == 63


def test_weights_are_averaged_over_the_last_tenth_of_the_steps() -> None:
    assert settled(_config(), "gamma0", 1600).run.ema_decay == pytest.approx(1 - 10 / (8 * 50))
    assert settled(_config(run=RunOptions(ema_decay=0.0)), "gamma0", 1600).run.ema_decay == 0.0
    assert settled(_config(epochs=1), "gamma0", 32).run.ema_decay == 0.0


@pytest.mark.parametrize(
    ("asked", "backbone", "start"),
    [("auto", None, "shipped"), ("auto", "resnet10", "shipped"), ("auto", "resnet50", "random"), ("random", None, "random")],
)
def test_the_shipped_model_is_the_start_unless_another_body_is_asked_for(asked: str, backbone: str | None, start: str) -> None:
    assert settled(_config(start=asked, backbone=backbone), "gamma0", 100).start == start


def test_optical_images_start_at_random_and_have_no_expert_of_radar_texture() -> None:
    chosen = settled(_config(modality="optical"), "rgb", 100)
    assert (chosen.start, chosen.texture_expert) == ("random", False)
    assert settled(_config(), "gamma0", 100).texture_expert
