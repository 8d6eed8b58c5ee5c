"""What is amiss with synthetic patches, and how far the figures can be believed."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..assessment.caveat import Caveat
from .memorisation import NEAR_SHARE
from .quality import ClassQuality, Figures

FEW = 50
"""Below so many patches, distances of features are rough."""
_LEAST_LEVELS_DB = 1.0
_TIMES_REAL = 2.0
_LOOKS_RATIO = 1.5
_WIDTH_RATIO = 4 / 3
_ALIKE = 0.1


class Finding(NamedTuple):
    """One thing that is amiss with the patches of a class."""

    level: str
    code: str
    case: str
    """The class, its figure, and in brackets that of real patches."""


def findings_of(quality: ClassQuality) -> list[Finding]:
    """What is amiss with the patches of a class, the heaviest first; empty where nothing was found."""
    return [*_copied(quality), *_off(quality.figures), *_distant(quality.figures)]


def told(findings: Iterable[Finding]) -> list[Caveat]:
    """Findings as sentences, one for all classes that share it."""
    cases: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        cases.setdefault((one.level, one.code), []).append(one.case)
    return [Caveat(level, code, {"cases": ", ".join(all_cases)}) for (level, code), all_cases in cases.items()]


def _copied(quality: ClassQuality) -> Iterator[Finding]:
    copies, name = quality.copies, quality.compared.land_class.name
    if copies.copied.any():
        yield Finding("alarm", "quality-copies", f"{name} {copies.copied.sum()} / {len(copies.copied)}")
        return
    nearest = max(copies.judged.values(), key=lambda one: one.low)
    if nearest.low > NEAR_SHARE:
        yield Finding("caution", "quality-near", f"{name} {100 * nearest.near:.0f} %")


def _off(figures: Figures) -> Iterator[Finding]:
    name, synthetic, real = figures.name, figures.properties.synthetic, figures.properties.real
    if synthetic.similarity > real.similarity + _ALIKE:
        yield Finding("caution", "quality-alike", f"{name} {synthetic.similarity:.2f} ({real.similarity:.2f})")
    looks = f"{name} {synthetic.looks:.1f} ({real.looks:.1f})"
    if synthetic.looks > real.looks * _LOOKS_RATIO:
        yield Finding("caution", "quality-smooth", looks)
    elif synthetic.looks < real.looks / _LOOKS_RATIO:
        yield Finding("caution", "quality-rough", looks)
    ours_px, real_px = (math.sqrt(one.rows_px * one.columns_px) for one in (synthetic, real))
    widths = f"{name} {ours_px:.1f} ({real_px:.1f})"
    if ours_px > real_px * _WIDTH_RATIO:
        yield Finding("caution", "quality-coarse", widths)
    elif ours_px < real_px / _WIDTH_RATIO:
        yield Finding("caution", "quality-fine", widths)


def _distant(figures: Figures) -> Iterator[Finding]:
    name, synthetic, held_out = figures.name, figures.distances.synthetic, figures.distances.held_out
    real = [figures.distances.real, *([] if held_out is None else [held_out])]
    levels_db = max(one.levels_db for one in real)
    if synthetic.levels_db > max(_LEAST_LEVELS_DB, _TIMES_REAL * levels_db):
        yield Finding("caution", "quality-levels", f"{name} {synthetic.levels_db:.1f} ({levels_db:.1f})")
    kernel, spread = max(one.kernel for one in real), max(one.kernel_spread for one in real)
    if synthetic.kernel > max(_TIMES_REAL * kernel, kernel + _TIMES_REAL * spread):
        yield Finding("caution", "quality-told-apart", f"{name} {synthetic.kernel:.3f} ({kernel:.3f})")


def caveats_of(classes: Sequence[ClassQuality], overall: Figures, quantities: tuple[str, str]) -> list[Caveat]:
    """What is amiss in any class, and how far the figures can be believed.

    Args:
        classes: judged.
        overall: over all classes.
        quantities: that the model learned from, and that of the patches.
    """
    amiss = told(finding for one in classes for finding in findings_of(one))
    return [*amiss, *([] if amiss else [Caveat("good", "quality-nothing", {})]), *_limits(classes, overall, quantities)]


def _limits(classes: Sequence[ClassQuality], overall: Figures, quantities: tuple[str, str]) -> Iterator[Caveat]:
    few = [one.compared.land_class.name for one in classes if one.compared.per_sample < FEW]
    if few:
        yield Caveat("caution", "quality-few", {"names": ", ".join(few), "least": FEW})
    if quantities[0] != quantities[1]:
        yield Caveat("caution", "quality-quantity", {"theirs": quantities[0], "ours": quantities[1]})
    if overall.distances.held_out is None:
        yield Caveat("note", "quality-no-held-out", {})
    yield Caveat("note", "quality-frechet-bias", {"patches": overall.samples.synthetic.patches})
