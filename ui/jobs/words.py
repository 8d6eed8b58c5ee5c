"""What a run says, in words."""

import time
from typing import Any, Dict, Mapping, Optional

from qgis.PyQt.QtCore import QDateTime, QLocale

from ..figures import duration_text, number_text
from ..translation import tr
from .record import CANCELLED, DONE, FAILED, RUNNING, WAITING, JobRecord

_SURE_SHARE = 0.03
"""Before so much is done, nobody can tell how long the rest takes."""
_SURE_S = 3.0


def state_words(state: str) -> str:
    """The state of a run."""
    words = {WAITING: tr("waiting"), RUNNING: tr("running"), DONE: tr("done"), FAILED: tr("failed"), CANCELLED: tr("cancelled")}
    return words.get(state, state)


def time_words(moment_s: Optional[float]) -> str:
    """Day and time as people write them here; empty for no moment."""
    if moment_s is None:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment_s)), QLocale.FormatType.ShortFormat)


def took_words(record: JobRecord) -> str:
    """How long a run took, or has taken so far; empty before it begins, and where nobody saw its end."""
    if record.started_s is None or (record.has_ended and record.ended_s is None):
        return ""
    return duration_text(max(0.0, (record.ended_s or time.time()) - record.started_s))


def left_s(record: JobRecord, stage_s: float) -> Optional[float]:
    """How long the present stage of a run will still take; None where that cannot be told.

    Args:
        record: of the run.
        stage_s: seconds since the stage began.
    """
    share = record.done / record.total if record.total else 0.0
    if share < _SURE_SHARE or stage_s < _SURE_S:
        return None
    return stage_s * (1 - share) / share


def step_words(record: JobRecord) -> str:
    """The last step that has told figures; trainings count epochs."""
    text = tr("Epoch {step}") if record.algorithm in ("echopatch:train", "echopatch:distil") else tr("Step {step}")
    return text.format(step=record.metrics[-1]["step"])


def metric_words(row: Mapping[str, Any]) -> Dict[str, str]:
    """Label and value of each figure of a step; what has no label here keeps the engine's name."""
    labels = _metric_labels()
    shown = {name: value for name, value in row.items() if name not in ("step", "epoch", "seconds") and value is not None}
    return {labels.get(name, name.replace("_", " ")): _figure(value) for name, value in shown.items()}


def _metric_labels() -> Dict[str, str]:
    return {
        "training_loss": tr("loss (training)"),
        "loss": tr("loss (validation)"),
        "accuracy": tr("accuracy (validation)"),
        "mean_recall": tr("mean recall (validation)"),
        "learning_rate": tr("learning rate"),
        "labels_loss": tr("loss of the labels"),
        "teacher_loss": tr("loss of the teacher"),
        "similarity_loss": tr("loss of similarity"),
        "entropy_loss": tr("loss of entropy"),
        "diversity_loss": tr("loss of diversity"),
        "real": tr("loss of real patches"),
        "made": tr("loss of made patches"),
        "convergence": tr("convergence M"),
        "diversity": tr("diversity (real is 1)"),
        "seconds_per_step": tr("seconds a step"),
        "seconds_per_gan_step": tr("seconds a step of a generator"),
        "expected_minutes": tr("expected minutes"),
    }


def _figure(value: Any) -> str:
    if not isinstance(value, (int, float)):
        return str(value)
    small = value != 0 and abs(value) < 0.01
    return f"{value:.2g}" if small else number_text(value, 3)
