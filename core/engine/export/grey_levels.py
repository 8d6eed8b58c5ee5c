"""What the grey levels are that an exported model is fed with, for whoever makes them without Echopatch."""

from ...contract.model_card import ModelCard


def grey_levels_in_words(card: ModelCard) -> str:
    """One sentence for people: size, channels, quantity and formula."""
    door = card.radiometry
    size = "pixels of unknown size" if card.pixel_size_m is None else f"pixels of {card.pixel_size_m:g} m"
    channels = ", ".join(channel_in_words(one) for one in card.channels)
    return (
        f"Patches of {card.patch_px} x {card.patch_px} px, {size}; channels: {channels}; {door.quantity} as grey levels "
        f"round(255 * (10 * log10(power) {_minus(door.floor_db)}) / {door.ceiling_db - door.floor_db:g}), clipped to 0..255; "
        f"where there is no data, {round(255 * door.mean)}."
    )


def grey_levels_by_gdal(card: ModelCard) -> str:
    """Grey levels of one band A of linear power, as an expression of gdal_calc."""
    door = card.radiometry
    return f"rint(clip((10 * log10(A) {_minus(door.floor_db)}) * 255 / {door.ceiling_db - door.floor_db:g}, 0, 255))"


def channel_in_words(channel: str) -> str:
    """``HH or VV`` for a channel that takes either co-polarisation."""
    return "HH or VV" if channel == "co" else channel


def _minus(value: float) -> str:
    return f"+ {-value:g}" if value < 0 else f"- {value:g}"
