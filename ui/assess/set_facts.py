"""What a patch set says of itself, read without the engine: enough to refuse a model that it was not made for."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, Mapping, Optional, Sequence, Tuple

from ...core.contract.model_card import ModelCard, channel_fits
from ...core.contract.sentences import SENTENCES
from ..database import open_to_read
from ..figures import number_text
from ..translation import Told, sentence_text, tr

_SETTINGS, _INDEX = "set.json", "index.gpkg"
_COUNTS = "SELECT split, COUNT(*) FROM patches GROUP BY split"


@dataclass(frozen=True)
class SetFacts:
    """A patch set in short."""

    folder: str
    settings: Mapping[str, Any]
    """As ``set.json`` has them."""
    split_counts: Mapping[str, int]
    """Patches by split."""


def read_set(folder: str) -> SetFacts:
    """Read the description and the counts of a patch set.

    Raises:
        Told: the folder is no patch set.
    """
    try:
        settings = json.loads((Path(folder) / _SETTINGS).read_text(encoding="utf-8"))
        return SetFacts(folder, settings, _split_counts(Path(folder) / _INDEX))
    except (OSError, ValueError, sqlite3.Error) as error:
        text = tr("{folder} is no patch set ({reason}): choose a folder NAME.patchset.")
        raise Told(text.format(folder=folder, reason=error)) from error


def misfit(facts: SetFacts, model: str, card: ModelCard) -> str:
    """Why a model cannot be judged on these patches; empty where it can. The engine's own rule, told before a run.

    Args:
        facts: of the patch set.
        model: path of the model, for the sentence.
        card: of the model.
    """
    if card.modality != "sar":  # looks at the optical side of the set, which the engine alone knows
        return ""
    for name, theirs, ours in _compared(card, facts.settings):
        if theirs != ours:
            values = {"model": Path(model).name, "patches": Path(facts.folder).name, "name": name, "theirs": theirs, "ours": ours}
            return sentence_text("evaluate-unfit", values, SENTENCES["evaluate-unfit"].format(**values), "evaluate")
    return ""


def _compared(card: ModelCard, settings: Mapping[str, Any]) -> Iterator[Tuple[str, str, str]]:
    """What it is called, what the model wants, what the patches are."""
    yield tr("quantity"), card.radiometry.quantity, str(settings.get("quantity"))
    yield tr("pixel size"), _metres(card.pixel_size_m), _metres(settings.get("pixel_size_m"))
    yield tr("patch size"), f"{card.patch_px} px", f"{settings.get('patch_px')} px"
    yield tr("channels"), " ".join(card.channels), " ".join(_as_the_model_says(card.channels, settings.get("channels") or []))
    yield tr("classes"), _legend([one.__dict__ for one in card.classes]), _legend(settings.get("classes") or [])


def _as_the_model_says(model: Sequence[str], patches: Sequence[str]) -> Sequence[str]:
    """The channels of the patches; one that the model takes under another name goes by that name."""
    if len(model) != len(patches):
        return patches
    return [ours if channel_fits(ours, theirs) else theirs for ours, theirs in zip(model, patches)]


def _metres(pixel_size_m: Optional[float]) -> str:
    return tr("unknown") if pixel_size_m is None else f"{number_text(pixel_size_m, 3)} m"


def _legend(classes: Any) -> str:
    return ", ".join(f"{one['code']} {one['name']}" for one in classes)


def _split_counts(index: Path) -> Dict[str, int]:
    with closing(open_to_read(str(index))) as database:
        return dict(database.execute(_COUNTS))
