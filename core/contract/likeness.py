"""In which ways a scene is unlike what a model was trained on, as far as both say it themselves."""

from typing import Any, Dict, Iterator, NamedTuple, Optional, Sequence, Tuple

from .model_card import ModelCard, channel_fits

_INCIDENCE_SLACK_DEG = 2.0
_SPACING_SLACK = 1.25
_LOOKS_SLACK = 1.25
_POLARISATIONS = ("HH", "VV", "HV", "VH")


class Acquisition(NamedTuple):
    """What matters of a scene; None where it is not known."""

    bands: Sequence[str]
    """Polarisations, or numbers where the file does not name them; one per channel of the model."""
    incidence_deg: Optional[Tuple[float, float]]
    """Least and largest."""
    looks: Optional[float]
    spacing_m: Optional[float]
    """The coarser of both directions."""


def unlikeness(scene: Acquisition, card: ModelCard) -> Iterator[Tuple[str, Dict[str, Any]]]:
    """Code and values of a warning for each difference that makes answers doubtful."""
    if scene.incidence_deg is not None and card.incidence_deg is not None:
        low, high = card.incidence_deg
        if scene.incidence_deg[0] < low - _INCIDENCE_SLACK_DEG or scene.incidence_deg[1] > high + _INCIDENCE_SLACK_DEG:
            yield "classify-unlike-incidence", {"scene": _range(scene.incidence_deg), "model": _range(card.incidence_deg)}
    if scene.looks is not None and card.looks is not None:
        low, high = card.looks
        if not low / _LOOKS_SLACK <= scene.looks <= high * _LOOKS_SLACK:
            yield "classify-unlike-looks", {"scene": f"{scene.looks:.1f}", "model": _range(card.looks)}
    if scene.spacing_m is not None and card.pixel_size_m is not None and scene.spacing_m > card.pixel_size_m * _SPACING_SLACK:
        yield "classify-coarser-scene", {"scene_m": f"{scene.spacing_m:.3g}", "model_m": f"{card.pixel_size_m:.3g}"}
    for band, channel in zip(scene.bands, card.channels):  # noqa: B905 - Python 3.9; who opens the scene has counted them
        if band in _POLARISATIONS and not channel_fits(channel, band):
            yield "classify-unlike-polarisation", {"scene": band, "model": channel}


def _range(values: Tuple[float, float]) -> str:
    return f"{values[0]:.3g}..{values[1]:.3g}"
