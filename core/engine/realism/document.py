"""``metrics.json`` of synthetic patches: everything that their report tells, for programs."""

import math
from collections.abc import Sequence
from typing import Any

from ..assessment.caveat import Caveat
from .copies import Copies
from .findings import findings_of, told
from .memorisation import Memorisation
from .quality import ClassQuality, Figures, count_copies
from .sample_statistics import Distances, Properties

FORMAT, VERSION = "echopatch-gan-quality", 1


def quality_document(about: dict[str, str], classes: Sequence[ClassQuality], overall: Figures, caveats: Sequence[Caveat]) -> dict[str, Any]:
    """All figures, JSON-native; what is not known is None.

    Args:
        about: names and hashes of the sets and the model.
        classes: judged.
        overall: over all classes.
        caveats: what was found, and how far to believe it.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        **about,
        "overall": {**_figures(overall), "copies": count_copies(classes).copies},
        "classes": [_class(one) for one in classes],
        "caveats": [one.told() for one in caveats],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "compared": figures.samples.synthetic.patches,
        "distances": {kind: _known(one) for kind, one in vars(figures.distances).items()},
        "properties": {kind: _known(one) for kind, one in vars(figures.properties).items()},
    }


def _known(figures: Distances | Properties | Memorisation | None) -> dict[str, float | None] | None:
    if figures is None:
        return None
    return {name: value if math.isfinite(value) else None for name, value in figures._asdict().items()}


def _class(quality: ClassQuality) -> dict[str, Any]:
    found = quality.compared
    return {
        "code": found.land_class.code,
        "name": found.land_class.name,
        "patches": {"synthetic": len(found.synthetic), "training": len(found.training), "held_out": len(found.held_out)},
        **_figures(quality.figures),
        "memorisation": _memorisation(quality.copies, found.synthetic.tolist()),
        "findings": [one.told() for one in told(findings_of(quality))],
    }


def _memorisation(copies: Copies, rows: list[int]) -> dict[str, Any]:
    judged = {space: _known(one) for space, one in copies.judged.items()}
    copied = [row for row, one in zip(rows, copies.copied.tolist(), strict=True) if one]
    return {"reference": copies.reference, **judged, "copies": len(copied), "copied_patches": copied}
