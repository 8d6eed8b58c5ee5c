"""The cells of a file of labels as they are at this moment: what each is called, and which comes next; no layers, no widgets."""

from typing import Container, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Sequence

from .grid import CellGrid, Place, Point, nearest_first

BY_ROWS, NEAREST, BY_SAMPLE = "rows", "nearest", "sample"
"""Orders in which cells are gone through: row by row, the nearest first, as a sample was drawn."""


class Row(NamedTuple):
    """One cell, as the file has it."""

    cell: int
    """Id of the feature."""
    place: Place
    name: Optional[str]
    """Of its class."""
    sample: Optional[int]
    """Place in the order of drawing."""


class Cells:
    """Cells, known by the ids of their features. Counts are kept up: nothing is looked through but what was asked for."""

    def __init__(self, grid: CellGrid, rows: Iterable[Row]) -> None:
        self.grid = grid
        self._place: Dict[int, Place] = {}
        self._class: Dict[int, str] = {}
        self._sample: Dict[int, int] = {}
        self._drawn: Optional[List[int]] = None
        self._counts: Dict[str, int] = {}
        for row in rows:
            self._place[row.cell] = row.place
            self.note_class(row.cell, row.name)
            self.note_sample(row.cell, row.sample)
        self._cell: Dict[Place, int] = {place: cell for cell, place in self._place.items()}
        self._order: List[int] = [self._cell[place] for place in sorted(self._cell)]
        self._number: Dict[int, int] = {cell: number for number, cell in enumerate(self._order)}

    def __len__(self) -> int:
        return len(self._place)

    def __iter__(self) -> Iterator[int]:
        """Row by row."""
        return iter(self._order)

    def __contains__(self, cell: int) -> bool:
        return cell in self._place

    @property
    def labelled(self) -> Mapping[int, str]:
        """Class of each cell that has one; not to be changed."""
        return self._class

    @property
    def counts(self) -> Mapping[str, int]:
        """How many cells each class has, of those that have any; not to be changed."""
        return self._counts

    @property
    def sample(self) -> Sequence[int]:
        """Cells of the random sample, in the order of drawing; empty where none was drawn."""
        if self._drawn is None:
            self._drawn = sorted(self._sample, key=self._sample.__getitem__)
        return self._drawn

    def class_of(self, cell: int) -> Optional[str]:
        """Name of the cell's class; None while it has none."""
        return self._class.get(cell)

    def place_of(self, cell: int) -> Place:
        """Row and column of a cell."""
        return self._place[cell]

    def cell_of(self, place: Place) -> Optional[int]:
        """The cell of a row and column; None where the file has none."""
        return self._cell.get(place)

    def cell_at(self, point: Point) -> Optional[int]:
        """The cell that holds a point of the scene's CRS; None where there is none."""
        place = self.grid.place_at(point)
        return None if place is None else self._cell.get(place)

    def neighbour(self, cell: int, rows: int, columns: int) -> int:
        """The next cell of the file in a direction; the cell itself where there is none.

        Args:
            cell: to go from.
            rows: -1, 0 or 1, downwards in the image.
            columns: -1, 0 or 1, to its right.
        """
        row, column = self._place[cell]
        while 0 <= row < self.grid.rows and 0 <= column < self.grid.columns:
            row, column = row + rows, column + columns
            if (row, column) in self._cell:
                return self._cell[row, column]
        return cell

    def next_unlabelled(self, after: Optional[int], order: str, skipped: Container[int] = ()) -> Optional[int]:
        """The next cell without a class; None where all have one.

        Args:
            after: the cell to go on from; None for the beginning.
            order: ``BY_ROWS``, ``NEAREST`` or ``BY_SAMPLE``; rows and sample begin again at the end.
            skipped: cells to pass over.
        """
        if order == NEAREST and after is not None:
            around: Iterator[Optional[int]] = (self._cell.get(place) for place in nearest_first(self.grid, self._place[after]))
        elif order == BY_SAMPLE:
            around = _behind(self.sample, self._sample.get(after, 0) if after is not None else 0)
        else:
            around = _behind(self._order, self._number.get(after, -1) + 1 if after is not None else 0)
        return next((cell for cell in around if cell is not None and cell not in self._class and cell not in skipped), None)

    def note_class(self, cell: int, name: Optional[str]) -> None:
        """Take note that a cell is now called so; None or empty for no longer labelled."""
        before = self._class.pop(cell, None)
        if before is not None:
            self._counts[before] -= 1
            if not self._counts[before]:
                del self._counts[before]
        if name:
            self._class[cell] = name
            self._counts[name] = self._counts.get(name, 0) + 1

    def note_sample(self, cell: int, number: Optional[int]) -> None:
        """Take note of a cell's place in the order of drawing; None for no longer in the sample."""
        self._drawn = None
        self._sample.pop(cell, None)
        if number is not None:
            self._sample[cell] = number


def _behind(cells: Sequence[int], start: int) -> Iterator[Optional[int]]:
    """All cells from one on, then those before it."""
    yield from (cells[number] for number in range(start, len(cells)))
    yield from (cells[number] for number in range(start))
