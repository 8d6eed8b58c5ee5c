"""Patches as a BEGAN sees them: log power in -1..1, whole, at twice the ground spacing, or cropped; and back again."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from ..patches.patch_set import DbWindow, PatchSet, codes_to_db


class Window(NamedTuple):
    """The dB that -1 and 1 of an image stand for."""

    floor_db: float
    ceiling_db: float


def images_of(db: Tensor, window: DbWindow) -> Tensor:
    """Images in -1..1 of dB, any shape (N, C, S, S); what has no data becomes the mean of its patch."""
    scaled = (db - window.floor_db) / (window.ceiling_db - window.floor_db) * 2 - 1
    image = scaled.clamp(-1, 1)
    mean = torch.nanmean(image, dim=(1, 2, 3), keepdim=True).nan_to_num(0.0)
    return torch.where(image.isnan(), mean, image)


def db_of(images: Tensor, window: DbWindow) -> Tensor:
    """dB of images, the same shape; values beyond -1..1 are clipped."""
    return (images.clamp(-1, 1) + 1) / 2 * (window.ceiling_db - window.floor_db) + window.floor_db


def halved(db: Tensor) -> Tensor:
    """Patches at twice the ground spacing, (N, C, S/2, S/2): means of 2 x 2 px in linear power."""
    return 10 * torch.log10(functional.avg_pool2d(10 ** (db / 10), 2))


def enlarged(db: Tensor, patch_px: int) -> Tensor:
    """Patches of a larger side, interpolated bilinearly in linear power, as the paper's two smaller scenarios are brought to size."""
    if db.shape[-1] == patch_px:
        return db
    power = functional.interpolate(10 ** (db / 10), size=(patch_px, patch_px), mode="bilinear", align_corners=False)
    return 10 * torch.log10(power)


@dataclass(frozen=True)
class RealImages:
    """Draws real images of the classes that a generator learns."""

    patch_set: PatchSet
    rows: tuple[NDArray[np.int64], ...]
    """Of the training patches of each class, at least one each."""
    window: Window
    scenario: str
    balanced: bool
    """Classes are drawn alike often; else as often as they come."""

    def classes(self, count: int, generator: torch.Generator) -> Tensor:
        """Class index of images to draw or to make, (N,), int64."""
        shares = torch.tensor([1.0 if self.balanced else float(len(one)) for one in self.rows])
        return torch.multinomial(shares, count, replacement=True, generator=generator)

    def draw(self, classes: Tensor, generator: torch.Generator) -> Tensor:
        """An image of each of these classes, (N, C, S, S), on the CPU.

        Args:
            classes: class index, (N,), int64.
            generator: of random numbers.
        """
        chances = torch.rand(len(classes), generator=generator).tolist()
        rows = [self.rows[one][int(chance * len(self.rows[one]))] for one, chance in zip(classes.tolist(), chances, strict=True)]
        codes = np.stack([self.patch_set.codes[row] for row in rows])
        db = codes_to_db(torch.from_numpy(codes.astype(np.int32)), self.patch_set.settings)
        return images_of(self._seen(db, generator), self.window)

    def _seen(self, db: Tensor, generator: torch.Generator) -> Tensor:
        """The part of a patch that the scenario learns."""
        if self.scenario == "full":
            return db
        if self.scenario == "coarse":
            return halved(db)
        side = db.shape[-1] // 2
        first = torch.randint(0, db.shape[-1] - side + 1, (len(db), 2), generator=generator).tolist()
        return torch.stack([one[:, row : row + side, column : column + side] for one, (row, column) in zip(db, first, strict=True)])
