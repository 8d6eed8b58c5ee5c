"""The command info: what a scene is, for people and for programs."""

import dataclasses
import math
from typing import Any

from rasterio.crs import CRS

from ...contract.commands.scene import InfoConfig
from ...contract.commands.scene_options import SceneOptions
from ...contract.reporting import Reporter
from ...contract.sentences import sentence
from .annotation import Annotation, read_annotation
from .find import find_product
from .georeference import read_geolocation_grid
from .info import UNCALIBRATED, SceneInfo
from .product import RADAR_VARIANTS, describe_annotation
from .scene import open_source
from .source import Source, has_data

Facts = dict[str, Any]


def describe(config: InfoConfig, report: Reporter) -> dict[str, object]:
    """Describe a scene of any kind; what nobody has said of it yet is listed, not refused.

    Returns:
        ``text`` for people, ``info`` for programs.

    Raises:
        SceneError: missing, unreadable, or broken.
    """
    report.progress(0, 0, "progress-info")
    info = scene_info(config.scene, config.options)
    facts = json_facts(info)
    return {"text": as_text(facts), "info": facts}


def scene_info(path: str, options: SceneOptions) -> SceneInfo:
    """What is known of a scene; of products in radar geometry and of those without images what the annotation says."""
    file = find_product(path)
    if file is not None:
        annotation = read_annotation(file)
        if annotation.variant in RADAR_VARIANTS or not all(layer.image.is_file() for layer in annotation.layers):
            return _from_annotation(annotation)
    source = open_source(path, options)
    with source.opened:
        return dataclasses.replace(source.info, warnings=(*source.info.warnings, *_pixel_warnings(source)))


def _from_annotation(annotation: Annotation) -> SceneInfo:
    info = describe_annotation(annotation)
    if annotation.variant in RADAR_VARIANTS:
        later = ("scene-variant-later", {"path": info.path, "variant": info.kind})
        info = dataclasses.replace(info, warnings=(*info.warnings, later))
    if not annotation.georeference.is_file():
        return info
    angles = read_geolocation_grid(annotation.georeference).incidence_deg
    return dataclasses.replace(info, incidence_deg=(float(angles.min()), float(angles.max())), incidence_source="grid")


def _pixel_warnings(source: Source) -> tuple[tuple[str, Facts], ...]:
    path = source.info.path
    if source.bands[0].image.dtypes[source.bands[0].number - 1].startswith("complex"):
        return (("scene-complex", {"path": path}),)
    return () if has_data(source) else (("scene-empty", {"path": path}),)


def json_facts(info: SceneInfo) -> Facts:
    """A scene's facts, JSON-native; unknown numbers are null."""
    facts = {name: value for name, value in dataclasses.asdict(info).items() if name not in ("transform", "warnings")}
    for name in ("row_spacing_m", "column_spacing_m"):
        facts[name] = None if math.isnan(facts[name]) else facts[name]
    facts["transform"] = list(info.transform)[:6]
    facts["crs"] = None if info.crs_wkt is None else CRS.from_wkt(info.crs_wkt).to_string()
    facts["warnings"] = [{"code": code, "text": sentence(code, values), **values} for code, values in info.warnings]
    facts["unknown"] = [{"code": code, "text": sentence(code, {})} for code in unknowns(info)]
    return facts


def unknowns(info: SceneInfo) -> list[str]:
    """Sentences on what nobody has said yet, each naming the setting that would."""
    found = []
    if not info.quantity:
        found.append("info-unknown-quantity")
    if info.quantity == UNCALIBRATED:
        found.append("info-unknown-factor")
    if math.isnan(info.row_spacing_m):
        found.append("info-unknown-pixel-size")
    if info.incidence_source in ("unknown", "tags"):
        found.append("info-unknown-incidence")
    return found


def as_text(facts: Facts) -> str:
    """The facts as a table of two columns."""
    lines = [(label, value) for label, value in _rows(facts) if value]
    width = max(len(label) for label, _ in lines) + 2
    return "\n".join(f"{label:<{width}}{value}" for label, value in lines)


def _rows(facts: Facts) -> list[tuple[str, str]]:
    angles, corners = facts["incidence_deg"], facts["footprint"]
    product = [facts["kind"], facts["mission"], facts["mode"], facts["resolution_variant"]]
    rows = [
        ("Scene", facts["scene_id"]),
        ("Kind", ", ".join(filter(None, product))),
        ("Acquired", ", ".join(filter(None, [facts["acquired"], facts["orbit_direction"].lower(), _looking(facts)]))),
        ("Bands", " ".join(facts["bands"])),
        ("Size", f"{facts['rows']} rows x {facts['columns']} columns"),
        ("Spacing", _spacing(facts)),
        ("Looks", "" if facts["looks"] is None else f"{facts['looks']:.2f}"),
        ("Pixels give", _radiometry(facts)),
        ("Noise", _NOISE[facts["noise"]]),
        ("Incidence", f"{angles[0]:.2f} to {angles[1]:.2f} deg ({_INCIDENCE[facts['incidence_source']]})" if angles else ""),
        ("Coordinates", facts["crs"] or "none: column and row"),
        ("Corners", "  ".join(f"{_degrees(lon, 'EW')} {_degrees(lat, 'NS')}" for lon, lat in corners or ())),
        ("Asserted", ", ".join(f"{name} = {value}" for name, value in facts["asserted"].items())),
    ]
    rows += [("Not known", one["text"]) for one in facts["unknown"]]
    return rows + [("Warning", one["text"]) for one in facts["warnings"]]


_NOISE = {
    "corrected": "subtracted by the processor",
    "in": "still in the pixels (--subtract-noise takes the annotated noise off)",
    "subtracted": "subtracted on your wish",
    "": "",
}
_INCIDENCE = {
    "mask": "incidence-angle mask of the product",
    "grid": "geolocation grid of the product",
    "corners": "corners of the product",
    "centre": "centre of the product",
    "asserted": "asserted",
    "product": "asserted, from another product",
    "tags": "range only, from the file's tags",
    "unknown": "",
}


def _looking(facts: Facts) -> str:
    return f"looking {facts['look_direction'].lower()}" if facts["look_direction"] else ""


def _spacing(facts: Facts) -> str:
    if facts["row_spacing_m"] is None:
        return ""
    return f"{facts['row_spacing_m']:.3f} m between rows, {facts['column_spacing_m']:.3f} m between columns"


def _radiometry(facts: Facts) -> str:
    quantity, factors = str(facts["quantity"]), facts["calibration_factors"]
    if factors:
        return f"{quantity} = DN^2 x " + ", ".join(f"{one:.4e}" for one in factors)
    return "uncalibrated digital numbers" if quantity == UNCALIBRATED else quantity


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.4f} {signs[0] if value >= 0 else signs[1]}"
