"""The regression gate: is a model that was trained on from another one any worse than that one?"""

import dataclasses
import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.model_card import ModelCard
from ...contract.reporting import Reporter
from ..assessment.figures import classification_figures
from ..network.model_file import Model
from .batches import PatchReader
from .judge import answers

COMPARISON_FILE, COMPARISON_TEXT = "comparison.json", "comparison.txt"
RESAMPLES = 2000
CONFIDENCE = 0.95
_FIGURES = ("accuracy", "mean_recall", "macro_f1", "loss", "ece")


class Difference(NamedTuple):
    """Mean recall of the child less that of the parent."""

    value: float
    low: float
    """Lower end of the 95 % interval."""
    high: float


def can_compare(parent: ModelCard, child: ModelCard) -> bool:
    """Whether a parent can be asked about the patches of its child: same legend, same quantity, as many channels."""
    theirs, ours = ((one.classes, one.radiometry.quantity, len(one.channels)) for one in (parent, child))
    return theirs == ours


def regression_gate(
    parent: Model, logits: NDArray[np.float32], temperature: float, asked: tuple[PatchReader, NDArray[np.int64]], report: Reporter
) -> dict[str, Any]:
    """Parent and child on the same test patches, side by side.

    Args:
        parent: seen through its own radiometry.
        logits: of the child on the test patches, (N, classes).
        temperature: of the child.
        asked: the reader of the patch set, and the rows of the test patches, ascending, (N,), N at least 1.
        report: hears progress, and of a child that is worse.

    Returns:
        For the card: the parent's name and SHA-256, ``figures`` of both, ``difference`` of mean recall with its ``interval``, and
        ``verdict``: ``better`` or ``worse`` where the interval leaves no doubt, else ``undecided``; ``worse`` is true for any child
        below its parent.

    Raises:
        Cancelled: at a safe point.
    """
    reader, rows = asked
    truth, patch_set = reader.labels[rows], reader.patch_set
    network = parent.network.to(reader.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    theirs = answers(network, dataclasses.replace(reader, radiometry=parent.card.radiometry), rows, report)
    names = [one.name for one in patch_set.settings.classes]
    figures = {
        "parent": classification_figures(truth, theirs, names, parent.card.temperature),
        "child": classification_figures(truth, logits, names, temperature),
    }
    groups = patch_set.index["group"].to_numpy()[rows]
    difference = recall_difference(truth, theirs.argmax(axis=1), logits.argmax(axis=1), groups)
    gate = {
        "parent": parent.card.name, "parent_sha256": parent.sha256, "split": "test",
        "patches": len(rows), "groups": len(set(groups)),
        "figures": {who: {name: one[name] for name in _FIGURES} | {"recall": one["recall"]} for who, one in figures.items()},
        "difference": difference.value, "interval": [difference.low, difference.high],
        "worse": difference.value < 0, "verdict": _verdict(difference),
    }  # fmt: skip
    _warn(gate, report)
    return gate


def _verdict(difference: Difference) -> str:
    if difference.low > 0:
        return "better"
    return "worse" if difference.high < 0 else "undecided"


def _warn(gate: dict[str, Any], report: Reporter) -> None:
    if gate["worse"]:
        code = "training-child-worse" if gate["verdict"] == "worse" else "training-child-maybe-worse"
        recalls = {who: f"{gate['figures'][who]['mean_recall']:.3f}" for who in ("parent", "child")}
        low, high = (f"{one:+.3f}" for one in gate["interval"])
        report.warning(code, **recalls, difference=f"{gate['difference']:+.3f}", low=low, high=high)


def recall_difference(
    truth: NDArray[np.int64], parent: NDArray[np.int64], child: NDArray[np.int64], groups: NDArray[Any], seed: int = 0
) -> Difference:
    """Difference of mean recall, with the percentile interval of a paired bootstrap over groups.

    Groups are drawn, not patches: those of one place are alike, and would make the interval look narrower than it is.

    Args:
        truth: class index, (N,), N at least 1.
        parent: its answers, (N,).
        child: its answers, (N,).
        groups: of each patch, (N,).
        seed: of the draws.

    Source: Efron and Tibshirani, An introduction to the bootstrap, 1993, chapter 13, with groups as the units.
    """
    _, group = np.unique(groups, return_inverse=True)
    count, classes = int(group.max()) + 1, int(truth.max()) + 1
    totals, right = np.zeros((count, classes)), np.zeros((2, count, classes))
    np.add.at(totals, (group, truth), 1)
    for which, given in enumerate((parent, child)):
        np.add.at(right[which], (group, truth), given == truth)
    draws = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    drawn = _mean_recall(draws @ right[1], draws @ totals) - _mean_recall(draws @ right[0], draws @ totals)
    ends = np.quantile(drawn, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    value = _mean_recall(right[1].sum(axis=0), totals.sum(axis=0)) - _mean_recall(right[0].sum(axis=0), totals.sum(axis=0))
    return Difference(float(value), float(ends[0]), float(ends[1]))


def _mean_recall(right: NDArray[np.float64], totals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean over the classes that have patches, along the last axis."""
    present = totals > 0
    recalls = np.where(present, right / np.maximum(totals, 1), 0.0)
    means: NDArray[np.float64] = recalls.sum(axis=-1) / present.sum(axis=-1)
    return means


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
    rows = [(name, parent[name], child[name]) for name in _FIGURES]
    rows += [(f"recall {name}", parent["recall"][name], child["recall"][name]) for name in child["recall"]]
    width = max(len(name) for name, _, _ in rows)
    lines = [f"{'':{width}}   parent    child    change"]
    lines += [f"{name:{width}}  {_number(one):>7}  {_number(other):>7}  {_change(one, other):>8}" for name, one, other in rows]
    low, high = gate["interval"]
    says = {"better": "The child is better.", "worse": "The child is worse.", "undecided": "Chance can explain the difference."}
    return "\n".join([
        f"{gate['patches']} test patches in {gate['groups']} groups; parent: {gate['parent']}", "", *lines, "",
        f"Difference of mean recall {gate['difference']:+.3f}, 95 % interval {low:+.3f} to {high:+.3f}. {says[gate['verdict']]}", "",
    ])  # fmt: skip


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _change(one: float | None, other: float | None) -> str:
    return "-" if one is None or other is None else f"{other - one:+.3f}"
