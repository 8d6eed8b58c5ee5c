"""The choice of bands by polarisation or number."""

from collections.abc import Sequence

from ...contract.errors import SceneError
from ...contract.model_card import channel_fits


def choose_bands(available: Sequence[str], wanted: Sequence[str], channels: Sequence[str] | None, path: str) -> tuple[int, ...]:
    """Positions (from 0) of the bands to read.

    Args:
        available: names of the scene's bands.
        wanted: the user's choice, by name or number from 1; empty for all, in the order of the channels where their names tell it.
        channels: what a model's channels are called; None for any number of bands.
        path: of the scene, for the message.

    Raises:
        SceneError: no such band, one named twice, or not as many as needed.
    """
    positions = tuple(_position(available, one, path) for one in wanted) or _all_bands(available, channels or ())
    if len(set(positions)) != len(positions):
        raise SceneError("scene-band-twice", bands=" ".join(wanted))
    if channels is not None and len(positions) != len(channels):
        code = "scene-bands-wrong" if wanted else "scene-bands-too-many" if len(available) > len(channels) else "scene-bands-too-few"
        raise SceneError(code, path=path, available=", ".join(available), count=len(positions), channels=len(channels))
    return positions


def _all_bands(available: Sequence[str], channels: Sequence[str]) -> tuple[int, ...]:
    """Every band: product files list polarisations in an order of their own, which need not be that of the channels."""
    fitting = [[place for place, band in enumerate(available) if channel_fits(channel, band)] for channel in channels]
    places = tuple(found[0] for found in fitting if len(found) == 1)
    each_once = len(places) == len(channels) and sorted(places) == list(range(len(available)))
    return places if each_once else tuple(range(len(available)))


def _position(available: Sequence[str], name: str, path: str) -> int:
    if name.upper() in available:
        return available.index(name.upper())
    if name.isdigit() and 1 <= int(name) <= len(available):
        return int(name) - 1
    raise SceneError("scene-band-unknown", path=path, band=name, available=", ".join(available))


def band_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names that differ: a name that repeats, or an empty one, becomes its number."""
    return tuple(name if name and names.count(name) == 1 else str(number) for number, name in enumerate(names, 1))
