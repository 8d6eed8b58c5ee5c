"""A teacher: a model that looks at the same ground as the student, mostly with other eyes."""

import dataclasses
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.errors import LearningError
from ...contract.legend import LandClass
from ...contract.reporting import Reporter
from ..network.model_file import Model, load_model
from ..patches.patch_set import PatchSet, side_of, with_labels
from .batches import Companion, PatchReader
from .judge import answers, check_fit


@dataclass(frozen=True)
class Teacher:
    """A model, and the images that it looks at."""

    path: str
    model: Model
    """Its network learns nothing, and is on the device."""
    patch_set: PatchSet
    """With the student's patches in the same order, as the teacher sees them."""
    device: torch.device
    """Where it computes."""

    @property
    def companion(self) -> Companion:
        """What a reader of batches has ready for it."""
        return Companion(self.patch_set, self.model.card.radiometry)

    def logits(self, rows: NDArray[np.int64], report: Reporter) -> NDArray[np.float32]:
        """What it says of some patches, ascending, (N, K).

        Raises:
            LearningError: it says no numbers.
            Cancelled: at a safe point.
        """
        unknown = np.zeros(len(self.patch_set.index), np.int64)
        reader = PatchReader(self.patch_set, unknown, self.model.card.radiometry, self.device)
        found = answers(self.model.network, reader, rows, report)
        if not np.isfinite(found).all():
            raise LearningError("distil-teacher-not-finite", path=self.path)
        return found


def read_teacher(path: str, patch_set: PatchSet, labelled: bool, device: torch.device) -> Teacher:
    """Find a teacher for a patch set.

    Args:
        path: of the model file.
        patch_set: that the student learns from.
        labelled: whether the student learns from its labels too, whose legend must then be the teacher's.
        device: where it computes.

    Raises:
        ModelError: the file cannot be used, or the patches are not such as it was trained on.
        LearningError: its legend is another one.
        PatchSetError: it wants optical images, and the set has none.
    """
    model = load_model(path)
    side = side_of(patch_set, model.card.modality)
    if not labelled:  # then their legend says nothing either
        side = dataclasses.replace(side, settings=dataclasses.replace(side.settings, classes=model.card.classes))
    elif _legend(model.card.classes) != _legend(side.settings.classes):
        legends = {"theirs": _legend(model.card.classes), "ours": _legend(side.settings.classes)}
        raise LearningError("distil-teacher-legend", path=path, patches=str(patch_set.folder), **legends)
    check_fit(path, model.card, side)
    model.network.requires_grad_(False).to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    return Teacher(path, model, side, device)


def _legend(classes: tuple[LandClass, ...]) -> str:
    return ", ".join(f"{one.code} {one.name}" for one in classes)


def labelled_by(teacher: Teacher, patch_set: PatchSet, report: Reporter) -> PatchSet:
    """The same patches under the labels that the teacher answers, in memory alone; they keep the identity of the set.

    Raises:
        LearningError: it says no numbers, or one class of all training patches.
        Cancelled: at a safe point.
    """
    classes, numbers = teacher.model.card.classes, teacher.logits(np.arange(len(patch_set.index)), report).argmax(axis=1)
    named = np.unique(numbers[patch_set.index["split"] == "train"])
    if len(named) == 1:
        raise LearningError("distil-teacher-one-class", path=teacher.path, name=classes[named[0]].name)
    # set and teacher make the labels: a flip between two devices must not look like another set when a run goes on
    return dataclasses.replace(with_labels(patch_set, classes, numbers), sha256=patch_set.sha256)
