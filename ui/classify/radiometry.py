"""What a raster does not say of its pixels, and what the user says instead; no widgets here."""

from typing import Any, Dict, List, Mapping

from ..translation import sentence_text

SETTINGS = ("quantity", "decibel", "calibration_factor", "calibrated_to", "incidence_deg", "incidence_from", "pixel_size_m")
"""By which a user says what a file does not."""
_DIGITAL = ("amplitude", "intensity")
_UNCALIBRATED = "dn"
_EXACT_SOURCES = ("mask", "grid", "corners", "centre", "asserted", "product")
"""Of incidence angles that one quantity can be turned into another with; tags tell their range only."""


def is_needed(info: Mapping[str, Any]) -> bool:
    """Whether the user's word is wanted: products know all about themselves."""
    return info["kind"] == "raster" and bool(info["unknown"])


def open_settings(info: Mapping[str, Any], said: Mapping[str, Any]) -> Dict[str, bool]:
    """Which settings can be given: not what the file says itself, and not what makes no sense with the rest.

    Args:
        info: what the engine says of the file.
        said: values of the settings; None where nothing is said.
    """
    quantity_open = not info["quantity"]
    digital = quantity_open and said["quantity"] in _DIGITAL
    incidence_open = not _knows_incidence(info)
    return {
        "quantity": quantity_open,
        "decibel": quantity_open,
        "calibration_factor": digital,
        "calibrated_to": digital and said["calibration_factor"] is not None,
        "incidence_deg": incidence_open and said["incidence_from"] is None,
        "incidence_from": incidence_open and said["incidence_deg"] is None,
        "pixel_size_m": info["row_spacing_m"] is None,
    }


def given(info: Mapping[str, Any], said: Mapping[str, Any]) -> Dict[str, Any]:
    """What is handed to the engine: only what is said, and can be."""
    is_open = open_settings(info, said)
    return {name: said[name] for name in SETTINGS if is_open[name] and said[name] not in (None, False)}


def quantity_of(info: Mapping[str, Any], said: Mapping[str, Any]) -> str:
    """What the pixels give, the user's word included; empty where nobody says."""
    if info["quantity"] or said["quantity"] is None:
        return str(info["quantity"])
    if said["quantity"] in _DIGITAL:
        return _UNCALIBRATED if said["calibration_factor"] is None else str(said["calibrated_to"])
    return str(said["quantity"])


def missing(info: Mapping[str, Any], said: Mapping[str, Any], wanted: str) -> List[str]:
    """What must still be said, one sentence each.

    Args:
        info: what the engine says of the file.
        said: values of the settings.
        wanted: quantity of the model.
    """
    quantity = quantity_of(info, said)
    codes = []
    if not quantity:
        codes.append("info-unknown-quantity")
    elif quantity == _UNCALIBRATED != wanted:
        codes.append("info-unknown-factor")
    elif quantity != wanted and _UNCALIBRATED not in (quantity, wanted) and not _incidence_known(info, said):
        codes.append("info-unknown-incidence")
    if info["row_spacing_m"] is None and said["pixel_size_m"] is None:
        codes.append("info-unknown-pixel-size")
    return [sentence_text(code, {}, code) for code in codes]


def completed(info: Mapping[str, Any], said: Mapping[str, Any]) -> Dict[str, Any]:
    """The facts of a scene with the user's word filled in: spacing and incidence."""
    facts = dict(info)
    if facts["row_spacing_m"] is None and said["pixel_size_m"]:
        facts["row_spacing_m"] = facts["column_spacing_m"] = said["pixel_size_m"]
    if facts["incidence_deg"] is None and said["incidence_deg"]:
        facts["incidence_deg"] = [said["incidence_deg"], said["incidence_deg"]]
    return facts


def _knows_incidence(info: Mapping[str, Any]) -> bool:
    return info["incidence_source"] in _EXACT_SOURCES


def _incidence_known(info: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    return _knows_incidence(info) or said["incidence_deg"] is not None or said["incidence_from"] is not None
