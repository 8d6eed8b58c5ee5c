"""A peak learning rate from a short trial in which the rate rises until the loss runs away."""

import math
from collections.abc import Iterator
from pathlib import Path

from ...contract.reporting import Reporter
from ..network.layers import learn_except
from ..output import write_errors
from .batches import Batch
from .curves import draw_rates
from .fit import Lesson
from .learner import Learner
from .losses import Loss, total
from .optimiser import set_rate
from .run_folder import write_table

RATES_FILE, RATES_PICTURE = "rates.csv", "rates.png"
LEAST_RATE, LARGEST_RATE = 1e-6, 1.0
STEPS = 80
_MEMORY = 0.9
"""Of the smoothed loss: the share of the old value in the new one."""
_RUN_AWAY = 2.0
"""The trial ends where the smoothed loss is so many times its least."""
_BELOW_LEAST = 10.0
"""The chosen rate lies so far below that of the least loss: the loss still falls fast there, and nothing is about to run away."""
_WORTH_IT = 0.97
"""The smoothed loss must fall to this share of the first one, or the trial says nothing."""


def find_rate(trial: Learner, lesson: Lesson, folder: Path, report: Reporter) -> float | None:
    """Choose the peak rate of a run's main phase, and write ``rates.csv`` and ``rates.png`` into its folder.

    Args:
        trial: a copy of the learner of the run; worthless afterwards.
        lesson: of the run.
        folder: of the run.
        report: hears progress, and of the picture.

    Returns:
        The rate, or None where no rate made the loss fall.

    Raises:
        Cancelled: at a safe point.
        OutputError: the files cannot be written.

    Source: Smith, Cyclical learning rates for training neural networks, WACV 2017, arXiv 1506.01186, section 3.3, with a rate that
    rises by a constant factor.
    """
    rows = _rising(trial, lesson, report)
    chosen = chosen_rate(rows)
    if rows:
        with write_errors(folder):
            write_table(folder / RATES_FILE, rows)
            draw_rates(rows, chosen, folder / RATES_PICTURE)
        report.picture("rates", str(folder / RATES_PICTURE))
    return chosen


def _rising(trial: Learner, lesson: Lesson, report: Reporter) -> list[dict[str, float]]:
    """One row for each step, up to the one where the loss runs away: its rate, its loss and the smoothed loss."""
    first = lesson.schedule.epochs - lesson.schedule.phases[-1].epochs  # epoch of the main phase
    learn_except(trial.network, lesson.schedule.frozen(first))
    factor = (LARGEST_RATE / LEAST_RATE) ** (1 / (STEPS - 1))
    rows: list[dict[str, float]] = []
    running = 0.0
    for step, (batch, loss_of) in zip(range(STEPS), _endless(lesson, first), strict=False):
        report.progress(step, STEPS, "progress-finding-rate")
        set_rate(trial.optimiser, rate := LEAST_RATE * factor**step)
        loss = float(total(trial.step(batch, loss_of, lesson.precision, lesson.batch_parts)))
        running = _MEMORY * running + (1 - _MEMORY) * loss
        smoothed = running / (1 - _MEMORY ** (step + 1))
        if not math.isfinite(loss) or (rows and smoothed > _RUN_AWAY * min(row["smoothed_loss"] for row in rows)):
            break
        rows.append({"learning_rate": rate, "loss": loss, "smoothed_loss": smoothed})
    report.progress(STEPS, STEPS, "progress-finding-rate")
    return rows


def _endless(lesson: Lesson, epoch: int) -> Iterator[tuple[Batch, Loss]]:
    while True:
        for step, batch in enumerate(lesson.batches(epoch)):
            yield batch, lesson.loss(epoch, step)
        epoch += 1


def chosen_rate(rows: list[dict[str, float]]) -> float | None:
    """A tenth of the rate at which the smoothed loss was least; None where it never fell.

    Args:
        rows: ``learning_rate`` and ``smoothed_loss``, the rate rising.
    """
    if not rows:
        return None
    best = min(rows, key=lambda row: row["smoothed_loss"])
    if best["smoothed_loss"] > _WORTH_IT * rows[0]["smoothed_loss"]:
        return None
    return best["learning_rate"] / _BELOW_LEAST
