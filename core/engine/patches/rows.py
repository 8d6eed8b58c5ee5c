"""Rows of arrays that stay on disk until they are asked for."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class Rows(Protocol):
    """An array by its first axis: in memory, memory-mapped, or several as one."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[NDArray[Any]]: ...

    def __getitem__(self, rows: Any) -> NDArray[Any]:
        """A row, or some rows by a slice or by an array of numbers."""


class JoinedRows:
    """Arrays under each other, as one array whose rows are read when they are asked for.

    Args:
        arrays: of equal type and shape but for the number of rows, at least one.
    """

    def __init__(self, arrays: Sequence[Rows]) -> None:
        self._arrays = arrays
        self._ends = np.cumsum([len(one) for one in arrays])

    def __len__(self) -> int:
        return int(self._ends[-1])

    def __iter__(self) -> Iterator[NDArray[Any]]:
        return (row for one in self._arrays for row in one)

    def __getitem__(self, rows: Any) -> NDArray[Any]:
        """A row, or some rows by a slice or by an array of numbers, as an array gives them."""
        wanted = np.arange(len(self))[rows]
        flat = np.atleast_1d(wanted)
        first = self._arrays[0][:0]
        found = np.empty((len(flat), *first.shape[1:]), first.dtype)
        for array, end in zip(self._arrays, self._ends, strict=True):
            inside = (flat >= end - len(array)) & (flat < end)
            found[inside] = array[flat[inside] - (end - len(array))]
        return found if wanted.ndim else np.asarray(found[0])
