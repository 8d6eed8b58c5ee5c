"""The report on synthetic patches: a page that shows them beside real ones and says what is amiss."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .... import __version__
from ...contract.model_card import Radiometry
from ...contract.sentences import sentence
from ..assessment.caveat import Caveat, heaviest_first
from ..assessment.gallery import Tile as PatchTile
from ..assessment.gallery import grey_patch, tile_png
from ..assessment.page import Block, Cell, Facts, Gallery, Page, Paragraph, Picture, Section, Table, Thumbnail, Tile, Verdict, page_html
from ..network.views import AS_IT_IS, View
from ..patches.patch_set import PatchSet
from .findings import findings_of
from .memorisation import MIRRORED, Memorisation
from .pictures import LEVELS_FILE, TEXTURE_FILE, draw_levels, draw_sheet, draw_texture
from .quality import ClassQuality, Figures, count_copies
from .sample_statistics import Distances, Properties

REPORT_FILE = "report.html"
_PAIRS = 6
_PAIR_GAP_PX = 6
_NOTHING = "-"
_TERMS = (
    ("Levels", "quality-term-levels"),
    ("Looks", "quality-term-looks"),
    ("Texture", "quality-term-texture"),
    ("Kernel, Frechet", "quality-term-features"),
    ("Similarity", "quality-term-diversity"),
    ("Near", "quality-term-near"),
)


class Subject(NamedTuple):
    """What was judged, and how it was looked at."""

    synthetic: PatchSet
    real: PatchSet
    radiometry: Radiometry
    about: dict[str, str]
    """Names and hashes, as in ``metrics.json``."""


class Judgement(NamedTuple):
    """What was found."""

    classes: Sequence[ClassQuality]
    overall: Figures
    caveats: Sequence[Caveat]


def sheet_file(code: int) -> str:
    """The file of the contact sheet of a class."""
    return f"class-{code}.png"


def write_report(folder: Path, subject: Subject, found: Judgement) -> None:
    """Write ``report.html`` and its pictures into a folder.

    Args:
        folder: exists.
        subject: what was judged.
        found: what is told.

    Raises:
        OSError: cannot be written.
    """
    _draw(folder, subject, found)
    page = Page(
        title="How near do synthetic patches come to real ones?",
        subtitle=f"{subject.about['synthetic']} beside {subject.about['patches']}",
        verdict=_verdict(found),
        sections=[
            Section("Real and synthetic, side by side", _sheets(folder, subject, found)),
            Section("Class by class", [_figure_table(found), _near_table(found)]),
            Section("Levels", [_picture(folder / LEVELS_FILE, "quality-levels-picture")]),
            Section("Texture", [_picture(folder / TEXTURE_FILE, "quality-texture-picture")]),
            Section("Nearest training patches", _pairs(subject, found)),
            Section("How this was measured", [_method(subject)]),
        ],
    )
    (folder / REPORT_FILE).write_text(page_html(page), encoding="utf-8")


def _draw(folder: Path, subject: Subject, found: Judgement) -> None:
    parts = [one.figures for one in found.classes]
    draw_levels(parts, subject.real.settings, folder / LEVELS_FILE)
    draw_texture(parts, folder / TEXTURE_FILE)
    for one in found.classes:
        path = folder / sheet_file(one.compared.land_class.code)
        draw_sheet((subject.real, subject.synthetic), one.compared, subject.radiometry, path)


def _verdict(found: Judgement) -> Verdict:
    alone, apart = found.overall.properties, found.overall.distances
    copies = count_copies(found.classes)
    return Verdict(
        answer=answer(found.classes),
        more=sentence("quality-more", {}),
        tiles=[
            Tile("Levels off by", f"{_told(apart.synthetic, 'levels_db')} dB", f"real halves {_told(apart.real, 'levels_db')} dB"),
            Tile("Looks", _told(alone.synthetic, "looks", 1), f"real {_told(alone.real, 'looks', 1)}"),
            Tile("Kernel distance", _told(apart.synthetic, "kernel", 3), f"real halves {_told(apart.real, 'kernel', 3)}"),
            Tile("Similarity of pairs", _told(alone.synthetic, "similarity"), f"real {_told(alone.real, 'similarity')}"),
            Tile("Copies", f"{copies.copies:,}", f"of {copies.patches:,} patches"),
            Tile("Compared", f"{found.overall.samples.synthetic.patches:,}", f"patches of each kind, {len(found.classes)} classes"),
        ],
        belief=sentence("quality-belief", {}),
        caveats=heaviest_first(found.caveats),
    )


def answer(classes: Sequence[ClassQuality]) -> str:
    """The judgement in one sentence."""
    counted = count_copies(classes)
    if counted.copies:
        return sentence("quality-answer-copies", counted._asdict())
    amiss = sum(bool(findings_of(one)) for one in classes)
    if amiss == 0:
        return sentence("quality-answer-good", {})
    return sentence("quality-answer-amiss" if len(classes) > 1 else "quality-answer-one-amiss", {"amiss": amiss, "classes": len(classes)})


def _told(figures: Distances | Properties | None, name: str, decimals: int = 2) -> str:
    if figures is None or not math.isfinite(getattr(figures, name)):
        return _NOTHING
    return f"{getattr(figures, name):.{decimals}f}"


def _picture(path: Path, code: str) -> Picture:
    return Picture(path, sentence(code, {}), sentence(code, {}))


def _sheets(folder: Path, subject: Subject, found: Judgement) -> list[Block]:
    window = f"{subject.radiometry.floor_db:g} to {subject.radiometry.ceiling_db:g} dB"
    classes = [one.compared.land_class for one in found.classes]
    pictures = [Picture(folder / sheet_file(one.code), f"Real and synthetic patches of {one.name}.") for one in classes]
    return [Paragraph(sentence("quality-sheets", {"window": window})), *pictures]


def _figure_table(found: Judgement) -> Table:
    parts = [*(one.figures for one in found.classes), *([found.overall] if len(found.classes) > 1 else [])]
    head = ("Class", "Patches", "Levels, dB", "Texture", "Kernel", "Frechet", "Looks", "Width, px", "Similarity")
    return Table(head, tuple(_figure_row(one) for one in parts), sentence("quality-table", {}))


def _figure_row(part: Figures) -> tuple[str | Cell, ...]:
    apart, alone = part.distances, part.properties

    def distance(name: str, decimals: int = 2) -> Cell:
        real, held_out = (_told(one, name, decimals) for one in (apart.real, apart.held_out))
        return Cell(_told(apart.synthetic, name, decimals), f"{real}; {held_out}")

    widths = [" x ".join(_told(one, name, 1) for name in ("rows_px", "columns_px")) for one in (alone.synthetic, alone.real)]
    return (
        part.name,
        f"{part.samples.synthetic.patches:,}",
        distance("levels_db"),
        distance("texture", 3),
        distance("kernel", 3),
        distance("frechet"),
        Cell(*(_told(one, "looks", 1) for one in (alone.synthetic, alone.real))),
        Cell(*widths),
        Cell(*(_told(one, "similarity") for one in (alone.synthetic, alone.real))),
    )


def _near_table(found: Judgement) -> Table:
    head = ("Class", "Patches", "Near, features", "Near, pixels", "Copies", "Held against")
    references = {"held_out": "held-out patches", "training": "other training patches"}
    rows = tuple(
        (
            one.compared.land_class.name,
            f"{len(one.copies.copied):,}",
            _share(one.copies.judged["features"]),
            _share(one.copies.judged["pixels"]),
            f"{int(one.copies.copied.sum()):,}",
            references[one.copies.reference],
        )
        for one in found.classes
    )
    return Table(head, rows, sentence("quality-near-table", {}), words=(5,))


def _share(judged: Memorisation) -> Cell:
    return Cell(f"{100 * judged.near:.0f} %", f"{100 * judged.low:.0f} to {100 * judged.high:.0f}")


def _pairs(subject: Subject, found: Judgement) -> list[Block]:
    galleries = [Gallery(_nearest_pairs(subject, one), one.compared.land_class.name) for one in found.classes]
    return [Paragraph(sentence("quality-pairs", {})), *galleries]


def _nearest_pairs(subject: Subject, quality: ClassQuality) -> tuple[Thumbnail, ...]:
    """The synthetic patches that lie nearest to a training patch, in whichever space, each beside that one."""
    closeness = np.stack(list(quality.copies.closeness.values()))
    places = np.argsort(closeness.min(axis=0), kind="stable")[:_PAIRS]
    return tuple(_pair(subject, quality, int(place), int(closeness[:, place].argmin())) for place in places)


def _pair(subject: Subject, quality: ClassQuality, place: int, space: int) -> Thumbnail:
    """A synthetic patch beside the training patch nearest to it in a space, laid as it was compared."""
    name, closeness = list(quality.copies.closeness.items())[space]
    near, copied = quality.copies.nearest[name], bool(quality.copies.copied[place])
    made, known = int(quality.compared.synthetic[place]), int(quality.compared.training[near.place[place]])
    view = MIRRORED[near.view[place]]
    left, right = (grey_patch(one, row, subject.radiometry) for one, row in ((subject.synthetic, made), (subject.real, known)))
    pair = f"{made} and {known}{'' if view == AS_IT_IS else ' mirrored'}"
    lines = (pair, f"{closeness[place]:.2f} in {name}{', a copy' if copied else ''}")
    return Thumbnail(tile_png(PatchTile(_beside(left, _laid(right, view)), lines, not copied)), lines, "alarm" if copied else "note")


def _laid(grey: NDArray[np.uint8], view: View) -> NDArray[np.uint8]:
    return grey[:: -1 if view.rows_mirrored else 1, :: -1 if view.columns_mirrored else 1]


def _beside(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.concatenate([first, np.full((len(first), _PAIR_GAP_PX), 255, np.uint8), second], axis=1)


def _method(subject: Subject) -> Facts:
    about = subject.about
    files = [(name, f"{about[key]}, SHA-256 {about[f'{key}_sha256']}") for name, key in
             (("Synthetic patches", "synthetic"), ("Real patches", "patches"), ("Network", "model"))]  # fmt: skip
    terms = [(term, sentence(code, {})) for term, code in _TERMS]
    return Facts((*terms, *files, ("Written by", f"Echopatch {__version__}")))
