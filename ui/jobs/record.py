"""What is known of one run; plain data, as it is written to disk."""

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional

WAITING, RUNNING, DONE, FAILED, CANCELLED = "waiting", "running", "done", "failed", "cancelled"
ENDED = (DONE, FAILED, CANCELLED)


@dataclass
class JobRecord:
    """A run, from the wish to its outputs."""

    key: str
    """Names the record; sorts by time."""
    title: str
    """As the user knows the run, such as ``Fine-tune harbour``."""
    algorithm: str
    """Such as ``echopatch:train``."""
    asked_s: float
    """When it was asked for, in seconds since 1970."""
    state: str = WAITING
    """``waiting``, ``running``, ``done``, ``failed`` or ``cancelled``."""
    console_line: str = ""
    """The same run for a terminal; empty until it begins."""
    started_s: Optional[float] = None
    ended_s: Optional[float] = None
    text: str = ""
    """What it is doing."""
    done: int = 0
    total: int = 0
    """Steps of what it is doing; 0 where nobody knows."""
    metrics: List[Dict[str, Any]] = field(default_factory=list)
    """Figures of each step that has told some, the step's number under ``step``."""
    pictures: Dict[str, str] = field(default_factory=dict)
    """The latest PNG of each name, such as ``curves``."""
    warnings: List[str] = field(default_factory=list)
    outputs: Dict[str, Any] = field(default_factory=dict)
    """Of the algorithm, by name; JSON-native."""
    error: str = ""
    """Why it failed, for the user."""
    log: str = ""
    """Everything it has said; complete once it has ended."""

    @property
    def has_ended(self) -> bool:
        """Nothing more will come."""
        return self.state in ENDED

    def to_json(self) -> str:
        """The record as text."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False, indent=1, default=str)


def record_from(text: str) -> JobRecord:
    """The record that ``to_json`` has written; what an older plugin did not write keeps its default.

    Raises:
        ValueError: the text is none.
    """
    content = json.loads(text)
    known = {one.name for one in dataclasses.fields(JobRecord)}
    try:
        return JobRecord(**{name: value for name, value in content.items() if name in known})
    except (AttributeError, TypeError) as error:
        raise ValueError(f"no record of a run: {error}") from error


def hear(record: JobRecord, message: Mapping[str, Any]) -> None:
    """Put what a running command says into its record.

    Args:
        record: changed in place.
        message: of the contract's kinds, its ``text`` for the user.
    """
    kind = message["type"]
    if kind == "progress":
        record.text, record.done, record.total = message["text"], message["done"], message["total"] or 0
    elif kind == "metric":
        record.metrics.append({"step": message["step"], **message["values"]})
    elif kind == "picture":
        record.pictures[message["name"]] = message["path"]
    elif kind == "command":
        record.console_line = message["text"]
    elif kind == "warning":
        record.warnings.append(message["text"])
