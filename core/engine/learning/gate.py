"""The regression gate: is a model that was trained on from another one any worse than that one?"""

import json
from pathlib import Path
from typing import Any

from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ..assessment.answers import Answers
from ..assessment.figures import classification_figures, known_or_none
from ..assessment.paired import Difference, Resampling, paired_differences
from ..network.model_file import Model

COMPARISON_FILE, COMPARISON_TEXT = "comparison.json", "comparison.txt"
_RESAMPLING = Resampling(resamples=2000, seed=0, level=0.95)
_FIGURES = ("accuracy", "mean_recall", "macro_f1", "loss", "ece")
_SAYS = {"better": "The child is better.", "worse": "The child is worse.", "undecided": "Chance can explain the difference."}


def can_compare(parent: ModelCard, child: ModelCard) -> bool:
    """Whether a parent can be asked about the patches of its child: same legend, same quantity, as many channels."""
    theirs, ours = ((one.classes, one.radiometry.quantity, len(one.channels)) for one in (parent, child))
    return theirs == ours


def regression_gate(model: Model, parent: Answers, child: Answers, report: Reporter) -> dict[str, Any]:
    """Parent and child on the same test patches, side by side.

    Args:
        model: the parent.
        parent: its answers, seen through its own radiometry.
        child: its answers to the same patches.
        report: hears of a child that is worse.

    Returns:
        JSON-native, for the card: ``parent`` and ``parent_sha256``, ``patches``, ``groups``, ``figures`` of both, the ``difference``
        of mean recall with its 95 % ``interval`` over groups, and ``verdict``: ``better`` or ``worse`` where the interval leaves no
        doubt, else ``undecided``; ``worse`` is true for any child below its parent.
    """
    difference = paired_differences(parent, child, _RESAMPLING).mean_recall
    figures = {"parent": _figures(parent), "child": _figures(child)}
    gate = {
        "parent": model.card.name,
        "parent_sha256": model.sha256,
        "patches": len(child.truth),
        "groups": int(child.groups.max()) + 1,
        "figures": figures,
        "difference": difference.value,
        "interval": [known_or_none(difference.low), known_or_none(difference.high)],
        "worse": difference.value < 0,
        "verdict": _verdict(difference),
    }
    if difference.value < 0:
        recalls = {who: f"{one['mean_recall']:.3f}" for who, one in figures.items()}
        code = "training-child-worse" if difference.sure else "training-child-maybe-worse"
        report.warning(code, **recalls, difference=f"{difference.value:+.3f}", interval=_interval(gate))
    return gate


def _figures(answers: Answers) -> dict[str, Any]:
    figures = classification_figures(answers.truth, answers.logits, answers.names, answers.temperature)
    return {**{name: figures[name] for name in _FIGURES}, "recall": figures["recall"]}


def _verdict(difference: Difference) -> str:
    if not difference.sure:
        return "undecided"
    return "better" if difference.value > 0 else "worse"


def write_comparison(folder: Path, gate: dict[str, Any]) -> None:
    """Write ``comparison.json``, and ``comparison.txt`` for people, into a folder.

    Raises:
        OSError: cannot be written.
    """
    (folder / COMPARISON_FILE).write_text(json.dumps(gate, indent=1, ensure_ascii=False), encoding="utf-8")
    (folder / COMPARISON_TEXT).write_text(comparison_text(gate), encoding="utf-8")


def comparison_text(gate: dict[str, Any]) -> str:
    """Parent and child side by side, a line for each figure and each class."""
    parent, child = gate["figures"]["parent"], gate["figures"]["child"]
    rows = [(name.replace("_", " "), parent[name], child[name]) for name in _FIGURES]
    rows += [(f"recall of {name}", parent["recall"][name], child["recall"][name]) for name in child["recall"]]
    width = max(len(name) for name, _, _ in rows)
    lines = [f"{'':{width}}   parent    child    change"]
    lines += [f"{name:{width}}  {_number(one):>7}  {_number(other):>7}  {_change(one, other):>8}" for name, one, other in rows]
    return "\n".join([
        f"{gate['patches']} test patches in {gate['groups']} group(s); parent: {gate['parent']}", "", *lines, "",
        f"Difference of mean recall {gate['difference']:+.3f}, 95 % interval {_interval(gate)}. {_SAYS[gate['verdict']]}", "",
    ])  # fmt: skip


def _interval(gate: dict[str, Any]) -> str:
    low, high = gate["interval"]
    return "unknown" if low is None else f"{low:+.3f} to {high:+.3f}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _change(one: float | None, other: float | None) -> str:
    return "-" if one is None or other is None else f"{other - one:+.3f}"
