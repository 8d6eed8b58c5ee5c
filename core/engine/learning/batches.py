"""Batches of network input from a patch set: read ahead by a thread, prepared on the device."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...contract.commands.training_options import NO_AUGMENTATION, AugmentationOptions
from ...contract.model_card import Radiometry
from ..network.door import grey_levels, standardise
from ..patches.augmentation import augment
from ..patches.mixing import draw_mixture, mix
from ..patches.patch_set import PatchSet, codes_to_db

_READ_AHEAD = 2  # batches


class Batch(NamedTuple):
    """What one step learns from."""

    inputs: Tensor
    """Network input, (N, C, P, P), float32."""
    labels: Tensor
    """Class index, (N,), int64; of mixed patches the share of each class, (N, K)."""
    indices: NDArray[np.int64]
    """Rows of the patch set, (N,), ascending."""

    def parts(self, count: int) -> Iterator["Batch"]:
        """The batch in at most so many parts of nearly equal size, none of a single patch unless the batch is."""
        places = even_parts(np.arange(len(self.indices)), max(2, -(-len(self.indices) // count)))
        for part in places:
            within = slice(part[0], part[-1] + 1)
            yield Batch(self.inputs[within], self.labels[within], self.indices[within])


@dataclass(frozen=True)
class PatchReader:
    """Turns rows of a patch set into batches on a device."""

    patch_set: PatchSet
    labels: NDArray[np.int64]
    """Class index of each patch of the set, (N,)."""
    radiometry: Radiometry
    device: torch.device

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
        generator = torch.Generator().manual_seed(seed)
        for indices, codes, labels in self._read_ahead(even_parts(order, batch_size)):
            db = codes_to_db(codes.to(self.device, non_blocking=True), self.patch_set.settings)
            db, shares = self._changed(db, labels.to(self.device, non_blocking=True), augmentation, generator)
            yield Batch(standardise(grey_levels(db, self.radiometry), self.radiometry), shares, indices)

    def _changed(self, db: Tensor, labels: Tensor, augmentation: AugmentationOptions, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        db = augment(db, augmentation, generator)
        mixture = draw_mixture(len(labels), db.shape[-1], augmentation, generator)
        return (db, labels) if mixture is None else mix(db, labels, len(self.patch_set.settings.classes), mixture)

    def _read_ahead(self, parts: list[NDArray[np.int64]]) -> Iterator[tuple[NDArray[np.int64], Tensor, Tensor]]:
        waiting: deque[Future[tuple[NDArray[np.int64], Tensor, Tensor]]] = deque()
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="read-ahead") as thread:
            for part in parts:
                waiting.append(thread.submit(self._read, part))
                if len(waiting) > _READ_AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _read(self, part: NDArray[np.int64]) -> tuple[NDArray[np.int64], Tensor, Tensor]:
        indices = np.sort(part)  # the disk is read forwards; within a batch the order means nothing
        codes, labels = torch.from_numpy(self.patch_set.codes[indices]), torch.from_numpy(self.labels[indices])
        if self.device.type == "cuda":
            codes, labels = codes.pin_memory(), labels.pin_memory()
        return indices, codes, labels


def even_parts(order: NDArray[np.int64], batch_size: int) -> list[NDArray[np.int64]]:
    """Part an order into batches of nearly equal size, so that none is too small for batch statistics.

    Args:
        order: (N,), N at least 1.
        batch_size: largest size, but 3 where 2 would leave a batch of one.
    """
    count = -(-len(order) // batch_size)
    if len(order) // count < 2 <= len(order):
        count = len(order) // 2
    return np.array_split(order, count)
