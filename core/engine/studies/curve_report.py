"""The report of a learning curve: a page that says what more labels bring."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...contract.sentences import sentence
from ..assessment.belief import percent
from ..assessment.caveat import Caveat
from ..assessment.page import Cell, Page, Paragraph, Picture, Section, Table, Tile, Verdict, page_html
from .curve_picture import PICTURE_FILE
from .curve_plan import WHOLE

REPORT_FILE = "report.html"
_FEW_SEEDS = 5


def curve_html(folder: Path, figures: dict[str, Any]) -> str:
    """The page as HTML.

    Args:
        folder: holds the picture.
        figures: what ``curve.json`` holds.

    Raises:
        OSError: the picture cannot be read.
    """
    caption = sentence("curve-picture", {"seeds": figures["seeds"]})
    answer, more = verdict(figures)
    tiles = [_tile(figures, arm) for arm in range(len(figures["arms"]))]
    sections = [
        Section("Curve", [Picture(folder / PICTURE_FILE, caption, caption), _point_table(figures)]),
        Section("What doubling the labels brought", [Paragraph(sentence("curve-gain-words", {})), _gain_table(figures)]),
    ]
    page_verdict = Verdict(answer, more, tiles, "Can this be believed?", list(_caveats(figures)))
    return page_html(Page("Learning curve", figures["patch_set"], page_verdict, sections))


def verdict(figures: dict[str, Any]) -> tuple[str, str]:
    """Whether more labels still help the best arm, and which arm is best where; one sentence each."""
    last = [[one for one in figures["points"] if one["arm"] == arm][-1] for arm in range(len(figures["arms"]))]
    best = max(last, key=lambda one: one["mean_recall"]["value"])
    gain = [one for one in figures["gains"] if one["arm"] == best["arm"]][-1]
    step = gain["per_doubling"]
    values = {"name": figures["arms"][best["arm"]], "from_size": size_name(gain["first"]), "to_size": size_name(gain["second"])}
    figures_of_gain = {name: f"{100 * step[name]:+.1f}" for name in ("value", "low", "high")}
    code = "curve-still-rising" if step["low"] > 0 else "curve-flat"
    ends = {"percent": percent(best["mean_recall"]["value"]), "size": size_name(best["size"]), "name": values["name"]}
    return sentence(code, {**values, **figures_of_gain}), sentence("curve-best", ends)


def size_name(size: int) -> str:
    """A number of patches per class in words."""
    return "all patches" if size == WHOLE else f"{size} per class"


def _tile(figures: dict[str, Any], arm: int) -> Tile:
    first, *_, last = (one for one in figures["points"] if one["arm"] == arm)
    detail = f"mean recall with {size_name(last['size'])}; {percent(first['mean_recall']['value'])} % with {size_name(first['size'])}"
    return Tile(figures["arms"][arm], f"{percent(last['mean_recall']['value'])} %", detail)


def _caveats(figures: dict[str, Any]) -> Iterator[Caveat]:
    yield Caveat("good", "curve-no-validation", {})
    if figures["seeds"] < _FEW_SEEDS:
        yield Caveat("caution", "curve-few-seeds", {"seeds": figures["seeds"]})
    if figures["folds"]:
        yield Caveat("note", "curve-folds", {"patches": figures["test_patches"], "folds": figures["folds"]})
    else:
        yield Caveat("note", "curve-one-test", {"patches": figures["test_patches"]})


def _point_table(figures: dict[str, Any]) -> Table:
    sizes = list(dict.fromkeys(one["size"] for one in figures["points"]))
    found = {(one["arm"], one["size"]): one for one in figures["points"]}
    rows: tuple[tuple[str | Cell, ...], ...] = tuple(
        (size_name(size), f"{found[0, size]['patches']:.0f}", *(_mean(found[arm, size]) for arm in range(len(figures["arms"]))))
        for size in sizes
    )
    return Table(("Labels", "Patches", *figures["arms"]), rows, sentence("curve-table-words", {}))


def _mean(point: dict[str, Any]) -> Cell:
    one = point["mean_recall"]
    return Cell(f"{100 * one['value']:.1f} %", f"{100 * one['low']:.1f} to {100 * one['high']:.1f} %")


def _gain_table(figures: dict[str, Any]) -> Table:
    rows = tuple(
        (
            figures["arms"][one["arm"]],
            f"{size_name(one['first'])} to {size_name(one['second'])}",
            f"{100 * one['per_doubling']['value']:+.1f}",
            f"{100 * one['per_doubling']['low']:+.1f} to {100 * one['per_doubling']['high']:+.1f}",
        )
        for one in figures["gains"]
    )
    return Table(("Curve", "Labels", "Points per doubling", "95 % interval"), rows, words=(0, 1))
