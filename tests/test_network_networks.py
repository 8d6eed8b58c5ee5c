import subprocess
import sys

import pytest
import torch
from echopatch.core.engine.network.networks import BODY_STRIDE_PX, PatchNetwork, build_network
from torch.nn import functional as F


def seeded_network(backbone: str = "resnet10", head: tuple[int, ...] = (), channels: int = 1, classes: int = 7) -> PatchNetwork:
    torch.manual_seed(0)
    return build_network(backbone, head, channels, classes).eval()


def parameters(network: torch.nn.Module) -> int:
    return sum(one.numel() for one in network.parameters())


# convolutions and batch norms of torchvision's documented 11,689,512 (ResNet-18) and 25,557,032 (ResNet-50),
# less the 1000-class layer and two of three input channels
@pytest.mark.parametrize(
    ("backbone", "body", "features"),
    [
        ("resnet10", 4_900_000, 512),
        ("resnet18", 11_689_512 - 513_000 - 2 * 64 * 49, 512),
        ("resnet34", 21_797_672 - 513_000 - 2 * 64 * 49, 512),
        ("resnet50", 25_557_032 - 2_049_000 - 2 * 64 * 49, 2048),
        ("resnet101", 44_549_160 - 2_049_000 - 2 * 64 * 49, 2048),
    ],
)
def test_backbones_have_the_published_number_of_weights(backbone: str, body: int, features: int) -> None:
    network = seeded_network(backbone)
    assert parameters(network.body) == pytest.approx(body, rel=0.001 if backbone == "resnet10" else 0)
    assert parameters(network.head) == features * 7 + 7


def test_the_papers_head_has_two_hidden_layers_of_256() -> None:
    head = seeded_network("resnet50", (256, 256)).head
    assert [layer.weight.shape for layer in head if isinstance(layer, torch.nn.Linear)] == [(256, 2048), (256, 256), (7, 256)]


def test_pooling_the_body_over_one_patch_and_asking_the_head_is_the_patch_answer() -> None:
    network = seeded_network(head=(16,), channels=2)
    patches = torch.randn(3, 2, 64, 96, generator=torch.Generator().manual_seed(1))
    with torch.inference_mode():
        features = network.body(patches)
        assert features.shape == (3, 512, 64 // BODY_STRIDE_PX, 96 // BODY_STRIDE_PX)
        pooled = F.avg_pool2d(features, kernel_size=(2, 3)).flatten(1)
        torch.testing.assert_close(network.head(pooled), network(patches))


def test_the_body_of_a_tile_answers_as_the_body_of_a_patch_inside_it() -> None:
    network = seeded_network()
    tile = torch.randn(1, 1, 1024, 1024, generator=torch.Generator().manual_seed(2))
    with torch.inference_mode():
        # zero padding reaches about 200 px inwards; the innermost features see the same pixels in both
        inner = network.body(tile[:, :, 256:768, 256:768])[0, :, 8, 8]
        torch.testing.assert_close(network.body(tile)[0, :, 16, 16], inner, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize(("backbone", "channels"), [("resnet11", 1), ("resnet10", 0)])
def test_a_network_that_cannot_be_built_is_refused(backbone: str, channels: int) -> None:
    with pytest.raises(ValueError, match=r"resnet11|0 channels"):
        build_network(backbone, (), channels, 2)


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=120, check=False)


def test_the_resnets_load_in_a_fresh_process_whatever_torch_stands_beside_torchvision() -> None:
    code = (
        "import sys\n"
        "from echopatch.core.engine.network.torchvision_models import resnet\n"
        "import torch\n"
        "heavy = [name for name in sys.modules if name == 'torch._dynamo' or name.split('.')[0] == 'torchvision']\n"
        "print(resnet.resnet18()(torch.zeros(2, 3, 64, 64)).shape[1], heavy)"
    )
    result = run_python(code)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "1000 []"


def test_a_torchvision_that_somebody_else_has_loaded_is_used_and_left_alone() -> None:
    # the operators exist before the import, as a loaded extension would have it
    code = (
        "import torch\n"
        "library = torch.library.Library('torchvision', 'DEF')\n"
        "for name in ('nms', 'qnms'):\n"
        "    library.define(name + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')\n"
        "import torchvision\n"
        "from echopatch.core.engine.network.torchvision_models import resnet\n"
        "import sys\n"
        "print(torchvision.models.resnet is resnet, sys.modules['torchvision'] is torchvision)"
    )
    result = run_python(code)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == ["True", "True"]
