"""Patches to look at in a report: the worst errors, and examples of each class."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.model_card import Radiometry
from ...contract.sentences import sentence
from ..patches.patch_set import PatchSet
from .answers import Answers
from .belief import percent
from .gallery import Tile, draw_sheet, grey_patch, tile_png
from .page import Block, Gallery, Paragraph, Section, Thumbnail
from .specimens import examples, most_wrong

WRONG_FILE, EXAMPLES_FILE = "wrong.png", "examples.png"
_WRONG = 24
_OF_A_KIND = 6
_PER_CLASS = 3
"""Right and wrong examples each."""


class Showcase(NamedTuple):
    """Tiles of a report."""

    window: str
    """The dB window in words."""
    wrong: list[Tile]
    examples: list[tuple[str, list[Tile]]]
    """By class name."""


def showcase_of(answers: Answers, patch_set: PatchSet, rows: NDArray[np.int64], radiometry: Radiometry) -> Showcase:
    """Read the patches worth looking at.

    Args:
        answers: to all rows.
        patch_set: opened.
        rows: of the patch set, (N,).
        radiometry: of the model.
    """

    def tile(number: int) -> Tile:
        truth, answer = (answers.names[one[number]] for one in (answers.truth, answers.answer))
        lines = (f"truth {truth}", f"answer {answer}", f"{percent(float(answers.confidence[number]))} % sure", f"patch {rows[number]}")
        return Tile(grey_patch(patch_set, int(rows[number]), radiometry), lines, bool(answers.hit[number]))

    by_class = [(answers.names[one.place], [tile(number) for number in (*one.right, *one.wrong)]) for one in examples(answers, _PER_CLASS)]
    window = f"{radiometry.floor_db:g} to {radiometry.ceiling_db:g} dB"
    return Showcase(window, [tile(number) for number in most_wrong(answers, _WRONG, _OF_A_KIND)], by_class)


def draw_showcase(folder: Path, showcase: Showcase) -> None:
    """Write ``wrong.png``, where there are errors, and ``examples.png``.

    Raises:
        OSError: cannot be written.
    """
    if showcase.wrong:
        draw_sheet(showcase.wrong, sentence("report-wrong-title", {"window": showcase.window}), folder / WRONG_FILE)
    tiles = [tile for _, tiles in showcase.examples for tile in tiles]
    draw_sheet(tiles, sentence("report-examples-title", {"window": showcase.window}), folder / EXAMPLES_FILE)


def showcase_sections(showcase: Showcase) -> list[Section]:
    """The patches as sections of a page."""
    told = Paragraph(sentence("report-examples", {"window": showcase.window}))
    examples_by_class: list[Block] = [Gallery(_thumbnails(tiles), name) for name, tiles in showcase.examples]
    sections = [Section("What each class looks like", [told, *examples_by_class])]
    if showcase.wrong:
        wrong = Paragraph(sentence("report-wrong", {"window": showcase.window, "most": _OF_A_KIND}))
        sections.insert(0, Section("The worst errors", [wrong, Gallery(_thumbnails(showcase.wrong))]))
    return sections


def _thumbnails(tiles: list[Tile]) -> tuple[Thumbnail, ...]:
    return tuple(Thumbnail(tile_png(tile), tile.lines, "good" if tile.right else "alarm") for tile in tiles)
