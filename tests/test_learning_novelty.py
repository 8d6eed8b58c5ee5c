"""Where a model is at home: fitting, measuring, and keeping it in the model file."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from echopatch.core.contract.errors import ModelError
from echopatch.core.contract.model_card import Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.batches import PatchReader
from echopatch.core.engine.learning.novelty import fit_domain, learn_novelty, surrounded_features, torn
from echopatch.core.engine.learning.splits import splits_of
from echopatch.core.engine.network.domain import PREFIX, Domain, domain_tensors, domains_of, evened
from echopatch.core.engine.network.model_file import Model, load_model, save_model
from echopatch.core.engine.network.networks import PatchNetwork, build_network
from echopatch.core.engine.patches.patch_set import read_patch_set
from safetensors.torch import load_file, save_file

CPU = torch.device("cpu")


def clusters(count: int, seed: int, width: int = 12) -> tuple[torch.Tensor, np.ndarray]:
    """Features of three classes whose roots are normal with one covariance."""
    random = np.random.default_rng(seed)
    shape = np.random.default_rng(99)
    centres, mixing = shape.uniform(3, 6, (3, width)), shape.normal(0, 0.15, (width, width))
    labels = random.integers(0, 3, count)
    roots = centres[labels] + random.normal(0, 1, (count, width)) @ mixing
    return torch.from_numpy(roots**2).float(), labels


def by_hand(known: np.ndarray, labels: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Distance to the nearest centre by the whole covariance within classes, drawn half-way to its diagonal."""
    centres = np.stack([known[labels == one].mean(0) for one in np.unique(labels)])
    covariance = np.cov((known - centres[labels]).T, bias=True)
    shrunk = 0.5 * covariance + 0.5 * np.diag(np.diag(covariance))
    away = features[:, None] - centres
    return np.sqrt(np.einsum("nci,ij,ncj->nc", away, np.linalg.inv(shrunk), away).min(1))


def test_novelty_is_mahalanobis_distance_in_units_of_the_limit() -> None:
    (known, labels), (judged, _), (new, _) = clusters(400, 0), clusters(100, 1), clusters(50, 2)
    domain = fit_domain(known, labels, judged)
    roots = [np.sqrt(one.double().numpy()) for one in (known, judged, new)]
    limit = np.quantile(by_hand(roots[0], labels, roots[1]), 0.99)
    # the last of twelve directions stands for all that are left out, and so is exact
    np.testing.assert_allclose(domain.novelty(new), by_hand(roots[0], labels, roots[2]) / limit, rtol=2e-3)
    assert float(domain.limit) == pytest.approx(limit, rel=2e-3)


def test_one_of_a_hundred_known_patches_lies_beyond_the_limit_and_all_strange_ones() -> None:
    (known, labels), (judged, _), (new, _) = clusters(600, 0), clusters(1000, 1), clusters(1000, 2)
    domain = fit_domain(known, labels, judged)
    assert 0.003 < float((domain.novelty(new) > 1).float().mean()) < 0.03
    assert (domain.novelty(new * 1.8) > 1).all()


def test_validation_patches_set_the_limit_and_nothing_else() -> None:
    (known, labels), (judged, _) = clusters(200, 0), clusters(100, 1)
    one, other = fit_domain(known, labels, judged), fit_domain(known, labels, judged * 1.5)
    for name in ("centres", "spread", "directions", "weights"):
        torch.testing.assert_close(getattr(one, name), getattr(other, name))
    assert float(other.limit) > 2 * float(one.limit)


def test_a_few_patches_and_a_feature_that_never_stirs_are_no_hindrance() -> None:
    known, labels = clusters(7, 0, width=40)
    known[:, 3] = 0
    domain = fit_domain(known, labels, clusters(30, 1, width=40)[0])
    assert torch.isfinite(domain.novelty(known)).all()
    assert (domain.novelty(known) < domain.novelty(known + 3)).all()


def test_many_features_cost_a_model_file_little() -> None:
    random = torch.Generator().manual_seed(0)
    domain = fit_domain(torch.rand(300, 512, generator=random), np.arange(300) % 7, torch.rand(50, 512, generator=random))
    assert domain.directions.shape == (64, 512)
    assert sum(tensor.nbytes for tensor in domain_tensors({"dense": domain}).values()) < 200_000


def test_a_patch_in_surroundings_is_seen_as_the_middle_of_its_reflection() -> None:
    torch.manual_seed(0)
    network = build_network("resnet10", (), 1, 3).eval()
    patch = torch.randn(2, 1, 64, 64)
    reflected = torch.from_numpy(np.pad(patch.numpy(), ((0, 0), (0, 0), (96, 96), (96, 96)), mode="reflect"))
    with torch.no_grad():
        expected = network.body(reflected)[:, :, 3:5, 3:5].mean(dim=(2, 3))
        torch.testing.assert_close(surrounded_features(network, patch), expected)


