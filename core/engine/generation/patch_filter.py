"""Which synthetic patches pass for real ones: by what a classifier of real patches says, and by where they lie among its features."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.special import softmax

from ...contract.commands.generation import FilterOptions
from ...contract.errors import ModelError, PatchSetError
from ...contract.reporting import Reporter
from ..learning.batches import PatchReader
from ..learning.features import features_of
from ..learning.judge import answers
from ..network.model_file import Model
from ..patches.contents import content_hashes
from ..patches.patch_set import PatchSet

_LEAST_STD = 1e-6


class ClassFeatures(NamedTuple):
    """Where the real patches of one class lie among the features."""

    tree: cKDTree
    radius: float
    """Distance to the nearest real patch up to which a synthetic one passes."""


class Verdict(NamedTuple):
    """What the filter says of some patches."""

    classes: NDArray[np.int64]
    """Place in the model's legend: that asked for, or where none was, the model's first choice, (N,)."""
    probable: NDArray[np.bool_]
    """The model gives the class its least probability, (N,)."""
    near: NDArray[np.bool_]
    """The features lie near real ones of the class, (N,)."""


@dataclass(frozen=True)
class PatchFilter:
    """A model of real patches, and where those lie among its features."""

    model: Model
    options: FilterOptions
    learned_from: tuple[str, ...]
    """Content hash of each of those patches."""
    known: dict[int, ClassFeatures]
    """By place in the model's legend."""
    mean: NDArray[np.float64]
    std: NDArray[np.float64]
    """Of the real features, (F,)."""
    device: torch.device

    def judge(self, patch_set: PatchSet, classes: NDArray[np.int64] | None, report: Reporter) -> Verdict:
        """What to think of some synthetic patches.

        Args:
            patch_set: of the model's kind.
            classes: place in the model's legend of what each is meant to be, (N,); None where the model is to say.
            report: hears progress.

        Raises:
            Cancelled: at a safe point.
        """
        rows = np.arange(len(patch_set.index))
        reader = _reader(self.model, patch_set, self.device)
        logits = answers(self.model.network, reader, rows, report)
        chances = softmax(logits.astype(np.float64) / self.model.card.temperature, axis=1)
        meant = chances.argmax(axis=1) if classes is None else classes
        features = (features_of(self.model.network, reader, rows, lambda _: None) - self.mean) / self.std
        distances = np.array([self._distance(one, where) for one, where in zip(meant.tolist(), features, strict=True)])
        radii = np.array([self.known[one].radius if one in self.known else -1.0 for one in meant.tolist()])
        return Verdict(meant, chances[rows, meant] >= self.options.min_probability, distances <= radii)

    def _distance(self, one: int, where: NDArray[np.float64]) -> float:
        """To the nearest real patch of a class; a class without real patches is out of reach."""
        return float(self.known[one].tree.query(where)[0]) if one in self.known else float("inf")


def fit_filter(model: Model, patch_set: PatchSet, options: FilterOptions, device: torch.device, report: Reporter) -> PatchFilter:
    """Learn where the real training patches of each class lie.

    The radius of a class is the quantile ``distance_share`` of the distances between a real patch and the nearest one of its class
    that belongs to another group; where a class has a single group, to the nearest other one.

    Args:
        model: trained on real patches; its network moves to the device.
        patch_set: real patches, whose training split is taken, classes by name.
        options: how strict to be.
        device: where it computes.
        report: hears progress.

    Raises:
        ModelError: the model does not know a class.
        PatchSetError: there are no real training patches.
        Cancelled: at a safe point.
    """
    rows = np.flatnonzero((patch_set.index["split"] == "train") & (patch_set.index["source"] == "real"))
    if len(rows) == 0:
        raise PatchSetError("gan-filter-no-real", path=str(patch_set.folder))
    network = model.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    places = legend_places(model, patch_set)
    reader = _reader(model, patch_set, device)
    features = features_of(network, reader, rows, lambda done: report.progress(done, len(rows), "progress-judging")).astype(np.float64)
    mean, std = features.mean(axis=0), np.maximum(features.std(axis=0), _LEAST_STD)
    table = patch_set.index.iloc[rows]
    codes, groups = table["label"].to_numpy(), table["group"].to_numpy()
    scaled = (features - mean) / std
    known = {places[code]: _known(scaled[codes == code], groups[codes == code], options) for code in np.unique(codes).tolist()}
    return PatchFilter(model, options, tuple(content_hashes(patch_set, rows, report)), known, mean, std, device)


def legend_places(model: Model, patch_set: PatchSet) -> dict[int, int]:
    """Place in the model's legend of each class code of a set, by name.

    Raises:
        ModelError: the model does not know a class that the set has patches of.
    """
    theirs = {one.name: place for place, one in enumerate(model.card.classes)}
    found = {}
    for one in patch_set.settings.classes:
        if one.name in theirs:
            found[one.code] = theirs[one.name]
        elif (patch_set.index["label"] == one.code).any():
            raise ModelError("gan-filter-legend", path=model.card.name, name=one.name)
    return found


def _known(features: NDArray[np.float64], groups: NDArray[np.int64], options: FilterOptions) -> ClassFeatures:
    distances = []
    for group in np.unique(groups):
        own = groups == group
        others = features[~own]
        if len(others):
            distances.append(cKDTree(others).query(features[own])[0])
    if not distances and len(features) > 1:
        distances.append(cKDTree(features).query(features, k=2)[0][:, 1])
    radius = float(np.quantile(np.concatenate(distances), options.distance_share)) if distances else 0.0
    return ClassFeatures(cKDTree(features), radius)


def _reader(model: Model, patch_set: PatchSet, device: torch.device) -> PatchReader:
    return PatchReader(patch_set, np.zeros(len(patch_set.index), np.int64), model.card.radiometry, device)
