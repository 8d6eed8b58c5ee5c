"""The command ``patches folds``: a set once per fold, each with the split of its fold."""

import dataclasses
import os
import shutil
from pathlib import Path

from ...contract.commands.patches import PatchesFoldsConfig
from ...contract.errors import PatchSetError
from ...contract.reporting import Reporter
from ..output import check_output, whole
from .folds import folds_of, on_fold
from .patch_set import LABELS_FILE, PatchSet, derived_request, read_patch_set
from .writer import describe_set

_UNEVEN = 2


def write_folds(config: PatchesFoldsConfig, report: Reporter) -> dict[str, object]:
    """Write a patch set once per fold; the folds share the files of their patches with it where the disk can do so.

    Args:
        config: the set, and how many folds.
        report: hears progress.

    Returns:
        ``output``, the folder; ``folds``, how many; ``tested``, how many patches each tests on.

    Raises:
        PatchSetError: the set cannot be used, or has too few groups.
        OutputError: the folds cannot be written.
        Cancelled: the user stopped the run.
    """
    output = check_output(config.output, "", config.overwrite, [config.patches])
    if output.exists() and not all(one.match("fold-*.patchset") for one in output.iterdir()):
        raise PatchSetError("patches-folder-not-replaced", path=config.output)
    patch_set = read_patch_set(config.patches)
    synthetic = int((patch_set.index["source"] == "synthetic").sum())
    if synthetic:
        raise PatchSetError("patches-folds-synthetic", path=config.patches, count=synthetic)
    folds = folds_of(patch_set, config.folds, config.seed)
    tested = [len(test) for _, test in folds]
    if max(tested) > _UNEVEN * min(tested):
        report.warning("patches-folds-uneven", least=min(tested), most=max(tested))
    settings = dataclasses.replace(patch_set.settings, request=derived_request("patches folds", config, [patch_set]))
    with whole(output) as folder:
        folder.mkdir()
        for number, fold in enumerate(folds, 1):
            on = on_fold(dataclasses.replace(patch_set, settings=settings), fold, config.validation_share, config.seed)
            _write(folder / f"fold-{number}.patchset", on)
            report.progress(number, len(folds), "progress-folds")
    return {"output": str(output), "folds": len(folds), "tested": tested}


def _write(folder: Path, patch_set: PatchSet) -> None:
    folder.mkdir()
    for name in patch_set.settings.sha256:
        if name != LABELS_FILE:
            _same_file(patch_set.folder / name, folder / name)
    describe_set(folder, patch_set.settings, patch_set.index)


def _same_file(source: Path, target: Path) -> None:
    """The file under a second name; a copy where the disk knows no second names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
