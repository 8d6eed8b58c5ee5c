"""What became of synthetic patches, how good they are and whether they help, for the widget that shows reports; no widgets here."""

import json
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ..assess.findings import Findings, Remark
from ..figure_table import Column, Figure, Row
from ..figures import count_text, number_text, share_text
from ..translation import Told, sentence_text, tr

MEAN = "mean recall"
"""Stands among the classes of a trial for their mean."""
_ALONE = "alone"
"""Comparisons of arms that differ by the synthetic patches alone."""
_SURE = ("helps", "harms", "no effect")
_QUALITY, _TRIAL = "metrics.json", "trial.json"
_WEIGHTS = ("alarm", "caution", "note", "good")


def kept_findings(patch_set: str, numbers: Mapping[str, Mapping[str, int]], colours: Mapping[str, str]) -> Findings:
    """What was kept of the patches that were made, and why others were dropped.

    Args:
        patch_set: that was written.
        numbers: ``kept``, ``made``, ``improbable`` and ``far`` by class.
        colours: of the classes.
    """
    columns = (
        Column(tr("Made"), None, tr("By the generator.")),
        Column(tr("Kept"), None, tr("Written to the patch set.")),
        Column(tr("Not Believed"), None, tr("Dropped: the classifier takes them for another class, or is not sure enough.")),
        Column(tr("Unlike Real Ones"), None, tr("Dropped: the classifier sees their class, but real patches look different to it.")),
    )
    rows = tuple(
        Row(tr(name), colours.get(name, ""), tuple(_count(numbers[what][name]) for what in ("made", "kept", "improbable", "far")))
        for name in numbers["made"]
    )
    kept, made = (sum(numbers[what].values()) for what in ("kept", "made"))
    headline = tr("Kept {kept} of {made} patches.").format(kept=count_text(kept), made=count_text(made))
    remark = Remark(
        "note", tr("They lie in {patch_set}, marked as synthetic; no model is ever judged by them.").format(patch_set=patch_set)
    )
    return Findings(str(Path(patch_set) / "set.json"), headline, (remark,), columns, rows, (), ())


def read_quality(folder: str, verdict: str) -> Findings:
    """Read a report of ``gan assess``.

    Args:
        folder: of the report.
        verdict: as the run gave it.

    Raises:
        Told: there is no whole report.
    """
    figures = _read(Path(folder), _QUALITY)
    columns = (
        Column(tr("Levels [dB]"), None, tr("How far the grey levels lie off; in brackets among real patches.")),
        Column(tr("Looks"), None, tr("Higher than real, in brackets, is speckle too smooth.")),
        Column(tr("Texture [px]"), None, tr("Wider than real, in brackets, is texture too coarse.")),
        Column(tr("Network"), None, tr("Kernel distance of what a SAR network sees; in brackets among real patches.")),
        Column(tr("Alike"), None, tr("Similarity of pairs of patches; higher than real, in brackets, is patches too much alike.")),
        Column(tr("Copies"), None, tr("Patches that repeat a training patch.")),
    )
    try:
        rows = tuple(_quality_row(one) for one in figures["classes"])
        report = str(Path(folder) / "report.html")
        return Findings(report, verdict, _remarks(figures["caveats"]), columns, rows, (), _pictures(folder, figures["classes"]))
    except (KeyError, TypeError) as error:
        raise _broken(folder) from error


def read_trial(folder: str, verdict: str) -> Findings:
    """Read a report of ``gan trial``: what each class gains by synthetic patches alone.

    Args:
        folder: of the report.
        verdict: as the run gave it.

    Raises:
        Told: there is no whole report.
    """
    figures = _read(Path(folder), _TRIAL)
    try:
        pairs = [one for one in figures["comparisons"] if one["kind"] == _ALONE]
        widest = max((abs(end) for one in pairs for gain in one["gains"].values() for end in (gain["low"], gain["high"])), default=0.0)
        columns = tuple(_gain_column(one, min(1.0, widest) or 1.0) for one in pairs)
        rows = tuple(_gain_row(name, pairs, figures["chosen"]) for name in (pairs[0]["gains"] if pairs else ()))
        pictures = _named_pictures(folder, {"gains": tr("Gains"), "recalls": tr("Recall")})
        return Findings(str(Path(folder) / "report.html"), verdict, _trial_remarks(figures), columns, rows, (), pictures)
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(folder) from error


def arm_words(arm: str) -> str:
    """What an arm of a trial learns from."""
    words = {
        "none": tr("real patches alone"), "classic": tr("flips, moves and speckle"), "oversampling": tr("rare ones drawn more often"),
        "gan": tr("all synthetic patches"), "gan-filter": tr("filtered synthetic patches"),
        "classic-gan": tr("flips, moves, speckle and filtered synthetic patches"),
    }  # fmt: skip
    return words.get(arm, arm)


def verdict_words(verdict: str) -> str:
    """What a trial says of one class."""
    words = {
        "helps": tr("helps"), "harms": tr("harms"), "no effect": tr("no effect"), "not enough evidence": tr("not enough evidence"),
    }  # fmt: skip
    return words.get(verdict, verdict)


