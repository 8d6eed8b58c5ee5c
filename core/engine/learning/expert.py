"""Fit the texture expert that answers beside a trained network.

On real chips of two radars, groups held out, both together beat a random forest at every number of labels that was measured. The
figures are in docs/few-labels.md.
"""

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from torch import Tensor

from ...contract.model_card import Radiometry
from ...contract.reporting import Reporter
from ..assessment.calibration import fit_temperature, negative_log_likelihood
from ..network.experts import TextureExpert, mixed
from ..network.networks import PatchNetwork
from ..network.texture import STATISTICS, TextureStatistics, texture_features
from .batches import PatchReader
from .linear_head import folded
from .splits import Splits

STRENGTH = 0.1
"""Inverse of the L2 penalty on standardised features."""
LEAST_TO_SETTLE = 50
"""Validation patches from which on they choose the share of the expert; fewer cannot tell, and both keep an equal say."""
_MOST_PATCHES = 20_000
"""Training patches that the expert learns from, evenly spread: a bound on time and memory."""
_BATCH_SIZE = 64
_SHARES = (0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1, 1.0, 0.0)
"""An equal say first: where others are no more likely, it stays."""

Labels = NDArray[np.int64]


class Seen(NamedTuple):
    """What some patches look like to the network and to the expert."""

    logits: Tensor
    """Of the network alone, (N, classes)."""
    statistics: Tensor
    """Means over each patch, (N, C * STATISTICS)."""
    labels: Labels


def join_expert(network: PatchNetwork, reader: PatchReader, splits: Splits, report: Reporter) -> None:
    """Fit an expert on the training patches and set it beside a trained network, unless the validation patches give it no say.

    Args:
        network: on the device of the reader, without an expert; changed in place.
        reader: of the patch set.
        splits: of the patch set; the validation patches choose how much the expert says.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    chosen = splits.train[np.linspace(0, len(splits.train) - 1, min(len(splits.train), _MOST_PATCHES)).astype(np.int64)]
    known = _look(network, reader, chosen, report)
    classes = len(reader.patch_set.settings.classes)
    expert = fit_expert(known.statistics, known.labels, classes, reader.radiometry)
    if len(splits.validation) >= LEAST_TO_SETTLE:
        settle(expert, _look(network, reader, splits.validation, report))
    # with many patches the network alone may be the best: then nobody has to wait for the expert
    network.expert = expert.to(reader.device) if float(expert.share) > 0 else None


@torch.inference_mode()
def _look(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], report: Reporter) -> Seen:
    network.eval()
    texture = TextureStatistics(reader.radiometry.mean, reader.radiometry.std).to(reader.device)
    logits, statistics = [], []
    done = 0
    for batch in reader.batches(rows, _BATCH_SIZE):
        report.progress(done, len(rows), "progress-texture")
        logits.append(network(batch.inputs).float().cpu())
        statistics.append(texture(batch.inputs).mean(dim=(2, 3)).cpu())
        done += len(batch.indices)
    report.progress(done, len(rows), "progress-texture")
    return Seen(torch.cat(logits), torch.cat(statistics), reader.labels[rows])


def fit_expert(statistics: Tensor, labels: Labels, classes: int, radiometry: Radiometry) -> TextureExpert:
    """An expert for texture statistics, on the CPU.

    Args:
        statistics: means over patches, (N, C * STATISTICS).
        labels: class index, (N,), at least two different ones.
        classes: of the legend.
        radiometry: that standardised the patches.
    """
    features = texture_features(statistics).numpy().astype(np.float64)
    expert = TextureExpert(statistics.shape[1] // STATISTICS, classes, radiometry)
    scaler = StandardScaler().fit(features)
    fitted = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=1000).fit(scaler.transform(features), labels)
    folded(fitted, scaler.mean_, np.diag(1 / scaler.scale_), classes).into(expert.linear)
    return expert.eval()


def settle(expert: TextureExpert, seen: Seen) -> None:
    """Choose how much the expert says, and how sure the network may be, by patches that neither learned from."""
    say = say_of(seen.labels, seen.logits, expert(seen.statistics).detach())
    expert.share.fill_(say.share)
    expert.temperature.fill_(say.temperature)


class Say(NamedTuple):
    """How a network and an expert speak together."""

    share: float
    """Of the expert."""
    temperature: float
    """Divides the network's logits."""


def say_of(labels: Labels, logits: Tensor, expert: Tensor) -> Say:
    """The say under which the true classes are the most likely.

    Args:
        labels: class index, (N,).
        logits: of the network alone, (N, classes).
        expert: probabilities of the expert, (N, classes); neither has learned from these patches.
    """
    temperature = fit_temperature(labels, logits.numpy())
    losses = [negative_log_likelihood(labels, mixed(expert, logits / temperature, share).numpy()) for share in _SHARES]
    return Say(_SHARES[int(np.argmin(losses))], temperature)
