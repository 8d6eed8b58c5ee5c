"""The report of the command evaluate: the first screen says how good the model is and whether to believe it, the rest why."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.special import softmax

from .... import __version__
from ...contract.model_card import ModelCard
from ...contract.sentences import sentence
from .assessment import Assessment
from .belief import percent, verdict
from .breakdown import Part
from .calibration import reliability
from .caveat import Caveat, heaviest_first, worst_level
from .charts import draw_classes, draw_coverage, draw_reliability
from .confusion_picture import draw_confusion
from .figures import OVERALL
from .intervals import Figure
from .page import Block, Cell, Facts, Page, Pair, Paragraph, Picture, Section, Table, Tile, Verdict, page_html
from .showcase import Showcase, draw_showcase, showcase_sections

REPORT_FILE = "report.html"
PICTURES = {name: f"{name}.png" for name in ("confusion", "classes", "reliability", "coverage")}
_TITLES = {"accuracy": "Accuracy", "mean_recall": "Mean recall", "macro_f1": "Macro F1", "kappa": "Cohen's kappa"}
_BELIEF = {"alarm": "belief-alarm", "caution": "belief-caution", "note": "belief-good", "good": "belief-good"}
_TERMS = (
    ("Recall", "report-term-recall"),
    ("Precision", "report-term-precision"),
    ("Cohen's kappa", "report-term-kappa"),
    ("Interval", "report-term-interval"),
    ("Calibration error", "report-term-calibration"),
    ("By chance", "report-term-chance"),
)
_FILES = (("Model", "model"), ("Patch set", "patch_set"))
_NOTHING = "-"


class Subject(NamedTuple):
    """What was judged, and on what."""

    card: ModelCard
    about: dict[str, str]
    """``model``, ``patch_set`` (names of files), their hashes ``model_sha256`` and ``patch_set_sha256``, and ``split``."""


def write_report(folder: Path, assessment: Assessment, subject: Subject, caveats: Sequence[Caveat], showcase: Showcase) -> None:
    """Write ``report.html`` and its pictures into a folder.

    Args:
        folder: exists.
        assessment: what was worked out.
        subject: what was judged.
        caveats: how far to believe it.
        showcase: pictures of patches.

    Raises:
        OSError: cannot be written.
    """
    _draw(folder, assessment)
    draw_showcase(folder, showcase)
    page = Page(
        title=f"How good is {subject.card.name}?",
        subtitle=f"Judged on the {subject.about['split']} split of {subject.about['patch_set']}",
        verdict=_verdict(assessment, caveats),
        sections=[
            Section("Class by class", _classes(folder, assessment)),
            Section("What is taken for what", [_confusion(folder, assessment)]),
            Section("What its confidence is worth", _confidence(folder, assessment)),
            *_parts(assessment),
            *showcase_sections(showcase),
            Section("How this was measured", _method(subject)),
        ],
    )
    (folder / REPORT_FILE).write_text(page_html(page), encoding="utf-8")


def _draw(folder: Path, assessment: Assessment) -> None:
    answers, figures = assessment.answers, assessment.figures.by_class
    bins = [reliability(answers.truth, one) for one in (answers.probabilities, softmax(answers.logits, axis=1))]
    draw_confusion(assessment.summary["confusion"], answers.names, "", folder / PICTURES["confusion"])
    draw_classes(answers.names, figures["recall"], figures["precision"], folder / PICTURES["classes"])
    draw_reliability(bins[0], bins[1], folder / PICTURES["reliability"])
    draw_coverage(assessment.curve, assessment.thresholds, folder / PICTURES["coverage"])


def _verdict(assessment: Assessment, caveats: Sequence[Caveat]) -> Verdict:
    answer, more = verdict(assessment)
    forbidding = [one.text for one in caveats if one.level == "alarm"]
    if forbidding:  # no figure is the headline that must not be used
        answer, more = forbidding[0], f"{answer} {more}"
    overall = assessment.figures.overall
    return Verdict(
        answer=answer,
        more=more,
        tiles=[
            *(Tile(_TITLES[name], _told(overall[name].value, name), _interval(overall[name], name)) for name in OVERALL),
            Tile(
                "Calibration error", f"{100 * assessment.summary['ece']:.1f}", f"points; by chance {100 * assessment.error_by_chance:.1f}"
            ),
            Tile("Judged on", f"{len(assessment.answers.truth):,}", f"patches, {_places(assessment)}"),
        ],
        belief=sentence(_BELIEF[worst_level(caveats)], {}),
        caveats=heaviest_first(caveats),
    )


def _places(assessment: Assessment) -> str:
    groups, scenes = assessment.figures.overall["accuracy"].groups, len(assessment.scenes)
    return f"{groups:,} place{'s' * (groups != 1)}, {scenes:,} scene{'s' * (scenes != 1)}"


def _told(value: float, name: str = "") -> str:
    """A figure as people read it: kappa as a number, all others in percent."""
    if np.isnan(value):
        return _NOTHING
    return f"{value:.2f}" if name == "kappa" else f"{percent(value)} %"


def _points(share: float) -> str:
    return f"{100 * share:.1f}"


def _interval(figure: Figure, name: str = "") -> str:
    if not figure.bounded:
        return "no interval"
    low, high = (f"{one:.2f}" if name == "kappa" else percent(one) for one in (figure.low, figure.high))
    return f"{'' if figure.reliable else '~ '}{low} to {high}"


def _classes(folder: Path, assessment: Assessment) -> list[Block]:
    rows = tuple(_class_row(assessment, place) for place in range(len(assessment.answers.classes)))
    head = ("Class", "Patches", "Places", "Recall", "Precision", "F1", "Most often taken for")
    alt = "Recall and precision of each class with their intervals, as in the table below."
    return [Picture(folder / PICTURES["classes"], alt), Table(head, rows, sentence("report-classes", {}), words=(6,))]


def _class_row(assessment: Assessment, place: int) -> tuple[str | Cell, ...]:
    names, counts = assessment.answers.names, assessment.summary["confusion"][place]
    figures = [assessment.figures.by_class[name][place] for name in ("recall", "precision", "f1")]
    told = (Cell(_told(one.value), "" if np.isnan(one.value) else _interval(one)) for one in figures)
    return names[place], f"{sum(counts):,}", f"{figures[0].groups:,}", *told, _mistaken(counts, place, names)


def _mistaken(counts: list[int], place: int, names: Sequence[str]) -> str:
    errors = [0 if other == place else count for other, count in enumerate(counts)]
    most = max(errors)
    return f"{names[errors.index(most)]} ({most})" if most else _NOTHING


def _confusion(folder: Path, assessment: Assessment) -> Picture:
    rows = zip(assessment.answers.names, assessment.summary["confusion"], strict=True)
    alt = "Confusion matrix, rows truth, columns answers. " + "; ".join(f"{name}: {', '.join(map(str, row))}" for name, row in rows)
    return Picture(folder / PICTURES["confusion"], alt, sentence("report-confusion", {}))


def _confidence(folder: Path, assessment: Assessment) -> list[Block]:
    values = {
        "after": _points(assessment.summary["ece"]),
        "before": _points(assessment.summary["ece_uncalibrated"]),
        "chance": _points(assessment.error_by_chance),
        "temperature": f"{assessment.answers.temperature:.2f}",
    }
    diagram = Picture(folder / PICTURES["reliability"], "Share of right answers by confidence.", sentence("report-reliability", {}))
    curve = Picture(folder / PICTURES["coverage"], "Accuracy and mean recall by the share kept.", sentence("report-coverage", {}))
    return [Paragraph(sentence("report-confidence", values)), Pair(diagram, curve), _thresholds(assessment)]


def _thresholds(assessment: Assessment) -> Table:
    rows = tuple(
        (f"{threshold:.2f}" if threshold else "all", _told(share), _told(accuracy), _told(recall), f"{classes}")
        for threshold, share, accuracy, recall, classes in zip(*(one.tolist() for one in assessment.thresholds), strict=True)
    )
    return Table(("Least confidence", "Kept", "Accuracy", "Mean recall", "Classes"), rows, sentence("report-thresholds", {}))


def _parts(assessment: Assessment) -> list[Section]:
    told = (("Scene by scene", "Scene", assessment.scenes), ("Real and synthetic patches", "Source", assessment.sources))
    return [Section(heading, [_part_table(assessment, kind, found)]) for heading, kind, found in told if len(found) > 1]


def _part_table(assessment: Assessment, kind: str, found: Sequence[Part]) -> Table:
    names = assessment.answers.names
    rows = tuple(
        (one.name, f"{one.patches:,}", f"{one.groups:,}", _told(one.accuracy), _told(one.mean_recall), _weakest(one, names))
        for one in sorted(found, key=lambda one: one.mean_recall)
    )
    head = (kind, "Patches", "Places", "Accuracy", "Mean recall", "Weakest class")
    return Table(head, rows, "Worst first. Mean recall is over the classes that occur there.", words=(5,))


def _weakest(part: Part, names: Sequence[str]) -> str:
    place = int(np.nanargmin(part.recall))
    return f"{names[place]} ({percent(float(part.recall[place]))} %)"


def _method(subject: Subject) -> list[Block]:
    terms = [(term, sentence(code, {})) for term, code in _TERMS]
    files = [(f"{name}, SHA-256", f"{subject.about[key]}, {subject.about[f'{key}_sha256']}") for name, key in _FILES]
    made = [("Provenance of the model", subject.card.provenance or _NOTHING), ("Written by", f"Echopatch {__version__}")]
    return [Facts((*terms, *files, *made))]
