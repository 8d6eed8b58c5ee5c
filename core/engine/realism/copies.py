"""Which synthetic patches are copies of training patches: in what a network sees, and in pixels without their speckle."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from ..network.views import AS_IT_IS, View
from ..patches.patch_set import PatchSet, codes_to_db
from .memorisation import Memorisation, Nearest, Points, low_pass, memorisation, nearest

COPY_SHARE = 0.5
"""Of the distance of a near patch, in pixels. Of 471 held-out patches of 13 classes of two sensors none came nearer than 0.94 of it, and
blurred copies of 105 simulated patches all came within 0.25. In features, which may be few, some new patch comes as near by chance."""
LEAST_REFERENCES = 5
"""Held-out patches; with fewer, training patches stand for them."""
_MOST_REFERENCES = 500
_AT_ONCE = 256
_LEAST_DISTANCE = 1e-9
"""Where real patches equal each other, only what equals them too is a copy."""


class Space(NamedTuple):
    """Patches as points of one space."""

    synthetic: Points
    """(N, F)."""
    training: Sequence[Points]
    """In each view of ``MIRRORED``, (M, F)."""
    held_out: Points
    """Real patches that the generator has not seen, (H, F); may be none."""


class Copies(NamedTuple):
    """How near synthetic patches lie to training patches."""

    nearest: dict[str, Nearest]
    """The training patch nearest to each synthetic patch, by space."""
    judged: dict[str, Memorisation]
    """By space."""
    closeness: dict[str, NDArray[np.float64]]
    """Distance to it as a share of that below which a patch is near, by space, (N,)."""
    copied: NDArray[np.bool_]
    """Which synthetic patches are copies, judged by pixels without speckle, (N,)."""
    reference: str
    """Which real patches stand for new ones: those ``held_out``, or with too few, ``training`` patches seen from all others."""


def low_pass_points(patch_set: PatchSet, rows: NDArray[np.int64], view: View = AS_IT_IS) -> Points:
    """Patches without their speckle, see ``low_pass``; rows may be none.

    Args:
        patch_set: opened.
        rows: ascending.
        view: how the patches are laid.
    """
    if len(rows) == 0:
        return np.zeros((0, 1), np.float32)
    parts = [np.asarray(patch_set.codes[rows[at : at + _AT_ONCE]]) for at in range(0, len(rows), _AT_ONCE)]
    return np.concatenate([low_pass(view.of(codes_to_db(torch.from_numpy(one), patch_set.settings))) for one in parts])


def copies_of(spaces: dict[str, Space], groups: NDArray[np.object_]) -> Copies:
    """Look for copies of one class.

    Args:
        spaces: ``features`` and ``pixels``.
        groups: of the training patches, (M,); patches of one group may show the same ground.
    """
    held_out = all(len(one.held_out) >= LEAST_REFERENCES for one in spaces.values())
    found, judged, closeness = {}, {}, {}
    for name, one in spaces.items():
        found[name] = nearest(one.synthetic, one.training)
        new = nearest(one.held_out, one.training) if held_out else _among_themselves(one.training, groups)
        judged[name] = memorisation(found[name].distance, new.distance)
        closeness[name] = found[name].distance / max(judged[name].near_below, _LEAST_DISTANCE)
    return Copies(found, judged, closeness, closeness["pixels"] < COPY_SHARE, "held_out" if held_out else "training")


def _among_themselves(training: Sequence[Points], groups: NDArray[np.object_]) -> Nearest:
    """How near training patches lie to those of other groups; where there is only one group, to all others."""
    some = np.linspace(0, len(groups) - 1, min(_MOST_REFERENCES, len(groups))).astype(np.int64)
    apart = groups[some, None] != groups
    if not apart.any():
        apart = some[:, None] != np.arange(len(groups))
    return nearest(training[0][some], training, apart)
