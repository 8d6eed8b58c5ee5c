"""How patches are looked at to be compared: a SAR-trained network, fed as it was trained, and a count of how far the run is."""

from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.errors import ModelError
from ...contract.model_card import Radiometry
from ...contract.reporting import Reporter
from ..learning.batches import PatchReader
from ..learning.features import features_of
from ..learning.statistics import count_codes, db_of_codes, scaled_moments, window_of
from ..network.model_file import Model, load_model
from ..network.networks import PatchNetwork
from ..network.start_weights import start_path
from ..network.views import AS_IT_IS, View
from ..patches.patch_set import PatchSet

_CUT_SHARE = 0.005


@dataclass
class PatchProgress:
    """How many patches a run has looked at."""

    report: Reporter
    total: int
    done: int = field(default=0)

    def within(self, patches: int) -> None:
        """Say how far the run is, with so many patches of the present piece done.

        Raises:
            Cancelled: the user asked to stop.
        """
        self.report.progress(self.done + patches, self.total, "progress-assessing")

    def finish(self, patches: int) -> None:
        """A piece of so many patches is done.

        Raises:
            Cancelled: the user asked to stop.
        """
        self.done += patches
        self.within(0)


@dataclass(frozen=True)
class FeatureExtractor:
    """A network, and how patches come to it."""

    network: PatchNetwork
    """On the device."""
    radiometry: Radiometry
    device: torch.device
    progress: PatchProgress

    def features(self, patch_set: PatchSet, rows: NDArray[np.int64], view: View = AS_IT_IS) -> NDArray[np.float32]:
        """Means of the body's features over patches, (N, F).

        Args:
            patch_set: opened.
            rows: ascending, at least one.
            view: how the patches are laid before the network.

        Raises:
            Cancelled: the user asked to stop.
        """
        labels = np.zeros(len(patch_set.codes), dtype=np.int64)  # nothing here asks for them
        reader = PatchReader(patch_set, labels, self.radiometry, self.device)
        found = features_of(self.network, reader, rows, self.progress.within, view)
        self.progress.finish(len(rows))
        return found


def load_feature_model(name: str, patch_set: PatchSet) -> tuple[str, Model]:
    """The path and the model of a name, refused where it cannot look at the patches.

    Args:
        name: ``shipped``, or the path of a model file.
        patch_set: of radar patches.

    Raises:
        ModelError: no such model, one of optical images, or of another number of channels.
    """
    path = str(start_path(name)) if name == "shipped" else name
    model = load_model(path)
    if model.card.modality != "sar":
        raise ModelError("quality-optical-model", path=path)
    theirs, ours = model.card.channels, patch_set.settings.channels
    if len(theirs) != len(ours):
        raise ModelError("quality-model-channels", path=path, theirs=" ".join(theirs), patches=str(patch_set.folder), ours=" ".join(ours))
    return path, model


def radiometry_for(model: Model, patch_set: PatchSet, rows: NDArray[np.int64], report: Reporter) -> Radiometry:
    """How the network is fed: as in its training; patches of another quantity bring their own levels, and the user is told.

    Args:
        model: that looks.
        patch_set: of real patches.
        rows: of the patches whose levels count.
        report: hears progress, and of another quantity.

    Raises:
        Cancelled: the user asked to stop.
    """
    quantity = patch_set.settings.quantity
    if model.card.radiometry.quantity == quantity:
        return model.card.radiometry
    counts, db = count_codes(patch_set, rows, report), db_of_codes(patch_set)
    window = Radiometry(quantity, *window_of(db, counts, _CUT_SHARE))
    report.warning("quality-other-quantity", model=model.card.name, theirs=model.card.radiometry.quantity, ours=quantity)
    return Radiometry(quantity, window.floor_db, window.ceiling_db, *scaled_moments(db, counts, window))
