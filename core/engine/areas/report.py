"""The report of areas: a page that tells how much of each class there is, and how sure that is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...contract.sentences import sentence
from ..assessment.caveat import Caveat
from ..assessment.page import Cell, Facts, Page, Paragraph, Picture, Section, Table, Tile, Verdict, page_html
from .picture import PICTURE_FILE, area_unit

FEW = 5
"""Below so many labelled cells of a class, a normal interval promises more than it keeps."""
_NOTHING = "-"


def report_html(folder: Path, figures: dict[str, Any]) -> str:
    """The page as HTML.

    Args:
        folder: holds the picture.
        figures: what ``areas.json`` holds.

    Raises:
        OSError: the picture cannot be read.
    """
    return page_html(
        Page(
            title="Areas and accuracy",
            subtitle=f"{figures['scene_id']}, {figures['result']}",
            verdict=_verdict(figures),
            sections=[
                Section("Areas", [Picture(folder / PICTURE_FILE, _told("areas-picture"), _told("areas-picture")), _area_table(figures)]),
                Section("Accuracy by class", [Paragraph(_told("areas-accuracy-words")), _accuracy_table(figures)]),
                Section("Error matrix", [_matrix_table(figures)]),
                Section("How this was made", [_facts(figures)]),
            ],
        )
    )


def _verdict(figures: dict[str, Any]) -> Verdict:
    accuracy = figures["overall_accuracy"]
    unit, size_m2 = area_unit(figures["area_m2"])
    low, high = accuracy["interval"]
    return Verdict(
        answer=_told("areas-verdict", percent=_percent(accuracy["value"]), low=_percent(low), high=_percent(high)),
        more=_largest_correction(figures),
        tiles=[
            Tile("Overall accuracy", f"{_percent(accuracy['value'])} %", f"{_percent(low)} to {_percent(high)} %"),
            Tile("Area", f"{figures['area_m2'] / size_m2:,.1f} {unit}", f"{figures['population']:,} cells"),
            Tile("Labelled", f"{figures['cells']:,} cells", f"{figures['design']} random, {figures['strata']} strata"),
        ],
        belief="Can these areas be believed?",
        caveats=list(caveats(figures)),
    )


def _largest_correction(figures: dict[str, Any]) -> str:
    """The class whose mapped area lies farthest outside its interval, if there is one."""
    unit, size_m2 = area_unit(figures["area_m2"])
    outside = [one for one in figures["classes"] if not _within(one["mapped_m2"], one["area_m2"]["interval"])]
    if not outside:
        return _told("areas-all-within")
    one = max(outside, key=lambda one: abs(one["mapped_m2"] - one["area_m2"]["value"]))
    values = {"mapped": one["mapped_m2"], "area": one["area_m2"]["value"]}
    values |= dict(zip(("low", "high"), one["area_m2"]["interval"], strict=True))
    return _told("areas-correction", name=one["name"], unit=unit, **{key: f"{value / size_m2:,.1f}" for key, value in values.items()})


def _within(value: float, ends: list[float]) -> bool:
    return ends[0] <= value <= ends[1]


def caveats(figures: dict[str, Any]) -> Iterator[Caveat]:
    """What speaks for and against believing the estimates."""
    yield Caveat("good", "areas-belief-chance", {"cells": figures["cells"], "design": figures["design"]})
    for one in figures["classes"]:
        if 0 < one["labelled"] < FEW:
            yield Caveat("caution", "areas-class-rare", {"name": one["name"], "count": one["labelled"]})
        if one["labelled"] == 0 and one["mapped_m2"] > 0:
            yield Caveat("caution", "areas-class-never", {"name": one["name"]})
    yield Caveat("note", "areas-belief-labels", {})


def _area_table(figures: dict[str, Any]) -> Table:
    unit, size_m2 = area_unit(figures["area_m2"])
    rows = []
    for one in figures["classes"]:
        low, high = (end / size_m2 for end in one["area_m2"]["interval"])
        share = 100 * one["area_m2"]["value"] / figures["area_m2"]
        shown = [one["mapped_m2"] / size_m2, one["area_m2"]["value"] / size_m2, one["area_m2"]["standard_error"] / size_m2]
        rows.append((one["name"], *(f"{value:,.2f}" for value in shown), f"{low:,.2f} to {high:,.2f}", f"{share:.1f} %"))
    head = ("Class", f"Mapped, {unit}", f"Estimated, {unit}", "Standard error", "95 % interval", "Share")
    return Table(head, tuple(rows))


def _accuracy_table(figures: dict[str, Any]) -> Table:
    rows = [
        (one["name"], _accuracy(one["users_accuracy"]), _accuracy(one["producers_accuracy"]), str(one["sampled"]), str(one["labelled"]))
        for one in figures["classes"]
    ]
    return Table(("Class", "User's accuracy", "Producer's accuracy", "Cells mapped so", "Cells labelled so"), tuple(rows))


def _accuracy(estimate: dict[str, Any] | None) -> Cell:
    if estimate is None:
        return Cell(_NOTHING)
    low, high = estimate["interval"]
    return Cell(f"{_percent(estimate['value'])} %", f"{_percent(low)} to {_percent(high)} %")


def _matrix_table(figures: dict[str, Any]) -> Table:
    rows: tuple[tuple[str | Cell, ...], ...] = tuple(
        (f"{one['code']} {one['name']}", *map(_matrix_cell, shares, counts))
        for one, shares, counts in zip(figures["classes"], figures["area_matrix"], figures["count_matrix"], strict=True)
    )
    codes = [str(one["code"]) for one in figures["classes"]]  # names would make the table wider than the page
    return Table(("Mapped \\ in truth", *codes), rows, _told("areas-matrix-words"))


def _matrix_cell(share: float, count: int) -> Cell:
    return Cell(f"{100 * share:.2f} %", str(count)) if count else Cell(_NOTHING)


def _facts(figures: dict[str, Any]) -> Facts:
    return Facts(
        (
            ("Result", figures["result"]),
            ("Labelled sample", figures["labels"]),
            ("Scene", figures["scene_id"]),
            ("Design", f"{figures['design']} random sample, {figures['cells']:,} of {figures['population']:,} cells, without replacement"),
            ("Estimators", _told("areas-estimators")),
        )
    )


def _told(code: str, **values: Any) -> str:
    return sentence(code, values)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
