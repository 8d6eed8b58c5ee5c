"""What a report says, read from the figures that lie beside it; no widgets here."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ..confusion_view import Confusion, truth_and_answers
from ..figure_table import Column, Figure, Row, Span
from ..figures import area_text, count_text, number_text, share_text
from ..translation import Told, sentence_text, tr

_SHARES = (0.0, 1.0)
_FEW = 5


@dataclass(frozen=True)
class Remark:
    """Something that speaks for or against believing the figures."""

    level: str
    """``good``, ``note``, ``caution`` or ``alarm``."""
    text: str


@dataclass(frozen=True)
class Findings:
    """A report, as the dialog shows it."""

    report: str
    """The page for the browser."""
    headline: str
    remarks: Tuple[Remark, ...]
    columns: Tuple[Column, ...]
    rows: Tuple[Row, ...]
    confusions: Tuple[Tuple[str, Confusion], ...]
    """Title and matrix."""
    pictures: Tuple[Tuple[str, str], ...]
    """Title and path of each PNG of the engine."""


def read_findings(folder: str) -> Findings:
    """Read a report of ``evaluate``, ``compare`` or ``areas``.

    Raises:
        Told: there is none, or it is not whole.
    """
    readers: Dict[str, Callable[[Path, Any], Findings]] = {
        "metrics.json": _of_model, "comparison.json": _of_comparison, "areas.json": _of_areas,
    }  # fmt: skip
    found = next((name for name in readers if (Path(folder) / name).is_file()), "")
    try:
        figures = json.loads((Path(folder) / found).read_text(encoding="utf-8"))
        return readers[found](Path(folder), figures)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Told(tr("{folder} is no whole report of Echopatch.").format(folder=folder)) from error


def _of_model(folder: Path, figures: Mapping[str, Any]) -> Findings:
    """A model on one split."""
    text = tr("Mean recall {recall}, accuracy {accuracy}, kappa {kappa}, on {count} patches from {groups} places.")
    intervals = figures["intervals"]
    values = {name: share_text(figures[name]) + _ends(intervals[name], share_text) for name in ("mean_recall", "accuracy")}
    kappa = _number(figures["kappa"]) + _ends(intervals["kappa"], _number)
    headline = text.format(
        recall=values["mean_recall"], accuracy=values["accuracy"], kappa=kappa, count=count_text(figures["patches"]),
        groups=count_text(figures["groups"]),
    )  # fmt: skip
    names = [one["name"] for one in figures["classes"]]
    columns = (
        Column(tr("Patches"), None, tr("Of this class, by their labels.")),
        Column(tr("Recall"), _SHARES, tr("How much of the class the model finds; the bar is the 95 % interval over places.")),
        Column(tr("Precision"), _SHARES, tr("How much of what it calls so truly is; the bar is the 95 % interval over places.")),
        Column(tr("F1"), None, tr("The harmonic mean of recall and precision.")),
    )
    return Findings(
        str(folder / "report.html"), headline, _remarks(figures), columns, tuple(_model_row(one) for one in figures["classes"]),
        ((tr("Confusion"), truth_and_answers(names, figures["confusion"])),),
        _pictures(folder, {"reliability": tr("Confidence"), "coverage": tr("Least Confidence"), "wrong": tr("Worst Errors"),
                           "examples": tr("Examples")}),
    )  # fmt: skip


def _of_comparison(folder: Path, figures: Mapping[str, Any]) -> Findings:
    """The second model against the first; further ones stand in the page."""
    pair, (first, second) = figures["comparisons"][0], figures["models"][:2]
    headline = " ".join(sentence_text(one["verdict_code"], one["verdict_values"], one["verdict"]) for one in figures["comparisons"])
    names = [one["name"] for one in figures["classes"]]
    widest = max((abs(end) for one in pair["recall"].values() for end in one.values() if end is not None), default=0) or 1.0
    columns = (
        Column(tr("First Model"), _SHARES, tr("Recall of {model}.").format(model=first["model"])),
        Column(tr("Second Model"), _SHARES, tr("Recall of {model}.").format(model=second["model"])),
        Column(tr("Change"), (-widest, widest), tr("In points of recall; the bar is the interval over places, the line no difference.")),
    )
    rows = tuple(
        Row(tr(one["name"]), one["colour"], (*(_share(each["recall"][one["name"]]) for each in (first, second)),
                                             _change(pair["recall"][one["name"]])))
        for one in figures["classes"]
    )  # fmt: skip
    titled = ((tr("First Model"), first), (tr("Second Model"), second))
    told = tr("{row} by the first model, {column} by the second: {count} of {total} ({share})")
    shown = tuple(tr(name) for name in names)
    agreement = Confusion(shown, _matrix(pair["agreement"]), first["model"], second["model"], told)
    confusions = [(title, truth_and_answers(names, one["confusion"])) for title, one in titled]
    return Findings(
        str(folder / "report.html"), headline, _remarks(figures), columns, rows, (*confusions, (tr("Agreement"), agreement)),
        _pictures(folder, {"comparison": tr("Differences")}),
    )  # fmt: skip


def _of_areas(folder: Path, figures: Mapping[str, Any]) -> Findings:
    """A result by a labelled sample of its cells."""
    text = tr("Overall accuracy {accuracy}, by {count} cells that were drawn by chance and labelled.")
    accuracy = figures["overall_accuracy"]
    headline = text.format(
        accuracy=_told(accuracy, share_text).text + _ends(accuracy["interval"], share_text), count=count_text(figures["cells"])
    )
    most = max(max(one["area_m2"]["interval"][1], one["mapped_m2"]) for one in figures["classes"]) or 1.0
    columns = (
        Column(tr("Mapped"), None, tr("Area of the class in the result.")),
        Column(tr("Estimated"), (0.0, most), tr("True area by the sample; the bar is the 95 % interval.")),
        Column(tr("User's Accuracy"), _SHARES, tr("How much of what is mapped as the class truly is it.")),
        Column(tr("Producer's Accuracy"), _SHARES, tr("How much of what truly is the class is mapped as it.")),
    )
    told = tr("Mapped as {row}, truly {column}: {count} of {total} cells ({share})")
    names = tuple(tr(one["name"]) for one in figures["classes"])
    matrix = Confusion(names, _matrix(figures["count_matrix"]), tr("Mapped"), tr("Truth"), told)
    return Findings(
        str(folder / "report.html"), headline, _remarks(figures), columns, tuple(_area_row(one) for one in figures["classes"]),
        ((tr("Labelled Cells"), matrix),), _pictures(folder, {"areas": tr("Areas")}),
    )  # fmt: skip


def _model_row(one: Mapping[str, Any]) -> Row:
    figures = tuple(_told(one[name], share_text) for name in ("recall", "precision", "f1"))
    return Row(tr(one["name"]), one.get("colour", ""), (Figure(count_text(one["patches"])), *figures))


def _area_row(one: Mapping[str, Any]) -> Row:
    area = _told(one["area_m2"], area_text, one["labelled"] >= _FEW)
    accuracies = (_told(one[name], share_text) for name in ("users_accuracy", "producers_accuracy"))
    return Row(tr(one["name"]), one["colour"], (Figure(area_text(one["mapped_m2"])), area, *accuracies))


def _told(figure: Optional[Mapping[str, Any]], words: Callable[[float], str], is_reliable: bool = True) -> Figure:
    """A figure of a report; its interval is read out where the pointer rests."""
    if figure is None or figure["value"] is None:
        return Figure("-")
    interval = _interval(figure["interval"])
    tip = tr("no interval: too few places") if interval is None else _ends(figure["interval"], words).strip()
    return Figure(words(figure["value"]), figure["value"], interval, figure.get("reliable", is_reliable), tip)


def _share(value: Optional[float]) -> Figure:
    return Figure("-") if value is None else Figure(share_text(value), value)


def _change(difference: Mapping[str, Any]) -> Figure:
    """A difference of shares, in points with its sign."""
    if difference["value"] is None:
        return Figure("-")
    ends = None if difference["low"] is None or difference["high"] is None else [difference["low"], difference["high"]]
    tip = tr("no interval: too few places") if ends is None else _ends(ends, _points).strip()
    return Figure(_points(difference["value"]), difference["value"], _interval(ends), ends is not None, tip)


def _points(share: float) -> str:
    return f"{'+' if share > 0 else ''}{number_text(100 * share, 1)}"


def _number(value: float) -> str:
    return number_text(value, 2)


def _ends(interval: Optional[Sequence[float]], words: Callable[[float], str]) -> str:
    """The ends of an interval in brackets, behind a blank; nothing where there is none."""
    return "" if interval is None else f" ({words(interval[0])} … {words(interval[1])})"


def _interval(ends: Optional[Sequence[float]]) -> Optional[Span]:
    return None if ends is None else (ends[0], ends[1])


def _matrix(counts: Sequence[Sequence[int]]) -> Tuple[Tuple[int, ...], ...]:
    return tuple(tuple(row) for row in counts)


def _remarks(figures: Mapping[str, Any]) -> Tuple[Remark, ...]:
    """The heaviest first; a report of an older engine may hold none."""
    weights = ("alarm", "caution", "note", "good")
    found: List[Mapping[str, Any]] = sorted(figures.get("caveats", ()), key=lambda one: weights.index(one["level"]))
    return tuple(Remark(one["level"], sentence_text(one["code"], one.get("values", {}), one["text"])) for one in found)


def _pictures(folder: Path, titles: Mapping[str, str]) -> Tuple[Tuple[str, str], ...]:
    paths = [(title, folder / f"{name}.png") for name, title in titles.items()]
    return tuple((title, str(path)) for title, path in paths if path.is_file())
