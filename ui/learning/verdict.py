"""What has come of a training: the new model beside the one it started from, in words and figures."""

from html import escape
from typing import Any, Dict, List, Mapping, Optional

from ...core.contract.model_card import ModelCard
from ..figures import count_text, number_text
from ..translation import tr

_NOTHING = "–"


def verdict_html(card: ModelCard) -> str:
    """The verdict, and the figures of the test patches; those of the parent beside them where the two could be compared."""
    if not card.metrics:
        return f"<p>{escape(tr('Without test patches, or without labels, nobody knows how good this model is: assess it on others.'))}</p>"
    patches = tr("On {count} test patches:").format(count=count_text(card.metrics["patches"]))
    return f"<p><b>{escape(verdict_words(card))}</b></p><p>{escape(patches)}</p>{_table(card)}"


def verdict_words(card: ModelCard) -> str:
    """One sentence on whether the model is better than its parent."""
    gate = card.gate
    if not gate:
        recall = number_text(card.metrics["mean_recall"], 3)
        return tr("Mean recall {recall}. There is no parent of the same legend to compare with.").format(recall=recall)
    words = {
        "better": tr("Better than its parent {parent}: mean recall {difference}{interval}."),
        "worse": tr("Worse than its parent {parent}: mean recall {difference}{interval}. Keep the parent."),
    }
    unsure = tr("Chance can explain the difference to its parent {parent}: mean recall {difference}{interval}.")
    difference = _signed(gate["difference"])
    return words.get(gate["verdict"], unsure).format(parent=gate["parent"], difference=difference, interval=_interval(gate))


def _table(card: ModelCard) -> str:
    parent = card.gate["figures"]["parent"] if card.gate else None
    labels = {"mean_recall": tr("Mean recall"), "accuracy": tr("Accuracy"), "macro_f1": tr("Macro F1"), "ece": tr("Calibration error")}
    rows = [_row(f"<b>{escape(label)}</b>", card.metrics.get(name), parent and parent.get(name)) for name, label in labels.items()]
    recalls: Mapping[str, Any] = card.metrics.get("recall", {})
    theirs: Dict[str, Any] = parent.get("recall", {}) if parent else {}
    rows += [
        _row(escape(tr("Recall of {name}").format(name=tr(name))), recall, theirs.get(name) if parent else None)
        for name, recall in recalls.items()
    ]
    heads: List[str] = ["", tr("New Model"), *((tr("Parent"), tr("Change")) if parent else ())]
    head = "".join(f'<th align="right">{escape(one)}</th>' for one in heads)
    shown = "".join(f"<tr>{''.join(cells[: len(heads)])}</tr>" for cells in rows)
    return f'<table cellspacing="0" cellpadding="3"><tr>{head}</tr>{shown}</table>'


def _row(label: str, ours: Optional[float], theirs: Optional[float]) -> List[str]:
    change = _NOTHING if ours is None or theirs is None else _signed(ours - theirs)
    return [f"<td>{label}</td>", *(f'<td align="right">{one}</td>' for one in (_figure(ours), _figure(theirs), change))]


def _figure(value: Optional[float]) -> str:
    return _NOTHING if value is None else number_text(value, 3)


def _signed(value: float) -> str:
    return f"{'+' if value >= 0 else '−'}{number_text(abs(value), 3)}"


def _interval(gate: Mapping[str, Any]) -> str:
    low, high = gate["interval"]
    if low is None or high is None:
        return ""
    return " " + tr("(95 % interval {low} to {high})").format(low=_signed(low), high=_signed(high))
