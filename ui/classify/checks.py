"""What stands in the way of a run, and what makes its answers doubtful; no widgets here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple

from ...core.contract.commands.classify import ClassifyConfig
from ...core.contract.errors import ConfigError
from ...core.contract.likeness import Acquisition, unlikeness
from ...core.contract.model_card import ModelCard
from ...core.contract.sentences import sentence
from ..fields import config_of, fields_of
from ..translation import error_text, sentence_text, tr
from . import radiometry
from .estimate import DENSE_STEP_PX, stride_of

FIELDS = fields_of(ClassifyConfig)
_MOST_UPSAMPLING = 2.0
_SAME_SIZE = 0.01
HOPELESS = ("scene-variant-later", "scene-complex", "scene-empty")
"""Warnings about a scene that no setting can help."""


@dataclass(frozen=True)
class Wish:
    """Everything the dialog says at one moment."""

    scene: str
    """Path; empty where none is chosen."""
    info: Optional[Dict[str, Any]]
    """What the engine says of it; None until it has."""
    model: str
    card: Optional[ModelCard]
    values: Dict[str, Any]
    """Settings of the command by name; None where nothing is said."""
    bands: Tuple[str, ...]
    """Chosen among those of the scene; empty for all."""

    @property
    def used_bands(self) -> Tuple[str, ...]:
        """That the model gets."""
        return self.bands or tuple(self.info["bands"] if self.info else ())


def problems(wish: Wish) -> Iterator[str]:
    """What stands in the way, one sentence each, the first thing to do first."""
    if wish.info is None or wish.card is None:
        return
    for warning in wish.info["warnings"]:
        if warning["code"] in HOPELESS:
            yield sentence_text(warning["code"], warning, warning["text"])
    yield from _model_problems(wish, wish.card)
    if any(radiometry.missing(wish.info, wish.values, wish.card.radiometry.quantity)):
        yield tr("The file does not say everything that the model needs: complete “What the Pixels Mean”.")
    yield from _fit_problems(wish, wish.info, wish.card)
    yield from _setting_problems(wish)


def doubts(wish: Wish) -> List[str]:
    """In which ways the scene is unlike what the model was trained on, and what the engine warns of."""
    if wish.info is None:
        return []
    found = [(one["code"], one) for one in wish.info["warnings"] if one["code"] not in HOPELESS]
    if wish.card is not None:
        facts = radiometry.completed(wish.info, wish.values)
        incidence = facts["incidence_deg"] and (facts["incidence_deg"][0], facts["incidence_deg"][1])
        found += unlikeness(Acquisition(wish.used_bands, incidence, facts["looks"], _coarsest_m(facts)), wish.card)
    return [sentence_text(code, values, str(values.get("text", code))) for code, values in found]


def settings_given(wish: Wish) -> Dict[str, Any]:
    """The settings that the engine gets: nothing that is not said, or that the scene says itself."""
    own = {name: value for name, value in wish.values.items() if name not in radiometry.SETTINGS and value is not None}
    asserted = {} if wish.info is None else radiometry.given(wish.info, wish.values)
    bands = {"bands": wish.bands} if wish.bands else {}
    return {**own, **asserted, **bands}


def _model_problems(wish: Wish, card: ModelCard) -> Iterator[str]:
    if card.pixel_size_m is None:
        yield _told("model-start-only", path=wish.model)
    if len(wish.used_bands) != len(card.channels):
        values = {"model_channels": len(card.channels), "names": ", ".join(card.channels), "scene_channels": len(wish.used_bands)}
        yield _told("model-channels", **values)


def _fit_problems(wish: Wish, info: Mapping[str, Any], card: ModelCard) -> Iterator[str]:
    quantity = radiometry.quantity_of(info, wish.values)
    if card.radiometry.quantity == "dn" and quantity not in ("", "dn") and not info["calibration_factors"]:
        yield _told("scene-calibrated-already", path=wish.scene, quantity=quantity)
    spacing_m = _coarsest_m(radiometry.completed(info, wish.values))
    most_m = _MOST_UPSAMPLING * (card.pixel_size_m or 0) * (1 + _SAME_SIZE)
    if spacing_m and most_m and spacing_m > most_m and not wish.values["allow_upsampling"]:
        yield _told("scene-too-coarse", path=wish.scene, spacing=f"{spacing_m:.3g}", pixel_size=f"{card.pixel_size_m:g}")
    if wish.values["mode"] == "dense":
        stride_px = stride_of("dense", wish.values["stride_px"], card)
        if card.patch_px % DENSE_STEP_PX:
            yield _told("classify-dense-patch", patch_px=card.patch_px, step_px=DENSE_STEP_PX)
        elif stride_px % DENSE_STEP_PX:
            yield _told("classify-dense-stride", stride_px=stride_px, step_px=DENSE_STEP_PX)


def _setting_problems(wish: Wish) -> Iterator[str]:
    folder = wish.values.get("incidence_from")
    if folder and not Path(folder).exists():
        yield _told("file-missing", path=folder)
    output = wish.values.get("output") or "-"
    try:
        config_of(ClassifyConfig, {**settings_given(wish), "scene": wish.scene, "model": wish.model, "output": output})
    except ConfigError as error:
        yield error_text(error)


def _coarsest_m(facts: Mapping[str, Any]) -> Optional[float]:
    spacings = [facts[name] for name in ("row_spacing_m", "column_spacing_m") if facts[name]]
    return max(spacings) if spacings else None


def _told(code: str, **values: Any) -> str:
    return sentence_text(code, values, sentence(code, values))
