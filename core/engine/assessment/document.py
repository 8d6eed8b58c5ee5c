"""``metrics.json``: everything that a report tells, for programs."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.special import softmax

from .assessment import Assessment
from .breakdown import Part
from .calibration import ERROR_BINS, Coverage, Reliability, reliability
from .caveat import Caveat
from .figures import BY_CLASS, known_or_none
from .intervals import LEVEL, Figure

METRICS_FORMAT, METRICS_VERSION = "echopatch-metrics", 1


def metrics_document(assessment: Assessment, caveats: Sequence[Caveat]) -> dict[str, Any]:
    """All figures, JSON-native.

    Args:
        assessment: what was worked out.
        caveats: how far to believe it.

    Returns:
        What ``classification_figures`` gives, and beside it: ``groups``; ``temperature``; ``ece_by_chance``; ``interval_level`` and
        ``intervals`` (lower and upper end by figure, None where there is none); ``classes``; ``reliability`` with and
        ``reliability_uncalibrated`` without temperature; ``coverage`` by least confidence; ``scenes`` and ``sources``; ``caveats``.
    """
    answers, overall = assessment.answers, assessment.figures.overall
    return {
        "format": METRICS_FORMAT,
        "version": METRICS_VERSION,
        **assessment.summary,
        "groups": overall["accuracy"].groups,
        "temperature": answers.temperature,
        "ece_by_chance": assessment.error_by_chance,
        "interval_level": LEVEL,
        "intervals": {name: _interval(one) for name, one in overall.items()},
        "classes": [_class(assessment, place) for place in range(len(answers.classes))],
        "reliability": _reliability(reliability(answers.truth, answers.probabilities)),
        "reliability_uncalibrated": _reliability(reliability(answers.truth, softmax(answers.logits, axis=1))),
        "coverage": _coverage(assessment.thresholds),
        "scenes": [_part(one) for one in assessment.scenes],
        "sources": [_part(one) for one in assessment.sources],
        "caveats": [one.told() for one in caveats],
    }


def _interval(figure: Figure) -> list[float] | None:
    return [figure.low, figure.high] if figure.bounded else None


def _class(assessment: Assessment, place: int) -> dict[str, Any]:
    one = assessment.answers.classes[place]
    patches = int(np.sum(assessment.answers.truth == place))
    figures = {name: _figure(assessment.figures.by_class[name][place]) for name in BY_CLASS}
    return {"code": one.code, "name": one.name, "colour": one.colour, "patches": patches, **figures}


def _figure(figure: Figure) -> dict[str, Any]:
    value, interval = known_or_none(figure.value), _interval(figure)
    return {"value": value, "interval": interval, "groups": figure.groups, "reliable": figure.reliable}


def _reliability(bins: Reliability) -> list[dict[str, Any]]:
    return [
        {
            "from": place / ERROR_BINS,
            "to": (place + 1) / ERROR_BINS,
            "patches": int(bins.patches[place]),
            "confidence": known_or_none(float(bins.confidence[place])),
            "accuracy": known_or_none(float(bins.accuracy[place])),
        }
        for place in range(ERROR_BINS)
    ]


def _coverage(kept: Coverage) -> list[dict[str, Any]]:
    names = ("least_confidence", "kept", "accuracy", "mean_recall", "classes")
    rows = zip(*(column.tolist() for column in kept), strict=True)
    return [{name: known_or_none(value) for name, value in zip(names, row, strict=True)} for row in rows]


def _part(part: Part) -> dict[str, Any]:
    return {
        "name": part.name, "patches": part.patches, "groups": part.groups, "accuracy": part.accuracy, "mean_recall": part.mean_recall,
    }  # fmt: skip
