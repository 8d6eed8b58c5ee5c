"""What the panel says of one model: figures of its card, and where it comes from; no widgets here."""

import json
from dataclasses import dataclass, field
from html import escape
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ...core.contract.commands.distil import DistilConfig
from ...core.contract.commands.learning import TrainConfig
from ...core.contract.model_card import ModelCard
from ..confusion_view import Confusion, truth_and_answers
from ..fields import fields_of
from ..figure_table import Column, Figure, Row
from ..figures import count_text, number_text, share_text
from ..learning.verdict import verdict_words
from ..processing.parameters import label_of
from ..translation import tr
from .library import Ancestor, LibraryModel

LINK = "model:"
"""Begins the address of a link to another model of the library; its path follows."""
_SHARES = (0.0, 1.0)
_MIB = 2**20
_TOLD_ABOVE = ("provenance", "licence")


@dataclass(frozen=True)
class Origin:
    """What is known of a model beyond its card, once its file has been read."""

    sha256: str = ""
    """Empty until it is worked out."""
    ancestors: List[Ancestor] = field(default_factory=list)
    children: List[str] = field(default_factory=list)
    """Names of the models of the library that learned from it."""


def figure_columns() -> Tuple[Column, ...]:
    """Of the figures that a model card may hold."""
    return (
        Column(tr("Recall"), _SHARES, tr("How much of the class the model finds.")),
        Column(tr("Precision"), _SHARES, tr("How much of what it calls so truly is.")),
        Column(tr("F1"), None, tr("The harmonic mean of recall and precision.")),
    )


def figure_rows(card: ModelCard) -> Tuple[Row, ...]:
    """The figures of each class on the test patches of the training; none where the card holds none."""
    metrics = card.metrics
    if not isinstance(metrics.get("recall"), dict):
        return ()
    names = ("recall", "precision", "f1")
    return tuple(
        Row(tr(one.name), one.colour, tuple(_share(metrics.get(name, {}).get(one.name)) for name in names)) for one in card.classes
    )


def confusion_of(card: ModelCard) -> Optional[Confusion]:
    """The confusion matrix on the test patches of the training; None where the card holds none."""
    counts = card.metrics.get("confusion")
    if not counts or len(counts) != len(card.classes):
        return None
    return truth_and_answers([one.name for one in card.classes], counts)


def tested_words(card: ModelCard) -> str:
    """How good the model was where it was tested, and whether it is better than its parent."""
    metrics = card.metrics
    if metrics.get("mean_recall") is None:
        return tr("The card holds no figures of a test. “Assess…” judges the model on labelled patches.")
    text = tr("Mean recall {recall}, accuracy {accuracy}, on {count} test patches of its own training.")
    values = {"recall": share_text(metrics["mean_recall"]), "count": count_text(metrics.get("patches") or 0)}
    told = text.format(accuracy=share_text(metrics.get("accuracy") or 0), **values)
    return f"{told} {verdict_words(card)}" if card.gate else told


def origin_html(model: LibraryModel, origin: Origin, size_bytes: int) -> str:
    """Checksum, parents, children, provenance, licence and record of the training."""
    card = model.card
    facts = [
        (tr("SHA-256"), _code(origin.sha256) or escape(tr("being worked out…"))),
        (tr("File"), f"{escape(model.path)} ({number_text(size_bytes / _MIB, 1)} MiB)"),
        (tr("Original name"), escape(card.name) if card.name != model.name else ""),
        (tr("Came from"), _chain(origin.ancestors)),
        (tr("Taught"), escape(", ".join(origin.children))),
        (tr("Provenance"), escape(card.provenance or tr("not stated"))),
        (tr("Licence"), escape(card.licence or tr("not stated"))),
        (tr("Patch set"), _code(str(card.training.get("patch_set_sha256") or ""))),
    ]
    return f"{_table(facts)}{_training(card.training)}"


def _share(value: Optional[float]) -> Figure:
    return Figure("-") if value is None else Figure(share_text(value), value)


def _chain(ancestors: List[Ancestor]) -> str:
    """One line for each ancestor, the nearest first."""
    if not ancestors:
        return escape(tr("no other model: it was trained from public or random weights"))
    return "<br>".join(_ancestor(one) for one in ancestors)


def _ancestor(one: Ancestor) -> str:
    text = tr("{child} was taught by {name}") if one.role == "teacher" else tr("{child} was trained from {name}")
    name = escape(one.name or tr("a model without name"))
    named = f'<a href="{LINK}{escape(one.path)}">{name}</a>' if one.path else tr("{name} (not in the library)").format(name=name)
    return f"{text.format(child=escape(one.child), name=named)}<br>{_code(one.sha256)}"


def _training(training: Mapping[str, Any]) -> str:
    """The settings in which the training differed from what the contract proposes, and the versions."""
    asked: Dict[str, Any] = training.get("config") or {}
    fields = {**fields_of(DistilConfig), **fields_of(TrainConfig)}
    changed = {name: value for name, value in asked.items() if name in fields and not _is_default(value, fields[name].default)}
    rows = [(escape(label_of(fields[name])), escape(_plain(value))) for name, value in changed.items() if name not in _TOLD_ABOVE]
    rows.append((escape(tr("Versions")), escape(", ".join(f"{name} {value}" for name, value in (training.get("versions") or {}).items()))))
    return f"<h4>{escape(tr('Training, Where It Differs from the Defaults'))}</h4>{_table(rows)}" if asked else ""


def _is_default(value: Any, default: Any) -> bool:
    """Whether a value of a card, which knows lists alone, is the default, or says nothing."""
    return value in (None, "", []) or value == (list(default) if isinstance(default, tuple) else default)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _code(text: str) -> str:
    return f'<span style="font-family: monospace; font-size: small">{escape(text)}</span>' if text else ""


def _table(rows: List[Tuple[str, str]]) -> str:
    cells = "".join(f'<tr><td width="130"><b>{label}</b></td><td>{value}</td></tr>' for label, value in rows if value)
    return f'<table cellspacing="0" cellpadding="2">{cells}</table>'
