"""Some synthetic patches of a trial as a picture."""

from pathlib import Path

import numpy as np
import torch

from ..generation.images import Window, images_of
from ..generation.previews import PREVIEW_COLUMNS, write_preview
from ..output import write_errors
from ..patches.patch_set import PatchSet, codes_to_db
from ..studies.curve_plan import WHOLE

_COLUMNS = PREVIEW_COLUMNS
_SHOWN_PERCENT = (0.5, 99.5)


def made_file(size: int, arm: str) -> str:
    """The name of the picture of an arm at a size."""
    return f"{arm}-{size if size != WHOLE else 'all'}.png"


def draw_made(made: PatchSet, folder: Path, size: int, arm: str) -> None:
    """Write a PNG of the first synthetic patches of each class, a row for each, in one grey window.

    Args:
        made: synthetic patches, in memory.
        folder: of the trial.
        size: real training patches per class, or ``WHOLE``.
        arm: that learned from them.

    Raises:
        OutputError: cannot be written.
    """
    labels = made.index["label"].to_numpy()
    present = [one for one in made.settings.classes if (labels == one.code).any()]
    rows = [np.flatnonzero(labels == one.code)[:_COLUMNS] for one in present]
    codes = np.asarray(made.codes[np.concatenate(rows)])
    db = codes_to_db(torch.from_numpy(codes.astype(np.int32)), made.settings)
    images = images_of(db, Window(*np.nanpercentile(db.numpy(), _SHOWN_PERCENT).tolist()))
    # a class of which few passed leaves the rest of its row white
    sheet = torch.ones(len(present), _COLUMNS, *images.shape[1:])
    for place, some in enumerate(torch.split(images, [len(one) for one in rows])):
        sheet[place, : len(some)] = some
    path = folder / made_file(size, arm)
    with write_errors(path):
        write_preview(sheet.flatten(0, 1), [one.name for one in present], f"synthetic patches of {arm}", path)
