"""The model card: what a model file says of itself, in the header of its ``.safetensors`` file."""

import dataclasses
import json
import re
from dataclasses import dataclass, field
from typing import Any, Dict, Optional, Tuple

from .errors import ConfigError, ModelError
from .legend import LandClass
from .safetensors_header import header_metadata

CARD_VERSION = 2
CARD_KEY = "echopatch"
HISTOGRAM_BINS = 64
_QUANTITIES = ("gamma0", "sigma0", "beta0", "dn", "rgb")


@dataclass(frozen=True)
class Radiometry:
    """How linear power becomes network input: dB, clipped, 256 grey levels, scaled to 0..1, standardised."""

    quantity: str = "gamma0"
    """``gamma0``, ``sigma0``, ``beta0``, ``dn`` for uncalibrated amplitudes, or ``rgb`` for optical images (window in 8-bit levels)."""
    floor_db: float = -30.0
    ceiling_db: float = 10.0
    mean: float = 0.5
    """Mean of the training pixels after scaling to 0..1; also what nodata pixels become."""
    std: float = 0.25


@dataclass(frozen=True)
class ModelCard:
    """Everything needed to use a model rightly and to judge it."""

    name: str
    backbone: str
    """``resnet10``, ``resnet18``, ``resnet34``, ``resnet50`` or ``resnet101``."""
    head: Tuple[int, ...]
    """Widths of the hidden layers of the head; empty for a single linear layer."""
    channels: Tuple[str, ...]
    """Polarisation of each input channel: ``HH``, ``VV``, ``HV``, ``VH``, or ``co`` for either co-polarisation."""
    classes: Tuple[LandClass, ...]
    patch_px: int
    pixel_size_m: Optional[float]
    """None when trained on chips of unknown spacing: such a model is a start for training only."""
    radiometry: Radiometry
    looks: Optional[Tuple[float, float]]
    """Least and largest number of looks in training; None when its patches did not say."""
    incidence_deg: Optional[Tuple[float, float]]
    """Least and largest incidence angle in training, deg; None when its patches did not say."""
    histogram: Tuple[float, ...]
    """Share of training pixels in 64 equal bins of the dB window, for the warning about unlike scenes."""
    temperature: float = 1.0
    """Divides the logits before softmax; fitted on the validation split."""
    task: str = "patch-classification"
    modality: str = "sar"
    """``sar``, or ``optical`` for a teacher that looks at optical images."""
    training: Dict[str, Any] = field(default_factory=dict)
    """Config, parent SHA-256, patch set SHA-256, seed, versions."""
    metrics: Dict[str, Any] = field(default_factory=dict)
    """Figures on the test split."""
    gate: Dict[str, Any] = field(default_factory=dict)
    """Parent's and child's figures on one test split, and whether the child is worse; empty without a parent of the same legend."""
    texture_expert: bool = False
    """Whether statistics of texture answer beside the network."""
    ood: Optional[Dict[str, Any]] = None
    """What tells patches unlike the training data from known ones: statistics and thresholds; None when nothing was fitted."""
    licence: str = ""
    provenance: str = ""
    """In words: what data the model has seen, and so what it knows."""
    version: int = CARD_VERSION

    def to_json(self) -> str:
        """The card as one JSON text, the form it has in the file."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False)


def channel_fits(model: str, scene: str) -> bool:
    """Whether a model's channel takes a scene's: the same polarisation, or either co-polarisation where the model says ``co``."""
    return model == scene or (model == "co" and scene in ("HH", "VV"))


def card_from_json(text: str, path: str) -> ModelCard:
    """Rebuild a card.

    Args:
        text: what ``ModelCard.to_json`` gave.
        path: the file it came from, for the message.

    Raises:
        ModelError: not a card, a newer one, or one with missing parts or impossible values.
    """
    try:
        fields = json.loads(text)
        if fields["version"] > CARD_VERSION:
            raise ModelError("model-too-new", path=path, theirs=fields["version"], ours=CARD_VERSION)
        fields["version"] = CARD_VERSION  # parts that an older card lacks have defaults that say so
        fields["classes"] = tuple(LandClass(**one) for one in fields["classes"])
        fields["radiometry"] = Radiometry(**fields["radiometry"])
        for name in ("head", "channels", "histogram"):
            fields[name] = tuple(fields[name])
        for name in ("looks", "incidence_deg"):
            fields[name] = None if fields[name] is None else tuple(fields[name])
        card = ModelCard(**fields)
        wrong = _wrong_value(card)
    except (KeyError, TypeError, ValueError, ConfigError) as error:
        raise ModelError("model-card-broken", path=path, reason=str(error)) from error
    if wrong:
        raise ModelError("model-card-broken", path=path, reason=wrong)
    return card


def _wrong_value(card: ModelCard) -> str:
    """The first value that would give wrong answers instead of an error; empty for a sound card."""
    radiometry, codes = card.radiometry, [one.code for one in card.classes]
    sound = {
        "channels are missing": len(card.channels) > 0,
        "classes are missing": len(codes) > 0,
        f"class codes repeat: {codes}": len(set(codes)) == len(codes),
        "a colour is not of the form #rrggbb": all(re.fullmatch("#[0-9A-Fa-f]{6}", one.colour) for one in card.classes),
        f"patch_px is {card.patch_px}": card.patch_px >= 1,
        f"pixel_size_m is {card.pixel_size_m}": card.pixel_size_m is None or card.pixel_size_m > 0,
        f"temperature is {card.temperature}": card.temperature > 0,
        f"quantity is {radiometry.quantity}": radiometry.quantity in _QUANTITIES,
        f"the dB window is {radiometry.floor_db}..{radiometry.ceiling_db}": radiometry.floor_db < radiometry.ceiling_db,
        f"std is {radiometry.std}": radiometry.std > 0,
        f"mean is {radiometry.mean}": 0 <= radiometry.mean <= 1,
    }
    return next((reason for reason, holds in sound.items() if not holds), "")


def read_card(path: str) -> ModelCard:
    """Read the card of a model file without loading its weights.

    Raises:
        ModelError: no such file, not a safetensors file, or no card in it.
    """
    metadata = header_metadata(path)
    if CARD_KEY not in metadata:
        raise ModelError("model-without-card", path=path)
    return card_from_json(metadata[CARD_KEY], path)
