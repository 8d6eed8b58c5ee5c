"""The same figures for parts of the patches: scene by scene, source by source."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .answers import Answers
from .figures import confusion_figures, count_confusion


class Part(NamedTuple):
    """How a model does on some of the patches."""

    name: str
    patches: int
    groups: int
    accuracy: float
    mean_recall: float
    """Over the classes with patches in this part."""
    recall: NDArray[np.float64]
    """Of each class, NaN without patches, (K,)."""


def parts(answers: Answers, names: NDArray[np.object_]) -> list[Part]:
    """Figures of each part, by name.

    Args:
        answers: all of them.
        names: part of each patch, (N,).
    """
    return [_part(answers, str(name), names == name) for name in sorted(set(names.tolist()))]


def _part(answers: Answers, name: str, chosen: NDArray[np.bool_]) -> Part:
    figures = confusion_figures(count_confusion(answers.truth[chosen], answers.answer[chosen], len(answers.classes)))
    groups = len(np.unique(answers.groups[chosen]))
    return Part(name, int(chosen.sum()), groups, float(figures["accuracy"]), float(figures["mean_recall"]), figures["recall"])
