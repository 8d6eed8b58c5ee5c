"""The report of a trial: a page that says whether synthetic patches help, class by class, and what that can be believed of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...contract.commands.generation_trial import GAN_ARMS
from ...contract.sentences import sentence
from ..assessment.belief import percent
from ..assessment.caveat import Caveat
from ..assessment.intervals import LEAST_GROUPS
from ..assessment.page import Block, Cell, Facts, Page, Paragraph, Picture, Section, Table, Tile, Verdict, page_html
from ..studies.curve_report import size_name
from .figures import MEAN
from .picture import CURVES_FILE, GAINS_FILE
from .plan import ALONE, BASELINE, CHEAPER, GENERATOR, NONE, OVERSAMPLING
from .preview import made_file
from .verdict import HARMS, HELPS, NO_EFFECT

REPORT_FILE = "report.html"
_ENOUGH_SEEDS = 5
_ENOUGH_KEPT = 0.5
"""Of the synthetic patches asked for."""
_NOTHING = "-"
_FAMILY_CHANCE = 0.05
_BUILT_IN_STARTS = ("random", "imagenet", "shipped")
"""That have seen no patches of users."""

Figures = dict[str, Any]


def trial_html(folder: Path, figures: Figures) -> str:
    """The page as HTML.

    Args:
        folder: holds the pictures.
        figures: what ``trial.json`` holds.

    Raises:
        OSError: a picture cannot be read.
    """
    sections = [
        Section("Verdicts, class by class", list(_verdicts(folder, figures))),
        Section("Recall over the number of patches", list(_recalls(folder, figures))),
        Section("Against what costs less", [Paragraph(sentence("trial-cheaper-words", {})), *_gain_tables(figures, CHEAPER)]),
        Section("Against nothing", [Paragraph(sentence("trial-baseline-words", {})), *_gain_tables(figures, BASELINE)]),
    ]
    if figures["scores"]:
        sections += [
            Section("Learned from synthetic patches alone", [Paragraph(sentence("trial-score-words", {})), _score_table(figures)]),
            Section("The synthetic patches", list(_made_blocks(folder, figures))),
        ]
    sections += [
        Section("What this trial can say", [Paragraph(sentence(code, {})) for code in ("trial-can", "trial-cannot")]),
        Section("Runs and settings", [_steps_table(figures), Facts(tuple(_settings(figures)))]),
    ]
    top = Verdict(verdict(figures), _more(figures), list(_tiles(figures)), "Can this be believed?", list(caveats(figures)))
    return page_html(Page("Do synthetic patches help?", figures["patch_set"], top, sections))


def verdict(figures: Figures) -> str:
    """Where synthetic patches help and where they harm, of all arms that differ by them alone; one sentence."""
    alone = [gain for one in _of_kind(figures, ALONE) for gain in one["gains"].values()]
    if not alone:
        return sentence("trial-no-synthetic", {})
    helped, harmed = (_where(figures, one) for one in (HELPS, HARMS))
    if helped and harmed:
        return sentence("trial-both", {"helped": helped, "harmed": harmed})
    if helped:
        return sentence("trial-helps", {"helped": helped})
    if harmed:
        return sentence("trial-harms", {"harmed": harmed})
    if all(gain["verdict"] == NO_EFFECT for gain in alone):
        return sentence("trial-no-effect", {"margin": _points(figures["margin"])})
    return sentence("trial-no-evidence", {"repetitions": figures["repetitions"]})


def _of_kind(figures: Figures, kind: str) -> list[dict[str, Any]]:
    return [one for one in figures["comparisons"] if one["kind"] == kind]


def _where(figures: Figures, word: str) -> str:
    """The classes, or their mean, that have a verdict in at least one arm, by size."""
    told = []
    for size in figures["sizes"]:
        gains = [one["gains"] for one in _of_kind(figures, ALONE) if one["size"] == size]
        names = [name for name in gains[0] if any(one[name]["verdict"] == word for one in gains)]
        if names:
            told.append(f"{', '.join(names)} ({size_name(size)})")
    return "; ".join(told)


def _points(share: float) -> str:
    return f"{100 * share:.3g}"


def _more(figures: Figures) -> str:
    counts = figures["verdicts"]
    values = {
        **counts["by_verdict"],
        "given": counts["given"],
        "apart": counts["apart_unadjusted"],
        "chance": f"{counts['apart_by_chance']:.1f}",
    }
    return sentence("trial-counts", {name.replace(" ", "_"): value for name, value in values.items()})


def _tiles(figures: Figures) -> Iterator[Tile]:
    """The mean gain of each pair at its smallest size, where help is likeliest."""
    size = figures["sizes"][0]
    for one in (one for one in _of_kind(figures, ALONE) if one["size"] == size):
        gain = one["gains"][MEAN]
        detail = f"points of mean recall over {one['against']}, {size_name(size)}; {_interval(gain)}: {gain['verdict']}"
        yield Tile(one["arm"], f"{100 * gain['value']:+.1f}", detail)


def caveats(figures: Figures) -> Iterator[Caveat]:
    """What speaks for and against believing the verdicts."""
    yield Caveat("good", "trial-no-leak", {})
    start = figures["settings"]["start"]
    if start not in _BUILT_IN_STARTS:
        yield Caveat("caution", "trial-start-file", {"start": Path(start).name})
    if figures["repetitions"] < _ENOUGH_SEEDS:
        yield Caveat("caution", "trial-few-seeds", {"repetitions": figures["repetitions"], "enough": _ENOUGH_SEEDS})
    few = [name for name, one in figures["tested"].items() if one["groups"] < LEAST_GROUPS]
    if few:
        yield Caveat("caution", "trial-few-places", {"names": ", ".join(few), "least": LEAST_GROUPS})
    counts = figures["verdicts"]
    families = counts["families"]
    yield Caveat("note", "trial-many", {"given": counts["given"], "families": families, "chance": f"{_FAMILY_CHANCE * families:.1f}"})
    yield from _strict_filters(figures)
    same = [one["size"] for one in figures["runs"] if one["arm"] == OVERSAMPLING and not one["steps"]]
    if same:
        yield Caveat("note", "trial-oversampling-none", {"sizes": ", ".join(map(size_name, dict.fromkeys(same)))})
    collapsed = [one for one in figures["runs"] if one["arm"] == GENERATOR and one["facts"]["ended"] == "collapsed"]
    if collapsed:
        total = sum(one["arm"] == GENERATOR for one in figures["runs"])
        yield Caveat("caution", "trial-collapsed", {"collapsed": len(collapsed), "total": total})


def _strict_filters(figures: Figures) -> Iterator[Caveat]:
    """Filters that kept less than half of what was asked for: their arms learned from little else than real patches."""
    wanted = figures["settings"]["synthetic"] * len(figures["chosen"]) * figures["repetitions"]
    for size in figures["sizes"]:
        for arm in (one for one in GAN_ARMS if one in figures["arms"]):
            tallies = [one["facts"].values() for one in figures["runs"] if (one["size"], one["arm"]) == (size, arm)]
            kept = sum(tally["kept"] for one in tallies for tally in one)
            if kept < _ENOUGH_KEPT * wanted:
                yield Caveat("caution", "trial-few-kept", {"arm": arm, "size": size_name(size), "kept": kept, "wanted": wanted})


def _verdicts(folder: Path, figures: Figures) -> Iterator[Block]:
    if not _of_kind(figures, ALONE):
        yield Paragraph(sentence("trial-no-synthetic", {}))
        return
    values = {"margin": _points(figures["margin"]), "repetitions": figures["repetitions"]}
    yield Paragraph(sentence("trial-verdict-words", values))
    yield from _gain_tables(figures, ALONE)
    yield _picture(folder, GAINS_FILE, "trial-gains")


def _told(gain: dict[str, Any]) -> str:
    return f"{100 * gain['value']:+.1f} ({_interval(gain)})"


def _interval(gain: dict[str, Any]) -> str:
    return f"{100 * gain['low']:+.1f} to {100 * gain['high']:+.1f}"


def _recalls(folder: Path, figures: Figures) -> Iterator[Block]:
    yield _picture(folder, CURVES_FILE, "trial-recalls")
    yield Paragraph(sentence("trial-recall-words", {}))
    found = {(one["size"], one["arm"]): one for one in figures["points"]}
    for size in figures["sizes"]:
        points = [found[size, arm] for arm in figures["arms"]]
        rows: list[tuple[str | Cell, ...]] = [(MEAN, *(_share(one["mean_recall"]) for one in points))]
        rows += [(name, *(_share(one["recall"][name]) for one in points)) for name in figures["tested"]]
        yield Table((size_name(size).capitalize(), *figures["arms"]), tuple(rows))


def _share(mean: dict[str, Any]) -> Cell:
    return Cell(f"{percent(mean['value'])} %", f"{max(0, 100 * mean['low']):.0f} to {min(100, 100 * mean['high']):.0f}")


def _gain_tables(figures: Figures, kind: str) -> Iterator[Table]:
    """A table for each size: a row for each class, a column for each comparison."""
    for size in figures["sizes"]:
        pairs = [one for one in _of_kind(figures, kind) if one["size"] == size]
        if pairs:
            head = (size_name(size).capitalize(), *(f"{one['arm']} less {one['against']}" for one in pairs))
            gains = [one["gains"] for one in pairs]
            rows = tuple((name, *(Cell(one[name]["verdict"], _told(one[name])) for one in gains)) for name in gains[0])
            yield Table(head, rows, words=tuple(range(1, len(head))))


def _score_table(figures: Figures) -> Table:
    real = {one["size"]: one for one in figures["points"] if one["arm"] == NONE}
    head = ("", *(f"{size_name(one['size'])}: {kind}" for one in figures["scores"] for kind in ("synthetic", "real")))
    pairs = [(one, real[one["size"]]) for one in figures["scores"]]
    rows: list[tuple[str | Cell, ...]] = [(MEAN, *(_share(one["mean_recall"]) for pair in pairs for one in pair))]
    rows += [(name, *(_share(one["recall"][name]) for pair in pairs for one in pair)) for name in figures["tested"]]
    return Table(head, tuple(rows))


def _made_blocks(folder: Path, figures: Figures) -> Iterator[Block]:
    yield _made_table(figures)
    for size in figures["sizes"]:
        for arm in GAN_ARMS:
            if (folder / made_file(size, arm)).is_file():
                caption = sentence("trial-made", {"arm": arm, "size": size_name(size)})
                yield Picture(folder / made_file(size, arm), caption, caption)


def _made_table(figures: Figures) -> Table:
    """What became of the patches that were made, summed over the repetitions."""
    rows = []
    for size in figures["sizes"]:
        for arm in (one for one in GAN_ARMS if one in figures["arms"]):
            tallies = [one["facts"] for one in figures["runs"] if (one["size"], one["arm"]) == (size, arm)]
            for name in figures["chosen"]:
                sums = (sum(one[name][what] for one in tallies) for what in ("made", "kept", "improbable", "far"))
                rows.append((size_name(size), arm, name, *(f"{one:,}" for one in sums)))
    head = ("Labels", "Arm", "Class", "Made", "Kept", "Not taken for the class", "Far from real ones")
    return Table(head, tuple(rows), sentence("trial-made-words", {"repetitions": figures["repetitions"]}), words=(0, 1, 2))


def _picture(folder: Path, file: str, code: str) -> Picture:
    caption = sentence(code, {})
    return Picture(folder / file, caption, caption)


def _steps_table(figures: Figures) -> Table:
    """What each size cost: patches, steps of a classifier and of a generator, and time."""
    rows = []
    for size in figures["sizes"]:
        runs = [one for one in figures["runs"] if one["size"] == size]
        plain = next(one for one in runs if one["arm"] == NONE)
        generators = [one["steps"] for one in runs if one["arm"] == GENERATOR]
        minutes = sum(one["seconds"] for one in runs) / 60
        patches = sum(plain["patches"].values())
        rows.append((size_name(size), f"{patches:,}", f"{plain['steps']:,}", f"{max(generators, default=0):,}", f"{minutes:.1f}"))
    head = ("Labels", "Real training patches", "Steps of each classifier", "Steps of the generator", "Minutes in all")
    return Table(head, tuple(rows), sentence("trial-steps-words", {}), words=(0,))


def _settings(figures: Figures) -> Iterator[tuple[str, str]]:
    for name, value in figures["settings"].items():
        text = ", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
        yield name.replace("_", " "), text or _NOTHING
