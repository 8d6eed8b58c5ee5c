"""Where training starts: at random, from ImageNet, the shipped model, another model, or a file of ResNet weights."""

import json
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from ...contract.errors import LearningError, ModelError
from ...contract.model_card import ModelCard, read_card
from ...contract.reporting import Reporter
from .model_file import Model, load_model
from .networks import PatchNetwork
from .state_dicts import COUNTER, STEM, read_body
from .torchvision_models import resnet

DEFAULT_BACKBONE = "resnet18"
MODELS_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "models"
MANIFEST = "models.json"


@dataclass(frozen=True)
class Start:
    """Weights to start from, as they were found."""

    name: str
    """``random``, ``imagenet``, or the path of the file."""
    backbone: str
    """Of the weights; the one asked for where they are random or ImageNet's."""
    body: dict[str, Tensor] | None = None
    """Weights of the body under torchvision's names; None for random ones."""
    parent: Model | None = None
    """The model that the weights are of, if they are of a model."""


def start_path(start: str) -> Path | None:
    """The file of a start; None for ``random`` and ``imagenet``.

    Raises:
        ModelError: no such file, or the shipped model is not installed.
    """
    if start in ("random", "imagenet"):
        return None
    if start == "shipped":
        return _shipped()
    if not Path(start).is_file():
        raise ModelError("model-missing", path=start)
    return Path(start)


def _shipped() -> Path:
    """The model that the manifest names; a plugin without it has its own folder of models, and gives the path itself."""
    manifest = json.loads((MODELS_FOLDER / MANIFEST).read_text(encoding="utf-8"))
    path = MODELS_FOLDER / str(manifest["name"])
    if not path.is_file():
        raise ModelError("start-shipped-missing", name=manifest["name"], url=manifest["url"])
    return path


def read_start(start: str, backbone: str | None) -> Start:
    """Find the weights of a start.

    Args:
        start: ``random``, ``imagenet``, ``shipped``, or the path of a model file or of ResNet weights.
        backbone: the one asked for; None takes that of the start.

    Raises:
        ModelError: the file is missing or broken.
        LearningError: the weights cannot be fetched or read, or belong to another network.
    """
    path = start_path(start)
    if path is None:
        chosen = backbone or DEFAULT_BACKBONE
        return Start(start, chosen, _imagenet(chosen) if start == "imagenet" else None)
    if _has_card(str(path)):
        parent = load_model(str(path))
        found = Start(str(path), parent.card.backbone, parent.network.body.state_dict(), parent)
    else:
        found = Start(str(path), *read_body(str(path)))
    if backbone not in (None, found.backbone):
        raise LearningError("start-backbone", path=str(path), theirs=found.backbone, ours=backbone)
    return found


def _imagenet(backbone: str) -> dict[str, Tensor]:
    published = getattr(resnet, f"{backbone.replace('resnet', 'ResNet')}_Weights", None)
    if published is None:
        raise LearningError("start-imagenet-none", backbone=backbone)
    weights = published.DEFAULT
    try:
        state: dict[str, Tensor] = weights.get_state_dict(progress=False, check_hash=True)
    except (OSError, RuntimeError) as error:  # no network, no room, or a wrong hash
        raise LearningError("start-imagenet-unreachable", backbone=backbone, url=weights.url, reason=str(error)) from error
    return {name: tensor for name, tensor in state.items() if not name.startswith("fc.")}


def _has_card(path: str) -> bool:
    """Whether a file is a model; a ``.safetensors`` without a card holds plain weights."""
    if Path(path).suffix.lower() != ".safetensors":
        return False
    try:
        read_card(path)
    except ModelError as error:
        if error.code == "model-without-card":
            return False
        raise
    return True


def check_start(start: Start, card: ModelCard, allow_other_quantity: bool, report: Reporter) -> None:
    """Say once how a start model's patches differ from those of this run; refuse another quantity without the user's word.

    Args:
        start: where the run starts.
        card: what the network is going to be.
        allow_other_quantity: the user's word.
        report: hears what differs.

    Raises:
        LearningError: the quantities differ, and the user did not allow it.
    """
    if start.parent is None:
        return
    theirs, ours = start.parent.card, card
    quantities = theirs.radiometry.quantity, ours.radiometry.quantity
    if quantities[0] != quantities[1] and not allow_other_quantity:
        raise LearningError("start-quantity", path=start.name, theirs=quantities[0], ours=quantities[1])
    compared = [
        ("quantity", *quantities),
        ("pixel size", _metres(theirs.pixel_size_m), _metres(ours.pixel_size_m)),
        ("patch size", f"{theirs.patch_px} px", f"{ours.patch_px} px"),
        ("channels", " ".join(theirs.channels), " ".join(ours.channels)),
    ]
    differing = [f"{name} {one} (here {other})" for name, one, other in compared if one != other]
    if differing:
        report.warning("start-differs", path=start.name, differences=", ".join(differing))


def _metres(pixel_size_m: float | None) -> str:
    return "unknown" if pixel_size_m is None else f"{pixel_size_m:g} m"


def start_from(network: PatchNetwork, start: Start, card: ModelCard) -> None:
    """Give a fresh network its start; the head stays random unless start and card have one head and one legend.

    Args:
        network: of the start's backbone; changed in place.
        start: where to start.
        card: what the network is going to be.
    """
    if start.body is None:
        return
    wanted = network.body.state_dict()
    counters = {name: tensor for name, tensor in wanted.items() if name.endswith(COUNTER)}  # old files lack them
    stem = fit_channels(start.body[STEM], wanted[STEM].shape[1])
    network.body.load_state_dict({**counters, **start.body, STEM: stem})
    if start.parent is not None and (start.parent.card.head, start.parent.card.classes) == (card.head, card.classes):
        network.head.load_state_dict(start.parent.network.head.state_dict())


def fit_channels(stem: Tensor, channels: int) -> Tensor:
    """The first convolution for another number of channels.

    Args:
        stem: weights (F, C, h, w).
        channels: of the result, (F, channels, h, w); to an image whose channels are all alike it answers as ``stem`` does.
    """
    if stem.shape[1] == channels:
        return stem
    return (stem.sum(dim=1, keepdim=True) / channels).expand(-1, channels, -1, -1).contiguous()
