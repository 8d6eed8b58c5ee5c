"""Where training starts from."""

import dataclasses
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
import torch
from echopatch.core.contract.errors import EchopatchError, LearningError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.network import start_weights
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import PatchNetwork, build_network
from echopatch.core.engine.network.start_weights import Start, check_start, fit_channels, read_start, start_from
from echopatch.core.engine.network.torchvision_models import resnet
from safetensors.torch import save_file

CARD = ModelCard(
    name="m", backbone="resnet18", head=(), channels=("HH",), classes=TERRASAR_X_LEGEND[:3], patch_px=64, pixel_size_m=1.25,
    radiometry=Radiometry(), looks=(1.0, 1.0), incidence_deg=(30.0, 40.0), histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
)  # fmt: skip


class Listener(Silent):
    def __init__(self) -> None:
        self.differences: list[str] = []

    def warning(self, code: str, **values: Any) -> None:
        assert code == "start-differs"
        self.differences.append(values["differences"])


def network_of(card: ModelCard, seed: int = 1) -> PatchNetwork:
    torch.manual_seed(seed)
    return build_network(card.backbone, card.head, len(card.channels), len(card.classes)).eval()


def begin(network: PatchNetwork, start: str, card: ModelCard = CARD) -> Start:
    found = read_start(start, card.backbone)
    start_from(network, found, card)
    return found


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
    begin(network, str(path))
    grey = torch.randn(2, 1, 64, 64)
    with torch.inference_mode():
        headless = torch.nn.Sequential(*list(torchvision_network.children())[:-1])
        torch.testing.assert_close(network.body(grey).mean((2, 3)), headless(grey.expand(-1, 3, -1, -1)).flatten(1), rtol=1e-4, atol=1e-4)


def test_imagenet_weights_come_through_torchvision(monkeypatch: pytest.MonkeyPatch, torchvision_network: torch.nn.Module) -> None:
    kind = resnet.ResNet18_Weights
    monkeypatch.setattr(kind, "get_state_dict", lambda self, **_: torchvision_network.state_dict())
    network = network_of(CARD)
    begin(network, "imagenet")
    assert torch.equal(network.body.layer4[1].conv2.weight, torchvision_network.layer4[1].conv2.weight)


def refused(start: str, card: ModelCard = CARD) -> EchopatchError:
    with pytest.raises(EchopatchError) as caught:
        begin(network_of(card), start, card)
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


def test_a_model_with_another_legend_gives_its_body_and_names_what_differs_once(tmp_path: Path) -> None:
    parent = dataclasses.replace(CARD, classes=TERRASAR_X_LEGEND, patch_px=160, pixel_size_m=None)
    save_model(tmp_path / "p.safetensors", network_of(parent, seed=2), parent)
    network, fresh = network_of(CARD), network_of(CARD)
    report = Listener()
    check_start(begin(network, str(tmp_path / "p.safetensors")), CARD, False, report)
    assert report.differences == ["pixel size unknown (here 1.25 m), patch size 160 px (here 64 px)"]
    assert torch.equal(network.body.conv1.weight, network_of(parent, seed=2).body.conv1.weight)
    assert torch.equal(network.head[0].weight, fresh.head[0].weight)


def test_a_model_with_the_same_legend_gives_its_head_too(tmp_path: Path) -> None:
    save_model(tmp_path / "p.safetensors", network_of(CARD, seed=2), CARD)
    network = network_of(CARD)
    report = Listener()
    check_start(begin(network, str(tmp_path / "p.safetensors")), CARD, False, report)
    assert report.differences == []
    assert torch.equal(network.head[0].weight, network_of(CARD, seed=2).head[0].weight)


def test_another_quantity_than_the_start_models_needs_a_word(tmp_path: Path) -> None:
    save_model(tmp_path / "p.safetensors", network_of(CARD), CARD)
    chips = dataclasses.replace(CARD, radiometry=Radiometry(quantity="dn"), pixel_size_m=None)
    start, report = read_start(str(tmp_path / "p.safetensors"), None), Listener()
    with pytest.raises(LearningError, match=r"learned from gamma0, these patches hold dn.*--allow-other-quantity") as caught:
        check_start(start, chips, False, report)
    assert caught.value.code == "start-quantity"
    check_start(start, chips, True, report)
    assert report.differences == ["quantity gamma0 (here dn), pixel size 1.25 m (here unknown)"]


