"""A whole synthetic landscape: parcels, the surfaces painted over them, buildings and point scatterers."""

from dataclasses import dataclass

import numpy as np

from ...contract.commands.simulate import SimulateConfig
from .frame import Frame
from .objects import Boxes, Points, joined_boxes, joined_points
from .parcels import AGRICULTURE, BARE, INDUSTRY, SETTLEMENT, TRANSPORT, VEGETATION, WATER, Parcel, jittered, lay_regions

_PLAIN = {
    SETTLEMENT: "garden",
    INDUSTRY: "yard",
    TRANSPORT: "asphalt",
    AGRICULTURE: "crop",
    VEGETATION: "forest",
    BARE: "soil",
    WATER: "lake",
}


@dataclass(frozen=True)
class Landscape:
    """What lies and stands in a frame; lengths in frame metres."""

    parcels: tuple[Parcel, ...]
    boxes: Boxes
    points: Points


def make_landscape(config: SimulateConfig, frame: Frame) -> Landscape:
    """Invent the landscape of a seed."""
    rng = np.random.default_rng((config.seed, 2))
    regions = lay_regions(frame.side_m, config.mix, rng)
    parcels = tuple(jittered(outline, code, _PLAIN[code], rng) for outline, code in regions)
    return Landscape(parcels, joined_boxes([]), joined_points([]))
