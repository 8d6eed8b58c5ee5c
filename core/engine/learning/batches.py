"""Batches of network input from a patch set: read ahead by a thread, prepared on the device."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from ...contract.commands.training_options import NO_AUGMENTATION, AugmentationOptions
from ...contract.model_card import Radiometry
from ..network.door import grey_levels, standardise
from ..patches.augmentation import Geometry, change_radiometry, draw_geometry, move, move_db
from ..patches.mixing import Mixture, draw_mixture, mix, mix_images
from ..patches.patch_set import PatchSet, codes_to_db
from ..patches.samplers import even_parts

_READ_AHEAD = 2  # batches


class Batch(NamedTuple):
    """What one step learns from."""

    inputs: Tensor
    """Network input, (N, C, P, P), float32."""
    labels: Tensor
    """Class index, (N,), int64; of mixed patches the share of each class, (N, K)."""
    indices: NDArray[np.int64]
    """Rows of the patch set, (N,), ascending."""
    companions: Tensor | None = None
    """What a teacher sees of the same ground, (N, C', P, P), float32."""
    weights: Tensor | None = None
    """How much each patch counts in the loss, (N,), float32, mean 1; None where all count alike."""

    def parts(self, count: int) -> Iterator["Batch"]:
        """The batch in at most so many parts of nearly equal size, none of a single patch unless the batch is."""
        places = even_parts(np.arange(len(self.indices)), max(2, -(-len(self.indices) // count)))
        for part in places:
            within = slice(part[0], part[-1] + 1)
            companions, weights = (None if one is None else one[within] for one in (self.companions, self.weights))
            yield Batch(self.inputs[within], self.labels[within], self.indices[within], companions, weights)


@dataclass(frozen=True)
class Companion:
    """Other images of the same patches, for a teacher; they undergo the same geometry, and keep their radiometry."""

    patch_set: PatchSet
    """With the same patches in the same order."""
    radiometry: Radiometry
    """Of the teacher."""


class _Read(NamedTuple):
    """What the disk gives for a batch."""

    indices: NDArray[np.int64]
    codes: Tensor
    labels: Tensor
    companions: Tensor | None
    weights: Tensor | None


@dataclass(frozen=True)
class PatchReader:
    """Turns rows of a patch set into batches on a device."""

    patch_set: PatchSet
    labels: NDArray[np.int64]
    """Class index of each patch of the set, (N,)."""
    radiometry: Radiometry
    device: torch.device
    companion: Companion | None = None
    weights: NDArray[np.float32] | None = None
    """How much each patch of the set counts in the loss beside the others, (N,), 0 for none that is drawn; None where all count alike."""

    def batches(
        self, order: NDArray[np.int64], batch_size: int, augmentation: AugmentationOptions = NO_AUGMENTATION, seed: int = 0
    ) -> Iterator[Batch]:
        """Batches over some rows.

        Args:
            order: rows of the patch set; a row may come more than once.
            batch_size: largest size.
            augmentation: what may happen to the patches.
            seed: of the augmentation.
        """
        return self.batches_of(even_parts(order, batch_size), augmentation, seed)

    def batches_of(self, parts: Sequence[NDArray[np.int64]], augmentation: AugmentationOptions, seed: int) -> Iterator[Batch]:
        """Batches that are parted already: the rows of each; the others as in ``batches``."""
        generator = torch.Generator().manual_seed(seed)
        for read in self._read_ahead(parts):
            yield self._prepared(read, augmentation, generator)

    def _prepared(self, read: _Read, augmentation: AugmentationOptions, generator: torch.Generator) -> Batch:
        """A batch on the device, changed at random; what happens to the geometry happens to the companions too."""
        db, labels = self._db(read.codes, self.patch_set), read.labels.to(self.device, non_blocking=True)
        weights = None if read.weights is None else read.weights.to(self.device, non_blocking=True)
        geometry = draw_geometry(db.shape[0], db.shape[-1], augmentation, generator) if augmentation.augment else None
        if geometry is not None:
            db = change_radiometry(_moved(db, geometry, self.patch_set), augmentation, generator)
        mixture = draw_mixture(len(labels), db.shape[-1], augmentation, generator)
        if mixture is not None:
            db, labels, weights = _mixed(db, F.one_hot(labels, len(self.patch_set.settings.classes)), weights, mixture)
        companions = self._companions(read.companions, geometry, mixture)
        weights = None if weights is None else weights / weights.mean()
        return Batch(_network_input(db, self.radiometry), labels, read.indices, companions, weights)

    def _companions(self, codes: Tensor | None, geometry: Geometry | None, mixture: Mixture | None) -> Tensor | None:
        """Network input for the teacher, on the device, after what the radar patches have undergone but their radiometry."""
        if self.companion is None or codes is None:
            return None
        seen = self._db(codes, self.companion.patch_set)
        if geometry is not None:
            seen = _moved(seen, geometry, self.companion.patch_set)
        if mixture is not None:
            seen = mix_images(seen, mixture)
        return _network_input(seen, self.companion.radiometry)

    def _db(self, codes: Tensor, patch_set: PatchSet) -> Tensor:
        return codes_to_db(codes.to(self.device, non_blocking=True), patch_set.settings)

    def _read_ahead(self, parts: Sequence[NDArray[np.int64]]) -> Iterator[_Read]:
        waiting: deque[Future[_Read]] = deque()
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="read-ahead") as thread:
            for part in parts:
                waiting.append(thread.submit(self._read, part))
                if len(waiting) > _READ_AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _read(self, part: NDArray[np.int64]) -> _Read:
        indices = np.sort(part)  # the disk is read forwards; within a batch the order means nothing
        codes, labels = self._pinned(self.patch_set.codes[indices]), self._pinned(self.labels[indices])
        companions = None if self.companion is None else self._pinned(self.companion.patch_set.codes[indices])
        weights = None if self.weights is None else self._pinned(self.weights[indices])
        return _Read(indices, codes, labels, companions, weights)

    def _pinned(self, array: NDArray[np.generic]) -> Tensor:
        """In memory that a GPU can fetch from by itself."""
        tensor = torch.from_numpy(array)
        return tensor.pin_memory() if self.device.type == "cuda" else tensor


def _moved(values: Tensor, geometry: Geometry, patch_set: PatchSet) -> Tensor:
    """Patches of a set after a geometry, interpolated as their quantity asks: optical levels as they are, radar in linear power."""
    return move(values, geometry) if patch_set.settings.quantity == "rgb" else move_db(values, geometry)


def _mixed(db: Tensor, labels: Tensor, weights: Tensor | None, mixture: Mixture) -> tuple[Tensor, Tensor, Tensor | None]:
    """Patches, shares of their labels and weights after a mixture, in which a patch of little weight says little.

    Args:
        db: (N, C, P, P), NaN for nodata.
        labels: 1 for the class of each patch, else 0, (N, K).
        weights: (N,), or None where all are alike.
        mixture: of N patches of side P.
    """
    if weights is None:
        return *mix(db, labels.float(), mixture), None
    db, said = mix(db, labels * weights[:, None], mixture)
    weights = said.sum(dim=1)
    return db, said / weights[:, None], weights


def _network_input(db: Tensor, radiometry: Radiometry) -> Tensor:
    return standardise(grey_levels(db, radiometry), radiometry)
