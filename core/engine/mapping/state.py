"""Work in progress beside the output, so that a run that was stopped or killed goes on where it was."""

import dataclasses
import json
import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import DTypeLike, NDArray

from ...contract.errors import OutputError
from ..output import remove, write_errors
from .cells import Tile
from .plan import Plan

Mapped: TypeAlias = "np.memmap[Any, np.dtype[Any]]"

_VERSION = 1
_REQUEST = "request.json"
_JOURNAL = "journal"
_CHUNK_BYTES = 2**24


class Kept(NamedTuple):
    """One array that a state keeps, a value or more for each cell."""

    shape: tuple[int, ...]
    """Rows and columns of cells, and what there is of each."""
    dtype: DTypeLike


@dataclass
class State:
    """What is answered so far, on disk; a tile counts as done only once its numbers are safe there."""

    folder: Path
    plan: Plan
    done: dict[int, float]
    """Seconds that each finished tile took, by its number."""

    def array(self, name: str) -> Mapped:
        """One of the arrays, memory-mapped from disk; all zero where there is no answer."""
        return np.lib.format.open_memmap(self.folder / f"{name}.npy", mode="r+")

    @property
    def probabilities(self) -> Mapped:
        """The answers of a classification, (rows, columns, classes)."""
        return self.array("probabilities")

    def add(self, name: str, kept: Kept) -> None:
        """One more array, of zeros; in place of what had its name."""
        _write_zeros(self.folder / f"{name}.npy", kept)

    def store(self, number: int, tile: Tile, answers: Mapping[str, NDArray[Any]], seconds: float) -> None:
        """Keep the answers of one tile, by the name of the array: first the numbers, then the line that says they are there."""
        rows, columns = slice(tile.row, tile.row + tile.rows), slice(tile.column, tile.column + tile.columns)
        with write_errors(self.folder):
            for name, values in answers.items():
                # mapped anew for each tile: what stays mapped would count as memory of the process, ever more of it
                array = self.array(name)
                array[rows, columns] = values
                array.flush()
            with (self.folder / _JOURNAL).open("a", encoding="ascii") as journal:
                journal.write(f"{number} {seconds:.6f}\n")
                journal.flush()
                os.fsync(journal.fileno())
        self.done[number] = seconds

    def discard(self) -> None:
        """Remove the state from disk; nothing may hold one of its arrays, for Windows removes no file that is mapped."""
        # first of all: without it, what a kill may leave of the rest counts for nothing
        (self.folder / _REQUEST).unlink(missing_ok=True)
        remove(self.folder)

    def forget(self) -> None:
        """Keep the arrays alone, as the result that they have become."""
        for name in (_REQUEST, _JOURNAL):
            (self.folder / name).unlink(missing_ok=True)

    @property
    def seconds(self) -> float:
        """What all finished tiles took, in this run and in those before it."""
        return sum(self.done.values())


def state_folder(output: Path) -> Path:
    """Where the work in progress of an output lies: ``map.gpkg`` has ``map.partial``."""
    return output.with_name(f"{output.stem}.partial")


def open_state(folder: Path, request: dict[str, Any], arrays: Mapping[str, Kept], plan: Callable[[], Plan]) -> State:
    """The state of an earlier run of the same request, or a new one.

    Args:
        folder: where it lies, beside the output.
        request: everything that the answers depend on, JSON-native, by the name a user knows.
        arrays: what is kept, by name.
        plan: makes the plan of a new state.

    Raises:
        OutputError: the state in the folder belongs to another request, or to a newer Echopatch.
    """
    request = json.loads(json.dumps(request))  # as it will be read again: tuples become lists
    found = _read_request(folder)
    if found is None:
        with write_errors(folder):
            return _new_state(folder, request, arrays, plan())
    if found["version"] != _VERSION:
        raise OutputError("classify-partial-version", partial=str(folder), theirs=found["version"], ours=_VERSION)
    theirs, ours = differences(found["request"], request)
    if theirs != ours:
        raise OutputError("partial-of-another-request", partial=str(folder), theirs=theirs, ours=ours)
    return State(folder, Plan(**found["plan"]), _read_journal(folder))


def _read_request(folder: Path) -> dict[str, Any] | None:
    # written last and at once: without it nothing else in the folder counts
    path = folder / _REQUEST
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _new_state(folder: Path, request: dict[str, Any], arrays: Mapping[str, Kept], plan: Plan) -> State:
    remove(folder)
    folder.mkdir()
    for name, kept in arrays.items():
        _write_zeros(folder / f"{name}.npy", kept)
    partial = folder / f"{_REQUEST}.new"
    content = {"version": _VERSION, "request": request, "plan": dataclasses.asdict(plan)}
    partial.write_text(json.dumps(content, indent=2, ensure_ascii=False), encoding="utf-8")
    os.replace(partial, folder / _REQUEST)
    return State(folder, plan, {})


def _write_zeros(path: Path, kept: Kept) -> None:
    # written out, not a hole in the file: a full disk is an error here, but the end of the process in mapped memory
    dtype = np.dtype(kept.dtype)
    left = math.prod(kept.shape) * dtype.itemsize
    with path.open("wb") as file:
        np.lib.format.write_array_header_1_0(file, {"descr": dtype.str, "fortran_order": False, "shape": kept.shape})
        while left:
            left -= file.write(bytes(min(left, _CHUNK_BYTES)))


def _read_journal(folder: Path) -> dict[int, float]:
    path = folder / _JOURNAL
    text = path.read_text(encoding="ascii") if path.is_file() else ""
    whole_lines = text[: text.rfind("\n") + 1].splitlines()  # a killed run may have left half a line
    if text and not text.endswith("\n"):
        path.write_text("".join(line + "\n" for line in whole_lines), encoding="ascii")
    return {int(number): float(seconds) for number, seconds in (line.split() for line in whole_lines)}


def differences(theirs: dict[str, Any], ours: dict[str, Any]) -> tuple[str, str]:
    """Only what differs between two requests, each as one text; equal texts for equal requests."""
    names = [name for name in {**theirs, **ours} if theirs.get(name) != ours.get(name)]
    first, second = (", ".join(f"{name} {_shown(one.get(name))}" for name in names) for one in (theirs, ours))
    return first, second


def _shown(value: Any) -> str:
    if value is None:
        return "not given"
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
