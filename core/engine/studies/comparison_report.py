"""The report of a comparison: a page that says which model is better, and how sure that is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...contract.sentences import sentence
from ..assessment.belief import percent
from ..assessment.caveat import Caveat
from ..assessment.page import Facts, Page, Picture, Section, Table, Tile, Verdict, page_html
from .comparison_picture import PICTURE_FILE

FEW_GROUPS = 10
"""Below so many, intervals of a bootstrap over groups come out too narrow, even expanded ones."""
_NOTHING = "-"


def comparison_html(folder: Path, figures: dict[str, Any]) -> str:
    """The page as HTML.

    Args:
        folder: holds the picture.
        figures: what ``comparison.json`` holds.

    Raises:
        OSError: the picture cannot be read.
    """
    caption = sentence("compare-picture", {})
    pairs = figures["comparisons"]
    sections = [
        Section("Models", [_model_table(figures)]),
        Section("Differences", [Picture(folder / PICTURE_FILE, caption, caption), *map(_difference_table, pairs)]),
        Section("Where they differ", [block for pair in pairs for block in (_counts(pair), _agreement_table(pair))]),
    ]
    subtitle = f"{figures['patch_set']}, {figures['split']} split"
    return page_html(Page("Comparison of models", subtitle, _verdict(figures), sections))


def _verdict(figures: dict[str, Any]) -> Verdict:
    first, *others = figures["comparisons"]
    tiles = [
        Tile(one["model"], f"{percent(one['mean_recall'])} %", f"mean recall; accuracy {percent(one['accuracy'])} %")
        for one in figures["models"]
    ]
    return Verdict(
        answer=first["verdict"],
        more=" ".join(one["verdict"] for one in others),
        tiles=tiles,
        belief="Can this be believed?",
        caveats=list(caveats(figures)),
    )


def caveats(figures: dict[str, Any]) -> Iterator[Caveat]:
    """What speaks for and against believing the comparison."""
    counts = {"groups": figures["groups"], "patches": figures["patches"]}
    if figures["groups"] < FEW_GROUPS:
        yield Caveat("caution", "compare-few-groups", {"groups": figures["groups"], "least": FEW_GROUPS})
    else:
        yield Caveat("good", "compare-paired", counts)
    if len(figures["models"]) > 2:
        yield Caveat("good", "compare-many", {"models": len(figures["models"]) - 1})
    if figures["split"] == "train":
        yield Caveat("alarm", "compare-on-training", {})
    if figures["split"] == "validation":
        yield Caveat("caution", "compare-on-validation", {})


def _model_table(figures: dict[str, Any]) -> Table:
    names = list(figures["models"][0]["recall"])
    rows = tuple(
        (one["model"], *(_share(one[name]) for name in ("mean_recall", "accuracy")), *(_share(one["recall"][name]) for name in names))
        for one in figures["models"]
    )
    turned = tuple(zip(("", "Mean recall", "Accuracy", *(f"Recall of {name}" for name in names)), *rows, strict=True))
    return Table(turned[0], turned[1:])


def _share(value: float | None) -> str:
    return _NOTHING if value is None else f"{100 * value:.1f} %"


def _difference_table(pair: dict[str, Any]) -> Table:
    told = {"Mean recall": pair["mean_recall"], "Accuracy": pair["accuracy"]}
    told |= {f"Recall of {name}": one for name, one in pair["recall"].items()}
    level = f"{100 * pair['level']:.3g} % interval"
    rows = tuple((name, *_difference_cells(one)) for name, one in told.items())
    return Table(("", "Difference", level), rows, f"{pair['second']} less {pair['first']}, in percentage points")


def _difference_cells(one: dict[str, float | None]) -> tuple[str, str]:
    if one["value"] is None or one["low"] is None or one["high"] is None:
        return (_NOTHING if one["value"] is None else f"{100 * one['value']:+.1f}"), _NOTHING
    return f"{100 * one['value']:+.1f}", f"{100 * one['low']:+.1f} to {100 * one['high']:+.1f}"


def _counts(pair: dict[str, Any]) -> Facts:
    test = pair["mcnemar"]
    return Facts(
        (
            ("Both right", f"{pair['both_right']:,}"),
            (f"Only {pair['first']} right", f"{test['only_first']:,}"),
            (f"Only {pair['second']} right", f"{test['only_second']:,}"),
            ("Both wrong", f"{pair['both_wrong']:,}"),
            ("McNemar's test, exact", f"p = {test['p']:.3g}, {sentence('compare-mcnemar', {})}"),
        )
    )


def _agreement_table(pair: dict[str, Any]) -> Table:
    names = list(pair["recall"])
    numbers = [str(number) for number in range(1, len(names) + 1)]  # names would make the table wider than the page
    rows = tuple(
        (f"{number} {name}", *(f"{count:,}" if count else _NOTHING for count in counts))
        for number, name, counts in zip(numbers, names, pair["agreement"], strict=True)
    )
    return Table(("", *numbers), rows, f"Patches by the answer of {pair['first']} (rows) and of {pair['second']} (columns)")
