"""The optical companion: what a camera in the air would see of the same landscape, in ground geometry."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from scipy.special import ndtri

from .broad_fields import broad_noise, lattice_of, spread_out
from .day import Day, cloud_shade, veil
from .frame import Frame
from .ground import Ground
from .landscape import Landscape
from .objects import HALL, HOUSE
from .random_fields import Strip, smooth_noise, white_noise
from .seasons import Colour, on_ramp
from .surfaces import SURFACE_NUMBER, column

_SHADOW_STEPS = 24
"""For shadows as long as things are tall."""
TALLEST_M = 30.0
_GRAIN_PLANE, _BROAD_PLANE, _SENSOR_PLANE, _MOTTLE_PLANE, _SNOW_PLANE = 6, 7, 8, 12, 40
_MOTTLE_M = 3.0
_SENSOR_SD = 3.0
_BLUR_PX = 0.6
_ROW_CONTRAST, _WAVE_CONTRAST = 60.0, 12.0
_SNOW = (232, 236, 244)
_SNOW_OCTAVES = ((70.0, 1.0), (25.0, 0.7))
_SNOWLESS = ("sea", "lake", "street", "asphalt", "rail")
_ROOFS: dict[int, tuple[Colour, ...]] = {HOUSE: ((156, 82, 64), (122, 120, 122)), HALL: ((168, 170, 174), (204, 202, 196))}


def optical_strip(landscape: Landscape, frame: Frame, day: Day, ground: Ground, strip: Strip) -> NDArray[np.uint8]:
    """Colours of a strip, (3, rows, columns); the strip should hold a halo for the shadow of ``TALLEST_M`` from outside."""
    grain = smooth_noise(frame.seed, _GRAIN_PLANE, strip, 0.8 / frame.pixel_size_m)
    broad = smooth_noise(frame.seed, _BROAD_PLANE, strip, 12 / frame.pixel_size_m)
    spread = column("rgb_sd")[ground.surface] * (np.float32(0.8) * grain + np.float32(0.5) * broad)
    dry = ground.own & ~np.isin(ground.surface, [SURFACE_NUMBER[name] for name in ("sea", "lake")])
    spread += ground.rows(landscape, frame, strip) * np.where(dry, np.float32(_ROW_CONTRAST), np.float32(_WAVE_CONTRAST))
    colour, light = _colours(landscape, frame, day, ground, strip), _sunlight(frame, day, ground, strip)
    seen = np.stack([gaussian_filter((plain + spread) * light, _BLUR_PX) for plain in colour])
    if not day.clear:
        air = veil(day, frame, strip)
        seen = seen * air.through + air.added
    noise = [white_noise(frame.seed, _SENSOR_PLANE + band, strip) * np.float32(_SENSOR_SD) for band in range(3)]
    return np.asarray(np.clip(np.rint(seen + np.stack(noise)), 1, 255).astype(np.uint8))


def _colours(landscape: Landscape, frame: Frame, day: Day, ground: Ground, strip: Strip) -> NDArray[np.float32]:
    """Plain colours, (3, rows, columns): surfaces, of which some change with parcel and season, roofs by building, snow."""
    rgb = np.array(column("rgb"))[ground.surface]
    hue = _hue(landscape, frame, day, ground, strip)
    for name, stops in day.season.ramps.items():
        here = ground.surface == SURFACE_NUMBER[name]
        rgb[here] = on_ramp(stops, hue[here])
    kinds = np.append(landscape.boxes.kind, np.uint8(255))[ground.box]
    for kind, colours in _ROOFS.items():
        roof = kinds == kind
        # a share of the golden ratio spreads buildings evenly between the two colours
        rgb[roof] = on_ramp(colours, ground.box[roof] * 0.618034 % 1)
    if day.season.snow_share > 0:
        cover = _snow(frame, day, ground, strip)[..., None]
        rgb += cover * (np.array(_SNOW, np.float32) - rgb)
    return np.moveaxis(rgb, 2, 0)


def _hue(landscape: Landscape, frame: Frame, day: Day, ground: Ground, strip: Strip) -> NDArray[np.float32]:
    """Place of each pixel between the colours of its surface, 0..1: that of its parcel, for trees about there."""
    hue = ground.of_parcel(landscape, "hue")
    if day.season.mottle == 0:
        return hue
    mottle = smooth_noise(frame.seed, _MOTTLE_PLANE, strip, _MOTTLE_M / frame.pixel_size_m)
    return np.where(ground.plant, np.clip(hue + np.float32(day.season.mottle) * mottle, 0, 1), hue)


def _snow(frame: Frame, day: Day, ground: Ground, strip: Strip) -> NDArray[np.float32]:
    """Share of each pixel under snow, (rows, columns): in patches on open ground and roofs, none on water and traffic, little on plants."""
    lattice = lattice_of(strip, frame.pixel_size_m)
    patches = spread_out(broad_noise(frame.seed, _SNOW_PLANE, lattice, _SNOW_OCTAVES), lattice, strip)
    patches += np.float32(0.35) * smooth_noise(frame.seed, _MOTTLE_PLANE, strip, _MOTTLE_M / frame.pixel_size_m)
    lying = np.clip(0.5 + 1.3 * (patches - np.float32(ndtri(1 - day.season.snow_share))), 0, 0.95)
    bare = np.isin(ground.surface, [SURFACE_NUMBER[name] for name in _SNOWLESS])
    return np.where(bare, np.float32(0), np.where(ground.plant, np.float32(0.2), np.float32(1)) * lying).astype(np.float32)


def _sunlight(frame: Frame, day: Day, ground: Ground, strip: Strip) -> NDArray[np.float32]:
    """Brightness by pixel, 1 in the open, (rows, columns)."""
    shadow = sun_shadow(ground.height_m, day.sun, frame.pixel_size_m)
    light = np.where(shadow, np.float32(day.season.shade), _slope_light(ground, day.sun, frame))
    return light * cloud_shade(day, frame, strip) if day.clouded else light


def sun_shadow(height_m: NDArray[np.float32], sun: tuple[float, float], pixel_size_m: float) -> NDArray[np.bool_]:
    """Where something between here and the sun stands higher than the ray, (rows, columns).

    Args:
        height_m: of the ground and what stands on it, (rows, columns).
        sun: from the tip of a shadow to what casts it, by metre of height, along range (columns) and along azimuth (rows).
        pixel_size_m: of the grid.
    """
    shadow = np.zeros(height_m.shape, bool)
    steps = round(_SHADOW_STEPS * math.hypot(*sun))
    for rise_m in np.linspace(0, min(float(height_m.max()), TALLEST_M), steps + 1)[1:]:
        rows, columns = (round(-rise_m * part / pixel_size_m) for part in (sun[1], sun[0]))
        shadow |= np.roll(height_m, (rows, columns), axis=(0, 1)) > height_m + np.float32(rise_m)
    return shadow


def _slope_light(ground: Ground, sun: tuple[float, float], frame: Frame) -> NDArray[np.float32]:
    """Brightness of crowns that face the sun or turn away; 1 elsewhere."""
    if not ground.plant.any():
        return np.ones(ground.plant.shape, np.float32)
    along_rows, along_columns = np.gradient(gaussian_filter(ground.height_m, 0.7), frame.pixel_size_m)
    facing = np.float32(1) - np.float32(0.35) * np.clip(along_columns * sun[0] + along_rows * sun[1], -1.4, 1.4)
    return np.where(ground.plant, facing, np.float32(1)).astype(np.float32)
