"""Everything that is worked out from a model's answers, before it is told as numbers, pictures and sentences."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .answers import Answers
from .breakdown import Part, parts
from .calibration import Coverage, coverage, error_by_chance
from .figures import classification_figures
from .intervals import Figures, figures_with_intervals

THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Least confidences that the report judges."""
_KEPT_SHARES = 100


@dataclass(frozen=True)
class Assessment:
    """What is known of a model."""

    answers: Answers
    summary: dict[str, Any]
    """See ``classification_figures``."""
    figures: Figures
    error_by_chance: float
    """The expected calibration error that a perfectly calibrated model would show on these patches."""
    thresholds: Coverage
    """What is kept at each of ``THRESHOLDS``."""
    curve: Coverage
    """What is kept at each hundredth of the patches."""
    scenes: list[Part]
    sources: list[Part]


def assess(answers: Answers) -> Assessment:
    """Work everything out."""
    return Assessment(
        answers=answers,
        summary=classification_figures(answers.truth, answers.logits, answers.names, answers.temperature),
        figures=figures_with_intervals(answers),
        error_by_chance=error_by_chance(answers.probabilities),
        thresholds=coverage(answers.truth, answers.probabilities, np.array(THRESHOLDS)),
        curve=coverage(answers.truth, answers.probabilities, _thresholds_of_shares(answers.confidence)),
        scenes=parts(answers, answers.scenes),
        sources=parts(answers, answers.sources),
    )


def _thresholds_of_shares(confidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """Least confidence that keeps each hundredth of the patches, but at least one patch, (100,)."""
    ranks = np.ceil(np.arange(1, _KEPT_SHARES + 1) / _KEPT_SHARES * len(confidence)).astype(int)
    return np.asarray(-np.sort(-confidence)[ranks - 1])
