"""What is asked of each cell, and kept of it."""

from collections.abc import Mapping

from ...contract.commands.classify import ClassifyConfig
from .cells import CellGrid
from .evidence import squares_per_side

PROBABILITIES, NOVELTY, EVIDENCE = "probabilities", "novelty", "evidence"


def asked_of(config: ClassifyConfig) -> tuple[str, ...]:
    """What settings, as ``settled`` gives them, ask of each cell; its probabilities always."""
    return PROBABILITIES, *((NOVELTY,) if config.unknown == "yes" else ()), *((EVIDENCE,) if config.explain is not None else ())


def answer_shape(name: str, cells: CellGrid, classes: int) -> tuple[int, ...]:
    """What a cell holds: (classes,) for probabilities, () for novelty, (squares, squares, classes) for evidence."""
    side = squares_per_side(cells)
    shapes: Mapping[str, tuple[int, ...]] = {PROBABILITIES: (classes,), NOVELTY: (), EVIDENCE: (side, side, classes)}
    return shapes[name]
