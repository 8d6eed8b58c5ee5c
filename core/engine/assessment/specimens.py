"""Which patches are worth looking at."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .answers import Answers


class Examples(NamedTuple):
    """Some patches of one class; numbers among the answers."""

    place: int
    """Of the class in the legend."""
    right: NDArray[np.intp]
    """From sure to unsure, evenly over the right answers."""
    wrong: NDArray[np.intp]
    """The surest of the wrong answers first."""


def most_wrong(answers: Answers, count: int, of_a_kind: int) -> NDArray[np.intp]:
    """Numbers of the wrong answers that give the truth the least probability, the worst first.

    Args:
        answers: all of them.
        count: at most so many.
        of_a_kind: at most so many of one class that were taken for one other.
    """
    wrong = np.flatnonzero(~answers.hit)
    likelihood = answers.probabilities[wrong, answers.truth[wrong]]
    worst = wrong[np.argsort(likelihood, kind="stable")]
    kinds = answers.truth[worst] * len(answers.classes) + answers.answer[worst]
    earlier = [int((kinds[:number] == kind).sum()) for number, kind in enumerate(kinds)]
    return worst[np.array(earlier, dtype=int) < of_a_kind][:count]


def examples(answers: Answers, count: int) -> list[Examples]:
    """Right and wrong answers of each class with patches, at most ``count`` of either."""
    return [_of_class(answers, place, count) for place in np.unique(answers.truth).tolist()]


def _of_class(answers: Answers, place: int, count: int) -> Examples:
    right, wrong = (np.flatnonzero((answers.truth == place) & (answers.hit == hit)) for hit in (True, False))
    surest = [numbers[np.argsort(-answers.confidence[numbers], kind="stable")] for numbers in (right, wrong)]
    spread = np.unique(np.linspace(0, len(right) - 1, min(count, len(right))).round().astype(int))
    return Examples(place, surest[0][spread], surest[1][:count])
