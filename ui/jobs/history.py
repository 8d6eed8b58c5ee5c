"""Past runs on disk: one small JSON file each, beside environments and models, the last hundred."""

from pathlib import Path
from typing import List, Optional

from ..environment import engine_home
from ..translation import tr
from .record import FAILED, JobRecord, record_from

_MOST = 100


def save(record: JobRecord) -> None:
    """Write a record, and let go of the oldest beyond a hundred.

    A disk that takes no more leaves the run itself unharmed: its record then lives as long as this window.
    """
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{record.key}.part"
        part.write_text(record.to_json(), encoding="utf-8")
        part.replace(folder / f"{record.key}.json")
        for old in _files()[_MOST:]:
            old.unlink()
    except OSError:
        return


def past_records() -> List[JobRecord]:
    """All records on disk, the newest first.

    A run that had not ended when it was written, and is not of this window, has lost its window: it counts as failed.
    """
    records = [record for record in map(_read, _files()) if record is not None]
    for record in records:
        if not record.has_ended:
            record.state = FAILED
            record.error = tr("QGIS ended before this run did. Training and classification go on where they stopped when asked for again.")
    return records


def forget(record: JobRecord) -> None:
    """Remove the record of a run; what the run has written stays."""
    (_folder() / f"{record.key}.json").unlink(missing_ok=True)


def _folder() -> Path:
    return engine_home() / "jobs"


def _files() -> List[Path]:
    return sorted(_folder().glob("*.json"), reverse=True)


def _read(path: Path) -> Optional[JobRecord]:
    """None for a file that was cut short or is none of ours."""
    try:
        return record_from(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
