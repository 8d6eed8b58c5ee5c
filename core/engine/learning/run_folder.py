"""The folder of a run: the request, the state to resume from, the history of its epochs."""

import csv
import json
import os
import pickle  # nosec B403: for the name of an error, nothing is unpickled here
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from ...contract.errors import LearningError, OutputError
from ..output import remove, write_errors

REQUEST_FILE, STATE_FILE, HISTORY_FILE = "request.json", "state.pt", "history.csv"


def open_run(folder: Path, request: dict[str, Any]) -> dict[str, Any] | None:
    """Start a run in a folder, or go on with the one that is there.

    Args:
        folder: made when missing.
        request: what decides the result, JSON-native.

    Returns:
        The state of the last whole epoch, if there is one.

    Raises:
        OutputError: the folder holds a run of another request, or cannot be written.
        LearningError: the state is broken.
    """
    text = json.dumps(request, indent=1, ensure_ascii=False, sort_keys=True)
    if (folder / STATE_FILE).is_file():
        check_request(folder, json.loads(text))
        return _read_state(folder / STATE_FILE)
    with write_errors(folder):
        folder.mkdir(exist_ok=True)
        (folder / REQUEST_FILE).write_text(text, encoding="utf-8")
    return None


def check_request(folder: Path, ours: dict[str, Any]) -> None:
    """Go on only with what was begun for the same request.

    Args:
        folder: holds the request that it was begun for.
        ours: of now, JSON-native.

    Raises:
        OutputError: they differ; names in what.
        LearningError: the folder does not hold a request.
    """
    try:
        theirs = json.loads((folder / REQUEST_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LearningError("training-state-broken", folder=str(folder)) from error
    names = sorted(name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name))
    if names:
        raise OutputError("partial-of-another-request", partial=str(folder), theirs=_listed(theirs, names), ours=_listed(ours, names))


def _listed(request: dict[str, Any], names: list[str]) -> str:
    return ", ".join(f"{name} {request.get(name)}" for name in names)


def _read_state(path: Path) -> dict[str, Any]:
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except (RuntimeError, EOFError, pickle.UnpicklingError) as error:
        raise LearningError("training-state-broken", folder=str(path.parent)) from error
    return state


def save_state(folder: Path, state: dict[str, Any]) -> None:
    """Write the state of a whole epoch, and the history that it holds, each at once or not at all.

    Raises:
        OutputError: the disk is full, or the write failed.
    """
    with write_errors(folder):
        if state["history"]:
            write_table(folder / HISTORY_FILE, state["history"])
        fresh = folder / (STATE_FILE + ".new")
        torch.save(state, fresh)
        os.replace(fresh, folder / STATE_FILE)


def write_table(path: Path, rows: list[dict[str, float]]) -> None:
    """Write a CSV, at once or not at all: one line a row; figures that a row lacks stay empty.

    Raises:
        OSError: cannot be written.
    """
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)
    os.replace(fresh, path)


@contextmanager
def no_empty_run(folder: Path) -> Iterator[None]:
    """Leave no folder behind when the run ends before there is a state to go on from."""
    try:
        yield
    finally:
        if folder.is_dir() and not (folder / STATE_FILE).is_file():
            discard_run(folder)


def discard_run(folder: Path) -> None:
    """Remove a run that nothing can come of any more.

    Raises:
        OutputError: it cannot be removed.
    """
    with write_errors(folder):
        remove(folder)
