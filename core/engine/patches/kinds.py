"""What patch sets must have in common to be used together."""

from collections.abc import Iterator

from .patch_set import PatchSetSettings
from .scene_facts import CO_POLARISED


def kind_of(settings: PatchSetSettings, channels: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What must agree, by name.

    Args:
        settings: of a set.
        channels: what the sets together call theirs; those of this set go by these names where they can.
    """
    yield "quantity", f"{settings.quantity} in {settings.floor_db:g}..{settings.ceiling_db:g} dB"
    yield "pixel size", "unknown" if settings.pixel_size_m is None else f"{settings.pixel_size_m:g} m"
    yield "patch size", f"{settings.patch_px} px"
    same = len(channels) == len(settings.channels) and all(
        ours == theirs or (ours == "co" and theirs in CO_POLARISED) for ours, theirs in zip(channels, settings.channels, strict=True)
    )
    yield "channels", " ".join(channels if same else settings.channels)


def difference(first: PatchSetSettings, other: PatchSetSettings, channels: tuple[str, ...]) -> dict[str, str] | None:
    """The first thing in which two sets differ: its ``name``, ``ours`` and ``theirs``; None where they go together.

    Args:
        first: of a set.
        other: of another one.
        channels: what both together call theirs.
    """
    for (name, ours), (_, theirs) in zip(kind_of(first, channels), kind_of(other, channels), strict=True):
        if ours != theirs:
            return {"name": name, "ours": ours, "theirs": theirs}
    return None
