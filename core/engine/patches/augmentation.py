"""Changes of patches that leave the class alone, in bulk and on their device.

Two kinds, drawn apart: geometry, which every image of a place undergoes alike (a radar patch and its optical companion stay a pair),
and radiometry, which is the radar's own. Geometry is drawn and done first; equal generators give equal changes.
"""

import math
from typing import NamedTuple

import torch
from torch import Tensor

from ...contract.commands.training_options import AugmentationOptions
from .speckle import DB_PER_NAT, respeckle

LARGEST_EDGE = 0.4
"""Largest depth of a lost edge, as a share of the patch's extent across it."""


class Geometry(NamedTuple):
    """Where the pixels of each patch come from; tensors of the CPU."""

    rows: Tensor
    """Source row of each row, (N, P), float32."""
    columns: Tensor
    """Source column of each column, (N, P), float32."""
    turned: Tensor
    """Whether rows and columns are exchanged at the end, (N,), bool."""

    def is_between_pixels(self) -> bool:
        """Whether values must be interpolated, as a zoom asks."""
        return bool((self.rows % 1).any() or (self.columns % 1).any())


def draw_geometry(count: int, side: int, options: AugmentationOptions, generator: torch.Generator) -> Geometry:
    """Flips, quarter turns, shifts and zooms for some patches.

    Layover and shadow point along range, the columns, so a patch mirrored there is seen from the other side. Both sides occur:
    ascending and descending orbits look east and west, left-looking ones add the rest. Whoever maps with one look direction keeps it.
    Quarter turns mix the different resolutions of azimuth and range, and no orbit looks north or south outside the polar regions.

    Args:
        count: N.
        side: P, px, at least 2.
        options: what may happen.
        generator: of the CPU, whatever the device of the patches, so that all devices draw alike.
    """
    step = torch.exp((2 * torch.rand(count, 1, generator=generator) - 1) * math.log1p(options.zoom_share))
    largest_shift = int(options.shift_share * side)
    rows = _source_lines(side, step, largest_shift, options.flips, generator)
    columns = _source_lines(side, step, largest_shift, options.flips and not options.keep_look_direction, generator)
    turned = torch.rand(count, generator=generator) < (0.5 if options.quarter_turns else 0.0)
    return Geometry(rows, columns, turned)


def _source_lines(side: int, step: Tensor, largest_shift: int, flips: bool, generator: torch.Generator) -> Tensor:
    """Which source line each line takes, (N, side): spread by the step, shifted, folded back at both ends, perhaps mirrored."""
    shift = torch.randint(-largest_shift, largest_shift + 1, step.shape, generator=generator)
    mirrored = torch.rand(step.shape, generator=generator) < 0.5
    centre = (side - 1) / 2
    period = 2 * (side - 1)
    folded = ((torch.arange(side) - centre) * step + centre + shift).remainder(period)
    lines = torch.minimum(folded, period - folded)  # reflection about the first and the last line
    return torch.where(mirrored, side - 1 - lines, lines) if flips else lines


def move_db(db: Tensor, geometry: Geometry) -> Tensor:
    """Radar patches after a geometry; where it zooms they are interpolated in linear power, as a scene of another spacing is.

    Args:
        db: (N, C, P, P), NaN for nodata.
        geometry: of N patches of side P.
    """
    if not geometry.is_between_pixels():
        return move(db, geometry)
    return move(torch.exp(db / DB_PER_NAT), geometry).log() * DB_PER_NAT


def move(images: Tensor, geometry: Geometry) -> Tensor:
    """Images of the patches after a geometry; values between pixels are interpolated, nodata goes where its nearest pixel goes.

    Args:
        images: (N, C, P, P), such as an optical companion; floating point where the geometry zooms.
        geometry: of N patches of side P.
    """
    moved = _lines(_lines(images, geometry.rows[:, None, :, None], 2), geometry.columns[:, None, None, :], 3)
    turned = geometry.turned.to(images.device)[:, None, None, None]
    return torch.where(turned, moved.mT, moved) if geometry.turned.any() else moved


def _lines(images: Tensor, places: Tensor, dim: int) -> Tensor:
    lower = places.floor()
    first = images.gather(dim, lower.long().to(images.device).expand(images.shape))
    if torch.equal(places, lower):
        return first
    upper = places.ceil().long().to(images.device)
    return _between(first, images.gather(dim, upper.expand(images.shape)), (places - lower).to(images.device))


def _between(first: Tensor, second: Tensor, share: Tensor) -> Tensor:
    """From the first value to the second by a share, 0..1; where one is NaN it takes no part, but the nearer one decides on NaN."""
    mixed = torch.lerp(first, second, share)
    if not mixed.isnan().any():
        return mixed
    no_first, no_second = first.isnan(), second.isnan()
    mixed = torch.lerp(torch.where(no_first, second, first), torch.where(no_second, first, second), share)
    return mixed.masked_fill(torch.where(share < 0.5, no_first, no_second), float("nan"))


def change_radiometry(db: Tensor, options: AugmentationOptions, generator: torch.Generator) -> Tensor:
    """Fresh speckle, another level (calibration errors, moist and dry days), edges lost to nodata.

    Args:
        db: (N, C, P, P), NaN for nodata.
        options: what may happen.
        generator: of the CPU.
    """
    if options.speckle_share > 0:
        db = respeckle(db, options.speckle_share, generator)
    if options.gain_db > 0:
        gain = (2 * torch.rand(db.shape[0], 1, 1, 1, generator=generator) - 1) * options.gain_db
        db = db + gain.to(db.device)
    return lose_edges(db, options.edge_share, LARGEST_EDGE, generator)


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
