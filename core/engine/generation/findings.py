"""What is amiss with synthetic patches, and how far the figures can be believed."""

import math
from collections.abc import Iterator, Sequence

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


def findings_of(quality: ClassQuality) -> list[Caveat]:
    """What is amiss with the patches of a class, the heaviest first; empty where nothing was found."""
    return [*_copied(quality), *_off(quality.figures)]


def _copied(quality: ClassQuality) -> Iterator[Caveat]:
    copies, name = quality.copies, quality.contestants.land_class.name
    if copies.copied.any():
        yield Caveat("alarm", "quality-copies", {"name": name, "copies": int(copies.copied.sum()), "patches": len(copies.copied)})
        return
    nearest = max(copies.judged.values(), key=lambda one: one.low)
    if nearest.low > NEAR_SHARE:
        values = {"percent": round(100 * nearest.near), "expected": round(100 * NEAR_SHARE)}
        yield Caveat("caution", "quality-near", {"name": name, **values})


def _off(figures: Figures) -> Iterator[Caveat]:
    name, synthetic, real = figures.name, figures.properties.synthetic, figures.properties.real
    if synthetic.similarity > real.similarity + _ALIKE:
        yield Caveat("caution", "quality-alike", {"name": name, "ours": f"{synthetic.similarity:.2f}", "real": f"{real.similarity:.2f}"})
    looks = {"name": name, "ours": f"{synthetic.looks:.1f}", "real": f"{real.looks:.1f}"}
    if synthetic.looks > real.looks * _LOOKS_RATIO:
        yield Caveat("caution", "quality-smooth", looks)
    elif synthetic.looks < real.looks / _LOOKS_RATIO:
        yield Caveat("caution", "quality-rough", looks)
    widths = [math.sqrt(one.rows_px * one.columns_px) for one in (synthetic, real)]
    told = {"name": name, "ours": f"{widths[0]:.1f}", "real": f"{widths[1]:.1f}"}
    if widths[0] > widths[1] * _WIDTH_RATIO:
        yield Caveat("caution", "quality-coarse", told)
    elif widths[0] < widths[1] / _WIDTH_RATIO:
        yield Caveat("caution", "quality-fine", told)
    yield from _distant(figures)


def _distant(figures: Figures) -> Iterator[Caveat]:
    synthetic, held_out = figures.distances.synthetic, figures.distances.held_out
    real = [figures.distances.real, *([] if held_out is None else [held_out])]
    levels_db = max(one.levels_db for one in real)
    if synthetic.levels_db > max(_LEAST_LEVELS_DB, _TIMES_REAL * levels_db):
        yield Caveat("caution", "quality-levels", {"name": figures.name, "ours": f"{synthetic.levels_db:.1f}", "real": f"{levels_db:.1f}"})
    kernel = max(one.kernel for one in real)
    if synthetic.kernel > max(_TIMES_REAL * kernel, kernel + _TIMES_REAL * max(one.kernel_spread for one in real)):
        told = {"ours": f"{synthetic.kernel:.3f}", "real": f"{kernel:.3f}"}
        yield Caveat("caution", "quality-told-apart", {"name": figures.name, **told})


def caveats_of(classes: Sequence[ClassQuality], overall: Figures, quantities: tuple[str, str]) -> list[Caveat]:
    """What is amiss in any class, and how far the figures can be believed.

    Args:
        classes: judged.
        overall: over all classes.
        quantities: that the model learned from, and that of the patches.
    """
    amiss = [caveat for one in classes for caveat in findings_of(one)]
    return [*amiss, *([] if amiss else [Caveat("good", "quality-nothing", {})]), *_limits(classes, overall, quantities)]


def _limits(classes: Sequence[ClassQuality], overall: Figures, quantities: tuple[str, str]) -> Iterator[Caveat]:
    few = [one.contestants.land_class.name for one in classes if one.contestants.compared < FEW]
    if few:
        yield Caveat("caution", "quality-few", {"names": ", ".join(few), "least": FEW})
    if quantities[0] != quantities[1]:
        yield Caveat("caution", "quality-quantity", {"theirs": quantities[0], "ours": quantities[1]})
    if overall.distances.held_out is None:
        yield Caveat("note", "quality-no-held-out", {})
    yield Caveat("note", "quality-frechet-bias", {"patches": overall.samples.synthetic.patches})
