"""How many cells a run has, and how long it may take; no widgets here."""

import math
from typing import Any, Mapping, NamedTuple, Optional

from ...core.contract.model_card import ModelCard

DENSE_STEP_PX = 32
"""A ResNet answers once in so many pixels."""
_MEASURED_PATCH_PX = 160
_DENSE_EFFICIENCY = 0.8
"""Of the pixels a second in patches: tiles overlap, and their edges are computed twice. Measured with ResNet-10 and ResNet-18."""
LOOKS = {"none": 1, "flips": 4, "turns": 8}
"""How often the network sees each pixel; of models that keep the look direction, half as often."""
_START_S = 5.0
_SAME_SIZE = 0.01
# billions of multiplications for one image of 224 px: torchvision's own figures, ResNet-10 counted
_GIGA_OPERATIONS = {"resnet10": 0.89, "resnet18": 1.81, "resnet34": 3.66, "resnet50": 4.09, "resnet101": 7.80}


class Cost(NamedTuple):
    """What a run amounts to."""

    cells: int
    pixels: int
    """That the network sees, those of overlapping patches each time."""


def stride_of(mode: str, stride_px: Optional[int], card: ModelCard) -> int:
    """The stride asked for, or the one of the mode."""
    return stride_px or (card.patch_px if mode == "patch" else DENSE_STEP_PX)


def cost_of(info: Mapping[str, Any], card: ModelCard, mode: str, stride_px: Optional[int], share: float) -> Optional[Cost]:
    """What a run amounts to; None where the pixel size of scene or model is not known.

    Args:
        info: what the engine says of the scene; its spacings as asserted where the file does not say.
        card: of the model.
        mode: ``dense`` or ``patch``.
        stride_px: None for the one of the mode.
        share: of the scene that is asked for.
    """
    if not info["row_spacing_m"] or card.pixel_size_m is None:
        return None
    stride = stride_of(mode, stride_px, card)
    rows = _resampled(info["rows"], info["row_spacing_m"], card.pixel_size_m)
    columns = _resampled(info["columns"], info["column_spacing_m"], card.pixel_size_m)
    cells = math.ceil(rows / stride) * math.ceil(columns / stride)
    cells = max(1, round(cells * share))
    pixels = cells * card.patch_px**2 if mode == "patch" else round(rows * columns * share / _DENSE_EFFICIENCY)
    return Cost(cells, pixels)


def seconds_of(cost: Cost, card: ModelCard, rate: Optional[float]) -> Optional[float]:
    """How long a run may take; None where it is not known.

    Args:
        cost: of the run.
        card: of the model.
        rate: patches of 160 px a second that a ResNet-18 was measured with.
    """
    times = relative_cost(card.backbone)
    if not rate or times is None:
        return None
    patches = cost.pixels / _MEASURED_PATCH_PX**2
    return _START_S + patches / rate * times


def relative_cost(backbone: str) -> Optional[float]:
    """How dear a network is beside a ResNet-18; None for one that is not known."""
    operations = _GIGA_OPERATIONS.get(backbone)
    return None if operations is None else operations / _GIGA_OPERATIONS["resnet18"]


def measured_rate(details: Mapping[str, Any], device: str, precision: str) -> Optional[float]:
    """Patches a second that ``doctor`` has measured; None for another device than the one it looked at.

    Args:
        details: what ``doctor`` said; empty when it was not asked.
        device: that the run is to use.
        precision: ``auto``, ``bf16`` or ``fp32``.
    """
    rates, measured = details.get("patches_per_s", {}), details.get("device", "")
    if not rates or (device != "auto" and device.partition(":")[0] != measured.partition(":")[0]):
        return None
    return rates.get(precision) or max(rates.values())


def _resampled(pixels: int, spacing_m: float, pixel_size_m: float) -> int:
    step = pixel_size_m / spacing_m
    return pixels if abs(step - 1) <= _SAME_SIZE else max(1, round(pixels / step))
