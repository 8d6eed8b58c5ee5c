"""What a head learns from: features of labelled patches or cells, and which of them are for training, validation and test."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...contract.errors import LearningError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from ..assessment.answers import Answers
from ..patches.footprints import Polygons
from .linear_head import Lesson
from .penalty import Places
from .splits import Splits

Features = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Examples:
    """N labelled patches or cells, as the body of a network sees them."""

    classes: tuple[LandClass, ...]
    """The legend, K classes."""
    features: Features
    """Of the body, (N, F): what a head takes."""
    splits: Splits
    """Class index of each, and the rows of each split."""
    groups: NDArray[np.intp]
    """Of one place, (N,)."""
    scenes: NDArray[np.object_]
    """Name of the scene of each, (N,)."""
    sources: NDArray[np.object_]
    """``real`` or ``synthetic`` for each, (N,)."""
    outlines: Polygons | None = None
    """Of the patches in one plane, metres, (N,), where patches of different groups may overlap; None where they never do."""
    statistics: Features | None = None
    """Of texture, (N, S): what a texture expert takes; None where none is wanted."""
    mirrored: tuple[Features, ...] = ()
    """The features of the training rows seen in other ways, each (rows, F)."""

    @property
    def names(self) -> list[str]:
        """Of the classes."""
        return [one.name for one in self.classes]

    def means(self, rows: NDArray[np.int64], with_texture: bool) -> Tensor:
        """What a network answers from for some rows: the body's features, and the statistics of texture after them.

        Raises:
            ValueError: there are no statistics.
        """
        features = torch.from_numpy(self.features[rows])
        return torch.cat([features, self.texture(rows)], dim=1) if with_texture else features

    def texture(self, rows: NDArray[np.int64]) -> Tensor:
        """The statistics of texture of some rows, (rows, S).

        Raises:
            ValueError: there are none.
        """
        if self.statistics is None:
            raise ValueError("the examples hold no statistics of texture")
        return torch.from_numpy(self.statistics[rows])

    def lesson(self) -> Lesson:
        """The training rows, with their other views."""
        rows, ways = self.splits.train, 1 + len(self.mirrored)
        features = np.concatenate([self.features[rows], *self.mirrored]).astype(np.float64)
        return Lesson(features, np.tile(self.splits.labels[rows], ways), ways)

    def places(self) -> Places:
        """Where the training rows lie, for cross-validation."""
        rows = self.splits.train
        return Places(self.groups[rows], None if self.outlines is None else self.outlines[rows])

    def answers(self, rows: NDArray[np.int64], logits: NDArray[np.float32], temperature: float) -> Answers:
        """What was answered for some rows, as figures and reports take it."""
        groups = np.unique(self.groups[rows], return_inverse=True)[1].reshape(-1)
        return Answers(self.classes, self.splits.labels[rows], logits, temperature, groups, self.scenes[rows], self.sources[rows])


def check_examples(examples: Examples, path: str, report: Reporter) -> None:
    """Refuse examples that no head can be learned from; warn of gaps.

    Args:
        examples: of patches or cells.
        path: where they come from, for the messages.
        report: hears of classes without examples.

    Raises:
        LearningError: fewer than two to learn from, or all of one class.
    """
    splits = examples.splits
    if len(splits.train) < 2:
        raise LearningError("training-too-few", path=path, patches=len(splits.train))
    trained = set(splits.labels[splits.train].tolist())
    if len(trained) == 1:
        raise LearningError("training-one-class", path=path, name=examples.names[trained.pop()])
    for index in sorted(set(range(len(examples.names))) - trained):
        report.warning("training-class-empty", name=examples.names[index])
