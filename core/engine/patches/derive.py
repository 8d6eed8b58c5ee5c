"""New patch sets from patches of others: copied in pieces, with an index and a description of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...contract.reporting import Reporter
from .patch_set import PatchSet, PatchSetSettings
from .writer import new_patch_set

_CHUNK_BYTES = 2**24


@dataclass(frozen=True)
class Part:
    """Some patches of a set."""

    patch_set: PatchSet
    rows: NDArray[np.intp]
    """Ascending."""


@dataclass(frozen=True)
class Tables:
    """What a derived set says of its patches."""

    index: pd.DataFrame
    """One row per patch, in the order of the parts."""
    conflicts: pd.DataFrame | None = None


def write_derived(output: Path, parts: Sequence[Part], settings: PatchSetSettings, tables: Tables, report: Reporter) -> None:
    """Write a set of patches of other sets; with optical images if all parts have them.

    Args:
        output: folder to write, checked.
        parts: whose patches to take.
        settings: of the new set, without hashes.
        tables: its index.
        report: hears progress.

    Raises:
        PatchSetError: nothing to write, or the split leaks.
        OutputError: cannot be written.
        Cancelled: the user stopped the run.
    """
    optical = all(one.patch_set.optical is not None for one in parts)
    done, total = 0, sum(len(one.rows) for one in parts)
    with new_patch_set(output, len(settings.channels), settings.patch_px, optical) as writer:
        for part in parts:
            codes, images = part.patch_set.codes, part.patch_set.optical
            step = max(1, _CHUNK_BYTES // codes[0].nbytes)
            for first in range(0, len(part.rows), step):
                rows = part.rows[first : first + step]
                writer.append(codes[rows], images[rows] if optical and images is not None else None)
                done += len(rows)
                report.progress(done, total, "progress-copying")
        writer.finish(settings, tables.index.assign(patch=np.arange(total)), tables.conflicts)
