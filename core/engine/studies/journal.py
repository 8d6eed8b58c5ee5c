"""The journal of a study: one line of JSON for each finished run, so that nothing finished is done twice."""

import json
import os
from pathlib import Path
from typing import Any

from ...contract.errors import LearningError
from ..learning.run_folder import REQUEST_FILE, check_request
from ..output import write_errors

JOURNAL_FILE = "runs.jsonl"


def open_journal(folder: Path, request: dict[str, Any]) -> Path:
    """The folder of the work in progress, new or of the same request.

    Args:
        folder: made when missing.
        request: what decides the study, JSON-native.

    Raises:
        OutputError: the folder holds a study of another request, or cannot be written.
        LearningError: the request in the folder is broken.
    """
    if (folder / REQUEST_FILE).is_file():
        check_request(folder, request)
        return folder
    with write_errors(folder):
        folder.mkdir(exist_ok=True)
        (folder / REQUEST_FILE).write_text(json.dumps(request, indent=1, ensure_ascii=False), encoding="utf-8")
    return folder


def note(folder: Path, outcome: Any) -> None:
    """Add a finished run.

    Args:
        folder: of the work in progress.
        outcome: JSON-native.

    Raises:
        OutputError: the disk is full, or the write failed.
    """
    with write_errors(folder), (folder / JOURNAL_FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(outcome) + "\n")
        file.flush()
        os.fsync(file.fileno())


def noted(folder: Path) -> list[Any]:
    """The finished runs of an earlier start; a line that was cut short is not counted.

    Raises:
        LearningError: the file is broken.
    """
    if not (folder / JOURNAL_FILE).is_file():
        return []
    text = (folder / JOURNAL_FILE).read_text(encoding="utf-8")
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        (folder / JOURNAL_FILE).write_text(whole, encoding="utf-8")
    try:
        return [json.loads(line) for line in whole.splitlines()]
    except ValueError as error:
        raise LearningError("training-state-broken", folder=str(folder)) from error
