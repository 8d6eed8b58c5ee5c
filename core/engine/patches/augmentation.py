"""Changes of a patch that leave its class alone, on patches in dB, in bulk and on their device."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Augmentation:
    """What may happen to a patch, and how strongly; equal generators give equal changes."""

    flips: bool = True
    """Mirror rows and columns.

    Layover and shadow point along range, so a mirrored patch is another look direction. All of them occur: ascending and
    descending orbits look east and west, left-looking ones add the rest, and slant-range images differ from maps.
    """
    quarter_turns: bool = False
    """Also exchange rows and columns: for models that meet both map and radar geometry. Off, because it mixes the
    different resolutions of azimuth and range, and no orbit looks north or south outside the polar regions."""
    shift_share: float = 0.125
    """Largest shift, as a share of the patch side; what leaves is completed by reflection."""
    gain_db: float = 1.0
    """Largest change of level, either sign: calibration errors, and the days of a scene, moist or dry."""
    edge_share: float = 0.1
    """Share of patches that lose a wedge to nodata, so that the network learns to do without."""
    largest_edge: float = 0.4
    """Largest depth of the wedge, as a share of the patch's extent across it."""


NO_AUGMENTATION = Augmentation(flips=False, shift_share=0.0, gain_db=0.0, edge_share=0.0)


def augment(db: Tensor, settings: Augmentation, generator: torch.Generator) -> Tensor:
    """Change each patch at random.

    Args:
        db: (N, C, P, P), NaN for nodata.
        settings: what may happen.
        generator: of the CPU, whatever the device of ``db``, so that all devices draw alike.
    """
    if settings == NO_AUGMENTATION:
        return db
    count, side = db.shape[0], db.shape[-1]
    rows = _mirrored_and_shifted(count, side, settings, generator)
    columns = _mirrored_and_shifted(count, side, settings, generator)
    db = _move(db, rows.to(db.device), columns.to(db.device))
    if settings.quarter_turns:
        turned = (torch.rand(count, generator=generator) < 0.5).to(db.device)
        db = torch.where(turned[:, None, None, None], db.mT, db)
    if settings.gain_db > 0:
        gain = (2 * torch.rand(count, 1, 1, 1, generator=generator) - 1) * settings.gain_db
        db = db + gain.to(db.device)
    return lose_edges(db, settings.edge_share, settings.largest_edge, generator)


def _mirrored_and_shifted(count: int, side: int, settings: Augmentation, generator: torch.Generator) -> Tensor:
    """Which source line each line of a patch takes, (N, side): shifted, folded back at both ends, perhaps mirrored."""
    largest = min(int(settings.shift_share * side), side - 1)
    shift = torch.randint(-largest, largest + 1, (count, 1), generator=generator)
    lines = torch.arange(side) + shift
    lines = side - 1 - (side - 1 - lines.abs()).abs()  # reflection about the first and the last line
    mirrored = torch.rand(count, 1, generator=generator) < 0.5
    return torch.where(mirrored, side - 1 - lines, lines) if settings.flips else lines


def _move(db: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    count, channels, side, _ = db.shape
    flat = (rows[:, :, None] * side + columns[:, None, :]).reshape(count, 1, side * side)
    return db.reshape(count, channels, side * side).gather(2, flat.expand(-1, channels, -1)).reshape(db.shape)


def lose_edges(db: Tensor, share: float, largest: float, generator: torch.Generator) -> Tensor:
    """Set a wedge of some patches to NaN: everything beyond a straight line of random direction.

    Args:
        db: (N, C, P, P).
        share: of patches, 0..1.
        largest: depth of the wedge as a share of the patch's extent across the line, 0..1.
        generator: of the CPU.
    """
    count, side = db.shape[0], db.shape[-1]
    chosen = torch.rand(count, generator=generator) < share
    angle = 2 * math.pi * torch.rand(count, generator=generator)[chosen]
    depth = largest * torch.rand(count, generator=generator)[chosen]
    if len(angle) == 0:
        return db
    place = torch.linspace(-0.5, 0.5, side)
    across, down = angle.cos()[:, None, None], angle.sin()[:, None, None]
    extent = across.abs() + down.abs()
    lost = place * across + place[:, None] * down > extent * (0.5 - depth[:, None, None])
    db = db.clone()
    which = chosen.nonzero()[:, 0].to(db.device)
    db[which] = db[which].masked_fill(lost[:, None].to(db.device), float("nan"))
    return db