def test_torn_patches_keep_at_least_half_and_lose_one_side() -> None:
    inputs = torch.ones(32, 1, 64, 64)
    kept = torn(inputs)[:, 0]
    shares = kept.mean(dim=(1, 2))
    assert (shares >= 0.49).all()
    assert (shares < 0.99).sum() > 10
    opposite = kept.flip(1, 2)
    assert ((kept + opposite) >= 1).all()  # what lies across the middle of what is lost is there


def test_training_learns_both_modes_and_the_card_says_on_how_many_patches(toy_set: Callable[..., Path]) -> None:
    network, reader, splits = material(toy_set("toy", {"train": (20, 20, 20), "validation": (10, 10, 10)}))
    learned = learn_novelty(network, reader, splits, Silent())
    assert learned is not None
    assert set(learned.domains) == {"patch", "dense"}
    assert json.loads(json.dumps(learned.facts)) == learned.facts
    assert (learned.facts["training_patches"], learned.facts["validation_patches"]) == (60, 30)
    features = patch_means(network, reader, splits.train)
    assert float((learned.domains["patch"].novelty(features) > 1).float().mean()) < 0.2


def test_too_few_validation_patches_tell_nothing(toy_set: Callable[..., Path]) -> None:
    network, reader, splits = material(toy_set("toy", {"train": (10, 10), "validation": (14, 15)}))
    assert learn_novelty(network, reader, splits, Silent()) is None


def material(path: Path) -> tuple[PatchNetwork, PatchReader, object]:
    torch.manual_seed(0)
    patch_set = read_patch_set(str(path))
    splits = splits_of(patch_set)
    network = build_network("resnet10", (), 1, len(patch_set.settings.classes)).eval()
    return network, PatchReader(patch_set, splits.labels, Radiometry(), CPU), splits


def patch_means(network: PatchNetwork, reader: PatchReader, rows: np.ndarray) -> torch.Tensor:
    with torch.no_grad():
        return torch.cat([network.body(batch.inputs).mean(dim=(2, 3)) for batch in reader.batches(rows, 16)])


@pytest.mark.parametrize("half", [False, True])
def test_a_model_file_keeps_its_domains(brightness_model: Model, tmp_path: Path, half: bool) -> None:
    domains, card, network = some_domains(brightness_model)
    save_model(tmp_path / "a.safetensors", network, card, half, domains)
    loaded = load_model(str(tmp_path / "a.safetensors"))
    assert set(loaded.domains) == {"dense", "patch"}
    features = torch.rand(20, 512)
    for mode, domain in domains.items():
        torch.testing.assert_close(loaded.domains[mode].novelty(features), domain.novelty(features), rtol=1e-2, atol=1e-2)


@pytest.mark.parametrize("broken", ["missing", "shape", "nan"])
def test_a_broken_domain_is_refused_by_name(brightness_model: Model, tmp_path: Path, broken: str) -> None:
    domains, card, network = some_domains(brightness_model)
    path = tmp_path / "a.safetensors"
    save_model(path, network, card, domains=domains)
    tensors, key = load_file(path), f"{PREFIX}dense.weights"
    changed = {"missing": None, "shape": tensors[key][:-1], "nan": tensors[key] * float("nan")}[broken]
    tensors = {name: tensor for name, tensor in {**tensors, key: changed}.items() if tensor is not None}
    save_file(tensors, path, metadata={"echopatch": card.to_json()})
    with pytest.raises(ModelError, match="weights"):
        load_model(str(path))


def some_domains(model: Model) -> tuple[dict[str, Domain], object, PatchNetwork]:
    random = torch.Generator().manual_seed(0)
    labels = np.arange(100) % 3
    parts = [torch.rand(100, 512, generator=random) for _ in range(4)]
    domains = {"dense": fit_domain(parts[0], labels, parts[1]), "patch": fit_domain(parts[2], labels, parts[3])}
    return domains, dataclasses.replace(model.card, backbone="resnet10"), build_network("resnet10", (), 1, 3)


def test_roots_keep_their_sign() -> None:
    torch.testing.assert_close(evened(torch.tensor([4.0, -9.0, 0.0])), torch.tensor([2.0, -3.0, 0.0]))


def test_tensors_of_other_names_are_no_domain() -> None:
    assert domains_of({"head.0.weight": torch.ones(1)}) == {}
