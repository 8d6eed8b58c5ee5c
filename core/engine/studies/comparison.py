"""What two models answer for the same patches, set against each other."""

from typing import Any, NamedTuple

from ...contract.sentences import sentence
from ..assessment.answers import Answers
from ..assessment.figures import confusion_figures, count_confusion, known_or_none
from ..assessment.paired import Difference, Resampling, mcnemar_p, paired_differences


class Judged(NamedTuple):
    """A model and its answers."""

    name: str
    answers: Answers


def figures_of(judged: Judged) -> dict[str, Any]:
    """Name, accuracy, mean recall, recall by class and confusion (rows truth) of one model, JSON-native."""
    answers = judged.answers
    confusion = count_confusion(answers.truth, answers.answer, len(answers.classes))
    figures = confusion_figures(confusion)
    return {
        "model": judged.name,
        "accuracy": float(figures["accuracy"]),
        "mean_recall": float(figures["mean_recall"]),
        "recall": dict(zip(answers.names, map(known_or_none, figures["recall"].tolist()), strict=True)),
        "confusion": confusion.tolist(),
    }


def compare_pair(first: Judged, second: Judged, resampling: Resampling) -> dict[str, Any]:
    """Differences of the second model to the first on the same patches, JSON-native.

    Args:
        first: what it is compared with.
        second: what is compared.
        resampling: of the bootstrap.

    Returns:
        ``verdict`` in one sentence (for translators ``verdict_code`` and ``verdict_values``), and as ``better``: the name of the better
        model, None where that is not sure; differences with intervals; ``mcnemar`` with its counts and p; and ``agreement``: patches by
        answer of the first (rows) and second model.
    """
    ours, theirs = second.answers, first.answers
    differences = paired_differences(theirs, ours, resampling)
    only_first, only_second = int((theirs.hit & ~ours.hit).sum()), int((ours.hit & ~theirs.hit).sum())
    return {
        "first": first.name,
        "second": second.name,
        **_verdict(first, second, differences.mean_recall),
        "level": resampling.level,
        "accuracy": _told(differences.accuracy),
        "mean_recall": _told(differences.mean_recall),
        "recall": {name: _told(one) for name, one in zip(ours.names, differences.recall, strict=True)},
        "both_right": int((theirs.hit & ours.hit).sum()),
        "both_wrong": int((~theirs.hit & ~ours.hit).sum()),
        "mcnemar": {"only_first": only_first, "only_second": only_second, "p": mcnemar_p(only_first, only_second)},
        "agreement": count_confusion(theirs.answer, ours.answer, len(ours.classes)).tolist(),
    }


def _verdict(first: Judged, second: Judged, ahead: Difference) -> dict[str, Any]:
    """Which model has the higher mean recall, told from its interval; without one, nothing is sure."""
    counts = {"patches": len(first.answers.truth), "groups": int(first.answers.groups.max()) + 1}
    if ahead.sure:
        better, other = (second, first) if ahead.value > 0 else (first, second)
        low, high = sorted((abs(ahead.low), abs(ahead.high)))
        figures = {"difference": f"{100 * abs(ahead.value):.1f}", "low": f"{100 * low:.1f}", "high": f"{100 * high:.1f}"}
        values = {"better": better.name, "other": other.name, **figures, **counts}
        return _told_verdict(better.name, "compare-better", values)
    ends = {"low": f"{100 * ahead.low:+.1f}", "high": f"{100 * ahead.high:+.1f}"}
    return _told_verdict(None, "compare-alike", {"first": first.name, "second": second.name, **ends, **counts})


def _told_verdict(better: str | None, code: str, values: dict[str, Any]) -> dict[str, Any]:
    return {"better": better, "verdict": sentence(code, values), "verdict_code": code, "verdict_values": values}


def _told(one: Difference) -> dict[str, float | None]:
    return {"value": known_or_none(one.value), "low": known_or_none(one.low), "high": known_or_none(one.high)}
