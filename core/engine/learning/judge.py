"""Judge a network on patches of a set, and write down what came out."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...contract.reporting import Reporter
from ..assessment.confusion_picture import draw_confusion
from ..assessment.figures import classification_figures
from ..network.networks import PatchNetwork
from .batches import PatchReader
from .prediction import predict

METRICS_FILE, CONFUSION_FILE = "metrics.json", "confusion.png"
BATCH_SIZE = 64
"""Patches per step; the figures do not depend on it."""


def judge(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], temperature: float, report: Reporter) -> dict[str, Any]:
    """The figures of a network in float32 on some patches; see ``classification_figures``.

    Args:
        network: on the device of the reader.
        reader: of the patch set.
        rows: of the patch set, ascending, at least one.
        temperature: divides the logits.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    logits = answers(network, reader, rows, report)
    names = [one.name for one in reader.patch_set.settings.classes]
    return classification_figures(reader.labels[rows], logits, names, temperature)


def answers(network: PatchNetwork, reader: PatchReader, rows: NDArray[np.int64], report: Reporter) -> NDArray[np.float32]:
    """Logits in float32, (N, classes); see ``predict``."""
    logits = predict(network, reader, rows, BATCH_SIZE, lambda done: report.progress(done, len(rows), "progress-judging"))
    report.progress(len(rows), len(rows), "progress-judging")
    return logits.numpy()


def write_figures(folder: Path, figures: dict[str, Any], title: str) -> None:
    """Write ``metrics.json`` and ``confusion.png`` into a folder.

    Raises:
        OSError: cannot be written.
    """
    (folder / METRICS_FILE).write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    heading = f"{title}\naccuracy {figures['accuracy']:.3f}, mean recall {figures['mean_recall']:.3f}"
    draw_confusion(figures["confusion"], list(figures["recall"]), heading, folder / CONFUSION_FILE)
