"""The texture expert against scikit-learn, and in a model file."""

from pathlib import Path

import numpy as np
import pytest
import torch
from echopatch.core.contract.legend import LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.engine.learning.expert import STRENGTH, Seen, fit_expert, settle
from echopatch.core.engine.network.model_file import load_model, save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.network.texture import TextureStatistics, texture_features
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

RADIOMETRY = Radiometry(mean=0.3, std=0.2)


def _patches(per_class: int, classes: tuple[int, ...], seed: int = 0) -> tuple[torch.Tensor, np.ndarray]:
    """Network input of classes that differ in looks, (N, 1, 64, 64), and labels."""
    rng = np.random.default_rng(seed)
    labels = np.repeat(classes, per_class)
    grey = np.stack([(rng.gamma(1.0 + label, 60 / (1.0 + label), (1, 64, 64))).clip(0, 255).round() for label in labels])
    return torch.from_numpy(((grey / 255 - 0.3) / 0.2).astype(np.float32)), labels.astype(np.int64)


def _statistics(inputs: torch.Tensor) -> torch.Tensor:
    return TextureStatistics(RADIOMETRY.mean, RADIOMETRY.std)(inputs).mean(dim=(2, 3))


def test_the_linear_part_answers_as_the_pipeline_of_scikit_learn() -> None:
    inputs, labels = _patches(30, (0, 1, 2))
    statistics = _statistics(inputs)
    expert = fit_expert(statistics, labels, 3, RADIOMETRY)
    features = texture_features(statistics).numpy()
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)).fit(features, labels)
    np.testing.assert_allclose(expert(statistics).detach(), model.predict_proba(features), atol=1e-3)


@pytest.mark.parametrize("classes", [(0, 2), (0, 1, 3)])
def test_absent_classes_are_never_answered(classes: tuple[int, ...]) -> None:
    inputs, labels = _patches(8, classes)
    statistics = _statistics(inputs)
    found = fit_expert(statistics, labels, 4, RADIOMETRY)(statistics).detach().numpy()
    features = texture_features(statistics).numpy().astype(np.float64)
    linear = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000)).fit(features, labels)
    np.testing.assert_allclose(found[:, list(classes)], linear.predict_proba(features), atol=1e-3)
    assert found[:, [one for one in range(4) if one not in classes]].max() < 1e-6


def test_a_model_file_gives_back_the_expert(tmp_path: Path) -> None:
    inputs, labels = _patches(8, (0, 1, 2))
    network = build_network("resnet10", (), 1, 3).eval()
    alone = network(inputs)
    network.expert = fit_expert(_statistics(inputs), labels, 3, RADIOMETRY)
    card = ModelCard(
        name="m", backbone="resnet10", head=(), channels=("HH",), patch_px=64, pixel_size_m=1.25, radiometry=RADIOMETRY, looks=None,
        classes=tuple(LandClass(code, f"class {code}", "#102030") for code in (1, 2, 3)), incidence_deg=None, histogram=(1 / 64,) * 64,
        texture_expert=True,
    )  # fmt: skip
    save_model(tmp_path / "m.safetensors", network, card)
    loaded = load_model(str(tmp_path / "m.safetensors"))
    with torch.inference_mode():
        torch.testing.assert_close(loaded.network(inputs), network(inputs))
        both = network(inputs).softmax(1)
        share = float(network.expert.share)
        expected = (1 - share) * alone.softmax(1) + share * network.expert(_statistics(inputs))
    torch.testing.assert_close(both, expected.detach(), atol=1e-5, rtol=1e-5)


def test_an_expert_whom_the_validation_patches_give_no_say_is_left_out() -> None:
    inputs, labels = _patches(20, (0, 1, 2))
    statistics = _statistics(inputs)
    expert = fit_expert(statistics, (labels + 1) % 3, 3, RADIOMETRY)  # taught wrong
    right = torch.nn.functional.one_hot(torch.from_numpy(labels), 3) * 8.0
    settle(expert, Seen(right, statistics, labels))
    assert float(expert.share) == 0
    settle(expert, Seen(-right, statistics, (labels + 1) % 3))  # a network that is always wrong, an expert that is right
    assert float(expert.share) == 1
