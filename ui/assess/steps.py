"""Runs that follow one another: the next one starts when the one before has gone well, whatever becomes of the dialog."""

from functools import partial
from typing import Callable, List

from .. import tasks
from ..jobs import job
from .kinds import Step


def start_steps(steps: List[Step], on_started: Callable[[job.Job], None], on_finished: Callable[[tasks.Outcome], None]) -> None:
    """Start the first run, and each further one after it.

    Args:
        steps: at least one.
        on_started: called with each run; its owner may be gone by then and must not mind.
        on_finished: called once, with the outcome of the last run, or of the first one that did not go well.
    """
    first = steps[0]
    on_started(job.start(first.title, first.algorithm, dict(first.parameters), partial(_go_on, steps[1:], on_started, on_finished)))


def _go_on(
    steps: List[Step], on_started: Callable[[job.Job], None], on_finished: Callable[[tasks.Outcome], None], outcome: tasks.Outcome
) -> None:
    if outcome.ok and steps:
        start_steps(steps, on_started, on_finished)
    else:
        on_finished(outcome)