def _read(folder: Path, name: str) -> Dict[str, Any]:
    try:
        figures: Dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(str(folder)) from error
    return figures


def _broken(folder: str) -> Told:
    return Told(tr("{folder} is no whole report of Echopatch.").format(folder=folder))


def _count(count: int) -> Figure:
    return Figure(count_text(count))


def _quality_row(one: Mapping[str, Any]) -> Row:
    distances, properties = one["distances"], one["properties"]
    synthetic, real = properties["synthetic"], properties["real"]
    figures = (
        _beside(distances["synthetic"]["levels_db"], _among_real(distances, "levels_db"), 1),
        _beside(synthetic["looks"], real["looks"], 1),
        _beside(_width_px(synthetic), _width_px(real), 1),
        _beside(distances["synthetic"]["kernel"], _among_real(distances, "kernel"), 3),
        _beside(synthetic["similarity"], real["similarity"], 2),
        Figure(f"{count_text(one['memorisation']['copies'])} / {count_text(one['patches']['synthetic'])}"),
    )
    return Row(tr(one["name"]), one.get("colour", ""), figures)


def _among_real(distances: Mapping[str, Any], name: str) -> Optional[float]:
    """Of the other half of the training patches, or of held-out ones where those lie further off: as the engine's remarks have it."""
    found = [distances[kind][name] for kind in ("real", "held_out") if distances[kind] and distances[kind][name] is not None]
    return max(found, default=None)


def _width_px(properties: Mapping[str, Optional[float]]) -> Optional[float]:
    """Of the texture, the geometric mean along rows and columns."""
    rows, columns = properties["rows_px"], properties["columns_px"]
    return None if rows is None or columns is None else float((rows * columns) ** 0.5)


def _beside(value: Optional[float], real: Optional[float], decimals: int) -> Figure:
    """A figure, and that of real patches in brackets."""
    texts = ["–" if one is None else number_text(one, decimals) for one in (value, real)]
    return Figure(f"{texts[0]} ({texts[1]})")


def _gain_column(pair: Mapping[str, Any], widest: float) -> Column:
    size = tr("all patches") if not pair["size"] else tr("{count} per class").format(count=count_text(pair["size"]))
    tip = tr("Recall with {arm} less that with {against}, in points; the bar is the 95 % interval over the repetitions.")
    words = tip.format(arm=arm_words(pair["arm"]), against=arm_words(pair["against"]))
    return Column(f"{pair['arm']} − {pair['against']}, {size}", (-widest, widest), words)


def _gain_row(name: str, pairs: Sequence[Mapping[str, Any]], chosen: Sequence[str]) -> Row:
    """Classes that got synthetic patches are marked."""
    title = tr("Mean of all classes") if name == MEAN else f"★ {tr(name)}" if name in chosen else tr(name)
    return Row(title, "", tuple(_gain(one["gains"][name]) for one in pairs))


def _gain(gain: Mapping[str, Any]) -> Figure:
    verdict = verdict_words(gain["verdict"])
    text = f"{_points(gain['value'])}  {verdict}"
    tip = f"{verdict}: {_points(gain['low'])} … {_points(gain['high'])}"
    return Figure(text, gain["value"], (gain["low"], gain["high"]), gain["verdict"] in _SURE, tip)


def _points(share: float) -> str:
    return f"{'+' if share > 0 else ''}{number_text(100 * share, 1)}"


def _trial_remarks(figures: Mapping[str, Any]) -> Tuple[Remark, ...]:
    """How much the verdicts rest on."""
    counts, margin = figures["verdicts"], share_text(figures["margin"])
    starred = tr("★ got synthetic patches. Gains are in points of recall; a gain below {margin} counts as none.")
    given = tr(
        "{repetitions} repetitions, {given} verdicts; {apart} differences stand out one by one, chance alone would give about {chance}."
    )
    values = {"repetitions": figures["repetitions"], "given": counts["given"], "apart": counts["apart_unadjusted"]}
    chance = number_text(counts["apart_by_chance"], 1)
    return Remark("note", starred.format(margin=margin)), Remark("note", given.format(**values, chance=chance))


def _remarks(caveats: Sequence[Mapping[str, Any]]) -> Tuple[Remark, ...]:
    """The heaviest first."""
    found = sorted(caveats, key=lambda one: _WEIGHTS.index(one["level"]))
    return tuple(Remark(one["level"], sentence_text(one["code"], one.get("values", {}), one["text"])) for one in found)


def _pictures(folder: str, classes: Sequence[Mapping[str, Any]]) -> Tuple[Tuple[str, str], ...]:
    sheets = {f"class-{one['code']}": tr(one["name"]) for one in classes}
    return _named_pictures(folder, {**sheets, "levels": tr("Levels"), "texture": tr("Texture")})


def _named_pictures(folder: str, titles: Mapping[str, str]) -> Tuple[Tuple[str, str], ...]:
    paths: List[Tuple[str, Path]] = [(title, Path(folder) / f"{name}.png") for name, title in titles.items()]
    return tuple((title, str(path)) for title, path in paths if path.is_file())
