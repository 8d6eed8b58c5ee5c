"""The optical companion: what a camera in the air would see of the same landscape, in ground geometry."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from .frame import Frame
from .ground import Ground
from .landscape import Landscape
from .objects import HALL, HOUSE
from .random_fields import Strip, smooth_noise, white_noise
from .surfaces import SURFACE_NUMBER, column

_SUN_AZIMUTH_DEG = 150.0
"""The sun stands 45 degrees high: shadows are as long as things are tall."""
_SHADE = 0.35
_SHADOW_STEPS = 24
TALLEST_M = 30.0
_GRAIN_PLANE, _BROAD_PLANE, _SENSOR_PLANE = 6, 7, 8
_SENSOR_SD = 3.0
_BLUR_PX = 0.6
_ROW_CONTRAST, _WAVE_CONTRAST = 60.0, 12.0
_CROPS = ((80, 120, 50), (172, 160, 88))
"""Colours between which fields lie."""
_ROOFS = {HOUSE: ((156, 82, 64), (122, 120, 122)), HALL: ((168, 170, 174), (204, 202, 196))}


def optical_strip(landscape: Landscape, frame: Frame, ground: Ground, strip: Strip) -> NDArray[np.uint8]:
    """Colours of a strip, (3, rows, columns); the strip should hold a halo of ``TALLEST_M`` for shadows from outside."""
    grain = smooth_noise(frame.seed, _GRAIN_PLANE, strip, 0.8 / frame.pixel_size_m)
    broad = smooth_noise(frame.seed, _BROAD_PLANE, strip, 12 / frame.pixel_size_m)
    sun = _sun(frame)
    light = np.where(sun_shadow(ground.height_m, sun, frame.pixel_size_m), np.float32(_SHADE), _slope_light(ground, sun, frame))
    spread = column("rgb_sd")[ground.surface] * (np.float32(0.8) * grain + np.float32(0.5) * broad)
    dry = ground.own & ~np.isin(ground.surface, [SURFACE_NUMBER[name] for name in ("sea", "lake")])
    spread += ground.rows(landscape, frame, strip) * np.where(dry, np.float32(_ROW_CONTRAST), np.float32(_WAVE_CONTRAST))
    colour = _colours(landscape, ground)
    bands = []
    for band in range(3):
        noise = white_noise(frame.seed, _SENSOR_PLANE + band, strip) * np.float32(_SENSOR_SD)
        seen = gaussian_filter((colour[band] + spread) * light, _BLUR_PX) + noise
        bands.append(np.clip(np.rint(seen), 1, 255).astype(np.uint8))
    return np.stack(bands)


def _colours(landscape: Landscape, ground: Ground) -> NDArray[np.float32]:
    """Plain colours, (3, rows, columns): surfaces, crops by field, roofs by building."""
    rgb = np.array(column("rgb"))[ground.surface]
    field = ground.own & np.isin(ground.surface, [SURFACE_NUMBER[name] for name in ("crop", "stubble")])
    rgb[field] = _between(_CROPS, ground.of_parcel(landscape, "hue")[field])
    kinds = np.append(landscape.boxes.kind, np.uint8(255))[ground.box]
    for kind, colours in _ROOFS.items():
        roof = kinds == kind
        # a share of the golden ratio spreads buildings evenly between the two colours
        rgb[roof] = _between(colours, ground.box[roof] * 0.618034 % 1)
    return np.moveaxis(rgb, 2, 0)


def _between(ends: tuple[tuple[int, int, int], tuple[int, int, int]], share: NDArray[np.floating]) -> NDArray[np.float32]:
    low, high = np.array(ends, np.float32)
    return np.asarray(low + (high - low) * share[:, None], np.float32)


def _sun(frame: Frame) -> tuple[float, float]:
    """Direction towards the sun in frame axes: along range (columns) and along azimuth (rows)."""
    turn = math.radians(_SUN_AZIMUTH_DEG - frame.heading_deg)
    return math.sin(turn), math.cos(turn)


def sun_shadow(height_m: NDArray[np.float32], sun: tuple[float, float], pixel_size_m: float) -> NDArray[np.bool_]:
    """Where something between here and the sun stands higher than the ray, (rows, columns)."""
    shadow = np.zeros(height_m.shape, bool)
    for distance_m in np.linspace(0, min(float(height_m.max()), TALLEST_M), _SHADOW_STEPS + 1)[1:]:
        rows, columns = (round(-distance_m * part / pixel_size_m) for part in (sun[1], sun[0]))
        shadow |= np.roll(height_m, (rows, columns), axis=(0, 1)) > height_m + np.float32(distance_m)
    return shadow


def _slope_light(ground: Ground, sun: tuple[float, float], frame: Frame) -> NDArray[np.float32]:
    """Brightness of crowns that face the sun or turn away; 1 elsewhere."""
    if not ground.plant.any():
        return np.ones(ground.plant.shape, np.float32)
    along_rows, along_columns = np.gradient(gaussian_filter(ground.height_m, 0.7), frame.pixel_size_m)
    facing = np.float32(1) - np.float32(0.35) * np.clip(along_columns * sun[0] + along_rows * sun[1], -1.4, 1.4)
    return np.where(ground.plant, facing, np.float32(1)).astype(np.float32)
