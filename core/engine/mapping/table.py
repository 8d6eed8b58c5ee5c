"""From probabilities to what the table of cells says."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

OK, UNSURE, UNKNOWN = 0, 1, 2
STATUS_NAMES = ("ok", "unsure", "unknown")


@dataclass(frozen=True)
class Answers:
    """What the network says of some cells, n of them."""

    best: NDArray[np.int64]
    """Index of the most probable class."""
    confidence: NDArray[np.float32]
    """Largest probability: of the softmax of the logits over the model's temperature."""
    margin: NDArray[np.float32]
    """Largest less second largest probability."""
    entropy: NDArray[np.float32]
    """Shannon's, over its largest value: 0 for one certain class, 1 for all classes alike."""
    status: NDArray[np.int64]
    """``OK``, ``UNSURE`` or ``UNKNOWN``."""


def answers_of(probabilities: NDArray[np.float32], min_confidence: float, novelty: NDArray[np.float32] | None = None) -> Answers:
    """What probabilities (n, classes) say; cells below the least confidence are unsure, those of novelty (n,) above 1 unknown."""
    classes = probabilities.shape[1]
    ranked = np.sort(probabilities, axis=1)
    confidence = ranked[:, -1]
    margin = confidence - ranked[:, -2] if classes > 1 else confidence
    # p log p is 0 at p = 0
    nats = -(probabilities * np.log(np.where(probabilities > 0, probabilities, 1))).sum(axis=1)
    entropy = nats / np.log(classes) if classes > 1 else np.zeros_like(nats)
    status = np.where(confidence < min_confidence, UNSURE, OK)
    if novelty is not None:
        status = np.where(novelty > 1, UNKNOWN, status)
    return Answers(probabilities.argmax(axis=1), confidence, margin, entropy.astype(np.float32), status)


def answered_cells(probabilities: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which cells of a grid (rows, columns, classes) have an answer."""
    return np.asarray(probabilities.any(axis=-1), dtype=bool)
