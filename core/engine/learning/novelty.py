"""Fits where a model is at home, so that it can say of a patch that it knows nothing like it."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...contract.reporting import Reporter
from ..network.domain import LEAST_VALIDATION, Domain, evened
from ..network.networks import BODY_STRIDE_PX, PatchNetwork
from .batches import PatchReader
from .splits import Splits

KEPT_SHARE = 0.99
"""Of the validation patches that lie within the limit."""
SURROUNDINGS_PX = 96
"""Reflected around a patch, for features as dense mode sees them: far from the zeros that convolutions pad with."""

_MOST_TRAINING, _MOST_VALIDATION = 1000, 600
_TORN_EVERY = 4
"""One patch of so many is also seen torn, as at the edge of a scene: else nearly all of the edge would be unknown."""
_MOST_DIRECTIONS = 64
_SHRINKAGE = 0.5
"""How far the covariance is drawn to its diagonal. On simulated and real patches 0.5 told left-out classes better apart than 0
(area under the curve 0.91 to 0.82) and strange sensors as well."""
_BATCH_SIZE = 32

Features = Callable[[PatchNetwork, Tensor], Tensor]


class Learned(NamedTuple):
    """What a model file and its card take up."""

    domains: dict[str, Domain]
    """By mode of classification: ``patch`` and, for patches of a multiple of 32 px, ``dense``."""
    facts: dict[str, Any]
    """For the card, JSON-native."""


def learn_novelty(network: PatchNetwork, reader: PatchReader, splits: Splits, report: Reporter) -> Learned | None:
    """Where the training patches lie, and how far from them those of the validation split; None with too few to tell.

    The two modes of classification differ in what surrounds a patch, and so in its features: each gets a fit of its own.

    Args:
        network: trained, on the device of the reader.
        reader: of the patch set.
        splits: rows for training and validation.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    if len(splits.validation) < LEAST_VALIDATION:
        return None
    known, judged = _spread(splits.train, _MOST_TRAINING), _spread(splits.validation, _MOST_VALIDATION)
    labels = reader.labels[np.concatenate([known, known[::_TORN_EVERY]])]
    dense = reader.patch_set.settings.patch_px % BODY_STRIDE_PX == 0
    ways: dict[str, Features] = {"patch": patch_features, **({"dense": surrounded_features} if dense else {})}
    domains = {}
    for mode, features_of in ways.items():
        features = [_whole_and_torn(network, reader, rows, features_of, report) for rows in (known, judged)]
        domains[mode] = fit_domain(features[0], labels, features[1])
    return learned_of(domains, len(known), len(judged))


def learned_of(domains: dict[str, Domain], known: int, judged: int) -> Learned:
    """Domains with what the card says of them.

    Args:
        domains: by mode of classification.
        known: patches that they were fitted to.
        judged: patches that set their limits.
    """
    modes = {mode: {"limit": float(domain.limit), "directions": len(domain.directions)} for mode, domain in domains.items()}
    facts = {"measure": "Mahalanobis distance of pooled features", "kept_share": KEPT_SHARE, "training_patches": known}
    return Learned(domains, {**facts, "validation_patches": judged, "modes": modes})


def _spread(rows: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """At most so many of the rows, evenly spread over them."""
    return rows[np.linspace(0, len(rows) - 1, min(most, len(rows))).astype(np.int64)]


def _whole_and_torn(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], features_of: Features, report: Reporter) -> Tensor:
    """Features of rows of the set, and after them of every fourth one torn: (N + N / 4, F), float32 on the CPU."""

    def of_torn(network: PatchNetwork, inputs: Tensor) -> Tensor:
        return features_of(network, torn(inputs))

    return torch.cat(
        [_features(network, reader, rows, features_of, report), _features(network, reader, rows[::_TORN_EVERY], of_torn, report)]
    )


@torch.inference_mode()
def _features(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], features_of: Features, report: Reporter) -> Tensor:
    """Features (N, F) of rows of the set, ascending."""
    network.eval()
    parts, done = [], 0
    for batch in reader.batches(rows, _BATCH_SIZE):
        report.progress(done, len(rows), "progress-novelty")
        parts.append(features_of(network, batch.inputs).float().cpu())
        done += len(batch.indices)
    return torch.cat(parts)


def torn(inputs: Tensor) -> Tensor:
    """Network input (N, C, P, P) that lacks data on one side of a line at random, for at most half of each patch."""
    count, side_px = len(inputs), inputs.shape[-1]
    angle, distance = torch.rand(2, count, 1, 1, generator=torch.Generator().manual_seed(0)).to(inputs.device)
    angle, distance = angle * (2 * math.pi), distance * (side_px / 2)
    from_middle = torch.arange(side_px, device=inputs.device) - (side_px - 1) / 2
    there = angle.cos() * from_middle + angle.sin() * from_middle[:, None] <= distance
    return torch.as_tensor(inputs * there[:, None])  # what lacks data is zero, once standardised


def patch_features(network: PatchNetwork, inputs: Tensor) -> Tensor:
    """Pooled features (N, F) of patches (N, C, P, P) each for itself, as patch mode sees them."""
    return torch.as_tensor(network.body(inputs).mean(dim=(2, 3)))


def surrounded_features(network: PatchNetwork, inputs: Tensor) -> Tensor:
    """Pooled features (N, F) of patches (N, C, P, P), P a multiple of 32, within surroundings, as dense mode sees them."""
    side_px = inputs.shape[-1]
    place = torch.arange(-SURROUNDINGS_PX, side_px + SURROUNDINGS_PX, device=inputs.device).remainder(2 * (side_px - 1))
    place = torch.minimum(place, 2 * (side_px - 1) - place)
    features = network.body(inputs[..., place, :][..., place])
    first, last = SURROUNDINGS_PX // BODY_STRIDE_PX, (SURROUNDINGS_PX + side_px) // BODY_STRIDE_PX
    return torch.as_tensor(features[:, :, first:last, first:last].mean(dim=(2, 3)))


def fit_domain(known: Tensor, labels: NDArray[np.int64], judged: Tensor) -> Domain:
    """The space of training features, with a limit that keeps the set share of the validation features.

    The covariance is that within classes, of features scaled to unit variance and drawn half-way to its diagonal; its leading
    directions are kept, all others share their mean.

    Args:
        known: (N, F), of training patches.
        labels: class index, (N,).
        judged: (M, F), of validation patches: they set the limit, and nothing else.
    """
    even = evened(known)
    present, group = np.unique(labels, return_inverse=True)
    centres = torch.stack([even[torch.from_numpy(group == number)].mean(0) for number in range(len(present))])
    deviations = even - centres[torch.from_numpy(group)]
    spread = deviations.square().mean(0).sqrt()
    spread = spread.clamp_min(float(spread.mean()) * 1e-3 + 1e-12)  # a feature that never stirs would make any stir infinite
    count = min(_MOST_DIRECTIONS, len(known) - len(present), known.shape[1] - 1)
    _, lengths, directions = torch.linalg.svd(deviations / spread, full_matrices=False)
    variances = lengths[: max(count, 0)].square() / len(known)
    directions = directions[: len(variances)]
    rest = (known.shape[1] - variances.sum()).clamp_min(0) / (known.shape[1] - len(variances))
    shrunk = _SHRINKAGE + (1 - _SHRINKAGE) * torch.cat([variances, rest[None]])
    domain = Domain(centres / spread, spread, directions.contiguous(), 1 / shrunk, torch.ones(1))
    limit = torch.quantile(domain.novelty(judged), KEPT_SHARE)
    return Domain(**{**vars(domain), "limit": limit[None]})
