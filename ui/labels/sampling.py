"""Draws cells to label, each with the probability that it is drawn; no layers and no widgets here."""

import random
from typing import Dict, List, Mapping, Optional, Sequence

from ..translation import Told, tr
from .cells import Cells
from .grid import Place
from .store import Drawn

SIMPLE, STRATIFIED, SPREAD = "simple", "stratified", "spread"
"""Designs: every cell alike; as many of each class of a map; one out of each of many groups of neighbouring cells."""


class NoSample(Told):
    """The wanted number cannot be drawn; the text says why."""


def draw(cells: Cells, count: int, seed: int, design: str, strata: Optional[Mapping[int, str]] = None) -> List[Drawn]:
    """Draw without replacement, in random order: whoever stops half-way still has labelled all kinds of places.

    Args:
        cells: that the file has.
        count: how many to draw.
        seed: equal ones draw the same cells.
        design: ``SIMPLE``, ``STRATIFIED`` or ``SPREAD``.
        strata: of a stratified sample, the mapped class of each cell that can be drawn.

    Raises:
        NoSample: there are not so many cells, or fewer are wanted than there are classes.
    """
    chance = random.Random(seed)  # nosec B311: no secret  # noqa: S311
    groups = _groups(cells, count, design, strata or {})
    total = sum(len(group) for group in groups)
    if not 0 < count <= total:
        raise NoSample(tr("{count} cells cannot be drawn from {total}.").format(count=count, total=total))
    if count < len(groups):
        text = tr("The map has {classes} classes: draw at least as many cells.")
        raise NoSample(text.format(classes=len(groups)))
    drawn = [
        Drawn(cell, wanted / len(group))
        for group, wanted in zip(groups, _shares(count, [len(group) for group in groups]))
        for cell in chance.sample(group, wanted)
    ]
    chance.shuffle(drawn)
    return drawn


def hilbert_distance(place: Place, order: int) -> int:
    """How far along a Hilbert curve a place lies: places that are near to each other on it are near on the ground.

    Args:
        place: row and column, each less than 2 ** order.
        order: of the curve.

    Source: the bitwise walk from the largest quadrant to the smallest, as in Warren, Hacker's Delight, chapter on Hilbert's curve.
    """
    y, x = place
    distance = 0
    for bit in reversed(range(order)):
        right, lower = (x >> bit) & 1, (y >> bit) & 1
        distance += ((3 * right) ^ lower) << (2 * bit)
        if not lower:  # the curve enters this quadrant turned or mirrored
            if right:
                x, y = ~x, ~y
            x, y = y, x
    return distance


def _groups(cells: Cells, count: int, design: str, strata: Mapping[int, str]) -> List[Sequence[int]]:
    """Cells among which each is as likely to be drawn as any other, in an order that depends on the file alone."""
    if design == STRATIFIED:
        members: Dict[str, List[int]] = {name: [] for name in sorted(set(strata.values()))}
        for cell in sorted(strata):
            members[strata[cell]].append(cell)
        return list(members.values())
    if design == SPREAD:
        return _neighbourhoods(cells, count)
    return [sorted(cells)]


def _neighbourhoods(cells: Cells, count: int) -> List[Sequence[int]]:
    """So many groups of neighbours whose sizes differ by one at most."""
    order = max(cells.grid.rows, cells.grid.columns).bit_length()
    along = sorted(cells, key=lambda cell: hilbert_distance(cells.place_of(cell), order))
    parts = [along[number * len(along) // count : (number + 1) * len(along) // count] for number in range(count)]
    return [part for part in parts if part]


def _shares(count: int, sizes: Sequence[int]) -> List[int]:
    """As many of each group as of any other, as far as the small ones go."""
    wanted = [0] * len(sizes)
    smallest_first = sorted(range(len(sizes)), key=lambda group: sizes[group])
    for number, group in enumerate(smallest_first):
        wanted[group] = min(sizes[group], count // (len(sizes) - number))
        count -= wanted[group]
    return wanted
