"""The command distil: a patch set and a teacher in, a student's model file and its run folder out."""

import dataclasses
from typing import Any

import numpy as np

from ...contract.commands.distil import DistilConfig
from ...contract.errors import LearningError
from ...contract.reporting import Reporter
from ..assessment.figures import epoch_figures
from ..device import choose_device, device_turn
from ..patches.added import with_added
from ..patches.patch_set import PatchSet, read_patch_set
from .distillation import Distillation
from .splits import Splits, splits_of
from .teacher import Teacher, labelled_by, read_teacher
from .train import Schooling, free_outputs, train_on


def distil(config: DistilConfig, report: Reporter) -> dict[str, object]:
    """Train a student that also learns from a teacher; the same command goes on with a run that was stopped.

    Returns:
        As ``train`` does, and ``teacher_mean_recall`` on the test patches, where there are such; without labels no figures of the
        test patches, for their labels are the teacher's.

    Raises:
        EchopatchError: patch set, teacher, start or output cannot be used, or the training diverged.
        Cancelled: the user asked to stop.
    """
    return distil_on(read_patch_set(config.patches), config, report)


def distil_on(patch_set: PatchSet, config: DistilConfig, report: Reporter) -> dict[str, object]:
    """Train as ``distil`` does, on a set that is open already."""
    free_outputs(config)  # before the teacher is asked, which may take its time
    labelled, device = config.labels == "given", choose_device(config.device)
    with device_turn(device, report):
        teacher = read_teacher(config.teacher, patch_set, labelled, device)
        added = _added(config, teacher)
        if not labelled:
            patch_set = labelled_by(teacher, patch_set, report)
            report.warning("distil-judged-by-teacher", path=config.teacher)
        splits = splits_of(patch_set)
        told = _figures(teacher, patch_set, splits, report) if labelled else {}
    counts = np.bincount(splits.labels[splits.train], minlength=len(patch_set.settings.classes))
    teaching = Distillation(teacher.model.network, config.distillation, counts, labelled)
    companion = dataclasses.replace(teacher.companion, patch_set=with_added(teacher.patch_set, added))
    schooling = Schooling(companion, teaching, {"teacher_sha256": teacher.model.sha256}, told, labelled, added)
    return {**train_on(patch_set, config, report, schooling), **told}


def _added(config: DistilConfig, teacher: Teacher) -> tuple[PatchSet, ...]:
    """The synthetic patches to learn from too.

    Raises:
        LearningError: the teacher looks at optical images, which they have not.
        PatchSetError: they cannot be used.
    """
    if config.added.add and teacher.model.card.modality == "optical":
        raise LearningError("distil-added-optical", path=config.teacher)
    return tuple(map(read_patch_set, config.added.add))


def _figures(teacher: Teacher, patch_set: PatchSet, splits: Splits, report: Reporter) -> dict[str, Any]:
    """How good the teacher is where the student will be judged."""
    if not len(splits.test):
        return {}
    if teacher.model.card.training.get("patch_set_sha256") != patch_set.sha256:
        report.warning("distil-teacher-of-another-set", path=teacher.path)
    found = epoch_figures(splits.labels[splits.test], teacher.logits(splits.test, report))
    return {"teacher_mean_recall": found["mean_recall"]}
