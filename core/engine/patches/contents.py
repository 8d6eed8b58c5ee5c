"""What tells the pixels of a patch from those of any other, wherever the patch has gone."""

import hashlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...contract.reporting import Reporter
from .patch_set import PatchSet

_HASH_DIGITS = 16  # 64 bits: among a million patches two hashes meet by chance once in 40 million sets


def digest(codes: NDArray[Any]) -> bytes:
    """SHA-256 of the codes of a patch, (C, P, P)."""
    return hashlib.sha256(np.ascontiguousarray(codes).data).digest()


def content_hash(codes: NDArray[Any]) -> str:
    """The first 16 hexadecimal digits of the digest of a patch, (C, P, P): short enough to be listed by the thousand."""
    return digest(codes).hex()[:_HASH_DIGITS]


def content_hashes(patch_set: PatchSet, rows: NDArray[np.int64], report: Reporter) -> list[str]:
    """The content hashes of some patches.

    Args:
        patch_set: read patch by patch.
        rows: of the patch set; the hashes have their order.
        report: hears progress.

    Raises:
        Cancelled: at a safe point.
    """
    hashes: list[str] = []
    for row in rows:
        report.progress(len(hashes), len(rows), "progress-describing")
        hashes.append(content_hash(patch_set.codes[row]))
    report.progress(len(hashes), len(rows), "progress-describing")
    return hashes
