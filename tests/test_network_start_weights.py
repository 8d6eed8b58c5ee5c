"""Where training starts from."""

import dataclasses
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
import torch
from echopatch.core.contract.errors import EchopatchError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import PatchNetwork, build_network
from echopatch.core.engine.network.start_weights import fit_channels, start_from
from echopatch.core.engine.network.torchvision_models import resnet
from safetensors.torch import save_file

CARD = ModelCard(
    name="m", backbone="resnet18", head=(), channels=("HH",), classes=TERRASAR_X_LEGEND[:3], patch_px=64, pixel_size_m=1.25,
    radiometry=Radiometry(), looks=(1.0, 1.0), incidence_deg=(30.0, 40.0), histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
)  # fmt: skip


class Listener(Silent):
    def __init__(self) -> None:
        self.names: list[str] = []

    def warning(self, code: str, **values: Any) -> None:
        assert code == "start-differs"
        self.names.append(values["name"])


def network_of(card: ModelCard, seed: int = 1) -> PatchNetwork:
    torch.manual_seed(seed)
    return build_network(card.backbone, card.head, len(card.channels), len(card.classes)).eval()


@pytest.fixture(scope="module")
def torchvision_network() -> torch.nn.Module:
    torch.manual_seed(7)
    return resnet.resnet18().eval()


def test_a_stem_for_other_channels_answers_alike_where_all_channels_are_alike() -> None:
    stem, image = torch.randn(4, 3, 7, 7), torch.randn(1, 1, 16, 16)
    wanted = torch.conv2d(image.expand(-1, 3, -1, -1), stem)
    for channels in (1, 2, 5):
        answer = torch.conv2d(image.expand(-1, channels, -1, -1), fit_channels(stem, channels))
        torch.testing.assert_close(answer, wanted, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_torchvision_weights_of_a_local_file_fill_the_body(tmp_path: Path, torchvision_network: torch.nn.Module, suffix: str) -> None:
    path = tmp_path / f"weights{suffix}"
    (torch.save if suffix == ".pth" else save_file)(torchvision_network.state_dict(), path)
    network = network_of(CARD)
    start_from(network, str(path), CARD, Silent())
    grey = torch.randn(2, 1, 64, 64)
    with torch.inference_mode():
        headless = torch.nn.Sequential(*list(torchvision_network.children())[:-1])
        torch.testing.assert_close(network.body(grey).mean((2, 3)), headless(grey.expand(-1, 3, -1, -1)).flatten(1), rtol=1e-4, atol=1e-4)


def test_imagenet_weights_come_through_torchvision(monkeypatch: pytest.MonkeyPatch, torchvision_network: torch.nn.Module) -> None:
    kind = resnet.ResNet18_Weights
    monkeypatch.setattr(kind, "get_state_dict", lambda self, **_: torchvision_network.state_dict())
    network = network_of(CARD)
    start_from(network, "imagenet", CARD, Silent())
    assert torch.equal(network.body.layer4[1].conv2.weight, torchvision_network.layer4[1].conv2.weight)


def refused(start: str, card: ModelCard = CARD) -> EchopatchError:
    with pytest.raises(EchopatchError) as caught:
        start_from(network_of(card), start, card, Silent())
    assert "\n" not in str(caught.value)
    return caught.value


def test_without_the_internet_imagenet_weights_name_what_to_fetch(monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(self: object, **_: object) -> None:
        raise URLError("no route to host")

    monkeypatch.setattr(resnet.ResNet18_Weights, "get_state_dict", offline)
    error = refused("imagenet")
    assert error.code == "start-imagenet-unreachable"
    assert "resnet18" in str(error)
    assert ".pth" in str(error)
    assert "--start" in str(error)


def test_a_backbone_without_imagenet_weights_is_refused() -> None:
    assert refused("imagenet", dataclasses.replace(CARD, backbone="resnet10")).code == "start-imagenet-none"


def test_a_model_with_another_legend_gives_its_body_and_names_what_differs(tmp_path: Path) -> None:
    parent = dataclasses.replace(CARD, classes=TERRASAR_X_LEGEND, patch_px=160, radiometry=Radiometry(quantity="sigma0"))
    save_model(tmp_path / "p.safetensors", network_of(parent, seed=2), parent)
    network, fresh = network_of(CARD), network_of(CARD)
    report = Listener()
    start_from(network, str(tmp_path / "p.safetensors"), CARD, report)
    assert report.names == ["patch size in px", "quantity"]
    assert torch.equal(network.body.conv1.weight, network_of(parent, seed=2).body.conv1.weight)
    assert torch.equal(network.head[0].weight, fresh.head[0].weight)


def test_a_model_with_the_same_legend_gives_its_head_too(tmp_path: Path) -> None:
    save_model(tmp_path / "p.safetensors", network_of(CARD, seed=2), CARD)
    network = network_of(CARD)
    report = Listener()
    start_from(network, str(tmp_path / "p.safetensors"), CARD, report)
    assert report.names == []
    assert torch.equal(network.head[0].weight, network_of(CARD, seed=2).head[0].weight)


def test_files_that_cannot_be_a_start_are_refused(tmp_path: Path) -> None:
    other = dataclasses.replace(CARD, backbone="resnet10")
    save_model(tmp_path / "other.safetensors", network_of(other), other)
    torch.save({"conv1.weight": torch.zeros(64, 3, 7, 7)}, tmp_path / "part.pth")
    torch.save([1, 2], tmp_path / "list.pth")
    torch.save(torch.nn.Linear(1, 1), tmp_path / "pickled.pth")
    (tmp_path / "text.pth").write_text("weights")
    (tmp_path / "empty.pth").write_bytes(b"")
    (tmp_path / "text.safetensors").write_text("weights")
    codes = {
        "none.pth": "model-missing", "other.safetensors": "start-backbone", "part.pth": "start-weights-unfit",
        "list.pth": "start-unreadable", "pickled.pth": "start-unreadable", "text.pth": "start-unreadable",
        "empty.pth": "start-unreadable", "text.safetensors": "model-header-broken",
    }  # fmt: skip
    assert {name: refused(str(tmp_path / name)).code for name in codes} == codes
