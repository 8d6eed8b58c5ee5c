"""What a season does to the look of the land: colours of plants, soil and water, length of shadows, snow."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]


class Season(NamedTuple):
    """How the land looks in a season."""

    ramps: dict[str, tuple[Colour, ...]]
    """By surface, the colours between which its parcels lie; other surfaces look alike all year."""
    shadow_length: float
    """Of a thing one metre tall, in metres."""
    shade: float
    """Light in the shadow, as a share of that beside it; the lower the sun, the more of the light comes from the sky."""
    mottle: float
    """Standard deviation of the colour from tree to tree, as a share of the ramp."""
    snow_share: float
    """Share of the land with snow left on it."""


SEASONS: dict[str, Season] = {
    "summer": Season(
        {"crop": ((80, 120, 50), (172, 160, 88)), "stubble": ((80, 120, 50), (172, 160, 88))},
        shadow_length=1.0, shade=0.35, mottle=0.0, snow_share=0.0,
    ),
    "spring": Season(
        {
            "crop": ((146, 120, 90), (124, 118, 76), (94, 138, 58), (98, 146, 56), (196, 188, 66)),
            "stubble": ((152, 126, 96), (126, 104, 78)),
            "meadow": ((98, 138, 58), (122, 134, 72)),
            "forest": ((40, 58, 36), (60, 70, 44), (98, 114, 60), (112, 106, 82)),
            "scrub": ((104, 116, 66), (128, 116, 82)),
            "garden": ((88, 116, 60), (100, 112, 70)),
            "park": ((82, 116, 56), (104, 108, 74)),
            "hedge": ((78, 104, 52), (104, 98, 72)),
            "airfield": ((106, 138, 70), (120, 128, 78)),
            "soil": ((150, 124, 94), (118, 96, 74)),
            "lake": ((44, 60, 62), (74, 82, 74)),
        },
        shadow_length=1.2, shade=0.38, mottle=0.15, snow_share=0.0,
    ),
    "autumn": Season(
        {
            "crop": ((128, 104, 78), (140, 120, 84), (168, 150, 100), (112, 124, 72)),
            "stubble": ((166, 150, 100), (122, 98, 74)),
            "meadow": ((104, 122, 66), (132, 122, 76)),
            "forest": ((38, 54, 32), (70, 74, 38), (124, 108, 54), (146, 102, 50)),
            "scrub": ((112, 106, 62), (140, 112, 70)),
            "garden": ((96, 106, 60), (118, 100, 60)),
            "park": ((96, 100, 50), (134, 104, 54)),
            "hedge": ((76, 80, 42), (122, 92, 48)),
            "airfield": ((118, 128, 74), (136, 126, 82)),
            "soil": ((136, 112, 84), (106, 88, 68)),
            "gravel": ((168, 156, 134), (150, 138, 118)),
            "lake": ((38, 52, 58), (56, 66, 64)),
        },
        shadow_length=1.9, shade=0.42, mottle=0.18, snow_share=0.0,
    ),
    "winter": Season(
        {
            "crop": ((112, 94, 72), (126, 110, 78), (98, 110, 66), (108, 112, 72)),
            "stubble": ((138, 122, 90), (110, 92, 70)),
            "meadow": ((106, 112, 70), (126, 116, 82)),
            "forest": ((34, 48, 34), (62, 64, 50), (90, 82, 68), (106, 96, 82)),
            "scrub": ((104, 98, 72), (124, 108, 84)),
            "garden": ((98, 100, 70), (112, 100, 78)),
            "park": ((88, 88, 66), (106, 96, 78)),
            "hedge": ((74, 74, 54), (100, 90, 74)),
            "airfield": ((112, 114, 76), (126, 118, 86)),
            "soil": ((128, 106, 82), (98, 82, 66)),
            "gravel": ((156, 146, 128), (134, 124, 108)),
            "sand": ((186, 166, 128), (158, 140, 110)),
            "lake": ((42, 54, 60), (66, 74, 78)),
        },
        shadow_length=2.8, shade=0.5, mottle=0.15, snow_share=0.25,
    ),
}  # fmt: skip
"""By name. Colours are typical ones of central Europe, of summer leaves and ripe corn, first green, ploughed fields and bare trees."""


def on_ramp(stops: tuple[Colour, ...], share: NDArray[np.floating]) -> NDArray[np.float32]:
    """Colours on a ramp, (N, 3).

    Args:
        stops: two colours or more, at even distances.
        share: place on the ramp, 0..1, (N,).
    """
    colours, place = np.array(stops, np.float32), share * (len(stops) - 1)
    below = np.minimum(place.astype(np.intp), len(stops) - 2)
    rest = (place - below.astype(place.dtype))[:, None]
    return np.asarray(colours[below] + (colours[below + 1] - colours[below]) * rest, np.float32)
