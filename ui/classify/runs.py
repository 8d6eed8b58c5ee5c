"""The classifications that wait or run, with what they write."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, List, Tuple

from qgis.core import QgsTask

from .. import tasks
from ..jobs.job import start as start_job
from ..translation import tr

ALGORITHM = "echopatch:classify"


@dataclass(frozen=True)
class Run:
    """One classification."""

    scene_name: str
    """As the user knows it."""
    output: str
    """The GeoPackage."""


_under_way: List[Tuple[Run, QgsTask]] = []


def start(run: Run, parameters: Dict[str, Any], on_finished: Callable[[Run, tasks.Outcome], None]) -> QgsTask:
    """Start a classification in the background, or queue it behind others.

    Args:
        run: what the user is told of it.
        parameters: of the algorithm.
        on_finished: called once, on the main thread, however it ends.
    """
    title = tr("Classify {scene}").format(scene=run.scene_name)
    task = start_job(title, ALGORITHM, parameters, partial(_end, run, on_finished)).task
    _under_way.append((run, task))
    return task


def under_way() -> Tuple[Tuple[Run, QgsTask], ...]:
    """All that wait or run, with their tasks, the running one first."""
    return tuple(_under_way)


def writes(output: str) -> bool:
    """Whether one of them will write this file."""
    return any(Path(run.output) == Path(output) for run, _ in _under_way)


def _end(run: Run, on_finished: Callable[[Run, tasks.Outcome], None], outcome: tasks.Outcome) -> None:
    _under_way[:] = [(other, task) for other, task in _under_way if other is not run]
    on_finished(run, outcome)
