import copy
import dataclasses
import hashlib
import json
import struct
from pathlib import Path

import pytest
import safetensors.torch
import torch
from echopatch.core.contract.errors import ModelError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry, read_card
from echopatch.core.engine.network.model_file import load_model, save_model
from echopatch.core.engine.network.networks import PatchNetwork, build_network

CARD = ModelCard(
    name="small",
    backbone="resnet10",
    head=(),
    channels=("HH",),
    classes=TERRASAR_X_LEGEND,
    patch_px=64,
    pixel_size_m=1.25,
    radiometry=Radiometry(mean=0.4),
    looks=(1.0, 4.0),
    incidence_deg=(20.0, 50.0),
    histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
    temperature=1.5,
    provenance="Zufällige Gewichte",
)


@pytest.fixture(scope="module")
def network() -> PatchNetwork:
    torch.manual_seed(0)
    return build_network("resnet10", (), 1, 7).eval()


@pytest.fixture(scope="module")
def patches() -> torch.Tensor:
    return torch.randn(2, 1, 64, 64, generator=torch.Generator().manual_seed(1))


def test_a_model_comes_back_from_its_file_bit_for_bit(tmp_path: Path, network: PatchNetwork, patches: torch.Tensor) -> None:
    path = tmp_path / "a.safetensors"
    save_model(path, copy.deepcopy(network).to(memory_format=torch.channels_last), CARD)
    model = load_model(str(path))
    assert model.card == CARD == read_card(str(path))
    assert model.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not model.network.training
    with torch.inference_mode():
        torch.testing.assert_close(model.network(patches), network(patches), rtol=0, atol=1e-5)
    for name, tensor in network.state_dict().items():
        assert torch.equal(model.network.state_dict()[name], tensor), name


def test_a_loaded_network_can_be_trained_on(tmp_path: Path, network: PatchNetwork, patches: torch.Tensor) -> None:
    save_model(tmp_path / "a.safetensors", network, CARD)
    loaded = load_model(str(tmp_path / "a.safetensors")).network
    loaded(patches).sum().backward()
    assert all(one.grad is not None and one.dtype == torch.float32 for one in loaded.parameters())


def test_a_file_of_half_size_is_half_the_size_and_answers_alike(tmp_path: Path, network: PatchNetwork, patches: torch.Tensor) -> None:
    full, half = tmp_path / "full.safetensors", tmp_path / "half.safetensors"
    save_model(full, network, CARD)
    save_model(half, network, CARD, half=True)
    assert half.stat().st_size < 10.5e6
    assert half.stat().st_size / full.stat().st_size == pytest.approx(0.5, abs=0.01)
    with torch.inference_mode():
        torch.testing.assert_close(load_model(str(half)).network(patches), network(patches), rtol=0.01, atol=0.02)


def saved(tmp_path: Path, network: PatchNetwork, card: ModelCard = CARD) -> Path:
    path = tmp_path / "m.safetensors"
    save_model(path, network, card)
    return path


def refusal(path: Path) -> ModelError:
    with pytest.raises(ModelError) as caught:
        load_model(str(path))
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.safetensors").code == "model-missing"


@pytest.mark.parametrize("data", [b"", b"short", struct.pack("<Q", 20) + b"this is not JSON ....", struct.pack("<Q", 2**60) + b"{}"])
def test_a_broken_header_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.safetensors"
    path.write_bytes(data)
    assert refusal(path).code == "model-header-broken"


def test_a_truncated_file_is_refused(tmp_path: Path, network: PatchNetwork) -> None:
    path = saved(tmp_path, network)
    path.write_bytes(path.read_bytes()[:-1000])
    assert refusal(path).code == "model-header-broken"


def test_a_file_without_card_is_refused(tmp_path: Path, network: PatchNetwork) -> None:
    path = tmp_path / "plain.safetensors"
    path.write_bytes(safetensors.torch.save(network.state_dict(), metadata={"format": "pt"}))
    assert refusal(path).code == "model-without-card"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"channels": ("HH", "VV")}, "model-weights-unfit"),
        ({"classes": TERRASAR_X_LEGEND[:3]}, "model-weights-unfit"),
        ({"head": (256,)}, "model-weights-unfit"),
        ({"backbone": "resnet18"}, "model-weights-unfit"),
        ({"backbone": "vgg16"}, "model-card-broken"),
        ({"histogram": (1.0,)}, "model-card-broken"),
        ({"version": 99}, "model-too-new"),
    ],
)
def test_a_card_that_does_not_fit_the_weights_is_refused(
    tmp_path: Path, network: PatchNetwork, change: dict[str, object], code: str
) -> None:
    assert refusal(saved(tmp_path, network, dataclasses.replace(CARD, **change))).code == code


def test_a_wrong_channel_count_names_tensor_and_shapes(tmp_path: Path, network: PatchNetwork) -> None:
    error = refusal(saved(tmp_path, network, dataclasses.replace(CARD, channels=("HH", "VV"))))
    assert "body.conv1.weight has shape (64, 1, 7, 7) instead of (64, 2, 7, 7)" in str(error)


def test_a_card_with_a_missing_part_is_refused(tmp_path: Path, network: PatchNetwork) -> None:
    card = json.loads(CARD.to_json())
    del card["patch_px"]
    path = tmp_path / "m.safetensors"
    path.write_bytes(safetensors.torch.save(network.state_dict(), metadata={"echopatch": json.dumps(card)}))
    assert refusal(path).code == "model-card-broken"


def test_weights_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    broken = build_network("resnet10", (), 1, 7)
    with torch.no_grad():
        broken.body.conv1.weight[0, 0, 0, 0] = float("nan")
    error = refusal(saved(tmp_path, broken))
    assert error.code == "model-weights-unfit"
    assert "body.conv1.weight holds values that are not numbers" in str(error)
