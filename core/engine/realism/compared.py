"""Which patches are compared: synthetic ones of each class, two halves of the training patches, and held-out real ones."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...contract.errors import PatchSetError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from ..patches.contents import content_hashes
from ..patches.kinds import difference
from ..patches.patch_set import PatchSet

LEAST_PX = 16
"""Smaller patches have no room for windows and lags."""
LEAST_COMPARED = 5
"""Patches of each kind and class; below, no figure means anything."""

Rows = NDArray[np.int64]


@dataclass(frozen=True)
class ComparedRows:
    """Rows of both sets that are compared for one class; ascending."""

    land_class: LandClass
    """As the real set has it."""
    synthetic: Rows
    training: Rows
    """All that the generator learned from."""
    held_out: Rows
    """Real patches of validation and test that it has not seen."""
    per_sample: int
    """Patches of each sample that distances are worked out from."""
    synthetic_sample: Rows
    halves: tuple[Rows, Rows]
    """Two samples of training patches, drawn at random, that have none in common."""
    held_out_sample: Rows | None
    """None with too few held-out patches for a sample of that size."""


class Drawing(NamedTuple):
    """How patches are drawn."""

    most: int
    """Synthetic and held-out patches of a class, and training patches that figures are worked out from."""
    seed: int


def check_comparable(synthetic: PatchSet, real: PatchSet) -> None:
    """Refuse sets whose patches cannot be compared.

    Raises:
        PatchSetError: there is no synthetic patch, the patches are too small or none of radar, or the sets differ.
    """
    if not (synthetic.index["source"] == "synthetic").any():
        raise PatchSetError("quality-no-synthetic", path=str(synthetic.folder))
    if real.settings.patch_px < LEAST_PX:
        raise PatchSetError("quality-patch-small", path=str(real.folder), patch_px=real.settings.patch_px, least=LEAST_PX)
    differs = difference(real.settings, synthetic.settings, real.settings.channels)
    if differs is not None:
        raise PatchSetError("quality-sets-differ", synthetic=str(synthetic.folder), patches=str(real.folder), **differs)
    unknown = set(synthetic.index["class"]) - {one.name for one in real.settings.classes}
    if unknown:
        known = ", ".join(one.name for one in real.settings.classes)
        raise PatchSetError("quality-class-unknown", path=str(real.folder), name=sorted(unknown)[0], classes=known)


def learned_from(synthetic: PatchSet, real: PatchSet, report: Reporter) -> NDArray[np.bool_]:
    """Which patches of the real set the generator learned from, (N,): as the synthetic set says, else its training patches.

    Args:
        synthetic: the set with the synthetic patches.
        real: the set that they are compared with.
        report: hears progress, where the synthetic set does not say, and of patches learned from that this set lacks.

    Raises:
        PatchSetError: the generator learned from none of these patches.
        Cancelled: at a safe point.
    """
    training = (real.index["source"] == "real").to_numpy() & (real.index["split"] == "train").to_numpy()
    origin = synthetic.settings.generated_from
    if origin is None:
        report.warning("quality-origin-unknown", path=str(synthetic.folder))
        return np.asarray(training)
    hashes = content_hashes(real, np.arange(len(real.index)), report)
    learned = np.isin(hashes, origin.patches)
    if not learned.any():
        raise PatchSetError("quality-other-origin", synthetic=str(synthetic.folder), patches=str(real.folder))
    missing = len(set(origin.patches) - set(hashes))
    if missing:
        report.warning("quality-origin-partly", patches=str(real.folder), missing=missing, total=len(set(origin.patches)))
    return np.asarray(learned)


def compared_rows(synthetic: PatchSet, real: PatchSet, drawing: Drawing, report: Reporter) -> list[ComparedRows]:
    """What is compared for each class that the synthetic set has, in the order of the legend; classes with too few are left out.

    Args:
        synthetic: comparable with the real set.
        real: with the patches that the generator learned from.
        drawing: how many are taken.
        report: hears progress, and of classes that are left out.

    Raises:
        PatchSetError: no class has enough patches, or the generator learned from none of these.
        Cancelled: at a safe point.
    """
    random, most = np.random.default_rng(drawing.seed), drawing.most
    learned, found = learned_from(synthetic, real, report), []
    is_made, is_real = (one.index["source"].to_numpy() == source for one, source in ((synthetic, "synthetic"), (real, "real")))
    is_new = is_real & ~learned & real.index["split"].isin(["validation", "test"]).to_numpy()
    for one in real.settings.classes:
        made, training, held_out = _rows(synthetic, one, is_made), _rows(real, one, is_real & learned), _rows(real, one, is_new)
        if len(made) == 0:
            continue
        if len(made) < LEAST_COMPARED or len(training) < 2 * LEAST_COMPARED:
            report.warning("quality-class-left-out", name=one.name, synthetic=len(made), training=len(training))
            continue
        found.append(_drawn(one, (_some(made, most, random), training, _some(held_out, most, random)), most, random))
    if not found:
        raise PatchSetError("quality-too-few", synthetic=str(synthetic.folder), patches=str(real.folder), least=LEAST_COMPARED)
    return found


def _rows(patch_set: PatchSet, land_class: LandClass, chosen: NDArray[np.bool_]) -> Rows:
    return np.flatnonzero(chosen & (patch_set.index["class"] == land_class.name).to_numpy()).astype(np.int64)


def _drawn(land_class: LandClass, rows: tuple[Rows, Rows, Rows], most: int, random: np.random.Generator) -> ComparedRows:
    synthetic, training, held_out = rows
    per_sample = min(len(synthetic), len(training) // 2, most)
    if len(held_out) >= max(LEAST_COMPARED, per_sample // 2):  # a few patches less for every figure, and a level to hold it against
        per_sample = min(per_sample, len(held_out))
    halves = _some(training, 2 * per_sample, random, ascending=False)
    return ComparedRows(
        land_class=land_class,
        synthetic=synthetic,
        training=training,
        held_out=held_out,
        per_sample=per_sample,
        synthetic_sample=_some(synthetic, per_sample, random),
        halves=(np.sort(halves[:per_sample]), np.sort(halves[per_sample:])),
        held_out_sample=_some(held_out, per_sample, random) if len(held_out) >= per_sample else None,
    )


def _some(rows: Rows, most: int, random: np.random.Generator, *, ascending: bool = True) -> Rows:
    drawn = random.permutation(rows)[:most]
    return np.sort(drawn) if ascending else drawn
