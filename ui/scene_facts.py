"""What is known of a scene, as a table for people."""

from html import escape
from typing import Any, Dict, List, Sequence, Tuple

from .figures import number_text
from .translation import tr


def facts_html(info: Dict[str, Any], notes: Sequence[str]) -> str:
    """The facts as a table of two columns, the notes below.

    Args:
        info: as the engine's command ``info`` gives it.
        notes: warnings, translated.
    """
    rows = "".join(
        f'<tr><td width="130"><b>{escape(label)}</b></td><td>{escape(value)}</td></tr>' for label, value in facts_of(info) if value
    )
    remarks = "".join(f"<p>⚠ {escape(note)}</p>" for note in notes)
    return f'<table cellspacing="0" cellpadding="2">{rows}</table>{remarks}'


def facts_of(info: Dict[str, Any]) -> List[Tuple[str, str]]:
    """Label and value of each fact; an empty value is not known."""
    return [
        (tr("Scene"), info["scene_id"]),
        (tr("Kind"), " · ".join(filter(None, (_kind(info), info["mission"], info["mode"], info["resolution_variant"])))),
        (tr("Acquired"), " · ".join(filter(None, (_time(info["acquired"]), _directions(info))))),
        (tr("Bands"), " ".join(info["bands"])),
        (tr("Size"), tr("{rows} rows × {columns} columns").format(rows=info["rows"], columns=info["columns"])),
        (tr("Pixel size"), _spacing(info)),
        (tr("Looks"), "" if info["looks"] is None else number_text(info["looks"], 2)),
        (tr("Calibration"), _calibration(info)),
        (tr("Incidence angle"), _incidence(info)),
        (tr("Coordinate system"), info["crs"] or tr("none: columns and rows")),
    ]


def _kind(info: Dict[str, Any]) -> str:
    return tr("raster") if info["kind"] == "raster" else info["kind"]


def _time(acquired: str) -> str:
    return f"{acquired[:19].replace('T', ' ')} UTC" if acquired else ""


def _directions(info: Dict[str, Any]) -> str:
    words = {
        "ASCENDING": tr("ascending"),
        "DESCENDING": tr("descending"),
        "RIGHT": tr("looking right"),
        "LEFT": tr("looking left"),
    }
    given = (info["orbit_direction"], info["look_direction"])
    return ", ".join(words.get(word, word) for word in given if word)


def _spacing(info: Dict[str, Any]) -> str:
    rows, columns = info["row_spacing_m"], info["column_spacing_m"]
    if rows is None:
        return ""
    if abs(rows - columns) < 0.0005:
        return f"{number_text(rows, 3)} m"
    return tr("{rows} m between rows, {columns} m between columns").format(rows=number_text(rows, 3), columns=number_text(columns, 3))


def _calibration(info: Dict[str, Any]) -> str:
    if not info["calibration_factors"]:
        return tr("uncalibrated numbers") if info["quantity"] == "dn" else info["quantity"]
    return f"{info['quantity']} = DN² × " + ", ".join(f"{one:.4e}" for one in info["calibration_factors"])


def _incidence(info: Dict[str, Any]) -> str:
    if not info["incidence_deg"]:
        return ""
    low, high = info["incidence_deg"]
    lowest, highest = f"{number_text(low, 1)}°", f"{number_text(high, 1)}°"
    return lowest if high - low < 0.05 else f"{lowest} – {highest}"
