"""Judges synthetic patches: each figure beside the same figure of real patches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ..patches.patch_set import DbWindow, PatchSet
from .compared import ComparedRows, Rows
from .copies import Copies, Space, copies_of, low_pass_points
from .feature_extractor import FeatureExtractor
from .memorisation import MIRRORED, Points
from .sample_statistics import Distances, Properties, SampleStatistics, distances, joined, measure, properties

ALL = "all classes"
Figure = TypeVar("Figure")


class Samples(NamedTuple):
    """What was measured of the patches that are compared, all samples of one size."""

    synthetic: SampleStatistics
    half: SampleStatistics
    """Of the training patches."""
    other_half: SampleStatistics
    held_out: SampleStatistics | None


@dataclass(frozen=True)
class Beside(Generic[Figure]):
    """A figure of synthetic patches, and the same of real ones."""

    synthetic: Figure
    real: Figure
    """Of training patches; of a distance, between their two halves."""
    held_out: Figure | None
    """Of real patches that the generator has not seen; None with too few."""


class Figures(NamedTuple):
    """The figures of a class, or of all together."""

    name: str
    samples: Samples
    distances: Beside[Distances]
    """All to the same half of the training patches."""
    properties: Beside[Properties]


@dataclass(frozen=True)
class ClassQuality:
    """Everything that is known of the synthetic patches of a class."""

    compared: ComparedRows
    figures: Figures
    copies: Copies


class CopyCount(NamedTuple):
    """How many of how many synthetic patches are copies."""

    copies: int
    patches: int


def count_copies(classes: Sequence[ClassQuality]) -> CopyCount:
    """The copies of all classes together."""
    return CopyCount(sum(int(one.copies.copied.sum()) for one in classes), sum(len(one.copies.copied) for one in classes))


def judge_class(synthetic: PatchSet, real: PatchSet, found: ComparedRows, extractor: FeatureExtractor) -> ClassQuality:
    """Work out all figures of a class.

    Args:
        synthetic: the set with the synthetic patches.
        real: the set that the generator learned from.
        found: rows of both.
        extractor: at the patches.

    Raises:
        Cancelled: the user asked to stop.
    """
    made = extractor.features(synthetic, found.synthetic)
    training = [extractor.features(real, found.training, view) for view in MIRRORED]
    held_out = extractor.features(real, found.held_out) if len(found.held_out) else training[0][:0]

    def sample(rows: Rows, source: tuple[PatchSet, Rows, Points]) -> SampleStatistics:
        patch_set, among, features = source
        return measure(patch_set, rows, extractor, features[among.searchsorted(rows)])

    half, other_half = (sample(rows, (real, found.training, training[0])) for rows in found.halves)
    apart = None if found.held_out_sample is None else sample(found.held_out_sample, (real, found.held_out, held_out))
    samples = Samples(sample(found.synthetic_sample, (synthetic, found.synthetic, made)), half, other_half, apart)
    pixels = Space(
        low_pass_points(synthetic, found.synthetic),
        [low_pass_points(real, found.training, view) for view in MIRRORED],
        low_pass_points(real, found.held_out),
    )
    copies = copies_of({"features": Space(made, training, held_out), "pixels": pixels}, real.index["group"].to_numpy()[found.training])
    return ClassQuality(found, figures_of(found.land_class.name, samples, real.settings), copies)


def judge_all(parts: Sequence[Figures], window: DbWindow) -> Figures:
    """The figures over all classes; every sample has as many patches of each class.

    Args:
        parts: of the classes.
        window: the dB window of the codes.
    """
    kinds = zip(*(one.samples for one in parts), strict=True)
    synthetic, half, other_half, held_out = ([one for one in kind if one is not None] for kind in kinds)
    apart = joined(held_out) if len(held_out) == len(parts) else None
    return figures_of(ALL, Samples(joined(synthetic), joined(half), joined(other_half), apart), window)


def figures_of(name: str, samples: Samples, window: DbWindow) -> Figures:
    """Synthetic patches against one half of the training patches, beside the other half and held-out patches against the same."""
    synthetic, half, other_half, held_out = samples
    return Figures(
        name,
        samples,
        Beside(
            distances(synthetic, half, window),
            distances(other_half, half, window),
            None if held_out is None else distances(held_out, half, window),
        ),
        Beside(
            properties(synthetic),
            properties(joined([half, other_half])),
            None if held_out is None else properties(held_out),
        ),
    )
