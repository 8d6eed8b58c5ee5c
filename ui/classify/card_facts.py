"""What a model's card says, for people."""

from html import escape
from typing import Iterator, List, Optional, Tuple

from ...core.contract.legend import LandClass
from ...core.contract.model_card import ModelCard
from ..figures import count_text, number_text
from ..translation import tr
from ..words import choice_words


def card_html(card: ModelCard) -> str:
    """The card as classes with their colours, and a table of facts."""
    rows = "".join(
        f'<tr><td width="130"><b>{escape(label)}</b></td><td>{escape(value)}</td></tr>' for label, value in card_facts(card) if value
    )
    return f'{legend_html(card.classes)}<table cellspacing="0" cellpadding="2">{rows}</table>'


def legend_html(classes: Tuple[LandClass, ...]) -> str:
    """Classes with a swatch of their colour."""
    rows = "".join(f"<tr>{_swatch(one.colour)}<td>&nbsp;{escape(tr(one.name))}</td></tr>" for one in classes)
    return f'<table cellspacing="2" cellpadding="1">{rows}</table>'


def card_facts(card: ModelCard) -> List[Tuple[str, str]]:
    """Label and value of each fact; an empty value is not known."""
    radiometry = card.radiometry
    window = f"{number_text(radiometry.floor_db, 0)} … {number_text(radiometry.ceiling_db, 0)} dB"
    return [
        (tr("Network"), f"{card.backbone}, {' '.join(card.channels)}"),
        (tr("Patch"), _patch(card)),
        (tr("Pixel size"), "" if card.pixel_size_m is None else f"{number_text(card.pixel_size_m, 2)} m"),
        (tr("Quantity"), f"{choice_words(radiometry.quantity)}, {window}"),
        (tr("Looks"), _span(card.looks)),
        (tr("Incidence angle"), _span(card.incidence_deg, "°")),
        (tr("Tested"), ", ".join(_figures(card)) or tr("no test figures in the card")),
        (tr("Teacher"), card.training.get("config", {}).get("teacher", "")),
        (tr("Provenance"), card.provenance or tr("not stated")),
        (tr("Licence"), card.licence or tr("not stated")),
    ]


def _swatch(colour: str) -> str:
    return f'<td width="16" style="background-color: {escape(colour)}">&nbsp;</td>'


def _patch(card: ModelCard) -> str:
    if card.pixel_size_m is None:
        return f"{card.patch_px} px"
    return tr("{px} px ({metres} m)").format(px=card.patch_px, metres=number_text(card.patch_px * card.pixel_size_m, 0))


def _span(values: Optional[Tuple[float, float]], unit: str = "") -> str:
    if values is None:
        return ""
    low, high = (number_text(value, 1) for value in values)
    return f"{low}{unit}" if low == high else f"{low}{unit} – {high}{unit}"


def _figures(card: ModelCard) -> Iterator[str]:
    for name, label in (("accuracy", tr("accuracy {value}")), ("mean_recall", tr("mean recall {value}"))):
        if card.metrics.get(name) is not None:
            yield label.format(value=number_text(card.metrics[name], 2))
    if card.metrics.get("patches"):
        yield tr("on {count} patches").format(count=count_text(card.metrics["patches"]))