def test_the_backbone_is_that_of_the_start_where_none_is_asked_for(tmp_path: Path) -> None:
    small = dataclasses.replace(CARD, backbone="resnet10")
    save_model(tmp_path / "p.safetensors", network_of(small), small)
    torch.save(resnet.resnet34().state_dict(), tmp_path / "weights.pth")
    starts = ("random", str(tmp_path / "p.safetensors"), str(tmp_path / "weights.pth"))
    assert [read_start(start, None).backbone for start in starts] == ["resnet18", "resnet10", "resnet34"]
    assert read_start("random", "resnet50").backbone == "resnet50"


def test_the_shipped_model_is_the_one_that_the_manifest_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models.json").write_text('{"name": "m.safetensors", "url": "https://example.org/m.safetensors"}')
    monkeypatch.setattr(start_weights, "MODELS_FOLDER", tmp_path)
    error = refused("shipped")
    assert error.code == "start-shipped-missing"
    assert "https://example.org/m.safetensors" in str(error)
    save_model(tmp_path / "m.safetensors", network_of(CARD, seed=2), CARD)
    network = network_of(CARD)
    assert begin(network, "shipped").parent is not None
    assert torch.equal(network.body.conv1.weight, network_of(CARD, seed=2).body.conv1.weight)


Weights = dict[str, torch.Tensor]


def bottlenecks(channels: int) -> Weights:
    """ResNet-50 in torchvision's layout, with so many channels."""
    torch.manual_seed(3)
    state: Weights = resnet.resnet50().state_dict()
    return {**state, "conv1.weight": torch.randn(64, channels, 7, 7)}


def prefixed(prefix: str, state: Weights) -> Weights:
    return {prefix + name: tensor for name, tensor in state.items()}


def without_head(state: Weights) -> Weights:
    return {name: tensor for name, tensor in state.items() if not name.startswith("fc.")}


def zeros(state: Weights) -> Weights:
    return {name: torch.zeros_like(tensor) for name, tensor in state.items()}


FILES = {
    "torchgeo, Sentinel-1 MoCo, as published": without_head,
    "a backbone within a task": lambda state: {**prefixed("backbone.", without_head(state)), "decoder.weight": torch.zeros(3)},
    "MoCo with its queue and second encoder": lambda state: {
        "epoch": 99, "arch": "resnet50",
        "state_dict": {
            **prefixed("module.encoder_k.", zeros(state)), **prefixed("module.encoder_q.", without_head(state)),
            "module.encoder_q.fc.0.weight": torch.zeros(2048, 2048), "module.queue": torch.zeros(128, 64),
        },
    },
    "parallel training": lambda state: {"model": prefixed("module.", state), "optimizer": {"lr": 0.1}},
    "an old torch without counters": lambda state: {name: one for name, one in state.items() if not name.endswith("tracked")},
}  # fmt: skip


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("channels", [2, 3])
def test_public_models_are_a_start_however_their_file_is_laid_out(tmp_path: Path, file: str, channels: int) -> None:
    state = bottlenecks(channels)
    torch.save(FILES[file](state), tmp_path / "weights.pth")
    card = dataclasses.replace(CARD, channels=("VV", "VH"))
    start = read_start(str(tmp_path / "weights.pth"), None)
    assert start.backbone == "resnet50"
    network = network_of(dataclasses.replace(card, backbone=start.backbone))
    start_from(network, start, card)
    assert torch.equal(network.body.layer4[2].conv3.weight, state["layer4.2.conv3.weight"])
    assert torch.equal(network.body.layer3[0].bn1.running_var, state["layer3.0.bn1.running_var"])
    torch.testing.assert_close(network.body.conv1.weight, fit_channels(state["conv1.weight"], 2))


def squeezed() -> Weights:
    state: Weights = resnet.resnet18().state_dict()
    return {**state, "layer1.0.se.fc1.weight": torch.zeros(4, 64)}


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"patch_embed.proj.weight": torch.zeros(96, 3, 4, 4)}, "patch_embed.proj.weight"),  # Swin
        ({"cls_token": torch.zeros(1, 1, 768), "blocks.0.attn.qkv.weight": torch.zeros(9, 3)}, "cls_token"),  # ViT
        ({"features.conv0.weight": torch.zeros(64, 3, 7, 7)}, "features.conv0.weight"),  # DenseNet
        (squeezed(), "layer1.0.se.fc1.weight"),  # SENet
    ],
)
def test_what_is_no_such_resnet_is_named(tmp_path: Path, state: Weights, named: str) -> None:
    torch.save({"model": state}, tmp_path / "weights.pth")
    error = refused(str(tmp_path / "weights.pth"))
    assert error.code == "start-weights-unfit"
    assert f"('{named}' does not fit)" in str(error)


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
